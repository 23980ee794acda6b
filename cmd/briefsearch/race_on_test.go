//go:build race

package main

// underRace lets reading processes have the memory that the race detector takes.
var underRace = []string{"BRIEFSEARCH_WORKER_MEMORY=65536"}
