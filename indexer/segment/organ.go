package segment

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
)

// organOf is an organ of the meeting that speaks: its secretariat, or who presides over it
// for the time being.
var organOf = regexp.MustCompile(`^(?:The |the |La |Le |la |le |A )?(` + lists.Any("organ-of") + `)(?:\b| )`)

// officerOf is an officer of the organisation whose council meets.
var officerOf = regexp.MustCompile(`^(?:[Tt]he |[Ll]e |[Ll]a |[Ee]l |[Ll]['’]|)(` + lists.Any("officer-of") + `)(?:\b|[ ,])`)

// ofUnit begins the unit that an officer is of, and lowerAside what stands behind it
// between commas: "the Director of Protection, responding to questions,".
var (
	ofUnit     = regexp.MustCompile(`^ (?:(?:chargée?|encargad[oa]|in charge) )?(?:of|for|on|de|du|des|del|d['’]) ?`)
	lowerAside = regexp.MustCompile(`, (?:\p{Ll}+ing|\p{Ll}+ant|\p{Ll}+ndo|in|on|who|which|speaking|en|por|para|au|quien|qui)\b`)
)

// officerAlone parses an officer of the organisation, with the unit: "The Director of the
// Division of Protection introduced …".
func officerAlone(text string, names Names) (opening, bool) {
	m := officerOf.FindStringSubmatchIndex(text)
	if m == nil {
		return opening{}, false
	}
	end, said := m[3], reports(afterInsertion(text[m[3]:]))
	if ofUnit.MatchString(text[end:]) {
		c := clauseOf(text[end:])
		unit := text[end : end+c.end]
		if aside := lowerAside.FindStringIndex(unit); aside != nil {
			unit = unit[:aside[0]]
		}
		end, said = end+len(unit), c.said && len(unit) < nameLimit
	}
	office := officeName(text[:m[3]]) + text[m[3]:end]
	sp := corpus.Speaker{AsPrinted: text[:end], Name: office, Role: stripArticle(office)}
	if unit := ofUnit.FindString(text[m[3]:end]); unit != "" {
		sp.Country = stateOf(stripArticle(text[m[3]+len(unit):end]), names) // "El jefe de la delegación del Paraguay"
	}
	return opening{speaker: sp, said: true, end: end}, said
}

// isNameOfBody says whether a text is nothing but a name of several words, or one with its
// acronym: what somebody represents is a body, known or not.
func isNameOfBody(text string) bool {
	text = stripArticle(text)
	return text != "" && nameRun(text) == text && strings.Contains(text, " ")
}

// bodyWithAcronym is a body whose acronym stands behind its name: "Harbour Lamp Watch (HLW)".
func bodyWithAcronym(text string) (name string, end int) {
	start := len(text) - len(stripArticle(text))
	run := nameRun(text[start:])
	open := strings.LastIndex(run, " (")
	if open < 0 || !strings.HasSuffix(run, ")") || !acronymAlone.MatchString(run[open+2:len(run)-1]) || !strings.Contains(run[:open], " ") {
		return "", 0
	}
	return run[:open], start + len(run)
}

var acronymAlone = regexp.MustCompile(`^\p{Lu}[\p{Lu}\d&/-]{1,11}$`)

// anyBody parses a body of any name at the beginning of a paragraph: "Lamps for All
// welcomed …".
func anyBody(text string) (corpus.Speaker, bool) {
	start := len(text) - len(stripArticle(text))
	run := nameRun(text[start:])
	if !strings.Contains(run, " ") && !acronymAlone.MatchString(run) || !reports(afterInsertion(text[start+len(run):])) || strings.IndexAny(text[start+len(run):], " ,") != 0 {
		return corpus.Speaker{}, false
	}
	return corpus.Speaker{Organisation: cleanBody(run), AsPrinted: text[:start+len(run)]}, true
}

// leadsTalk is whoever leads a discussion, without a name.
var leadsTalk = regexp.MustCompile(`^(?:(?:[Tt]he|[Ee]l|[Ll]a|[Ll]e) )(?:(?:Session |Panel |Meeting )?(?:Co-)?(?:[Cc]hair(?:man|woman|person)?|[Mm]oderator|[Ff]acilitator)|CHAIR(?:MAN|PERSON|WOMAN)?|PR[ÉE]SIDENT[EA]?|[Mm]oderador[a]?|[Mm]odérat(?:eur|rice)|[Ff]acilitador[a]?|[Ff]acilitat(?:eur|rice))\b`)

// organ parses "The Secretariat explained …" and "The Director General replied …".
func organ(text string, names Names) (opening, bool) {
	if o, ok := officerAlone(text, names); ok {
		return o, true
	}
	if m := leadsTalk.FindString(text); m != "" && reports(afterInsertion(text[len(m):])) {
		sp := corpus.Speaker{AsPrinted: m, Name: officeName(m), Role: stripArticle(m), Presiding: true}
		return opening{speaker: sp, said: true, end: len(m)}, true
	}
	m := organOf.FindStringSubmatchIndex(text)
	if m == nil {
		return opening{}, false
	}
	end := m[3]
	sp := corpus.Speaker{Organisation: text[m[2]:m[3]]}
	if b := bracketed.FindStringSubmatchIndex(text[end:]); b != nil {
		inside := text[end+b[2] : end+b[3]]
		sp.Country, _ = names.Country(inside) // "La Presidencia (Honduras)"
		if p := nameOf(inside); p.honorific != "" && p.end == len(inside) {
			sp.Name, sp.Honorific = p.name, p.honorific // "The Secretariat (Mr. Brook)"
		}
		end += b[1]
	}
	sp.AsPrinted = text[:end]
	return opening{speaker: sp, said: true, end: end}, reports(afterInsertion(text[end:])) && !goesOnWith.MatchString(text[end:])
}

// goesOnWith is what a body does that takes up the next item.
var goesOnWith = regexp.MustCompile(`^ (?:also |then )?(?:continued|concluded|began|opened|closed|proceeded) (?:with )?(?:its|the|a|an) `)
