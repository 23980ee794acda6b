package api

import (
	"briefsearch/search/query"
)

// Understood is a part of q that was taken for more than words: the name of an
// entry of the vocabulary, or a field. Pages show each as a chip to remove.
type Understood struct {
	Field    string `json:"field"`              // "rcp", "country", …
	ID       string `json:"id"`                 // "RCM"; a range is written "2004..2006"
	Label    string `json:"label"`              // for people
	Text     string `json:"text"`               // as it stands in q
	Concept  bool   `json:"concept"`            // the name of an entry, which also stands for what is tagged with it; else a field
	Excluded bool   `json:"excluded,omitempty"` // q asks for what is not of it
	Without  string `json:"without"`            // q without this part
}

// understood lists those parts of a tree, in the order in which they were typed.
func understood(n query.Node, label Labeller) []Understood {
	out := []Understood{}
	walk(n, false, func(part query.Node, excluded bool) {
		u := Understood{Text: part.String(), Excluded: excluded, Without: without(n, len(out))}
		switch p := part.(type) {
		case query.Concept:
			u.Field, u.ID, u.Label, u.Concept = p.Field, p.ID, label(p.Field, p.ID), true
		case query.Field:
			u.Field, u.ID = p.Name, p.Value
			if p.Value == "" {
				u.ID = p.From + ".." + p.To
			}
			u.Label = label(p.Name, u.ID)
		default:
		}
		out = append(out, u)
	})
	return out
}

// walk calls visit for each concept and field of a tree, from left to right.
func walk(n query.Node, excluded bool, visit func(query.Node, bool)) {
	switch n := n.(type) {
	case query.Concept, query.Field:
		visit(n, excluded)
	case query.Not:
		walk(n.Of, !excluded, visit)
	default:
		for _, part := range parts(n) {
			walk(part, excluded, visit)
		}
	}
}

// parts are the nodes that a list of nodes holds.
func parts(n query.Node) []query.Node {
	switch n := n.(type) {
	case query.And:
		return n
	case query.Or:
		return n
	case query.Any:
		return n
	default:
		return nil
	}
}

// without prints a tree without its i-th concept or field.
func without(n query.Node, i int) string {
	if rest := remove(n, &i); rest != nil {
		return rest.String()
	}
	return ""
}

// remove takes out the i-th concept or field and whatever holds nothing then. i
// counts down as the tree is walked.
func remove(n query.Node, i *int) query.Node {
	switch n := n.(type) {
	case query.Concept, query.Field:
		*i--
		if *i == -1 {
			return nil
		}
		return n
	case query.Not:
		if of := remove(n.Of, i); of != nil {
			return query.Not{Of: of}
		}
		return nil
	case query.And:
		return regroup(n, i, func(kept []query.Node) query.Node { return query.And(kept) })
	case query.Or:
		return regroup(n, i, func(kept []query.Node) query.Node { return query.Or(kept) })
	case query.Any:
		return regroup(n, i, func(kept []query.Node) query.Node { return query.Any(kept) })
	default:
		return n
	}
}

func regroup(nodes []query.Node, i *int, group func([]query.Node) query.Node) query.Node {
	var kept []query.Node
	for _, part := range nodes {
		if part = remove(part, i); part != nil {
			kept = append(kept, part)
		}
	}
	switch len(kept) {
	case 0:
		return nil
	case 1:
		return kept[0]
	default:
		return group(kept)
	}
}
