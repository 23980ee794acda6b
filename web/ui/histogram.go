package ui

import (
	"context"
	"strconv"

	"briefsearch/search"
	"briefsearch/web/api"
)

// histogram is the counts of a search by year, of which a range can be brushed.
// It leaves the range out that the search has, so that another can be chosen.
type histogram struct {
	First, Last int // years
	From, To    int // years of the range in force; First and Last when there is none
	Bars        []bar
}

// bar is a year, in a picture of 100 by 24.
type bar struct {
	X, Y, Width, Height string
	Selected            bool
}

const barHeight = 24

// newHistogram counts a search by year, or is nil: one year alone is no picture.
func (p *visit) newHistogram(ctx context.Context, q *api.Query, a *api.Answer) *histogram {
	values := a.Facets[search.FieldYear]
	if q.From != "" || q.To != "" {
		whole := q.Undated().Counting(api.MaxValues)
		whole.Facets = []string{search.FieldYear}
		answer, err := p.service.Answer(ctx, whole)
		if err != nil {
			return nil // the page does without
		}
		values = answer.Facets[search.FieldYear]
	}
	h := &histogram{}
	years, largest := make(map[int]api.Value), 1
	for _, v := range values {
		year, err := strconv.Atoi(v.Value)
		if err != nil || v.Count == 0 {
			continue
		}
		years[year] = v
		if h.First == 0 || year < h.First {
			h.First = year
		}
		h.Last, largest = max(h.Last, year), max(largest, v.Count)
	}
	if len(years) < 2 {
		return nil
	}
	h.From, h.To = h.within(q.From.Year(), h.First), h.within(q.To.Year(), h.Last)
	h.draw(years, largest)
	return h
}

// within is a year of a range, or the end of the histogram when there is none.
func (h *histogram) within(year string, end int) int {
	n, err := strconv.Atoi(year)
	if err != nil {
		return end
	}
	return min(max(n, h.First), h.Last)
}

// draw makes the bars, the oldest first, with a gap for a year that has none.
func (h *histogram) draw(years map[int]api.Value, largest int) {
	width := 100 / float64(h.Last-h.First+1)
	for year := h.First; year <= h.Last; year++ {
		v, ok := years[year]
		if !ok {
			continue
		}
		height := max(1, barHeight*float64(v.Count)/float64(largest))
		h.Bars = append(h.Bars, bar{
			X: decimal(float64(year-h.First)*width + width*0.1), Width: decimal(width * 0.8),
			Y: decimal(barHeight - height), Height: decimal(height),
			Selected: v.Selected || (h.From > h.First || h.To < h.Last) && h.From <= year && year <= h.To,
		})
	}
}
