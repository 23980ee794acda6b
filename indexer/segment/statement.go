package segment

import (
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/matter"
)

// statement is one speech: one speaker, named on the cover ("Statement by H.E. Mr.
// X, Permanent Representative of Y"), and everything after the cover is said.
type statement struct{ names grammar.Names }

func (statement) Name() string { return "statement" }

// speechStart is where the cover ends and the speech begins.
type speechStart struct {
	block, at  int  // index of the block and byte of its text
	salutation bool // the speech begins by addressing the chair
}

const (
	coverBlocks = 30 // a longer cover is none
	coverWords  = 40 // a longer paragraph is no line of a cover
	ownWords    = 8  // nor is one of as many in the first person
)

// Score asks for a speech, which is told in the first person and mostly begins by
// addressing the chair, under a cover that says whose it is. Labels of several
// speakers make it a record instead.
func (s statement) Score(doc *read.Document) float64 {
	doc = unrolled(doc)
	start := startOfSpeech(doc)
	if len(s.collected(doc)) > 0 && !s.others(doc, start) {
		return certain
	}
	cover := coverLines(doc, start)
	_, titled := afterTitle(cover)
	han := slices.ContainsFunc(cover, hanSpeech.MatchString)
	titled = titled || han || s.ownTitle(cover) != ""
	if !titled && !start.salutation {
		return 0
	}
	if s.others(doc, start) {
		return 0
	}
	own := firstPersonShare(doc, start)
	personal := own >= 0.2 || han && start.salutation // a Chinese delegation may call itself by the State
	sp := s.speaker(doc, cover, start)
	switch {
	case !tellsWho(sp, start) || !personal && (sp.Name == "" || sp.Country == "" || !headsPage(cover)):
		return 0
	case titled && start.salutation:
		return 0.93
	case titled && personal || own > 0.5:
		return 0.8
	}
	return 0.5
}

// tellsWho says whether a cover tells whose the speech is: by an office alone where it addresses the
// chair.
func tellsWho(sp corpus.Speaker, start speechStart) bool {
	return sp.Name != "" || sp.Country != "" || sp.Organisation != "" || len(sp.OnBehalfOf) > 0 || sp.Role != "" && start.salutation
}

// others says whether the document has labels of several speakers, or paragraphs
// that tell what somebody said.
func (s statement) others(doc *read.Document, start speechStart) bool {
	voices := map[string]bool{}
	told := 0
	narrator := narrative{names: s.names}
	for i := start.block; i < len(doc.Blocks); i++ {
		b := &doc.Blocks[i]
		found := label.Of(b.Text, s.names)
		if found.Style == label.Formal && !found.Salutes || found.Style == label.Shouted || found.Style == label.Table {
			voices[found.Speaker.AsPrinted] = true
		}
		if found.Style == label.Formal && found.Speaker.Presiding && !found.Salutes && isOfMeeting(doc) {
			return true // what the chair of a meeting says is of its record
		}
		if o, ok := narrator.opens(b); ok && o.Said && o.Clause && b.Kind != read.Footnote {
			told++
		}
	}
	return len(voices) > 1 || told > 2
}

// Segment makes one turn of everything after the cover.
func (s statement) Segment(doc *read.Document) Parts {
	doc = unrolled(doc)
	if heads := s.collected(doc); heads != nil {
		return s.segmentAll(doc, heads)
	}
	b, start := newBuilder(doc), startOfSpeech(doc)
	end := endOfSpeech(doc.Blocks[:matter.Imprint(doc.Blocks)], start.block)
	sp := s.speaker(doc, coverLines(doc, start), start)
	asked := s.questions(doc, start)
	for i := range doc.Blocks {
		block := &doc.Blocks[i]
		p := whole(block)
		switch {
		case i < start.block || i >= end || block.Kind == read.Footnote || isDeliveryNote(block.Text) || matter.IsOfPage(block.Text):
			b.leave(p)
		case i == start.block:
			b.leave(p.before(start.at))
			p.from = start.at
			b.open(sp, p)
		case asked[i].Asks:
			b.open(asked[i].Speaker, p)
		case asked[i-1].Asks:
			b.open(sp, p) // what is answered has no label
		default:
			b.add(p)
		}
	}
	return b.done()
}

