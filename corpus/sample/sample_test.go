package sample_test

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/ledongthuc/pdf"

	"briefsearch/corpus/sample"
)

// marks is how each report says that it is invented.
var marks = map[string]string{
	"briefing-rcp-2018.md":            "this is a fictional sample, shipped with Briefsearch for demonstration",
	"declaracion-dialogo-sur.md":      "muestra ficticia que se distribuye con Briefsearch como demostración",
	"declaration-groupe-africain.pdf": "exemple fictif livré avec Briefsearch à titre de démonstration",
	"verbatim-migration-debate.txt":   "this is a fictional sample, shipped with Briefsearch for demonstration",
}

// maxPDF is what a PDF of a few pages may weigh in the repository, in bytes.
const maxPDF = 150 << 10

func TestReportsAreThoseOfTheFolder(t *testing.T) {
	want, err := fs.Glob(os.DirFS("reports"), "*")
	if err != nil {
		t.Fatal(err)
	}
	got, err := fs.Glob(sample.Reports(), "*")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("embedded reports differ from the folder (-folder +embedded):\n%s", d)
	}
	for _, name := range got {
		if _, ok := marks[name]; !ok {
			t.Errorf("%s: no mark is known that says it is invented", name)
		}
	}
}

func TestReportsSayThatTheyAreInvented(t *testing.T) {
	for name, mark := range marks {
		t.Run(name, func(t *testing.T) {
			if text := textOf(t, name); !strings.Contains(letters(text), letters(mark)) {
				t.Errorf("the report does not say %q", mark)
			}
		})
	}
}

func TestReportsHaveTheirFormat(t *testing.T) {
	for name := range marks {
		t.Run(name, func(t *testing.T) {
			content := contentOf(t, name)
			if path.Ext(name) != ".pdf" {
				if !utf8.Valid(content) {
					t.Error("the report is not UTF-8")
				}
				return
			}
			if !bytes.HasPrefix(content, []byte("%PDF-")) {
				t.Errorf("the report begins %q", content[:min(8, len(content))])
			}
			if len(content) > maxPDF {
				t.Errorf("the PDF has %d bytes, more than %d", len(content), maxPDF)
			}
		})
	}
}

// TestPDFsAreMadeFromTheirSources fails when a source was changed and make-pdf.sh
// was not run.
func TestPDFsAreMadeFromTheirSources(t *testing.T) {
	for _, c := range []struct{ source, pdf string }{
		{"source/declaration-groupe-africain.html", "reports/declaration-groupe-africain.pdf"},
		{"reports/briefing-rcp-2018.md", "source/briefing-rcp-2018.pdf"},
	} {
		t.Run(c.pdf, func(t *testing.T) {
			source, made := readFile(t, c.source), readFile(t, c.pdf)
			// A line break of a paragraph in the PDF may be a page break, with
			// running heads between; so it is sought by its opening words.
			printed := letters(textOfPDF(t, made))
			for _, p := range paragraphs(string(source)) {
				if opening := firstLetters(letters(p), 40); !strings.Contains(printed, opening) {
					t.Errorf("not in the PDF, so run source/make-pdf.sh: %q", p)
				}
			}
		})
	}
}

var (
	styleElement = regexp.MustCompile(`(?s)<head>.*</head>`)
	paragraphEnd = regexp.MustCompile(`\n\s*\n|</p>|</h1>`)
	markup       = regexp.MustCompile(`<[^>]*>`)
)

// paragraphs divides a source in Markdown or HTML.
func paragraphs(source string) []string {
	var out []string
	for _, p := range paragraphEnd.Split(styleElement.ReplaceAllString(source, ""), -1) {
		if p = strings.TrimSpace(markup.ReplaceAllString(p, "")); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// letters is the letters and digits of a text, so that neither spacing, nor
// markup, nor typesetting counts.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

func firstLetters(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n])
	}
	return s
}

func contentOf(t *testing.T, name string) []byte {
	t.Helper()
	content, err := fs.ReadFile(sample.Reports(), name)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func textOf(t *testing.T, name string) string {
	t.Helper()
	content := contentOf(t, name)
	if path.Ext(name) == ".pdf" {
		return textOfPDF(t, content)
	}
	return string(content)
}

// textOfPDF is good enough to look for letters in; it knows nothing of spaces.
func textOfPDF(t *testing.T, content []byte) string {
	t.Helper()
	r, err := pdf.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	text, err := r.GetPlainText()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(text); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}
