package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// opening is a speaker at the beginning of a paragraph.
type opening struct {
	speaker corpus.Speaker
	parts   int  // words of the name, 0 when a delegation speaks
	said    bool // a verb that reports speech follows
	clause  bool // a role or an organisation stands beside the name
	parens  bool // it stands in parentheses
	end     int  // bytes of the paragraph that name the speaker

	surnamed bool // the surname alone is in capitals
	member   bool // the office of a member of parliament stands before the name
	speech   bool // it is told that this was said in a speech of the speaker's own
	quote    bool // the paragraph quotes what was said, and ends with it
}

// introduction parses a paragraph that begins with a person's name, then a role
// and an organisation in prose: "Ms. X, Officer of Y, said …", "X (Y) said …".
func introduction(text string, names Names) (opening, bool) {
	if o, ok := memberSpeaks(text, names); ok {
		return o, true
	}
	return introduced(text, names)
}

// introduced parses an introduction that a name begins.
func introduced(text string, names Names) (opening, bool) {
	p := nameOf(text)
	if p.parts == 0 {
		return opening{}, false
	}
	o := opening{parts: p.parts, end: p.end}
	o.speaker = corpus.Speaker{Name: p.name, Honorific: p.honorific}
	rest := text[p.end:]
	if m := bracketed.FindStringSubmatchIndex(rest); m != nil {
		affiliationOf(rest[m[2]:m[3]], names).merge(&o.speaker)
		o.end += m[1]
		rest, o.clause, o.parens = rest[m[1]:], true, true
	}
	o.readClause(rest, names)
	o.speaker.AsPrinted = strings.TrimSpace(text[:o.end])
	o.surnamed = surnamed(text[:p.end])
	o.said = o.said || o.clause && o.surnamed && runsOn(text[o.end:])
	return o, true
}

// surnamed says whether the surname of a person is set off in capitals: "Ada BROOK".
func surnamed(printed string) bool {
	last := lastWord(printed)
	return utf8.RuneCountInString(last) > 2 && describe.InCapitals(last) && !describe.InCapitals(printed)
}

// runLeast is how many words the shortest sentence takes that tells what somebody says.
const runLeast = 3

// runsOn says whether a sentence goes on in small letters behind a name, so that its verb
// is there although no list has it.
func runsOn(rest string) bool {
	rest = strings.TrimLeft(rest, ", \u00a0")
	return unicode.IsLower(firstRune(rest)) && countWords(rest, runLeast+1) > runLeast && endsSentence(rest)
}

// bracketed is an affiliation in parentheses after a name.
var bracketed = regexp.MustCompile(`^ ?[(\[](\p{Lu}|[^()\[\]]{2,120}(?:\([^()\[\]]{1,40}\)[^()\[\]]{0,60})?)[)\]]`)

// joints are what may stand between a name and its role.
var joints = regexp.MustCompile(`^(?:\s*[,–—|]\s*|\s+-\s+|\s+(?:of|from|representing|de|del|du|des|d['’])\s+(?:the |la |l['’]|los |el )?)`)

func (o *opening) readClause(rest string, names Names) {
	if strings.HasPrefix(strings.TrimLeft(rest, " "), ":") {
		o.said = true
		return
	}
	if reports(rest) && strings.HasPrefix(rest, " ") {
		o.said = true
		return
	}
	m := joints.FindString(rest)
	if m == "" {
		return
	}
	c := clauseOf(rest[len(m):])
	o.said = c.said || strings.HasPrefix(rest[len(m)+c.end:], ":")
	if c.end == 0 {
		return
	}
	o.clause = true
	body := rest[len(m) : len(m)+c.end]
	o.speech = ownSpeech.MatchString(body)
	if as := inQuality.FindStringIndex(body); as != nil {
		body = body[:as[0]]
	}
	affiliationOf(body, names).merge(&o.speaker)
	o.end += len(m) + c.end
}

// inQuality is as what somebody speaks whose office has been told: ", en su calidad de
// Presidente".
var inQuality = regexp.MustCompile(`, (?:in (?:his|her|its) capacity as|acting as|en su (?:calidad|carácter|condición) de|en (?:sa )?qualité de)\b`)

