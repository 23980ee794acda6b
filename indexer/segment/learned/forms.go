package learned

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/matter"
)

// forms is what could be a label in a document, and what is one.
type forms struct {
	names    grammar.Names
	groups   map[form][]formOpening
	Believed map[Place]label.Label

	key      key    // the letters for its speakers
	declared bool   // the cover calls the document a record
	spokes   string // whose press conference it is, as the key of a label
	sitting  bool   // or tells what meets

	leads      map[string][]lead // how paragraphs begin, by their first words
	paragraphs int

	sure     int                  // labels of the grammar so far
	closed   [byLine + 1]int      // those by what ends them
	titles   map[*read.Block]bool // what stands right before one
	listed   map[string]bool      // who stands on a list of those who are there, as the keys of labels
	capitals int                  // those of them that are lines in capitals

	under map[*read.Block]bool // what stands between one and what is said
	tail  string               // the last words of the blocks before
	until Place                // where the label of the grammar at the place before ends
}

func newForms(doc *read.Document, names grammar.Names) *forms {
	return &forms{names: names, declared: Declared(doc), groups: map[form][]formOpening{}, Believed: map[Place]label.Label{}, titles: map[*read.Block]bool{}, listed: map[string]bool{}, under: map[*read.Block]bool{}, leads: map[string][]lead{}}
}

// See takes in a place where a label may stand, and what the grammar says of it.
func (f *forms) See(doc *read.Document, i, from int, l label.Label) {
	if !f.seeKeyed(i, Place{Block: &doc.Blocks[i], From: from}) {
		f.see(doc, i, from, l)
	}
}

func (f *forms) see(doc *read.Document, i, from int, l label.Label) {
	b := &doc.Blocks[i]
	introduced := f.isIntroduced(b, from)
	f.until = Place{}
	if l.Style != label.None && !label.HanPart.MatchString(l.Speaker.AsPrinted) {
		f.until = Place{Block: b, From: from + l.End}
	}
	if from == 0 && i > 0 {
		f.tail = lastBytes(f.tail + "\n" + lastBytes(doc.Blocks[i-1].Text))
	}
	if isKnown(l) {
		f.sure++
		f.closed[closeOf(b.Text[from:], l)]++
		if i > 0 && from == 0 {
			f.titles[&doc.Blocks[i-1]] = true
		}
		return
	}
	f.seeTitle(b, i)
	f.seeLead(b, from)
	if matter.IsTally(b.Text[from:]) {
		return // "Schluss der Sitzung: 12.05 Uhr"
	}
	for _, o := range openingsAt(b, from) {
		o.press = f.isPress(o)
		o.sure, o.before, o.Unknown = f.sure, f.tail, l.Style == label.None
		if from > 0 {
			o.before = lastBytes(b.Text[:from])
		}
		followed := o.isFollowed(doc, i)
		f.list(&o, followed)
		if !introduced && followed && !f.headsLabel(o) && !o.endsList() && !begunBefore.MatchString(o.printed) {
			f.groups[o.form] = append(f.groups[o.form], o)
		}
	}
}

// isIntroduced says whether a place stands right below a label of the grammar: what is there is
// said by whom that names.
func (f *forms) isIntroduced(b *read.Block, from int) bool {
	of := f.until.Block
	if of == nil {
		return false
	}
	end := len(of.Text)
	if of == b {
		end = from
	}
	return strings.TrimSpace(of.Text[min(f.until.From, end):end]) == ""
}

// isKnown says whether the grammar leaves no doubt of a label.
func isKnown(l label.Label) bool {
	return l.IsSure() && !l.Salutes || l.Style == label.Table || l.Asks || l.Replies && !grammar.MembersAbroad[grammar.Folded(l.Speaker.AsPrinted)]
}

// seeTitle takes in whom the title of a press conference names.
func (f *forms) seeTitle(b *read.Block, i int) {
	if i >= matter.TitleBlocks {
		return
	}
	l, ok := label.Opener(b.Text, f.names)
	if !ok {
		l, ok = label.Respondent(b.Text, f.names)
	}
	if ok {
		f.spokes = keyOf(strings.Fields(l.Speaker.Name))
	}
}

