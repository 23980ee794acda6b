package segment

import (
	"strings"

	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
)

// statementsMade tells that several made statements, and who: nobody's words.
var statementsMade = regexp.MustCompile(`^(?:At the [^.]{3,80}, )?(?:(?:during|in) [^.]{3,160}, )?(?:the (?:representatives?|observers?|following)\b|statements (?:were|was) )[^.]{0,600}\b(?:made|delivered)\b[^.]{0,40}`)

// others are those whose comments a part of a record has: bodies of any name.
var others = regexp.MustCompile(`(?i)\bstakeholders|parties prenantes|parties intéressées|partes interesadas|(?:non-governmental|civil society) organi[sz]ations|organisations non gouvernementales|organizaciones (?:no gubernamentales|de la sociedad civil)`)

// viewsOf heads the views of some under a State that was reviewed, with a number as
// paragraphs have.
var viewsOf = regexp.MustCompile(`(?i)^(?:views expressed by|general comments made by|concluding remarks (?:of|by)|observations (?:formulées|finales)|points de vue exprimés par|opiniones expresadas|observaciones (?:generales|finales) )`)

// partKind is what a part of a record holds.
type partKind uint8

const (
	debatePart  partKind = iota // turns
	reportPart                  // what the State under review presents
	outcomePart                 // recommendations with their States
	silentPart                  // nobody's words: introduction, annexes
)

var (
	outcomes   = regexp.MustCompile(`(?i)\b(?:conclusions?|recommendations|recommandations|conclusiones|recomendaciones)\b|выводы|рекомендации|استنتاجات|التوصيات|结论|建议`)
	nobodys    = regexp.MustCompile(`(?i)^(?:[IVX]+\.? ?|[一二三四五六七八][.、] ?)?` + grammar.Lists.Any("nobodys"))
	presenting = regexp.MustCompile(`(?i)\b(?:presentation by|presentation of the|expos[ée] (?:de|pr[ée]sent)|presentaci[óo]n|voluntary (?:pledges|commitments)|opening statement by the state|views expressed by the state|concluding remarks)\b|представление (?:государств|доклад)|عرض الدولة|العرض المقدم|受审议国的?(?:陈述|介绍)`)
)

// apart are the parts of a summary record in which nobody speaks: what it decides has
// titles like those of other parts, and members speak below them.
var apart = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("apart"))

func (g subjects) kindOf(title string) partKind {
	switch {
	case g.record && !g.minutes && apart.MatchString(title):
		return silentPart
	case g.record && !g.minutes:
		return debatePart
	case nobodys.MatchString(title):
		return silentPart
	case presenting.MatchString(title):
		return reportPart
	case outcomes.MatchString(title):
		return outcomePart
	}
	return debatePart
}

// part is the heading of a record's part: a numeral or a capital before it, or one
// of the titles that all such records have.
var part = regexp.MustCompile(`^(?:(?:[IVX]{1,4}|[A-HА-Д])\.[ \x{a0}]+\p{Lu}|(?:[一二三四五六七八][.、]|[A-H]\.)[ \x{a0}]*\p{Han}|(?:أولاً?|أولا|ثانياً?|ثالثاً?|ألف|باء|جيم|دال) ?[-–—][ \x{a0}]|` + grammar.Lists.Any("part") + `$)`)

// isPart says whether a line heads a part although the format does not say so.
func isPart(b *read.Block) bool {
	return b.Kind == read.Paragraph && grammar.CountWords(b.Text, grammar.HeadingWords+1) <= grammar.HeadingWords && part.MatchString(b.Text) && !grammar.EndsSentence(b.Text)
}

// organDecides is what the organ does that met, and nobody says.
var organDecides = regexp.MustCompile(`^(?:The|La|Le|El) (?:\p{Lu}[\pL-]+ ){0,3}` + grammar.Lists.Any("organ") + `(?: \p{Lu}\pL+)?(?: \pL+ly)? ` + grammar.Lists.Any("decides"))

// decides says whether a paragraph of minutes tells what the organ decided that met.
func (m *minutes) decides(text string) bool {
	if m.persons || m.reviewed != "" {
		return false
	}
	return organDecides.MatchString(text)
}

// deepNumber is the number of a title in a text whose paragraphs have a full stop behind
// theirs: "2.2.1  Withdrawn concerns".
var deepNumber = regexp.MustCompile(`^\d{1,2}(?:\.\d{1,2}){1,4}[ \x{a0}]+\p{Lu}`)

// isDeepTitle says whether a block is such a title.
func isDeepTitle(b *read.Block) bool {
	return b.Kind == read.Paragraph && deepNumber.MatchString(b.Text) && grammar.CountWords(b.Text, matter.ShoutedWords+1) <= matter.ShoutedWords && !listMark(b.Text)
}

func listMark(text string) bool { return strings.ContainsAny(text[len(text)-1:], ";,:") }

// collective opens a paragraph about all who were there, which ends a turn.
var collective = regexp.MustCompile(`^` + grammar.Lists.Any("collective") + `(?:\b|[ ,]|\p{Han})`)
