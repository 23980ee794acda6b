package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
)

// Options change how a query is read.
type Options struct {
	NoConcepts bool // names of the vocabulary are words like others
}

// names is what the parser asks of the vocabulary.
type names interface {
	// resolve returns the entry of a kind that a whole string names.
	resolve(k corpus.Kind, name string) (entry, bool)
	// acronym returns the entry that a single word names, whatever its case.
	acronym(word string) (entry, bool)
	// find returns the entries that a text names, in its order.
	find(text string) []match
}

type entry struct {
	kind corpus.Kind
	id   string
}

// match is an entry named at some bytes of a text.
type match struct {
	entry
	start, end int
}

// parser reads tokens by recursive descent:
//
//	either   = sequence { OR sequence }
//	sequence = part { [AND] part }
//	part     = { NOT } ( word | phrase | field | "(" either ")" )
type parser struct {
	tokens  []token
	next    int
	depth   int
	names   names
	options Options
	asks    bool // it is a question that begins as one
	notices []Notice
}

func parse(s string, v names, o Options) (Node, []Notice) {
	var shouted []Notice
	if shouts(s) {
		s = strings.ToLower(s)
		shouted = []Notice{allCapitals.notice(0)}
	}
	tokens, notices := lex(s)
	notices = append(shouted, notices...)
	p := &parser{tokens: tokens, notices: notices, names: v, options: o, asks: isAsking(tokens)}
	n := p.either()
	for p.next < len(p.tokens) { // a parenthesis that nothing opened
		p.notice(p.tokens[p.next], strayClosing)
		p.next++
		n = p.both(n, p.either())
	}
	if n == nil {
		n = p.operatorsAsWords()
	}
	if n == nil && strings.TrimSpace(s) != "" {
		p.notices = append(p.notices, noWord.notice(0))
	}
	return p.whole(n), p.notices
}

// shouts says whether a text is a sentence in capitals, in which capitals do not
// make AND an operator. Names alone ("RCM AND BALI") are no sentence, nor is what
// has parentheses or an operator between any two words.
func shouts(s string) bool {
	if strings.IndexFunc(s, unicode.IsLower) >= 0 || strings.ContainsAny(s, "()") {
		return false
	}
	saying, little, operators := 0, 0, 0
	for _, w := range strings.FieldsFunc(s, isGap) {
		switch {
		case w == "AND" || w == "OR" || w == "NOT":
			operators++
		case stopWords[strings.ToLower(trim(w))]:
			little++
		case strings.ContainsFunc(w, unicode.IsUpper): // which not every script has
			saying++
		}
	}
	return operators > 0 && little > 0 && saying > MaxAll && 2*operators < saying+little
}

func (p *parser) notice(t token, r remark, about ...string) {
	p.notices = append(p.notices, r.notice(t.at, about...))
}

// both joins what stands before and behind a stray parenthesis.
func (p *parser) both(a, b Node) Node {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	default:
		return p.join([]Node{a, b}, false)
	}
}

// operatorsAsWords reads a query of nothing but AND, OR and NOT.
func (p *parser) operatorsAsWords() Node {
	var parts []Node
	for _, t := range p.tokens {
		switch t.kind {
		case tokenAnd, tokenOr, tokenNot:
			if w := trim(t.text); w != "" {
				parts = append(parts, p.term(w))
			}
		case tokenWord, tokenPhrase, tokenOpen, tokenClose:
		}
	}
	return p.join(parts, false)
}

func (p *parser) peek() (token, bool) {
	if p.next >= len(p.tokens) {
		return token{}, false
	}
	return p.tokens[p.next], true
}

func (p *parser) either() Node {
	var parts Or
	for {
		if n := p.sequence(); n != nil {
			if or, ok := n.(Or); ok {
				parts = append(parts, or...)
			} else {
				parts = append(parts, n)
			}
		}
		t, ok := p.peek()
		if !ok || t.kind != tokenOr {
			break
		}
		p.next++
		if len(parts) == 0 || !p.begins() {
			p.notice(t, loneOr)
		}
	}
	switch len(parts) {
	case 0:
		return nil
	case 1:
		return parts[0]
	default:
		return parts
	}
}

// begins says whether a part may begin at the next token.
func (p *parser) begins() bool {
	t, ok := p.peek()
	return ok && t.kind != tokenClose && t.kind != tokenOr && t.kind != tokenAnd
}

func (p *parser) sequence() Node {
	sides := [][]Node{nil} // of the ANDs that are written
	for {
		t, ok := p.peek()
		if !ok || t.kind == tokenClose || t.kind == tokenOr {
			break
		}
		last := &sides[len(sides)-1]
		if t.kind == tokenAnd {
			p.next++
			if len(sides) == 1 && len(*last) == 0 || !p.begins() {
				p.notice(t, loneAnd)
			}
			sides = append(sides, nil)
			continue
		}
		*last = append(*last, p.part()...)
	}
	return p.sides(sides)
}

// sides joins what stands between written ANDs. When a side has more bare words
// than must all occur, the whole is a question that has an AND in its midst, and
// of each side something must occur.
func (p *parser) sides(sides [][]Node) Node {
	asks := false
	for i := range sides {
		sides[i] = p.concepts(sides[i])
		asks = asks || counted(sides[i]) > MaxAll
	}
	if !asks || len(sides) == 1 {
		return p.join(slices.Concat(sides...), len(sides) > 1)
	}
	var parts []Node
	for _, side := range sides {
		if counted(side) > MaxAll {
			parts = append(parts, p.question(side))
			continue
		}
		bare, rest := divide(side)
		bare = slices.DeleteFunc(bare, isStopTerm)
		if len(bare) > 1 {
			bare = []Node{Or(bare)}
		}
		parts = append(append(parts, bare...), rest...)
	}
	return p.join(parts, true)
}

