package main

import (
	"bufio"
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"briefsearch/indexer"
	"briefsearch/indexer/read/worker"
)

const (
	readWorkerName   = "read-worker"
	passwordFileFlag = "password-file"
	workerMemoryFlag = "worker-memory"
	workerTimeFlag   = "worker-time"
	noOCRFlag        = "no-ocr"
)

// maker is a Maker that reads every file in a process of its own.
type maker struct {
	*indexer.Maker
	*worker.Pool
}

// makerFlags adds the flags of the commands that read files.
func makerFlags(cmd *cobra.Command) {
	cmd.Flags().String(passwordFileFlag, "", "file with the passwords to try on locked files, one on a line")
	cmd.Flags().Int64(workerMemoryFlag, worker.DefaultMemory>>20, "memory that reading one file may take, in MB; large files get more")
	cmd.Flags().Duration(workerTimeFlag, worker.DefaultTimeout, "time that reading one file may take; large files and scans get more")
	cmd.Flags().Bool(noOCRFlag, false, "leave scanned pages unread, also when Tesseract is installed")
}

// newMaker returns the Maker that all commands use. It must be closed.
func newMaker(cmd *cobra.Command) (*maker, error) {
	v, err := loadVocabulary(cmd)
	if err != nil {
		return nil, err
	}
	passwords, err := readPasswords(cmd)
	if err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("find this program to run it again: %w", err)
	}
	opt, err := workerOptions(cmd)
	if err != nil {
		return nil, err
	}
	opt.Command = []string{self, readWorkerName}
	pool := worker.NewPool(opt)
	return &maker{indexer.NewMaker(v, indexer.Config{Read: pool.Read, Passwords: passwords}), pool}, nil
}

func workerOptions(cmd *cobra.Command) (opt worker.Options, err error) {
	megabytes, err := cmd.Flags().GetInt64(workerMemoryFlag)
	if err != nil {
		return opt, err
	}
	if megabytes < 1 {
		return opt, usageError{fmt.Errorf("--%s is %d; give some hundred MB", workerMemoryFlag, megabytes)}
	}
	opt.Memory = megabytes << 20
	if opt.Timeout, err = cmd.Flags().GetDuration(workerTimeFlag); err != nil {
		return opt, err
	}
	if opt.Timeout <= 0 {
		return opt, usageError{fmt.Errorf("--%s is %s; give some seconds, such as 30s", workerTimeFlag, opt.Timeout)}
	}
	noOCR, err := cmd.Flags().GetBool(noOCRFlag)
	if noOCR {
		opt.OCRTimeout = -1
	}
	return opt, err
}

// readPasswords reads the passwords from their file: on the command line every
// user of the machine could see them.
func readPasswords(cmd *cobra.Command) ([]string, error) {
	name, err := cmd.Flags().GetString(passwordFileFlag)
	if err != nil || name == "" {
		return nil, err
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read the passwords: %w", err)
	}
	defer func() { _ = f.Close() }() // only read from
	var passwords []string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if lines.Text() != "" {
			passwords = append(passwords, lines.Text())
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read the passwords: %w", err)
	}
	return passwords, nil
}

// newReadWorker is the command that the program runs itself by, to read files in a
// process that may fall without harm.
func newReadWorker() *cobra.Command {
	return &cobra.Command{
		Use:    readWorkerName,
		Short:  "Read files for another process of the program",
		Hidden: true,
		Args:   args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			// An interrupt of the terminal reaches all processes; the parent
			// decides when its workers end.
			return worker.Serve(context.WithoutCancel(cmd.Context()), cmd.InOrStdin(), cmd.OutOrStdout())
		},
	}
}
