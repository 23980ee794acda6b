package main

import "testing"

// TestPercent wants the memory of a server to stay near to what is in use, and no
// small index to be collected more often than Go does.
func TestPercent(t *testing.T) {
	for used, want := range map[uint64]int{0: 100, 1 << 20: 100, headroom: 100, 2 * headroom: 50, 4 * headroom: 25, 100 * headroom: 25} {
		if got := percent(used); got != want {
			t.Errorf("%d MB in use: %d %%, want %d", used>>20, got, want)
		}
	}
}
