package read_test

import (
	"slices"
	"testing"
)

// TestHangNumbers puts numbers that a converter printed behind the first lines of paragraphs
// before these.
func TestHangNumbers(t *testing.T) {
	page := "Kenya asked for lamps on\n\n8.\nthe coast, for oil, and for all that keepers need.\n\nPeru welcomed what the villages on the coast of the north\n\n9.\nhad told the council of their lamps."
	want := []string{"8. Kenya asked for lamps on the coast, for oil, and for all that keepers need.", "9. Peru welcomed what the villages on the coast of the north had told the council of their lamps."}
	if got := blocksOf(t, page); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := blocksOf(t, "# **Lamps**\n\n"+page); !slices.Equal(got, append([]string{"Lamps"}, want...)) {
		t.Errorf("in Markdown: got %q, want %q", got, want)
	}
}

// TestCloseSpans closes up the spaces that converters leave beside emphasis.
func TestCloseSpans(t *testing.T) {
	for in, want := range map[string]string{
		"# Lamps\n\n**Mr. Brook** (Peru) ( *spoke in Spanish* ): Lamps": "Mr. Brook (Peru) (spoke in Spanish): Lamps",
		"# Lamps\n\n**The President** : We begin":                       "The President: We begin",
		"# Lamps\n\nMarks ( \\* ) and 3 \\* 4 ( _x_ ) are numbers":      "Marks ( * ) and 3 * 4 (x) are numbers",
	} {
		if got := blocksOf(t, in); !slices.Equal(got, []string{"Lamps", want}) {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

// TestCommentedMarkdown reads Markdown that begins with comments, as converters write them.
func TestCommentedMarkdown(t *testing.T) {
	got := blocksOf(t, "<!-- picture -->\n57<br><!-- end -->\n\n# **Lamps**\n\n**Mr. Brook** (Peru): The lamps burn.")
	if !slices.Contains(got, "Mr. Brook (Peru): The lamps burn.") || !slices.Contains(got, "Lamps") {
		t.Errorf("got %q", got)
	}
}

// TestCountedItems takes the mark of a list off items that have a number.
func TestCountedItems(t *testing.T) {
	got := blocksOf(t, "# Lamps\n\n- 80.1. Keep the lamps (Peru);\n\n- 80.2. Keep the oil (Ghana);\n\n- a rope")
	if want := []string{"Lamps", "80.1. Keep the lamps (Peru);", "80.2. Keep the oil (Ghana);", "- a rope"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
