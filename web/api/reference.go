package api

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"mime"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/gin-gonic/gin"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/web/cite"
)

// BaseURL is where the site is, as the client of a request sees it.
func BaseURL(r *http.Request) string {
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	// A proxy that ends TLS says so; a client that lies misleads itself alone.
	if r.Header.Get("X-Forwarded-Proto") == "https" {
		scheme = "https"
	}
	return scheme + "://" + r.Host
}

func (h *handler) citation(c *gin.Context, values url.Values) {
	format, _ := cite.FormatByName(values.Get("format")) // which is one: it was checked
	turn, err := h.service.Turn(c.Request.Context(), c.Param("id"))
	if err != nil {
		fail(c, err)
		return
	}
	text := format.Write(cited(turn, BaseURL(c.Request)))
	c.Header("Cache-Control", "no-cache")
	c.Header("Content-Disposition", disposition("inline", string(turn.Intervention.ID)+"."+format.Extension))
	c.Data(http.StatusOK, format.MediaType, []byte(text))
}

// cited is a turn as its reference names it.
func cited(t *search.Turn, base string) cite.Cited {
	return cite.Cited{Report: t.Report, Intervention: t.Intervention, URL: base + InterventionPath(t.Intervention.ID)}
}

func citedAll(turns []*search.Turn, base string) []cite.Cited {
	out := make([]cite.Cited, len(turns))
	for i, t := range turns {
		out[i] = cited(t, base)
	}
	return out
}

// referenceOf is how the passage of a hit is cited. The heads of reports are read once
// each; one that cannot be read is cited by what the hit says of it.
func (s *Service) referenceOf(ctx context.Context, heads map[corpus.ReportID]*corpus.Report, h *Hit, base string) string {
	r := heads[h.Report.ID]
	if r == nil {
		var err error
		if r, err = s.engine.Report(ctx, h.Report.ID); err != nil {
			r = &corpus.Report{ID: h.Report.ID, Title: h.Report.Title, Date: h.Report.Date}
		}
		heads[h.Report.ID] = r
	}
	in := &corpus.Intervention{ID: h.ID, Session: h.Session, Speaker: h.Speaker, PageFrom: h.Page, PageTo: h.Page}
	return strings.TrimSpace(cite.Formats()[0].Write(cite.Cited{Report: r, Intervention: in, URL: base + h.URL}))
}

func disposition(how, name string) string {
	return mime.FormatMediaType(how, map[string]string{"filename": name})
}

// shownAsIs are the types of file that a browser shows without harm; any other
// is given to keep.
var shownAsIs = map[string]string{".pdf": "application/pdf", ".txt": "text/plain; charset=utf-8", ".md": "text/plain; charset=utf-8"}

// file serves the file that a report was read from, if it is still where it was.
func (h *handler) file(c *gin.Context, _ url.Values) {
	r, err := h.service.Report(c.Request.Context(), c.Param("id"))
	if err != nil {
		fail(c, err)
		return
	}
	f, err := os.Open(r.Source.Path)
	if err != nil {
		fail(c, gone(r))
		return
	}
	defer f.Close() //nolint:errcheck // it was only read
	info, err := f.Stat()
	if err != nil || !unchanged(f, info, &r.Source) {
		fail(c, gone(r))
		return
	}
	mediaType, shown := shownAsIs[strings.ToLower(filepath.Ext(r.Source.File))]
	how := "inline"
	if !shown {
		mediaType, how = "application/octet-stream", "attachment"
	}
	c.Header("Content-Type", mediaType)
	c.Header("Content-Disposition", disposition(how, r.Source.File))
	c.Header("Cache-Control", "no-cache")
	c.Header("ETag", `"`+r.Source.SHA256+`"`)
	http.ServeContent(c.Writer, c.Request, "", info.ModTime(), f)
}

// unchanged says whether a file is the one that was indexed. One that was touched
// since is compared byte by byte: what stands beside a quotation must be its source.
func unchanged(f io.ReadSeeker, info os.FileInfo, src *corpus.Source) bool {
	if !info.Mode().IsRegular() || info.Size() != src.Size {
		return false
	}
	if info.ModTime().Equal(src.Modified) {
		return true
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return false
	}
	_, err := f.Seek(0, io.SeekStart)
	return err == nil && hex.EncodeToString(sum.Sum(nil)) == src.SHA256
}

// gone says that a report's file is not where it was read, or no longer the same.
func gone(r *corpus.Report) error {
	return &corpus.Error{
		Code: corpus.NotFound, Op: "file of report", File: string(r.ID),
		Hint: "The file has been moved or changed since the report was indexed.",
	}
}
