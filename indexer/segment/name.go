package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
)

// person is a name at the beginning of a text, as far as it goes.
type person struct {
	honorific string // "Mr.", "H.E. Ms."
	name      string // normalised, without honorific
	parts     int    // words of the name
	end       int    // bytes of the text that the honorific and the name take
}

// honorificForm is one form of address, with the small articles that go before it
// in Spanish and French.
var honorificForm = regexp.MustCompile(`^(?i:(?:the |el |la |l['’]|le )?` + lists.Any("honorific") + `)(?:[\s\x{a0}]+|$)`)

// fused is a form of address without the space behind it, as records that were
// typed or recognised have it: "Mr.Brook".
var fused = regexp.MustCompile(`^(?:M[Rr]|M[Rr][Ss]|M[Ss]|D[Rr])\.`)

// isHyphen says whether a rune is a hyphen, which in some files does not break.
func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// hyphens writes every hyphen the same.
var hyphens = strings.NewReplacer("\u2010", "-", "\u2011", "-")

// shouted are the forms of address that are written with small letters inside.
var shouted = map[string]string{"HIS": "His", "HER": "Her", "EXCELLENCY": "Excellency", "SON": "Son", "EXCELLENCE": "Excellence"}

// hasHonorific says whether a text begins with a form of address.
func hasHonorific(text string) bool {
	return honorificForm.MatchString(text) || fused.MatchString(text)
}

// honorificOf splits the forms of address off the beginning of a text. They count
// only before a capital letter, so that "sir" in a sentence is none.
func honorificOf(text string) (string, int) {
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
		if unicode.IsLower(next) && !strings.HasPrefix(text[end+m[1]:], "the Hon") && (!civil.MatchString(form) || !leadsName(text[end+m[1]:])) || unicode.IsLower(first) && len(found) == 0 && !withArticle.MatchString(form) || isSentenceForm(form, text[end+m[1]:]) || isFirstName(form, found) {
			break
		}
		found = append(found, normalForm(form))
		end += m[1]
	}
	return strings.Join(found, " "), end
}

// withArticle is a form of address that has its article within a sentence: "por su parte,
// la Sra. Brook".
var withArticle = regexp.MustCompile(`^(?:(?:el |la )?(?:señora?|doña|embajadora?|doctora?)$|(?:el|la|los|las) (?:Sra?|Srta|Sr[ae]s|Señora?|Dra?|Licd?[oa]?|Mtr[oa]|Inga?|Arq|Abo?g|Prof|Profesora?|Embajadora?|Don|Doña)\b)`)

// isFirstName says whether a form of address is a first name here, or its initial:
// "Hon. Don Brook", "Deputy M. Brook".
func isFirstName(form string, before []string) bool {
	return (form == "Don" || form == "M.") && len(before) > 0 && english.MatchString(before[0])
}

var english = regexp.MustCompile(`^(?:Hon\b|Mr\b|Mrs\b|Ms\b|Miss\b|Dr\b|Prof\b|Adv\b|Shri|Smt\b|Kumari\b|Sen\.|Senator\b|Deputy\b|Connétable\b|Constable\b|Cllr\b|Sir\b|Rev\b|The Hon)`)

// leadsName says whether a text begins with the small words of a surname and a
// capital: "van der Berg", "de la Cruz".
func leadsName(text string) bool { return smallLead.MatchString(text) }

// civil are the forms of address that are no offices, so that what follows "de" is
// a surname and no State: not "Embajador de Colombia".
var civil = regexp.MustCompile(`^(?i:(?:el |la )?(?:mr|mrs|ms|miss|mx|dr|dra|sir|dame|sen|sr|sra|srta|señora?|señorita|senhora?|don|doña|m|mme|mlle|monsieur|madame|shri|smt|г-н|г-жа|господин|госпожа)\.?)$`)

var smallLead = regexp.MustCompile(`^(?:(?:de|del|della|di|da|dos?|das|du|des|la|los|las|le|van|von|der|den|ter|ten|te|zu|bin|bint|ibn|ben|al|el|af|av|ould|arap|де|ла|лос|ван|фон|дер|ден|да|дос|ди|дю|ле|дель|бен|бин|ибн|аль|эль) ){1,3}(?:[dl]['’])?\p{Lu}|^(?:al|el|d|l|bin|as|ad|ul|ten|ter|аль|эль|ас|аш|ад|ар|бен)[-'’]\p{Lu}`)

// isSentenceForm says whether a form of address that is also a word of the
// language ("General", "Secretary", "He") stands before something that is not a
// person's name here: "General Assembly", "Secretary-General".
func isSentenceForm(form, rest string) bool {
	switch strings.ToLower(form) {
	case "general", "major", "secretary", "justice", "father", "sister", "the general", "the secretary", "the justice":
		word, _, _ := strings.Cut(rest, " ")
		return describe.InCapitals(form) || notNames[strings.ToLower(strings.Trim(word, ".,:;"))] || strings.HasPrefix(rest, "-")
	case "deputy", "the deputy":
		return startsRole(strings.TrimSpace(rest))
	case "he", "me", "don":
		return form != "HE" && form != "Don" && form != "Me"
	}
	return false
}

// notNames are capitalised words that follow "General" and "Secretary" in titles.
var notNames = map[string]bool{
	"assembly": true, "secretariat": true, "debate": true, "committee": true, "comments": true, "council": true, "directorate": true,
	"of": true, "for": true, "general": true, "counsel": true, "manager": true, "director": true, "observations": true, "ministry": true,
}

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
		case w == "HE":
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
var tornForm = strings.NewReplacer("M me", "Mme", "M lle", "Mlle", " .", ".")

