package api

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/query"
	"briefsearch/web/cite"
)

// Groups are the parts of the description, in their order.
func Groups() []string { return []string{groupSearch, groupRead, groupCount, groupNames, groupService} }

const (
	groupSearch  = "Search"
	groupRead    = "Reports and interventions"
	groupCount   = "Counts"
	groupNames   = "Vocabulary"
	groupService = "Service"
)

const (
	jsonType = "application/json"
	csvType  = "text/csv"
)

// Routes lists every address that programs ask. Pages are not among them.
func Routes() []Route {
	return slices.Concat(searchRoutes(), readRoutes(), countRoutes(), nameRoutes(), serviceRoutes())
}

func searchRoutes() []Route {
	return []Route{
		{
			Path: Root + "/search", Name: "search", Group: groupSearch, Summary: "Search interventions",
			About:  "Values within one facet are or-ed, facets are and-ed, and a facet's own counts ignore its own selection. Highlights are plain text with ranges in code points.",
			Params: searchParams, Answers: inJSON(Answer{}), Example: Root + "/search?q=remittances&size=2&facets=rcp", Tagged: true, answer: (*handler).search,
		},
		{
			Path: Root + "/suggest", Name: "suggest", Group: groupSearch, Summary: "Complete what is being typed",
			Params:  []Param{typedParam, sizeParam(suggestions, search.MaxSuggestions, "Suggestions."), langParam},
			Answers: inJSON(SuggestAnswer{}), Example: Root + "/suggest?q=regio", Tagged: true, answer: (*handler).suggest,
		},
		{
			Path: Root + "/facets/:name", Name: "facet", Group: groupSearch, Summary: "The values of one facet, or those that begin with a prefix",
			Params: slices.Concat([]Param{{Name: "name", InPath: true, About: "Name of the facet.", Values: FacetNames(), Example: "rcp"}, prefixParam},
				scopeParams, []Param{sizeParam(DefaultSize, search.MaxPage, "Values."), langParam}),
			Answers: inJSON(FacetAnswer{}), Example: Root + "/facets/country?prefix=m", Tagged: true, answer: (*handler).facet,
		},
		{
			Path: Root + "/export", Name: "export", Group: groupSearch, Summary: "A search as a file",
			About: "Holds the first " + strconv.Itoa(MaxExport) + " interventions of a search, or those of some ids; the header X-Total-Count says how many there are.",
			Params: slices.Concat(scopeParams, []Param{
				orderParam, langParam,
				{Name: "id", Many: true, About: "These interventions, in this order. No search may be given beside it."},
				{Name: "format", About: "Of the file: the hits as a table or as JSON Lines, or their references.", Values: exportFormats(), Default: "csv", Example: "jsonl"},
			}),
			Answers: append([]Content{
				{Type: csvType}, {Type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}, {Type: "application/x-ndjson"},
			}, citationTypes()...),
			Example: Root + "/export?q=remittances&format=csv", answer: (*handler).export,
		},
		{
			Path: "/search.atom", Name: "feed", Group: groupSearch, Summary: "A search as an Atom feed, the newest interventions first",
			Params: searchParams, Answers: []Content{{Type: "application/atom+xml"}}, Example: "/search.atom?q=remittances",
		},
	}
}

