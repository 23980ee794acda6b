package bleve

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/search"
)

// A cursor is the last hit of a page: what the next page comes after. It bears
// a mark of the request, since it makes no sense in another one.
//
//	8 bytes  mark of query, filters and sort
//	8 bytes  score
//	10 bytes date, zeros when unknown
//	the rest id
const (
	cursorMark = 8
	cursorDate = len("2006-01-02")
	cursorHead = cursorMark + 8 + cursorDate
	maxCursor  = 512
)

var errCursor = errors.New("the cursor is not one of this search")

func badCursor() error {
	return &corpus.Error{
		Code: corpus.Invalid, Op: "search", File: "cursor", Err: errCursor,
		Hint: "Take the cursor as it came, with the same query, filters and sort; or begin at the first page.",
	}
}

func encodeCursor(req search.Request, last *candidate) string {
	mark := requestMark(req)
	b := slices.Clone(mark[:cursorMark])
	b = binary.BigEndian.AppendUint64(b, math.Float64bits(last.score))
	var date [cursorDate]byte
	copy(date[:], last.date)
	b = append(b, date[:]...)
	b = append(b, last.id...)
	return base64.RawURLEncoding.EncodeToString(b)
}

func decodeCursor(req search.Request) (*candidate, error) {
	if req.Cursor == "" {
		return nil, nil
	}
	if len(req.Cursor) > maxCursor {
		return nil, badCursor()
	}
	b, err := base64.RawURLEncoding.Strict().DecodeString(req.Cursor)
	if err != nil || len(b) <= cursorHead {
		return nil, badCursor()
	}
	mark := requestMark(req)
	score := math.Float64frombits(binary.BigEndian.Uint64(b[cursorMark:]))
	if string(b[:cursorMark]) != string(mark[:cursorMark]) || math.IsNaN(score) {
		return nil, badCursor()
	}
	return &candidate{
		score: score,
		date:  strings.TrimRight(string(b[cursorMark+8:cursorHead]), "\x00"),
		id:    b[cursorHead:], segment: elsewhere,
	}, nil
}

// requestMark is a digest of what decides which hits there are and their order.
func requestMark(req search.Request) [sha256.Size]byte {
	var b strings.Builder
	part := func(s string) {
		b.WriteString(s)
		b.WriteByte(0)
	}
	if req.Query != nil {
		part(req.Query.String())
	}
	part(string(sortOf(req)))
	if req.PerReport {
		part("by report")
	}
	if req.Sections {
		part("sections")
	}
	filters := slices.Clone(req.Filters)
	slices.SortFunc(filters, func(a, b search.Filter) int { return strings.Compare(a.Field, b.Field) })
	for _, f := range filters {
		part(f.Field)
		for _, values := range [][]string{f.Any, f.None} {
			for _, v := range slices.Sorted(slices.Values(values)) {
				part(v)
			}
			part("\x01")
		}
		part(f.From)
		part(f.To)
	}
	return sha256.Sum256([]byte(b.String()))
}

func sortOf(req search.Request) search.Sort {
	if req.Sort == "" {
		return search.ByRelevance
	}
	return req.Sort
}
