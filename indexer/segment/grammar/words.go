package grammar

// ChairsAbroad are the words for whoever presides, in the languages of parliaments that
// the expressions for chairs have not: Icelandic, Hungarian, Romanian, the Baltic
// languages, Albanian, Maltese, Greek, those of the Caucasus and of Central Asia,
// Hebrew, Persian, Urdu, those of India and of South-East Asia, Korean, Somali.
var ChairsAbroad = Lists.Set("chair-abroad")

// MembersAbroad are words that stand before the names of members and ministers in
// those languages, as their offices or forms of address.
var MembersAbroad = Lists.Set("member-abroad")

// Honoured are other words with which a speech begins that addresses the chair.
var Honoured = Lists.Set("honoured")
