package segment

import (
	"strconv"
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
	"briefsearch/indexer/segment/opening"
)

// numbered is a summary record in numbered paragraphs: each tells what one
// delegation said ("50. Ecuador congratulated …"), and lists of recommendations
// name the States that made them in parentheses.
type numbered struct{ names grammar.Names }

func (numbered) Name() string { return "numbered" }

const (
	numberedTurns  = 5 // fewer make no record
	numberedVoices = 4
	personsLeast   = 3 // persons that are enough where every paragraph begins with one
)

// Score is the share of numbered paragraphs of which a speaker is the subject, or
// which end in the States that recommend what they say.
func (n numbered) Score(doc *read.Document) float64 {
	turns, all := 0, 0
	voices := map[string]bool{}
	g := n.subjects(doc)
	doc = g.restored(doc)
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		sp, found, counts := g.turnOf(b)
		if counts {
			all++
		}
		if found {
			turns++
			voices[sp.Country+"|"+sp.Organisation+"|"+sp.Name] = true
		}
	}
	if !g.record && (turns < numberedTurns || len(voices) < numberedVoices) && !g.isOfPersons(turns, all) || turns == 0 || 3*turns < all && !g.record {
		return 0
	}
	least := 0.6
	if g.record {
		least = 0.8 // titles that come again look like labels, but the cover says what this is
	}
	return min(certain, least+float64(turns)/float64(2*all))
}

// isOfPersons says whether so many paragraphs that have turns, of those with numbers, make the
// record of a meeting although they are few: each begins with a person.
func (g subjects) isOfPersons(turns, all int) bool {
	return g.persons && turns >= personsLeast && turns == all
}

// turnOf is whose turn a block opens by itself, and whether it counts as a paragraph
// of a record.
func (g subjects) turnOf(b *read.Block) (sp corpus.Speaker, found, counts bool) {
	text, numbered := numberOf(b)
	if !numbered {
		sp, found = g.unnumbered(b)
		return sp, found, found
	}
	if sp, found = g.subject(text); !found {
		sp, found = g.recommends(text)
	}
	return sp, found, found || !matter.IsClerks(text)
}

// Segment walks the document once. Headings group the turns to sessions.
func (n numbered) Segment(doc *read.Document) Parts {
	g := n.subjects(doc)
	doc = g.restored(doc)
	m := &minutes{
		subjects: g, builder: newBuilder(doc), people: grammar.NewPeople(),
		titles: describe.NewHeadings(doc), end: matter.Imprint(doc.Blocks),
	}
	if m.record {
		m.captions = matter.Captions(doc.Blocks, m.opens)
	}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Kind == read.Footnote || i >= m.end {
			m.leave(whole(b))
			continue
		}
		m.block(b)
	}
	return m.done()
}

// opens says whether a title may stand before a block: it opens a turn, or tells
// what was decided.
func (g subjects) opens(b *read.Block) bool {
	if text, ok := numberOf(b); ok || matter.IsClerks(text) {
		return true
	}
	_, found, _ := g.turnOf(b)
	return found || matter.IsClerks(b.Text)
}

// subjects is what makes a paragraph of one record a turn.
type subjects struct {
	names    grammar.Names
	record   bool   // the cover says that it is the summary record of a meeting
	minutes  bool   // or its minutes, in which States speak without a person's name
	persons  bool   // most paragraphs begin with a person, as in such a record
	reviewed string // the State that "the delegation" speaks for, or ""
	printed  string // its name on the cover
}

func (n numbered) subjects(doc *read.Document) subjects {
	g := subjects{names: n.names, record: matter.OnCover(doc, recordTitle)}
	if matter.OnCover(doc, minutesTitle) && n.chaired(doc) {
		g.record, g.minutes = true, true
	}
	if g.persons = g.record || byPersons(doc); !g.persons {
		g.reviewed, g.printed = n.reviewed(doc)
	}
	return g
}

// recordTitle is what summary records are called, or their symbol, which every language
// prints alike, perhaps in a table behind what it is.
var recordTitle = regexp.MustCompile(`(?i)^(?:[^.]{0,60}|[^.:]{0,140}: |.{0,60}\bSR\.\d.{0,400})` + grammar.Lists.Any("record-title") + `|^(?:[A-Z][A-Z\d.]*/)+(?:[\d().A-Z]+/)*SR[./]\d|^[\pL ]{3,30}[ |:]+(?:[A-Z][A-Z\d.]*/)+(?:[\d().A-Z]+/)*SR[./]\d+[\pL\d./]*(?: \|)?$`)

