package tag

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/indexer/regexp"
)

// acts adds what the speaker does with words. Who reports says so in the third
// person, who is recorded in the first; the vocabulary has the forms of both. A list of
// recommendations needs no verb: that a State stands behind one is the evidence.
func (b *builder) acts(v *vocabulary.Vocabulary) {
	if recommend, ok := v.Entry(corpus.Act, "recommend"); ok && b.in.Listed && b.introEnd > b.introStart {
		b.add(recommend, "", b.introStart, b.introEnd, viaListed)
	}
	for m := range b.said(corpus.Act) {
		if !suffered(b.in.Text, m) && (!m.Alias.Weak || helped(b.in.Text[:m.Start])) {
			b.add(m.Entry, "", m.Start, m.End, m.Alias.Via)
		}
	}
}

var (
	// undergone ends in what makes an English verb in the past a thing's and not the
	// speaker's: "had been adopted", "the proposed text".
	undergone = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:be|been|being|was|were|is|are|the|an?|its|our|my|your|his|her|their|this|these|those|any|if|when|as|newly|people|persons|prisoners)(?: (?:not|only|also|yet|since|\pL+ly)){0,2} $`)
	// doneTo is how what follows such a verb shows the same: "adopted by the
	// Assembly", "condemned to death".
	doneTo = regexp.MustCompile(`^ (?:by|to death|for the)\b`)
)

// auxiliary ends in the verb that a participle stands behind, and in what may come
// between them: "a également", "ont, pour leur part,", "han".
var auxiliary = regexp.MustCompile(`(?:^|[^\pL'’])(?i:a|ai|ont|avons|avait|avaient|ha|han|he|hemos|había|habían|tem|têm|temos|tinha)(?: (?:\pL+(?:ment|mente)|aussi|ensuite|enfin|toutefois|cependant|en outre|par ailleurs|en particulier|también|además|também)|(?:, [^,.;\n]{2,40},)){0,2} $`)

// helped says whether a text ends in an auxiliary.
func helped(text string) bool {
	const reach = 60 // bytes before the participle
	return auxiliary.MatchString(corpus.Tail(text, reach))
}

// suffered says whether a verb of one word is a participle, or a call a noun: what is
// told of a thing and no act of the speaker.
func suffered(text string, m vocabulary.Match) bool {
	const reach = 40 // bytes before the verb that tell
	first, rest, more := strings.Cut(text[m.Start:m.End], " ")
	switch {
	case more && rest == "for" && strings.TrimSuffix(first, "s") == "call":
		return undergone.MatchString(corpus.Tail(text[:m.Start], reach))
	case more || !strings.HasSuffix(first, "ed"):
		return false
	}
	return undergone.MatchString(corpus.Tail(text[:m.Start], reach)) || doneTo.MatchString(corpus.Head(text[m.End:], reach))
}
