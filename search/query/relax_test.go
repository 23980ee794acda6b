package query_test

import (
	"slices"
	"testing"

	"briefsearch/search/query"
)

func TestFewer(t *testing.T) {
	for in, want := range map[string][]string{
		"visas":                  nil,
		"":                       nil,
		"visas OR quotas":        nil,
		"visas of quotas":        {"quotas", "visas"},
		"visas quotas levies":    {"quotas levies", "visas levies", "visas quotas", "(visas OR quotas OR levies)"},
		"visas year:2004":        {"year:2004", "visas"},
		"visas quo*":             nil,
		"visas (a OR b)":         nil,
		"visas -quotas":          {"visas"},
		"visas quotas year:2004": {"quotas year:2004", "visas year:2004", "visas quotas"},
		`"a b" visas quotas levies AND ships ports trains`: nil,
	} {
		n, _ := query.Parse(in, nil, query.Options{})
		var got []string
		for _, f := range query.Fewer(n) {
			got = append(got, f.String())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestSome(t *testing.T) {
	for in, want := range map[string]string{
		"visas":                     "",
		"visas of":                  "",
		"visas year:2004":           "",
		"visas OR quotas":           "",
		"visas quo*":                "",
		"visas of quotas":           "(visas OR quotas) -(visas quotas)",
		`"at sea" quotas -levies`:   `("at sea" OR quotas) -("at sea" quotas) -levies`,
		"visas quotas year:2004":    "(visas OR quotas) -(visas quotas) year:2004",
		"a b c d e f g h i j k l m": "",
	} {
		n, _ := query.Parse(in, nil, query.Options{})
		got := ""
		if some := query.Some(n); some != nil {
			got = some.String()
		}
		if got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestBegun(t *testing.T) {
	for in, want := range map[string]string{
		"":                   "",
		"q":                  "",
		"quo":                "quo*",
		"国":                  "",
		"visas quo":          "visas quo*",
		"visas quo*":         "",
		"vis* quo":           "",
		"visas of":           "",
		`"visas quo"`:        "",
		"visas -quo":         "",
		"year:2004 quo":      "year:2004 quo*",
		"visas cross-bor":    "",
		"ships OR trai":      "",
		"a b c ships trai x": "",
	} {
		n, _ := query.Parse(in, nil, query.Options{})
		got := ""
		if begun := query.Begun(n); begun != nil {
			got = begun.String()
		}
		if got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestLittle(t *testing.T) {
	for in, want := range map[string]bool{
		"of the": true, `"of the"`: true, "of OR la": true, "what did they say": true, "и в": true, "في": true,
		"": false, "of visas": false, `"the visas"`: false, "WHO": false, "of year:2004": false, "-of": false,
	} {
		n, _ := query.Parse(in, nil, query.Options{})
		if _, got := query.Little(n); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}
