package learned

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/matter"
)

// A text may have lost its paragraphs: all of a record, or a page of it, is a single one.
// Labels that leave no doubt are looked for within it, at its colons.

// A paragraph of so many bytes may be such a text. A shorter one, and one of which the printed
// lines are known, has at least so many labels, or stands behind others that have, or its label
// leaves no doubt.
const (
	flatText  = 800
	flatLeast = 200
	fewInline = 2
)

// Inside are the bytes at which labels begin within a block.
func (h *Heard) Inside(b *read.Block, names grammar.Names) []int {
	at, known := h.within[b]
	if known {
		return at
	}
	at = append(inline(b), h.Forms.keyedWithin(b.Text)...)
	switch dotted := h.dottedBehindTitle(b.Text, names); {
	case len(at) > 0:
	case dotted > 0:
		at = []int{dotted}
	case len(b.Text) < flatLeast:
		if at = exchange(b, names); len(at) == 0 {
			at = h.metWithin(b.Text)
		}
	default:
		at = h.flat(b, names)
		doubtful := len(at)+h.scattered < fewInline && (len(b.Text) < flatText || len(b.Lines) > 1)
		if doubtful && !slices.ContainsFunc(at, func(i int) bool { return h.leavesNoDoubt(b.Text[:i], b.Text[i:], names) }) {
			at = nil
		}
		h.scattered += len(at)
	}
	h.within[b] = at
	return at
}

// titleAndLabel is a title that a converter joined to the label behind it, which ends in a full stop.
var titleAndLabel = regexp.MustCompile(`^\p{Lu}[^.:!?;]{6,120}? (?:\p{Lu}[\p{Lu}'’]{3,}(?: \p{Lu}[\p{Lu}'’]{2,}){0,2}(?: \([^()]{1,30}\))?)\. \p{Lu}`)

// dottedBehindTitle is where the label begins that stands behind the title that a text opens with,
// in a record of labels, or 0: "Per lo svolgimento di un'interrogazione BROOK (XY). Domando di parlare."
func (h *Heard) dottedBehindTitle(text string, names grammar.Names) int {
	if h.Formal < FormalEnough {
		return 0
	}
	m := titleAndLabel.FindString(text)
	for i := 1; i < len(m); i++ {
		word := grammar.WordAt(m[i:])
		if m[i-1] != ' ' || len(word) < len("BROO") || !describe.InCapitals(word) || describe.InCapitals(m[:i]) {
			continue
		}
		l := label.Of(text[i:], names)
		if l.Dot && (l.IsSure() && l.Speaker.Presiding || strings.Contains(l.Speaker.AsPrinted, "(")) && label.Of(text, names).Style == label.None {
			return i
		}
		return 0
	}
	return 0
}

// leavesNoDoubt says whether a label within a paragraph is one although no other is there: it tells
// in what language the speech was made, stands behind a title, or, in a record that has such
// labels, names an office and its holder, or the chair, where the cover says what this is.
func (h *Heard) leavesNoDoubt(before, text string, names grammar.Names) bool {
	if label.IsInterpreted(text) || titleStart(before) >= 0 {
		return true
	}
	return h.Formal >= FormalEnough && label.Of(text, names).HasHolder() || h.Forms.declared && label.Of(text, names).Speaker.Presiding
}

// exchange are the bytes at which labels begin within a short paragraph that opens with one:
// "Des voix: Adopté. M. Brook: Adopté."
func exchange(b *read.Block, names grammar.Names) []int {
	if strings.Count(b.Text, ": ") < fewInline {
		return nil
	}
	if l := label.Of(b.Text, names); l.Style != label.Formal && l.Speaker.Honorific == "" || l.Alone {
		return nil
	}
	return flat(b, names)
}

// flat are the bytes at which labels begin within a block that has lost its paragraphs.
func flat(b *read.Block, names grammar.Names) []int {
	var at, colons []int
	from := 0
	for i := 0; i < len(b.Text); i++ {
		if closing(b.Text[i:]) == 0 {
			continue
		}
		if start := max(labelBefore(b.Text, from, i, names), namelessBefore(b.Text, from, i)); start > 0 && !matter.InNote(b.Text[:start]) && !label.SpelledOut.MatchString(b.Text[start:]) {
			at = append(at, fromClock(b.Text[:start]))
			colons = append(colons, i)
		}
		from = i + 1
	}
	shorten(b.Text, at, colons)
	return at
}

