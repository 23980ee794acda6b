package read_test

import (
	"slices"
	"strings"
	"testing"
)

// said fills a paragraph of a record with what it may say.
func said(opening string) string {
	return opening + " welcomed the lamps of the harbours, and asked how many keepers they have, whether ships see them in fog, and what the next winter will cost the villages on the coast. " +
		"It said that it would come again in spring, with oil and rope, to hear what the keepers had done meanwhile, and that nobody had to fear for the lamps of the north. "
}

// TestDivideCounted divides texts that lost their paragraphs at the numbers of these.
func TestDivideCounted(t *testing.T) {
	kenya, peru, ghana, chile, fiji, mali := said("Kenya"), said("Peru"), said("Ghana"), said("Chile"), said("Fiji"), said("Mali")
	for name, tc := range map[string]struct {
		blocks []string
		want   []string // how the blocks begin
	}{
		"one after the other": {
			[]string{"1. " + kenya + "2. " + peru + "3. " + ghana + "4. " + chile},
			[]string{"1. Kenya", "2. Peru", "3. Ghana", "4. Chile"},
		},
		"a number is lost": {
			[]string{"1. " + kenya + "2. " + peru + "3. " + ghana + "x. " + chile + "5. " + fiji + "6. " + mali},
			[]string{"1. Kenya", "2. Peru", "3. Ghana", "5. Fiji", "6. Mali"},
		},
		"a title lost its mark": {
			[]string{"1. " + kenya + "2. " + peru + "3. " + ghana + "What the coast answered 4. " + chile + "5. " + fiji},
			[]string{"1. Kenya", "2. Peru", "3. Ghana", "What the coast", "4. Chile", "5. Fiji"},
		},
		"a list within a paragraph": {
			[]string{"1. " + kenya + "2. " + peru + "3. " + ghana + "4. The coast will examine these: 1. " + said("To light lamps that Chile") + "2. " + said("To count lamps that Fiji") +
				"3. " + said("To mend lamps that Mali") + "4. " + said("To sell lamps that Oman") + "5. " + said("To keep lamps that Iraq") + "5. " + chile + "6. " + fiji},
			[]string{"1. Kenya", "2. Peru", "3. Ghana", "4. The coast", "1. To light", "2. To count", "3. To mend", "4. To sell", "5. To keep", "5. Chile", "6. Fiji"},
		},
		"numbers of other things": {
			[]string{"1. " + kenya + "2. " + peru + "It cited Article 12. The coast agreed. 3. " + ghana + "See rule 40. The coast agreed. 4. " + chile},
			[]string{"1. Kenya", "2. Peru", "3. Ghana", "4. Chile"},
		},
		"pages": {
			[]string{"1. " + kenya + "2. " + peru, "The coast went on. 3. " + ghana + "4. " + chile, "Nobody answered. 5. " + fiji + "6. " + mali},
			[]string{"1. Kenya", "2. Peru", "The coast", "3. Ghana", "4. Chile", "Nobody", "5. Fiji", "6. Mali"},
		},
		"paragraphs that are whole": {
			[]string{"1. " + kenya + "See rule 2. The coast agreed.", "2. " + peru, "3. " + ghana, "4. " + chile},
			[]string{"1. Kenya", "2. Peru", "3. Ghana", "4. Chile"},
		},
		"a list in a sentence": {
			[]string{kenya + "It asked for 1. Lamps 2. Oil 3. Rope 4. Bread, and for nothing else. " + peru + ghana + chile + fiji + mali},
			[]string{"Kenya"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			got := blocksOf(t, strings.Join(tc.blocks, "\n\n"))
			for i, text := range got {
				got[i] = text[:min(len(text), 20)]
				if i < len(tc.want) && strings.HasPrefix(text, tc.want[i]) {
					got[i] = tc.want[i]
				}
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

// blocksOf are the texts of the blocks that a text is read as, with the marks of items.
func blocksOf(t *testing.T, content string) []string {
	t.Helper()
	doc := readText(t, content)
	var texts []string
	for i := range doc.Blocks {
		texts = append(texts, strings.TrimSpace(doc.Blocks[i].Marker+" "+doc.Blocks[i].Text))
	}
	return texts
}

// TestDropMarks leaves out the running heads of pages that are lines.
func TestDropMarks(t *testing.T) {
	body := strings.Repeat("The lamps burn on the coast and the ships see them. ", 30)
	line := "Council A/75/PV.4 " + body + "A/75/PV.4 21/09/2020 3/24 " + body + "20-12345 4/24 A/75/PV.4 " + body + "A/75/PV.4 21/09/2020 20-12345 5/24 as in A/75/PV.4 and 20 more."
	want := "Council A/75/PV.4 " + body + body + body + "as in A/75/PV.4 and 20 more."
	if got := blocksOf(t, line); !slices.Equal(got, []string{want}) {
		t.Errorf("got %q, want %q", got, want)
	}
}
