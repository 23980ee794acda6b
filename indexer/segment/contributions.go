package segment

import (
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
)

// contributions is the narrative that States have put in writing, each below its name on a line of
// its own: the questions that they ask before a review, their replies to a note of the
// Secretary-General.
type contributions struct{ names grammar.Names }

// leastContributed is how many States such a compilation has.
const leastContributed = 2

// isCompiled asks for a title that says so, since reports have chapters that States head.
func (c contributions) isCompiled(doc *read.Document) bool {
	if !matter.OnCover(doc, contributed) && !slices.ContainsFunc(doc.Blocks, headsContributions) {
		return false
	}
	heads := 0
	for i := range len(doc.Blocks) - 1 {
		_, ok := c.contributor(&doc.Blocks[i])
		_, listed := c.contributor(&doc.Blocks[i+1])
		heads += grammar.Count(ok && !listed)
	}
	return heads >= leastContributed
}

// contributed is the title of such a document, or of its part.
var contributed = regexp.MustCompile(`(?i)^(?:[IVX]{1,4}\. |[A-H]\. )?` + grammar.Lists.Any("contributed"))

// headsContributions says whether a block heads such a part.
func headsContributions(b read.Block) bool {
	return len(b.Text) <= grammar.LabelLimit && contributed.MatchString(b.Text)
}

// contributor is the State that a line names and nothing else, but those for whom it speaks:
// "PORTUGAL on behalf of the Group of Friends".
func (c contributions) contributor(b *read.Block) (corpus.Speaker, bool) {
	if b.Kind != read.Heading && b.Kind != read.Paragraph || len(b.Text) > grammar.LabelLimit {
		return corpus.Speaker{}, false
	}
	printed := strings.TrimRight(b.Text, " :*")
	sp := corpus.Speaker{AsPrinted: printed}
	if m := grammar.BehalfOf.FindStringIndex(printed); m != nil {
		sp.OnBehalfOf = grammar.Groups(printed[m[1]:])
		printed = strings.TrimRight(printed[:m[0]], " ,(")
	}
	code, ok := c.names.Country(grammar.StripArticle(printed))
	sp.Country = code
	return sp, ok
}

// segment gives each State what stands below its name, up to the next one or another part.
func (c contributions) segment(doc *read.Document) Parts {
	w := newBuilder(doc)
	end := matter.Imprint(doc.Blocks)
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		sp, heads := c.contributor(b)
		switch {
		case b.Kind == read.Footnote || i >= end || matter.IsOfPage(b.Text):
			w.leave(whole(b))
		case heads:
			w.open(sp, whole(b))
		case isPart(b) || headsContributions(*b):
			w.close()
			w.leave(whole(b))
		default:
			w.add(whole(b))
		}
	}
	return w.done()
}
