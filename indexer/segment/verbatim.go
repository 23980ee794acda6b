package segment

import (
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// labelled is what verbatim records and transcripts have in common: each turn
// begins with a label that names the speaker.
type labelled struct {
	name   string
	styles []labelStyle // that speak for this layout
	names  Names
}

// verbatim is a record of parliament or of an assembly, word by word: "Mr. X
// (Ghana): …", "The President: …".
func verbatim(names Names) Layout {
	return labelled{name: "verbatim", styles: []labelStyle{formalLabel}, names: names}
}

func (l labelled) Name() string { return l.name }

// Score grows with the share of paragraphs that have a label. One voice alone is
// no debate, so there must be two, or a speaker who is not the chair.
func (l labelled) Score(doc *read.Document) float64 {
	own, all, personal := 0, 0, false
	voices := map[string]bool{}
	found, seen, prose := l.survey(doc)
	for i := range found {
		f := seen.repeats(found[i])
		if f.style == noLabel || isTitle(&doc.Blocks[i], f) {
			continue
		}
		all++
		personal = personal || inFirstPerson(doc.Blocks[i].Text[f.end:])
		voices[f.speaker.AsPrinted] = true
		if slices.Contains(l.styles, f.style) {
			own++
		}
	}
	if own < 2 || len(voices) < 2 || 2*own < all {
		return 0
	}
	if seen.strong == 0 && !personal {
		return 0 // titles or definitions, if nobody says "I" or "we"
	}
	return min(0.95, 0.6+float64(own)/float64(max(prose, 1)))
}

// survey is the label of each block that is no item, what they have in common, and
// how many blocks are running text.
func (l labelled) survey(doc *read.Document) ([]label, *heard, int) {
	prose, seen := 0, newHeard()
	found := make([]label, len(doc.Blocks))
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Kind == read.Footnote || b.Kind == read.Item {
			continue
		}
		if isProse(b) {
			prose++
		}
		found[i] = labelOf(b.Text, l.names)
		seen.hear(found[i])
	}
	return found, seen, prose
}

// isTitle says whether what looks like a label heads a part of the text: words in
// capitals and a colon on a line of their own that name no person for certain.
func isTitle(b *read.Block, l label) bool {
	return b.Kind == read.Heading && l.alone && l.style == shoutedLabel && l.speaker.Honorific == "" && !l.speaker.Presiding
}

// heard is what tells the plain labels of a document from lead-ins: "Jane Roe:" is
// a label where it comes again, "Jane Roe (Leeds):" where others of the document
// leave no doubt.
type heard struct {
	known  map[string]int  // labels by the name in them
	chairs map[string]bool // offices that preside, as labels with an article name them
	formal int             // labels that leave no doubt
	strong int             // labels that name an office or a form of address
}

// formalEnough is how many labels must leave no doubt before plain ones with a
// parenthesis are believed.
const formalEnough = 3

func newHeard() *heard { return &heard{known: map[string]int{}, chairs: map[string]bool{}} }

func (h *heard) hear(l label) {
	if l.style != noLabel {
		h.known[l.speaker.Name]++
	}
	if l.style == formalLabel {
		h.formal++
	}
	if office := stripArticle(l.speaker.Name); l.speaker.Presiding && office != l.speaker.Name {
		h.chairs[strings.ToLower(office)] = true
	}
	if l.style != plainLabel && l.style != noLabel && !l.isWeak() {
		h.strong++
	}
}

// repeats turns a plain label into one that counts, or into none.
func (h *heard) repeats(found label) label {
	switch {
	case found.isWeak() && h.strong == 0 && h.known[found.speaker.Name] < 2:
		return label{} // "INLAND WATERS: …"
	case found.speaker.Presiding && h.chairs[strings.ToLower(chairAddress.ReplaceAllString(found.speaker.AsPrinted, ""))]:
		if chairAddress.MatchString(found.speaker.AsPrinted) {
			return label{} // "Mr. President: …" where "The President:" is the label
		}
	case found.style != plainLabel:
	case found.bracketed && h.formal >= formalEnough:
		found.style = formalLabel
	case h.known[found.speaker.Name] < 2:
		return label{}
	default:
		found.style = shoutedLabel
	}
	return found
}

