// Package widget is <briefing-search>, the search that any page of the web may
// hold, and the addresses that it is fetched from.
//
// In: the modules of src. A test bundles them into dist, so that the program
// carries one script and no tool of the JavaScript world is needed to build it.
// Out: a Script with its version and its Subresource Integrity value, which the
// page /embed shows. The scripts of releases (folder released) stay where they
// were: a page that holds one with its checksum never breaks by an update.
package widget

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"io/fs"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

//go:generate go test . -run TestBundle -update

//go:embed dist/widget.js
var bundle []byte

//go:embed widget.d.ts
var types []byte

//go:embed released
var released embed.FS

// Script is the bundled widget. It does not change while the program runs.
type Script struct {
	content []byte
	kept    map[string][]byte // what is served, by version
	Version string            // of the content, short
	// Released says that this version is served by all later programs, too.
	Released bool
}

// New returns the script that the program carries.
func New() (*Script, error) {
	s := &Script{content: bundle, Version: versionOf(bundle), kept: make(map[string][]byte)}
	files, err := fs.Glob(released, "released/*.js")
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		content, err := released.ReadFile(file)
		if err != nil {
			return nil, err
		}
		s.kept[versionOf(content)] = content
	}
	_, s.Released = s.kept[s.Version]
	s.kept[s.Version] = s.content
	return s, nil
}

func versionOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:6])
}

// Integrity is the value of a script element's integrity attribute.
func (s *Script) Integrity() string {
	sum := sha512.Sum384(s.content)
	return "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
}

// Path is where this very script is: another version has another path.
func (s *Script) Path() string { return "/widget/" + s.Version + "/widget.js" }

// How long what is served may be kept.
const (
	moving = "public, max-age=3600"
	fixed  = "public, max-age=31536000, immutable"
)

const javaScript = "text/javascript; charset=utf-8"

// gone is told of a version that is not served, where somebody looks who wonders.
const gone = `This version of the widget is not served here. Pages that hold it show what stands
between the tags of <briefing-search>: a form, or a link, that leads to the search.

The newest version is always at /widget.js. The page /embed has the code of it, also
with a version and its checksum; those of releases are served for good.
`

// Register adds the script's routes: one that moves with the program, one for
// each version alone, and the types.
func (s *Script) Register(r gin.IRouter) {
	routes := map[string]gin.HandlerFunc{
		"/widget.js":   func(c *gin.Context) { give(c, javaScript, moving, s.content) },
		"/widget.d.ts": func(c *gin.Context) { give(c, "text/plain; charset=utf-8", moving, types) },
		"/widget/:version/widget.js": func(c *gin.Context) {
			if content, ok := s.kept[c.Param("version")]; ok {
				give(c, javaScript, fixed, content)
				return
			}
			share(c, moving)
			c.String(http.StatusNotFound, gone)
		},
	}
	for path, answer := range routes {
		r.GET(path, answer)
		r.HEAD(path, answer)
	}
}

func give(c *gin.Context, mediaType, keep string, content []byte) {
	share(c, keep)
	c.Header("Content-Type", mediaType)
	c.Header("ETag", `W/"`+versionOf(content)+`"`) // weak, because it also goes out in gzip
	http.ServeContent(c.Writer, c.Request, "", time.Time{}, bytes.NewReader(content))
}

// share lets pages of other origins have an answer, and keep it.
func share(c *gin.Context, keep string) {
	c.Header("Access-Control-Allow-Origin", "*") // integrity is checked of shared scripts only
	c.Header("Cross-Origin-Resource-Policy", "cross-origin")
	c.Header("Cache-Control", keep)
}
