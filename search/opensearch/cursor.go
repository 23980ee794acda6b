package opensearch

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"strings"

	"briefsearch/search"
)

// cursor is the last hit of a page: what the next page comes after. It bears a mark
// of the request, since it makes no sense in another one.
type cursor struct {
	Mark  []byte      `json:"m"`
	Score json.Number `json:"s,omitempty"`
	Date  *string     `json:"d,omitempty"`
	ID    string      `json:"i"`
	From  int         `json:"f,omitempty"` // with PerReport: reports before it
}

const (
	cursorMark = 8
	maxCursor  = 2048
	maxWindow  = 10_000 // groups that can be paged through; OpenSearch refuses more
)

// next is the cursor behind a hit that is the last of so many groups.
func next(req search.Request, last *hit, from int) string {
	mark := req.Digest()
	c := cursor{Mark: mark[:cursorMark]}
	switch {
	case req.PerReport:
		if c.From = from; c.From >= maxWindow {
			return ""
		}
	case req.Order() == search.ByRelevance:
		c.Score = json.Number(last.Sort[0])
	default:
		_ = json.Unmarshal(last.Sort[0], &c.Date) // which is null without one
	}
	_ = json.Unmarshal(last.Sort[1], &c.ID)
	js, err := json.Marshal(c)
	if err != nil {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(js)
}

// readCursor reads the cursor of a request, nil when it has none.
func readCursor(req search.Request) (*cursor, error) {
	if req.Cursor == "" {
		return nil, nil //nolint:nilnil // as it says
	}
	js, err := base64.RawURLEncoding.Strict().DecodeString(req.Cursor)
	if err != nil || len(req.Cursor) > maxCursor {
		return nil, search.BadCursor()
	}
	c := new(cursor)
	read := json.NewDecoder(strings.NewReader(string(js)))
	read.DisallowUnknownFields()
	mark := req.Digest()
	if read.Decode(c) != nil || !bytes.Equal(c.Mark, mark[:cursorMark]) || c.From < 0 || c.From >= maxWindow {
		return nil, search.BadCursor()
	}
	if _, err := c.Score.Float64(); err != nil && req.Order() == search.ByRelevance && !req.PerReport {
		return nil, search.BadCursor()
	}
	return c, nil
}

// apply makes a body go on behind the cursor.
func (c *cursor) apply(req search.Request, body object) {
	switch {
	case c == nil:
	case req.PerReport:
		body["from"] = c.From
	case req.Order() == search.ByRelevance:
		body["search_after"] = []any{c.Score, c.ID}
	default:
		body["search_after"] = []any{c.Date, c.ID}
	}
}
