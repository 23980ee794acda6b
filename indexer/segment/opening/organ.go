package opening

import (
	"cmp"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// organOf is an organ of the meeting that speaks: its secretariat, or who presides over it
// for the time being.
var organOf = regexp.MustCompile(`^(?:The |the |La |Le |la |le |A )?(` + grammar.Lists.Any("organ-of") + `)(?:\b| )`)

// officerOf is an officer of the organisation whose council meets.
var officerOf = regexp.MustCompile(`^(?:[Tt]he |[Ll]e |[Ll]a |[Ee]l |[Ll]['’]|)(` + grammar.Lists.Any("officer-of") + `)(?:\b|[ ,])`)

// ofUnit begins the unit that an officer is of, and lowerAside what stands behind it
// between commas: "the Director of Protection, responding to questions,".
var (
	ofUnit     = regexp.MustCompile(`^ (?:(?:chargée?|encargad[oa]|in charge) )?(?:of|for|on|de|du|des|del|d['’]) ?`)
	lowerAside = regexp.MustCompile(`, (?:\p{Ll}+ing|\p{Ll}+ant|\p{Ll}+ndo|in|on|who|which|speaking|en|por|para|au|quien|qui)\b`)
)

// officerAlone parses an officer of the organisation, with the unit: "The Director of the
// Division of Protection introduced …".
func officerAlone(text string, names grammar.Names) (Opening, bool) {
	m := officerOf.FindStringSubmatchIndex(text)
	if m == nil {
		return Opening{}, false
	}
	end := m[3] + len(Bracketed.FindString(text[m[3]:])) // "The Assistant Director-General (Lamps) said"
	said := grammar.Reports(AfterInsertion(text[end:]))
	if ofUnit.MatchString(text[end:]) {
		c := grammar.ClauseOf(text[end:])
		unit := text[end : end+c.End]
		if aside := lowerAside.FindStringIndex(unit); aside != nil {
			unit = unit[:aside[0]]
		}
		end, said = end+len(unit), c.Said && len(unit) < grammar.NameLimit
	}
	office := grammar.OfficeName(text[:m[3]]) + text[m[3]:end]
	sp := corpus.Speaker{AsPrinted: text[:end], Name: office, Role: grammar.StripArticle(office)}
	if unit := ofUnit.FindString(text[m[3]:end]); unit != "" {
		sp.Country = grammar.StateOf(grammar.StripArticle(text[m[3]+len(unit):end]), names) // "El jefe de la delegación del Paraguay"
	}
	return Opening{Speaker: sp, Said: true, End: end}, said
}

// officerOfState parses an officer of a State, which is told by its adjective or before the office: "The French
// minister presented …", "The Hungarian Co-Chair underlined …".
func officerOfState(text string, names grammar.Names) (Opening, bool) {
	lead := grammar.Article.FindString(text)
	adjective, rest, _ := strings.Cut(text[len(lead):], " ")
	m := officeAlone.FindString(rest)
	if lead == "" || m == "" || !grammar.Reports(AfterInsertion(rest[len(m):])) {
		return Opening{}, false
	}
	found := names.Countries(adjective)
	if _, state := names.Country(adjective); state || len(found) != 1 {
		return Opening{}, false
	}
	end := len(lead) + len(adjective) + 1 + len(m)
	sp := corpus.Speaker{AsPrinted: text[:end], Role: m, Country: found[0]}
	return Opening{Speaker: sp, Said: true, Clause: true, End: end}, true
}

// officeAlone is an office of up to three words.
var officeAlone = regexp.MustCompile(`^(?:(?:[Pp]rime|[Ff]oreign|[Dd]eputy|[Ii]nterior|[Vv]ice) ?-?){0,2}(?:(?i:` + grammar.Lists.Any("role-noun") + `)|Co-Chair)\b`)

// isNameOfBody says whether a text is nothing but a name of several words, or one with its
// acronym: what somebody represents is a body, known or not.
func isNameOfBody(text string) bool {
	text = grammar.StripArticle(text)
	return text != "" && grammar.NameRun(text) == text && strings.Contains(text, " ")
}

// BodyWithAcronym is a body whose acronym stands behind its name: "Harbour Lamp Watch (HLW)".
func BodyWithAcronym(text string) (name string, end int) {
	start := len(text) - len(grammar.StripArticle(text))
	run := grammar.NameRun(text[start:])
	open := strings.LastIndex(run, " (")
	if open < 0 || grammar.HasHonorific(text) || !strings.HasSuffix(run, ")") || !acronymAlone.MatchString(run[open+2:len(run)-1]) || !strings.Contains(run[:open], " ") {
		return "", 0
	}
	return run[:open], start + len(run)
}

// IsAcronym says whether a name is nothing but capitals.
func IsAcronym(name string) bool { return acronymAlone.MatchString(name) }

var acronymAlone = regexp.MustCompile(`^\p{Lu}[\p{Lu}\d&/-]{1,11}$`)

// AnyBody parses a body of any name at the beginning of a paragraph: "Lamps for All
// welcomed …".
func AnyBody(text string) (corpus.Speaker, bool) {
	start := len(text) - len(grammar.StripArticle(text))
	run := grammar.NameRun(text[start:])
	if !strings.Contains(run, " ") && !acronymAlone.MatchString(run) || !grammar.Reports(AfterInsertion(text[start+len(run):])) || strings.IndexAny(text[start+len(run):], " ,") != 0 {
		return corpus.Speaker{}, false
	}
	return corpus.Speaker{Organisation: grammar.CleanBody(run), AsPrinted: text[:start+len(run)]}, true
}

// leadsTalk is whoever leads a discussion, without a name.
var leadsTalk = regexp.MustCompile(`^(?:(?:[Tt]he|[Ee]l|[Ll]a|[Ll]e) )(?:(?:Session |Panel |Meeting )?(?:Co-)?(?:[Cc]hair(?:man|woman|person)?|[Mm]oderator|[Ff]acilitator)|CHAIR(?:MAN|PERSON|WOMAN)?|PR[ÉE]SIDENT[EA]?|[Mm]oderador[a]?|[Mm]odérat(?:eur|rice)|[Ff]acilitador[a]?|[Ff]acilitat(?:eur|rice))\b`)

// tornChair is whoever presides in a text whose words a converter has torn behind a capital: "T he
// Chairperson", "La P residenta".
var (
	tornChair = regexp.MustCompile(`^(?:T ?he|E ?l|L ?[ae]) (?:C ?hair(?:man|woman|person)|P ?r[ée]sident[ea]?)\b`)
	torn      = regexp.MustCompile(`(\p{Lu}) (\p{Ll})`)
)

// Organ parses "The Secretariat explained …" and "The Director General replied …".
func Organ(text string, names grammar.Names) (Opening, bool) {
	if o, ok := officerAlone(text, names); ok {
		return o, true
	}
	if o, ok := officerOfState(text, names); ok {
		return o, true
	}
	if m := cmp.Or(leadsTalk.FindString(text), tornChair.FindString(text)); m != "" && grammar.Reports(AfterInsertion(text[len(m):])) {
		whole := torn.ReplaceAllString(m, "$1$2")
		sp := corpus.Speaker{AsPrinted: m, Name: grammar.OfficeName(whole), Role: grammar.StripArticle(whole), Presiding: true}
		return Opening{Speaker: sp, Said: true, End: len(m)}, true
	}
	m := organOf.FindStringSubmatchIndex(text)
	if m == nil {
		return Opening{}, false
	}
	end := m[3]
	sp := corpus.Speaker{Organisation: text[m[2]:m[3]]}
	if b := Bracketed.FindStringSubmatchIndex(text[end:]); b != nil {
		inside := text[end+b[2] : end+b[3]]
		sp.Country, _ = names.Country(inside) // "La Presidencia (Honduras)"
		if p := grammar.NameOf(inside); p.Honorific != "" && p.End == len(inside) {
			sp.Name, sp.Honorific = p.Name, p.Honorific // "The Secretariat (Mr. Brook)"
		}
		end += b[1]
	}
	sp.AsPrinted = text[:end]
	return Opening{Speaker: sp, Said: true, End: end}, grammar.Reports(AfterInsertion(text[end:])) && !goesOnWith.MatchString(text[end:])
}

// goesOnWith is what a body does that takes up the next item.
var goesOnWith = regexp.MustCompile(`^ (?:also |then )?(?:continued|concluded|began|opened|closed|proceeded) (?:with )?(?:its|the|a|an) `)
