package query_test

import (
	"iter"
	"strings"
	"testing"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search/query"
)

// TestParseVocabulary reads queries with the vocabulary that the program has.
func TestParseVocabulary(t *testing.T) {
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ in, field, id string }{
		{"Puebla Process", "rcp", "RCM"},
		{`"Puebla Process"`, "rcp", "RCM"},
		{"puebla process", "rcp", "RCM"},
		{"Proceso Puebla", "rcp", "RCM"},
		{"RCM", "rcp", "RCM"},
		{"rcm", "rcp", "RCM"},
		{"Regional Conference on Migration", "rcp", "RCM"},
		{"Bali Process", "rcp", "BALI"},
		{"Indonesia", "country", "ID"},
		{"remittances", "theme", "remittances"},
		{"puebla", "rcp", "RCM"},
		{"Bali", "rcp", "BALI"},
	} {
		n, _ := query.Parse(tt.in, v, query.Options{})
		c, ok := n.(query.Concept)
		if !ok || c.Field != tt.field || c.ID != tt.id {
			t.Errorf("%q: %#v", tt.in, n)
		}
		plain, _ := query.Parse(tt.in, v, query.Options{NoConcepts: true})
		if _, ok := plain.(query.Concept); ok {
			t.Errorf("%q is a concept although nobody wants one", tt.in)
		}
	}
	for _, in := range []string{"us", "who", "it", "kettles", "yesterday", "in", "be"} {
		n, _ := query.Parse(in, v, query.Options{})
		if _, ok := n.(query.Term); !ok {
			t.Errorf("%q: %#v", in, n)
		}
	}
	for in, want := range map[string]query.Field{
		"country:Indonesia":      {Name: "country", Value: "ID"},
		"country:id":             {Name: "country", Value: "ID"},
		`rcp:"Puebla Process"`:   {Name: "rcp", Value: "RCM"},
		"rcp:puebla":             {Name: "rcp", Value: "RCM"},
		"rcp:bali":               {Name: "rcp", Value: "BALI"},
		"theme:remittances":      {Name: "theme", Value: "remittances"},
		`act:"calls for"`:        {Name: "act", Value: "call"},
		"organisation:IOM":       {Name: "organisation", Value: "IOM"},
		"country_mentioned:Peru": {Name: "country_mentioned", Value: "PE"},
	} {
		n, notices := query.Parse(in, v, query.Options{})
		if n != query.Node(want) || len(notices) > 0 {
			t.Errorf("%q: %#v, %v", in, n, notices)
		}
	}
}

// TestParseNamesAmongWords looks for the names in queries as they are typed.
func TestParseNamesAmongWords(t *testing.T) {
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"ghana visas":                "GH",
		"visas Ghana":                "GH",
		"quotas marruecos":           "MA",
		"new zealand quotas":         "NZ",
		"puebla quotas":              "RCM",
		"Puebla and Bali processes":  "RCM BALI",
		"the bali process in ghana":  "BALI GH",
		"indonesian quotas":          "ID",
		"family reunion visas":       "",
		"réunion ministérielle":      "",
		"polish the draft":           "",
		"can quotas bring us in":     "",
		"it is who may":              "",
		"quotas OR ghana":            "GH",
		"ghana Bali Process":         "GH BALI",
		"Budapest Convention quotas": "",
	} {
		n, _ := query.Parse(in, v, query.Options{})
		var got []string
		for c := range concepts(n) {
			if c.Field != string(corpus.Theme) {
				got = append(got, c.ID)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q names %v, want %s (%v)", in, got, want, n)
		}
	}
}

// concepts are those of a tree of words.
func concepts(n query.Node) iter.Seq[query.Concept] {
	return func(yield func(query.Concept) bool) {
		var parts []query.Node
		switch n := n.(type) {
		case query.Concept:
			yield(n)
		case query.And:
			parts = n
		case query.Or:
			parts = n
		case query.Any:
			parts = n
		}
		for _, part := range parts {
			for c := range concepts(part) {
				if !yield(c) {
					return
				}
			}
		}
	}
}
