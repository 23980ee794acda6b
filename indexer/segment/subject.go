package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
)

// subjectReach is how far into a paragraph its subject may stand: behind one
// introductory clause.
const subjectReach = 420

// subject finds who is the speaking subject of a paragraph's first sentence: a
// State, a delegation, an office or a person, at its beginning or after an
// introductory clause ("With regard to …, Slovenia recommended …").
func (g grammar) subject(text string) (corpus.Speaker, bool) {
	if sp, ok := g.speaks(text, true); ok {
		return sp, true
	}
	if sp, ok := g.uncased(text); ok {
		return sp, true
	}
	if lead := concession.FindString(text); lead != "" {
		if sp, ok := g.state(text[len(lead):], false); ok {
			return sp, true
		}
	}
	reach := sentence(corpus.Head(text, subjectReach))
	for _, at := range commas(reach, subjectReach) {
		if sp, ok := g.speaks(text[at:], false); ok {
			return sp, true
		}
	}
	return g.inside(reach)
}

// concession opens the clause of a State that goes on as the subject.
var concession = regexp.MustCompile(`^(?:While|Although|Whilst|Alors que|Si bien|Aunque) (?:the |la |le |el )?`)

// inside finds the State that is the subject after an opening without a comma:
// "While appreciating the measures the Czech Republic recommended …".
func (g grammar) inside(reach string) (corpus.Speaker, bool) {
	if !adverbial.MatchString(reach) {
		return corpus.Speaker{}, false
	}
	previous := ""
	for pos := 0; pos < len(reach); {
		r, size := utf8.DecodeRuneInString(reach[pos:])
		if !unicode.IsLetter(r) {
			pos += size
			continue
		}
		word := wordAt(reach[pos:])
		if !unicode.IsUpper(r) || pos == 0 {
			previous = word
			pos += max(len(word), size)
			continue
		}
		run := nameRun(reach[pos:])
		if sp, ok := g.governing(run, previous, reach[pos+len(run):]); ok {
			return sp, true
		}
		pos += max(len(run), len(word))
		previous = ""
	}
	return corpus.Speaker{}, false
}

// governing says whether a run of capitalised words is a State that is the subject
// of the verb behind it.
func (g grammar) governing(run, previous, rest string) (corpus.Speaker, bool) {
	if governs[previous] || !reports(rest) {
		return corpus.Speaker{}, false
	}
	sp, used, ok := g.named(run)
	sp.AsPrinted = run
	return sp, ok && used == len(run) && sp.Country != ""
}

// adverbial opens a sentence whose subject comes later.
var adverbial = regexp.MustCompile(`^(?:While|With|In|On|Noting|Regarding|Concerning|As|Referring|Recalling|Having|Considering|Turning|Recogni[sz]ing|Welcoming|Taking|Given|Despite|Following|Based|To|Finally|Lastly) `)

// governs are the words before a State that is no subject.
var governs = wordSet(`of in by to from for with and or that which when as how if than about`)

// sentence is the first sentence of a text.
func sentence(text string) string {
	for i, r := range text {
		if (r == '.' || r == '!' || r == '?') && sentenceEnds(text, i, r) {
			return text[:i]
		}
	}
	return text
}

// speaks says whether a text begins with somebody who says something. At the
// beginning of a paragraph any verb will do for a State.
func (g grammar) speaks(text string, first bool) (corpus.Speaker, bool) {
	if sp, ok := g.ownDelegation(text); ok {
		return g.holder(sp, text, first), true
	}
	if sp, ok := g.state(text, first); ok {
		return sp, true
	}
	if first || unicode.IsLower(firstRune(text)) {
		if o, ok := delegation(text, g.names); ok {
			return o.speaker, true
		}
	}
	if sp, ok := g.chairs(text, first); ok {
		return sp, true
	}
	if sp, ok := g.organised(text, first); ok {
		return sp, true
	}
	o, ok := introduction(text, g.names)
	if !ok || o.speaker.Honorific == "" && !(narrative{names: g.names}).introduces(o) && !g.isDelegate(o) {
		return corpus.Speaker{}, false
	}
	return o.speaker, o.said || first && g.hasFloor(text[len(o.speaker.AsPrinted):], o)
}

// holder is who speaks for the State under review, by name where one stands behind the
// office: "the Minister of Justice, Ada Brook,".
func (g grammar) holder(sp corpus.Speaker, text string, first bool) corpus.Speaker {
	named, ok := g.organised(text, first)
	if !ok || sp.Role == "" || named.Name == "" || strings.HasPrefix(named.Name, named.Role) {
		return sp
	}
	named.Country = sp.Country
	return named
}

