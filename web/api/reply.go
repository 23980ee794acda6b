package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

// reply sends a value as JSON, or the error if there is one. A client that holds
// the same answer already is told so: the entity tag is of what the answer says,
// so it changes when the index does, and not when another process serves it.
func reply(c *gin.Context, value any, err error) {
	if err != nil {
		fail(c, err)
		return
	}
	body, err := encode(value)
	if err != nil {
		fail(c, err)
		return
	}
	told := body
	if a, ok := value.(*Answer); ok {
		timeless := *a
		timeless.TookMS = 0
		if told, err = encode(timeless); err != nil {
			fail(c, err)
			return
		}
	}
	c.Header("Cache-Control", "no-cache")
	tag := tagOf(told)
	c.Header("ETag", tag)
	if holds(c.Request, tag) {
		c.Status(http.StatusNotModified)
		return
	}
	c.Data(http.StatusOK, "application/json; charset=utf-8", body)
}

func encode(value any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return b.Bytes(), err
}

// tagOf is the entity tag of a body. It is weak because the same content also
// goes out in gzip.
func tagOf(body []byte) string {
	sum := sha256.Sum256(body)
	return `W/"` + hex.EncodeToString(sum[:12]) + `"`
}

// holds says whether the client of a request has what bears a tag.
func holds(r *http.Request, tag string) bool {
	for held := range strings.SplitSeq(r.Header.Get("If-None-Match"), ",") {
		if held = strings.TrimSpace(held); held == "*" || "W/"+strings.TrimPrefix(held, "W/") == tag {
			return true
		}
	}
	return false
}
