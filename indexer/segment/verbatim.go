package segment

import (
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/learned"
	"briefsearch/indexer/segment/matter"
	"briefsearch/indexer/segment/opening"
)

// labelled is what verbatim records and transcripts have in common: each turn
// begins with a label that names the speaker.
type labelled struct {
	name   string
	styles []label.Style // that speak for this layout
	names  grammar.Names

	surveys *surveys // shared with the other one
}

// verbatim is a record of parliament or of an assembly, word by word: "Mr. X
// (Ghana): …", "The President: …".
func verbatim(names grammar.Names, shared *surveys) Layout {
	return labelled{name: "verbatim", styles: []label.Style{label.Formal}, names: names, surveys: shared}
}

func (l labelled) Name() string { return l.name }

// Score grows with the share of paragraphs that have a label. One voice alone is
// no debate, so there must be two, or the chair of a parliament.
func (l labelled) Score(doc *read.Document) float64 {
	made := l.surveys.take(doc, l)
	seen, c := made.seen, l.chorusOf(made)
	own := c.own
	if c.house && slices.Contains(l.styles, label.Formal) {
		own += c.capitals
	}
	if c.all < 2 && label.IsOpened(doc, l.names) {
		return label.OpenedScore
	}
	few := own < 2 || len(c.voices) < 2 && !c.house
	if few && !learned.Declared(doc) && !c.addressed && (c.sure == 0 || !isOfMeeting(doc)) || own == 0 || 2*own < c.all {
		return 0
	}
	if seen.Strong == 0 && len(seen.Forms.Believed) == 0 && !c.talks(doc) {
		return 0 // titles or definitions, if nobody says "I" or "we"
	}
	return asTitled(doc, min(certain, 0.6+float64(own)/float64(max(made.prose, 1))))
}

// chorusOf is what the labels that a survey has found have in common.
func (l labelled) chorusOf(made survey) chorus {
	var c chorus
	for _, s := range made.found {
		if f := made.seen.Label(learned.Place{Block: s.block, From: s.from}, s.Label); f.Style != label.None && !isTitle(s.block, f, made.seen) {
			c.sure += grammar.Count(f.LeavesNoDoubt() && interpreted.MatchString(s.block.Text[s.from:s.from+f.End]))
			own := slices.Contains(l.styles, f.Style) || f.Speaker.Presiding || f.Learned
			c.count(f, s.heard(f), own)
			c.addressed = c.addressed || own && s.precedes(f, made.first) && isMembers(f, s.heard(f))
		}
	}
	return c
}

// interpreted ends the label of a record that tells in which language somebody spoke.
var interpreted = regexp.MustCompile(`(?i)` + describe.SpokenIn + ` ?:\s*$`)

// chorus is what the labels of a document have in common.
type chorus struct {
	all, own  int // labels, and those of the layout's styles
	capitals  int // others that leave no doubt, as parliaments print them that have no small letters
	sure      int // labels that leave no doubt, behind which somebody speaks
	voices    map[string]bool
	house     bool // the chair is that of a parliament
	chair     bool // there is one
	personal  bool // somebody says "I" or "we"
	addressed bool // its first words are those of a member who addresses the chair
}

// talks says whether the labels are of people who talk.
func (c *chorus) talks(doc *read.Document) bool {
	return c.personal || c.chair && isOfMeeting(doc)
}

// isOfMeeting says whether the cover of a document tells what meets, or who presides.
func isOfMeeting(doc *read.Document) bool {
	return learned.TellsOfSitting(doc) || matter.OnCover(doc, matter.PresidedFrom) || matter.OnCover(doc, matter.PresidedWithin)
}

func (c *chorus) count(l label.Label, said string, own bool) {
	if c.voices == nil {
		c.voices = map[string]bool{}
	}
	c.all++
	c.own += grammar.Count(own)
	c.capitals += grammar.Count(!own && l.Style == label.Shouted && l.IsSure())
	c.sure += grammar.Count(l.Learned || l.LeavesNoDoubt() && (grammar.IsVoiced(said) || learned.AddressesChair(said) || learned.IsSpoken(said) && l.Speaker.Presiding))
	c.voices[l.Speaker.AsPrinted] = true
	c.chair = c.chair || l.Speaker.Presiding
	c.house = c.house || l.Speaker.Presiding && (houseChair.MatchString(l.Speaker.Name) || houseChair.MatchString(l.Speaker.Role) || label.ChairElsewhere.MatchString(l.Speaker.Name))
	c.personal = c.personal || grammar.InFirstPerson(said)
}

