package describe

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
)

const (
	// languageSample is how much of a text is looked at: more does not make the
	// answer surer, and the cost would no longer be small beside reading.
	languageSample = 4000
	// languageLetters is how few letters make a guess worse than the language of the
	// report around them.
	languageLetters = 60
	// languageSure is how few letters make a guess among all languages worse than one
	// among the frequent.
	languageSure = 200
	// reliable is the confidence from which the library says that it is sure. Above likely
	// it is right more often than not among few languages, and below unsure its guess is
	// worth nothing.
	reliable = whatlanggo.ReliableConfidenceThreshold
	likely   = 0.3
	unsure   = 0.1
)

// script is one that several languages are written in.
type script struct {
	frequent []whatlanggo.Lang // the languages that most reports in it come in
	recorded []whatlanggo.Lang // the others that parliaments keep their records in
}

// scripts are those that do not tell the language by themselves.
var scripts = map[*unicode.RangeTable]script{
	unicode.Latin: {
		frequent: []whatlanggo.Lang{whatlanggo.Eng, whatlanggo.Fra, whatlanggo.Spa, whatlanggo.Por, whatlanggo.Deu, whatlanggo.Ita, whatlanggo.Nld},
		recorded: []whatlanggo.Lang{
			whatlanggo.Afr, whatlanggo.Azj, whatlanggo.Ces, whatlanggo.Dan, whatlanggo.Est, whatlanggo.Fin, whatlanggo.Hrv,
			whatlanggo.Hun, whatlanggo.Ind, whatlanggo.Lav, whatlanggo.Lit, whatlanggo.Nob, whatlanggo.Pol, whatlanggo.Ron,
			whatlanggo.Slv, whatlanggo.Som, whatlanggo.Swe, whatlanggo.Tgl, whatlanggo.Tur, whatlanggo.Uzb, whatlanggo.Vie,
		},
	},
	unicode.Cyrillic: {
		frequent: []whatlanggo.Lang{whatlanggo.Rus},
		recorded: []whatlanggo.Lang{whatlanggo.Bel, whatlanggo.Bul, whatlanggo.Mkd, whatlanggo.Srp, whatlanggo.Ukr},
	},
	unicode.Arabic:     {frequent: []whatlanggo.Lang{whatlanggo.Arb}, recorded: []whatlanggo.Lang{whatlanggo.Pes, whatlanggo.Urd}},
	unicode.Devanagari: {frequent: []whatlanggo.Lang{whatlanggo.Hin}, recorded: []whatlanggo.Lang{whatlanggo.Mar, whatlanggo.Nep}},
	unicode.Hebrew:     {frequent: []whatlanggo.Lang{whatlanggo.Heb}},
	unicode.Ethiopic:   {frequent: []whatlanggo.Lang{whatlanggo.Amh}, recorded: []whatlanggo.Lang{whatlanggo.Tir}},
}

// alphabets are the letters with marks that languages in Latin script are written with.
var alphabets = map[string]string{
	"en": "éèêëïöçñ", "fr": "àâæçéèêëîïôœùûüÿ", "es": "áéíóúüñ", "pt": "áâãàçéêíóôõúü", "de": "äöüß", "it": "àèéìíòóùú", "nl": "éëïöüèáóí",
	"af": "áäéèêëíîïóôöúûüý", "az": "əğıöüçş", "cs": "áčďéěíňóřšťúůýž", "da": "æøåéó", "et": "õäöüšž", "fi": "äöåšž", "hr": "čćđšž",
	"hu": "áéíóöőúüű", "lv": "āčēģīķļņšūž", "lt": "ąčęėįšųūž", "nb": "æøåéèòóôêâ", "pl": "ąćęłńóśźż", "ro": "ăâîșțşţ", "sl": "čšž",
	"sv": "åäöéàü", "tr": "çğıöşüâîû",
}

// written are the languages among some whose letters are those of a text, when it has some
// with marks, and none of the frequent languages has them.
func (s script) written(text string, letters int) []whatlanggo.Lang {
	const few = 3
	total, have := 0, make(map[string]int)
	for _, r := range strings.ToLower(text) {
		if r < utf8.RuneSelf || !unicode.Is(unicode.Latin, r) {
			continue
		}
		total++
		for lang, alphabet := range alphabets {
			if strings.ContainsRune(alphabet, r) {
				have[lang]++
			}
		}
	}
	covers := func(lang whatlanggo.Lang) bool { return 10*have[tag(lang)] >= 9*total }
	if total < few || 50*total < letters || slices.ContainsFunc(s.frequent, covers) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(s.recorded), func(lang whatlanggo.Lang) bool { return !covers(lang) })
}

