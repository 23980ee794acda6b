package eval

// Score counts decisions on one field.
type Score struct {
	Right   int `json:"right"`   // found, and true
	Wrong   int `json:"wrong"`   // found, and not true
	Missing int `json:"missing"` // true, and not found
}

// Precision is the share of what was found that is true: 1 when nothing was found.
func (s Score) Precision() float64 { return ratio(s.Right, s.Right+s.Wrong) }

// Recall is the share of what is true that was found: 1 when there was nothing to find.
func (s Score) Recall() float64 { return ratio(s.Right, s.Right+s.Missing) }

// F1 is the harmonic mean of precision and recall.
func (s Score) F1() float64 { return ratio(2*s.Right, 2*s.Right+s.Wrong+s.Missing) }

// Measured says whether there was anything to decide.
func (s Score) Measured() bool { return s != Score{} }

func (s *Score) add(o Score) {
	s.Right += o.Right
	s.Wrong += o.Wrong
	s.Missing += o.Missing
}

// value counts one field that has one value, or none.
func (s *Score) value(want, got string) (same bool) {
	same = want == got
	switch {
	case same && want != "":
		s.Right++
	case !same:
		if got != "" {
			s.Wrong++
		}
		if want != "" {
			s.Missing++
		}
	}
	return same
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// Field is a field that is measured.
type Field string

// Fields lists what is measured, in the order in which it is printed.
func Fields() []Field {
	return []Field{
		FieldReport, FieldSection, FieldSession, FieldTurn, FieldSpeaker, FieldHonorific, FieldRole,
		FieldOrganisation, FieldCountrySpeaks, FieldRCP, FieldRCPSpeaks, FieldCountry, FieldOrganisationTag, FieldTheme,
	}
}

// The fields.
const (
	FieldReport          Field = "report"
	FieldSection         Field = "sections"
	FieldSession         Field = "sessions"
	FieldTurn            Field = "turns" // its beginning and its end
	FieldSpeaker         Field = "speaker"
	FieldHonorific       Field = "honorific"
	FieldRole            Field = "role"
	FieldOrganisation    Field = "organisation"
	FieldCountrySpeaks   Field = "country spoken for"
	FieldRCP             Field = "rcp"
	FieldRCPSpeaks       Field = "rcp spoken for"
	FieldCountry         Field = "country"
	FieldOrganisationTag Field = "organisation tags"
	FieldTheme           Field = "theme"
)

// Scores are the scores by field.
type Scores map[Field]*Score

// At returns the score of a field to count in.
func (s Scores) At(f Field) *Score {
	if s[f] == nil {
		s[f] = new(Score)
	}
	return s[f]
}

// Sum adds up the scores of several reports.
func Sum(results []Result) Scores {
	total := make(Scores)
	for _, r := range results {
		for f, s := range r.Scores {
			total.At(f).add(*s)
		}
	}
	return total
}
