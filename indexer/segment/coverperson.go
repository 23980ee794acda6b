package segment

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/opening"
)

// personIn finds the person whom the lines of a cover name: by a form of address,
// failing that by a line that is a name and nothing else, failing that by the
// capitalised words after an office.
func (s statement) personIn(text string) (grammar.Person, int) {
	for i := range wordStarts(text) {
		honorific, n := grammar.HonorificOf(text[i:])
		if n == 0 || honorific == "" {
			continue
		}
		if p := grammar.NameOf(text[i:]); p.Parts > 0 && !grammar.StartsRole(p.Name) && !title.MatchString(p.Name) && !grammar.Bodies.MatchString(p.Name) {
			return withoutOffice(p, text[i:]), i
		}
	}
	if m := initialled.FindStringIndex(text); m != nil {
		return grammar.Person{Name: text[m[0]:m[1]], Parts: 2, End: m[1] - m[0]}, m[0]
	}
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		if p := bareName(line); p.Parts > 0 {
			return p, at
		}
		at += len(line) + 1
	}
	return s.nameAfterOffice(text)
}

// withoutOffice is a person without the office that follows the name, where nothing stands
// between them: "Hugo Brook Ministro de Puertos", not "la Señora Embajadora Ada Brook".
func withoutOffice(p grammar.Person, text string) grammar.Person {
	last := 0 // where the word before begins
	for at := range wordStarts(text[:p.End]) {
		if at > 0 && grammar.StartsRole(text[at:]) && !grammar.HasHonorific(text[last:]) {
			if shorter := grammar.NameOf(text[:at-1]); shorter.Parts > 1 {
				return shorter
			}
		}
		last = at
	}
	return p
}

// wordStarts are the bytes of a cover at which words begin.
func wordStarts(text string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range len(text) {
			if (i == 0 || strings.IndexByte(" \n,:.", text[i-1]) >= 0) && !yield(i) {
				return
			}
		}
	}
}

// initialled is a Russian name, initials before the surname.
var initialled = regexp.MustCompile(`[А-ЯЁІЇЎ]\. ?(?:[А-ЯЁІЇЎ]\. ?)?[А-ЯЁІЇЎ][\p{Cyrillic}-]+`)

// bareName parses a line that is a name, or a name with a role after a comma.
func bareName(line string) grammar.Person {
	lead, tail, found := strings.Cut(line, ",")
	p := grammar.NameOf(lead)
	if p.End != len(lead) || p.Parts > 5 || found && !grammar.StartsRole(grammar.StripArticle(strings.TrimSpace(tail))) {
		return grammar.Person{}
	}
	if !opening.IsFullName(opening.Opening{Speaker: corpus.Speaker{Name: p.Name}, Parts: p.Parts}) || hasOfficeWord(p.Name) || grammar.TitleEnd.MatchString(p.Name) {
		return grammar.Person{}
	}
	return p
}

// nameAfterOffice finds the name that ends an office: "Minister of Foreign Affairs
// Ana Maria Ruiz". It is the first run of capitalised words that belong to no
// office, after words that do.
func (s statement) nameAfterOffice(text string) (grammar.Person, int) {
	office, from, n := false, 0, 0
	var lead, previous string // the words before the run, and before this one
	for _, m := range append(coverWord.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		word := text[m[0]:m[1]]
		r, _ := utf8.DecodeRuneInString(word)
		inRun := unicode.IsUpper(r) && !officeWords[strings.ToLower(word)]
		joined := n > 0 && strings.Trim(text[from+n:m[0]], " ") == ""
		switch {
		case joined && (inRun || corpus.NameParticle(word)):
			n = m[1] - from
		case n > 0 && s.isRunName(text[from:from+n], lead):
			return grammar.NameOf(text[from : from+n]), from
		case office && inRun:
			from, n, lead = m[0], len(word), previous
		default:
			n = 0
		}
		office = office || officeWords[strings.ToLower(word)] && !grammar.LinkWords[word]
		previous = word
	}
	return grammar.Person{}, 0
}

var coverWord = regexp.MustCompile(`[\p{L}\p{M}'’.-]*[\p{L}\p{M}]`)

// isRunName says whether a run of capitalised words is a person's name, given the
// word before it.
func (s statement) isRunName(run, lead string) bool {
	p := grammar.NameOf(run)
	_, isState := s.names.Country(run)
	return p.Parts > 1 && p.Parts < 6 && !isState && !grammar.Bodies.MatchString(p.Name) && !grammar.LinkWords[strings.ToLower(lead)]
}

func hasOfficeWord(name string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		if officeWords[w] {
			return true
		}
	}
	return false
}

// officeWords are the capitalised words of offices, bodies and States, which are
// nobody's name.
var officeWords = grammar.Lists.Set("office-words")
