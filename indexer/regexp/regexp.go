// Package regexp is regular expressions for texts that mostly do not match: the
// grammar of layouts and covers asks hundreds of them of every paragraph, and
// nearly always the answer is no.
//
// In: an expression in the syntax of the standard library's package of the same
// name. Out: a Regexp that gives the same answers as that package's, in time linear
// in the text. It reads a text with a deterministic automaton (automaton.go), which
// takes one step for each character, and asks the standard library only for what
// stands where in a text that does match.
package regexp

import (
	"regexp"
	"sync"
)

// Regexp is an expression. It is safe for concurrent use.
type Regexp struct {
	auto automaton
	// std is the standard library's, made when a text first has a match.
	std func() *regexp.Regexp
}

// MustCompile returns the Regexp of an expression, which is compiled when it is
// first asked for: a program has hundreds and starts often, to read one file. What
// is not an expression panics then.
func MustCompile(expr string) *Regexp {
	return &Regexp{
		auto: automaton{expr: expr},
		std:  sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) }),
	}
}

// MatchString says whether a text has a match.
func (re *Regexp) MatchString(s string) bool {
	return re.auto.matches(s) && (re.auto.exact || re.std().MatchString(s))
}

// FindStringIndex is where the first match begins and ends, nil without one.
func (re *Regexp) FindStringIndex(s string) []int {
	end, ok := re.auto.find(s)
	switch {
	case !ok:
		return nil
	case end >= 0:
		return []int{0, end}
	}
	return re.std().FindStringIndex(s)
}

// FindString is the first match, "" without one.
func (re *Regexp) FindString(s string) string {
	end, ok := re.auto.find(s)
	switch {
	case !ok:
		return ""
	case end >= 0:
		return s[:end]
	}
	return re.std().FindString(s)
}

// FindStringSubmatchIndex is where the first match and its groups begin and end,
// nil without one.
func (re *Regexp) FindStringSubmatchIndex(s string) []int {
	if !re.auto.matches(s) {
		return nil
	}
	return re.std().FindStringSubmatchIndex(s)
}

// FindStringSubmatch is the first match and its groups, nil without one.
func (re *Regexp) FindStringSubmatch(s string) []string {
	if !re.auto.matches(s) {
		return nil
	}
	return re.std().FindStringSubmatch(s)
}

// FindAllStringIndex is where the first n matches begin and end, all if n < 0.
func (re *Regexp) FindAllStringIndex(s string, n int) [][]int {
	if !re.auto.matches(s) {
		return nil
	}
	return re.std().FindAllStringIndex(s, n)
}

// FindAllStringSubmatchIndex is where the first n matches and their groups begin
// and end, all if n < 0.
func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if !re.auto.matches(s) {
		return nil
	}
	return re.std().FindAllStringSubmatchIndex(s, n)
}

// FindAllStringSubmatch is the first n matches and their groups, all if n < 0.
func (re *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	if !re.auto.matches(s) {
		return nil
	}
	return re.std().FindAllStringSubmatch(s, n)
}

// ReplaceAllString is a text with its matches replaced, in which "$1" stands for a
// group.
func (re *Regexp) ReplaceAllString(s, by string) string {
	if !re.auto.matches(s) {
		return s
	}
	return re.std().ReplaceAllString(s, by)
}

// Split divides a text at its matches into n parts at most, any number if n < 0.
func (re *Regexp) Split(s string, n int) []string { return re.std().Split(s, n) }
