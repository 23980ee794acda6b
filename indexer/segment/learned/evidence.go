package learned

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/matter"
)

// group is the openings of one form, with what speaks for them.
type group struct {
	form     form
	openings []formOpening

	turns  map[string]int     // how often each speaker comes, with others between
	firsts map[string]int     // speakers by the first word: "onor" before many names is no name
	lasts  map[string]int     // and by the last one
	best   map[string]float64 // the most points of an opening of each speaker
	shape  shape              // of most openings that come again
	cyclic bool               // they come in one order, as the fields of a form do

	each   []float64 // points of the openings
	points float64   // of all
	good   int       // openings that speak for the form
	firm   int       // of those, with something that titles have not
	voiced int       // of those, behind which somebody speaks
	chairs int       // of those, with the word for a chair
	seated int       // of those, on a line of its own before what is said
	fields int       // openings that are fields of the cover
	selves int       // openings behind which who speaks gives that name
}

// newGroup gathers what openings have in common.
func newGroup(k form, openings []formOpening) *group {
	g := &group{form: k, openings: openings, turns: map[string]int{}, firsts: map[string]int{}, lasts: map[string]int{}, best: map[string]float64{}}
	for i, o := range openings {
		if g.turns[o.key] == 0 {
			if first, rest, ok := strings.Cut(o.key, " "); ok {
				g.firsts[first]++
				g.lasts[grammar.LastWord(rest)]++
			}
		}
		if i == 0 || openings[i-1].key != o.key || openings[i-1].sure != o.sure {
			g.turns[o.key]++
		}
	}
	g.cyclic = isCyclic(openings)
	g.findShape()
	return g
}

// isCyclic says whether the same openings follow each other again and again: "Name: …
// Place: … Contact: …".
func isCyclic(openings []formOpening) bool {
	next := map[string]map[string]int{}
	for i := 1; i < len(openings); i++ {
		of := openings[i-1].key
		if next[of] == nil {
			next[of] = map[string]int{}
		}
		next[of][openings[i].key]++
	}
	distinct, followed, same := 0, 0, 0
	for _, others := range next {
		all, top := 0, 0
		for _, n := range others {
			all += n
			top = max(top, n)
		}
		if all > 1 {
			distinct, followed, same = distinct+1, followed+all, same+top
		}
	}
	return distinct > 2 && 5*same >= 4*followed
}

// shape is what a name looks like: its words, up to three, and how they are set.
type shape struct {
	words  int
	caps   bool
	paired bool
	alone  bool
}

func (o *formOpening) shape() shape {
	return shape{min(len(o.words), 3), o.caps, o.isBehindName(), o.alone}
}

// findShape finds the shape of most openings that come again, the zero shape where
// none is that of most.
func (g *group) findShape() {
	shapes, again := map[shape]int{}, 0
	for i := range g.openings {
		if o := &g.openings[i]; g.turns[o.key] > 1 {
			shapes[o.shape()]++
			again++
		}
	}
	for s, n := range shapes {
		if 2*n > again {
			g.shape = s
		}
	}
}

// frameEnough is how many names a word must stand before to be none of them.
const frameEnough = 3

// isFrame says whether a word that openings begin with is a form of address or an
// office: it stands before several names, and before many of all.
func (g *group) isFrame(first string) bool {
	return g.firsts[first] >= frameEnough && 5*g.firsts[first] >= len(g.turns)
}

func (g *group) isFramed(key string) bool {
	first, rest, ok := strings.Cut(key, " ")
	return ok && (g.isFrame(first) || g.lasts[grammar.LastWord(rest)] >= frameEnough && 4*g.lasts[grammar.LastWord(rest)] >= len(g.turns))
}

// What speaks for an opening and against it, in points.
const (
	forAgain     = 2.0 // it comes again, with others between
	forChair     = 2.0 // the word for a chair is in it
	forAddress   = 2.5 // a form of address that the grammar knows
	forOffice    = 1.5 // the word for a member or a minister
	forLine      = 1.0 // a form of address, or an office with its article, on a line of its own
	forName      = 1.0 // two to five words of a name
	forWord      = 0.5 // one word
	forPair      = 1.0 // parentheses close it
	forHolder    = 0.5 // an office in capitals stands behind a name in capitals
	forShape     = 0.5 // it is printed as most that come again
	forFrame     = 1.0 // its first word stands before other names
	forMention   = 0.5 // the document has the name elsewhere
	forCall      = 1.5 // the words before it have the name
	forListed    = 1.0 // the list of those who are there has the name
	forVoice     = 1.0 // somebody speaks behind it
	forSalute    = 0.5 // and salutes
	forHonour    = 1.0 // and addresses the chair
	forQuestion  = 0.5 // it has a line of its own, and a question stands below
	forCompany   = 0.5 // the document has labels beyond doubt
	forPress     = 1.5 // it names whose press conference it is, or asks there
	forSelf      = 1.5 // who speaks behind it says that this is his name
	forCaption   = 1.0 // it stands behind the sign by which captions change the speaker
	againstWords = 1.5 // all of its words are words of the language
	againstStray = 1.0 // it is more than a name and has no sign of one
	againstValue = 2.5 // a name or a date stands behind it, or a quotation behind an office
	againstTitle = 3.0 // it is the title of a session or a section
	againstParty = 2.0 // it names a State or an organisation

	enough = 1.5 // the points of an opening that speaks for its form
	most   = 3.0 // points beyond enough that one opening has

	enoughAlone = 2.0 // the points of the only opening, which is a chair's
	fieldCost   = 2.0 // the points that openings lose where they come in one order, as fields do
)

