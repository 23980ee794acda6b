package segment

import (
	"strings"
	"unicode"
)

// tableOf parses "Affiliation | Name | Function" on a line of its own.
func tableOf(text string, names Names) label {
	if len(text) > labelLimit || !strings.Contains(text, " | ") {
		return label{}
	}
	cells := strings.Split(strings.TrimRight(text, " :"), " | ")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	if len(cells) > 4 || cells[0] == "" || strings.Contains(cells[0], ": ") || endsSentence(cells[0]) || endsSentence(cells[len(cells)-1]) || cells[1] == "" || isSessionTitle(cells[0]) {
		return label{}
	}
	if isDrawn(cells[0]) || isDrawn(cells[1]) {
		return label{}
	}
	if len(cells) == 2 && chairsAbroad[folded(cells[1])] {
		return label{} // "Lamp Party | Chair" below a name
	}
	l := label{style: tableLabel, end: len(text), alone: true}
	l.speaker.AsPrinted = text
	if code, ok := names.Country(reorder(cells[0])); ok {
		l.speaker.Country = code
	} else {
		l.speaker.Organisation = cells[0]
		l.speaker.Country = stateOf(cells[0], names)
	}
	switch {
	case len(cells) > 2:
		l.speaker.Name, l.speaker.Role = cells[1], strings.Join(cells[2:], ", ")
	case startsRole(cells[1]):
		l.speaker.Role = cells[1]
	default:
		l.speaker.Name = cells[1]
	}
	if p := nameOf(l.speaker.Name); p.honorific != "" && p.end == len(l.speaker.Name) {
		l.speaker.Name, l.speaker.Honorific = p.name, p.honorific
	}
	l.speaker.Presiding = presidingOffice.MatchString(l.speaker.Role)
	return l
}

// isDrawn says whether a cell is part of a drawing or of a program, and names nobody.
func isDrawn(cell string) bool {
	return !unicode.IsLetter(firstRune(cell)) || strings.ContainsAny(cell, "+=<>{}$#@`_\\")
}

// reorder writes "Korea, Republic of" as "Republic of Korea".
func reorder(name string) string {
	head, tail, found := strings.Cut(name, ", ")
	if !found {
		return name
	}
	return tail + " " + head
}
