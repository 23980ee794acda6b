// Package sidecar reads what an officer corrects about a report: NAME.yaml beside
// NAME.pdf.
//
// In: the bytes of the sidecar. Out: a Sidecar, which the indexer applies between
// its steps: Head after describing, Layout before segmenting, Speakers after it,
// and Tags after tagging. A fault names the line and column.
//
// Every part may be left out:
//
//	title: Regional Consultative Processes
//	date: 2006-06-20          # also series, symbol, kind, place, language
//	organisers: [UNITAR, IOM]
//	layout: narrative         # instead of the one that the program picks
//	speakers:
//	  - name: Robert Paiva    # what the name is; the rest is corrected as given
//	    aliases: [R. Paiva, Paiva]
//	    role: Director of External Relations
//	    organisation: IOM
//	    country: ""           # "" takes a State away
//	    presiding: false
//	tags:
//	  - intervention: 8k3m2p0qwxyz-4t7h1a   # or speaker: Robert Paiva; neither is all
//	    add: {rcp: [RCM]}                   # ids, labels or aliases
//	    remove: {theme: [security]}
//	  - section: Background                 # the section of this title, and no intervention
//	    add: {rcp: [BALI]}
package sidecar

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/parser"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
)

// Extension is the end of a sidecar's file name.
const Extension = ".yaml"

// Path is where the sidecar of a file is.
func Path(file string) string { return strings.TrimSuffix(file, filepath.Ext(file)) + Extension }

// MaxSize is the largest sidecar that is read, in bytes.
const MaxSize = 1 << 20

// Sidecar is a set of corrections. The zero Sidecar corrects nothing.
type Sidecar struct {
	head     head
	speakers []speaker
	tags     []change
}

type document struct {
	Head     head      `yaml:",inline"`
	Speakers []speaker `yaml:"speakers"`
	Tags     []tagging `yaml:"tags"`
}

type tagging struct {
	Intervention string              `yaml:"intervention"`
	Speaker      string              `yaml:"speaker"`
	Section      string              `yaml:"section"`
	Add          map[string][]string `yaml:"add"`
	Remove       map[string][]string `yaml:"remove"`
}

type head struct {
	Title      *string  `yaml:"title"`
	Series     *string  `yaml:"series"`
	Symbol     *string  `yaml:"symbol"`
	Kind       *string  `yaml:"kind"`
	Date       *string  `yaml:"date"`
	Place      *string  `yaml:"place"`
	Language   *string  `yaml:"language"`
	Organisers []string `yaml:"organisers"`
	Layout     string   `yaml:"layout"`
}

type speaker struct {
	Name         string   `yaml:"name"`
	Aliases      []string `yaml:"aliases"`
	Honorific    *string  `yaml:"honorific"`
	Role         *string  `yaml:"role"`
	Organisation *string  `yaml:"organisation"`
	Country      *string  `yaml:"country"`
	Presiding    *bool    `yaml:"presiding"`
}

// change adds and removes tags of the interventions that it is for, or of a section.
type change struct {
	intervention corpus.InterventionID
	speaker      string
	section      string // its title; "" when it is for interventions
	add, remove  []*vocabulary.Entry
}

// Parse reads a sidecar. The layouts are the names that "layout" may have. Its
// error is a *corpus.Error that is Invalid.
func Parse(file string, b []byte, v *vocabulary.Vocabulary, layouts []string) (*Sidecar, error) {
	p := &parsing{file: file, content: b, vocabulary: v}
	var d document
	if err := yaml.UnmarshalWithOptions(b, &d, yaml.DisallowUnknownField()); err != nil {
		return nil, p.fault(errors.New(strings.TrimSpace(yaml.FormatError(err, false, true))))
	}
	if d.Head.Layout != "" && !slices.Contains(layouts, d.Head.Layout) {
		return nil, p.at("$.layout", fmt.Errorf("there is no layout %q; the layouts are %s", d.Head.Layout, strings.Join(layouts, ", ")))
	}
	if d.Head.Date != nil {
		if _, err := corpus.ParseDate(*d.Head.Date); err != nil {
			return nil, p.at("$.date", err)
		}
	}
	s := &Sidecar{head: d.Head, speakers: d.Speakers}
	for i := range s.speakers {
		if err := p.speaker(i, &s.speakers[i]); err != nil {
			return nil, err
		}
	}
	for i, t := range d.Tags {
		c, err := p.change(fmt.Sprintf("$.tags[%d]", i), &t)
		if err != nil {
			return nil, err
		}
		s.tags = append(s.tags, c)
	}
	return s, nil
}

// parsing is the state of one Parse.
type parsing struct {
	file       string
	content    []byte
	vocabulary *vocabulary.Vocabulary
}

func (p *parsing) speaker(i int, s *speaker) error {
	if s.Name == "" {
		return p.at(fmt.Sprintf("$.speakers[%d]", i), errors.New("a speaker has no name"))
	}
	if s.Country != nil && *s.Country != "" {
		e, ok := p.vocabulary.Resolve(corpus.Country, *s.Country)
		if !ok {
			return p.at(fmt.Sprintf("$.speakers[%d].country", i), fmt.Errorf("there is no country %q", *s.Country))
		}
		s.Country = &e.ID
	}
	return nil
}

func (p *parsing) change(path string, t *tagging) (c change, err error) {
	if t.Section != "" && (t.Speaker != "" || t.Intervention != "") {
		return c, p.at(path+".section", errors.New("a section is nobody's turn: name the section alone"))
	}
	c = change{intervention: corpus.InterventionID(t.Intervention), speaker: t.Speaker, section: t.Section}
	if c.add, err = p.entries(path+".add", t.Add); err != nil {
		return c, err
	}
	c.remove, err = p.entries(path+".remove", t.Remove)
	return c, err
}

// entries resolves the values of a change, in the order of corpus.Kinds.
func (p *parsing) entries(path string, values map[string][]string) ([]*vocabulary.Entry, error) {
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if !slices.Contains(corpus.Kinds(), corpus.Kind(name)) {
			return nil, p.at(path+"."+name, fmt.Errorf("there is no kind of tag %q", name))
		}
	}
	var out []*vocabulary.Entry
	for _, k := range corpus.Kinds() {
		for i, value := range values[string(k)] {
			e, ok := p.vocabulary.Resolve(k, value)
			if !ok {
				return nil, p.at(fmt.Sprintf("%s.%s[%d]", path, k, i), fmt.Errorf("there is no %s %q", k, value))
			}
			out = append(out, e)
		}
	}
	return out, nil
}

// at adds the line and column of a place to a fault.
func (p *parsing) at(path string, fault error) error {
	if line, column, ok := position(p.content, path); ok {
		fault = fmt.Errorf("line %d, column %d: %w", line, column, fault)
	}
	return p.fault(fault)
}

func position(content []byte, path string) (line, column int, ok bool) {
	at, err := yaml.PathString(path)
	if err != nil {
		return 0, 0, false
	}
	file, err := parser.ParseBytes(content, 0)
	if err != nil {
		return 0, 0, false
	}
	node, err := at.FilterFile(file)
	if err != nil || node == nil {
		return 0, 0, false
	}
	pos := node.GetToken().Position
	return pos.Line, pos.Column, true
}

func (p *parsing) fault(err error) error {
	return &corpus.Error{
		Code: corpus.Invalid, Op: "read sidecar", File: p.file, Err: err,
		Hint: "Correct the sidecar at this place, or take it away.",
	}
}
