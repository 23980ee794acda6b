// Package query is the language of the search box.
//
// In: what a person typed. Out: a small tree of plain types that an engine
// walks; String prints it back. No engine ever sees the raw text.
package query

import (
	"strconv"
	"strings"
)

// Node is one of And, Or, Not, Term, Phrase, Prefix, Fuzzy, Field and Concept.
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

// Not holds where its part does not.
type Not struct{ Of Node }

// Term is one word of running text.
type Term struct{ Text string }

// Phrase is words in order, with at most Slop other words among them.
type Phrase struct {
	Text string
	Slop int
}

// Prefix is the beginning of a word.
type Prefix struct{ Text string }

// Fuzzy is a word that may be misspelt.
type Fuzzy struct{ Text string }

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
	Of    Node   // the words as typed
	Field string // "rcp", "country", …
	ID    string // of the entry
	Label string // of the entry, for people
}

func (And) node()     {}
func (Or) node()      {}
func (Not) node()     {}
func (Term) node()    {}
func (Phrase) node()  {}
func (Prefix) node()  {}
func (Fuzzy) node()   {}
func (Field) node()   {}
func (Concept) node() {}

func (n And) String() string     { return join(n, " ") }
func (n Or) String() string      { return "(" + join(n, " OR ") + ")" }
func (n Not) String() string     { return "-" + n.Of.String() }
func (n Term) String() string    { return n.Text }
func (n Prefix) String() string  { return n.Text + "*" }
func (n Fuzzy) String() string   { return n.Text + "~" }
func (n Concept) String() string { return n.Of.String() }

func (n Phrase) String() string {
	s := strconv.Quote(n.Text)
	if n.Slop > 0 {
		s += "~" + strconv.Itoa(n.Slop)
	}
	return s
}

func (n Field) String() string {
	v := n.Value
	if v == "" {
		v = n.From + ".." + n.To
	}
	if strings.ContainsAny(v, " \t\"()") {
		v = strconv.Quote(v)
	}
	return n.Name + ":" + v
}

func join(nodes []Node, sep string) string {
	parts := make([]string, len(nodes))
	for i, n := range nodes {
		parts[i] = n.String()
	}
	return strings.Join(parts, sep)
}

// Notice is a remark about a query, for the person who typed it.
type Notice struct {
	At   int    `json:"at"`   // code point of the query that it is about
	Text string `json:"text"` // one sentence
}
