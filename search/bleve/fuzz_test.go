package bleve_test

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
	"briefsearch/search/query"
)

// scraps are what queries of the wild are made of.
var scraps = strings.Fields(`ba* k* *a ke~ limo~2 mostra~1 "ba ke" "nu pra"~5 "" " ( ) (( )) OR AND NOT - + : * ~ ** a* e* country:ID
	rcp:RCM year:2001..2004 year:x speaker:"speaker 7" session: date:2001-02 theme:remittances language:en rcm Indonesia
	le* pra* stitor~ xandro~ a? \ / [ ] { } ^ 移民 миграция الهجرة é́́ ﷽ � a.b.c 1,000 it's -- -ba NOT(ke) ba:ke`)

// wild makes a query of scraps and words.
func wild(r *rand.Rand, lexicon []string) string {
	var b strings.Builder
	for range 1 + r.IntN(12) {
		switch r.IntN(4) {
		case 0:
			b.WriteString(lexicon[int(float64(len(lexicon))*r.Float64()*r.Float64())])
		case 1:
			w := lexicon[r.IntN(len(lexicon))]
			b.WriteString(w[:1+r.IntN(len(w))])
			b.WriteString([]string{"*", "~", "", `"`}[r.IntN(4)])
		default:
			b.WriteString(scraps[r.IntN(len(scraps))])
		}
		if r.IntN(6) > 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// TestWildRequests asks what nobody in his senses asks: nothing but Invalid may
// come of it, and nothing may take long.
func TestWildRequests(t *testing.T) {
	requests := 5_000
	if testing.Short() {
		requests = 2_000
	}
	vocabulary, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	e := open(t, filepath.Join(t.TempDir(), "index"))
	defer shut(t, e)
	v := newInventor()
	for i := range 40 {
		if err := e.Put(t.Context(), v.report(i)); err != nil {
			t.Fatal(err)
		}
	}
	r := rand.New(rand.NewPCG(4, 2))
	slowest, slow := time.Duration(0), ""
	for range requests {
		q := wild(r, v.lexicon)
		if err := query.Check(q); err != nil {
			continue
		}
		n, _ := query.Parse(q, vocabulary, query.Options{NoConcepts: r.IntN(3) == 0})
		began := time.Now()
		res, err := e.Search(t.Context(), search.Request{
			Query: n, Size: r.IntN(12), Sort: []search.Sort{"", search.ByDate, search.ByDateDesc}[r.IntN(3)],
			PerReport: r.IntN(9) == 0, Facets: []search.FacetRequest{{Field: "theme", Size: 5, Prefix: scraps[r.IntN(len(scraps))]}},
		})
		if err != nil && corpus.CodeOf(err) != corpus.Invalid {
			t.Fatalf("%q: %v", q, err)
		}
		if err == nil && res.Total < len(res.Hits) {
			t.Fatalf("%q: %d hits of %d", q, len(res.Hits), res.Total)
		}
		if took := time.Since(began); took > slowest {
			slowest, slow = took, q
		}
		if x, ok := e.(search.Explorer); ok && r.IntN(20) == 0 {
			if _, err := x.Suggest(t.Context(), q, 10); err != nil {
				t.Fatalf("suggest %q: %v", q, err)
			}
		}
	}
	t.Logf("the slowest took %v: %q", slowest, slow)
}

// TestDeadlineWhileWalking stops a search in its midst.
func TestDeadlineWhileWalking(t *testing.T) {
	e := open(t, filepath.Join(t.TempDir(), "index"))
	defer shut(t, e)
	v := newInventor()
	for i := range 20 {
		if err := e.Put(t.Context(), v.report(i)); err != nil {
			t.Fatal(err)
		}
	}
	var words query.Or
	for _, w := range v.lexicon[:400] {
		words = append(words, query.Phrase{Text: w + " " + v.lexicon[1], Slop: query.MaxSlop})
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	began := time.Now()
	_, err := e.Search(ctx, search.Request{Query: words, Size: 10})
	if corpus.CodeOf(err) != corpus.Timeout {
		t.Errorf("after %v: %v", time.Since(began), err)
	}
}