// isDelegate says whether a person without a form of address has a State in parentheses,
// in a record of persons: "U Brook (Myanmar) noted".
func (g grammar) isDelegate(o opening) bool {
	return g.persons && o.said && o.parens && o.speaker.Country != "" && unicode.IsUpper(firstRune(o.speaker.AsPrinted))
}

// chairs recognises "The Chair said …".
func (g grammar) chairs(text string, first bool) (corpus.Speaker, bool) {
	end := len(chair.FindString(text))
	if end == 0 || !first && !g.persons && unicode.IsLower(firstRune(text)) || !reports(text[end:]) && (!first || !g.persons || !chairSpeaks(text[end:])) {
		return corpus.Speaker{}, false
	}
	sp := corpus.Speaker{Name: officeName(text[:end]), AsPrinted: text[:end], Presiding: true}
	if st, ok := standingIn(text, "", g.names); ok && st.at == 0 {
		sp.Country = st.state // "The Chair, speaking in her capacity as representative of Ghana, said"
	}
	return sp, true
}

// organised recognises an office with its holder or without, an organ of the meeting, or
// a body that is told by its acronym.
func (g grammar) organised(text string, first bool) (corpus.Speaker, bool) {
	if sp, ok := g.inOffice(text); ok && (first || unicode.IsLower(firstRune(text))) {
		return sp, true
	}
	if g.reviewed != "" {
		return corpus.Speaker{}, false // its officers speak for the State under review
	}
	if o, ok := organ(text, g.names); ok && (first || unicode.IsLower(firstRune(text))) {
		return o.speaker, true
	}
	if o, ok := broughtIn(text, g.names); first && ok {
		return o.speaker, true
	}
	name, end := bodyWithAcronym(text)
	if name == "" || !first || !reports(text[end:]) {
		return corpus.Speaker{}, false
	}
	return corpus.Speaker{Organisation: name, AsPrinted: text[:end]}, true
}

// inOffice recognises whom an office before his name begins.
func (g grammar) inOffice(text string) (corpus.Speaker, bool) {
	if o, ok := officeFirst(text, g.names); ok {
		return o.speaker, true
	}
	return g.officer(text)
}

// officer recognises whom minutes name by an office: "Councilmember Brook said …".
func (g grammar) officer(text string) (corpus.Speaker, bool) {
	if !g.minutes {
		return corpus.Speaker{}, false
	}
	sp, used, ok := clauses{names: g.names}.officer(text)
	sp.AsPrinted = text[:used]
	return sp, ok && sp.Name != "" && reports(text[used:])
}

// hasFloor says whether a person at the beginning of a paragraph speaks although no
// verb was understood: with the State in parentheses, or, in a record of persons,
// before an insertion or any verb.
func (g grammar) hasFloor(rest string, o opening) bool {
	if strings.Contains(o.speaker.AsPrinted, ")") && (g.persons || o.speaker.Country != "") {
		return true
	}
	return g.persons && (strings.HasPrefix(rest, ", ") || strings.HasPrefix(rest, " (") || isVerb(behindCompanions(rest)))
}

// companion leads on to another person who says the same: "Mr. Brook and Ms. Vega shared
// that concern."
var companion = regexp.MustCompile(`^(?:, | and | et | y | e | и )(?:la |el |le )?`)

// behindCompanions is what follows the others of a subject.
func behindCompanions(rest string) string {
	for lead := companion.FindString(rest); lead != ""; lead = companion.FindString(rest) {
		p := nameOf(rest[len(lead):])
		if p.honorific == "" {
			return rest
		}
		rest = rest[len(lead)+p.end:]
		rest = rest[len(bracketed.FindString(rest)):]
	}
	return rest
}

// chairSpeaks says whether a chair goes on with an insertion or any verb.
func chairSpeaks(rest string) bool {
	return strings.HasPrefix(rest, ", ") || strings.HasPrefix(rest, " (") || isVerb(rest)
}

func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

var chair = regexp.MustCompile(`^` + lists.Any("presiding") + `(?:-[Rr]apporteure?\b)?`)

// delegationOf are the words for the delegation of the State under review. What it
// is said to be ("the head of delegation") is its role.
var delegationOf = regexp.MustCompile(`^(?i:the|its|la|le|l['’]|el) ?(?i:(` + lists.Any("delegation-of") + `)(?: of the (?:ministry|office|department)\b[^,.]{0,60}| (?:for|of) (?:foreign|justice|human|internal|the interior|women|social|labou?r|education|health)\b[^,.]{0,60})?)`)