// closing is how many bytes a text begins with that end a label within a paragraph: a colon, or a
// full stop and a dash, and a space.
func closing(text string) int {
	dash, stopped := strings.CutPrefix(text, ".")
	switch {
	case strings.HasPrefix(text, ": "):
		return len(": ")
	case stopped && (strings.HasPrefix(dash, "- ") || strings.HasPrefix(dash, "– ") || strings.HasPrefix(dash, "— ")):
		return strings.IndexByte(text, ' ') + 1
	}
	return 0
}

// paragraphNumber is that of a paragraph.
var paragraphNumber = regexp.MustCompile(`^\d{1,3}\.$`)

// fromClock is where the time or the number of the paragraph begins that stands before a label,
// or the label.
func fromClock(before string) int {
	bare := strings.TrimRight(before, " ")
	word := grammar.LastWord(bare)
	at := len(bare) - len(word)
	clock := matter.Clock.MatchString(word) && strings.ContainsAny(word, ".:")
	if (clock || paragraphNumber.MatchString(word)) && mayFollow(bare[:at]) {
		return at
	}
	return len(before)
}

// shorten takes from labels the title in capitals that stands before them, where the rest is
// a label elsewhere in the text: "OFFICE OF THE PRESIDENT THE SPEAKER:".
func shorten(text string, at, colons []int) {
	known := map[string]bool{}
	for i := range at {
		known[text[at[i]:colons[i]]] = true
	}
	for i := range at {
		for k := at[i] + 1; k < colons[i]; k++ {
			if text[k-1] == ' ' && known[text[k:colons[i]]] && describe.InCapitals(text[at[i]:k]) && opensAfterTitle(text[:k]) {
				at[i] = k
				break
			}
		}
	}
}

// labelBefore is where the label begins that a colon of a text ends, or a full stop and a dash, 0
// where none does. It stands behind the end of a sentence or of a title, or names a person and a
// State, or has an article that no sentence has within: "Opening of the session The Chair: I declare".
func labelBefore(text string, from, colon int, names grammar.Names) int {
	if label.Labels[strings.ToLower(grammar.LastWord(text[:colon]))] {
		return 0
	}
	limit := text[:min(len(text), colon+grammar.LabelLimit)]
	end := colon + closing(text[colon:])
	for _, opens := range []func(string) bool{mayFollow, opensAfterTitle, nil} {
		for i := max(from, colon-formLimit); i < colon; i++ {
			if i == 0 || text[i-1] != ' ' || !mayLabel(text[:i], text[i:colon]) || opens != nil && !opens(text[:i]) {
				continue
			}
			l := label.Of(limit[i:], names)
			if l.IsSure() && i+l.End > colon && i+l.End <= end && (opens != nil || l.Bracketed || l.Speaker.Presiding && standsOut(text[i:], text[i:colon], text[colon] == '.')) {
				return innermost(limit, i, colon, names)
			}
		}
	}
	return 0
}

// standsOut says whether a chair's label stands out from the words before: it opens with an article,
// or is all in capitals and ends in a dash.
func standsOut(text, printed string, dashed bool) bool {
	return opensByArticle(text) || dashed && describe.InCapitals(printed)
}

// innermost is where the last label begins that a colon ends behind a byte at which one does, in a
// text that lists who is there before: "Ms Brook The Lamp Office The Chairperson (Mr Vega): …".
func innermost(limit string, at, colon int, names grammar.Names) int {
	if k := max(strings.LastIndex(limit[at:colon], " The "), strings.LastIndex(limit[at:colon], " THE ")); k > 0 {
		if l, from := label.Of(limit[at+k+1:], names), at+k+1; l.IsSure() && from+l.End > colon && from+l.End <= colon+2 {
			return from
		}
	}
	return at
}

// opensByArticle says whether a text begins with an article and a capital behind it.
func opensByArticle(text string) bool {
	m := grammar.Article.FindString(text)
	return m != "" && unicode.IsUpper(grammar.FirstRune(text)) && unicode.IsUpper(grammar.FirstRune(text[len(m):]))
}

// namelessLimit is how many bytes a label has that names nobody.
const namelessLimit = 40

