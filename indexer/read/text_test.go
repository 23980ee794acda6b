package read_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
)

// readText reads bytes as the indexer does.
func readText(t *testing.T, content string) *read.Document {
	t.Helper()
	doc, err := read.Read(context.Background(), read.File{Name: "x", Content: []byte(content)}, read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// show writes blocks in a line each: kind, level, marker, pages, the opening in
// bold in brackets.
func show(doc *read.Document) []string {
	out := make([]string, len(doc.Blocks))
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		pages := fmt.Sprint(b.Page())
		if b.LastPage() != b.Page() {
			pages += fmt.Sprintf("-%d", b.LastPage())
		}
		text := b.Text
		if n := b.LeadingBold(); n > 0 {
			text = "[" + text[:n] + "]" + text[n:]
		}
		out[i] = fmt.Sprintf("%s %d %q %s: %s", b.Kind, b.Level, b.Marker, pages, text)
	}
	return out
}

func TestMarkdown(t *testing.T) {
	tests := map[string]struct {
		content string
		want    []string
	}{
		"headings and names": {
			"\n---\n\n# Roads #\n\n### *First part*\n\n**Ms. Ada Rivers**, of *Roads & Co*, spoke.\n",
			[]string{"heading 1 \"\" 1: Roads", "heading 3 \"\" 1: First part", "paragraph 0 \"\" 1: [Ms. Ada Rivers], of Roads & Co, spoke."},
		},
		"underlined headings": {
			"Roads\n=====\n\nRivers\n---\n\n**Text** here, and **there**.\n",
			[]string{"heading 1 \"\" 1: Roads", "heading 2 \"\" 1: Rivers", "paragraph 0 \"\" 1: [Text] here, and there."},
		},
		"links, breaks and entities": {
			"# A\n\nWrite to [ada@example.org](mailto:ada@example.org) or <https://example.org>.  \nFish &amp; chips\\\nfor \\*all\\*; snake_case_name.\n",
			[]string{"heading 1 \"\" 1: A", "paragraph 0 \"\" 1: Write to ada@example.org or https://example.org. Fish & chips for *all*; snake_case_name."},
		},
		"where links lead": {
			"# A\n\nSee [the roads][1] of [Ada][].\n\n[1]: https://example.org/roads \"Roads\"\n[Ada]: ada.md\n\n[Ada Rivers]: Yes.\n",
			[]string{"heading 1 \"\" 1: A", "paragraph 0 \"\" 1: See [the roads][1] of [Ada][].", "paragraph 0 \"\" 1: [Ada Rivers]: Yes."},
		},
		"footnotes": {
			"# A<sup>1</sup>:\n\nThe 2<sup>nd</sup> road<sup>2</sup>.\n\n---\n\n<sup>1</sup> Of roads.\n\n[^2]: Of rivers.\n",
			[]string{"heading 1 \"\" 1: A:", "paragraph 0 \"\" 1: The 2nd road.", "footnote 0 \"1\" 1: Of roads.", "footnote 0 \"2\" 1: Of rivers."},
		},
		"numbers stay as printed": {
			"# A\n\n50. Roadland asked.\n\n53. Riverland answered.\n\n- one\n- two\n  - three\n",
			[]string{"heading 1 \"\" 1: A", "item 0 \"50.\" 1: Roadland asked.", "item 0 \"53.\" 1: Riverland answered.", "item 0 \"-\" 1: one", "item 0 \"-\" 1: two", "item 1 \"-\" 1: three"},
		},
		"escaped numbers": {
			"50\\. Roadland asked.\n\n51\\. Riverland (see note\\*) did not\nanswer.\n\n52\\. Nobody \\[else\\] did.\n",
			[]string{"item 0 \"50.\" 1: Roadland asked.", "item 0 \"51.\" 1: Riverland (see note*) did not answer.", "item 0 \"52.\" 1: Nobody [else] did."},
		},
		"indented is no code": {
			"# A\n\n    The road was long.\n",
			[]string{"heading 1 \"\" 1: A", "paragraph 0 \"\" 1: The road was long."},
		},
		"table": {
			"# A\n\n| Road | Length |\n|---|---|\n| **North** | 3 km |\n",
			[]string{"heading 1 \"\" 1: A", "row 0 \"\" 1: Road\tLength", "row 0 \"\" 1: [North]\t3 km"},
		},
		"pages": {
			"# A\n\nThe road ends.\n\n\n\nAnother begins, and it\n\n\n\ngoes on.\n\n---\n\n<sup>1</sup> Note.\n\n\n\nLast.\n",
			[]string{"heading 1 \"\" 1: A", "paragraph 0 \"\" 1: The road ends.", "paragraph 0 \"\" 2-3: Another begins, and it goes on.", "footnote 0 \"1\" 3: Note.", "paragraph 0 \"\" 4: Last."},
		},
		"a footnote before the break": {
			"# A\n\nThe road and the\n\n---\n\n<sup>1</sup> Note.\n\f\nriver.\n",
			[]string{"heading 1 \"\" 1: A", "paragraph 0 \"\" 1-2: The road and the river.", "footnote 0 \"1\" 1: Note."},
		},
		"transcript": {
			"# Session 1\n\n**Roads | Ada Rivers | Chair**\n\nGood morning.\n",
			[]string{"heading 1 \"\" 1: Session 1", "paragraph 0 \"\" 1: [Roads | Ada Rivers | Chair]", "paragraph 0 \"\" 1: Good morning."},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			doc := readText(t, tt.content)
			if doc.Reader != "markdown" {
				t.Errorf("reader %q, want markdown", doc.Reader)
			}
			if diff := cmp.Diff(tt.want, show(doc)); diff != "" {
				t.Errorf("blocks (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPlainText(t *testing.T) {
	wrapped := "The delegates met for two days in the old hall by the river, and they\nspoke at length of roads.\n"
	tests := map[string]struct {
		content string
		want    []string
	}{
		"wrapped lines": {
			wrapped + "\n" + wrapped,
			[]string{
				"paragraph 0 \"\" 1: The delegates met for two days in the old hall by the river, and they spoke at length of roads.",
				"paragraph 0 \"\" 1: The delegates met for two days in the old hall by the river, and they spoke at length of roads.",
			},
		},
		"heading without a blank line": {
			"THE ROADS\n" + wrapped,
			[]string{"heading 1 \"\" 1: THE ROADS", "paragraph 0 \"\" 1: The delegates met for two days in the old hall by the river, and they spoke at length of roads."},
		},
		"no markup": {
			"* Present by *telephone* and snake_case_name.\n\n50. Roadland asked.\n\n\tIndented.\n\n__x__ # 5\n",
			[]string{"item 0 \"*\" 1: Present by *telephone* and snake_case_name.", "item 0 \"50.\" 1: Roadland asked.", "paragraph 0 \"\" 1: Indented.", "paragraph 0 \"\" 1: __x__ # 5"},
		},
		"divided words": {
			wrapped + "\nThe co-operation of the delegates was good, and so was the coopera-\ntion of others: the co-\noperation of all, and the cooperation.\n",
			[]string{
				"paragraph 0 \"\" 1: The delegates met for two days in the old hall by the river, and they spoke at length of roads.",
				"paragraph 0 \"\" 1: The co-operation of the delegates was good, and so was the cooperation of others: the co-operation of all, and the cooperation.",
			},
		},
		"long lines are paragraphs": {
			strings.Repeat("The road is long. ", 10) + "\n" + strings.Repeat("The river is wide. ", 10) + "\n",
			[]string{"paragraph 0 \"\" 1: " + strings.TrimSpace(strings.Repeat("The road is long. ", 10)), "paragraph 0 \"\" 1: " + strings.TrimSpace(strings.Repeat("The river is wide. ", 10))},
		},
		"a narrow column below a wide cover": {
			strings.Repeat("Corrections reach the Editor of the Daily Report at the House of the Roads by four in the afternoon.\n\n", 2) +
				strings.Repeat("The roads of the whole country\nwere long, and (as the delegates\n-- all of them --\nheard) some of the ways\nwere narrow.\n[12]\n", 8),
			append(slices.Repeat([]string{`paragraph 0 "" 1: Corrections reach the Editor of the Daily Report at the House of the Roads by four in the afternoon.`}, 2),
				slices.Repeat([]string{
					`paragraph 0 "" 1: The roads of the whole country were long, and (as the delegates -- all of them -- heard) some of the ways were narrow.`,
					`paragraph 0 "" 1: [12]`,
				}, 8)...),
		},
		"short turns in a narrow column": {
			strings.Repeat("Corrections reach the Editor of the Daily Report by four in the afternoon, now.\n\n", 5) +
				strings.Repeat("The roads of the whole country of the\nlakes were long, and some of the roads\nwere narrow.\n\n", 26) +
				strings.Repeat("Minister for Harbours, Lamps,\nLight and Ferries: They are.\n\n", 20),
			slices.Concat(slices.Repeat([]string{`paragraph 0 "" 1: Corrections reach the Editor of the Daily Report by four in the afternoon, now.`}, 5),
				slices.Repeat([]string{`paragraph 0 "" 1: The roads of the whole country of the lakes were long, and some of the roads were narrow.`}, 26),
				slices.Repeat([]string{`paragraph 0 "" 1: Minister for Harbours, Lamps, Light and Ferries: They are.`}, 20)),
		},
		"cells that stand on lines of their own with their bars": {
			"One.\n\nPresident: |\nMr. Brook |\n(Ghana) |\n|\nMembers: |\nChile |\nMs. Vega |\n|\nTwo.\n",
			[]string{"paragraph 0 \"\" 1: One.", "paragraph 0 \"\" 1: President: Mr. Brook (Ghana)", "paragraph 0 \"\" 1: Members: Chile Ms. Vega", "paragraph 0 \"\" 1: Two."},
		},
		"three blank lines between all paragraphs": {
			"One.\n\n \n\nTwo.\n\n \n\nThree.\n\n \n\nFour.\n\n \n\nFive.\n",
			[]string{"paragraph 0 \"\" 1: One.", "paragraph 0 \"\" 1: Two.", "paragraph 0 \"\" 1: Three.", "paragraph 0 \"\" 1: Four.", "paragraph 0 \"\" 1: Five."},
		},
		"tags of the file's own": {
			"OFFICIAL REPORT " + strings.Repeat("<Turn>MR. BROOK: The H<sub>two</sub>O is cold.</Turn> ", 5),
			append([]string{"heading 1 \"\" 1: OFFICIAL REPORT"}, slices.Repeat([]string{"paragraph 0 \"\" 1: MR. BROOK: The H<sub>two</sub>O is cold."}, 5)...),
		},
		"few tags": {
			"The <road> is </road> long, and so is the <river>.\n",
			[]string{"paragraph 0 \"\" 1: The <road> is </road> long, and so is the <river>."},
		},
		"form feeds": {
			"One.\n\n\n\n\nStill one.\n\fTwo.\n\f\n",
			[]string{"paragraph 0 \"\" 1: One.", "paragraph 0 \"\" 1: Still one.", "paragraph 0 \"\" 2: Two."},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			doc := readText(t, tt.content)
			if doc.Reader != "text" {
				t.Errorf("reader %q, want text", doc.Reader)
			}
			if diff := cmp.Diff(tt.want, show(doc)); diff != "" {
				t.Errorf("blocks (-want +got):\n%s", diff)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	const text = "“Élan” of the naïve café – and more words to be sure of it.\n"
	win, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	little, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	big, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"UTF-8": text, "UTF-8 with mark": "\ufeff" + text, "Windows-1252": win, "UTF-16 little": little, "UTF-16 big": big,
		"UTF-16 without mark": little[2:], "lines end in CR LF": strings.ReplaceAll(text, "\n", "\r\n"),
	} {
		t.Run(name, func(t *testing.T) {
			if got := readText(t, content).Blocks[0].Text; got != strings.TrimSpace(text) {
				t.Errorf("text %q", got)
			}
		})
	}
}

func TestFrontMatter(t *testing.T) {
	tests := map[string]struct {
		content, title, date string
		blocks               int
	}{
		"yaml":             {"---\ntitle: \"Of roads: a history\"\ndate: 2006-06-20\nlanguage: en\n---\n\nText.\n", "Of roads: a history", "2006-06-20", 1},
		"not quite yaml":   {"---\ntitle: Roads: a history\ndate:\n---\n\nText.\n", "Roads: a history", "", 1},
		"only a rule":      {"---\n\n# Roads\n\n---\n\nText.\n", "", "", 2},
		"rule and speaker": {"---\nMr. Roads: good day\n---\n\n# x\n", "", "", 2},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			doc := readText(t, tt.content)
			if doc.Title != tt.title || doc.Meta["date"] != tt.date && !strings.HasPrefix(doc.Meta["date"], tt.date) {
				t.Errorf("title %q, meta %v", doc.Title, doc.Meta)
			}
			if len(doc.Blocks) != tt.blocks {
				t.Errorf("blocks %q", show(doc))
			}
		})
	}
}

func TestNotText(t *testing.T) {
	tests := map[string]struct {
		content string
		code    corpus.Code
		says    string
	}{
		"empty":        {"", corpus.Empty, "empty"},
		"white space":  {" \n\t\n", corpus.Empty, "white space"},
		"json":         {`{"a": [1, 2, 3]}`, corpus.Unsupported, "JSON"},
		"jpeg":         {"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", corpus.Unsupported, "JPEG"},
		"zeros":        {strings.Repeat("\x00", 100), corpus.Unsupported, "not a format"},
		"locked Word":  {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600) + utf16("EncryptedPackage"), corpus.Encrypted, "encrypted"},
		"broken docx":  {"PK\x03\x04 word/document.xml", corpus.Corrupt, "zip"},
		"PDF, cut off": {"%PDF-1.4\n1 0 obj", corpus.Corrupt, "cut short"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := read.Read(context.Background(), read.File{Name: "x", Content: []byte(tt.content)}, read.Limits{})
			if corpus.CodeOf(err) != tt.code || !strings.Contains(fmt.Sprint(err), tt.says) || corpus.HintOf(err) == "" {
				t.Errorf("%v: %v (%s), want %s and %q", corpus.CodeOf(err), err, corpus.HintOf(err), tt.code, tt.says)
			}
		})
	}
}

func utf16(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		b.Write([]byte{c, 0})
	}
	return b.String()
}

func TestDeadline(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := read.Read(ctx, read.File{Name: "x", Content: []byte("Text.")}, read.Limits{})
	if corpus.CodeOf(err) != corpus.Timeout {
		t.Errorf("%v, want timeout", err)
	}
}

func TestLimits(t *testing.T) {
	doc, err := read.Read(context.Background(), read.File{Name: "x", Content: []byte("One.\fTwo.\fThree.")}, read.Limits{Pages: 2})
	if err != nil || doc.Pages != 2 || len(doc.Blocks) != 2 {
		t.Errorf("%+v, %v, want two pages", doc, err)
	}
	doc, err = read.Read(context.Background(), read.File{Name: "x", Content: []byte(strings.Repeat("word ", 1000))}, read.Limits{Text: 100})
	if err != nil || len(doc.Blocks[0].Text) > 100 {
		t.Errorf("%+v, %v, want a hundred bytes", doc, err)
	}
}

func TestSubtitles(t *testing.T) {
	for name, content := range map[string]string{
		"WebVTT": "WEBVTT\n\nNOTE made by a machine\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Ada Brook>Roads,\n<i>and</i> rails.\n\n2\n00:00:02.500 --> 00:00:03.000\n<v Ada Brook>Rivers, too.\n\n00:00:03.000 --> 00:00:04.000\nLuis Vega: No.\n",
		"SubRip": "1\n00:00:01,000 --> 00:00:02,000\nAda Brook: Roads,\nand {\\i1}rails{\\i0}.\n\n2\n00:00:02,500 --> 00:00:03,000\nRivers, too.\n\n3\n00:00:03,000 --> 00:00:04,000\nLuis Vega: No.\n",
	} {
		doc := readText(t, content)
		want := []string{`paragraph 0 "" 1: Ada Brook: Roads, and rails. Rivers, too.`, `paragraph 0 "" 1: Luis Vega: No.`}
		if diff := cmp.Diff(want, show(doc)); diff != "" || doc.Reader != "subtitles" {
			t.Errorf("%s, read by %s (-want +got):\n%s", name, doc.Reader, diff)
		}
	}
}
