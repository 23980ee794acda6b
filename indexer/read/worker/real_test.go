package worker_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/read/pdf/pdftest"
	"briefsearch/indexer/read/worker"
)

// What no file may cost.
const (
	maxTime   = 20 * time.Second
	maxMemory = 512 << 20
	maxBomb   = 1 << 30
)

// realPool is a pool whose children read as those of the program do, but for
// recognition, which the test of package read shows.
func realPool(t *testing.T) *worker.Pool {
	t.Helper()
	return pool(t, worker.Options{
		Size: 1, Env: []string{childVariable + "=real"}, OCRTimeout: -1,
		CacheDir: filepath.Join(os.TempDir(), "briefsearch-test-pdfium"),
	})
}

// readOdd reads a file that may be anything, and checks that it gets a status with
// a reason, in time. The text is "" when there is none.
func readOdd(t *testing.T, p *worker.Pool, f read.File) (text, reader string, code corpus.Code) {
	t.Helper()
	start := time.Now()
	doc, err := p.Read(t.Context(), f, read.Limits{})
	if took := time.Since(start); took > maxTime {
		t.Errorf("%s took %v", f.Name, took)
	}
	if err == nil {
		var b strings.Builder
		for i := range doc.Blocks {
			b.WriteString(doc.Blocks[i].Text + "\n")
		}
		return strings.TrimSpace(b.String()), doc.Reader, ""
	}
	known := []corpus.Code{corpus.NeedsOCR, corpus.Encrypted, corpus.Corrupt, corpus.Unsupported, corpus.Empty, corpus.Timeout}
	if !slices.Contains(known, corpus.CodeOf(err)) || corpus.HintOf(err) == "" || !strings.Contains(err.Error(), f.Name) {
		t.Errorf("%s: %q, hint %q: want a status with a reason and a remedy", f.Name, err, corpus.HintOf(err))
	}
	return "", "", corpus.CodeOf(err)
}

func TestOddFiles(t *testing.T) {
	dir, err := filepath.Abs("../../../../shared/oddpdf")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("shared reports not present: nothing matches shared/oddpdf/*.pdf, so odd files are not read")
	}
	p, read1 := realPool(t), 0
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, reader, code := readOdd(t, p, read.File{Name: filepath.Base(file), Content: content})
		t.Logf("%-32s %-11s %-10s %d bytes", filepath.Base(file), code, reader, len(text))
		if code == "" {
			read1++
		}
	}
	t.Logf("%d of %d read, %d MB at most", read1, len(files), p.PeakMemory()>>20)
	if read1 < len(files)*6/10 {
		t.Errorf("%d of %d read", read1, len(files))
	}
	if p.PeakMemory() > maxMemory && !raceDetector {
		t.Errorf("a child held %d MB", p.PeakMemory()>>20)
	}
}

func TestDamagedFiles(t *testing.T) {
	page := "BT /F1 10 Tf 50 700 Td (The bridge was opened in spring.) Tj ET"
	good := string(pdftest.New("").Page(page).Bytes())
	const said = "The bridge was opened in spring."
	tests := map[string]struct {
		content string
		text    string
		code    corpus.Code
	}{
		"good":                  {good, said, ""},
		"nothing":               {"", "", corpus.Empty},
		"header alone":          {"%PDF-1.4\n", "", corpus.Corrupt},
		"half of it":            {good[:len(good)/2], "", corpus.Corrupt},
		"without its end":       {good[:strings.LastIndex(good, "xref")], said, ""},
		"table in disorder":     {strings.Replace(good, "0000000", "9990009", 5), said, ""},
		"its start elsewhere":   {strings.Replace(good, "startxref\n", "startxref\n7", 1), said, ""},
		"a circle of tables":    {strings.Replace(good, "trailer\n<<", fmt.Sprintf("trailer\n<</Prev %d", strings.LastIndex(good, "xref\n0 ")), 1), said, ""},
		"too many objects":      {strings.Replace(good, "xref\n0 ", "xref\n4000000000 ", 1), said, ""},
		"a circle of pages":     {strings.Replace(good, "/Kids[9 0 R]", "/Kids[2 0 R]", 1), "", corpus.Corrupt},
		"zeros within":          {strings.Replace(good, "/Helvetica-Bold/Encoding", strings.Repeat("\x00", 24), 1), said, ""},
		"not a PDF at all":      {"%PDF-1.4 " + strings.Repeat("\x01\xff rubbish", 500), "", corpus.Corrupt},
		"a picture":             {string(pdftest.New("").Page("q 595 0 0 842 0 0 cm /Im1 Do Q").Bytes()), "", corpus.NeedsOCR},
		"no text":               {string(pdftest.New("").Page("").Bytes()), "", corpus.Empty},
		"an unknown encryption": {string(pdftest.New("").Page(page).Trailer("/ID[(a)(b)]/Encrypt<</Filter/Other/V 9>>").Bytes()), "", corpus.Encrypted},
		"a program":             {"\x7fELF\x02\x01\x01" + strings.Repeat("\x00\x9c", 400), "", corpus.Unsupported},
	}
	p := realPool(t)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			text, reader, code := readOdd(t, p, read.File{Name: "x.pdf", Content: []byte(tt.content)})
			if text != tt.text || code != tt.code {
				t.Errorf("%q by %q, status %q; want %q, %q", text, reader, code, tt.text, tt.code)
			}
		})
	}
	if p.PeakMemory() > maxMemory && !raceDetector {
		t.Errorf("a child held %d MB", p.PeakMemory()>>20)
	}
}

func TestPasswords(t *testing.T) {
	const said = "The bridge was opened in spring."
	page := "BT /F1 10 Tf 50 700 Td (" + said + ") Tj ET"
	p := realPool(t)
	for name, tt := range map[string]struct {
		password string
		tried    []string
		text     string
		code     corpus.Code
	}{
		"the empty one":  {"", nil, said, ""},
		"none":           {"heron", nil, "", corpus.Encrypted},
		"wrong ones":     {"heron", []string{"stork", ""}, "", corpus.Encrypted},
		"the second one": {"heron", []string{"stork", "heron"}, said, ""},
	} {
		t.Run(name, func(t *testing.T) {
			f := read.File{Name: "x.pdf", Content: pdftest.New("").Lock(tt.password).Page(page).Bytes(), Passwords: tt.tried}
			text, reader, code := readOdd(t, p, f)
			if text != tt.text || code != tt.code {
				t.Errorf("%q by %q, status %q; want %q, %q", text, reader, code, tt.text, tt.code)
			}
		})
	}
}
