package segment

import (
	"strings"

	"briefsearch/indexer/describe"
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
	asked    int             // labels of whoever asks
	bold     int             // labels beyond doubt that are set off in bold
	upper    int             // labels beyond doubt whose surname is in capitals
}

// formalEnough is how many labels must leave no doubt before plain ones of their
// form are believed.
const formalEnough = 3

// againEnough is how many plain labels must come again before one that does not is
// believed.
const againEnough = 4

func newHeard() *heard {
	return &heard{known: map[string]int{}, chairs: map[string]bool{}, surnames: map[string]bool{}}
}

func (h *heard) hear(l label) {
	if l.style != noLabel {
		h.known[l.speaker.Name]++
	}
	if l.style == plainLabel && h.known[l.speaker.Name] > 1 {
		h.again++
	}
	if l.style == formalLabel {
		h.formal++
	}
	if l.style == formalLabel || l.style == shoutedLabel && l.speaker.Honorific != "" {
		h.bold += count(l.bold)
		h.upper += count(l.upper)
	}
	h.asked += count(l.asks)
	if l.style == shoutedLabel && strings.Contains(l.speaker.Name, " ") {
		h.surnames[lastWord(l.speaker.Name)] = true
	}
	if office := stripArticle(l.speaker.Name); l.speaker.Presiding && office != l.speaker.Name {
		h.chairs[chairOf(office)] = true
	}
	if l.style != plainLabel && l.style != noLabel && !l.isWeak() {
		h.strong++
	}
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// repeats turns a plain label into one that counts, or into none.
func (h *heard) repeats(found label) label {
	switch {
	case found.isWeak() && h.strong == 0 && h.known[found.speaker.Name] < 2:
		return label{} // "INLAND WATERS: …"
	case found.speaker.Presiding:
		if chairAddress.MatchString(found.speaker.AsPrinted) && !describe.InCapitals(found.speaker.AsPrinted) && h.chairs[chairOf(chairAddress.ReplaceAllString(found.speaker.AsPrinted, ""))] {
			return label{} // "Mr. President: …" where "The President:" is the label
		}
	case (found.asks || found.replies) && h.asked < 2 && h.known[""] <= formalEnough && !isShoutedWord(found.speaker.AsPrinted):
		return label{} // "Question: who pays?"
	case found.single && (h.asked < 2 && !h.surnames[found.speaker.Name] || h.known[found.speaker.Name] < 2):
		return label{}
	case found.style != plainLabel:
	case found.bracketed && h.formal >= formalEnough, found.bold && h.bold >= formalEnough, found.upper && h.upper >= formalEnough:
		found.style = formalLabel
	case found.speaker.Role != "" && h.asked >= 2:
		found.style = shoutedLabel // "Spokesman:" at a press conference
	case h.known[found.speaker.Name] < 2 && h.again < againEnough:
		return label{}
	default:
		found.style = shoutedLabel
	}
	return found
}

func isShoutedWord(s string) bool { return len(s) > 2 && describe.InCapitals(s) }

// chairAddress is the form of address of a chair.
var chairAddress = regexp.MustCompile(`(?i)^(?:mr\.?|mrs\.?|madam|mdm|madame la|monsieur le|señora?|herr|frau) `)

// chairOf is the chair that an office is, whoever holds it for the time being.
func chairOf(office string) string {
	return strings.TrimSpace(forNow.ReplaceAllString(strings.ToLower(office), " "))
}

var forNow = regexp.MustCompile(`(?:^| )(?:acting|interim|interin[oa]|par intérim|en exercice|en funciones|pro tempore)(?: |$)`)

// isWeak says whether a label is words in capitals that may be a title as well.
func (l label) isWeak() bool {
	return l.style == shoutedLabel && !l.stamped && l.speaker.Honorific == "" && !l.speaker.Presiding && l.speaker.Role == "" && l.speaker.Name != ""
}
