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

// speaks makes the term of a speaker: name, form of address, State, organisation.
func speaks(name, honorific, country, organisation string) string {
	f, _ := search.FieldByName(search.FieldSpeaker)
	in := &corpus.Intervention{Speaker: corpus.Speaker{Name: name, Honorific: honorific, Country: country, Organisation: organisation}}
	return f.Of(nil, in)[0]
}

func TestPeople(t *testing.T) {
	for _, tt := range []struct {
		name  string
		terms []string
		want  []string
	}{
		{"one in all reports", []string{
			speaks("Robert Paiva", "Mr.", "", "IOM"), speaks("Paiva", "Mr.", "", "IOM"), speaks("R. Paiva", "", "", "iom"),
		}, []string{"Robert Paiva", "Robert Paiva", "Robert Paiva"}},
		{
			"the same name without anything else",
			[]string{speaks("Robert Paiva", "", "", ""), speaks("ROBERT PAIVA", "Mr.", "", "IOM")},
			[]string{"ROBERT PAIVA", "ROBERT PAIVA"},
		},
		{
			"one who went from a State to an organisation",
			[]string{speaks("Ana Brook", "", "GH", ""), speaks("Ana Brook", "", "", "IOM")},
			[]string{"Ana Brook", "Ana Brook"},
		},
		{"namesakes of two States", []string{speaks("Li", "Mr.", "CN", ""), speaks("Li", "Mr.", "SG", "")}, []string{"Li (CN)", "Li (SG)"}},
		{"a surname that two have", []string{
			speaks("Owen Smith", "Mr.", "GB", ""), speaks("Chloe Smith", "Ms.", "GB", ""), speaks("Smith", "", "GB", ""),
		}, []string{"Owen Smith", "Chloe Smith", "Smith"}},
		{"a surname that two have, one of them a woman", []string{
			speaks("Owen Smith", "Mr.", "GB", ""), speaks("Chloe Smith", "Ms.", "GB", ""), speaks("Smith", "Ms.", "GB", ""),
		}, []string{"Owen Smith", "Chloe Smith", "Chloe Smith"}},
		{
			"a surname elsewhere",
			[]string{speaks("Owen Smith", "Mr.", "GB", ""), speaks("Smith", "Mr.", "CA", ""), speaks("Smith", "Mr.", "", "")},
			[]string{"Owen Smith", "Smith", "Smith"},
		},
		{"a couple", []string{speaks("Li", "Mr.", "CN", ""), speaks("Li", "Ms.", "CN", "")}, []string{"Mr. Li (CN)", "Ms. Li (CN)"}},
		{
			"the first of two surnames",
			[]string{speaks("José Guzmán Pérez", "Sr.", "MX", ""), speaks("Guzman", "Sr.", "MX", "")},
			[]string{"José Guzmán Pérez", "José Guzmán Pérez"},
		},
		{"initials", []string{speaks("J. M. Guzman", "", "", "ECLAC"), speaks("Jose Guzman", "", "", "ECLAC")}, []string{"Jose Guzman", "Jose Guzman"}},
		{"a briefer", []string{speaks("Psaki", "Ms.", "", ""), speaks("Psaki", "", "", "")}, []string{"Psaki", "Psaki"}},
		{"no letters", []string{speaks("…", "", "", "")}, []string{"…"}},
		{"nobody", nil, []string{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for range 6 {
				order := rand.Perm(len(tt.terms))
				terms, want := make([]string, len(order)), make([]string, len(order))
				for i, o := range order {
					terms[i], want[i] = tt.terms[o], tt.want[o]
				}
				if diff := cmp.Diff(want, search.People(terms)); diff != "" {
					t.Errorf("-want +got\n%s", diff)
				}
			}
		})
	}
}

func FuzzPeople(f *testing.F) {
	f.Add("Robert Paiva\x1fMr.\x1f\x1fIOM\nPaiva\x1f\x1fGH\n\x1f\x1f\nvan der\n.")
	f.Fuzz(func(t *testing.T, text string) {
		terms := strings.Split(text, "\n")
		slices.Sort(terms)
		terms = slices.Compact(terms)
		names := search.People(terms)
		if len(names) != len(terms) {
			t.Fatalf("%d names for %d terms", len(names), len(terms))
		}
		slices.Reverse(terms)
		again := search.People(terms)
		slices.Reverse(again)
		if diff := cmp.Diff(names, again); diff != "" {
			t.Errorf("another order, other names: %s", diff)
		}
	})
}

// BenchmarkPeople is for as many speakers as an index of a million interventions
// may have; a third of the names are parts of others.
func BenchmarkPeople(b *testing.B) {
	terms := make([]string, 0, 50_000)
	for i := range cap(terms) {
		surname := fmt.Sprintf("Surname%d", i/3)
		name := []string{surname, "Ada " + surname, "Ben " + surname}[i%3]
		terms = append(terms, speaks(name, "Ms.", []string{"GH", "KE", "", "FJ"}[i%4], ""))
	}
	b.ReportAllocs()
	for b.Loop() {
		search.People(terms)
	}
}
