package web_test

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"briefsearch/corpus"
)

// explorePaths are the pages that show who says what, of the small world.
var explorePaths = []string{
	"/matrix", "/matrix?rows=country&cols=theme&country_role=speaks_for", "/matrix?rows=speaker&cols=year&q=remittances&-theme=trafficking&from=2004",
	"/matrix?q=nowhere", "/speakers/Clara%20Ib%C3%A1%C3%B1ez", "/countries/MX", "/countries/AD", "/rcps/RCM", "/rcps/ALMATY",
	"/compare", "/compare?kind=country&a=MX&b=Indonesia", "/compare?kind=rcp&a=RCM&b=nonsense&q=remittances", "/reports/workshop2006/quality",
}

func TestExplorePagesGolden(t *testing.T) {
	h := site(t, &fake{reports: []*corpus.Report{workshop(), reunion()}})
	for name, path := range map[string]string{
		"matrix": "/matrix?rows=rcp&cols=theme&-country=ID", "speaker": "/speakers/Clara%20Ib%C3%A1%C3%B1ez", "country": "/countries/MX", "rcp": "/rcps/RCM",
		"compare": "/compare?kind=country&a=MX&b=ID&q=remittances", "quality": "/reports/workshop2006/quality",
	} {
		t.Run(name, func(t *testing.T) {
			res, body := get(t, h, path)
			if res.StatusCode != http.StatusOK {
				t.Fatal(res.StatusCode)
			}
			golden(t, "explore/"+name+".html", assetHash.ReplaceAllString(body, "$1.HASH"))
		})
	}
}

func TestExplorePagesAreSound(t *testing.T) {
	h := site(t, world())
	for _, path := range explorePaths {
		res, body := get(t, h, path)
		if res.StatusCode != http.StatusOK {
			t.Errorf("%s: %d", path, res.StatusCode)
			continue
		}
		page := parsed(t, body)
		soundPage(t, path, page)
		harmless(t, path, page)
		for _, table := range all(page, "table") {
			soundTable(t, path, table)
		}
	}
}

// soundTable asks whether all rows of a table are as wide as its head.
func soundTable(t *testing.T, path string, table *html.Node) {
	t.Helper()
	width := 0
	for i, row := range all(table, "tr") {
		cells := len(all(row, "td")) + len(all(row, "th"))
		if i == 0 {
			width = cells
		}
		if cells != width {
			t.Errorf("%s: row %d of a table has %d cells, its head %d", path, i, cells, width)
		}
	}
}

func TestExplorePagesSay(t *testing.T) {
	h := site(t, world())
	for _, c := range []struct {
		path string
		want []string
	}{
		{"/matrix?rows=rcp&cols=theme", []string{"Consultative processes × Themes", "6 interventions", "cells are empty", "without any intervention here"}},
		{"/matrix?rows=rcp&cols=theme&rcp=RCM&from=2006", []string{"Filtered by", "RCP", "Date"}},
		{"/speakers/Clara%20Ib%C3%A1%C3%B1ez", []string{"Clara Ibáñez", "As the reports present the speaker", "Mexico", "Regional Conference on Migration", "Remittances"}},
		{"/countries/MX", []string{"Mexico", "Interventions for it", "Interventions of others that mention it", "Member of", "Who speaks for it", "Clara Ibáñez", "Who mentions it", "Indonesia"}},
		{"/countries/ad", []string{"Andorra", "No report that is held here speaks of it."}},
		{"/rcps/rcm", []string{"Regional Conference on Migration", "1996", "Members", "Belize", "Since", "1996 or later", "States that speak of it"}},
		{"/compare?kind=country&a=mexico&b=ID", []string{"Mexico and Indonesia", "1 intervention", "are the wages of families"}},
		{"/compare?kind=rcp&a=RCN&b=BALI", []string{`there is no RCP "RCN"`, "Did you mean", "Bali Process"}},
		{"/compare?kind=speaker&a=Clara+Ib%C3%A1%C3%B1ez&b=Nobody", []string{"Clara Ibáñez and Nobody", "There is no such intervention."}},
		{"/reports/workshop2006/quality", []string{"Speakers without a State", "Ms. Ada Lindqvist", "How well this report was read", "narrative"}},
	} {
		res, body := get(t, h, c.path)
		page := text(parsed(t, body))
		for _, want := range c.want {
			if !strings.Contains(page, want) {
				t.Errorf("%s (%d) does not say %q", c.path, res.StatusCode, want)
			}
		}
	}
}

