package segment_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"briefsearch/corpus"
)

// TestBulletins measures the turns of bulletins that were read by hand. A file of
// testdata says where, in code points of the report's file, each speaker is named,
// and who it is: a person, a State by its code, or a body.
func TestBulletins(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "bulletins", "*.tsv"))
	if err != nil || len(files) != 3 {
		t.Fatalf("%d files, error %v", len(files), err)
	}
	all := layouts(t)
	right, found, wanted := 0, 0, 0
	for _, file := range files {
		report := strings.TrimSuffix(filepath.Base(file), ".tsv") + ".md"
		src := []rune(string(shared(t, "reports", "enb", report)))
		layout, p := divide(t, all, "enb", report)
		if layout != "bulletin" {
			t.Errorf("%s: layout is %s", report, layout)
		}
		got := map[int]string{} // by the place in letters of the file
		flat, at := spell(src), 0
		var spans [][2]int
		for _, in := range p.Interventions {
			words := spell([]rune(in.Text))
			i := strings.Index(flat[at:], words[:min(len(words), 60)])
			if i < 0 {
				t.Fatalf("%s: %.40q is not in the file", report, in.Text)
			}
			spans = append(spans, [2]int{at + i, at + i + len(words)})
			got[len(spans)-1] = who(in.Speaker)
			at += i + len(words)
		}
		gold := annotations(t, file)
		for offset, name := range gold {
			place := len(spell(src[:offset]))
			hit := false
			for k, s := range spans {
				if place >= s[0] && place < s[1] && got[k] == name {
					hit = true
					delete(got, k) // each counts once
				}
			}
			if hit {
				right++
			} else {
				t.Logf("%s: %s at %d is missing", report, name, offset)
			}
		}
		found += len(spans)
		wanted += len(gold)
	}
	f1 := 2 * float64(right) / float64(found+wanted)
	t.Logf("%d turns right of %d found and %d wanted: F1 %.3f", right, found, wanted, f1)
	if f1 < 0.9 {
		t.Errorf("F1 is %.3f", f1)
	}
}

func annotations(t *testing.T, file string) map[int]string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	out := map[int]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n")[1:] {
		offset, name, _ := strings.Cut(line, "\t")
		n, err := strconv.Atoi(offset)
		if err != nil {
			t.Fatal(err)
		}
		out[n] = name
	}
	return out
}

// spell keeps the letters and digits of a text, so that marks of layout do not
// count.
func spell(text []rune) string {
	var b strings.Builder
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func who(sp corpus.Speaker) string {
	switch {
	case sp.Name != "":
		return sp.Name
	case sp.Country != "":
		return sp.Country
	}
	return sp.Organisation
}
