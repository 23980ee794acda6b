package words

import "math"

// Rarity is how much a word or a tag tells that so many texts have, of so many: the inverse
// document frequency of BM25, which is never below 0.
func Rarity[N int | uint64](count, texts N) float64 {
	c, n := float64(count), float64(texts)
	return math.Log(1 + max(0, n-c+0.5)/(c+0.5))
}
