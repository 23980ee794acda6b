package pdf

import (
	"bytes"
	"errors"
	"fmt"
)

// Bounds of what a file may claim of itself. The library reserves memory by these
// numbers before it looks whether they are true, and running out of memory is
// nothing that can be recovered from.
const (
	maxObjects = 1 << 20
	maxColumns = 1 << 16
	headLook   = 1024
	tailLook   = 2048
)

// prepare makes a file's head and tail as the library wants them, and refuses a
// file whose claims cannot be true. It copies the file only when it has to change
// it.
func prepare(content []byte) ([]byte, error) {
	start := bytes.Index(content[:min(len(content), headLook)], []byte("%PDF-"))
	if start < 0 {
		return nil, errors.New("not a PDF file: no header")
	}
	content = content[start:]
	if err := claims(content); err != nil {
		return nil, err
	}
	end := bytes.LastIndex(content, []byte("%%EOF"))
	if end < 0 {
		return nil, errors.New("cut short: no end of file")
	}
	content = content[:end+len("%%EOF")]
	tail := content[max(len(content)-100, 0):]
	if i := bytes.LastIndex(tail, []byte("startxref")); i > 0 && isSpace(tail[i-1]) && bytes.HasPrefix(content, []byte("%PDF-1.")) &&
		(content[8] == '\r' || content[8] == '\n') {
		return content, nil
	}
	return retouch(content)
}

// retouch writes the header and the last lines anew.
func retouch(content []byte) ([]byte, error) {
	look := content[max(len(content)-tailLook, 0):]
	i := bytes.LastIndex(look, []byte("startxref"))
	if i < 0 {
		return nil, errors.New("no cross-reference found")
	}
	l := &lexer{data: look, pos: i + len("startxref")}
	t := l.next()
	if t.kind != tokNumber || t.num < 0 || t.num >= float64(len(content)) {
		return nil, errors.New("the cross-reference is not where the file says")
	}
	out := append([]byte("%PDF-1.7\n"), content[min(9, len(content)):]...)
	out = append(out, fmt.Sprintf("\nstartxref\n%d\n%%%%EOF", int64(t.num))...)
	return out, nil
}

// claims checks the numbers by which the library reserves memory: those of
// cross-reference streams and of cross-reference tables.
func claims(content []byte) error {
	for at := 0; ; {
		i := bytes.Index(content[at:], []byte("/XRef"))
		if i < 0 {
			break
		}
		at += i + len("/XRef")
		if err := streamClaims(content, at); err != nil {
			return err
		}
	}
	for at := 0; ; {
		i := bytes.Index(content[at:], []byte("xref"))
		if i < 0 {
			return nil
		}
		at += i + len("xref")
		if err := tableClaims(content, at); err != nil {
			return err
		}
	}
}

// streamClaims checks the dictionary around a position.
func streamClaims(content []byte, at int) error {
	from := max(at-headLook, 0)
	if i := bytes.LastIndex(content[from:at], []byte("obj")); i >= 0 {
		from += i
	}
	dict := content[from:min(at+headLook, len(content))]
	if i := bytes.Index(dict, []byte("stream")); i >= 0 {
		dict = dict[:i]
	}
	for key, limit := range map[string]int{"/Size": max(maxObjects, len(content)), "/Index": max(maxObjects, len(content)), "/W": maxColumns, "/Columns": maxColumns} {
		i := bytes.Index(dict, []byte(key))
		if i < 0 {
			continue
		}
		if err := sumWithin(&lexer{data: dict, pos: i + len(key)}, 64, float64(limit)); err != nil {
			return err
		}
	}
	return nil
}

// tableClaims checks the first and count of a table's sections. It looks at the
// head of each section only; their lines are what takes the room.
func tableClaims(content []byte, at int) error {
	l := &lexer{data: content, pos: at}
	for range 1000 {
		first, count := l.next(), l.next()
		if first.kind != tokNumber || count.kind != tokNumber {
			return nil
		}
		if first.num+count.num > float64(max(maxObjects, len(content))) {
			return fmt.Errorf("the file claims %.0f objects, which cannot be", first.num+count.num)
		}
		l.pos = min(l.pos+int(count.num)*20, len(content))
	}
	return nil
}

// sumWithin adds up the numbers that follow, in an array or alone.
func sumWithin(l *lexer, most int, limit float64) error {
	total := 0.0
	for range most {
		t := l.next()
		if t.kind == tokArrayOpen {
			continue
		}
		if t.kind != tokNumber {
			return nil
		}
		if total += t.num; total > limit {
			return fmt.Errorf("the file claims %.0f objects or columns, which cannot be", total)
		}
	}
	return nil
}