// tailBlocks is how many lines may stand below the last words of a speech.
const tailBlocks = 12

// endOfSpeech is the index behind the thanks that a speech ends in, where below them no more
// than the foot of the page or the title of the site stands.
func endOfSpeech(blocks []read.Block, start int) int {
	for i := len(blocks) - 1; i > start && len(blocks)-i <= tailBlocks; i-- {
		b := &blocks[i]
		switch {
		case isThanks(b):
			return i + 1
		case !isFoot(blocks[:i], b.Text):
			return len(blocks)
		}
	}
	return len(blocks)
}

// isFoot says whether a line stands at the foot of a page or site: its number, an address of
// the web, or what other pages have as well.
func isFoot(before []read.Block, text string) bool {
	return matter.IsOfPage(text) || ofSite.MatchString(text) ||
		slices.ContainsFunc(before, func(b read.Block) bool { return b.Text == text })
}

// ofSite is an address of the web, or a page counted out in words.
var ofSite = regexp.MustCompile(`(?i)\bwww|[\w-]@[\w-]|\.(?:gov|org|com|int|net|edu)\b|^page \d+(?: (?:of|sur|de) \d+)?$|^\d+ ?\| ?page$`)

// isThanks says whether a block is no more than the thanks for the floor or the attention.
func isThanks(b *read.Block) bool {
	return thankful.MatchString(b.Text) && grammar.CountWords(b.Text, ownWords+1) <= ownWords
}

// thankful is the line that thanks for the attention.
var thankful = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("thankful"))

// questions are the labels of those who ask, by the block, where the speech is
// followed by at least two questions and nobody else has a label.
func (s statement) questions(doc *read.Document, start speechStart) map[int]label.Label {
	found := map[int]label.Label{}
	for i := start.block + 1; i < len(doc.Blocks); i++ {
		l := label.Of(doc.Blocks[i].Text, s.names)
		switch {
		case l.Asks:
			found[i] = l
		case l.Replies || l.Style == label.Formal && !l.Salutes || l.Style == label.Shouted && !l.IsWeak():
			return nil
		}
	}
	if len(found) < 2 {
		return nil
	}
	return found
}

// spokenWords is how few words tell nothing of who speaks.
const spokenWords = 5

// firstPersonShare is the share of running paragraphs in which somebody says "I"
// or "we".
func firstPersonShare(doc *read.Document, start speechStart) float64 {
	own, all := 0, 0
	for i := start.block; i < len(doc.Blocks); i++ {
		b := &doc.Blocks[i]
		if !matter.IsProse(b) || grammar.CountWords(b.Text, spokenWords) < spokenWords && !matter.IsHan(b.Text) {
			continue
		}
		all++
		if grammar.InFirstPerson(b.Text) {
			own++
		}
	}
	return float64(own) / float64(max(all, 1))
}

// speaker is who the cover says is speaking, completed by what the speech itself
// tells.
func (s statement) speaker(doc *read.Document, cover []string, start speechStart) corpus.Speaker {
	clause, _ := afterTitle(cover)
	if s.ownTitle(cover) != "" {
		clause = slices.DeleteFunc(clause, isSubtitle)
	}
	sp := s.named(clause)
	s.titleOwner(&sp, cover)
	if whole := strings.Join(cover, "\n"); grammar.BehalfOf.MatchString(whole) {
		sp.OnBehalfOf = behalf(whole[grammar.BehalfOf.FindStringIndex(whole)[1]:])
	} else if len(clause) > 0 && sp.Name != "" && isGroup(grammar.StripArticle(clause[0]), s.names) && !strings.Contains(clause[0], sp.Name) {
		sp.OnBehalfOf = []string{grammar.StripArticle(clause[0])} // "Statement of the African Group, delivered by …"
	}
	if len(sp.OnBehalfOf) == 0 {
		sp.OnBehalfOf = s.spokenFor(doc, start)
	}
	if _, titled := afterTitle(cover); !titled && s.ownTitle(cover) == "" && len(sp.OnBehalfOf) > 0 && sp.Honorific == "" && sp.Role == "" {
		sp.Name, sp.AsPrinted, sp.Organisation = "", "", "" // what stands above a speech without a title is of the site
	}
	if sp.Country == "" {
		sp.Country = s.countryOfCover(cover)
	}
	if sp.Country == "" {
		s.ofState(&sp, cover)
	}
	if sp.Country == "" && (sp.Organisation == "" || grammar.NationalBodies.MatchString(sp.Organisation)) {
		sp.Country = s.countryOfSpeech(doc, start)
	}
	return sp
}

