package segment

// transcript is a press briefing or a machine-made protocol: "MS. X: …",
// "Affiliation | Name | Function" above what is said.
func transcript(names Names) Layout {
	return labelled{name: "transcript", styles: []labelStyle{shoutedLabel, tableLabel}, names: names}
}