// officeFirst parses a paragraph that begins with an office, then its holder.
func officeFirst(text string, names Names) (opening, bool) {
	bare := stripArticle(text)
	bare = bare[len(articleElsewhere.FindString(bare)):]
	if !startsRole(bare[len(bodyLead.FindString(bare)):]) {
		return opening{}, false
	}
	for _, cut := range holders(text[:sentenceLength(text)]) {
		honorific, n := honorificOf(text[cut:])
		p := nameOf(text[cut:])
		rest := strings.TrimLeft(text[cut+p.end:], " ")
		named := opening{parts: p.parts, speaker: corpus.Speaker{Name: p.name}}
		if (n == 0 || honorific == "") && (!strings.HasPrefix(rest, ", ") && !heldBefore(rest) || !isFullName(named) || namesParty(p.name, names)) {
			continue
		}
		if told := strings.TrimLeft(forPart.ReplaceAllString(rest, ""), ", "); p.parts == 0 || !reports(told) && !clauseOf(told).said {
			return opening{}, false
		}
		o := opening{parts: p.parts, said: true, clause: true, end: cut + p.end}
		o.speaker = corpus.Speaker{Name: p.name, Honorific: p.honorific, AsPrinted: text[:cut+p.end]}
		stateBehind(rest, names).merge(&o.speaker)
		affiliationOf(stripArticle(text[:cut]), names).merge(&o.speaker)
		return o, true
	}
	return officeHolder(text, names)
}

// heldBefore says whether a verb that tells follows the name of a holder at once, or whom
// he stands in for.
func heldBefore(rest string) bool {
	return reports(rest) || strings.HasPrefix(rest, "representing ")
}

// holders are the places at which the holder of an office may be named that begins a text:
// behind a comma, or where a form of address stands.
func holders(text string) []int {
	at := commas(text, roleLimit/2)
	for _, m := range inlineForm.FindAllStringIndex(text[:min(len(text), roleLimit/2)], 2) {
		if !slices.Contains(at, m[0]+1) {
			at = append(at, m[0]+1)
		}
	}
	slices.Sort(at)
	return at
}

// inlineForm is a form of address within a sentence.
var inlineForm = regexp.MustCompile(` (?:Mr|Mrs|Ms|Dr|Prof|Amb|H\.E|Sr|Sra|Dra|Lic|Mme|Mlle|M)\. `)

// articleElsewhere is an article before an office in other languages.
var articleElsewhere = regexp.MustCompile(`^(?:Il|Lo|O|A|Der|Die|Het|De) `)

// stateBehind is what a person is of who is named behind an office: "The Chair, Mr. Brook
// (Ghana), said", "…, Ambassador Brook of Ghana, said".
func stateBehind(rest string, names Names) affiliation {
	if m := bracketed.FindStringSubmatch(rest); m != nil {
		return affiliationOf(m[1], names)
	}
	var a affiliation
	if of, ok := strings.CutPrefix(rest, "of "); ok {
		a.country, _ = names.Country(nameRun(stripArticle(of)))
	}
	return a
}

// bodyLead is the body that an office begins with: "United Nations High Commissioner for
// Refugees".
var bodyLead = regexp.MustCompile(`^(?:United Nations|World Bank|European Union|African Union|\p{Lu}{2,6}) `)

// headOffice is the office of who speaks for a State by the name alone.
var headOffice = regexp.MustCompile(`^(?:The |His Majesty |Her Majesty )?((?:(?:First|Second|Third|Deputy|Acting|Interim|Transitional) )*(?:Vice-)?(?:President|Prime Minister|Premier|Chancellor|Foreign Minister|King|Queen|Emir|Crown Prince|Prince)) `)

// headOfState parses an office with the name and the State behind it: "President Ada
// Brook of Ghana said".
func headOfState(text string, names Names) (opening, bool) {
	m := headOffice.FindStringSubmatchIndex(text)
	if m == nil {
		return opening{}, false
	}
	p := nameOf(text[m[1]:])
	at := m[1] + p.end
	tail, ok := strings.CutPrefix(text[at:], " of ")
	if !ok || p.parts == 0 || p.honorific != "" {
		return opening{}, false
	}
	state := nameRun(stripArticle(tail))
	code, ok := names.Country(state)
	end := len(text) - len(stripArticle(tail)) + len(state)
	if !ok || !clauseOf(text[end:]).said && !reports(text[end:]) {
		return opening{}, false
	}
	sp := corpus.Speaker{Name: p.name, Role: text[m[2]:m[3]], Country: code, AsPrinted: text[:end]}
	return opening{speaker: sp, parts: p.parts, said: true, clause: true, end: end}, true
}

// leader parses such an office, or "the President of Ghana, Ada Brook, said", within
// a sentence.
func leader(text string, names Names) (opening, bool) {
	if o, ok := headOfState(text, names); ok {
		return o, true
	}
	if stripArticle(text) == text || unicode.IsUpper(firstRune(text)) {
		return opening{}, false
	}
	o, ok := officeFirst(text, names)
	return o, ok && (o.speaker.Country != "" || o.speaker.Honorific != "")
}

// forPart turns from one speaker to another: ", por su parte,".
var forPart = regexp.MustCompile(`^, (?:for (?:his|her|its) part|por su (?:parte|lado)|pour sa part|de son côté),? `)

