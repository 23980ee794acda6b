package bleve

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/klauspost/compress/zstd"

	"briefsearch/corpus"
	"briefsearch/search"
)

// codec packs what the index gives back into stored fields. It is the only
// place that knows their form; each record is one zstd frame with a checksum.
type codec struct {
	zip   *zstd.Encoder
	unzip *zstd.Decoder
}

// maxRecord bounds what a damaged frame can make the decoder allocate.
const maxRecord = 256 << 20

func newCodec() (*codec, error) {
	zip, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	unzip, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxRecord))
	if err != nil {
		return nil, err
	}
	return &codec{zip: zip, unzip: unzip}, nil
}

func (c *codec) close() {
	_ = c.zip.Close()
	c.unzip.Close()
}

// head is a report without its turns and sections.
type head struct {
	Report *corpus.Report `json:"report"`
	Source corpus.Source  `json:"source"`
	Turns  int            `json:"turns"`
}

// outline is what a report holds, without the text of its turns.
type outline struct {
	Sections []corpus.Section `json:"sections,omitempty"`
	Turns    []turnHead       `json:"turns"`
}

// turnHead is an intervention without text, lines and tags.
type turnHead struct {
	ID       corpus.InterventionID `json:"id"`
	N        int                   `json:"n"`
	Session  *corpus.Session       `json:"session,omitempty"`
	Speaker  corpus.Speaker        `json:"speaker"`
	Language string                `json:"language,omitempty"`
	PageFrom int                   `json:"page_from"`
	PageTo   int                   `json:"page_to"`
}

// turn is an intervention whole, with what a hit says of its report. Tags are
// kept as they are: their form in the API leaves out some relations.
type turn struct {
	turnHead
	Report search.ReportRef `json:"report"`
	Text   string           `json:"text"`
	Tags   []corpus.Tag     `json:"tags,omitempty"`
	Words  int              `json:"words"`
	lines  []corpus.Line    // packed behind the JSON
}

func headOf(in *corpus.Intervention) turnHead {
	return turnHead{
		ID: in.ID, N: in.N, Session: in.Session, Speaker: in.Speaker,
		Language: in.Language, PageFrom: in.PageFrom, PageTo: in.PageTo,
	}
}

func (h *turnHead) intervention() corpus.Intervention {
	return corpus.Intervention{
		ID: h.ID, N: h.N, Session: h.Session, Speaker: h.Speaker,
		Language: h.Language, PageFrom: h.PageFrom, PageTo: h.PageTo,
	}
}

func (t *turn) intervention() *corpus.Intervention {
	in := t.turnHead.intervention()
	in.Text, in.Tags, in.Lines = t.Text, t.Tags, t.lines
	return &in
}

// pack writes v, and lines behind it, as one frame.
func (c *codec) pack(v any, lines []corpus.Line) ([]byte, error) {
	js, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("pack record: %w", err)
	}
	plain := binary.AppendUvarint(nil, uint64(len(js)))
	plain = append(plain, js...)
	plain = appendLines(plain, lines)
	return c.zip.EncodeAll(plain, nil), nil
}

// unpack reads what pack wrote into v and returns the lines.
func (c *codec) unpack(frame []byte, v any) ([]corpus.Line, error) {
	plain, err := c.unzip.DecodeAll(frame, nil)
	if err != nil {
		return nil, fmt.Errorf("unpack record: %w", err)
	}
	n, size := binary.Uvarint(plain)
	if size <= 0 || n > uint64(len(plain)-size) { // #nosec G115 -- not negative
		return nil, errRecord
	}
	js, rest := plain[size:size+int(n)], plain[size+int(n):] // #nosec G115 -- n is at most len(plain)
	if err := json.Unmarshal(js, v); err != nil {
		return nil, fmt.Errorf("unpack record: %w", err)
	}
	return readLines(rest)
}

func (c *codec) unpackTurn(frame []byte) (*turn, error) {
	t := new(turn)
	lines, err := c.unpack(frame, t)
	if err != nil {
		return nil, err
	}
	t.lines = lines
	return t, nil
}

var errRecord = errors.New("unpack record: not a record of this index")

// Lines are most of a record when a report has geometry, so they are packed as
// differences of small integers: start, page, whether there is a box, and the
// box in hundredths of a point.
const boxScale = 100

func appendLines(to []byte, lines []corpus.Line) []byte {
	to = binary.AppendUvarint(to, uint64(len(lines))) // #nosec G115
	var start, page int
	var last [4]int64
	for _, l := range lines {
		to = binary.AppendVarint(to, int64(l.Start-start))
		to = binary.AppendVarint(to, int64(l.Page-page))
		start, page = l.Start, l.Page
		if l.Box == nil {
			to = append(to, 0)
			continue
		}
		to = append(to, 1)
		for i, f := range [4]float64{l.Box.X, l.Box.Y, l.Box.W, l.Box.H} {
			v := int64(f*boxScale + 0.5)
			to = binary.AppendVarint(to, v-last[i])
			last[i] = v
		}
	}
	return to
}

func readLines(from []byte) ([]corpus.Line, error) {
	ok := true
	next := func() int64 {
		v, n := binary.Varint(from)
		if n <= 0 {
			ok = false
			return 0
		}
		from = from[n:]
		return v
	}
	count, n := binary.Uvarint(from)
	if n <= 0 || count > uint64(len(from)) {
		return nil, errRecord
	}
	from = from[n:]
	var lines []corpus.Line
	var start, page int
	var last [4]int64
	for range count {
		start += int(next())
		page += int(next())
		l := corpus.Line{Start: start, Page: page}
		if !ok || len(from) == 0 {
			return nil, errRecord
		}
		boxed := from[0] == 1
		from = from[1:]
		if boxed {
			for i := range last {
				last[i] += next()
			}
			l.Box = &corpus.Box{X: unscale(last[0]), Y: unscale(last[1]), W: unscale(last[2]), H: unscale(last[3])}
		}
		lines = append(lines, l)
	}
	if !ok {
		return nil, errRecord
	}
	return lines, nil
}

func unscale(v int64) float64 { return float64(v) / boxScale }