// russianDelegation is such words in Russian, which has no articles, and before a State
// none of the words in ofState.
var russianDelegation = regexp.MustCompile(`^(?i:((?:глава |руководитель |члены )?делегаци[яи]|государство(?: —| -|,) объект обзора|правительство))`)

// russianLead stands before them without a comma.
var russianLead = regexp.MustCompile(`^(?:В (?:заключение|своем ответе|свое[мй] (?:заключительном )?(?:слове|выступлении)|ответ на (?:вопросы|замечания))|Отвечая на вопросы|Наконец) `)

// adjectival is a delegation named by the adjective of its State.
var adjectival = regexp.MustCompile(`^(?i:the) (\p{Lu}[\pL-]+(?: \p{Lu}[\pL-]+)?) ((?:head of )?delegation|delegate|representative|government|authorities|minister|ambassador)`)

// ownDelegation recognises "The delegation stated …" of the State under review.
func (g grammar) ownDelegation(text string) (corpus.Speaker, bool) {
	if g.reviewed == "" {
		return corpus.Speaker{}, false
	}
	if m := adjectival.FindStringSubmatchIndex(text); m != nil && reports(text[m[1]:]) {
		if found := g.names.Countries(text[m[2]:m[3]]); len(found) == 1 {
			return corpus.Speaker{AsPrinted: text[:m[1]], Country: found[0], Role: strings.ToLower(text[m[4]:m[5]])}, true
		}
	}
	m := delegationOf.FindStringSubmatchIndex(text)
	if m == nil {
		text = text[len(russianLead.FindString(text)):]
		m = russianDelegation.FindStringSubmatchIndex(text)
	}
	if m == nil {
		return corpus.Speaker{}, false
	}
	rest := text[m[1]:]
	if of := ofState.FindString(rest); of != "" {
		run := nameRun(rest[len(of):])
		if code, ok := g.names.Country(stripArticle(run)); ok && code == g.reviewed {
			rest = rest[len(of)+len(run):]
		} else if of != " " || run != "" {
			return corpus.Speaker{}, false
		}
	}
	if rest = strings.TrimLeft(afterInsertion(rest), " ,"); !reports(rest) && !isVerb(rest) {
		return corpus.Speaker{}, false
	}
	return corpus.Speaker{
		AsPrinted: text[:m[1]], Country: g.reviewed, Role: strings.ToLower(text[m[2]:m[3]]),
	}, true
}

var ofState = regexp.MustCompile(`^ (?:(?:of|from|de la|du|de|del|des) (?:the )?)?`)

// state recognises "Ecuador congratulated …" and "Egypt, on behalf of the African
// Group, said …".
func (g grammar) state(text string, first bool) (corpus.Speaker, bool) {
	start := len(text) - len(stripArticle(text))
	run := nameRun(text[start:])
	run += polityTail.FindString(text[start+len(run):])
	if run == "" || len(run) > nameLimit {
		return corpus.Speaker{}, false
	}
	sp, used, ok := g.named(run)
	if !ok {
		return corpus.Speaker{}, false
	}
	end := start + used
	rest := text[end:]
	if short := acronymIn.FindString(rest); short != "" {
		rest = rest[len(short):]
	}
	sp.AsPrinted = strings.TrimSpace(text[:end])
	if aside := insertion(rest); aside != "" {
		inner := strings.Trim(aside, " ,()")
		if g.startsState(inner) {
			return corpus.Speaker{}, false // "Algeria, Bangladesh and Cuba welcomed"
		}
		if b := behalfOf.FindStringIndex(inner); b != nil {
			sp.OnBehalfOf = groups(inner[b[1]:])
			sp.AsPrinted = strings.TrimSpace(text[:end+len(strings.TrimRight(aside, ", "))])
		}
		rest = rest[len(aside):]
	}
	if !strings.HasPrefix(rest, " ") {
		return corpus.Speaker{}, false
	}
	if reports(rest) || first && isVerb(rest) {
		return sp, true
	}
	return corpus.Speaker{}, false
}

// polityTail goes on with a State's name in small letters: "Guinée équatoriale",
// "République démocratique du Congo".
var polityTail = regexp.MustCompile(`^ ` + lists.Any("polity-tail") + `\b`)