// tag is the BCP 47 primary tag of a language.
func tag(lang whatlanggo.Lang) string {
	if lang == whatlanggo.Pes {
		return "fa" // Persian as Iran writes it has no tag of two letters in the library
	}
	return lang.Iso6391()
}

// Language is the language of a text as a BCP 47 primary tag. It is fallback, that of
// the report around it, when the text is too short to tell.
func Language(text, fallback string) string {
	text = corpus.Head(text, languageSample)
	letters, latin, han, kana := 0, 0, 0, 0
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			if lower := r | 0x20; lower < 'a' || lower > 'z' {
				continue
			}
			latin++
		case !unicode.IsLetter(r):
			continue
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			kana++
		}
		letters++
	}
	switch {
	case letters == 0:
		return fallback
	case 8*kana > letters:
		return "ja"
	case 3*han > letters: // a Chinese word has fewer letters than the names in Latin script beside it
		return "zh"
	case 2*latin <= letters:
		return detect(text, letters, fallback)
	case letters < languageLetters && fallback != "":
		return fallback
	}
	if lang := byOwnWords(text); lang != "" {
		return lang
	}
	if lang := byFunctionWords(text, fallback); lang != "" {
		return lang
	}
	if isIcelandic(text, letters) {
		return "is"
	}
	if fallback != "" && !scripts[unicode.Latin].has(fallback) {
		return fallback // none that can be told
	}
	return detect(text, letters, fallback)
}

// isIcelandic says whether a text has the two letters that only Icelandic has both of.
func isIcelandic(text string, letters int) bool {
	const often = 40 // letters among which is one of them
	thorn, eth := strings.Count(text, "þ"), strings.Count(text, "ð")
	return thorn > 0 && eth > 0 && often*(thorn+eth) > letters
}

// detect tells the language by the script, and by trigrams where several languages
// share it. A text of some length may be in any of them. One that leaves doubt is in that
// of its report.
func detect(text string, letters int, fallback string) string {
	s, shared := scripts[whatlanggo.DetectScript(text)]
	if only := s.written(text, letters); len(only) > 0 {
		s = script{frequent: only}
	}
	home := s.has(fallback)
	least := unsure
	if home {
		least = reliable
	}
	if letters >= languageSure {
		if found := s.nearest(text, func(whatlanggo.Lang) bool { return true }); found.Confidence > least {
			return tag(found.Lang)
		}
	}
	found := s.nearest(text, func(lang whatlanggo.Lang) bool { return tag(lang) == fallback })
	if home && found.Confidence <= likely {
		return fallback
	}
	// Where two are equally near, the library answers with either and no confidence.
	if code := tag(found.Lang); code != "" && (!shared || found.Confidence != 0) {
		return code
	}
	return fallback
}

// has says whether a language is written in a script that several share.
func (s script) has(code string) bool {
	is := func(lang whatlanggo.Lang) bool { return tag(lang) == code }
	return slices.ContainsFunc(s.frequent, is) || slices.ContainsFunc(s.recorded, is)
}

// nearest is which of the frequent languages of a script a text is in, and of those others
// that may be.
func (s script) nearest(text string, may func(whatlanggo.Lang) bool) whatlanggo.Info {
	known := make(map[whatlanggo.Lang]bool)
	for _, lang := range s.frequent {
		known[lang] = true
	}
	for _, lang := range s.recorded {
		if may(lang) {
			known[lang] = true
		}
	}
	return whatlanggo.DetectWithOptions(text, whatlanggo.Options{Whitelist: known})
}

// functionWords are words that hardly a sentence of their language goes without
// and that are rare in the others.
var functionWords = func() map[string]int {
	words := make(map[string]int)
	for lang, list := range [len(functionLanguages)]string{
		"the of and to that with was were is by for had this which their its it been be",
		"les des du et est dans une sur par aux qui pas avec sont cette ont au ce",
		"el los las del y una con más sus al lo esta",
		"os das dos do da não uma em com ao são pelo pela",
		"der die und ist nicht mit von den für auf dem sich auch eine wir werden wird bei zum zur",
		"het een niet zijn wordt door aan deze voor dat heeft naar bij ook werd moet",
		"il di che della delle nel dei degli gli sono alla anche nella dal più questo dalla",
	} {
		for w := range strings.FieldsSeq(list) {
			words[w] = lang
		}
	}
	return words
}()

