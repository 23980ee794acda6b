package label

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
)

// Style is how a record prints who speaks.
type Style uint8

// The styles of labels, None for what is no label.
const (
	None    Style = iota
	Formal        // "Mr. X (Ghana):", "The President:", "X (Group). –"
	Shouted       // "MS. X:", "MODERATOR:"
	Table         // "Affiliation | Name | Function"
	Plain         // "Jane Roe:", which is one only where it comes again
)

// Label is the words that name a speaker before what is said.
type Label struct {
	Style   Style
	Speaker corpus.Speaker
	End     int  // bytes up to where the speech begins
	Alone   bool // nothing is said in the same paragraph

	Bracketed bool // a seat or a party in parentheses stands behind the name
	held      bool // the holder of the office has been named
	seated    bool // the constituency has been named
	Bold      bool // the name is set off in bold
	Upper     bool // the surname is in capitals
	Stamped   bool // the time stands beside it
	Salutes   bool // where labels have no line of their own, it addresses the chair
	Asks      bool // "Q", "Question", "Reporter"
	Replies   bool // "A", "Answer"
	nameless  bool // "Unidentified male"
	GoesOn    bool // who has the floor: "O Orador"
	Single    bool // one word in capitals
	Dot       bool // it ends in a full stop
	Dashed    bool // it ends in a dash
	Closed    bool // it ends in a full stop and a dash
	Party     bool // it names a State or a body
	Personal  bool // and goes on in the first person
	Learned   bool // it has a form that only the document shows

	Asked    corpus.Speaker // to whom a question is put
	Inquires bool           // a question to a member of the government follows
}

var (
	colonLabel = regexp.MustCompile(`^((?:\d:\d|\([^().;:]+:[^().;:]+\)|[^:：]){1,200}?)[ \x{a0}]?[:：](?:\s|$|[-—–“"«(\[]|\p{Lo}|\p{Lu})`)
	semicolon  = regexp.MustCompile(`^([^:;.]{0,4}\.?[^:;]{2,80}\)) ?;(?:\s|$)`) // as recognition reads a colon
	endsItem   = regexp.MustCompile(`^ ?;(?: and)?\s*$`)                         // which a list of names has, too
	dashLabel  = regexp.MustCompile(`^([^:]{3,200}?)\.(?: [–—-]|[–—-]{1,2})(?:\s|$|[\p{Lu}¡¿])`)
	spoke      = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("spoke"))
)

// PresidingOffice are the labels of whoever has the chair.
var PresidingOffice = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("presiding-courtesy") + `*(?:(?:acting|interim|temporary|deputy|vice|co|first|second|third|leas-?|outgoing|incoming|house|senate|lord|senior|principal|assistant)[ -])*` + grammar.Lists.Any("presiding-noun") + `(?: (?:interin[oa]|primer[oa]?|segund[oa]|tercer[oa]?|par int[ée]rim|en exercice|pro tempore|de séance))?$`)

// leadMark stands before the labels of some parliaments: "-LA C. SECRETARIA …", "01.02", "8.1.1",
// "Anf. 5", and the numbers of questions.
var leadMark = regexp.MustCompile(`^(?:\*\d{1,4}\. |[-–—*†‡]\b|\|(?: [^|]{1,12} \|)? +|\d{1,2}(?:\.\d{1,2}){1,3} +|\[\d{1,2}[.:]\d\d ?[ap]\.? ?m\.?\] +|\[(?:fn?|n)\d{1,3}\] +|Anf\. ?\d{1,4}\.? +|` + matter.ByLetter + ` *)`)

// margin is what stands before a label in some records: the number of every fifth line, or a mark
// from a font of symbols, read as the letter in whose place it stands ("w M. le Président.-").
var margin = regexp.MustCompile(`^(?:(?:5|[1-9]\d{0,2}[05]) +\b|[lnquvw] )`)

