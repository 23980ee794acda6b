package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read/block"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// title is the line of a cover that says that a speech follows, up to the words
// that name the speaker.
var title = regexp.MustCompile(`(?i)(?:^|[.:–—-] ?|delivery |(?:opening|closing|general|introductory|welcome|welcoming|keynote|national|oral|joint|full|explanation|concluding) )` + grammar.Lists.Any("title"))

// delivered stands on a line of its own between the title and the name.
var delivered = regexp.MustCompile(`(?i)^(?:(?:to be )?(?:delivered |made |given |presented )?by|(?:prononc[ée]e? |faite )?par|(?:pronunciad[oa] )?por|of|de|du|del|de la)$`)

// deliveryNote warns readers of a speech.
var deliveryNote = regexp.MustCompile(`(?i)^[(\[*–—-]* ?(?:please )?` + grammar.Lists.Any("delivery-note") + `[ .*)\]–—-]*$`)

func isDeliveryNote(text string) bool {
	return len(text) < grammar.LabelLimit && deliveryNote.MatchString(text)
}

// possessed is a title that names its owner first, behind the occasion or not: "EU Statement –
// Item 4", "Second Review: UK statement on Malta".
var possessed = regexp.MustCompile(`^(?:.{2,200}(?::| –| -) )?(.{2,60}?)(?:['’]s?)? (?i:statement|intervention|remarks)(?:\s*[–—:-].*| (?:on|at|to|during) .{2,90})?$`)

// isSubtitle says whether a line below a title tells of the occasion in a sentence.
func isSubtitle(line string) bool {
	return strings.HasSuffix(line, ".") && grammar.CountWords(line, ownWords) >= subtitleWords && !grammar.HasHonorific(line)
}

const subtitleWords = 5 // of the shortest such sentence

// hanTitled is a title in Chinese: the State, its representative and his name.
var hanTitled = regexp.MustCompile(`^(\p{Han}+?)(?:常驻联合国)?(?:副?代表|大使|外长|部长)(\p{Han}{2,4}?)(大使|先生|女士|部长)?在`)

// hanNamed is such a title with no State: the name and the rank.
var hanNamed = regexp.MustCompile(`^(\p{Han}{2,4}?)(大使|参赞|代办|副?代表|副?部长|外长|先生|女士)在`)

// ownTitle is the owner that a line of the cover names before the word for a
// speech, "" when there is none.
func (s statement) ownTitle(cover []string) string {
	for _, line := range cover {
		m := possessed.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		lead := grammar.StripArticle(m[1])
		if _, ok := s.names.Country(lead); ok {
			return lead
		}
		if _, ok := s.names.Organisation(lead); ok || isGroup(lead, s.names) {
			return lead
		}
	}
	return ""
}

// hanSpeech is the title of a speech in Chinese: who, where, "statement".
var hanSpeech = regexp.MustCompile(`^\p{Han}{2,40}在.{2,60}(?:发言|讲话|声明|致辞)(?:稿)?$`)

// hanDelegation is the delegation of a State in a Chinese title.
var hanDelegation = regexp.MustCompile(`^(\p{Han}+?)(?:政府|常驻\p{Han}{1,8})?代表团`)

// titleOwner completes a speaker by whose speech the title says it is.
func (s statement) titleOwner(sp *corpus.Speaker, cover []string) {
	for _, line := range cover {
		if m := hanTitled.FindStringSubmatch(line); m != nil && sp.Name == "" {
			sp.Country, _ = s.names.Country(m[1])
			sp.Name, sp.Honorific, sp.AsPrinted = m[2], m[3], m[0]
		} else if m := hanNamed.FindStringSubmatch(line); m != nil && sp.Name == "" && hanSpeech.MatchString(line) {
			sp.Name, sp.Honorific, sp.AsPrinted = m[1], m[2], m[1]+m[2]
		}
		if m := hanDelegation.FindStringSubmatch(line); m != nil && sp.Name == "" && sp.Country == "" {
			if code, ok := s.names.Country(m[1]); ok {
				sp.Country, sp.AsPrinted = code, m[0]
			}
		}
	}
	owner := s.ownTitle(cover)
	if owner == "" {
		return
	}
	if code, ok := s.names.Country(owner); ok {
		sp.Country = code
	} else {
		sp.Organisation = owner
	}
	if sp.Name == "" {
		sp.AsPrinted = owner
	}
}