// namelessBefore is where a label that names nobody begins that a colon of a text ends, 0 where none
// does: "Some Hon. Members:", "Q:", or the first word of a notice of the record, "Disclaimer:".
func namelessBefore(text string, from, colon int) int {
	for i := max(from+1, colon-namelessLimit); i < colon; i++ {
		if text[i-1] == ' ' && unicode.IsUpper(grammar.FirstRune(text[i:])) && namesNobody(text[i:colon], text[i:]) && mayFollow(text[:i]) {
			return i
		}
	}
	return 0
}

// namesNobody says whether words before a colon are such a label.
func namesNobody(words, text string) bool {
	return label.IsCrowd(words) || describe.InCapitals(words) && label.Question.MatchString(words) ||
		!strings.Contains(words, " ") && matter.Procedure.MatchString(corpus.Head(text, grammar.LabelLimit))
}

// mayLabel says whether a text begins as a label that leaves no doubt may.
func mayLabel(before, text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return unicode.IsUpper(grammar.FirstRune(text)) && !isNameInitial(first, before) && (len(first) > 2 && describe.InCapitals(first) || grammar.Article.MatchString(text) || grammar.HasHonorific(text))
}

// isNameInitial says whether a word is the initial within a name, and not the form of address in
// French: a name in capitals stands before.
func isNameInitial(word, before string) bool {
	return word == "M." && describe.InCapitals(grammar.LastWord(before)) && !grammar.EndsSentence(strings.TrimRight(before, " "))
}

// mayFollow says whether a sentence may begin behind a text, or the words of another than
// whose they are: a note in parentheses ends it.
func mayFollow(before string) bool {
	before = strings.TrimRight(before, " ")
	if strings.HasSuffix(before, ")") || strings.HasSuffix(before, "]") {
		return true
	}
	if bare, loose := strings.CutSuffix(before, " ."); loose {
		before = bare + "." // a converter set the full stop apart
	}
	word := grammar.LastWord(before)
	bare := strings.Trim(word, ".")
	return !strings.HasSuffix(before, ":") && matter.EndsSpeech(before) && (utf8.RuneCountInString(bare) > 1 || bare != "" && strings.Trim(bare, "0123456789") == "") && !grammar.HasHonorific(word)
}

// Gaps are the bytes at which the record's own words begin that stand in a block before a label,
// from the end of the speech before on: a note on what the meeting did, and the title of what
// comes next. Where other labels stand on printed lines, so do they.
func Gaps(b *read.Block, from, to int, flat, dashes bool) []int {
	var at []int
	sure := 0 // of those, behind the end of a sentence
	for end := to; ; {
		start, formula := gapIn(b, from, end, flat, dashes)
		if start < 0 {
			break
		}
		end = start
		at = append(at, end)
		if formula || mayFollow(b.Text[from:end]) {
			sure = len(at)
		}
	}
	slices.Sort(at)
	return at[len(at)-sure:]
}

// gapIn is where such a note or such a title begins that ends before a byte of a block, or -1, and
// whether it is a formula on a printed line.
func gapIn(b *read.Block, from, end int, flat, dashes bool) (start int, formula bool) {
	goesOn := func(at int) bool {
		return isShortAside(b.Text[at:end]) && (flat || b.Text[at] == '[' && (isWrapped(b, from, at) || strings.IndexFunc(b.Text[at:end], unicode.IsLetter) < 0))
	}
	if line := lastLine(b, end); line > from && !goesOn(line) && (mayFollow(b.Text[from:line]) || unicode.IsLower(grammar.FirstRune(b.Text[line:]))) && matter.IsFormula(b.Text[line:end]) {
		return line, true
	}
	if at := formulaBefore(b.Text[from:end], dashes); flat && at > 0 {
		return from + at, true
	}
	start = gapBefore(b.Text[from:end])
	if start <= 0 && flat {
		start = max(namedItem(b.Text[from:end]), agendaTitle(b.Text[from:end]))
	}
	if start <= 0 {
		return -1, false
	}
	start = lineTitle(b, from, from+start)
	if start <= from || !flat && !beginsLine(b, start) || goesOn(start) {
		return -1, false
	}
	return start, false
}

// agendaTitle is where the title of an item of the agenda begins that a text ends in, behind the
// end of a sentence, or -1: "… with us today. Adoption of the agenda".
func agendaTitle(text string) int {
	text = strings.TrimRight(text, " ")
	for i := max(1, len(text)-titleLimit); i < len(text); i++ {
		if text[i-1] == ' ' && matter.AgendaTitle.MatchString(text[i:]) && mayFollow(text[:i]) {
			return i
		}
	}
	return -1
}