// acronymIn is what may stand in parentheses after a name: its acronym, or the mark
// of the first item of a list.
var acronymIn = regexp.MustCompile(`^ \([^()]{1,40}\)`)

// named is the State, or failing that the organisation, that a run of capitalised
// words begins with, and how much of the run that takes.
func (g grammar) named(run string) (corpus.Speaker, int, bool) {
	for end := len(run); end > 0; end = strings.LastIndexByte(run[:end], ' ') {
		name := strings.TrimRight(run[:end], " ,")
		if code, ok := g.country(name); ok {
			return corpus.Speaker{Country: code}, len(name), true
		}
	}
	if _, ok := g.names.Organisation(run); ok && !mayBeWord(run) || observers.MatchString(run) {
		return corpus.Speaker{Organisation: run}, len(run), true
	}
	return corpus.Speaker{}, 0, false
}

// country is the State of a name from which the article may have been taken.
func (g grammar) country(name string) (string, bool) {
	if code, ok := g.names.Country(name); ok {
		return code, true
	}
	if !strings.Contains(name, " ") && name != describe.Capitalise(name) {
		return "", false
	}
	return g.names.Country("The " + name)
}

// mayBeWord says whether what could be an acronym is written as a word: "Au" is
// not the African Union.
func mayBeWord(name string) bool {
	return len(name) < 6 && !strings.Contains(name, " ") && !describe.InCapitals(name)
}

// observers are subjects that are neither States nor organisations.
var observers = regexp.MustCompile(`^(?:Holy See|European Union|African Group|Sovereign (?:Military )?Order of Malta)$`)

// startsState says whether a text begins with the name of a State.
func (g grammar) startsState(text string) bool {
	text = stripArticle(text)
	if _, size := g.hanParty(text); size > 0 {
		return true
	}
	run := nameRun(text)
	if run == "" {
		return false
	}
	_, _, ok := g.named(run)
	return ok
}

// insertion is a clause between commas, or one in parentheses, after a subject,
// with its commas: ", speaking on behalf of …,".
func insertion(rest string) string {
	if !strings.HasPrefix(rest, ", ") || finiteReflexive.MatchString(rest) && reports(rest[2:]) {
		return "" // ", se refirió a la pesca, que …"
	}
	depth := 0
	for i := 2; i < len(rest) && i < subjectReach; i++ {
		switch rest[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ';':
			return ""
		case '.':
			if sentenceEnds(rest, i, '.') {
				return ""
			}
		case ',':
			if depth <= 0 && i+1 < len(rest) && rest[i+1] == ' ' && !company.MatchString(rest[i+1:]) && (reports(rest[i+1:]) || isVerb(rest[i+1:])) {
				return rest[:i+1]
			}
		}
	}
	return ""
}

func afterInsertion(rest string) string {
	rest = rest[len(inSpeech.FindString(rest)):]
	return rest[len(insertion(rest)):]
}

// inSpeech tells behind a subject in what speech of its own it said something, without commas.
var inSpeech = regexp.MustCompile(`^ ` + lists.Any("own-speech"))

// finiteReflexive is a verb behind a comma that can be no participle.
var finiteReflexive = regexp.MustCompile(`^, (?:se |s['’])\p{Ll}`)

// company opens a further clause about a subject, which is not yet its verb.
var company = regexp.MustCompile(`^ (?:and )?(?:(?:supported|opposed|joined|echoed|seconded|backed|followed|accompanied) by|with|for|along with|together with|including|speaking|on behalf) `)

// notFinite are words that follow a State's name without being its verb.
var notFinite = wordSet(`и the a an and or of to s which who whose where when that being having et y e de la le
	des du del los las which including also’s government people constitution delegation under`)

var prepositions = wordSet(`in on at for from by with as while`)

// isVerb says whether a text goes on with a word that can be the verb of a State
// that is the subject of its paragraph.
func isVerb(text string) bool {
	if reflexive.MatchString(text) || pronominal.MatchString(text) {
		return true
	}
	word, _ := firstWord(text)
	if prepositions[word] {
		return clauseOf(corpus.Head(text, insertionLimit)).said
	}
	return word != "" && !notFinite[word]
}

// pronominal is a French verb with its pronoun: "s’étonne".
var pronominal = regexp.MustCompile(`^ ?s['’]\p{Ll}{3,}(?:e|ent|[^n\PL]t)\b`)

// insertionLimit is how long words before a verb may be: "Ukraine, with appreciation, noted".
const insertionLimit = 160