// marginAt is the length of what the margin has before a label.
func marginAt(text string) int {
	if text == "" || text[0] >= utf8.RuneSelf || unicode.IsUpper(rune(text[0])) {
		return 0 // as most texts begin, at little cost
	}
	return len(margin.FindString(text))
}

// noticed begins a numbered question that is announced for a day to come.
const noticed = "To ask "

// Of parses the label that begins a text.
func Of(text string, names grammar.Names) Label {
	text = grammar.PlainDash(text)
	if l := misreadLabel(text, names); l.Style != None {
		return l
	}
	if lead := marginAt(text); lead > 0 {
		if l := Of(text[lead:], names); l.IsSure() {
			l.End += lead
			return l
		}
	}
	if opensNoLabel(text) {
		return smallAddressed(text, names)
	}
	if lead := len(leadMark.FindString(text)); lead > 0 && !leadMark.MatchString(text[lead:]) {
		l := Of(text[lead:], names)
		l.End += lead
		if strings.HasPrefix(strings.TrimLeft(text[l.End:], " "), noticed) {
			return Label{}
		}
		return l
	}
	if voice, ok := strings.CutPrefix(text, captioned); ok {
		return captionLabel(voice, names)
	}
	if lead := len(dashLead.FindString(text)); lead > 0 {
		l := Of(text[lead:], names)
		l.End += lead
		return l
	}
	limit := corpus.Head(text, grammar.LabelLimit+utf8.UTFMax)
	if l := setLabel(text, limit, names); l.Style != None {
		return l
	}
	if l := closedLabel(text, limit, names); l.Style != None {
		return l
	}
	return misprintedLabel(text, limit, names)
}

// opensNoLabel says whether what a text begins with is no label, whatever follows.
func opensNoLabel(text string) bool {
	return IsChairLine(text) || unicode.IsLower(grammar.FirstRune(text)) && !diarised.MatchString(text) || matter.PageLine.MatchString(text) || ToAll.MatchString(text) || ofWhom.MatchString(text)
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
	if s := semicolon.FindStringSubmatchIndex(limit); s != nil && (m == nil || s[3] < m[3]) && !endsItem.MatchString(limit[s[3]:]) {
		return s
	}
	return m
}

// closedLabel parses a label that ends in a colon, a dash or a full stop, whichever
// comes first.
func closedLabel(text, limit string, names grammar.Names) Label {
	m := colon(limit)
	if l := stopDashed(text, limit, names); l.Style != None && (m == nil || l.End <= m[3]) {
		return l
	}
	if m == nil {
		return dotted(text, names)
	}
	if l := dotted(text[:m[3]], names); l.Style != None {
		return l
	}
	if spans.MatchString(text[:m[3]]) || IsField(text[:m[3]]) {
		return Label{}
	}
	l := Parse(text[:m[3]], names, false)
	l.End, l.Alone = m[1], m[1] == len(text)
	l.Salutes = l.mayAddress(text)
	first, size := utf8.DecodeLastRuneInString(text[:m[1]])
	if unicode.IsUpper(first) || unicode.Is(unicode.Lo, first) {
		l.End -= size // no space behind the colon
	}
	if l.onlyLooks(text) || l.Speaker.Honorific == "" && !l.Speaker.Presiding && l.Speaker.Role != "" && IsCited(text[m[1]:]) || unicode.IsUpper(first) && !l.IsSure() {
		return Label{}
	}
	return l
}

// NamesHolder says whether a label in capitals names who holds the office: "ACTING PRESIDENT
// BROOK: Senator Hill." calls somebody.
func (l Label) NamesHolder() bool {
	return l.Style == Shouted && l.Speaker.Role != "" && l.Speaker.Name != "" && !strings.EqualFold(l.Speaker.Name, l.Speaker.Role)
}

// IsCited says whether what somebody said stands in quotation marks, as it does in the news.
func IsCited(said string) bool {
	return strings.ContainsRune("\"“„«‘", grammar.FirstRune(strings.TrimLeft(said, " \u00a0")))
}