// minutesTitle is what the minutes of councils and boards are called.
var minutesTitle = regexp.MustCompile(`(?i)^(?:(?:draft |approved )?(?:meeting )?minutes|minutes of (?:the )?(?:[\pL\d-]+ ){0,3}(?:meeting|proceedings\b.{0,60})|(?:beknopt |kort )?verslag van .{0,60}(?:vergadering|raad)\b.{0,80}|notulen van .{3,100})$`)

// chaired says whether paragraphs of a document tell what a chair said, and a State
// or another person, or the cover says who the chair is.
func (n numbered) chaired(doc *read.Document) bool {
	g := subjects{names: n.names, record: true, minutes: true, persons: true}
	chairs, others := 0, grammar.Count(matter.OnCover(doc, chairOnCover))
	for i := range doc.Blocks {
		sp, ok := g.unnumbered(&doc.Blocks[i])
		chairs += grammar.Count(ok && sp.Presiding)
		others += grammar.Count(ok && !sp.Presiding && (sp.Country != "" || sp.Name != ""))
	}
	return chairs > 0 && others > 0
}

// chairOnCover names who presides on the cover of minutes.
var chairOnCover = regexp.MustCompile(`^(?:Chair(?:man|person|woman)?|President|Président[e]?|President[ea]) ?: ?(?:H\.E\. )?(?:Mr|Ms|Mrs|Dr|M|Mme|Sr|Sra)\.? \p{Lu}`)

// byPersons says whether the numbered paragraphs of a document name persons: at
// least two of five, and four in all, or all of three.
func byPersons(doc *read.Document) bool {
	all, persons := 0, 0
	for i := range doc.Blocks {
		text, ok := numberOf(&doc.Blocks[i])
		if !ok {
			continue
		}
		all++
		if _, n := grammar.HonorificOf(text); n > 0 || chair.MatchString(text) {
			persons++
		}
	}
	return persons > personsLeast && 5*persons >= 2*all || all == personsLeast && persons == all
}

// underReview names the State that a report is about.
var underReview = regexp.MustCompile(`(?i)(?:the review of|l['’]examen (?:de la|du|des|de l['’]|de)|el examen (?:de la|del|de los|de))\s+(?:the )?`)

// reviewTitle is the title of such records, where the reader could not tell it from
// the State's name that follows it.
var reviewTitle = regexp.MustCompile(`(?i)^.{0,90}(?:periodic review|examen p[ée]riodi(?:que|co) universe?l|периодическ\pL+ обзор\pL*|الاستعراض الدوري الشامل|普遍定期审议工作组报告)[ *†∗]+`)

// reviewed is the State whose report this is: alone on a line of the cover,
// failing that the one that the introduction says is reviewed.
func (n numbered) reviewed(doc *read.Document) (code, printed string) {
	for i := range min(len(doc.Blocks), matter.TitleBlocks) {
		b := &doc.Blocks[i]
		if b.Kind == read.Heading || b.Kind == read.Paragraph && !matter.IsProse(b) {
			printed = strings.TrimRight(b.Text, " *†∗")
			printed = reviewTitle.ReplaceAllString(printed, "")
			if code, ok := n.names.Country(grammar.StripArticle(printed)); ok {
				return code, printed
			}
		}
		if m := underReview.FindStringIndex(b.Text); m != nil {
			if found := n.names.Countries(corpus.Head(b.Text[m[1]:], grammar.NameLimit)); len(found) > 0 {
				return found[0], grammar.NameRun(b.Text[m[1]:])
			}
		}
	}
	return "", ""
}

var (
	numberMark = regexp.MustCompile(`^(?:\d{1,3}(?:\.\d{1,3}){0,2}[.)-]?|\(\d{1,3}\))$`)
	numberLead = regexp.MustCompile(`^(\d{1,3}(?:\.\d{1,3}){0,2})(?:[.)]|[ \x{a0}]{2,})[ \x{a0}]*`)
	// decimalLead is one that no full stop closes: "1.2 Ms. Brook (Peru) welcomed …".
	decimalLead = regexp.MustCompile(`^\d{1,3}\.\d{1,3}[ \x{a0}]+`)
	// markedLead is a number before Arabic whose dash was taken for the mark of an item.
	markedLead = regexp.MustCompile(`^\d{1,3}[ \x{a0}]+`)
	// leftLead is a number as it is printed before Arabic, whose dash a reader may find on
	// either side: "14- ", "- 14 ", "14-1 ".
	leftLead = regexp.MustCompile(`^(?:[-–—] ?\d{1,3}(?:-\d{1,3})?|\d{1,3}(?:-\d{1,3} ?[-–—]?| ?[-–—]))[ \x{a0}]+`)
)

