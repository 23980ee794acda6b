package describe_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
)

// FuzzReport holds what every description promises, whatever the document says.
func FuzzReport(f *testing.F) {
	for _, seed := range []string{
		"", "# \n\n#  \n\n*", running, "# BRIEFING REPORT\n\n## A/B SERIES:\n\n3 May 2011, Geneva",
		"## United Nations A/52/PV.7\n\n# General Assembly\n\nFirst session\n\n7th plenary meeting\n\nMonday, 22 September 1997",
		"STATEMENT\n\nBY\n\nTHE MINISTER OF\n\n٢٠ حزيران/يونيه ٢٠٠٦", "2006年6月20日 北京", "Organised by (, and the ) and (AB)\n\n1er mars 2014",
		"# İIII ıııı\n\n# ǅ ß", "On 7 July 2014 the IOT hosted", "(((\n(4 May 2001",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return // readers hand on valid text only
		}
		doc := parse(text)
		doc.Title, doc.Meta["abstract"], doc.Meta["date"] = text, text, text
		r := describe.Report(doc)
		for name, field := range map[string]string{"title": r.Title, "series": r.Series, "place": r.Place, "symbol": r.Symbol, "kind": r.Kind} {
			if !utf8.ValidString(field) || strings.ContainsAny(field, "\n\x00") && !strings.ContainsAny(text, "\x00") || len(field) > 1000 {
				t.Errorf("%s is %q", name, field)
			}
		}
		if !strings.Contains(text, strings.TrimSuffix(r.Symbol, "")) {
			t.Errorf("symbol %q is not in the text", r.Symbol)
		}
		if _, err := corpus.ParseDate(string(r.Date)); err != nil {
			t.Error(err)
		}
		if r.Organisers == nil || r.Kind == "" {
			t.Errorf("organisers %v, kind %q", r.Organisers, r.Kind)
		}
		for _, o := range r.Organisers {
			if strings.TrimSpace(o) == "" {
				t.Errorf("organisers %q", r.Organisers)
			}
		}
	})
}

// BenchmarkReport describes a document of many paragraphs: the cost is that of
// its beginning, and of one look at the rest for acronyms.
func BenchmarkReport(b *testing.B) {
	doc := parse("# BRIEFING REPORT\n\n## A/B SERIES:\n\n3 May 2011, Geneva\n\n" + strings.Repeat(running+"\n\n", 2000))
	b.SetBytes(int64(len(running) * 2000))
	for b.Loop() {
		describe.Report(doc)
	}
}