// missionOf stands before the State on the head of a delegation's paper.
var missionOf = regexp.MustCompile(`(?i)(?:permanent mission|delegation|mission permanente|misi[óo]n permanente|delegaci[óo]n|d[ée]l[ée]gation|missão permanente|постоянное представительство|делегации|البعثة الدائمة|وفد)\s+(?:(?:of|de|du|del|des|da|do)\b)?`)

var dashes = []string{" – ", " — ", " - ", "- ", "– ", ": "}

// cutAny cuts at the first of several separators.
func cutAny(s string, seps ...string) (before, after string) {
	at, n := len(s), 0
	for _, sep := range seps {
		if i := strings.Index(s, sep); i >= 0 && i < at {
			at, n = i, len(sep)
		}
	}
	return s[:at], s[at+n:]
}

// aside begins the lines of a cover that name an occasion, a place or a date and
// no speaker.
var aside = regexp.MustCompile(`(?i)^(?:` + grammar.Lists.Any("aside") + `(?:$|[ ,.:;’'-])|[\d(«“"*_-]|\pL+ \d{1,2},? \d{4}|(?:\pL+[ -]){0,4}(?:session|sesiones|сессия|meeting|general debate|d[ée]bat g[ée]n[ée]ral|debate general)\b)`)

// afterTitle is what the cover says after the words that announce a speech: the
// lines that name the speaker. Without such words it is the whole cover.
func afterTitle(cover []string) (lines []string, found bool) {
	for i, line := range cover {
		if m := speechOf.FindStringSubmatch(line); m != nil {
			return nameLines(append(slices.Clone(cover[:i]), m[1]), true), true
		}
		m := title.FindStringIndex(line)
		if m == nil {
			continue
		}
		at := m[1]
		if grammar.BehalfOf.MatchString(line[m[0]:m[1]]) {
			at = len(line)
			if by := byWhom.FindStringIndex(line[m[1]:]); by != nil {
				at = m[1] + by[1]
			}
		}
		rest := append([]string{line[at:]}, cover[i+1:]...)
		return nameLines(rest, true), true
	}
	return nameLines(cover, false), false
}

// headsPage says whether one of the first lines of a cover is such a title and no sentence or item.
func headsPage(cover []string) bool {
	return slices.ContainsFunc(cover[:min(len(cover), titleLines)], func(line string) bool {
		m := title.FindStringIndex(line)
		return m != nil && m[0] == 0 && !grammar.EndsSentence(line)
	})
}

const titleLines = 4

// speechOf is a title that names who speaks first: "Dr Brook's National Statement at the …".
var speechOf = regexp.MustCompile(`^(\p{Lu}[^.:]{3,90}?)['’][sS]? (?i:(?:national |country |opening |closing |full )?(?:statement|remarks|address|speech|intervention)(?: (?:at|to|during|before|for)\b|$))`)

// byWhom stands between those spoken for and who speaks: "on behalf of the African
// Union by Ambassador Brook".
var byWhom = regexp.MustCompile(`(?i) (?:by|par|por) `)

// startsBehalf says whether a line begins with whom somebody speaks for.
func startsBehalf(line string) bool {
	m := grammar.BehalfOf.FindStringIndex(line)
	return m != nil && m[0] == 0
}

// masthead is a line of a release that names who issues it, or what it is, and no speaker:
// "Department of Harbours • News Division • Accra".
var masthead = regexp.MustCompile(`(?i) [•·.] |^(?:\pL+ ){0,2}(?:press|noon) briefing\b|^(?:circonstance|intervenant\(s\)) ?:|^prononcé le$|^date publish(?:ed)?$|^(?:total page|file type) ?:|^speeches and talks?$`)

// speakerLines is how many lines of a cover may name its speaker.
const speakerLines = 6

