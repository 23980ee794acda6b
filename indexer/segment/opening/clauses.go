package opening

import (
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// Clauses finds the speaking subjects inside a paragraph.
type Clauses struct {
	Names  grammar.Names
	bodies map[string]bool // organs of the meeting, which decide and do not speak

	surnames map[string]bool   // of those whom the document introduces in full
	states   map[string]string // of those, by the surname, where it names the State with the office

	Met func(corpus.Speaker) bool // says of a report in prose whether it has named a person before

	Narrated bool // a report in prose, where only representatives are sure to speak
	States   bool // and, where delegations discuss, States
}

// ClausesOf are the clauses of a document. Its organs and those whom it introduces are
// known before the first is asked for.
func ClausesOf(doc *read.Document, names grammar.Names) Clauses {
	c := Clauses{Names: names, bodies: map[string]bool{}, surnames: map[string]bool{}, states: map[string]string{}}
	for i := range doc.Blocks {
		c.introduced(doc.Blocks[i].Text)
		c.mentioned(doc.Blocks[i].Text)
		for _, m := range organized.FindAllStringSubmatch(doc.Blocks[i].Text, -1) {
			c.bodies[m[1]] = true
		}
	}
	return c
}

// introduced remembers the surnames of those whom sentences of a text introduce.
func (c Clauses) introduced(text string) {
	for len(text) > 0 {
		size := SentenceLength(text)
		sentence := text[:size]
		for _, part := range []string{sentence, sentence[len(RunIn.FindString(sentence)):]} {
			c.introduces(c.person, part)
			c.introduces(c.Officer, part)
		}
		text = text[size:]
	}
}

// introduces remembers the surname of whom a sentence begins with, read in one way.
func (c Clauses) introduces(subject func(string) (corpus.Speaker, int, bool), sentence string) {
	sp, used, ok := subject(sentence)
	if ok && strings.Contains(sp.Name, " ") && (sp.Role == "" || !strings.HasSuffix(sp.Name, sp.Role)) && c.says(sp, AfterInsertion(sentence[used:]), false) {
		c.surnames[grammar.LastWord(sp.Name)] = true
	}
}

// mentioned remembers the surnames of those whom a text names with office and State.
func (c Clauses) mentioned(text string) {
	for _, m := range slices.Concat(inOfficeOf.FindAllStringSubmatch(text, -1), ofDelegation.FindAllStringSubmatch(text, -1), holderOf.FindAllStringSubmatch(text, -1)) {
		if state, ok := c.Names.Country(m[2]); ok {
			c.surnames[grammar.LastWord(m[1])], c.states[grammar.LastWord(m[1])] = true, state
		}
	}
	for _, m := range coChairs.FindAllStringSubmatch(text, -1) {
		c.surnames[m[1]], c.surnames[m[2]] = true, true
	}
}

// coChairs are two who preside together.
var coChairs = regexp.MustCompile(`\bCo-(?:Chairs|[Ff]acilitators) (\p{Lu}\pL+) and (\p{Lu}\pL+)\b`)

// inOfficeOf is a person with an office and a State: "President Ada Brook, Minister of
// Harbours (Ghana)".
var inOfficeOf = regexp.MustCompile(`((?:\p{Lu}[\p{L}\p{M}'’-]+ ){1,3}\p{Lu}[\p{L}\p{M}'’-]+), \p{Lu}\pL+ (?:of|for) [^().;]{3,90} \((\p{Lu}[^()]{2,40})\)`)

// ofDelegation is a person with a State: "informal consultations facilitated by Ada Brook (Ghana)".
var ofDelegation = regexp.MustCompile(`((?:\p{Lu}[\p{L}\p{M}'’-]+ ){1,3}\p{Lu}[\p{L}\p{M}'’-]+) \((\p{Lu}[^()]{2,40})\)`)

// holderOf is a person with the State before the office: "Ada Brook, Ghana's Minister of Harbours".
var holderOf = regexp.MustCompile(`((?:\p{Lu}[\p{L}\p{M}'’-]+ ){1,3}\p{Lu}[\p{L}\p{M}'’-]+), (\p{Lu}[\pL ]{2,30})['’]s? (?:\p{Lu}\pL+ ){0,2}(?:Minister|Ambassador|President|Vice-President|Secretary|Environment)\b`)

// organized is an acronym with a chair, or that decides what only an organ can.
var organized = regexp.MustCompile(`\b(\p{Lu}[\p{Lu}\d/-]+)(?: \d+)? (?:(?:Co-|Vice-)?Chair|adopt(?:s|ed)|decide[sd]|agree[sd]|(?:re)?convened|forwarded|established|invites|requests|met\b|will meet|closed|elected)`)

// SentenceLength is the length of the first sentence of a text, with the space
// that follows it.
func SentenceLength(text string) int {
	for i := 0; i < len(text); i++ {
		r := rune(text[i])
		if (r == '.' || r == '!' || r == '?') && grammar.SentenceEnds(text, i, r) {
			rest := strings.TrimLeft(text[i+1:], "”\"'’»)] \u00a0")
			return len(text) - len(rest)
		}
	}
	return len(text)
}

// sentence is the turns of one sentence. The first begins with the sentence when
// only an introductory clause stands before its subject.
func (c Clauses) sentence(sent string) []Turn {
	found := c.subjects(sent)
	if at := ToldAside(sent); at >= 0 && (len(found) == 0 || at < found[0].At) {
		return []Turn{{Continues: true}}
	}
	first := Turn{Continues: (Refers(sent) || c.Narrated) && !everybody.MatchString(sent)}
	if len(found) == 0 {
		return []Turn{c.toldBehind(sent, first)}
	}
	if found[0].At == 0 || introduces(sent[:found[0].At]) || len(found) == 1 && c.closes(sent[found[0].At:], found[0].Speaker) {
		if sp := &found[0].Speaker; found[0].At > 0 && sp.Name != "" && sp.Country == "" {
			sp.Country, _ = c.Names.Country(grammar.StripArticle(strings.TrimSuffix(sent[:found[0].At], ": "))) // "Ghana: Ada Brook said"
		}
		found[0].At = 0
		return found
	}
	return append([]Turn{first}, found...)
}

// toldBehind is the turn of a sentence without a subject that speaks. A report in prose may end it with
// who said what it tells, with a form of address: "Fog is a danger, remarked Mr. Brook (Harbour Watch)."
func (c Clauses) toldBehind(sent string, t Turn) Turn {
	if !c.Narrated {
		t.Continues = t.Continues || tellsOn(sent)
	} else if o, ok := BroughtIn(sent, c.Names); ok {
		return Turn{Spoken: true, Speaker: o.Speaker}
	} else if o, ok := Attribution(sent, c.Names); ok && o.Speaker.Honorific != "" {
		return Turn{Spoken: true, Speaker: o.Speaker}
	}
	return t
}

// everybody is the subject of a sentence about all who were there.
var everybody = regexp.MustCompile(`^(?:\p{Lu}\p{Ll}+, |(?:At|During) the \pL+, )?(?i:` + grammar.Lists.Any("everybody") + `) `)

// TurnsToAll says whether a sentence of a paragraph behind its first tells of all who were there.
func TurnsToAll(text string) bool {
	for size := SentenceLength(text); size < len(text); size = SentenceLength(text) {
		if text = text[size:]; everybody.MatchString(text) {
			return true
		}
	}
	return false
}

// Introductory opens a clause that leads to the subject of the sentence.
var Introductory = regexp.MustCompile(`^` + grammar.Lists.Any("introductory") + `(?:\b| )`)

// together are subjects of many, whose sentence is nobody's.
var together = regexp.MustCompile(`(?i)\b(?:delegates|participants|parties|members|many|several|some|others|the (?:plenary|group|committee|co-chairs|chair|secretariat|meeting|session)) (?:\pL+ly )?(\pL+ed|met|heard|took|held|began|made)\b`)

// introduces says whether the words before a subject only lead to it.
func introduces(lead string) bool {
	if strings.HasSuffix(strings.TrimSuffix(lead, "the "), ": ") && grammar.CountWords(lead, grammar.HeadingWords) < grammar.HeadingWords {
		return true // a title that runs into the text
	}
	if title := RunIn.FindString(lead); title != "" && grammar.CountWords(title, grammar.HeadingWords) < grammar.HeadingWords {
		lead = lead[len(title):] // "FORESTS: On funds, GHANA …"
	}
	return Introductory.MatchString(lead) && !isOfMany(lead) && !Pronoun.MatchString(lead) && !laterPronoun.MatchString(lead)
}

// RunIn is a title that runs into the text.
var RunIn = regexp.MustCompile(`^\p{Lu}[^.:;]{2,160}: `)

// joint is what stands between the clauses of a sentence.
var joint = regexp.MustCompile(`(?:[,;:][”’'"]? (?:and |but |while |whereas |with |and, with |but, with |et |mais |tandis que |y |mientras que |pero )?| (?:and|while|et|tandis que|y|mientras que) )(?:[tT]he |[lL][ae] |[lL]es |[lL]['’]|[eE]l |[lL][oa]s )?(?:(?:contact|drafting|working) group )?`)

// subjects are the speaking subjects of a sentence, in order.
func (c Clauses) subjects(sent string) []Turn {
	out, end := c.first(sent)
	aside, accompanied := c.supporters(sent), false // "with GHANA asking"
	for _, m := range joint.FindAllStringIndex(sent, -1) {
		link := sent[m[0]:m[1]]
		if m[0] < end || aside[0] < m[0] && m[0] < aside[1] || link[0] == ' ' && endsInName(sent[:m[0]]) && (len(out) == 0 || !isShoutedName(link, sent[m[1]:])) {
			continue // "Jamaica and CZM underscored"
		}
		t, used, ok := c.linked(link, sent[m[0]:], len(out) > 0, accompanied)
		if !ok {
			t, used, ok = c.verbless(out, sent, m)
		}
		switch {
		case ok:
			t.At = afterLink(m[0], link)
			out = append(out, t)
			end = m[0] + used
			accompanied = accompanied || strings.Contains(link, " with ")
		case len(out) > 0 && strings.Contains(link, " with "): // "… and, with JAPAN and the US, said …"
			others, size := c.list(sent[m[1]:])
			last := &out[len(out)-1].Speaker
			last.JoinedBy = append(last.JoinedBy, others...)
			end = m[1] + size
		}
	}
	return out
}

// Clause parses a subject and its verb at the beginning of a text. After "with"
// the verb is a participle: "with CANADA proposing …".
func (c Clauses) Clause(text string, participle bool) (corpus.Speaker, int, bool) {
	supporters, start := c.supported(text)
	sp, used, ok := c.subject(text[start:])
	if !ok {
		return corpus.Speaker{}, 0, false
	}
	used += start
	rest := text[used:]
	others := andOthers.FindString(rest)
	if strings.HasSuffix(others, ",") { // "Peru and others, opposed by …"
		used, rest, others = used+len(others)-1, rest[len(others)-1:], ""
	}
	plain := ""
	if aside := Insertion(rest); others == "" && aside != "" && !saysBefore(rest, aside) {
		if c.aside(&sp, aside); sp.Name == "" && Alone(sp) {
			plain = text[:used] // "Ghana, as chair of the working group,"
		}
		if found := c.Names.Countries(aside); sp.Name != "" && sp.Country == "" && Alone(sp) && len(found) == 1 {
			sp.Country = found[0] // "…, Minister of the Environment, Peru, said"
		}
		used += len(strings.TrimRight(aside, ","))
		rest = rest[len(aside):]
	}
	sp.JoinedBy = append(sp.JoinedBy, supporters...)
	rest = withoutColon(rest[len(andOthers.FindString(rest)):])
	if others, n := c.companions(sp, rest); n > 0 && !participle {
		sp.JoinedBy = append(sp.JoinedBy, others...)
		used, rest = used+n, AfterInsertion(rest[n:])
	}
	if !c.says(sp, rest, participle) {
		return corpus.Speaker{}, 0, false
	}
	if sp.AsPrinted = strings.TrimRight(text[:used], " ,"); plain != "" && Alone(sp) {
		sp.AsPrinted = plain
	}
	return sp, used, true
}

// saysBefore says whether what looks like an insertion before a verb begins with one that
// reports speech, and ends before a word that only may be one: ", suggested retaining,
// references".
func saysBefore(rest, aside string) bool {
	return !company.MatchString(rest[1:]) && grammar.Reports(rest[2:]) && !grammar.Reports(rest[len(aside):])
}

// companions are other persons who speak with a person, and how much of the text they take: "Chair
// Ada Brook (Ghana), Ivo Hill (Malta), and SBI Chair Bo Ek (Norway)".
func (c Clauses) companions(sp corpus.Speaker, rest string) ([]string, int) {
	var others []string
	for end := 0; sp.Name != ""; {
		link := companionLink.FindString(rest[end:])
		if link == "" {
			break
		}
		from := end + len(link)
		other, n, ok := c.Officer(rest[from:])
		if !ok {
			other, n, ok = c.person(rest[from:])
		}
		if !ok || other.Name == "" {
			break
		}
		others, end = append(others, strings.TrimSpace(rest[from:from+n])), from+n
		if strings.Contains(link, "and") {
			return others, end
		}
	}
	return nil, 0
}

var companionLink = regexp.MustCompile(`^(?:,? and |, )`)

// andOthers are those whom a bulletin does not name.
var andOthers = regexp.MustCompile(`^,? (?:and|with) (?:a (?:number|few|majority) of )?(?:(?:several|many|numerous|various|some|other|most|all|(?:least[ -])?develop(?:ing|ed)|industriali[sz]ed|(?:non-)?Annex I|African|Asian|Latin American|European) )*(?:others?|[Pp]arties|countries|States|delegations|speakers|participants|members)\b,?`)

// subject parses who speaks: an officer, a person with an affiliation in
// parentheses, or delegations. The first delegation is the speaker, those that
// speak with it stand beside it. In prose a person has a form of address or an office.
func (c Clauses) subject(text string) (corpus.Speaker, int, bool) {
	if strings.HasPrefix(text, "As the ") {
		return corpus.Speaker{}, 0, false // no article in Portuguese
	}
	if c.Narrated {
		if o, ok := OfficeFirst(text, c.Names); ok && o.IsSetOff() {
			return o.Speaker, o.End, true
		}
	}
	if sp, used, ok := c.representing(text); ok {
		return sp, used, true
	}
	if c.Narrated && !c.States {
		return c.addressed(text)
	}
	if sp, used, ok := c.Officer(text); ok {
		return sp, used, true
	}
	start := len(leadArticle.FindString(text))
	sp, used, ok := c.party(text[start:])
	if !ok {
		if sp, used, ok := c.person(text); ok {
			return sp, used, ok
		}
		return c.surname(text)
	}
	used += start
	used += len(ownAcronym.FindString(text[used:]))
	return sp, used + c.joined(&sp, text[used:]), true
}

// addressed parses a person with a form of address or an office, or who has been named before.
func (c Clauses) addressed(text string) (corpus.Speaker, int, bool) {
	sp, used, ok := c.person(text)
	if o, named := Introduction(text, c.Names); !ok && named && o.Said && o.Clause && IsFullName(o) && grammar.StartsRole(o.Speaker.Role) {
		return o.Speaker, o.End, true
	}
	if !ok && c.Met != nil {
		p := grammar.NameOf(text)
		sp, used = corpus.Speaker{Name: p.Name, Honorific: p.Honorific}, p.End
		return sp, used, p.Parts > 0 && c.Met(sp) // newspapers leave the form of address out
	}
	return sp, used, ok && (sp.Honorific != "" || grammar.StartsRole(sp.Role) || sp.Organisation != "" && grammar.NamesParty(sp.Organisation, c.Names))
}

// Adverbial begins a sentence before its subject without a comma: "Then Mr. Brook thanked …".
var Adverbial = regexp.MustCompile(`^(?:Then|Next|Subsequently|Afterwards|Later|Finally|Lastly|Therefore),? `)

// leadArticle is the article of a party that is a subject.
var leadArticle = regexp.MustCompile(`^(?:The |L[ae] |Les |L['’]|El |L[oa]s |[AO]s? |l[ae] |les |l['’]|el |l[oa]s )`)

// ownAcronym is the acronym of a party behind its name.
var ownAcronym = regexp.MustCompile(`^ \(\p{Lu}[\p{L}/-]{1,11}\)`)
