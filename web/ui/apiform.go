package ui

import (
	"fmt"
	"strings"

	"briefsearch/web/api"
)

// formOf is what a schema lets a value be, in words.
func formOf(s *api.Schema) []apiForm {
	switch {
	case s.Ref != "":
		name := s.Ref[strings.LastIndexByte(s.Ref, '/')+1:]
		return []apiForm{{Text: name, Anchor: typeAnchor(name)}}
	case len(s.AnyOf) > 0:
		var out []apiForm
		for i, of := range s.AnyOf {
			if i > 0 {
				out = append(out, apiForm{Text: " or "})
			}
			out = append(out, formOf(of)...)
		}
		return out
	case s.Items != nil:
		return append([]apiForm{{Text: listOf(s) + " of "}}, formOf(s.Items)...)
	case s.Rest != nil && s.Rest.Of != nil:
		return append([]apiForm{{Text: "object, each value: "}}, formOf(s.Rest.Of)...)
	case len(s.Properties) > 0:
		names := make([]string, len(s.Properties))
		for i, property := range s.Properties {
			names[i] = property.Name
		}
		return append([]apiForm{{Text: "object of " + strings.Join(names, ", ") + ", each: "}}, formOf(s.Properties[0].Value)...)
	default:
		return []apiForm{{Text: scalar(s)}}
	}
}

func listOf(s *api.Schema) string {
	switch {
	case s.MinItems > 0 && s.MinItems == s.MaxItems:
		return fmt.Sprintf("list (%d)", s.MaxItems)
	case s.MaxItems > 0:
		return fmt.Sprintf("list (at most %d)", s.MaxItems)
	default:
		return "list"
	}
}

// scalar is a value that holds no others.
func scalar(s *api.Schema) string {
	out := typesOf(s.Type)
	switch {
	case len(s.Enum) > 0:
		out = strings.Join(s.Enum, " | ")
	case s.Pattern != "":
		out += " " + s.Pattern
	case s.MaxLength > 0:
		out += fmt.Sprintf(", at most %d characters", s.MaxLength)
	case s.Minimum != nil && s.Maximum != nil:
		out += fmt.Sprintf(" from %d to %d", *s.Minimum, *s.Maximum)
	}
	if s.Default != nil {
		out += fmt.Sprintf(" (%v if not given)", s.Default)
	}
	return out
}

// typesOf is the type of a schema: a name, several, or nothing for any value.
func typesOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		var names []string
		for _, name := range v {
			names = append(names, fmt.Sprint(name))
		}
		return strings.Join(names, " or ")
	default:
		return "any value"
	}
}

// exampleOf is an example as it stands in an address, or "".
func exampleOf(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []any:
		return exampleOf(v[0])
	default:
		return fmt.Sprint(v)
	}
}
