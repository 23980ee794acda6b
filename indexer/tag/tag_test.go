package tag_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/indexer/tag"
)

func tagger(tb testing.TB) *tag.Tagger {
	tb.Helper()
	v, err := vocabulary.Default()
	if err != nil {
		tb.Fatal(err)
	}
	return tag.New(v)
}

// tagged tags one turn of a report that has these sections, and prints the tags as
// "kind:ID/relation".
func tagged(tb testing.TB, in corpus.Intervention, sections ...string) []string {
	tb.Helper()
	r := &corpus.Report{Language: "en", Interventions: []corpus.Intervention{in}}
	for _, s := range sections {
		r.Sections = append(r.Sections, corpus.Section{Text: s})
	}
	tagger(tb).Tag(r)
	check(tb, &r.Interventions[0])
	out := []string{}
	for _, tg := range r.Interventions[0].Tags {
		s := string(tg.Kind) + ":" + tg.ID
		for _, rel := range tg.Relations {
			s += "/" + string(rel)
		}
		out = append(out, s)
	}
	return out
}

// check holds every tag to its promises: evidence, in order, with true offsets.
func check(tb testing.TB, in *corpus.Intervention) {
	tb.Helper()
	text := []rune(in.Text)
	for _, tg := range in.Tags {
		if len(tg.Evidence) == 0 {
			tb.Errorf("%s %s has no evidence", tg.Kind, tg.ID)
		}
		last := -1
		for _, e := range tg.Evidence {
			if e.Start < 0 || e.End > len(text) || e.Start > e.End || string(text[e.Start:e.End]) != e.Text || e.Via == "" {
				tb.Errorf("%s %s: evidence %+v does not stand in the text", tg.Kind, tg.ID, e)
			}
			if e.Start < last {
				tb.Errorf("%s %s: evidence is not in order", tg.Kind, tg.ID)
			}
			last = e.Start
		}
	}
}

