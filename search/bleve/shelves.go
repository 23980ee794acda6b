package bleve

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2/document"
)

// shelves are the words of all the reports that are built into one index. Where
// report after report is put, each lists its own words, so that they go when it
// goes. An index that is built at once would list the frequent ones thousands of
// times, for nothing but to know that they are frequent. So it has some more
// documents, the shelves, and a word is on as many as tells how many reports have
// it, each shelf for a quarter more than the one before. It stays there until the
// index is built again, as a word does whose report was deleted until segments
// are merged; which texts have it is another matter, and exact.
type shelves struct {
	at      map[string]int // in the slices
	words   []string
	reports []int // that have the word
}

const shelfPrefix = "words/"

func newShelves() *shelves { return &shelves{at: make(map[string]int)} }

// add takes in the words of a report.
func (s *shelves) add(texts *textReader) {
	for w := range texts.written {
		i, ok := s.at[w]
		if !ok {
			i = len(s.words)
			w = strings.Clone(w) // and not the text around it
			s.at[w] = i
			s.words, s.reports = append(s.words, w), append(s.reports, 0)
		}
		s.reports[i]++
	}
}

// documents are the shelves.
func (s *shelves) documents() []*document.Document {
	frequent := slices.Clone(s.words) // the most frequent first
	slices.SortFunc(frequent, func(a, b string) int { return cmp.Compare(s.reports[s.at[b]], s.reports[s.at[a]]) })
	var docs []*document.Document
	for least := 1; ; least += 1 + least/4 {
		for len(frequent) > 0 && s.reports[s.at[frequent[len(frequent)-1]]] < least {
			frequent = frequent[:len(frequent)-1]
		}
		if len(frequent) == 0 {
			return docs
		}
		doc := document.NewDocument(shelfPrefix + strconv.Itoa(len(docs)))
		doc.AddField(wordField(len(frequent), slices.Values(frequent)))
		docs = append(docs, doc)
	}
}
