package eval

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
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
// is about briefing.txt and briefing-scan.pdf).
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
	return out
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
