package segment

import (
	"strings"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/matter"
)

// isNobodys says whether a piece is the record's own words: procedure, the foot of a page,
// and the title of what comes next where a decision has been printed.
func (r *recorder) isNobodys(p piece, text string) bool {
	return r.silent && !isAsked(text[len(matter.QuestionNumber.FindString(text)):]) || r.directed && !matter.EndsSpeech(text) ||
		isProcedure(p) && !r.isTranslated(text) || noticed.MatchString(text) && !r.isOnlyNamed() || r.resolves && strings.HasPrefix(text, "That ") || matter.IsOfPage(text) || r.isClerkDash(text) || p.from == 0 && r.dashNotes[p.block]
}

// noticed is a question for written answer, behind whose number nobody's name is: "To ask Her
// Majesty's Government whether … [HL1]".
var noticed = regexp.MustCompile(`^To ask (?:the|Her|His) \p{Lu}[^?]{10,900}\[[\w/ ]{3,20}\]$`)

// isTranslated says whether a paragraph in brackets is what has been said, in another language:
// "[Mr BROOK: The lamps burn.]".
func (r *recorder) isTranslated(text string) bool {
	return r.inTurn() && text[0] == '[' && label.Of(text[1:], r.names).IsSure()
}

// decided is what a meeting did with an item of its agenda; the next one follows.
var decided = regexp.MustCompile(`(?i)^(?:the )?(?:provisional )?agenda (?:was|is) adopted|^(?:it|lt|//|/t) was so (?:decided|agreed)|^l['’]ordre du jour est adopté|^queda aprobado el orden del día|^así queda acordado|^il en est ainsi décidé`)

// isProcedure says whether a paragraph is the record's own words and no
// speaker's: set in italics or in brackets, or one of the formulas of procedure.
func isProcedure(p piece) bool {
	text := p.text()
	if n := len(text); n > 1 && (text[0] == '(' && text[n-1] == ')' || text[0] == '[' && text[n-1] == ']') && grammar.CountWords(text, 60) < 60 {
		return matter.IsOneAside(text) || matter.BracketAside.MatchString(text)
	}
	return matter.Procedure.MatchString(text) || matter.IsFormula(text) || isItalic(p) || unheard.MatchString(text)
}

// unheard is somebody without a name of whom nothing could be heard: "____. (Inaudible)".
var unheard = regexp.MustCompile(`^_{3,}[.:]? ?\([^()]*\)\.?$`)

func isItalic(p piece) bool {
	end := p.from
	for _, s := range p.block.Spans {
		if s.Italic && s.Start <= end && s.End > end {
			end = s.End
		}
	}
	return end >= p.to && p.to > p.from
}

// votes begin the printed result of a vote, which goes on to the next label, and
// end a meeting.
var votes = regexp.MustCompile(`(?i)` + grammar.Lists.Any("votes"))

// voteOver ends it in records that print the result last, and the chair goes on.
var voteOver = regexp.MustCompile(`(?i)` + grammar.Lists.Any("vote-over"))

// readsOut announces a document that a clerk reads out, or that the record prints.
var readsOut = regexp.MustCompile(`^` + grammar.Lists.Any("reads-out"))

// lawArticle heads the text of a law that the record of a French parliament prints.
var lawArticle = regexp.MustCompile(`^Article (?:\d+|unique|1er|premier)(?: [\pL-]{1,12}){0,3}$`)

// isShouted says whether nearly all is printed in capitals, as captions are.
func isShouted(blocks []read.Block) bool {
	all, shouted := 0, 0
	for i := range blocks {
		if text := blocks[i].Text; grammar.CountWords(text, matter.LoneWords) >= matter.LoneWords {
			all++
			shouted += grammar.Count(describe.InCapitals(text))
		}
	}
	return 5*shouted > 4*all
}
