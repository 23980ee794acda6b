package web_test

import (
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
)

// world is an engine with three small reports, one of them hostile.
func world() *fake { return &fake{reports: []*corpus.Report{workshop(), reunion(), hostile()}} }

func workshop() *corpus.Report {
	first := &corpus.Session{Number: 1, Title: "Session I: Secretariats report"}
	second := &corpus.Session{Number: 2, Title: "Session II: Governments reply"}
	r := &corpus.Report{
		ID: "workshop2006", Title: "Workshop on regional dialogue", Series: "Invented Workshop Series", Kind: "briefing report",
		Date: "2006-06-20", Place: "Geneva", Organisers: []string{"IOM"}, Language: "en", Pages: 3, Layout: "narrative",
		Reader: "text", Source: corpus.Source{File: "workshop.txt", Path: "/secret/workshop.txt", SHA256: strings.Repeat("ab", 32)},
		Sections: []corpus.Section{{Title: "Background", Page: 1, Text: "The workshop was held for a day.\n\nIt had two sessions."}},
		Interventions: []corpus.Intervention{
			{
				Session: first, Language: "en", PageFrom: 1, PageTo: 2,
				Speaker: corpus.Speaker{
					Name: "Ada Lindqvist", AsPrinted: "Ms. Ada Lindqvist, Coordinator of the Technical Secretariat", Honorific: "Ms.",
					Role: "Coordinator of the Technical Secretariat", Organisation: "Regional Conference on Migration",
				},
				Text: "Ms. Ada Lindqvist, Coordinator of the Technical Secretariat, spoke of the Regional Conference on Migration. The RCM meets twice a year, and its members exchange what they know of remittances.\n\n" +
					"She added that the secretariat of the RCM writes the minutes, and that the Puebla Process began as a conversation.",
				Lines: []corpus.Line{{Start: 0, Page: 1}, {Start: 116, Page: 2}},
			},
			{
				Session: second, Language: "en", PageFrom: 2, PageTo: 2,
				Speaker: corpus.Speaker{
					Name: "Budi Santoso", AsPrinted: "Mr. Budi Santoso, Third Secretary", Honorific: "Mr.", Role: "Third Secretary",
					Organisation: "Permanent Mission of Indonesia", Country: "ID",
				},
				Text: "Mr. Budi Santoso, Third Secretary, said that Indonesia counts on the Bali Process against the trafficking in persons, and asked Mexico about its experience.",
			},
			{
				Session: second, Language: "en", PageFrom: 3, PageTo: 3,
				Speaker: corpus.Speaker{Name: "Clara Ibáñez", AsPrinted: "Ms. Clara Ibáñez", Honorific: "Ms.", Country: "MX", Presiding: true, OnBehalfOf: []string{"the RCM"}},
				Text:    "Ms. Clara Ibáñez of Mexico thanked Indonesia. Remittances, she said, are the wages of families and no aid; the RCM and the South American Conference on Migration should say so together.",
			},
		},
	}
	tag(&r.Interventions[0], corpus.RCP, "RCM", "Regional Conference on Migration (Puebla Process)", corpus.SpeaksFor,
		"name:Regional Conference on Migration", "acronym:RCM", "alias:Puebla Process")
	tag(&r.Interventions[0], corpus.Theme, "remittances", "Remittances", "", "term:remittances")
	tag(&r.Interventions[1], corpus.RCP, "BALI", "Bali Process", corpus.About, "name:Bali Process")
	tag(&r.Interventions[1], corpus.Country, "ID", "Indonesia", corpus.SpeaksFor, "name:Indonesia")
	tag(&r.Interventions[1], corpus.Country, "MX", "Mexico", corpus.Mentioned, "name:Mexico")
	tag(&r.Interventions[1], corpus.Theme, "trafficking", "Trafficking in persons", "", "term:trafficking in persons")
	tag(&r.Interventions[2], corpus.Country, "MX", "Mexico", corpus.SpeaksFor, "name:Mexico")
	tag(&r.Interventions[2], corpus.Country, "ID", "Indonesia", corpus.Mentioned, "name:Indonesia")
	tag(&r.Interventions[2], corpus.RCP, "RCM", "Regional Conference on Migration (Puebla Process)", corpus.Mentioned, "acronym:RCM")
	tag(&r.Interventions[2], corpus.RCP, "SACM", "South American Conference on Migration", corpus.Mentioned, "name:South American Conference on Migration")
	tag(&r.Interventions[2], corpus.Theme, "remittances", "Remittances", "", "term:Remittances")
	corpus.AssignIDs(r)
	return r
}

