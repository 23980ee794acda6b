package opening

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// OfficeFirst parses a paragraph that begins with an office, then its holder.
func OfficeFirst(text string, names grammar.Names) (Opening, bool) {
	if _, n := grammar.HonorificOf(text); n > 0 && grammar.StartsRole(text[n:]) && !grammar.HasHonorific(text[n:]) {
		o, ok := OfficeFirst(text[n:], names) // "Sr. Presidente de Ghana, Ada Brook, dijo"
		o.End += n
		return o, ok
	}
	bare := grammar.StripArticle(text)
	bare = bare[len(articleElsewhere.FindString(bare)):]
	if !grammar.StartsRole(bare[len(BodyLead.FindString(bare)):]) && grammar.StateOfAdjective(bare, names) == "" && !isTitle(bare) {
		o, ok := officeHolder(text, names)
		return o, ok && unicode.IsUpper(grammar.FirstRune(bare))
	}
	return heldOffice(text, names)
}

// isTitle says whether a capitalised text has the noun of an office before its first comma: "Harbour Zonal
// Commander in Lamport, Mrs. Brook, said".
func isTitle(text string) bool {
	head, _, apart := strings.Cut(corpus.Head(text, grammar.NameLimit/2), ", ")
	return apart && unicode.IsUpper(grammar.FirstRune(text)) && slices.ContainsFunc(strings.Fields(head), grammar.StartsRole)
}

// heldOffice parses an office that a text begins with.
func heldOffice(text string, names grammar.Names) (Opening, bool) {
	for _, cut := range Holders(text[:SentenceLength(text)]) {
		honorific, n := grammar.HonorificOf(text[cut:])
		p := grammar.NameOf(text[cut:])
		rest := strings.TrimLeft(text[cut+p.End:], " ")
		bracketed := len(Bracketed.FindString(text[cut+p.End:])) + ofState(text[cut+p.End:], names)
		behind := strings.TrimLeft(text[cut+p.End+bracketed:], " ")
		named := Opening{Parts: p.Parts, Speaker: corpus.Speaker{Name: p.Name}}
		if (n == 0 || honorific == "") && (!strings.HasPrefix(behind, ", ") && !heldBefore(behind) || !IsFullName(named) || grammar.NamesParty(p.Name, names)) {
			continue
		}
		if told := strings.TrimLeft(behind, ", "); p.Parts == 0 || !grammar.Reports(told) && !grammar.ClauseOf(told).Said {
			return Opening{}, false
		}
		o := Opening{Parts: p.Parts, Said: true, Clause: true, End: cut + p.End + bracketed}
		o.Speaker = corpus.Speaker{Name: p.Name, Honorific: p.Honorific, AsPrinted: text[:cut+p.End]}
		stateBehind(rest, names).Merge(&o.Speaker)
		grammar.AffiliationOf(grammar.StripArticle(text[:cut]), names).Merge(&o.Speaker)
		return o, true
	}
	return officeHolder(text, names)
}

// IsSetOff says whether a person behind an office has a form of address, a comma before the name, or the
// State or body beside it.
func (o Opening) IsSetOff() bool {
	return o.Speaker.Honorific != "" || o.Speaker.Country != "" || o.Speaker.Organisation != "" || strings.Contains(o.Speaker.AsPrinted, ", ")
}

// heldBefore says whether a verb that tells follows the name of a holder at once, or whom
// he stands in for.
func heldBefore(rest string) bool {
	return grammar.Reports(rest) || strings.HasPrefix(rest, "representing ")
}

// Holders are the places at which the holder of an office may be named that begins a text:
// behind a comma, or where a form of address stands.
func Holders(text string) []int {
	at := Commas(text, grammar.RoleLimit/2)
	for _, m := range inlineForm.FindAllStringIndex(text[:min(len(text), grammar.RoleLimit/2)], 2) {
		if !slices.Contains(at, m[0]+1) {
			at = append(at, m[0]+1)
		}
	}
	slices.Sort(at)
	return at
}

// inlineForm is a form of address within a sentence.
var inlineForm = regexp.MustCompile(` (?:(?:Mr|Mrs|Ms|Dr|Prof|Amb|H\.E|Sr|Sra|Dra|Lic|Mme|Mlle|M)\.|Mr|Mrs|Ms|Dr|Mme|Monsieur|Madame|Ambassador|Embajador[a]?|Ambassad(?:eur|rice)) `)

// articleElsewhere is an article before an office in other languages.
var articleElsewhere = regexp.MustCompile(`^(?:Il|Lo|O|A|Der|Die|Het|De) `)

// stateBehind is what a person is of who is named behind an office: "The Chair, Mr. Brook
// (Ghana), said", "…, Ambassador Brook of Ghana, said".
func stateBehind(rest string, names grammar.Names) grammar.Affiliation {
	if m := Bracketed.FindStringSubmatch(rest); m != nil {
		return grammar.AffiliationOf(m[1], names)
	}
	var a grammar.Affiliation
	if of, ok := strings.CutPrefix(rest, "of "); ok {
		a.Country, _ = names.Country(grammar.NameRun(grammar.StripArticle(of)))
	}
	return a
}

