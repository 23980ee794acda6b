package segment

import (
	"strings"

	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// A chair may speak for a State as well, and says so before and after: "I shall now make
// a statement in my capacity as representative of Ghana.", "I now resume my functions as
// President of the Council." From the one sentence to the other the words are the State's.

// inCapacity is the one, up to the State where it stands behind, or with the State inside
// in Chinese.
var inCapacity = regexp.MustCompile(`(?i)\bin (?:my|his|her) (?:own )?(?:national capacity|capacity as)\b|\bspeaking (?:now )?(?:as (?:the )?representative of|in a national capacity)\b|` +
	`\ben (?:ma|sa) (?:qualité|capacité) (?:nationale|de)\b|\bà titre national\b|\bprenant la parole en tant que représentante?\b|` +
	`\ben (?:mi|su) (?:calidad de|capacidad de|capacidad nacional)\b|\ba título nacional\b|` +
	`в (?:моем |своем |моём |своём )?(?:национальном )?качестве(?: представителя)?|` +
	`以(\p{Han}{1,12}?)(?:常驻)?代表的?身份|بصفت(?:ي|ه|ها)(?: الوطنية)?`)

// resumes is the other.
var resumes = regexp.MustCompile(`(?i)\bI (?:shall |will )?(?:now )?(?:resume|return to) my (?:functions?|duties|role|capacity)\b|\bje reprends (?:maintenant |à présent )?(?:mes fonctions|ma fonction)\b|` +
	`\b(?:vuelvo|retomo|reanudo|reasumo|continúo) (?:ahora )?(?:a (?:asumir|ejercer) )?(?:mis funciones|mi función)\b|` +
	`(?:возвращаюсь к|возобновляю)[^.]{0,30} (?:функци|обязанност)|恢复(?:行使|履行|担任)?\p{Han}{0,6}主席|أستأنف(?: الآن)? (?:مهامي|مهام)`)

// ownOffice is what a capacity is in that is no State's: "in my capacity as Chair of the
// working group".
var ownOffice = regexp.MustCompile(`(?i)^ ?(?:de |as )?(?:the |la |le |el |l['’])?(?:vice-|co-)?(?:president|pr[ée]sidente?|chair|coordinator|facilitator|rapporteur|председател|رئيس|member|membre|miembro)`)

// standing is the byte of a text at which its chair begins to speak for a State, or ceases
// to, and the code of the State: "" where he ceases.
func standing(text string, home string, names Names) (at int, state string, ok bool) {
	if m := resumes.FindStringIndex(text); m != nil {
		return sentenceStart(text, m[0]), "", true
	}
	m := inCapacity.FindStringSubmatchIndex(text)
	if m == nil || ownOffice.MatchString(text[m[1]:]) {
		return 0, "", false
	}
	at = sentenceStart(text, m[0])
	if m[2] >= 0 {
		state, ok = names.Country(text[m[2]:m[3]])
		return at, state, ok
	}
	if found := names.Countries(sentence(text[m[1]:min(len(text), m[1]+nameLimit)])); len(found) > 0 {
		return at, found[0], true
	}
	return at, home, home != ""
}

// sentenceStart is where the sentence begins that a byte of a text is in.
func sentenceStart(text string, at int) int {
	start := 0
	for start < at {
		size := sentenceLength(text[start:])
		if start+size > at {
			break
		}
		start += size
	}
	return start
}

// presidedFrom is the line of a cover that names who presides, with the State.
var presidedFrom = regexp.MustCompile(`^(?:(?:Acting |Vice-|Co-)?(?:[Pp]resident[ea]?|PRESIDENT|[Cc]hair(?:man|person|woman)?|Président|Présidente)|Председатель|主席|الرئيسة?) ?[:：].{2,200}[(（]([^()（）]{2,60})[)）]$`)

// home is the State of who presides, as the cover says.
func home(blocks []read.Block, names Names) string {
	for i := range min(len(blocks), titleBlocks) {
		for line := range strings.SplitSeq(blocks[i].Text, "\n") {
			if m := presidedFrom.FindStringSubmatch(line); m != nil {
				code, _ := names.Country(stripArticle(m[1]))
				return code
			}
		}
	}
	return ""
}

// stands opens another turn of whoever presides where he begins to speak for a State, or
// ceases to, in what he has said last.
func (r *recorder) stands() {
	if !r.speaker.Presiding {
		return
	}
	n := len(r.pieces) - 1
	p := r.pieces[n]
	at, state, ok := standing(p.block.Text[p.from:p.to], r.home, r.names)
	if !ok || state == r.speaker.Country {
		return
	}
	sp := *r.speaker
	sp.Country = state
	if at == 0 && n == 0 {
		r.speaker = &sp
		return
	}
	r.pieces = r.pieces[:n]
	if at > 0 {
		r.pieces = append(r.pieces, p.before(p.from+at))
		p.from += at
	}
	r.open(sp, p)
}
