package corpus

import "encoding/json"

// InterventionID names an intervention and is the last part of its URL. It is
// made of the report's id and of the opening words of the turn, so it stays the
// same when the report is indexed again and when a turn before it is corrected.
type InterventionID string

// Intervention is one speaker's turn, whole, across page breaks: the unit that
// is indexed, counted, cited and linked.
type Intervention struct {
	ID       InterventionID `json:"id"`
	N        int            `json:"n"` // position in the report, from 1
	Session  *Session       `json:"session"`
	Speaker  Speaker        `json:"speaker"`
	Language string         `json:"language"`
	PageFrom int            `json:"page_from"` // from 1
	PageTo   int            `json:"page_to"`
	// Text begins with the words that name the speaker, as printed. Its
	// paragraphs are separated by a blank line; there is no other line end.
	Text  string `json:"text"`
	Lines []Line `json:"lines,omitempty"`
	Tags  Tags   `json:"tags"`
	// Listed tells that it is a recommendation from a list: the States that make it stand
	// behind it in parentheses, and no verb says that they recommend it.
	Listed bool `json:"-"`
	// Words is how many words Text has, told by an engine where it leaves Text out.
	Words int `json:"-"`
}

// Line says where a stretch of a text stands in the original. The stretch runs
// to the Start of the next Line. A format without printed lines has one Line for
// each page instead.
type Line struct {
	Start int  `json:"start"`         // code points from the beginning of the text
	Page  int  `json:"page"`          // from 1
	Box   *Box `json:"box,omitempty"` // nil when the format has no geometry
}

// Box is a rectangle on a page in PDF points (1/72 inch), measured from the top
// left corner of the page.
type Box struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
	W float64 `json:"w"`
	H float64 `json:"h"`
}

// PageAt is the page on which the code point at offset stands.
func (in *Intervention) PageAt(offset int) int {
	page := in.PageFrom
	for _, l := range in.Lines {
		if l.Start > offset {
			break
		}
		page = l.Page
	}
	return page
}

// Speaker is who speaks, as printed and normalised.
type Speaker struct {
	Name         string   `json:"name"`       // without honorific; "" when a delegation speaks and no person is named
	AsPrinted    string   `json:"as_printed"` // "Mr. Robert Paiva, Director of External Relations for …"
	Honorific    string   `json:"honorific"`
	Role         string   `json:"role"`
	Organisation string   `json:"organisation"`
	Country      string   `json:"-"` // ISO 3166-1 alpha-2 of the State spoken for, of a former State ISO 3166-3, or ""
	OnBehalfOf   []string `json:"on_behalf_of"`

	// JoinedBy are the States and others who say the same with the speaker:
	// those who support a proposal, and all who make a recommendation but the
	// first.
	JoinedBy  []string `json:"joined_by,omitempty"`
	Presiding bool     `json:"presiding"` // the chair; may be left out of counts
}

type speakerFields Speaker

type speakerJSON struct {
	speakerFields
	Country    *string  `json:"country"`
	OnBehalfOf []string `json:"on_behalf_of"`
}

// MarshalJSON writes a missing country as null and a missing list as empty.
func (s Speaker) MarshalJSON() ([]byte, error) {
	out := speakerJSON{speakerFields: speakerFields(s), OnBehalfOf: s.OnBehalfOf}
	if s.Country != "" {
		out.Country = &s.Country
	}
	if out.OnBehalfOf == nil {
		out.OnBehalfOf = []string{}
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (s *Speaker) UnmarshalJSON(b []byte) error {
	var in speakerJSON
	if err := json.Unmarshal(b, &in); err != nil {
		return err
	}
	*s = Speaker(in.speakerFields)
	s.OnBehalfOf = in.OnBehalfOf
	if in.Country != nil {
		s.Country = *in.Country
	}
	return nil
}

// Display is how the speaker is named in a list: the name, or failing that the
// words of the report.
func (s Speaker) Display() string {
	if s.Name != "" {
		return s.Name
	}
	return s.AsPrinted
}
