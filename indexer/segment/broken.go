package segment

import (
	"slices"
	"strings"
	"unicode"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/learned"
	"briefsearch/indexer/segment/matter"
)

// restOfLabel is what a label has in parentheses, on a line that a reader took for
// a paragraph of its own: "(Brook Vega): I thank you".
var restOfLabel = regexp.MustCompile(`^[(\[][^()\[\]]{2,120}[)\]](?: ?[(\[][^()\[\]]{2,120}[)\]])? ?(?:[.:] ?[-–—]|[:.]|[-–—] )`)

// mendLabels joins the parts of labels that were taken for paragraphs of their own. The document that it was
// given stays as it is.
func (l labelled) mendLabels(doc *read.Document) *read.Document {
	var blocks []read.Block // a copy, once there is something to mend
	for i := 0; i < len(doc.Blocks); i++ {
		n := l.restBelow(doc.Blocks[i:])
		if n > 0 && blocks == nil {
			blocks = slices.Clone(doc.Blocks[:i])
		}
		if blocks == nil {
			continue
		}
		whole := doc.Blocks[i]
		for range n {
			i++
			whole = joinBlocks(&whole, &doc.Blocks[i])
		}
		blocks = append(blocks, whole)
	}
	if blocks == nil {
		return doc
	}
	mended := *doc
	mended.Blocks = blocks
	return &mended
}

// restBelow is how many blocks below the first one belong to the label that it begins.
func (l labelled) restBelow(blocks []read.Block) int {
	if len(blocks) > 1 && l.isBroken(&blocks[0], &blocks[1]) {
		return 1
	}
	if strings.HasPrefix(blocks[0].Text, "(") {
		return noteBelow(blocks)
	}
	return max(l.lastBelow(blocks), l.timeBelow(blocks), l.capitalsBelow(blocks))
}

// upperLines is how many lines a label may have above its last one.
const upperLines = 2

// lastBelow is how many blocks below the first one belong to a label whose last line tells that it is one: it
// closes in parentheses and a dash that was taken for the mark of a list ("MS. BROOK (Lamport)" above "- I thank
// you"), or names the holder of the office in the lines above, and has a colon ("Deputy Head" above "of the Lamp
// Office" and "Ada Brook:").
func (l labelled) lastBelow(blocks []read.Block) int {
	text := blocks[0].Text
	for n := 1; n <= upperLines && n < len(blocks) && len(text) <= grammar.LabelLimit; n++ {
		joint := jointOf(text, &blocks[n])
		whole := text + joint + blocks[n].Text
		dashed := joint != " " && joint != "" && strings.HasSuffix(text, ")")
		if dashed || joint == " " && isNameLine(blocks[n].Text) && unicode.IsUpper(grammar.FirstRune(text)) && !grammar.EndsSentence(text) {
			found := label.Of(whole, l.names)
			ends := dashed && found.End == len(text)+len(joint) || !dashed && found.Alone && found.Speaker.Role != "" && !label.Of(blocks[n].Text, l.names).IsSure()
			return n * grammar.Count(found.IsSure() && ends && label.Of(blocks[0].Text, l.names).Style == label.None)
		}
		text = whole
	}
	return 0
}

// isNameLine says whether a line may be the last one of a label.
func isNameLine(line string) bool { return len(line) < nameLong && strings.HasSuffix(line, ":") }

// nameLong is the length in bytes of the longest name on a line below its bearer's office.
const nameLong = 60

// noteLines is how many lines a note of the clerk may have that were taken for paragraphs.
const noteLines = 5

// noteBelow is how many blocks below the first one go on with the note in parentheses that it
// begins, as files have it that keep the lines of a column: "(Ms. Brook: That is not" and "what
// he said!)".
func noteBelow(blocks []read.Block) int {
	open := 0
	for n := 0; n < min(noteLines, len(blocks)); n++ {
		b := &blocks[n]
		open += strings.Count(b.Text, "(") - strings.Count(b.Text, ")")
		switch {
		case len(b.Text) > grammar.LabelLimit || n > 0 && (b.Kind != read.Paragraph || b.Marker != ""):
			return 0
		case open <= 0:
			return n * grammar.Count(strings.HasSuffix(b.Text, ")"))
		}
	}
	return 0
}

// clockLine is the time on a line of its own.
var clockLine = regexp.MustCompile(`^\d{1,2}:\d{2}:\d{2}$`)

// timeBelow is how many blocks below the first one belong to its label: the State of a delegate and
// the time at which he began.
func (l labelled) timeBelow(blocks []read.Block) int {
	if !grammar.HasHonorific(blocks[0].Text) {
		return 0
	}
	for n := 1; n <= 2 && n < len(blocks); n++ {
		if !clockLine.MatchString(blocks[n].Text) {
			continue
		}
		text := blocks[0].Text
		for _, b := range blocks[1 : n+1] {
			text += " " + b.Text
		}
		if found := label.Of(text, l.names); found.Stamped && found.Alone && found.IsSure() {
			return n
		}
	}
	return 0
}

