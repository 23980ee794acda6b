package segment

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
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
}

const labelLimit = 220

var (
	colonLabel = regexp.MustCompile(`^([^:：]{1,200}?)[ \x{a0}]?[:：](?:\s|$|[-—–“"«(\[]|\p{Lo})`)
	dashLabel  = regexp.MustCompile(`^([^:]{3,200}?)\. [–—-](?:\s|$)`)
	// parens are the parentheses that close a label.
	parens = regexp.MustCompile(`[ \x{a0}]?[(（]([^()（）]*(?:\([^()]*\)[^()]*)?)[)）]$`)
	spoke  = regexp.MustCompile(`(?i)^(?:spoke|spoken|speaking|interpret|translat|through an interpreter|via video|by video|parle|parlant|interpr[ée]tation|habla|interpretaci[óo]n|говорит|выступ|تكلم|تكلمت|以.*(?:发言|語|语)|\d{1,2}[:.h]\d\d)`)
)

// presidingOffice are the labels of whoever has the chair.
var presidingOffice = regexp.MustCompile(`(?i)^(?:the |le |la |l['’]|el |an |mr\.? |mrs\.? |ms\.? |madam |madame |m\. |mme |monsieur |señora? |sr\.? |sra\.? )?(?:(?:acting|interim|temporary|deputy|vice|co|first|second|third|leas-?|outgoing|incoming)[ -])*(?:president|speaker|chair(?:man|woman|person)?|presiding officer|moderator|facilitator|pr[ée]sidente?|presidenta|presidencia|moderador[a]?|mod[ée]rat(?:eur|rice)|vice-pr[ée]sidente?|ceann comhairle|cathaoirleach|председатель(?:ствующий|ствующая)?|الرئيسة?|(?:代理)?主席)(?: (?:interino|interina|par int[ée]rim|en exercice))?$`)

// question labels whoever asks at a press conference.
var question = regexp.MustCompile(`(?i)^(?:q|question|reporter|participant|audience(?: member)?|unidentified(?: \pL+)*|speaker \d+|some hon\.? members?|an hon\.? member|hon\.? members?|several hon\.? members?)$`)

// labelOf parses the label that begins a text.
func labelOf(text string, names Names) label {
	limit := text[:min(len(text), labelLimit+utf8.UTFMax)]
	if l := tableOf(text, names); l.style != noLabel {
		return l
	}
	m := colonLabel.FindStringSubmatchIndex(limit)
	if d := dashLabel.FindStringSubmatchIndex(limit); d != nil && (m == nil || d[3] < m[3]) {
		if l := parseLabel(text[:d[3]], names, true); l.style != noLabel {
			l.end, l.alone = d[1], d[1] == len(text)
			return l
		}
	}
	if m == nil {
		return label{}
	}
	l := parseLabel(text[:m[3]], names, false)
	l.end, l.alone = m[1], m[1] == len(text)
	if l.style == formalLabel && l.alone && l.speaker.Presiding {
		return label{} // "Mr. President:" opens the paragraph of a speech
	}
	if l.speaker.Presiding && !article.MatchString(text) && isNameAlone(text[l.end:]) {
		return label{} // "President: Mr. X (Ghana)" on a cover
	}
	return l
}

// isNameAlone says whether a text is a person's name, with a State in parentheses
// or without, and nothing more.
func isNameAlone(text string) bool {
	p := nameOf(text)
	if p.parts == 0 {
		return false
	}
	rest := strings.TrimSpace(text[p.end:])
	return rest == "" && p.honorific != "" || strings.HasPrefix(rest, "(") && strings.HasSuffix(rest, ")")
}

// parseLabel parses a label without its colon or dash.
func parseLabel(printed string, names Names, dash bool) label {
	l := label{speaker: corpus.Speaker{AsPrinted: strings.TrimSpace(printed)}}
	bare, groups := l.speaker.AsPrinted, []string{}
	for {
		m := parens.FindStringSubmatchIndex(bare)
		if m == nil || m[0] == 0 {
			break
		}
		groups = append([]string{bare[m[2]:m[3]]}, groups...)
		bare = strings.TrimRight(bare[:m[0]], " \u00a0")
	}
	l.style = l.name(bare, names, dash, len(groups) > 0)
	for _, g := range groups {
		if l.style != noLabel && !spoke.MatchString(g) {
			l.inParens(g, names)
		}
	}
	return l
}

