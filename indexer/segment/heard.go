package segment

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// heard is what tells the plain labels of a document from lead-ins: "Jane Roe:" is
// a label where it comes again, "Jane Roe (Leeds):" where others of the document
// leave no doubt.
type heard struct {
	known    map[string]int  // labels by the name in them
	chairs   map[string]bool // offices that preside, as labels with an article name them
	formal   int             // labels that leave no doubt
	again    int             // plain labels of names that came before
	surnames map[string]bool // of labels in capitals that have the first name, too
	strong   int             // labels that name an office or a form of address
	sure     map[string]bool // surnames of labels that leave no doubt, or have a seat or party
	shouted  int             // labels in capitals that name an office or a form of address
	states   int             // labels that name a State
	plain    int             // plain labels without one
	dots     int             // labels beyond doubt that end in a full stop
	dotted   int             // those of them that have a line of their own
	colons   int             // those that do not
	asked    int             // labels of whoever asks
	bold     int             // labels beyond doubt that are set off in bold, and plain ones that come again
	upper    int             // labels beyond doubt whose surname is in capitals
	presided int             // labels of a chair
	tables   int             // lines of a table
	house    bool            // a speaker presides
	dashed   int             // labels beyond doubt that end in a dash
	closed   int             // of those, that end in a full stop as well
	lines    int             // and that have a line of their own

	parties    int // labels that name a State or a body and no person
	ownParties int // those behind which somebody speaks of himself

	forms *forms // of labels that the grammar does not know

	chapters  map[*read.Block]bool  // lines with a time that list what a recording has
	scattered int                   // labels inside of paragraphs
	within    map[*read.Block][]int // the bytes at which labels begin inside of paragraphs
}

// formalEnough is how many labels must leave no doubt before plain ones of their
// form are believed.
const formalEnough = 3

// againEnough is how many plain labels must come again before one that does not is
// believed.
const againEnough = 4

func newHeard(names Names) *heard {
	return &heard{forms: newForms(names), chapters: map[*read.Block]bool{}, within: map[*read.Block][]int{}, known: map[string]int{}, chairs: map[string]bool{}, surnames: map[string]bool{}, sure: map[string]bool{}}
}

func (h *heard) hear(l label) {
	if l.style == noLabel || l.mayBeNone() {
		return
	}
	h.dashed += count(l.dashed)
	if l.party {
		h.parties++
		h.ownParties += count(l.personal)
		return
	}
	h.presided += count(l.speaker.Presiding)
	h.tables += count(l.style == tableLabel)
	h.known[l.speaker.Name]++
	h.house = h.house || l.speaker.Presiding && aSpeaker.MatchString(l.speaker.Name)
	sure := l.style == formalLabel
	h.hearClose(l)
	h.shouted += count(l.style == shoutedLabel && l.isSure())
	h.states += count(l.speaker.Country != "")
	h.asked += count(l.asks) + count(l.asks && l.closed)
	h.closed += count(l.closed && l.style == formalLabel)
	h.plain += count(l.style == plainLabel && !l.bracketed)
	h.again += count(l.style == plainLabel && h.known[l.speaker.Name] > 1)
	h.bold += count(l.bold && l.style == plainLabel && h.known[l.speaker.Name] > 1)
	if sure || l.style == shoutedLabel && l.speaker.Honorific != "" {
		h.bold += count(l.bold)
		h.upper += count(l.upper)
	}
	h.strong += count(l.isStrong())
	h.remember(l)
}

// hearClose counts how labels beyond doubt are closed.
func (h *heard) hearClose(l label) {
	h.formal += count(l.style == formalLabel)
	h.lines += count(l.style == formalLabel && l.alone)
	h.dots += count(l.dot)
	h.dotted += count(l.dot && l.alone)
	h.colons += count(l.style == formalLabel && !l.dot)
}

// remember keeps the names by which later labels are believed.
func (h *heard) remember(l label) {
	last := lastWord(l.speaker.Name)
	if l.style == shoutedLabel && strings.Contains(l.speaker.Name, " ") {
		h.surnames[last] = true
	}
	if l.style == formalLabel || l.bracketed {
		h.sure[last] = true
	}
	bare, _ := parenthesised(l.speaker.AsPrinted)
	if office := stripArticle(bare); l.speaker.Presiding && office != bare {
		h.chairs[chairOf(chairAddress.ReplaceAllString(office, ""))] = true
	}
}

// isStrong says whether a label names an office or a form of address, and not a time alone.
func (l label) isStrong() bool {
	return l.style != plainLabel && (!l.stamped || l.style == formalLabel) && !l.isWeak() && !l.isBareChair()
}

// mayBeNone says whether only other labels tell that a label is one.
func (l label) mayBeNone() bool { return l.salutes || l.dashed && l.style == plainLabel }

