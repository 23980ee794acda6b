package learned

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/matter"
	"briefsearch/indexer/segment/opening"
)

// A record may label its speakers in a form that the grammar does not know: by a form
// of address or an office in a language that it has few words of, behind a sign of
// its own, on a line of their own. Such a form shows by itself. What could be a label
// is collected wherever one may stand (forms.go) and grouped by how it is printed; a
// group is believed where its openings do what labels do (evidence.go): they come
// again with others between them, share the words that frame a name, are announced by
// the words before, and somebody speaks behind them. Then they are parsed (framed.go).

// closedBy is what ends an opening.
type closedBy uint8

const (
	byColon    closedBy = iota // "Ada Brook:"
	byStopDash                 // "Ada Brook. –"
	byDash                     // "Ada Brook (Leeds) –"
	byStop                     // "BROOK (Lamp Party)."
	byBold                     // in bold, and what is said is not
	byBracket                  // "【林小雨】", in a script without capitals
	byLine                     // on a line of its own
)

// form is how openings are printed that are labels or not together.
type form struct {
	by      closedBy
	lead    rune // what stands before: a sign, '0' for a number or a time, 0 for nothing
	bold    bool
	heading bool
	below   bool // another line stands between it and what is said
	nick    bool // a word in small letters, as people sign in chats
}

func (f form) compare(g form) int {
	return cmp.Or(cmp.Compare(f.by, g.by), cmp.Compare(f.lead, g.lead),
		cmp.Compare(grammar.Count(f.bold), grammar.Count(g.bold)), cmp.Compare(grammar.Count(f.heading), grammar.Count(g.heading)), cmp.Compare(grammar.Count(f.below), grammar.Count(g.below)), cmp.Compare(grammar.Count(f.nick), grammar.Count(g.nick)))
}

// Place is where an opening stands.
type Place struct {
	Block *read.Block
	From  int // bytes
}

// formOpening is words that may name who speaks.
type formOpening struct {
	Place
	form      form
	printed   string      // without what stands before it and what closes it
	bare      string      // and without its parentheses
	pairs     []string    // what stands in those
	office    string      // what stands behind a name, and a comma or a dash
	words     []string    // of the bare ones
	key       string      // the same for every opening of one speaker
	end       int         // bytes from the place to what is said
	caps      bool        // in capitals
	alone     bool        // nothing is said in the same paragraph
	Unknown   bool        // to the grammar it is nothing
	listed    bool        // its name stood alone on a line before, above other names
	press     bool        // it names whose press conference it is, or asks there
	addressed bool        // a form of address and a name, or an office and its article
	sure      int         // labels of the grammar before it
	before    string      // the last words before it
	said      string      // the first words behind it
	under     *read.Block // the line between them
}

const (
	formLimit = 160 // bytes of the longest opening
	formWords = 12
	stopWords = 3 // before a full stop, which ends sentences too
)

// openingsAt are what may be a label at a byte of a block.
func openingsAt(b *read.Block, from int) []formOpening {
	if b.Kind == read.Footnote || b.Kind == read.Row || matter.IsRecordsMark(b.Text[from:]) {
		return nil
	}
	text := grammar.PlainDash(b.Text[from:])
	lead, kind := leadOf(text)
	if lead > 0 && strings.ContainsAny(text[lead-1:lead], "_/") {
		return nil // within the name of a file
	}
	if b.Marker != "" && from == 0 {
		kind = markerKind(b.Marker)
	}
	if n := len(matter.SpeechNumber.FindString(text)); n > 0 {
		lead, kind = n, '0'
	}
	all := cuts(text[lead:], lineAfter(b, from)-from-lead)
	bold := BoldFrom(b, from) - from
	if bold > lead && bold < len(text) {
		all = slices.DeleteFunc(all, func(c cut) bool { return lead+c.end > bold+1 })
		if len(all) == 0 {
			all = append(all, cut{byBold, bold - lead, bold - lead})
		}
	}
	var found []formOpening
	for _, c := range all {
		if o, ok := newOpening(text[lead:lead+c.end], c.by, bold > lead && bold <= lead+c.end+1 && bold < len(text)); ok {
			o.Place, o.end = Place{b, from}, lead+c.max
			o.alone = o.end >= len(text)
			o.form.lead, o.form.nick, o.form.heading = kind, grammar.IsSmall(grammar.FirstRune(text[lead:])), b.Kind == read.Heading
			o.unmark()
			found = append(found, o)
		}
	}
	return found
}

