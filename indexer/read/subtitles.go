package read

import (
	"context"
	"errors"
	"regexp"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/read/block"
)

// Subtitles reads the captions of a recording, WebVTT and SubRip: what one voice
// says, however many captions it takes, is one paragraph that begins with the
// voice's name, where the captions have it. Times are left out.
func Subtitles() Reader { return subtitles{} }

type subtitles struct{}

var (
	cueTime  = regexp.MustCompile(`^\s*(?:\d+:)?\d{2}:\d{2}[.,]\d{3} +--> +(?:\d+:)?\d{2}:\d{2}[.,]\d{3}`)
	cueVoice = regexp.MustCompile(`^(?:<v(?:\.[^ >]*)? +([^>]{1,80})>|(?:>> ?)?([^:<>]{2,60}):(?: +|$))`)
	cueTag   = regexp.MustCompile(`</?[a-zA-Z][^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}`)
)

func (subtitles) Name() string { return "subtitles" }

// Sniff looks for the signature of WebVTT, or a number and times in the first lines.
func (subtitles) Sniff(f File) bool {
	if !isText(f.Content) {
		return false
	}
	head := strings.TrimLeft(decode(f.Content, sniffed), "\ufeff \n")
	if strings.HasPrefix(head, "WEBVTT") {
		return true
	}
	first, rest, _ := strings.Cut(head, "\n")
	return strings.Trim(first, "0123456789 \r") == "" && first != "" && cueTime.MatchString(rest)
}

func (subtitles) Read(ctx context.Context, f File, lim Limits) (*Document, error) {
	lim = lim.orDefault()
	text := decode(f.Content, lim.Text)
	said := &captions{}
	for line := range strings.SplitSeq(text, "\n") {
		said.line(strings.TrimSpace(line))
	}
	if len(said.pieces) == 0 {
		return nil, fault(corpus.Empty, f, "Check that the file was copied whole.", errors.New("it holds no caption"))
	}
	doc := &Document{Pages: 1}
	c := &composer{doc: doc, words: block.NewWords(), write: writePlain}
	c.page(1, said.pieces)
	return doc, c.flush(ctx)
}

// captions gathers what the captions of one voice say.
type captions struct {
	pieces []piece
	voice  string
	text   bool // the lines that follow are a caption's, up to an empty one
}

// voiceBytes is the length from which on a paragraph of one voice ends where a
// sentence does.
const voiceBytes = 600

func (c *captions) line(line string) {
	switch {
	case line == "":
		c.text = false
		return
	case cueTime.MatchString(line):
		c.text = true
		return
	case !c.text:
		return // a number, a note, a style
	}
	voice := ""
	if m := cueVoice.FindStringSubmatchIndex(line); m != nil {
		voice = strings.TrimSpace(group(line, m, 1) + group(line, m, 2))
		line = line[m[1]:]
	}
	line = strings.TrimSpace(cueTag.ReplaceAllString(line, ""))
	n := len(c.pieces)
	switch {
	case voice != "" && voice != c.voice:
		c.voice = voice
		c.begin(voice + ": " + line)
	case n == 0 || c.full(&c.pieces[n-1]):
		c.begin(line)
	default:
		p := &c.pieces[n-1].parts[0]
		p.lines = append(p.lines, line)
	}
}

func (c *captions) begin(line string) {
	if line != "" {
		c.pieces = append(c.pieces, piece{parts: []part{{lines: []string{line}}}})
	}
}

func (c *captions) full(p *piece) bool {
	size := 0
	for _, line := range p.parts[0].lines {
		size += len(line)
	}
	last := p.parts[0].lines[len(p.parts[0].lines)-1]
	return size > voiceBytes && !block.Unfinished(last)
}

// group is what the group n of a match holds, "" when it took no part.
func group(text string, m []int, n int) string {
	if m[2*n] < 0 {
		return ""
	}
	return text[m[2*n]:m[2*n+1]]
}
