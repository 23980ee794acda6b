package vocabulary

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// russianCases are the cases besides the nominative, in the order of the endings below.
const russianCases = 5 // genitive, dative, accusative, instrumental, prepositional

// declension is an ending of the nominative and what stands for it in the other cases,
// one or more endings each.
type declension struct {
	ending string
	cases  [russianCases]string // alternatives are parted by spaces; "-" is no ending
}

// declensions of names, the longer endings first. Names that end in other vowels, or in
// two, have one form: "Перу", "Самоа".
var declensions = []declension{
	{"уа", [...]string{"уа", "уа", "уа", "уа", "уа"}},
	{"оа", [...]string{"оа", "оа", "оа", "оа", "оа"}},
	{"ия", [...]string{"ии", "ии", "ию", "ией", "ии"}},
	{"ья", [...]string{"ьи", "ье", "ью", "ьей", "ье"}},
	{"ея", [...]string{"еи", "ее", "ею", "еей", "ее"}},
	{"египет", [...]string{"египта", "египту", "египет", "египтом", "египте"}},
	{"о-ва", [...]string{"о-вов о-ва", "о-вам о-ва", "о-ва", "о-вами о-ва", "о-вах о-ва"}},
	{"острова", [...]string{"островов", "островам", "острова", "островами", "островах"}},
	{"ва", [...]string{"вы", "ве", "ву", "вой", "ве"}},
	{"ка", [...]string{"ки", "ке", "ку", "кой", "ке"}},
	{"га", [...]string{"ги", "ге", "гу", "гой", "ге"}},
	{"жа", [...]string{"жи", "же", "жу", "жей", "же"}},
	{"ша", [...]string{"ши", "ше", "шу", "шей", "ше"}},
	{"а", [...]string{"ы", "е", "у", "ой", "е"}},
	{"я", [...]string{"и", "е", "ю", "ей", "е"}},
	{"ий", [...]string{"ия", "ию", "ий", "ием", "ии"}},
	{"й", [...]string{"я", "ю", "й", "ем", "е"}},
	{"ь", [...]string{"и я", "и ю", "ь", "ью ем", "и е"}},
	{"ово", [...]string{"ова ово", "ову ово", "ово", "овом ово", "ове ово"}},
	{"ство", [...]string{"ства", "ству", "ство", "ством", "стве"}},
	{"ы", [...]string{"- ов", "ам", "ы", "ами", "ах"}},
}

// adjectives before the noun agree with it.
var declinedAdjectives = []declension{
	{"ая", [...]string{"ой", "ой", "ую", "ой", "ой"}},
	{"яя", [...]string{"ей", "ей", "юю", "ей", "ей"}},
	{"ый", [...]string{"ого", "ому", "ый", "ым", "ом"}},
	{"ий", [...]string{"его ого", "ему ому", "ий", "им", "ем ом"}},
	{"ой", [...]string{"ого", "ому", "ой", "ым", "ом"}},
	{"ое", [...]string{"ого его", "ому ему", "ое", "ым им", "ом ем"}},
	{"ые", [...]string{"ых", "ым", "ые", "ыми", "ых"}},
	{"ие", [...]string{"их", "им", "ие", "ими", "их"}},
	{"овы", [...]string{"овых", "овым", "овы", "овыми", "овых"}},
}

// indeclinable are the first parts of names that stay as they are: "Сан-Марино".
var indeclinable = map[string]bool{"Сан": true, "Сент": true, "Кот": true, "Шри": true}

// declined are the forms of a Russian name in all cases, the nominative first. A part
// that may stay as it is ("Республика Корея", "Гвинея-Бисау") does so in one form and
// not in the other: a form that nobody writes does no harm, one that is missing does.
func declined(name string) []string {
	forms := []string{name}
	for c := range russianCases {
		forms = append(forms, inCase(name, c)...)
	}
	return forms
}

// inCase are the forms of a name in a case, by its words: adjectives up to the first
// noun, which all decline, and what follows.
func inCase(name string, c int) []string {
	words := strings.Split(name, " ")
	forms := []string{""}
	noun, second := false, false
	for i, word := range words {
		var own []string
		last := i == len(words)-1
		switch adjective := ending(word, declinedAdjectives); {
		case word == "и", word == "—":
			own, noun, second = []string{word}, false, true // another name: "Тринидад и Тобаго"
		case !isCyrillic(word):
			own = []string{word}
		case adjective != nil && !last && !noun:
			own = adjective.of(word, c)
		default:
			own = hyphened(word, c)
			if noun || second {
				own = append(own, word)
			}
			noun = true
		}
		forms = join(forms, own, " ")
	}
	return forms
}

// hyphened are the forms of a noun, of whose parts one or all decline.
func hyphened(word string, c int) []string {
	if d := ending(word, declensions); d != nil && strings.Contains(d.ending, "-") {
		return d.of(word, c)
	}
	parts := strings.Split(word, "-")
	forms := []string{""}
	for i, part := range parts {
		own := []string{part}
		if d := ending(part, declensions); !indeclinable[part] && (d != nil || endsInConsonant(part)) {
			own = d.of(part, c)
			if i < len(parts)-1 {
				own = append(own, part)
			}
		}
		if i < len(parts)-1 && ending(part, declinedAdjectives) != nil {
			own = ending(part, declinedAdjectives).of(part, c)
		}
		forms = join(forms, own, "-")
	}
	return forms
}

// join puts each of the endings behind each of the beginnings.
func join(heads, tails []string, between string) []string {
	var all []string
	for _, h := range heads {
		for _, t := range tails {
			if h != "" {
				t = h + between + t
			}
			all = append(all, t)
		}
	}
	return all
}

func ending(word string, all []declension) *declension {
	for i := range all {
		if strings.HasSuffix(strings.ToLower(word), all[i].ending) {
			return &all[i]
		}
	}
	return nil
}

// consonant is the declension of names that end in one.
var consonant = declension{"", [...]string{"а", "у", "-", "ом ем", "е"}}

// of are the forms of a word of the declension in a case; nil is a word that ends in a
// consonant.
func (d *declension) of(word string, c int) []string {
	if d == nil {
		d = &consonant
	}
	stem := word[:len(word)-len(d.ending)]
	var forms []string
	for e := range strings.FieldsSeq(d.cases[c]) {
		if e == "-" {
			e = ""
		}
		forms = append(forms, stem+e)
	}
	return forms
}

func endsInConsonant(word string) bool {
	r, _ := utf8.DecodeLastRuneInString(word)
	return strings.ContainsRune("бвгджзклмнпрстфхцчшщ", unicode.ToLower(r))
}

func isCyrillic(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.Is(unicode.Cyrillic, r)
}
