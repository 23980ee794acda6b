package bleve

import (
	"errors"
	"fmt"
	"os"
	"testing"

	"briefsearch/corpus"
)

// TestForbidden refuses an index that another user has written, which is no reason to delete
// it. The fault is made here: who runs the tests may be allowed to read everything.
func TestForbidden(t *testing.T) {
	err := refused("idx", fmt.Errorf("open schema.json: %w", os.ErrPermission))
	var told *corpus.Error
	if !errors.As(err, &told) || told.Code != corpus.Invalid || told.Hint != hintRights || !errors.Is(err, os.ErrPermission) {
		t.Errorf("%v", err)
	}
}
