// Package web serves search over HTTP: the API (package api) and the pages
// (package ui), under one set of habits that this package keeps: every request
// has an id and is logged and measured, every answer carries the headers that
// keep a browser safe, and a fault becomes an answer that a person understands.
//
// In: an engine and a vocabulary. Out: an http.Handler. cmd serves it.
package web

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/klauspost/compress/gzhttp"

	"briefsearch/corpus/vocabulary"
	"briefsearch/web/api"
	"briefsearch/web/ui"
	"briefsearch/web/widget"
)

// Engine is what the web needs of an engine.
type Engine = api.Engine

// Options are what New needs and may be told.
type Options struct {
	Engine     Engine                 // required
	Vocabulary *vocabulary.Vocabulary // required
	Version    string                 // of the program, for /healthz and the pages' footer
	Log        *slog.Logger           // nil: nothing is logged
	// SearchTimeout is how long one search may take; 0 is api.DefaultTimeout.
	SearchTimeout time.Duration
	// HideOriginals keeps the files that reports were read from to the house.
	HideOriginals bool
	// Rate is how many requests a client may make per second; 0 is any number.
	Rate float64
	// Proxies are the addresses or networks of proxies in front, whose word is
	// taken for who asks.
	Proxies []string
}

// maxBody is how much of a request's body is read. Nothing that is served wants
// one.
const maxBody = 64 << 10

// New returns the handler of everything that is served. It is safe for
// concurrent use.
func New(o Options) (http.Handler, error) {
	router, err := newRouter(o)
	if err != nil {
		return nil, err
	}
	return compress(router)
}

func newRouter(o Options) (*gin.Engine, error) {
	if o.Engine == nil || o.Vocabulary == nil {
		return nil, errors.New("web: an engine and a vocabulary are required")
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	service := api.NewService(o.Engine, o.Vocabulary, o.SearchTimeout)
	service.HideOriginals = o.HideOriginals
	script, err := widget.New()
	if err != nil {
		return nil, err
	}
	pages, err := ui.New(ui.Options{Service: service, Vocabulary: o.Vocabulary, Widget: script, Version: o.Version})
	if err != nil {
		return nil, err
	}
	measures := newMeasures(service, o.Version)

	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.HandleMethodNotAllowed = true
	router.RedirectTrailingSlash = false
	router.ContextWithFallback = true
	if err := router.SetTrustedProxies(o.Proxies); err != nil {
		return nil, fmt.Errorf("proxies: %w", err)
	}
	router.Use(identify, observe(o.Log, measures), secure, limitBody, recovery(o.Log, pages), logFaults(o.Log))
	if o.Rate > 0 {
		router.Use(limit(newLimiter(o.Rate), pages))
	}
	router.NoRoute(noRoute(pages))
	router.NoMethod(noMethod(pages))

	if err := api.Register(router, service); err != nil {
		return nil, err
	}
	pages.Register(router)
	script.Register(router)
	health{service: service, version: o.Version}.register(router)
	router.GET("/metrics", gin.WrapH(measures.handler()))
	return router, nil
}

// compress sends text in gzip to those who take it, when that saves anything.
func compress(h http.Handler) (http.Handler, error) {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(1024), gzhttp.CompressionLevel(5))
	if err != nil {
		return nil, err
	}
	return wrap(h), nil
}

// forPrograms says whether a fault on a path is told as a problem document rather
// than as a page.
func forPrograms(c *gin.Context) bool {
	return strings.HasPrefix(c.Request.URL.Path, "/api/") ||
		slices.ContainsFunc(api.Routes(), func(r api.Route) bool { return r.Path == c.FullPath() })
}

func noRoute(pages *ui.Pages) gin.HandlerFunc {
	return func(c *gin.Context) { refuse(c, pages, api.NoPath(c.Request)) }
}

func noMethod(pages *ui.Pages) gin.HandlerFunc {
	return func(c *gin.Context) { refuse(c, pages, api.NoMethod(c.Request)) }
}

// refuse answers with an error, in the form that suits the path.
func refuse(c *gin.Context, pages *ui.Pages, err error) {
	if forPrograms(c) {
		api.ShareWithAnyOrigin(c)
		api.WriteProblem(c.Writer, c.Request, err)
		return
	}
	pages.Fault(c, err)
}
