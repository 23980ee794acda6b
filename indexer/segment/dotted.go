package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
)

// chairDot is a chair's label that ends in a full stop: "M. le président. La parole
// est à …", "The SPEAKER pro tempore. The Clerk …".
var chairDot = regexp.MustCompile(`^(` + lists.Any("chair-dot") + `)\.(?: |$)`)

// officeDot is the label of a member of a French government, of a rapporteur or of
// voices from the benches: "M. le ministre. Je remercie …".
var officeDot = regexp.MustCompile(`^((?:M\. le|Mme la|M\. l['’]|Mme l['’]) ?` + lists.Any("office-dot") + `(?: (?:déléguée?|générale?|spéciale?|d['’]|de|du|des|pour|chargé)[^.!?:]{0,80})?|(?:VOC[EI]|Voc[ei]|Una voce|Alcune voci)(?: (?i:da[il]|dall[ao]|dalle|dagli|del|della) [^.!?:]{2,60})?|(?:Plusieurs|Quelques|De nombreux|Un|Une|Voix) (?:députée?s?|sénateurs?|sénatrices?|voix|membres?|orateurs?|diverses|sur les bancs|au centre|à (?:droite|gauche))(?: (?:du|des|sur|de|à|d['’])[^.!?:]{0,60})?)\.`)

// constituency tells two members of one surname apart: "Ms. BROOK of Ohio".
var constituency = regexp.MustCompile(`^ of \p{Lu}\pL+(?: \p{Lu}\pL+)?`)

// dashLead stands before the labels of some stenographers, which are in capitals.
var dashLead = regexp.MustCompile(`^[-–—] +`)

// afterDash parses such a label.
func afterDash(text string, lead int, names Names) label {
	l := labelOf(text[lead:], names)
	l.end += lead
	if !isShoutedWord(l.speaker.AsPrinted) {
		return label{}
	}
	return l
}

// stopDashed parses a label that ends in a full stop and a dash.
func stopDashed(text, limit string, names Names) label {
	if !mayBeDashed(limit) || toAll.MatchString(limit) {
		return label{}
	}
	d := dashLabel.FindStringSubmatchIndex(limit)
	if d == nil || spans.MatchString(text[:d[3]]) {
		return label{}
	}
	l := parseLabel(text[:d[3]], names, true)
	l.end, l.alone, l.closed = d[1], d[1] == len(text), true
	if l.isBareChair() && isCast(text[d[1]:]) {
		return label{}
	}
	return l
}

// dotted parses a label that ends in a full stop, as the records of some
// parliaments print them: a form of address, a name and perhaps an office, alone
// before the sentence that is said.
func dotted(text string, names Names) label {
	if m := chairDot.FindStringSubmatchIndex(text); m != nil {
		l := label{style: formalLabel, dot: true, end: m[1], alone: m[1] == len(text)}
		l.speaker = corpus.Speaker{AsPrinted: text[m[2]:m[3]], Name: officeName(text[m[2]:m[3]]), Presiding: true}
		return l
	}
	if m := officeDot.FindStringSubmatchIndex(text); m != nil && opensSentence(text[m[3]:]) {
		l := label{style: formalLabel, dot: true, end: m[3] + 1, alone: m[3]+1 == len(text)}
		l.speaker = corpus.Speaker{AsPrinted: text[:m[3]], Name: text[:m[3]], Role: stripArticle(text[:m[3]])}
		return l
	}
	if l, ok := namedChair(text); ok {
		return l
	}
	first, _, _ := strings.Cut(text, " ")
	if !hasHonorific(text) && !describe.InCapitals(first) {
		return label{}
	}
	return dottedName(text, names)
}

