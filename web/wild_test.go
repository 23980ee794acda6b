package web_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
	"briefsearch/search/bleve"
	"briefsearch/web"
	"briefsearch/web/api"
)

// TestWildRequests asks every address what nobody in his senses asks: no answer is
// a fault of ours, and none costs much. BRIEFSEARCH_FULL makes it a hundred
// thousand requests; BRIEFSEARCH_WILD_INDEX is an index to ask instead of a small
// one, such as make bench leaves behind.
func TestWildRequests(t *testing.T) {
	const most = 250 * time.Millisecond
	requests, full := 500, os.Getenv("BRIEFSEARCH_FULL") != ""
	if full {
		requests = 100_000
	}
	w := newWild(t, wildEngine(t))
	costs := make(map[string][]time.Duration) // by route
	answers := make(map[int]int)              // by status
	slowest, slow := time.Duration(0), ""
	for n := range requests {
		if n > 0 && n%10_000 == 0 {
			t.Logf("%d requests, of which the costliest took %v of CPU", n, slowest)
		}
		route, method, target := w.request()
		before := cpuTime(t)
		status, body := w.ask(t, method, target)
		took := cpuTime(t) - before
		costs[route] = append(costs[route], took)
		if answers[status]++; status >= http.StatusInternalServerError {
			t.Errorf("%d: %s %s\n%s", status, method, target, body)
		}
		if took > slowest {
			slowest, slow = took, method+" "+target
		}
		if took > most && full {
			t.Errorf("%v of CPU: %s %s", took, method, target)
		}
		w.learn(body)
	}
	for _, route := range slices.Sorted(keys(costs)) {
		slices.Sort(costs[route])
		n := len(costs[route])
		t.Logf("%6d  median %8.2f ms  most %8.2f ms  %s", n, ms(costs[route][n/2]), ms(costs[route][n-1]), route)
	}
	t.Logf("answers by status: %v", answers)
	t.Logf("the costliest, %v of CPU: %s", slowest, slow)
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func keys[V any](m map[string]V) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// cpuTime is what the process has used.
func cpuTime(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// wildEngine is the index to ask.
func wildEngine(tb testing.TB) search.Engine {
	tb.Helper()
	dir := os.Getenv("BRIEFSEARCH_WILD_INDEX")
	if dir == "" {
		dir = filepath.Join(tb.TempDir(), "index")
		e, err := bleve.Open(tb.Context(), dir)
		if err != nil {
			tb.Fatal(err)
		}
		for _, r := range append(crowd().reports, world().reports...) {
			if err := e.Put(tb.Context(), r); err != nil {
				tb.Fatal(err)
			}
		}
		if err := e.Close(); err != nil {
			tb.Fatal(err)
		}
	}
	e, err := bleve.OpenLive(tb.Context(), dir)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := e.Close(); err != nil {
			tb.Error(err)
		}
	})
	return e
}

// wild invents requests.
type wild struct {
	*rand.Rand
	handler  http.Handler
	paths    []string               // of every route, with ":name" for a value
	params   map[string][]api.Param // by path
	words    []string               // that the index has
	learnt   map[string][]string    // values that answers had, by name of the parameter
	scraps   []string
	unlikely []api.Param // for pages, which are in no table
}

func newWild(t *testing.T, e search.Engine) *wild {
	t.Helper()
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	router, err := web.NewRouter(web.Options{Engine: e, Vocabulary: v, Version: "1.2.3"})
	if err != nil {
		t.Fatal(err)
	}
	w := &wild{
		Rand: rand.New(rand.NewPCG(7, 11)), handler: router, params: make(map[string][]api.Param), learnt: make(map[string][]string),
		scraps: strings.Fields(`( ) (( )) OR AND NOT - + : * ~ ** a* e* th* s* "" " ~5 "~50 country:ID country:mexico rcp:RCM rcp: year:1990..2020 year:x
			speaker:"speaker session:on date:2001-02 theme:remittances language:en RCM Indonesia a? \ / [ ] { } ^ <script> %00 %zz ' & = ; #
			移民 миграция الهجرة é́́ ﷽ � A.B.C 1,000 it's -- NOT( ba:ke 0 -1 1e9 999999999999999999999 2006-06-31 null ../../etc/passwd`),
	}
	for _, r := range router.Routes() {
		if r.Method == http.MethodGet && r.Path != "/metrics" {
			w.paths = append(w.paths, r.Path)
		}
	}
	slices.Sort(w.paths)
	for _, r := range api.Routes() {
		w.params[r.Path] = r.Params
		if r.Name == "search" {
			w.unlikely = slices.Concat(r.Params, []api.Param{
				{Name: "rows", Example: "rcp"},
				{Name: "cols", Example: "theme"},
				{Name: "unit", Example: "month"},
				{Name: "a", Example: "MX"},
				{Name: "b", Example: "ID"},
				{Name: "by", Example: "country"},
				{Name: "id", Many: true, Example: "x"},
				{Name: "name", Example: "MX"},
			})
		}
	}
	return w
}

