package bleve

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2/util"
	bolt "go.etcd.io/bbolt"
)

// verify looks at an index before Bleve opens it. Bleve does not read the
// checksums of its files; where a segment is missing it goes back to an older
// state without a word, and with an empty root it deletes every segment. Here
// the newest state must be whole: each of its segments there, with the checksum
// at its end.
func verify(path string) error {
	store := filepath.Join(path, "store")
	root := filepath.Join(store, "root.bolt")
	info, err := os.Stat(root)
	if err != nil {
		return err
	}
	if info.Size() == 0 {
		return errors.New("root.bolt is empty")
	}
	segments, err := segmentsOf(root)
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

var errNoState = errors.New("root.bolt names no state of the index")

// newestSegments lists the files of the newest state.
func newestSegments(tx *bolt.Tx) ([]string, error) {
	states := tx.Bucket(util.BoltSnapshotsBucket)
	if states == nil {
		return nil, errNoState
	}
	newest, _ := states.Cursor().Last()
	state := states.Bucket(newest)
	if newest == nil || state == nil {
		return nil, errNoState
	}
	var segments []string
	err := state.ForEachBucket(func(k []byte) error {
		if bytes.Equal(k, util.BoltInternalKey) || bytes.Equal(k, util.BoltMetaDataKey) {
			return nil
		}
		name := state.Bucket(k).Get(util.BoltPathKey)
		if name == nil {
			return errNoState
		}
		segments = append(segments, string(name))
		return nil
	})
	return segments, err
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