// isMembers says whether a label is beyond doubt that of a member who addresses the chair.
func isMembers(l label.Label, said string) bool {
	return l.LeavesNoDoubt() && l.Bracketed && !l.Learned && learned.AddressesChair(said)
}

// houseChair presides over a parliament, and not over a panel.
var houseChair = regexp.MustCompile(`(?i)\b(?:speaker|bailiff)\b|^(?:the )?(?:mr|madam)\.? president$|^[oa] sr(?:\.ª|a?\.) president[ea]$|^(?:m\. le|mme la) présidente?$|yang di-pertua`)

// starts are the bytes of a block at which a label may stand: its beginning, and
// what may be another paragraph after the end of a sentence.
func starts(b *read.Block, inside []int) []int {
	at := []int{0}
	for _, i := range breaks(b) {
		if i > 0 && i < len(b.Text) && !matter.InNote(b.Text[:i]) && (matter.EndsSpeech(b.Text[:i]) || matter.SpeechNumber.MatchString(b.Text[i:])) {
			at = append(at, i)
		}
	}
	return append(at, inside...)
}

// isTitle says whether what looks like a label heads a part of the text, and names no
// person for certain: words in capitals and a colon on a line of their own where those of the
// chair have none, or a field that a heading has, "Minutes: Ada Brook".
func isTitle(b *read.Block, l label.Label, seen *learned.Heard) bool {
	if isAgendaTitle(l) {
		return true
	}
	if b.Kind != read.Heading || l.Stamped || l.Speaker.Honorific != "" {
		return false
	}
	if !l.Alone {
		return !grammar.EndsSentence(b.Text) && !grammar.IsVoiced(b.Text[l.End:])
	}
	return l.Style == label.Shouted && !l.Speaker.Presiding && !l.NamesHolder() && seen.Stood < 2 && !seen.IsRaised() && !label.TableClerk.MatchString(l.Speaker.Name)
}

// isAgendaTitle says whether what looks like a label is the title of an item of the agenda, below
// which papers are listed: "The situation in the Middle East:".
func isAgendaTitle(l label.Label) bool {
	return l.Speaker.Honorific == "" && matter.AgendaTitle.MatchString(l.Speaker.AsPrinted)
}

// at is the label that the text of a block has at a byte.
func (l labelled) at(b *read.Block, from int) label.Label {
	if from == 0 && label.HasVoice(b.Text, b.Voice) {
		return label.Voiced(b.Voice, b.Chairs, l.names)
	}
	found := l.printedAt(b, from)
	forState(&found.Speaker, l.names)
	if found.Style == label.None && from == 0 && b.Kind == read.Heading {
		found = l.numbered(b.Text)
	}
	if found.Dot && matter.BracketAside.MatchString(b.Text[from+found.End:]) {
		return label.Label{} // "Mme Brook. (Applaudissements.)", who is named in a list
	}
	if found.Style != label.None {
		found.Inquires = found.Asking(b.Text[from+found.End:])
		found.Personal = found.Party && grammar.InFirstPerson(b.Text[from+found.End:])
		found.Bold = b.Kind != read.Heading && isSetOff(b, from, from+found.End)
	}
	return found
}

// numbered is the label that a heading has for itself behind the number of a question.
func (l labelled) numbered(heading string) label.Label {
	n := len(matter.QuestionNumber.FindString(heading))
	if n == 0 {
		return label.Label{}
	}
	found := label.Of(heading[n:], l.names)
	if !found.IsSure() || !found.Alone {
		return label.Label{} // a numbered title
	}
	found.End += n
	return found
}

// isSetOff says whether the words that begin at a byte of a block are in bold, and
// what follows the byte end is not.
func isSetOff(b *read.Block, from, end int) bool {
	to := learned.BoldFrom(b, from)
	return from < to && to <= end
}