// dottedName parses a form of address and a name, or a name in capitals and what
// tells its bearer from others, before the full stop of a label.
func dottedName(text string, names Names) label {
	p := nameOf(text)
	first := wordAt(text)
	shouted := describe.InCapitals(text[:p.end]) || describe.InCapitals(lastWord(text[:p.end])) || isShoutedWord(first)
	if p.parts == 0 || startsRole(p.name) && !shouted || isChair(text[:p.end]) {
		return label{}
	}
	end := p.end + len(constituency.FindString(text[p.end:]))
	if abbreviated[lastWord(text[:end])] {
		return label{} // "Deputy Brook of St. Kavie"
	}
	l := label{style: formalLabel, dot: true, speaker: corpus.Speaker{Name: p.name, Honorific: p.honorific}}
	if given := strings.TrimLeft(text[len(first):max(p.end, len(first))], " "); p.honorific == "" && isShoutedWord(first) && given != "" && !hasCapitals(given) {
		l.speaker.Name = given + " " + normalName([]string{first}) // "BROOK Ada (XY)."
	}
	end = l.behindName(text, end, names)
	if p.honorific == "" && end == p.end && p.parts > 1 && describe.InCapitals(text[:p.end]) && !isShoutedWord(wordAt(strings.TrimLeft(text[end:], ". "))) {
		l.style, l.upper = plainLabel, true // "ADA BROOK. Grazie"
	} else if p.honorific == "" && (!shouted || end == p.end) {
		return label{}
	}
	if !opensSentence(text[end:]) {
		return label{}
	}
	l.speaker.AsPrinted = text[:end]
	l.end = end + 1
	return l
}

// behindName reads what stands between a name that ends at a byte and the full stop: a
// seat or a party in parentheses, and an office.
func (l *label) behindName(text string, end int, names Names) int {
	if m := bracketed.FindStringSubmatchIndex(text[end:]); m != nil {
		l.inParens(text[end+m[2]:end+m[3]], names)
		end += m[1]
	} else if m := partyLetter.FindStringSubmatchIndex(text[end:]); m != nil {
		affiliation{organisation: text[end+m[2] : end+m[3]]}.merge(&l.speaker)
		end += m[1]
	}
	if role, ok := roleBeforeDot(text[end:]); ok {
		affiliationOf(role, names).merge(&l.speaker)
		end += len(role)
	}
	return end
}

// partyLetter is a party that has one letter, as in Geneva: "M. Brook (L)."
var partyLetter = regexp.MustCompile(`^ \((\p{Lu})\)`)

// abbreviated are words whose full stop closes no label.
var abbreviated = wordSet(`St Mag MMag Dr DDr Ing Dipl-Ing Prof Univ-Prof`)

// namedOffice is an office before its holder's name: "Mme la présidente X. Nous …".
var namedOffice = regexp.MustCompile(`^(?:M\. le|Mme la) ((?:vice-|co-)?(?:pr[ée]sidente?|rapporteure?|ministre)) `)

// namedChair parses such a label.
func namedChair(text string) (label, bool) {
	m := namedOffice.FindStringSubmatchIndex(text)
	if m == nil {
		return label{}, false
	}
	p := nameOf(text[m[1]:])
	end := m[1] + p.end
	if p.parts == 0 || !opensSentence(text[end:]) {
		return label{}, false
	}
	role := text[m[2]:m[3]]
	l := label{style: formalLabel, dot: true, end: end + 1}
	l.speaker = corpus.Speaker{AsPrinted: text[:end], Name: p.name, Honorific: text[:strings.IndexByte(text, ' ')], Role: role, Presiding: presidingOffice.MatchString(role)}
	return l, true
}

// opensSentence says whether a full stop closes a label here and a sentence
// begins.
func opensSentence(rest string) bool {
	after, ok := strings.CutPrefix(rest, ".")
	if !ok {
		return false
	}
	trimmed := strings.TrimLeft(after, " \u00a0–—-«“\"")
	r, _ := utf8.DecodeRuneInString(trimmed)
	return len(trimmed) < len(after) && (unicode.IsUpper(r) || r == '(' || r == '…') // "M. X. … un texte"
}

// officeLimit is the length in bytes of the longest office in a label.
const officeLimit = 320

// roleBeforeDot is an office between a name and the full stop of a label.
func roleBeforeDot(rest string) (string, bool) {
	if !strings.HasPrefix(rest, ", ") || !startsRole(stripArticle(rest[2:])) {
		return "", false
	}
	for i := 2; i < len(rest) && i < officeLimit && rest[i] != ';'; i++ {
		if rest[i] == '.' && (sentenceEnds(rest, i, '.') || strings.HasPrefix(rest[i+1:], " …")) {
			return rest[:i], !reportsWithin(rest[:i])
		}
	}
	return "", false
}

// reportsWithin says whether a verb stands in what should be an office: then it is
// a sentence.
func reportsWithin(text string) bool { return clauseOf(strings.TrimPrefix(text, ", ")).said }
