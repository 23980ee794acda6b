package pdf_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"briefsearch/indexer/read/layout"
	"briefsearch/indexer/read/pdf"
	"briefsearch/indexer/read/pdf/pdftest"
)

const fuzzTime = 5 * time.Second

var limits = pdf.Options{Pages: 100, Bytes: 1 << 24}

func firstPage(t *testing.T, content []byte) layout.Page {
	t.Helper()
	d, err := pdf.Open(context.Background(), content, limits)
	if err != nil {
		t.Fatal(err)
	}
	p, err := d.Page(0)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func texts(p layout.Page) []string {
	var out []string
	for _, r := range p.Runs {
		out = append(out, r.Text)
	}
	return out
}

func TestOperators(t *testing.T) {
	tests := map[string]struct {
		content string
		want    []string
	}{
		"string":                        {"BT /F1 10 Tf 50 700 Td (one) Tj ET", []string{"one"}},
		"hexadecimal":                   {"BT /F1 10 Tf 50 700 Td <6f 6e 65> Tj ET", []string{"one"}},
		"escapes":                       {`BT /F1 10 Tf 50 700 Td (a\(b\)\\\143\` + "\n" + `d) Tj ET`, []string{`a(b)\cd`}},
		"kerning joins":                 {"BT /F1 10 Tf 50 700 Td [(on) 20 (e)] TJ ET", []string{"one"}},
		"a gap parts":                   {"BT /F1 10 Tf 50 700 Td [(on) -300 (e)] TJ ET", []string{"on", "e"}},
		"quote moves down":              {"BT /F1 10 Tf 12 TL 50 700 Td (one) Tj (two) ' ET", []string{"one", "two"}},
		"double quote":                  {"BT /F1 10 Tf 12 TL 50 700 Td 0 0 (one) \" ET", []string{"one"}},
		"inline image":                  {"BI /W 1 /H 1 ID \x00\xffEI( EI\nBT /F1 10 Tf 50 700 Td (one) Tj ET", []string{"one"}},
		"odd numbers":                   {"BT /F1 10 Tf 1e1 --700 Td .5 4. 12-3 Td (one) Tj ET", []string{"one"}},
		"string without an end":         {"BT /F1 10 Tf 50 700 Td (one) Tj (two", []string{"one"}},
		"hexadecimal without":           {"BT /F1 10 Tf 50 700 Td (one) Tj <66", []string{"one"}},
		"operands missing":              {"BT Tf /F1 10 Tf Td 50 700 Td Tj (one) Tj cm ET", []string{"one"}},
		"Windows-1252":                  {"BT /F1 10 Tf 50 700 Td (caf\xe9 \x93x\x94) Tj ET", []string{"café “x”"}},
		"no font":                       {"BT 50 700 Td (one) Tj ET", nil},
		"soft hyphen":                   {"BT /F1 10 Tf 50 700 Td (gov) Tj /Span<</ActualText<FEFF00AD>>>BDC (-) Tj EMC ET", []string{"gov", "\u00ad"}},
		"glyphs that stand for a text":  {"BT /F1 10 Tf 50 700 Td /Span<</Lang(en)/ActualText(office)>>BDC (o) Tj /P BMC (xx) Tj EMC EMC (s) Tj ET", []string{"office", "s"}},
		"glyphs that stand for nothing": {"BT /F1 10 Tf 50 700 Td /Span<</ActualText()>>BDC (xx) Tj EMC (one) Tj ET", []string{"one"}},
		"a text for two lines":          {"BT /F1 10 Tf 12 TL 50 700 Td /Span<</ActualText(both)>>BDC (one) Tj T* (two) Tj EMC ET", []string{"one", "two"}},
		"marks without an end":          {"EMC BT /F1 10 Tf 50 700 Td /Span<</ActualText(x)>>BDC (one) Tj ET", []string{"one"}},
		"restored font":                 {"BT /F1 10 Tf ET q BT /F2 8 Tf ET Q BT 50 700 Td (one) Tj ET", []string{"one"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := texts(firstPage(t, pdftest.New("").Page(tt.content).Bytes()))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("runs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPlaces(t *testing.T) {
	const content = "BT /F2 10 Tf 100 742 Td (Hi) Tj ET"
	width := 10 * (722 + 278) / 1000.0
	tests := map[string]struct {
		entries string
		x, y    float64
		dx, dy  float64
		w, h    float64
	}{
		"upright":     {"", 100, 100, 1, 0, 595, 842},
		"crop":        {"/CropBox[50 42 595 842]", 50, 100, 1, 0, 545, 800},
		"turned once": {"/Rotate 90", 742, 100, 0, 1, 842, 595},
		"turned over": {"/Rotate 180", 495, 742, -1, 0, 595, 842},
		"turned back": {"/Rotate -90", 100, 495, 0, -1, 842, 595},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			p := firstPage(t, pdftest.New("").PageWith(tt.entries, content).Bytes())
			if len(p.Runs) != 1 {
				t.Fatalf("%d runs, want 1", len(p.Runs))
			}
			r := p.Runs[0]
			got := []float64{r.X, r.Y, r.DX, r.DY, r.W, r.Size, p.Width, p.Height}
			want := []float64{tt.x, tt.y, tt.dx, tt.dy, width, 10, tt.w, tt.h}
			near := func(a, b float64) bool { return math.Abs(a-b) < 0.01 }
			if !slices.EqualFunc(got, want, near) {
				t.Errorf("x y dx dy w size width height = %v, want %v", got, want)
			}
			if !r.Bold || r.Italic {
				t.Errorf("bold %v italic %v, want bold alone", r.Bold, r.Italic)
			}
		})
	}
}

func TestFonts(t *testing.T) {
	toUnicode := "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange " +
		"2 beginbfchar <0001> <00660066> <0002> <0041> endbfchar 2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0078> <0079>] endbfrange endcmap"
	tests := map[string]struct {
		font   string
		stream string
		shown  string
		want   []string
	}{
		"differences":      {"<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[65/eacute/f_i/uni0416 70/g12/u1F600]>>>>", "", "(ABCFG)", []string{"éfiЖF😀"}},
		"standard":         {"<</Type/Font/Subtype/Type1/BaseFont/X>>", "", "('\xae\xd0)", []string{"’ﬁ—"}},
		"Mac Roman":        {"<</Type/Font/Subtype/TrueType/BaseFont/X/Encoding/MacRomanEncoding>>", "", "(\x8e)", []string{"é"}},
		"Symbol bullet":    {"<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Symbol>>", "", "(\xb7)", []string{"•"}},
		"ToUnicode":        {"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 8 0 R/DescendantFonts[<</DW 500>>]>>", toUnicode, "<0001000200100012002000210099>", []string{"ffAacxy\uFFFD"}},
		"UCS2":             {"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/UniGB-UCS2-H/DescendantFonts[<</DW 500>>]>>", "", "<4e2d6587>", []string{"中文"}},
		"broken ToUnicode": {"<</Type/Font/Subtype/Type1/BaseFont/X/ToUnicode 8 0 R/Encoding/WinAnsiEncoding>>", "beginbfchar <41> beginbfrange <42", "(AB)", []string{"AB"}},
		"missing":          {"null", "", "(AB)", []string{"AB"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := pdftest.New(tt.font)
			f.Stream("", tt.stream+" ")
			got := texts(firstPage(t, f.Page("BT /F3 10 Tf 50 700 Td "+tt.shown+" Tj ET").Bytes()))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("runs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPictures(t *testing.T) {
	p := firstPage(t, pdftest.New("").Page("q 595 0 0 842 0 0 cm /Im1 Do Q").Bytes())
	if p.Pictures != 1 || len(p.Runs) != 0 {
		t.Errorf("%d pictures and %d runs, want 1 and 0", p.Pictures, len(p.Runs))
	}
}

func TestFormsAreRead(t *testing.T) {
	f := pdftest.New("")
	inner := f.Stream("/Type/XObject/Subtype/Form/Matrix[1 0 0 1 10 20]/Resources 3 0 R", "BT /F1 10 Tf 0 0 Td (within) Tj ET")
	loop := inner + 1
	f.Add("<</XObject<</A " + strconv.Itoa(inner) + " 0 R/B " + strconv.Itoa(loop+1) + " 0 R>>/Font<</F1 4 0 R>>>>")
	f.Stream("/Type/XObject/Subtype/Form/Resources "+strconv.Itoa(loop)+" 0 R", "/B Do /A Do")
	p := firstPage(t, f.PageWith("/Resources "+strconv.Itoa(loop)+" 0 R", "/A Do /B Do").Bytes())
	if len(p.Runs) < 2 || p.Runs[0].Text != "within" || p.Runs[0].X != 10 || p.Runs[0].Y != 822 {
		t.Errorf("runs %+v, want the form's text at its place", p.Runs)
	}
}

func TestOpenRefuses(t *testing.T) {
	good := string(pdftest.New("").Page("").Bytes())
	tests := map[string]string{
		"nothing":          "",
		"no header":        "hello",
		"header alone":     "%PDF-1.4\n",
		"cut short":        good[:len(good)/2],
		"too many objects": strings.Replace(good, "xref\n0 ", "xref\n4000000000 ", 1),
		"size of a stream": "%PDF-1.5\n1 0 obj\n<</Type/XRef/Size 99999999999/W[1 2 1]/Length 3>>\nstream\nabc\nendstream\nendobj\nstartxref\n9\n%%EOF",
		"no pages":         strings.Replace(good, "/Pages 2 0 R", "/Pages 99 0 R", 1),
	}
	for name, content := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := pdf.Open(context.Background(), []byte(content), limits); err == nil {
				t.Error("it opened")
			}
		})
	}
}

func TestOpenForgives(t *testing.T) {
	good := pdftest.New("").Page("BT /F1 10 Tf 50 700 Td (one) Tj ET").Bytes()
	tests := map[string][]byte{
		"other version":     []byte(strings.Replace(string(good), "%PDF-1.4\n", "%PDF-2.0\n", 1)),
		"words before it":   append([]byte("Received: by mail\n\n"), good...),
		"words behind it":   append(append([]byte{}, good...), strings.Repeat("<!-- -->\n", 200)...),
		"comment in header": []byte(strings.Replace(string(good), "%PDF-1.4\n", "%PDF-1.4 ", 1)),
	}
	for name, content := range tests {
		t.Run(name, func(t *testing.T) {
			if got := texts(firstPage(t, content)); len(got) != 1 || got[0] != "one" {
				t.Errorf("runs %q, want one", got)
			}
		})
	}
}

func TestOpenEndsWithItsContext(t *testing.T) {
	// The table of cross-references names itself as the one before it.
	good := string(pdftest.New("").Page("").Bytes())
	at := strings.LastIndex(good, "xref\n0 ")
	loop := strings.Replace(good, "trailer\n<<", "trailer\n<</Prev "+strconv.Itoa(at), 1)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := pdf.Open(ctx, []byte(loop), limits); err == nil {
		t.Error("a circle of cross-references opened")
	}
}

func TestEncrypted(t *testing.T) {
	f := pdftest.New("").Page("")
	f.Trailer("/ID[(a)(b)]/Encrypt<</Filter/Standard/V 5/R 6/Length 256>>")
	if _, err := pdf.Open(context.Background(), f.Bytes(), limits); !errors.Is(err, pdf.ErrEncrypted) {
		t.Errorf("%v, want ErrEncrypted", err)
	}
}

func FuzzPDF(f *testing.F) {
	f.Add(pdftest.New("").Page("BT /F1 10 Tf 50 700 Td (one) Tj ET").Bytes())
	f.Add(pdftest.New("<</Type/Font/Subtype/Type0/BaseFont/X/DescendantFonts[<</W[1[2 3]4 9 5]>>]>>").Page("BT /F3 1 Tf <0001> Tj [(a)-3 <00>] TJ ET /Im1 Do").Bytes())
	f.Fuzz(func(t *testing.T, content []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), fuzzTime)
		defer cancel()
		d, err := pdf.Open(ctx, content, pdf.Options{Pages: 20, Bytes: 1 << 20})
		if err != nil {
			return
		}
		for i := range d.NumPages() {
			p, err := d.Page(i)
			if err != nil {
				return
			}
			for _, r := range p.Runs {
				if math.IsNaN(r.X + r.Y + r.W + r.Size) {
					t.Fatalf("a run at no place: %+v", r)
				}
			}
		}
	})
}

// FuzzContent fuzzes what stands within a page, where the fuzzer need not find a
// whole file first.
func FuzzContent(f *testing.F) {
	f.Add("BT /F1 10 Tf 50 700 Td [(one) -300 <41>] TJ T* (x) ' 1 2 (y) \" ET q 1 0 0 1 2 3 cm /Im1 Do Q BI ID x EI")
	f.Fuzz(func(t *testing.T, content string) {
		ctx, cancel := context.WithTimeout(context.Background(), fuzzTime)
		defer cancel()
		d, err := pdf.Open(ctx, pdftest.New("").Page(content).Bytes(), limits)
		if err != nil {
			return // "endstream" within it, say
		}
		_, _ = d.Page(0) // it may fail, and must not panic
	})
}
