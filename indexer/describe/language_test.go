package describe_test

import (
	"strings"
	"testing"

	"briefsearch/indexer/describe"
)

// TestLanguage tells the language of turns, short ones in a report of a language
// among them.
func TestLanguage(t *testing.T) {
	for _, tc := range []struct{ text, report, want string }{
		{"Peru.", "es", "es"},
		{"", "", ""},
		{"The delegate of Chad asked for more time to read what was proposed, and for the map of the wells.", "fr", "en"},
		{"Le représentant du Tchad a demandé plus de temps pour lire les textes et la carte des puits qui ont été proposés.", "en", "fr"},
		{"El delegado de Chile pidió más tiempo para leer los textos y el mapa de los pozos que se habían propuesto.", "en", "es"},
		{"O delegado pediu mais tempo para ler os textos e não quis falar da seca com as partes que estavam ao lado dos poços.", "en", "pt"},
		{"Делегат попросил больше времени, чтобы прочитать предложенные тексты.", "en", "ru"},
		{"طلب المندوب مزيدا من الوقت لقراءة النصوص المقترحة في الاجتماع", "en", "ar"},
		{"代表要求更多时间阅读提议的案文", "en", "zh"},
		// Few words, and their letters alone are as in another language.
		{"To continue its measures to ensure consistent protection (Senegal);", "en", "en"},
		{"Continue to reduce recruitment fees in domestic employment (Bangladesh) to nil, and to publish them;", "en", "en"},
		// Languages with a script of their own, and those that share one.
		{"議長、灯台の灯りについてお尋ねします。", "en", "ja"},
		{"등대의 불빛에 대하여 질문하겠습니다.", "en", "ko"},
		{"Κύριε Πρόεδρε, ρωτώ για τους φάρους του βορρά.", "en", "el"},
		{"כבוד היושב ראש, אני שואלת על המגדלורים.", "", "he"},
		{"Pan minister řekl, že majáky svítí, ale nikdo je neviděl svítit, a my se ptáme, kdo za to platí.", "cs", "cs"},
		{"Пан міністр сказав, що маяки світять, а ми питаємо, хто за це платить і чому їх ніхто не бачив.", "uk", "uk"},
		{"Делегат спросил, кто платит за маяки на севере страны и почему их никто не видел.", "ru", "ru"},
		// Words tell languages apart that trigrams take for others.
		{"Mheshimiwa Spika, naomba kuuliza kwa niaba ya wananchi kama Serikali itawasha taa katika mnara huo, kwa kuwa meli zinapita hapo.", "", "sw"},
		{"Zoti kryetar, unë pyes për dritën në fener, që nuk është ndezur nga dimri dhe për të cilën është folur në mbledhje.", "", "sq"},
		{"Senyor president, això és una pregunta sobre els fars del nord amb els quals també perquè són vells hem tingut problemes.", "", "ca"},
		{"Señor presidente, esta é unha pregunta sobre o faro que non funciona, e iso tamén o sabe máis dunha persoa na súa casa.", "", "gl"},
		{"Non è vero, non è giusto, non è possibile e non è degno di quest'Aula. Signor Presidente, il faro del nord non funziona.", "", "it"},
		// Letters with marks tell languages apart where the words are few.
		{"Panie Marszałku! Wysoka Izbo! Latarnia w Rozewiu nie świeci. Proszę o spokój.", "", "pl"},
		{"Ærede præsident! Fyret på øen lyser ikke, og ingen ved hvorfor. Jeg spørger ministeren.", "", "da"},
		{"Herr talman! Fyrarna på ön lyser inte, och ingen vet varför. Jag frågar ministern.", "", "sv"},
		{"Sayın Başkan, adadaki fenerler yanmıyor ve kimse nedenini bilmiyor. Bakana soruyorum.", "", "tr"},
		{"The delegates Mr. Łukasz Wiśniewski, Ms. Żaneta Dąbrowska and Ms. Świętosława Król asked for more time to read the texts.", "", "en"},
		{longCzech, "", "cs"},
		{longPolish, "", "pl"},
		{longUkrainian, "", "uk"},
		// Names tell no language.
		{strings.Repeat("Ada Brook, Ben Vega, Kofi Adjei, Li Deng, Olav Lysne, Awa Phare; ", 8), "en", "en"},
	} {
		if got := describe.Language(tc.text, tc.report); got != tc.want {
			t.Errorf("%q in a report in %q: got %q, want %q", tc.text, tc.report, got, tc.want)
		}
	}
}

const (
	longCzech = "Pan minister řekl, že majáky svítí, ale nikdo z nás je letos v zimě neviděl svítit. Ptáme se proto, kdo za olej platí, " +
		"proč se strážci rozešli a co budou dělat rybáři, kteří se vracejí domů po setmění. Odpověď jsme zatím nedostali, " +
		"ačkoliv jsme o ni žádali již třikrát písemně a dvakrát na schůzi této sněmovny, naposledy předevčírem odpoledne."
	longPolish = "Pan minister powiedział, że latarnie świecą, ale tej zimy nikt z nas nie widział ich światła. Pytamy więc, kto płaci za olej, " +
		"dlaczego strażnicy odeszli i co mają robić rybacy, którzy wracają do domu po zmroku. Odpowiedzi dotąd nie dostaliśmy, " +
		"chociaż prosiliśmy o nią już trzy razy na piśmie i dwa razy na posiedzeniu tej izby, ostatnio przedwczoraj po południu."
	longUkrainian = "Пан міністр сказав, що маяки світять, але цієї зими ніхто з нас не бачив їхнього світла. Тому ми питаємо, хто платить за олію, " +
		"чому доглядачі розійшлися і що мають робити рибалки, які повертаються додому після заходу сонця. Відповіді ми досі не отримали, " +
		"хоча просили про неї вже тричі письмово і двічі на засіданні цієї палати, востаннє позавчора по обіді."
)

// TestLanguageIsOne asks again where two languages are equally near by their trigrams.
func TestLanguageIsOne(t *testing.T) {
	const text = "Místopředseda PSP Jiří Vrba: Vážené kolegyně, vážení kolegové, zahajuji jednání o majácích."
	first := describe.Language(text, "")
	for range 200 {
		if got := describe.Language(text, ""); got != first {
			t.Fatalf("%q, and then %q", first, got)
		}
	}
}