// weigh sets the points of the openings and of the group. Without words they are the
// most that it can have.
func (g *group) weigh(words map[string]usage, f *forms) {
	g.each, g.points, g.good, g.firm, g.voiced, g.chairs, g.seated, g.fields, g.selves = g.each[:0], 0, 0, 0, 0, 0, 0, 0, 0
	clear(g.best)
	for i := range g.openings {
		o := &g.openings[i]
		s := g.signsOf(o, words)
		p := s.points(f.sure >= FormalEnough) + g.spoken(o, &s)
		if p >= enough && !s.press && grammar.NamesParty(o.bare, f.names) {
			p -= againstParty
		}
		g.each = append(g.each, p)
		g.best[o.key] = max(g.best[o.key], p)
		if o.sure == 0 && f.sure > 0 && p < enough {
			g.fields++ // before the first label, and none itself: it tells nothing of the others
			continue
		}
		g.points += min(most, max(-1, p-enough))
		if p >= enough {
			g.good++
			g.firm += grammar.Count(s.again && (g.form.by == byColon || g.form.by == byBracket || !s.word) || s.chair || s.office || s.address || s.line || s.paired || s.called || s.listed || s.caption || s.press)
			g.voiced += grammar.Count(s.voiced)
			g.chairs += grammar.Count(s.chair)
			g.seated += grammar.Count(s.chair && (s.line || o.under != nil) && s.voiced)
		}
	}
	if g.cyclic {
		g.points -= fieldCost * float64(len(g.openings))
	}
}

// signs are what tells a label from other openings.
type signs struct {
	again, alike, chair, address, line, office, name, word, paired, holder, framed, mention, called, listed, press, caption, voiced, common, stray, title bool
}

func (g *group) signsOf(o *formOpening, words map[string]usage) signs {
	s := signs{again: g.turns[o.key] > 1, alike: o.shape() == g.shape, paired: o.isBehindName(), framed: g.isFramed(o.key)}
	s.chair, s.office = inOffice(o)
	s.chair = s.chair || o.under != nil && holdsChair(o.under.Text)
	honorific, _ := grammar.HonorificOf(o.bare)
	named := isNamed(o.words)
	s.address = honorific != "" && g.form.by == byColon && named
	s.line = g.form.by == byLine && o.addressed
	s.listed = g.form.by == byLine && o.listed
	s.holder = g.form.by == byLine && o.caps && o.office != "" && label.StartsOffice(o.office) && describe.InCapitals(o.office)
	s.press = g.form.by == byColon && o.press
	s.common = words != nil && o.isCommon(words)
	s.name, s.word = named && !o.hasCommon(words), len(o.words) == 1 && !s.common
	s.title = o.isTitle(s)
	personal := s.chair || s.office || s.line || s.paired || s.name || s.word
	s.mention = personal && (words == nil || o.isElsewhere(words))
	if !personal && !isTitledName(o.words) {
		s.stray = !s.again
		return s
	}
	s.called = o.isCalled()
	return s
}

// isTitle says whether an opening is a title of a part or of a sitting, as far as its other signs
// leave that open.
func (o *formOpening) isTitle(s signs) bool {
	return label.Labels[o.key] || label.Rolls[o.key] || endsInChair(o.bare) || matter.IsSessionTitle(o.bare) || !s.press && grammar.TitleEnd.MatchString(o.bare) || matter.PlainTitle.MatchString(o.bare) || label.HanPart.MatchString(o.bare) ||
		o.form.by == byLine && !s.chair && isOfSitting(o.bare)
}

// endsInChair says whether the name of a person and the label of the chair behind it are in one:
// "2. Ms Ada Brook THE DEPUTY SPEAKER".
func endsInChair(bare string) bool {
	k := max(strings.LastIndex(bare, " THE "), strings.LastIndex(bare, " The "))
	return k > 0 && label.IsChair(bare[k+1:]) && grammar.NameOf(paragraphMark.ReplaceAllString(bare[:k], "")).Honorific != ""
}

