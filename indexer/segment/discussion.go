package segment

import (
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// discussed are the headings under which delegations speak without being
// introduced, so that the name of a State alone may be the subject.
var discussed = regexp.MustCompile(`(?i)^(?:[^:.]{0,40}[:.] ?)?(?:(?:general|plenary|open|interactive|panel|group|summary of(?: the)?|floor|closing) )*` + lists.Any("discussed") + `(?:$|[ :,&–-])`)

// remarks are the turns inside a paragraph of a narrative report: "The
// representative of Morocco asked …, the delegate of Kenya replied …".
func (w *narrator) remarks(b *read.Block) []turn {
	if b.Kind == read.Row {
		return nil
	}
	delegate := mayDiscuss.MatchString(b.Text[:min(len(b.Text), nameLimit/2)])
	if delegate {
		_, delegate = delegation(b.Text, w.names)
	}
	debate := delegate || w.inDiscussion() || w.delegations || w.exchange(b)
	if !debate && !mayDiscuss.MatchString(b.Text) && len(attributed.FindAllStringIndex(b.Text, 2)) < 2 {
		return nil
	}
	c := clauses{names: w.names, narrated: true, states: debate}
	return c.turns(b.Text)
}

// ensuing opens a paragraph that tells a discussion.
var ensuing = regexp.MustCompile(`^(?:In|During) (?:the|an?) (?:\pL+ ){0,2}(?:discussion|debate|exchange)s?\b|^(?:Lors|Au cours) (?:de la|du|des) (?:discussions?|débats?)|^(?:En|Durante) (?:el|la) (?:debate|discusión|diálogo)`)

// exchange says whether at least two States are told to have spoken in a paragraph, or
// one in a paragraph that tells a discussion. What goes on with it tells one as well.
func (w *narrator) exchange(b *read.Block) bool {
	if w.exchanging && len(w.headings) == 0 {
		return true
	}
	least := 2
	if ensuing.MatchString(b.Text) {
		least = 1
	}
	w.exchanging = w.statesIn(b.Text) >= least
	return w.exchanging
}

// statesIn is how many sentences of a text tell what a State said, up to two.
func (w *narrator) statesIn(text string) int {
	n := 0
	for len(text) > 0 && n < 2 {
		size := sentenceLength(text)
		lead := text[len(ensuing.FindString(text[:size])):size]
		if _, after, ok := strings.Cut(lead, ", "); ok && len(lead) < size {
			lead = after
		}
		n += count(stateSpeaks(lead, w.names))
		text = text[size:]
	}
	return n
}

// stateSpeaks says whether a sentence begins with a State alone that says something.
func stateSpeaks(text string, names Names) bool {
	if !unicode.IsUpper(firstRune(text)) && !strings.HasPrefix(text, "the ") {
		return false
	}
	c := clauses{names: names, narrated: true, states: true}
	sp, _, ok := c.clause(text, false)
	return ok && sp.Country != "" && sp.Name == "" && sp.Role == ""
}

// debating is how many States open paragraphs of a report in which they say something,
// where it has no headings for its discussions.
const debating = 3

// speakThroughout says whether States alone open paragraphs all over a report, or some
// among more that their delegations open.
func speakThroughout(blocks []read.Block, names Names) bool {
	alone, delegates := 0, 0
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != read.Paragraph && !isNumbered(b) || !isProse(b) {
			continue
		}
		if stateSpeaks(sentence(b.Text), names) {
			alone++
		} else if o, ok := delegation(b.Text, names); ok && o.speaker.Country != "" {
			delegates++
		}
	}
	return alone >= debating || alone > 0 && alone+delegates > debating
}

// attributed is a person with his affiliation in parentheses, as minutes have one
// after the other.
var attributed = regexp.MustCompile(`\b(?:Mr|Ms|Mrs|Dr|M|Mme|Sr|Sra)\.? \p{Lu}[^.;:()]{2,60}\([^()]{2,80}\) \p{Ll}`)

