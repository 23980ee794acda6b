package opening

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// Opening is a speaker at the beginning of a paragraph.
type Opening struct {
	Speaker corpus.Speaker
	Parts   int  // words of the name, 0 when a delegation speaks
	Said    bool // a verb that reports speech follows
	Clause  bool // a role or an organisation stands beside the name
	Parens  bool // it stands in parentheses
	End     int  // bytes of the paragraph that name the speaker

	Surnamed bool // the surname alone is in capitals
	Member   bool // the office of a member of parliament stands before the name
	Speech   bool // it is told that this was said in a speech of the speaker's own
	Quote    bool // the paragraph quotes what was said, and ends with it
}

// Introduction parses a paragraph that begins with a person's name, then a role
// and an organisation in prose: "Ms. X, Officer of Y, said …", "X (Y) said …".
func Introduction(text string, names grammar.Names) (Opening, bool) {
	if o, ok := memberSpeaks(text, names); ok {
		return o, true
	}
	return introduced(text, names)
}

// introduced parses an introduction that a name begins.
func introduced(text string, names grammar.Names) (Opening, bool) {
	p := grammar.NameOf(text)
	if p.Parts == 0 || p.Honorific == "" && hasOffice(p.Name, text[p.End:]) {
		return Opening{}, false
	}
	o := Opening{Parts: p.Parts, End: p.End}
	o.Speaker = corpus.Speaker{Name: p.Name, Honorific: p.Honorific}
	rest := text[p.End:]
	if p.Honorific != "" {
		others, with := Alongside(rest)
		o.Speaker.JoinedBy = others
		o.End, rest = o.End+with, rest[with:]
	}
	if m := Bracketed.FindStringSubmatchIndex(rest); m != nil {
		grammar.AffiliationOf(rest[m[2]:m[3]], names).Merge(&o.Speaker)
		o.End += m[1]
		rest, o.Clause, o.Parens = rest[m[1]:], true, true
	}
	o.readClause(rest, names)
	o.Speaker.AsPrinted = strings.TrimSpace(text[:o.End])
	o.Surnamed = surnamed(text[:p.End])
	o.Said = o.Said || o.Clause && o.Surnamed && runsOn(text[o.End:])
	return o, true
}

// hasOffice says whether what looks like a name has the noun of an office in its midst, or ends in one
// that is of something: "IOM Lamport Head of Office", "UN Lamp Director Ada Brook".
func hasOffice(name, rest string) bool {
	words := strings.Fields(name)
	for i := 1; i < len(words); i++ {
		if grammar.StartsRole(words[i]) && (i+1 < len(words) || strings.HasPrefix(rest, " of ")) {
			return true
		}
	}
	return false
}

// companion leads on to another person who says the same: "Mr. Brook and Ms. Vega shared that concern."
var companion = regexp.MustCompile(`^(?:, | and | et | y | e | и )(?:la |el |le )?`)

// Alongside are the persons with a form of address who stand behind another, and how much of the text
// they take.
func Alongside(rest string) (others []string, end int) {
	for {
		link := companion.FindString(rest[end:])
		p := grammar.NameOf(rest[end+len(link):])
		if link == "" || p.Honorific == "" {
			return others, end
		}
		from := end + len(link)
		end = from + p.End
		end += len(Bracketed.FindString(rest[end:]))
		others = append(others, rest[from:end])
	}
}

// second is the length of another name in full that " and " leads on to.
func second(rest string) int {
	link := companion.FindString(rest)
	p := grammar.NameOf(rest[len(link):])
	if !strings.HasPrefix(link, " ") || !isFull(p) {
		return 0
	}
	return len(link) + p.End
}

// surnamed says whether the surname of a person is set off in capitals: "Ada BROOK".
func surnamed(printed string) bool {
	last := grammar.LastWord(printed)
	return utf8.RuneCountInString(last) > 2 && describe.InCapitals(last) && !describe.InCapitals(printed)
}

// runLeast is how many words the shortest sentence takes that tells what somebody says.
const runLeast = 3

// runsOn says whether a sentence goes on in small letters behind a name, so that its verb
// is there although no list has it.
func runsOn(rest string) bool {
	rest = strings.TrimLeft(rest, ", \u00a0")
	return unicode.IsLower(grammar.FirstRune(rest)) && grammar.CountWords(rest, runLeast+1) > runLeast && grammar.EndsSentence(rest)
}

// Bracketed is an affiliation in parentheses after a name.
var Bracketed = regexp.MustCompile(`^ ?[(\[](\p{Lu}|[^()\[\]]{2,120}(?:\([^()\[\]]{1,40}\)[^()\[\]]{0,60})?)[)\]]`)

