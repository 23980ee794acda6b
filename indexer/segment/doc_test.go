package segment_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/indexer/read"
	"briefsearch/indexer/segment"
	"briefsearch/indexer/segment/grammar"
)

// parse makes a document of a text in the small notation of the tests: headings
// with "#", paragraphs between blank lines, **bold** and *italic*, "- " items,
// "[^1] " footnotes, and "\f" on a line of its own for a new page. Every printed
// line is a line of its block.
func parse(text string) *read.Document {
	doc := &read.Document{Reader: "test", Pages: 1}
	for _, para := range regexp.MustCompile(`\n\s*\n`).Split(strings.ReplaceAll(text, "\f", "\n\n\f\n\n"), -1) {
		if strings.Contains(para, "\f") {
			doc.Pages++
			continue
		}
		if para = strings.TrimSpace(para); para == "" || para == "---" {
			continue
		}
		doc.Blocks = append(doc.Blocks, block(para, doc.Pages))
	}
	return doc
}

var (
	heading  = regexp.MustCompile(`^(#{1,6}) `)
	item     = regexp.MustCompile(`^(-|–|\([a-z]\)|\d+\.) `)
	footnote = regexp.MustCompile(`^(?:\[\^(\d+)\]|<sup>(\d+)</sup>) ?`)
	noise    = regexp.MustCompile(`</?sup>|\]\([^)]*\)|\[(\S+@|www)`)
)

func block(para string, page int) read.Block {
	b := read.Block{}
	switch {
	case heading.MatchString(para):
		b.Kind, b.Level = read.Heading, strings.Index(para, " ")
		para = para[b.Level+1:]
	case footnote.MatchString(para):
		b.Kind = read.Footnote
		m := footnote.FindStringSubmatch(para)
		b.Marker = m[1] + m[2]
		para = para[len(m[0]):]
	case item.MatchString(para):
		b.Kind = read.Item
		b.Marker = item.FindStringSubmatch(para)[1]
		para = para[len(b.Marker)+1:]
	}
	para = noise.ReplaceAllString(para, "$1")
	bold := 0
	for _, line := range strings.Split(para, "\n") {
		if len(b.Text) > 0 {
			b.Text += " "
		}
		b.Lines = append(b.Lines, read.Line{Start: len(b.Text), Page: page})
		for i, part := range strings.Split(strings.TrimSpace(line), "**") {
			if i%2 == 1 {
				bold = len(b.Text)
			}
			b.Text += strings.ReplaceAll(part, "*", "")
			if i%2 == 1 {
				b.Spans = append(b.Spans, read.Span{Start: bold, End: len(b.Text), Bold: true})
			}
		}
	}
	return b
}

// shared returns a file of the shared reports, and skips the test without them.
func shared(tb testing.TB, parts ...string) []byte {
	tb.Helper()
	dir, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	b, err := os.ReadFile(filepath.Join(append([]string{filepath.Dir(dir), "shared"}, parts...)...))
	if err != nil {
		tb.Skipf("shared reports not present: %v", err)
	}
	return b
}

func layouts(tb testing.TB) []segment.Layout {
	tb.Helper()
	v, err := vocabulary.Default()
	if err != nil {
		tb.Fatal(err)
	}
	return segment.All(grammar.NamesOf(v))
}

// voice writes a speaker on one line.
func voice(sp corpus.Speaker) string {
	out := strings.Join([]string{sp.Honorific, sp.Name, sp.Role, sp.Organisation, sp.Country}, "|")
	if len(sp.OnBehalfOf) > 0 {
		out += "|for " + strings.Join(sp.OnBehalfOf, ", ")
	}
	if len(sp.JoinedBy) > 0 {
		out += "|with " + strings.Join(sp.JoinedBy, ", ")
	}
	if sp.Presiding {
		out += "|presiding"
	}
	return out
}