// titleLimit is how many bytes such a title has at most.
const titleLimit = 120

// lastLine is where the last printed line of a block begins before a byte.
func lastLine(b *read.Block, end int) int {
	i, _ := slices.BinarySearchFunc(b.Lines, end, func(l read.Line, end int) int { return l.Start - end })
	return b.Lines[max(0, i-1)].Start
}

// lineTitle is where a title begins that goes on in words in capitals at a byte: its printed line,
// where others that a title may have stand before them.
func lineTitle(b *read.Block, from, at int) int {
	line := lastLine(b, at)
	if line <= from || beginsLine(b, at) {
		return at
	}
	for w := range strings.FieldsSeq(b.Text[line:at]) {
		if !isTitleWord(w) || grammar.EndsSentence(w) {
			return at
		}
	}
	return line
}

func beginsLine(b *read.Block, at int) bool {
	_, found := slices.BinarySearchFunc(b.Lines, at, func(l read.Line, at int) int { return l.Start - at })
	return found
}

// noteWords is how many words a note in parentheses on what the meeting did has at least. A
// shorter one, "(Applause)", stands in the words of whom it interrupts.
const noteWords = 4

func isShortAside(text string) bool {
	return (grammar.CountWords(text, noteWords) < noteWords || strings.Contains(text, "!")) && strings.ContainsAny(text[:1], "([")
}

// gapBefore is where a note in parentheses or a title begins that a text ends in, or -1.
func gapBefore(text string) int {
	text = strings.TrimRight(text, " ")
	if !strings.HasSuffix(text, ")") && !strings.HasSuffix(text, "]") {
		return titleStart(text)
	}
	tail := lastBytes(text)
	start := strings.LastIndexAny(tail, "([")
	if start < 0 {
		return -1
	}
	start += len(text) - len(tail)
	if title := titleStart(text[:start]); title >= 0 && mayFollow(text[:title]) {
		return title // "APPROPRIATION BILL [Second Day]"
	}
	return start
}

// nameItem is an item of a list that a text ends in.
var nameItem = regexp.MustCompile(`(?:^| )\d{1,2}\. (\p{Lu}[^.:?!\d]{4,60})$`)

// namedItem is where the item begins that names who is called ("2. Ms Ada Brook"), or -1.
func namedItem(text string) int {
	text = strings.TrimRight(text, " ")
	tail := lastBytes(text)
	m := nameItem.FindStringSubmatchIndex(tail)
	if m == nil || !grammar.IsNameAlone(tail[m[2]:m[3]]) {
		return -1
	}
	start := len(text) - len(tail) + m[0]
	return start + len(text[start:]) - len(strings.TrimLeft(text[start:], " "))
}

// formulaBefore is where what a clerk writes begins that a text ends in, behind the end of a
// sentence or a title, or -1. Where clerks print a dash before, that tells it however long it is.
func formulaBefore(text string, dashes bool) int {
	text = strings.TrimRight(text, " ")
	for i := 1; i < len(text); i++ {
		if text[i-1] != ' ' {
			continue
		}
		rest := text[i:]
		if dashes && ClerkDash.MatchString(rest) && mayFollow(text[:i]) || len(rest) <= label.ContextLimit && isFormula(text[:i], rest) {
			return i
		}
	}
	return -1
}

// ClerkDash opens what the clerks of parliaments in Spanish and Portuguese print
// between speeches: "-Se vota y se aprueba."
var ClerkDash = regexp.MustCompile(`^(?:--|[-–—] ?)\p{Lu}`)

// isFormula says whether the rest of a text is a clerk's.
func isFormula(before, rest string) bool {
	first := grammar.FirstRune(rest)
	opens := unicode.IsUpper(first)
	return unicode.IsLetter(first) && (mayFollow(before) || opens && titleStart(before) >= 0) && (matter.IsFormula(rest) || opens && matter.IsDecided(rest))
}

// IsTitle says whether a piece within a text is a title, or names who is called.
func IsTitle(text string) bool {
	text = strings.TrimRight(text, " ")
	if i := strings.LastIndexAny(text, "(["); i > 0 && (strings.HasSuffix(text, ")") || strings.HasSuffix(text, "]")) {
		return titleStart(text[:i]) == 0 // "TRIBUTE (ADA BROOK)", "ROADS BILL [Second Day]"
	}
	return titleStart(text) == 0 || namedItem(text) == 0 || matter.AgendaTitle.MatchString(text)
}

