package segment

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/matter"
	"briefsearch/indexer/segment/opening"
)

// narrative is a briefing report that tells in prose who said what: a name, most
// often in bold, with role and organisation opens a turn, headings group the
// turns to sessions.
type narrative struct {
	names    grammar.Names
	attended map[string]bool // who is on the list of participants
	labels   bool            // States stand before a colon and what they said
}

func (narrative) Name() string { return "narrative" }

// Score weighs how sure the turns are that reading the document finds. What States have
// put in writing is told by its title.
func (n narrative) Score(doc *read.Document) float64 {
	most := n.most(doc)
	if most == certain {
		return certain
	}
	w := n.read(doc)
	w.done()
	if w.sure > 1 {
		return min(most, 0.45+float64(w.sure)/float64(max(1, w.prose)))
	}
	return n.scarce(doc, w)
}

// most is the score at most: a collection of contributions leaves no doubt, prose always does.
func (n narrative) most(doc *read.Document) float64 {
	if (contributions{n.names}).isCompiled(doc) {
		return certain
	}
	return 0.75
}

// isOfMeeting says whether a document tells of a meeting, or has minutes of one.
func (n narrative) isOfMeeting(doc *read.Document) bool {
	return matter.OnCover(doc, pressCoverage) || tellsOfMeeting(doc) || n.attended != nil && matter.OnCover(doc, minutesOf) || matter.OnCover(doc, sittingMinutes)
}

// minutesOf is in the title of minutes.
var minutesOf = regexp.MustCompile(`(?i)^(?:draft |final |provisional |approved )?(?:minutes|meeting notes|notes of (?:the )?meeting|procès-verbal|compte rendu|acta|minuta|protokoll)(?:$|[^\pL])`)

// sittingMinutes begins minutes in Spanish that tell who was present in the chamber.
var sittingMinutes = regexp.MustCompile(`^(?:N[ºo°*]\.? ?\d{1,4}\.?-+ ?)?(?:\pL+ ){0,4}[Aa]cta (?:\pL+ ){0,3}de la sesión .{10,300}?\. Presentes (?:los|las|el|la) `)

// scarce is the score of a document with one turn that is sure, or none.
func (n narrative) scarce(doc *read.Document, w *narrator) float64 {
	switch {
	case speakThroughout(doc.Blocks, n.names):
		return 0.5
	case w.sure == 0:
		return 0
	case !w.apart && !w.meeting && w.best < sureAlone:
		return 0.05 // somebody quoted in prose
	}
	return 0.3
}

// pressCoverage is on the cover of a release that tells what delegates said.
var pressCoverage = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("press-coverage") + `$|^(?:communiqués? de presse|press releases?)\b|\b(?:meetings?|séances?|sesión|sesiones) (?:\((?:am|pm|am & pm|night)\)|– (?:matin|après-midi|matin & après-midi)|\((?:matin|après-midi|mañana|tarde)\))`)

// opens parses a block that introduces a speaker by itself, without regard to who
// has spoken before.
func (n narrative) opens(b *read.Block) (opening.Opening, bool) {
	if o, ok := n.itemised(b); ok {
		return o, true
	}
	if o, ok := opening.SetOff(b, n.names); ok {
		return o, true
	}
	if o, ok := opening.Introduction(b.Text, n.names); ok && n.introduces(o) {
		return o, true
	}
	if size := opening.SentenceLength(b.Text); size < len(b.Text) {
		if o, ok := heralded(b.Text[:size], b.Text[size:], n.names); ok {
			return o, true
		}
	}
	if o, ok := opening.OfficeFirst(b.Text, n.names); ok {
		return o, true
	}
	if o, ok := n.labelledState(b.Text); ok {
		return o, true
	}
	if o, ok := opening.HeadOfState(b.Text, n.names); ok {
		return o, true
	}
	if o, ok := opening.Delegation(b.Text, n.names); ok {
		return o, true
	}
	if o, ok := opening.Organ(b.Text, n.names); ok {
		return o, true
	}
	if o, ok := opening.BroughtIn(b.Text, n.names); ok {
		return o, true
	}
	if o, ok := opening.Announced(b.Text, n.names); ok {
		return o, true
	}
	return opening.Attribution(b.Text, n.names)
}

