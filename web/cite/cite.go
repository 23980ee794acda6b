// Package cite writes the reference of an intervention in the forms that
// reference managers read.
//
// In: interventions with the heads of their reports and their permanent addresses.
// Out: text. Names are written whole, because a report does not say which part
// is the family's, and a wrong guess is worse than none.
package cite

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"briefsearch/corpus"
)

// Format is a way of writing a reference.
type Format struct {
	Name      string // in the address: "bibtex"
	Label     string // for people: "BibTeX"
	MediaType string
	Extension string // of a file
	write     func([]*reference) string
}

// Formats lists the formats; the first is the one for people.
func Formats() []Format {
	return []Format{
		{"plain", "Text", "text/plain; charset=utf-8", "txt", each(plain)},
		{"bibtex", "BibTeX", "application/x-bibtex; charset=utf-8", "bib", each(bibTeX)},
		{"ris", "RIS", "application/x-research-info-systems; charset=utf-8", "ris", each(ris)},
		{"csl-json", "CSL-JSON", "application/vnd.citationstyles.csl+json", "json", cslJSON},
	}
}

// FormatByName returns the format of a name, and whether there is one.
func FormatByName(name string) (Format, bool) {
	i := slices.IndexFunc(Formats(), func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return Formats()[i], true
}

// Cited is an intervention to refer to.
type Cited struct {
	Report       *corpus.Report // the head is enough
	Intervention *corpus.Intervention
	URL          string // where it stands for good
}

// Write is the references of interventions, as one file.
func (f Format) Write(cited ...Cited) string {
	references := make([]*reference, 0, len(cited))
	for _, c := range cited {
		references = append(references, newReference(c.Report, c.Intervention, c.URL))
	}
	return f.write(references)
}

// each writes one reference behind another.
func each(write func(*reference) string) func([]*reference) string {
	return func(references []*reference) string {
		var b strings.Builder
		for _, r := range references {
			b.WriteString(write(r))
		}
		return b.String()
	}
}

// reference is what all formats say.
type reference struct {
	ID, Who, Title, In, Series, Symbol, Place, Publisher, Pages, Language, URL string
	Date                                                                       corpus.Date
}

func newReference(r *corpus.Report, in *corpus.Intervention, url string) *reference {
	ref := &reference{
		ID: string(in.ID), Who: in.Speaker.Display(), Title: "Intervention", In: oneLine(r.Title), Series: oneLine(r.Series),
		Symbol: oneLine(r.Symbol), Place: oneLine(r.Place), Publisher: oneLine(strings.Join(r.Organisers, ", ")),
		Language: in.Language, URL: url, Date: r.Date, Pages: pages(in.PageFrom, in.PageTo),
	}
	ref.Who = oneLine(ref.Who)
	if in.Session != nil && in.Session.Title != "" {
		ref.Title += " in " + oneLine(in.Session.Title)
	}
	if ref.In == "" {
		ref.In = "Untitled report"
	}
	return ref
}

// oneLine keeps a text of a report from beginning another field.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func pages(from, to int) string {
	switch {
	case from <= 0:
		return ""
	case to <= from:
		return strconv.Itoa(from)
	default:
		return strconv.Itoa(from) + "-" + strconv.Itoa(to)
	}
}

// plain follows the notes of the Chicago Manual of Style.
func plain(r *reference) string {
	parts := []string{r.Who, lowerFirst(r.Title), "in " + r.In, r.Series, r.Symbol, r.Publisher, r.Place, string(r.Date)}
	if r.Pages != "" {
		word := "p. "
		if strings.Contains(r.Pages, "-") {
			word = "pp. "
		}
		parts = append(parts, word+strings.ReplaceAll(r.Pages, "-", "–"))
	}
	parts = append(parts, r.URL)
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, ", ") + ".\n"
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

