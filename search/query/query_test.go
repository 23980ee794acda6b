package query_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/search/query"
)

var fake = query.FakeNames{
	"puebla process":                   {"rcp", "RCM"},
	"rcm":                              {"rcp", "RCM"},
	"regional conference on migration": {"rcp", "RCM"},
	"bali process":                     {"rcp", "BALI"},
	"indonesia":                        {"country", "ID"},
	"remittances":                      {"theme", "remittances"},
	"labour migration":                 {"theme", "labour"},
	"guinea":                           {"country", "GN"},
}

func term(s string) query.Term { return query.Term{Text: s} }
func stop(s string) query.Term { return query.Term{Text: s, Stop: true} }

func concept(of query.Node, field, id string) query.Concept {
	return query.Concept{Of: of, Field: field, ID: id}
}

func rcm(of query.Node) query.Concept {
	return concept(of, "rcp", "RCM")
}

func phrase(s string) query.Phrase { return query.Phrase{Text: s} }

type parseTest struct {
	in   string
	want query.Node
}

func TestParse(t *testing.T) {
	for _, tests := range [][]parseTest{wordTests(), fieldTests(), oddTests(), questionTests(), conceptTests()} {
		for _, tt := range tests {
			got, _ := query.ParseWith(tt.in, fake, query.Options{})
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%q: -want +got\n%s", tt.in, diff)
			}
			checkRoundTrip(t, tt.in, got)
		}
	}
}

func wordTests() []parseTest {
	return []parseTest{
		{"", nil},
		{"  \t", nil},
		{"visas", term("visas")},
		{"visas, borders.", query.And{term("visas"), term("borders")}},
		{"visas AND borders", query.And{term("visas"), term("borders")}},
		{"visas OR borders", query.Or{term("visas"), term("borders")}},
		{"visas && borders || ports", query.Or{query.And{term("visas"), term("borders")}, term("ports")}},
		{"visas (borders OR ports)", query.And{term("visas"), query.Or{term("borders"), term("ports")}}},
		{"visas -borders", query.And{term("visas"), query.Not{Of: term("borders")}}},
		{"NOT visas", query.Not{Of: term("visas")}},
		{"NOT -visas", term("visas")},
		{"-(visas borders)", query.Not{Of: query.And{term("visas"), term("borders")}}},
		{`-"labour visas"`, query.Not{Of: phrase("labour visas")}},
		{`"labour  visas"~7`, query.Phrase{Text: "labour visas", Slop: 7}},
		{"“labour visas”", phrase("labour visas")},
		{"visa*", query.Prefix{Text: "visa"}},
		{"cross-bor*", query.And{term("cross"), query.Prefix{Text: "bor"}}},
		{"v*", term("v")},
		{"migrasion~ visas~1", query.And{query.Fuzzy{Text: "migrasion"}, query.Fuzzy{Text: "visas"}}},
		{"cross-border", term("cross-border")},
		{"A/HRC/26/10", term("A/HRC/26/10")},
	}
}

func fieldTests() []parseTest {
	return []parseTest{
		{"speaker:guzman", query.Field{Name: "speaker", Value: "guzman"}},
		{`speaker:"Ana Guzman"`, query.Field{Name: "speaker", Value: "Ana Guzman"}},
		{"RCP:bali", query.Field{Name: "rcp", Value: "BALI"}},
		{`rcp:"puebla process"`, query.Field{Name: "rcp", Value: "RCM"}},
		{"country:Indonesia", query.Field{Name: "country", Value: "ID"}},
		{"-country:indonesia", query.Not{Of: query.Field{Name: "country", Value: "ID"}}},
		{"country:Atlantis", term("Atlantis")},
		{"year:2004", query.Field{Name: "year", Value: "2004"}},
		{"year:2006..2004", query.Field{Name: "year", From: "2004", To: "2006"}},
		{"year:..2004", query.Field{Name: "year", To: "2004"}},
		{"year:soon", term("soon")},
		{"date:2006-06", query.Field{Name: "date", From: "2006-06", To: "2006-06"}},
		{"language:French", query.Field{Name: "language", Value: "fr"}},
	}
}

func oddTests() []parseTest {
	return []parseTest{
		{"http://example.org", term("http://example.org")},
		{"speaker:", term("speaker")},
		{"AND", stop("and")},
		{"AND visas OR", term("visas")},
		{"(visas", term("visas")},
		{"visas) borders", query.And{term("visas"), term("borders")}},
		{`"visas`, term("visas")},
		{"???", nil},
		{"of visas", query.And{stop("of"), term("visas")}},
	}
}