// mayDiscuss is a cheap test for somebody who is named by what he represents.
var mayDiscuss = regexp.MustCompile(`(?i)\b(?:representatives?|delegates?|delegations?|observers?|spokesperson|d[ée]l[ée]gu[ée]e?s?|repr[ée]sentante?s?|representantes?|delegad[oa]s?|delegaci[óo]n|delegação|observat(?:eur|rice)|observador[a]?|\p{Lu}{2,} (?:technical )?secretariat)`)

func (w *narrator) inDiscussion() bool {
	if n := len(w.headings); n > 0 {
		return discussed.MatchString(w.headings[n-1].Text)
	}
	return w.session != nil && discussed.MatchString(w.session.Title)
}

// divide hands out a paragraph that holds several turns. The first is the opening
// of the paragraph where it has one.
func (w *narrator) divide(b *read.Block, i int, turns []turn) {
	end := w.cut(b, i)
	from := 0
	if turns[0].at > 0 {
		w.between(piece{block: b, to: min(turns[0].at, end)}, refers(b.Text))
		from = turns[0].at
	}
	for k, t := range turns {
		to := end
		if k+1 < len(turns) {
			to = min(end, turns[k+1].at)
		}
		p := piece{block: b, from: from, to: max(from, to)}
		from = max(from, to)
		switch {
		case !t.spoken:
			w.between(p, t.continues)
		default:
			w.remark(w.people.meet(t.speaker), p)
		}
	}
	w.leaveRest(b, i)
}

// remark opens a turn, or goes on with the one of the same speaker.
func (w *narrator) remark(sp corpus.Speaker, p piece) {
	if w.inTurn() && len(w.headings) == 0 && sameVoice(w.current, sp) {
		w.addOn(p)
		return
	}
	w.settle(true)
	w.lists, w.started = false, true
	w.current = sp
	w.open(sp, p)
}

// alone says whether a speaker speaks for nobody else and with nobody else.
func alone(sp corpus.Speaker) bool { return len(sp.OnBehalfOf)+len(sp.JoinedBy) == 0 }

func sameVoice(a, b corpus.Speaker) bool {
	return a.Name == b.Name && a.Country == b.Country && a.Organisation == b.Organisation && alone(b)
}

// between is what stands between two turns of a paragraph: it goes on with the
// speaker where it refers to him, and is nobody's where it does not.
func (w *narrator) between(p piece, continues bool) {
	w.settle(false)
	w.started = true
	if w.section != nil || w.inTurn() && (continues || w.byOffice(p.text())) {
		w.add(p)
		return
	}
	w.close()
	w.note(p)
}

// representing parses a speaker who is named by what he represents: "the delegate
// of Kenya", "the IOM representative".
func (c clauses) representing(text string) (corpus.Speaker, int, bool) {
	if m := delegate.FindStringSubmatchIndex(text); m != nil {
		role := strings.ToLower(text[m[2]:m[3]])
		if sp, used, ok := c.party(text[m[1]:]); ok {
			sp.Role = role
			return sp, m[1] + used, true
		}
		return corpus.Speaker{}, 0, false
	}
	if sp, used, ok := possessor(text, c.names); ok {
		return sp, used, true
	}
	m := representativeOf.FindStringSubmatchIndex(text)
	if m == nil {
		return corpus.Speaker{}, 0, false
	}
	sp := corpus.Speaker{Role: text[m[4]:m[5]]}
	name := text[m[2]:m[3]]
	if found := c.names.Countries(name); len(found) == 1 {
		sp.Country = found[0]
	} else if _, ok := c.names.Organisation(name); ok || acronymHead.MatchString(name) {
		sp.Organisation = name
	} else {
		return corpus.Speaker{}, 0, false
	}
	return sp, m[1], true
}

// representativeOf is the State or body before the word for its representative.
var representativeOf = regexp.MustCompile(`^(?:[Tt]he|[Aa]n?|[Oo]ne) (\p{Lu}[\p{L}&/-]*(?: \p{Lu}[\pL-]*){0,3}) ((?:[Tt]echnical )?(?:representative|delegate|delegation|observer|spokesperson|[Ss]ecretariat))\b`)
