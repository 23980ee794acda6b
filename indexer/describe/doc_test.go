package describe_test

import (
	"strings"

	"briefsearch/indexer/read"
)

// parse makes a document of a text in the small notation of the tests: blocks
// between blank lines, headings with "#", footnotes with "[^1] ", rows with a tab.
// Every line is a printed line; one that ends in "\" ends within a word.
func parse(text string) *read.Document {
	doc := &read.Document{Reader: "test", Pages: 1, Meta: map[string]string{}}
	for para := range strings.SplitSeq(text, "\n\n") {
		if para = strings.Trim(para, "\n"); para != "" {
			doc.Blocks = append(doc.Blocks, block(para))
		}
	}
	return doc
}

func block(para string) read.Block {
	b := read.Block{}
	switch {
	case strings.HasPrefix(para, "#"):
		b.Kind = read.Heading
		b.Level = strings.Index(para, " ")
		para = para[b.Level+1:]
	case strings.HasPrefix(para, "[^1] "):
		b.Kind, b.Marker = read.Footnote, "1"
		para = para[len("[^1] "):]
	case strings.Contains(para, "\t"):
		b.Kind = read.Row
	}
	for l := range strings.SplitSeq(para, "\n") {
		if b.Text != "" && !strings.HasSuffix(b.Text, "\\") {
			b.Text += " "
		}
		b.Text = strings.TrimSuffix(b.Text, "\\")
		b.Lines = append(b.Lines, read.Line{Start: len(b.Text), Page: 1})
		b.Text += l
	}
	return b
}