// titleJoints are words of titles in capitals, which no name has.
var titleJoints = map[string]bool{"OF": true, "ON": true, "FOR": true, "AND": true, "THE": true, "IN": true, "TO": true, "AT": true, "BY": true, "WITH": true}

// letteredTitles are letters behind a name that are none of it: seats and orders.
var letteredTitles = map[string]bool{"MP": true, "MHK": true, "MLC": true, "MLA": true, "MEP": true, "TD": true, "QC": true, "KC": true, "SC": true, "CBE": true, "OBE": true, "MBE": true}

// arabicJoints end a name in Arabic, which has no capitals to end it.
var arabicJoints = map[string]bool{"أمام": true, "في": true, "لدى": true, "خلال": true, "من": true, "على": true, "وزير": true, "رئيس": true, "مندوب": true}

// arabicVerbs tell that somebody spoke, and end a name in the same way. The forms of women
// end in ت.
var arabicVerbs = wordSet(`قال سأل أيد طلب أجاب أضاف ذكر أعرب أشار تكلم شكر رحب لاحظ أكد تساءل اقترح أوضح استفسر أثنى شدد أعلن تحدث دعا رد وافق أعاد نوه نوّه أبدى حث`)

// endsArabicName says whether a word ends a name in Arabic.
func endsArabicName(word string) bool {
	return arabicJoints[word] || arabicVerbs[word] || arabicVerbs[strings.TrimSuffix(word, "ت")]
}

// nameWord is one word of a name: capitalised, an initial, or with a small prefix
// ("al-Khatib", "d'Alembert").
var nameWord = regexp.MustCompile(`^(?:\p{Lu}\.(?:-?\p{Lu}\.)*|(?:al-|el-|ul-|as-|ad-|d['’]|l['’]|bin-|ka|kwa|(?:аль|эль|ас|аш|ад|ар|бен)-)?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}]*(?:[-‐‑'’‘ʼ]\p{L}[\p{L}\p{M}]*)*\.?)`)

// nameOf parses a person's name at the beginning of a text. Without a form of
// address the words are as many as look like a name.
func nameOf(text string) person {
	var p person
	p.honorific, p.end = honorificOf(text)
	words, pos, end := []string{}, p.end, p.end
	solid := 0 // words up to the last that is no particle
	for len(words) < 8 {
		word, size := nextNameWord(text[pos:])
		if size == 0 || endsArabicName(word) || titleJoints[word] || len(words) > 1 && letteredTitles[word] {
			break
		}
		words = append(words, word)
		pos += size
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
	p.parts = solid
	if solid == 0 {
		p.end = 0
		return person{}
	}
	p.end = end
	p.name = normalName(words[:solid])
	if isPeerage(p.honorific) {
		of := estate.FindString(text[end:])
		p.name += of
		p.end += len(of)
	}
	return p
}

// andAnother leads on to another person, where "y" is no part of a name: "Sr. Vega y la
// Sra. Brook".
var andAnother = regexp.MustCompile(`^[yeи] (?:la |el )?(?:Sr|Sra|Srta|Dr|Dra|г-н|г-жа)[. ]`)

// nextNameWord is the word of a name that a text begins with, and its length in
// the text, 0 when there is none.
func nextNameWord(text string) (string, int) {
	if m := nameWord.FindString(text); m != "" {
		rest := text[len(m):]
		if strings.HasSuffix(m, ".") && !isInitial(m) {
			return strings.TrimSuffix(m, "."), len(m) - 1
		}
		if strings.HasSuffix(m, ".") && unicode.IsUpper(firstRune(rest)) {
			return m, len(m)
		}
		if rest != "" && !strings.ContainsAny(rest[:1], "\n\t ,;:.()[]|/–—\u00a0-'’\"”!?") && !startsNonASCII(rest) {
			return "", 0
		}
		return m, len(m)
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

func startsNonASCII(s string) bool { return s[0] >= utf8.RuneSelf }

// isInitial says whether a word that ends in a full stop is part of a name
// nevertheless.
func isInitial(w string) bool {
	switch w {
	case "Jr.", "Sr.", "St.", "Ste.", "Ma.", "Md.", "Mohd.", "Abd.", "Wm.":
		return true
	}
	r, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && n < len(w) && w[n] == '.'
}

// closes says whether nothing of the name can follow.
func closes(word, rest string) bool {
	if strings.HasSuffix(word, ".") && unicode.IsUpper(firstRune(rest)) {
		return false
	}
	return rest == "" || !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, "\u00a0") || strings.HasSuffix(word, ",")
}

// normalName joins the words of a name, those in capitals written as names are.
func normalName(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		w = hyphens.Replace(w)
		out[i] = w
		if utf8.RuneCountInString(w) < 2 || !describe.InCapitals(w) || isInitial(w) || isNumeral(w) {
			continue
		}
		lower := strings.ToLower(w)
		if i > 0 && corpus.NameParticle(lower) {
			out[i] = lower
			continue
		}
		out[i] = capitalName(lower)
	}
	return strings.Join(out, " ")
}

func isNumeral(w string) bool { return w == "II" || w == "III" || w == "IV" }

// capitalName capitalises each part of a name: o'neil-smith, mcdonald.
func capitalName(lower string) string {
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
