package words_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"briefsearch/indexer/words"
)

func files(text string) fs.FS {
	return fstest.MapFS{"words/a.txt": {Data: []byte(text)}}
}

func TestAnyMatchesAnyLine(t *testing.T) {
	lists := words.Read(files("# Who speaks.\n== head\nminister\r\nchair(?:man)?\n\n== body\n{{head}} of state[ ]\nhouse\n"))
	for name, want := range map[string]string{
		"head": "(?:minister|chair(?:man)?)",
		"body": "(?:(?:minister|chair(?:man)?) of state[ ]|house)",
	} {
		if got := lists.Any(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestMistakesInListsPanic(t *testing.T) {
	for name, f := range map[string]func(){
		"no file":         func() { words.Read(fstest.MapFS{}) },
		"twice":           func() { words.Read(files("== a\nx\n== a\ny\n")) },
		"no list":         func() { words.Read(files("x\n")) },
		"unknown list":    func() { words.Read(files("== a\nx\n")).Any("b") },
		"unknown set":     func() { words.Read(files("== a\nx\n")).Set("b") },
		"unknown in line": func() { words.Read(files("== a\n{{b}}\n")).Any("a") },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			f()
		})
	}
}

// sources are the files that patterns below indexer match.
func sources(t *testing.T, patterns []string) []string {
	t.Helper()
	var out []string
	for _, pattern := range patterns {
		files, err := filepath.Glob(filepath.Join("..", pattern))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, files...)
	}
	return out
}

// TestEveryListIsUsed looks for lists that nothing asks for any more, and for lines that
// are there twice.
func TestEveryListIsUsed(t *testing.T) {
	for pkg, users := range map[string][]string{
		"read": {"read/*.go"}, "describe": {"describe/*.go"}, "segment/grammar": {"segment/*.go", "segment/*/*.go"}, "tag": {"tag/*.go"},
	} {
		lists := words.Read(os.DirFS(filepath.Join("..", pkg)))
		used := map[string]bool{}
		for _, source := range sources(t, users) {
			code, err := os.ReadFile(source)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range asked.FindAllStringSubmatch(string(code), -1) {
				used[m[1]] = true
			}
		}
		for name, lines := range lists {
			seen := map[string]bool{}
			for _, line := range lines {
				if seen[line] {
					t.Errorf("%s: list %q has %q twice", pkg, name, line)
				}
				seen[line] = true
				for _, m := range referred.FindAllStringSubmatch(line, -1) {
					used[m[1]] = true
				}
				if _, err := regexp.Compile(referred.ReplaceAllString(line, "x")); err != nil || strings.HasPrefix(line, "(?i)") {
					t.Errorf("%s: list %q: %q is no expression by itself: %v", pkg, name, line, err)
				}
			}
		}
		for name := range lists {
			if !used[name] {
				t.Errorf("%s: nothing asks for list %q", pkg, name)
			}
		}
	}
}

var (
	asked    = regexp.MustCompile(`[lL]ists\.(?:Any|Set|Lines)\("([a-z-]+)"\)`)
	referred = regexp.MustCompile(`\{\{([a-z-]+)\}\}`)
)
