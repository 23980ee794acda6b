package read_test

import (
	"archive/zip"
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
)

// odt packs the parts of an OpenDocument text, its type first as the format wants.
func odt(tb testing.TB, body, manifest string) string {
	tb.Helper()
	const spaces = `xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="b" xmlns:svg="svg" xmlns:draw="d"`
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"mimetype", "application/vnd.oasis.opendocument.text"},
		{"content.xml", `<office:document-content ` + spaces + `><office:automatic-styles>` +
			`<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>` +
			`<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>` +
			`<style:style style:name="P1" style:parent-style-name="Name"/>` +
			`<style:style style:name="P2"><style:paragraph-properties fo:break-before="page"/></style:style>` +
			`<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="4"/>` +
			`<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>` +
			`<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>` +
			`</office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`},
		{"styles.xml", `<office:document-styles ` + spaces + `><style:style style:name="Name"><style:text-properties fo:font-weight="700" fo:font-style="italic"/></style:style></office:document-styles>`},
		{"meta.xml", `<m xmlns:dc="dc"><dc:title>Of roads</dc:title><dc:language>en</dc:language></m>`},
		{"META-INF/manifest.xml", `<m:manifest xmlns:m="m">` + manifest + `</m:manifest>`},
	} {
		method := zip.Deflate
		if part[0] == "mimetype" {
			method = zip.Store
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: part[0], Method: method})
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(part[1])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

const odtBody = `<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>` +
	`<text:h text:outline-level="2">Opening</text:h>` +
	`<text:p><text:span text:style-name="T1">Ms. Ada<text:s/>Rivers</text:span>, of the<text:tab/>ministry` +
	`<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Of the river.</text:p></text:note-body></text:note>` +
	`<text:span text:style-name="T2">2</text:span> spoke<text:line-break/>long.<office:annotation><text:p>Really?</text:p></office:annotation></text:p>` +
	`<text:list text:style-name="L1"><text:list-item><text:p>Roads</text:p><text:p>and paths</text:p>` +
	`<text:list><text:list-item><text:p>Bridges</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Rivers</text:p></text:list-item></text:list>` +
	`<text:list text:style-name="L2"><text:list-item><text:p>Lakes</text:p></text:list-item></text:list>` +
	`<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>Seas</text:p></text:list-item></text:list>` +
	`<text:p>(b) Typed.</text:p>` +
	`<table:table><table:table-row><table:table-cell><text:p>North</text:p></table:table-cell><table:table-cell><text:p>3</text:p><text:p>km</text:p></table:table-cell></table:table-row></table:table>` +
	`<text:p text:style-name="P1">All of it <draw:frame><svg:title>a map</svg:title></draw:frame>bold.</text:p>` +
	`<text:p>Before<text:soft-page-break/> and after.</text:p><text:p text:style-name="P2">Third page.</text:p>`

