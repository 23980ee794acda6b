package api

import (
	_ "embed"
	"encoding/json"
	"net/url"

	"github.com/gin-gonic/gin"
)

//go:generate go test . -run ^TestDescription$ -update

// document is the description of the API, which a test makes of Routes, of the
// types that are answered, and of what their comments say.
//
//go:embed openapi.json
var document []byte

// describe is the document as it is served.
func describe(originals bool) ([]byte, error) {
	if originals {
		return document, nil
	}
	d, err := Describe(originals)
	if err != nil {
		return nil, err
	}
	return json.MarshalIndent(d, "", "  ")
}

func (h *handler) openapi(c *gin.Context, _ url.Values) {
	replyTagged(c, hashOf(string(h.description)), h.description)
}
