package ui

import (
	"net/http"
	"strings"

	"briefsearch/web/api"
)

// apiPage is the description of the API for people, made of the document that
// programs read.
type apiPage struct {
	layout
	Groups []apiGroup
	Types  []apiType
}

type apiGroup struct {
	Name, Anchor string
	Operations   []apiOperation
}

// apiOperation is a question that may be asked.
type apiOperation struct {
	Anchor, Path, Summary, About string
	Count                        string // "Parameters (3)"
	Params                       []apiField
	Answers                      []apiAnswer
	Curl                         string // a command that asks it of this very server
}

// apiField is a parameter, or a property of an answer.
type apiField struct {
	Name, About, Example string
	Form                 []apiForm // what it may be
	Required             bool
}

// apiForm is a part of what a value may be: words, or the name of a type.
type apiForm struct{ Text, Anchor string }

type apiAnswer struct {
	Status, About string
	Contents      []apiContent
}

type apiContent struct {
	MediaType string
	Form      []apiForm
}

// apiType is a type of answers.
type apiType struct {
	Name, Anchor, About string
	Fields              []apiField
}

func (p *visit) apiReference() {
	d := p.described
	v := apiPage{layout: p.layout(pageAPI, p.say.Say("reference.title"))}
	base, ids := api.BaseURL(p.c.Request), p.exampleIDs()
	for i, tag := range d.Tags {
		group := apiGroup{Name: tag.Name, Anchor: "group-" + string(rune('a'+i))}
		for _, path := range d.Paths {
			if op := path.Value.Get; op.Tags[0] == tag.Name {
				shown := p.newOperation(path.Name, op)
				shown.Curl = "curl -s '" + base + ids.Replace(op.Example) + "'"
				group.Operations = append(group.Operations, shown)
			}
		}
		v.Groups = append(v.Groups, group)
	}
	for _, s := range d.Components.Schemas {
		t := apiType{Name: s.Name, Anchor: typeAnchor(s.Name), About: s.Value.Description}
		for _, property := range s.Value.Properties {
			t.Fields = append(t.Fields, apiField{Name: property.Name, About: property.Value.Description, Form: formOf(property.Value)})
		}
		v.Types = append(v.Types, t)
	}
	p.show(http.StatusOK, pageAPI, v)
}

// exampleIDs puts ids that are in the index into examples.
func (p *visit) exampleIDs() *strings.Replacer {
	newest, _, _, err := p.service.Reports(p.ctx(), "", 5)
	if err != nil {
		return strings.NewReplacer()
	}
	for _, head := range newest {
		r, err := p.service.Report(p.ctx(), string(head.ID))
		if err == nil && len(r.Interventions) > 0 {
			return strings.NewReplacer(
				"/reports/{id}", api.ReportPath(r.ID), "/interventions/{id}", api.InterventionPath(r.Interventions[0].ID))
		}
	}
	return strings.NewReplacer()
}

func (p *visit) newOperation(path string, op *api.Operation) apiOperation {
	out := apiOperation{
		Anchor: "operation-" + op.ID, Path: path, Summary: op.Summary, About: op.Description, Count: p.say.Say("reference.parameters", len(op.Parameters)),
	}
	for _, parameter := range op.Parameters {
		parameter = p.described.Parameter(parameter)
		f := apiField{Name: parameter.Name, About: parameter.Description, Required: parameter.Required, Form: formOf(parameter.Schema)}
		f.Example = exampleOf(parameter.Example)
		out.Params = append(out.Params, f)
	}
	for _, response := range op.Responses {
		r := p.described.Response(response.Value)
		a := apiAnswer{Status: response.Name, About: r.Description}
		for _, content := range r.Content {
			shown := apiContent{MediaType: content.Name}
			if strings.HasSuffix(content.Name, "json") {
				shown.Form = formOf(content.Value.Schema)
			}
			a.Contents = append(a.Contents, shown)
		}
		out.Answers = append(out.Answers, a)
	}
	return out
}

func typeAnchor(name string) string { return "type-" + name }
