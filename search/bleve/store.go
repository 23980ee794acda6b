package bleve

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"briefsearch/corpus"
	"briefsearch/search"
)

var errMissing = errors.New("not in the index")

func notFound(op, id string) error {
	return &corpus.Error{Code: corpus.NotFound, Op: op, File: id, Err: errMissing}
}

// read runs a function on a view of the index.
func (e *Engine) read(ctx context.Context, op string, with func(*view) error) (err error) {
	done, err := e.use(op)
	if err != nil {
		return err
	}
	defer done()
	defer e.rescue(op, &err)
	v, err := e.view(ctx)
	if err != nil {
		return e.fault(ctx, err)
	}
	defer v.close()
	if err := with(v); err != nil {
		return e.fault(ctx, err)
	}
	return nil
}

// document finds a document by its name.
func (v *view) document(name string) (segmentView, uint32, bool, error) {
	at, doc, ok, err := v.place(name)
	if !ok || err != nil {
		return segmentView{}, 0, false, err
	}
	return v.segments[at], doc, true, nil
}

// place finds a document and the number of its segment.
func (v *view) place(name string) (segment int, doc uint32, ok bool, err error) {
	if name == "" {
		return 0, 0, false, nil
	}
	for i, seg := range v.segments {
		found, err := seg.DocNumbers([]string{name})
		if err != nil {
			return 0, 0, false, err
		}
		if !found.IsEmpty() {
			return i, found.Minimum(), true, nil
		}
	}
	return 0, 0, false, nil
}

// spoken finds an intervention: NotFound for whatever else is in the index.
func (v *view) spoken(op, id string) (segment int, doc uint32, err error) {
	segment, doc, ok, err := v.place(id)
	if err != nil {
		return 0, 0, err
	}
	if ok {
		if _, section, isText := v.segments[segment].text(doc); isText && !section {
			return segment, doc, nil
		}
	}
	return 0, 0, notFound(op, id)
}

// storedField hands on one stored field of a document, which is not to be kept.
func storedField(seg segmentView, doc uint32, name string, use func(frame []byte) error) error {
	found, used := false, error(nil)
	err := seg.VisitDocument(uint64(doc), func(field string, _ byte, v []byte, _ []uint64) bool {
		if found = field == name; found {
			used = use(v)
		}
		return !found
	})
	if err == nil && !found {
		err = fmt.Errorf("document %d has no field %s", doc, name)
	}
	return cmp.Or(err, used)
}

// turn reads an intervention.
func (e *Engine) turn(seg segmentView, doc uint32) (t *turn, err error) {
	err = storedField(seg, doc, fieldTurn, func(frame []byte) error {
		t, err = e.codec.unpackTurn(frame)
		return err
	})
	return t, err
}

func (e *Engine) head(seg segmentView, doc uint32) (*head, error) {
	h := new(head)
	if err := e.record(seg, doc, fieldHead, h); err != nil {
		return nil, err
	}
	if h.Report == nil {
		return nil, errRecord
	}
	h.Report.Source = h.Source
	return h, nil
}

// record reads a record that is not a turn into v.
func (e *Engine) record(seg segmentView, doc uint32, field string, v any) error {
	return storedField(seg, doc, field, func(frame []byte) error { return e.codec.unpack(frame, v) })
}

// headAt finds the head of a report.
func (v *view) headAt(op string, id corpus.ReportID) (segmentView, uint32, error) {
	seg, doc, ok, err := v.document(headPrefix + string(id))
	if err == nil && !ok {
		err = notFound(op, string(id))
	}
	return seg, doc, err
}

// whole reads the head and the outline of a report.
func (e *Engine) whole(v *view, op string, id corpus.ReportID) (*head, *outline, error) {
	out := new(outline)
	h, err := e.parts(v, op, id, out)
	return h, out, err
}

// parts reads the head of a report, and into out what is wanted of its outline.
func (e *Engine) parts(v *view, op string, id corpus.ReportID, out any) (*head, error) {
	seg, doc, err := v.headAt(op, id)
	if err != nil {
		return nil, err
	}
	h, err := e.head(seg, doc)
	if err != nil {
		return nil, err
	}
	return h, e.record(seg, doc, fieldOutline, out)
}

// Report implements search.Store.
func (e *Engine) Report(ctx context.Context, id corpus.ReportID) (r *corpus.Report, err error) {
	const op = "read report"
	err = e.read(ctx, op, func(v *view) error {
		h, out, err := e.whole(v, op, id)
		if err != nil {
			return err
		}
		r = h.Report
		r.Sections = out.Sections
		for i := range out.Turns {
			r.Interventions = append(r.Interventions, out.Turns[i].intervention())
		}
		return nil
	})
	return r, err
}

// Sections implements search.Store.
func (e *Engine) Sections(ctx context.Context, id corpus.ReportID) (sections []corpus.Section, err error) {
	const op = "read sections"
	err = e.read(ctx, op, func(v *view) error {
		_, out, err := e.whole(v, op, id)
		if err != nil {
			return err
		}
		sections, err = e.sections(v, id, out.Sections)
		return err
	})
	return sections, err
}