// joints are what may stand between a name and its role.
var joints = regexp.MustCompile(`^(?:\s*[,–—|]\s*|\s+-\s+|\s+(?:of|from|(?:who )?represent(?:ing|s|ed)|de|del|du|des|d['’])\s+(?:the |la |l['’]|los |el )?)`)

func (o *Opening) readClause(rest string, names grammar.Names) {
	if strings.HasPrefix(strings.TrimLeft(rest, " "), ":") {
		o.Said = true
		return
	}
	if strings.HasPrefix(rest, " took part") {
		return // "After a discussion in which Ms. Brook and Mr. Vega took part, …"
	}
	if grammar.Reports(rest) && strings.HasPrefix(rest, " ") {
		o.Said = true
		return
	}
	m := joints.FindString(rest)
	if m == "" {
		return
	}
	c := grammar.ClauseOf(rest[len(m):])
	o.Said = c.Said || strings.HasPrefix(rest[len(m)+c.End:], ":")
	if c.End == 0 {
		return
	}
	o.Clause = true
	body := rest[len(m) : len(m)+c.End]
	o.Speech = grammar.OwnSpeech.MatchString(body)
	if as := inQuality.FindStringIndex(body); as != nil {
		body = body[:as[0]]
	}
	grammar.AffiliationOf(strings.TrimPrefix(body, "both "), names).Merge(&o.Speaker)
	o.End += len(m) + c.End
}

// inQuality is as what somebody speaks whose office has been told: ", en su calidad de
// Presidente".
var inQuality = regexp.MustCompile(`, (?:in (?:his|her|its) capacity as|acting as|en su (?:calidad|carácter|condición) de|en (?:sa )?qualité de)\b`)

// Commas are the places after the commas in the first bytes of a text.
func Commas(text string, limit int) []int {
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

// Delegate is somebody who is named by the State or body that is spoken for.
var Delegate = regexp.MustCompile(`^(?i:(?:the|a|o|another|his|her|le|la|el|un|une|una|um|uma|los|les) ?|l['’])?(?i:(` + grammar.Lists.Any("delegate") + `)) (?i:(?:of|from|for|del|des|du|de|do|da|dos|das) |d['’] ?)?(?i:(?:the|la|le|los|las|el) |l['’] ?)?`)

// IsDelegate says whether an office is that of who speaks for a State or a body.
func IsDelegate(role string) bool { return delegateRole.MatchString(role) }

var delegateRole = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("delegate") + `$`)

// spokenFor is what a State has that speaks for it, behind its name: "Ghana's
// representative".
var spokenFor = regexp.MustCompile(`^(?:['’]s?) ((?:[Pp]ermanent |[Dd]eputy )*(?:[Rr]epresentative|[Dd]elegate|[Dd]elegation|[Oo]bserver|[Ss]peaker|[Ss]pokesperson)|(?:Deputy |Vice |Prime |Foreign )*Minister(?: (?:of|for) (?:\p{Lu}[\pL-]+|and|of|for|the)(?: (?:\p{Lu}[\pL-]+|and|of|for|the)){0,6})?)\b`)

var (
	possessive = regexp.MustCompile(`['’]s?$`)
	ofTheirs   = regexp.MustCompile(`['’]s? \p{Lu}`)
)