func TestExploreFaults(t *testing.T) {
	h := site(t, world())
	for _, c := range []struct {
		path   string
		status int
	}{
		{"/speakers/Nobody%20At%20All", 404},
		{"/speakers/", 404},
		{"/countries/XX", 404},
		{"/countries/Mexico", 404},
		{"/rcps/NOPE", 404},
		{"/reports/none/quality", 404},
		{"/matrix?rows=colour", 400},
		{"/matrix?rows=rcp&cols=rcp", 400},
		{"/matrix?nonsense=1", 400},
		{"/compare?kind=theme&a=x&b=y", 400},
		{"/compare?nonsense=1", 400},
		{"/compare?kind=rcp&a=RCM&b=BALI&year=soon", 400},
	} {
		if res, _ := get(t, h, c.path); res.StatusCode != c.status {
			t.Errorf("%s: %d, want %d", c.path, res.StatusCode, c.status)
		}
	}
	lame := site(t, plain{world()})
	if res, _ := get(t, lame, "/matrix"); res.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("a matrix without an Explorer: %d", res.StatusCode)
	}
	for _, path := range []string{"/countries/MX", "/rcps/RCM", "/speakers/Ada%20Lindqvist"} {
		if res, _ := get(t, lame, path); res.StatusCode != http.StatusOK {
			t.Errorf("%s without an Explorer: %d", path, res.StatusCode)
		}
	}
}

func TestPartOfANameLeadsToTheSpeaker(t *testing.T) {
	h := site(t, world())
	res, _ := get(t, h, "/speakers/ibanez")
	if res.StatusCode != http.StatusFound || res.Header.Get("Location") != "/speakers/Clara%20Ib%C3%A1%C3%B1ez" {
		t.Errorf("%d %s", res.StatusCode, res.Header.Get("Location"))
	}
}

// TestCellsOpenWhatTheyCount follows every cell of some tables and compares the
// number in it with the number of hits behind it.
func TestCellsOpenWhatTheyCount(t *testing.T) {
	h := site(t, crowd())
	for _, path := range []string{
		"/matrix?rows=rcp&cols=theme", "/matrix?rows=country&cols=theme&country_role=speaks_for", "/matrix?rows=country&cols=year&country_role=mentioned&rcp=RCM",
		"/matrix?rows=country&cols=rcp&country=MX&country=ID&country_role=mentioned&q=neighbours", "/matrix?rows=theme&cols=speaker&-theme=return-reintegration&q=fund+OR+bali",
		"/matrix?rows=country&cols=rcp&country=MX&country=ID",
	} {
		_, body := get(t, h, path)
		cells := 0
		for _, td := range all(parsed(t, body), "td") {
			for _, a := range all(td, "a") {
				cells++
				want := text(a)
				if got := hitsBehind(t, h, attr(a, "href")); got != want {
					t.Errorf("%s: the cell %q says %s, and %s are found at %s", path, attr(a, "aria-label"), want, got, attr(a, "href"))
				}
			}
		}
		if cells == 0 {
			t.Errorf("%s: no cell has a link", path)
		}
	}
}

// hitsBehind is the number at the head of a page of hits.
func hitsBehind(t *testing.T, h http.Handler, path string) string {
	t.Helper()
	_, body := get(t, h, path)
	for _, p := range all(parsed(t, body), "p") {
		if has(p, "data-status") {
			n, _, _ := strings.Cut(text(p), " ")
			return n
		}
	}
	return "no count"
}

// TestNumbersOpenWhatTheyCount does the same for the numbers of profiles.
func TestNumbersOpenWhatTheyCount(t *testing.T) {
	h := site(t, crowd())
	for _, path := range []string{"/countries/MX", "/rcps/RCM", "/speakers/Budi%20Santoso"} {
		_, body := get(t, h, path)
		numbers := 0
		for _, a := range all(parsed(t, body), "a") {
			if _, err := strconv.Atoi(text(a)); err != nil || !strings.HasPrefix(attr(a, "href"), "/?") {
				continue
			}
			numbers++
			if got := hitsBehind(t, h, attr(a, "href")); got != text(a) {
				t.Errorf("%s: %s at %s, where %s are found", path, text(a), attr(a, "href"), got)
			}
		}
		if numbers < 8 {
			t.Errorf("%s: %d numbers", path, numbers)
		}
	}
}

