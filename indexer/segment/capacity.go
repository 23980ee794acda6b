package segment

import (
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
	"briefsearch/indexer/segment/opening"
)

// A chair may speak for a State as well, and says so before and after: "I shall now make
// a statement in my capacity as representative of Ghana.", "I now resume my functions as
// President of the Council."

// inCapacity is the one, up to the State where it stands behind, or with the State inside
// in Chinese.
var inCapacity = regexp.MustCompile(`(?i)` + grammar.Lists.Any("in-capacity"))

// resumes is the other.
var resumes = regexp.MustCompile(`(?i)` + grammar.Lists.Any("resumes"))

// ownOffice is what a capacity is in that is no State's: "in my capacity as Chair of the
// working group".
var ownOffice = regexp.MustCompile(`(?i)^ ?(?:de |as )?(?:the |la |le |el |l['’])?(?:vice-|co-)?` + grammar.Lists.Any("own-office"))

// standing is for whom a chair speaks from a byte of a text on.
type standing struct {
	at      int    // the byte at which the sentence begins that says so
	state   string // its code, "" where he speaks as chair again
	printed string // its name, "" where it is not in that sentence
}

// standingIn finds the sentence of a text in which its chair begins to speak for a State,
// or ceases to. Home is his own, for whoever does not name it.
func standingIn(text, home string, names grammar.Names) (standing, bool) {
	if m := resumes.FindStringIndex(text); m != nil {
		return standing{at: sentenceStart(text, m[0])}, true
	}
	m := inCapacity.FindStringSubmatchIndex(text)
	if m == nil || ownOffice.MatchString(text[m[1]:]) {
		return standing{}, false
	}
	st := standing{at: sentenceStart(text, m[0]), state: home}
	if m[2] >= 0 {
		st.printed = text[m[2]:m[3]]
		st.state, _ = names.Country(st.printed)
		return st, st.state != ""
	}
	rest := opening.Sentence(corpus.Head(text[m[1]:], grammar.NameLimit))
	if found := names.Countries(rest); len(found) > 0 {
		st.state, st.printed = found[0], stateIn(rest, found[0], names)
	}
	return st, st.state != ""
}

// stateIn is the name of a State as a text prints it.
func stateIn(text, code string, names grammar.Names) string {
	for at, r := range text {
		if !unicode.IsUpper(r) {
			continue
		}
		if run := grammar.NameRun(text[at:]); run != "" {
			if found, ok := names.Country(run); ok && found == code {
				return run
			}
		}
	}
	return ""
}

// sentenceStart is where the sentence begins that a byte of a text is in.
func sentenceStart(text string, at int) int {
	start := 0
	for start < at {
		size := opening.SentenceLength(text[start:])
		if start+size > at {
			break
		}
		start += size
	}
	return start
}

// home is the State of who presides, as the cover says.
func home(blocks []read.Block, names grammar.Names) string {
	for i := range min(len(blocks), matter.TitleBlocks) {
		for line := range strings.SplitSeq(blocks[i].Text, "\n") {
			if m := matter.PresidedFrom.FindStringSubmatch(line); m != nil {
				code, _ := names.Country(grammar.StripArticle(m[1]))
				return code // "" where the cover has no State
			}
		}
	}
	return ""
}

// stands hears whether whoever presides begins to speak for a State in what he has said
// last, or ceases to. In the midst of his words that opens another turn, with the State.
// Where his label leads to nothing else, the turn is the chair's, on behalf of the State.
func (r *recorder) stands() {
	if !r.speaker.Presiding {
		return
	}
	n := len(r.pieces) - 1
	p := r.pieces[n]
	st, ok := standingIn(p.block.Text[p.from:p.to], r.home, r.names)
	if !ok || st.state == r.speaker.Country {
		return
	}
	sp := *r.speaker
	if st.at == 0 && n == 0 {
		if st.printed != "" {
			sp.OnBehalfOf = []string{st.printed}
		}
		r.speaker = &sp
		return
	}
	sp.Country = st.state
	r.pieces = r.pieces[:n]
	if st.at > 0 {
		r.pieces = append(r.pieces, p.before(p.from+st.at))
		p.from += st.at
	}
	r.open(sp, p)
}
