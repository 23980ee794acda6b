package ui

import (
	"net/http"
	"slices"
	"strconv"

	"briefsearch/corpus"
	"briefsearch/search"
)

// qualityPage is the view of what is doubtful in a report: what an officer looks
// at before relying on it, and what to correct first.
type qualityPage struct {
	layout
	Report  reportLine
	Facts   []fact
	NoPages string // "2, 5–7": pages from which nothing was taken
	Doubts  []doubts
	Cut     string // said when the report is too long to be read whole
	Clean   bool   // nothing is doubtful
}

// doubts are findings of one kind.
type doubts struct {
	ID    string
	Title string
	Note  string // what it means, and what to do
	Lines []doubtful
}

// doubtful is something to look at, and where.
type doubtful struct {
	Text  string
	Note  string
	Count string
	Turns []turnLink
}

// turnLink leads to a turn by its number.
type turnLink struct {
	Number string
	URL    string
	Who    string
}

const (
	// maxRead is how many turns of a report are read for their words.
	maxRead = 2000
	// maxPlaces is how many turns are named for each finding.
	maxPlaces = 6
	// maxDoubts is how many findings of a kind are shown.
	maxDoubts = 100
)

func (p *visit) quality() {
	r, err := p.service.ReportWithSections(p.ctx(), p.c.Param("id"))
	if err != nil {
		p.fault(err)
		return
	}
	v := &qualityPage{Report: p.newReportLine(r)}
	v.layout = p.layout(pageQuality, p.say.Say("quality.title")+": "+v.Report.Title)
	v.heads(p, r)
	if err := v.texts(p, r); err != nil {
		p.fault(err)
		return
	}
	v.Clean = len(v.Doubts) == 0 && v.NoPages == ""
	p.show(http.StatusOK, pageQuality, v)
}

// heads looks at what is known without the texts.
func (v *qualityPage) heads(p *visit, r *corpus.Report) {
	stateless, nameless := newFindings(p), newFindings(p)
	named := 0
	for i := range r.Interventions {
		in := &r.Interventions[i]
		s := p.newSpeaker(&in.Speaker)
		if in.Speaker.Country == "" {
			stateless.add(s.Name, s.Role, in)
		}
		if in.Speaker.Name == "" {
			nameless.add(s.Name, s.Role, in)
		} else {
			named++
		}
	}
	v.doubt(p, "stateless", stateless)
	v.doubt(p, "nameless", nameless)
	bare := barePages(r)
	v.NoPages = ranges(bare)
	v.Facts = []fact{
		{Term: p.say.Say("quality.turns"), Text: p.say.Number(len(r.Interventions)), URL: p.urls.Search(p.none().With(search.FieldReport, string(r.ID)))},
		{Term: p.say.Say("quality.named"), Text: p.say.Number(named)},
		{Term: p.say.Say("quality.stateless"), Text: p.say.Number(len(stateless.order))},
		{Term: p.say.Say("quality.pages"), Text: p.say.Number(r.Pages)},
		{Term: p.say.Say("quality.bare"), Text: p.say.Number(len(bare))},
		{Term: p.say.Say("quality.sections"), Text: p.say.Number(len(r.Sections))},
	}
}

// texts reads the turns for tags, acronyms and names.
func (v *qualityPage) texts(p *visit, r *corpus.Report) error {
	untagged, heard, acronyms := newFindings(p), newFindings(p), newFindings(p)
	turns := r.Interventions[:min(maxRead, len(r.Interventions))]
	if len(turns) < len(r.Interventions) {
		v.Cut = p.say.Say("dossier.cut", p.say.Number(maxRead))
	}
	defined := newDefinitions()
	for _, s := range r.Sections {
		defined.learn(s.Text)
	}
	var texts []*corpus.Intervention
	for i := range turns {
		t, err := p.service.Turn(p.ctx(), string(turns[i].ID))
		if err != nil {
			return err
		}
		texts = append(texts, t.Intervention)
		defined.learn(t.Intervention.Text)
	}
	speakers := speakerWords(r)
	for _, in := range texts {
		if len(in.Tags) == 0 {
			s := p.newSpeaker(&in.Speaker)
			untagged.add(s.Name, s.Role, in)
		}
		for _, a := range unexplained(in.Text, p.vocabulary, defined) {
			acronyms.add(a, "", in)
		}
		for _, name := range titled(in.Text) {
			if !speakers.has(name) {
				heard.add(name, "", in)
			}
		}
	}
	v.doubt(p, "heard", heard)
	v.doubt(p, "acronyms", acronyms)
	v.doubt(p, "untagged", untagged)
	v.Facts = append(v.Facts,
		fact{Term: p.say.Say("quality.untagged"), Text: p.say.Number(untagged.turns)},
		fact{Term: p.say.Say("quality.acronyms"), Text: p.say.Number(len(acronyms.order))},
		fact{Term: p.say.Say("quality.reader"), Text: r.Reader}, fact{Term: p.say.Say("quality.layout"), Text: r.Layout},
	)
	return nil
}

