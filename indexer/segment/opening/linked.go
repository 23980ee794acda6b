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

// Behind a joint of a sentence another may say something: "…, while GHANA said …".

// endsInName says whether a text ends in a word with a capital, which another may be joined to.
func endsInName(text string) bool {
	return unicode.IsUpper(grammar.FirstRune(grammar.LastWord(text))) && !strings.HasSuffix(text, ")")
}

// trailingArticle closes a joint.
var trailingArticle = regexp.MustCompile(`(?:[tT]he |[lL][ae] |[lL]es |[lL]['’]|[eE]l |[lL][oa]s )$`)

// linked parses the clause behind a joint of a sentence, and how much of the text, joint
// included, its subject takes. A clause before it may be later in the sentence than its first,
// or begin with "with".
func (c Clauses) linked(link, text string, later, accompanied bool) (Turn, int, bool) {
	rest := text[len(link):]
	r, _ := utf8.DecodeRuneInString(rest)
	switch {
	case !unicode.IsUpper(r):
		if !MayDiscuss.MatchString(corpus.Head(rest, grammar.NameLimit/2)) {
			return Turn{}, 0, false
		}
		link = link[:len(link)-len(trailingArticle.FindString(link))] // it is part of "the delegate of …"
		rest = text[len(link):]
	case link[0] == ' ' && (!later || !describe.InCapitals(grammar.WordAt(rest)) && !c.surnames[grammar.WordAt(rest)] && !chairing.MatchString(rest)):
		return Turn{}, 0, false // "between Canada and Japan continued"
	}
	sp, used, ok := c.Clause(rest, strings.Contains(link, " with ") || later && isElided(link, rest) || accompanied && strings.Contains(link, " and "))
	if !ok && leadsToOffice(link, later) {
		sp, used, ok = c.office(rest)
	}
	if !ok || isOfPlace(sp, rest[used:]) {
		return Turn{}, 0, false
	}
	return Turn{Spoken: true, Speaker: sp}, len(link) + used, true
}

// leadsToOffice says whether an office without a name may follow a joint.
func leadsToOffice(link string, later bool) bool {
	if later {
		return strings.HasSuffix(link, ", and the ")
	}
	return strings.HasSuffix(link, ", the ") || strings.HasSuffix(link, ": The ")
}

// isOfPlace says whether a State that a comma follows tells where something was: "in Lima, Peru,
// took place".
func isOfPlace(sp corpus.Speaker, rest string) bool {
	tail, apart := strings.CutPrefix(rest, ", ")
	if !apart || sp.Name != "" || strings.Contains(sp.AsPrinted, ", ") {
		return false
	}
	word, _ := grammar.FirstWord(tail)
	return !grammar.Saying[word] || decides[word]
}

// isElided says whether the verb of a clause stands before it, and only its object here.
func isElided(link, rest string) bool {
	return strings.HasPrefix(link, ", and ") && describe.InCapitals(grammar.WordAt(rest)) && elided.MatchString(rest)
}

// elided is a list of delegations of whom a verb tells that another has before them: "GHANA
// suggested retaining, and PERU and FIJI deleting, the reference".
var elided = regexp.MustCompile(`^[\p{Lu}, '’-]+(?: (?:and|the) [\p{Lu} '’-]+)* \p{Ll}+ing\b,`)

// afterLink is where the clause after a joint begins: the comma stays behind.
func afterLink(at int, link string) int {
	return at + len(link) - len(strings.TrimLeft(link, ",;:”’'\" "))
}