// numberOf is the text of a numbered paragraph, without its number.
func numberOf(b *read.Block) (text string, ok bool) {
	if b.Kind == read.Item && numberMark.MatchString(b.Marker) {
		return b.Text, true
	}
	if b.Kind == read.Row || b.Kind == read.Footnote {
		return "", false
	}
	if m := markedLead.FindString(b.Text); m != "" && b.Kind == read.Item && b.Marker == "-" && unicode.Is(unicode.Arabic, grammar.FirstRune(b.Text[len(m):])) {
		return b.Text[len(m):], true
	}
	if m := leftLead.FindString(b.Text); m != "" && unicode.Is(unicode.Arabic, grammar.FirstRune(b.Text[len(m):])) {
		return b.Text[len(m):], true
	}
	if m := decimalLead.FindString(b.Text); m != "" && unicode.IsUpper(grammar.FirstRune(strings.TrimLeft(b.Text[len(m):], "("))) {
		return b.Text[len(m):], true
	}
	if m := numberLead.FindString(b.Text); m != "" && len(m) < len(b.Text) {
		if n, err := strconv.Atoi(strings.TrimRight(m, ". )\u00a0")); err != nil || n > 0 {
			return b.Text[len(m):], true
		}
	}
	return "", false
}

// minutes is the state of one pass over a numbered record.
type minutes struct {
	subjects
	*builder
	people  *grammar.People
	titles  *describe.Headings
	end     int
	heading string // title of the part that the walk is in
	started bool   // the cover is over: a numbered paragraph has come
	anybody bool   // any body may speak in this part
	part    partKind

	captions map[*read.Block]bool // titles that the format does not mark
}

func (m *minutes) block(b *read.Block) {
	text, isNumbered := numberOf(b)
	if !isNumbered {
		m.unnumbered(b)
		return
	}
	m.started = true
	if m.part == outcomePart {
		m.outcome(b, text)
		return
	}
	if (b.Kind == read.Heading || m.minutes && b.Kind == read.Item && matter.IsCaption(b) || isDeepTitle(b) || viewsOf.MatchString(text)) && !grammar.EndsSentence(text) {
		m.head(b)
		return
	}
	if matter.IsClerks(text) {
		m.close()
		m.note(whole(b))
		return
	}
	if m.part == silentPart {
		m.goOn(b)
		return
	}
	m.said(b, text)
}

// said is a numbered paragraph of the debate.
func (m *minutes) said(b *read.Block, text string) {
	sp, ok := m.subject(text)
	if !ok && m.anybody {
		sp, ok = opening.AnyBody(text)
	}
	switch {
	case !m.persons && strings.Contains(text, "statements") && statementsMade.MatchString(text):
		m.close()
		m.note(whole(b))
	case ok && m.goesOn(sp):
		m.add(whole(b))
	case ok:
		m.turn(m.member(sp), whole(b))
	case !m.persons && m.startsState(text) || collective.MatchString(text) || m.decides(text): // "Algeria, Bangladesh and Cuba made statements"
		m.close()
		m.note(whole(b))
	case m.answers(text):
		m.turn(corpus.Speaker{Country: m.reviewed, AsPrinted: m.printed}, whole(b))
	default:
		m.goOn(b)
	}
}

// goesOn says whether a subject is the speaker who has the floor: the same person,
// or the same delegation without another person's name, or the group that it speaks for.
func (m *minutes) goesOn(sp corpus.Speaker) bool {
	if !m.inTurn() {
		return false
	}
	if sp.Country == "" && opening.SpeaksOn(*m.speaker, sp) {
		return true
	}
	sameBody := sp.Organisation == m.speaker.Organisation || sp.Organisation == "" && sp.Name == "" && m.reviewed != ""
	return sp.Country == m.speaker.Country && sameBody &&
		(sp.Name == "" || sp.Name == m.speaker.Name) && sp.Presiding == m.speaker.Presiding && opening.Alone(sp) && !otherOffice(m.speaker.Role, sp.Role)
}