// isPress says whether whoever asks is one of the voices of the document, and not a
// figure of somebody's speech.
func (h *heard) isPress() bool {
	return h.asked > 0 && h.forms.spokes != "" || h.asked >= 2 && h.asked > h.states && 4*h.asked > h.formal || h.known[""] > formalEnough && h.formal == 0
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// repeats turns a plain label into one that counts, or into none.
func (h *heard) repeats(found label) label {
	if sp := &found.speaker; h.house && sp.Presiding && viceHead.MatchString(sp.AsPrinted) {
		sp.Presiding, sp.Role = false, stripArticle(cmp.Or(sp.Role, sp.Name))
	}
	switch {
	case found.party && (h.believesParties() || found.personal && found.speaker.Role != "" && h.presided > 0):
		found.style = formalLabel
	case found.party, found.salutes && 2*h.lines <= h.formal, h.isFigure(found):
		return label{}
	case found.style != plainLabel:
	case found.dashed:
		if h.dashed < formalEnough {
			return label{}
		}
		found.style = formalLabel
	case found.bracketed && h.formal >= formalEnough, found.bold && h.bold >= formalEnough, found.upper && (h.upper >= formalEnough || found.bracketed && h.strong > 1):
		found.style = formalLabel
	case found.speaker.Role != "" && h.isPress():
		found.style = shoutedLabel // "Spokesman:" at a press conference
	case !h.isBelieved(found):
		return label{}
	default:
		found.style = shoutedLabel
	}
	return found
}

// label is the label that stands at a place, given what the grammar says of it.
func (h *heard) label(at place, found label) label {
	if h.chapters[at.block] {
		return label{}
	}
	if l := h.repeats(found); l.style != noLabel {
		return l
	}
	return h.forms.believed[at]
}

// isFigure says whether what has the form of a label is a title or part of a speech,
// by what the other labels of the document are.
func (h *heard) isFigure(l label) bool {
	printed := l.speaker.AsPrinted
	switch {
	case l.style == tableLabel: // "Help | Login"
		return h.tables < 2
	case l.dot && l.alone && 2*h.dotted < h.dots: // "Mme la présidente." in a table of contents
		return true
	case l.isWeak():
		return h.strong == 0 && h.known[l.speaker.Name] < 2 && !h.forms.declared // "INLAND WATERS: …"
	case l.speaker.Presiding: // "Mr. President: …" where "The President:" is the label
		return chairAddress.MatchString(printed) && !describe.InCapitals(printed) && h.chairs[chairOf(chairAddress.ReplaceAllString(printed, ""))]
	case l.asks || l.replies: // "Question: who pays?"
		return !h.isPress() && !isShoutedWord(printed) && !isReporter(printed) && (len(h.forms.believed) == 0 || !operator.MatchString(printed))
	case l.dot: // "Dr. Brook. Dr. Vega. All of them taught us."
		return formalEnough*h.dots <= h.colons || h.dots == 1 && h.colons > 0 && !l.speaker.Presiding
	case l.single && l.bold && h.bold >= formalEnough:
	case l.single: // "NATO: an alliance"
		return !h.isPress() && !h.surnames[l.speaker.Name] && h.shouted <= h.formal || h.known[l.speaker.Name] < 2 && (l.alone || h.strong < formalEnough || namesParty(l.speaker.AsPrinted, h.forms.names))
	}
	return false
}

// isReporter says whether a label for whoever asks tells for whom: "新华社记者", "Reporter from
// Lamp Daily".
func isReporter(printed string) bool {
	return countWords(printed, 2) > 1 || unicode.Is(unicode.Han, firstRune(printed)) && utf8.RuneCountInString(printed) > 3
}

// isBelieved says whether a plain label comes again, or others like it do. In a
// record whose labels leave no doubt it needs a name that one of them has, unless
// many plain ones come again: such a record has two forms.
func (h *heard) isBelieved(l label) bool {
	if initialsFirst.MatchString(l.speaker.Name) && h.strong > 0 {
		return true // "T. Brook:", where the chair has a label
	}
	if l.closed && h.closed > 0 && l.speaker.Role == "" {
		return true // "Ada Brook.- Thank you."
	}
	if h.known[l.speaker.Name] < 2 && h.again < againEnough {
		return false
	}
	return h.formal < formalEnough || h.plain > h.formal || h.again >= againEnough || h.sure[lastWord(l.speaker.Name)]
}

// initialsFirst is a surname behind initials alone.
var initialsFirst = regexp.MustCompile(`^(?:\p{Lu}\. ?){1,3}(?:(?:de|van|von|Mc|Mac|Le|La) ?)?\p{Lu}\p{Ll}[\pL'’-]+$`)

// aSpeaker presides over a house in which a vice-president is one of the government.
var (
	aSpeaker = regexp.MustCompile(`(?i)\bspeaker$`)
	viceHead = regexp.MustCompile(`(?i)^the (?:vice[- ])president\b`)
)

func isShoutedWord(s string) bool { return len(s) > 2 && describe.InCapitals(s) }

// chairAddress is the form of address of a chair.
var chairAddress = regexp.MustCompile(`(?i)^(?:mr\.?|hon(?:ou?rable|\.)?|mrs\.?|(?:[oa] )?sr(?:\.ª|a?\.?)|m\. le|mme la|madame?|mdm|madame la|monsieur le|señora?|herr|frau) `)

// chairOf is the chair that an office is, whoever holds it for the time being.
func chairOf(office string) string {
	return strings.TrimSpace(forNow.ReplaceAllString(strings.ToLower(office), " "))
}

var forNow = regexp.MustCompile(`(?:^| )(?:acting|interim|interin[oa]|par intérim|en exercice|en funciones|pro tempore)(?: |$)`)

// isBareChair says whether a label is a chair's that a programme may have as well:
// "Chair: …", not "The Chair: …".
func (l label) isBareChair() bool {
	return l.speaker.Presiding && l.speaker.Honorific == "" && l.speaker.Role == "" && !article.MatchString(l.speaker.AsPrinted) && !chairElsewhere.MatchString(l.speaker.AsPrinted) && !chairAddress.MatchString(l.speaker.AsPrinted)
}

// isWeak says whether a label is words in capitals that may be a title as well.
func (l label) isWeak() bool {
	return l.style == shoutedLabel && !l.stamped && l.speaker.Honorific == "" && !l.speaker.Presiding && l.speaker.Role == "" && l.speaker.Name != ""
}
