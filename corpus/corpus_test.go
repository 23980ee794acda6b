package corpus_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
)

func TestDate(t *testing.T) {
	for _, tc := range []struct{ in, first, last, year string }{
		{"2006-06-20", "2006-06-20", "2006-06-20", "2006"},
		{"2008-02", "2008-02-01", "2008-02-29", "2008"},
		{"2006", "2006-01-01", "2006-12-31", "2006"},
		{"", "", "", ""},
	} {
		d, err := corpus.ParseDate(tc.in)
		if err != nil {
			t.Fatal(err)
		}
		if got := [3]string{d.First(), d.Last(), d.Year()}; got != [3]string{tc.first, tc.last, tc.year} {
			t.Errorf("%q: got %v", tc.in, got)
		}
	}
	for _, bad := range []string{"2006-13", "20 June", "2006-02-30", "06"} {
		if _, err := corpus.ParseDate(bad); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

func TestInterventionJSONRoundTrip(t *testing.T) {
	in := corpus.Intervention{
		ID: "x-1", N: 1, Session: &corpus.Session{Number: 2, Title: "Session II"},
		Speaker: corpus.Speaker{Name: "Ada Brook", Country: "PY", OnBehalfOf: []string{"the African Group"}},
		Text:    "Ms. Ada Brook spoke.", PageFrom: 1, PageTo: 2,
		Lines: []corpus.Line{{Start: 0, Page: 1, Box: &corpus.Box{X: 1, Y: 2, W: 3, H: 4}}},
		Tags: corpus.Tags{
			{Kind: corpus.RCP, ID: "RCM", Relations: []corpus.Relation{corpus.About}, Evidence: []corpus.Evidence{{Start: 0, End: 3, Text: "Ms.", Via: "name"}}},
			{Kind: corpus.Country, ID: "PY", Relations: []corpus.Relation{corpus.SpeaksFor, corpus.Mentioned}},
		},
	}
	b, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"country":"PY"`, `"theme":[]`, `"organisation":[]`, `"relation":"about"`, `"roles":["speaks_for","mentioned"]`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("%s is not in %s", want, b)
		}
	}
	var out corpus.Intervention
	if err := json.Unmarshal(b, &out); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(in, out); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSpeakerJSONWithoutCountry(t *testing.T) {
	b, err := json.Marshal(corpus.Speaker{Name: "Ada Brook"})
	if err != nil {
		t.Fatal(err)
	}
	want := `{"name":"Ada Brook","as_printed":"","honorific":"","role":"","organisation":"","presiding":false,"country":null,"on_behalf_of":[]}`
	if string(b) != want {
		t.Errorf("got %s, want %s", b, want)
	}
}

func TestTagRelationsAreOrderedAndUnique(t *testing.T) {
	var tag corpus.Tag
	for _, r := range []corpus.Relation{corpus.Mentioned, corpus.SpeaksFor, "", corpus.Mentioned, corpus.About} {
		tag.Add(r)
	}
	want := []corpus.Relation{corpus.SpeaksFor, corpus.About, corpus.Mentioned}
	if diff := cmp.Diff(want, tag.Relations); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAssignIDs(t *testing.T) {
	report := func(texts ...string) *corpus.Report {
		r := &corpus.Report{ID: corpus.NewReportID([]byte("bytes"))}
		for _, s := range texts {
			r.Interventions = append(r.Interventions, corpus.Intervention{Text: s})
		}
		corpus.AssignIDs(r)
		return r
	}
	a := report("The President: I thank you.", "Mr. Brook: Thanks.", "The President: I thank you.")
	// A turn found before the others, other spacing and a typographic ligature change no id.
	b := report("A new turn.", "The President:  I thank you.", "Mr. Brook: Thanks.", "The  President: I thank you")
	for i := range a.Interventions {
		if a.Interventions[i].ID != b.Interventions[i+1].ID {
			t.Errorf("turn %d: %s became %s", i, a.Interventions[i].ID, b.Interventions[i+1].ID)
		}
	}
	seen := make(map[corpus.InterventionID]bool)
	for _, in := range a.Interventions {
		if seen[in.ID] {
			t.Errorf("id %s twice", in.ID)
		}
		seen[in.ID] = true
		if strings.Trim(string(in.ID), "0123456789abcdefghjkmnpqrstvwxyz-.") != "" {
			t.Errorf("id %q is not safe in a URL", in.ID)
		}
	}
}

func TestErrorSaysWhatWhereAndWhy(t *testing.T) {
	cause := errors.New("stream ends early")
	err := fmt.Errorf("index: %w", &corpus.Error{Code: corpus.Corrupt, Op: "read", File: "a.pdf", Page: 3, Hint: "Save it again.", Err: cause})
	if got, want := err.Error(), "index: read a.pdf, page 3: stream ends early"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if corpus.CodeOf(err) != corpus.Corrupt || corpus.HintOf(err) != "Save it again." || !errors.Is(err, cause) {
		t.Errorf("code %q, hint %q", corpus.CodeOf(err), corpus.HintOf(err))
	}
	if corpus.CodeOf(nil) != "" || corpus.CodeOf(cause) != corpus.Internal {
		t.Error("codes of nil and of a stranger")
	}
	if got := (&corpus.Error{Code: corpus.NeedsOCR, Op: "read", File: "b.pdf"}).Error(); got != "read b.pdf: needs ocr" {
		t.Errorf("got %q", got)
	}
}

func TestPageAt(t *testing.T) {
	in := corpus.Intervention{PageFrom: 3, Lines: []corpus.Line{{Start: 0, Page: 3}, {Start: 10, Page: 4}}}
	for offset, page := range map[int]int{0: 3, 9: 3, 10: 4, 99: 4} {
		if got := in.PageAt(offset); got != page {
			t.Errorf("offset %d: page %d, want %d", offset, got, page)
		}
	}
	if got := (&corpus.Intervention{PageFrom: 7}).PageAt(5); got != 7 {
		t.Errorf("without lines: page %d, want 7", got)
	}
}

func FuzzOffsets(f *testing.F) {
	f.Add("plain", 3)
	f.Add(strings.Repeat("é中𝒳", 200), 77)
	f.Fuzz(func(t *testing.T, s string, b int) {
		if !utf8.ValidString(s) {
			return
		}
		b = max(0, min(b, len(s)))
		if b < len(s) && !utf8.RuneStart(s[b]) {
			return
		}
		if got, want := corpus.NewOffsets(s).CodePoints(b), utf8.RuneCountInString(s[:b]); got != want {
			t.Errorf("%q at %d: got %d, want %d", s, b, got, want)
		}
	})
}
