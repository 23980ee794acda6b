// Package tag finds the controlled values in an intervention, with evidence for
// each.
//
// In: an intervention with its text and speaker, and the report it belongs to.
// Out: its tags. What may be found is the vocabulary's; what counts (context,
// masks, weak terms, relations) is decided here. The indexer hands the tagged
// report to its sink next.
package tag
