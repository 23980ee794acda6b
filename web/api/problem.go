package api

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"net/http"
	"strconv"
	"time"

	"briefsearch/corpus"
)

// Problem is an error in the form of RFC 9457.
type Problem struct {
	Type      string `json:"type"`
	Title     string `json:"title"`
	Status    int    `json:"status"`
	Detail    string `json:"detail"`
	Instance  string `json:"instance"`
	Parameter string `json:"parameter,omitempty"` // the one at fault
	Hint      string `json:"hint,omitempty"`      // what to do about it
}

const problemType = "urn:briefsearch:problem:"

// StatusGone is the status of a request whose client did not wait for the
// answer. Nobody reads it but the log.
const StatusGone = 499

// titleOf says what kind of problem a status is, for a type and for people.
var titleOf = map[int][2]string{
	http.StatusBadRequest:          {"invalid-parameter", "The request makes no sense as it is"},
	http.StatusNotFound:            {"not-found", "There is no such thing here"},
	http.StatusTooManyRequests:     {"too-many-requests", "Too many requests at a time"},
	http.StatusMethodNotAllowed:    {"method-not-allowed", "Only GET and HEAD are answered here"},
	http.StatusServiceUnavailable:  {"unavailable", "The service cannot answer now"},
	http.StatusInternalServerError: {"internal", "Something went wrong here"},
}

// NewProblem describes an error to the client of a request. Of a fault of ours
// it says nothing that the log does not say better.
func NewProblem(r *http.Request, err error) Problem {
	p := Problem{Status: StatusOf(err), Instance: r.URL.RequestURI()}
	name := titleOf[p.Status]
	p.Type, p.Title, p.Hint = problemType+name[0], name[1], corpus.HintOf(err)
	switch p.Status {
	case http.StatusInternalServerError:
		p.Detail, p.Hint = "The fault has been logged.", ""
	case http.StatusServiceUnavailable:
		p.Detail = "The search took too long, or the index is not ready."
		if p.Hint == "" {
			p.Hint = "Ask for less, or try again in a moment."
		}
	default:
		p.Detail = err.Error()
		if p.Status == http.StatusBadRequest {
			p.Parameter = parameterOf(r, err)
		}
	}
	return p
}

// StatusOf is the HTTP status of an error.
func StatusOf(err error) int {
	if errors.Is(err, context.DeadlineExceeded) {
		return http.StatusServiceUnavailable
	}
	if errors.Is(err, context.Canceled) {
		return StatusGone
	}
	if errors.As(err, new(tooManyError)) {
		return http.StatusTooManyRequests
	}
	if errors.Is(err, errMethod) {
		return http.StatusMethodNotAllowed
	}
	if status, ok := statusOf[corpus.CodeOf(err)]; ok {
		return status
	}
	return http.StatusInternalServerError
}

// statusOf are the codes that are not a fault of ours.
var statusOf = map[corpus.Code]int{
	corpus.Invalid:     http.StatusBadRequest,
	corpus.NotFound:    http.StatusNotFound,
	corpus.Conflict:    http.StatusServiceUnavailable,
	corpus.Unavailable: http.StatusServiceUnavailable,
	corpus.Timeout:     http.StatusServiceUnavailable,
}

// parameterOf is the parameter at fault. An engine that finds fault with a
// request does not know parameters by their place in the URL, only by name.
func parameterOf(r *http.Request, err error) string {
	var e *corpus.Error
	if !errors.As(err, &e) {
		return ""
	}
	if e.Op == "parameter" {
		return e.File
	}
	if _, ok := find(searchParams, e.File); ok {
		return e.File
	}
	if r.URL.Query().Has("cursor") {
		return "cursor"
	}
	return "q"
}

// WriteProblem answers with a problem document.
func WriteProblem(w http.ResponseWriter, r *http.Request, err error) {
	p := NewProblem(r, err)
	TellWhen(w.Header(), err)
	w.Header().Set("Content-Type", "application/problem+json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(p.Status)
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	// A client that is gone cannot be told.
	_ = encoder.Encode(p)
}

// TellWhen says in the header of an answer when to ask again, if that helps.
func TellWhen(header http.Header, err error) {
	var early tooManyError
	switch {
	case errors.As(err, &early):
		header.Set("Retry-After", strconv.Itoa(int(math.Ceil(time.Duration(early).Seconds()))))
	case StatusOf(err) == http.StatusServiceUnavailable:
		header.Set("Retry-After", "2")
	}
}

// tooManyError is the fault of a client that asks too fast: how long it has to wait.
type tooManyError time.Duration

func (tooManyError) Error() string { return "more requests come from here than are answered at a time" }

// TooMany is the error of a request that comes too early by so much.
func TooMany(wait time.Duration) error {
	return &corpus.Error{Code: corpus.Unavailable, Op: "request", Err: tooManyError(wait), Hint: "Wait as long as Retry-After says."}
}

var errMethod = errors.New("the method is not allowed here")

// NoMethod is the error of a request by a method that its path does not know.
func NoMethod(r *http.Request) error {
	return &corpus.Error{Code: corpus.Invalid, Op: "method", File: r.Method, Err: errMethod, Hint: "Use GET."}
}

// NoPath is the error of a request for a path that is not served.
func NoPath(r *http.Request) error {
	return &corpus.Error{
		Code: corpus.NotFound, Op: "path", File: r.URL.Path,
		Hint: Root + "/openapi.json lists what there is.",
	}
}