// officeHolder parses an office that runs into the name of its holder: "Minister of
// the Environment Ada Brook said". The last two words are the name.
func officeHolder(text string, names Names) (opening, bool) {
	c := clauseOf(text)
	words := strings.Fields(text[:c.end])
	if !c.said || len(words) < 3 || slices.ContainsFunc(words, func(w string) bool { return finite[w] }) || strings.ContainsAny(text[:c.end], ",()") || linkWords[words[len(words)-3]] {
		return opening{}, false
	}
	cut := strings.LastIndexByte(text[:c.end], ' ')
	cut = strings.LastIndexByte(text[:cut], ' ') + 1
	p := nameOf(text[cut:])
	if p.parts != 2 || !unicode.IsUpper(firstRune(text[cut:])) || cut+p.end != c.end || p.honorific != "" || bodies.MatchString(p.name) || startsRole(p.name) {
		return opening{}, false
	}
	_, state := names.Country(p.name)
	_, body := names.Organisation(p.name)
	o := opening{parts: p.parts, said: true, clause: true, end: c.end}
	o.speaker = corpus.Speaker{Name: p.name, AsPrinted: text[:c.end]}
	affiliationOf(stripArticle(text[:cut-1]), names).merge(&o.speaker)
	return o, !state && !body
}

// finite are words of a sentence that no office has.
var finite = wordSet(`was is were are has had while when who which that`)

// commas are the places after the commas in the first bytes of a text.
func commas(text string, limit int) []int {
	var at []int
	for i := 0; i+1 < len(text) && i < limit; i++ {
		switch {
		case text[i] == ',' && text[i+1] == ' ':
			at = append(at, i+2)
		case text[i] == ';' || text[i] == ':':
			return at
		}
	}
	return at
}

// delegate is somebody who is named by the State or body that is spoken for.
var delegate = regexp.MustCompile(`^(?i:(?:the|a|o|another|his|her|le|la|el|un|une|una|um|uma|los|les) ?|l['’])?(?i:(` + lists.Any("delegate") + `)) (?i:(?:of|from|for|del|des|du|de|do|da|dos|das) |d['’] ?)?(?i:(?:the|la|le|los|las|el) |l['’] ?)?`)

// spokenFor is what a State has that speaks for it, behind its name: "Ghana's
// representative".
var spokenFor = regexp.MustCompile(`^(?:['’]s?) ((?:[Pp]ermanent |[Dd]eputy )*(?:[Rr]epresentative|[Dd]elegate|[Dd]elegation|[Oo]bserver|[Ss]peaker|[Ss]pokesperson)|(?:Deputy |Vice |Prime |Foreign )*Minister(?: (?:of|for) (?:\p{Lu}[\pL-]+|and|of|for|the)(?: (?:\p{Lu}[\pL-]+|and|of|for|the)){0,6})?)\b`)

var (
	possessive = regexp.MustCompile(`['’]s?$`)
	ofTheirs   = regexp.MustCompile(`['’]s? \p{Lu}`)
)

// possessor parses the State or body before such words, and how much of the text
// they take.
func possessor(text string, names Names) (corpus.Speaker, int, bool) {
	text = strings.TrimRight(text, " \u00a0")
	start := len(text) - len(stripArticle(text))
	run := nameRun(text[start:])
	if own := ofTheirs.FindStringIndex(run); own != nil {
		run = run[:own[0]] // "Cuba's Vice Minister for Trade"
	}
	run = possessive.ReplaceAllString(run, "")
	m := spokenFor.FindStringSubmatchIndex(text[start+len(run):])
	if run == "" || m == nil {
		return corpus.Speaker{}, 0, false
	}
	end := start + len(run)
	sp := corpus.Speaker{Role: text[end+m[2] : end+m[3]], AsPrinted: text[:end+m[1]]}
	code, ok := names.Country(run)
	if !ok {
		code, ok = names.Organisation(run)
		sp.Organisation = run
	}
	sp.Country = code
	return sp, end + m[1], ok
}

// delegation parses "The representative of Morocco asked …".
func delegation(text string, names Names) (opening, bool) {
	if sp, used, ok := possessor(text, names); ok {
		c := clauseOf(text[used:])
		if b := behalfOf.FindStringIndex(text[used : used+c.end]); b != nil && c.said {
			sp.OnBehalfOf = groups(text[used+b[1] : used+c.end])
		}
		return opening{speaker: sp, said: true, clause: true, end: used}, c.said || reports(text[used:])
	}
	m := delegate.FindStringSubmatchIndex(text)
	if m == nil {
		return opening{}, false
	}
	c := clauseOf(text[m[1]:])
	if name := stateActing(text[m[1]:], names); name > 0 && (!c.said || c.end > name) {
		c = clause{end: name, said: true}
	}
	if !c.said {
		return opening{}, false
	}
	o := opening{said: true, clause: true, end: m[1] + c.end}
	o.speaker = corpus.Speaker{AsPrinted: strings.TrimSpace(text[:o.end]), Role: strings.ToLower(text[m[2]:m[3]])}
	return o, o.represents(text[m[1]:o.end], names)
}

