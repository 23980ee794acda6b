package grammar

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
)

// Person is a name at the beginning of a text, as far as it goes.
type Person struct {
	Honorific string // "Mr.", "H.E. Ms."
	Name      string // normalised, without honorific
	Parts     int    // words of the name
	End       int    // bytes of the text that the honorific and the name take
}

// honorificForm is one form of address, with the small articles that go before it
// in Spanish and French.
var honorificForm = regexp.MustCompile(`^(?i:(?:the |el |la |l['’]|le )?` + Lists.Any("honorific") + `)(?:[\s\x{a0}]+|$)`)

// fused is a form of address without the space behind it, as in Thai, and as records that were
// typed or recognised have it: "Mr.Brook".
var fused = regexp.MustCompile(`^(?:(?:M[Rr]|M[Rr][Ss]|M[Ss]|D[Rr])\.|นางสาว|นาง|นาย|พล(?:ตำรวจ)?(?:เอก|โท|ตรี)|ว่าที่ร้อยตรี|ร้อย(?:ตำรวจ)?(?:เอก|โท|ตรี)|(?:รอง|ผู้ช่วย)?ศาสตราจารย์)`)

// isHyphen says whether a rune is a hyphen, which in some files does not break.
func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// hyphens writes every hyphen the same.
var hyphens = strings.NewReplacer("\u2010", "-", "\u2011", "-")

// shouted are the forms of address that are written with small letters inside.
var shouted = map[string]string{"HIS": "His", "HER": "Her", "EXCELLENCY": "Excellency", "SON": "Son", "EXCELLENCE": "Excellence"}

// HasHonorific says whether a text begins with a form of address.
func HasHonorific(text string) bool {
	return honorificForm.MatchString(text) || fused.MatchString(text)
}

// HonorificOf splits the forms of address off the beginning of a text. They count
// only before a capital letter, so that "sir" in a sentence is none.
func HonorificOf(text string) (string, int) {
	var found []string
	end := 0
	for range 4 {
		m := honorificForm.FindStringSubmatchIndex(text[end:])
		if m == nil {
			m = fused.FindStringIndex(text[end:])
		}
		if m == nil || m[1] == len(text[end:]) {
			break
		}
		form := strings.TrimSpace(text[end : end+m[1]])
		next, _ := utf8.DecodeRuneInString(text[end+m[1]:])
		first, _ := utf8.DecodeRuneInString(form)
		if unicode.IsLower(next) && !strings.HasPrefix(text[end+m[1]:], "the Hon") && (!Civil.MatchString(form) || !leadsName(text[end+m[1]:])) || unicode.IsLower(first) && len(found) == 0 && !withArticle.MatchString(form) || isSentenceForm(form, text[end+m[1]:]) || isFirstName(form, found) {
			break
		}
		found = append(found, normalForm(form))
		end += m[1]
	}
	return strings.Join(found, " "), end
}

// withArticle is a form of address that has its article within a sentence: "por su parte,
// la Sra. Brook".
var withArticle = regexp.MustCompile(`^(?:(?:el |la )?(?:señora?|doña|embajadora?|doctora?)$|(?:el|la|los|las) (?:Sra?|Srta|Sr[ae]s|Señora?|Dra?|Licd?[oa]?|Mtr[oa]|Inga?|Arq|Abo?g|Prof|Profesora?|Embajadora?|Don|Doña)\b|l['’]Ambassad(?:eur|rice)$|(?:le|la) (?:Professeure?|Docteure?|Dr|Pr|Colonel|Général)\b)`)

// isFirstName says whether a form of address is a first name here, or its initial:
// "Hon. Don Brook", "Deputy M. Brook", "Mr. Sen Gupta".
func isFirstName(form string, before []string) bool {
	if len(before) == 0 {
		return false
	}
	switch form {
	case "Don", "M.":
		return english.MatchString(before[0])
	case "Sen", "SEN", "Tun", "TUN":
		return Civil.MatchString(before[len(before)-1])
	}
	return false
}

var english = regexp.MustCompile(`^(?:Hon\b|Mr\b|Mrs\b|Ms\b|Miss\b|Dr\b|Prof\b|Adv\b|Shri|Smt\b|Kumari\b|Sen\.|Senator\b|Deputy\b|Connétable\b|Constable\b|Cllr\b|Sir\b|Rev\b|The Hon)`)

// leadsName says whether a text begins with the small words of a surname and a
// capital: "van der Berg", "de la Cruz".
func leadsName(text string) bool { return smallLead.MatchString(text) }

