package bleve

import (
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"briefsearch/corpus"
	"briefsearch/search"
)

// codec packs what the index gives back into stored fields. It is the only
// place that knows their form; each record is one zstd frame with a checksum.
type codec struct {
	zip     *zstd.Encoder
	unzip   *zstd.Decoder
	scratch sync.Pool // of *[]byte: plain records, which are copied out of it
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
	Words    int                   `json:"words"`
}

// turn is an intervention whole, with what a hit says of its report. A page of
// hits is as many of them, so it is packed in a form that is quick to read (see
// packed.go) and not as JSON.
type turn struct {
	turnHead
	Report search.ReportRef
	Text   string
	Tags   []corpus.Tag
	Lines  []corpus.Line
}

func headOf(in *corpus.Intervention, words int) turnHead {
	return turnHead{
		ID: in.ID, N: in.N, Session: in.Session, Speaker: in.Speaker,
		Language: in.Language, PageFrom: in.PageFrom, PageTo: in.PageTo, Words: words,
	}
}

func (h *turnHead) intervention() corpus.Intervention {
	return corpus.Intervention{
		ID: h.ID, N: h.N, Session: h.Session, Speaker: h.Speaker,
		Language: h.Language, PageFrom: h.PageFrom, PageTo: h.PageTo, Words: h.Words,
	}
}

func (t *turn) intervention() *corpus.Intervention {
	in := t.turnHead.intervention()
	in.Text, in.Tags, in.Lines, in.Words = t.Text, t.Tags, t.Lines, 0
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

// packTurn writes an intervention as one frame, so that nothing else is read when
// it is shown.
func (c *codec) packTurn(t *turn) []byte {
	var p packed
	p.turn(t)
	return c.zip.EncodeAll(p.written, nil)
}

// unpackTurn reads what packTurn wrote.
func (c *codec) unpackTurn(frame []byte) (*turn, error) {
	scratch, _ := c.scratch.Get().(*[]byte)
	if scratch == nil {
		scratch = new([]byte)
	}
	defer c.scratch.Put(scratch)
	plain, err := c.unzip.DecodeAll(frame, (*scratch)[:0])
	if err != nil {
		return nil, fmt.Errorf("unpack record: %w", err)
	}
	*scratch = plain
	p := packed{reading: true, left: string(plain)}
	t := new(turn)
	p.turn(t)
	if p.bad || p.left != "" {
		return nil, errRecord
	}
	return t, nil
}

var errRecord = errors.New("unpack record: not a record of this index")