// isBroken says whether a label goes on from one block to the next.
func (l labelled) isBroken(head, rest *read.Block) bool {
	return l.isBrokenBefore(head, rest) || l.isBrokenWithin(head, rest) || l.isBrokenNumbered(head, rest)
}

// isBrokenNumbered says whether a label that counts the speeches goes on in the next line: "Anf. 1
// Statsminister ADA" above "LAMPA (xy):".
func (l labelled) isBrokenNumbered(head, rest *read.Block) bool {
	if len(head.Text) > grammar.LabelLimit || !matter.SpeechNumber.MatchString(head.Text) || strings.Contains(head.Text, ":") || rest.Marker != "" {
		return false
	}
	found := label.Of(head.Text+jointOf(head.Text, rest)+rest.Text, l.names)
	return found.Style != label.None && found.End > len(head.Text)
}

// capitalLines is how many lines a label in capitals may have.
const capitalLines = 3

// capitalsBelow is how many blocks below the first one belong to the label in capitals whose first line
// was taken for a heading: "THE MINISTER FOR LAMPS AND" above "HARBOURS (HON. BROOK): I thank you",
// "SENATOR ADA BROOK, CHAIR, COMMITTEE" above "ON LAMPS: I thank you".
func (l labelled) capitalsBelow(blocks []read.Block) int {
	text := blocks[0].Text
	person := grammar.HasHonorific(text) && strings.Contains(text, ", ")
	office := grammar.Article.MatchString(text) && label.StartsOffice(grammar.StripArticle(text))
	if !person && !office {
		return 0
	}
	for n := 1; n < min(capitalLines, len(blocks)) && len(text) <= grammar.LabelLimit && describe.InCapitals(text) && !strings.Contains(text, ":"); n++ {
		if grammar.HasHonorific(blocks[n].Text) {
			break
		}
		whole := text + jointOf(text, &blocks[n]) + blocks[n].Text
		if found := label.Of(whole, l.names); found.End > len(text) && (person && found.IsSure() || found.NamesHolder()) && describe.InCapitals(whole[:found.End]) {
			return n
		}
		text = whole
	}
	return 0
}

// isBrokenWithin says whether the first line of a label was taken for a heading, as it
// is in bold, and its last words for the beginning of a paragraph: "The Minister for
// Roads (Mr." and "Brook): I thank you".
func (l labelled) isBrokenWithin(head, rest *read.Block) bool {
	open := strings.LastIndexByte(head.Text, '(') > strings.LastIndexByte(head.Text, ')')
	bold := learned.BoldFrom(rest, 0)
	if !open && (bold == 0 || !head.AllBold()) || len(head.Text) > grammar.LabelLimit || rest.Marker != "" || !strings.Contains(rest.Text[:min(grammar.LabelLimit, len(rest.Text))], ":") {
		return false
	}
	if label.Of(head.Text, l.names).Style != label.None || !open && label.Of(rest.Text, l.names).Style != label.None {
		return false
	}
	joint := jointOf(head.Text, rest)
	found := label.Of(head.Text+joint+rest.Text, l.names)
	end := found.End - len(head.Text) - len(joint)
	return found.IsSure() && end > 0 && (open || end <= bold+1)
}

// isBrokenBefore says whether the parentheses of a label stand on a line of their own.
func (l labelled) isBrokenBefore(head, rest *read.Block) bool {
	if !strings.HasPrefix(rest.Text, "(") && !strings.HasPrefix(rest.Text, "[") || len(head.Text) > grammar.LabelLimit || rest.Marker != "" || grammar.EndsSentence(head.Text) {
		return false
	}
	end := len(restOfLabel.FindString(rest.Text))
	if end == 0 || label.Of(head.Text, l.names).Style != label.None {
		return false
	}
	found := label.Of(head.Text+" "+rest.Text[:end]+" ", l.names)
	return (found.Style == label.Formal || found.Style == label.Plain || found.NamesHolder()) && found.End > len(head.Text)
}

// jointOf is what stands between a line and the next one: nothing where a name is divided at
// its hyphen, and the dash that was taken for the mark of a list.
func jointOf(line string, rest *read.Block) string {
	switch {
	case rest.Marker == "-" || rest.Marker == "–" || rest.Marker == "—":
		return " " + rest.Marker + " "
	case strings.HasSuffix(line, "-") && !strings.HasSuffix(line, " -"):
		return ""
	}
	return " "
}

func joinBlocks(head, rest *read.Block) read.Block {
	b := *head
	joint := jointOf(head.Text, rest)
	shift := len(head.Text) + len(joint)
	b.Kind, b.Text = read.Paragraph, head.Text+joint+rest.Text
	b.Spans, b.Lines = slices.Clone(head.Spans), slices.Clone(head.Lines)
	for _, s := range rest.Spans {
		s.Start, s.End = s.Start+shift, s.End+shift
		b.Spans = append(b.Spans, s)
	}
	for _, line := range rest.Lines {
		line.Start += shift
		b.Lines = append(b.Lines, line)
	}
	return b
}