// chairAddress is the form of address of a chair.
var chairAddress = regexp.MustCompile(`(?i)^(?:mr\.?|mrs\.?|madam|madame la|monsieur le|señora?|herr|frau) `)

// isWeak says whether a label is words in capitals that may be a title as well.
func (l label) isWeak() bool {
	return l.style == shoutedLabel && l.speaker.Honorific == "" && !l.speaker.Presiding && l.speaker.Role == "" && l.speaker.Name != ""
}

func (l labelled) listen(doc *read.Document) *heard {
	seen := newHeard()
	for i := range doc.Blocks {
		seen.hear(labelOf(doc.Blocks[i].Text, l.names))
	}
	return seen
}

// find is the label that a text begins with.
func (l labelled) find(text string, seen *heard) label {
	return seen.repeats(labelOf(text, l.names))
}

// Segment walks the document once. What stands before the first label is the
// cover; procedure and votes are nobody's words.
func (l labelled) Segment(doc *read.Document) Parts {
	r := &recorder{
		labelled: l, builder: newBuilder(doc), people: newPeople(), titles: describe.NewHeadings(doc),
		seen: l.listen(doc), end: imprint(doc.Blocks),
	}
	r.captions = captions(doc.Blocks, func(b *read.Block) bool { return l.find(b.Text, r.seen).style != noLabel })
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Kind == read.Footnote || i >= r.end {
			r.leave(whole(b))
			continue
		}
		for _, p := range r.split(b) {
			r.piece(p, i == 0)
		}
	}
	r.flush()
	return r.done()
}

// recorder is the state of one pass over a labelled record.
type recorder struct {
	labelled
	*builder
	people   *people
	titles   *describe.Headings
	seen     *heard
	end      int
	captions map[*read.Block]bool // titles that the format does not mark
	guest    corpus.Speaker       // whom the last heading announced
	headings []piece              // printed since the last words
	silent   bool                 // a vote is printed, or the meeting is over
}

// split divides a block at the printed lines that begin with a label, for readers
// that could not tell two paragraphs apart. Such a label counts only after the
// end of a sentence.
func (r *recorder) split(b *read.Block) []piece {
	var out []piece
	from := 0
	for _, l := range b.Lines[1:] {
		if l.Start <= from || l.Start >= len(b.Text) || !endsSpeech(b.Text[:l.Start]) {
			continue
		}
		if found := labelOf(b.Text[l.Start:], r.names); found.style == formalLabel || found.style == shoutedLabel && found.speaker.Honorific != "" {
			out = append(out, piece{block: b, from: from, to: l.Start})
			from = l.Start
		}
	}
	return append(out, piece{block: b, from: from, to: len(b.Text)})
}

func endsSpeech(text string) bool {
	text = strings.TrimRight(text, " ")
	return endsSentence(text) || strings.HasSuffix(text, "-") || strings.HasSuffix(text, "—") || strings.HasSuffix(text, "–")
}

func (r *recorder) piece(p piece, first bool) {
	text := p.block.Text[p.from:p.to]
	found := r.find(text, r.seen)
	switch {
	case found.style != noLabel && !isTitle(p.block, found):
		r.begin(found.speaker, p)
	case p.from == 0 && (isHeading(p.block) || r.captions[p.block]) && !isTally(text):
		if first {
			r.leave(p) // the title of the record
			return
		}
		r.headings = append(r.headings, p)
		r.announce(text)
	case votes.MatchString(text) || isTally(text):
		r.silent = true
		r.leave(p)
	case r.silent || isProcedure(p):
		r.leave(p)
	default:
		r.goOn(p, text)
	}
}

// begin opens a turn under the headings since the last words.
func (r *recorder) begin(sp corpus.Speaker, p piece) {
	r.silent = false
	if title := r.sessionTitle(); title != "" {
		r.openSession(title)
	}
	r.close()
	r.flush()
	r.open(r.people.meet(r.announcedAs(sp)), p)
}

// sessionTitle is the title that the pending headings make: the item of the
// agenda with what it is about, failing that the last heading.
func (r *recorder) sessionTitle() string {
	n := len(r.headings)
	if n == 0 {
		return ""
	}
	for i := n - 1; i >= 0; i-- {
		title := r.headings[i].block.Text
		if !isSessionTitle(title) {
			continue
		}
		title = r.titles.Title(title)
		if bareSession.MatchString(continued.ReplaceAllString(title, "")) && i+1 < n {
			title += ": " + r.titles.Title(r.headings[i+1].block.Text)
		}
		return title
	}
	return r.titles.Title(r.headings[n-1].block.Text)
}

