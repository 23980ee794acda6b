package segment

import (
	"slices"
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
	"briefsearch/indexer/segment/opening"
)

// discussed are the headings under which delegations speak without being
// introduced, so that the name of a State alone may be the subject.
var discussed = regexp.MustCompile(`(?i)^(?:[^:.]{0,40}[:.] ?)?(?:(?:general|plenary|open|interactive|panel|group|summary of(?: the)?|floor|closing) )*` + grammar.Lists.Any("discussed") + `(?:$|[ :,&–-])`)

// remarks are the turns inside a paragraph of a narrative report: "The
// representative of Morocco asked …, the delegate of Kenya replied …".
func (w *narrator) remarks(b *read.Block, opens bool) []opening.Turn {
	if b.Kind == read.Row {
		return nil
	}
	if unicode.Is(unicode.Han, grammar.FirstRune(b.Text)) {
		return opening.HanTurns(b.Text, w.names, w.people.Knows)
	}
	delegate := opening.MayDiscuss.MatchString(b.Text[:min(len(b.Text), grammar.NameLimit/2)])
	if delegate {
		_, delegate = opening.Delegation(b.Text, w.names)
	}
	debate := delegate || w.inDiscussion() || w.delegations || w.exchange(b)
	if !debate && !opening.MayDiscuss.MatchString(b.Text) && len(attributed.FindAllStringIndex(b.Text, 2)) < 2 && w.introducedLater(w.people, b.Text) == 0 && (!opens && !w.inTurn() || !opening.TurnsToAll(b.Text)) {
		return nil
	}
	c := opening.Clauses{Names: w.names, Narrated: true, States: debate, Met: w.people.Knows}
	return c.Turns(b.Text)
}

// introducedLater is how many sentences of a paragraph behind its first introduce a person who says
// something, or return to another one who has been met than the sentence before.
func (n narrative) introducedLater(people *grammar.People, text string) int {
	found, last := 0, grammar.LastWord(grammar.NameOf(text).Name)
	for size := opening.SentenceLength(text); size < len(text); size = opening.SentenceLength(text) {
		text = text[size:]
		if _, ok := opening.BroughtIn(text, n.names); ok || n.introducesSure(text) || n.leadsToSure(text) {
			found++
			continue
		}
		subject := text[len(opening.Adverbial.FindString(text)):]
		p := grammar.NameOf(subject)
		surname := grammar.LastWord(p.Name)
		if p.Parts == 0 || surname == last || !people.Knows(corpus.Speaker{Name: p.Name, Honorific: p.Honorific}) {
			continue
		}
		c := opening.Clauses{Names: n.names, Narrated: true, Met: people.Knows}
		if _, _, ok := c.Clause(subject, false); ok {
			found, last = found+1, surname
		}
	}
	return found
}

// leadsToSure says whether an introductory clause leads to such a person: "Then, Mr. Brook, Director of
// Ports, explained …".
func (n narrative) leadsToSure(sentence string) bool {
	lead := opening.Sentence(corpus.Head(sentence, opening.InsertionLimit))
	return opening.Introductory.MatchString(lead) && slices.ContainsFunc(leads(lead), func(at int) bool { return n.introducesSure(sentence[at:]) })
}

// introducesSure says whether a sentence begins with a person who has a form of address, or an office
// before or behind the name, and says something.
func (n narrative) introducesSure(sentence string) bool {
	if o, ok := opening.OfficeFirst(sentence, n.names); ok && o.Parts > 1 && o.IsSetOff() {
		return true
	}
	if !grammar.HasHonorific(sentence) && !withOffice.MatchString(corpus.Head(sentence, grammar.NameLimit)) {
		return false
	}
	o, ok := opening.Introduction(sentence, n.names)
	office := grammar.StartsRole(n.officeOf(o.Speaker.Role))
	of := office || o.Speaker.Organisation != "" && (o.Speaker.Honorific != "" || grammar.NamesParty(o.Speaker.Organisation, n.names))
	return ok && o.Said && o.Parts > 1 && of && (o.Speaker.Honorific != "" || opening.IsFullName(o))
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
		size := opening.SentenceLength(text)
		lead := text[len(ensuing.FindString(text[:size])):size]
		if _, after, ok := strings.Cut(lead, ", "); ok && len(lead) < size {
			lead = after
		}
		n += grammar.Count(stateSpeaks(lead, w.names))
		text = text[size:]
	}
	return n
}

// stateSpeaks says whether a sentence begins with a State alone that says something.
func stateSpeaks(text string, names grammar.Names) bool {
	if !unicode.IsUpper(grammar.FirstRune(text)) && !strings.HasPrefix(text, "the ") {
		return false
	}
	c := opening.Clauses{Names: names, Narrated: true, States: true}
	sp, _, ok := c.Clause(text, false)
	return ok && sp.Country != "" && sp.Name == "" && sp.Role == ""
}

// debating is how many States open paragraphs of a report in which they say something,
// where it has no headings for its discussions.
const debating = 3

// speakThroughout says whether States alone open paragraphs all over a report, or some
// among more that their delegations open.
func speakThroughout(blocks []read.Block, names grammar.Names) bool {
	alone, delegates := 0, 0
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != read.Paragraph && !matter.IsNumbered(b) || !matter.IsProse(b) {
			continue
		}
		if stateSpeaks(opening.Sentence(b.Text), names) {
			alone++
		} else if o, ok := opening.Delegation(b.Text, names); ok && o.Speaker.Country != "" {
			delegates++
		}
	}
	return alone >= debating || alone > 0 && alone+delegates > debating
}

// attributed is a person with his affiliation in parentheses, as minutes have one
// after the other.
var attributed = regexp.MustCompile(`\b(?:Mr|Ms|Mrs|Dr|M|Mme|Sr|Sra)\.? \p{Lu}[^.;:()]{2,60}\([^()]{2,80}\) \p{Ll}`)

func (w *narrator) inDiscussion() bool {
	if n := len(w.headings); n > 0 {
		return discussed.MatchString(w.headings[n-1].Text)
	}
	return w.session != nil && discussed.MatchString(w.session.Title)
}

// divide hands out a paragraph that holds several turns. The first is the opening
// of the paragraph where it has one.
func (w *narrator) divide(b *read.Block, i int, turns []opening.Turn) {
	end := w.cut(b, i)
	from := 0
	if turns[0].At > 0 {
		w.between(piece{block: b, to: min(turns[0].At, end)}, opening.Refers(b.Text))
		from = turns[0].At
	}
	for k, t := range turns {
		to := end
		if k+1 < len(turns) {
			to = min(end, turns[k+1].At)
		}
		p := piece{block: b, from: from, to: max(from, to)}
		from = max(from, to)
		switch {
		case !t.Spoken:
			w.between(p, t.Continues)
		default:
			w.remark(w.people.Meet(t.Speaker), p)
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
	w.weighRemark(sp)
	w.lists, w.started = false, true
	w.current = sp
	w.open(sp, p)
}

func sameVoice(a, b corpus.Speaker) bool {
	return a.Name == b.Name && a.Country == b.Country && a.Organisation == b.Organisation && opening.Alone(b)
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
