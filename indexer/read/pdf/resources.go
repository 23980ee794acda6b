package pdf

import (
	"strconv"

	"github.com/ledongthuc/pdf"
)

// resources are the fonts and objects that a content stream names.
type resources struct {
	v       pdf.Value
	fonts   pdf.Value
	objects pdf.Value
	refs    map[string]string // of the fonts, by name
}

func newResources(v pdf.Value) resources {
	r := resources{v: v, fonts: v.Key("Font"), objects: v.Key("XObject")}
	r.refs = dictRefs(r.fonts)
	return r
}

func (r *resources) object(name string) pdf.Value { return r.objects.Key(name) }

// font returns a font by the name that the stream uses. Fonts are loaded once a
// file, by their object's number.
func (d *Document) font(res resources, name string) *font {
	key := res.refs[name]
	if key == "" { // written into the resources: known by what it says
		key = "=" + res.fonts.Key(name).String()
	}
	if f, ok := d.fonts[key]; ok {
		return f
	}
	v := res.fonts.Key(name)
	d.damaged = d.damaged || v.Kind() != pdf.Dict
	f := d.fontOrNone(v)
	d.fonts[key] = f
	return f
}

func (d *Document) fontOrNone(v pdf.Value) (f *font) {
	defer func() {
		if recover() != nil {
			d.damaged = true
			f = &font{bytes: 1}
		}
	}()
	return d.loadFont(v)
}

// The library resolves references as it goes and does not tell them. Its printed
// form of a dictionary or an array does: "/F1 12 0 R".

// dictRefs are the references in a dictionary, "12 0", by key.
func dictRefs(v pdf.Value) map[string]string {
	out := map[string]string{}
	if v.Kind() != pdf.Dict {
		return out
	}
	l := &lexer{data: []byte(v.String())}
	depth := 0
	var key string
	var nums []float64
	for t := l.next(); t.kind != tokEnd; t = l.next() {
		switch t.kind {
		case tokDictOpen, tokArrayOpen:
			depth++
		case tokDictClose, tokArrayClose:
			depth--
		case tokName:
			if depth == 1 {
				key = string(t.bytes)
			}
			nums = nums[:0]
		case tokNumber:
			nums = append(nums, t.num)
		case tokOperator:
			if depth == 1 && string(t.bytes) == "R" && len(nums) == 2 {
				out[key] = refKey(nums)
			}
			nums = nums[:0]
		case tokEnd, tokString:
		}
	}
	return out
}

// listRefs are the references in an array, "" for an element that is none. It is
// nil for an array that holds anything but references.
func listRefs(v pdf.Value) []string {
	l := &lexer{data: []byte(v.String())}
	var out []string
	var nums []float64
	for t := l.next(); t.kind != tokEnd; t = l.next() {
		switch t.kind {
		case tokNumber:
			nums = append(nums, t.num)
		case tokOperator:
			if string(t.bytes) != "R" || len(nums) != 2 {
				return nil
			}
			out = append(out, refKey(nums))
			nums = nums[:0]
		case tokArrayOpen, tokArrayClose:
		case tokEnd, tokString, tokName, tokDictOpen, tokDictClose:
			return nil
		}
	}
	return out
}

func refKey(nums []float64) string {
	return strconv.FormatInt(int64(nums[0]), 10) + " " + strconv.FormatInt(int64(nums[1]), 10)
}