// request invents a request, a search as often as anything else together.
func (w *wild) request() (route, method, target string) {
	route = w.paths[w.IntN(len(w.paths))]
	switch w.IntN(4) {
	case 0, 1:
		route = api.Root + "/search"
	case 2:
		route = []string{"/", api.Root + "/suggest", api.Root + "/matrix", api.Root + "/timeline", api.Root + "/facets/:name"}[w.IntN(5)]
	}
	params, ok := w.params[route]
	if !ok {
		params = w.unlikely
	}
	var path strings.Builder
	for segment := range strings.SplitSeq(strings.TrimPrefix(route, "/"), "/") {
		path.WriteByte('/')
		if name, ok := strings.CutPrefix(segment, ":"); ok {
			p := w.named(params, name)
			if strings.Contains(route, "/reports/") {
				p.Name = "report"
			}
			segment = url.PathEscape(w.value(p))
		}
		path.WriteString(segment)
	}
	method = http.MethodGet
	if w.IntN(50) == 0 {
		method = []string{http.MethodHead, http.MethodPost, http.MethodOptions, http.MethodDelete}[w.IntN(4)]
	}
	if given := w.query(params); given != "" {
		return route, method, path.String() + "?" + given
	}
	return route, method, path.String()
}

func (w *wild) named(params []api.Param, name string) api.Param {
	for _, p := range params {
		if p.Name == name {
			return p
		}
	}
	return api.Param{Name: name}
}

func (w *wild) query(params []api.Param) string {
	var pairs []string
	for _, p := range params {
		n := 0
		switch {
		case p.InPath:
		case p.Name == "q":
			n = min(1, w.IntN(6))
		case w.IntN(8) == 0:
			n = 1
			if p.Many {
				n += w.IntN(3)
			}
		}
		for range n {
			pairs = append(pairs, url.QueryEscape(p.Name)+"="+url.QueryEscape(w.value(p)))
		}
	}
	if w.IntN(40) == 0 {
		pairs = append(pairs, w.scrap())
	}
	return strings.Join(pairs, "&")
}

// value invents a value, which mostly makes sense.
func (w *wild) value(p api.Param) string {
	known := w.learnt[strings.TrimPrefix(p.Name, "-")]
	switch {
	case p.Name == "q":
		return w.phrase()
	case w.IntN(15) == 0:
		return w.scrap()
	case p.Number:
		return fmt.Sprint(p.Min + w.IntN(p.Max-p.Min+1))
	case len(p.Values) > 0:
		return p.Values[w.IntN(len(p.Values))]
	case len(known) > 0:
		return known[w.IntN(len(known))]
	case p.Name == "prefix":
		return w.phrase()
	case p.Name == "facets":
		return strings.Join(api.FacetNames()[:w.IntN(len(api.FacetNames()))], ",")
	default:
		return p.Example
	}
}

func (w *wild) scrap() string { return w.scraps[w.IntN(len(w.scraps))] }

func (w *wild) word() string {
	if len(w.words) == 0 {
		return "remittances"
	}
	return w.words[w.IntN(len(w.words))]
}

// phrase is the words of a query.
func (w *wild) phrase() string {
	var b strings.Builder
	for range 1 + w.IntN(1+w.IntN(20)) {
		word := w.word()
		_, first := utf8.DecodeRuneInString(word)
		switch w.IntN(12) {
		case 0:
			b.WriteString(word + "~")
		case 1:
			b.WriteString(word[:first] + "*")
		case 2:
			b.WriteString(word[:min(len(word), 3)] + "*")
		case 3:
			fmt.Fprintf(&b, `"%s %s"~%d`, word, w.word(), w.IntN(60))
		case 4:
			fmt.Fprintf(&b, `"%s %s"`, word, w.word())
		case 5, 6:
			b.WriteString(w.scrap())
		default:
			b.WriteString(word)
		}
		if w.IntN(9) > 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// ask asks, and remembers nothing of what is served as a file.
func (w *wild) ask(t *testing.T, method, target string) (int, []byte) {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, "/", nil)
	path, query, _ := strings.Cut(target, "?")
	u, err := url.ParseRequestURI(path)
	if err != nil {
		t.Fatal(err)
	}
	u.RawQuery = query
	r.URL, r.RequestURI = u, target
	rec := httptest.NewRecorder()
	w.handler.ServeHTTP(rec, r)
	return rec.Code, rec.Body.Bytes()
}

// learn takes ids, cursors, values and words out of an answer to a search.
func (w *wild) learn(body []byte) {
	if w.IntN(10) > 0 {
		return
	}
	var a struct {
		Hits []struct {
			ID       string
			Report   struct{ ID string }
			Passages []struct{ Text string }
		}
		Facets map[string][]struct{ Value string }
		Next   string
	}
	if json.Unmarshal(body, &a) != nil {
		return
	}
	for _, h := range a.Hits {
		w.keep("id", h.ID)
		w.keep("report", h.Report.ID)
		for _, p := range h.Passages {
			for _, word := range strings.Fields(p.Text) {
				if len(w.words) < 20_000 {
					w.words = append(w.words, word)
				}
			}
		}
	}
	for facet, values := range a.Facets {
		for _, v := range values {
			w.keep(facet, v.Value)
		}
	}
	if a.Next != "" {
		w.keep("cursor", a.Next)
	}
}

func (w *wild) keep(name, value string) {
	const most = 500
	if known := w.learnt[name]; len(known) < most {
		w.learnt[name] = append(known, value)
	} else {
		known[w.IntN(most)] = value
	}
}
