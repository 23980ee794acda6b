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

// edge is a wording at the head or at the foot of pages.
type edge struct {
	wording string
	foot    bool
}

// dropRunning takes running heads, running feet and page numbers out of a text whose
// pages are told by form feeds: lines at the edge of a page that come on others, too,
// numbers apart. The first page keeps its own, for a cover tells the report's symbol once.
func dropRunning(pages [][]string) {
	seen := map[edge]int{}
	for _, page := range pages {
		here := map[edge]bool{}
		for _, foot := range []bool{false, true} {
			for _, i := range edgeOf(page, foot) {
				here[edge{block.Wording(page[i]), foot}] = true
			}
		}
		for e := range here {
			seen[e]++
		}
	}
	need := max(runningLeast, (len(pages)+runningShare-1)/runningShare)
	for _, page := range pages[1:] {
		for _, foot := range []bool{false, true} {
			for _, i := range edgeOf(page, foot) {
				e := edge{block.Wording(page[i]), foot}
				if !isRunning(e.wording) || seen[e] < need {
					break
				}
				page[i] = ""
			}
		}
	}
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
