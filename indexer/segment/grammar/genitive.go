package grammar

import (
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
)

// InNominative puts a speaker's office and name into the nominative where the cover of a speech in
// Russian has them in the genitive: "Выступление Министра культуры А.Б.Фонарёва" names А.Б.Фонарёв,
// Министр культуры.
func InNominative(sp *corpus.Speaker) {
	office := genitiveOffice.FindString(sp.Role)
	if office == "" {
		return
	}
	sp.Role = eachWord(office, nominativeOffice) + sp.Role[len(office):]
	sp.Name = eachWord(sp.Name, nominativeName)
}

// genitiveOffice is the noun of an office in the genitive, with the adjectives before it.
var genitiveOffice = regexp.MustCompile(`^(?:[\p{Cyrillic}-]+[оеОЕ]го )*(?i:[\p{Cyrillic}-]*` + Lists.Any("genitive-office") + `)(?: |$|,)`)

// ending is how a word ends in the genitive and in the nominative.
type ending struct{ genitive, nominative string }

// nominative is a word in the nominative by the first ending that it has.
func nominative(word string, endings []ending) string {
	for _, e := range endings {
		if stem, found := strings.CutSuffix(word, e.genitive); found {
			return stem + e.nominative
		}
	}
	return word
}

func nominativeOffice(word string) string {
	return nominative(word, []ending{
		{"посла", "посол"},
		{"Посла", "Посол"},
		{"главы", "глава"},
		{"Главы", "Глава"},
		{"теля", "тель"},
		{"таря", "тарь"},
		{"кого", "кий"},
		{"его", "ий"},
		{"ого", "ый"},
		{"а", ""},
	})
}

// nominativeName is a first name, a name of the father or a surname; what is not declined, such as initials
// and names of women that end in a consonant, stays.
func nominativeName(word string) string {
	return nominative(word, []ending{
		{"ского", "ский"},
		{"цкого", "цкий"},
		{"ого", "ый"},
		{"ской", "ская"},
		{"цкой", "цкая"},
		{"овой", "ова"},
		{"евой", "ева"},
		{"ёвой", "ёва"},
		{"иной", "ина"},
		{"ыной", "ына"},
		{"ой", "ая"},
		{"ии", "ия"},
		{"вны", "вна"},
		{"ея", "ей"},
		{"ия", "ий"},
		{"ая", "ай"},
		{"ря", "рь"},
		{"ля", "ль"},
		{"ги", "га"},
		{"ки", "ка"},
		{"хи", "ха"},
		{"ови", "овь"},
		{"Павла", "Павел"},
		{"Льва", "Лев"},
		{"ы", "а"},
		{"и", "я"},
		{"а", ""},
	})
}

// eachWord changes every word of a text that is longer than an initial.
func eachWord(text string, change func(string) string) string {
	const short = 3 // letters of what may be declined
	var out strings.Builder
	last := 0
	for _, m := range cyrillicWord.FindAllStringIndex(text, -1) {
		if word := text[m[0]:m[1]]; utf8.RuneCountInString(word) >= short {
			out.WriteString(text[last:m[0]] + change(word))
			last = m[1]
		}
	}
	return out.String() + text[last:]
}

var cyrillicWord = regexp.MustCompile(`\p{Cyrillic}[\p{Cyrillic}-]*`)
