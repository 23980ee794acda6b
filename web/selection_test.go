package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"briefsearch/corpus"
)

// follow opens a page, finds the link whose id or words are given, and returns
// the page behind it with its address.
func follow(t *testing.T, h http.Handler, path, link string) (to string, page *html.Node) {
	t.Helper()
	_, body := get(t, h, path)
	for _, a := range all(parsed(t, body), "a") {
		if attr(a, "id") == link || text(a) == link {
			to, _, _ = strings.Cut(attr(a, "href"), "#")
			res, next := get(t, h, to)
			if res.StatusCode != http.StatusOK {
				t.Fatalf("%s: %d", to, res.StatusCode)
			}
			return to, parsed(t, next)
		}
	}
	t.Fatalf("%s has no link %q", path, link)
	return "", nil
}

func TestHitsByReport(t *testing.T) {
	h := site(t, world())
	path, page := follow(t, h, "/?q=remittances&rcp=RCM", "One per report")
	if !strings.Contains(path, "group=report") || len(all(page, "article")) != 1 || !strings.Contains(text(page), "2 interventions in 1 report") {
		t.Errorf("%s: %s", path, text(page))
	}
	path, page = follow(t, h, path, "1 more in this report")
	if strings.Contains(path, "group=") || !strings.Contains(path, "report=workshop2006") || len(all(page, "article")) != 2 {
		t.Errorf("%s: %s", path, text(page))
	}
	if _, body := get(t, h, "/api/v1/search?q=remittances&group=report"); !strings.Contains(body, `"in_report":2`) || !strings.Contains(body, `"group":"report"`) {
		t.Errorf("the API does not count by report: %s", body)
	}
	for _, path := range []string{"/search.atom?q=remittances&group=report", "/dossier?q=remittances&group=report"} {
		if _, body := get(t, h, path); strings.Count(body, "/interventions/") < 3 {
			t.Errorf("%s leaves hits out", path)
		}
	}
}

// TestTrail walks through all hits of a search, whose pages hold two, forward and
// back again.
func TestTrail(t *testing.T) {
	h := site(t, world())
	want := []string{}
	at := "/?q=&size=2&pick=workshop2006-1"
	for path := at; path != ""; {
		_, body := get(t, h, path)
		page := parsed(t, body)
		path = ""
		for _, a := range all(page, "article") {
			want = append(want, attr(all(a, "a")[0], "href"))
		}
		for _, a := range all(page, "a") {
			if attr(a, "rel") == "next" {
				path = attr(a, "href")
			}
		}
	}
	if len(want) != 6 {
		t.Fatalf("%d hits", len(want))
	}
	path, last := want[0], len(want)-1
	for i := 1; i <= last; i++ {
		if path, _ = follow(t, h, path, "trail-next"); path != want[i] {
			t.Fatalf("hit %d is %s, want %s", i, path, want[i])
		}
	}
	for i := last - 1; i >= 0; i-- {
		if path, _ = follow(t, h, path, "trail-previous"); path != want[i] {
			t.Fatalf("hit %d is %s on the way back, want %s", i, path, want[i])
		}
	}
	if _, body := get(t, h, want[0]); strings.Contains(body, "trail-previous") || !strings.Contains(body, "First hit") {
		t.Error("something is before the first hit")
	}
	back, page := follow(t, h, want[3], "Back to: All interventions")
	if len(all(page, "article")) != 2 || !strings.Contains(back, "cursor=2") || !strings.Contains(back, "pick=workshop2006-1") {
		t.Errorf("back leads to %s", back)
	}
}

// TestTurnOpensWhateverHangsOn opens a turn at addresses that people make.
func TestTurnOpensWhateverHangsOn(t *testing.T) {
	engine := world()
	h := site(t, engine)
	for _, behind := range []string{"?utm_source=letter", "?q=%zz", "?cursor=nonsense&q=", "?q=nowhere", "?rcp=none&pick=" + url.QueryEscape(attack), "?pick=x&pick=y"} {
		res, body := get(t, h, "/interventions/"+string(engine.reports[0].Interventions[0].ID)+behind)
		if res.StatusCode != http.StatusOK || strings.Contains(body, `class="trail"`) {
			t.Errorf("%s: %d", behind, res.StatusCode)
		}
		harmless(t, behind, parsed(t, body))
	}
}

// TestMoreValues lists the rest of a facet, and goes on doing so.
func TestMoreValues(t *testing.T) {
	r := &corpus.Report{ID: "council", Title: "A council", Date: "2012", Layout: "verbatim", Reader: "text"}
	for i := range 12 {
		r.Interventions = append(r.Interventions, corpus.Intervention{
			Language: "en", Text: "We agree.", PageFrom: 1, PageTo: 1, Speaker: corpus.Speaker{Name: "Member " + string(rune('A'+i)) + "quist"},
		})
	}
	corpus.AssignIDs(r)
	h := site(t, &fake{reports: []*corpus.Report{r}})
	speakers := func(page *html.Node) int {
		n := 0
		for _, in := range all(page, "input") {
			if attr(in, "name") == "speaker" {
				n++
			}
		}
		return n
	}
	_, body := get(t, h, "/?q=agree")
	if n := speakers(parsed(t, body)); n != 10 {
		t.Errorf("%d speakers at first", n)
	}
	path, page := follow(t, h, "/?q=agree", "more-speaker")
	if n := speakers(page); n != 12 || path != "/?q=agree&all=speaker" {
		t.Errorf("%s: %d speakers", path, n)
	}
	path, page = follow(t, h, path, "Newest")
	if n := speakers(page); n != 12 {
		t.Errorf("%s: %d speakers", path, n)
	}
	if path, page = follow(t, h, path, "more-speaker"); speakers(page) != 10 {
		t.Errorf("%s: %d speakers", path, speakers(page))
	}
	// What is ticked stands among the first ones, wherever it comes.
	_, body = get(t, h, "/?q=agree&speaker=Member+Lquist&all=nothing")
	if n := speakers(parsed(t, body)); n != 11 {
		t.Errorf("%d speakers, one of them ticked", n)
	}
}

