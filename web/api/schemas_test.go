package api_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/web/api"
)

// schemas describes Go types as encoding/json writes them. What a type or a
// field means is what its comment says.
type schemas struct {
	t        *testing.T
	made     map[string]*api.Schema
	comments map[string]string // by "package.Type" and "package.Type.Field"
}

func newSchemas(t *testing.T) *schemas {
	t.Helper()
	s := &schemas{t: t, made: make(map[string]*api.Schema), comments: make(map[string]string)}
	for _, dir := range []string{"../../corpus", "../../search", "../../search/query", "."} {
		s.readComments(dir)
	}
	return s
}

// tag is a tag as corpus.Tags writes it.
type tag struct {
	ID       string            `json:"id"`
	Label    string            `json:"label"`
	Relation corpus.Relation   `json:"relation,omitempty"`
	Roles    []corpus.Relation `json:"roles,omitempty"`
	Evidence []corpus.Evidence `json:"evidence"`
}

// written are the types that write themselves, as what they write.
func (s *schemas) written(t reflect.Type) (*api.Schema, bool) {
	switch t {
	case reflect.TypeFor[corpus.Date]():
		return &api.Schema{Type: []string{"string", "null"}, Pattern: `^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$`}, true
	case reflect.TypeFor[corpus.Tags]():
		return s.schema(reflect.TypeFor[map[corpus.Kind][]tag]()), true
	case reflect.TypeFor[corpus.Kind]():
		return enum(corpus.Kinds()), true
	case reflect.TypeFor[corpus.Relation]():
		return enum([]corpus.Relation{corpus.SpeaksFor, corpus.About, corpus.Mentioned}), true
	case reflect.TypeFor[search.Sort]():
		return enum([]search.Sort{search.ByRelevance, search.ByDate, search.ByDateDesc}), true
	case reflect.TypeFor[search.Unit]():
		return enum([]search.Unit{search.ByYear, search.ByMonth}), true
	}
	return nil, false
}

func enum[S ~string](values []S) *api.Schema {
	out := &api.Schema{Type: "string"}
	for _, v := range values {
		out.Enum = append(out.Enum, string(v))
	}
	return out
}

// of describes the type of a value.
func (s *schemas) of(v any) *api.Schema { return s.schema(reflect.TypeOf(v)) }

func (s *schemas) schema(t reflect.Type) *api.Schema {
	if out, ok := s.written(t); ok {
		return out
	}
	switch t.Kind() {
	case reflect.Pointer:
		return orNull(s.schema(t.Elem()))
	case reflect.Struct:
		return s.component(t)
	case reflect.Slice:
		return &api.Schema{Type: "array", Items: s.schema(t.Elem())}
	case reflect.Array:
		return &api.Schema{Type: "array", Items: s.schema(t.Elem()), MinItems: t.Len(), MaxItems: t.Len()}
	case reflect.Map:
		return s.object(t)
	case reflect.String:
		return &api.Schema{Type: "string"}
	case reflect.Bool:
		return &api.Schema{Type: "boolean"}
	case reflect.Int, reflect.Int64:
		return &api.Schema{Type: "integer"}
	case reflect.Float64:
		return &api.Schema{Type: "number"}
	case reflect.Interface:
		return &api.Schema{}
	default:
		s.t.Fatalf("no schema is known of %s", t)
		return nil
	}
}

func orNull(of *api.Schema) *api.Schema {
	name, single := of.Type.(string)
	if !single || of.Enum != nil {
		return &api.Schema{AnyOf: []*api.Schema{of, {Type: "null"}}}
	}
	of.Type = []string{name, "null"}
	return of
}

// object describes a map: one by kinds has them all, any other what there is.
func (s *schemas) object(t reflect.Type) *api.Schema {
	value := s.schema(t.Elem())
	if t.Key() != reflect.TypeFor[corpus.Kind]() {
		return &api.Schema{Type: "object", Rest: &api.Rest{Of: value}}
	}
	out := &api.Schema{Type: "object", Rest: &api.Rest{}}
	for _, k := range corpus.Kinds() {
		out.Properties = append(out.Properties, api.Pair[*api.Schema]{Name: string(k), Value: value})
		out.Required = append(out.Required, string(k))
	}
	return out
}

