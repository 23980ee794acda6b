package bleve

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/search"
)

// listed is a report in the list of all, which a view keeps: to read the heads of
// all reports for a page of some would cost a second where there are many.
type listed struct {
	id      corpus.ReportID
	segment uint32
	doc     uint32
}

// Reports implements search.Store.
func (e *Engine) Reports(ctx context.Context, after corpus.ReportID, size int) (page []*corpus.Report, total int, err error) {
	const op = "list reports"
	err = e.read(ctx, op, func(v *view) error {
		list, err := e.list(ctx, v)
		if err != nil {
			return err
		}
		total = len(list)
		first := 1 + slices.IndexFunc(list, func(l listed) bool { return l.id == after })
		if first == 0 && after != "" {
			return notFound(op, string(after))
		}
		list = list[first:]
		page, err = e.listedHeads(ctx, v, list[:min(size, len(list))])
		return err
	})
	return page, total, err
}

func (e *Engine) listedHeads(ctx context.Context, v *view, list []listed) ([]*corpus.Report, error) {
	page := make([]*corpus.Report, 0, len(list))
	for _, l := range list {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		h, err := e.head(v.segments[l.segment], l.doc)
		if err != nil {
			return nil, err
		}
		page = append(page, h.Report)
	}
	return page, nil
}

// list is all reports of a view, the newest first.
func (e *Engine) list(ctx context.Context, v *view) ([]listed, error) {
	if known := v.listing.Load(); known != nil {
		return *known, nil
	}
	list := make([]listed, 0, v.reports)
	date := make(map[corpus.ReportID]string, v.reports)
	dates := e.datesOfTexts(v)
	for i, seg := range v.segments {
		live := seg.DocNumbersLive()
		live.And(seg.reports)
		for docs := live.Iterator(); docs.HasNext(); {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			l, day, err := e.listOne(v, uint32(i), docs.Next(), dates) // #nosec G115 -- a handful
			if err != nil {
				return nil, err
			}
			list = append(list, l)
			date[l.id] = day
		}
	}
	slices.SortFunc(list, func(a, b listed) int {
		return cmp.Or(strings.Compare(date[b.id], date[a.id]), cmp.Compare(a.id, b.id))
	})
	v.listing.Store(&list)
	return list, nil
}

// listOne is a report and its date, which is that of its texts if it has any.
func (e *Engine) listOne(v *view, segment, doc uint32, dates []string) (listed, string, error) {
	seg := v.segments[segment]
	name, err := seg.DocID(uint64(doc))
	if err != nil {
		return listed{}, "", err
	}
	id := strings.TrimPrefix(string(name), headPrefix)
	l := listed{id: corpus.ReportID(id), segment: segment, doc: doc}
	if o, ok := v.firstOf(e.columns.at[search.FieldReport], id); ok && int(o) < len(dates) {
		return l, dates[o], nil
	}
	h, err := e.head(seg, doc)
	if err != nil {
		return listed{}, "", err
	}
	return l, h.Report.Date.First(), nil
}

// datesOfTexts is the date of each report that has texts, by its ordinal.
func (e *Engine) datesOfTexts(v *view) []string {
	report, date := e.columns.at[search.FieldReport], e.columns.at[search.FieldDate]
	dates := make([]string, len(v.keys[report]))
	for _, seg := range v.segments {
		for docs := seg.DocNumbersLive().Iterator(); docs.HasNext(); {
			doc := docs.Next()
			o, ok := seg.fields[report].first(doc)
			if !ok {
				continue
			}
			if day, ok := seg.fields[date].first(doc); ok {
				dates[o] = v.keys[date][day]
			}
		}
	}
	return dates
}
