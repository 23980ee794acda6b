package segment

import (
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
)

const transcriptName = "transcript"

// transcript is a press briefing or a machine-made protocol: "MS. X: …",
// "Affiliation | Name | Function" above what is said.
func transcript(names grammar.Names, shared *surveys) Layout {
	return labelled{name: transcriptName, styles: []label.Style{label.Shouted, label.Table}, names: names, surveys: shared}
}
