package learned

import (
	"unicode/utf8"

	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/matter"
)

// hanWithin is what may be a label in Chinese behind the end of a sentence, or a space.
var hanWithin = regexp.MustCompile(`[。！？!?）)」… ] ?(\p{Han}{2,12}[:：])`)

// hanPart is where a part of a sitting in Taiwan begins, or an item that its record prints.
var hanPart = regexp.MustCompile(`[。）)] (` + hanParts + `.*)$`)

const hanParts = `(?:報 告 事 項|討 論 事 項|繼續報告|繼續討論| ?[一二三四五六七八九十]{1,3}、)`

// hanPartBefore is where the first such part of a text begins, or -1.
func hanPartBefore(text string) int {
	if m := hanPart.FindStringSubmatchIndex(text); m != nil {
		return m[2]
	}
	return -1
}

// IsHanPart says whether a piece within a text is such a part.
func IsHanPart(text string) bool { return hanParted.MatchString(text) }

var hanParted = regexp.MustCompile(`^` + hanParts)

// hanInside are the bytes at which labels in Chinese begin within a text that has no line for each.
func hanInside(text string, names grammar.Names) []int {
	if len(text) < flatLeast || text[0] < utf8.RuneSelf {
		return nil
	}
	var at []int
	for _, m := range hanWithin.FindAllStringSubmatchIndex(text, -1) {
		if l := label.Of(text[m[2]:m[3]]+" ", names); l.IsSure() && !matter.InNote(text[:m[2]]) {
			at = append(at, m[2])
		}
	}
	return at
}
