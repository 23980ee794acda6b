package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
)

// Mark is a stretch of a text that a query matches. Engines find marks, each
// with its own analysis; Passages cuts the text around them, so that every
// engine shows a hit in the same way.
type Mark struct {
	Start, End int     // bytes of the text, half-open
	Part       int     // which part of the query; marks of many parts make a better passage
	Weight     float64 // of the part: the rarer, the more
}

// PassageLength is about the most code points that a passage has.
const PassageLength = 300

// MaxPassages is how many passages a hit has at most.
const MaxPassages = 2

// leadIn is how many code points may stand before the first mark of a passage
// that does not begin with its paragraph or a sentence.
const leadIn = 60

// Passages returns the paragraphs of an intervention that match best, the best
// one first, each cut to PassageLength at the ends of sentences or words. Without
// marks it is the beginning of the text. Marks may overlap and be in any order.
func Passages(in *corpus.Intervention, marks []Mark) []Passage {
	marks = tidy(marks, in.Text)
	at := corpus.NewOffsets(in.Text)
	paragraphs := split(in.Text)
	if len(marks) == 0 {
		if len(paragraphs) == 0 {
			return nil
		}
		p := paragraphs[0]
		p.end = cutEnd(in.Text, p, p.start)
		return []Passage{p.passage(in, at, nil)}
	}
	type scored struct {
		span
		score float64
		marks []Mark
	}
	var found []scored
	for _, p := range paragraphs {
		var inside []Mark
		inside, marks = within(marks, p)
		if len(inside) == 0 {
			continue
		}
		window, score := bestWindow(in.Text, p, inside)
		found = append(found, scored{span: window, score: score, marks: inside})
	}
	slices.SortStableFunc(found, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	var out []Passage
	for _, f := range found[:min(len(found), MaxPassages)] {
		out = append(out, f.passage(in, at, f.marks))
	}
	return out
}

// span is a stretch of a text in bytes.
type span struct{ start, end int }

func (s span) passage(in *corpus.Intervention, at *corpus.Offsets, marks []Mark) Passage {
	start := at.CodePoints(s.start)
	p := Passage{Text: in.Text[s.start:s.end], Marks: [][2]int{}, Start: start}
	first := start
	for _, m := range marks {
		if m.Start < s.start || m.End > s.end {
			continue
		}
		from, to := at.CodePoints(m.Start)-start, at.CodePoints(m.End)-start
		if n := len(p.Marks); n > 0 && from < p.Marks[n-1][1] { // overlaps
			p.Marks[n-1][1] = max(p.Marks[n-1][1], to)
			continue
		}
		if len(p.Marks) == 0 {
			first = at.CodePoints(m.Start)
		}
		p.Marks = append(p.Marks, [2]int{from, to})
	}
	p.Page = in.PageAt(first)
	return p
}

// tidy sorts marks and drops what is not in the text.
func tidy(marks []Mark, text string) []Mark {
	marks = slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool {
		return m.Start < 0 || m.Start >= m.End || m.End > len(text) ||
			!utf8.RuneStart(text[m.Start]) || m.End < len(text) && !utf8.RuneStart(text[m.End])
	})
	slices.SortStableFunc(marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return marks
}

// split returns the paragraphs of a text that hold something.
func split(text string) []span {
	var out []span
	for start := 0; start < len(text); {
		end := len(text)
		next := end
		if i := strings.Index(text[start:], "\n\n"); i >= 0 {
			end, next = start+i, start+i+2
		}
		if p := trim(text, span{start, end}); p.start < p.end {
			out = append(out, p)
		}
		start = next
	}
	return out
}

func trim(text string, s span) span {
	s.end -= len(text[s.start:s.end]) - len(strings.TrimRightFunc(text[s.start:s.end], unicode.IsSpace))
	s.start += len(text[s.start:s.end]) - len(strings.TrimLeftFunc(text[s.start:s.end], unicode.IsSpace))
	return s
}

// within returns the marks inside a paragraph and those that come later.
func within(marks []Mark, p span) (inside, later []Mark) {
	for len(marks) > 0 && marks[0].Start < p.end {
		if m := marks[0]; m.Start >= p.start && m.End <= p.end {
			inside = append(inside, m)
		}
		marks = marks[1:]
	}
	return inside, marks
}

// bestWindow returns the stretch of a paragraph that holds the most of the
// query, and how much that is. A short paragraph is taken whole.
func bestWindow(text string, p span, marks []Mark) (span, float64) {
	if utf8.RuneCountInString(text[p.start:p.end]) <= PassageLength {
		return p, worth(marks)
	}
	best, bestScore := span{}, -1.0
	to := 0
	for from := range marks {
		start := cutStart(text, p, marks[from].Start)
		end := cutEnd(text, p, start)
		to = max(to, from)
		for to < len(marks) && marks[to].End <= end {
			to++
		}
		if score := worth(marks[from:to]); score > bestScore {
			best, bestScore = span{start, end}, score
		}
		if from > maxWindows {
			break
		}
	}
	return best, bestScore
}

// maxWindows bounds the work on a paragraph that is full of marks.
const maxWindows = 200

// worth is the weight of the parts of the query that are there; repetition
// counts little.
func worth(marks []Mark) float64 {
	var sum float64
	seen := make(map[int]int)
	for _, m := range marks {
		seen[m.Part]++
		switch n := seen[m.Part]; {
		case n == 1:
			sum += m.Weight
		case n <= 4:
			sum += m.Weight / 10
		}
	}
	return sum
}

// cutStart is where a passage begins whose first mark is at mark: the beginning
// of its sentence if that is near, else a word's.
func cutStart(text string, p span, mark int) int {
	start := mark
	word := mark
	for n := 0; start > p.start && n < 2*leadIn; n++ {
		r, size := utf8.DecodeLastRuneInString(text[p.start:start])
		if unicode.IsSpace(r) {
			if endsSentence(text[p.start : start-size]) {
				return start
			}
			if n <= leadIn {
				word = start
			}
		}
		start -= size
	}
	if start <= p.start {
		return p.start
	}
	return word
}

// cutEnd is where a passage ends that begins at start: at the end of the
// paragraph, or of the last sentence that fits unless that leaves little, or of
// the last word.
func cutEnd(text string, p span, start int) int {
	end, sentence, word := start, 0, 0
	for n := 0; end < p.end && n < PassageLength; n++ {
		r, size := rune(text[end]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[end:p.end])
		}
		if (r <= ' ' || r >= utf8.RuneSelf) && unicode.IsSpace(r) && end > start {
			word = end
			if n > PassageLength*2/3 && endsSentence(text[start:end]) {
				sentence = end
			}
		}
		end += size
	}
	switch {
	case end == p.end:
		return end
	case sentence > 0:
		return sentence
	case word > 0:
		return word
	default:
		return end
	}
}

// endsSentence says whether a text ends with a full stop or the like, leaving
// quotation marks and brackets aside, that is not a short word's: "Mr.", "No.".
func endsSentence(text string) bool {
	text = strings.TrimRight(text, "\"'”’»)]")
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…。！？؟", r) && !shortened[text[strings.LastIndexAny(text, " \n(")+1:]]
}

// shortened are words that end in a full stop in the midst of a sentence.
var shortened = map[string]bool{
	"Mr.": true, "Mrs.": true, "Ms.": true, "Dr.": true, "Prof.": true, "St.": true, "H.E.": true, "Hon.": true, "Sen.": true, "No.": true, "Nos.": true,
	"M.": true, "MM.": true, "Sr.": true, "Sra.": true, "Srta.": true, "Sres.": true, "Excmo.": true, "Excma.": true, "Art.": true, "art.": true, "para.": true,
	"paras.": true, "vol.": true, "p.": true, "pp.": true, "cf.": true, "e.g.": true, "i.e.": true, "vs.": true, "г.": true,
}
