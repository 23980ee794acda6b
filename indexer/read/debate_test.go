package read_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
)

func TestDebatesInXML(t *testing.T) {
	tests := map[string]struct {
		content string
		want    []string
	}{
		"a name in an element": {
			"<?xml version='1.0'?><akn:akomaNtoso xmlns:akn='x'><akn:meta><akn:FRBRdate date='2011-09-01'/></akn:meta>" +
				"<akn:heading>Roads</akn:heading>\n<akn:speech by='#a'><akn:from>Hon. Ada Brook:</akn:from>\n <akn:p>We &amp; you\nask.</akn:p><akn:p>Now.</akn:p></akn:speech></akn:akomaNtoso>",
			[]string{"heading 0 \"\" 1: Roads", "paragraph 0 \"\" 1: [Hon. Ada Brook:] We & you ask.", "paragraph 0 \"\" 1: Now."},
		},
		"a person of the header": {
			"<TEI xml:lang='en'><teiHeader><title>Debates</title><person xml:id='b'><surname>Brook</surname><forename>Ada</forename></person></teiHeader>" +
				"<u who='#b'><seg>No <kinesic><desc>Laughter</desc></kinesic> oil.</seg></u><note>The bell rang.</note></TEI>",
			[]string{"heading 0 \"\" 1: Debates", "paragraph 0 \"\" 1: [Ada Brook:] No (Laughter) oil.", "paragraph 0 \"\" 1: (The bell rang.)"},
		},
		"a name in an attribute, of elements that never end": {
			"<CHAPTER ID=1>\nRoads\n<SPEAKER ID=2 NAME=\"Brook\">\nWe ask.\n<P>\nNow.\n",
			[]string{"heading 0 \"\" 1: Roads", "paragraph 0 \"\" 1: [Brook:] We ask.", "paragraph 0 \"\" 1: Now."},
		},
		"a talker beside what he says, and one whom it names": {
			"<hansard><speech><talker><time.stamp>09:00</time.stamp><name>Brook, Ada MP</name><electorate>Bay</electorate></talker><para>I move:</para></speech>" +
				"<speech><talker><name>Stone, Ian MP</name></talker><p><span>Mr STONE</span> (Bay): No.</p></speech></hansard>",
			[]string{"paragraph 0 \"\" 1: [Ada Brook:] I move:", "paragraph 0 \"\" 1: Mr STONE (Bay): No."},
		},
		"titles are no raw text": {
			"<?xml version='1.0'?><hansard><title/><title>Roads <i>and</i> rails</title><p>We ask.</p></hansard>",
			[]string{"heading 0 \"\" 1: Roads and rails", "paragraph 0 \"\" 1: We ask."},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			doc := readText(t, test.content)
			sound(t, doc)
			if diff := cmp.Diff(test.want, show(doc)); diff != "" {
				t.Error(diff)
			}
			if doc.Reader != "xml" {
				t.Errorf("read by %s", doc.Reader)
			}
		})
	}
}

// TestOtherXML takes no data for a report.
func TestOtherXML(t *testing.T) {
	for _, content := range []string{
		"<?xml version='1.0'?><settings><colour>red</colour></settings>",
		"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><text>Roads</text></svg>",
	} {
		_, err := read.Read(context.Background(), read.File{Name: "x.xml", Content: []byte(content)}, read.Limits{})
		if corpus.CodeOf(err) != corpus.Unsupported {
			t.Errorf("%s: %v", content, err)
		}
	}
}