// nameLines leaves out what names no speaker. After the title the first aside ends
// the name.
func nameLines(cover []string, ends bool) []string {
	var lines []string
	for _, line := range cover {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || isDeliveryNote(line) || leadsToSpeech(line) || delivered.MatchString(line) || masthead.MatchString(line):
		case startsBehalf(line): // it is read from the cover as a whole
		case aside.MatchString(line):
			if by := deliveredBy.FindStringIndex(line); by != nil && ends {
				lines = append(lines, line[by[0]:])
			}
			if ends && len(lines) > 0 {
				return lines
			}
		case len(lines) < speakerLines:
			lines = append(lines, line)
		}
	}
	return lines
}

// leadsToSpeech says whether a line of a cover is a sentence that leads to the speech.
func leadsToSpeech(line string) bool {
	return strings.HasSuffix(line, ":") && grammar.CountWords(line, ownWords) == ownWords
}

// deliveredBy stands before the person who delivers what a State or a group says.
var deliveredBy = regexp.MustCompile(`(?i)(?:^|[\n ,])(?:delivered|read out|prononcée?|lue|pronunciad[oa]|leíd[oa]) (?:by|par|por) (?:the |el |la |le )?|(?:^|[\n ])(?:[تي]لقيه?ا?|ألق(?:ا|ته|تها)ه?ا?) `)

// named reads the lines of a cover that name the speaker: honorific and name, role
// and State, in either order.
func (s statement) named(lines []string) corpus.Speaker {
	text := strings.Join(unwrapped(lines), "\n")
	by := deliveredBy.FindStringIndex(text)
	deliverer := ""
	if by != nil {
		text, deliverer = text[:by[0]], text[by[1]:]
	}
	if m := grammar.BehalfOf.FindStringIndex(text); m != nil {
		text = text[:m[0]]
	}
	if by != nil { // who delivers it comes first
		text = strings.TrimRight(deliverer+"\n"+text, "\n ")
	}
	var sp corpus.Speaker
	p, at := s.personIn(text)
	before, after := text, ""
	if p.Parts > 0 {
		sp.Name, sp.Honorific = p.Name, p.Honorific
		before, after = text[:at], text[at+p.End:]
	}
	printed := []string{strings.TrimSpace(text[at : at+p.End])}
	for _, part := range append(strings.Split(after, "\n"), strings.Split(before, "\n")...) {
		if sp.Role != "" && (sp.Organisation != "" || sp.Country != "") {
			break
		}
		if part = s.describes(part, &sp); part != "" {
			printed = append(printed, part)
		}
	}
	sp.AsPrinted = clip(strings.Trim(strings.Join(printed, ", "), " ,"), grammar.LabelLimit)
	return sp
}

// secondSpeaker begins another person behind the office of the first.
var secondSpeaker = regexp.MustCompile(`, (?:and|et|y) (?:\p{Lu}[\p{L}'’-]+ ){1,2}\p{Lu}[\p{L}'’-]+, `)

// describes takes role, organisation and State out of one element of a cover, and
// returns the element as printed, "" when it says nothing of the speaker.
func (s statement) describes(part string, sp *corpus.Speaker) string {
	part, _ = cutAny(part, occasions...)
	if second := secondSpeaker.FindStringIndex(part); second != nil {
		part = part[:second[0]]
	}
	part = strings.Trim(withoutPlace(part), " ,;:.–—-\u00a0")
	part = danglingArticle.ReplaceAllString(part, "")
	lead, tail := cutAny(part, dashes...)
	if code, ok := s.names.Country(grammar.StripArticle(lead)); ok && tail != "" {
		sp.Country, part = code, strings.Trim(tail, " ,;:–—-")
	}
	if i := strings.LastIndex(part, sp.Name); sp.Name != "" && i > 0 {
		part = strings.TrimSpace(part[:i])
	}
	printed := part
	if describe.InCapitals(part) {
		part = fromCapitals(part)
	}
	part = grammar.StripArticle(part)
	a := grammar.AffiliationOf(part, s.names)
	if part == "" || !grammar.IsRole(a.Role) && a.Organisation == "" && a.Country == "" || grammar.StartsRole(part) && sp.Role != "" {
		return ""
	}
	if !grammar.IsRole(a.Role) {
		a.Role = ""
	}
	if found := s.names.Countries(part); a.Country == "" && len(found) > 0 {
		a.Country = found[0]
	}
	a.Merge(sp)
	return printed
}

