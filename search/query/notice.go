package query

import (
	"strconv"
	"strings"
)

// Notice is a remark about a query, for the person who typed it.
type Notice struct {
	At    int      `json:"at"`   // code point of the query that it is about
	Code  string   `json:"code"` // which remark it is, for those who say it in another language
	Text  string   `json:"text"` // one sentence
	About []string `json:"-"`    // parts of the query that the sentence names
}

// remark is what a Notice says of any query; {0} and {1} are parts of it.
type remark struct{ code, text string }

var (
	allCapitals    = remark{"capitals", "All of it is in capitals, so AND, OR and NOT are read as words."}
	littleWords    = remark{"little", "Words as little as these stand everywhere and are not looked for by themselves."}
	loneAnd        = remark{"and", "AND needs something on both sides and is left out."}
	loneNot        = remark{"not", "NOT needs something behind it and is left out."}
	loneOr         = remark{"or", "OR needs something on both sides and is left out."}
	noSuchValue    = remark{"unknown", "There is no {0} “{1}”, so its words are searched."}
	noValue        = remark{"value", "{0}: needs a value."}
	noWord         = remark{"nothing", "There is no word to search for."}
	openQuotation  = remark{"quotation", "The quotation mark is not closed, so the words behind it are searched one by one."}
	shortBeginning = remark{"short", "The beginning of a word needs two letters at least."}
	starInside     = remark{"star", "A star stands at the end of a word only."}
	strayClosing   = remark{"closing", "The closing parenthesis has no opening one and is left out."}
	tooDeep        = remark{"deep", "There are too many parentheses inside one another."}
	unclosed       = remark{"opening", "The parenthesis is not closed and is taken to end with the query."}
)

func (r remark) notice(at int, about ...string) Notice {
	text := r.text
	for i, part := range about {
		text = strings.ReplaceAll(text, "{"+strconv.Itoa(i)+"}", part)
	}
	return Notice{At: at, Code: r.code, Text: text, About: about}
}

// Little is what to say of a query that finds nothing because it holds stop words
// alone, and whether it does.
func Little(n Node) (Notice, bool) { return littleWords.notice(0), isLittle(n) }

func isLittle(n Node) bool {
	switch n := n.(type) {
	case Term:
		return n.Stop
	case Phrase:
		return all(words(n.Text), isStop)
	case And:
		return all(n, isLittle)
	case Or:
		return all(n, isLittle)
	case Any:
		return all(n, isLittle)
	default:
		return false
	}
}

func all[T any](parts []T, holds func(T) bool) bool {
	for _, part := range parts {
		if !holds(part) {
			return false
		}
	}
	return len(parts) > 0
}
