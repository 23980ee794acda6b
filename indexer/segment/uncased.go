package segment

import (
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/opening"
)

// Chinese and Arabic have no capitals that tell a name from the words around it. In
// their records the subject of a paragraph is known by its place: Chinese begins with
// it, and Arabic has it behind the verb.

// uncasedClauses is how many clauses of a paragraph may lead to its subject.
const uncasedClauses = 4

// uncased finds the speaking subject of a paragraph in Chinese or Arabic.
func (g subjects) uncased(text string) (corpus.Speaker, bool) {
	subject, comma := g.arabic, "، "
	switch r := grammar.FirstRune(text); {
	case unicode.Is(unicode.Han, r):
		subject, comma = g.han, "，"
	case !unicode.Is(unicode.Arabic, r):
		return corpus.Speaker{}, false
	}
	rest := opening.Sentence(corpus.Head(text, opening.SubjectReach))
	for range uncasedClauses {
		if sp, ok := subject(rest); ok {
			return sp, true
		}
		_, after, more := strings.Cut(rest, comma)
		if !more {
			break
		}
		rest = after
	}
	return corpus.Speaker{}, false
}

var (
	hanPresides   = regexp.MustCompile(`^(?:临时|代理|副|共同)?(?:主席|议长|主持人)`)
	hanOfficer    = regexp.MustCompile(`^(?:副|助理|执行|代理)?(?:总干事|秘书长|高级专员|执行主任|执行秘书|秘书处|总裁)(?:代表)?`)
	hanReviewed   = regexp.MustCompile(`^(?:该国|受审议国|政府)?(?:政府)?(代表团(?:团长|成员)?|受审议国|该国政府)`)
	hanSpoken     = regexp.MustCompile(`^([\p{Han}·•-]{1,16}?)(先生|女士|夫人|小姐|大使)(?:[(（]([^()（）]{2,60})[)）])?`)
	hanSpokesman  = regexp.MustCompile(`^(?:常驻)?(代表团|观察员代表|代表|观察员|政府)`)
	hanPolity     = regexp.MustCompile(`^\p{Han}{0,6}?(?:共和国|王国|联邦)`)
	hanNoSubject  = regexp.MustCompile(`^(?:的|和|与|及|以及|、|人|境内|国内|法律)`)
	hanInSentence = "的在和对请向了应"
)

// han parses the subject that a Chinese clause begins with: whoever presides, the
// delegation under review, a person with a form of address behind the name, a State.
func (g subjects) han(text string) (corpus.Speaker, bool) {
	if chair := hanPresides.FindString(text); chair != "" && g.persons && !strings.HasPrefix(text[len(chair):], "团") {
		return corpus.Speaker{Name: chair, AsPrinted: chair, Presiding: true}, true
	}
	if office := hanOfficer.FindString(text); office != "" && g.reviewed == "" && !hanNoSubject.MatchString(text[len(office):]) {
		return corpus.Speaker{Name: office, Role: office, AsPrinted: office}, true
	}
	if m := hanReviewed.FindStringSubmatch(text); m != nil && g.reviewed != "" {
		return corpus.Speaker{AsPrinted: m[0], Country: g.reviewed, Role: m[1]}, true
	}
	if m := hanSpoken.FindStringSubmatch(text); m != nil && g.persons && !strings.ContainsAny(m[1], hanInSentence) {
		sp := corpus.Speaker{Name: m[1], Honorific: m[2], AsPrinted: m[0]}
		grammar.AffiliationOf(m[3], g.names).Merge(&sp)
		return sp, true
	}
	sp, size := g.hanParty(text)
	if size == 0 {
		return sp, false
	}
	size += len(hanPolity.FindString(text[size:]))
	if m := hanSpokesman.FindStringSubmatch(text[size:]); m != nil {
		sp.Role = m[1]
		size += len(m[0])
	} else if sp.Organisation != "" {
		return sp, false
	}
	sp.AsPrinted = text[:size]
	return sp, !hanNoSubject.MatchString(text[size:])
}

// longestHan is how many characters the name of a State or body takes in Chinese.
const longestHan = 20

