// Package locale is what the pages say, in the languages they say it in.
//
// In: a file for each language, beside this one; another language is another
// file and a line in Languages. Out: a Catalogue that finds words, counts and
// dates, and Choose, which finds the language of a request.
package locale

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"briefsearch/corpus"
)

//go:embed *.yaml
var files embed.FS

// Languages lists the codes of the languages. The first is the one for
// everybody whose own is not there.
func Languages() []string { return []string{"en", "fr", "es", "ar", "ru", "zh"} }

// Catalogue is what the pages say in one language. It does not change.
type Catalogue struct {
	Code       string `yaml:"-"`
	Name       string `yaml:"name"` // of the language, in itself
	Dir        string `yaml:"dir"`  // ltr or rtl
	Digits     string `yaml:"digits"`
	Months     string `yaml:"months"`      // with a day
	MonthAlone string `yaml:"month-alone"` // without
	DateDay    string `yaml:"date-day"`
	DateMonth  string `yaml:"date-month"`
	And        string `yaml:"and"`

	Words  map[string]string            `yaml:"words"`
	Counts map[string]map[string]string `yaml:"counts"`

	tag   language.Tag
	first *Catalogue // which says what this one cannot
}

// Load reads all catalogues, in the order of Languages.
func Load() ([]*Catalogue, error) {
	var out []*Catalogue
	for _, code := range Languages() {
		content, err := files.ReadFile(code + ".yaml")
		if err != nil {
			return nil, err
		}
		c := &Catalogue{Code: code}
		if err := yaml.Unmarshal(content, c); err != nil {
			return nil, fmt.Errorf("catalogue %s: %w", code, err)
		}
		if c.tag, err = language.Parse(code); err != nil {
			return nil, fmt.Errorf("catalogue %s: %w", code, err)
		}
		out = append(out, c)
		c.first = out[0]
	}
	return out, nil
}

// Say is the words of a key, with the arguments in their places; those of the
// first language when this one has none, and the key itself when nobody has.
func (c *Catalogue) Say(key string, args ...any) string {
	text, ok := c.Words[key]
	if !ok {
		text, ok = c.first.Words[key]
	}
	if !ok {
		return key
	}
	return fill(text, args...)
}

// Knows says whether there are words for a key in any language.
func (c *Catalogue) Knows(key string) bool { return c.first.Words[key] != "" }

func fill(text string, args ...any) string {
	if len(args) == 0 {
		return text
	}
	pairs := make([]string, 0, 2*len(args))
	for i, a := range args {
		pairs = append(pairs, "{"+strconv.Itoa(i)+"}", fmt.Sprint(a))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

var forms = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

// Count says a number of things: "1 report", "2,400 reports".
func (c *Catalogue) Count(key string, n int) string {
	all := c.Counts[key]
	text, ok := all[forms[plural.Cardinal.MatchPlural(c.tag, n, 0, 0, 0, 0)]]
	if !ok {
		text = all["other"]
	}
	return strings.ReplaceAll(text, "#", c.Number(n))
}

// Number groups digits by thousands.
func (c *Catalogue) Number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + c.Digits + s[i:]
	}
	return s
}

// Date writes a date as people say it, as exactly as it is known.
func (c *Catalogue) Date(d corpus.Date) string {
	if t, err := time.Parse(time.DateOnly, string(d)); err == nil {
		return fill(c.DateDay, t.Day(), strings.Fields(c.Months)[t.Month()-1], t.Year())
	}
	if t, err := time.Parse("2006-01", string(d)); err == nil {
		return fill(c.DateMonth, strings.Fields(c.MonthAlone)[t.Month()-1], t.Year())
	}
	return string(d)
}

// Pages says on which pages something stands.
func (c *Catalogue) Pages(from, to int) string {
	switch {
	case from <= 0:
		return ""
	case to <= from:
		return c.Say("page.one", from)
	default:
		return c.Say("page.many", from, to)
	}
}

// List joins words: "a", "a and b", "a, b and c".
func (c *Catalogue) List(words []string) string {
	n := len(words)
	if n < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:n-1], ", ") + " " + c.And + " " + words[n-1]
}

// Choose is the catalogue of the code that was asked for, or else of the
// language that a browser likes best of ours.
func Choose(all []*Catalogue, asked, accepted string) *Catalogue {
	primary, _, _ := strings.Cut(strings.ToLower(asked), "-")
	tags := make([]language.Tag, len(all))
	for i, c := range all {
		if c.Code == primary {
			return c
		}
		tags[i] = c.tag
	}
	wanted, _, err := language.ParseAcceptLanguage(accepted)
	if err != nil || len(wanted) == 0 {
		return all[0]
	}
	_, i, confidence := language.NewMatcher(tags).Match(wanted...)
	if confidence == language.No {
		return all[0]
	}
	return all[i]
}
