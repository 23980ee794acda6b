package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
)

// labelStyle is how a record prints who speaks.
type labelStyle uint8

const (
	noLabel      labelStyle = iota
	formalLabel             // "Mr. X (Ghana):", "The President:", "X (Group). –"
	shoutedLabel            // "MS. X:", "MODERATOR:"
	tableLabel              // "Affiliation | Name | Function"
	plainLabel              // "Jane Roe:", which is one only where it comes again
)

// label is the words that name a speaker before what is said.
type label struct {
	style   labelStyle
	speaker corpus.Speaker
	end     int  // bytes up to where the speech begins
	alone   bool // nothing is said in the same paragraph

	bracketed bool // a seat or a party in parentheses stands behind the name
	held      bool // the holder of the office has been named
	seated    bool // the constituency has been named
	bold      bool // the name is set off in bold
	upper     bool // the surname is in capitals
	stamped   bool // the time stands beside it
	salutes   bool // where labels have no line of their own, it addresses the chair
	asks      bool // "Q", "Question", "Reporter"
	replies   bool // "A", "Answer"
	nameless  bool // "Unidentified male"
	single    bool // one word in capitals
	dot       bool // it ends in a full stop
	dashed    bool // it ends in a dash
	closed    bool // it ends in a full stop and a dash
	party     bool // it names a State or a body
	personal  bool // and goes on in the first person
	learned   bool // it has a form that only the document shows

	asked corpus.Speaker // to whom a question is put
}

const labelLimit = 220

var (
	colonLabel = regexp.MustCompile(`^((?:\d:\d|[^:：]){1,200}?)[ \x{a0}]?[:：](?:\s|$|[-—–“"«(\[]|\p{Lo}|\p{Lu})`)
	semicolon  = regexp.MustCompile(`^([^:;.]{0,4}\.?[^:;]{2,80}\)) ?;(?:\s|$)`) // as recognition reads a colon
	dashLabel  = regexp.MustCompile(`^([^:]{3,200}?)\.(?: [–—-]|[–—-]{1,2})(?:\s|$)`)
	spoke      = regexp.MustCompile(`(?i)^` + lists.Any("spoke"))
)

// presidingOffice are the labels of whoever has the chair.
var presidingOffice = regexp.MustCompile(`(?i)^` + lists.Any("presiding-courtesy") + `*(?:(?:acting|interim|temporary|deputy|vice|co|first|second|third|leas-?|outgoing|incoming|house|senate|lord|senior|principal|assistant)[ -])*` + lists.Any("presiding-noun") + `(?: (?:interino|interina|par int[ée]rim|en exercice|pro tempore|de séance))?$`)

// leadMark stands before the labels of some parliaments: "-LA C. SECRETARIA …", "01.02", "8.1.1",
// "Anf. 5", and the numbers of questions.
var leadMark = regexp.MustCompile(`^(?:[-–—]\b|\|(?: [^|]{1,12} \|)? +|\*\d{1,4}\. |\d{1,2}(?:\.\d{1,2}){1,3} +|\[\d{1,2}[.:]\d\d ?[ap]\.? ?m\.?\] +|(?:Anf\. ?|Q ?)\d{1,4} +)`)

// lineNumber counts every fifth line of some records in the margin.
var lineNumber = regexp.MustCompile(`^(?:5|[1-9]\d{0,2}[05]) +\b`)

// noticed begins a numbered question that is announced for a day to come.
const noticed = "To ask "

// labelOf parses the label that begins a text.
func labelOf(text string, names Names) label {
	if chairLine.MatchString(text) || unicode.IsLower(firstRune(text)) && !diarised.MatchString(text) || pageLine.MatchString(text) || toAll.MatchString(text) {
		return label{}
	}
	if lead := len(leadMark.FindString(text)); lead > 0 && !leadMark.MatchString(text[lead:]) {
		l := labelOf(text[lead:], names)
		l.end += lead
		if strings.HasPrefix(strings.TrimLeft(text[l.end:], " "), noticed) {
			return label{}
		}
		return l
	}
	if lead := len(dashLead.FindString(text)); lead > 0 {
		return afterDash(text, lead, names)
	}
	if lead := len(lineNumber.FindString(text)); lead > 0 {
		if l := labelOf(text[lead:], names); l.isSure() {
			l.end += lead
			return l
		}
	}
	limit := corpus.Head(text, labelLimit+utf8.UTFMax)
	if l := setLabel(text, limit, names); l.style != noLabel {
		return l
	}
	if l := closedLabel(text, limit, names); l.style != noLabel {
		return l
	}
	return misprintedLabel(text, limit, names)
}

