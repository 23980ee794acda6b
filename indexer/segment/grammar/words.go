package grammar

import "maps"

// ChairsAbroad are the words for whoever presides, in the languages of parliaments that
// the expressions for chairs have not: Icelandic, Hungarian, Romanian, the Baltic
// languages, Albanian, Maltese, Greek, those of the Caucasus and of Central Asia,
// Hebrew, Persian, Urdu, those of India and of South-East Asia, Korean, Somali.
var ChairsAbroad = abroad(Lists.Set("chair-abroad"))

// MembersAbroad are words that stand before the names of members and ministers in
// those languages, as their offices or forms of address.
var MembersAbroad = abroad(Lists.Set("member-abroad"))

// Honoured are other words with which a speech begins that addresses the chair.
var Honoured = Lists.Set("honoured")

// abroad are words, of which those of Persian and Urdu are there in the letters of Arabic as well:
// texts have either.
func abroad(words map[string]bool) map[string]bool {
	all := maps.Clone(words)
	for word := range words {
		all[PlainArabic(word)] = true
	}
	return all
}
