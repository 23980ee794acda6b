package grammar

// ChairsAbroad are the words for whoever presides, in the languages of parliaments that
// the expressions for chairs have not: Icelandic, Hungarian, Romanian, the Baltic
// languages, Albanian, Maltese, Greek, those of the Caucasus and of Central Asia,
// Hebrew, Persian, Urdu, those of India and of South-East Asia, Korean, Somali.
var ChairsAbroad = abroad("chair-abroad")

// MembersAbroad are words that stand before the names of members and ministers in
// those languages, as their offices or forms of address.
var MembersAbroad = abroad("member-abroad")

// Honoured are other words with which a speech begins that addresses the chair.
var Honoured = Lists.Set("honoured")

// abroad is a list of words, of which those of Persian and Urdu are there in the letters of Arabic
// as well: texts have either.
func abroad(name string) map[string]bool {
	set := Lists.Set(name)
	for _, word := range Lists.Lines(name) {
		set[PlainArabic(word)] = true
	}
	return set
}
