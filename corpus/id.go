package corpus

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// idEncoding spells ids in lower-case letters and digits that are not mistaken
// for one another when they are read aloud or typed.
var idEncoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// idOpening is how many letters of a turn's opening make its id: enough that two
// turns of a report seldom share them, few enough that a later correction of the
// text seldom touches them.
const idOpening = 96

// NewReportID derives the id of a report from the bytes of its file.
func NewReportID(content []byte) ReportID {
	sum := sha256.Sum256(content)
	return ReportID(idEncoding.EncodeToString(sum[:])[:12])
}

// AssignIDs gives every intervention of the report its position and its id. The
// report's own id must be set.
func AssignIDs(r *Report) {
	seen := make(map[InterventionID]int, len(r.Interventions))
	for i := range r.Interventions {
		in := &r.Interventions[i]
		in.N = i + 1
		sum := sha256.Sum256([]byte(opening(in.Text)))
		id := InterventionID(string(r.ID) + "-" + idEncoding.EncodeToString(sum[:])[:6])
		seen[id]++
		if n := seen[id]; n > 1 { // "The President: I thank …" opens more than one turn
			id += InterventionID("." + strconv.Itoa(n))
		}
		in.ID = id
	}
}

// opening is the first letters and digits of a text, lower-cased and without
// accents, so that spacing, punctuation and typesetting do not change an id.
func opening(text string) string {
	var b strings.Builder
	n := 0
	for _, r := range norm.NFKD.String(firstRunes(text, 4*idOpening)) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		b.WriteRune(unicode.ToLower(r))
		if n++; n == idOpening {
			break
		}
	}
	return b.String()
}

// firstRunes is at most the first n code points of s.
func firstRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}