// spans is the end of one sentence and the beginning of another, which no label has.
var spans = regexp.MustCompile(`(?:(?:\p{Ll}{5}|\)|\d{4}|\d\.\d)\.|\pL ?[?!]) \p{Lu}`)

// IsSure says whether a label names an office or has a form of address, so that it is
// one even without a space behind its colon.
func (l Label) IsSure() bool {
	return (l.Style == Formal || l.Style == Shouted) && (l.Speaker.Honorific != "" || l.Speaker.Presiding || l.Speaker.Role != "")
}

// setLabel parses the labels of special forms: a line of a table, who asks a
// question of the order paper, and those that close in a dash.
func setLabel(text, limit string, names grammar.Names) Label {
	if strings.HasPrefix(limit, "Photo of ") {
		return pictured(limit, names)
	}
	if l := tableOf(text, names); l.Style != None {
		return l
	}
	if l := unmarkedLabel(text, limit, names); l.Style != None {
		return l
	}
	for _, form := range []func(string, grammar.Names) Label{granted, devotion, mover, asker, barred, translatedLabel, seatedOfficer} {
		if l := form(limit, names); l.Style != None {
			return l
		}
	}
	if l := stampedLabel(text, limit, names); l.Style != None {
		return l
	}
	if asking.MatchString(limit) && !isInitialled(limit) {
		l := Label{Style: Shouted, Asks: text[0] == 'Q' || text[0] == 'P', Replies: text[0] == 'A' || text[0] == 'R', End: 1}
		l.Speaker.AsPrinted = text[:1]
		return l
	}
	if strings.Contains(limit, "—") || strings.Contains(limit, "–") || strings.Contains(limit, " - ") {
		if l := dashLabelled(limit, names); l.Style != None {
			return l
		}
		return dashedCapitals(limit, names)
	}
	return Label{}
}

// asking is a question or an answer whose label has no colon: "Q   What of …?",
// "A. Nothing."
var asking = regexp.MustCompile(`^(?:(Q)|([QA])\.|([PR])\.-|([QRA]) ?[-–—]) (?:\p{Lu}|[("“‘«¿¡—–\[])`)

// isInitialled says whether such a letter is the initial of a name: "A. BROOK (XY)."
func isInitialled(text string) bool {
	return text[1] == '.' && grammar.IsShoutedWord(grammar.WordAt(text[3:])) && !describe.InCapitals(text) || initialled.MatchString(text)
}

// initialled is such a name in small letters, with the party behind it or a colon: "A. Brook (XY).",
// "A. Brook:".
var initialled = regexp.MustCompile(`^[QA]\. \p{Lu}[\pL'’-]+(?: \([^()]{1,60}\)[.:]|: \P{Ll})`)

func mayBeDashed(text string) bool {
	return strings.Contains(text, ". ") || strings.Contains(text, ".-") || strings.Contains(text, ".–") || strings.Contains(text, ".—")
}

// secretary is the office of whom speeches address beside the chair.
var secretary = regexp.MustCompile(`(?i)^ ?(?:le |la )?(?:secretary|secr[ée]taire|secretari[oa])[ -](?:g[ée]n[ée]ral[e]?) ?:`)

// mayAddress says whether a label is the form of address of a chair on a line of its own, or of who
// sits beside him, which opens a speech as well: "Mr. President:", not "Vice-President Brook:".
func (l Label) mayAddress(text string) bool {
	named := l.Speaker.Role != "" && l.Speaker.Honorific == ""
	if l.Style != Formal || !l.Alone || grammar.Article.MatchString(text) || ChairElsewhere.MatchString(l.Speaker.AsPrinted) {
		return false
	}
	_, lead := grammar.HonorificOf(text)
	return l.Speaker.Presiding && !named || lead > 0 && secretary.MatchString(text[lead:])
}