// danglingArticle is the article before a form of address that has been cut off.
var danglingArticle = regexp.MustCompile(`(?i),? (?:the|la|le|el)$`)

// occasions are the words after which a cover tells where a speech was made.
var occasions = []string{", at ", ", sur ", " on the occasion ", " à l’occasion ", " à l'occasion ", " lors ", " con ocasión ", " con motivo ", " ahead of ", " upon ", " following ", " in the ", " at the ", " to the ", " before the ", " devant ", " à la tribune ", " à la Tribune ", " ante ", " en el ", " en la ", " durante ", " на ", " أمام "}

// unwrapped joins the printed lines that one element of a cover takes.
func unwrapped(lines []string) []string {
	var out []string
	for _, line := range lines {
		r, _ := utf8.DecodeRuneInString(line)
		n := len(out)
		if n > 0 && (unicode.IsLower(r) || strings.ContainsAny(grammar.LastByte(out[n-1]), ",-") || block.Waits(out[n-1]) ||
			grammar.StartsRole(out[n-1]) && genitive.MatchString(line) || breaksName(out[n-1], line)) {
			out[n-1] += " " + line
			continue
		}
		out = append(out, line)
	}
	return out
}

// brokenName is the rest of a name at the beginning of a line, with what follows it.
var brokenName = regexp.MustCompile(`^(?:\p{Lu}[\p{L}\p{M}'’-]+ ){0,2}\p{Lu}[\p{L}\p{M}'’-]+, (\pL)`)

// breaksName says whether a line ends within a name: "by the Minister, Ada" above "Brook
// Holm, at the debate".
func breaksName(line, next string) bool {
	last := grammar.LastWord(line)
	if !unicode.IsUpper(grammar.FirstRune(last)) || !unicode.IsLetter(grammar.FirstRune(grammar.LastByte(last))) || officeWords[strings.ToLower(last)] {
		return false
	}
	m := brokenName.FindStringSubmatch(next)
	lead, _, _ := strings.Cut(next, ",")
	return m != nil && !hasOfficeWord(lead) && !grammar.StartsRole(next) && (!strings.Contains(lead, " ") || bareName(next).Parts == 0)
}

// genitive begins the State that a Russian cover prints below the office.
var genitive = regexp.MustCompile(`^(?:Республики|Федерации|Королевства|Российской|Государства|Союза)`)

// fromCapitals writes an office that is printed in capitals as in a title.
func fromCapitals(text string) string {
	words := strings.Fields(strings.ToLower(text))
	for i, w := range words {
		if i > 0 && grammar.LinkWords[w] {
			continue
		}
		if rest, ok := strings.CutPrefix(w, "d’"); ok {
			words[i] = "d’" + grammar.CapitalName(rest)
			continue
		}
		words[i] = grammar.CapitalName(w)
	}
	return strings.Join(words, " ")
}

// withoutPlace cuts a text before the city and the date in which a cover ends. The
// city that a preposition joins to an office belongs to it.
func withoutPlace(text string) string {
	for _, m := range placeAndDate.FindAllStringIndex(text, -1) {
		before := grammar.LastWord(text[:m[0]])
		if before != "à" && !grammar.LinkWords[strings.ToLower(before)] {
			return text[:m[0]]
		}
	}
	return text
}

var placeAndDate = regexp.MustCompile(`(?i)\b(?:new[ -]york|nueva york|geneva|gen[èe]ve|ginebra|vienna|vienne|viena|nairobi|washington)\b|\b\d{1,2}(?:st|nd|rd|th|er)? (?:de )?\pL+ (?:de )?\d{4}`)

// clip shortens a text to whole words of at most n bytes.
func clip(text string, n int) string {
	if len(text) <= n {
		return text
	}
	return text[:max(0, strings.LastIndexByte(text[:n], ' '))]
}
