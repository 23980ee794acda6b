package tag

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/indexer/regexp"
)

var (
	// office is what one speaks as when one speaks for a process.
	office = regexp.MustCompile(`(?i)secretariat|\b(?:co-|vice-)?chair|presiden|coordinat|co-?ordinador|pro[- ]?t[ée]mp|secr[ée]tariat|pr[ée]siden|secretar[íi]a|председател|секретариат|主席|秘书处|رئيس|أمانة`)
	// capacity is how a speaker says so of himself.
	capacity = regexp.MustCompile(`(?i)\b(?:as|in (?:its|his|her|our|my|the) (?:capacity|role)|capacity|on behalf of|sp(?:eaking|oke|eaks|eak) for|represent(?:s|ed|ing)|en (?:su |mi |nuestra )?calidad de|como|en tant que?|au titre|en (?:sa |ma |notre )?qualité|au nom|en nombre|в качестве|от имени)\b`)
)

// aboutMentions is how often a turn names a process that it is about.
const aboutMentions = 3

// rcps adds the RCPs. Global processes are no RCPs, though they have names.
func (b *builder) rcps() {
	count := make(map[*vocabulary.Entry]int)
	listed := b.listed()
	for m := range b.of(corpus.RCP) {
		if m.Entry.Group == vocabulary.GroupGlobal {
			continue
		}
		count[m.Entry]++
		rel, via := corpus.Mentioned, m.Alias.Via
		switch {
		case b.speaksForProcess(m):
			rel, via = corpus.SpeaksFor, viaSpeaker
		case !listed && !b.introduces(m) && m.Start < b.first, count[m.Entry] >= aboutMentions:
			rel = corpus.About
		}
		b.add(m.Entry, rel, m.Start, m.End, via)
	}
}

// manyProcesses named in one sentence are a list, of what attended a meeting.
const manyProcesses = 4

// listed says whether the first sentence lists processes, so that the turn is about
// none of them.
func (b *builder) listed() bool {
	seen := make(map[*vocabulary.Entry]bool)
	for m := range b.of(corpus.RCP) {
		if m.Start < b.first && !b.introduces(m) && m.Entry.Group != vocabulary.GroupGlobal {
			seen[m.Entry] = true
		}
	}
	return len(seen) >= manyProcesses
}

// speaksForProcess says whether a match names the process whose secretariat or
// chair speaks: in the words that name the speaker, or where the speaker says "as
// Chair of …" in the first paragraph.
func (b *builder) speaksForProcess(m vocabulary.Match) bool {
	switch {
	case m.Start >= b.opening:
		return false
	case b.introduces(m):
		before := b.in.Text[:m.Start]
		return office.MatchString(before) || strings.Contains(b.in.Speaker.Organisation, b.in.Text[m.Start:m.End])
	}
	for _, group := range b.in.Speaker.OnBehalfOf {
		if strings.Contains(group, b.in.Text[m.Start:m.End]) {
			return true
		}
	}
	return offered(corpus.Tail(b.in.Text[:m.Start], 90))
}

// offered says whether a text ends by naming an office that the speaker holds: "in
// its capacity as Chair of the".
func offered(before string) bool {
	if i := strings.LastIndexAny(before, ".;\n"); i >= 0 {
		before = before[i+1:]
	}
	offices := office.FindAllStringIndex(before, -1)
	if len(offices) == 0 {
		return false
	}
	at := offices[len(offices)-1]
	if strings.Contains(before[at[1]:], ",") || len(strings.Fields(before[at[1]:])) > 6 {
		return false
	}
	held := capacity.FindAllStringIndex(before[:at[0]], -1)
	if len(held) == 0 {
		return false
	}
	last := held[len(held)-1]
	if ofOther(before[:last[0]]) {
		return false
	}
	between := before[last[1]:at[0]]
	return !strings.Contains(between, ",") && len(strings.Fields(between)) <= 4
}

// ofOther says whether the words before "as Chair of" end in a name, so that the office is that
// one's: "we thank Indonesia as Co-Chair".
func ofOther(before string) bool {
	word := before[strings.LastIndexByte(strings.TrimRight(before, " "), ' ')+1:]
	first, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && len(strings.TrimSpace(word)) > size && !strings.HasSuffix(strings.TrimSpace(word), ",")
}

// countries adds the States spoken for and mentioned.
func (b *builder) countries(v *vocabulary.Vocabulary) {
	own := b.own(v)
	for m := range b.of(corpus.Country) {
		switch {
		case b.introduces(m) && slices.Contains(own, m.Entry):
			b.add(m.Entry, corpus.SpeaksFor, m.Start, m.End, viaSpeaker)
		default:
			b.add(m.Entry, corpus.Mentioned, m.Start, m.End, m.Alias.Via)
		}
	}
	b.speaksFor(own)
}

// speaksFor makes sure that what the speaker stands for is tagged, also when the
// words that name the speaker do not name it: a cover told, or a role did. Who joins
// the speaker is named further on, and that is the evidence.
func (b *builder) speaksFor(own []*vocabulary.Entry) {
	for _, e := range own {
		i, ok := b.at[e]
		switch {
		case ok && (b.tags[i].Has(corpus.SpeaksFor) || e.Kind == corpus.Country && e.ID != b.in.Speaker.Country):
			b.tags[i].Add(corpus.SpeaksFor)
		default:
			b.add(e, corpus.SpeaksFor, b.introStart, b.introEnd, viaSpeaker)
		}
	}
}