// SpelledOut is how a speech addresses the chair in Spanish, where a record has an article before it.
var SpelledOut = regexp.MustCompile(`^Señora? [Pp]resident[ae]`)

// onlyLooks says whether what has the form of a label is none: "President: Mr. X (Ghana)"
// on a cover, and "Mr. Brook, the captain, told us: we had no fuel".
func (l Label) onlyLooks(text string) bool {
	switch {
	case l.isOfCover(text):
		return true
	case OwnTitle.MatchString(strings.TrimRight(text[:l.End], " :")):
		return true // "SPEAKER'S RULING: …"
	case grammar.AddressesNext.MatchString(text[:l.End]):
		return true // "Señor Presidente, distinguidos representantes: …"
	case l.Style == Plain && matter.IsTally(text):
		return true // "Schluss der Sitzung: 12.05 Uhr"
	case matter.IsPageNumber(text[l.End:]):
		return true // "PAGE: 12"
	case webAddress.MatchString(text[l.End:]):
		return true // "[charter]: https://…"
	case l.IsWeak() && matter.Clock.MatchString(firstWords(text[l.End:])):
		return true // "AFTERNOON SESSION: 3.04 p.m. – 4.25 p.m."
	case l.IsWeak() && !l.Alone && describe.InCapitals(text[l.End:]):
		return true // "MIGRATION IN THE AMERICAS: CAUSES AND CHOICES"
	}
	return l.Style != Shouted && unicode.IsLower(grammar.FirstRune(text[l.End:]))
}

// isOfCover says whether a label is an office on a cover, with who holds it: "Rapporteur: Mr. Brook
// (Ghana)".
func (l Label) isOfCover(text string) bool {
	if l.NamesHolder() || grammar.Article.MatchString(text) {
		return false
	}
	return l.Speaker.Presiding && !ChairAddress.MatchString(text) && IsCast(text[l.End:]) || l.Speaker.Role != "" && l.Speaker.Honorific == "" && grammar.IsNameAlone(text[l.End:])
}

// webAddress follows the name of a link.
var webAddress = regexp.MustCompile(`^(?:https?|mailto|ftp):`)

// firstWords are the first two words of a text.
func firstWords(text string) string {
	words := strings.Fields(corpus.Head(text, 40))
	return strings.Join(words[:min(len(words), 2)], " ")
}

// Parse parses a label without its colon or dash.
func Parse(printed string, names grammar.Names, dash bool) Label {
	l := Label{Speaker: corpus.Speaker{AsPrinted: bracketedName.ReplaceAllString(strings.TrimSpace(printed), "$1")}}
	bare, groups := Parenthesised(withoutCapacity(stateLast(withoutCitizen(slashed.ReplaceAllString(swahiliVerb.ReplaceAllString(l.Speaker.AsPrinted, ""), "$1 ($2)")), names), dash))
	if len(groups) > 0 {
		bare = strings.TrimSuffix(bare, " i") // a sign on the web that leads to who it is
	}
	if misplaced.MatchString(bare) || matter.Dated.MatchString(bare) {
		return Label{}
	}
	all := len(groups)
	groups = slices.DeleteFunc(groups, spoke.MatchString) // how it is said tells nothing of the speaker
	office, bare := withPortfolio(bare)
	l.Style = l.named(bare, names, dash, groups)
	groups = l.holds(bare, groups)
	if l.Style == None {
		return l
	}
	if office != "" {
		l.Style, l.Single, l.Speaker.Role = Formal, false, office
	}
	for _, g := range groups {
		l.InParens(g, names)
	}
	if (l.Asks || l.Replies || l.nameless) && all > 0 && len(groups) == 0 {
		l.Speaker.AsPrinted = bare
	}
	l.Bracketed = len(groups) > 0
	last := grammar.LastWord(bare)
	l.Upper = utf8.RuneCountInString(last) > 2 && describe.InCapitals(last)
	if sp := &l.Speaker; l.Style == Plain && l.Bracketed && (all > 1 || reporting.MatchString(sp.AsPrinted) || sp.Country != "" || sp.Role != "" && sp.Honorific != "" || slashed.MatchString(sp.AsPrinted)) {
		l.Style, l.Single = Formal, false // a name and its State, its seat and party, its party and role, an office and its holder leave no doubt
	}
	l.readGroup()
	return l
}

