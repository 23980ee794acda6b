package bleve_test

import (
	"reflect"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/search/bleve"
)

// fill sets everything below v to something of its own, so that a field that is
// forgotten is seen.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), n)
		fill(v.Index(1), n)
	case reflect.String:
		v.SetString("é" + strconv.Itoa(*n))
	case reflect.Int:
		v.SetInt(int64(*n * *n * -7))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Float64:
		v.SetFloat(float64(*n) / 4)
	default:
		panic("a record has a " + v.Type().String())
	}
}

func fullTurn() *bleve.Turn {
	var n int
	t := new(bleve.Turn)
	fill(reflect.ValueOf(t).Elem(), &n)
	return t
}

func TestTurnIsReadAsWritten(t *testing.T) {
	for _, want := range []*bleve.Turn{{}, fullTurn(), {Lines: []corpus.Line{{Start: 5, Page: 1}}}} {
		got, err := bleve.Repack(want)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(bleve.Turn{})); diff != "" {
			t.Errorf("read (-want +got):\n%s", diff)
		}
	}
}

func FuzzUnpackTurn(f *testing.F) {
	f.Add(bleve.PackTurn(fullTurn()))
	f.Add("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f")
	f.Fuzz(func(t *testing.T, record string) {
		if bleve.UnpackTurn(record) && record == "" {
			t.Error("nothing is taken for a record")
		}
	})
}
