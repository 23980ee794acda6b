// Package words keeps the words that layouts and covers are recognised by as data: a
// list has one word or form a line, so that it is read, extended and merged line by line.
//
// In: a package's files of lists. Out: the expression of a list for indexer/regexp, or
// the set of its words. The packages read, segment, describe and tag keep their lists beside
// their code, in a folder called words.
//
// A file is lines of text:
//
//	# A comment, up to the next list or to the next comment.
//	== body
//	ministry
//	minist[èe]re
//	{{part}} of the ministry
//
// "==" opens a list. A line is an alternative in RE2's syntax and {{part}} stands for any
// line of the list called part, of whatever file. Spaces at the ends of a line are written
// "[ ]", since editors drop them. The order of lines counts where one is the beginning of
// another: the first that matches is taken.
package words

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
)

// Lists are a package's lists by name.
type Lists map[string][]string

// Read reads all files of lists. What is wrong with them is a mistake in the program, so
// it panics: a list that is there twice, a line before the first list.
func Read(fsys fs.FS) Lists {
	lists := Lists{}
	files, err := fs.Glob(fsys, "words/*.txt")
	if err != nil || len(files) == 0 {
		panic("words: no files of lists")
	}
	for _, name := range files {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			panic(fmt.Errorf("words: %w", err))
		}
		lists.add(name, string(text))
	}
	return lists
}

func (l Lists) add(file, text string) {
	list := ""
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.Trim(line, " \r\n")
		switch name, opens := strings.CutPrefix(line, "== "); {
		case line == "" || strings.HasPrefix(line, "# "):
		case opens && l[name] != nil:
			panic(fmt.Sprintf("words: %s:%d: list %q is there twice", file, n, name))
		case opens:
			list = name
			l[list] = []string{}
		case list == "":
			panic(fmt.Sprintf("words: %s:%d: a line before the first list", file, n))
		default:
			l[list] = append(l[list], line)
		}
	}
}

// Lines are the lines of a list, in their order.
func (l Lists) Lines(name string) []string {
	lines, ok := l[name]
	if !ok {
		panic(fmt.Sprintf("words: no list %q", name))
	}
	return lines
}

// Set is the lines of a list, for those that are plain words.
func (l Lists) Set(name string) map[string]bool {
	set := map[string]bool{}
	for _, line := range l.Lines(name) {
		set[line] = true
	}
	return set
}

// Any is an expression that matches any line of a list, one group.
func (l Lists) Any(name string) string {
	any := "(?:" + strings.Join(l.Lines(name), "|") + ")"
	return reference.ReplaceAllStringFunc(any, func(ref string) string {
		return l.Any(strings.Trim(ref, "{}"))
	})
}

var reference = regexp.MustCompile(`\{\{[a-z-]+\}\}`)
