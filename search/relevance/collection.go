package relevance

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"briefsearch/corpus"
)

// Collection is a test collection.
type Collection struct {
	Documents []Document                // each id once; of two with one id the later
	Queries   []Question                // each id once
	Judgement map[string]map[string]int // by query and document
}

// Document is one text of a collection.
type Document struct {
	ID    string
	Title string // may be empty, and so may be the text
	Text  string
}

// Question is one query of a collection.
type Question struct {
	ID   string
	Text string
}

// record is a line of corpus.jsonl or queries.jsonl. Ids may be numbers; what else
// there is, such as metadata, is left aside.
type record struct {
	ID    id     `json:"_id"`
	Plain id     `json:"id"` // as some write it
	Title string `json:"title"`
	Text  string `json:"text"`
}

type id string

// UnmarshalJSON implements json.Unmarshaler.
func (i *id) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err == nil {
		*i = id(s)
		return nil
	}
	var n json.Number
	if err := json.Unmarshal(b, &n); err != nil {
		return errors.New("the id is neither a string nor a number")
	}
	*i = id(n.String())
	return nil
}

// Read reads a collection. Its files may be compressed, with .gz behind their
// names.
func Read(dir string) (*Collection, error) {
	c := &Collection{Judgement: make(map[string]map[string]int)}
	documents, queries := make(map[string]int), make(map[string]int)
	if err := readRecords(filepath.Join(dir, "corpus.jsonl"), func(id string, r record) {
		put(&c.Documents, documents, id, Document{ID: id, Title: r.Title, Text: r.Text})
	}); err != nil {
		return nil, err
	}
	if err := readRecords(filepath.Join(dir, "queries.jsonl"), func(id string, r record) {
		put(&c.Queries, queries, id, Question{ID: id, Text: r.Text})
	}); err != nil {
		return nil, err
	}
	j := judgements{into: c.Judgement, columns: [3]int{0, 1, 2}}
	return c, readLines(qrelsOf(dir), j.read)
}

// put adds a value, or replaces the one of the same id.
func put[T any](to *[]T, at map[string]int, id string, value T) {
	if i, ok := at[id]; ok {
		(*to)[i] = value
		return
	}
	at[id] = len(*to)
	*to = append(*to, value)
}

func readRecords(path string, each func(id string, r record)) error {
	return readLines(path, func(_ int, line string) error {
		var r record
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			return err
		}
		id := string(r.ID)
		if id == "" {
			id = string(r.Plain)
		}
		if id == "" {
			return errors.New("there is no _id")
		}
		each(id, r)
		return nil
	})
}

// qrelsOf is where the judgements of a collection are: those for testing, if
// there are several.
func qrelsOf(dir string) string {
	first := filepath.Join(dir, "qrels.tsv")
	for _, path := range []string{
		first, filepath.Join(dir, "qrels", "test.tsv"), filepath.Join(dir, "qrels", "dev.tsv"), filepath.Join(dir, "qrels", "train.tsv"),
	} {
		for _, ending := range []string{"", compressed} {
			if _, err := os.Stat(path + ending); err == nil {
				return path
			}
		}
	}
	return first
}

// judgements reads lines of query, document and grade, or of TREC's four columns,
// which have an iteration behind the query. A first line without a grade is the
// heading; it may name the columns in another order.
type judgements struct {
	into    map[string]map[string]int
	columns [3]int
}

func (j *judgements) read(n int, line string) error {
	split := strings.Fields
	if strings.Contains(line, "\t") { // an id may have a space in it
		split = func(s string) []string { return strings.Split(s, "\t") }
	}
	fields := split(line)
	if len(fields) == 4 {
		fields = slices.Delete(fields, 1, 2)
	}
	if len(fields) != 3 {
		return fmt.Errorf("%d columns, want query, document and grade", len(fields))
	}
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	query, document := fields[j.columns[0]], fields[j.columns[1]]
	grade, err := strconv.ParseFloat(fields[j.columns[2]], 64)
	if err != nil || math.Abs(grade) > math.MaxInt32 {
		if n == 1 {
			j.heading(fields)
			return nil
		}
		return fmt.Errorf("the grade %q is not a number", fields[j.columns[2]])
	}
	if j.into[query] == nil {
		j.into[query] = make(map[string]int)
	}
	j.into[query][document] = int(math.Round(grade))
	return nil
}

func (j *judgements) heading(names []string) {
	for i, known := range [][]string{{"query-id", "query_id", "qid", "query"}, {"corpus-id", "corpus_id", "doc-id", "doc_id", "docid"}, {"score", "grade", "relevance", "rel"}} {
		if at := slices.IndexFunc(names, func(s string) bool { return slices.Contains(known, strings.ToLower(s)) }); at >= 0 {
			j.columns[i] = at
		}
	}
}

const compressed = ".gz"

// readLines hands on the lines of a file that are not blank, with their numbers.
func readLines(path string, each func(n int, line string) error) error {
	at, err := 0, error(nil)
	for line, fault := range linesOf(path) {
		at++
		if err = fault; err == nil && strings.TrimSpace(line) != "" {
			err = each(at, line)
		}
		if err != nil {
			break
		}
	}
	if err != nil {
		return &corpus.Error{
			Code: corpus.Invalid, Op: "read collection", File: path, Err: fmt.Errorf("line %d: %w", at, err),
			Hint: "The folder needs corpus.jsonl, queries.jsonl and qrels.tsv in BEIR layout.",
		}
	}
	return nil
}

// linesOf is the lines of a file, without their ends and without a mark of the
// byte order.
func linesOf(path string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		f, err := openText(path)
		if err != nil {
			yield("", err)
			return
		}
		defer func() { _ = f.Close() }() // it was only read
		r, mark := bufio.NewReaderSize(f, 1<<20), "\ufeff"
		for err == nil {
			var line string
			line, err = r.ReadString('\n')
			if err != nil && !errors.Is(err, io.EOF) {
				yield("", err)
				return
			}
			if !yield(strings.Trim(strings.TrimPrefix(line, mark), "\r\n"), nil) {
				return
			}
			mark = ""
		}
	}
}

// openText opens a file, or the compressed one of that name.
func openText(path string) (io.ReadCloser, error) {
	plain, err := os.Open(path) // #nosec G304 -- the user's own folder
	if err == nil || !errors.Is(err, os.ErrNotExist) {
		return plain, err
	}
	packed, missing := os.Open(path + compressed) // #nosec G304 -- as above
	if missing != nil {
		return nil, err
	}
	z, err := gzip.NewReader(packed)
	if err != nil {
		return nil, errors.Join(err, packed.Close())
	}
	return unpacked{z, packed}, nil
}

type unpacked struct {
	*gzip.Reader
	file *os.File
}

// Close closes both.
func (u unpacked) Close() error { return errors.Join(u.Reader.Close(), u.file.Close()) }
