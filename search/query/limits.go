package query

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
)

// Limits of a query.
const (
	MaxAll     = 3    // bare words that must all occur; more are a question
	MaxLength  = 1000 // code points
	MaxClauses = 64   // words, phrases and fields; stop words are free
	MaxDepth   = 20   // parentheses inside one another
	MaxSlop    = 50   // other words among those of a phrase
	MaxExpand  = 8    // words with a star or a tilde, each of which stands for many

	maxNesting = 200 // what the parser follows at all
	minPrefix  = 2   // letters before the star
)

// Check refuses a query that costs more than anybody needs. The error is Invalid
// and names the parameter q.
func Check(s string) error {
	refuse := func(format string, args ...any) error {
		return &corpus.Error{Code: corpus.Invalid, Op: "read query", File: "q", Err: fmt.Errorf(format, args...), Hint: "Ask for less at once."}
	}
	if n := utf8.RuneCountInString(s); n > MaxLength {
		return refuse("the query has %d characters, more than %d", n, MaxLength)
	}
	tokens, _ := lex(s)
	clauses, depth, expanded := 0, 0, 0
	for _, t := range tokens {
		switch t.kind {
		case tokenWord:
			clauses += wordClauses(t.text)
			if strings.ContainsAny(t.text, "*~") {
				expanded++
			}
		case tokenPhrase:
			clauses += phraseClauses + len(words(t.text))/phraseWords
		case tokenOpen:
			depth++
			if depth > MaxDepth {
				return refuse("the query has more than %d parentheses inside one another", MaxDepth)
			}
		case tokenClose:
			depth = max(0, depth-1)
		case tokenAnd, tokenOr, tokenNot:
		}
	}
	if clauses > MaxClauses {
		return refuse("the query has %d words and phrases, more than %d", clauses, MaxClauses)
	}
	if expanded > MaxExpand {
		return refuse("the query has %d words with a star or a tilde, more than %d", expanded, MaxExpand)
	}
	return nil
}

// wordClauses is the words of a word: "cross-border" is two, a stop word none.
func wordClauses(text string) int {
	n := len(words(text))
	if n == 1 && isStop(trim(text)) {
		return 0
	}
	return n
}

// A phrase costs as much as so many words, and one more for every phraseWords of
// its own.
const (
	phraseClauses = 3
	phraseWords   = 4
)
