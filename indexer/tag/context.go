package tag

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
)

// reportContext is what a whole report shows about the names in it.
type reportContext struct {
	// named are the entries that the report names beyond doubt.
	named map[*vocabulary.Entry]bool
	// other are the acronyms that the report defines as something that the
	// vocabulary does not mean: "Refugee Coordination Mechanism (RCM)".
	other map[*vocabulary.Alias]bool
	// short are the States named so that a long name ends in what is another's whole name:
	// the "Democratic Republic of the Congo", by "Congo".
	short map[shortName]bool
	// persons are the names of the speakers in lower-case words, by each word.
	persons map[string][][]string
	// processes says that the report names an RCP beyond doubt, and migration how
	// often it speaks of it.
	processes bool
	migration int
}

// shortName is the end of a State's name.
type shortName struct{ state, name string }

func newContext() *reportContext {
	return &reportContext{
		named: make(map[*vocabulary.Entry]bool), other: make(map[*vocabulary.Alias]bool), short: make(map[shortName]bool),
		persons: make(map[string][][]string),
	}
}

// read learns from one text of the report and its matches.
func (c *reportContext) read(text string, matches []vocabulary.Match) {
	for _, sign := range []string{"migra", "Migra", "MIGRA"} {
		c.migration += strings.Count(text, sign)
	}
	for i, m := range matches {
		if !m.Alias.NeedsContext && !isLoose(text, m) && m.Alias.Via != vocabulary.ViaDemonym {
			c.name(m.Entry)
		}
		if m.Alias.CaseExact && another(text, matches, i) {
			c.other[m.Alias] = true
		}
	}
}

// another says whether a text tells that an acronym means something else: the words that
// spell it stand before it in parentheses, "Refugee Coordination Mechanism (RCM)", or in
// them behind it.
func another(text string, matches []vocabulary.Match, i int) bool {
	m := matches[i]
	words, behind := strings.CutSuffix(text[:m.Start], "(")
	if !behind {
		words = parenthesis(text[m.End:])
	} else if words = strings.TrimRight(words, " \u00a0\"”»"); i > 0 && matches[i-1].Entry == m.Entry && matches[i-1].End >= len(words)-1 {
		return false
	}
	spelled := spelling(words, text[m.Start:m.End])
	return spelled != nil && !namesOf(m.Entry, spelled)
}

// parenthesis is what stands in the parentheses with which a text begins.
func parenthesis(text string) string {
	const longest = 120 // bytes of a name
	inside, opened := strings.CutPrefix(text, " (")
	inside, _, closed := strings.Cut(corpus.Head(inside, longest), ")")
	if !opened || !closed {
		return ""
	}
	return inside
}

// name takes in an entry that is named beyond doubt.
func (c *reportContext) name(e *vocabulary.Entry) {
	if c.named[e] {
		return
	}
	c.named[e] = true
	c.processes = c.processes || e.Kind == corpus.RCP
	if _, last, long := strings.Cut(e.Label("en"), " of "); long && e.Kind == corpus.Country {
		c.short[shortName{e.ID, strings.TrimPrefix(last, "the ")}] = true
	}
}

// counts says whether a match means its entry.
func (c *reportContext) counts(in *corpus.Intervention, m vocabulary.Match) bool {
	text := in.Text
	switch {
	case m.Alias.NativeOnly && !m.Alias.In(in.Language):
		return false
	case c.other[m.Alias], m.Alias.CaseExact && m.Entry.Kind != corpus.Country && !m.Alias.In(in.Language):
		return false
	case m.Alias.CaseExact && inSymbol(text, m):
		return false
	case m.Alias.Proper && !strings.ContainsFunc(text[m.Start:m.End], isMarked):
		return false
	case m.Entry.Kind == corpus.Country && m.Alias.NeedsContext && c.claim(in, m) == 0:
		return false
	case m.Alias.Tongue && !ofState(text, m):
		return false
	case m.Entry.Kind == corpus.Country && elsewhere[m.Entry.ID] != nil && elsewhere[m.Entry.ID].MatchString(around(text, m)):
		return false
	case m.Entry.Kind == corpus.Country && c.isOwnShort(in, m):
		return false
	case m.Entry.Kind == corpus.Country:
		return !ofPerson(text[:m.Start]) && !givenName(text[m.Start:m.End], text[m.End:]) && !c.ofSpeaker(text, m)
	case isLoose(text, m):
		return c.processes || c.migration >= manyMentions || aboutMigration(text, m)
	case !m.Alias.NeedsContext:
		return true
	case !c.named[m.Entry]:
		return m.Entry.Kind == corpus.RCP && (c.migration >= manyMentions && (c.processes || m.Alias.Language != "") || aboutMigration(text, m))
	}
	return true
}

// isOwnShort says whether a State's name is what a speaker calls a State of a longer name
// by: "Korea" where the Democratic People's Republic of Korea speaks.
func (c *reportContext) isOwnShort(in *corpus.Intervention, m vocabulary.Match) bool {
	return in.Speaker.Country != m.Entry.ID && c.short[shortName{in.Speaker.Country, in.Text[m.Start:m.End]}]
}

