package web

import (
	"net/netip"
	"strings"
	"sync"
	"time"

	"github.com/gin-gonic/gin"
	"golang.org/x/time/rate"

	"briefsearch/web/api"
	"briefsearch/web/ui"
)

// limiter holds every client to a number of requests per second, with a few more
// at a time: a page loads several files at once.
type limiter struct {
	perSecond float64
	mu        sync.Mutex
	clients   map[netip.Prefix]*rate.Limiter
}

const (
	burst      = 4      // seconds' worth of requests that may come at once
	maxClients = 10_000 // remembered; more than that is forgotten all at once
)

func newLimiter(perSecond float64) *limiter {
	return &limiter{perSecond: perSecond, clients: make(map[netip.Prefix]*rate.Limiter)}
}

// delay is how long a client has to wait before it may ask; 0 if it may now.
func (l *limiter) delay(client string) time.Duration {
	key := network(client)
	l.mu.Lock()
	defer l.mu.Unlock()
	allowance, ok := l.clients[key]
	if !ok {
		if len(l.clients) >= maxClients {
			clear(l.clients)
		}
		allowance = rate.NewLimiter(rate.Limit(l.perSecond), max(1, int(burst*l.perSecond)))
		l.clients[key] = allowance
	}
	now := time.Now()
	r := allowance.ReserveN(now, 1)
	wait := r.DelayFrom(now)
	if wait > 0 {
		r.CancelAt(now)
	}
	return wait
}

// network is what counts as one client: an address, or in version 6 the network
// that a household or an office has.
func network(client string) netip.Prefix {
	address, err := netip.ParseAddr(client)
	if err != nil {
		return netip.Prefix{}
	}
	address = address.Unmap()
	bits := 64
	if address.Is4() {
		bits = 32
	}
	p, err := address.Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return p
}

// limit refuses clients that ask too fast. Files that browsers keep, and those
// who watch over the process, are free.
func limit(l *limiter, pages *ui.Pages) gin.HandlerFunc {
	return func(c *gin.Context) {
		if free(c.FullPath()) {
			c.Next()
			return
		}
		if wait := l.delay(c.ClientIP()); wait > 0 {
			refuse(c, pages, api.TooMany(wait))
			c.Abort()
			return
		}
		c.Next()
	}
}

func free(route string) bool {
	switch route {
	case "/healthz", "/readyz", "/metrics":
		return true
	}
	return strings.HasPrefix(route, "/static/") || strings.HasPrefix(route, "/widget")
}