func questionTests() []parseTest {
	return []parseTest{
		{
			"what did they say about visas borders ports ships and trains",
			query.Any{
				stop("what"), stop("did"), stop("they"), stop("say"), stop("about"), term("visas"), term("borders"),
				term("ports"), term("ships"), stop("and"), term("trains"),
			},
		},
		{
			"What did Haiti say about visas",
			query.And{stop("What"), stop("did"), term("Haiti"), stop("say"), stop("about"), term("visas")},
		},
		{"they say visas", query.And{stop("they"), term("say"), term("visas")}},
		{
			`visas borders ports "at sea" ships trains -planes`,
			query.And{
				query.Any{term("visas"), term("borders"), term("ports"), term("ships"), term("trains")},
				phrase("at sea"),
				query.Not{Of: term("planes")},
			},
		},
		{"visas AND borders AND ports AND ships", query.And{term("visas"), term("borders"), term("ports"), term("ships")}},
		{"visas ports AND borders ships", query.And{term("visas"), term("ports"), term("borders"), term("ships")}},
		{
			"visas AND borders ports ships trains",
			query.And{term("visas"), query.Any{term("borders"), term("ports"), term("ships"), term("trains")}},
		},
		{
			"the price of visas AND how borders ports ships trains change",
			query.And{
				query.Or{term("price"), term("visas")},
				query.Any{stop("how"), term("borders"), term("ports"), term("ships"), term("trains"), term("change")},
			},
		},
		{
			"THE PRICE OF VISAS AND OF BORDERS AND PORTS, NOT SHIPS",
			query.Any{
				stop("the"), term("price"), stop("of"), term("visas"), stop("and"), stop("of"), term("borders"),
				stop("and"), term("ports"), stop("not"), term("ships"),
			},
		},
		{"RCM AND BALI OR VISAS", query.Or{query.And{rcm(term("RCM")), term("BALI")}, term("VISAS")}},
		{
			`how do pipes of 6" or 8" freeze at 5 degrees (frost ice snow or hail)`,
			query.Any{
				stop("how"), stop("do"), term("pipes"), stop("of"), term("6"), stop("or"), term("8"), term("freeze"), stop("at"),
				term("5"), term("degrees"), term("frost"), term("ice"), term("snow"), stop("or"), term("hail"),
			},
		},
		{
			"Ports: the relation of a:b to title:c and Year: 2006",
			query.Any{
				term("Ports"), stop("the"), term("relation"), stop("of"), term("a:b"), stop("to"), term("title:c"), stop("and"),
				term("Year"), term("2006"),
			},
		},
	}
}

func conceptTests() []parseTest {
	return []parseTest{
		{"RCM", rcm(term("RCM"))},
		{"rcm", rcm(term("rcm"))},
		{"Puebla Process", rcm(phrase("Puebla Process"))},
		{`"Puebla Process"`, rcm(phrase("Puebla Process"))},
		{"labour migration", concept(phrase("labour migration"), "theme", "labour")},
		{`"labour migration"`, phrase("labour migration")},
		{"-(labour migration)", query.Not{Of: concept(phrase("labour migration"), "theme", "labour")}},
		{"Regional Conference on Migration", rcm(phrase("Regional Conference on Migration"))},
		{"Regional Conference on Migration visas ports", query.And{rcm(phrase("Regional Conference on Migration")), term("visas"), term("ports")}},
		{"-RCM visas", query.And{query.Not{Of: rcm(term("RCM"))}, term("visas")}},
		{"process puebla", query.And{term("process"), term("puebla")}},
		{"remittances", concept(term("remittances"), "theme", "remittances")},
	}
}

func checkRoundTrip(t *testing.T, in string, n query.Node) {
	t.Helper()
	if n == nil {
		return
	}
	again, _ := query.ParseWith(n.String(), fake, query.Options{})
	if diff := cmp.Diff(n, again); diff != "" {
		t.Errorf("%q prints as %q, which reads otherwise: -first +second\n%s", in, n.String(), diff)
	}
}

func TestParseWithoutConcepts(t *testing.T) {
	got, _ := query.ParseWith("Puebla Process", fake, query.Options{NoConcepts: true})
	if diff := cmp.Diff(query.Node(query.And{term("Puebla"), term("Process")}), got); diff != "" {
		t.Error(diff)
	}
}

func TestNotices(t *testing.T) {
	tests := []struct {
		in string
		at int
	}{
		{`é "visas`, 2},
		{"visas OR", 6},
		{"AND visas", 0},
		{"visas NOT", 6},
		{"visas )", 6},
		{"( visas", 0},
		{"visas country:Atlantis", 6},
		{"speaker:", 0},
		{"v*", 0},
		{"vi*sas", 0},
		{"!!", 0},
	}
	for _, tt := range tests {
		_, notices := query.ParseWith(tt.in, fake, query.Options{})
		if len(notices) != 1 || notices[0].At != tt.at || notices[0].Code == "" || !strings.HasSuffix(notices[0].Text, ".") || strings.ContainsAny(notices[0].Text, "{}") {
			t.Errorf("%q: %+v", tt.in, notices)
		}
	}
}

func TestCheck(t *testing.T) {
	for _, s := range []string{"", "visas", strings.Repeat("of ", 300), strings.Repeat("x", query.MaxLength)} {
		if err := query.Check(s); err != nil {
			t.Errorf("%.20q: %v", s, err)
		}
	}
	for _, s := range []string{
		strings.Repeat("é", query.MaxLength+1), strings.Repeat("vis ", query.MaxClauses+1),
		strings.Repeat("(", query.MaxDepth+1), `"` + strings.Repeat("a b ", 200) + `"`, strings.Repeat("a-", 100),
	} {
		err := query.Check(s)
		if corpus.CodeOf(err) != corpus.Invalid {
			t.Errorf("%.20q: %v", s, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		`visas AND (borders OR "at sea"~5) -rcp:BALI year:2004..2006`, `bali -x process a b c d`, `"`, "((((", "-(-(a b))",
		"remit* migrasion~ speaker:\"a b\"", "a OR b OR (c OR d)", "what is the (a b c d e) puebla process", "AND OR NOT",
		"a b c d AND e f OR g AND h i j k l", "ALL OF THIS AND THAT IS LOUD NOT SOFT", `6" and 7" "x y`, "a b c d (e f g h) -5 -2004",
		"a b c d e AND f g h i j(k l", "LL(S AND>IS UD NOT S",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, _ := query.ParseWith(s, fake, query.Options{})
		if query.Check(s) == nil {
			checkRoundTrip(t, s, n)
		}
	})
}