// claim says how likely a State is meant by a demonym that it shares with another: it
// speaks, or it is named elsewhere in the report, or the demonym means it first.
func (c *reportContext) claim(in *corpus.Intervention, m vocabulary.Match) int {
	claim := 0
	for i, holds := range []bool{!m.Alias.NeedsContext, c.named[m.Entry], in.Speaker.Country == m.Entry.ID} {
		if holds {
			claim += 1 << i
		}
	}
	return claim
}

// settle leaves of the States that share a demonym the one that is meant.
func (c *reportContext) settle(in *corpus.Intervention, matches []vocabulary.Match) []vocabulary.Match {
	meant := matches[:0]
	for _, m := range matches {
		last := len(meant) - 1
		shared := last >= 0 && m.Alias.Via == vocabulary.ViaDemonym && meant[last].Alias.Via == vocabulary.ViaDemonym &&
			m.Entry.Kind == meant[last].Entry.Kind && m.Start == meant[last].Start
		switch {
		case !shared:
			meant = append(meant, m)
		case c.claim(in, m) > c.claim(in, meant[last]):
			meant[last] = m
		}
	}
	return meant
}

// manyMentions of migration make a report about it.
const manyMentions = 3

// loose is how any process of a place is written, peace talks in Khartoum or
// negotiations on the climate in Bali.
var loose = regexp.MustCompile(`\bproc(?:ess|essus|ess?o)\b`)

// inSymbol says whether an acronym is a part of a paper's symbol: "EC/47/SC/CRP.26".
func inSymbol(text string, m vocabulary.Match) bool {
	const ends = " \u00a0\n()[],;"
	before, after := corpus.Tail(text[:m.Start], 40), corpus.Head(text[m.End:], 40)
	if !strings.HasSuffix(before, "/") && !strings.HasPrefix(after, "/") {
		return false
	}
	before = before[strings.LastIndexAny(before, ends)+1:]
	if i := strings.IndexAny(after, ends); i >= 0 {
		after = after[:i]
	}
	return strings.ContainsAny(before+after, "0123456789")
}

// isLoose says whether an RCP is written as any process of its place may be, of which
// there are others.
func isLoose(text string, m vocabulary.Match) bool {
	return m.Entry.Namesakes && loose.MatchString(text[m.Start:m.End])
}

// isMarked says whether a letter shows that a name is meant.
func isMarked(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }

// spelling returns the last words of a text when they have the letters of an acronym
// for initials: "Refugee Coordination Mechanism" spells RCM. Small words between them
// may be left out, and are not returned.
func spelling(text, acronym string) []string {
	letters := []rune(strings.ToLower(acronym))
	words := strings.FieldsFunc(compounds.Replace(corpus.Tail(text, 12*len(letters)+60)), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	var spelled []string
	k := len(letters) - 1
	for i := len(words) - 1; i >= 0 && k >= 0; i-- {
		word := strings.ToLower(words[i])
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case first == letters[k]:
			k--
			spelled = append(spelled, word)
		case !small[word]:
			return nil
		}
	}
	if k >= 0 {
		return nil
	}
	return spelled
}

// namesOf says whether a name of an entry has all the words, perhaps in another form:
// "Comisión Económica para América Latina (CEPAL)" leaves out the Caribbean.
func namesOf(e *vocabulary.Entry, words []string) bool {
	return slices.ContainsFunc(e.Aliases, func(a vocabulary.Alias) bool {
		name := compounds.Replace(a.Text)
		for _, w := range words {
			if !strings.Contains(" "+strings.ToLower(name), " "+corpus.Head(w, stem)) {
				return false
			}
		}
		return true
	})
}

// stem is how many bytes of a word stay the same in its forms.
const stem = 5

// compounds are words whose parts have a letter each in an acronym: IGC is an
// intergovernmental conference as well.
var compounds = strings.NewReplacer("ntergouvernement", "nter gouvernement", "ntergovernment", "nter government", "ntergubernament", "nter gubernament")

// small are the words that an acronym passes over.
var small = map[string]bool{
	"of": true, "on": true, "for": true, "and": true, "the": true, "in": true, "to": true, "a": true, "an": true, "with": true,
	"de": true, "del": true, "la": true, "las": true, "los": true, "y": true, "en": true, "para": true, "sobre": true, "el": true,
	"du": true, "des": true, "les": true, "le": true, "et": true, "pour": true, "sur": true,
}

// aboutMigration says whether the words around an acronym that has other meanings
// show that a consultative process is meant.
func aboutMigration(text string, m vocabulary.Match) bool {
	const reach = 60 // bytes on either side, about eight words
	words := strings.ToLower(corpus.Tail(text[:m.Start], reach) + " " + corpus.Head(text[m.End:], reach))
	for _, sign := range contextSigns {
		if strings.Contains(words, sign) {
			return true
		}
	}
	return false
}

// contextSigns are words that stand beside consultative processes on migration.
var contextSigns = []string{"migra", "rcp", "iscm", "consultative", "puebla", "asylum", "refugee", "процесс", "миграц", "移民"}
