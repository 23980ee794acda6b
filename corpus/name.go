package corpus

import (
	"slices"
	"strings"
)

// particles are the small words inside names. They never end one.
var particles = map[string]bool{
	"de": true, "del": true, "della": true, "di": true, "da": true, "das": true, "do": true, "dos": true, "du": true, "des": true,
	"la": true, "las": true, "le": true, "los": true, "van": true, "von": true, "der": true, "den": true, "ter": true, "ten": true,
	"zu": true, "y": true, "e": true, "bin": true, "bint": true, "binti": true, "bte": true, "ibn": true, "ben": true, "al": true, "el": true, "ul": true, "ould": true, "arap": true, "ap": true, "ní": true, "nic": true,
	"af": true, "av": true, "dit": true, "wa": true, "st.": true, "san": true, "'t": true, "d'": true,
	"@":   true,                                        // before another name of the same person, in Malaysia
	"a/l": true, "a/p": true, "s/o": true, "d/o": true, // son and daughter of, there and in Singapore
	"де": true, "ла": true, "лос": true, "ван": true, "фон": true, "дер": true, "ден": true, "да": true, "дос": true, "ди": true, "дю": true, "ле": true, "дель": true,
	"бен": true, "бин": true, "ибн": true, "аль": true, "эль": true,
}

// NameParticle says whether a word in small letters is one of those inside names
// ("van", "bin", "de la"), which never end one.
func NameParticle(word string) bool { return particles[word] }

// SameName says whether one name is a shorter form of the other: its last words,
// with or without initials ("Paiva", "R. Paiva", "Robert Paiva"), or the first of
// two surnames. Names are given as their words, folded and without full stops.
func SameName(a, b []string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	b = Surnames(b)
	if len(b) == 0 {
		return false
	}
	if len(b) == 1 {
		return slices.Contains(a[min(1, len(a)-1):], b[0])
	}
	if a[len(a)-1] != b[len(b)-1] {
		return false
	}
	i := 0
	for _, w := range b {
		for i < len(a) && !matchesWord(a[i], w) {
			i++
		}
		if i == len(a) {
			return false
		}
		i++
	}
	return true
}

// Surnames are the words of a name without the particles that it begins with.
func Surnames(words []string) []string {
	for len(words) > 1 && particles[words[0]] {
		words = words[1:]
	}
	return words
}

func matchesWord(a, b string) bool {
	return a == b || isInitial(a) && strings.HasPrefix(b, a) || isInitial(b) && strings.HasPrefix(a, b)
}

func isInitial(w string) bool { return len(w) == 1 }

// FullerName says whether a name tells more than another of the same person: it
// has more words written out, or as many and more initials.
func FullerName(words, than []string) bool {
	written, other := WrittenOut(words), WrittenOut(than)
	return written > other || written == other && len(words) > len(than)
}

// WrittenOut is how many words of a name are more than an initial.
func WrittenOut(words []string) int {
	n := 0
	for _, w := range words {
		if !isInitial(w) {
			n++
		}
	}
	return n
}

// Gender is 1 or -1 for forms of address that tell it, 0 for the others.
func Gender(honorific string) int {
	g := 0
	for f := range strings.FieldsSeq(strings.ToLower(strings.ReplaceAll(honorific, ".", ""))) {
		switch f {
		case "mr", "m", "sr", "señor", "monsieur", "sir", "lord", "don", "senhor", "herr", "г-н", "господин", "السيد", "his":
			g = 1
		case "mrs", "ms", "miss", "mme", "mlle", "sra", "srta", "señora", "madame", "dame", "lady", "baroness", "doña", "dra", "frau", "г-жа", "السيدة", "her":
			g = -1
		}
	}
	return g
}
