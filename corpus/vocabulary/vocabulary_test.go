package vocabulary_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
)

func load(tb testing.TB) *vocabulary.Vocabulary {
	tb.Helper()
	v, err := vocabulary.Default()
	if err != nil {
		tb.Fatal(err)
	}
	return v
}

// found prints matches as "kind:id=words".
func found(v *vocabulary.Vocabulary, text string) []string {
	var out []string
	for _, m := range v.Find(text) {
		out = append(out, string(m.Entry.Kind)+":"+m.Entry.ID+"="+text[m.Start:m.End])
	}
	return out
}

func TestFind(t *testing.T) {
	v := load(t)
	for _, tc := range []struct{ text, want string }{
		{"The Puebla Process, or RCM, met.", "rcp:RCM=Puebla Process rcp:RCM=RCM"},
		{"the value of the Bali and Colombo Processes for us", "rcp:BALI=Bali rcp:COLOMBO=Colombo Processes"},
		{"los Procesos de Bali y Colombo", "rcp:BALI=Procesos de Bali rcp:COLOMBO=Colombo"},
		{"a seminar held in Bali, Indonesia", "country:ID=Indonesia"},
		{"the VI South American Conference on Migration", "rcp:SACM=South American Conference on Migration"},
		{"MIDSA's chair and its 14 Southern African Development Community states", "rcp:MIDSA=MIDSA organisation:SADC=Southern African Development Community"},
		{"the Bureau of Population, Refugees and Migration", "organisation:US-PRM=Bureau of Population, Refugees and Migration"},
		{"Consultations on Asylum, Refugees and Migration began", ""},
		{"the Inter-Governmental Consultations on Asylum, Refugees and Migration (IGC)", "rcp:IGC=Inter-Governmental Consultations on Asylum, Refugees and Migration rcp:IGC=IGC"},
		{"for the U.S., both mattered; US policy too. They told us.", "country:US=U.S. country:US=US"},
		{"Guinea-Bissau, Guinea, Equatorial Guinea and Papua New Guinea", "country:GW=Guinea-Bissau country:GN=Guinea country:GQ=Equatorial Guinea country:PG=Papua New Guinea"},
		{"the Republic of Korea and the Democratic People's Republic of Korea", "country:KR=Republic of Korea country:KP=Democratic People's Republic of Korea"},
		{"Niger and Nigeria, Nigerien and Nigerian", "country:NE=Niger country:NG=Nigeria country:NE=Nigerien country:NG=Nigerian"},
		{"the Democratic Republic of the Congo and the Congo", "country:CD=Democratic Republic of the Congo country:CG=Congo"},
		{"Iran (Islamic Republic of) and St. Lucia", "country:IR=Iran (Islamic Republic of) country:LC=St. Lucia"},
		{"signed in Mexico City", ""},
		{"we polish our turkey dishes", ""},
		{"los trabajadores venezolanos", "country:VE=venezolanos"},
		{"Polish and Turkish workers", "country:PL=Polish country:TR=Turkish"},
		{"Ms. Zoe (Côte d’Ivoire) (spoke in French): I", "country:CI=Côte d’Ivoire"},
		{"who can say what las is", ""},
		{"中国支持", "act:support=中国支持 country:CN=中国"},
		{"WHO and the Andean Community", "organisation:WHO=WHO organisation:CAN=Andean Community"},
		{"labor migration and labour migrants' remittance", "theme:labour-migration=labor migration theme:labour-migration=labour migrants theme:human-rights=migrants theme:remittances=remittance"},
		{"drug trafficking is not human trafficking", "theme:trafficking=human trafficking"},
		{"irregular migration is no regular migration", "theme:irregular-migration=irregular migration theme:regular-pathways=regular migration"},
		{"evidence-based policies on biometrics", "theme:data-research=evidence-based policies theme:identity-documents=biometrics"},
		{"Беларуси и Российской Федерации", "country:BY=Беларуси country:RU=Российской Федерации"},
		{"ولبنان والأردن", "country:LB=ولبنان country:JO=والأردن"},
		{"中国和法国", "country:CN=中国 country:FR=法国"},
		{"We met in Guinea. Bissau is elsewhere", "country:GN=Guinea"},
		{"Dominica and the Dominican Republic", "country:DM=Dominica country:DO=Dominican Republic"},
		{"the 5+5 Dialogue", "rcp:FIVE-PLUS-FIVE=5+5 Dialogue"},
		{"the Söderköping process", "rcp:SODERKOPING=Söderköping process"},
	} {
		if got := strings.Join(found(v, tc.text), " "); got != tc.want {
			t.Errorf("%s\n got %s\nwant %s", tc.text, got, tc.want)
		}
	}
}