// Segment walks the document once. What stands before the first label is the
// cover; procedure and votes are nobody's words.
func (l labelled) Segment(doc *read.Document) Parts {
	doc = l.mendLabels(doc)
	r := &recorder{
		labelled: l, builder: newBuilder(doc), people: grammar.NewPeople(), titles: describe.NewHeadings(doc),
		seen: l.listen(doc), from: l.contents(doc.Blocks), end: matter.Imprint(doc.Blocks),
	}
	r.from = max(r.from, r.seen.Forms.KeyEnd())
	r.home, r.benches = home(doc.Blocks, l.names), benches(doc.Blocks, l.names)
	r.heads, r.shouted = pageHeads(doc.Blocks), isShouted(doc.Blocks)
	isLabelled := func(b *read.Block) bool {
		_, reported := r.reported(b.Text)
		return reported || r.seen.Label(learned.Place{Block: b, From: 0}, l.at(b, 0)).Style != label.None || askedIn.MatchString(b.Text)
	}
	r.captions = matter.Captions(doc.Blocks, isLabelled)
	if r.hasClerkDash() {
		r.dashNotes = dashNotes(doc.Blocks, isLabelled)
	}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Kind == read.Footnote || i < r.from || i >= r.end || r.heads[b] && i > 0 {
			r.leave(whole(b))
			continue
		}
		for _, p := range r.split(b) {
			r.piece(p, i == 0)
		}
	}
	r.flush()
	parts := r.done()
	speakFor(parts.Interventions, l.names)
	return parts
}

// recorder is the state of one pass over a labelled record.
type recorder struct {
	labelled
	*builder
	people   *grammar.People
	titles   *describe.Headings
	seen     *learned.Heard
	from     int // of the block behind the contents
	end      int
	home     string               // the State of who presides, as the cover says
	captions map[*read.Block]bool // titles that the format does not mark

	dashNotes map[*read.Block]bool // items that are a clerk's words

	heads    map[*read.Block]bool // running heads
	shouted  bool                 // all is in capitals, which tell no titles then
	guest    corpus.Speaker       // whom the last heading announced
	benches  map[string]string    // States by the surnames of those who sit for them, as the cover says
	asked    corpus.Speaker       // to whom the last question was put
	opener   corpus.Speaker       // whom the line above the transcript names
	floor    floor                // who has the floor
	opens    bool                 // what follows is the opener's
	headings []piece              // printed since the last words
	silent   bool                 // a vote is printed, or the meeting is over
	noted    bool                 // the last words were a note in parentheses
	quoted   bool                 // and a document that is read out has not ended

	directed bool // the last piece tells what the meeting did
	resolves bool // or begins what it resolved
}

func (r *recorder) piece(p piece, first bool) {
	text := p.block.Text[p.from:p.to]
	if r.isOpener(p, text) || r.labels(p, text) {
		return
	}
	defer r.note(text)
	r.unsayField(text)
	switch {
	case r.asked.Name != "" && label.AnswerLine.MatchString(text):
		r.begin(r.asked, p)
	case r.language == "fr" && r.inTurn() && lawArticle.MatchString(text):
		r.silent = true
		r.leave(p)
	case r.isBelowTime(text):
		r.goOn(p, text)
	case r.isTitleAt(p, text):
		if first || matter.IsNumbered(p.block) && grammar.IsNameAlone(text) || matter.IsFrame(text) {
			r.leave(p) // the title of the record or its frame, or who takes the oath
			return
		}
		r.headings = append(r.headings, p)
		r.announce(text)
	case r.mustGoOn(text):
		r.silent = false
		r.goOn(p, text)
	case votes.MatchString(text) || matter.IsTally(text) || opensHanPart(p, text) || readsOut.MatchString(text) || putToVote.MatchString(text):
		r.silent = !voteOver.MatchString(text)
		r.leave(p)
	case r.isNobodys(p, text):
		r.escort(text)
		r.leave(p)
		r.directed = r.directed || decided.MatchString(text)
		r.silent = r.silent || r.isClerkDash(text) && opensDocument(text)
	case r.opens && !r.inTurn() && matter.EndsSpeech(text) && !strings.Contains(text, r.opener.Name):
		r.begin(r.opener, p)
	case r.isQuoteOver(text):
		r.silent = true
		r.leave(p)
	default:
		r.goOn(p, text)
	}
}

// isOpener says whether a piece is the line that names who speaks below, and takes him in, as well as
// whom the title of an interview names.
func (r *recorder) isOpener(p piece, text string) bool {
	if r.inTurn() {
		return false
	}
	l, ok := label.Opener(text, r.names)
	if ok {
		r.opener, r.opens = r.people.Meet(l.Speaker), true
		r.leave(p)
	} else if l, of := label.Respondent(text, r.names); of {
		r.opener = l.Speaker
	}
	return ok
}