func bibTeX(r *reference) string {
	var b strings.Builder
	fmt.Fprintf(&b, "@inproceedings{%s,\n", key(r.ID))
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %s = {%s},\n", name, value)
		}
	}
	if r.Who != "" {
		field("author", "{"+escapeTeX(r.Who)+"}")
	}
	field("title", "{"+escapeTeX(r.Title)+"}")
	field("booktitle", "{"+escapeTeX(r.In)+"}")
	field("series", escapeTeX(r.Series))
	field("number", escapeTeX(r.Symbol))
	field("organization", escapeTeX(r.Publisher))
	field("address", escapeTeX(r.Place))
	field("year", r.Date.Year())
	if len(r.Date) >= len("2006-01") {
		field("month", strings.TrimPrefix(string(r.Date)[5:7], "0"))
	}
	field("pages", strings.ReplaceAll(r.Pages, "-", "--"))
	field("langid", r.Language)
	field("url", strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C").Replace(r.URL))
	b.WriteString("}\n")
	return b.String()
}

// key is an id as BibTeX takes one.
func key(id string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789-.:", r) {
			return r
		}
		return '-'
	}, strings.ToLower(id))
}

var tex = strings.NewReplacer(
	`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`, "_", `\_`, "%", `\%`,
	"~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
)

func escapeTeX(s string) string { return tex.Replace(s) }

func ris(r *reference) string {
	var b strings.Builder
	field := func(tag, value string) {
		if value != "" {
			b.WriteString(tag + "  - " + value + "\r\n")
		}
	}
	first, last, _ := strings.Cut(r.Pages, "-")
	b.WriteString("TY  - CPAPER\r\n")
	field("AU", r.Who)
	field("TI", r.Title)
	field("T2", r.In)
	field("T3", r.Series)
	field("M1", r.Symbol)
	field("PB", r.Publisher)
	field("CY", r.Place)
	field("PY", r.Date.Year())
	if len(r.Date) > len("2006") {
		field("DA", strings.ReplaceAll(string(r.Date), "-", "/"))
	}
	field("SP", first)
	field("EP", last)
	field("LA", r.Language)
	field("ID", r.ID)
	field("UR", r.URL)
	b.WriteString("ER  - \r\n")
	return b.String()
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

type cslItem struct {
	ID         string    `json:"id"`
	Type       string    `json:"type"`
	Title      string    `json:"title"`
	Author     []cslName `json:"author,omitempty"`
	Container  string    `json:"container-title"`
	Collection string    `json:"collection-title,omitempty"`
	Number     string    `json:"number,omitempty"`
	Publisher  string    `json:"publisher,omitempty"`
	Place      string    `json:"event-place,omitempty"`
	Issued     *cslDate  `json:"issued,omitempty"`
	Page       string    `json:"page,omitempty"`
	Language   string    `json:"language,omitempty"`
	URL        string    `json:"URL"`
}

func cslJSON(references []*reference) string {
	items := make([]cslItem, 0, len(references))
	for _, r := range references {
		items = append(items, newCSLItem(r))
	}
	out, err := json.MarshalIndent(items, "", "  ")
	if err != nil {
		return "[]\n" // strings and numbers always marshal
	}
	return string(out) + "\n"
}

func newCSLItem(r *reference) cslItem {
	item := cslItem{
		ID: r.ID, Type: "paper-conference", Title: r.Title, Container: r.In, Collection: r.Series, Number: r.Symbol,
		Publisher: r.Publisher, Place: r.Place, Page: r.Pages, Language: r.Language, URL: r.URL,
	}
	if r.Who != "" {
		item.Author = []cslName{{r.Who}}
	}
	var parts []int
	for part := range strings.SplitSeq(string(r.Date), "-") {
		if n, err := strconv.Atoi(part); err == nil {
			parts = append(parts, n)
		}
	}
	if len(parts) > 0 {
		item.Issued = &cslDate{[][]int{parts}}
	}
	return item
}
