package search_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/search"
)

// held makes the term of a report that says so many invented words from a seed, some
// of them others.
func held(id, file, date string, seed uint64, others int) string {
	random := rand.New(rand.NewPCG(seed, 0))
	letters := make([]byte, 4000)
	for i := range letters {
		letters[i] = byte('a' + random.IntN(26))
	}
	for i := range others {
		letters[(i*997)%len(letters)] = '0'
	}
	r := &corpus.Report{
		ID: corpus.ReportID(id), Date: corpus.Date(date), OCR: strings.HasPrefix(file, "scan"), Source: corpus.Source{File: file},
		Interventions: []corpus.Intervention{{Text: string(letters)}},
	}
	r.Sketch = corpus.SketchOf(r)
	f, _ := search.FieldByName(search.FieldForm)
	return f.Of(r, nil)[0]
}

// works is the work of each term, and checks that the first form of each is told as such.
func works(t *testing.T, terms []string) []string {
	t.Helper()
	form, _ := search.FieldByName(search.FieldForm)
	work, _ := search.FieldByName(search.FieldWork)
	forms, names := form.Names(terms), work.Names(terms)
	for i, term := range terms {
		first := strings.Contains(term, "\x1f"+names[i]+"\x1f")
		if first != (forms[i] == search.FormFirst) {
			t.Errorf("%q is form %q of %q", term, forms[i], names[i])
		}
	}
	return names
}

func TestForms(t *testing.T) {
	for _, tt := range []struct {
		name  string
		terms []string
		want  []string
	}{
		{"none", nil, nil},
		{"two reports", []string{held("a", "a.pdf", "2006", 1, 0), held("b", "b.pdf", "2006", 2, 0)}, []string{"a", "b"}},
		{
			"pages before text, text before what was recognised",
			[]string{held("a", "scan.pdf", "2006", 1, 20), held("b", "b.txt", "2006", 1, 0), held("c", "c.PDF", "2006", 1, 0)},
			[]string{"c", "c", "c"},
		},
		{
			"a text that was changed much is another",
			[]string{held("a", "a.pdf", "2006", 1, 0), held("b", "b.pdf", "2006", 1, 120)},
			[]string{"a", "b"},
		},
		{
			"days that may be one",
			[]string{held("a", "a.pdf", "2006-05-02", 1, 0), held("b", "b.pdf", "2006-05", 1, 0), held("c", "c.pdf", "", 1, 0)},
			[]string{"c", "c", "c"},
		},
		{
			"a speech that was held twice",
			[]string{held("a", "a.pdf", "2006-05-02", 1, 0), held("b", "b.pdf", "2006-05-03", 1, 0)},
			[]string{"a", "b"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := works(t, tt.terms)
			if diff := cmp.Diff(tt.want, slices.Clip(append([]string(nil), got...))); diff != "" {
				t.Errorf("works (-want +got):\n%s", diff)
			}
			slices.Reverse(tt.terms)
			again := works(t, tt.terms)
			slices.Reverse(again)
			if diff := cmp.Diff(got, again); diff != "" {
				t.Errorf("in another order (-want +got):\n%s", diff)
			}
		})
	}
}

func BenchmarkForms(b *testing.B) {
	var terms []string
	for i := range 10000 {
		terms = append(terms, held(fmt.Sprint(i), "a.pdf", "2006", uint64(i)/2, 0))
	}
	form, _ := search.FieldByName(search.FieldForm)
	for b.Loop() {
		form.Names(terms)
	}
}