// isPress says whether an opening names whose press conference it is, or asks there.
func (f *forms) isPress(o formOpening) bool {
	return f.spokes != "" && (o.key == f.spokes || strings.HasSuffix(strings.TrimRight(o.Block.Text, " "), "?"))
}

// begunBefore is a title that a sitting before has begun: "Article 1—Contd."
var begunBefore = regexp.MustCompile(`(?i)[-—–( ]cont(?:d|inued)\.?\)?$`)

// headsLabel says whether a line stands above a label of the grammar, and so is none.
func (f *forms) headsLabel(o formOpening) bool {
	return o.form.by == byLine && label.Of(o.said, f.names).IsSure()
}

// endsList says whether a line is the last item of a list whose others end in semicolons: "Mr A. Brook,
// MP; and", "Ms B. Vega, MP."
func (o *formOpening) endsList() bool {
	return o.form.by == byLine && itemBefore.MatchString(o.before)
}

var itemBefore = regexp.MustCompile(`;(?: \pL{1,3})?\s*$`)

// closeOf is what ends a label of the grammar.
func closeOf(text string, l label.Label) closedBy {
	printed := strings.TrimRight(text[:min(l.End, len(text))], " \u00a0")
	last, size := utf8.DecodeLastRuneInString(printed)
	switch {
	case last == ':' || last == '：':
		return byColon
	case last == '.':
		return byStop
	case !strings.ContainsRune("-–—", last):
		return byLine
	case strings.HasSuffix(strings.TrimRight(printed[:len(printed)-size], " "), "."):
		return byStopDash
	}
	return byDash
}

// isFollowed says whether something is said behind an opening, and keeps how it
// begins. What has a line of its own may have another below it: "Ada Brook", "Lamp
// Party".
func (o *formOpening) isFollowed(doc *read.Document, i int) bool {
	rest := doc.Blocks[min(i+1, len(doc.Blocks)-1):]
	o.said = firstBytes(o.Block.Text[o.From+o.end:])
	if o.alone {
		o.said = firstBytes(rest[0].Text)
	}
	if o.alone && (isPresent(o.said) || label.PartyHead.MatchString(o.bare)) {
		return false // a list of those who are there, party by party
	}
	if o.alone && label.IsChairLine(o.printed) {
		return false
	}
	if o.form.by == byColon && o.isOnCover() {
		return false
	}
	if o.form.by != byLine {
		first, _, _ := strings.Cut(strings.TrimLeft(o.said, " "), " ")
		return !strings.ContainsAny(first, "/#=") // a path, the number of an issue
	}
	if said := strings.TrimSpace(o.said); o.alone && strings.ContainsAny(said, ",:!") && grammar.Salutes(said) {
		return i+1 < len(doc.Blocks)
	}
	if !IsSpoken(o.said) && o.alone && len(rest) > 1 && len(o.said) <= formLimit/2 {
		o.form.below, o.under, o.said = true, &rest[0], firstBytes(rest[1].Text)
	}
	return IsSpoken(o.said) && !beginsLabel(o.said) && (!o.alone || i+1 < len(doc.Blocks))
}

// isOnCover says whether an opening before a colon is a field of the cover: "Released:", above
// "Place:", "President: Ada Brook".
func (o *formOpening) isOnCover() bool {
	return label.IsFieldValue(o.said) || label.IsChair(o.bare) && isNameOnly(o.said)
}

// list takes in an opening behind which nothing is said as one of those who are there, and says of
// others whether they are.
func (f *forms) list(o *formOpening, followed bool) {
	o.listed = f.listed[o.key]
	if !followed && o.isListed() {
		f.listed[o.key] = true
	}
}

// listedWords is how many words a name has that a list of those who are there makes more likely.
const listedWords = 4

// isListed says whether an opening behind which nothing is said may be one of those who are there,
// in a script that has no capitals to tell names.
func (o *formOpening) isListed() bool {
	return len(o.words) > 1 && len(o.words) <= listedWords && grammar.IsCaseless(grammar.FirstRune(o.bare)) && !strings.HasSuffix(o.Block.Text, ":")
}

