package search_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/search"
	"briefsearch/search/query"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "abc": "abc", "ABC": "abc", "Çelik": "celik", "Guzmán": "guzman", "ŒUVRE": "oeuvre", "Straße": "strasse",
		"Ødegård": "odegard", "ﬁn": "fin", "Ёлка": "елка", "Чайка": "чайка", "ガス": "ガス", "ΆΛΦΑ": "αλφα",
		"co\u00adoperate": "cooperate", "مُحَمَّد": "محمد", "ｆｕｌｌ": "full",
	} {
		if got := search.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Çelik İı\u0301 ガ")
	f.Fuzz(func(t *testing.T, s string) {
		once := search.Fold(s)
		if twice := search.Fold(once); twice != once {
			t.Errorf("%q folds to %q and that to %q", s, once, twice)
		}
	})
}

func TestValueMatches(t *testing.T) {
	speaker, _ := search.FieldByName("speaker")
	rcp, _ := search.FieldByName("rcp")
	date, _ := search.FieldByName("date")
	for _, tt := range []struct {
		field search.Field
		value string
		asked query.Field
		want  bool
	}{
		{speaker, "Ana Guzmán Pérez", query.Field{Value: "perez ANA"}, true},
		{speaker, "Ana Guzmán Pérez", query.Field{Value: "guz"}, false},
		{speaker, "Ana Guzmán Pérez", query.Field{Value: "..."}, false},
		{rcp, "RCM", query.Field{Value: "rcm"}, true},
		{rcp, "RCM", query.Field{Value: "rc"}, false},
		{date, "2006-06-20", query.Field{From: "2006", To: "2006"}, true},
		{date, "2006-06-20", query.Field{From: "2006-06", To: "2006-06"}, true},
		{date, "2006-06-20", query.Field{To: "2005"}, false},
		{date, "2006-06-20", query.Field{From: "2006-06-21"}, false},
	} {
		if got := search.ValueMatches(tt.field, tt.value, tt.asked); got != tt.want {
			t.Errorf("%q is meant by %+v: %v", tt.value, tt.asked, got)
		}
	}
}

func TestFields(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range search.Fields() {
		if seen[f.Name] || f.Of == nil || f.Kind == 0 {
			t.Errorf("field %+v", f)
		}
		seen[f.Name] = true
		if got, ok := search.FieldByName(f.Name); !ok || got.Kind != f.Kind {
			t.Errorf("field %s is not found by its name", f.Name)
		}
	}
	if _, ok := search.FieldByName("nothing"); ok {
		t.Error("there is a field called nothing")
	}
	if diff := cmp.Diff([]string{"a", "b2"}, search.FoldedWords(" Á, (b2)")); diff != "" {
		t.Error(diff)
	}
}
