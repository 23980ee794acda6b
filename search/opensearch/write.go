package opensearch

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"

	"briefsearch/corpus"
	"briefsearch/search"
)

// maxBulk is about how many bytes are sent at once.
const maxBulk = 8 << 20

// Put implements search.Writer. All documents of a report are on one shard, and
// searches see none of them before the refresh at the end. When it is cut off before,
// the document of the report is the old one or missing, so that whoever compares
// sources puts it again.
func (e *Engine) Put(ctx context.Context, r *corpus.Report) error {
	const op = "put report"
	if err := search.CheckReport(op, r, headPrefix); err != nil {
		return err
	}
	return e.write(ctx, op, r.ID, func() []document { return e.documents(r) })
}

// Delete implements search.Writer.
func (e *Engine) Delete(ctx context.Context, id corpus.ReportID) error {
	if id == "" {
		return nil
	}
	return e.write(ctx, "delete report", id, func() []document { return nil })
}

// write replaces the documents of a report.
func (e *Engine) write(ctx context.Context, op string, id corpus.ReportID, made func() []document) error {
	if err := e.usable(op); err != nil {
		return err
	}
	e.writing.Lock()
	defer e.writing.Unlock()
	old, err := e.documentsOf(ctx, id)
	if err != nil {
		return e.fault(ctx, op, err)
	}
	docs := made()
	if len(old)+len(docs) == 0 {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return e.fault(ctx, op, err)
	}
	ctx = context.WithoutCancel(ctx) // what is begun is finished: half a report is of no use
	b := bulk{client: e.client, routing: string(id)}
	for _, d := range docs {
		delete(old, d.id)
		if err := b.add(ctx, "index", d.id, d.fields); err != nil {
			return e.fault(ctx, op, err)
		}
	}
	for name := range old {
		if err := b.add(ctx, "delete", name, nil); err != nil {
			return e.fault(ctx, op, err)
		}
	}
	if err := b.flush(ctx); err != nil {
		return e.fault(ctx, op, err)
	}
	err = insist(ctx, func() error { return e.ask(ctx, http.MethodPost, "/_refresh", nil, nil) })
	if err != nil {
		return e.fault(ctx, op, err)
	}
	err = e.stamp(ctx)
	e.known.Store(nil) // what is written here is known here at once
	return e.fault(ctx, op, err)
}

// documentsOf lists the documents of a report.
func (e *Engine) documentsOf(ctx context.Context, id corpus.ReportID) (map[string]bool, error) {
	names := make(map[string]bool)
	body := object{"query": only(object{search.FieldReport: clean(string(id))}), "_source": false}
	err := e.each(ctx, body, func(h *hit) error {
		names[h.Name] = true
		return nil
	})
	return names, err
}

// bulk is documents on their way, so many bytes at once.
type bulk struct {
	*client
	routing string
	lines   bytes.Buffer
}

func (b *bulk) add(ctx context.Context, action, id string, fields object) error {
	w := json.NewEncoder(&b.lines) // which ends each line
	w.SetEscapeHTML(false)
	if err := w.Encode(object{action: object{"_id": id, "routing": b.routing}}); err != nil {
		return err
	}
	if fields != nil {
		if err := w.Encode(fields); err != nil {
			return err
		}
	}
	if b.lines.Len() < maxBulk {
		return nil
	}
	return b.flush(ctx)
}

func (b *bulk) flush(ctx context.Context) error {
	if b.lines.Len() == 0 {
		return nil
	}
	err := insist(ctx, func() error { return b.send(ctx) })
	b.lines.Reset()
	return err
}

func (b *bulk) send(ctx context.Context) error {
	var told struct {
		Errors bool
		Items  []map[string]struct {
			Status int
			Error  struct{ Type, Reason string }
		}
	}
	if err := b.ask(ctx, http.MethodPost, "/_bulk", b.lines.Bytes(), &told); err != nil || !told.Errors {
		return err
	}
	for _, item := range told.Items {
		for _, did := range item {
			if did.Status >= http.StatusMultipleChoices && did.Status != http.StatusNotFound {
				return &refusal{status: did.Status, kind: did.Error.Type, reason: did.Error.Reason}
			}
		}
	}
	return nil
}
