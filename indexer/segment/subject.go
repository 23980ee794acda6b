package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/opening"
)

// subject finds who is the speaking subject of a paragraph's first sentence: a
// State, a delegation, an office or a person, at its beginning or after an
// introductory clause ("With regard to …, Slovenia recommended …").
func (g subjects) subject(text string) (corpus.Speaker, bool) {
	text, _ = opening.Unglue(text)
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
	reach := opening.Sentence(corpus.Head(text, opening.SubjectReach))
	for _, at := range opening.Commas(reach, opening.SubjectReach) {
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
func (g subjects) inside(reach string) (corpus.Speaker, bool) {
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
		word := grammar.WordAt(reach[pos:])
		if !unicode.IsUpper(r) || pos == 0 {
			previous = word
			pos += max(len(word), size)
			continue
		}
		run := grammar.NameRun(reach[pos:])
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
func (g subjects) governing(run, previous, rest string) (corpus.Speaker, bool) {
	if governs[previous] || !grammar.Reports(rest) {
		return corpus.Speaker{}, false
	}
	sp, used, ok := g.named(run)
	sp.AsPrinted = run
	return sp, ok && used == len(run) && sp.Country != ""
}

// adverbial opens a sentence whose subject comes later.
var adverbial = regexp.MustCompile(`^(?:While|With|In|On|Noting|Regarding|Concerning|As|Referring|Recalling|Having|Considering|Turning|Recogni[sz]ing|Welcoming|Taking|Given|Despite|Following|Based|To|Finally|Lastly) `)

// governs are the words before a State that is no subject.
var governs = grammar.Lists.Set("governs")

// speaks says whether a text begins with somebody who says something. At the
// beginning of a paragraph any verb will do for a State.
func (g subjects) speaks(text string, first bool) (corpus.Speaker, bool) {
	if sp, ok := g.ownDelegation(text); ok {
		return g.holder(sp, text, first), true
	}
	if sp, ok := g.state(text, first); ok {
		return sp, true
	}
	if first || unicode.IsLower(grammar.FirstRune(text)) {
		if o, ok := opening.Delegation(text, g.names); ok {
			return o.Speaker, true
		}
	}
	if sp, ok := g.chairs(text, first); ok {
		return sp, true
	}
	if sp, ok := g.organised(text, first); ok {
		return sp, true
	}
	o, ok := opening.Introduction(text, g.names)
	if !ok || o.Speaker.Honorific == "" && !(narrative{names: g.names}).introduces(o) && !g.isDelegate(o) {
		return corpus.Speaker{}, false
	}
	if _, n := grammar.HonorificOf(o.Speaker.Role); n > 0 && !first {
		return corpus.Speaker{}, false // one of those with whom the subject exchanged views
	}
	return o.Speaker, o.Said || first && g.hasFloor(text[len(o.Speaker.AsPrinted):], o)
}

// holder is who speaks for the State under review, by name where one stands behind the
// office: "the Minister of Justice, Ada Brook,".
func (g subjects) holder(sp corpus.Speaker, text string, first bool) corpus.Speaker {
	named, ok := g.organised(text, first)
	if !ok || sp.Role == "" || named.Name == "" || strings.HasPrefix(named.Name, named.Role) {
		return sp
	}
	named.Country = sp.Country
	return named
}

// isDelegate says whether a person without a form of address has a State in parentheses,
// in a record of persons: "U Brook (Myanmar) noted".
func (g subjects) isDelegate(o opening.Opening) bool {
	return g.persons && o.Said && o.Parens && o.Speaker.Country != "" && unicode.IsUpper(grammar.FirstRune(o.Speaker.AsPrinted))
}

// chairs recognises "The Chair said …".
func (g subjects) chairs(text string, first bool) (corpus.Speaker, bool) {
	end := len(chair.FindString(text))
	if end == 0 || ofRealm.MatchString(text[:end]) || !first && !g.persons && unicode.IsLower(grammar.FirstRune(text)) || !grammar.Reports(text[end:]) && (!first || !g.persons || !chairSpeaks(text[end:])) {
		return corpus.Speaker{}, false
	}
	sp := corpus.Speaker{Name: grammar.OfficeName(text[:end]), AsPrinted: text[:end], Presiding: true}
	if st, ok := standingIn(text, "", g.names); ok && st.at == 0 {
		sp.Country = st.state // "The Chair, speaking in her capacity as representative of Ghana, said"
	}
	return sp, true
}

// organised recognises an office with its holder or without, an organ of the meeting, or
// a body that is told by its acronym.
func (g subjects) organised(text string, first bool) (corpus.Speaker, bool) {
	opens := first || unicode.IsLower(grammar.FirstRune(text))
	if opens {
		if sp, ok := g.inOffice(text); ok {
			return sp, true
		}
	}
	if g.reviewed != "" {
		return corpus.Speaker{}, false // its officers speak for the State under review
	}
	if opens {
		if o, ok := opening.Organ(text, g.names); ok {
			return o.Speaker, true
		}
	}
	if o, ok := opening.BroughtIn(text, g.names); first && ok {
		return o.Speaker, true
	}
	name, end := opening.BodyWithAcronym(text)
	if name == "" || !first || !grammar.Reports(text[end:]) {
		return corpus.Speaker{}, false
	}
	return corpus.Speaker{Organisation: name, AsPrinted: text[:end]}, true
}

// inOffice recognises whom an office before his name begins.
func (g subjects) inOffice(text string) (corpus.Speaker, bool) {
	if o, ok := opening.OfficeFirst(text, g.names); ok {
		return o.Speaker, true
	}
	return g.officer(text)
}

// officer recognises whom minutes name by an office: "Councilmember Brook said …".
func (g subjects) officer(text string) (corpus.Speaker, bool) {
	if !g.minutes {
		return corpus.Speaker{}, false
	}
	sp, used, ok := opening.Clauses{Names: g.names}.Officer(text)
	sp.AsPrinted = text[:used]
	return sp, ok && sp.Name != "" && grammar.Reports(text[used:])
}

// hasFloor says whether a person at the beginning of a paragraph speaks although no
// verb was understood: with the State in parentheses, or, in a record of persons,
// before an insertion or any verb.
func (g subjects) hasFloor(rest string, o opening.Opening) bool {
	if strings.Contains(o.Speaker.AsPrinted, ")") && (g.persons || o.Speaker.Country != "") {
		return true
	}
	_, with := opening.Alongside(rest)
	return g.persons && (strings.HasPrefix(rest, ", ") || strings.HasPrefix(rest, " (") || opening.IsVerb(rest[with:]))
}

// chairSpeaks says whether a chair goes on with an insertion or any verb.
func chairSpeaks(rest string) bool {
	return strings.HasPrefix(rest, ", ") || strings.HasPrefix(rest, " (") || opening.IsVerb(rest)
}

// ofRealm is what the head of a State presides over, who does not chair a meeting.
var ofRealm = regexp.MustCompile(` of the (?:Republic|Union|Federation|Federal|State|Nation)\b`)

var chair = regexp.MustCompile(`^` + grammar.Lists.Any("presiding") + `(?:-[Rr]apporteure?\b)?`)

// delegationOf are the words for the delegation of the State under review. What it
// is said to be ("the head of delegation") is its role.
var delegationOf = regexp.MustCompile(`^(?i:the|its|la|le|l['’]|el) ?(?i:(` + grammar.Lists.Any("delegation-of") + `)(?: of the (?:ministry|office|department)\b[^,.]{0,60}| (?:for|of) (?:foreign|justice|human|internal|the interior|women|social|labou?r|education|health)\b[^,.]{0,60})?)`)

// russianDelegation is such words in Russian, which has no articles, and before a State
// none of the words in ofState.
var russianDelegation = regexp.MustCompile(`^(?i:((?:глава |руководитель |члены )?делегаци[яи]|государство(?: —| -|,) объект обзора|правительство))`)

// russianLead stands before them without a comma.
var russianLead = regexp.MustCompile(`^(?:В (?:заключение|своем ответе|свое[мй] (?:заключительном )?(?:слове|выступлении)|ответ на (?:вопросы|замечания))|Отвечая на вопросы|Наконец) `)

// adjectival is a delegation named by the adjective of its State.
var adjectival = regexp.MustCompile(`^(?i:the) (\p{Lu}[\pL-]+(?: \p{Lu}[\pL-]+)?) ((?:head of )?delegation|delegate|representative|government|authorities|minister|ambassador)`)

// ownDelegation recognises "The delegation stated …" of the State under review.
func (g subjects) ownDelegation(text string) (corpus.Speaker, bool) {
	if g.reviewed == "" {
		return corpus.Speaker{}, false
	}
	if m := adjectival.FindStringSubmatchIndex(text); m != nil && grammar.Reports(text[m[1]:]) {
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
		run := grammar.NameRun(rest[len(of):])
		if code, ok := g.names.Country(grammar.StripArticle(run)); ok && code == g.reviewed {
			rest = rest[len(of)+len(run):]
		} else if of != " " || run != "" {
			return corpus.Speaker{}, false
		}
	}
	if rest = strings.TrimLeft(opening.AfterInsertion(rest), " ,"); !grammar.Reports(rest) && !opening.IsVerb(rest) {
		return corpus.Speaker{}, false
	}
	return corpus.Speaker{
		AsPrinted: text[:m[1]], Country: g.reviewed, Role: strings.ToLower(text[m[2]:m[3]]),
	}, true
}

var ofState = regexp.MustCompile(`^ (?:(?:of|from|de la|du|de|del|des) (?:the )?)?`)

// state recognises "Ecuador congratulated …" and "Egypt, on behalf of the African
// Group, said …".
func (g subjects) state(text string, first bool) (corpus.Speaker, bool) {
	start := len(text) - len(grammar.StripArticle(text))
	run := grammar.NameRun(text[start:])
	run += polityTail.FindString(text[start+len(run):])
	if run == "" || len(run) > grammar.NameLimit {
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
	if aside := opening.Insertion(rest); aside != "" {
		inner := strings.Trim(aside, " ,()")
		if g.startsState(inner) {
			return corpus.Speaker{}, false // "Algeria, Bangladesh and Cuba welcomed"
		}
		if b := grammar.BehalfOf.FindStringIndex(inner); b != nil {
			sp.OnBehalfOf = grammar.Groups(inner[b[1]:])
			sp.AsPrinted = strings.TrimSpace(text[:end+len(strings.TrimRight(aside, ", "))])
		}
		rest = rest[len(aside):]
	}
	return sp, strings.HasPrefix(rest, " ") && !g.isTold(sp, rest, first) && (grammar.Reports(rest) || first && !g.persons && opening.IsVerb(rest))
}

// isTold says whether a person who has the floor tells what a delegation or a body has done, in a
// record of persons.
func (g subjects) isTold(sp corpus.Speaker, rest string, first bool) bool {
	return g.persons && (strings.HasPrefix(rest, " had ") || sp.Country == "" && (g.record && !g.minutes || !first || !grammar.Reports(rest)))
}

// polityTail goes on with a State's name in small letters: "Guinée équatoriale",
// "République démocratique du Congo".
var polityTail = regexp.MustCompile(`^ ` + grammar.Lists.Any("polity-tail") + `\b`)

// acronymIn is what may stand in parentheses after a name: its acronym, or the mark
// of the first item of a list.
var acronymIn = regexp.MustCompile(`^ \([^()]{1,40}\)`)

// named is the State, or failing that the organisation, that a run of capitalised
// words begins with, and how much of the run that takes.
func (g subjects) named(run string) (corpus.Speaker, int, bool) {
	for end := len(run); end > 0; end = strings.LastIndexByte(run[:end], ' ') {
		name := strings.TrimRight(run[:end], " ,")
		if code, ok := g.country(name); ok {
			return corpus.Speaker{Country: code}, len(name), true
		}
	}
	if _, ok := g.names.Organisation(run); ok && !grammar.MayBeWord(run) || opening.IsStates(run) {
		return corpus.Speaker{Organisation: run}, len(run), true
	}
	return corpus.Speaker{}, 0, false
}

// country is the State of a name from which the article may have been taken.
func (g subjects) country(name string) (string, bool) {
	if code, ok := g.names.Country(name); ok {
		return code, true
	}
	if !strings.Contains(name, " ") && name != describe.Capitalise(name) {
		return "", false
	}
	return g.names.Country("The " + name)
}

// startsState says whether a text begins with the name of a State.
func (g subjects) startsState(text string) bool {
	text = grammar.StripArticle(text)
	if _, size := g.hanParty(text); size > 0 {
		return true
	}
	run := grammar.NameRun(text)
	if run == "" {
		return false
	}
	sp, used, ok := g.named(run)
	more := grammar.FirstRune(strings.TrimLeft(run[used:], " "))
	return ok && !unicode.IsUpper(more) && (sp.Country != "" || opening.IsStates(run)) // not "The Ghana Port Board"
}