// leadOf is the length of what stands before the words of an opening, and what it is.
func leadOf(text string) (int, rune) {
	if first := grammar.FirstRune(text); first == 'Q' || first == 'T' || first == 'N' {
		if n := len(matter.QuestionNumber.FindString(text)); n > 0 {
			return n, '0'
		}
	}
	kind := rune(0)
	for i, r := range corpus.Head(text, formLimit) {
		switch {
		case unicode.IsLetter(r), (r == '(' || r == '[') && (i+1 == len(text) || !grammar.IsDigit(text[i+1])):
			return i, kind
		case unicode.IsDigit(r):
			kind = '0'
		case kind == 0 && r != ' ' && r != '\u00a0':
			kind = r
		}
	}
	return len(text), kind
}

// markerKind is the same of the mark of an item: "3.", "(a)", "–".
func markerKind(marker string) rune {
	if r := grammar.FirstRune(marker); !unicode.IsDigit(r) && !unicode.IsLetter(r) && r != '(' {
		return r
	}
	return '0'
}

// lineAfter is the byte of a block at which the printed line behind another one
// begins, 0 when that is no beginning of a line, the last one, or goes on in the next.
func lineAfter(b *read.Block, from int) int {
	for i, l := range b.Lines[:len(b.Lines)-1] {
		if l.Start == from && !l.Full {
			return b.Lines[i+1].Start
		}
		if l.Start > from {
			break
		}
	}
	return 0
}

// newOpening reads the words of an opening.
func newOpening(printed string, by closedBy, bold bool) (formOpening, bool) {
	o := formOpening{printed: unbracketed(strings.Trim(printed, " \u00a0:;–—-*_"), by)}
	o.read()
	switch {
	case len(o.words) > 0 && thanking[grammar.Folded(strings.TrimRight(o.words[0], ".!"))]:
		return o, false
	case !looksLikeName(o.bare, o.words) && (by != byColon || !isNick(o.bare)) || opensWithPronoun(o.bare, o.words) || label.IsField(o.bare):
		return o, false
	case by == byLine && o.isOtherLine(strings.TrimSpace(printed)), label.ToAll.MatchString(o.printed):
		return o, false
	case by == byStop && !bold && !o.standsOut():
		return o, false // a short sentence
	}
	o.form.by, o.form.bold = by, bold
	o.key, o.addressed = keyOf(o.words), by == byLine && isAddressed(o.bare)
	if len(o.words) <= 2 && label.Question.MatchString(o.bare) {
		o.key = "?" // whoever asks
	}
	return o, o.key != ""
}

// isOtherLine says whether a line of its own is a sentence, or the title of a list of so many.
func (o *formOpening) isOtherLine(line string) bool {
	if lostName.MatchString(line) || caselessSentence.MatchString(line) || longStop.MatchString(o.bare) || o.isSalute() || matter.IsOfPage(o.printed) {
		return true
	}
	return strings.HasSuffix(line, ".") && (label.ReportsWithin(o.bare) || toldOf.MatchString(line)) || len(o.pairs) > 0 && counted.MatchString(o.pairs[0])
}

// toldOf is the end of a sentence that tells what somebody does: "The Chair Ada Brook delivers a speech."
var toldOf = regexp.MustCompile(`\p{Lu}\S+ \p{Lu}\S+ \p{Ll}{5,} (?:\p{Ll}+ ){0,2}\p{Ll}{4,}\.$`)

// counted is how many a list has, in parentheses behind its title: "Committee on Lamps (8)".
var counted = regexp.MustCompile(`^\d+$`)

// unbracketed is an opening without the bracket before it whose fellow has been cut off.
func unbracketed(printed string, by closedBy) string {
	if by != byBracket && by != byColon || strings.HasSuffix(printed, "]") {
		return printed
	}
	return strings.TrimPrefix(printed, "[")
}

// lostName is a form of address whose name the page has lost: "M. ."
var lostName = regexp.MustCompile(`^\pL{1,4}\. ?[.,;]$`)

