//go:build !race

package main

// underRace is the environment that a program with the race detector needs.
var underRace []string
