// Package widget is <briefing-search>, the search that any page of the web may
// hold, and the address that it is fetched from.
//
// In: the modules of src. A test bundles them into dist, so that the program
// carries one script and no tool of the JavaScript world is needed to build it.
// Out: a Script with its version and its Subresource Integrity value, which the
// page /embed shows.
package widget

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	_ "embed"
	"encoding/base64"
	"encoding/hex"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

//go:generate go test . -run TestBundle -update

//go:embed dist/widget.js
var bundle []byte

//go:embed widget.d.ts
var types []byte

// Script is the bundled widget. It does not change while the program runs.
type Script struct {
	content []byte
	Version string // of the content, short
}

// New returns the script that the program carries.
func New() *Script {
	sum := sha256.Sum256(bundle)
	return &Script{content: bundle, Version: hex.EncodeToString(sum[:6])}
}

// Integrity is the value of a script element's integrity attribute.
func (s *Script) Integrity() string {
	sum := sha512.Sum384(s.content)
	return "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
}

// Path is where this very script is and stays as long as it is served: a new
// version has another path.
func (s *Script) Path() string { return "/widget/" + s.Version + "/widget.js" }

// Register adds the script's routes: one that moves with the program, one for
// this version alone, and the types.
func (s *Script) Register(r gin.IRouter) {
	const moving, fixed = "public, max-age=3600", "public, max-age=31536000, immutable"
	const javaScript, typeScript = "text/javascript; charset=utf-8", "text/plain; charset=utf-8"
	for _, file := range []struct {
		path, mediaType, keep string
		content               []byte
	}{
		{"/widget.js", javaScript, moving, s.content},
		{s.Path(), javaScript, fixed, s.content},
		{"/widget.d.ts", typeScript, moving, types},
	} {
		answer := func(c *gin.Context) {
			c.Header("Access-Control-Allow-Origin", "*") // integrity is checked of shared scripts only
			c.Header("Cross-Origin-Resource-Policy", "cross-origin")
			c.Header("Content-Type", file.mediaType)
			c.Header("Cache-Control", file.keep)
			c.Header("ETag", `W/"`+s.Version+`"`) // weak, because it also goes out in gzip
			http.ServeContent(c.Writer, c.Request, "", time.Time{}, bytes.NewReader(file.content))
		}
		r.GET(file.path, answer)
		r.HEAD(file.path, answer)
	}
}
