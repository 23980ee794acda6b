package bleve_test

import (
	"testing"

	"briefsearch/search/enginetest"
)

func TestConformance(t *testing.T) { enginetest.Run(t, open) }
