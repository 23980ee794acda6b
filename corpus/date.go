package corpus

import (
	"encoding/json"
	"fmt"
	"time"
)

// Date is a calendar date of known precision, written as in ISO 8601:
// "2006-06-20", "2006-06" or "2006". The empty Date is unknown.
type Date string

// ParseDate checks that s is "" or a date in one of the three forms.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return "", nil
	}
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return Date(s), nil
		}
	}
	return "", fmt.Errorf("date %q is not of the form YYYY-MM-DD, YYYY-MM or YYYY", s)
}

// Year is the first four digits, or "" when the date is unknown.
func (d Date) Year() string {
	if len(d) < 4 {
		return ""
	}
	return string(d[:4])
}

// First is the first day that the date may mean, as YYYY-MM-DD: a report of
// "2006" begins on 2006-01-01. It is "" when the date is unknown.
func (d Date) First() string {
	switch len(d) {
	case 4:
		return string(d) + "-01-01"
	case 7:
		return string(d) + "-01"
	default:
		return string(d)
	}
}

// Last is the last day that the date may mean, as YYYY-MM-DD.
func (d Date) Last() string {
	switch len(d) {
	case 4:
		return string(d) + "-12-31"
	case 7:
		t, err := time.Parse("2006-01", string(d))
		if err != nil {
			return string(d)
		}
		return t.AddDate(0, 1, -1).Format(time.DateOnly)
	default:
		return string(d)
	}
}

// MarshalJSON writes an unknown date as null.
func (d Date) MarshalJSON() ([]byte, error) {
	if d == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(d))
}

// UnmarshalJSON reads null as an unknown date.
func (d *Date) UnmarshalJSON(b []byte) error {
	var s *string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	*d = ""
	if s == nil {
		return nil
	}
	v, err := ParseDate(*s)
	*d = v
	return err
}
