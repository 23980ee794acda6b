package web_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"testing"

	"briefsearch/web/api"
)

// BenchmarkExport takes along all that a search finds, up to api.MaxExport hits.
// BRIEFSEARCH_WILD_INDEX is an index to ask instead of a small one.
func BenchmarkExport(b *testing.B) {
	h := site(b, wildEngine(b))
	for _, format := range []string{"csv", "xlsx", "jsonl", "bibtex"} {
		b.Run(format, func(b *testing.B) {
			for b.Loop() {
				if res, _ := get(b, h, api.Root+"/export?format="+format); res.StatusCode != http.StatusOK {
					b.Fatal(res.StatusCode)
				}
			}
		})
	}
	b.Run("dossier", func(b *testing.B) {
		for b.Loop() {
			if res, _ := get(b, h, "/dossier?q="); res.StatusCode != http.StatusOK {
				b.Fatal(res.StatusCode)
			}
		}
	})
}

// BenchmarkManyNames filters by as many speakers as a search takes.
func BenchmarkManyNames(b *testing.B) {
	h := site(b, wildEngine(b))
	_, body := get(b, h, api.Root+"/facets/speaker?size=100")
	var answer struct{ Values []struct{ Value string } }
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		b.Fatal(err)
	}
	q := url.Values{}
	for _, v := range answer.Values {
		q.Add("speaker", v.Value)
	}
	b.Logf("%d names", len(answer.Values))
	for _, path := range []string{api.Root + "/search?", "/?"} {
		b.Run(path, func(b *testing.B) {
			for b.Loop() {
				if res, _ := get(b, h, path+q.Encode()); res.StatusCode != http.StatusOK {
					b.Fatal(res.StatusCode)
				}
			}
		})
	}
}