// opensToChair is the chair whom a speech in Chinese addresses, on a line of its own.
var opensToChair = regexp.MustCompile(`^(?:代理)?主席(?:女士|先生)?[：:，,]$`)

// saysOn is the end of a label behind which a speech stands in quotation marks: "Senator X
// rose in support of the measure and stated:".
var saysOn = regexp.MustCompile(`\b(?:stating|stated|said|saying|responded|replied|as follows) ?:$`)

// isQuoteOver says whether the quotation marks in which the open turn stands are closed, and
// what follows tells of what was done.
func (r *recorder) isQuoteOver(text string) bool {
	if !r.inTurn() || len(r.pieces) < 2 || !r.isLabelAlone(r.pieces[0]) || opensQuote.MatchString(text) {
		return false
	}
	return opensQuote.MatchString(r.pieces[1].text()) && closesQuote.MatchString(r.pieces[len(r.pieces)-1].text()) && saysOn.MatchString(r.pieces[0].text())
}

var (
	opensQuote  = regexp.MustCompile(`^["“«]`)
	closesQuote = regexp.MustCompile(`["”»]$`)
)

// runsOn says whether a line that looks like a clerk's ends what the open turn has begun: the
// date at the end of a sentence, the motion that its mover reads out.
func (r *recorder) runsOn(text string) bool {
	if !r.inTurn() || len(r.headings) > 0 {
		return false
	}
	before := r.pieces[len(r.pieces)-1].text()
	return matter.Joins[grammar.LastWord(before)] && matter.SittingDay.MatchString(text) || strings.HasPrefix(text, "That ") && strings.HasSuffix(before, ":")
}

// labels opens the turn of whom a label at the beginning of a piece names.
func (r *recorder) labels(p piece, text string) bool {
	printed := r.at(p.block, p.from)
	found := r.seen.Label(learned.Place{Block: p.block, From: p.from}, printed)
	switch {
	case found.End > len(text): // the formula before it runs into the label
		return false
	case (found.Asks || found.Replies) && r.isOnlyNamed():
		r.add(p)
	case r.opens && !r.inTurn() && opensToChair.MatchString(text):
		r.begin(r.opener, p)
	case found.Replies && r.opener.Name != "":
		r.begin(r.opener, p)
	case r.isBelowLabel(found), found.Learned && readsOut.MatchString(text), label.OwnTitle.MatchString(found.Speaker.AsPrinted), isAgendaTitle(found):
		return false
	case found.Learned:
		r.begin(found.Speaker, p)
	case found.GoesOn:
		r.begin(r.floor.goesOn(found), p)
	case found.Style != label.None && !isTitle(p.block, found, r.seen):
		r.begin(r.seen.Holder(printed.Speaker), p)
		r.asked = printed.Asked
	default:
		return false
	}
	return true
}

// isBelowLabel says whether what looks like a label begins the speech of whom the line above
// names, in a record whose labels have lines of their own: "Frau Roe, die Frage ist: Wann?"
func (r *recorder) isBelowLabel(l label.Label) bool {
	return l.Style != label.None && !l.Alone && r.seen.OnLines() && r.isOnlyNamed()
}

// isOnlyNamed says whether the open turn is the name of its speaker so far, on a line of
// its own. What stands below it with a "Q" is his question.
func (r *recorder) isOnlyNamed() bool {
	return r.inTurn() && r.speaker.Name != "" && len(r.pieces) == 1 && r.isLabelAlone(r.pieces[0])
}

// isLabelAlone says whether a piece is a label and nothing else.
func (r *recorder) isLabelAlone(p piece) bool { return r.sizeAt(p.block, p.from) >= p.to-p.from }

// betweenDashes is what somebody says to another than the audience: "—Adelante—."
var betweenDashes = regexp.MustCompile(`^[-–—][^-–—]{2,120}[-–—][.!?]?$`)

// isTitleAt says whether a piece is a title within the record.
func (r *recorder) isTitleAt(p piece, text string) bool {
	return (isTitleWithin(p, text) || p.from == 0 && (matter.IsHeading(p.block) || r.captions[p.block] && !r.awaitsWords() || p.to < len(p.block.Text) && isTitleBefore(p.block, p.to))) && (!r.shouted || !describe.InCapitals(text)) && !isAsked(text) && !matter.IsTally(text) && !matter.Clock.MatchString(text) && !matter.BracketAside.MatchString(text)
}

