package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"briefsearch/corpus"
)

// gold is what is true of a report.
type gold struct {
	path     string
	file     string // of the report, relative to the gold file, or ""
	report   *head
	sections []string // nil: not measured
	sessions []string
	turns    []turn
	joined   bool // turns of one speaker that follow each other are one
}

type head struct {
	Title      *string  `json:"title"`
	Series     *string  `json:"series"`
	Kind       *string  `json:"kind"`
	Date       *string  `json:"date"`
	Place      *string  `json:"place"`
	Organisers []string `json:"organisers"`
	Language   *string  `json:"language"`
	Symbol     *string  `json:"symbol"`
}

// optional is a field that may be absent (not measured), null (none) or a value.
type optional struct {
	Set   bool
	Value string
}

func (o *optional) UnmarshalJSON(b []byte) error {
	o.Set = true
	if bytes.Equal(b, []byte("null")) {
		return nil
	}
	return json.Unmarshal(b, &o.Value)
}

type turn struct {
	Session       int      `json:"session"` // 0: not measured
	Speaker       string   `json:"speaker"`
	Honorific     optional `json:"honorific"`
	Role          optional `json:"role"`
	Organisation  optional `json:"organisation"`
	Country       optional `json:"country"`
	Starts        string   `json:"starts"`
	Ends          string   `json:"ends"`
	RCPs          []string `json:"rcps"`
	RCPSpeaksFor  []string `json:"rcp_speaks_for"`
	Countries     []string `json:"countries"`
	ThemesAtLeast []string `json:"themes_at_least"`
	ThemesNot     []string `json:"themes_not"`
	OrgsAtLeast   []string `json:"organisations_at_least"`
}

// load reads a gold file. It returns nil for JSON that is no gold.
func load(path string) (*gold, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read gold: %w", err)
	}
	var raw struct {
		File          string          `json:"file"`
		Report        json.RawMessage `json:"report"`
		Sections      []string        `json:"sections"`
		Sessions      []string        `json:"sessions"`
		Interventions []turn          `json:"interventions"`
		Transcript    []struct {
			Type    string `json:"type"`
			Speaker string `json:"speaker_name"`
		} `json:"transcript"`
	}
	if err := json.Unmarshal(b, &raw); err != nil {
		return nil, &corpus.Error{
			Code: corpus.Corrupt, Op: "read gold", File: path, Err: err,
			Hint: "Correct the JSON, or move the file out of the folder.",
		}
	}
	g := &gold{path: path, file: raw.File, sections: raw.Sections, sessions: raw.Sessions, turns: raw.Interventions}
	switch {
	case len(raw.Report) == 0:
	case raw.Report[0] == '"':
		if err := json.Unmarshal(raw.Report, &g.file); err != nil {
			return nil, fmt.Errorf("read gold %s: %w", path, err)
		}
	default:
		if err := json.Unmarshal(raw.Report, &g.report); err != nil {
			return nil, fmt.Errorf("read gold %s: report: %w", path, err)
		}
	}
	for _, t := range raw.Transcript {
		if t.Type != "speech" {
			continue
		}
		g.joined = true
		if n := len(g.turns); n == 0 || g.turns[n-1].Speaker != t.Speaker {
			g.turns = append(g.turns, turn{Speaker: t.Speaker})
		}
	}
	if g.report == nil && len(g.turns) == 0 {
		return nil, nil //nolint:nilnil // JSON that is no gold is nothing to measure and no fault
	}
	return g, nil
}

// fold makes two spellings of the same words equal: white space, quotation marks
// and case do not count.
func fold(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "\u00a0", " ").Replace(s)
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}
