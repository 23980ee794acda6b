package pdf

import (
	_ "embed" // the Adobe Glyph List
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// glyphList is the Adobe Glyph List, with its licence
// at its head: name;code points in hexadecimal.
//
//go:embed glyphlist.txt
var glyphList string

var glyphNames = sync.OnceValue(func() map[string]string {
	names := make(map[string]string, 4500)
	for line := range strings.SplitSeq(glyphList, "\n") {
		name, codes, ok := strings.Cut(strings.TrimSpace(line), ";")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		var text strings.Builder
		for code := range strings.FieldsSeq(codes) {
			if n, err := strconv.ParseInt(code, 16, 32); err == nil {
				text.WriteRune(rune(n))
			}
		}
		names[name] = text.String()
	}
	return names
})

// textOfGlyph is the text of a glyph's name by the rules of the Adobe Glyph List,
// "" when the name says nothing: "g23".
func textOfGlyph(name string) string {
	name, _, _ = strings.Cut(name, ".") // "a.sc" is an a
	if strings.Contains(name, "_") {    // "f_i" is f and i
		var out strings.Builder
		for part := range strings.SplitSeq(name, "_") {
			out.WriteString(textOfGlyph(part))
		}
		return out.String()
	}
	if s, ok := glyphNames()[name]; ok {
		return s
	}
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex) >= 4 && len(hex)%4 == 0 {
		return hexText(hex, 4)
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		return hexText(hex, len(hex))
	}
	return ""
}

func hexText(hex string, width int) string {
	var out strings.Builder
	for ; len(hex) >= width; hex = hex[width:] {
		n, err := strconv.ParseInt(hex[:width], 16, 32)
		if err != nil || !utf8.ValidRune(rune(n)) {
			return ""
		}
		out.WriteRune(rune(n))
	}
	return out.String()
}

// standardHigh is the upper half of Adobe's StandardEncoding, code and character.
const standardHigh = "\xa1¡\xa2¢\xa3£\xa4⁄\xa5¥\xa6ƒ\xa7§\xa8¤\xa9'\xaa“\xab«\xac‹\xad›\xaeﬁ\xafﬂ\xb1–\xb2†\xb3‡\xb4·\xb6¶\xb7•" +
	"\xb8‚\xb9„\xba”\xbb»\xbc…\xbd‰\xbf¿\xc1`\xc2´\xc3ˆ\xc4˜\xc5¯\xc6˘\xc7˙\xc8¨\xca˚\xcb¸\xcd˝\xce˛\xcfˇ\xd0—" +
	"\xe1Æ\xe3ª\xe8Ł\xe9Ø\xeaŒ\xebº\xf1æ\xf5ı\xf8ł\xf9ø\xfaœ\xfbß"

// standardText is the text of a code in StandardEncoding, "" when it has none.
func standardText(code byte) string {
	switch {
	case code == '\'':
		return "’"
	case code == '`':
		return "‘"
	case code >= ' ' && code < 0x7f:
		return string(rune(code))
	}
	for s := standardHigh; len(s) > 1; {
		_, n := utf8.DecodeRuneInString(s[1:])
		if s[0] == code {
			return s[1 : 1+n]
		}
		s = s[1+n:]
	}
	return ""
}
