package segment

import (
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
	"briefsearch/indexer/segment/opening"
)

// Heads of State have labels without their State: "President Brook (spoke in French):".
// The record has it where it announces them: in a heading, in the line that tells who
// leads them in, in the chair's call, or on its cover.

// address is the heading that announces a guest: "Address by Mr. X, President of …".
var address = regexp.MustCompile(`^(?:Address|(?:Opening |Introductory )?Statement|Allocution|Déclaration(?: liminaire)?|Declaración(?: inaugural| de apertura)?|Discours|Discurso|Intervención) (?:by|de|del|du|d['’]) ?`)

// announce remembers the guest whom a heading announces.
func (r *recorder) announce(heading string) {
	lead := address.FindString(heading)
	if lead != "" {
		r.announceGuest(heading[len(lead):])
	}
}

// escorted leads a guest to the rostrum.
var escorted = regexp.MustCompile(grammar.Lists.Any("escorted"))

// escort remembers the guest whom a line leads in.
func (r *recorder) escort(text string) {
	if m := escorted.FindStringIndex(text); m != nil {
		r.announceGuest(text[:m[0]])
	}
}

func (r *recorder) announceGuest(text string) {
	if o, ok := opening.Introduction(text, r.names); ok && (o.Speaker.Honorific != "" || o.Speaker.Country != "") {
		r.guest = o.Speaker
	}
}

// excellency opens the name of a guest in a chair's call.
var excellency = regexp.MustCompile(`\b(?:(?:His|Her) (?:\p{Lu}\pL+ )?(?:Excellency|Majesty|Highness|Eminence|Holiness)|Son (?:Excellence|Altesse)|Sa (?:Majesté|Sainteté)|S\. ?E\.|Su (?:Excelencia|Majestad|Alteza|Santidad)|Excm[oa]\.) `)

// called is the guest of a surname whom whoever presides has just given the floor.
func (r *recorder) called(surname string) (corpus.Speaker, bool) {
	if !r.inTurn() || !r.speaker.Presiding {
		return corpus.Speaker{}, false
	}
	text := r.pieces[len(r.pieces)-1].text()
	for _, m := range slices.Backward(excellency.FindAllStringIndex(text, -1)) {
		if o, ok := opening.Introduction(text[m[1]:], r.names); ok && isSurnameOf(o.Speaker, surname) {
			return o.Speaker, true
		}
	}
	return corpus.Speaker{}, false
}

// announcedAs gives a head of State whose label has no State the one with which he was
// announced. He holds the office of his State then, and does not preside.
func (r *recorder) announcedAs(sp corpus.Speaker) corpus.Speaker {
	if sp.Country != "" || sp.Name == "" || sp.Presiding && sp.Role == "" {
		return sp
	}
	surname := grammar.LastWord(sp.Name)
	guest := r.guest
	if !isSurnameOf(guest, surname) {
		guest, _ = r.called(surname)
	}
	if guest.Country == "" && (sp.Role != "" || sp.Honorific != "") {
		guest.Country = r.benches[grammar.Fold(surname)]
	}
	if guest.Country != "" {
		sp.Country, sp.Presiding = guest.Country, false
	}
	return sp
}

// isSurnameOf says whether a word is one of a person's name: kings have no surname.
func isSurnameOf(sp corpus.Speaker, word string) bool {
	return slices.ContainsFunc(strings.Fields(sp.Name), func(w string) bool { return grammar.Fold(w) == grammar.Fold(word) })
}

// bench is a line of a cover that tells who sits for a State: "China . . . Mr. Brook".
var bench = regexp.MustCompile(`^(?:\pL+ ?: ?)?(\p{Lu}[^.\t:…]{2,70}?) ?[.\t…][ .\t…]*(\p{Lu}.{3,60})$`)

// benches are the States of those whom the cover seats, by their surnames.
func benches(blocks []read.Block, names grammar.Names) map[string]string {
	seated := map[string]string{}
	for i := range min(len(blocks), matter.TitleBlocks) {
		for line := range strings.SplitSeq(blocks[i].Text, "\n") {
			m := bench.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			p := grammar.NameOf(m[2])
			code, ok := names.Country(grammar.StripArticle(m[1]))
			if ok && p.Honorific != "" && p.End == len(m[2]) {
				seated[grammar.Fold(grammar.LastWord(p.Name))] = code
			}
		}
	}
	return seated
}
