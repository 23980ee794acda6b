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
