package words

import "slices"

// Follower looks for places that follow each other. It may be used again.
type Follower struct {
	next   []int // where to look on in each list
	chosen []int
}

// Starts counts the places in the first list from which the others follow
// in order. For each start the nearest followers are the best ones, so taking
// those is exact. The places must be sorted. found, when not nil, is told each
// occurrence.
func (f *Follower) Starts(places [][]int, gaps []int, slop int, found func([]int)) int {
	count := 0
	f.next, f.chosen = slices.Grow(f.next[:0], len(places))[:len(places)], slices.Grow(f.chosen[:0], len(places))[:len(places)]
	next, chosen := f.next, f.chosen
	clear(next)
	for _, start := range places[0] {
		chosen[0] = start
		spare := slop
		for i := 1; i < len(places) && spare >= 0; i++ {
			least := chosen[i-1] + gaps[i]
			list := places[i]
			for next[i] < len(list) && list[next[i]] < least {
				next[i]++
			}
			if next[i] == len(list) {
				return count // nor will it follow a later start
			}
			chosen[i] = list[next[i]]
			spare -= chosen[i] - least
		}
		if spare < 0 {
			continue
		}
		count++
		if found != nil {
			found(chosen)
		}
	}
	return count
}
