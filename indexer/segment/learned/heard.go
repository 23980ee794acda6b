package learned

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
)

// Heard is what tells the plain labels of a document from lead-ins: "Jane Roe:" is
// a label where it comes again, "Jane Roe (Leeds):" where others of the document
// leave no doubt.
type Heard struct {
	Known    map[string]int  // labels by the name in them
	chairs   map[string]bool // offices that preside, as labels with an article name them
	Formal   int             // labels that leave no doubt
	again    int             // plain labels of names that came before
	surnames map[string]bool // of labels in capitals that have the first name, too
	Strong   int             // labels that name an office or a form of address
	sure     map[string]bool // surnames of labels that leave no doubt, or have a seat or party
	shouted  int             // labels in capitals that name an office or a form of address
	states   int             // labels that name a State
	seats    int             // those of them that are a chair's
	plain    int             // plain labels without one
	dots     int             // labels beyond doubt that end in a full stop
	dotted   int             // those of them that have a line of their own
	colons   int             // those that do not
	asked    int             // labels of whoever asks
	bold     int             // labels beyond doubt that are set off in bold, and plain ones that come again
	upper    int             // labels beyond doubt whose surname is in capitals
	presided int             // labels of a chair
	tables   int             // lines of a table
	House    bool            // a speaker presides
	dashed   int             // labels beyond doubt that end in a dash
	closed   int             // of those, that end in a full stop as well
	lines    int             // and that have a line of their own
	Stood    int             // labels of a chair in capitals, on a line of their own
	raised   raised          // labels in capitals on lines of their own
	stamped  int             // labels that have the time of a recording

	parties    int // labels that name a State or a body and no person
	ownParties int // those behind which somebody speaks of himself

	voices bool   // the data of the file say who speaks: no words of its text do
	Forms  *forms // of labels that the grammar does not know

	Chapters  map[*read.Block]bool  // lines with a time that list what a recording has
	scattered int                   // labels inside of paragraphs
	within    map[*read.Block][]int // the bytes at which labels begin inside of paragraphs
	met       map[string]bool       // names that open several speeches within one
}

// FormalEnough is how many labels must leave no doubt before plain ones of their
// form are believed.
const FormalEnough = 3

// againEnough is how many plain labels must come again before one that does not is
// believed.
const againEnough = 4

// New returns what is heard of a document before the first label.
func New(doc *read.Document, names grammar.Names) *Heard {
	return &Heard{voices: doc.Voices, Forms: newForms(doc, names), Chapters: map[*read.Block]bool{}, within: map[*read.Block][]int{}, met: map[string]bool{}, Known: map[string]int{}, chairs: map[string]bool{}, surnames: map[string]bool{}, sure: map[string]bool{}}
}

// Hear counts a label that the grammar knows.
func (h *Heard) Hear(l label.Label) {
	if l.Style == label.None || l.MayBeNone() {
		return
	}
	h.dashed += grammar.Count(l.Dashed)
	if l.Party {
		h.parties++
		h.ownParties += grammar.Count(l.Personal)
		return
	}
	h.presided += grammar.Count(l.Speaker.Presiding)
	h.tables += grammar.Count(l.Style == label.Table)
	h.Known[l.Speaker.Name]++
	h.House = h.House || l.Speaker.Presiding && aSpeaker.MatchString(l.Speaker.Name)
	sure := l.Style == label.Formal
	h.hearClose(l)
	h.shouted += grammar.Count(l.Style == label.Shouted && l.IsSure())
	h.states += grammar.Count(l.Speaker.Country != "")
	h.seats += grammar.Count(l.Speaker.Country != "" && l.Speaker.Presiding)
	h.asked += grammar.Count(l.Asks) + grammar.Count(l.Asks && l.Closed)
	h.closed += grammar.Count(l.Closed && l.Style == label.Formal)
	h.plain += grammar.Count(l.Style == label.Plain && !l.Bracketed)
	h.again += grammar.Count(l.Style == label.Plain && h.Known[l.Speaker.Name] > 1)
	h.bold += grammar.Count(l.Bold && l.Style == label.Plain && h.Known[l.Speaker.Name] > 1)
	if sure || l.Style == label.Shouted && l.Speaker.Honorific != "" {
		h.bold += grammar.Count(l.Bold)
		h.upper += grammar.Count(l.Upper)
	}
	h.Strong += grammar.Count(l.IsStrong())
	h.stamped += grammar.Count(l.Stamped)
	h.remember(l)
}

