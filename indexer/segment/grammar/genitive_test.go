package grammar_test

import (
	"testing"

	"briefsearch/corpus"
	"briefsearch/indexer/segment/grammar"
)

// TestInNominative reads who speaks off covers in Russian.
func TestInNominative(t *testing.T) {
	for _, c := range []struct{ role, name, wantRole, wantName string }{
		{"Министра иностранных дел Республики Гана", "А.Б.Фонарёва", "Министр иностранных дел Республики Гана", "А.Б.Фонарёв"},
		{"Постоянного представителя Ганы при ООН", "В.А.Маяки", "Постоянный представитель Ганы при ООН", "В.А.Маяка"},
		{"официального представителя МИД", "Анны Сергеевны Лампиной", "официальный представитель МИД", "Анна Сергеевна Лампина"},
		{"заместителя Министра", "Сергея Петровича Огнивского", "заместитель Министра", "Сергей Петрович Огнивский"},
		{"Президента", "Игоря Гудкова", "Президент", "Игорь Гудков"},
		{"Министра культуры", "Ольги Павла Любови Лампиной", "Министр культуры", "Ольга Павел Любовь Лампина"},
		{"Посла", "Дж.Лампенко", "Посол", "Дж.Лампенко"},
		{"Министр", "А.Б.Фонарёва", "Министр", "А.Б.Фонарёва"},
		{"Minister", "Ada Brook", "Minister", "Ada Brook"},
	} {
		sp := corpus.Speaker{Role: c.role, Name: c.name}
		grammar.InNominative(&sp)
		if sp.Role != c.wantRole || sp.Name != c.wantName {
			t.Errorf("%s, %s: got %s, %s", c.name, c.role, sp.Name, sp.Role)
		}
	}
}
