//go:build race

package worker_test

// The race detector takes many times the memory that children are allowed.
const raceDetector = true
