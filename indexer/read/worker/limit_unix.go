//go:build unix

package worker

import "golang.org/x/sys/unix"

// limitData bounds the writable memory of the process. Address space that is
// reserved and not used does not count, so the runtime's own reservations do not.
func limitData(limit int64) error {
	l := unix.Rlimit{Cur: uint64(limit), Max: uint64(limit)} //nolint:gosec // a positive number of bytes
	if err := unix.Setrlimit(unix.RLIMIT_DATA, &l); err != nil {
		return err
	}
	return unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{})
}