// Civil are the forms of address that are no offices, so that what follows "de" is
// a surname and no State: not "Embajador de Colombia".
var Civil = regexp.MustCompile(`^(?i:(?:el |la )?(?:mr|mrs|ms|miss|mx|dr|dra|sir|dame|sen|sr|sra|srta|señora?|señorita|senhora?|don|doña|m|mme|mlle|monsieur|madame|shri|smt|г ?- ?н|г ?- ?жа|господин|госпожа)\.?)$`)

var smallLead = regexp.MustCompile(`^(?:(?:de|del|della|di|da|dos?|das|du|des|la|los|las|le|van|von|der|den|ter|ten|te|zu|bin|bint|ibn|ben|al|el|af|av|ould|arap|ap|ní|nic|де|ла|лос|ван|фон|дер|ден|да|дос|ди|дю|ле|дель|бен|бин|ибн|аль|эль) ){1,3}(?:[dl]['’])?\p{Lu}|^(?:al|el|d|l|bin|as|ad|ul|ten|ter|аль|эль|ас|аш|ад|ар|бен)[-'’]\p{Lu}`)

// isSentenceForm says whether a form of address that is also a word of the
// language ("General", "Secretary", "He") stands before something that is not a
// person's name here: "General Assembly", "Secretary-General".
func isSentenceForm(form, rest string) bool {
	switch strings.ToLower(form) {
	case "general", "major", "secretary", "justice", "father", "sister", "the general", "the secretary", "the justice":
		word, _, _ := strings.Cut(rest, " ")
		return describe.InCapitals(form) || notNames[strings.ToLower(strings.Trim(word, ".,:;"))] || strings.HasPrefix(rest, "-")
	case "deputy", "the deputy":
		return StartsRole(strings.TrimSpace(rest))
	case "he", "me", "don":
		return form != "HE" && form != "Don" && form != "Me"
	}
	return false
}

// notNames are capitalised words that follow "General" and "Secretary" in titles.
var notNames = Lists.Set("no-names")

// normalForm writes a form of address that is printed in capitals as in a
// sentence, and drops the article.
func normalForm(form string) string {
	form = tornForm.Replace(form)
	lower := strings.ToLower(form)
	for _, article := range []string{"the ", "el ", "la ", "le ", "l'", "l’", "o ", "a "} {
		if strings.HasPrefix(lower, article) {
			form = form[len(article):]
			break
		}
	}
	words := strings.Fields(form)
	for i, w := range words {
		letters := strings.Count(w, ".")
		switch {
		case w == "HE", w == "H.E":
			words[i] = "H.E."
		case shouted[w] != "":
			words[i] = shouted[w]
		case letters > 1 || utf8.RuneCountInString(w) < 2: // H.E., S.E.
		case describe.InCapitals(w) && (len(w) > 2 || w == "MR" || w == "MS" || w == "DR"):
			words[i] = describe.Capitalise(strings.ToLower(w))
		case i == 0:
			words[i] = describe.Capitalise(w)
		}
	}
	return strings.Join(words, " ")
}

// tornForm mends the forms whose raised letters, or whose full stop, a converter has
// set apart: "M me", "Sra .".
var tornForm = strings.NewReplacer(" - ", "-", "M me", "Mme", "M lle", "Mlle", "M r", "Mr", "M s", "Ms", "S r", "Sr", " .", ".")

// TitleJoints are words of titles in capitals, which no name has.
var TitleJoints = Lists.Set("title-joints")

// letteredTitles are letters behind a name that are none of it: seats and orders.
var letteredTitles = Lists.Set("lettered-titles")

// arabicJoints end a name in Arabic, which has no capitals to end it.
var arabicJoints = Lists.Set("arabic-joints")

// arabicVerbs tell that somebody spoke, and end a name in the same way. The forms of women
// end in ت.
var arabicVerbs = Lists.Set("arabic-verbs")

// arabicHyphen goes on with the second part of a name, whose hyphen stands between spaces in
// Arabic: "كيم وون - سو", "وود - كاستيلو".
var arabicHyphen = regexp.MustCompile(`^ - (\p{Arabic}{2,14})(?:[ (،:]|$)`)

// endsArabicName says whether a word ends a name in Arabic.
func endsArabicName(word string) bool {
	return arabicJoints[word] || arabicVerbs[word] || arabicVerbs[strings.TrimSuffix(word, "ت")]
}

