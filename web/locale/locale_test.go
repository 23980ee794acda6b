package locale_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"briefsearch/web/locale"
)

func load(t *testing.T) []*locale.Catalogue {
	t.Helper()
	all, err := locale.Load()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var place = regexp.MustCompile(`\{\d\}|<[^>]*>|#`)

// TestEveryLanguageSaysEverything holds the catalogues to the keys of the first,
// and their words to its places and markup.
func TestEveryLanguageSaysEverything(t *testing.T) {
	all := load(t)
	places := func(s string) []string { return slices.Sorted(slices.Values(place.FindAllString(s, -1))) }
	for _, c := range all[1:] {
		for key, words := range all[0].Words {
			if c.Words[key] == "" {
				t.Errorf("%s has no words for %s", c.Code, key)
			} else if !slices.Equal(places(words), places(c.Words[key])) {
				t.Errorf("%s: %s is %q, of other places than %q", c.Code, key, c.Words[key], words)
			}
		}
		for key := range c.Words {
			if !all[0].Knows(key) {
				t.Errorf("%s says %s, which nobody asks for", c.Code, key)
			}
		}
		for key := range all[0].Counts {
			if c.Counts[key]["other"] == "" {
				t.Errorf("%s cannot count %s", c.Code, key)
			}
		}
		if len(strings.Fields(c.Months)) != 12 || len(strings.Fields(c.MonthAlone)) != 12 || c.Name == "" || c.Dir == "" {
			t.Errorf("%s lacks months, name or direction", c.Code)
		}
	}
}

func TestCountsAndDates(t *testing.T) {
	by := make(map[string]*locale.Catalogue)
	for _, c := range load(t) {
		by[c.Code] = c
	}
	for _, c := range []struct{ got, want string }{
		{by["en"].Count("reports", 1), "1 report"},
		{by["en"].Count("reports", 2400), "2,400 reports"},
		{by["fr"].Count("reports", 0), "0 rapport"},
		{by["ru"].Count("reports", 3), "3 отчёта"},
		{by["ru"].Count("reports", 11), "11 отчётов"},
		{by["ar"].Count("reports", 2), "تقريران"},
		{by["zh"].Count("reports", 2), "2 份报告"},
		{by["en"].Date("2006-06-20"), "20 June 2006"},
		{by["en"].Date("2006-06"), "June 2006"},
		{by["en"].Date("2006"), "2006"},
		{by["ru"].Date("2006-06-20"), "20 июня 2006 г."},
		{by["ru"].Date("2006-06"), "июнь 2006 г."},
		{by["zh"].Date("2006-06-20"), "2006年6月20日"},
		{by["es"].Date("2006-06-20"), "20 de junio de 2006"},
		{by["en"].List([]string{"a", "b", "c"}), "a, b and c"},
		{by["en"].Pages(2, 3), "pages 2–3"},
		{by["en"].Say("no.such.key"), "no.such.key"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestChoose(t *testing.T) {
	all := load(t)
	for _, c := range []struct{ asked, accepted, want string }{
		{"", "", "en"},
		{"", "fr-CH, en;q=0.5", "fr"},
		{"", "de, es-MX;q=0.5", "es"},
		{"", "de", "en"},
		{"", "zh-Hant-TW", "zh"},
		{"ru", "fr", "ru"},
		{"AR-eg", "fr", "ar"},
		{"xx", "fr", "fr"},
		{"", "*;q=nonsense", "en"},
	} {
		if got := locale.Choose(all, c.asked, c.accepted).Code; got != c.want {
			t.Errorf("%q, %q: %s, want %s", c.asked, c.accepted, got, c.want)
		}
	}
}
