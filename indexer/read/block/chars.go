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
	case r >= 0x2e80 && r <= 0x2fdf:
		return ligature, unified(r)
	case r == 0x21a9, r >= 0xfe00 && r <= 0xfe0f:
		return dropped, "" // the arrow back from a footnote, and variants of shape
	case unicode.Is(unicode.Co, r), r == 0xffff, r == 0xfffe:
		return dropped, "" // a font's private signs: bullets mostly, never words
	}
	return plainRune, ""
}

// unified is the Chinese character that a radical is drawn like. Fonts that draw both
// alike are often embedded so that a PDF names the radical: "⼈" for "人".
func unified(radical rune) string {
	if plain, ok := supplement[radical]; ok {
		return string(plain)
	}
	return norm.NFKC.String(string(radical))
}

// supplement are the radicals that are characters by themselves, but have no
// compatibility decomposition.
var supplement = map[rune]rune{
	'⺁': '厂', '⺌': '小', '⺎': '兀', '⺏': '尣', '⺐': '尢', '⺒': '巳', '⺓': '幺', '⺕': '彐', '⺝': '月', '⺠': '民', '⺢': '氺',
	'⺩': '王', '⺪': '疋', '⺬': '示', '⺰': '纟', '⺱': '网', '⺶': '羊', '⺷': '羊', '⺹': '耂', '⺻': '聿', '⺼': '肉', '⺽': '臼', '⺾': '艹', '⻁': '虎', '⻂': '衤',
	'⻃': '覀', '⻄': '西', '⻅': '见', '⻆': '角', '⻇': '角', '⻈': '讠', '⻉': '贝', '⻊': '足', '⻋': '车', '⻌': '辶', '⻍': '辶', '⻎': '辶', '⻏': '阝', '⻐': '钅',
	'⻑': '長', '⻒': '镸', '⻓': '长', '⻔': '门', '⻖': '阝', '⻗': '雨', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻞': '飠', '⻠': '饣',
	'⻡': '首', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻧': '卤', '⻨': '麦', '⻩': '黄', '⻪': '黾', '⻫': '斉', '⻬': '齐', '⻭': '歯', '⻮': '齿',
	'⻯': '竜', '⻰': '龙', '⻱': '亀', '⻲': '亀',
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