// sections reads the texts and tags of the sections of a report.
func (e *Engine) sections(v *view, id corpus.ReportID, heads []corpus.Section) ([]corpus.Section, error) {
	for i := range heads {
		name := string(search.SectionID(id, i+1))
		seg, doc, ok, err := v.document(name)
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, fmt.Errorf("%s: %w", name, errMissing)
		}
		t, err := e.turn(seg, doc)
		if err != nil {
			return nil, err
		}
		heads[i].Text, heads[i].Tags = search.SectionText(heads[i].Title, t.Text), t.Tags
	}
	return heads, nil
}

// Intervention implements search.Store.
func (e *Engine) Intervention(ctx context.Context, id corpus.InterventionID) (found *search.Turn, err error) {
	const op = "read intervention"
	err = e.read(ctx, op, func(v *view) error {
		at, doc, err := v.spoken(op, string(id))
		if err != nil {
			return err
		}
		seg := v.segments[at]
		t, err := e.turn(seg, doc)
		if err != nil {
			return err
		}
		var out neighbourhood
		h, err := e.parts(v, op, t.Report.ID, &out)
		if err != nil {
			return err
		}
		found = &search.Turn{
			Report: h.Report, Intervention: t.intervention(),
			Person: v.valueOf(seg, doc, e.columns.at[search.FieldSpeaker]),
		}
		found.Previous, found.Next, err = out.around(t)
		return err
	})
	return found, err
}

// Interventions implements search.Store.
func (e *Engine) Interventions(ctx context.Context, ids []corpus.InterventionID) (found []*search.Turn, err error) {
	const op = "read interventions"
	err = e.read(ctx, op, func(v *view) error {
		heads := make(map[corpus.ReportID]*corpus.Report)
		for _, id := range ids {
			t, err := e.turnOf(ctx, v, op, id, heads)
			if corpus.CodeOf(err) == corpus.NotFound {
				continue
			}
			if err != nil {
				return err
			}
			found = append(found, t)
		}
		return nil
	})
	return found, err
}

// turnOf reads an intervention without its neighbours. The heads that have been
// read are not read again.
func (e *Engine) turnOf(ctx context.Context, v *view, op string, id corpus.InterventionID, heads map[corpus.ReportID]*corpus.Report) (*search.Turn, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	at, doc, err := v.spoken(op, string(id))
	if err != nil {
		return nil, err
	}
	t, err := e.turn(v.segments[at], doc)
	if err != nil {
		return nil, err
	}
	report, ok := heads[t.Report.ID]
	if !ok {
		seg, doc, err := v.headAt(op, t.Report.ID)
		if err != nil {
			return nil, err
		}
		h, err := e.head(seg, doc)
		if err != nil {
			return nil, err
		}
		report = h.Report
		heads[t.Report.ID] = report
	}
	return &search.Turn{
		Report: report, Intervention: t.intervention(), Person: v.valueOf(v.segments[at], doc, e.columns.at[search.FieldSpeaker]),
	}, nil
}

// neighbourhood is an outline of which hardly anything is read: most of what it
// takes to give back a turn would be to read all turns around it.
type neighbourhood struct {
	Turns []json.RawMessage `json:"turns"`
}

// around is the neighbours of a turn, which mostly stands where its number says.
func (n *neighbourhood) around(t *turn) (previous, next *search.Neighbour, err error) {
	i := t.N - 1
	here, err := n.at(i)
	if err == nil && (here == nil || here.ID != t.ID) {
		for i = 0; i < len(n.Turns); i++ {
			if here, err = n.at(i); err != nil || here.ID == t.ID {
				break
			}
		}
	}
	if err != nil || i >= len(n.Turns) {
		return nil, nil, err
	}
	if previous, err = n.at(i - 1); err == nil {
		next, err = n.at(i + 1)
	}
	return previous, next, err
}

// at is the turn of a place, or nil where there is none.
func (n *neighbourhood) at(i int) (*search.Neighbour, error) {
	if i < 0 || i >= len(n.Turns) {
		return nil, nil //nolint:nilnil // as it says
	}
	var t turnHead
	if err := json.Unmarshal(n.Turns[i], &t); err != nil {
		return nil, fmt.Errorf("unpack record: %w", err)
	}
	return &search.Neighbour{ID: t.ID, Speaker: t.Speaker}, nil
}

// heads reads the heads of all reports.
func (e *Engine) heads(ctx context.Context, op string) (heads []*head, err error) {
	err = e.read(ctx, op, func(v *view) error {
		heads, err = e.headsIn(ctx, v)
		return err
	})
	return heads, err
}

func (e *Engine) headsIn(ctx context.Context, v *view) ([]*head, error) {
	var heads []*head
	for _, seg := range v.segments {
		if err := e.headsOf(ctx, seg, &heads); err != nil {
			return nil, err
		}
	}
	return heads, nil
}

func (e *Engine) headsOf(ctx context.Context, seg segmentView, heads *[]*head) error {
	live := seg.DocNumbersLive().Iterator()
	for live.HasNext() {
		doc := live.Next()
		if !seg.reports.Contains(doc) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		h, err := e.head(seg, doc)
		if err != nil {
			return err
		}
		*heads = append(*heads, h)
	}
	return nil
}

// Sources implements search.Store.
func (e *Engine) Sources(ctx context.Context) (map[corpus.ReportID]corpus.Source, error) {
	heads, err := e.heads(ctx, "list sources")
	if err != nil {
		return nil, err
	}
	sources := make(map[corpus.ReportID]corpus.Source, len(heads))
	for _, h := range heads {
		sources[h.Report.ID] = h.Source
	}
	return sources, nil
}