func readRoutes() []Route {
	return []Route{
		{
			Path: Root + "/interventions/:id", Name: "intervention", Group: groupRead, Summary: "An intervention, whole",
			About: "Its text, its tags with their evidence, its report and its neighbours.", Params: []Param{interventionParam},
			Answers: inJSON(Intervention{}), Example: Root + "/interventions/{id}", Tagged: true, answer: (*handler).intervention,
		},
		{
			Path: Root + "/interventions/:id/similar", Name: "similar", Group: groupRead, Summary: "Interventions by others on the same matter",
			Params:  []Param{interventionParam, sizeParam(5, search.MaxPage, "Interventions.")},
			Answers: inJSON(SimilarAnswer{}), Example: Root + "/interventions/{id}/similar?size=3", Tagged: true, answer: (*handler).similar,
		},
		{
			Path: Root + "/interventions/:id/citation", Name: "citation", Group: groupRead, Summary: "The reference of an intervention",
			Params: []Param{interventionParam, {
				Name: "format", About: "Of the reference.", Values: citationFormats(), Default: cite.Formats()[0].Name, Example: "bibtex",
			}},
			Answers: citationTypes(), Example: Root + "/interventions/{id}/citation?format=bibtex", answer: (*handler).citation,
		},
		{
			Path: Root + "/reports", Name: "reports", Group: groupRead, Summary: "The reports, or those that a text names, the newest first",
			Params:  []Param{namingParam, sizeParam(search.MaxPage, search.MaxPage, "Reports on a page."), cursorParam},
			Answers: inJSON(ReportList{}), Example: Root + "/reports?size=3", Tagged: true, answer: (*handler).reports,
		},
		{
			Path: Root + "/reports/:id", Name: "report", Group: groupRead, Summary: "A report with its outline",
			Params: []Param{reportParam}, Answers: inJSON(Report{}), Example: Root + "/reports/{id}", Tagged: true, answer: (*handler).report,
		},
		{
			Path: Root + filePath, Name: "file", Group: groupRead, Summary: "The file that a report was read from",
			About:  "Given out only while it is the file that was indexed. Ranges of bytes may be asked for.",
			Params: []Param{reportParam}, Answers: []Content{{Type: "application/pdf"}, {Type: "text/plain"}, {Type: "application/octet-stream"}},
			Example: Root + "/reports/{id}/file", Tagged: true, answer: (*handler).file,
		},
	}
}

// filePath is where originals are given out, below Root.
const filePath = "/reports/:id/file"

func countRoutes() []Route {
	table := []Content{{Type: jsonType, Of: Table{}}, {Type: csvType}}
	line := []Content{{Type: jsonType, Of: TimelineAnswer{}}, {Type: csvType}}
	return []Route{
		{
			Path: Root + "/matrix", Name: "matrix", Group: groupCount, Summary: "Interventions by two facets: who says what",
			Params:  matrixParams,
			Answers: table, Example: Root + "/matrix?rows=country&cols=theme&size=3", Tagged: true, answer: (*handler).matrix,
		},
		{
			Path: Root + "/timeline", Name: "timeline", Group: groupCount, Summary: "Interventions by year or month",
			Params: slices.Concat([]Param{{
				Name: "unit", About: "Of time.", Values: []string{string(search.ByYear), string(search.ByMonth)}, Default: string(search.ByYear), Example: "month",
			}}, scopeParams, []Param{tableFormatParam}),
			Answers: line, Example: Root + "/timeline?q=remittances&unit=year", Tagged: true, answer: (*handler).timeline,
		},
	}
}

func nameRoutes() []Route {
	var kinds []string
	for _, k := range corpus.Kinds() {
		kinds = append(kinds, string(k))
	}
	return []Route{{
		Path: Root + "/vocabulary/:name", Name: "vocabulary", Group: groupNames, Summary: "The entries of a vocabulary",
		Params:  []Param{{Name: "name", InPath: true, About: "Name of the vocabulary.", Values: kinds, Example: "rcp"}, langParam},
		Answers: inJSON(VocabularyAnswer{}), Example: Root + "/vocabulary/rcp?lang=fr", Tagged: true, answer: (*handler).vocabularyList,
	}}
}

