package label

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

// chairDot is a chair's label that ends in a full stop: "M. le président. La parole
// est à …", "The SPEAKER pro tempore. The Clerk …".
var chairDot = regexp.MustCompile(`^(` + grammar.Lists.Any("chair-dot") + `)(?: \(([^()]{4,40})\))? ?\.(?: |$)`)

// officeDot is the label of a member of a French government, of a rapporteur, of voices from the
// benches, or of an officer of an American house: "M. le ministre. Je remercie …", "The CLERK. On …".
var officeDot = regexp.MustCompile(`^(` + grammar.Lists.Any("officer-dot") + `|(?:M\. le|Mme la|M\. l['’]|Mme l['’]) ?` + grammar.Lists.Any("office-dot") + `(?: (?:déléguée?|générale?|spéciale?|d['’]|de|du|des|pour|chargé)[^.!?:]{0,80})?|(?:Le|La) (?:[Rr]apporteure?|[Cc]ommissaire)(?: de (?:la )?(?:majorité|minorité))?|(?:VOC[EI]|Voc[ei]|Una voce|Alcune voci)(?: (?i:da[il]|dall[ao]|dalle|dagli|del|della) [^.!?:]{2,60})?|(?:Plusieurs|Quelques|De nombreux|Un|Une|Des|Voix) (?:députée?s?|sénateurs?|sénatrices?|voix|membres?|orateurs?|diverses|sur les bancs|au centre|à (?:droite|gauche))(?: (?:du|des|sur|de|à|d['’])[^.!?:]{0,60})?)\.`)

// constituency tells two members of one surname apart: "Ms. BROOK of Ohio".
var constituency = regexp.MustCompile(`^ of \p{Lu}\pL+(?: \p{Lu}\pL+)?`)

// dashLead stands before the labels of some stenographers.
var dashLead = regexp.MustCompile(`^[-–—] +`)

// stopDashed parses a label that ends in a full stop and a dash.
func stopDashed(text, limit string, names grammar.Names) Label {
	if !mayBeDashed(limit) || ToAll.MatchString(limit) {
		return Label{}
	}
	d := dashLabel.FindStringSubmatchIndex(limit)
	if d == nil || spans.MatchString(text[:d[3]]) || abbreviated[grammar.LastWord(text[:d[3]])] {
		return Label{} // "Präsident Dipl.-Ing. Lampe:"
	}
	l := Parse(text[:d[3]], names, true)
	l.End, l.Alone, l.Closed = d[1], d[1] == len(text), true
	if last, size := utf8.DecodeLastRuneInString(text[:d[1]]); unicode.IsUpper(last) || last == '¡' || last == '¿' {
		if l.End -= size; !l.IsSure() {
			return Label{} // no space behind the dash
		}
	}
	if l.isOfCover(text) {
		return Label{} // "Président. – M. Brook (Gabon)"
	}
	return l
}

// dotted parses a label that ends in a full stop, as the records of some
// parliaments print them: a form of address, a name and perhaps an office, alone
// before the sentence that is said.
func dotted(text string, names grammar.Names) Label {
	if m := chairDot.FindStringSubmatchIndex(text); m != nil {
		l := Label{Style: Formal, Dot: true, End: m[1], Alone: m[1] == len(text)}
		l.Speaker = corpus.Speaker{AsPrinted: text[m[2]:m[3]], Name: grammar.OfficeName(text[m[2]:m[3]]), Presiding: true}
		if m[4] > 0 {
			l.Speaker.AsPrinted = text[m[2] : m[5]+1]
			l.holdsNow(text[m[4]:m[5]], names)
		}
		return l
	}
	if m := officeDot.FindStringSubmatchIndex(text); m != nil && (opensSentence(text[m[3]:]) || crowd.MatchString(text[:m[3]]) && opensNumber(text[m[3]:])) {
		l := Label{Style: Formal, Dot: true, End: m[3] + 1, Alone: m[3]+1 == len(text)}
		l.Speaker = corpus.Speaker{AsPrinted: text[:m[3]]}
		if !crowd.MatchString(text[:m[3]]) {
			l.Speaker.Name, l.Speaker.Role = grammar.OfficeName(text[:m[3]]), grammar.StripArticle(text[:m[3]])
		}
		return l
	}
	if l, ok := namedChair(text); ok {
		return l
	}
	if voice, said, found := strings.Cut(text, ". "); found && crowd.MatchString(voice) && (opensSentence(". "+said) || opensNumber(". "+said)) {
		return Label{Style: Formal, Dot: true, End: len(voice) + 1, Speaker: corpus.Speaker{AsPrinted: voice}}
	}
	first, _, _ := strings.Cut(text, " ")
	if !grammar.HasHonorific(text) && !describe.InCapitals(first) {
		return Label{}
	}
	return dottedName(text, names)
}

// holdsNow reads who has the chair, as parentheses say behind its title: "(Mr. BROOK of Ohio)".
func (l *Label) holdsNow(holder string, names grammar.Names) {
	p := grammar.NameOf(holder)
	of := constituency.FindString(holder[p.End:])
	l.InParens(strings.TrimSuffix(holder, of), names)
	if p.Parts > 0 {
		l.Speaker.Name += of
	}
}

