package ui

import (
	"encoding/json"
	"iter"
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
	Words    string // JSON: by page, what the lines say, where the pages are pictures; or ""
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
	start, end := from.passage()
	o := &original{
		File: p.urls.API("/reports/" + string(t.Report.ID) + "/file"), From: in.PageFrom,
		To: max(in.PageFrom, in.PageTo), Open: in.PageAt(start), Name: p.say.Say("page.one", 0),
	}
	sheets := map[*string]any{&o.Lines: boxesOf(in, 0, utf8.RuneCountInString(in.Text)), &o.Passage: boxesOf(in, start, end)}
	if t.Report.OCR {
		sheets[&o.Words] = wordsOf(in)
	}
	for field, sheet := range sheets {
		text, err := json.Marshal(sheet)
		if err != nil {
			return nil // numbers that no page has; the page does without
		}
		*field = string(text)
	}
	return o
}

// boxedLines are the lines of a turn that have a place, and the code points of its
// text at which they begin and end.
func boxedLines(in *corpus.Intervention) iter.Seq2[*corpus.Line, [2]int] {
	return func(yield func(*corpus.Line, [2]int) bool) {
		end := utf8.RuneCountInString(in.Text)
		for i := range in.Lines {
			to := end
			if i+1 < len(in.Lines) {
				to = in.Lines[i+1].Start
			}
			if l := &in.Lines[i]; l.Box != nil && !yield(l, [2]int{l.Start, to}) {
				return
			}
		}
	}
}

// boxesOf are the boxes of the lines that hold a stretch of a turn's text, by page.
func boxesOf(in *corpus.Intervention, from, to int) map[int][][4]float64 {
	out := make(map[int][][4]float64)
	for l, at := range boxedLines(in) {
		if at[0] < to && at[1] > from {
			out[l.Page] = append(out[l.Page], [4]float64{tenth(l.Box.X), tenth(l.Box.Y), tenth(l.Box.W), tenth(l.Box.H)})
		}
	}
	return out
}

// wordsOf are what those lines say, by page.
func wordsOf(in *corpus.Intervention) map[int][]string {
	out := make(map[int][]string)
	text := []rune(in.Text)
	for l, at := range boxedLines(in) {
		from, to := min(at[0], len(text)), min(at[1], len(text))
		out[l.Page] = append(out[l.Page], strings.TrimSpace(string(text[from:max(from, to)])))
	}
	return out
}

// tenth rounds to a tenth of a point, which is less than the eye sees.
func tenth(f float64) float64 { return math.Round(f*10) / 10 }