// nameWord is one word of a name: capitalised, an initial, or with a small prefix
// ("al-Khatib", "d'Alembert").
var nameWord = regexp.MustCompile(`^(?:\p{Lu}\.(?:-?\p{Lu}\.)*|(?:al-|el-|ul-|as-|ad-|d['’]|l['’]|bin-|ka|kwa|(?:аль|эль|ас|аш|ад|ар|бен)-)?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}]*(?:[-‐‑'’‘ʼ]\p{L}[\p{L}\p{M}]*)*\.?)`)

// okina is the letter that Polynesian names begin with, as records print it: "Mr. ’Akau’ola".
var okina = regexp.MustCompile(`^[’‘'ʻʼ]\p{Lu}\p{L}+(?:[’‘'ʻʼ]\p{L}+)*(?:[ ,.():]|$)`)

// NameOf parses a person's name at the beginning of a text. Without a form of
// address the words are as many as look like a name.
func NameOf(text string) Person {
	var p Person
	p.Honorific, p.End = HonorificOf(text)
	words, pos, end := []string{}, p.End, p.End
	solid := 0 // words up to the last that is no particle
	for len(words) < 8 {
		word, size := nextPart(text[pos:], len(words), pos == 0)
		if size == 0 || endsName(word, len(words), p.Honorific != "") {
			break
		}
		pos += size
		words = append(words, word)
		if !corpus.NameParticle(word) {
			solid, end = len(words), pos
		}
		if closes(word, text[pos:]) {
			break
		}
		space := len(text[pos:]) - len(strings.TrimLeft(text[pos:], " \u00a0"))
		if space == 0 && !strings.HasSuffix(word, ".") {
			break // but "A.B.Brook" goes on
		}
		pos += space
	}
	p.Parts = solid
	if solid == 0 {
		p.End = 0
		return Person{}
	}
	p.End = end + lettersBehind(text[end:], p.Honorific != "")
	p.Name = NormalName(words[:solid])
	if isPeerage(p.Honorific) {
		of := estate.FindString(text[end:])
		p.Name += of
		p.End += len(of)
	}
	return p
}

// endsName says whether a word ends a name behind so many others, with a form of address or without.
func endsName(word string, behind int, addressed bool) bool {
	return endsArabicName(word) || TitleJoints[word] || letteredTitles[word] && (behind > 1 || behind == 1 && addressed)
}

// lettersBehind is how many bytes the letters of seats and orders take that stand behind the name of
// who is addressed, without a comma: " SC" in "Ms. Brook SC (Lamport):".
func lettersBehind(text string, addressed bool) int {
	end := 0
	for addressed && strings.HasPrefix(text[end:], " ") && letteredTitles[WordAt(text[end+1:])] {
		end += len(" ") + len(WordAt(text[end+1:]))
	}
	return end
}

// andAnother leads on to another person, where "y" is no part of a name: "Sr. Vega y la
// Sra. Brook".
var andAnother = regexp.MustCompile(`^[yeи] (?:la |el )?(?:Sr|Sra|Srta|Dr|Dra|г-н|г-жа)[. ]`)

// secondSurname is the last part of a name in Catalan, behind "and": "Ada Roca i Bosch".
var secondSurname = regexp.MustCompile(`^i \p{Lu}[\p{L}'’-]+(?:[,.:;()]|$)`)

// lastSurname is the same where nothing follows, as in parentheses: "Roca i Bosch".
var lastSurname = regexp.MustCompile(`^i \p{Lu}[\p{L}'’-]+$`)

// nextPart is the part of a name that a text begins with, behind so many others: a word, with
// the okina before it and the syllable behind a hyphen in Arabic. size is 0 when there is none.
func nextPart(text string, behind int, first bool) (word string, size int) {
	if behind > 1 && secondSurname.MatchString(text) || behind == 1 && lastSurname.MatchString(text) {
		return "i", 1
	}
	lead := 0
	if !first && okina.MatchString(text) {
		_, lead = utf8.DecodeRuneInString(text)
	}
	word, size = nextNameWord(text[lead:])
	if size == 0 {
		return "", 0
	}
	size += lead
	if m := arabicHyphen.FindStringSubmatch(text[size:]); m != nil && !StartsRole(m[1]) {
		return word + "-" + m[1], size + len(" - ") + len(m[1])
	}
	return word, size
}