// otherOffice says whether two offices of a delegation are two persons': a minister and
// the attorney general.
func otherOffice(before, now string) bool {
	a, b := personal.FindString(strings.ToLower(before)), personal.FindString(now)
	return a != "" && b != "" && !strings.HasPrefix(a, b) // "the Minister" of before
}

var personal = regexp.MustCompile(`^(?:(?:deputy )?minister(?: (?:of|for) [\pL ]+)?|attorney[- ]general)`)

// officeOfAll is an office that is of no State.
var officeOfAll = regexp.MustCompile(`(?i)^(?:the )?(?:(?:deputy |assistant |united nations )*(?:special rapporteur|special representative|special envoy|high commissioner|independent expert|secretary-general)|rapporteur spécial|haut-commissaire|relatora? especial|alt[oa] comisionad[oa])`)

// member gives a person who speaks without a State the one under review.
func (m *minutes) member(sp corpus.Speaker) corpus.Speaker {
	if m.reviewed != "" && sp.Name != "" && strings.HasSuffix(sp.Organisation, " delegation") { // whatever State its adjective may name
		sp.Country, sp.Organisation = m.reviewed, ""
	}
	if sp.Country == "" && sp.Name != "" && !sp.Presiding && !officeOfAll.MatchString(sp.Role) {
		if _, known := m.names.Organisation(sp.Organisation); !known {
			sp.Country = m.reviewed
		}
	}
	return sp
}

// answers says whether a paragraph without a speaking subject is the answer of the
// State under review: what other States say takes a paragraph each, that begins
// with their name, what it answers takes several, that need not.
func (m *minutes) answers(text string) bool {
	if m.reviewed == "" || opening.Pronoun.MatchString(text) {
		return false
	}
	if !m.inTurn() {
		return m.part == reportPart
	}
	return m.part != outcomePart && m.speaker.Country != m.reviewed
}

func (m *minutes) sessionOpen() bool { return m.session != nil }

// outcome is a paragraph among conclusions and recommendations.
func (m *minutes) outcome(b *read.Block, text string) {
	if m.recommendation(b, text) {
		return
	}
	if m.inTurn() { // what the State under review says of recommendations
		m.close()
	}
	m.goOn(b)
}

// recommendation opens a turn of the States that recommend what a paragraph says,
// or one after the other if it has several recommendations.
func (m *minutes) recommendation(b *read.Block, text string) bool {
	ends := m.recommendations(text)
	from, number := 0, len(b.Text)-len(text)
	for _, end := range ends {
		sp, _ := m.recommends(text[max(0, from-number):end])
		m.turn(sp, piece{block: b, from: from, to: number + end})
		m.listed = true
		from = number + end
	}
	if from > 0 && from < len(b.Text) { // of whom nobody can tell
		m.close()
		m.note(piece{block: b, from: from, to: len(b.Text)})
	}
	return len(ends) > 0
}

func (m *minutes) turn(sp corpus.Speaker, p piece) {
	if m.heading != "" && (m.session == nil || m.session.Title != m.heading) {
		m.openSession(m.heading)
	}
	m.open(m.people.Meet(sp), p)
}

// goOn continues the turn; what is nobody's is gathered to the section of its
// heading.
func (m *minutes) goOn(b *read.Block) {
	switch {
	case !m.started && (b.Kind != read.Paragraph || !matter.IsProse(b)) && !m.refers(b):
		m.leave(whole(b)) // the cover
	case m.inTurn():
		m.add(whole(b))
	default:
		m.note(whole(b))
	}
}

// head is a heading: it closes what is open and says what follows.
func (m *minutes) head(b *read.Block) {
	m.close()
	m.leave(whole(b))
	if recordTitle.MatchString(b.Text) || minutesTitle.MatchString(b.Text) {
		return // it names the record and none of its parts
	}
	m.heading = m.titles.Title(b.Text)
	m.noteUnder(m.heading, b.Page())
	m.part, m.anybody = m.kindOf(m.heading), others.MatchString(m.heading)
	if code, ok := m.names.Country(grammar.StripArticle(m.heading)); ok && m.reviewed != "" {
		m.reviewed, m.printed = code, m.heading // the next State of a record of several reviews
	}
	if m.part == silentPart {
		m.session = nil
	}
}
