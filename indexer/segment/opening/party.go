package opening

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// listJoint is what stands between delegations that speak together.
var listJoint = regexp.MustCompile(`^(?:,? with |,? as well as |,? along with |,? et |,? y | e |,? avec |,? con |, and |, | and )(?:the |l[ae] |les |l['’]|el |l[oa]s )?`)

// listLimit is how many delegations one list may have.
const listLimit = 40

// list parses delegations, and how much of the text they take.
func (c Clauses) list(text string) ([]string, int) {
	var out []string
	end, pos := 0, 0
	for len(out) < listLimit {
		pos += len(leadArticle.FindString(text[pos:]))
		_, used, ok := c.party(text[pos:])
		if !ok {
			break
		}
		out = append(out, text[pos:pos+used])
		pos += used
		pos += len(ownAcronym.FindString(text[pos:]))
		end = pos
		_, own := c.group(text[pos:])
		if own > 0 && text[pos+own-1] == ')' {
			end += own
		}
		if pos += own; own > 0 && andOthers.MatchString(text[pos:]) {
			return out, pos
		}
		m := listJoint.FindString(text[pos:])
		if m == "" {
			break
		}
		pos += len(m)
	}
	return out, end
}

// groupName is a group of States as bulletins name it.
var groupName = regexp.MustCompile(`^` + grammar.Lists.Any("group-name") + `\b`)

// IsStates says whether a text is the name of such a group.
func IsStates(text string) bool {
	return groupName.FindString(text) == text && !workingBody.MatchString(text)
}

// workingBody is what looks like such a group and is a part of the meeting.
var workingBody = regexp.MustCompile(`(?i)\b` + grammar.Lists.Any("working-body") + `[ -]group`)

// party parses one delegation: a State, a group, or an organisation in capitals.
func (c Clauses) party(text string) (corpus.Speaker, int, bool) {
	if m := groupName.FindString(text); m != "" && !workingBody.MatchString(m) {
		return corpus.Speaker{Organisation: m}, len(m), true
	}
	run := bulletinRun(text)
	if sp, end, ok := c.longer(text, len(run)); ok {
		return sp, end, true
	}
	for end := len(run); end > 0; end = strings.LastIndexByte(run[:end], ' ') {
		if sp, ok := c.known(run[:end], end == len(run)); ok {
			return sp, end + len(ofNations.FindString(run[end:])), true
		}
	}
	if name, end := spelledOut(text); end > 0 {
		return corpus.Speaker{Organisation: name}, end, true
	}
	name := firstBody(run)
	if workingBody.MatchString(name) || !isShoutedBody(name) && !isNamedBody(name) {
		return corpus.Speaker{}, 0, false
	}
	return corpus.Speaker{Organisation: grammar.CleanBody(name)}, len(name), true
}

// firstBody is the first of the bodies that a run of capitalised words names, whose name may have
// an "and" of its own.
func firstBody(run string) string {
	for i := range run {
		if strings.HasPrefix(run[i:], " and ") && isNamedBody(run[:i]) {
			return run[:i]
		}
	}
	name, _, _ := strings.Cut(run, " and ")
	return name
}

// ofNations goes on with the name of a body of the United Nations.
var ofNations = regexp.MustCompile(`^ of the (?:UN|United Nations)\b`)

// longer is the organisation whose name goes on behind a "for" or an "on": "International
// Organization for Migration".
func (c Clauses) longer(text string, than int) (corpus.Speaker, int, bool) {
	run := grammar.NameRun(text)
	if tail, ok := strings.CutPrefix(text[than:], " on "); ok {
		run = text[:than+len(" on ")] + bulletinRun(tail)
	} else if !strings.HasPrefix(text[than:], " for ") {
		return corpus.Speaker{}, 0, false
	}
	for end := len(run); end > than; end = strings.LastIndexByte(run[:end], ' ') {
		if country, ok := c.Names.Organisation(run[:end]); ok {
			return corpus.Speaker{Organisation: run[:end], Country: country}, end, true
		}
	}
	return corpus.Speaker{}, 0, false
}

// spelled is a name with its acronym.
var spelled = regexp.MustCompile(`^(\p{Lu}[^().,;:]{3,90}) \((\p{Lu}[\p{Lu}/-]+)\)`)

// spelledOut is the name that a text begins with whose acronym is made of all of its words, and
// how much of the text both take: "Forum on Harbour Lamps (FHL)".
func spelledOut(text string) (name string, end int) {
	m := spelled.FindStringSubmatch(text)
	if m == nil || hasSaying(m[1]) {
		return "", 0
	}
	first, tail, _ := strings.Cut(m[1], " ")
	if !IsAcronymOf(m[2], m[1]) || IsAcronymOf(m[2], tail) && !IsAcronym(first) {
		return "", 0
	}
	return m[1], len(m[0])
}

// known is the State or organisation that a name stands for. Where the name is
// whole, its article may have been taken from it.
func (c Clauses) known(name string, whole bool) (corpus.Speaker, bool) {
	if code, ok := c.Names.Country(name); ok {
		return corpus.Speaker{Country: code}, true
	}
	if code, ok := c.Names.Country("The " + name); ok && whole {
		return corpus.Speaker{Country: code}, true
	}
	if strings.HasSuffix(strings.ToLower(name), " and") || grammar.MayBeWord(name) {
		return corpus.Speaker{}, false
	}
	country, ok := c.Names.Organisation(name)
	return corpus.Speaker{Organisation: name, Country: country}, ok
}

func isShoutedBody(name string) bool {
	return !sessionNumber.MatchString(name) && utf8.RuneCountInString(name) > 2 && describe.InCapitals(strings.TrimSuffix(name, "s"))
}

// isShoutedName says whether a body's name in capitals follows a joint with its article, of
// several words or before a verb that reports speech: "… for Services and the WORLD LAMP SYSTEM
// reported", "… on FOG and the EU said".
func isShoutedName(link, text string) bool {
	run := bulletinRun(text)
	if !strings.HasSuffix(link, "the ") || !describe.InCapitals(run) {
		return false
	}
	verb, _ := grammar.FirstWord(text[len(run):])
	return strings.Contains(run, " ") || grammar.Saying[verb] && strings.HasPrefix(text[len(run):], " ")
}

// sessionNumber is a session by its number, "COP-2".
var sessionNumber = regexp.MustCompile(`^\p{Lu}[\p{Lu}/]+-\d+$`)

func isNamedBody(name string) bool {
	return !Introductory.MatchString(name) && strings.Contains(name, " ") && grammar.Bodies.MatchString(name) && !grammar.StartsRole(name)
}

var runWord = regexp.MustCompile(`^(?:St[aeo]?\.|[\p{Lu}][\p{L}\p{M}\d'’.&/-]*[\p{L}\p{M}\d]|\p{Lu}|(?:of|the|and|de|del|du|des|do|da|d['’]\p{Lu}\pL+|former)\b|\([^()]{2,40}\))`)

// bulletinRun is the capitalised words that a text begins with.
func bulletinRun(text string) string {
	end := 0
	for pos := 0; pos < len(text) && pos < grammar.NameLimit; {
		m := runWord.FindString(text[pos:])
		if m == "" {
			break
		}
		pos += len(m)
		if r, _ := utf8.DecodeRuneInString(m); unicode.IsUpper(r) || r == '(' || grammar.Elided.MatchString(m) {
			end = pos
		}
		if !strings.HasPrefix(text[pos:], " ") {
			break
		}
		pos++
	}
	return text[:end]
}
