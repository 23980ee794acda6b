package web_test

import (
	"fmt"
	"strings"

	"briefsearch/corpus"
)

// crowd is an engine with so many reports that tables and timelines have
// something to show: the same every time, and nobody's words.
func crowd() *fake {
	people := []struct{ name, country, role string }{
		{"Ada Lindqvist", "SV", "Director of Migration"},
		{"Budi Santoso", "ID", "Third Secretary"},
		{"Clara Ibáñez", "MX", "Consul General"},
		{"Dawit Haile", "ET", "Adviser"},
		{"Elena Petrova", "RU", "Deputy Minister"},
		{"Farida Khan", "PK", "Counsellor"},
		{"Gaspard Mbaye", "SN", "Directeur de la population"},
		{"Hana Novák", "CZ", "Head of Unit"},
		{"Ines Duarte", "", "Executive Secretary of the Forum"},
		{"", "CA", ""},
	}
	rcps := []string{"RCM", "BALI", "SACM", "MIDSA", "COLOMBO"}
	themes := []string{"remittances", "trafficking", "return-reintegration", "labour-migration", "integration", "border-management", "diaspora"}
	years := []string{"2001", "2003", "2004", "2006", "2007", "2009", "2010", "2014"}
	f := &fake{}
	n := 0
	for y, year := range years {
		r := &corpus.Report{
			ID: corpus.ReportID("crowd" + year), Title: "Invented dialogue of " + year, Kind: "briefing report", Date: corpus.Date(year + "-05"),
			Place: "Geneva", Language: "en", Pages: 12, Layout: "narrative", Reader: "text",
			Sections: []corpus.Section{{Title: "Opening", Page: 1, Text: "Mr. Olaf Grimsson opened the dialogue."}},
		}
		for i := range 6 + 3*(y%4) {
			n = (n*37 + i + 11) % 1009
			who := people[n%len(people)]
			rcp, theme := rcps[n%7%len(rcps)], themes[(n/3)%11%len(themes)]
			other := people[(n/5)%len(people)].country
			in := corpus.Intervention{
				Language: "en", PageFrom: 2 + i/2, PageTo: 2 + i/2,
				Speaker: corpus.Speaker{Name: who.name, AsPrinted: printed(who.name, who.role), Role: who.role, Country: who.country},
				Text: fmt.Sprintf("Turn %d of %s. %s spoke of the %s at some length, named the ZQX fund and said that %s is a matter for neighbours and not for one State alone.",
					i+1, year, who.name, rcp, strings.ReplaceAll(theme, "-", " ")),
			}
			tag(&in, corpus.RCP, rcp, rcp, corpus.About, "acronym:"+rcp)
			tag(&in, corpus.Theme, theme, theme, "", "term:"+strings.ReplaceAll(theme, "-", " "))
			if who.country != "" {
				tag(&in, corpus.Country, who.country, who.country, corpus.SpeaksFor, "speaker:"+"spoke")
			}
			if other != "" && other != who.country {
				tag(&in, corpus.Country, other, other, corpus.Mentioned, "name:"+"State")
			}
			r.Interventions = append(r.Interventions, in)
		}
		corpus.AssignIDs(r)
		f.reports = append(f.reports, r)
	}
	return f
}

// printed is how a report presents a speaker.
func printed(name, role string) string {
	if name == "" {
		return "The delegate of Canada"
	}
	return name + ", " + role
}
