package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// Document is the description of the API in the form of OpenAPI 3.1, as far as
// that is used here. A test makes it; the reference page and the program that
// gives out no originals read it.
type Document struct {
	OpenAPI    string            `json:"openapi"`
	Info       json.RawMessage   `json:"info"`
	Servers    json.RawMessage   `json:"servers"`
	Tags       []NamedGroup      `json:"tags"`
	Paths      Ordered[PathItem] `json:"paths"`
	Components Components        `json:"components"`
}

// NamedGroup is a part of the description.
type NamedGroup struct {
	Name string `json:"name"`
}

// PathItem is what may be done at an address.
type PathItem struct {
	Get *Operation `json:"get"`
}

// Operation is a question and its answers.
type Operation struct {
	ID          string            `json:"operationId"`
	Tags        []string          `json:"tags"`
	Summary     string            `json:"summary"`
	Description string            `json:"description,omitempty"`
	Parameters  []Parameter       `json:"parameters,omitempty"`
	Responses   Ordered[Response] `json:"responses"`
	// Example is an address that a person may ask; "{id}" is to be filled in.
	Example string `json:"x-example"`
}

// Parameter is one of a question.
type Parameter struct {
	Ref         string  `json:"$ref,omitempty"`
	Name        string  `json:"name,omitempty"`
	In          string  `json:"in,omitempty"`
	Required    bool    `json:"required,omitempty"`
	Description string  `json:"description,omitempty"`
	MayBeEmpty  bool    `json:"allowEmptyValue,omitempty"` // an empty box of a form is no choice
	Schema      *Schema `json:"schema,omitempty"`
	Example     any     `json:"example,omitempty"`
}

// Response is an answer of one status.
type Response struct {
	Ref         string           `json:"$ref,omitempty"`
	Description string           `json:"description,omitempty"`
	Headers     Ordered[Header]  `json:"headers,omitempty"`
	Content     Ordered[Payload] `json:"content,omitempty"`
}

// Header is one of an answer.
type Header struct {
	Description string  `json:"description"`
	Schema      *Schema `json:"schema"`
}

// Payload is the form of an answer of one media type.
type Payload struct {
	Schema *Schema `json:"schema,omitempty"`
}

// Components are what is described once and referred to.
type Components struct {
	Schemas    Ordered[*Schema]   `json:"schemas"`
	Parameters Ordered[Parameter] `json:"parameters"`
	Responses  Ordered[Response]  `json:"responses"`
}

// Schema describes a value.
type Schema struct {
	Ref         string           `json:"$ref,omitempty"`
	Type        any              `json:"type,omitempty"` // a name, or several
	Description string           `json:"description,omitempty"`
	Enum        []string         `json:"enum,omitempty"`
	Pattern     string           `json:"pattern,omitempty"`
	MaxLength   int              `json:"maxLength,omitempty"`
	Minimum     *int             `json:"minimum,omitempty"`
	Maximum     *int             `json:"maximum,omitempty"`
	Default     any              `json:"default,omitempty"`
	Items       *Schema          `json:"items,omitempty"`
	MinItems    int              `json:"minItems,omitempty"`
	MaxItems    int              `json:"maxItems,omitempty"`
	AnyOf       []*Schema        `json:"anyOf,omitempty"`
	Properties  Ordered[*Schema] `json:"properties,omitempty"`
	Required    []string         `json:"required,omitempty"`
	Rest        *Rest            `json:"additionalProperties,omitempty"`
}

// Rest is what an object holds besides its properties: nothing if Of is nil.
type Rest struct{ Of *Schema }

// MarshalJSON writes that there is nothing as false.
func (r Rest) MarshalJSON() ([]byte, error) {
	if r.Of == nil {
		return []byte("false"), nil
	}
	return encode(r.Of)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *Rest) UnmarshalJSON(body []byte) error {
	if string(body) == "false" {
		r.Of = nil
		return nil
	}
	return json.Unmarshal(body, &r.Of)
}

// Describe is the description of what is served: all of it, or all but the
// originals of reports.
func Describe(originals bool) (*Document, error) {
	var d Document
	if err := json.Unmarshal(document, &d); err != nil {
		return nil, fmt.Errorf("read openapi.json: %w", err)
	}
	if !originals {
		d.Paths = d.Paths.Without(Template(Root + filePath))
	}
	return &d, nil
}

// refersTo is the name of the component that a reference is to.
func refersTo(ref string) string { return ref[strings.LastIndexByte(ref, '/')+1:] }

// Parameter is a parameter of an operation, itself or what it refers to.
func (d *Document) Parameter(p Parameter) Parameter {
	if found, ok := d.Components.Parameters.Get(refersTo(p.Ref)); ok && p.Ref != "" {
		return found
	}
	return p
}

// Response is an answer of an operation, itself or what it refers to.
func (d *Document) Response(r Response) Response {
	if found, ok := d.Components.Responses.Get(refersTo(r.Ref)); ok && r.Ref != "" {
		return found
	}
	return r
}

// Ordered is a JSON object whose members keep their order.
type Ordered[T any] []Pair[T]

// Pair is a member of an object.
type Pair[T any] struct {
	Name  string
	Value T
}

// Get is the member of a name, and whether there is one.
func (o Ordered[T]) Get(name string) (value T, ok bool) {
	for _, m := range o {
		if m.Name == name {
			return m.Value, true
		}
	}
	return value, false
}

// Without leaves a member out.
func (o Ordered[T]) Without(name string) Ordered[T] {
	var out Ordered[T]
	for _, m := range o {
		if m.Name != name {
			out = append(out, m)
		}
	}
	return out
}

// MarshalJSON writes the members in their order.
func (o Ordered[T]) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := encode(m.Name)
		if err != nil {
			return nil, err
		}
		value, err := encode(m.Value)
		if err != nil {
			return nil, err
		}
		b.Write(bytes.TrimSpace(name))
		b.WriteByte(':')
		b.Write(bytes.TrimSpace(value))
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (o *Ordered[T]) UnmarshalJSON(body []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(body))
	if _, err := decoder.Token(); err != nil {
		return err
	}
	*o = nil
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return err
		}
		m := Pair[T]{Name: fmt.Sprint(name)}
		if err := decoder.Decode(&m.Value); err != nil {
			return err
		}
		*o = append(*o, m)
	}
	return nil
}
