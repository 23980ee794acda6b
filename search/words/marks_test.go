package words_test

import (
	"testing"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search/words"
)

// TestMarkedWordsAreNotPassedOver looks for each of many words in itself: how a word
// begins must never tell it from its own term.
func TestMarkedWordsAreNotPassedOver(t *testing.T) {
	texts := map[string][]string{
		"en": {`dying dies lying ties skies idly gently ugly early only singly relational conditional stability abilities
			responsibilities realization vietnamization operators feudalism decisiveness hopefulness callousness formality
			sensitivity sensibility tendencies happy cries by say U.N. I.O.M. 1,000 3.5 Mothers' children's
			Québécois re-entry coördinate STABILITY Skies analogies archaeology geology hopping hoping agreed feed`},
		"fr": {`évidemment constamment solutions fréquence fréquences majoritairement chevaux heureuses lieux sociologie
			application applications responsabilité responsabilités naïveté reçoivent l'immigration aujourd'hui créatrices
			actives activement vivement travaillé logiques établissement établissements distribution`},
		"es": {`soluciones presencia presencias metodología migraciones contribuyendo siguiendo averigüe rápidamente
			activamente responsabilidades nacionalidad habilidades posiblemente construyó oír dándoselas acogiéndose`},
		"ru": {`миграция миграции мигрантов странах ответственность государственный сотрудничества её бывшие делавшись`},
		"":   {`migratio migrationis`},
	}
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range corpus.Kinds() {
		for e := range v.Entries(kind) {
			for language, label := range e.Labels {
				texts[language] = append(texts[language], label)
			}
			for _, a := range e.Aliases {
				texts["en"] = append(texts["en"], a.Text)
				texts["fr"] = append(texts["fr"], a.Text)
				texts["es"] = append(texts["es"], a.Text)
			}
		}
	}
	looked := 0
	for language, all := range texts {
		for _, text := range all {
			n, passed := words.Heads(language, text)
			looked += n
			if len(passed) > 0 {
				t.Errorf("%q: passed over: %v", language, passed)
			}
		}
	}
	if looked < 3000 {
		t.Errorf("there are %d words only", looked)
	}
}
