package api_test

import (
	"errors"
	"net/url"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
	"briefsearch/web/api"
)

func words(tb testing.TB) *vocabulary.Vocabulary {
	tb.Helper()
	v, err := vocabulary.Default()
	if err != nil {
		tb.Fatal(err)
	}
	return v
}

func parse(tb testing.TB, raw string) (*api.Query, error) {
	tb.Helper()
	values, err := api.ParseQuery(raw)
	if err != nil {
		return nil, err
	}
	return api.ParseRequest(values, words(tb))
}

// must parses what is known to be good.
func must(tb testing.TB, raw string) *api.Query {
	tb.Helper()
	q, err := parse(tb, raw)
	if err != nil {
		tb.Fatalf("%s: %v", raw, err)
	}
	return q
}

func TestParseRequest(t *testing.T) {
	got := must(t, "q=+boats+&rcp=rcm&rcp=Puebla+Process&rcp=&-theme=Remittances&organisation=Guild+of+Basketmakers&report=ABC&language=EN&country_role=mentioned&from=2004&to=2006-06&sort=-date&size=3&cursor=c&facets=rcp,+theme,rcp")
	want := &api.Query{
		Text: "boats",
		Choices: map[string]api.Choice{
			"rcp": {Any: []string{"RCM"}}, "theme": {None: []string{"remittances"}},
			"organisation": {Any: []string{"Guild of Basketmakers"}}, "report": {Any: []string{"abc"}}, "language": {Any: []string{"en"}},
		},
		CountryRole: corpus.Mentioned, From: "2004", To: "2006-06", Sort: search.ByDateDesc, Size: 3, Cursor: "c",
		Facets: []string{"rcp", "theme"},
	}
	ignore := cmp.FilterPath(func(p cmp.Path) bool {
		switch p.Last().String() {
		case ".Node", ".Notices", ".prefix", ".values", ".labels":
			return true
		}
		return false
	}, cmp.Ignore())
	if diff := cmp.Diff(want, got, ignore, cmp.AllowUnexported(api.Query{})); diff != "" {
		t.Errorf("query (-want +got):\n%s", diff)
	}
}

func TestParseRequestNamesTheParameter(t *testing.T) {
	for raw, parameter := range map[string]string{
		"rcp=XYZZYXX": "rcp", "-country=Atlantis": "-country", "size=x": "size", "nonsense=1": "nonsense", "q=a&q=b": "q", "from=2010&to=2009": "from",
	} {
		_, err := parse(t, raw)
		var e *corpus.Error
		if !errors.As(err, &e) || e.Code != corpus.Invalid || e.File != parameter || e.Hint == "" {
			t.Errorf("%s: %#v", raw, err)
		}
	}
}

func TestOrder(t *testing.T) {
	for raw, want := range map[string]search.Sort{
		"": search.ByDateDesc, "rcp=RCM": search.ByDateDesc, "q=boats": search.ByRelevance,
		"q=boats&sort=date": search.ByDate, "sort=relevance": search.ByRelevance,
	} {
		if got := must(t, raw).Order(); got != want {
			t.Errorf("%s: %s, want %s", raw, got, want)
		}
	}
}

func TestChangesMakeOtherSearches(t *testing.T) {
	q := must(t, "q=boats&rcp=RCM&cursor=c")
	for _, c := range []struct {
		what string
		got  *api.Query
		want string
	}{
		{"with", q.With("rcp", "SACM"), "q=boats&rcp=RCM&rcp=SACM"},
		{"with, twice", q.With("rcp", "RCM"), "q=boats&rcp=RCM"},
		{"excluding", q.Excluding("rcp", "RCM"), "q=boats&-rcp=RCM"},
		{"without", q.Without("rcp", "RCM"), "q=boats"},
		{"without what is not there", q.Without("theme", "x"), "q=boats&rcp=RCM"},
		{"clear", q.With("rcp", "SACM").Excluding("rcp", "BALI").Clear("rcp"), "q=boats"},
		{"role", q.AsRole(corpus.SpeaksFor), "q=boats&rcp=RCM&country_role=speaks_for"},
		{"sorted", q.Sorted(search.ByDate), "q=boats&rcp=RCM&sort=date"},
		{"saying", q.Saying("a & b"), "q=a+%26+b&rcp=RCM"},
		{"after", q.After("next"), "q=boats&rcp=RCM&cursor=next"},
		{"unfiltered", q.Unfiltered(), "q=boats"},
	} {
		if got := c.got.Encode(); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
	if got := q.Encode(); got != "q=boats&rcp=RCM&cursor=c" {
		t.Errorf("the query itself has changed: %s", got)
	}
}

func TestUnderstood(t *testing.T) {
	label := func(_, value string) string { return "label of " + value }
	for _, c := range []struct {
		q    string
		want []api.Understood
	}{
		{"boats", []api.Understood{}},
		{"boats RCM", []api.Understood{{Field: "rcp", ID: "RCM", Text: "RCM", Concept: true, Without: "boats"}}},
		{"year:2004..2006", []api.Understood{{Field: "year", ID: "2004..2006", Text: "year:2004..2006", Without: ""}}},
		{"boats -rcp:SACM", []api.Understood{{Field: "rcp", ID: "SACM", Text: "rcp:SACM", Excluded: true, Without: "boats"}}},
		{"boats (rcp:SACM OR rcp:RCM)", []api.Understood{
			{Field: "rcp", ID: "SACM", Text: "rcp:SACM", Without: "boats rcp:RCM"},
			{Field: "rcp", ID: "RCM", Text: "rcp:RCM", Without: "boats rcp:SACM"},
		}},
	} {
		a := api.NewAnswer(must(t, "q="+url.QueryEscape(c.q)), &search.Result{}, label)
		got := a.Query.Understood
		for i := range got {
			if got[i].Label == "" {
				t.Errorf("%s: %s has no label", c.q, got[i].ID)
			}
			got[i].Label = ""
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.q, diff)
		}
	}
}

// FuzzParseRequest holds two promises: nothing panics, and what was understood
// is written so that it is understood the same.
func FuzzParseRequest(f *testing.F) {
	for _, seed := range []string{
		"", "q=boats", "q=a+OR+b&rcp=RCM&-rcp=SACM", "q=%ff", "q=%zz", "size=0&sort=date&from=2004&to=2006", "country_role=mentioned&country=Mexico",
		"facets=&q=RCM", "facets=rcp,theme", "q=x&cursor=abc", "-q=x", "q=rcp:BALI+-%22a+b%22~5", "speaker=%3Cscript%3E;x", "year=2006&year=2007",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		q, err := parse(t, raw)
		if err != nil {
			if corpus.CodeOf(err) != corpus.Invalid {
				t.Fatalf("%q: %v is not a fault of the request", raw, err)
			}
			return
		}
		once := q.Encode()
		again, err := parse(t, once)
		if err != nil {
			t.Fatalf("%q was read, but not %q: %v", raw, once, err)
		}
		if twice := again.Encode(); twice != once {
			t.Fatalf("%q became %q, then %q", raw, once, twice)
		}
		_ = api.NewAnswer(q, &search.Result{}, func(_, v string) string { return v })
		_ = q.Request()
	})
}

func BenchmarkParseRequest(b *testing.B) {
	values, err := api.ParseQuery("q=remittances+RCM&rcp=RCM&rcp=Puebla+Process&-theme=trafficking&from=2004&sort=date")
	if err != nil {
		b.Fatal(err)
	}
	v := words(b)
	for b.Loop() {
		if _, err := api.ParseRequest(values, v); err != nil {
			b.Fatal(err)
		}
	}
}