// dottedName parses a form of address and a name, or a name in capitals and what
// tells its bearer from others, before the full stop of a label.
func dottedName(text string, names grammar.Names) Label {
	p := grammar.NameOf(text)
	first := grammar.WordAt(text)
	shouted := describe.InCapitals(text[:p.End]) || describe.InCapitals(grammar.LastWord(text[:p.End])) || grammar.IsShoutedWord(first)
	if p.Parts == 0 || grammar.StartsRole(p.Name) && !shouted || IsChair(text[:p.End]) {
		return Label{}
	}
	end := p.End + len(constituency.FindString(text[p.End:]))
	if abbreviated[grammar.LastWord(text[:end])] {
		return Label{} // "Deputy Brook of St. Kavie"
	}
	l := Label{Style: Formal, Dot: true, Speaker: corpus.Speaker{Name: p.Name, Honorific: p.Honorific}}
	if given := strings.TrimLeft(text[len(first):max(p.End, len(first))], " "); p.Honorific == "" && grammar.IsShoutedWord(first) && given != "" && !grammar.HasCapitals(given) {
		l.Speaker.Name = given + " " + grammar.NormalName([]string{first}) // "BROOK Ada (XY)."
	}
	end = l.behindName(text, end, names)
	if p.Honorific == "" && end == p.End && p.Parts > 1 && describe.InCapitals(text[:p.End]) && !grammar.IsShoutedWord(grammar.WordAt(strings.TrimLeft(text[end:], ". "))) {
		l.Style, l.Upper = Plain, true // "ADA BROOK. Grazie"
	} else if p.Honorific == "" && (!shouted || end == p.End) {
		return Label{}
	}
	l.Upper = l.Upper || p.Honorific == "" && p.Parts > 1 && describe.InCapitals(text[:p.End])
	if !opensSentence(text[end:]) {
		return Label{}
	}
	l.Speaker.AsPrinted = text[:end]
	l.End = end + 1
	l.Dot = !spoke.MatchString(strings.TrimLeft(text[p.End:end], " [(")) // "Mr. BROOK [continuing].", also where others end in a colon
	return l
}

// behindName reads what stands between a name that ends at a byte and the full stop: a
// seat or a party in parentheses, and an office.
func (l *Label) behindName(text string, end int, names grammar.Names) int {
	if m := opening.Bracketed.FindStringSubmatchIndex(text[end:]); m != nil {
		l.InParens(text[end+m[2]:end+m[3]], names)
		end += m[1]
	}
	if m := withAnother.FindStringSubmatch(text[end:]); m != nil && isOnlyName(m[1]) {
		l.Speaker.JoinedBy = append(l.Speaker.JoinedBy, grammar.NameOf(m[1]).Name)
		end += len(m[0])
	}
	if role, ok := roleBeforeDot(text[end:]); ok {
		grammar.AffiliationOf(role, names).Merge(&l.Speaker)
		end += len(role)
	}
	return end
}

// withAnother is a second member who says the same: "ADA BROOK (XY) e LUIGI FARO (XY)."
var withAnother = regexp.MustCompile(`^ (?:e|et|y|und) (\p{Lu}[^().,;:]{4,60}) \([^()]{1,40}\)`)

// abbreviated are words whose full stop closes no label.
var abbreviated = grammar.Lists.Set("abbreviated")

// namedOffice is an office before its holder's name: "Mme la présidente X. Nous …".
var namedOffice = regexp.MustCompile(`^(?:M\. le|Mme la) ((?:vice-|co-)?(?:pr[ée]sidente?|rapporteure?|ministre)) `)

// namedChair parses such a label.
func namedChair(text string) (Label, bool) {
	m := namedOffice.FindStringSubmatchIndex(text)
	if m == nil {
		return Label{}, false
	}
	p := grammar.NameOf(text[m[1]:])
	end := m[1] + p.End
	if p.Parts == 0 || !opensSentence(text[end:]) {
		return Label{}, false
	}
	role := text[m[2]:m[3]]
	l := Label{Style: Formal, Dot: true, End: end + 1}
	l.Speaker = corpus.Speaker{AsPrinted: text[:end], Name: p.Name, Honorific: text[:strings.IndexByte(text, ' ')], Role: role, Presiding: PresidingOffice.MatchString(role)}
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

// opensNumber says whether a number stands behind the full stop, which voices from the benches
// call out: "Des voix. 21 h !"
func opensNumber(rest string) bool {
	return len(rest) > 2 && rest[:2] == ". " && unicode.IsDigit(rune(rest[2]))
}

// officeLimit is the length in bytes of the longest office in a label.
const officeLimit = 320

// roleBeforeDot is an office between a name and the full stop of a label.
func roleBeforeDot(rest string) (string, bool) {
	if !strings.HasPrefix(rest, ", ") || !grammar.StartsRole(grammar.StripArticle(rest[2:])) {
		return "", false
	}
	return beforeDot(rest)
}

// beforeDot is what stands before the full stop that closes a label.
func beforeDot(rest string) (string, bool) {
	for i := 2; i < len(rest) && i < officeLimit && rest[i] != ';'; i++ {
		if rest[i] == '.' && !abbreviated[grammar.LastWord(rest[:i])] && (grammar.SentenceEnds(rest, i, '.') || strings.HasPrefix(rest[i+1:], " …")) {
			return rest[:i], !ReportsWithin(rest[:i])
		}
	}
	return "", false
}

// ReportsWithin says whether a verb stands in what should be an office: then it is
// a sentence.
func ReportsWithin(text string) bool { return grammar.ClauseOf(strings.TrimPrefix(text, ", ")).Said }