// name parses a label without its parentheses: a person or an office.
func (l *label) name(bare string, names Names, dash, bracketed bool) labelStyle {
	shouted := describe.InCapitals(bare)
	switch {
	case presidingOffice.MatchString(bare):
		l.speaker.Presiding = true
		l.speaker.Name = officeName(bare)
	case question.MatchString(bare):
		return shoutedLabel
	case startsRole(stripArticle(bare)) && isTitleCased(bare):
		return l.office(bare, shouted)
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
	if p := nameOf(bare); p.honorific != "" && p.end == len(bare) {
		l.speaker.Name, l.speaker.Honorific = p.name, p.honorific
	} else {
		l.speaker.Name, l.speaker.Role = officeName(bare), officeName(stripArticle(bare))
	}
	if shouted {
		return shoutedLabel
	}
	if !article.MatchString(bare) && l.speaker.Honorific == "" {
		return plainLabel
	}
	return formalLabel
}

func (l *label) person(bare string, names Names, dash, bracketed bool) labelStyle {
	p := nameOf(bare)
	rest := strings.TrimSpace(bare[p.end:])
	if p.parts == 0 || rest != "" && !strings.HasPrefix(rest, ",") || presidingOffice.MatchString(bare[:p.end]) {
		return noLabel // "Señor Presidente, señoras y señores:" addresses, it does not name
	}
	l.speaker.Name, l.speaker.Honorific = p.name, p.honorific
	if rest != "" {
		affiliationOf(rest, names).merge(&l.speaker)
	}
	switch {
	case describe.InCapitals(bare[:p.end]) && !bracketed && (p.honorific != "" || p.parts > 1):
		return shoutedLabel
	case p.honorific != "" || dash && (bracketed || rest != ""):
		return formalLabel
	case bracketed && p.parts > 1, p.parts > 1 && p.parts < 5 && isFullName(opening{speaker: l.speaker, parts: p.parts}):
		return plainLabel
	}
	return noLabel
}

// inParens reads what a label has in parentheses: the holder of the office, the
// State, the organisation or the party.
func (l *label) inParens(g string, names Names) {
	if p := nameOf(g); p.end == len(g) && (p.honorific != "" || l.speaker.Role != "" || l.speaker.Presiding) {
		if _, isState := names.Country(g); !isState {
			l.holder(p)
			return
		}
	}
	if code, ok := names.Country(stripArticle(g)); ok {
		if l.speaker.Country == "" {
			l.speaker.Country = code
		}
		return
	}
	a := affiliationOf(g, names)
	switch {
	case a.organisation != "":
	case startsRole(g):
	case acronymHead.MatchString(g) || strings.Contains(g, "/"):
		a.role, a.organisation = "", g
	default:
		a.role = "" // a constituency
	}
	a.merge(&l.speaker)
}

// holder puts the person in the parentheses before the office outside of them.
func (l *label) holder(p person) {
	if l.speaker.Role == "" {
		l.speaker.Role = stripArticle(l.speaker.Name)
	}
	l.speaker.Name, l.speaker.Honorific = p.name, p.honorific
	role, organisation := splitOffice(l.speaker.Role)
	l.speaker.Role = role
	if organisation != "" {
		l.speaker.Organisation = organisation
	}
}

// splitOffice divides "Assistant Minister, Ministry of State for Defence".
func splitOffice(role string) (string, string) {
	head, tail, found := strings.Cut(role, ", ")
	if found && bodies.MatchString(tail) && !startsRole(tail) {
		return head, tail
	}
	return role, ""
}

// officeName writes an office that is printed in capitals as in a sentence.
func officeName(printed string) string {
	words := strings.Fields(printed)
	for i, w := range words {
		if describe.InCapitals(w) && utf8.RuneCountInString(w) > 1 {
			words[i] = capitalName(strings.ToLower(w))
		}
	}
	return strings.Join(words, " ")
}

var linkWords = wordSet(`of for the and to in at on de du des la le les l del los las et y e en para pour aux au à`)

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

// tableOf parses "Affiliation | Name | Function" on a line of its own.
func tableOf(text string, names Names) label {
	if len(text) > labelLimit || !strings.Contains(text, " | ") {
		return label{}
	}
	cells := strings.Split(strings.TrimRight(text, " :"), " | ")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	if len(cells) > 4 || cells[0] == "" || cells[1] == "" {
		return label{}
	}
	l := label{style: tableLabel, end: len(text), alone: true}
	l.speaker.AsPrinted = text
	if code, ok := names.Country(reorder(cells[0])); ok {
		l.speaker.Country = code
	} else {
		l.speaker.Organisation = cells[0]
		l.speaker.Country = stateOf(cells[0], names)
	}
	switch {
	case len(cells) > 2:
		l.speaker.Name, l.speaker.Role = cells[1], strings.Join(cells[2:], ", ")
	case startsRole(cells[1]):
		l.speaker.Role = cells[1]
	default:
		l.speaker.Name = cells[1]
	}
	if p := nameOf(l.speaker.Name); p.honorific != "" && p.end == len(l.speaker.Name) {
		l.speaker.Name, l.speaker.Honorific = p.name, p.honorific
	}
	l.speaker.Presiding = presidingOffice.MatchString(l.speaker.Role)
	return l
}

// reorder writes "Korea, Republic of" as "Republic of Korea".
func reorder(name string) string {
	head, tail, found := strings.Cut(name, ", ")
	if !found {
		return name
	}
	return tail + " " + head
}
