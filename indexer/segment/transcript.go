package segment

const transcriptName = "transcript"

// transcript is a press briefing or a machine-made protocol: "MS. X: …",
// "Affiliation | Name | Function" above what is said.
func transcript(names Names, shared *surveys) Layout {
	return labelled{name: transcriptName, styles: []labelStyle{shoutedLabel, tableLabel}, names: names, surveys: shared}
}
