package enginetest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"briefsearch/corpus"
)

// words are invented, so that no engine knows them, each with a stem and a
// beginning of its own.
var words = strings.Fields(`bakom celvat dulir fenap gorux hiplan jakut kolvim lurnak mopil
	nostrak pelvod quivar rostun selvik tarnob ulpak vormat wistul xelpan yorvik zantul
	brakom cluvat drolir flenap glorux`)

// common words stand in most texts.
var common = words[:3]

// world invents reports. It gives the same ones for the same seed.
type world struct {
	*rand.Rand
	reports map[corpus.ReportID]*corpus.Report // what the engine should hold
	truth   oracle                             // over them, since the last change
}

func newWorld(seed uint64) *world {
	return &world{
		Rand:    rand.New(rand.NewPCG(seed, 17)), // #nosec G404 -- invented data
		reports: make(map[corpus.ReportID]*corpus.Report),
	}
}

func one[T any](w *world, of []T) T { return of[w.IntN(len(of))] }

func (w *world) some(of []string, most int) []string {
	n := min(w.IntN(most+1), len(of))
	out := slices.Clone(of)
	w.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out[:n]
}

// report invents a report of a name; each call another one.
func (w *world) report(name string) *corpus.Report {
	r := &corpus.Report{
		ID: corpus.ReportID(name), Title: "Report on " + one(w, words), Series: "Invented", Kind: "briefing report",
		Date: w.date(), Place: "Nowhere", Organisers: []string{"NOBODY"}, Language: "en", Pages: 9, Layout: "narrative", Reader: "text",
		Source: corpus.Source{
			File: name + ".txt", SHA256: fmt.Sprintf("%064x", w.Uint64()), Size: int64(w.IntN(9999)),
			Modified: time.Date(2026, 1, 1+w.IntN(300), 1, 2, 3, 0, time.UTC),
		},
	}
	for i := range 1 + w.IntN(7) {
		r.Interventions = append(r.Interventions, w.intervention(i))
	}
	for range w.IntN(3) {
		text := w.text()
		r.Sections = append(r.Sections, corpus.Section{Title: "On " + one(w, words), Page: 1 + w.IntN(9), Text: text, Tags: w.tags(text)})
	}
	corpus.AssignIDs(r)
	return r
}

func (w *world) date() corpus.Date {
	switch w.IntN(6) {
	case 0:
		return ""
	case 1:
		return corpus.Date(fmt.Sprint(2000 + w.IntN(4)))
	case 2:
		return corpus.Date(fmt.Sprintf("%d-%02d", 2000+w.IntN(4), 1+w.IntN(12)))
	default:
		return corpus.Date(fmt.Sprintf("%d-%02d-%02d", 2000+w.IntN(4), 1+w.IntN(12), 1+w.IntN(28)))
	}
}

func (w *world) intervention(i int) corpus.Intervention {
	in := corpus.Intervention{
		Speaker: corpus.Speaker{
			Name:      one(w, []string{"Ada Bakker", "Ben Çelik", "Cy Dupont", "Ada Dupont", "Dupont", "B. Çelik", "Li", ""}),
			Honorific: one(w, []string{"Ms.", "Ms.", "", "Mr."}), AsPrinted: "Ms. Speaker",
			Organisation: one(w, []string{"A", "A", ""}), Country: one(w, []string{"", "ID", "MX"}), OnBehalfOf: w.some([]string{"a group"}, 1),
		},
		Language: one(w, []string{"en", "en", "fr", "es", "ru", ""}), PageFrom: 1 + i, PageTo: 2 + i,
		Text: w.text(),
	}
	if w.IntN(4) > 0 {
		in.Session = &corpus.Session{Number: 1 + w.IntN(3), Title: "Session on " + one(w, words[:4])}
	}
	half := len([]rune(in.Text)) / 2
	in.Lines = []corpus.Line{
		{Start: 0, Page: 1 + i, Box: &corpus.Box{X: 72, Y: 100.5, W: 300.25, H: 12}},
		{Start: half, Page: 2 + i},
	}
	in.Tags = w.tags(in.Text)
	return in
}

func (w *world) text() string {
	var b strings.Builder
	for p := range 1 + w.IntN(3) {
		if p > 0 {
			b.WriteString("\n\n")
		}
		for i := range 3 + w.IntN(25) {
			if i > 0 {
				b.WriteByte(' ')
			}
			if w.IntN(3) == 0 {
				b.WriteString(one(w, common))
			} else {
				b.WriteString(one(w, words))
			}
		}
		b.WriteByte('.')
	}
	return b.String()
}

// tags invents tags whose evidence is the first word of the text.
func (w *world) tags(text string) corpus.Tags {
	first, _, _ := strings.Cut(text, " ")
	evidence := []corpus.Evidence{{Start: 0, End: len([]rune(first)), Text: first, Via: "alias"}}
	var tags corpus.Tags
	add := func(k corpus.Kind, ids []string, relations ...corpus.Relation) {
		for _, id := range ids {
			t := corpus.Tag{Kind: k, ID: id, Label: "The " + id, Evidence: evidence}
			for _, r := range relations {
				if w.IntN(2) == 0 {
					t.Add(r)
				}
			}
			if len(t.Relations) == 0 && len(relations) > 0 {
				t.Add(relations[0])
			}
			tags = append(tags, t)
		}
	}
	add(corpus.RCP, w.some([]string{"RCM", "BALI", "SACM"}, 2), corpus.About, corpus.Mentioned)
	add(corpus.Country, w.some([]string{"ID", "MX", "FR", "CI", "XX"}, 4), corpus.SpeaksFor, corpus.Mentioned)
	add(corpus.Organisation, w.some([]string{"IOM", "UNHCR"}, 2), corpus.Mentioned)
	add(corpus.Theme, w.some([]string{"remittances", "asylum", "data"}, 3))
	return tags
}
