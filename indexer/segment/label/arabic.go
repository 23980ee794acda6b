package label

import (
	"strings"
	"unicode"

	"briefsearch/indexer/segment/grammar"
)

// arabicOffice parses an office behind a form of address in Arabic: "السيد وزير الموانئ".
func (l *Label) arabicOffice(bare string) bool {
	honorific, n := grammar.HonorificOf(bare)
	office := bare[n:]
	if n == 0 || !unicode.Is(unicode.Arabic, grammar.FirstRune(office)) || !grammar.StartsRole(office) {
		return false
	}
	l.Speaker.Name, l.Speaker.Role, l.Speaker.Honorific = office, office, honorific
	l.Speaker.Presiding = strings.HasPrefix(office, "رئيس ") || strings.HasPrefix(office, "رئيسة ")
	return true
}

// isArabicOffice says whether an office follows a name in Arabic, behind a comma or without
// one: "السيد عمر المنار رئيس المجلس".
func isArabicOffice(rest string) bool {
	r := grammar.FirstRune(rest)
	return r == '،' || unicode.Is(unicode.Arabic, r) && grammar.StartsRole(rest)
}
