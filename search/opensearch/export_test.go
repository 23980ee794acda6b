package opensearch

import "time"

// Hurry has a busy cluster asked again at once. It returns what undoes that.
func Hurry() func() {
	before := patience
	patience = []time.Duration{1, 1}
	return func() { patience = before }
}

// OtherHead and Edits are what misspelt words are looked up by.
var (
	OtherHead = otherHead
	Edits     = edits
)
