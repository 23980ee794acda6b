package read_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/indexer/read"
)

// docx packs the parts of a Word document.
func docx(tb testing.TB, body string, more map[string]string) string {
	tb.Helper()
	parts := map[string]string{
		"word/document.xml": `<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`,
		"word/styles.xml": `<w:styles xmlns:w="w"><w:style w:styleId="H"><w:name w:val="heading 2"/></w:style>` +
			`<w:style w:styleId="HH"><w:name w:val="Roads heading"/><w:basedOn w:val="H"/></w:style>` +
			`<w:style w:styleId="B"><w:name w:val="strong"/><w:rPr><w:b/></w:rPr></w:style></w:styles>`,
		"word/numbering.xml": `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>` +
			`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>` +
			`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
		"word/footnotes.xml": `<w:footnotes xmlns:w="w"><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>` +
			`<w:footnote w:id="2"><w:p><w:r><w:t>Of the river.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"docProps/core.xml": `<cp xmlns:dc="dc"><dc:title>Of roads</dc:title><dc:language>en</dc:language></cp>`,
	}
	for name, content := range more {
		parts[name] = content
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range parts {
		w, err := z.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

const docxBody = `<w:p><w:pPr><w:pStyle w:val="HH"/></w:pPr><w:r><w:t>Opening</w:t></w:r></w:p>` +
	`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Ms. Ada </w:t></w:r><w:r><w:rPr><w:rStyle w:val="B"/></w:rPr><w:t>Rivers</w:t></w:r>` +
	`<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>, of the</w:t><w:tab/><w:t>ministry</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>` +
	`<w:del><w:r><w:delText>not</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> spoke</w:t><w:br/><w:t>long.</w:t></w:r></w:p>` +
	`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Roads</w:t></w:r></w:p>` +
	`<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Bridges</w:t></w:r></w:p>` +
	`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Rivers</w:t></w:r></w:p>` +
	`<w:p><w:r><w:t>(b) Typed.</w:t></w:r></w:p>` +
	`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>North</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p><w:p><w:r><w:t>km</w:t></w:r></w:p></w:tc></w:tr></w:tbl>` +
	`<w:p><w:r><w:br w:type="page"/><w:t>After.</w:t></w:r></w:p>`

func TestDOCX(t *testing.T) {
	doc := readText(t, docx(t, docxBody, nil))
	want := []string{
		`heading 2 "" 1: Opening`,
		`paragraph 0 "" 1: [Ms. Ada Rivers], of the ministry spoke long.`,
		`footnote 0 "1" 1: Of the river.`,
		`item 0 "4." 1: Roads`,
		`item 1 "(a)" 1: Bridges`,
		`item 0 "5." 1: Rivers`,
		`item 0 "(b)" 1: Typed.`,
		"row 0 \"\" 1: North\t3 km",
		`paragraph 0 "" 2: After.`,
	}
	if diff := cmp.Diff(want, show(doc)); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
	if doc.Reader != "docx" || doc.Title != "Of roads" || doc.Language != "en" || doc.Pages != 2 {
		t.Errorf("reader %q title %q language %q pages %d", doc.Reader, doc.Title, doc.Language, doc.Pages)
	}
}

func TestDOCXCutShort(t *testing.T) {
	whole := `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Kept.</w:t></w:r></w:p><w:p><w:r><w:t>Lost`
	doc := readText(t, docx(t, "", map[string]string{"word/document.xml": whole}))
	if len(doc.Blocks) != 1 || doc.Blocks[0].Text != "Kept." {
		t.Errorf("blocks %q, want what came before the damage", show(doc))
	}
}

func TestHTML(t *testing.T) {
	doc := readText(t, `<!DOCTYPE html><html lang="en"><head><title>Of roads</title><style>p {}</style></head><body><nav>Home</nav>
		<h2>Opening</h2><p><span lang=de style='font-size:9pt; display: none'>14.31.17<span>!</span></span><b>Ms. Ada Rivers</b>, of the <i>ministry</i><sup>1</sup>, spoke &amp;<br>sang.</p>
		<ol><li>Roads<li>Rivers</ol><ul><li>Bridges</ul><table><tr><th>Road</th><td><p>3 km</p></td></tr></table>
		<script>var x = "<p>no</p>"</script><div>50. Riverland asked.</div>
		<ol start="51"><li><p>Lakeland answered.</p><p>It said more.</p></li><li value=60>Hillland left.</li></ol><ol type="a"><li><div>By road</div></ol></body></html>`)
	want := []string{
		`heading 2 "" 1: Opening`, `paragraph 0 "" 1: [Ms. Ada Rivers], of the ministry, spoke & sang.`,
		`item 0 "1." 1: Roads`, `item 0 "2." 1: Rivers`, `item 0 "•" 1: Bridges`, "row 0 \"\" 1: Road\t3 km", `item 0 "50." 1: Riverland asked.`,
		`item 0 "51." 1: Lakeland answered.`, `paragraph 0 "" 1: It said more.`, `item 0 "60." 1: Hillland left.`, `item 0 "a." 1: By road`,
	}
	if diff := cmp.Diff(want, show(doc)); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
	if doc.Reader != "html" || doc.Title != "Of roads" || doc.Language != "en" {
		t.Errorf("reader %q title %q language %q", doc.Reader, doc.Title, doc.Language)
	}
}

func TestHTMLEncoding(t *testing.T) {
	filler := strings.Repeat("<i></i>", 300) // the accents stand behind what is looked at first
	for name, page := range map[string]string{
		"named as XML names it": `<?xml version="1.0" encoding="UTF-8"?><html><body>` + filler + "<p>Señora Ríos – gracias</p></body></html>",
		"named nowhere":         "<html><body>" + filler + "<p>Señora Ríos – gracias</p></body></html>",
		"with a mark":           "\ufeff<html><body><p>Señora Ríos – gracias</p></body></html>",
		"named in the head":     `<html><head><meta charset="windows-1252"></head><body><p>Se` + "\xf1ora R\xedos \x96 gracias</p></body></html>",
	} {
		t.Run(name, func(t *testing.T) {
			if got := show(readText(t, page)); len(got) != 1 || !strings.HasSuffix(got[0], "Señora Ríos – gracias") {
				t.Errorf("blocks %q, want the accents as they are", got)
			}
		})
	}
}

// A page that holds one text set by hand is read as that text is: by its lines.
func TestHTMLPreformatted(t *testing.T) {
	doc := readText(t, "<html><head><title>Record of the Lamps</title></head><body><pre>\n"+
		"                    MORNING BUSINESS\n\n"+
		"  Ms. RIVERS. Madam President, the lamps of the harbour &amp; its quays (marked &amp;lt; 3) \nwere lit at six.\n"+
		"  Mr. HILL. They were <i>not</i>, and I saw that none of them burned as \nlong as the Senator says.\n"+
		"  The PRESIDENT. Order in the gallery, or I shall have it cleared. \n</pre></body></html>")
	want := []string{
		`heading 1 "" 1: MORNING BUSINESS`,
		`paragraph 0 "" 1: Ms. RIVERS. Madam President, the lamps of the harbour & its quays (marked &lt; 3) were lit at six.`,
		`paragraph 0 "" 1: Mr. HILL. They were not, and I saw that none of them burned as long as the Senator says.`,
		`paragraph 0 "" 1: The PRESIDENT. Order in the gallery, or I shall have it cleared.`,
	}
	if diff := cmp.Diff(want, show(doc)); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
	if doc.Title != "Record of the Lamps" || doc.Reader != "html" {
		t.Errorf("title %q reader %q", doc.Title, doc.Reader)
	}
}

func TestDOCXBomb(t *testing.T) {
	body := strings.Repeat(`<w:p><w:r><w:t>again and again</w:t></w:r></w:p>`, 200_000)
	content := docx(t, body, nil)
	doc, err := read.Read(t.Context(), read.File{Name: "x", Content: []byte(content)}, read.Limits{Text: 1000})
	if err != nil || len(doc.Blocks) > 200 {
		t.Errorf("%d blocks, %v, want no more than the limit allows", len(doc.Blocks), err)
	}
}
