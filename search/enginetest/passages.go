package enginetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/query"
)

func testPassages(t *testing.T, open Opener) {
	t.Helper()
	long := strings.Repeat("Padding goes on here. ", 40)
	r := told("p", "en",
		"Ms. Ödön: welcome.\n\n"+long+"Then remittances came up, with the “cross-border” workers. "+long+"\n\nThe end has no such thing.",
		"Ms. Ödön: remittances.\n\nLater the remittances of workers were discussed.",
	)
	in := &r.Interventions[0]
	at := strings.Index(in.Text, "Then")
	in.PageTo = 2
	in.Lines = []corpus.Line{{Start: 0, Page: 1}, {Start: utf8.RuneCountInString(in.Text[:at]), Page: 2}}
	e := start(t, open, r)
	check := func(q query.Node, id string, marked ...string) search.Hit {
		t.Helper()
		for _, h := range find(t, e, search.Request{Query: q, Size: 10}).Hits {
			if string(h.ID) != id {
				continue
			}
			checkPassages(t, r, h)
			if got := markedWords(h.Passages); !slices.Equal(got, marked) {
				t.Errorf("%v marks %q in %s, want %q", q, got, id, marked)
			}
			return h
		}
		t.Errorf("%v does not find %s", q, id)
		return search.Hit{}
	}
	h := check(query.And{term("remittance"), term("cross-border")}, "p-1", "remittances", "cross", "border")
	if h.Page != 2 || !strings.Contains(h.Passages[0].Text, "Then remittances") {
		t.Errorf("page %d: %+v", h.Page, h.Passages)
	}
	h = check(nil, "p-1")
	if h.Page != 1 || len(h.Passages) != 1 || !strings.HasPrefix(h.Passages[0].Text, "Ms. Ödön") {
		t.Errorf("without a query: page %d, %+v", h.Page, h.Passages)
	}
	h = check(query.And{term("remittances"), term("workers")}, "p-2", "remittances", "workers", "remittances")
	if !strings.HasPrefix(h.Passages[0].Text, "Later") {
		t.Errorf("the best paragraph is %+v", h.Passages[0])
	}
	check(query.Phrase{Text: "remittances of workers"}, "p-2", "remittances", "workers")
	check(query.Prefix{Text: "disc"}, "p-2", "discussed")
	check(query.Fuzzy{Text: "remitances"}, "p-2", "remittances", "remittances")
	check(query.Not{Of: term("padding")}, "p-2")
}

// markedWords is what is marked, passage by passage.
func markedWords(passages []search.Passage) []string {
	var out []string
	for _, p := range passages {
		text := []rune(p.Text)
		for _, m := range p.Marks {
			out = append(out, string(text[m[0]:m[1]]))
		}
	}
	return out
}

// checkPassages tests what every passage promises.
func checkPassages(t *testing.T, r *corpus.Report, h search.Hit) {
	t.Helper()
	in := &r.Interventions[slices.IndexFunc(r.Interventions, func(in corpus.Intervention) bool { return in.ID == h.ID })]
	text := []rune(in.Text)
	for _, p := range h.Passages {
		if problem := passageProblem(text, p); problem != "" {
			t.Errorf("%s: %s: %+v", h.ID, problem, p)
		}
	}
	if len(h.Passages) > 0 && h.Passages[0].Page != h.Page {
		t.Errorf("%s: page %d, but its first passage is on %d", h.ID, h.Page, h.Passages[0].Page)
	}
}

func passageProblem(text []rune, p search.Passage) string {
	n := utf8.RuneCountInString(p.Text)
	switch {
	case p.Start < 0 || p.Start+n > len(text) || string(text[p.Start:p.Start+n]) != p.Text:
		return "the passage is not what stands at its start"
	case n == 0 || n > 2*search.PassageLength:
		return fmt.Sprintf("the passage has %d characters", n)
	case strings.Contains(p.Text, "\n\n"):
		return "the passage is more than a paragraph"
	}
	last := 0
	for _, m := range p.Marks {
		if m[0] < last || m[0] >= m[1] || m[1] > n {
			return fmt.Sprintf("mark %v is out of place", m)
		}
		last = m[1]
	}
	return ""
}