func serviceRoutes() []Route {
	return []Route{
		{
			Path: Root + "/openapi.json", Name: "openapi", Group: groupService, Summary: "This description",
			Answers: inJSON(map[string]any{}), Example: Root + "/openapi.json", Tagged: true, answer: (*handler).openapi,
		},
		{
			Path: "/healthz", Name: "alive", Group: groupService, Summary: "Whether the process answers",
			About: "Asks nothing of the index.", Answers: inJSON(Alive{}), Example: "/healthz",
		},
		{
			Path: "/readyz", Name: "ready", Group: groupService, Summary: "Whether the index answers",
			Answers: inJSON(Ready{}), Example: "/readyz",
		},
		{
			Path: "/metrics", Name: "metrics", Group: groupService, Summary: "Measures for Prometheus",
			Answers: []Content{{Type: "text/plain"}}, Example: "/metrics",
		},
		{
			Path: "/opensearch.xml", Name: "opensearch", Group: groupService, Summary: "The search box, for browsers",
			Answers: []Content{{Type: "application/opensearchdescription+xml"}}, Example: "/opensearch.xml",
		},
		{
			Path: "/widget.js", Name: "widget", Group: groupService, Summary: "The element <briefing-search>, always the newest",
			Answers: []Content{{Type: "text/javascript"}}, Tagged: true, Example: "/widget.js",
		},
		{
			Path: "/widget.d.ts", Name: "widgetTypes", Group: groupService, Summary: "Types of the element",
			Answers: []Content{{Type: "text/plain"}}, Tagged: true, Example: "/widget.d.ts",
		},
	}
}

func inJSON(of any) []Content { return []Content{{Type: jsonType, Of: of}} }

func citationFormats() []string {
	var out []string
	for _, f := range cite.Formats() {
		out = append(out, f.Name)
	}
	return out
}

func citationTypes() []Content {
	var out []Content
	for _, f := range cite.Formats() {
		mediaType, _, _ := strings.Cut(f.MediaType, ";")
		content := Content{Type: mediaType}
		if strings.HasSuffix(mediaType, "json") {
			content.Of = []map[string]any{}
		}
		out = append(out, content)
	}
	return out
}

// The parameters that several routes take.
var (
	wordsParam = Param{
		Name: "q", Length: query.MaxLength, Example: "remittances",
		About: `Words that must all be there, "phrases", "words near"~5, OR, -without, begin*, speling~, field:value. Nothing finds everything.`,
	}
	conceptsParam = Param{
		Name: "concepts", Values: []string{conceptsOn, conceptsOff}, Default: conceptsOn, Example: conceptsOff,
		About: "Whether words that name an RCP, a country, an organisation or a theme also find what is tagged with it, ranked below the words.",
	}
	typedParam  = Param{Name: "q", Length: query.MaxLength, Example: "regio", About: "What has been typed."}
	namingParam = Param{
		Name: "q", Length: MaxValue, Example: "workshop",
		About: "Beginnings of words that all stand in a report's title, symbol, series or place.",
	}
	prefixParam = Param{Name: "prefix", Example: "m", About: "What the value or its label begins with."}
	roleParam   = Param{
		Name: "country_role", Values: []string{string(corpus.SpeaksFor), string(corpus.Mentioned)}, Example: string(corpus.SpeaksFor),
		About: "How an intervention stands to the countries asked for; either way if not given.",
	}
	fromParam  = Param{Name: "from", Form: dateForm, Example: "2004", About: "First date: YYYY, YYYY-MM or YYYY-MM-DD."}
	toParam    = Param{Name: "to", Form: dateForm, Example: "2006-06", About: "Last date: YYYY, YYYY-MM or YYYY-MM-DD."}
	orderParam = Param{
		Name: "sort", Values: []string{string(search.ByRelevance), string(search.ByDate), string(search.ByDateDesc)}, Example: string(search.ByDateDesc),
		About: "Order of the interventions; by relevance if words are sought, the newest first if not.",
	}
	groupParam = Param{
		Name: "group", Values: []string{groupReport}, Example: groupReport,
		About: "The best hit of each report alone, with the number of its hits. Totals and facets count all hits.",
	}
	formsParam = Param{
		Name: FormsParameter, Values: []string{FormsAll, formsOne}, Default: FormsAll, Example: formsOne,
		About: "How a report counts that is held in several forms, as Word and as PDF, say: in all of them, or in one. The pages count one.",
	}
	placeParam = Param{
		Name: "in", Values: []string{inInterventions, inSections}, Default: inInterventions, Example: inSections,
		About: "Where to look: in what somebody said, or in the sections that are nobody's turn. Those have a report, a year, a date, a language and tags, but no speaker.",
	}
	cursorParam      = Param{Name: "cursor", Length: maxCursor, About: "The page after one that was answered: its next."}
	facetsParam      = Param{Name: "facets", Example: "rcp,theme", About: "Facets to count, separated by commas; all if not given, none if empty."}
	langParam        = Param{Name: "lang", Form: languageTag, Example: "fr", About: "Language of labels, as BCP 47 has it; English if not given or not there."}
	tableFormatParam = Param{
		Name: "format", Values: []string{asJSON, asCSV}, Example: asJSON, About: "Of the answer; what the header Accept asks for if not given, and JSON at last.",
	}
	interventionParam = Param{Name: "id", InPath: true, Example: "3f2a91c04be7d815-1", About: "Id of the intervention."}
	reportParam       = Param{Name: "id", InPath: true, Example: "3f2a91c04be7d815", About: "Id of the report."}
)

