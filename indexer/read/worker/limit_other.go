//go:build !unix

package worker

// limitData does nothing where the system has no such limit; the collector's
// limit and the parent's timeout remain.
func limitData(int64) error { return nil }