// opensDocument says whether what such a line announces is printed below it, or the sitting is
// over.
func opensDocument(text string) bool {
	return strings.HasSuffix(strings.TrimRight(text, " "), ":") || matter.IsTally(strings.TrimLeft(text, "-–— "))
}

// hasClerkDash says whether the clerks of a record print a dash before their notes.
func (r *recorder) hasClerkDash() bool { return r.language == "es" || r.language == "pt" }

func (r *recorder) isClerkDash(text string) bool {
	return r.hasClerkDash() && learned.ClerkDash.MatchString(text)
}

// begin opens a turn under the headings since the last words.
func (r *recorder) begin(sp corpus.Speaker, p piece) {
	sp = r.announcedAs(sp)
	r.takeEchoed(sp, p)
	r.silent, r.directed, r.resolves = false, false, false
	isAfterChair := r.inTurn() && r.speaker.Presiding
	if isAfterChair {
		r.floor.hear(r.pieces[len(r.pieces)-1].text())
	}
	if isAfterChair || !r.inTurn() || r.floor.isCalled(sp) {
		r.floor.give(sp)
	}
	if r.name == transcriptName && len(r.parts.Interventions) == 0 && !r.inTurn() {
		r.flush() // a briefing has an index of its subjects on its cover
	}
	if title := r.sessionTitle(); title != "" {
		r.openSession(title)
	}
	if r.isOnlyNamed() {
		r.unsay() // who is named and says nothing, as in a title, has not spoken
	}
	r.close()
	r.flush()
	p.labelled = true
	r.open(r.people.Meet(sp), p)
	r.stands()
}

// unsay takes the open turn back: nobody has spoken.
func (r *recorder) unsay() {
	for _, p := range r.pieces {
		r.leave(p)
	}
	r.speaker, r.pieces = nil, nil
}

// unsayField takes the open turn back where what stands below its label is the name of a field
// of the cover, as it is then itself: "Released:", "Place:".
func (r *recorder) unsayField(below string) {
	if r.isOnlyNamed() && label.IsFieldName(below) && !grammar.Salutes(below) {
		r.unsay()
	}
}

// flush leaves the pending headings out.
func (r *recorder) flush() {
	for _, h := range r.headings {
		r.leave(h)
	}
	r.headings = nil
}

// goOn is a paragraph without a label: the speaker goes on, also under a heading
// inside the speech. Before the first label, and under a new item of the agenda,
// it is nobody's.
func (r *recorder) goOn(p piece, text string) {
	if slices.ContainsFunc(r.headings[max(0, len(r.headings)-2):], func(h piece) bool { return matter.ClerksPart.MatchString(h.block.Text) }) {
		r.leave(p)
		return
	}
	if asked := askedIn.FindString(text); asked != "" && (len(r.headings) > 0 || !r.inTurn() || matter.IsNumbered(p.block) || strings.HasSuffix(text, ":") || grammar.HasCapitals(asked)) {
		if o, ok := opening.Introduction(text[len(matter.QuestionNumber.FindString(text)):], r.names); ok && o.Speaker.Honorific != "" {
			r.begin(o.Speaker, p)
			return
		}
	}
	if sp, ok := r.reported(text); ok {
		r.begin(sp, p)
		return
	}
	if !r.inTurn() || slices.ContainsFunc(r.headings, func(h piece) bool { return matter.IsSessionTitle(h.block.Text) }) {
		r.leave(p)
		return
	}
	for _, h := range r.headings {
		r.add(h)
	}
	r.headings, r.directed = nil, false
	r.add(p)
	r.stands()
}

// askedIn is the form in which the order paper of a parliament prints a question:
// "Mr. X asked the Minister for …".
var askedIn = regexp.MustCompile(`^(?:\*[IVXLC]{1,7}\. |(?:Q\.? ?|No\. ?)?\d{1,4}[.)]? |\((?:No\.? ?)?\p{Lu}{0,2}/?\d{1,5}\) )?(?:\pL{1,5}\.? )?(?:[^,.:;()]|\pL\.){4,60}?(?: ?\([^()]{3,90}\))?(?:, (?:(?:on behalf of|kwa niaba ya) [^,:;()]{3,60}|` + grammar.Lists.Any("with-leave") + `),)? ` + grammar.Lists.Any("asked-in"))
