package opening

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// person parses "Ada Brook (Ghana)" and "Mr. Brook (IOM)".
func (c Clauses) person(text string) (corpus.Speaker, int, bool) {
	p := grammar.NameOf(text)
	if p.Parts == 0 || p.Honorific == "" && p.Parts < 2 || grammar.Bodies.MatchString(p.Name) {
		return corpus.Speaker{}, 0, false
	}
	sp := corpus.Speaker{Name: p.Name, Honorific: p.Honorific}
	m := Bracketed.FindStringSubmatchIndex(text[p.End:])
	if tail, ok := strings.CutPrefix(text[p.End:], ", "); ok && m == nil && isFull(p) {
		run := bulletinRun(tail)
		if code, ok := c.Names.Country(run); ok && strings.HasPrefix(tail[len(run):], ", ") {
			sp.Country = code
			return sp, p.End + 2 + len(run), true
		}
	}
	if m == nil {
		return c.attached(sp, p, text)
	}
	inside := text[p.End+m[2] : p.End+m[3]]
	if IsAcronymOf(inside, p.Name) {
		return corpus.Speaker{}, 0, false // "Coastal Zone Management (CZM)" is nobody
	}
	grammar.AffiliationOf(inside, c.Names).Merge(&sp)
	return sp, p.End + m[1], sp.Country != "" || sp.Organisation != ""
}

// attached reads "Ada Brook, University of X, Spain, said": the clause between the
// commas tells whom the person belongs to. A surname alone is somebody who has
// been introduced.
func (c Clauses) attached(sp corpus.Speaker, p grammar.Person, text string) (corpus.Speaker, int, bool) {
	if p.Honorific != "" {
		if used := c.sentBy(&sp, text[p.End:]); used > 0 {
			return sp, p.End + used, true
		}
	}
	clause := Insertion(text[p.End+second(text[p.End:]):])
	if clause == "" || !isFull(p) {
		return sp, p.End, p.Honorific != ""
	}
	body := strings.Trim(clause, " ,")
	grammar.AffiliationOf(body, c.Names).Merge(&sp)
	return sp, p.End, sp.Country != "" || sp.Organisation != "" || p.Honorific != "" || grammar.StartsRole(body) || !c.Narrated && (bulletinRun(body) == body || grammar.EndsRole(body))
}

// sentBy reads which body somebody is of who says something, and how much of the text behind the
// name that takes: " of the Lamp Secretariat introduced …".
func (c Clauses) sentBy(sp *corpus.Speaker, text string) int {
	of := ofWhom.FindString(text)
	if of == "" {
		return 0
	}
	body := grammar.ClauseOf(text[len(of):])
	if !body.Said {
		return 0
	}
	end := len(of) + body.End
	grammar.AffiliationOf(text[len(of):end], c.Names).Merge(sp)
	return end
}

var ofWhom = regexp.MustCompile(`^ (?:of|from) (?:the )?`)

// surname parses the surname of somebody who is introduced elsewhere.
func (c Clauses) surname(text string) (corpus.Speaker, int, bool) {
	word := grammar.WordAt(text)
	if p := grammar.NameOf(text); p.Parts > 1 && (c.surnames[grammar.LastWord(p.Name)] || c.presents(p, text)) && !grammar.Bodies.MatchString(p.Name) {
		return corpus.Speaker{Name: p.Name, Honorific: p.Honorific, Country: c.states[grammar.LastWord(p.Name)]}, p.End, true
	}
	if !c.surnames[word] {
		return corpus.Speaker{}, 0, false
	}
	return corpus.Speaker{Name: word, Country: c.states[word]}, len(word), true
}

// presents says whether a person who is introduced nowhere says something, as the authors of a
// report do to whom a meeting listens: "Ada Brook noted …".
func (c Clauses) presents(p grammar.Person, text string) bool {
	word, _ := grammar.FirstWord(text[p.End:])
	return !c.Narrated && isFull(p) && grammar.Saying[word] && !decides[word] && !everybody.MatchString(text)
}

// isFull says whether a name has a first name.
func isFull(p grammar.Person) bool {
	return IsFullName(Opening{Speaker: corpus.Speaker{Name: p.Name}, Parts: p.Parts})
}

// IsAcronymOf says whether letters are the first ones of the words of a name.
func IsAcronymOf(letters, name string) bool {
	initials := ""
	for w := range strings.FieldsSeq(name) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			initials += string(r)
		}
	}
	return len(letters) > 1 && strings.HasSuffix(initials, letters)
}
