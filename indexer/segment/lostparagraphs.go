package segment

import (
	"strings"
	"unicode"

	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
	"briefsearch/indexer/segment/opening"
)

// A summary record may have lost its paragraphs, and their numbers: all that was said on an item,
// or a page of it, is a single one. Sentences that begin with a person tell where they began.

const (
	lostLeast = 200 // bytes of a paragraph that may be several
	lostTold  = 3   // sentences within paragraphs of a record that tell what a person said
)

// restored is such a record with its paragraphs. Of others more paragraphs than sentences within
// them begin with a person.
func (g subjects) restored(doc *read.Document) *read.Document {
	if !g.record || g.minutes {
		return doc
	}
	cuts := make([][]int, len(doc.Blocks))
	within, leading := 0, 0
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		text, numbered := numberOf(b)
		if !numbered {
			text = b.Text
		}
		leading += grammar.Count(g.told(text) != "")
		if !numbered && b.Kind == read.Paragraph && len(b.Text) >= lostLeast {
			var told int
			cuts[i], told = g.toldWithin(b.Text)
			within += told
		}
	}
	if within < lostTold || within <= leading {
		return doc
	}
	out := *doc
	out.Blocks = nil
	for i := range doc.Blocks {
		out.Blocks = append(out.Blocks, doc.Blocks[i].Split(cuts[i])...)
	}
	return &out
}

// toldWithin are the bytes of a paragraph at which another begins, behind its first sentence, and
// how many of them begin with a person. What the clerk notes stands apart.
func (g subjects) toldWithin(text string) (at []int, told int) {
	noted := false
	for from := 0; from < len(text); {
		size := opening.SentenceLength(text[from:])
		sentence := text[from : from+size]
		start := from
		if told == 0 {
			start += g.behindTitle(sentence)
		}
		isTold := g.tellsPast(text[start : from+size])
		clerks := !isTold && matter.IsClerks(strings.TrimRight(sentence, " "))
		if start > 0 && (isTold || clerks || noted) {
			at = append(at, start)
		}
		told += grammar.Count(isTold && start > 0)
		noted = clerks
		from += size
	}
	return at, told
}

// formWithin is where a person may be named within a sentence.
var formWithin = regexp.MustCompile(` (?:(?:El |La )?Sra?\. |(?:Mr|Mrs|Ms|Miss|Mme|Mlle|M)\.? ?\p{Lu}|(?:The|Le|La|El) (?:CHAIR|Chair|PR[ÉE]SIDENT|Pr[ée]sident))`)

// behindTitle is where a sentence begins behind a title that no full stop ends, 0 where none does:
// "Initial report of Malta Ms. Brook said …".
func (g subjects) behindTitle(sentence string) int {
	for _, m := range formWithin.FindAllStringIndex(sentence, -1) {
		if last := grammar.LastWord(sentence[:m[0]]); g.tellsPast(sentence[m[0]+1:]) && (unicode.IsUpper(grammar.FirstRune(last)) || strings.HasSuffix(last, ")")) {
			return m[0] + 1
		}
	}
	return 0
}

// tellsPast says whether a sentence tells what a person said at the meeting, not what he had said
// before.
func (g subjects) tellsPast(sentence string) bool {
	rest := g.told(sentence)
	word, _ := grammar.FirstWord(rest)
	return grammar.Reports(rest) && !earlier[word]
}

// earlier are the auxiliaries of what was said before.
var earlier = grammar.Lists.Set("earlier")