// isNameOnly says whether a text is a full name and nothing else, in a script that has capitals.
func isNameOnly(text string) bool {
	text = strings.TrimSpace(text)
	p := grammar.NameOf(text)
	return p.Parts > 1 && (p.End == len(text) || label.BehindDegrees.MatchString(text)) && unicode.IsUpper(grammar.FirstRune(text))
}

// isPresent says whether a text is one of a list of persons, as of those who are there: nearly
// all of its words have a capital, and parentheses end it.
func isPresent(text string) bool {
	if len(text) > formLimit || !strings.HasSuffix(strings.TrimRight(text, ". "), ")") {
		return false
	}
	upper, lower := 0, 0
	for w := range strings.FieldsSeq(text) {
		switch r := grammar.FirstRune(strings.TrimLeft(w, "(")); {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper > 2*lower
}

// IsSpoken says whether a sentence stands behind an opening, and not another title.
func IsSpoken(said string) bool {
	if grammar.CountWords(said, matter.LoneWords+1) <= matter.LoneWords && describe.InCapitals(matter.WithoutTime.ReplaceAllString(said, "")) {
		return false
	}
	return strings.ContainsAny(said, ".!?。．؟।…") || grammar.CountWords(said, formWords+1) > formWords
}

// beginsLabel says whether a text begins with what could be a label itself.
func beginsLabel(text string) bool {
	lead, _ := leadOf(text)
	for _, c := range cuts(text[lead:], 0) {
		o, ok := newOpening(text[lead:lead+c.end], c.by, false)
		if c.by == byDash && ok {
			if chairs, _ := inOffice(&o); chairs {
				return true
			}
		}
		if c.by == byColon {
			return ok
		}
	}
	return false
}

func firstBytes(text string) string { return corpus.Head(text, label.ContextLimit) }

func lastBytes(text string) string { return corpus.Tail(text, label.ContextLimit) }

// Learn decides which openings are labels, and parses those.
func (f *forms) Learn(doc *read.Document) []formOpening {
	return append(f.learn(doc), f.key.found...)
}

// learn decides which openings are labels by their forms. The one for which most speaks comes
// first, and is evidence for the others.
func (f *forms) learn(doc *read.Document) []formOpening {
	f.sitting = f.declared || TellsOfSitting(doc)
	all := f.promising()
	if f.sure == 0 {
		if found := f.learnLeads(); found != nil {
			return found
		}
	}
	if len(all) == 0 {
		return nil
	}
	var labels []formOpening
	words := wordsOf(doc, all)
	for _, g := range all {
		g.weigh(words, f)
	}
	slices.SortFunc(all, func(a, b *group) int {
		return cmp.Or(cmp.Compare(b.points, a.points), a.form.compare(b.form))
	})
	for _, g := range all {
		if !g.isBelieved(f) {
			continue
		}
		f.sure += g.good
		f.closed[g.form.by] += g.good
		f.capitals += g.capitals()
		for i, o := range g.openings {
			if _, taken := f.Believed[o.Place]; !taken && !f.under[o.Block] && g.accepts(i) && !f.isAmongCapitals(&o) {
				f.Believed[o.Place] = g.label(o, f.names)
				f.under[o.under] = o.under != nil
				labels = append(labels, o)
			}
		}
	}
	return labels
}

// isAmongCapitals says whether an opening is a sentence that is like a label, where labels are lines in
// capitals: "The chair of the board, Ada Brook." in a list of guests.
func (f *forms) isAmongCapitals(o *formOpening) bool {
	return f.capitals > FormalEnough && !o.caps && o.isSentence()
}

// isSentence says whether an opening on a line of its own is the end of a sentence, and capitals how
// many have capitals instead.
func (o *formOpening) isSentence() bool {
	return o.form.by == byLine && strings.HasSuffix(strings.TrimSpace(o.Block.Text[o.From:o.From+o.end]), ".")
}

func (g *group) capitals() int {
	n := 0
	for i := range g.openings {
		o := &g.openings[i]
		n += grammar.Count(o.form.by == byLine && g.each[i] >= enough && o.caps && !o.isSentence())
	}
	return n
}

// promising are the groups that are believed if their words are nowhere against it.
func (f *forms) promising() []*group {
	var all []*group
	f.lookUnder()
	for k, openings := range f.groups {
		if k.by == byLine {
			openings = slices.DeleteFunc(slices.Clone(openings), func(o formOpening) bool { return o.alone && f.titles[o.Block] })
		}
		if len(openings) == 0 {
			continue
		}
		g := newGroup(k, openings)
		g.weigh(nil, f)
		if g.mayBeLikely(f) || g.isBelieved(f) {
			all = append(all, g)
		}
	}
	return all
}

// lookUnder takes the lines for no labels that stand under names which come again: those of
// their parties.
func (f *forms) lookUnder() {
	for k, openings := range f.groups {
		if !k.below {
			continue
		}
		times := map[string]int{}
		for i := range openings {
			times[openings[i].key]++
		}
		for i := range openings {
			if o := &openings[i]; times[o.key] > 1 && isNamed(o.words) {
				f.titles[o.under] = true
			}
		}
	}
}

// usage is how a word of an opening stands in the document elsewhere.
type usage struct {
	small bool // in small letters
	times int  // in any
}

// wordsOf is how the words of openings stand in the document elsewhere.
func wordsOf(doc *read.Document, all []*group) map[string]usage {
	words := map[string]usage{}
	for _, g := range all {
		for i := range g.openings {
			g.openings[i].countOut(words)
		}
	}
	for i := range doc.Blocks {
		for w := range strings.FieldsFuncSeq(doc.Blocks[i].Text, grammar.IsBetweenWords) {
			w = strings.TrimRight(w, "-")
			small := grammar.IsSmall(grammar.FirstRune(w))
			if !small {
				w = strings.ToLower(w)
			}
			if u, ok := words[w]; ok {
				words[w] = usage{small: u.small || small, times: u.times + 1}
			}
		}
	}
	return words
}

// countOut takes the words of an opening out of the count.
func (o *formOpening) countOut(words map[string]usage) {
	for w := range strings.FieldsSeq(o.key) {
		words[w] = usage{times: words[w].times - 1}
	}
}

// isCommon says whether all words of an opening are words of the language as well:
// they stand in small letters elsewhere. Initials are none.
func (o *formOpening) isCommon(words map[string]usage) bool {
	for _, w := range o.words {
		if len(w) < 5 && o.caps {
			return false
		}
		w = grammar.Folded(w)
		if !words[w].small && !label.Labels[w] && !grammar.LinkWords[w] {
			return false
		}
	}
	return true
}

// hasCommon says whether one of the words is such a word, and no particle.
func (o *formOpening) hasCommon(words map[string]usage) bool {
	return slices.ContainsFunc(o.words, func(w string) bool {
		return unicode.IsUpper(grammar.FirstRune(w)) && utf8.RuneCountInString(w) >= stemLimit && words[grammar.Folded(w)].small
	})
}

// isElsewhere says whether the document has the last word of an opening in other
// places.
func (o *formOpening) isElsewhere(words map[string]usage) bool {
	return words[grammar.Folded(o.words[len(o.words)-1])].times > 0
}

// stemLimit is the shortest word, in letters, that is looked for in another case.
const stemLimit = 4

// calledWords is how many words a name has of which the first may be called as well.
const calledWords = 3

// isCalled says whether the words before an opening have its last word, in whatever
// case: "Głos ma pan poseł Jan Lipa."
func (o *formOpening) isCalled() bool {
	named := len(o.words) <= calledWords && grammar.IsTitleCased(o.bare) && isNamed(o.words)
	for _, w := range slices.Backward(o.words) {
		w = grammar.Folded(w)
		w = w[strings.LastIndexByte(w, '.')+1:] // behind initials
		n := utf8.RuneCountInString(w)
		least := stemLimit
		if grammar.IsCaseless(grammar.FirstRune(w)) {
			least-- // Hebrew writes no vowels
		}
		if n < least {
			continue
		}
		stem := string([]rune(w)[:max(least, n-2)])
		if called := strings.Contains(strings.ToLower(o.before), stem); called || !named {
			return called
		}
	}
	return false
}