// doubt adds findings, if there are any.
func (v *qualityPage) doubt(p *visit, name string, f *findings) {
	if len(f.order) > 0 {
		key := "quality." + name
		v.Doubts = append(v.Doubts, doubts{ID: name, Title: p.say.Say(key), Note: p.say.Say(key + "-note"), Lines: f.list()})
	}
}

// findings collects what is doubtful: equal ones are one, in the order in which
// they came first.
type findings struct {
	p     *visit
	order []string
	byKey map[string]*finding
	turns int // that were added
}

type finding struct {
	doubtful
	n    int
	last corpus.InterventionID
}

func newFindings(p *visit) *findings { return &findings{p: p, byKey: make(map[string]*finding)} }

func (f *findings) add(text, note string, in *corpus.Intervention) {
	f.turns++
	key := search.Fold(text)
	d := f.byKey[key]
	if d == nil {
		d = &finding{doubtful: doubtful{Text: text, Note: note}}
		f.byKey[key] = d
		f.order = append(f.order, key)
	}
	d.n++
	if d.last != in.ID && len(d.Turns) < maxPlaces {
		d.Turns = append(d.Turns, turnLink{
			Number: f.p.say.Number(in.N), URL: f.p.urls.Turn(in.ID, 0), Who: f.p.newSpeaker(&in.Speaker).Name,
		})
	}
	d.last = in.ID
}

// list is the findings, the most frequent first.
func (f *findings) list() []doubtful {
	var found []*finding
	for _, key := range f.order {
		found = append(found, f.byKey[key])
	}
	slices.SortStableFunc(found, func(a, b *finding) int { return b.n - a.n })
	var out []doubtful
	for _, d := range found[:min(maxDoubts, len(found))] {
		d.Count = f.p.say.Number(d.n)
		out = append(out, d.doubtful)
	}
	return out
}

// barePages are the pages from which nothing was taken: no turn stands on them,
// and no other part of the report, which reaches to where the next thing begins.
func barePages(r *corpus.Report) []int {
	covered := make([]bool, r.Pages+2)
	cover := func(from, to int) {
		for page := max(1, from); page <= min(to, r.Pages); page++ {
			covered[page] = true
		}
	}
	var starts []int
	for i := range r.Interventions {
		in := &r.Interventions[i]
		cover(in.PageFrom, max(in.PageFrom, in.PageTo))
		starts = append(starts, in.PageFrom)
	}
	for _, s := range r.Sections {
		starts = append(starts, s.Page)
	}
	slices.Sort(starts)
	for _, s := range r.Sections {
		end := r.Pages
		if i := slices.IndexFunc(starts, func(page int) bool { return page > s.Page }); i >= 0 {
			end = starts[i]
		}
		if len(s.Text) == 0 {
			end = s.Page
		}
		cover(s.Page, end)
	}
	var out []int
	for page := 1; page <= r.Pages; page++ {
		if !covered[page] {
			out = append(out, page)
		}
	}
	return out
}

// ranges writes numbers as people do: "2, 5–7".
func ranges(numbers []int) string {
	s := ""
	for i := 0; i < len(numbers); i++ {
		from := numbers[i]
		for i+1 < len(numbers) && numbers[i+1] == numbers[i]+1 {
			i++
		}
		if s != "" {
			s += ", "
		}
		s += strconv.Itoa(from)
		if numbers[i] > from {
			s += "–" + strconv.Itoa(numbers[i])
		}
	}
	return s
}