// represents reads which State or body somebody is the representative of, and whom it
// speaks for. The clause stands behind the word for him.
func (o *opening) represents(clause string, names Names) bool {
	sp, body := &o.speaker, clause
	if b := behalfOf.FindStringIndex(body); b != nil {
		sp.OnBehalfOf = groups(body[b[1]:])
		body = body[:b[0]]
	}
	body = strings.Trim(body, " ,;–—")
	var ok bool
	if sp.Country, ok = names.Country(stripArticle(body)); ok {
		return true
	}
	state, aside, _ := strings.Cut(body, ", ") // "Mongolia, the main sponsor of the text"
	if sp.Country, ok = names.Country(stripArticle(state)); ok {
		if len(sp.OnBehalfOf) == 0 && !besides.MatchString(aside) {
			sp.AsPrinted = strings.TrimSpace(sp.AsPrinted[:len(sp.AsPrinted)-len(strings.TrimSpace(clause))] + clause[:strings.Index(clause, state)+len(state)])
		}
		return true
	}
	if !isBody(body, names) && !isNameOfBody(body) {
		return false
	}
	sp.Organisation = cleanBody(body)
	sp.Country = stateOf(sp.Organisation, names)
	return true
}

// stateActing is the length of the name of a State or body that a text begins with and any
// verb in the past follows: "South Africa associated itself with …".
func stateActing(text string, names Names) int {
	name := nameRun(text)
	if _, ok := names.Country(name); !ok && !isNameOfBody(name) {
		return 0
	}
	word, rest := firstWord(text[len(name):])
	if !strings.HasPrefix(text[len(name):], " ") || !isVerbPhrase(word, rest, true) {
		return 0
	}
	return len(name)
}

// setOff parses a paragraph that opens in bold: what is bold names the speaker,
// by person, State or organisation.
func setOff(b *read.Block, names Names) (opening, bool) {
	bold := b.LeadingBold()
	if bold == 0 || b.AllBold() && !ownLine(b.Text) {
		return opening{}, false
	}
	lead := strings.TrimRight(b.Text[:bold], " ,:–—-")
	if o, ok := introduction(b.Text, names); ok && isPersonal(o, lead, b.Text) {
		return o, true
	}
	o := opening{clause: true, end: len(lead)}
	o.speaker.AsPrinted = lead
	rest := strings.TrimLeft(b.Text[len(lead):], " ,–—-")
	o.said = strings.HasPrefix(rest, ":") || reports(rest)
	bare := stripArticle(lead)
	if code, ok := names.Country(bare); ok {
		o.speaker.Country = code
		return o, o.said
	}
	if country, ok := names.Organisation(bare); ok {
		o.speaker.Organisation, o.speaker.Country = bare, country
		return o, o.said
	}
	return opening{}, false
}

// isPersonal says whether what stands in bold is a person's name: by its form of
// address, or because what follows introduces a speaker.
func isPersonal(o opening, lead, text string) bool {
	if o.speaker.Honorific != "" {
		return o.said || o.clause || len(lead) < len(text)
	}
	named := len(o.speaker.Name) >= len(lead)-2 || strings.Contains(lead, ",") || strings.Contains(lead, "(")
	return o.parts >= 2 && named && o.clause && o.said && !bodies.MatchString(o.speaker.Name) && !startsRole(o.speaker.Name)
}

// ownLine says whether a bold line of its own names a speaker and no heading:
// it begins with a form of address.
func ownLine(text string) bool {
	honorific, _ := honorificOf(text)
	return honorific != ""
}

// isFullName says whether a name without a form of address can be a person's: two
// or more capitalised words and none that names a body or an office.
func isFullName(o opening) bool {
	if o.parts < 2 || bodies.MatchString(o.speaker.Name) || startsRole(o.speaker.Name) {
		return false
	}
	first, _, _ := strings.Cut(o.speaker.Name, " ")
	r, n := utf8.DecodeRuneInString(first)
	return unicode.IsUpper(r) && n < len(first) && !openers[strings.ToLower(first)]
}

// openers are capitalised words that open sentences and are no first names.
var openers = wordSet(`the a an this that these those in on at for with by from as during after before following several some many most
	all both other another each one two three four five participants delegates members member states speakers he she they it we i our
	his her their mr ms mrs dr prof however finally moreover furthermore regarding concerning according while when where if since although
	responding speaking regional national international united european african asian latin south north east west central
	le la les un une des ce cette ces en dans au aux pour par selon après avant lors el los las una este esta estos en por para según
	durante tras section session part annex table figure box`)
