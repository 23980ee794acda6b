package sidecar_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/indexer/sidecar"
)

var layouts = []string{"narrative", "verbatim"}

func parse(tb testing.TB, text string) (*sidecar.Sidecar, error) {
	tb.Helper()
	v, err := vocabulary.Default()
	if err != nil {
		tb.Fatal(err)
	}
	return sidecar.Parse("brief.yaml", []byte(text), v, layouts)
}

func TestApply(t *testing.T) {
	s, err := parse(t, `
title: A better title
date: 2011-03
organisers: [IOM]
layout: verbatim
speakers:
  - name: Ana Paz
    aliases: [A. Paz]
    country: Chile
    role: ""
tags:
  - speaker: Ana Paz
    add: {rcp: [Puebla Process], theme: [remittances]}
  - remove: {country: [Peru]}
  - section: background
    add: {rcp: [Bali Process]}
    remove: {country: [Chile]}
`)
	if err != nil {
		t.Fatal(err)
	}
	r := &corpus.Report{Title: "Old", Place: "Lima", Date: "2010", Interventions: []corpus.Intervention{
		{
			Text: "Ms. A. Paz spoke of Peru.", Speaker: corpus.Speaker{Name: "A. Paz", AsPrinted: "Ms. A. Paz", Role: "Guest"},
			Tags: corpus.Tags{{Kind: corpus.Country, ID: "PE", Label: "Peru", Evidence: []corpus.Evidence{{Start: 20, End: 24, Text: "Peru", Via: "name"}}}},
		},
		{Text: "Mr. Bo spoke.", Speaker: corpus.Speaker{Name: "Bo", AsPrinted: "Mr. Bo"}},
	}, Sections: []corpus.Section{
		{Title: "Background", Text: "Of Chile.", Tags: corpus.Tags{{Kind: corpus.Country, ID: "CL"}}},
		{Title: "Results", Text: "Of Peru.", Tags: corpus.Tags{{Kind: corpus.Country, ID: "PE"}}},
	}}
	s.Head(r)
	s.Speakers(r)
	s.Tags(r)
	evidence := []corpus.Evidence{{End: 10, Text: "Ms. A. Paz", Via: sidecar.Via}}
	want := &corpus.Report{
		Title: "A better title", Place: "Lima", Date: "2011-03", Organisers: []string{"IOM"}, Interventions: []corpus.Intervention{
			{
				Text: "Ms. A. Paz spoke of Peru.", Speaker: corpus.Speaker{Name: "Ana Paz", AsPrinted: "Ms. A. Paz", Country: "CL"},
				Tags: corpus.Tags{
					{
						Kind: corpus.RCP, ID: "RCM", Label: "Regional Conference on Migration (Puebla Process)",
						Relations: []corpus.Relation{corpus.Mentioned}, Evidence: evidence,
					},
					{Kind: corpus.Theme, ID: "remittances", Label: "Remittances", Evidence: evidence},
				},
			},
			{Text: "Mr. Bo spoke.", Speaker: corpus.Speaker{Name: "Bo", AsPrinted: "Mr. Bo"}},
		},
		Sections: []corpus.Section{
			{Title: "Background", Text: "Of Chile.", Tags: corpus.Tags{{
				Kind: corpus.RCP, ID: "BALI", Label: "Bali Process on People Smuggling, Trafficking in Persons and Related Transnational Crime",
				Relations: []corpus.Relation{corpus.Mentioned}, Evidence: []corpus.Evidence{{Via: sidecar.Via}},
			}}},
			{Title: "Results", Text: "Of Peru.", Tags: corpus.Tags{{Kind: corpus.Country, ID: "PE"}}},
		},
	}
	if diff := cmp.Diff(want, r); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if s.Layout() != "verbatim" {
		t.Errorf("layout %q", s.Layout())
	}
}

func TestFaultsNameTheLine(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"title: x\ncolour: red\n", "2:1"},
		{"title: x\nlayout: spiral\n", "line 2, column 9: there is no layout \"spiral\""},
		{"date: 20 June\n", "line 1, column 7: date \"20 June\""},
		{"speakers:\n  - role: x\n", "line 2"},
		{"speakers:\n  - name: x\n    country: Ruritania\n", "line 3, column 14: there is no country \"Ruritania\""},
		{"tags:\n  - add:\n      rcp: [RCM, NOSUCH]\n", "line 3, column 18: there is no rcp \"NOSUCH\""},
		{"tags:\n  - section: x\n    speaker: y\n", "line 2, column 14: a section is nobody's turn"},
		{"tags:\n  - add:\n      colour: [red]\n", "there is no kind of tag \"colour\""},
		{"title: [\n", "brief.yaml"},
	} {
		_, err := parse(t, tc.text)
		if err == nil || !strings.Contains(err.Error(), tc.want) || corpus.CodeOf(err) != corpus.Invalid {
			t.Errorf("%q\n got %v\nwant %s", tc.text, err, tc.want)
		}
	}
}

func TestPath(t *testing.T) {
	if got := sidecar.Path("a/b.c/report.pdf"); got != "a/b.c/report.yaml" {
		t.Errorf("got %s", got)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("title: x\ntags:\n  - add: {rcp: [RCM]}\n")
	f.Add("speakers: [{name: a, aliases: [b]}]")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := parse(t, text)
		if err != nil {
			return
		}
		r := &corpus.Report{Interventions: []corpus.Intervention{{Text: "x", Speaker: corpus.Speaker{AsPrinted: "x"}}}}
		s.Head(r)
		s.Speakers(r)
		s.Tags(r)
	})
}
