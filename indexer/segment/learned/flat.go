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
	at = append(at, hanInside(b.Text, names)...)
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
	return label.IsCrowd(words) || describe.InCapitals(words) && (label.Question.MatchString(words) || label.Answer.MatchString(words)) ||
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
	if word == "?" || word == "!" || word == "»" {
		return true // as French has them
	}
	return !strings.HasSuffix(before, ":") && matter.EndsSpeech(before) && (utf8.RuneCountInString(bare) > 1 || bare != "" && strings.Trim(bare, "0123456789") == "") && !grammar.HasHonorific(word)
}

// inline are the bytes at which labels begin within a block that have a form no sentence has.
func inline(b *read.Block) []int {
	var at []int
	if strings.Contains(b.Text, " señor") || strings.Contains(b.Text, " Sr") || strings.Contains(b.Text, " BAŞKAN - ") || strings.Contains(b.Text, ") - ") || strings.Contains(b.Text, " Mr") && strings.Contains(b.Text, " - ") {
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
var capitalInline = regexp.MustCompile(` (?:(?:Mr|Mrs|Ms|Madam|Dr) (?:\p{Lu}[\p{Lu}'’-]{2,} ?){1,3}(?:\([^()]{2,80}\) ?)?- \p{Lu}|Sra?\. (?:\p{Lu}[\p{L}'’-]+ ?){1,4}(?:\([^()]{1,60}\))?\.[-–—] |(?:El|La) señor(?:a|ita)? (?:\p{Lu}[\p{Lu}'’-]*,? ){0,7}\p{Lu}[\p{Lu}'’-]*(?: \([^()]{1,80}\))?(?::|\. ?[-–—]) |(?:BAŞKAN|(?:[OA] )?(?:\p{Lu}[\p{Lu}'’.]+ ){2,5}\([^()]{2,100}\)) [-–] (?:\p{Lu}|\.\.\.|…))`)

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
