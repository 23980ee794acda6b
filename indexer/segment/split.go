package segment

import (
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/learned"
	"briefsearch/indexer/segment/matter"
)

// split divides a block at the printed lines that begin with a label, for readers
// that could not tell two paragraphs apart. Such a label counts only after the
// end of a sentence or a title, or where it is set off in bold.
func (r *recorder) split(b *read.Block) []piece {
	var out []piece
	from, width := 0, -1 // bytes of the label that stands there, -1 while nobody asked
	inside := r.seen.Inside(b, r.names)
	cut := func(at, size int) {
		for _, gap := range r.gaps(b, from, at, len(inside) > 0) {
			out = append(out, piece{block: b, from: from, to: gap})
			from = gap
		}
		out = append(out, piece{block: b, from: from, to: at})
		from, width = at, size
	}
	for _, at := range inOrder(breaks(b), inside) {
		if at <= from || at >= len(b.Text) || unclosed.MatchString(b.Text[from:at]) || !mayBegin(b, inside, from, at) {
			continue
		}
		if width < 0 {
			width = r.sizeAt(b, from)
		}
		if at < from+width {
			continue // inside of a label
		}
		if found := r.seen.Label(learned.Place{Block: b, From: at}, r.at(b, at)); r.cuts(b, at, found) || isAmong(inside, at) && matter.Procedure.MatchString(corpus.Head(b.Text[at:], grammar.LabelLimit)) {
			cut(at, found.End)
		}
	}
	if len(b.Lines)+len(inside) > 1 {
		cut(len(b.Text), 0)
		return out
	}
	return append(out, piece{block: b, from: from, to: len(b.Text)})
}

// gaps are the bytes at which the record's own words begin that stand in a block before a label.
// The first words behind a label are said.
func (r *recorder) gaps(b *read.Block, from, to int, flat bool) []int {
	gaps := learned.Gaps(b, from, to, flat, r.hasClerkDash())
	if len(gaps) > 0 {
		said := from + r.sizeAt(b, from) + 1
		gaps = slices.DeleteFunc(gaps, func(at int) bool { return said > from+1 && at <= said })
	}
	return gaps
}

// cuts says whether another paragraph begins at a byte of a block at which a label may stand.
func (r *recorder) cuts(b *read.Block, at int, found label.Label) bool {
	if found.Style == label.None {
		return putToVote.MatchString(b.Text[at:])
	}
	return found.Style == label.Formal || found.Style == label.Shouted && (!found.IsWeak() || r.seen.Known[found.Speaker.Name] >= learned.FormalEnough)
}

// inOrder are the bytes of all of them.
func inOrder(all ...[]int) []int {
	at := slices.Concat(all...)
	slices.Sort(at)
	return slices.Compact(at)
}

// isAmong says whether bytes in their order have one of them.
func isAmong(sorted []int, at int) bool {
	_, found := slices.BinarySearch(sorted, at)
	return found
}

// breaks are the bytes of a block at which another paragraph may begin: its printed
// lines, and what is set off in bold after the end of a sentence. A line that follows a
// full one goes on with its paragraph, unless a label with a colon tells otherwise.
func breaks(b *read.Block) []int {
	var at []int
	for i, l := range b.Lines[1:] {
		if !b.Lines[i].Full || strings.ContainsAny(corpus.Head(b.Text[l.Start:], grammar.LabelLimit), ":：") {
			at = append(at, l.Start)
		}
	}
	for _, s := range b.Spans {
		if s.Bold && s.Start > 0 && matter.EndsSpeech(b.Text[:s.Start]) {
			at = append(at, s.Start)
		}
	}
	slices.Sort(at)
	return at
}

// sizeAt is the length of the label that stands at a byte of a block, 0 when none does.
func (r *recorder) sizeAt(b *read.Block, from int) int {
	l := r.at(b, from)
	return max(l.End, r.seen.Label(learned.Place{Block: b, From: from}, l).End)
}

// shoutedAddress is a label in capitals with a form of address, which no sentence has within.
var shoutedAddress = regexp.MustCompile(`^(?:MR|MRS|MS|MISS|DR|PROF|HON|SHRI|SHRIMATI|SMT)\.? (?:\p{Lu}[\p{Lu}.'’-]* ){0,4}\p{Lu}[\p{Lu}.'’-]*(?: \([^()]{2,60}\))? ?: `)

// isShoutedAddress says whether a text begins with such a label.
func isShoutedAddress(text string) bool {
	return len(text) > 2 && isCapital(text[0]) && isCapital(text[1]) && shoutedAddress.MatchString(text[:min(len(text), grammar.LabelLimit)])
}

func isCapital(b byte) bool { return 'A' <= b && b <= 'Z' }

// mayBegin says whether a label may begin at a printed line of a block.
func mayBegin(b *read.Block, inside []int, from, at int) bool {
	if matter.InNote(b.Text[:at]) && !isAmong(inside, at) {
		return false
	}
	return isAmong(inside, at) || matter.EndsSpeech(b.Text[:at]) || matter.SpeechNumber.MatchString(b.Text[at:]) || isShoutedAddress(b.Text[at:]) || learned.BoldFrom(b, at) > at || from == 0 && at < grammar.LabelLimit && isTitleBefore(b, at)
}

// putToVote begins what a clerk writes of votes, and of who stands in, in Geneva.
var putToVote = regexp.MustCompile(`^(?:Mise? aux voix, |Députés suppléants présents ?:|Le procès-verbal de [^.:]{5,90} est adopté)`)

// unclosed is a label that a line breaks in its parentheses: "Mr. Brook (Westshire:".
var unclosed = regexp.MustCompile(`^[^()]{2,60}\([^()]{2,60}$`)

// isAsked says whether a text is a question as an order paper prints it, with a form
// of address before the name.
func isAsked(text string) bool {
	return grammar.HasHonorific(text) && askedIn.MatchString(text)
}

// isTitleBefore says whether what a block has before a byte titles what follows.
func isTitleBefore(b *read.Block, end int) bool {
	before := read.Block{Text: strings.TrimRight(b.Text[:end], " ")}
	return matter.IsCaption(&before) && !matter.Joins[strings.ToLower(grammar.LastWord(before.Text))]
}

// isTitleWithin says whether a piece within a block is such a title.
func isTitleWithin(p piece, text string) bool {
	return p.from > 0 && learned.IsTitle(text)
}

// opensHanPart says whether a part of a sitting in Taiwan begins with a piece.
func opensHanPart(p piece, text string) bool {
	return label.HanAgenda.MatchString(text) || p.from > 0 && learned.IsHanPart(text)
}
