package corpus

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Kind names a vocabulary, and the facet that shows it.
type Kind string

// The vocabularies.
const (
	RCP          Kind = "rcp"
	Country      Kind = "country"
	Organisation Kind = "organisation"
	Theme        Kind = "theme"
	// Act is what the speaker does with words: calls for, welcomes, regrets.
	Act Kind = "act"
)

// Kinds lists the vocabularies in the order in which they are shown.
func Kinds() []Kind { return []Kind{RCP, Country, Organisation, Theme, Act} }

// Relation is how an intervention stands to a tagged value.
type Relation string

// The relations, strongest first.
const (
	SpeaksFor Relation = "speaks_for" // the speaker's own State, secretariat, chair or organisation
	About     Relation = "about"      // what the turn is on
	Mentioned Relation = "mentioned"  // the turn names it
)

var relationOrder = []Relation{SpeaksFor, About, Mentioned}

// Tag is a controlled value on an intervention. Evidence is never empty.
type Tag struct {
	Kind      Kind
	ID        string
	Label     string     // in English, for people
	Relations []Relation // strongest first; a country may be spoken for and mentioned
	Evidence  []Evidence // in the order of the text
}

// Evidence is where in the text a tag comes from.
type Evidence struct {
	Start int    `json:"start"` // code points from the beginning of the text
	End   int    `json:"end"`   // exclusive
	Text  string `json:"text"`  // the words from Start to End
	Via   string `json:"via"`   // what fired: "name", "acronym", "alias", "term", "speaker", …
}

// Add puts a relation among the tag's, strongest first, once.
func (t *Tag) Add(r Relation) {
	if r == "" || slices.Contains(t.Relations, r) {
		return
	}
	t.Relations = append(t.Relations, r)
	slices.SortFunc(t.Relations, func(a, b Relation) int {
		return slices.Index(relationOrder, a) - slices.Index(relationOrder, b)
	})
}

// Has says whether the tag stands in a relation.
func (t *Tag) Has(r Relation) bool { return slices.Contains(t.Relations, r) }

// Tags are the tags of an intervention. In JSON they are grouped by kind, and
// every kind is there even when it is empty.
type Tags []Tag

// Of returns the tags of one kind, in their order.
func (ts Tags) Of(k Kind) []Tag {
	var out []Tag
	for _, t := range ts {
		if t.Kind == k {
			out = append(out, t)
		}
	}
	return out
}

// IDs returns the ids of the tags of one kind, in their order.
func (ts Tags) IDs(k Kind) []string {
	ids := []string{}
	for _, t := range ts {
		if t.Kind == k {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

type tagJSON struct {
	ID       string     `json:"id"`
	Label    string     `json:"label"`
	Relation Relation   `json:"relation,omitempty"` // the strongest; RCPs and organisations
	Roles    []Relation `json:"roles,omitempty"`    // all of them; countries
	Evidence []Evidence `json:"evidence"`
}

// MarshalJSON groups the tags by kind. A country has "roles"; an RCP and an
// organisation have their strongest "relation"; a theme and an act have neither.
func (ts Tags) MarshalJSON() ([]byte, error) {
	out := make(map[Kind][]tagJSON, len(Kinds()))
	for _, k := range Kinds() {
		out[k] = []tagJSON{}
	}
	for _, t := range ts {
		j := tagJSON{ID: t.ID, Label: t.Label, Evidence: t.Evidence}
		switch {
		case t.Kind == Country:
			j.Roles = t.Relations
		case len(t.Relations) > 0:
			j.Relation = t.Relations[0]
		}
		out[t.Kind] = append(out[t.Kind], j)
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (ts *Tags) UnmarshalJSON(b []byte) error {
	var in map[Kind][]tagJSON
	if err := json.Unmarshal(b, &in); err != nil {
		return fmt.Errorf("tags: %w", err)
	}
	*ts = nil
	for _, k := range Kinds() {
		for _, j := range in[k] {
			t := Tag{Kind: k, ID: j.ID, Label: j.Label, Relations: j.Roles, Evidence: j.Evidence}
			t.Add(j.Relation)
			*ts = append(*ts, t)
		}
	}
	return nil
}
