package bleve

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
)

// verify looks at an index before Bleve opens it. Bleve does not read the
// checksums of its files; where a segment is missing it goes back to an older
// state without a word, and with an empty root it deletes every segment. Here
// the newest state must be whole: each of its segments there, with the checksum
// at its end.
func verify(path string) error {
	store := filepath.Join(path, "store")
	segments, err := segmentsOf(filepath.Join(store, "root.bolt"))
	if err != nil {
		return err
	}
	for _, name := range segments {
		if err := verifySegment(filepath.Join(store, filepath.Base(name))); err != nil {
			return err
		}
	}
	return nil
}

// verifySegment compares a file with the checksum in its last four bytes.
func verifySegment(path string) (err error) {
	f, err := os.Open(path) // #nosec G304 -- a file of the index
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	sum := crc32.NewIEEE()
	if _, err := io.Copy(sum, io.LimitReader(f, info.Size()-crc32.Size)); err != nil {
		return err
	}
	var want uint32
	if err := binary.Read(f, binary.BigEndian, &want); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	if sum.Sum32() != want {
		return fmt.Errorf("%s is damaged: its checksum is wrong", filepath.Base(path))
	}
	return nil
}