// introduces says whether a name that is not set off opens a turn: a person in
// full with a role and a verb. A person who is thanked or quoted has no such verb.
func (n narrative) introduces(o opening.Opening) bool {
	if o.Said && o.Parts == 1 && o.Speaker.Honorific != "" && strings.HasSuffix(o.Speaker.AsPrinted, ")") {
		return o.Speaker.Country != "" || o.Speaker.Organisation != "" || label.IsSeat(o.Speaker.Role) // "Mr. Brook (Ghana) said"
	}
	if o.Member {
		return true
	}
	if !o.Said || o.Parts < 2 || opening.IsAcronymOf(o.Speaker.Organisation, o.Speaker.Name) {
		return false
	}
	if o.Speaker.Honorific != "" || n.attended[o.Speaker.Name] {
		return true
	}
	inParens := o.Speaker.Country != "" && o.Parens // "ADA BROOK (Ghana) said"
	office := n.officeOf(o.Speaker.Role)
	return opening.IsFullName(o) && o.Clause && (grammar.IsRole(office) || o.Speaker.Organisation != "" || inParens || o.Surnamed || o.Speech)
}

// Segment walks the document once. A heading decides what it is by what follows
// it: a turn makes it a session, prose a section, neither a part of the cover.
func (n narrative) Segment(doc *read.Document) Parts {
	if c := (contributions{n.names}); c.isCompiled(doc) {
		return c.segment(doc)
	}
	return n.read(doc).done()
}

// read walks the document.
func (n narrative) read(doc *read.Document) *narrator {
	n.attended, n.labels = attendance(doc), n.labelsStates(doc)
	w := &narrator{
		narrative: n, builder: newBuilder(doc), people: grammar.NewPeople(),
		titles: describe.NewHeadings(doc), end: matter.Imprint(doc.Blocks),
	}
	w.blocks, w.reviewed = doc.Blocks, reviewedState(doc.Blocks, n.names)
	w.meeting = n.isOfMeeting(doc)
	w.delegations = matter.OnCover(doc, pressCoverage) || speakThroughout(doc.Blocks, n.names)
	for i := range doc.Blocks {
		w.block(&doc.Blocks[i], i)
	}
	w.settle(false)
	return w
}

// narrator is the state of one pass over a narrative report.
type narrator struct {
	narrative
	*builder
	people   *grammar.People
	titles   *describe.Headings
	blocks   []read.Block
	end      int           // index of the first block of the end matter
	headings []*read.Block // printed since the last text
	level    int           // of the heading that made the current session
	keyword  bool          // the current session is announced as one
	started  bool          // the cover is over
	lists    bool          // inside a list of participants, where nobody speaks
	current  corpus.Speaker
	met      corpus.Speaker // whom the paragraph before has named last
	// coverTitle is the last heading of the cover: the title of prose that has
	// no heading of its own.
	coverTitle string
	reviewed   string // the State whose report was considered, or ""

	delegations bool // States open paragraphs all over the report
	exchanging  bool // the last paragraph told what several States said
	meeting     bool // the document tells of a meeting
	quoting     bool // the turn is a quotation, after which others are told of
	bracketed   bool // the speaker has a State or a party in parentheses, as in minutes
	weight
}

func (w *narrator) block(b *read.Block, i int) {
	var herald opening.Opening
	heralds := false
	if i+1 < len(w.blocks) {
		herald, heralds = w.heralded(b, &w.blocks[i+1])
	}
	switch {
	case b.Kind == read.Footnote || i >= w.end || w.started && matter.IsOfPage(b.Text):
		w.leave(whole(b))
	case heralds:
		w.settle(true)
		herald.Speaker = w.people.Meet(herald.Speaker)
		w.weigh(herald, b)
		w.turn(herald, b, i)
	case matter.IsHeading(b), w.started && matter.IsLoneLine(b) && i+1 < len(w.blocks) && matter.IsProse(&w.blocks[i+1]), w.countedTitle(b, i):
		w.headings = append(w.headings, b)
	default:
		w.text(b, i)
	}
}