func TestODT(t *testing.T) {
	doc, err := read.Read(t.Context(), read.File{Name: "x", Content: []byte(odt(t, odtBody, ""))}, read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, doc)
	line := func(start, page int) read.Line { return read.Line{Start: start, Page: page} }
	want := &read.Document{
		Reader: "odt", Title: "Of roads", Language: "en", Pages: 3,
		Blocks: []read.Block{
			{Kind: read.Heading, Level: 2, Text: "Opening", Lines: []read.Line{line(0, 1)}},
			{Kind: read.Paragraph, Text: "Ms. Ada Rivers, of the ministry spoke long.", Spans: []read.Span{{Start: 0, End: 14, Bold: true}}, Lines: []read.Line{line(0, 1)}},
			{Kind: read.Footnote, Marker: "1", Text: "Of the river.", Lines: []read.Line{line(0, 1)}},
			{Kind: read.Item, Marker: "4.", Text: "Roads", Lines: []read.Line{line(0, 1)}},
			{Kind: read.Paragraph, Text: "and paths", Lines: []read.Line{line(0, 1)}},
			{Kind: read.Item, Level: 1, Marker: "(a)", Text: "Bridges", Lines: []read.Line{line(0, 1)}},
			{Kind: read.Item, Marker: "5.", Text: "Rivers", Lines: []read.Line{line(0, 1)}},
			{Kind: read.Item, Marker: "–", Text: "Lakes", Lines: []read.Line{line(0, 1)}},
			{Kind: read.Item, Marker: "6.", Text: "Seas", Lines: []read.Line{line(0, 1)}},
			{Kind: read.Item, Marker: "(b)", Text: "Typed.", Lines: []read.Line{line(0, 1)}},
			{Kind: read.Row, Text: "North\t3 km", Lines: []read.Line{line(0, 1)}},
			{Kind: read.Paragraph, Text: "All of it bold.", Spans: []read.Span{{Start: 0, End: 15, Bold: true, Italic: true}}, Lines: []read.Line{line(0, 1)}},
			{Kind: read.Paragraph, Text: "Before and after.", Lines: []read.Line{line(0, 1), line(7, 2)}},
			{Kind: read.Paragraph, Text: "Third page.", Lines: []read.Line{line(0, 3)}},
		},
	}
	if diff := cmp.Diff(want, doc); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
}

func TestLockedODT(t *testing.T) {
	content := odt(t, odtBody, `<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>`)
	_, err := read.Read(t.Context(), read.File{Name: "x", Content: []byte(content)}, read.Limits{})
	if corpus.CodeOf(err) != corpus.Encrypted {
		t.Errorf("%v, want encrypted", err)
	}
}

const rtfText = `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times;}{\f1\froman\fcharset204 Times Cyr;}}{\colortbl;\red0;}` + "\n" +
	`{\stylesheet{\s0 Normal;}{\s2\b heading 2;}}{\info{\title Of roads}{\author Nobody}}{\header Page \chpgn\par}` + "\n" +
	`\pard\s2\b Opening\b0\par\pard\plain{\b Ms. Ada Rivers}, of the\tab caf\'e9 {\super 1}{\footnote\pard {\super 1} Of the river.}spoke \endash\u8364?long\~ago.\par` +
	`{\listtext\pard 4.\tab}Roads\par{\pntext\f1\'b7\tab}Lakes\par (b) Typed.\par` +
	`\trowd\intbl North\cell 3\par km\cell\row\pard {\f1\'cc\'e8\'f0} {\*\unknown hidden}{\field{\*\fldinst HYPERLINK x}{\fldrslt here}}\u-10179?\u-8704?.\page After {\pict\bin5 }}}{{} it.\par}`

func TestRTF(t *testing.T) {
	doc, err := read.Read(t.Context(), read.File{Name: "x", Content: []byte(rtfText)}, read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, doc)
	line := []read.Line{{Page: 1}}
	want := &read.Document{
		Reader: "rtf", Title: "Of roads", Pages: 2,
		Blocks: []read.Block{
			{Kind: read.Heading, Level: 2, Text: "Opening", Spans: []read.Span{{Start: 0, End: 7, Bold: true}}, Lines: line},
			{Kind: read.Paragraph, Text: "Ms. Ada Rivers, of the café spoke –€long ago.", Spans: []read.Span{{Start: 0, End: 14, Bold: true}}, Lines: line},
			{Kind: read.Footnote, Text: "1 Of the river.", Lines: line},
			{Kind: read.Item, Marker: "4.", Text: "Roads", Lines: line},
			{Kind: read.Item, Marker: "•", Text: "Lakes", Lines: line},
			{Kind: read.Item, Marker: "(b)", Text: "Typed.", Lines: line},
			{Kind: read.Row, Text: "North\t3 km", Lines: line},
			{Kind: read.Paragraph, Text: "Мир here😀.", Lines: line},
			{Kind: read.Paragraph, Text: "After it.", Lines: []read.Line{{Page: 2}}},
		},
	}
	if diff := cmp.Diff(want, doc); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
}
