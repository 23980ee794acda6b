package opening

import (
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// News in Chinese tells the body, the office and the name of who says something without a mark
// between them: "移民研究所所长宋全成表示". The noun of the office shows where the name begins.

const hanClauses = 4 // of a sentence may lead to its subject

var (
	// hanSays is a clause up to the verb that reports speech: its subject, and where it was said.
	hanSays = regexp.MustCompile(`^ *([^，,。：:；;“”、]{2,50}?)((?:在|于|於)[^，,。：:；;“”]{1,24}?(?:中|时|時|上|后|後))?` + grammar.Lists.Any("han-adverbs") + `*` + grammar.Lists.Any("han-tells"))
	// hanHolder is the noun of an office in such a subject, and hanPerson a name.
	hanHolder = regexp.MustCompile(grammar.Lists.Any("han-holder"))
	hanPerson = regexp.MustCompile(`^(?:\p{Han}{2,4}|[\p{Han}]{1,8}(?:[·•．]\p{Han}{1,10})+|\p{Lu}[\p{L}. -]{2,40})$`)
	hanStops  = regexp.MustCompile(`[，,]`)
)

// IsHanOffice says whether a role ends in the noun of an office in Chinese.
func IsHanOffice(role string) bool {
	m := hanHolder.FindAllStringIndex(role, -1)
	return len(m) > 0 && m[len(m)-1][1] == len(role)
}

// HanTold parses a paragraph whose first sentence tells in Chinese who says something: a person with
// an office, or one whose name is known.
func HanTold(text string, names grammar.Names, known func(corpus.Speaker) bool) (Opening, bool) {
	first, _, _ := strings.Cut(corpus.Head(text, SubjectReach), "。")
	for at, n := 0, 0; n < hanClauses; n++ {
		if m := hanSays.FindStringSubmatchIndex(first[at:]); m != nil {
			subject := first[at+m[2] : at+m[3]]
			if sp, ok := hanSpeaker(subject, names, known); ok {
				sp.AsPrinted = subject
				return Opening{Speaker: sp, Parts: 2, Said: true, Clause: sp.Role != "", Speech: m[4] >= 0, End: at + m[3]}, true
			}
		}
		stop := hanStops.FindStringIndex(first[at:])
		if stop == nil {
			break
		}
		at += stop[1]
	}
	return Opening{}, false
}

// HanTurns are the turns that sentences of a paragraph in Chinese begin. Between them whoever has
// spoken goes on.
func HanTurns(text string, names grammar.Names, known func(corpus.Speaker) bool) []Turn {
	var out []Turn
	met := map[string]bool{}
	knows := func(sp corpus.Speaker) bool { return met[sp.Name] || known(sp) }
	for at := 0; at < len(text); {
		size := len(text) - at
		if stop := hanEnds.FindStringIndex(text[at:]); stop != nil {
			size = stop[1]
		}
		o, ok := HanTold(text[at:at+size], names, knows)
		if last := len(out) - 1; ok && (last < 0 || out[last].Speaker.Name != o.Speaker.Name) {
			met[o.Speaker.Name] = true
			out = append(out, Turn{At: at, Spoken: true, Speaker: o.Speaker})
		}
		at += size
	}
	return out
}

// hanEnds ends a sentence in Chinese.
var hanEnds = regexp.MustCompile(`[。！？][”」』）)]?`)

// hanSpeaker reads body, office and name.
func hanSpeaker(subject string, names grammar.Names, known func(corpus.Speaker) bool) (corpus.Speaker, bool) {
	offices := hanHolder.FindAllStringIndex(subject, -1)
	if len(offices) == 0 {
		sp := corpus.Speaker{Name: subject}
		return sp, hanPerson.MatchString(subject) && known(sp)
	}
	last := offices[len(offices)-1]
	name, role := subject[last[1]:], subject[:last[1]]
	if name == "" && len(offices) > 1 { // "代表马朝旭大使"
		before := offices[len(offices)-2]
		name, role = subject[before[1]:last[0]], subject[:before[1]]
	}
	if !hanPerson.MatchString(name) {
		return corpus.Speaker{}, false
	}
	sp := corpus.Speaker{Name: name, Role: role}
	for at := range role { // the State that the office begins with
		if code, ok := names.Country(role[:at]); ok && utf8.RuneCountInString(role[:at]) > 1 {
			sp.Country = code
		}
	}
	return sp, true
}