// ofState is the length of the State that stands behind a name and before a comma: " of Ghana, said".
func ofState(rest string, names grammar.Names) int {
	of, ok := strings.CutPrefix(rest, " of ")
	run := grammar.NameRun(grammar.StripArticle(of))
	at := strings.Index(rest, run) + len(run)
	if _, known := names.Country(run); !ok || !known || !strings.HasPrefix(rest[at:], ", ") {
		return 0
	}
	return at
}

// BodyLead is the body that an office begins with: "United Nations High Commissioner for
// Refugees", "Committee’s outgoing Chairman".
var BodyLead = regexp.MustCompile(`^(?:United Nations|World Bank|European Union|African Union|Committee|Council|Commission|Assembly|Board|Conference|\p{Lu}{2,10})(?:['’]s)? (?:outgoing |incoming |new |newly elected )?`)

// headOffice is the office of who speaks for a State by the name alone, and ofRealm leads to the
// State behind the name.
var (
	headOffice = regexp.MustCompile(`^(?:The |His Majesty |Her Majesty |Le |La |El )?(` + grammar.Lists.Any("head-office") + `) `)
	ofRealm    = regexp.MustCompile(` (?:of|du|de la|de l['’]|des|del|de los|de las|de|d['’])(?: the )? ?\p{Lu}`)
)

// realmLimit is how many bytes may name the head of a State.
const realmLimit = 60

// HeadOfState parses an office with the name and the State behind it: "President Ada
// Brook of Ghana said".
func HeadOfState(text string, names grammar.Names) (Opening, bool) {
	m := headOffice.FindStringSubmatchIndex(text)
	if m == nil {
		return Opening{}, false
	}
	for _, of := range ofRealm.FindAllStringIndex(corpus.Head(text[m[1]:], realmLimit), -1) {
		name, _ := utf8.DecodeLastRuneInString(text[:m[1]+of[1]])
		at, realm := m[1]+of[0], m[1]+of[1]-utf8.RuneLen(name)
		p := grammar.NameOf(text[m[1]:at])
		state := grammar.NameRun(text[realm:])
		end := realm + len(state)
		code, ok := names.Country(state)
		if !ok || p.Parts == 0 || p.End < at-m[1] || p.Honorific != "" || !grammar.ClauseOf(text[end:]).Said && !grammar.Reports(text[end:]) {
			continue
		}
		sp := corpus.Speaker{Name: p.Name, Role: text[m[2]:m[3]], Country: code, AsPrinted: text[:end]}
		return Opening{Speaker: sp, Parts: p.Parts, Said: true, Clause: true, End: end}, true
	}
	return Opening{}, false
}

// Leader parses such an office, or "the President of Ghana, Ada Brook, said", within
// a sentence.
func Leader(text string, names grammar.Names) (Opening, bool) {
	if o, ok := HeadOfState(text, names); ok {
		return o, true
	}
	if grammar.StripArticle(text) == text || unicode.IsUpper(grammar.FirstRune(text)) {
		return Opening{}, false
	}
	o, ok := OfficeFirst(text, names)
	return o, ok && (o.Speaker.Country != "" || o.Speaker.Honorific != "")
}

// officeHolder parses an office that runs into the name of its holder, with what it is of before it
// or behind: "Minister of the Environment Ada Brook said", "IOM Head of Office Ada Luz Brook, who …".
func officeHolder(text string, names grammar.Names) (Opening, bool) {
	c := grammar.ClauseOf(text)
	if !c.Said || strings.ContainsAny(text[:c.End], "()") {
		return Opening{}, false
	}
	named, aside, _ := strings.Cut(text[:c.End], ", ")
	named, from, _ := strings.Cut(named, " from ") // "Head of Ports Ada Brook from the Ministry of Ports said"
	named = perfect.ReplaceAllString(named, "")
	cut := holderAt(named, names)
	if cut == 0 && unicode.IsUpper(grammar.FirstRune(aside)) {
		named, aside = perfect.ReplaceAllString(text[:c.End], ""), ""
		cut = holderAt(named, names) // "Minister of Ports, Lamps and Horns Ada Brook said"
	}
	if cut == 0 {
		return Opening{}, false
	}
	p := grammar.NameOf(named[cut:])
	o := Opening{Parts: p.Parts, Said: true, Clause: true, End: len(named)}
	if aside == "" && from != "" {
		o.End = c.End
	}
	o.Speaker = corpus.Speaker{Name: p.Name, AsPrinted: text[:o.End]}
	officeOf(strings.TrimSpace(grammar.StripArticle(named[:cut])), names).Merge(&o.Speaker)
	if from != "" {
		grammar.AffiliationOf(grammar.StripArticle(from), names).Merge(&o.Speaker)
	}
	return o, true
}