// hearClose counts how labels beyond doubt are closed.
func (h *Heard) hearClose(l label.Label) {
	h.Formal += grammar.Count(l.Style == label.Formal)
	h.lines += grammar.Count(l.Style == label.Formal && l.Alone)
	h.Stood += grammar.Count(l.Style == label.Shouted && l.Alone && l.Speaker.Presiding)
	h.dots += grammar.Count(l.Dot)
	h.dotted += grammar.Count(l.Dot && l.Alone)
	h.colons += grammar.Count(l.Style == label.Formal && !l.Dot)
}

// OnLines says whether labels have lines of their own.
func (h *Heard) OnLines() bool { return h.Formal >= FormalEnough && 2*h.lines > h.Formal }

// areLines says whether half of the labels beyond doubt have lines of their own, or those have that
// the grammar does not know.
func (h *Heard) areLines() bool {
	return 2*h.lines > h.Formal || h.Forms.closed[byLine] >= FormalEnough
}

// remember keeps the names by which later labels are believed.
func (h *Heard) remember(l label.Label) {
	last := grammar.LastWord(l.Speaker.Name)
	if l.Style == label.Shouted && strings.Contains(l.Speaker.Name, " ") {
		h.surnames[last] = true
	}
	if l.Style == label.Formal || l.Bracketed {
		h.sure[last] = true
	}
	bare, _ := label.Parenthesised(l.Speaker.AsPrinted)
	if office := grammar.StripArticle(bare); l.Speaker.Presiding && office != bare {
		h.chairs[chairOf(label.ChairAddress.ReplaceAllString(office, ""))] = true
	}
}

// isPress says whether whoever asks is one of the voices of the document, and not a
// figure of somebody's speech.
func (h *Heard) isPress() bool {
	return h.asked > 0 && h.Forms.spokes != "" || h.asked >= 2 && h.asked > h.states && 4*h.asked > h.Formal || h.Known[""] > FormalEnough && h.Formal == 0
}

// repeats turns a plain label into one that counts, or into none.
func (h *Heard) repeats(found label.Label) label.Label {
	if sp := &found.Speaker; h.House && sp.Presiding && viceHead.MatchString(sp.AsPrinted) {
		sp.Presiding, sp.Role = false, grammar.StripArticle(cmp.Or(sp.Role, sp.Name))
	}
	switch {
	case found.Party && (h.believesParties() || found.Personal && found.Speaker.Role != "" && h.presided > 0):
		found.Style = label.Formal
	case found.Party, found.Salutes && !h.areLines(), h.isFigure(found), h.isLoneTime(found):
		return label.Label{}
	case found.Style != label.Plain:
	case found.Dashed:
		if h.dashed < FormalEnough {
			return label.Label{}
		}
		found.Style = label.Formal
	case h.isAsFormal(found):
		found.Style = label.Formal
	case found.Speaker.Role != "" && h.isPress():
		found.Style = label.Shouted // "Spokesman:" at a press conference
	case !h.isBelieved(found):
		return label.Label{}
	default:
		found.Style = label.Shouted
	}
	return found
}

// isAsFormal says whether a plain label is of a form that labels beyond doubt have: with a seat behind
// it, or a question to the government, in bold, or with the surname in capitals.
func (h *Heard) isAsFormal(l label.Label) bool {
	return (l.Bracketed || l.Inquires) && h.Formal >= FormalEnough || l.Bold && h.bold >= FormalEnough || l.Upper && (h.upper >= FormalEnough || l.Bracketed && h.Strong > 1)
}

// Label is the label that stands at a place, given what the grammar says of it.
func (h *Heard) Label(at Place, found label.Label) label.Label {
	if at.From == 0 && label.HasVoice(at.Block.Text, at.Block.Voice) {
		return found // the file says so
	}
	if h.voices || h.Chapters[at.Block] {
		return label.Label{}
	}
	if l := h.repeats(found); l.Style != label.None {
		return l
	}
	return h.Forms.Believed[at]
}

// Holder is whose label it is that a chair's office has in parentheses: where no other label names
// a State, "Sr. Presidente (Marruecos)" names its holder, as all offices of the record do.
func (h *Heard) Holder(sp corpus.Speaker) corpus.Speaker {
	if !sp.Presiding || sp.Country == "" || h.states > h.seats || h.Formal == h.presided {
		return sp
	}
	office, groups := label.Parenthesised(sp.AsPrinted)
	if len(groups) != 1 || describe.InCapitals(groups[0]) && !describe.InCapitals(office) {
		return sp
	}
	if p := grammar.NameOf(groups[0]); p.End == len(groups[0]) {
		sp.Name, sp.Role, sp.Country = p.Name, label.ChairAddress.ReplaceAllString(grammar.StripArticle(office), ""), ""
	}
	return sp
}

