package query

import (
	"strings"
	"unicode/utf8"
)

// stopWords are the little words of English, French, Spanish, Russian and Arabic that
// say nothing by themselves. They decide what a question is; what an engine leaves out of
// its index is its own affair.
var stopWords = wordSet(
	`a an and are as at be been being but by can could did do does for from had has have he her his how i if in into
	is it its may more most my not of on or our should so some such than that the their them then there these they
	this those to upon us was we were what when where which who whom whose why will with would you your about any
	been between during`,
	`le la les l un une des du de d et ou est sont était ont a au aux ce cet cette ces dans en il ils elle elles leur
	leurs par pas plus pour qu que qui quoi quel quelle quels quelles sa se ses son sur comment pourquoi avec`,
	`el la los las un una unos unas y o u de del al a en es son fue era ha han con por para que qué cómo como cuál
	cuáles quién su sus se lo no más sobre este esta estos estas`,
	`и в во не на что он она оно они с со как а то но к ко у же за бы по от о об из для до при или ли это этот эта эти был
	была было были есть кто когда где его ее её их`,
	`في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين أن إن ان أو او ثم لا ما هل كان كانت قد بين بعد قبل عند لم لن هو هي هم`,
)

func wordSet(lists ...string) map[string]bool {
	set := make(map[string]bool)
	for _, list := range lists {
		for _, w := range strings.Fields(list) {
			set[w] = true
		}
	}
	return set
}

// asking words begin a question, in which those of saying say nothing: "what did
// Mexico say about visas". What was said is all that there is to search.
var (
	asking = wordSet(`what who whom whose which where when why how did does has have`, `que qui quel quelle quels quelles quoi comment où quand`,
		`qué quién quiénes cuál cuáles cómo dónde cuándo`)
	saying = wordSet(`say says said saying speak speaks spoke spoken talk talks talked tell tells told mention mentions mentioned think thinks thought`,
		`dit disent dire parle parlent parlé pense pensent`, `dice dicen dijo dijeron decir habla hablan habló hablaron piensa piensan`)
)

func isAsking(tokens []token) bool {
	return len(tokens) > 0 && tokens[0].kind == tokenWord && asking[strings.ToLower(tokens[0].text)]
}

// isStop says whether a word is a stop word. In capitals it is none: WHO, US.
func isStop(word string) bool {
	if utf8.RuneCountInString(word) > 1 && strings.ToUpper(word) == word && strings.ToLower(word) != word {
		return false
	}
	return stopWords[strings.ToLower(word)]
}

// Saying leaves stop words aside, unless there is nothing else.
func Saying(nodes []Node) []Node {
	kept := make([]Node, 0, len(nodes))
	for _, n := range nodes {
		if !isStopTerm(n) {
			kept = append(kept, n)
		}
	}
	if len(kept) == 0 {
		return nodes
	}
	return kept
}
