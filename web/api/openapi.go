package api

import (
	_ "embed"
	"net/http"

	"github.com/gin-gonic/gin"
)

// document is the OpenAPI description, written by hand; a test holds it to what
// is really answered.
//
//go:embed openapi.json
var document []byte

func (h *handler) openapi(c *gin.Context) {
	if err := noParameters(c.Request); err != nil {
		fail(c, err)
		return
	}
	c.Header("Cache-Control", "no-cache")
	tag := tagOf(document)
	c.Header("ETag", tag)
	if holds(c.Request, tag) {
		c.Status(http.StatusNotModified)
		return
	}
	c.Data(http.StatusOK, "application/json", document)
}
