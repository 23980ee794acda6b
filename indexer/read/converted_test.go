package read_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// converted are texts as programs make them of pages: marks on lines of their own, the
// heads of pages in the midst, columns side by side.
var converted = map[string]struct {
	content string
	want    []string
}{
	"marks in the margin": {
		"B. What was said\n22.\nRoadland asked how long the road would be, and whether\nit would cross the river.\n23.\n\nRiverland answered that no road would ever cross\nthe river.\n79.1.\n\nBuild a bridge (Roadland);\n(a)\nOf stone;\n•\nOf wood.\n",
		[]string{
			"paragraph 0 \"\" 1: B. What was said",
			"item 0 \"22.\" 1: Roadland asked how long the road would be, and whether it would cross the river.",
			"item 0 \"23.\" 1: Riverland answered that no road would ever cross the river.",
			"paragraph 0 \"\" 1: 79.1. Build a bridge (Roadland);",
			"item 0 \"(a)\" 1: Of stone;", "item 0 \"•\" 1: Of wood.",
		},
	},
	"a mark behind a full line": {
		"22. Roadland asked how long the road would be, and who paid.\n23.\nRiverland would pay, and it would build a bridge of\nstone.\n",
		[]string{
			"item 0 \"22.\" 1: Roadland asked how long the road would be, and who paid.",
			"item 0 \"23.\" 1: Riverland would pay, and it would build a bridge of stone.",
		},
	},
	"a column of marks": {
		"The roads of the land, by their length:\n\n(a)\n\n(b)\n\n(c)\n\nThe road\n",
		[]string{"paragraph 0 \"\" 1: The roads of the land, by their length:", "paragraph 0 \"\" 1: (a)", "paragraph 0 \"\" 1: (b)", "paragraph 0 \"\" 1: (c)", "paragraph 0 \"\" 1: The road"},
	},
	"numbers of titles": {
		"II.\n\nConclusions\n\nThe road was built, and nobody\nregretted it.\n",
		[]string{"paragraph 0 \"\" 1: II. Conclusions", "paragraph 0 \"\" 1: The road was built, and nobody regretted it."},
	},
	"a list in a narrower column": {
		"The delegates met for two days in the old hall by the river, and they spoke of the roads at length.\n\n" +
			"The delegates met for two days in the old hall by the river, and they spoke of the roads at length.\n\n" +
			"1. Continue to build the roads of the north, which lead to the sea, and\nof the south, with the support of all the others (Lakeland), with\nROAD, and seek the help of all who know how it is done, to strengthen\nRIVER (Hillland);\n",
		[]string{
			"paragraph 0 \"\" 1: The delegates met for two days in the old hall by the river, and they spoke of the roads at length.",
			"paragraph 0 \"\" 1: The delegates met for two days in the old hall by the river, and they spoke of the roads at length.",
			"item 0 \"1.\" 1: Continue to build the roads of the north, which lead to the sea, and of the south, with the support of all the others (Lakeland), with ROAD, and seek the help of all who know how it is done, to strengthen RIVER (Hillland);",
		},
	},
	"words cut short": {
		"Ms. Rivers: I say that the road.....(Interruptions)\n",
		[]string{"paragraph 0 \"\" 1: Ms. Rivers: I say that the road.....(Interruptions)"},
	},
	"double-spaced": {
		"A speech about the roads\n\n\nThe road was long, and those who\n\nwalked on it were old, so that\n\nthey rested often. When they had\n\nrested they went on, until they\n\nsaw the lake. Nobody had told\n\nthem of it.\n\n\nSome stayed there, and built\n\ntheir houses at the lake.\n",
		[]string{
			"paragraph 0 \"\" 1: A speech about the roads",
			"paragraph 0 \"\" 1: The road was long, and those who walked on it were old, so that they rested often. When they had rested they went on, until they saw the lake. Nobody had told them of it.",
			"paragraph 0 \"\" 1: Some stayed there, and built their houses at the lake.",
		},
	},
	"numbers in Arabic": {
		"\u202b\u0643\u0644\u0645\u0629 \u062f\u202a .\u202c\u0639\u0628\u062f \u0641\u064a\u202a 79\u202c\u0644\u0645\n",
		[]string{"paragraph 0 \"\" 1: \u0643\u0644\u0645\u0629 \u062f. \u0639\u0628\u062f \u0641\u064a 79 \u0644\u0645"},
	},
	"leaders": {
		"President: Ms. Rivers . . . . . . . . (Roadland)\nMembers: Lakeland. . . . . . . . . Mr. Hill\n",
		[]string{"row 0 \"\" 1: President: Ms. Rivers\t(Roadland)", "row 0 \"\" 1: Members: Lakeland\tMr. Hill"},
	},
}

func TestConverted(t *testing.T) {
	for name, tt := range converted {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, show(readText(t, tt.content))); diff != "" {
				t.Errorf("blocks (-want +got):\n%s", diff)
			}
		})
	}
}

// TestRunningLines takes the heads and feet out of a text with form feeds, and joins what
// they part. A label at the head of pages stays.
func TestRunningLines(t *testing.T) {
	days := strings.Fields("first second third fourth fifth sixth seventh eighth ninth")
	var text strings.Builder
	text.WriteString("R/1/2\nThe roads\n\nThe road of the first day was\n")
	for i, day := range days[1:] {
		head := fmt.Sprintf("%d/9\tR/1/2", i+2)
		if i%2 == 1 {
			head = fmt.Sprintf("R/1/2\tThe roads\t%d/9", i+2)
		}
		fmt.Fprintf(&text, "\f%s\n\nlong until the %s came.\n\nMs. Rivers:\nWe went on. The road of the %s day was\n\n%d\n", head, day, day, i+2)
	}
	got := strings.Join(show(readText(t, text.String())), "\n")
	if strings.Contains(got, "/9") || !strings.Contains(got, ": R/1/2") || strings.Count(got, "Ms. Rivers:") != len(days)-1 {
		t.Errorf("running lines stayed, or labels went:\n%s", got)
	}
	for i, day := range days[1:] {
		if want := fmt.Sprintf("The road of the %s day was long until the %s came.", days[i], day); !strings.Contains(got, want) {
			t.Errorf("no sentence %q in\n%s", want, got)
		}
	}
}

// TestAbreast reads two columns that are printed side by side one after the other.
func TestAbreast(t *testing.T) {
	left := strings.Split("The delegates met in the hall,|and they spoke of the roads|that were to be built, and|of those that were there|already but which nobody|used, since they led to|no place where people|wanted to go. Ms. Rivers|asked for the floor, and|she was given it. When she|had spoken, all were glad|that she had done so, and|nobody wished to add|anything to her words,|which were surely true", "|")
	right := strings.Split("of all roads of the land.|Mr. Hill then told of the|mountains that he had seen|when he was young, and|of the lakes between them,|of which no map says that|they are there. He thought|that roads might lead to|them one day, though|hardly in his own life, or|in that of those who sat|beside him in the hall by|the river. The meeting was|closed before it got dark,|and all went home.", "|")
	var text strings.Builder
	text.WriteString("                        A meeting about the roads\n\n")
	for i := range left {
		fmt.Fprintf(&text, "%-34s%s\n", left[i], right[i])
	}
	want := "paragraph 0 \"\" 1: " + strings.Join(left, " ") + " " + strings.Join(right, " ")
	if got := show(readText(t, text.String())); len(got) != 2 || got[1] != want {
		t.Errorf("columns were read as\n%s", strings.Join(got, "\n"))
	}
}