// text is a paragraph, item or row of a table.
func (w *narrator) text(b *read.Block, i int) {
	w.met = w.people.TakeLast()
	w.introduce(w.people, b.Text)
	silent := w.silent(b)
	w.prose += grammar.Count(matter.IsProse(b))
	o, opens := w.opening(b)
	turns := w.remarks(b, opens)
	switch {
	case silent:
	case opens && len(turns) > 0 && turns[len(turns)-1].At > 0:
		w.divide(b, i, append([]opening.Turn{{Spoken: true, Speaker: o.Speaker}}, after(turns, o.End)...))
		return
	case opens:
		w.settle(true)
		w.weigh(o, b)
		w.turn(o, b, i)
		return
	case len(turns) > 0 && (matter.IsProse(b) || b.Kind == read.Paragraph && grammar.EndsSentence(b.Text)):
		w.divide(b, i, turns)
		return
	}
	switch {
	case !w.started && (!matter.IsProse(b) || matter.IsPublishers(b)):
		w.cover(b)
		return
	case len(w.headings) > 0:
		w.settle(false)
	case !w.started:
		w.openSection(w.coverTitle, b.Page())
	}
	w.started = true
	if w.inTurn() && w.endsTurn(b, o) {
		w.close()
	}
	w.stray(b, o)
	if p := whole(b).before(w.cut(b, i)); w.inTurn() || w.section != nil {
		w.add(p)
	} else {
		w.note(p)
	}
	w.leaveRest(b, i)
}

// after are the turns that begin behind a byte of the paragraph.
func after(turns []opening.Turn, at int) []opening.Turn {
	for i, t := range turns {
		if t.At > at {
			return turns[i:]
		}
	}
	return nil
}

// silent says whether nobody speaks here: in a list of participants, and in the
// history that a report begins with unless the name is set off.
func (w *narrator) silent(b *read.Block) bool {
	if !w.lists && (ofChair.MatchString(b.Text) || ownLead.MatchString(b.Text)) {
		return false
	}
	if len(w.headings) > 0 {
		title := w.headings[len(w.headings)-1].Text
		return participants.MatchString(title) || history.MatchString(title) && b.LeadingBold() == 0
	}
	return w.lists || w.section != nil && history.MatchString(w.section.Title) && b.LeadingBold() == 0
}

// ofChair begins a paragraph that tells what whoever presides said.
var ofChair = regexp.MustCompile(`^(?:The|La|Le|El) (?:[Cc]o-)?(?:[Cc]hair(?:man|woman|person)?|[Mm]oderator|[Pp]resident[ea]?|[Pp]résidente?),? (?:M[rs]|Mrs|Dr|H\. ?E|Sra?|M|Mme)\b`)

var goesOn = regexp.MustCompile(`^who (?:continued|went on|also|then|further)\b`)

// opening decides whether a paragraph opens a turn here.
func (w *narrator) opening(b *read.Block) (opening.Opening, bool) {
	bare, at := opening.Undated(b)
	o, ok := w.begins(bare)
	if ok && o.Speaker.Name == "" && opening.GoesOn.MatchString(bare.Text[min(o.End, len(bare.Text)):]) {
		return opening.Opening{}, false
	}
	o.End += at
	return o, ok
}

// begins decides it of a paragraph without its dateline.
func (w *narrator) begins(b *read.Block) (opening.Opening, bool) {
	if o, ok := holding(w.people, b.Text); ok {
		return o, !w.continues(o)
	}
	if o, ok := opening.HanTold(b.Text, w.names, w.people.Knows); ok {
		o.Speaker = w.people.Meet(o.Speaker)
		return o, !w.continues(o)
	}
	if o, ok := w.opens(b); ok {
		if goesOn.MatchString(o.Speaker.Role) { // "Mr. Brook, who went on by saying …, stated"
			o.Speaker.Role, o.Clause = "", false
		}
		o.Speaker.Country = w.surrounding(o, b)
		o.Speaker = w.people.Meet(o.Speaker)
		return o, !w.continues(o)
	}
	if o, ok := w.voiced(b.Text); ok {
		return o, true
	}
	if o, ok := pronounSpeaks(b.Text, w.met); ok && !w.inTurn() {
		return o, true
	}
	if o, ok := w.quotes(w.people, b.Text); ok {
		return w.again(o)
	}
	return w.returning(b)
}

// continues says whether an opening goes on with the speaker who has the floor:
// "Mr. Paiva acknowledged …" in a later paragraph of his turn.
func (w *narrator) continues(o opening.Opening) bool {
	if !w.inTurn() || len(w.headings) > 0 || o.Speaker.Name == "" || o.Clause {
		return false
	}
	return o.Speaker.Name == w.current.Name || o.Parts == 0 && w.byOffice(o.Speaker.Name)
}

