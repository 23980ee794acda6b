package web_test

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"testing"

	"briefsearch/corpus"
)

// stated is a fake that tells the states of its index apart.
type stated struct {
	*fake
	generation string
}

func (s *stated) Generation(context.Context) (string, error) { return s.generation, nil }

// TestUnchangedWithoutSearch asks again what was answered before: as long as the
// index is the same, the engine is not asked.
func TestUnchangedWithoutSearch(t *testing.T) {
	engine := &stated{world(), "one"}
	h := site(t, engine)
	const path = "/api/v1/search?q=remittances"
	ask := func(h http.Handler, tag string, status int, searches int64) string {
		t.Helper()
		before := engine.calls.Load()
		res, body := get(t, h, path, "If-None-Match", tag)
		if res.StatusCode != status || engine.calls.Load()-before != searches || (body == "") != (status == http.StatusNotModified) {
			t.Errorf("%q: %d after %d searches, want %d after %d", tag, res.StatusCode, engine.calls.Load()-before, status, searches)
		}
		return res.Header.Get("ETag")
	}
	tag := ask(h, "", http.StatusOK, 1)
	if same := ask(h, `"x", `+tag, http.StatusNotModified, 0); same != tag {
		t.Errorf("the tag was %s and is %s", tag, same)
	}
	if res, _ := get(t, h, path+"&size=1", "If-None-Match", tag); res.StatusCode != http.StatusOK {
		t.Errorf("another request: %d", res.StatusCode)
	}
	if res, _ := get(t, h, "/api/v1/search?q=remittances&size=x", "If-None-Match", tag); res.StatusCode != http.StatusBadRequest {
		t.Errorf("a request that makes no sense: %d", res.StatusCode)
	}

	engine.generation = "two" // something else was added
	renewed := ask(h, tag, http.StatusNotModified, 1)
	if renewed == tag {
		t.Error("the tag is that of the former state")
	}
	ask(h, renewed, http.StatusNotModified, 0)

	again := ask(site(t, engine), renewed, http.StatusNotModified, 1) // another process
	ask(h, again, http.StatusNotModified, 1)
	ask(h, "*", http.StatusNotModified, 1)

	engine.reports, engine.generation = slices.Clone(engine.reports[:1]), "three"
	ask(h, renewed, http.StatusOK, 1)
}

// TestTitleOfNow renames a report: the facet says so at once.
func TestTitleOfNow(t *testing.T) {
	engine := &stated{world(), "one"}
	h := site(t, engine)
	title := func() string {
		var a struct {
			Facets map[string][]struct{ Label string }
		}
		_, body := get(t, h, "/api/v1/search?size=0&report="+string(engine.reports[0].ID))
		if err := json.Unmarshal([]byte(body), &a); err != nil {
			t.Fatal(err)
		}
		return a.Facets["report"][0].Label
	}
	if title() == "Another title" {
		t.Fatal("it has that title already")
	}
	renamed := *engine.reports[0]
	renamed.Title = "Another title"
	engine.reports, engine.generation = append([]*corpus.Report{&renamed}, engine.reports[1:]...), "two"
	if got := title(); got != "Another title" {
		t.Errorf("the title is %q", got)
	}
}
