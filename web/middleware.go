package web

import (
	"crypto/rand"
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"
	"time"

	"github.com/gin-gonic/gin"

	"briefsearch/web/api"
	"briefsearch/web/ui"
)

const (
	requestIDHeader = "X-Request-Id"
	requestIDKey    = "request_id"
)

// foreignID is the form in which a proxy's request id is believed; anything else
// could forge lines of the log.
var foreignID = regexp.MustCompile(`^[A-Za-z0-9._-]{8,64}$`)

// identify gives every request an id, that of the proxy in front if there is
// one, so that a person's complaint leads to the log.
func identify(c *gin.Context) {
	id := c.GetHeader(requestIDHeader)
	if !foreignID.MatchString(id) {
		id = rand.Text()[:16]
	}
	c.Set(requestIDKey, id)
	c.Header(requestIDHeader, id)
	c.Next()
}

// observe logs and measures every request. What people search for is their own
// business: the path and the parameters are not logged, the route is.
func observe(log *slog.Logger, m *measures) gin.HandlerFunc {
	return func(c *gin.Context) {
		begun := time.Now()
		m.inFlight.Inc()
		c.Next()
		m.inFlight.Dec()
		route, status, took := c.FullPath(), c.Writer.Status(), time.Since(begun)
		if route == "" {
			route = "none"
		}
		m.observe(c.Request.Method, route, status, took)
		log.LogAttrs(c.Request.Context(), slog.LevelInfo, "request",
			slog.String("method", c.Request.Method), slog.String("route", route), slog.Int("status", status),
			slog.Duration("duration", took), slog.Int("bytes", c.Writer.Size()),
			slog.String(requestIDKey, c.GetString(requestIDKey)))
	}
}

// policy lets a page load only what this server serves: no inline script or
// style, so that a report that smuggles markup past the templates still does
// nothing.
const policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"

func secure(c *gin.Context) {
	c.Header("Content-Security-Policy", policy)
	c.Header("X-Content-Type-Options", "nosniff")
	c.Header("Referrer-Policy", "strict-origin-when-cross-origin")
	c.Header("Cross-Origin-Opener-Policy", "same-origin")
	c.Header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
	c.Next()
}

func limitBody(c *gin.Context) {
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, maxBody)
	c.Next()
}

// recovery turns a panic into an answer and a line of the log with its stack.
func recovery(log *slog.Logger, pages *ui.Pages) gin.HandlerFunc {
	return func(c *gin.Context) {
		defer func() {
			cause := recover()
			if cause == nil {
				return
			}
			if cause == http.ErrAbortHandler { //nolint:errorlint // net/http compares it so, too
				panic(cause)
			}
			err := fmt.Errorf("panic: %v", cause)
			logFault(c, log, err, slog.String("stack", string(debug.Stack())))
			c.Abort()
			if !c.Writer.Written() {
				refuse(c, pages, err)
			}
		}()
		c.Next()
	}
}

// logFaults logs what a handler left as an error when it is a fault of ours. The
// faults of requests are counted, not logged: they would repeat what people
// search for.
func logFaults(log *slog.Logger) gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Next()
		err := c.Errors.Last()
		if err != nil && api.StatusOf(err.Err) >= http.StatusInternalServerError {
			logFault(c, log, err.Err)
		}
	}
}

func logFault(c *gin.Context, log *slog.Logger, err error, more ...slog.Attr) {
	attrs := append([]slog.Attr{
		slog.String("route", c.FullPath()), slog.String(requestIDKey, c.GetString(requestIDKey)), slog.Any("error", err),
	}, more...)
	log.LogAttrs(c.Request.Context(), slog.LevelError, "fault", attrs...)
}