// titleStart is where the title begins that a text ends in, or -1 where it has none: a long
// word in capitals, and others that have one.
func titleStart(text string) int {
	start := -1
	for rest := text; len(text)-len(rest) <= grammar.LabelLimit; {
		rest = strings.TrimRight(withoutCapitalBrackets(rest), " ")
		word := grammar.LastWord(rest)
		if word == "" || grammar.EndsSentence(word) || !isTitleWord(word) {
			break
		}
		rest = rest[:len(rest)-len(word)]
		if n := utf8.RuneCountInString(word); describe.InCapitals(word) && (n > shortLong || start >= 0 && n > abbreviation) {
			start = len(rest)
		}
	}
	return start
}

// withoutCapitalBrackets is a text without the parentheses in capitals that it ends in, as titles
// have them: "ROADS (REPAIR)".
func withoutCapitalBrackets(text string) string {
	text = strings.TrimRight(text, " ")
	i := strings.LastIndexByte(text, '(')
	if i < 0 || !strings.HasSuffix(text, ")") || !describe.InCapitals(text[i:]) {
		return text
	}
	return text[:i]
}

func isTitleWord(word string) bool {
	return !unicode.IsLower(grammar.FirstRune(word)) && !strings.ContainsAny(word, "()[]") || grammar.LinkWords[word]
}

// inline are the bytes at which labels begin within a block that have a form no sentence has.
func inline(b *read.Block) []int {
	var at []int
	if strings.Contains(b.Text, " señor") || strings.Contains(b.Text, " Sr") || strings.Contains(b.Text, " BAŞKAN - ") || strings.Contains(b.Text, ") - ") {
		for _, m := range capitalInline.FindAllStringIndex(b.Text, -1) {
			at = append(at, m[0]+1)
		}
	}
	if strings.Contains(b.Text, " M") || strings.Contains(b.Text, "membres ") {
		for _, m := range dottedInline.FindAllStringSubmatchIndex(b.Text, -1) {
			at = append(at, m[2])
		}
	}
	for from := 0; ; {
		i := strings.Index(b.Text[from:], captionSign)
		if i < 0 {
			return at
		}
		from += i + 1
		at = append(at, from)
	}
}

// capitalInline is a label that no sentence has within, in Spanish, Portuguese and Turkish: in capitals, or
// between a form of address and a full stop with a dash. A single word before parentheses is an acronym
// that they spell out.
var capitalInline = regexp.MustCompile(` (?:Sra?\. (?:\p{Lu}[\p{L}'’-]+ ?){1,4}(?:\([^()]{1,60}\))?\.[-–—] |(?:El|La) señor(?:a|ita)? (?:\p{Lu}[\p{Lu}'’-]*,? ){0,7}\p{Lu}[\p{Lu}'’-]*(?: \([^()]{1,80}\))?(?::|\. ?[-–—]) |(?:BAŞKAN|(?:[OA] )?(?:\p{Lu}[\p{Lu}'’.]+ ){2,5}\([^()]{2,100}\)) [-–] \p{Lu})`)

// dottedInline is a label in French that no sentence is: a name with a form of address, or members
// on their benches, and a full stop behind another.
var dottedInline = regexp.MustCompile(`[.?!…)] ((?:M\. le président|Mme la présidente|(?:M\.|Mme) (?:\p{Lu}\.[- ]?){0,2}(?:d[eu] |d['’]|Le |La )?\p{Lu}\p{Ll}[\p{L}'’-]+(?: (?:d[eu] )?\p{Lu}[\p{L}'’-]+){0,3}|(?:Plusieurs|Quelques|De nombreux) (?:membres|voix)(?: [^.!?()]{2,40})?)\. (?:(?:\.\.\.|…) ?)?[\p{Lu}\p{Ll}])`)

// captionSign is the sign by which captions change the speaker.
const captionSign = " >> "

// opensAfterTitle says whether a text ends in a word of a title or in a number, behind which
// the next speech begins.
func opensAfterTitle(before string) bool {
	word := grammar.LastWord(strings.TrimRight(before, " "))
	first := grammar.FirstRune(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	return (unicode.IsUpper(first) || unicode.IsDigit(first)) && (unicode.IsLetter(last) || unicode.IsDigit(last)) && !grammar.HasHonorific(word) && !matter.Joins[strings.ToLower(word)]
}