// paragraphMark is the number of a paragraph before its text.
var paragraphMark = regexp.MustCompile(`^\d{1,3}\. `)

func (s signs) points(company bool) float64 {
	p := 0.0
	switch {
	case s.chair:
		p = forChair
	case s.address:
		p = forAddress
	case s.office:
		p = forOffice
	case s.common:
		p = -againstWords
	case s.name:
		p = forName
	case s.word:
		p = forWord
	}
	for _, sign := range []struct {
		is     bool
		points float64
	}{
		{s.again, forAgain},
		{s.alike, forShape},
		{s.line, forLine},
		{s.paired, forPair},
		{s.holder, forHolder},
		{s.framed, forFrame},
		{s.mention, forMention},
		{s.called, forCall},
		{s.listed, forListed},
		{s.stray, -againstStray},
		{s.title, -againstTitle},
		{company, forCompany},
	} {
		if sign.is {
			p += sign.points
		}
	}
	return p
}

// spoken is the points for what stands behind an opening.
func (g *group) spoken(o *formOpening, s *signs) float64 {
	p := 0.0
	if s.press {
		p += forPress
	}
	salutes := grammar.Salutes(strings.TrimLeft(o.said, " "))
	if s.voiced = salutes || grammar.IsVoiced(o.said); s.voiced {
		p += forVoice + forSalute*float64(grammar.Count(salutes))
		if g.form.by == byColon && o.namesItself() {
			p += forSelf
			g.selves++
		}
	}
	if g.form.by == byLine && strings.ContainsAny(o.said, "?؟？") {
		p += forQuestion
	}
	s.voiced = s.voiced || s.chair && IsSpoken(o.said)
	if AddressesChair(o.said) {
		s.voiced = true
		p += forHonour
	}
	if s.voiced && g.form.lead == '>' && g.form.by == byColon {
		s.caption = true
		p += forCaption
	}
	if o.isCast(s.voiced) {
		p -= againstValue
	}
	return p
}

// selfReach is how many bytes of a speech may tell who makes it.
const selfReach = 60

// namesItself says whether who speaks behind an opening says its first word within the first ones:
// "Brook: Sir, this is Brook from Lamp News."
func (o *formOpening) namesItself() bool {
	return len(o.words[0]) >= stemLimit && strings.Contains(corpus.Head(o.said, selfReach), " "+o.words[0]+" ") && !strings.HasPrefix(strings.TrimSpace(o.said), o.words[0])
}

// isCast says whether the value of a field stands behind an opening, or the chair that a name
// on a list holds, and not the line with which a speech begins: "Dear Members,".
func (o *formOpening) isCast(voiced bool) bool {
	return label.IsChair(o.said) || label.IsCast(o.said) && (!voiced || !strings.HasSuffix(o.said, ","))
}

// isBelieved says whether the openings are labels. One voice alone is no debate.
func (g *group) isBelieved(f *forms) bool {
	if f.sitting && f.sure == 0 && g.seated > 0 {
		return true // and titles have lines of their own as well
	}
	if len(g.openings) == 1 && g.chairs == 1 && f.sure == 0 {
		return g.points >= enoughAlone && g.voiced == 1 // a sitting of which only the beginning is there
	}
	known := f.closed[g.form.by] > 0 || f.sitting && g.isSolo()
	return g.isLikely(f) && (known || !g.isOneVoice()) && (len(g.openings) > 1 || isNamed(g.openings[0].words))
}

// isChairs says whether only the chair speaks in a form.
func (g *group) isChairs() bool {
	return g.chairs == len(g.openings) && g.voiced == g.chairs
}

// isSolo says whether nothing speaks against any opening, so that they may be those of
// one voice.
func (g *group) isSolo() bool {
	return g.good == len(g.openings) && g.firm == g.good && g.voiced == g.good
}

// isLikely says whether enough speaks for the openings. In a record whose labels the
// grammar knows, others close as those do, or very much speaks for them.
func (g *group) isLikely(f *forms) bool {
	return g.isLikelyIn(f, f.closed[g.form.by] > grammar.Count(g.form.by != byColon))
}

// mayBeLikely is the same if there may be others that close so, as titles in capitals that name
// somebody may be labels where those are in capitals.
func (g *group) mayBeLikely(f *forms) bool {
	for i := range g.openings {
		if g.each[i] >= enough && !g.openings[i].caps {
			return g.isLikely(f)
		}
	}
	return g.isLikelyIn(f, g.form.by == byLine)
}

