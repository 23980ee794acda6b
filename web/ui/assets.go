package ui

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"briefsearch/corpus"
)

//go:embed static pdfjs
var staticFiles embed.FS

// assetFolders are where the assets are.
var assetFolders = []string{"static", "pdfjs"}

// script is what every page runs. Its parts are written apart and served as one:
// browsers pay for each file anew, more than for its bytes.
const (
	script       = "app.js"
	scriptFolder = "static/script"
)

// assets are the style sheets, the scripts and the mark, each under a name that
// holds a hash of its content, so that browsers keep it for ever.
type assets struct {
	byName map[string]string // "app.css" → "app.3f2a….css"
	files  map[string]asset  // by the name with the hash
}

type asset struct {
	content   []byte
	mediaType string
	etag      string
}

func loadAssets() (*assets, error) {
	a := &assets{byName: make(map[string]string), files: make(map[string]asset)}
	for _, folder := range assetFolders {
		entries, err := staticFiles.ReadDir(folder)
		if err != nil {
			return nil, err
		}
		for _, entry := range entries {
			if err := a.add(folder, entry.Name()); err != nil {
				return nil, err
			}
		}
	}
	whole, err := wholeScript()
	if err != nil {
		return nil, err
	}
	return a, a.keep(script, whole)
}

// wholeScript is the parts of the script, one after the other.
func wholeScript() ([]byte, error) {
	parts, err := staticFiles.ReadDir(scriptFolder)
	if err != nil {
		return nil, err
	}
	var whole []byte
	for _, part := range parts {
		content, err := staticFiles.ReadFile(path.Join(scriptFolder, part.Name()))
		if err != nil {
			return nil, err
		}
		whole = append(whole, content...)
	}
	return whole, nil
}

// add reads a file. Texts for people, such as a licence, are not served.
func (a *assets) add(folder, name string) error {
	if ext := path.Ext(name); ext == "" || ext == ".md" {
		return nil
	}
	content, err := staticFiles.ReadFile(path.Join(folder, name))
	if err != nil {
		return err
	}
	return a.keep(name, content)
}

// keep gives content its name with the hash.
func (a *assets) keep(name string, content []byte) error {
	ext := path.Ext(name)
	mediaType := mime.TypeByExtension(ext)
	if mediaType == "" {
		return fmt.Errorf("asset %s: what type is it?", name)
	}
	sum := sha256.Sum256(content)
	hash := hex.EncodeToString(sum[:6])
	hashed := strings.TrimSuffix(name, ext) + "." + hash + ext
	a.byName[name] = hashed
	// The tag is weak because the same content also goes out in gzip.
	a.files[hashed] = asset{content: content, mediaType: mediaType, etag: `W/"` + hash + `"`}
	return nil
}

func (a *assets) url(name string) string { return "/static/" + a.byName[name] }

func (p *Pages) asset(c *gin.Context) {
	f, ok := p.assets.files[c.Param("name")]
	if !ok {
		p.Fault(c, &corpus.Error{Code: corpus.NotFound, Op: "asset", File: c.Param("name")})
		return
	}
	c.Header("Content-Type", f.mediaType)
	c.Header("ETag", f.etag)
	c.Header("Cache-Control", "public, max-age=31536000, immutable")
	http.ServeContent(c.Writer, c.Request, "", time.Time{}, bytes.NewReader(f.content))
}
