package grammar

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
)

// Salutation is how a speech addresses those who hear it.
var Salutation = regexp.MustCompile(`(?i)^(?:(?:thank you(?: very much)?|many thanks|merci(?: beaucoup)?|(?:muchas )?gracias|спасибо|شكرا\S*),?[ \x{a0}]?)?` + Lists.Any("salutation"))

// Salutes says whether a printed line addresses the chair: it begins so, and a
// comma or a like mark closes the address.
func Salutes(text string) bool {
	text = PlainArabic(corpus.Head(text, 4*LabelLimit))
	m := Salutation.FindStringIndex(text)
	if m == nil {
		return false
	}
	if endsAddress.MatchString(text) {
		return true
	}
	if CountWords(text, HeadingWords+1) <= HeadingWords {
		return strings.ContainsAny(LastByte(text), ",;:!.") || strings.HasSuffix(text, "،") || strings.HasSuffix(text, "：") || strings.HasSuffix(text, "，") || onlySalutes(text) || thanks.MatchString(text)
	}
	rest := strings.TrimLeft(text[m[1]:], " ")
	end := strings.IndexAny(corpus.Head(rest, 90), ",;")
	return strings.HasPrefix(rest, "،") || end >= 0 && !strings.Contains(rest[:end], "(") // "Chair Brook (Ghana), opened"
}

// endsAddress is an address that ends with all who are there, however many words stand before.
var endsAddress = regexp.MustCompile(`(?i)^[^.;]{20,400}\b` + Lists.Any("addressed-last") + `[ ,:!]*$`)

// AddressesNext is where an address turns to others.
var AddressesNext = regexp.MustCompile(`(?i), (?:et |and |y )?` + Lists.Any("addressed-next") + `\b`)

// onlySalutes says whether a text is nothing but addresses: "Madam President, Excellencies".
func onlySalutes(text string) bool {
	for text != "" {
		m := Salutation.FindStringIndex(text)
		if m == nil {
			return false
		}
		text = strings.TrimLeft(text[m[1]:], ", ")
	}
	return true
}

var thanks = regexp.MustCompile(`(?i)^(?:thank you|merci|muchas gracias|gracias)\b`)

// LastByte is the last byte of a text that is no space.
func LastByte(text string) string {
	text = strings.TrimRight(text, " \u00a0")
	return text[max(0, len(text)-1):]
}

// persian are letters that some fonts put for the Arabic ones they look like.
var persian = strings.NewReplacer("ی", "ي", "ھ", "ه", "ک", "ك", "ہ", "ه")

// PlainArabic is a text with the letters that Arabic lists have.
func PlainArabic(text string) string { return persian.Replace(text) }

// FirstPerson are the words of speakers for themselves, in the languages that reports come in.
var FirstPerson = Lists.Set("first-person")

// ownHan is how delegations speak of themselves in Chinese.
var ownHan = regexp.MustCompile(`我|中方|本代表团|代表团(?:感谢|祝贺|欢迎|认为|支持|赞同|注意|愿|希望|呼吁)`)

// InFirstPerson says whether somebody speaks of himself in a paragraph.
func InFirstPerson(text string) bool {
	if ownHan.MatchString(text) {
		return true
	}
	arabic, before := 0, ""
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(" \u00a0,;:.!?()«»“”\"،", r) }) {
		switch {
		case isOwn(word, before):
			return true
		case len(word) > 6 && (strings.HasSuffix(word, "نا") || strings.HasSuffix(word, "amos") || strings.HasSuffix(word, "emos") || strings.HasSuffix(word, "imos")):
			return true // the endings of the first person plural
		case len(word) > 6 && (strings.HasPrefix(word, "ن") || strings.HasPrefix(word, "ون")):
			if arabic++; arabic > 1 {
				return true // its prefix in Arabic, which nouns may have as well
			}
		}
		before = word
	}
	return false
}

// isOwn says whether a word is one of a speaker for himself, not the States or a number: "Annex I".
func isOwn(word, before string) bool {
	switch word {
	case "US":
		return false
	case "I":
		return !counted[strings.ToLower(before)]
	}
	return FirstPerson[strings.ToLower(word)]
}

// counted are what has a number behind it.
var counted = Lists.Set("counted")
