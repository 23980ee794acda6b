package bleve

import (
	"encoding/base64"
	"encoding/binary"
	"math"
	"slices"
	"strings"

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

func encodeCursor(req search.Request, last *candidate) string {
	mark := req.Digest()
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
		return nil, search.BadCursor()
	}
	b, err := base64.RawURLEncoding.Strict().DecodeString(req.Cursor)
	if err != nil || len(b) <= cursorHead {
		return nil, search.BadCursor()
	}
	mark := req.Digest()
	score := math.Float64frombits(binary.BigEndian.Uint64(b[cursorMark:]))
	if string(b[:cursorMark]) != string(mark[:cursorMark]) || math.IsNaN(score) {
		return nil, search.BadCursor()
	}
	return &candidate{
		score: score,
		date:  strings.TrimRight(string(b[cursorMark+8:cursorHead]), "\x00"),
		id:    b[cursorHead:], segment: elsewhere,
	}, nil
}