func TestQualityFindsDoubts(t *testing.T) {
	h := site(t, crowd())
	_, body := get(t, h, "/reports/crowd2014/quality")
	page := text(parsed(t, body))
	for _, want := range []string{"Unknown acronyms", "ZQX", "Without a named person", "Speakers without a State", "Pages on which no intervention stands"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	for _, known := range []string{"RCM", "SACM"} {
		_, section, _ := strings.Cut(page, "Unknown acronyms")
		if strings.Contains(section, known) {
			t.Errorf("%s is no unknown acronym", known)
		}
	}
}

// TestHostileNamesStayNames asks the pages of who says what for names that are
// markup.
func TestHostileNamesStayNames(t *testing.T) {
	engine := world()
	h := site(t, engine)
	evil := engine.reports[2]
	q := url.QueryEscape(attack)
	for _, path := range []string{
		"/speakers/" + url.PathEscape(evil.Interventions[0].Speaker.Name), "/speakers/" + url.PathEscape(attack), "/reports/hostile2020/quality",
		"/compare?kind=speaker&a=" + q + "&b=" + q, "/compare?kind=" + q, "/compare?kind=country&a=" + q + "&b=MX", "/matrix?rows=organisation&cols=speaker",
		"/matrix?rows=session&cols=report", "/matrix?rows=" + q, "/countries/" + url.PathEscape(attack), "/rcps/" + url.PathEscape(attack), "/matrix?q=" + q,
	} {
		_, body := get(t, h, path)
		harmless(t, path, parsed(t, body))
	}
}

// TestYearsAreInOrder looks at the heads of the columns.
func TestYearsAreInOrder(t *testing.T) {
	_, body := get(t, site(t, crowd()), "/matrix?rows=rcp&cols=year")
	var years []string
	for _, th := range all(parsed(t, body), "th") {
		if attr(th, "scope") == "col" {
			years = append(years, text(all(th, "a")[0]))
		}
	}
	if len(years) != 8 || !slices.IsSorted(years) {
		t.Error(years)
	}
}

// TestProfileMentions counts among the mentions of a State no turn for the State
// itself, which names it, too.
func TestProfileMentions(t *testing.T) {
	r := workshop()
	own := &r.Interventions[2]
	for i := range own.Tags {
		if own.Tags[i].ID == "MX" {
			own.Tags[i].Relations = append(own.Tags[i].Relations, corpus.Mentioned)
		}
	}
	for name, engine := range engines(t, r) {
		_, body := get(t, site(t, engine), "/countries/MX")
		page := text(parsed(t, body))
		if !strings.Contains(page, "Interventions of others that mention it1") {
			t.Errorf("%s: %s", name, page)
		}
		if _, by, _ := strings.Cut(page, "Who mentions it"); strings.HasPrefix(strings.TrimSpace(by), "Mexico") {
			t.Errorf("%s: Mexico mentions itself", name)
		}
	}
}

// TestWaysToProfiles leads from the name of a State or a process in a search, and
// from the turn of a delegation, to its page.
func TestWaysToProfiles(t *testing.T) {
	r := workshop()
	r.Interventions[1].Speaker = corpus.Speaker{AsPrinted: "Indonesia", Country: "ID"}
	h := site(t, engines(t, r)["bleve"])
	for path, want := range map[string][]string{
		"/?q=indonesia":         {"/countries/ID"},
		"/?q=rcp:bali":          {"/rcps/BALI"},
		"/?rcp=RCM&country=MX":  {"/rcps/RCM", "/countries/MX"},
		"/?theme=remittances":   nil,
		"/?q=speaker:indonesia": nil,
	} {
		_, body := get(t, h, path)
		var got []string
		for _, a := range all(parsed(t, body), "a") {
			if attr(a, "class") == "chip-name" {
				got = append(got, attr(a, "href"))
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s leads to %q, want %q", path, got, want)
		}
	}
	_, body := get(t, h, "/interventions/"+string(r.Interventions[1].ID))
	if !strings.Contains(body, `<a href="/countries/ID">All interventions of this speaker</a>`) {
		t.Error("the turn of a delegation leads to no page of its State")
	}
}