// colon is where a label may end in a colon, or in what recognition has made of one.
func colon(limit string) []int {
	var m []int
	if strings.Contains(limit, ":") || strings.Contains(limit, "：") {
		m = colonLabel.FindStringSubmatchIndex(limit)
	}
	if strings.Count(limit, ");") != 1 {
		return m // more are those of a list
	}
	if s := semicolon.FindStringSubmatchIndex(limit); s != nil && (m == nil || s[3] < m[3]) {
		return s
	}
	return m
}

// closedLabel parses a label that ends in a colon, a dash or a full stop, whichever
// comes first.
func closedLabel(text, limit string, names Names) label {
	m := colon(limit)
	if l := stopDashed(text, limit, names); l.style != noLabel && (m == nil || l.end <= m[3]) {
		return l
	}
	if m == nil {
		return dotted(text, names)
	}
	if l := dotted(text[:m[3]], names); l.style != noLabel {
		return l
	}
	if spans.MatchString(text[:m[3]]) {
		return label{}
	}
	l := parseLabel(text[:m[3]], names, false)
	l.end, l.alone = m[1], m[1] == len(text)
	l.salutes = l.mayAddress(text)
	first, size := utf8.DecodeLastRuneInString(text[:m[1]])
	if unicode.IsUpper(first) || unicode.Is(unicode.Lo, first) {
		l.end -= size // no space behind the colon
	}
	if l.onlyLooks(text) || l.speaker.Honorific == "" && !l.speaker.Presiding && l.speaker.Role != "" && isCited(text[m[1]:]) || unicode.IsUpper(first) && !l.isSure() {
		return label{}
	}
	return l
}

// isCited says whether what somebody said stands in quotation marks, as it does in the news.
func isCited(said string) bool {
	return strings.ContainsRune("\"“„«‘", firstRune(strings.TrimLeft(said, " \u00a0")))
}

// spans is the end of one sentence and the beginning of another, which no label has.
var spans = regexp.MustCompile(`(?:\p{Ll}{5}|\)|\d{4}|\d\.\d)\. \p{Lu}`)

// isSure says whether a label names an office or has a form of address, so that it is
// one even without a space behind its colon.
func (l label) isSure() bool {
	return (l.style == formalLabel || l.style == shoutedLabel) && (l.speaker.Honorific != "" || l.speaker.Presiding || l.speaker.Role != "")
}

// setLabel parses the labels of special forms: a line of a table, who asks a
// question of the order paper, and those that close in a dash.
func setLabel(text, limit string, names Names) label {
	if strings.HasPrefix(limit, "Photo of ") {
		return pictured(limit, names)
	}
	if l := tableOf(text, names); l.style != noLabel {
		return l
	}
	if l := unmarkedLabel(text, limit, names); l.style != noLabel {
		return l
	}
	if l := granted(limit, names); l.style != noLabel {
		return l
	}
	if l := mover(limit, names); l.style != noLabel {
		return l
	}
	if l := asker(limit, names); l.style != noLabel {
		return l
	}
	if l := stampedLabel(text, limit, names); l.style != noLabel {
		return l
	}
	if asking.MatchString(limit) {
		l := label{style: shoutedLabel, asks: text[0] == 'Q' || text[0] == 'P', replies: text[0] == 'A' || text[0] == 'R', end: 1}
		l.speaker.AsPrinted = text[:1]
		return l
	}
	if strings.Contains(limit, "—") || strings.Contains(limit, "–") || strings.Contains(limit, " - ") {
		if l := dashLabelled(limit, names); l.style != noLabel {
			return l
		}
		return dashedCapitals(limit, names)
	}
	return label{}
}

// asking is a question or an answer whose label has no colon: "Q   What of …?",
// "A. Nothing."
var asking = regexp.MustCompile(`^(?:(Q)|([QA])\.|([PR])\.-|([QRA]) ?[-–—]) (?:\p{Lu}|[("“‘«¿¡—–\[])`)

func mayBeDashed(text string) bool {
	return strings.Contains(text, ". ") || strings.Contains(text, ".-") || strings.Contains(text, ".–") || strings.Contains(text, ".—")
}

// mayAddress says whether a label is the form of address of a chair on a line of its own,
// which opens a speech as well: "Mr. President:".
func (l label) mayAddress(text string) bool {
	return l.style == formalLabel && l.alone && l.speaker.Presiding && !article.MatchString(text) && !chairElsewhere.MatchString(l.speaker.AsPrinted)
}

