package ui

import (
	"encoding/json"
	"math"
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/search"
)

// original is the file of a turn's report, to be shown beside the text.
type original struct {
	File     string // URL
	From, To int    // pages of the turn
	Lines    string // JSON: by page, the boxes of the turn's lines as [x, y, width, height] in points
	Passage  string // JSON: those of the lines that hold what a search has found
	Open     int    // page to open at
	Name     string // of a page; 0 stands for its number
}

// newOriginal is the original of a turn, or nil when it is not a PDF file or not
// given out. It opens where the search has found something, when one led here.
func (p *visit) newOriginal(t *search.Turn, from *trail) *original {
	if p.service.HideOriginals || !strings.HasSuffix(strings.ToLower(t.Report.Source.File), ".pdf") {
		return nil
	}
	in := t.Intervention
	boxes, err := json.Marshal(boxesOf(in, 0, utf8.RuneCountInString(in.Text)))
	if err != nil {
		return nil // numbers that no page has; the page does without
	}
	start, end := from.passage()
	found, err := json.Marshal(boxesOf(in, start, end))
	if err != nil {
		return nil
	}
	return &original{
		File: p.urls.API("/reports/" + string(t.Report.ID) + "/file"), From: in.PageFrom,
		To: max(in.PageFrom, in.PageTo), Lines: string(boxes), Passage: string(found), Open: in.PageAt(start), Name: p.say.Say("page.one", 0),
	}
}

// boxesOf are the boxes of the lines that hold a stretch of a turn's text, by page.
func boxesOf(in *corpus.Intervention, from, to int) map[int][][4]float64 {
	out := make(map[int][][4]float64)
	for i, l := range in.Lines {
		end := to
		if i+1 < len(in.Lines) {
			end = in.Lines[i+1].Start
		}
		if l.Box != nil && l.Start < to && end > from {
			out[l.Page] = append(out[l.Page], [4]float64{tenth(l.Box.X), tenth(l.Box.Y), tenth(l.Box.W), tenth(l.Box.H)})
		}
	}
	return out
}

// tenth rounds to a tenth of a point, which is less than the eye sees.
func tenth(f float64) float64 { return math.Round(f*10) / 10 }
