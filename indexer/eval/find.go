package eval

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"unicode"
)

// reportsFolder is where reports stand beside a folder of gold files.
const reportsFolder = "reports"

// pair is a report with what is true of it.
type pair struct {
	gold   *gold
	report string
}

// find pairs the gold files under dir with their reports, which are under dir as
// well or in the folder "reports" beside it.
func find(dir string) ([]pair, error) {
	files, err := list(dir)
	if err != nil {
		return nil, fmt.Errorf("look for gold files: %w", err)
	}
	reports := files
	if beside, err := list(filepath.Join(dir, "..", reportsFolder)); err == nil {
		reports = append(reports, beside...)
	}
	var pairs []pair
	for _, f := range files {
		if filepath.Ext(f) != ".json" {
			continue
		}
		g, err := load(f)
		if err != nil {
			return nil, err
		}
		if g == nil {
			continue
		}
		for _, r := range matches(g, reports) {
			pairs = append(pairs, pair{gold: g, report: r})
		}
	}
	return pairs, nil
}

// matches are the reports that a gold file is about: the one that it names, or
// all whose base name is its own, or begins with it and a hyphen ("briefing.json"
// is about briefing.txt and briefing-scan.pdf), failing that the one whose name has
// most words in common ("hansard-2011-09-01.json" and 2011-09-01-sample.pdf).
func matches(g *gold, reports []string) []string {
	if g.file != "" {
		suffix := string(filepath.Separator) + filepath.Clean(filepath.FromSlash(g.file))
		named := filepath.Join(filepath.Dir(g.path), filepath.FromSlash(g.file))
		var byEnd []string
		for _, r := range reports {
			abs, err := filepath.Abs(r)
			switch {
			case err != nil:
			case filepath.Clean(r) == named:
				return []string{r}
			case strings.HasSuffix(abs, suffix):
				byEnd = append(byEnd, r)
			}
		}
		return byEnd
	}
	stem := strings.TrimSuffix(filepath.Base(g.path), ".json")
	var out []string
	for _, r := range reports {
		base := filepath.Base(r)
		name := strings.TrimSuffix(base, filepath.Ext(base))
		if filepath.Ext(base) != ".json" && (name == stem || strings.HasPrefix(name, stem+"-")) {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return akin(stem, reports)
	}
	return out
}

// akinWords is how many words two names must share to be taken for the same.
const akinWords = 3

// akin is the report whose name has the most words of a stem, if it is one alone.
func akin(stem string, reports []string) []string {
	words := nameWords(stem)
	best, most := []string(nil), akinWords
	for _, r := range reports {
		base := filepath.Base(r)
		if filepath.Ext(base) == ".json" {
			continue
		}
		shared := 0
		for w := range nameWords(strings.TrimSuffix(base, filepath.Ext(base))) {
			if words[w] {
				shared++
			}
		}
		switch {
		case shared > most || shared == most && best == nil:
			best, most = []string{r}, shared
		case shared == most:
			best = append(best, r)
		}
	}
	if len(best) != 1 {
		return nil
	}
	return best
}

func nameWords(name string) map[string]bool {
	words := make(map[string]bool)
	for w := range strings.FieldsFuncSeq(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		words[w] = true
	}
	return words
}

// list returns the regular files under a folder, in lexical order.
func list(dir string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			files = append(files, path)
		}
		return err
	})
	return files, err
}
