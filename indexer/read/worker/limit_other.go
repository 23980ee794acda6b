//go:build !unix

package worker

import (
	"os"
	"os/exec"
)

// limitData does nothing where the system has no such limit; the collector's
// limit and the parent's timeout remain.
func limitData(int64) error { return nil }

func ownGroup(*exec.Cmd) {}

func killGroup(cmd *exec.Cmd) { _ = cmd.Process.Kill() } // it may have ended by itself

func peakMemory() int64 { return 0 }

func peakOf(*os.ProcessState) int64 { return 0 }
