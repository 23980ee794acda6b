package corpus

import (
	"errors"
	"fmt"
	"strings"
)

// Code says what kind of fault an Error is. The API turns it into an HTTP
// status, the command line into an exit code, and inspect into its status word.
type Code string

// The codes. Those from NeedsOCR on are also the words of inspect's "status".
const (
	Internal    Code = "internal"    // a fault of ours
	Invalid     Code = "invalid"     // what was asked makes no sense
	NotFound    Code = "not_found"   // no such report, intervention or value
	Conflict    Code = "conflict"    // the index is of another version, or in use
	Unavailable Code = "unavailable" // try again later

	NeedsOCR    Code = "needs_ocr"   // pages are pictures and no text recognition is at hand
	Encrypted   Code = "encrypted"   // the file wants a password
	Corrupt     Code = "corrupt"     // the file is damaged
	Unsupported Code = "unsupported" // not a format that is read
	Empty       Code = "empty"       // the file holds no text
	Timeout     Code = "timeout"     // reading took too long
)

// Error is a fault with its place and its remedy.
type Error struct {
	Code Code
	Op   string // what was being done: "read", "open index"
	File string // the file, parameter or id in question, or ""
	Page int    // the page, from 1, or 0
	Hint string // what the person can do, one sentence, or ""
	Err  error  // the cause, or nil
}

// Error says what, where and why, in that order.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Op)
	if e.File != "" {
		b.WriteString(" " + e.File)
	}
	if e.Page > 0 {
		fmt.Fprintf(&b, ", page %d", e.Page)
	}
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	} else {
		b.WriteString(": " + strings.ReplaceAll(string(e.Code), "_", " "))
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// CodeOf returns the code of the first Error in err's tree, Internal for any
// other error, and "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}

// HintOf returns the remedy of the first Error in err's tree, or "".
func HintOf(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Hint
	}
	return ""
}
