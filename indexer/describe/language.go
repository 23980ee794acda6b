package describe

import (
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"

	"briefsearch/indexer/read"
)

const (
	// languageSample is how much of a text is looked at: more does not make the
	// answer surer, and the cost would no longer be small beside reading.
	languageSample = 4000
	// languageLetters is how few letters make a guess among the Latin languages
	// worse than the language of the report around them.
	languageLetters = 60
)

// latin are the languages told apart by their trigrams. The others that reports
// come in have a script of their own.
var latin = whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{
	whatlanggo.Eng: true, whatlanggo.Fra: true, whatlanggo.Spa: true, whatlanggo.Por: true,
}}

// Language is the language of a text as a BCP 47 primary tag: en, fr, es, pt, ar,
// ru or zh. It is fallback when the text is too short to tell.
func Language(text, fallback string) string {
	if len(text) > languageSample {
		text = text[:languageSample]
	}
	var letters, arabic, cyrillic, han int
	for _, r := range text {
		switch {
		case !unicode.IsLetter(r):
			continue
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.Is(unicode.Han, r):
			han++
		}
		letters++
	}
	switch {
	case letters == 0:
		return fallback
	case 2*arabic > letters:
		return "ar"
	case 2*cyrillic > letters:
		return "ru"
	case 3*han > letters: // a Chinese word has fewer letters than the names in Latin script beside it
		return "zh"
	case letters < languageLetters && fallback != "":
		return fallback
	}
	if lang := whatlanggo.DetectLangWithOptions(text, latin); lang >= 0 {
		return lang.Iso6391()
	}
	return fallback
}

// DocumentLanguage is the language of a document's running text, failing that the
// one its file declares, failing that "".
func DocumentLanguage(doc *read.Document) string {
	declared, _, _ := strings.Cut(strings.ToLower(doc.Language), "-")
	var sample strings.Builder
	for i := range doc.Blocks {
		if b := &doc.Blocks[i]; len(b.Text) > languageLetters && b.Kind != read.Footnote {
			sample.WriteString(b.Text)
			sample.WriteByte(' ')
		}
		if sample.Len() > languageSample {
			break
		}
	}
	if sample.Len() == 0 {
		for i := range doc.Blocks {
			sample.WriteString(doc.Blocks[i].Text + " ")
		}
	}
	return Language(sample.String(), declared)
}
