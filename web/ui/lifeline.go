package ui

import "strconv"

// yearSpan is a stretch of years of the picture of memberships.
type yearSpan struct {
	From, To int
	Known    bool // whether the first year is known
}

// lifeline is a row of that picture.
type lifeline struct {
	X, Width string
	Known    bool
	Open     bool // goes on to the edge
}

// lifelines places stretches of years between the first year of all and edge; a
// stretch without an end goes on to it.
func lifelines(spans []yearSpan, edge int) (lines []lifeline, axis []tick) {
	first := edge
	for _, s := range spans {
		if s.From > 0 {
			first = min(first, s.From)
		}
		edge = max(edge, s.From, s.To)
	}
	step := 100 / float64(edge-first+1)
	for _, s := range spans {
		from, to := s.From, s.To
		if from == 0 {
			from = first
		}
		if to == 0 {
			to = edge
		}
		lines = append(lines, lifeline{
			X: percent(float64(from-first) * step), Width: percent(float64(max(to, from)-from+1) * step), Known: s.Known, Open: s.To == 0,
		})
	}
	return lines, ticks(first, edge)
}

// latestYear is the latest year that a chart shows, or the fallback.
func latestYear(c *chart, spans []yearSpan) int {
	latest := 0
	for _, s := range spans {
		latest = max(latest, s.From, s.To)
	}
	if c != nil && len(c.Rows) > 0 {
		if year, err := strconv.Atoi(c.Rows[0].Label); err == nil {
			latest = max(latest, year)
		}
	}
	return latest
}

