package describe_test

import (
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
	} {
		if got := describe.Language(tc.text, tc.report); got != tc.want {
			t.Errorf("%q in a report in %q: got %q, want %q", tc.text, tc.report, got, tc.want)
		}
	}
}