func TestResolve(t *testing.T) {
	v := load(t)
	for _, tc := range []struct {
		kind     corpus.Kind
		name, id string
	}{
		{corpus.RCP, "rcm", "RCM"},
		{corpus.RCP, "puebla process", "RCM"},
		{corpus.RCP, "Proceso de Puebla", "RCM"},
		{corpus.Country, "Indonesia", "ID"},
		{corpus.Country, "república de indonesia", "ID"},
		{corpus.Country, "Côte d'Ivoire", "CI"},
		{corpus.Country, "no", "NO"},
		{corpus.Theme, "Remittances", "remittances"},
		{corpus.Organisation, "iom", "IOM"},
		{corpus.RCP, "no such process", ""},
	} {
		e, ok := v.Resolve(tc.kind, tc.name)
		switch {
		case ok != (tc.id != ""):
			t.Errorf("%s %q: found %v", tc.kind, tc.name, ok)
		case ok && e.ID != tc.id:
			t.Errorf("%s %q: got %s, want %s", tc.kind, tc.name, e.ID, tc.id)
		}
	}
}

func TestPlace(t *testing.T) {
	v := load(t)
	for name, id := range map[string]string{
		"Puebla": "RCM", "puebla": "RCM", "bali": "BALI", "Colombo": "COLOMBO", "söderköping": "SODERKOPING", "Soderkoping": "SODERKOPING",
		"Geneva": "", "Regional": "", "": "", "Puebla Process": "",
	} {
		e, ok := v.Place(name)
		if ok != (id != "") || ok && e.ID != id {
			t.Errorf("%q: %v, %v, want %q", name, e, ok, id)
		}
	}
}

// TestNamesAreClaimedOnce tells which names two entries of a kind claim without a
// rule that decides.
func TestNamesAreClaimedOnce(t *testing.T) {
	v := load(t)
	for _, k := range []corpus.Kind{corpus.RCP, corpus.Country, corpus.Organisation} {
		claimed := make(map[string]string)
		for e := range v.Entries(k) {
			for _, a := range e.Aliases {
				if a.NeedsContext || a.Prefix {
					continue // the text decides
				}
				name := strings.ToLower(a.Text)
				if a.CaseExact {
					name = a.Text
				}
				if other := claimed[name]; other != "" && other != e.ID {
					t.Errorf("%s: %s and %s both claim %q", k, other, e.ID, a.Text)
				}
				claimed[name] = e.ID
			}
		}
	}
}

// TestReferencesLeadSomewhere follows what entries say of each other.
func TestReferencesLeadSomewhere(t *testing.T) {
	v := load(t)
	for e := range v.Entries(corpus.RCP) {
		for _, m := range e.Members {
			if _, ok := v.Entry(corpus.Country, m.Country); !ok {
				t.Errorf("%s: no country %q", e.ID, m.Country)
			}
		}
	}
	for e := range v.Entries(corpus.Theme) {
		if _, ok := v.Entry(corpus.Theme, e.Broader); !ok && e.Broader != "" {
			t.Errorf("%s: no broader theme %q", e.ID, e.Broader)
		}
		if v.Group(e.Group, "fr") == "" {
			t.Errorf("%s: no group %q", e.ID, e.Group)
		}
	}
}

func TestVocabularyHoldsWhatItMust(t *testing.T) {
	v := load(t)
	count := make(map[corpus.Kind]int)
	for _, k := range corpus.Kinds() {
		for range v.Entries(k) {
			count[k]++
		}
	}
	if diff := cmp.Diff(40, count[corpus.Theme]); diff != "" {
		t.Errorf("themes: %s", diff)
	}
	if count[corpus.Country] < 195 || count[corpus.RCP] < 30 || count[corpus.Organisation] < 40 {
		t.Errorf("got %v", count)
	}
}

func FuzzFind(f *testing.F) {
	v := load(f)
	for _, s := range []string{"the Bali and Colombo Processes", "U.S.A.", "Беларуси", "وال", "5+5", "\xff\xfe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, m := range v.Find(s) {
			if m.Entry == nil || m.Start < 0 || m.End > len(s) || m.Start >= m.End || m.Start < last {
				t.Fatalf("%q: %+v", s, m)
			}
			last = m.Start
		}
	})
}

func BenchmarkFind(b *testing.B) {
	v := load(b)
	text := strings.Repeat("The delegate of Indonesia spoke of remittances in the Bali Process, and of the cost of sending money home for workers who had been away for years. ", 200)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		v.Find(text)
	}
}