// TestDossierInParts prints more than one page holds.
func TestDossierInParts(t *testing.T) {
	long := &corpus.Report{ID: "long", Title: "A long meeting", Date: "2011", Layout: "verbatim", Reader: "text"}
	for range 501 {
		long.Interventions = append(long.Interventions, corpus.Intervention{Language: "en", Text: "We agree.", PageFrom: 1, PageTo: 1})
	}
	corpus.AssignIDs(long)
	h := site(t, &fake{reports: []*corpus.Report{long}})
	const path = "/dossier?q=agree"
	_, body := get(t, h, path)
	page := parsed(t, body)
	if n := len(all(page, "section")); n != 500 || !strings.Contains(text(page), "501 interventions") || !strings.Contains(text(page), "500 of them on this page") {
		t.Errorf("%d interventions in %s", n, text(page)[:300])
	}
	second, page := follow(t, h, path, "Next page")
	if n := len(all(page, "section")); n != 1 || !strings.Contains(text(page), "1 of them on this page") {
		t.Errorf("%d interventions on the second page", n)
	}
	if first, _ := follow(t, h, second, "First page"); first != path {
		t.Errorf("the first part is at %s", first)
	}
}

func TestSelection(t *testing.T) {
	engine := world()
	h := site(t, engine)
	first, third := engine.reports[0].Interventions[0].ID, engine.reports[0].Interventions[2].ID
	path, _ := follow(t, h, "/?q=remittances&lang=fr", "pick-"+string(first))
	path, page := follow(t, h, path, "pick-"+string(third))
	if !strings.Contains(text(page), "Sélection (2)") {
		t.Fatalf("%s: two are not counted", path)
	}
	path, _ = follow(t, h, path, "Rapports") // the selection goes along
	path, page = follow(t, h, path, "Sélection (2)")
	if path != "/selection?lang=fr&pick="+string(first)+"&pick="+string(third) || len(all(page, "article")) != 3 {
		t.Fatalf("%s: %d articles", path, len(all(page, "article")))
	}
	_, page = follow(t, h, path, "Dossier à imprimer")
	if s := text(page); !strings.Contains(s, "the wages of families") || !strings.Contains(s, "2 interventions") || strings.Contains(s, "Santoso, Third Secretary") {
		t.Errorf("the dossier is %s", s)
	}
	for name, want := range map[string]string{"CSV": "Ada Lindqvist", "JSON Lines": string(third), "Text": "Workshop on regional dialogue", "BibTeX": "@inproceedings{", "RIS": "ER  - ", "CSL-JSON": `"paper-conference"`} {
		_, body := get(t, h, path)
		for _, a := range all(parsed(t, body), "a") {
			if text(a) != name {
				continue
			}
			if res, file := get(t, h, attr(a, "href")); res.StatusCode != http.StatusOK || !strings.Contains(file, want) || !strings.Contains(file, string(first)) {
				t.Errorf("%s: %d %s", name, res.StatusCode, file)
			}
		}
	}
	if path, page = follow(t, h, path, "pick-"+string(first)); !strings.Contains(text(page), "Sélection (1)") {
		t.Errorf("%s: it is not taken out", path)
	}
	if _, page = follow(t, h, path, "Vider la sélection"); !strings.Contains(text(page), "Rien n’a encore été sélectionné") {
		t.Error("the selection is not empty")
	}
	if _, body := get(t, h, "/selection?pick=gone&pick="+string(first)); !strings.Contains(body, "1 can no longer be found") || !strings.Contains(body, "1 intervention<") {
		t.Error("what is gone is not told")
	}
}

func TestSelectionHasALimit(t *testing.T) {
	engine := world()
	h := site(t, engine)
	many := url.Values{}
	for i := range 150 {
		many.Add("pick", "x"+strings.Repeat("y", i%70)+string(rune('a'+i/70)))
	}
	many["pick"] = append([]string{string(engine.reports[0].Interventions[0].ID)}, many["pick"]...)
	if _, body := get(t, h, "/selection?"+many.Encode()); !strings.Contains(body, "100 interventions at most") || !strings.Contains(body, "Selection (100, full)") {
		t.Error("the limit is not told")
	}
	many["id"] = many["pick"]
	delete(many, "pick")
	if res, body := get(t, h, "/api/v1/export?"+many.Encode()); res.StatusCode != http.StatusBadRequest || !strings.Contains(body, "At most 100") {
		t.Errorf("%d %s", res.StatusCode, body)
	}
	if res, body := get(t, h, "/api/v1/export?id=gone"); res.StatusCode != http.StatusNotFound {
		t.Errorf("%d %s", res.StatusCode, body)
	}
}

// TestReferencesOfAWholeResult asks for the references of a search.
func TestReferencesOfAWholeResult(t *testing.T) {
	h := site(t, &fake{reports: []*corpus.Report{workshop(), reunion()}})
	for format, want := range map[string]string{"plain": "workshop2006", "bibtex": "@inproceedings{", "ris": "TY  - CPAPER", "csl-json": `"container-title"`} {
		res, body := get(t, h, "/api/v1/export?q=remittances&format="+format)
		if res.StatusCode != http.StatusOK || strings.Count(body, want) != 2 {
			t.Errorf("%s: %d %s", format, res.StatusCode, body)
		}
	}
}