// perfect is the auxiliary between a name and the verb: "Ada Brook has stressed".
var perfect = regexp.MustCompile(` (?:has|have|had)(?: also)?$`)

// titled is an office of up to three words, with the body that has it, before a surname.
var titled = regexp.MustCompile(`^(?:(?:The|Le|La|El) )?(?:\p{Lu}[\p{L}’'-]* ){0,2}?(?i:` + grammar.Lists.Any("role-noun") + `)(?:[ -](?:[Gg]eneral|[Ee]xecutive))? (\p{Lu}[\p{L}\p{M}’'-]+)( |, )`)

// Titled parses the office and the surname of somebody who has been named before: "Minister Brook
// stressed …".
func Titled(text string) (Opening, bool) {
	m := titled.FindStringSubmatchIndex(text)
	if m == nil || grammar.StartsRole(text[m[2]:m[3]]) || !grammar.Reports(AfterInsertion(text[m[3]:])) {
		return Opening{}, false
	}
	sp := corpus.Speaker{Name: text[m[2]:m[3]], AsPrinted: text[:m[3]]}
	return Opening{Speaker: sp, Parts: 1, Said: true, End: m[3]}, true
}

// longestName is how many words the name of a holder has.
const longestName = 4

// holderAt is the byte at which the name of the holder begins that a text ends with, 0 where none
// does: the words behind the noun of the office, or the last two where these tell what it is of.
func holderAt(named string, names grammar.Names) int {
	words := strings.Fields(named)
	office := officeWord(words)
	if office < 0 {
		return 0
	}
	first := len(words)
	for first > office+1 && unicode.IsUpper(grammar.FirstRune(words[first-1])) {
		first--
	}
	if size := len(words) - first; first > office+1 && grammar.LinkWords[words[first-1]] || size > longestName {
		first += ofParty(words[first:], names)
	}
	name := strings.Join(words[first:], " ")
	cut := len(named) - len(name)
	if cut <= 0 || named[cut:] != name || grammar.LinkWords[words[first-1]] || !isHolder(name, len(words)-first, names) {
		return 0
	}
	return cut
}

// officeWord is the index of the last noun of an office before the last two words, -1 where there is
// none or a sentence has begun.
func officeWord(words []string) int {
	office := -1
	for i, w := range words {
		if finite[w] || i == 0 && Openers[strings.ToLower(w)] && !describe.InCapitals(w) && grammar.Article.FindString(w+" ") == "" {
			return -1
		}
		if i < len(words)-2 && grammar.StartsRole(w) {
			office = i
		}
	}
	return office
}

// ofParty is how many of the words behind an office tell what it is of, before the name: those of a State
// or a body, or all but the last two. "Director of Ports Ada Brook", "President of Ghana Ada Luz Brook".
func ofParty(words []string, names grammar.Names) int {
	of := max(0, len(words)-2)
	for k := of; k > 0; k-- {
		if grammar.NamesParty(strings.Join(words[:k], " "), names) {
			return k
		}
	}
	return of
}

// isHolder says whether a text of so many words is a person's full name and nothing else.
func isHolder(name string, size int, names grammar.Names) bool {
	p := grammar.NameOf(name)
	whole := p.Parts == size && p.End == len(name) && p.Honorific == "" && size > 1
	return whole && !grammar.NamesParty(name, names) && !grammar.Bodies.MatchString(name) && !grammar.IsRole(name)
}

// officeOf reads an office that a body, a State or its adjective may stand before.
func officeOf(office string, names grammar.Names) grammar.Affiliation {
	if grammar.StartsRole(office) || strings.ContainsAny(office, "'’") {
		return grammar.AffiliationOf(office, names)
	}
	for at := strings.LastIndexByte(office, ' '); at > 0; at = strings.LastIndexByte(office[:at], ' ') {
		a := grammar.Affiliation{Role: office[at+1:]}
		if of := ofOffice.FindStringIndex(a.Role); of != nil {
			a.Role = a.Role[of[0]+1:] // "IOM Lamport Head of Office"
		}
		if code, ok := names.Country(office[:at]); ok {
			a.Country = code
			return a
		}
		if found := names.Countries(office[:at]); len(found) == 1 && !strings.Contains(office[:at], " ") {
			a.Country = found[0] // the adjective
			return a
		}
		if code, ok := names.Organisation(office[:at]); ok {
			a.Organisation, a.Country = office[:at], code
			return a
		}
	}
	return grammar.AffiliationOf(office, names)
}

// ofOffice is a noun of an office with what it is of, behind other words.
var ofOffice = regexp.MustCompile(` \p{Lu}\pL+ of `)

// finite are words of a sentence that no office has.
var finite = grammar.WordSet(`was is were are has had while when who which that`)
