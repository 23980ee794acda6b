// Package describe reads what a report says of itself: its title, series, kind,
// date, place, organisers, symbol and language.
//
// In: a read.Document. Out: a corpus.Report without sections and interventions,
// which package segment finds.
package describe
