package opening

import (
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// joined reads those who speak with a party, and how much of the text they take. Each may
// say for whom: "Peru, for AILAC, Fiji and Nepal, for the LDCs, asked".
func (c Clauses) joined(sp *corpus.Speaker, text string) int {
	group, own := c.group(text)
	if rest := withoutColon(text[own:]); own > 0 && sp.Country != "" && strings.HasPrefix(rest, " ") && grammar.Reports(rest[1:]) {
		sp.OnBehalfOf = append(sp.OnBehalfOf, group)
		return own // the comma behind it is missing: "Peru, for AILAC said"
	}
	m := listJoint.FindString(text[own:])
	if m == "" {
		return 0
	}
	others, size := c.list(text[own+len(m):])
	end := own + len(m) + size
	if len(others) == 0 || !conjoins.MatchString(text[own:end]) && !andOthers.MatchString(text[end:]) && (own > 0 || !accompanies.MatchString(m)) {
		return 0
	}
	if accompanies.MatchString(m) && strings.HasPrefix(m, ",") && strings.HasPrefix(text[end:], ", ") {
		return 0 // between commas, which Insertion finds
	}
	if sp.JoinedBy = others; own > 0 {
		sp.OnBehalfOf = append(sp.OnBehalfOf, group)
	}
	return end
}

// group is the group that a party speaks for, and how much of the text that takes.
func (c Clauses) group(text string) (string, int) {
	m := forGroup.FindString(text)
	if m == "" {
		return "", 0
	}
	sp, used, ok := c.party(text[len(m):])
	if !ok || sp.Country != "" {
		return "", 0
	}
	end := len(m) + used
	if bracketed := strings.HasPrefix(m, " ("); bracketed && !strings.HasPrefix(text[end:], ")") {
		return "", 0
	} else if bracketed {
		return text[len(m):end], end + len(")")
	}
	return text[len(m):end], end
}

// forGroup leads to that group.
var forGroup = regexp.MustCompile(`^(?:,? | \()(?:for|on behalf of) (?:the )?`)

// conjoins and accompanies tell delegations that speak together.
var (
	conjoins    = regexp.MustCompile(` (?:and|et|y|e) `)
	accompanies = regexp.MustCompile(`with|avec|con `)
)

// first is the subject that a sentence begins with, and how much of the sentence that takes,
// or those whom it names of many.
func (c Clauses) first(sent string) ([]Turn, int) {
	lead := len(manyIncluding.FindString(sent))
	if c.Narrated {
		lead = max(len(Adverbial.FindString(sent)), len(speechLead.FindString(sent)))
	}
	if sp, used, ok := c.Clause(sent[lead:], false); ok {
		return []Turn{{Spoken: true, Speaker: sp}}, lead + used
	}
	if lead == 0 {
		return nil, 0
	}
	_, used := c.list(sent[lead:])
	return nil, lead + used
}

// speechLead begins a sentence in prose with the speech in which something was said: "In his presentation
// Mr. Brook explained …".
var speechLead = regexp.MustCompile(`^(?i)` + grammar.Lists.Any("own-speech") + `,? `)

// manyIncluding leads to those whom a sentence names of many: "Several parties, including PERU
// and FIJI, noted …".
var manyIncluding = regexp.MustCompile(`^(?:Several|Many|Most|Some|Various|Numerous|A (?:number|few|majority) of)\b[^,;:.]{1,60}, including (?:the )?`)

// withoutColon is what stands behind a subject, of which a colon stands before the verb:
// "The US: supported a plan".
func withoutColon(rest string) string {
	if tail, ok := strings.CutPrefix(rest, ": "); ok {
		if word, _ := grammar.FirstWord(tail); grammar.Saying[word] {
			return " " + tail
		}
	}
	return rest
}

// supported parses what can stand before the subject: "Supported by NORWAY and
// MAURITIUS, the US …".
func (c Clauses) supported(text string) ([]string, int) {
	m := supportedBy.FindString(text)
	if m == "" {
		return nil, 0
	}
	names, used := c.list(text[len(m):])
	start := len(m) + used + len(", ")
	if n := len(names); !strings.HasPrefix(text[len(m)+used:], ", ") {
		if n < 2 { // the last of the list is the subject
			return nil, 0
		}
		start = len(m) + strings.LastIndex(text[len(m):len(m)+used], names[n-1])
		names = names[:n-1]
		if strings.HasSuffix(text[:start], " and ") || strings.HasSuffix(text[:start], " and the ") {
			return nil, 0
		}
	}
	if len(names) == 0 {
		return nil, 0
	}
	start += len(theArticle(text[start:]))
	if strings.HasPrefix(m, "Opposed") {
		return nil, start
	}
	return names, start
}

// supporters are the bytes of a sentence between which those stand who support its subject, or are
// named of many, and are no subjects themselves: "… and, supported by PERU and FIJI, suggested …".
func (c Clauses) supporters(sent string) [2]int {
	m := supportedBetween.FindStringIndex(sent)
	if m == nil {
		return [2]int{}
	}
	_, used := c.list(sent[m[1]:])
	if tail := strings.TrimPrefix(sent[m[1]+used:], ","); !grammar.Reports(tail) {
		return [2]int{}
	}
	return [2]int{m[0], m[1] + used}
}

// supportedBetween leads to those, or to those whom a sentence names of many.
var supportedBetween = regexp.MustCompile(`(?:, (?:supported|joined|echoed|seconded|opposed) by|\b(?:many|several|some|most|others|parties|countries|delegat\pL+|members),? including) (?:the )?`)

func theArticle(text string) string {
	if strings.HasPrefix(text, "the ") {
		return "the "
	}
	return ""
}

var (
	supportedBy = regexp.MustCompile(`^(?:(?:Supported|Joined|Echoed|Seconded|Opposed) by|With|Along with|Together with) (?:the )?`)
	besides     = regexp.MustCompile(`(?:con el apoyo|avec (?:l['’]appui|le soutien)) (?:de |du |del |des )(?:la |el |l['’])?|(?:supported|joined|echoed|seconded|backed) by |^(?:along |together )?with |as well as |(?:appuy|soutenu|apoyad|secundad|respaldad)\pL* (?:par|por) |^(?:junto )?con |^avec `)
	speakingFor = regexp.MustCompile(`^(?:(?:(?:also )?(?:speaking )?(?:for|on behalf of)) (?:the )?|(?:s['’]exprimant |hablando )?(?:au nom (?:de la |de l['’]|des |du |de |d['’])|pour (?:la |les |le |l['’])?|en nombre (?:de la |de los |de las |del |de )|por (?:la |los |las |el )?))`)
)

// alsoWith leads to those who join a State that speaks for a group: "for AOSIS, with CHINA".
var alsoWith = regexp.MustCompile(`, (?:(?:along |together )?with|(?:junto )?con|avec) `)

// aside reads a clause between commas after a subject: for whom it speaks, and who
// supports it.
func (c Clauses) aside(sp *corpus.Speaker, text string) {
	text = strings.Trim(text, " ,")
	if m := speakingFor.FindString(text); m != "" {
		group := text[len(m):]
		if with := alsoWith.FindStringIndex(group); with != nil {
			group = group[:with[0]]
		}
		names, used := c.list(group)
		if len(names) == 0 {
			names, used = grammar.Groups(group), len(group)
		}
		if len(sp.JoinedBy) == 0 { // else the last of several says for whom
			sp.OnBehalfOf = append(sp.OnBehalfOf, names...)
		}
		text = strings.TrimLeft(text[len(m)+used:], ", ")
	}
	if m := besides.FindStringIndex(text); m != nil {
		names, _ := c.list(grammar.StripArticle(text[m[1]:]))
		sp.JoinedBy = append(sp.JoinedBy, names...)
	}
}

// verbless parses the clause of a delegation in capitals behind a joint of a sentence whose verb
// stands before it, and how much of the sentence its joint and subject take: "GHANA suggested oil;
// and PERU, gas", "… amendments by: NORWAY, to add oil; and JAPAN, to delete gas". Elsewhere a colon
// leads to the parts of what one has said, and a State in small letters is one that another tells
// of: "Ghana said that oil was dear; Peru, in its view, lacked gas".
func (c Clauses) verbless(before []Turn, sent string, joint []int) (Turn, int, bool) {
	lead, rest := sent[:joint[0]], sent[joint[1]:]
	switch n := len(before); {
	case n == 0 && (sent[joint[0]] != ':' || !proposalsOf.MatchString(lead) || !strings.Contains(rest, "; ")):
		return Turn{}, 0, false
	case n > 0 && (sent[joint[0]] != ';' || before[n-1].Speaker.Name != "" || strings.Contains(lead[before[n-1].At:], ":")):
		return Turn{}, 0, false
	}
	sp, used, ok := c.subject(rest)
	if tail, apart := strings.CutPrefix(rest[used:], ", "); !ok || sp.Name != "" || !describe.InCapitals(grammar.WordAt(rest)) || !apart || !unicode.IsLower(grammar.FirstRune(tail)) {
		return Turn{}, 0, false
	}
	sp.AsPrinted = rest[:used]
	return Turn{Spoken: true, Speaker: sp}, joint[1] - joint[0] + used, true
}

// proposalsOf leads to several delegations whose proposals a sentence tells.
var proposalsOf = regexp.MustCompile(`(?i)\b` + grammar.Lists.Any("proposals") + `\b[^:;.]{0,60} (?:by|from|of|par|de|por)$`)
