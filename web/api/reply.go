package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"iter"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

// An entity tag has two parts. The first is of what an answer says, so that it is
// the same whichever process answers. The second is of the request and the state
// of the index: while that lasts, the answer is known without asking the index.
const stateKey = "state of the answer"

// unchanged answers a client that holds what the present state of the index
// answers to its request, and says whether it did. Whoever replies later tags the
// answer with the state that was found here, before the index was asked.
func (h *handler) unchanged(c *gin.Context, route *Route) bool {
	generation := h.service.generation(c.Request.Context())
	if generation == "" {
		return false
	}
	state := hashOf(h.service.run, generation, c.Request.URL.RequestURI(), c.GetHeader("Accept"))
	c.Set(stateKey, state)
	for held := range heldTags(c.Request) {
		if content, of, ok := strings.Cut(held, "."); ok && of == state && len(content) == hashLength {
			if len(route.Answers) > 1 {
				c.Header("Vary", "Accept")
			}
			return notModified(c, tagOf(content, state))
		}
	}
	return false
}

// reply sends a value as JSON, or the error if there is one. A client that holds
// the same answer already is told so.
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
	replyTagged(c, hashOf(string(told)), body)
}

// replyTagged sends JSON with the hash of what it says.
func replyTagged(c *gin.Context, content string, body []byte) {
	tag := tagOf(content, c.GetString(stateKey))
	for held := range heldTags(c.Request) {
		if same, _, _ := strings.Cut(held, "."); same == content || held == "*" {
			notModified(c, tag)
			return
		}
	}
	c.Header("Cache-Control", "no-cache")
	c.Header("ETag", tag)
	c.Data(http.StatusOK, "application/json; charset=utf-8", body)
}

func notModified(c *gin.Context, tag string) bool {
	c.Header("Cache-Control", "no-cache")
	c.Header("ETag", tag)
	c.Status(http.StatusNotModified)
	return true
}

func encode(value any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return b.Bytes(), err
}

// hashLength is the letters of a hash.
const hashLength = 24

// hashOf is a hash of several texts.
func hashOf(texts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(texts, "\x00")))
	return hex.EncodeToString(sum[:hashLength/2])
}

// tagOf is an entity tag. It is weak because the same content also goes out in
// gzip.
func tagOf(content, state string) string {
	if state == "" {
		return `W/"` + content + `"`
	}
	return `W/"` + content + "." + state + `"`
}

// heldTags are the tags of what the client of a request has, without their
// quotation marks.
func heldTags(r *http.Request) iter.Seq[string] {
	return func(yield func(string) bool) {
		for held := range strings.SplitSeq(r.Header.Get("If-None-Match"), ",") {
			if !yield(strings.Trim(strings.TrimPrefix(strings.TrimSpace(held), "W/"), `"`)) {
				return
			}
		}
	}
}