// onlyLooks says whether what has the form of a label is none: "President: Mr. X (Ghana)"
// on a cover, and "Mr. Brook, the captain, told us: we had no fuel".
func (l label) onlyLooks(text string) bool {
	switch {
	case l.speaker.Presiding && !article.MatchString(text) && !chairAddress.MatchString(text) && isCast(text[l.end:]):
		return true
	case l.speaker.Role != "" && l.speaker.Honorific == "" && !article.MatchString(text) && isNameAlone(text[l.end:]):
		return true // "Rapporteur: Mr. Brook (Ghana)"
	case ownTitle.MatchString(strings.TrimRight(text[:l.end], " :")):
		return true // "SPEAKER'S RULING: …"
	case isPageNumber(text[l.end:]):
		return true // "PAGE: 12"
	case webAddress.MatchString(text[l.end:]):
		return true // "[charter]: https://…"
	case l.isWeak() && clock.MatchString(firstWords(text[l.end:])):
		return true // "AFTERNOON SESSION: 3.04 p.m. – 4.25 p.m."
	case l.isWeak() && !l.alone && describe.InCapitals(text[l.end:]):
		return true // "MIGRATION IN THE AMERICAS: CAUSES AND CHOICES"
	}
	return l.style != shoutedLabel && unicode.IsLower(firstRune(text[l.end:]))
}

// webAddress follows the name of a link.
var webAddress = regexp.MustCompile(`^(?:https?|mailto|ftp):`)

// firstWords are the first two words of a text.
func firstWords(text string) string {
	words := strings.Fields(corpus.Head(text, 40))
	return strings.Join(words[:min(len(words), 2)], " ")
}

// parseLabel parses a label without its colon or dash.
func parseLabel(printed string, names Names, dash bool) label {
	l := label{speaker: corpus.Speaker{AsPrinted: strings.TrimSpace(printed)}}
	bare, groups := parenthesised(withoutCapacity(stateLast(citizen.ReplaceAllString(l.speaker.AsPrinted, "$1$2 $3"), names), dash))
	if len(groups) > 0 {
		bare = strings.TrimSuffix(bare, " i") // a sign on the web that leads to who it is
	}
	if misplaced.MatchString(bare) || dated.MatchString(bare) {
		return label{}
	}
	all := len(groups)
	groups = slices.DeleteFunc(groups, spoke.MatchString) // how it is said tells nothing of the speaker
	l.style = l.named(bare, names, dash, groups)
	if l.style == noLabel && heldBy(bare, groups) {
		l.style, l.speaker.Role = formalLabel, officeName(stripArticle(bare))
		l.speaker.Name = l.speaker.Role
	}
	if l.style == noLabel {
		return l
	}
	for _, g := range groups {
		l.inParens(g, names)
	}
	if (l.asks || l.replies || l.nameless) && all > 0 && len(groups) == 0 {
		l.speaker.AsPrinted = bare
	}
	l.bracketed = len(groups) > 0
	last := lastWord(bare)
	l.upper = utf8.RuneCountInString(last) > 2 && describe.InCapitals(last)
	if sp := &l.speaker; l.style == plainLabel && l.bracketed && (all > 1 || sp.Country != "" || sp.Role != "" && sp.Honorific != "") {
		l.style = formalLabel // a name and its State, its seat and party, an office and its holder leave no doubt
	}
	return l
}

// citizen is how the records of some parliaments address all members: "EL C. SENADOR", and
// what others put before all surnames in capitals: "El señor diputado BROOK".
var citizen = regexp.MustCompile(`^(EL|LA) C\. |^((?:El|La) señora?) (?:diputad[oa]|senadora?|procuradora?|consejer[oa]|legisladora?|concejala?|representante) (\p{Lu}[\p{Lu}'’-]+)`)

// forWhom is for whom a member speaks whose seat and party have been named: "Bach Uwe (S,
// ZH), für die Kommission".
var forWhom = regexp.MustCompile(`^([^():]{3,60} \([^()]{1,60}\)), (?:für|im Namen|namens|pour|au nom|per|a nome|por|en nombre|em nome|for|on behalf of|namens|voor) [^:()]{3,80}$`)

// inRole is in what role somebody speaks whose name in capitals and party stand before:
// "LÁMPÁS ÉVA (Fény), a napirendi pont előadója".
var inRole = regexp.MustCompile(`^((\p{Lu}[^():,]{3,60}) \([^():]{1,60}\)), \p{Ll}[^:()]{3,120}$`)