// nextNameWord is the word of a name that a text begins with, and its length in
// the text, 0 when there is none.
func nextNameWord(text string) (string, int) {
	if m := nameWord.FindString(text); m != "" {
		rest := text[len(m):]
		if strings.HasSuffix(m, ".") && !IsInitial(m) {
			return strings.TrimSuffix(m, "."), len(m) - 1
		}
		if strings.HasSuffix(m, ".") && unicode.IsUpper(FirstRune(rest)) {
			return m, len(m)
		}
		if rest != "" && !strings.ContainsAny(rest[:1], "\n\t ,;:.()[]|/–—\u00a0-'’\"”!?") && !startsNonASCII(rest) {
			return "", 0
		}
		size := len(m) + len(cutShort.FindString(text[len(m)-1:])) - 1
		return text[:max(size, len(m))], max(size, len(m))
	}
	word, _, _ := strings.Cut(text, " ")
	if len(word) == 1 && andAnother.MatchString(text) {
		return "", 0
	}
	if corpus.NameParticle(word) && len(word) < len(text) {
		return word, len(word)
	}
	return "", 0
}

// cutShort is the end of a title within a name, which is no possessive: "Ali bin Dato' Musa".
var cutShort = regexp.MustCompile(`^o['’]`)

func startsNonASCII(s string) bool { return s[0] >= utf8.RuneSelf }

// shortened are parts of names that records shorten, in capitals too.
var shortened = WordSet(`Jr. JR. Sr. SR. St. ST. Ste. STE. Ma. Md. Mohd. Abd. Wm.`)

// IsInitial says whether a word that ends in a full stop is part of a name
// nevertheless.
func IsInitial(w string) bool {
	if shortened[w] {
		return true
	}
	r, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && n < len(w) && w[n] == '.'
}

// closes says whether nothing of the name can follow.
func closes(word, rest string) bool {
	if strings.HasSuffix(word, ".") && unicode.IsUpper(FirstRune(rest)) {
		return false
	}
	return rest == "" || !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, "\u00a0") || strings.HasSuffix(word, ",")
}

// NormalName joins the words of a name, those in capitals written as names are.
func NormalName(words []string) string {
	out := make([]string, len(words))
	small := strings.ToLower
	if slices.ContainsFunc(words, func(w string) bool { return strings.ContainsAny(w, "İĞ") }) {
		small = dotless // "OĞUZ ALTIN"
	}
	for i, w := range words {
		w = hyphens.Replace(w)
		out[i] = w
		if w == "Y" && i > 0 && i+1 < len(words) && !IsInitial(words[i-1]) {
			out[i] = "y" // "ORTEGA Y GASSET"; an initial has a full stop
			continue
		}
		if utf8.RuneCountInString(w) < 2 || !describe.InCapitals(strings.TrimPrefix(w, "Mc")) || IsInitial(w) && !shortened[w] || isNumeral(w) {
			continue
		}
		lower := small(w)
		if i > 0 && corpus.NameParticle(lower) {
			out[i] = lower
			continue
		}
		out[i] = CapitalName(lower)
		if strings.HasPrefix(w, "İ") {
			out[i] = "İ" + strings.TrimPrefix(out[i], "I")
		}
	}
	return strings.Join(out, " ")
}

// dotless writes a text in small letters as in Turkish, where "I" has no dot.
func dotless(text string) string { return strings.ToLowerSpecial(unicode.TurkishCase, text) }

func isNumeral(w string) bool { return w == "II" || w == "III" || w == "IV" }

// CapitalName capitalises each part of a name: o'neil-smith, mcdonald.
func CapitalName(lower string) string {
	var b strings.Builder
	start := true
	lower = describe.FinalSigma(lower)
	for i, r := range lower {
		if start || i == 2 && strings.HasPrefix(lower, "mc") && len(lower) > 4 {
			r = unicode.ToTitle(r)
		}
		b.WriteRune(r)
		start = strings.ContainsRune("-'’‘ʼ", r)
	}
	return b.String()
}

// estate is what tells peers of one name apart: "Lord Brook of Mill Lane".
var estate = regexp.MustCompile(`^ of (?:St )?\p{Lu}[\p{L}'’-]+(?:[ -](?:and |upon |on |le |la |in |under )?\p{Lu}[\p{L}'’-]+)*`)

func isPeerage(honorific string) bool {
	switch honorific {
	case "Lord", "Lady", "Baroness", "Baron", "Viscount", "Viscountess", "Earl", "Countess":
		return true
	}
	return false
}

// IsNameAlone says whether a text is a person's name, with a State in parentheses
// or without, and nothing more.
func IsNameAlone(text string) bool {
	p := NameOf(text)
	if p.Parts == 0 {
		return false
	}
	rest := strings.Trim(text[p.End:], " .…\t\u00a0") // a cover fills the line with dots
	return rest == "" && p.Honorific != "" || strings.HasPrefix(rest, "(") && strings.HasSuffix(rest, ")")
}
