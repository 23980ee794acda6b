// Package query is the language of the search box.
//
// In: what a person typed. Out: a small tree of plain types that an engine
// walks; String prints it back. No engine ever sees the raw text.
//
// # What can be written
//
//	remittances              a word, in any of its forms
//	"temporary workers"      these words in this order
//	"workers remittances"~5  these words, at most five others among them
//	remit*                   words that begin so
//	migrasion~               words that are spelt nearly so
//	a AND b, a OR b, (a b)   all, any, a group; juxtaposition is AND
//	-word, NOT word          not this
//	speaker:guzman           fields: rcp country organisation theme act speaker report
//	                         session year language date, by id, label or alias
//	year:2004..2006          a range
//
// # All or any
//
// One rule decides, and it is in the tree: up to MaxAll bare words (stop words
// do not count) must all occur (And). More are a question in plain language,
// and become Any: one must occur, and what has most of them comes first. A written
// AND joins what stands on both sides of it: single words that are joined so must
// all occur, however many they are; where a side is a question, one word of each
// side must.
//
// Every input can be read: what makes no sense is searched as words, and a Notice
// says so. Check refuses what is too long to be worth it.
//
// # Concepts
//
// Words that name an entry of the vocabulary become a Concept, which finds the
// words and also what is tagged with the entry, ranked below. A name in quotation
// marks is still a name; the words for a theme are then words alone.
package query

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
)

// Node is one of And, Or, Any, Not, Term, Phrase, Prefix, Fuzzy, Field and
// Concept.
type Node interface {
	// String prints the node in the query language; parsing that gives an
	// equal node.
	String() string
	node()
}

// And holds where every part holds.
type And []Node

// Or holds where at least one part holds.
type Or []Node

// Any is the words of a question: it holds where at least one holds, and is
// ranked by how many do.
type Any []Node

// Not holds where its part does not.
type Not struct{ Of Node }

// Term is one word of running text. A stop word ("of", "la") need not occur
// where it stands beside anything else.
type Term struct {
	Text string
	Stop bool
}

// Phrase is words in order, with at most Slop other words among them.
type Phrase struct {
	Text string
	Slop int
}

// Prefix is the beginning of a word.
type Prefix struct{ Text string }

// Fuzzy is a word that may be misspelt.
type Fuzzy struct{ Text string }

// Distance is how many letters may be missing, too many or wrong.
func (n Fuzzy) Distance() int {
	switch letters := utf8.RuneCountInString(n.Text); {
	case letters <= 2:
		return 0
	case letters <= 5:
		return 1
	default:
		return 2
	}
}

// Field holds where a keyword field of search.Fields has a value, or a value in
// the range From to To when Value is empty.
type Field struct {
	Name     string
	Value    string
	From, To string
}

// Concept is words that name an entry of the vocabulary: it holds where the
// words (Of) stand in the text, and, ranked below, where the entry is tagged.
type Concept struct {
	Of    Node   // the words as typed: a Term, or a Phrase
	Field string // "rcp", "country", …
	ID    string // of the entry
}

func (And) node()     {}
func (Or) node()      {}
func (Any) node()     {}
func (Not) node()     {}
func (Term) node()    {}
func (Phrase) node()  {}
func (Prefix) node()  {}
func (Fuzzy) node()   {}
func (Field) node()   {}
func (Concept) node() {}

func (n And) String() string {
	sep := " "
	if counted(n) > MaxAll { // else it would read as a question
		sep = " AND "
	}
	inline := n.inline()
	parts := make([]string, len(n))
	for i, part := range n {
		if _, ok := part.(Any); ok && !inline {
			parts[i] = "(" + part.String() + ")"
			continue
		}
		parts[i] = part.String()
	}
	return strings.Join(parts, sep)
}

// inline says whether the And is a question and what goes with it, so that the
// question needs no parentheses.
func (n And) inline() bool {
	for i, part := range n {
		_, question := part.(Any)
		if question != (i == 0) || isBare(part) {
			return false
		}
	}
	return true
}

func (n Or) String() string { return "(" + join(n, " OR ") + ")" }

func (n Any) String() string { return join(n, " ") }

func (n Not) String() string {
	group := false
	switch of := n.Of.(type) {
	case And, Any:
		group = true
	case Concept:
		group = of.several()
	}
	if group {
		return "-(" + n.Of.String() + ")"
	}
	return "-" + n.Of.String()
}

func (n Term) String() string   { return n.Text }
func (n Prefix) String() string { return n.Text + "*" }
func (n Fuzzy) String() string  { return n.Text + "~" }

func (n Phrase) String() string {
	s := quote(n.Text)
	if n.Slop > 0 {
		s += "~" + strconv.Itoa(n.Slop)
	}
	return s
}

// String prints the words of a theme bare: in quotation marks they would be words
// alone.
func (n Concept) String() string {
	if n.several() {
		return n.Of.(Phrase).Text
	}
	return n.Of.String()
}

// several says whether a concept is printed as several bare words.
func (n Concept) several() bool {
	_, ok := n.Of.(Phrase)
	return ok && n.Field == string(corpus.Theme)
}

func (n Field) String() string {
	v := n.Value
	if v == "" {
		return n.Name + ":" + n.From + ".." + n.To
	}
	if strings.ContainsFunc(v, func(r rune) bool { return !isWordRune(r) && r != '-' && r != '.' }) {
		v = quote(v)
	}
	return n.Name + ":" + v
}

// quote needs no escapes: there is no quotation mark in what the parser makes.
func quote(s string) string { return `"` + strings.ReplaceAll(s, `"`, " ") + `"` }

func join(nodes []Node, sep string) string {
	parts := make([]string, len(nodes))
	for i, n := range nodes {
		parts[i] = n.String()
	}
	return strings.Join(parts, sep)
}

// isBare says whether a part is written as a bare word, or stands for one.
func isBare(n Node) bool {
	switch n.(type) {
	case Term, Prefix, Fuzzy, Concept:
		return true
	default:
		return false
	}
}

// isStopTerm says whether a part is a stop word.
func isStopTerm(n Node) bool {
	t, ok := n.(Term)
	return ok && t.Stop
}

// counted is how many bare words there are, stop words left aside.
func counted(nodes []Node) int {
	count := 0
	for _, n := range nodes {
		if isBare(n) && !isStopTerm(n) {
			count++
		}
	}
	return count
}