func TestTag(t *testing.T) {
	intro := func(as, rest string, sp corpus.Speaker) corpus.Intervention {
		sp.AsPrinted = as
		return corpus.Intervention{Language: "en", Text: as + rest, Speaker: sp}
	}
	plain := func(text string) corpus.Intervention { return corpus.Intervention{Language: "en", Text: text} }
	for _, tc := range []struct {
		name     string
		in       corpus.Intervention
		sections []string
		want     []string
	}{
		{
			name: "a secretariat speaks for its process",
			in: intro("Ms. Ana Paz, Coordinator of the Secretariat of the Puebla Process", ", spoke of budgets.",
				corpus.Speaker{Organisation: "Puebla Process"}),
			want: []string{"rcp:RCM/speaks_for"},
		},
		{
			name: "a recommendation in a list, by the State behind it",
			in: corpus.Intervention{
				Language: "en", Text: "77.2. Light lamps together with Egypt (Egypt);", Listed: true,
				Speaker: corpus.Speaker{AsPrinted: "Egypt", Country: "EG"},
			},
			want: []string{"country:EG/speaks_for/mentioned", "act:recommend"},
		},
		{
			name: "so does who says so in the first paragraph",
			in: intro("Mr. Li", ": I speak in my capacity as Co-Chair of the Bali Process. We heard of the Colombo Process too.",
				corpus.Speaker{}),
			want: []string{"rcp:BALI/speaks_for", "rcp:COLOMBO/mentioned"},
		},
		{
			name: "who is thanked as a chair does not make the speaker one",
			in:   intro("Mr. Li", ": We welcome the role of Peru as Co-Chair of the Bali Process.", corpus.Speaker{}),
			want: []string{"rcp:BALI/about", "country:PE/mentioned", "act:welcome"},
		},
		{
			name: "who says for which group he speaks",
			in:   intro("Ms. Ek (Sweden)", ": I have the honour to speak on behalf of the European Union. Egypt spoke on behalf of the African Group.", corpus.Speaker{Country: "SE"}),
			want: []string{"country:SE/speaks_for", "country:EG/mentioned", "organisation:EU/speaks_for/mentioned", "organisation:AFRICAN-GROUP/mentioned"},
		},
		{
			name: "the group that a speaker is known to speak for, where the turn begins",
			in: intro("Ms. Holm (Tuvalu)", ": In the name of the Eastern European Group, I thank the Group of 21.",
				corpus.Speaker{Country: "TV", OnBehalfOf: []string{"Eastern European Group"}}),
			want: []string{"country:TV/speaks_for", "organisation:EEG/speaks_for/mentioned", "organisation:G21/mentioned"},
		},
		{
			name: "who thanks a chair is not it",
			in:   intro("Mr. Li", ", after greetings, sat. He thanked the Chair of the Bali Process.", corpus.Speaker{}),
			want: []string{"rcp:BALI/mentioned"},
		},
		{
			name: "a State's own mission speaks for it, not for the place it is accredited to",
			in: intro("Mr. Bo Ek, Attaché of the Permanent Mission of Sweden to the United Nations", ", greeted Peru. Sweden would help.",
				corpus.Speaker{Organisation: "Permanent Mission of Sweden to the United Nations", Country: "SE"}),
			want: []string{"country:SE/speaks_for/mentioned", "country:PE/mentioned"},
		},
		{
			name: "a name is no country",
			in:   plain("He thanked Mr. Jordan, Ms. Ana Georgia and Dr. Chad, and greeted Jordan."),
			want: []string{"country:JO/mentioned"},
		},
		{
			name:     "an acronym that the report defines as another thing",
			in:       plain("The RCM met twice."),
			sections: []string{"The Refugee Coordination Mechanism (RCM) is described here, after the Regional Conference on Migration."},
			want:     []string{},
		},
		{
			name:     "an acronym that the report defines as its process",
			in:       plain("The RCM met twice."),
			sections: []string{"The Regional Conference on Migration (RCM) is described here."},
			want:     []string{"rcp:RCM/about"},
		},
		{
			name: "a turn is about none of the processes that it lists",
			in:   plain("The Budapest Process, the Prague Process, the Rabat Process on migration and the Khartoum Process on migration sent greetings."),
			want: []string{"rcp:BUDAPEST/mentioned", "rcp:PRAGUE/mentioned", "rcp:RABAT/mentioned", "rcp:KHARTOUM/mentioned"},
		},
		{
			name: "an acronym of several meanings beside nothing",
			in:   plain("IGC prices rose. WHO? CAN it be?"),
			want: []string{},
		},
		{
			name: "an acronym of several meanings beside migration",
			in:   plain("Among consultative processes on migration, IGC is the oldest."),
			want: []string{"rcp:IGC/about"},
		},
		{
			name: "a weak term counts beside another",
			in:   plain("They spoke of the return, and of those who returned."),
			want: []string{"theme:return-reintegration"},
		},
		{
			name: "and not alone",
			in:   plain("They spoke of the return of the dry season."),
			want: []string{},
		},
		{
			name: "nor beside one that is far away",
			in:   plain("They spoke of the return of the dry season." + strings.Repeat(" The road is long.", 40) + " Then they returned."),
			want: []string{},
		},
		{
			name: "the speaker's office is no theme",
			in: intro("Mr. Ode, Head of the Remittances Desk", ", spoke of bridges.",
				corpus.Speaker{Organisation: "Remittances Desk"}),
			want: []string{},
		},
		{
			name: "a global process is no RCP",
			in:   plain("The Global Forum on Migration and Development met."),
			want: []string{"theme:global-process"},
		},
		{
			name: "adjectives of another language",
			in:   plain("In English, rusa is no Russian: los rusos."),
			want: []string{"country:RU/mentioned"},
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, tagged(t, tc.in, tc.sections...)); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", tc.in.Text, diff)
			}
		})
	}
}

