// Package api is the JSON form of search.
//
// In: the parameters of a request. ParseRequest checks them and resolves names
// to ids, so that everything after it works on a Query that makes sense. Out: an
// Answer, or a problem document that names the parameter at fault. The pages
// (package ui) and the command line go the same way, through ParseRequest and
// Service.Answer, so that a search means the same wherever it is made.
package api

import (
	"context"
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
)

// Root is where the API lives. A change that could break a client gets another.
const Root = "/api/v1"

// Engine is what the web needs of an engine: to ask it, never to change it.
type Engine interface {
	search.Searcher
	search.Store
	Stats(ctx context.Context) (search.Stats, error)
}

// handler answers the routes.
type handler struct {
	service     *Service
	vocabulary  *vocabulary.Vocabulary
	description []byte
}

// Register adds those of Routes that this package answers. What they say when something
// goes wrong is a problem document, given to gin as an error of the context and
// written by Problems.
func Register(r gin.IRouter, s *Service) error {
	description, err := describe(!s.HideOriginals)
	if err != nil {
		return err
	}
	routes := Routes()
	if s.HideOriginals {
		routes = slices.DeleteFunc(routes, func(r Route) bool { return r.Path == Root+filePath })
	}
	h := &handler{service: s, vocabulary: s.vocabulary, description: description}
	h.register(r.Group("", ShareWithAnyOrigin, Problems), routes)
	return nil
}

// ShareWithAnyOrigin lets every page in the world read the API: it serves public
// data and knows no credentials.
func ShareWithAnyOrigin(c *gin.Context) {
	c.Header("Access-Control-Allow-Origin", "*")
	c.Header("Access-Control-Expose-Headers", "ETag, Retry-After, X-Request-Id, X-Total-Count")
	c.Header("Cross-Origin-Resource-Policy", "cross-origin")
}

// preflight answers a browser that asks before it asks: only GET is answered
// here, with any header.
func preflight(c *gin.Context) {
	c.Header("Access-Control-Allow-Methods", "GET, HEAD")
	c.Header("Access-Control-Allow-Headers", "*")
	c.Header("Access-Control-Max-Age", "86400")
	c.Status(http.StatusNoContent)
}

// Problems writes the error that a handler left in the context as a problem
// document.
func Problems(c *gin.Context) {
	c.Next()
	if err := c.Errors.Last(); err != nil && !c.Writer.Written() {
		WriteProblem(c.Writer, c.Request, err.Err)
	}
}

func (h *handler) search(c *gin.Context, values url.Values) {
	q, err := newQuery(values, h.vocabulary)
	if err != nil {
		fail(c, err)
		return
	}
	answer, err := h.service.Answer(c.Request.Context(), q)
	reply(c, answer, err)
}

func fail(c *gin.Context, err error) { _ = c.Error(err) }

// invalid is a fault of a parameter, with what to do about it.
func invalid(parameter string, err error, hint string) error {
	return &corpus.Error{Code: corpus.Invalid, Op: "parameter", File: parameter, Err: err, Hint: hint}
}