// withoutCapacity takes off a label whom a question is put to, and in what way its
// speaker speaks.
func withoutCapacity(printed string, dash bool) string {
	if m := toMinister.FindStringSubmatch(printed); m != nil {
		return m[1]
	}
	if strings.Contains(printed, "), ") {
		if m := forWhom.FindStringSubmatch(printed); m != nil {
			return m[1]
		}
		if m := inRole.FindStringSubmatch(printed); m != nil && describe.InCapitals(m[2]) {
			return m[1]
		}
	}
	if m := moves.FindStringSubmatch(printed); m != nil {
		return m[1] + m[2]
	}
	if m := islander.FindStringSubmatch(printed); m != nil {
		return m[1] + m[2]
	}
	if m := capacity.FindStringSubmatch(printed); m != nil && dash && !startsRole(stripArticle(m[2])) {
		return m[1]
	}
	return printed
}

// name parses a label without its parentheses: a person or an office.
func (l *label) name(bare string, names Names, dash bool, groups []string) labelStyle {
	shouted, bracketed := describe.InCapitals(bare), len(groups) > 0
	switch {
	case isChair(bare):
		l.speaker.Presiding = true
		l.speaker.Name = officeName(bare)
	case l.chairByName(bare):
	case question.MatchString(bare):
		l.asks = true
		return shoutedLabel
	case answer.MatchString(bare):
		l.replies = true
		return shoutedLabel
	case nameless.MatchString(bare):
		l.nameless = true
		return shoutedLabel
	case crowd.MatchString(bare):
		return formalLabel
	case tableClerk.MatchString(bare) && (shouted || isTitleCased(bare)):
		l.speaker.Name, l.speaker.Role = officeName(bare), officeName(stripArticle(bare))
		if shouted {
			return shoutedLabel
		}
		return formalLabel
	case peer.MatchString(bare):
		l.speaker.Name = officeName(peer.FindStringSubmatch(bare)[1])
		return formalLabel
	case startsOffice(stripArticle(bare)) && (isTitleCased(bare) || isTitledMember(bare)), chief.MatchString(bare):
		return l.office(bare, shouted)
	case bracketed && l.honoured(bare, groups), l.han(bare):
		return formalLabel
	case !bracketed && !dash && l.isParty(bare, names):
		return plainLabel
	default:
		return l.person(bare, names, dash, bracketed)
	}
	if shouted {
		return shoutedLabel
	}
	return formalLabel
}

// office parses "The Minister for Roads" and "SECRETARY KERRY".
func (l *label) office(bare string, shouted bool) labelStyle {
	if p := nameOf(bare); p.honorific != "" && p.end == len(bare) && !startsRole(p.name) {
		l.speaker.Name, l.speaker.Honorific = p.name, p.honorific
	} else if m := titled.FindString(bare); m != "" && isOnlyName(describe.Capitalise(bare[len(m):])) {
		p := nameOf(describe.Capitalise(bare[len(m):]))
		l.speaker.Name, l.speaker.Honorific, l.speaker.Role = p.name, p.honorific, officeName(strings.TrimSpace(stripArticle(m)))
		l.speaker.Presiding = chairs.MatchString(m) || p.honorific != "" && presides.MatchString(m)
		if !shouted {
			return formalLabel
		}
	} else {
		l.speaker.Name, l.speaker.Role = officeName(bare), officeName(stripArticle(bare))
	}
	if shouted {
		return shoutedLabel
	}
	if !article.MatchString(bare) && l.speaker.Honorific == "" && !crown.MatchString(bare) && !chief.MatchString(bare) {
		return plainLabel
	}
	return formalLabel
}

// crown begins the office of an officer of the crown.
var crown = regexp.MustCompile(`^H\. ?M\. `)

// isTitledMember says whether an office stands before a member's form of address
// and name: "La Secretaria diputada X".
func isTitledMember(bare string) bool {
	rest := describe.Capitalise(bare[len(titled.FindString(bare)):])
	honorific, _ := honorificOf(rest)
	return len(rest) < len(bare) && honorific != "" && isOnlyName(rest)
}

// titled is an office before its holder's name: "Secretary-General Brook".
var titled = regexp.MustCompile(`^(?:\p{Lu}[\p{L}-]* ){0,2}?(?i:(?:under[- ]|deputy |vice[- ]|co-|assistant |special |foreign |prime |high |attorney |crown )*` + lists.Any("titled") + `) `)

