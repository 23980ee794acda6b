package label

import (
	"strings"
	"unicode"

	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
)

// tableOf parses "Affiliation | Name | Function" on a line of its own.
func tableOf(text string, names grammar.Names) Label {
	if len(text) > grammar.LabelLimit || !strings.Contains(text, " | ") || strings.HasSuffix(text, "|") {
		return Label{} // or a row that is drawn to its end
	}
	cells := strings.Split(strings.TrimRight(text, " :"), " | ")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	if len(cells) > 4 || cells[0] == "" || strings.Contains(cells[0], ": ") || grammar.EndsSentence(cells[0]) || grammar.EndsSentence(cells[len(cells)-1]) || cells[1] == "" || matter.IsSessionTitle(cells[0]) {
		return Label{}
	}
	if isDrawn(cells[0]) || isDrawn(cells[1]) {
		return Label{}
	}
	if len(cells) == 2 && grammar.ChairsAbroad[grammar.Folded(cells[1])] {
		return Label{} // "Lamp Party | Chair" below a name
	}
	l := Label{Style: Table, End: len(text), Alone: true}
	l.Speaker.AsPrinted = text
	if code, ok := names.Country(reorder(cells[0])); ok {
		l.Speaker.Country = code
	} else {
		l.Speaker.Organisation = cells[0]
		l.Speaker.Country = grammar.StateOf(cells[0], names)
	}
	if n := len(cells) - 1; n > 1 && strings.HasPrefix(cells[n], "(") && strings.HasSuffix(cells[n], ")") {
		l.Speaker.OnBehalfOf = []string{strings.Trim(cells[n], "()")}
		cells = cells[:n]
	}
	if rest := cells[1:]; grammar.StartsRole(rest[0]) {
		l.Speaker.Role = strings.Join(rest, ", ")
	} else {
		l.Speaker.Name, l.Speaker.Role = rest[0], strings.Join(rest[1:], ", ")
	}
	if p := grammar.NameOf(l.Speaker.Name); p.Honorific != "" && p.End == len(l.Speaker.Name) {
		l.Speaker.Name, l.Speaker.Honorific = p.Name, p.Honorific
	}
	l.Speaker.Presiding = PresidingOffice.MatchString(l.Speaker.Role)
	return l
}

// isDrawn says whether a cell is part of a drawing or of a program, and names nobody.
func isDrawn(cell string) bool {
	return !unicode.IsLetter(grammar.FirstRune(cell)) || strings.ContainsAny(cell, "+=<>{}$#@`_\\")
}

// reorder writes "Korea, Republic of" as "Republic of Korea".
func reorder(name string) string {
	head, tail, found := strings.Cut(name, ", ")
	if !found {
		return name
	}
	return tail + " " + head
}