// own are the States that the speaker speaks for.
func (b *builder) own(v *vocabulary.Vocabulary) []*vocabulary.Entry {
	var own []*vocabulary.Entry
	if e, ok := v.Entry(corpus.Country, b.in.Speaker.Country); ok {
		own = append(own, e)
	}
	for _, group := range slices.Concat(b.in.Speaker.OnBehalfOf, b.in.Speaker.JoinedBy) {
		if e, ok := v.Resolve(corpus.Country, group); ok && !slices.Contains(own, e) {
			own = append(own, e)
		}
	}
	return own
}

// organisations adds the speaker's own and those mentioned. Of the words that name
// the speaker only the own organisation counts: a mission "to the United Nations"
// does not speak of it.
func (b *builder) organisations(v *vocabulary.Vocabulary) {
	own, told := b.ownOrganisations(v), len(b.in.Speaker.OnBehalfOf) > 0
	for m := range b.of(corpus.Organisation) {
		switch {
		case !b.introduces(m):
			b.add(m.Entry, corpus.Mentioned, m.Start, m.End, m.Alias.Via)
		case slices.Contains(own, m.Entry):
			b.add(m.Entry, corpus.SpeaksFor, m.Start, m.End, viaSpeaker)
		}
		if m.Start < b.opening && (told && slices.Contains(own, m.Entry) || spoken.MatchString(corpus.Tail(b.in.Text[:m.Start], reachOfSpeech))) {
			b.add(m.Entry, corpus.SpeaksFor, m.Start, m.End, viaSpeaker)
		}
	}
	b.speaksFor(own)
}

// ownOrganisations are those that the speaker belongs to and those that he speaks for.
func (b *builder) ownOrganisations(v *vocabulary.Vocabulary) (own []*vocabulary.Entry) {
	for _, name := range append([]string{b.in.Speaker.Organisation}, b.in.Speaker.OnBehalfOf...) {
		for _, m := range v.Find(name) {
			if m.Entry.Kind == corpus.Organisation && (m.Entry.Country != "" || b.in.Speaker.Country == "" || name != b.in.Speaker.Organisation) {
				own = append(own, m.Entry)
			}
		}
	}
	return own
}

// reachOfSpeech is how many bytes before a name say that somebody speaks for it.
const reachOfSpeech = 120

// spoken ends in what leads to the group for which a speaker says that he speaks.
var spoken = regexp.MustCompile(`(?i)(?:\b(?:I|we) (?:(?:am|are) )?(?:speak|deliver|make|take the floor|have the hono|would like to (?:speak|make))|\bje (?:parle|prends la parole|m.exprime)|\bj.ai l.honneur|(?:tengo|tenemos) el honor|\b(?:hablo|intervengo))[^.;]{0,80}\b(?:on behalf of|for|au nom|en nombre)(?: the| de la| de l.| du| des| del| de los| de)? $`)

// beside is how near, in bytes, a weak term stands to the term that it counts beside:
// about a hundred words.
const beside = 600

// themes adds the themes: of their terms, and of the processes whose names raise them.
// A weak term counts beside another term of its theme, or a full one of a theme that the
// vocabulary names: "displacement" beside "refugees". The words that name the speaker
// tell nothing of what is said: a "Bureau of Population, Refugees and Migration" may
// speak of anything.
func (b *builder) themes(raised map[string][]*vocabulary.Entry) {
	terms := slices.Collect(b.said(corpus.Theme))
	last := make(map[*vocabulary.Entry]vocabulary.Match) // the term before, by theme
	for i, m := range terms {
		before, ok := last[m.Entry]
		last[m.Entry] = m
		pair := ok && before.Alias != m.Alias && m.Start-before.End <= beside
		if pair && before.Alias.Weak {
			b.add(m.Entry, "", before.Start, before.End, before.Alias.Via)
		}
		if pair || !m.Alias.Weak || accompanied(terms, i) {
			b.add(m.Entry, "", m.Start, m.End, m.Alias.Via)
		}
	}
	for m := range b.of(corpus.RCP) {
		for _, e := range raised[m.Entry.Group] {
			if !b.introduces(m) {
				b.add(e, "", m.Start, m.End, m.Alias.Via)
			}
		}
	}
}

// accompanied says whether a full term of a theme that makes a weak one count stands beside
// it.
func accompanied(terms []vocabulary.Match, i int) bool {
	m := terms[i]
	for i > 0 && m.Start-terms[i-1].End <= beside {
		i--
	}
	for _, t := range terms[i:] {
		switch {
		case t.Start-m.End > beside:
			return false
		case !t.Alias.Weak && (t.End <= m.Start || m.End <= t.Start) && slices.Contains(m.Entry.Beside, t.Entry.ID):
			return true
		}
	}
	return false
}

// said yields the terms of a kind that may count: outside the words that name the
// speaker, and in the language of the turn where a word of one language is a plain
// word of another.
func (b *builder) said(k corpus.Kind) func(yield func(vocabulary.Match) bool) {
	return func(yield func(vocabulary.Match) bool) {
		for m := range b.of(k) {
			if !b.introduces(m) && b.native(m) && !yield(m) {
				return
			}
		}
	}
}

// native says whether a term may be meant in the language of the turn: a single word
// of another language may be a plain one of this ("discrimination", "expulsion").
func (b *builder) native(m vocabulary.Match) bool {
	return m.Alias.In(b.in.Language) ||
		m.Entry.Kind != corpus.Act && !m.Alias.Weak && !m.Alias.Prefix && strings.Contains(m.Alias.Text, " ")
}
