package indexer

import "briefsearch/corpus"

// Inspection is what the index would hold of a file, in the form that `inspect
// --json` prints: one object for each file.
type Inspection struct {
	File   string `json:"file"`
	Status string `json:"status"` // "ok", or the Code of the fault
	Reason string `json:"reason"` // why it is not ok, and what to do; "" when it is
	// The rest is empty when the file is not ok.
	Report        *corpus.Report        `json:"report"`
	Sections      []corpus.Section      `json:"sections"`
	Interventions []corpus.Intervention `json:"interventions"`
}

// Inspect returns the Inspection of what Make returned for a file.
func Inspect(file string, r *corpus.Report, err error) Inspection {
	in := Inspection{
		File: file, Status: "ok",
		Sections: []corpus.Section{}, Interventions: []corpus.Intervention{},
	}
	if err != nil {
		in.Status = status(corpus.CodeOf(err))
		in.Reason = Reason(err)
		return in
	}
	in.Report = r
	in.Sections = append(in.Sections, r.Sections...)
	in.Interventions = append(in.Interventions, r.Interventions...)
	return in
}

// status is the word of inspect for a code. A file that is not there or may not
// be read gives no document either, so it is as good as corrupt; its reason says
// more.
func status(c corpus.Code) string {
	switch c {
	case corpus.NeedsOCR, corpus.Encrypted, corpus.Corrupt, corpus.Unsupported, corpus.Empty, corpus.Timeout:
		return string(c)
	default:
		return string(corpus.Corrupt)
	}
}

// Reason is the fault and its remedy, as a person reads them.
func Reason(err error) string {
	s := err.Error()
	if hint := corpus.HintOf(err); hint != "" {
		s += ". " + hint
	}
	return s
}