// join makes one node of the parts of a sequence, and decides between all and
// any.
func (p *parser) join(parts []Node, explicit bool) Node {
	for _, n := range parts {
		and, ok := n.(And)
		explicit = explicit || ok && counted(and) > MaxAll
	}
	flat := p.concepts(flattened(parts))
	if counted(flat) > MaxAll && !explicit {
		return p.question(flat)
	}
	switch len(flat) {
	case 0:
		return nil
	case 1:
		return flat[0]
	default:
		return And(flat)
	}
}

// question makes bare words an Any, and demands the rest.
func (p *parser) question(parts []Node) Node {
	asked, rest := divide(parts)
	rest = flattened(rest)
	asked = p.concepts(asked) // words have moved together
	if counted(asked) <= MaxAll {
		return And(append(asked, rest...))
	}
	if len(rest) == 0 {
		return Any(asked)
	}
	return And(append([]Node{Any(asked)}, rest...))
}

// flattened takes the parts of an And for itself.
func flattened(parts []Node) []Node {
	var flat []Node
	for _, n := range parts {
		if and, ok := n.(And); ok {
			flat = append(flat, and...)
			continue
		}
		flat = append(flat, n)
	}
	return flat
}

// divide parts the bare words from the rest. Words in parentheses without an
// operator are bare, too.
func divide(parts []Node) (bare, rest []Node) {
	for _, n := range parts {
		words, ok := n.(Any)
		switch {
		case ok:
			bare = append(bare, words...)
		case isBare(n):
			bare = append(bare, n)
		default:
			rest = append(rest, n)
		}
	}
	return bare, rest
}

// part reads one part. It is several nodes when a word is not one.
func (p *parser) part() []Node {
	t := p.tokens[p.next]
	p.next++
	switch t.kind {
	case tokenNot:
		return p.negated(t)
	case tokenOpen:
		return p.group(t)
	case tokenPhrase:
		return p.phrase(t)
	case tokenWord:
		return p.word(t)
	case tokenClose, tokenAnd, tokenOr:
	}
	return nil
}

func (p *parser) negated(t token) []Node {
	negative := true
	for {
		inner, ok := p.peek()
		if !ok || inner.kind != tokenNot {
			break
		}
		negative = !negative
		p.next++
	}
	if !p.begins() {
		p.notice(t, loneNot)
		return nil
	}
	n := p.join(p.part(), false)
	if n == nil || !negative {
		return one(n)
	}
	if not, ok := n.(Not); ok {
		return one(not.Of)
	}
	return one(Not{Of: n})
}

func one(n Node) []Node {
	if n == nil {
		return nil
	}
	return []Node{n}
}

func (p *parser) group(t token) []Node {
	if p.depth >= maxNesting {
		p.notice(t, tooDeep)
		return nil
	}
	p.depth++
	n := p.either()
	p.depth--
	if end, ok := p.peek(); ok && end.kind == tokenClose {
		p.next++
	} else {
		p.notice(t, unclosed)
	}
	return one(n)
}

func (p *parser) phrase(t token) []Node {
	if trim(t.text) == "" {
		return nil
	}
	return []Node{p.named(Phrase{Text: tidy(t.text), Slop: t.slop})}
}

// tidy makes the spaces of a phrase single ones.
func tidy(s string) string {
	return strings.Join(strings.FieldsFunc(s, isGap), " ")
}

// word reads a bare word, with its star or tilde, or a field.
func (p *parser) word(t token) []Node {
	text := strings.TrimLeftFunc(t.text, func(r rune) bool { return !isWordRune(r) })
	if name, value, ok := strings.Cut(text, ":"); ok {
		if f, ok := fieldNamed(name); ok {
			return p.field(t, f, value)
		}
	}
	text = strings.TrimRightFunc(text, func(r rune) bool { return !isWordRune(r) && r != '*' && r != '~' })
	base := strings.TrimRight(text, "0123456789")
	if !strings.HasSuffix(base, "~") {
		base = text
	}
	stem := strings.TrimRight(base, "*~")
	operator := strings.TrimPrefix(base, stem)
	stem = trim(stem)
	switch {
	case stem == "":
		return nil
	case operator == "":
		if strings.Contains(stem, "*") {
			p.notice(t, starInside)
		}
		return []Node{p.term(stem)}
	default:
		return p.expanded(t, stem, operator[0] == '*')
	}
}

// expanded is a prefix or a fuzzy word. What stands before a hyphen or the like
// is words of its own.
func (p *parser) expanded(t token, text string, prefix bool) []Node {
	var parts []Node
	pieces := words(text)
	for _, w := range pieces[:len(pieces)-1] {
		parts = append(parts, p.term(w))
	}
	last := pieces[len(pieces)-1]
	switch {
	case !prefix:
		return append(parts, Fuzzy{Text: last})
	case utf8.RuneCountInString(last) < minPrefix && last[0] < utf8.RuneSelf:
		p.notice(t, shortBeginning)
		return append(parts, p.term(last))
	default:
		return append(parts, Prefix{Text: last})
	}
}

// term is a word. The operators are words in small letters.
func (p *parser) term(text string) Node {
	switch text {
	case "AND", "OR", "NOT":
		text = strings.ToLower(text)
	}
	return Term{Text: text, Stop: isStop(text) || p.asks && saying[strings.ToLower(text)]}
}