// isFigure says whether what has the form of a label is a title or part of a speech,
// by what the other labels of the document are.
func (h *Heard) isFigure(l label.Label) bool {
	printed := l.Speaker.AsPrinted
	switch {
	case l.Style == label.Table:
		return h.isMenu()
	case l.Dot && l.Alone && 2*h.dotted < h.dots: // "Mme la présidente." in a table of contents
		return !l.Speaker.Presiding || !describe.InCapitals(printed)
	case l.IsWeak():
		return h.Strong == 0 && h.Known[l.Speaker.Name] < 2 && !h.Forms.declared // "INLAND WATERS: …"
	case l.Speaker.Presiding: // "Mr. President: …" where "The President:" is the label
		return label.ChairAddress.MatchString(printed) && !describe.InCapitals(printed) && h.chairs[chairOf(label.ChairAddress.ReplaceAllString(printed, ""))]
	case l.Asks || l.Replies: // "Question: who pays?"
		return !h.isPress() && !grammar.IsShoutedWord(printed) && !isReporter(printed) && (len(h.Forms.Believed) == 0 || !label.Operator.MatchString(printed))
	case l.Dot: // "Dr. Brook. Dr. Vega. All of them taught us."
		return FormalEnough*h.dots <= h.colons || h.dots == 1 && h.colons > 0 && !l.Speaker.Presiding
	case l.Single && l.Bold && h.bold >= FormalEnough:
	case l.Single: // "NATO: an alliance"
		return !h.isPress() && !h.surnames[l.Speaker.Name] && h.shouted <= h.Formal || h.Known[l.Speaker.Name] < 2 && (l.Alone || h.Strong < FormalEnough || grammar.NamesParty(l.Speaker.AsPrinted, h.Forms.names))
	}
	return false
}

// isMenu says whether lines of a table are those of a page on the web, "Help | Login": there is only
// one, or they stand beside more labels of other forms.
func (h *Heard) isMenu() bool {
	others := h.Strong - h.tables
	return h.tables < 2 || others > h.tables && others >= FormalEnough
}

// isLoneTime says whether what looks like the time behind a name is none, as no other label has
// one: "Hansard Volume 37:29".
func (h *Heard) isLoneTime(l label.Label) bool {
	return l.Stamped && !l.IsSure() && h.stamped == 1 && h.Strong >= FormalEnough
}

// isReporter says whether a label for whoever asks tells for whom: "新华社记者", "Reporter from
// Lamp Daily".
func isReporter(printed string) bool {
	return grammar.CountWords(printed, 2) > 1 || unicode.Is(unicode.Han, grammar.FirstRune(printed)) && utf8.RuneCountInString(printed) > 3
}

// isBelieved says whether a plain label comes again, or others like it do. In a
// record whose labels leave no doubt it needs a name that one of them has, unless
// many plain ones come again: such a record has two forms.
func (h *Heard) isBelieved(l label.Label) bool {
	if initialsFirst.MatchString(l.Speaker.Name) && (h.Strong > 0 || len(h.Forms.Believed) > 0) {
		return true // "T. Brook:", where the chair has a label
	}
	if l.Closed && h.closed > 0 && l.Speaker.Role == "" {
		return true // "Ada Brook.- Thank you."
	}
	if h.Known[l.Speaker.Name] < 2 && h.again < againEnough {
		return false
	}
	return h.Formal < FormalEnough || h.plain > h.Formal || h.again >= againEnough || h.sure[grammar.LastWord(l.Speaker.Name)]
}

// initialsFirst is a surname behind initials alone.
var initialsFirst = regexp.MustCompile(`^(?:\p{Lu}\. ?){1,3}(?:(?:de|van|von|Mc|Mac|Le|La) ?)?\p{Lu}\p{Ll}[\pL'’-]+$`)

// aSpeaker presides over a house in which a vice-president is one of the government.
var (
	aSpeaker = regexp.MustCompile(`(?i)\bspeaker$`)
	viceHead = regexp.MustCompile(`(?i)^the (?:vice[- ])president\b`)
)

// chairOf is the chair that an office is, whoever holds it for the time being.
func chairOf(office string) string {
	return strings.TrimSpace(forNow.ReplaceAllString(strings.ToLower(office), " "))
}

var forNow = regexp.MustCompile(`(?:^| )(?:acting|interim|interin[oa]|par intérim|en exercice|en funciones|pro tempore)(?: |$)`)

// believesParties says whether the States and bodies that stand before a colon are
// labels: what follows is told in the first person. A title ("Ghana: a report") is
// followed by something else.
func (h *Heard) believesParties() bool {
	return h.ownParties > 1 || h.ownParties == 1 && h.parties > 1 && h.presided > 0
}