// functionLanguages are the languages of the function words, in their order.
var functionLanguages = [...]string{"en", "fr", "es", "pt", "de", "nl", "it"}

const (
	functionSample  = 1500 // bytes of a text that tell by function words
	functionLeast   = 5    // function words that tell a language
	functionLikely  = 2    // function words, and none of another language, that tell the one of the report
	functionLongest = 8    // bytes of a function word at most, in capitals too
)

// functionWord is the language that a word is a function word of, an index of
// functionLanguages.
func functionWord(w string) (lang int, ok bool) {
	if len(w) > functionLongest {
		return 0, false
	}
	lang, ok = functionWords[strings.ToLower(w)]
	return lang, ok
}

// byFunctionWords is the language that the function words of a text leave no doubt
// of, or "". Of the likely language, that of the report, few words do. It costs a
// fiftieth of what the trigrams cost, which are left for the other texts.
func byFunctionWords(text, likely string) string {
	if len(text) > functionSample {
		text = text[:functionSample]
	}
	words, found, most, best := 0, 0, 0, ""
	var count [len(functionLanguages)]int
	for w := range strings.FieldsFuncSeq(text, notLetter) {
		words++
		lang, ok := functionWord(w)
		if !ok {
			continue
		}
		found++
		if count[lang]++; count[lang] > most {
			most, best = count[lang], functionLanguages[lang]
		}
	}
	switch {
	case best == likely && found == most && most >= functionLikely:
		return best
	case most < functionLeast || most*6 < words || (found-most)*4 > most:
		return ""
	}
	return best
}

// ownWords are words that only one language has, of those which trigrams take for others: Swahili,
// Albanian, Catalan and Galician.
var ownWords = func() map[string]string {
	words := make(map[string]string)
	for lang, list := range map[string]string{
		"sw": "kwa katika hii hiyo yake kuwa ambayo ambao kama wetu yetu hilo mheshimiwa mwenyekiti naomba ahsante sana hivyo lakini",
		"sq": "të në dhe për që nga është një së",
		"ca": "amb els això però aquest aquesta també dels són és perquè vostè",
		"gl": "unha non máis súa iso tamén unhas grazas pola nunha dunha",
	} {
		for w := range strings.FieldsSeq(list) {
			words[w] = lang
		}
	}
	return words
}()

// byOwnWords is the language that has many of a text's words for its own, or "". One word alone,
// however often, may be that of another language: "non" in Italian. Most texts have none, and few of
// their words are looked at.
func byOwnWords(text string) string {
	const least, often = 4, 16 // such words, and words among which is one of them
	const trial = 4 * often    // words after which a text without any is given up
	if len(text) > functionSample {
		text = text[:functionSample]
	}
	words, best := 0, ""
	count, first, several := map[string]int{}, map[string]string{}, map[string]bool{}
	for w := range strings.FieldsFuncSeq(text, notLetter) {
		if words++; words > trial && best == "" {
			return ""
		}
		w = strings.ToLower(w)
		lang, ok := ownWords[w]
		if !ok {
			continue
		}
		if count[lang]++; count[lang] > count[best] {
			best = lang
		}
		if first[lang] == "" {
			first[lang] = w
		}
		several[lang] = several[lang] || w != first[lang]
	}
	if !several[best] || count[best] < least || count[best]*often < words {
		return ""
	}
	return best
}

// DocumentLanguage is the language of a document's running text, failing that the
// one its file declares, failing that "".
func DocumentLanguage(doc *read.Document) string {
	declared, _, _ := strings.Cut(strings.ToLower(doc.Language), "-")
	if declared == "no" {
		declared = "nb" // of the two kinds of Norwegian the one that most is written in
	}
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
	if sample.Len() < languageSure { // a dialogue of short lines
		sample.Reset()
		for i := range doc.Blocks[:min(len(doc.Blocks), languageSample)] {
			sample.WriteString(doc.Blocks[i].Text + " ")
		}
	}
	return Language(sample.String(), declared)
}