// component describes a struct once, and refers to it.
func (s *schemas) component(t reflect.Type) *api.Schema {
	name := strings.ToUpper(t.Name()[:1]) + t.Name()[1:]
	if t == reflect.TypeFor[corpus.Report]() {
		name = "ReportDetails" // Report is the one with its outline
	}
	if s.made[name] == nil {
		out := &api.Schema{Type: "object", Description: s.comments[key(t)], Rest: &api.Rest{}}
		s.made[name] = out
		s.fields(out, t)
		if t == reflect.TypeFor[corpus.Speaker]() {
			country := &api.Schema{Type: []string{"string", "null"}, Description: "of the State spoken for, ISO 3166-1 alpha-2"}
			s.put(out, "country", country, true)
		}
	}
	return &api.Schema{Ref: "#/components/schemas/" + name}
}

// never are fields that the API leaves out.
var never = map[string]bool{"corpus.Intervention.Lines": true}

func (s *schemas) fields(out *api.Schema, t reflect.Type) {
	if _, itself := reflect.New(t).Interface().(json.Marshaler); itself && t != reflect.TypeFor[corpus.Speaker]() {
		s.t.Fatalf("%s writes itself: say how, in written", t)
	}
	for f := range fieldsOf(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-" || !f.IsExported() || never[key(t)+"."+f.Name]:
		case f.Anonymous && name == "":
			inner := f.Type
			if inner.Kind() == reflect.Pointer {
				inner = inner.Elem()
			}
			s.fields(out, inner)
		default:
			value := s.schema(f.Type)
			value.Description = s.comments[key(t)+"."+f.Name]
			s.put(out, name, value, !strings.Contains(options, "omit"))
		}
	}
}

func fieldsOf(t reflect.Type) func(func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}

// put adds a property, or replaces that of an embedded struct.
func (s *schemas) put(out *api.Schema, name string, value *api.Schema, required bool) {
	out.Properties = append(out.Properties.Without(name), api.Pair[*api.Schema]{Name: name, Value: value})
	out.Required = slices.DeleteFunc(out.Required, func(r string) bool { return r == name })
	if required {
		out.Required = append(out.Required, name)
	}
}

func (s *schemas) sorted() api.Ordered[*api.Schema] {
	var out api.Ordered[*api.Schema]
	for name, schema := range s.made {
		out = append(out, api.Pair[*api.Schema]{Name: name, Value: schema})
	}
	slices.SortFunc(out, func(a, b api.Pair[*api.Schema]) int { return strings.Compare(a.Name, b.Name) })
	return out
}

func key(t reflect.Type) string { return path.Base(t.PkgPath()) + "." + t.Name() }

// readComments reads what the files of a package say of its types.
func (s *schemas) readComments(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path.Join(dir, e.Name()), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			s.t.Fatal(err)
		}
		for _, d := range file.Decls {
			if types, ok := d.(*ast.GenDecl); ok && types.Tok == token.TYPE {
				s.readTypes(file.Name.Name, types)
			}
		}
	}
}

func (s *schemas) readTypes(pkg string, types *ast.GenDecl) {
	for _, spec := range types.Specs {
		t, ok := spec.(*ast.TypeSpec)
		if !ok {
			continue
		}
		name := pkg + "." + t.Name.Name
		s.comments[name] = oneLine(types.Doc.Text() + t.Doc.Text())
		fields, ok := t.Type.(*ast.StructType)
		if !ok {
			continue
		}
		for _, f := range fields.Fields.List {
			for _, n := range f.Names {
				s.comments[name+"."+n.Name] = oneLine(f.Doc.Text() + " " + f.Comment.Text())
			}
		}
	}
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
