//go:build race

package main

// underRace lets reading processes have the memory and the time that the race detector
// takes.
var underRace = []string{"BRIEFSEARCH_WORKER_MEMORY=65536", "BRIEFSEARCH_WORKER_TIME=3m"}
