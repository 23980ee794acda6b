//go:build unix

package worker

import (
	"os"
	"os/exec"
	"runtime"
	"syscall"

	"golang.org/x/sys/unix"
)

// limitData bounds the writable memory of the process. Address space that is
// reserved and not used does not count, so the reservations of the runtimes do
// not. The limit may be raised again for a larger file.
func limitData(limit int64) error {
	var l unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_DATA, &l); err != nil {
		return err
	}
	l.Cur = min(uint64(limit), l.Max) //nolint:gosec // a positive number of bytes
	if err := unix.Setrlimit(unix.RLIMIT_DATA, &l); err != nil {
		return err
	}
	return unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{})
}

// ownGroup puts a child and what it starts into a group, to be killed together.
func ownGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

func killGroup(cmd *exec.Cmd) { _ = unix.Kill(-cmd.Process.Pid, unix.SIGKILL) } // it may have ended by itself

// peakMemory is the most that this process ever held, in bytes.
func peakMemory() int64 {
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return residentBytes(u.Maxrss)
}

// peakOf is the same of a child that has ended.
func peakOf(state *os.ProcessState) int64 {
	if u, ok := state.SysUsage().(*syscall.Rusage); ok {
		return residentBytes(u.Maxrss)
	}
	return 0
}

// residentBytes knows that one system counts in bytes and the others in kilobytes.
func residentBytes(maxrss int64) int64 {
	if runtime.GOOS == "darwin" {
		return maxrss
	}
	return maxrss << 10
}
