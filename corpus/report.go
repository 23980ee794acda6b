// Package corpus holds the words of the domain: reports, the interventions in
// them, who speaks, and the tags with their evidence. It knows no file format,
// no engine and no network; every other package speaks in these types.
//
// The types marshal to JSON in the form that `briefsearch inspect --json`
// prints and that the API serves, so that there is one form of each.
package corpus

import "time"

// ReportID names a report. It is derived from the bytes of the file, so the
// same file has the same id on every machine.
type ReportID string

// Report is one source document: a briefing report, a verbatim or summary
// record, a bulletin, a transcript or a statement.
type Report struct {
	ID         ReportID `json:"id"`
	Title      string   `json:"title"`            // the name of its file, if it has none
	Series     string   `json:"series"`           // "UNITAR/UNFPA/IOM Key Migration Issues Workshop Series", or ""
	Symbol     string   `json:"symbol,omitempty"` // "A/HRC/26/10", or ""
	Kind       string   `json:"kind"`             // "briefing report", "verbatim record", …
	Date       Date     `json:"date"`             // of the meeting; may be a month or a year only
	Place      string   `json:"place"`
	Organisers []string `json:"organisers"`
	Language   string   `json:"language"` // BCP 47 primary tag: en, fr, es, ar, ru, zh; "" when unknown
	Pages      int      `json:"pages"`
	Layout     string   `json:"layout"`        // name of the layout that segmented it
	Reader     string   `json:"reader"`        // name of the reader that read it
	OCR        bool     `json:"ocr,omitempty"` // text comes from optical character recognition

	// Source is where the report came from. It is not part of inspect's
	// "report" object, whose "file" stands beside it.
	Source Source `json:"-"`

	// Sketch tells what the text is like, so that other forms of it are known.
	Sketch Sketch `json:"-"`

	Sections      []Section      `json:"-"`
	Interventions []Intervention `json:"-"`
}

// Source identifies the file that a report was read from, and the program that
// read it, so that the next run knows what has not changed.
type Source struct {
	File     string    `json:"file"`     // base name, for people; never used as a path
	Path     string    `json:"path"`     // absolute; for the indexer alone, never served
	SHA256   string    `json:"sha256"`   // hex, of the file's bytes
	Size     int64     `json:"size"`     // bytes
	Modified time.Time `json:"modified"` // of the file when it was read
	Pipeline string    `json:"pipeline"` // fingerprint of what made the report from the file
}

// Section is a titled part that is nobody's turn: Background, Conclusions.
type Section struct {
	Title string `json:"title"`
	Page  int    `json:"page"` // page on which it begins, from 1
	Text  string `json:"text"` // paragraphs separated by a blank line
	Tags  Tags   `json:"tags"` // what it names; nobody speaks, so nothing is spoken for
}

// Session is a titled group of interventions. A meeting or an agenda item
// plays the same part. The zero Session means that the report has none.
type Session struct {
	Number int    `json:"number"` // position in the report, from 1
	Title  string `json:"title"`  // "Session I: What is an RCP?"
}