// ofState gives a speaker the State whose statement the title says it is: "Statement of the
// Republic of …". Where it names that State and nothing else, the body that the line on the
// occasion may name is not whom he speaks for.
func (s statement) ofState(sp *corpus.Speaker, cover []string) {
	for _, line := range cover {
		m := title.FindStringIndex(line)
		if m == nil || m[1] == len(line) {
			continue
		}
		owner, _ := cutAny(line[m[1]:], occasions...)
		if code, ok := s.names.Country(grammar.StripArticle(strings.TrimSpace(owner))); ok {
			sp.Country, sp.Organisation = code, ""
			return
		}
		if found := s.names.Countries(owner); len(found) == 1 && sp.Organisation == "" {
			sp.Country = found[0]
			return
		}
	}
}

// headEnds end the State that a line of the cover begins with: "Ecuador – …", "NEPAL
// STATEMENT BY …".
var headEnds = append([]string{" Statement", " STATEMENT", " Intervenci", " INTERVENCI", " Discours", " DISCOURS", " Discurso", " DISCURSO", " Déclaration", " DÉCLARATION"}, dashes...)

// countryOfCover is the State that a line of the cover names: alone ("ECUADOR"),
// as whose mission it is, or at its head.
func (s statement) countryOfCover(cover []string) string {
	for _, line := range cover {
		lead, _ := cutAny(line, headEnds...)
		for _, text := range []string{line, lead} {
			if code, ok := s.names.Country(grammar.StripArticle(strings.TrimSpace(text))); ok {
				return code
			}
		}
	}
	joined := strings.Join(cover, " ")
	if loc := missionOf.FindStringIndex(joined); loc != nil {
		if found := s.names.Countries(corpus.Head(joined[loc[1]:], grammar.NameLimit)); len(found) > 0 {
			return found[0]
		}
	}
	return ""
}

// hanSide is what a Chinese delegation calls itself: "the Chinese side".
const hanSide = "中方"

// ownState is where a speaker names the State that is his: "my own country, Portugal,".
var ownState = regexp.MustCompile(`(?i)\b(?:my(?: own)? country|mon(?: propre)? pays|mi(?: propio)? país), (?:the |la |le |el |l['’])?(?-i:(\p{Lu}[\p{L}’' -]{2,40}?))[,.]`)

func (s statement) ownStateIn(text string) string {
	m := ownState.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	code, _ := s.names.Country(m[1])
	return code
}

// countryOfSpeech is the State that a speech names far more often than any other:
// its own.
func (s statement) countryOfSpeech(doc *read.Document, start speechStart) string {
	counts := map[string]int{}
	for i := start.block; i < len(doc.Blocks); i++ {
		if code := s.ownStateIn(doc.Blocks[i].Text); code != "" {
			return code
		}
		for _, code := range s.names.Countries(doc.Blocks[i].Text) {
			counts[code]++
		}
		if n := strings.Count(doc.Blocks[i].Text, hanSide); n > 0 {
			counts["CN"] += n
		}
	}
	best, second := "", 0
	for code, n := range counts {
		switch {
		case n > counts[best] || n == counts[best] && code < best:
			second = counts[best]
			best = code
		case n > second:
			second = n
		}
	}
	if counts[best] < 3 || 2*counts[best] < 3*second {
		return ""
	}
	return best
}

// openingBlocks is how far into a speech its speaker says for whom it is made.
const openingBlocks = 6

// spokenFor are the groups of States that the first sentences name: "I have the
// honour to speak on behalf of …". A head of State in whose name greetings are
// brought is none.
func (s statement) spokenFor(doc *read.Document, start speechStart) []string {
	for i := start.block; i < min(len(doc.Blocks), start.block+openingBlocks); i++ {
		if named := ownBehalf(doc.Blocks[i].Text, s.names); named != nil {
			return named
		}
	}
	return nil
}
