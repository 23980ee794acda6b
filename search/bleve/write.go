package bleve

import (
	"context"
	"errors"
	"fmt"
	"maps"

	blevesearch "github.com/blevesearch/bleve/v2"

	"briefsearch/corpus"
	"briefsearch/search"
)

// Put implements search.Writer. A report is one batch, which Bleve introduces
// and persists as a whole.
func (e *Engine) Put(ctx context.Context, r *corpus.Report) error {
	const op = "put report"
	if err := search.CheckReport(op, r, headPrefix, shelfPrefix); err != nil {
		return err
	}
	return e.write(ctx, op, r.ID, func(b *blevesearch.Batch) (names []string, err error) {
		docs, texts, err := e.documents(r)
		if err != nil {
			return nil, err
		}
		docs[len(docs)-1].AddField(wordField(len(texts.written), maps.Keys(texts.written)))
		for _, doc := range docs {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if err := b.IndexAdvanced(doc); err != nil {
				return nil, err
			}
			names = append(names, doc.ID())
		}
		return names, nil
	})
}

// Delete implements search.Writer.
func (e *Engine) Delete(ctx context.Context, id corpus.ReportID) error {
	const op = "delete report"
	if id == "" {
		return nil
	}
	return e.write(ctx, op, id, func(*blevesearch.Batch) ([]string, error) { return nil, nil })
}

// write replaces what is stored under a report's id by what fill puts into the
// batch and names.
func (e *Engine) write(
	ctx context.Context, op string, id corpus.ReportID, fill func(*blevesearch.Batch) ([]string, error),
) (err error) {
	done, err := e.use(op)
	if err != nil {
		return err
	}
	defer done()
	defer e.rescue(op, &err)
	if !e.writable {
		return &corpus.Error{Code: corpus.Conflict, Op: op, File: e.dir, Err: errors.New("the index is open for reading only")}
	}
	e.writing.Lock()
	defer e.writing.Unlock()
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	v, err := e.view(ctx)
	if err != nil {
		return e.fault(ctx, err)
	}
	defer v.close()
	old, err := e.documentsOf(ctx, v, id)
	if err != nil {
		return e.fault(ctx, err)
	}
	batch := e.index.NewBatch()
	for _, name := range old {
		batch.Delete(name)
	}
	names, err := fill(batch)
	if err != nil {
		return fmt.Errorf("%s %s: %w", op, id, err)
	}
	if batch.Size() == 0 {
		return nil
	}
	after, err := stateAfter(v, old, names)
	if err != nil {
		return e.fault(ctx, err)
	}
	batch.SetInternal(stateKey, after.encode())
	err = e.index.Batch(batch)
	if err == nil {
		err = e.acknowledge(after)
	}
	if err != nil {
		return &corpus.Error{
			Code: corpus.Unavailable, Op: op, File: string(id), Err: err,
			Hint: "See that the disk of the index has room and can be written.",
		}
	}
	return nil
}

// documentsOf lists the documents of a report.
func (e *Engine) documentsOf(ctx context.Context, v *view, id corpus.ReportID) ([]string, error) {
	var names []string
	if _, _, ok, err := v.document(headPrefix + string(id)); err != nil || !ok {
		return nil, err
	}
	names = append(names, headPrefix+string(id))
	c := &compiler{planned: &planned{view: v, fault: &fault{ctx: ctx}}, ctx: ctx, store: e.columns}
	turns, err := c.union(search.FieldReport, []string{clean(string(id))})
	if err != nil {
		return nil, err
	}
	for i, set := range turns.sets {
		it := set.Iterator()
		for it.HasNext() {
			name, err := v.segments[i].DocID(uint64(it.Next()))
			if err != nil {
				return nil, err
			}
			names = append(names, string(name))
		}
	}
	return names, nil
}