// TestEvidence shows what an officer sees as the reason of a tag.
func TestEvidence(t *testing.T) {
	in := corpus.Intervention{Language: "en", Text: "Señora X: the Puebla Process and Côte d’Ivoire."}
	r := &corpus.Report{Interventions: []corpus.Intervention{in}}
	tagger(t).Tag(r)
	got := map[string][]corpus.Evidence{}
	for _, tg := range r.Interventions[0].Tags {
		got[tg.ID] = tg.Evidence
	}
	want := map[string][]corpus.Evidence{
		"RCM": {{Start: 14, End: 28, Text: "Puebla Process", Via: "alias"}},
		"CI":  {{Start: 33, End: 46, Text: "Côte d’Ivoire", Via: "name"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestJoinedByIsItsOwnEvidence shows where a State stands that joins the speaker.
func TestJoinedByIsItsOwnEvidence(t *testing.T) {
	r := &corpus.Report{Interventions: []corpus.Intervention{{
		Language: "en", Text: "NORWAY, with PERU, asked for a bridge.",
		Speaker: corpus.Speaker{AsPrinted: "NORWAY", Country: "NO", JoinedBy: []string{"PERU"}},
	}}}
	tagger(t).Tag(r)
	for _, tg := range r.Interventions[0].Tags.Of(corpus.Country) {
		if len(tg.Evidence) != 1 || !tg.Has(corpus.SpeaksFor) || !strings.EqualFold(tg.Evidence[0].Text, tg.Label) {
			t.Errorf("%s: %+v", tg.ID, tg)
		}
	}
}

// TestSections tags what nobody says, and lets nobody speak there.
func TestSections(t *testing.T) {
	r := &corpus.Report{Language: "en", Sections: []corpus.Section{{
		Text: "In its capacity as Chair of the Bali Process Peru hosted the talks. I speak on behalf of the European Union. They called for safe remittances.",
	}}}
	tagger(t).Tag(r)
	var got []string
	for _, tg := range r.Sections[0].Tags {
		got = append(got, fmt.Sprintf("%s:%s%v", tg.Kind, tg.ID, tg.Relations))
	}
	want := []string{"rcp:BALI[about]", "country:PE[mentioned]", "organisation:EU[mentioned]", "theme:remittances[]", "act:call[]"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestTagIsStable tags the same report twice.
func TestTagIsStable(t *testing.T) {
	make1 := func() []byte {
		r := &corpus.Report{Interventions: []corpus.Intervention{{
			Text:    "The European Union, the African Union and Chile spoke of remittances, asylum and the Bali and Colombo Processes.",
			Speaker: corpus.Speaker{OnBehalfOf: []string{"European Union", "African Union", "Chile", "Peru"}},
		}}}
		tagger(t).Tag(r)
		b, err := json.Marshal(r.Interventions[0].Tags)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	first := make1()
	for range 20 {
		if again := make1(); !slices.Equal(first, again) {
			t.Fatalf("first %s\nthen %s", first, again)
		}
	}
}

func FuzzTag(f *testing.F) {
	tg := tagger(f)
	for _, s := range []string{
		"Ms. X, Chair of the Bali Process, said. The RCM (RCM) met.", "(RCM", "Mr. Jordan", "en español\n\nу России", "\xff(IGC)\xfe",
	} {
		f.Add(s, len(s)/2)
	}
	f.Fuzz(func(t *testing.T, text string, cut int) {
		text = strings.ToValidUTF8(text, "")
		cut = len(string([]rune(text)[:max(0, min(cut, len([]rune(text))))]))
		in := corpus.Intervention{Text: text, Speaker: corpus.Speaker{AsPrinted: text[:cut], Country: "ID", OnBehalfOf: []string{text[cut:]}}}
		r := &corpus.Report{Interventions: []corpus.Intervention{in}}
		tg.Tag(r)
		check(t, &r.Interventions[0])
	})
}

func BenchmarkTag(b *testing.B) {
	tg := tagger(b)
	text := strings.Repeat("The delegate of Indonesia spoke of remittances in the Bali Process, and of the cost of sending money home for workers who had been away for years. ", 20)
	r := &corpus.Report{Interventions: make([]corpus.Intervention, 100)}
	b.SetBytes(int64(100 * len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for i := range r.Interventions {
			r.Interventions[i] = corpus.Intervention{Language: "en", Text: text}
		}
		tg.Tag(r)
	}
}

// TestOwnShortName reads what a speaker calls a State of a longer name by.
func TestOwnShortName(t *testing.T) {
	const text = "The Democratic People's Republic of Korea said that Korea had been divided."
	for state, want := range map[string][]string{
		"KP": {"country:KP/speaks_for/mentioned"},
		"JP": {"country:JP/speaks_for", "country:KP/mentioned", "country:KR/mentioned"},
	} {
		got := tagged(t, corpus.Intervention{Text: text, Language: "en", Speaker: corpus.Speaker{Country: state}})
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", state, diff)
		}
	}
}