// sizeParam is how much of something is wanted.
func sizeParam(usual, most int, of string) Param {
	return Param{Name: "size", Number: true, Max: most, Default: strconv.Itoa(usual), Example: strconv.Itoa(min(usual, most)), About: of}
}

var (
	// scopeParams say which interventions are meant.
	scopeParams = slices.Concat([]Param{wordsParam, conceptsParam}, facetParams(), []Param{roleParam, fromParam, toParam, formsParam})
	// searchParams are those of a search, which ParseRequest reads.
	searchParams = slices.Concat(scopeParams, []Param{placeParam, orderParam, groupParam, sizeParam(DefaultSize, search.MaxPage, "Interventions on a page."), cursorParam, facetsParam, langParam})
)

// facetParams are the parameters that choose in facets.
func facetParams() []Param {
	examples := map[string]string{
		string(corpus.RCP): "RCM", string(corpus.Country): "MX", search.FieldSpeaker: "Ada Brook", string(corpus.Organisation): "IOM",
		string(corpus.Theme): "remittances", string(corpus.Act): "call", search.FieldYear: "2006", search.FieldReport: reportParam.Example,
		search.FieldSession: "Session I", search.FieldLanguage: "en",
	}
	var out []Param
	for _, name := range FacetNames() {
		out = append(out,
			Param{Name: name, Many: true, Form: facetForms[name], Example: examples[name], About: facetAbout[name]},
			Param{Name: "-" + name, Many: true, Form: facetForms[name], Example: examples[name], About: "Exclude what " + name + " would choose."})
	}
	return out
}

// The forms of values.
var (
	dateForm    = &Form{"a date", regexp.MustCompile(`^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$`)}
	languageTag = &Form{"a language tag", regexp.MustCompile(`^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$`)} // enough of BCP 47 to look a label up by
	facetForms  = map[string]*Form{
		search.FieldYear:     {"a year of four digits", regexp.MustCompile(`^[12][0-9]{3}$`)},
		search.FieldLanguage: {"a language code", regexp.MustCompile(`^[a-zA-Z]{2,3}$`)},
	}
)

var facetAbout = map[string]string{
	string(corpus.RCP):          "Regional Consultative Process: its id, a label or an alias.",
	string(corpus.Country):      "Country: its ISO 3166-1 alpha-2 code, a name or an alias. States that are no more keep the code they had there: CS, DD, YD, YU.",
	search.FieldSpeaker:         "Speaker: the name, or some of its words.",
	string(corpus.Organisation): "Organisation: its id, a label, an alias, or the name in a report.",
	string(corpus.Theme):        "Theme: its id, a label or an alias.",
	string(corpus.Act):          "Act of speech: its id, a label or an alias.",
	search.FieldYear:            "Year of the report, four digits.",
	search.FieldReport:          "Report: its id.",
	search.FieldSession:         "Session: the title, or some of its words.",
	search.FieldLanguage:        "Language of the intervention: a code of two or three letters.",
}
