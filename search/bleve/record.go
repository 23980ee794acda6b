package bleve

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

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
	Text   string           `json:"-"` // packed behind the JSON, which is slow to read, with the lines
	Tags   []corpus.Tag     `json:"tags,omitempty"`
	Words  int              `json:"words"`
	lines  []corpus.Line
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

// pack writes v as one frame.
func (c *codec) pack(v any) ([]byte, error) {
	js, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("pack record: %w", err)
	}
	return c.zip.EncodeAll(js, nil), nil
}

// unpack reads what pack wrote into v.
func (c *codec) unpack(frame []byte, v any) error {
	js, err := c.unzip.DecodeAll(frame, nil)
	if err != nil {
		return fmt.Errorf("unpack record: %w", err)
	}
	if err := json.Unmarshal(js, v); err != nil {
		return fmt.Errorf("unpack record: %w", err)
	}
	return nil
}

// Interventions are packed several in a block, which takes half the room that
// they take one by one, since the turns of a report are about the same things. A
// block is one frame; to read one turn is to unpack the block that it is in.
const blockSize = 16 << 10

// blocks packs the interventions of a report in their order.
type blocks struct {
	full [][]byte
	last []byte // not full yet
}

// add packs an intervention and returns its place: the number of the block, and
// where in it the record begins.
func (b *blocks) add(t turn, lines []corpus.Line) ([]byte, error) {
	js, err := json.Marshal(t)
	if err != nil {
		return nil, fmt.Errorf("pack record: %w", err)
	}
	place := binary.AppendUvarint(nil, uint64(len(b.full)))
	place = binary.AppendUvarint(place, uint64(len(b.last)))
	b.last = binary.AppendUvarint(b.last, uint64(len(js)))
	b.last = append(b.last, js...)
	b.last = binary.AppendUvarint(b.last, uint64(len(t.Text)))
	b.last = append(b.last, t.Text...)
	b.last = appendLines(b.last, lines)
	if len(b.last) >= blockSize {
		b.end()
	}
	return place, nil
}

func (b *blocks) end() {
	if len(b.last) > 0 {
		b.full, b.last = append(b.full, b.last), nil
	}
}

// placeOf reads what add returned.
func placeOf(place []byte) (block, at int, err error) {
	n, size := binary.Uvarint(place)
	if size <= 0 || n > maxRecord {
		return 0, 0, errRecord
	}
	from, size := binary.Uvarint(place[size:])
	if size <= 0 || from > maxRecord {
		return 0, 0, errRecord
	}
	return int(n), int(from), nil // #nosec G115 -- bounded
}

// blockName is the document of a block.
func blockName(id corpus.ReportID, n int) string {
	return blockPrefix + string(id) + "/" + strconv.Itoa(n)
}

// unpackTurn reads the record at a place of a block.
func (c *codec) unpackTurn(frame []byte, at int) (*turn, error) {
	plain, err := c.unzip.DecodeAll(frame, nil)
	if err != nil {
		return nil, fmt.Errorf("unpack record: %w", err)
	}
	if at > len(plain) {
		return nil, errRecord
	}
	js, rest, err := cut(plain[at:])
	if err != nil {
		return nil, err
	}
	text, rest, err := cut(rest)
	if err != nil {
		return nil, err
	}
	t := &turn{Text: string(text)}
	if err := json.Unmarshal(js, t); err != nil {
		return nil, fmt.Errorf("unpack record: %w", err)
	}
	t.lines, err = readLines(rest)
	return t, err
}

// cut takes off what stands behind its length.
func cut(from []byte) (part, rest []byte, err error) {
	n, size := binary.Uvarint(from)
	if size <= 0 || n > uint64(len(from)-size) { // #nosec G115 -- not negative
		return nil, nil, errRecord
	}
	end := size + int(n) // #nosec G115 -- n is at most len(from)
	return from[size:end], from[end:], nil
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
