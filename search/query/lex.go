package query

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind is what a token is.
type tokenKind uint8

const (
	tokenWord   tokenKind = iota + 1 // anything without spaces, quotes and parentheses
	tokenPhrase                      // "…", with ~5 behind it in slop
	tokenOpen                        // (
	tokenClose                       // )
	tokenAnd
	tokenOr
	tokenNot // NOT, and - before a word, a phrase or a parenthesis
)

type token struct {
	kind tokenKind
	text string
	slop int
	at   int  // code point of the query
	tied bool // nothing stands between it and the next token
}

// lexer cuts a query into tokens. It never fails.
type lexer struct {
	rest    string
	at      int // code points read
	tokens  []token
	notices []Notice
}

func lex(s string) ([]token, []Notice) {
	l := &lexer{rest: strings.ToValidUTF8(s, " ")}
	for l.rest != "" {
		l.next()
	}
	return l.tokens, l.notices
}

func (l *lexer) skip(n int) {
	l.at += utf8.RuneCountInString(l.rest[:n])
	l.rest = l.rest[n:]
}

func (l *lexer) add(kind tokenKind, n int) {
	l.tokens = append(l.tokens, token{kind: kind, at: l.at, text: l.rest[:n]})
	l.skip(n)
}

func (l *lexer) next() {
	r, size := utf8.DecodeRuneInString(l.rest)
	switch {
	case isGap(r):
		l.skip(size)
	case r == '(':
		l.add(tokenOpen, size)
	case r == ')':
		l.add(tokenClose, size)
	case isQuote(r):
		l.phrase(size)
	case r == '-' && l.negates():
		l.add(tokenNot, size)
	default:
		l.word()
	}
}

// negates says whether the minus at hand stands before something.
func (l *lexer) negates() bool {
	r, _ := utf8.DecodeRuneInString(l.rest[1:])
	return r == '(' || isQuote(r) || isWordRune(r)
}

func (l *lexer) word() {
	n := wordLength(l.rest)
	text := l.rest[:n]
	// speaker:"…" is one token for the parser: a word tied to a phrase.
	tied := false
	if r, _ := utf8.DecodeRuneInString(l.rest[n:]); isQuote(r) && strings.HasSuffix(text, ":") {
		tied = true
	}
	kind := tokenWord
	switch text {
	case "AND", "&&":
		kind = tokenAnd
	case "OR", "||":
		kind = tokenOr
	case "NOT":
		kind = tokenNot
	}
	l.add(kind, n)
	l.tokens[len(l.tokens)-1].tied = tied
}

// wordLength is how long the word at the beginning of a text is. A straight
// quotation mark behind a letter or digit opens nothing (6" pipes) and is part of
// the word.
func wordLength(s string) int {
	last := rune(0)
	for i, r := range s {
		if isGap(r) || r == '(' || r == ')' || isQuote(r) && (r != '"' || !isWordRune(last)) {
			return i
		}
		last = r
	}
	return len(s)
}

// phrase reads from a quotation mark to the next one, and a distance behind it.
// Without a next one the words are read as words.
func (l *lexer) phrase(size int) {
	n := strings.IndexFunc(l.rest[size:], isQuote)
	if n < 0 {
		l.notices = append(l.notices, openQuotation.notice(l.at))
		l.skip(size)
		return
	}
	t := token{kind: tokenPhrase, at: l.at, text: l.rest[size : size+n]}
	_, closing := utf8.DecodeRuneInString(l.rest[size+n:])
	l.skip(size + n + closing)
	if strings.HasPrefix(l.rest, "~") {
		digits := len(l.rest) - 1 - len(strings.TrimLeft(l.rest[1:], "0123456789"))
		if v, err := strconv.Atoi(l.rest[1 : 1+digits]); err == nil {
			t.slop = min(v, MaxSlop)
		} else if digits > 0 {
			t.slop = MaxSlop
		}
		l.skip(1 + digits)
	}
	l.tokens = append(l.tokens, t)
}

func isQuote(r rune) bool { return strings.ContainsRune(`"“”„«»＂`, r) }

func isGap(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u3000' }

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r))
}

// trim takes off a word what is no part of it.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return !isWordRune(r) })
}

// words cuts a text into words of letters and digits alone.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !isWordRune(r) })
}