// unmark takes off the form of an opening that addresses somebody what tells nothing of it:
// that its type is that of a title, the signs of a note on the speech and of a paragraph, and
// the number of a question. Brackets tell nothing of any, since others have lost theirs.
func (o *formOpening) unmark() {
	if o.form.lead == '<' && strings.HasSuffix(o.Block.Text[:o.From+o.end], ">") {
		o.form.lead = 0
	}
	if !o.addressed {
		return
	}
	o.form.heading = false
	if o.form.lead == '*' || o.form.lead == '§' || o.form.lead == '0' {
		o.form.lead = 0
	}
}

// isAddressed says whether words name somebody as records of parliaments do: with a form of
// address, or by an office with its article.
func isAddressed(bare string) bool {
	p := grammar.NameOf(bare)
	return p.Honorific != "" && p.End == len(bare) || label.Peer.MatchString(bare) || label.IsChair(bare) || grammar.Article.MatchString(bare) && label.StartsOffice(grammar.StripArticle(bare))
}

// nickLong is how many bytes the longest nickname has.
const nickLong = 20

// isNick says whether a text is one word that begins in a small letter.
func isNick(bare string) bool {
	return len(bare) > 1 && len(bare) <= nickLong && grammar.IsSmall(grammar.FirstRune(bare)) && !strings.ContainsAny(bare, " ./=@#%{}<>,")
}

// read divides what is printed.
func (o *formOpening) read() {
	o.printed = strings.TrimRight(o.printed, ".")
	if grammar.IsDotted(grammar.LastWord(o.printed)) {
		o.printed += "." // "BROOK A.B."
	}
	o.bare, o.pairs = label.Parenthesised(plainTail.ReplaceAllString(closedUp(o.printed), "$1"))
	if m := partyTail.FindStringSubmatch(o.bare); m != nil {
		o.bare, o.pairs = m[1], append(o.pairs, m[2])
	}
	o.splitOffice()
	if o.office == "" && describe.InCapitals(o.bare) {
		o.bare = doubled.ReplaceAllString(o.bare, "$1-$2")
	}
	o.caps = unicode.IsUpper(grammar.FirstRune(o.bare)) && describe.InCapitals(o.bare)
	o.words = strings.FieldsFunc(o.bare, func(r rune) bool { return r == ' ' || r == '\u00a0' || r == ',' || r == '\u3000' })
}

// doubled is a name of two whose hyphen has spaces around it: "ADA - MARIA BROOK".
var doubled = regexp.MustCompile(`^(\p{Lu}{3,}) - (\p{Lu}{3,} \p{Lu}{3,})$`)

// splitOffice takes off what stands behind a name and a comma or a dash, its bearer's office
// or whom he works for: "Ada Brook – Clerk of the House", "Ada Brook, Lamp Daily".
func (o *formOpening) splitOffice() {
	for _, mark := range []string{", ", " – ", " — ", " - "} {
		name, office, ok := strings.Cut(o.bare, mark)
		if office = strings.Trim(office, ", "); ok && mayHold(name, office) {
			o.bare, o.office = name, office
			return
		}
	}
}

// mayHold says whether words may be a person and an office, and not a sentence on him: "Ada
// Brook, the mayor, told us: …".
func mayHold(name, office string) bool {
	if office == "" || !isNamed(strings.Fields(name)) && (strings.Contains(name, " ") || !label.StartsOffice(office)) || label.IsChair(name) || strings.ContainsAny(name+office, "0123456789<>=") || longStop.MatchString(name) {
		return false
	}
	_, more, _ := strings.Cut(office, ", ")
	return describe.InCapitals(name) || !grammar.IsSmall(grammar.FirstRune(more)) && !label.ReportsWithin(office)
}

// longStop ends a sentence, and no abbreviation.
var longStop = regexp.MustCompile(`\pL{5}\. `)

// isBehindName says whether an opening has more than its words: parentheses, an office.
func (o *formOpening) isBehindName() bool { return len(o.pairs) > 0 || o.office != "" }

// standsOut says whether an opening before a full stop is set like a label, or names
// somebody in few words.
func (o *formOpening) standsOut() bool {
	if o.caps || len(o.words) > stopWords || o.office != "" {
		return o.caps
	}
	chairs, _ := inOffice(o)
	return len(o.pairs) > 0 || isNamed(o.words) && unicode.IsUpper(grammar.FirstRune(o.bare)) || chairs
}