// presides is a chair's office before a member's form of address: "El Presidente
// diputado X".
var presides = regexp.MustCompile(`(?i)president[ea]? $`)

var chairs = regexp.MustCompile(`(?i)(?:chair(?:man|woman|person)?|speaker|moderator|präsident(?:in)?) $`)

func (l *label) person(bare string, names Names, dash, bracketed bool) labelStyle {
	p := nameOf(bare)
	rest := strings.TrimSpace(bare[p.end:])
	if p.parts == 0 || rest != "" && !strings.HasPrefix(rest, ",") && !isCapitalled(bare[:p.end], rest) || isChair(bare[:p.end]) {
		return noLabel // "Señor Presidente, señoras y señores:" addresses, it does not name
	}
	l.speaker.Name, l.speaker.Honorific = p.name, p.honorific
	if first := firstNames(p, rest, names); first != "" {
		l.speaker.Name, rest = first+" "+p.name, "" // "El señor BROOK, don Luis", "SRA. BROOK, ANA"
	}
	affiliationOf(rest, names).merge(&l.speaker)
	switch {
	case describe.InCapitals(bare[:p.end]) && p.honorific == "" && p.parts > 3 && bodies.MatchString(p.name):
		return noLabel // the names of a house and its offices on a cover
	case describe.InCapitals(bare[:p.end]) && l.isShouted(p, bracketed):
		return shoutedLabel
	case p.honorific != "" || dash && (bracketed || rest != "") || p.parts == 2 && rest != "" && startsRole(l.speaker.Role):
		return formalLabel // "Ada Brook, Bundesrätin"
	case p.parts == 1 && p.end == len(bare) && isSurname(bare):
		l.single = true
		return plainLabel
	case bracketed && p.parts > 1, p.parts > 1 && p.parts < 6 && isFullName(opening{speaker: l.speaker, parts: p.parts}):
		return plainLabel
	}
	return noLabel
}

// isShouted says whether a name in capitals is one for certain.
func (l *label) isShouted(p person, bracketed bool) bool {
	return (!bracketed || l.speaker.Role != "") && (p.honorific != "" || p.parts > 1)
}

// isCapitalled says whether a name in capitals goes before an office in small letters, with
// nothing between them: "LÁMPÁS ÉVA jegyző".
func isCapitalled(name, rest string) bool {
	return strings.Contains(name, " ") && isShoutedWord(lastWord(name)) && describe.InCapitals(name) && strings.ToLower(rest) == rest && !strings.ContainsAny(rest, ",.;!?") && countWords(rest, nameWords+1) <= nameWords
}

// isSurname says whether a word may be a surname that stands alone before what is
// said: it is in capitals, or as long as few words are that open a remark ("Note:").
func isSurname(word string) bool {
	n := utf8.RuneCountInString(word)
	if hanName.MatchString(word) {
		return !hanTitle.MatchString(word)
	}
	return describe.InCapitals(word) && n > 1 || n > 4 && unicode.IsUpper(firstRune(word)) && !labels[strings.ToLower(word)]
}

// hanName is a name in Chinese: "汪文斌".
var hanName = regexp.MustCompile(`^\p{Han}{2,4}$`)

// labels are words that stand before a colon and are nobody's name.
var labels = lists.Set("no-label")

// officeName writes an office that is printed in capitals as in a sentence.
func officeName(printed string) string {
	words := strings.Fields(printed)
	for i, w := range words {
		lower := strings.ToLower(w)
		switch {
		case !describe.InCapitals(w) || utf8.RuneCountInString(w) < 2 || dottedLetters.MatchString(w):
		case i > 0 && linkWords[lower]:
			words[i] = lower
		default:
			words[i] = capitalName(lower)
		}
	}
	if len(words) > 0 && words[0] == "the" {
		words[0] = "The"
	}
	return strings.Join(words, " ")
}

// dottedLetters are initials: "H.M.".
var dottedLetters = regexp.MustCompile(`^(?:\p{Lu}\.){2,}$`)

var linkWords = wordSet(`of for the and to in at on dan di de du des la le les l del los las et y e en para pour aux au à`)

// isTitleCased says whether all words of a label but the linking ones begin with a
// capital, as those of an office do and those of a sentence do not.
func isTitleCased(text string) bool {
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == ',' || r == '\'' || r == '’' }) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && !linkWords[w] || strings.ContainsAny(w, ".;!?") && len(w) > 5 {
			return false
		}
	}
	return true
}
