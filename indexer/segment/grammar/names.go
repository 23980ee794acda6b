package grammar

// Names knows the names of States and organisations. The vocabulary is one; the
// layouts ask nothing else of it.
type Names interface {
	// Country is the ISO 3166-1 alpha-2 code of the State that the whole of a
	// text names, in any language, and whether it names one.
	Country(text string) (string, bool)
	// Countries are the codes of the States named in a text, in its order.
	Countries(text string) []string
	// Organisation says whether the whole of a text names an organisation,
	// and which State it is a part of: "" for an international one.
	Organisation(text string) (country string, ok bool)
}
