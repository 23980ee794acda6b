// Package grammar knows how reports name people, offices, bodies and States, and with
// which words they tell that somebody speaks.
//
// In: words, a clause or a sentence. Out: the name, role, organisation and State that it
// has (corpus.Speaker). The words themselves are lists in its folder words, a form a line;
// Lists has those that the packages above ask for, too. Package matter is next: what of a
// report is nobody's words.
package grammar
