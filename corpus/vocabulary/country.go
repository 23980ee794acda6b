package vocabulary

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"briefsearch/corpus"
)

// countryFile is the form of country.yaml: what CLDR does not know.
type countryFile struct {
	Masks     []string                 `yaml:"masks"`
	Native    []string                 `yaml:"native"`    // names that count only in their own language
	Bare      []string                 `yaml:"bare"`      // Arabic names that are other words with the article
	Countries map[string]countryRecord `yaml:"countries"` // by ISO 3166-1 alpha-2, former States by ISO 3166-3
	// Adjectives are written with a small letter, by country and language.
	Adjectives map[string]map[string][]string `yaml:"adjectives"`
	// Tongues are adjectives that are the name of a language as well.
	Tongues map[string]map[string][]string `yaml:"tongues"`
}

type countryRecord struct {
	Names    []string `yaml:"names"`    // official and other names, in any language
	Demonyms []string `yaml:"demonyms"` // "Indonesian", "Indonesians"
	// Shared are demonyms that mean another State first: they need context.
	Shared []string `yaml:"shared"`
	// Case lists names that count only as written: "US".
	Case []string `yaml:"case"`
	// Display replaces the English name of CLDR where the organisations use another.
	Display string `yaml:"display"`
	// Labels are the names by language of a former State, which CLDR does not have.
	Labels map[string]string `yaml:"labels"`
}

// cldrLanguages are the languages whose country names are known.
var cldrLanguages = map[string]language.Tag{
	"en": language.English, "fr": language.French, "es": language.Spanish, "pt": language.Portuguese, "de": language.German, "it": language.Italian,
	"ar": language.Arabic, "ru": language.Russian, "zh": language.Chinese,
}

// countries adds the countries of the file, which lists every country there is,
// with their names from CLDR.
func (l *loader) countries(name string, b []byte) error {
	var f countryFile
	if err := decode(name, b, &f); err != nil {
		return err
	}
	for _, m := range f.Masks {
		l.mask(m, corpus.Country)
	}
	claims := make(map[string]int) // how many countries CLDR gives a name to
	var added []*Entry
	for _, code := range slices.Sorted(maps.Keys(f.Countries)) {
		region, err := language.ParseRegion(code)
		if err != nil {
			return fault(name, err)
		}
		e := country(code, region, f.Countries[code])
		for i := range e.Aliases {
			a := &e.Aliases[i]
			a.NativeOnly = a.Language != "" && slices.Contains(f.Native, a.Text)
			a.Bare = slices.Contains(f.Bare, a.Text)
		}
		for lang, label := range e.Labels {
			claims[lang+label]++
		}
		lists(f.Adjectives[code], e.adjective(false))
		lists(f.Tongues[code], e.adjective(true))
		added = append(added, e)
	}
	for _, e := range added {
		// A name that two countries have without what CLDR adds in brackets
		// ("刚果", "Saint-Martin") tells neither.
		e.Aliases = slices.DeleteFunc(e.Aliases, func(a Alias) bool { return claims[a.Language+a.Text] > 1 })
		l.put(e)
	}
	return nil
}

// adjective adds what is of a State in a language, where tongue is the language's name.
func (e *Entry) adjective(tongue bool) func(lang, s string) {
	return func(lang, s string) {
		for _, form := range numbers(s) {
			e.Aliases = append(e.Aliases, Alias{Text: form, Language: lang, Via: ViaDemonym, NativeOnly: true, Tongue: tongue && form == s}) // no language has a plural
		}
	}
}

// country is an entry with its names from CLDR and from the file.
func country(code string, region language.Region, r countryRecord) *Entry {
	e := &Entry{Kind: corpus.Country, ID: code, Labels: make(map[string]string)}
	add := func(lang, via string, names ...string) {
		for _, n := range names {
			e.Aliases = append(e.Aliases, Alias{Text: n, Language: lang, Via: via, CaseExact: via == ViaAcronym, Capital: via != ViaAcronym})
		}
	}
	for _, lang := range languages {
		tag, ok := cldrLanguages[lang]
		if !ok {
			continue
		}
		label, whole := r.label(lang, region, tag)
		if label == "" {
			continue
		}
		add(lang, ViaName, label)
		if whole != label {
			add(lang, ViaName, whole)
		}
		if lang == "en" && r.Display != "" && r.Display != label {
			label = r.Display
			add(lang, ViaName, label)
		}
		e.Labels[lang] = label
	}
	add("", ViaName, r.Names...)
	add("", ViaAcronym, r.Case...)
	for _, d := range r.Demonyms {
		add("", ViaDemonym, numbers(d)...)
	}
	own := len(e.Aliases)
	add("", ViaDemonym, r.Shared...)
	for i := range e.Aliases[own:] {
		e.Aliases[own+i].NeedsContext = true
	}
	return e
}

// label is the name of a State in a language, as CLDR has it and with its words written
// out.
func (r countryRecord) label(lang string, region language.Region, tag language.Tag) (label, whole string) {
	if r.Labels != nil {
		return r.Labels[lang], r.Labels[lang]
	}
	full := display.Regions(tag).Name(region)
	if label = plainName(full); label != full {
		return label, label // two may have the same name before the bracket
	}
	return label, written.Replace(label)
}

// written writes out what CLDR abbreviates: "Turks & Caicos Islands".
var written = strings.NewReplacer("о-ва", "острова", "о-в ", "остров ", " & ", " and ")

// numbers are a demonym in the singular and, where the folding of words would not find it,
// in the plural: "Iraqis", "iraquíes", "suisses".
func numbers(s string) []string {
	switch {
	case strings.HasSuffix(s, "í"), strings.HasSuffix(s, "ón"), strings.HasSuffix(s, "ol"), strings.HasSuffix(s, "ís"):
		return []string{s, s + "es"}
	case strings.HasSuffix(s, "i"), strings.HasSuffix(s, "sse"), strings.HasSuffix(s, "che"):
		return []string{s, s + "s"}
	}
	return []string{s}
}

// plainName drops what stands in brackets for people to see: "Myanmar (Burma)",
// "Regional Conference on Migration (Puebla Process)".
func plainName(s string) string {
	s, _, _ = strings.Cut(s, " (")
	s, _, _ = strings.Cut(s, "（")
	return strings.TrimSpace(s)
}