func reunion() *corpus.Report {
	r := &corpus.Report{
		ID: "reunion2009", Title: "Réunion sur la mobilité", Kind: "summary record", Date: "2009-03", Language: "fr", Pages: 2,
		Layout: "verbatim", Reader: "text",
		Interventions: []corpus.Intervention{
			{
				Language: "fr", PageFrom: 1, PageTo: 1,
				Speaker: corpus.Speaker{Name: "Awa Diop", AsPrinted: "Mme Awa Diop (Sénégal)", Honorific: "Mme", Country: "SN"},
				Text:    "Mme Awa Diop (Sénégal) dit que les envois d’argent des émigrés dépassent l’aide reçue.",
			},
			{
				Language: "ar", PageFrom: 2, PageTo: 2,
				Speaker: corpus.Speaker{AsPrinted: "ممثل لبنان", Country: "LB"},
				Text:    "ممثل لبنان قال إن بلده يستقبل عددا كبيرا من الناس.",
			},
		},
	}
	tag(&r.Interventions[0], corpus.Country, "SN", "Senegal", corpus.SpeaksFor, "name:Sénégal")
	corpus.AssignIDs(r)
	return r
}

// attack is what a report must never make a page do.
const attack = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`

func hostile() *corpus.Report {
	r := &corpus.Report{
		ID: "hostile2020", Title: "Report " + attack, Series: attack, Kind: attack, Date: "2020", Place: attack, Organisers: []string{attack}, Language: `en" onload="x`,
		Pages: 1, Layout: "prose", Reader: "text", Source: corpus.Source{File: attack},
		Sections: []corpus.Section{{Title: attack, Page: 1, Text: attack}},
		Interventions: []corpus.Intervention{{
			Language: `en" onload="x`, PageFrom: 1, PageTo: 1, Session: &corpus.Session{Number: 1, Title: attack},
			Speaker: corpus.Speaker{Name: "Eve " + attack, AsPrinted: attack, Role: attack, Organisation: attack, OnBehalfOf: []string{attack}},
			Text:    "Eve " + attack + " said nothing of use about remittances.",
		}},
	}
	tag(&r.Interventions[0], corpus.Organisation, `"><script>`, attack, corpus.SpeaksFor, attack+":"+"onerror")
	corpus.AssignIDs(r)
	return r
}

// tag gives a turn a tag whose evidence is every occurrence of some words. Each
// is written "via:words".
func tag(in *corpus.Intervention, k corpus.Kind, id, label string, rel corpus.Relation, evidence ...string) {
	t := corpus.Tag{Kind: k, ID: id, Label: label}
	t.Add(rel)
	for _, e := range evidence {
		i := strings.LastIndex(e, ":")
		via, words := e[:i], e[i+1:]
		for at := 0; ; {
			i := strings.Index(in.Text[at:], words)
			if i < 0 {
				break
			}
			start := utf8.RuneCountInString(in.Text[:at+i])
			t.Evidence = append(t.Evidence, corpus.Evidence{Start: start, End: start + utf8.RuneCountInString(words), Text: words, Via: via})
			at += i + len(words)
		}
	}
	in.Tags = append(in.Tags, t)
}
