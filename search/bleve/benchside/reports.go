package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"briefsearch/corpus"
)

// maker makes reports of prose. The same number gives the same report.
type maker struct {
	*prose
	total int // interventions in all
}

// turnsPer is how many interventions a report has, and turnWords about how many
// words one of them.
const (
	turnsPer  = 25
	turnWords = 200
)

func (m *maker) reports() int { return (m.total + turnsPer - 1) / turnsPer }

// often picks one of n, the first ones more often, as names and topics are
// mentioned.
func often(r *rand.Rand, n int) int { return min(n-1, int(math.Pow(float64(n)+1, r.Float64()))-1) }

func (m *maker) report(i int) *corpus.Report {
	r := rand.New(rand.NewPCG(11, uint64(i))) // #nosec G404 G115 -- invented data
	year := 2025 - min(35, int(r.ExpFloat64()*10))
	report := &corpus.Report{
		ID: corpus.ReportID(fmt.Sprintf("report-%06d", i)), Title: m.text(r, 6), Language: "en",
		Date: corpus.Date(fmt.Sprintf("%d-%02d-%02d", year, 1+r.IntN(12), 1+r.IntN(28))),
	}
	for n := range min(turnsPer, m.total-i*turnsPer) {
		in := corpus.Intervention{
			Language: "en", PageFrom: 1 + n/3, PageTo: 1 + n/3, Text: m.text(r, turnWords/2+r.IntN(turnWords)),
			Speaker: corpus.Speaker{Name: fmt.Sprintf("Speaker %d", often(r, max(10, m.total/20))), Honorific: "Ms."},
			Session: &corpus.Session{Number: 1 + n/9, Title: fmt.Sprintf("Session on subject %d", often(r, 400))},
		}
		in.Tags = tags(r)
		report.Interventions = append(report.Interventions, in)
	}
	corpus.AssignIDs(report)
	return report
}

// tags are as many as those of real interventions.
func tags(r *rand.Rand) corpus.Tags {
	var out corpus.Tags
	for _, k := range []struct {
		kind  corpus.Kind
		most  int
		of    int
		share float64 // of the interventions that have any
	}{{corpus.RCP, 2, 30, 0.35}, {corpus.Country, 5, 193, 0.9}, {corpus.Organisation, 3, 60, 0.6}, {corpus.Theme, 4, 40, 0.8}} {
		if r.Float64() > k.share {
			continue
		}
		seen := make(map[int]bool)
		for range 1 + r.IntN(k.most) {
			n := often(r, k.of)
			if seen[n] {
				continue
			}
			seen[n] = true
			relation := corpus.Mentioned
			if k.kind == corpus.Country && len(seen) == 1 {
				relation = corpus.SpeaksFor
			}
			out = append(out, corpus.Tag{
				Kind: k.kind, ID: fmt.Sprintf("%s%d", k.kind, n), Relations: []corpus.Relation{relation},
				Evidence: []corpus.Evidence{{Start: 0, End: 3, Text: "the", Via: "alias"}},
			})
		}
	}
	return out
}

// facets are the six that each query counts.
func facets() []string {
	return []string{"rcp", "country", "speaker", "organisation", "theme", "year"}
}

// row is an intervention as the other engines get it.
type row struct {
	Key          string   `json:"_key"`
	Text         string   `json:"text"`
	RCP          []string `json:"rcp"`
	Country      []string `json:"country"`
	Speaker      []string `json:"speaker"`
	Organisation []string `json:"organisation"`
	Theme        []string `json:"theme"`
	Year         []string `json:"year"`
}

// writeRows writes all interventions as JSON, one a line, and returns how long
// their texts are.
func (m *maker) writeRows(to io.Writer) (text int64, err error) {
	out := json.NewEncoder(to)
	for i := range m.reports() {
		r := m.report(i)
		for n := range r.Interventions {
			in := &r.Interventions[n]
			text += int64(len(in.Text))
			if err := out.Encode(row{
				Key: string(in.ID), Text: in.Text, RCP: in.Tags.IDs(corpus.RCP), Country: in.Tags.IDs(corpus.Country),
				Speaker: []string{in.Speaker.Name}, Organisation: in.Tags.IDs(corpus.Organisation),
				Theme: in.Tags.IDs(corpus.Theme), Year: []string{r.Date.Year()},
			}); err != nil {
				return text, err
			}
		}
	}
	return text, nil
}
