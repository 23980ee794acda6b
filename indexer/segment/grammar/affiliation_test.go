package grammar_test

import (
	"strings"
	"testing"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/indexer/segment/grammar"
)

// TestAffiliationOf divides what stands behind a name between office, organisation and State.
func TestAffiliationOf(t *testing.T) {
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string][3]string{
		"Director of External Relations for the IOM":                                       {"Director of External Relations", "IOM", ""},
		"Coordinator of the Technical Secretariat of the Regional Conference on Migration": {"Coordinator of the Technical Secretariat", "Regional Conference on Migration", ""},
		"Secretary General of the Secretariat for the Lighting of the Harbour Process":     {"Secretary General", "Secretariat for the Lighting of the Harbour Process", ""},
		"Third Secretary of the Permanent Mission of Ghana to the United Nations":          {"Third Secretary", "Permanent Mission of Ghana to the United Nations", "GH"},
		"Permanent Representative of Ghana to the United Nations Office at Geneva":         {"Permanent Representative", "", "GH"},
		"Représentant permanent du Ghana auprès de l'Office des Nations Unies":             {"Représentant permanent", "", "GH"},
		"Representante Permanente del Perú ante la Organización de los Estados Americanos": {"Representante Permanente", "", "PE"},
		"Ambassador of Ghana to Kenya":                                                     {"Ambassador of Ghana to Kenya", "", "GH"},
		"State Secretary of the Federal Foreign Office of Germany":                         {"State Secretary", "Federal Foreign Office of Germany", "DE"},
		"the Director General of the IOM, who attended the opening":                        {"Director General", "IOM", ""},
		"MP, Minister for Health, Justice and Sports":                                      {"Minister for Health, Justice and Sports", "", ""},
		"MP Minister for Foreign Affairs":                                                  {"Minister for Foreign Affairs", "", ""},
		"Government Agent before the Court of Human Rights, Ministry of Justice":           {"Government Agent before the Court of Human Rights", "Ministry of Justice", ""},
		"Government House Leader":                                                          {"Government House Leader", "", ""},
		"Leader of Government Business":                                                    {"Leader of Government Business", "", ""},
		"Counsellor,Permanent Mission of Ghana":                                            {"Counsellor", "Permanent Mission of Ghana", "GH"},
		"adjointe.":                                                                        {"adjointe", "", ""},
		"IOM Director General":                                                             {"Director General", "IOM", ""},
		"World Food Programme Executive Director":                                          {"Executive Director", "World Food Programme", ""},
		"Ghana's Minister of Ports":                                                        {"Minister of Ports", "", "GH"},
		"IOM’s Head of Ports":                                                              {"Head of Ports", "IOM", ""},
		"ministra chilena":                                                                 {"ministra chilena", "", "CL"},
		"canciller ecuatoriano":                                                            {"canciller ecuatoriano", "", "EC"},
		"director general":                                                                 {"director general", "", ""},
		"IOM Lead Author":                                                                  {"Lead Author", "IOM", ""},
		"Consultant, Lamp Foundation":                                                      {"Consultant", "Lamp Foundation", ""},
		"Lamp Policy Director, Quayworks International":                                    {"Lamp Policy Director", "Quayworks International", ""},
		"Minister of Energy, Water and Lamps":                                              {"Minister of Energy, Water and Lamps", "", ""},
		"Deputy Permanent Representative, on 30 November 2017":                             {"Deputy Permanent Representative", "", ""},
		"Chief, Lamps Section, Office of the High Commissioner for Human Rights":           {"Chief, Lamps Section", "Office of the High Commissioner for Human Rights", ""},
	} {
		a := grammar.AffiliationOf(text, grammar.NamesOf(v))
		if got := [3]string{a.Role, a.Organisation, a.Country}; got != want {
			t.Errorf("%q:\n got %q\nwant %q", text, got, want)
		}
	}
}

// TestOfficeName writes offices in capitals as in a sentence.
func TestOfficeName(t *testing.T) {
	for printed, want := range map[string]string{
		"MINISTER OF LAMPS":               "Minister of Lamps",
		"SUBSECRETARIA DE FAROS Y MAREAS": "Subsecretaria de Faros y Mareas",
		"H.M. CONSUL":                     "H.M. Consul",
		"Minister of Lamps":               "Minister of Lamps",
		"MINISTRA DA ENERGIA E DO MAR":    "Ministra da Energia e do Mar",
	} {
		if got := grammar.OfficeName(printed); got != want {
			t.Errorf("%q: %q, want %q", printed, got, want)
		}
	}
}

// TestBodyBehind takes for a body what names no office behind a full name, and nothing behind a single word.
func TestBodyBehind(t *testing.T) {
	for printed, want := range map[string][2]string{
		"Ada Brook, Lamp News Today":       {"", "Lamp News Today"},
		"Ada Brook, Minister of Lamps":     {"Minister of Lamps", ""},
		"Ada Brook, First Sea Lord":        {"First Sea Lord", ""},
		"Ada Brook, Erste Bürgermeisterin": {"Erste Bürgermeisterin", ""},
		"Keeper, Ada Luz Brook":            {"Ada Luz Brook", ""},
		"Ada Brook, keeper of the keys":    {"keeper of the keys", ""},
	} {
		name, role, _ := strings.Cut(printed, ", ")
		sp := corpus.Speaker{Name: name, Role: role, AsPrinted: printed}
		grammar.BodyBehind(&sp)
		if got := [2]string{sp.Role, sp.Organisation}; got != want {
			t.Errorf("%q: %q, want %q", printed, got, want)
		}
	}
}
