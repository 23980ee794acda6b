package ui

import (
	"encoding/json"
	"math"
	"strings"

	"briefsearch/corpus"
	"briefsearch/search"
)

// original is the file of a turn's report, to be shown beside the text.
type original struct {
	File     string // URL
	From, To int    // pages of the turn
	Lines    string // JSON: by page, the boxes of the turn's lines as [x, y, width, height] in points
	Name     string // of a page; 0 stands for its number
}

// newOriginal is the original of a turn, or nil when it is not a PDF file or not
// given out.
func (p *visit) newOriginal(t *search.Turn) *original {
	if p.service.HideOriginals || !strings.HasSuffix(strings.ToLower(t.Report.Source.File), ".pdf") {
		return nil
	}
	boxes, err := json.Marshal(boxesOf(t.Intervention))
	if err != nil {
		return nil // numbers that no page has; the page does without
	}
	return &original{
		File: p.urls.API("/reports/" + string(t.Report.ID) + "/file"), From: t.Intervention.PageFrom,
		To: max(t.Intervention.PageFrom, t.Intervention.PageTo), Lines: string(boxes), Name: p.say.Say("page.one", 0),
	}
}

// boxesOf are the boxes of a turn's lines, by page.
func boxesOf(in *corpus.Intervention) map[int][][4]float64 {
	out := make(map[int][][4]float64)
	for _, l := range in.Lines {
		if l.Box != nil {
			out[l.Page] = append(out[l.Page], [4]float64{tenth(l.Box.X), tenth(l.Box.Y), tenth(l.Box.W), tenth(l.Box.H)})
		}
	}
	return out
}

// tenth rounds to a tenth of a point, which is less than the eye sees.
func tenth(f float64) float64 { return math.Round(f*10) / 10 }
