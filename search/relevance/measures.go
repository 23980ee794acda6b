package relevance

import (
	"math"
	"slices"
)

// relevant is how many documents are.
func relevant(judged map[string]int) int {
	n := 0
	for _, grade := range judged {
		if grade > 0 {
			n++
		}
	}
	return n
}

// ndcg is the discounted gain of the first k documents against that of the best
// order.
func ndcg(ranked []string, judged map[string]int, k int) float64 {
	var grades []int
	for _, grade := range judged {
		grades = append(grades, max(0, grade))
	}
	slices.SortFunc(grades, func(a, b int) int { return b - a })
	got := make([]int, min(k, len(ranked)))
	for i := range got {
		got[i] = max(0, judged[ranked[i]])
	}
	best := gain(grades[:min(k, len(grades))])
	if best == 0 {
		return 0
	}
	return gain(got) / best
}

func gain(grades []int) float64 {
	var sum float64
	for i, g := range grades {
		sum += float64(g) / math.Log2(float64(i)+2)
	}
	return sum
}

// averagePrecision is the mean of the precisions at the ranks of the relevant
// documents; those that are not found count as zero.
func averagePrecision(ranked []string, judged map[string]int) float64 {
	var sum float64
	found := 0
	for i, id := range ranked {
		if judged[id] > 0 {
			found++
			sum += float64(found) / float64(i+1)
		}
	}
	if n := relevant(judged); n > 0 {
		return sum / float64(n)
	}
	return 0
}