// hanParty is the State or body with the longest name that a text begins with, and the
// length of the name, 0 when there is none.
func (g subjects) hanParty(text string) (sp corpus.Speaker, size int) {
	ends := make([]int, 0, longestHan)
	for at, r := range text {
		if !unicode.Is(unicode.Han, r) || len(ends) == longestHan {
			break
		}
		ends = append(ends, at+len(string(r)))
	}
	for i := len(ends) - 1; i > 0; i-- {
		name := text[:ends[i]]
		if code, ok := g.names.Country(name); ok {
			return corpus.Speaker{Country: code}, ends[i]
		}
		if code, ok := g.names.Organisation(name); ok {
			return corpus.Speaker{Organisation: name, Country: code}, ends[i]
		}
	}
	return corpus.Speaker{}, 0
}

var (
	arabicPresides = regexp.MustCompile(`^(?:الرئيسة?|نائبة? الرئيسة?)(?: المؤقتة?| بالنيابة)?(?: ?:|,|،| )`)
	arabicOfficer  = regexp.MustCompile(`^(?:نائبة? |مساعدة? )?(?:المديرة? (?:العامة?|التنفيذية?)|الأمينة? (?:العامة?|التنفيذية?)|المفوضة? السامية?|الأمانة العامة|الأمانة)[ ،]`)
	arabicReviewed = regexp.MustCompile(`^(?:(?:رئيسة?|أعضاء) )?الوفد$`)
	arabicAgent    = grammar.WordSet(`وفد ممثل ممثلة مندوب مندوبة حكومة المراقب مراقب`)
	// arabicLead are words that stand where a verb would.
	arabicLead = grammar.WordSet(`في من إلى على عن مع بين لدى منذ خلال بعد قبل حول ضد أن إن كما وفي ومن وإلى وعلى وعن ومع وبين ولدى ومنذ وخلال وبعد وقبل وحول وإن ويشمل`)
)

// longestArabic is how many words the name of a State takes in Arabic.
const longestArabic = 7

// arabic parses the subject behind the verb that an Arabic clause begins with: the
// delegation under review, or a State.
func (g subjects) arabic(text string) (corpus.Speaker, bool) {
	if m := arabicPresides.FindString(text); m != "" && g.persons {
		name := strings.TrimRight(m, " :،,(")
		return corpus.Speaker{Name: name, AsPrinted: name, Presiding: true}, true
	}
	words := strings.Fields(text)
	if len(words) < 2 || arabicLead[words[0]] {
		return corpus.Speaker{}, false
	}
	words = words[1:min(len(words), longestArabic+3)]
	for n := min(2, len(words)); n > 0 && g.reviewed != ""; n-- {
		if own := strings.Trim(strings.Join(words[:n], " "), "،,"); arabicReviewed.MatchString(own) {
			return corpus.Speaker{AsPrinted: own, Country: g.reviewed, Role: own}, true
		}
	}
	if m := arabicOfficer.FindString(strings.Join(words, " ") + " "); m != "" && g.reviewed == "" {
		office := strings.TrimRight(m, " ،")
		return corpus.Speaker{Name: office, Role: office, AsPrinted: office}, true
	}
	var sp corpus.Speaker
	if arabicAgent[words[0]] {
		sp.Role, words = words[0], words[1:]
	}
	for n := min(longestArabic, len(words)); n > 0; n-- {
		name := strings.Join(words[:n], " ")
		bare := strings.TrimRight(name, "،,")
		code, ok := g.names.Country(bare)
		if !ok || strings.Contains(bare, "،") {
			continue
		}
		sp.Country, sp.AsPrinted = code, strings.TrimSpace(sp.Role+" "+bare)
		return sp, !g.goesOnListing(name, words[n:])
	}
	return corpus.Speaker{}, false
}

// goesOnListing says whether another State follows one, so that several did something
// together: "الجزائر وكوبا".
func (g subjects) goesOnListing(name string, rest []string) bool {
	if len(rest) == 0 {
		return false
	}
	next := strings.TrimRight(rest[0], "،,")
	also, joined := strings.CutPrefix(next, "و")
	_, ok := g.names.Country(also)
	return ok && (joined || name != strings.TrimRight(name, "،,"))
}