var continued = regexp.MustCompile(`(?i) ?\((?:continued|cont['’]?d|suite|continuación)\)$`)

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
	for _, h := range r.headings {
		if isSessionTitle(h.block.Text) {
			r.leave(p)
			return
		}
	}
	if asked := askedIn.FindString(text); asked != "" && len(r.headings) > 0 {
		if o, ok := introduction(text, r.names); ok && o.speaker.Honorific != "" {
			r.begin(o.speaker, p)
			return
		}
	}
	if !r.inTurn() {
		r.leave(p)
		return
	}
	for _, h := range r.headings {
		r.add(h)
	}
	r.headings = nil
	r.add(p)
}

// askedIn is the form in which the order paper of a parliament prints a question:
// "Mr. X asked the Minister for …".
var askedIn = regexp.MustCompile(`^(?:\pL{1,5}\. )?[^,.:;]{4,60}? asked the \p{Lu}`)

// votes begin the printed result of a vote, which goes on to the next label, and
// end a meeting.
var votes = regexp.MustCompile(`(?i)^(?:in favou?r|against|abstaining|abstentions?|votent pour|votent contre|s['’]abstiennent|votos a favor|votos en contra|abstenciones|ayes?|noes)(?: ?\(?\d*\)?)? ?:|^(?:(?:the|la|el) (?:meeting|house|sitting|session|assembly|council|senate|s[ée]ance|sesi[óo]n) (?:rose|adjourned|was (?:adjourned|closed)|est lev[ée]e|se levanta|stood adjourned))\b|^the result of the vot`)

// procedure is what records print between speeches.
var procedure = regexp.MustCompile(`(?i)^(?:(?:the|la|el) (?:meeting|house|sitting|session|assembly|council|senate|s[ée]ance|sesi[óo]n|president|agenda|ordre du jour|orden del día) (?:was (?:called|suspended|resumed|opened|adopted)|met|resumed|est ouverte|est adopté|se abre|quedó aprobado|took the chair|in the chair)\b|` +
	`(?:an?|the) (?:recorded |separate |secret |roll-call |show of hands )?vote (?:was|by|has been) \b|it was so decided|il en est ainsi décidé|así queda acordado|` +
	`(?:the )?(?:draft )?(?:resolution|decision|amendment|motion|question|bill|paragraph)s? [^.]{0,80}?(?:was|were) (?:adopted|rejected|agreed|retained|proposed|put|read|deferred|withdrawn)\b|` +
	`in the absence of the (?:president|chair)|at the invitation of the president|[^.:]{3,80} took (?:the chair|a seat|his seat|her seat)|[^.:]{3,80}\b(?:was|were) escorted (?:to|from|into)|` +
	`the members of the [^.]{3,60} observed a minute|` +
	`this (?:verbatim |summary )?record (?:contains|is subject)|corrections (?:to this record|should be|will be)|corrected records will|le présent (?:procès-verbal|compte rendu)|la presente acta)`)

// jobNumber are the printer's marks on a page.
var jobNumber = regexp.MustCompile(`^(?:\d\d-\d{5}(?: ?\([A-Z]\))?|\*\d{6,8}\*)(?: .{0,12})?$`)

// isProcedure says whether a paragraph is the record's own words and no
// speaker's: set in italics or in brackets, or one of the formulas of procedure.
func isProcedure(p piece) bool {
	text := p.text()
	if n := len(text); n > 1 && (text[0] == '(' && text[n-1] == ')' || text[0] == '[' && text[n-1] == ']') && countWords(text, 60) < 60 {
		return isOneAside(text)
	}
	return procedure.MatchString(text) || jobNumber.MatchString(text) || isFormula(text) || isItalic(p)
}

func isItalic(p piece) bool {
	end := p.from
	for _, s := range p.block.Spans {
		if s.Italic && s.Start <= end && s.End > end {
			end = s.End
		}
	}
	return end >= p.to && p.to > p.from
}
