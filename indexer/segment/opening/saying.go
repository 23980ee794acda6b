package opening

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// says says whether a verb follows that a delegation can have, and for a body one
// that is no decision of it.
func (c Clauses) says(sp corpus.Speaker, rest string, participle bool) bool {
	word, after := grammar.FirstWord(strings.TrimPrefix(rest, ","))
	if participle {
		return isParticiple(word) && (sp.Organisation == "" || saysAs(word))
	}
	if stance.MatchString(rest) {
		return true
	}
	if conducts(sp, word, rest) || !told(word, rest) || sp.Name == "" && GoesOn.MatchString(rest) {
		return false
	}
	if c.Narrated && sp.Role == "" && sp.Name == "" {
		return grammar.TellsByNoun.MatchString(rest) || tells(word, after) // "Kenya adopted a law" is no turn
	}
	if sp.Organisation == "" || sp.Name != "" {
		return !strings.HasPrefix(rest, " took place")
	}
	return c.bodySays(sp, word, after)
}

// GoesOn is what a body does that goes on with its work: "continued its dialogue today".
var GoesOn = regexp.MustCompile(`^ (?:continued|continuó|prosiguió|(?:a|ha) (?:poursuivi|proseguido|continuado)),?(?: (?:today|yesterday|aujourd['’]hui|hier|hoy|ayer),?)? (?:its|their|ses|son|sa|leurs?|sus?)\b`)

// conducts says whether a verb is one of who only moves the meeting on, and says nothing
// behind it.
func conducts(sp corpus.Speaker, word, rest string) bool {
	if leads[word] && !goesOnToSay(rest) {
		return true
	}
	return sp.Presiding && adjourns[word] || hosts[word] && (sp.Name == "" || isOnlyChair(sp) && !goesOnToSay(rest))
}

// saysAs says whether a participle is one of a verb that reports speech.
func saysAs(participle string) bool {
	stem := strings.TrimSuffix(participle, "ing")
	return grammar.Saying[stem+"ed"] || grammar.Saying[strings.TrimSuffix(stem, "y")+"ied"]
}

// bodySays says whether a verb is one that a body can have that speaks.
func (c Clauses) bodySays(sp corpus.Speaker, word, after string) bool {
	for grammar.Adverbs[word] {
		word, after = grammar.FirstWord(after)
	}
	if first, _, _ := strings.Cut(sp.Organisation, " "); !describe.InCapitals(first) && !grammar.Saying[word] {
		return false // a body in small letters may do much else
	}
	return !decides[word] && !organs[sp.Organisation] && (!c.bodies[sp.Organisation] || informs[word] || groupName.MatchString(sp.Organisation))
}

// informs are what a body does that speaks, and none does that decides.
var informs = grammar.WordSet(`reported briefed explained outlined presented described said replied responded`)

// organs are those of the climate conventions, which every bulletin has.
var organs = grammar.WordSet(`COP CMP MOP CMA SBI SBSTA SBSTTA AGBM JWG AWG-KP AWG-LCA ADP`)

// tells says whether a verb tells what was said, not only that somebody spoke.
func tells(word, after string) bool {
	if grammar.Clitics[word] {
		word, after = grammar.FirstWord(after)
	}
	return word != "spoke" && grammar.IsSaying(word) || grammar.SaysInPerfect(word, after)
}

// decides are what bodies do and speakers do not.
var decides = grammar.Lists.Set("decides-nothing-said")

// told says whether a subject goes on with a verb that reports speech, after a comma
// or none.
func told(word, rest string) bool {
	return (!auxiliaries[word] || grammar.Reflexive.MatchString(rest)) && !company.MatchString(rest) && (strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, ", ")) && grammar.Reports(strings.TrimLeft(rest, ", "))
}

// adjourns are what a chair does with a meeting and says nothing by.
var adjourns = grammar.WordSet(`adjourned suspended gaveled gavelled adjourns suspends`)

// isOnlyChair says whether somebody is named as a chair who has been introduced: "Chair Brook". Who is
// introduced with the State is told of for the first time.
func isOnlyChair(sp corpus.Speaker) bool {
	return sp.Presiding && sp.Country == "" && !strings.Contains(sp.Name, " ")
}

// leads are what anybody does who leads a part of a meeting.
var leads = grammar.Lists.Set("leads")

// goesOnToSay says whether the sentence tells what else somebody did who led a meeting, and that it
// was to speak.
func goesOnToSay(rest string) bool {
	sentence := Sentence(rest)
	if _, aside, more := strings.Cut(sentence, ", "); more {
		if word, _ := grammar.FirstWord(aside); saysAs(word) {
			return true // "opened the session, stressing that …"
		}
	}
	_, second, more := strings.Cut(sentence, " and ")
	return more && grammar.Reports(second)
}

// hosts are what a delegation does for others, and a chair for a meeting, without saying anything.
var hosts = grammar.Lists.Set("hosts")

// stance is a position told with an auxiliary: "JAPAN did not favour …".
var stance = regexp.MustCompile(`^ (?:had|has) (?:no |some )?(?:objections?|concerns?|reservations?|doubts?|questions?)\b|^ (?:did|does|would|could|can)(?:not| not)? (?:agree|support|favou?r|prefer|accept|oppose|like|see|wish|want|object)\b`)

var auxiliaries = grammar.Lists.Set("auxiliaries")
