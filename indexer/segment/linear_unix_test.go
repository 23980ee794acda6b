//go:build unix && !race

package segment_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/segment"
	"briefsearch/indexer/tag"
)

// growth is how many times longer the long text is than the short one.
const growth = 16

// TestCostIsLinear describes, divides and tags a long text, and the short one that
// it repeats as often as that is shorter, so that both are as many letters: in
// processor time and in memory the long one may not cost more but by noise. What is
// quadratic costs sixteen times as much.
func TestCostIsLinear(t *testing.T) {
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	tagger, all := tag.New(v), layouts(t)
	through := func(doc *read.Document, layouts ...segment.Layout) {
		for _, l := range layouts {
			r := describe.Report(doc)
			l.Score(doc)
			parts := l.Segment(doc)
			r.Sections, r.Interventions = parts.Sections, parts.Interventions
			corpus.AssignIDs(r)
			tagger.Tag(r)
		}
	}
	done := map[string]bool{}
	for _, tc := range forms {
		for _, l := range all {
			if l.Name() == tc.layout && !done[tc.layout] {
				done[tc.layout] = true
				checkLinear(t, tc.layout, tc.text+"\n\n", 2000, func(doc *read.Document) { through(doc, l) })
			}
		}
	}
	for name, unit := range hostile {
		size := 300
		switch name {
		case "labels":
			size = 900 // within texts of this length labels are looked for
		case "offices":
			size = 8000 // whose holders stand near them
		}
		checkLinear(t, name, unit, size, func(doc *read.Document) { through(doc, all...) })
	}
	prose := all[slices.IndexFunc(all, func(l segment.Layout) bool { return l.Name() == "narrative" })]
	compareCosts(t, "persons", parse(persons(400)), parse(persons(growth*400)), func(doc *read.Document) { through(doc, prose) })
}

// persons is a report in which so many persons speak, none twice, and holders of offices.
func persons(n int) string {
	var b strings.Builder
	b.WriteString("Report of the workshop on lamps\n\n")
	for i := range n {
		name := string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676))
		fmt.Fprintf(&b, "Ms. Bo%s Ek%sova, Programme Officer of the Lamp Trust number %d, presented the survey.\n\n", name, name, i)
		b.WriteString("The Programme Director welcomed the survey and called for more lamps on the quay.\n\n")
	}
	return b.String()
}

// checkLinear compares what a short text of a size costs several times with what a
// long one costs once.
func checkLinear(t *testing.T, name, unit string, size int, do func(*read.Document)) {
	t.Helper()
	n := size/len(unit) + 1
	compareCosts(t, name, parse("1. "+strings.Repeat(unit, n)), parse("1. "+strings.Repeat(unit, growth*n)), do)
}

// compareCosts holds what a long text costs once to what one of a part of its length does as often.
func compareCosts(t *testing.T, name string, short, long *read.Document, do func(*read.Document)) {
	t.Helper()
	const tries, slack, noise = 3, 2.5, 3 * time.Millisecond
	do(long) // whatever is made once
	var once, often cost
	for range tries {
		often = costOf(func() {
			for range growth {
				do(short)
			}
		})
		once = costOf(func() { do(long) })
		if float64(once.time) <= slack*float64(often.time)+float64(noise) && float64(once.bytes) <= slack*float64(often.bytes) {
			return
		}
	}
	t.Errorf("%s: %d times the text takes %v and %d kB, as often the short one %v and %d kB", name,
		growth, once.time, once.bytes>>10, often.time, often.bytes>>10)
}

// cost is processor time and memory.
type cost struct {
	time  time.Duration
	bytes uint64
}

func costOf(do func()) cost {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := processorTime()
	do()
	took := processorTime() - start
	runtime.ReadMemStats(&after)
	return cost{took, after.TotalAlloc - before.TotalAlloc}
}

// processorTime is what the process took of the processor so far.
func processorTime() time.Duration {
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
