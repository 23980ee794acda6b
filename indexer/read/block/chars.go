package block

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

type runeKind uint8

const (
	plainRune runeKind = iota
	blank
	dropped
	ligature
)

// classify says what becomes of a character: it is kept, it counts as white
// space, it is dropped, or it stands for the characters that are returned with it.
func classify(r rune) (kind runeKind, plain string) {
	switch {
	case r > ' ' && r < 0x7f:
		return plainRune, ""
	case r == 0xad, r == 0x200b, r == 0x2060, r == 0xfeff, r >= 0xe0000 && r <= 0xe007f:
		return dropped, "" // marks that say where a line may break, byte-order marks and tags
	case r <= ' ', r >= 0x7f && r <= 0xa0, unicode.IsSpace(r):
		return blank, ""
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f:
		return dropped, "" // directions: text is in logical order
	case r >= 0xfb00 && r <= 0xfb06, r >= 0xfb13 && r <= 0xfb17, r >= 0xfb50 && r <= 0xfdff, r >= 0xfe70 && r <= 0xfefc:
		return ligature, norm.NFKC.String(string(r)) // ligatures and Arabic shapes
	case r == 0x21a9, r >= 0xfe00 && r <= 0xfe0f:
		return dropped, "" // the arrow back from a footnote, and variants of shape
	case unicode.Is(unicode.Co, r), r == 0xffff, r == 0xfffe:
		return dropped, "" // a font's private signs: bullets mostly, never words
	}
	return plainRune, ""
}

// Clean is a text as a Builder would have it: single spaces, NFC, ligatures
// resolved.
func Clean(s string) string {
	var b Builder
	b.Text(s)
	out, _ := b.Finish(Paragraph, 0, "")
	return out.Text
}

// IsHyphen says whether r may divide a word at a line end.
func IsHyphen(r rune) bool { return r == '-' || r == 0x2010 || r == 0xad }