// byOffice says whether a text begins with the office of the person who has the floor:
// "The Special Rapporteur added …".
func (w *narrator) byOffice(text string) bool {
	office := officeAlone.FindString(grammar.StripArticle(w.current.Role))
	bare := grammar.StripArticle(text)
	return office != "" && w.current.Name != "" && len(bare) >= len(office) && strings.EqualFold(bare[:len(office)], office)
}

// officeAlone is an office without the body that it is of.
var officeAlone = regexp.MustCompile(`^\p{Lu}[\pL-]+(?: \p{Lu}[\pL-]+)*`)

func (w *narrator) turn(o opening.Opening, b *read.Block, i int) {
	w.lists, w.started = false, true
	w.current, w.quoting, w.bracketed = o.Speaker, o.Quote, o.Parens || o.Member
	w.open(o.Speaker, whole(b).before(w.cut(b, i)))
	w.leaveRest(b, i)
}

// cut is where the end matter begins inside the last block before it.
func (w *narrator) cut(b *read.Block, i int) int {
	if i != w.end-1 {
		return len(b.Text)
	}
	return matter.End(b)
}

func (w *narrator) leaveRest(b *read.Block, i int) {
	if at := w.cut(b, i); at < len(b.Text) {
		w.leave(piece{block: b, from: at, to: len(b.Text)})
	}
}

// settle decides what the headings since the last text are, now that it is known
// whether a turn follows them.
func (w *narrator) settle(turn bool) {
	if len(w.headings) == 0 {
		return
	}
	pending := w.headings
	w.headings = nil
	at := w.sessionAmong(pending, turn)
	w.close()
	for _, h := range pending {
		w.leave(whole(h))
	}
	if at >= 0 {
		title := pending[at].Text
		if matter.BareSession.MatchString(title) && at+1 < len(pending) {
			title = strings.TrimRight(title, " .:–—-") + ": " + pending[at+1].Text
		}
		w.openSession(w.titles.Title(title))
		w.level, w.keyword = pending[at].Level, matter.IsSessionTitle(pending[at].Text)
	}
	if !turn {
		w.proseHeading(pending, at)
	}
}

// sessionAmong is the index of the heading that names a new session, or -1.
func (w *narrator) sessionAmong(pending []*read.Block, turn bool) int {
	for i := len(pending) - 1; i >= 0; i-- {
		if matter.IsSessionTitle(pending[i].Text) {
			return i
		}
	}
	last := pending[len(pending)-1]
	switch {
	case !turn || matter.IsFrame(last.Text):
		return -1
	case !w.started && !first.MatchString(last.Text):
		return -1 // the cover
	case w.session != nil && w.keyword && last.Level > w.level:
		return -1 // a heading inside the session
	}
	return len(pending) - 1
}

// first are the headings that can open a report's sessions without being
// announced as one.
var first = regexp.MustCompile(`(?i)\b` + grammar.Lists.Any("first-session") + `\b`)

// proseHeading opens the section that the last heading before prose makes.
func (w *narrator) proseHeading(pending []*read.Block, session int) {
	last := pending[len(pending)-1]
	if w.isClosing(last.Text) && session < 0 {
		w.session = nil
	}
	w.lists = participants.MatchString(last.Text)
	w.openSection(w.titles.Title(last.Text), last.Page())
}

var closing = regexp.MustCompile(`(?i)\b` + grammar.Lists.Any("closing") + `\b`)

var participants = regexp.MustCompile(`(?i)\b(?:list|liste|lista|directory) (?:of|des|de|de los|de las) (?:the )?(?:participants|speakers|delegates|attendees|participantes|panell?ists|ponentes)\b|^participants?$|^participantes$`)

var history = regexp.MustCompile(`(?i)^(?:[IVX\d]+[.)] ?)?` + grammar.Lists.Any("history") + `\b`)

func (w *narrator) isClosing(text string) bool { return closing.MatchString(text) }

// cover leaves out a line of the cover and the headings above it.
func (w *narrator) cover(b *read.Block) {
	for _, h := range w.headings {
		w.leave(whole(h))
		w.coverTitle = w.titles.Title(h.Text)
	}
	w.headings = nil
	w.leave(whole(b))
}