// bracketedName is a name in brackets in a script without capitals: "[林小雨]".
var bracketedName = regexp.MustCompile(`^\[(\p{Lo}[^\[\]]*)\]$`)

// swahiliVerb tells behind a label that somebody asked, answered, said or asked back: "MHE. ADA
// BROOK aliuliza:-".
var swahiliVerb = regexp.MustCompile(` ali(?:jibu|uliza|sema|eleza)$`)

// slashed is the name of a member and the party behind a stroke: "Ada Brook /kesk".
var slashed = regexp.MustCompile(`^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]+){1,3}) /(\p{Ll}{1,6})$`)

// readGroup reads the group that a delegate speaks for besides the State: "Mr. BROOK (Ghana), on
// behalf of the African Group".
func (l *Label) readGroup() {
	sp := &l.Speaker
	if sp.Country == "" || len(sp.OnBehalfOf) > 0 {
		return
	}
	if b := grammar.BehalfOf.FindStringIndex(sp.AsPrinted); b != nil {
		sp.OnBehalfOf = grammar.Groups(sp.AsPrinted[b[1]:])
	}
}

// forWhom is for whom a member speaks whose seat and party have been named: "Bach Uwe (S,
// ZH), für die Kommission", "BROOK (Leader of the House) on behalf of the Minister".
var forWhom = regexp.MustCompile(`^([^():]{3,60} \([^()]{1,60}\)),? (?:für|im Namen|namens|pour|au nom|per|a nome|por|en nombre|em nome|for|(?:(?:also )?(?:speaking|speaks|spoke) )?on behalf of|voor|spricht|verliest) [^:()]{3,80}(?: \([^()]{3,40}\))?$`)

// inRole is in what role somebody speaks whose name in capitals and party stand before:
// "LÁMPÁS ÉVA (Fény), a napirendi pont előadója".
var inRole = regexp.MustCompile(`^((\p{Lu}[^():,]{3,60}) \([^():]{1,60}\)), \p{Ll}[^:()]{3,120}$`)

// reporting is the same of a name in small letters, where the role is one that members have for
// an item: "Lampe (Hafen) (LP), Berichterstatter".
var reporting = regexp.MustCompile(`^(\p{Lu}[^():,]{1,60}(?: \([^():]{1,60}\)){1,2}), ` + grammar.Lists.Any("speaking-as") + `(?: [^:()]{2,80})?$`)

// withoutCapacity takes off a label whom a question is put to, and in what way its
// speaker speaks.
func withoutCapacity(printed string, dash bool) string {
	if m := toMinister.FindStringSubmatch(printed); m != nil {
		return m[1]
	}
	if strings.Contains(printed, ")") {
		if m := forWhom.FindStringSubmatch(printed); m != nil {
			return m[1]
		}
		if m := inRole.FindStringSubmatch(printed); m != nil && describe.InCapitals(m[2]) {
			return m[1]
		}
		if m := reporting.FindStringSubmatch(printed); m != nil {
			return m[1]
		}
	}
	if m := moves.FindStringSubmatch(printed); m != nil {
		return m[1] + m[2] + m[3]
	}
	if m := islander.FindStringSubmatch(printed); m != nil {
		return m[1] + m[2]
	}
	if m := capacity.FindStringSubmatch(printed); m != nil && dash && !grammar.StartsRole(grammar.StripArticle(m[2])) {
		return m[1]
	}
	return printed
}
