package ui

import (
	"strconv"

	"briefsearch/search"
	"briefsearch/web/api"
)

// chart is counts by year: a picture and the table with the same numbers. All
// series share the years and the scale, so that they can be compared by eye.
type chart struct {
	ID     string
	Series []series
	Ticks  []tick
	Rows   []chartRow
}

// series is one row of bars.
type series struct {
	Title string // "" when there is only one
	Kind  string // for its colour
	Bars  []column
	CSV   string // URL of its numbers as a file
}

// column is a bar. Places across are in percent of the picture's width and those
// down in pixels, so that letters keep their size however wide the window is.
type column struct {
	X, Width, Middle string
	Y, Height, Top   int
	Text             string // what it stands for: "2006: 3"
	Count            string
}

// tick is a year below the bars. In a narrow window those that are not Major
// are left out.
type tick struct {
	X     string
	Text  string
	Major bool
}

type chartRow struct {
	Label string
	Cells []linkedCount
}

// linkedCount is a number that leads to what it counts.
type linkedCount struct {
	Count string
	URL   string // "" when there is nothing
}

// What the pictures measure, in pixels.
const (
	chartHeight = 72 // of the highest bar
	chartTop    = 16 // for the number above it
)

// How many years are named below the bars.
const (
	ticksWide   = 16
	ticksNarrow = 5
	ticksTable  = 6 // above a column of a table
)

// asked is a search whose counts are drawn.
type asked struct {
	Title string
	Kind  string
	Query *api.Query
}

// newChart draws the counts of searches by year, or nothing when there is no
// date in any of them. An engine that cannot count by time has no picture.
func (p *visit) newChart(id string, searches ...asked) (*chart, error) {
	var counts []map[int]int
	for _, s := range searches {
		years, err := p.countYears(s.Query)
		if err != nil {
			return nil, err
		}
		counts = append(counts, years)
	}
	first, last, largest := extent(counts)
	if first == 0 {
		return nil, nil //nolint:nilnil // no picture is no fault
	}
	c := &chart{ID: id, Ticks: ticks(first, last, ticksWide)}
	for i, s := range searches {
		one := series{Title: s.Title, Kind: s.Kind, CSV: p.urls.TimelineCSV(s.Query)}
		for year := first; year <= last; year++ {
			if n := counts[i][year]; n > 0 {
				one.Bars = append(one.Bars, p.newColumn(year, first, last, n, largest))
			}
		}
		c.Series = append(c.Series, one)
	}
	c.Rows = p.chartRows(searches, counts, first, last)
	return c, nil
}

// countYears counts a search by year; an engine that is no Explorer counts
// nothing.
func (p *visit) countYears(q *api.Query) (map[int]int, error) {
	years := make(map[int]int)
	t, err := p.service.Timeline(p.ctx(), q, search.ByYear)
	if api.CannotExplore(err) {
		return years, nil
	}
	if err != nil {
		return nil, err
	}
	for _, step := range t.Steps {
		if year, err := strconv.Atoi(step.Start); err == nil {
			years[year] = step.Count
		}
	}
	return years, nil
}

// extent is the first and the last year of some counts, 0 when there is none,
// and the largest of them.
func extent(counts []map[int]int) (first, last, largest int) {
	for _, years := range counts {
		for year, n := range years {
			if first == 0 || year < first {
				first = year
			}
			last, largest = max(last, year), max(largest, n)
		}
	}
	return first, last, max(1, largest)
}

// chartRows are the numbers, the latest year first. A year in which nobody
// speaks between others is there, too.
func (p *visit) chartRows(searches []asked, counts []map[int]int, first, last int) []chartRow {
	var out []chartRow
	for year := last; year >= first; year-- {
		row := chartRow{Label: strconv.Itoa(year)}
		for i, s := range searches {
			row.Cells = append(row.Cells, p.linkedCount(s.Query.With(search.FieldYear, row.Label), counts[i][year]))
		}
		out = append(out, row)
	}
	return out
}

func (p *visit) linkedCount(q *api.Query, n int) linkedCount {
	out := linkedCount{Count: p.say.Number(n)}
	if n > 0 {
		out.URL = p.urls.Search(shown(q))
	}
	return out
}

func (p *visit) newColumn(year, first, last, n, largest int) column {
	height := max(2, chartHeight*n/largest)
	step := 100 / float64(last-first+1)
	left, width := float64(year-first)*step, min(step*.72, 9)
	return column{
		X: percent(left + (step-width)/2), Width: percent(width), Middle: percent(left + step/2),
		Y: chartTop + chartHeight - height, Height: height, Top: chartTop + chartHeight - height - 4, Count: p.say.Number(n), Text: strconv.Itoa(year) + ": " + p.say.Number(n),
	}
}

// ticks names so many years, or fewer.
func ticks(first, last, room int) []tick {
	years := last - first + 1
	wide, narrow := (years+room-1)/room, (years+ticksNarrow-1)/ticksNarrow
	if narrow > wide { // every narrow tick is a wide one, too
		narrow = (narrow + wide - 1) / wide * wide
	}
	step := 100 / float64(years)
	var out []tick
	for i := 0; i < years; i += wide {
		out = append(out, tick{X: percent((float64(i) + .5) * step), Text: strconv.Itoa(first + i), Major: i%narrow == 0})
	}
	return out
}

func percent(f float64) string { return decimal(f) + "%" }