// plainTail is what stands behind a name and its parentheses: the time of a recording,
// "replik". partyTail is a party in small letters: "Ada Brook kok", "Ada Brook /kok".
var (
	plainTail = regexp.MustCompile(`(?:[,–—-]?[ \x{a0}]+` + label.Stamp + `|(\))(?: \p{Ll}+){1,2})$`)
	partyTail = regexp.MustCompile(`^(\p{Lu}\S+(?: \p{Lu}\S+){1,2}) (?:/ ?)?(\p{Ll}{1,4})$`)
)

// caselessSentence is a line that ends as a sentence does, in a script in which no capital
// tells a name from it.
var caselessSentence = regexp.MustCompile(`^\p{Lo}.*(?:\p{Lo}{2}\.$|\p{Lo}{3}[.?!] )`)

// thanking are words with which one thanks, bids or begins to talk, and no name begins.
var thanking = grammar.Lists.Set("thanking")

// isSalute says whether an opening addresses somebody and names nobody: "Thank you,
// Mr. President".
func (o *formOpening) isSalute() bool {
	if o.office == "" && (strings.HasSuffix(o.printed, ",") || strings.HasSuffix(o.printed, "،")) {
		return true
	}
	honorific, _ := grammar.HonorificOf(o.bare)
	chairs, _ := inOffice(o)
	return honorific == "" && !chairs && grammar.Salutation.MatchString(grammar.PlainArabic(o.bare))
}

// irish is the article of chairs in Ireland: "An Ceann Comhairle".
const irish = "an"

// opensWithPronoun says whether words open a sentence.
func opensWithPronoun(bare string, words []string) bool {
	first := strings.ToLower(words[0])
	if hanSentence.MatchString(first) {
		return true
	}
	return len(words) > 1 && (opening.Openers[first] || grammar.FirstPerson[first]) && !grammar.Article.MatchString(bare) && (first != irish || !label.IsChair(bare)) &&
		!grammar.Civil.MatchString(first) && !label.Nameless.MatchString(bare)
}

// hanSentence begins or ends in words that a name has not: "First of all", "he said".
var hanSentence = regexp.MustCompile(`^` + grammar.Lists.Any("han-openers") + `|[曰说說道]$`)

// keyOf is the words of an opening without case and times.
func keyOf(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if !label.HasClock(w) {
			b.WriteByte(' ')
			b.WriteString(grammar.Folded(w))
		}
	}
	return strings.TrimSpace(b.String())
}

// caselessWords is how many words the longest opening has in a script without capitals.
const caselessWords = 8

// looksLikeName says whether words may name a person or an office: most of them have
// a capital, or a script that has none, and one at most is a number.
func looksLikeName(bare string, words []string) bool {
	first := grammar.FirstRune(bare)
	if len(words) == 0 || len(words) > formWords || strings.ContainsAny(strings.ReplaceAll(bare, " @ ", " "), "=@#%{}<>") || !unicode.IsUpper(first) && !grammar.IsCaseless(first) {
		return false
	}
	upper, lower, digits, caseless := 0, 0, 0, 0
	for _, w := range words {
		switch r := grammar.FirstRune(strings.TrimLeft(w, "'’‘\"(")); {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			upper++
		case grammar.IsCaseless(r): // Georgian calls its letters small
			caseless++
		case unicode.IsLower(r) && !grammar.LinkWords[w] && !smallParticles[w]:
			lower++
		}
	}
	if upper == 1 && theirs.MatchString(bare) {
		return len(words) <= titleLong // "El secretari general"
	}
	return digits <= 1 && lower <= upper && caseless <= caselessWords
}

// titleLong is how many words an office in small letters has, with the article that
// opens it.
const titleLong = 5

// theirs is an article before an office in small letters.
var theirs = regexp.MustCompile(`^(?:The|Le|La|El|Il|Lo|O|A|De|Der|Die|Den|Det|L['’]|Els|Les) ?\p{Ll}`)

// smallParticles are the small words inside of names and offices.
var smallParticles = grammar.Lists.Set("small-particles")

// BoldFrom is where the stretch in bold ends that begins at a byte of a block, 0 when
// none does.
func BoldFrom(b *read.Block, from int) int {
	for _, s := range b.Spans {
		if s.Start > from {
			break
		}
		if s.Bold && s.Start+1 >= from && s.End > from+2 {
			return s.End
		}
	}
	return 0
}
