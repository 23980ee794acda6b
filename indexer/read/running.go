package read

import (
	"strings"
	"unicode"

	"briefsearch/indexer/read/block"
)

const (
	edgeLines    = 3 // at the head and at the foot of a page may be running lines
	runningLeast = 3 // pages on which a running line comes at least
	runningShare = 3 // and the part of all pages that these are: heads of left and right pages differ
)

// dropRunning takes running heads, running feet and page numbers out of a text whose
// pages are told by form feeds: lines at the edge of a page that come on others, too,
// numbers apart. The first page keeps its own, for a cover tells the report's symbol once.
func dropRunning(pages [][]string) {
	need := max(runningLeast, (len(pages)+runningShare-1)/runningShare)
	for _, foot := range []bool{false, true} {
		seen := wordingsAt(pages, foot)
		for _, page := range pages[1:] {
			for _, i := range edgeOf(page, foot) {
				if wording := block.Wording(page[i]); !isRunning(wording) || seen[wording] < need {
					break
				}
				page[i] = ""
			}
		}
	}
}

// wordingsAt counts the pages that have a wording at one edge.
func wordingsAt(pages [][]string, foot bool) map[string]int {
	seen, last := map[string]int{}, map[string]int{}
	for n, page := range pages {
		for _, i := range edgeOf(page, foot) {
			if w := block.Wording(page[i]); last[w] != n+1 {
				seen[w]++
				last[w] = n + 1
			}
		}
	}
	return seen
}

// edgeOf is the places of the lines at one edge of a page, from the outside in.
func edgeOf(page []string, foot bool) []int {
	var out []int
	for n := range page {
		i := n
		if foot {
			i = len(page) - 1 - n
		}
		if strings.TrimSpace(page[i]) == "" {
			continue
		}
		if out = append(out, i); len(out) == edgeLines {
			break
		}
	}
	return out
}

// isRunning says whether a wording may be that of a running line. A name before a colon
// speaks, on however many pages it is the first.
func isRunning(wording string) bool {
	return !strings.HasSuffix(wording, ":") && strings.ContainsFunc(wording, func(r rune) bool { return r == '#' || unicode.IsLetter(r) }) &&
		!looseMark.MatchString(strings.ReplaceAll(wording, "#", "1"))
}