// possessor parses the State or body before such words, and how much of the text
// they take.
func possessor(text string, names grammar.Names) (corpus.Speaker, int, bool) {
	text = strings.TrimRight(text, " \u00a0")
	start := len(text) - len(grammar.StripArticle(text))
	run := grammar.NameRun(text[start:])
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

// Delegation parses "The representative of Morocco asked …".
func Delegation(text string, names grammar.Names) (Opening, bool) {
	if sp, used, ok := possessor(text, names); ok {
		c := grammar.ClauseOf(text[used:])
		if b := grammar.BehalfOf.FindStringIndex(text[used : used+c.End]); b != nil && c.Said {
			sp.OnBehalfOf = grammar.Groups(text[used+b[1] : used+c.End])
		}
		return Opening{Speaker: sp, Said: true, Clause: true, End: used}, c.Said || grammar.Reports(text[used:])
	}
	m := Delegate.FindStringSubmatchIndex(text)
	if m == nil {
		return Opening{}, false
	}
	c := grammar.ClauseOf(text[m[1]:])
	if name := stateActing(text[m[1]:], names); name > 0 && (!c.Said || c.End > name) {
		c = grammar.Clause{End: name, Said: true}
	}
	if !c.Said {
		return Opening{}, false
	}
	o := Opening{Said: true, Clause: true, End: m[1] + c.End}
	o.Speaker = corpus.Speaker{AsPrinted: strings.TrimSpace(text[:o.End]), Role: strings.ToLower(text[m[2]:m[3]])}
	return o, o.represents(text[m[1]:o.End], names)
}

// represents reads which State or body somebody is the representative of, and whom it
// speaks for. The clause stands behind the word for him.
func (o *Opening) represents(clause string, names grammar.Names) bool {
	sp, body := &o.Speaker, clause
	if b := grammar.BehalfOf.FindStringIndex(body); b != nil {
		sp.OnBehalfOf = grammar.Groups(body[b[1]:])
		body = body[:b[0]]
	}
	body = strings.Trim(body, " ,;–—")
	var ok bool
	if sp.Country, ok = names.Country(grammar.StripArticle(body)); ok {
		return true
	}
	state, aside, _ := strings.Cut(body, ", ") // "Mongolia, the main sponsor of the text"
	if sp.Country, ok = names.Country(grammar.StripArticle(state)); ok {
		if len(sp.OnBehalfOf) == 0 && !besides.MatchString(aside) {
			sp.AsPrinted = strings.TrimSpace(sp.AsPrinted[:len(sp.AsPrinted)-len(strings.TrimSpace(clause))] + clause[:strings.Index(clause, state)+len(state)])
		}
		return true
	}
	if parties, used := (Clauses{Names: names}).list(body); len(parties) > 1 && used == len(body) {
		if sp.Country, ok = names.Country(parties[0]); ok {
			sp.JoinedBy = parties[1:]
			return true
		}
	}
	if grammar.Circumstance.MatchString(aside) {
		body = state // "the International Lamp Union, speaking at the invitation of the Chair"
	}
	if !grammar.IsBody(body, names) && !isNameOfBody(body) {
		return false
	}
	sp.Organisation = grammar.CleanBody(body)
	sp.Country = grammar.StateOf(sp.Organisation, names)
	return true
}

// stateActing is the length of the name of a State or body that a text begins with and any
// verb in the past follows: "South Africa associated itself with …".
func stateActing(text string, names grammar.Names) int {
	name := grammar.NameRun(text)
	if _, ok := names.Country(name); !ok && !isNameOfBody(name) {
		return 0
	}
	word, rest := grammar.FirstWord(text[len(name):])
	if !strings.HasPrefix(text[len(name):], " ") || !grammar.IsVerbPhrase(word, rest, true) {
		return 0
	}
	return len(name)
}

// SetOff parses a paragraph that opens in bold: what is bold names the speaker,
// by person, State or organisation.
func SetOff(b *read.Block, names grammar.Names) (Opening, bool) {
	bold := b.LeadingBold()
	if bold == 0 || b.AllBold() && !OwnLine(b.Text) {
		return Opening{}, false
	}
	lead := strings.TrimRight(b.Text[:bold], " ,:–—-")
	if o, ok := Introduction(b.Text, names); ok && isPersonal(o, lead, b.Text) {
		return o, true
	}
	o := Opening{Clause: true, End: len(lead)}
	o.Speaker.AsPrinted = lead
	rest := strings.TrimLeft(b.Text[len(lead):], " ,–—-")
	o.Said = strings.HasPrefix(rest, ":") || grammar.Reports(rest)
	bare := grammar.StripArticle(lead)
	if code, ok := names.Country(bare); ok {
		o.Speaker.Country = code
		return o, o.Said
	}
	if country, ok := names.Organisation(bare); ok {
		o.Speaker.Organisation, o.Speaker.Country = bare, country
		return o, o.Said
	}
	return Opening{}, false
}

// isPersonal says whether what stands in bold is a person's name: by its form of
// address, or because what follows introduces a speaker.
func isPersonal(o Opening, lead, text string) bool {
	if o.Speaker.Honorific != "" {
		return o.Said || o.Clause || len(lead) < len(text)
	}
	named := len(o.Speaker.Name) >= len(lead)-2 || strings.Contains(lead, ",") || strings.Contains(lead, "(")
	return o.Parts >= 2 && named && o.Clause && o.Said && !grammar.Bodies.MatchString(o.Speaker.Name) && !grammar.StartsRole(o.Speaker.Name)
}

// OwnLine says whether a bold line of its own names a speaker and no heading:
// it begins with a form of address.
func OwnLine(text string) bool {
	honorific, _ := grammar.HonorificOf(text)
	return honorific != ""
}

// IsFullName says whether a name without a form of address can be a person's: two
// or more capitalised words and none that names a body or an office.
func IsFullName(o Opening) bool {
	if o.Parts < 2 || grammar.Bodies.MatchString(o.Speaker.Name) || grammar.StartsRole(o.Speaker.Name) {
		return false
	}
	first, _, _ := strings.Cut(o.Speaker.Name, " ")
	r, n := utf8.DecodeRuneInString(first)
	return unicode.IsUpper(r) && n < len(first) && !Openers[strings.ToLower(first)]
}

// Openers are capitalised words that open sentences and are no first names.
var Openers = grammar.Lists.Set("openers")