func (g *group) isLikelyIn(f *forms, company bool) bool {
	n := float64(len(g.openings) - g.fields)
	least, all, silent := 0.3, 3.0, 4
	if g.form.by != byColon && g.form.by != byBracket {
		least, all, silent = 0.6, 4, 2 // sentences and titles look like those
		if g.form.by == byLine && 2*g.seats() > len(g.openings) || f.sitting && g.firm == len(g.openings) {
			silent = 4 // but have no party behind them, and are on no list
		}
	}
	all = g.leastPoints(f, company, all)
	if f.sure > FormalEnough && 4*f.closed[g.form.by] < f.sure {
		least = 1
	}
	return g.points >= max(all, least*n) && (company || 3*g.firm >= g.good) && silent*g.voiced >= g.good
}

// seats is how many openings are names on lines of their own that are on the list of those who
// are there, or come again with their party behind them: "Ada Brook (Lamp Party)".
func (g *group) seats() int {
	n := 0
	for i := range g.openings {
		o := &g.openings[i]
		n += grammar.Count(o.alone && isNamed(o.words) && (o.listed || len(o.pairs) > 0 && g.turns[o.key] > 1))
	}
	return n
}

// isOneVoice says whether nearly all openings are the same one, and so no debate:
// "Note:".
func (g *group) isOneVoice() bool {
	n, top := map[string]int{}, 0
	for _, o := range g.openings {
		n[o.key]++
		top = max(top, n[o.key])
	}
	return 5*top > 4*len(g.openings)
}

// accepts says whether an opening of a believed group is a label: for itself, or
// because one of the same speaker is beyond doubt.
func (g *group) accepts(i int) bool {
	need := 2.0
	switch n := len(g.openings); {
	case len(g.openings[i].bare) == 1 && g.turns[g.openings[i].key] == 1:
		return false // "I: Ada Brook and Luigi Faro", who are heard first
	case g.form.by == byLine && g.shape.caps && !g.openings[i].caps && !isNamed(g.openings[i].words):
		return false // guests who are welcomed, where labels are in capitals
	case g.form.by == byDash && g.chairs > 1 && 2*g.good > n:
		need = 1.0 // the chair speaks in this form, and titles do not have it
	case g.form.by == byLine && g.openings[i].addressed && (g.openings[i].caps || !g.shape.caps), g.isChairs():
		need = enough
	case g.form.by == byLine && g.good > 1 && surnameFirst.MatchString(g.openings[i].bare):
		need = enough
	case g.form.by == byLine || g.form.by == byStop || g.form.by == byBracket:
		need = 2.5
	case g.isCaselessName(i):
		need = 1.0
	case g.selves > 0 && len(g.openings[i].bare) >= stemLimit, n > FormalEnough && g.points >= float64(n):
		need = enough // most of the others are beyond doubt
	}
	return max(g.each[i], g.best[g.openings[i].key]-1) >= need
}

// nameLong is how many words the longest name has, without an office.
const nameLong = 5

// initialed is a name whose initials no space divides: "A.Brook".
var initialed = regexp.MustCompile(`^(?:\p{Lu}\.){1,3}\p{Lu}\pL`)

// isNamed says whether all words are those of a person's name.
func isNamed(words []string) bool {
	n := 0
	for _, w := range words {
		r := grammar.FirstRune(w)
		switch {
		case grammar.TitleJoints[w]:
			return false
		case unicode.Is(unicode.Han, r) && len(words) == 1:
			return utf8.RuneCountInString(w) <= nameLong-1
		case unicode.IsUpper(r) || grammar.IsCaseless(r):
			n += 1 + grammar.Count(initialed.MatchString(w))
		case !smallParticles[w] && !unicode.IsDigit(r):
			return false
		}
	}
	return n > 1 && n <= nameLong
}

// isTitledName says whether an office in many words may end in a name.
func isTitledName(words []string) bool {
	upper, lower := 0, 0
	for _, w := range words {
		switch r := grammar.FirstRune(w); {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r) && !smallParticles[w] && !grammar.LinkWords[w]:
			lower++
		}
	}
	return upper > 2 && lower*3 <= upper && unicode.IsUpper(grammar.FirstRune(words[len(words)-1]))
}

// honourWords is how many words at the beginning of a speech may address the chair.
const honourWords = 6

// AddressesChair says whether what is said begins by addressing a chair.
func AddressesChair(said string) bool {
	n := 0
	for w := range strings.FieldsSeq(said) {
		if grammar.Honoured[grammar.Folded(strings.TrimRight(w, "!"))] || grammar.ChairsAbroad[grammar.Folded(strings.TrimRight(w, "!"))] {
			return true
		}
		if n++; n == honourWords {
			break
		}
	}
	return false
}
