package bleve

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/util"
	bolt "go.etcd.io/bbolt"
)

// A manifest tells the bytes of an index that was closed. Of one that is open, or
// whose process was killed, Bleve's root alone says what it holds, and nothing
// guards the root: with a wrong bit an older state may come back, or a report
// that was deleted. So every write leaves in the index, in the same step, a
// state: what the index must hold after it. And before a write is acknowledged
// its number is noted beside, so that no state before that can pass for the
// newest.
type state struct {
	index  uint64 // drawn when the index was made
	writes uint64 // reports put and deleted since
	held   uint64 // sum over what is held: the names of the documents, and how the index is made
}

const (
	stateSize = 3*8 + crc32.Size
	// acknowledgedFile holds the state of the newest write that was
	// acknowledged. It is written in place: twenty-eight bytes are written whole
	// or not at all.
	acknowledgedFile = "acknowledged"
)

var (
	stateKey = []byte("briefsearch state")
	errState = errors.New("the root does not say what was written")
)

func newState() state { return state{index: rand.Uint64()} } // #nosec G404 -- no secret

func (s state) encode() []byte {
	b := make([]byte, 0, stateSize)
	for _, n := range []uint64{s.index, s.writes, s.held} {
		b = binary.BigEndian.AppendUint64(b, n)
	}
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b))
}

func decodeState(b []byte) (state, error) {
	if len(b) != stateSize || crc32.ChecksumIEEE(b[:3*8]) != binary.BigEndian.Uint32(b[3*8:]) {
		return state{}, errState
	}
	return state{
		index: binary.BigEndian.Uint64(b), writes: binary.BigEndian.Uint64(b[8:]), held: binary.BigEndian.Uint64(b[16:]),
	}, nil
}

// follows says whether a state may be that of an index of which another was
// acknowledged: it is that one, or comes of a write that was not acknowledged yet.
func (s state) follows(acknowledged state) bool {
	return s.index == acknowledged.index &&
		(s == acknowledged || s.writes > acknowledged.writes)
}

// weigh is what a name adds to what is held (FNV-1a, and mixed, so that sums of
// similar names differ).
func weigh[T string | []byte](name T) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(name) {
		h = (h ^ uint64(name[i])) * 1099511628211
	}
	h ^= h >> 32
	return h * 0x9e3779b97f4a7c15
}

// stateOf reads the state that a snapshot bears.
func stateOf(snapshot *scorch.IndexSnapshot) (state, error) {
	b, err := snapshot.GetInternal(stateKey)
	if err != nil {
		return state{}, err
	}
	return decodeState(b)
}

// Generation implements search.Generational.
func (e *Engine) Generation(context.Context) (string, error) {
	const op = "name the state of the index"
	done, err := e.use(op)
	if err != nil {
		return "", err
	}
	defer done()
	snapshot, err := e.snapshot()
	if err != nil {
		return "", err
	}
	defer func() { _ = snapshot.Close() }()
	s, err := stateOf(snapshot)
	return fmt.Sprintf("%x-%x-%x", s.index, s.writes, s.held), err
}

// readAcknowledged reads the state that was acknowledged last.
func readAcknowledged(path string) (state, error) {
	b, err := os.ReadFile(filepath.Join(path, acknowledgedFile)) // #nosec G304 -- a file of the index
	if err != nil {
		return state{}, err
	}
	s, err := decodeState(b)
	if err != nil {
		return state{}, fmt.Errorf("%s is damaged: its checksum is wrong", acknowledgedFile)
	}
	return s, nil
}

// acknowledge notes a state as acknowledged. It need not be on the disk at once:
// after the power has failed an older note only guards less.
func (e *Engine) acknowledge(s state) error {
	f, err := os.OpenFile(filepath.Join(e.path, acknowledgedFile), os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteAt(s.encode(), 0)
	return errors.Join(err, f.Close())
}

// madeOf is what an index holds beside its documents: how it is made.
func madeOf(path string, mapping []byte) (uint64, error) {
	meta, err := os.ReadFile(filepath.Join(path, "index_meta.json")) // #nosec G304 -- a file of the index
	return weigh(meta) + weigh(mapping), err
}

// verifyState compares what an index holds with its state, and that with what was
// acknowledged. It reads the name of every document.
func (e *Engine) verifyState(ctx context.Context, path string, acknowledged state) error {
	snapshot, err := e.snapshot()
	if err != nil {
		return err
	}
	defer func() { _ = snapshot.Close() }()
	says, err := stateOf(snapshot)
	if err != nil {
		return err
	}
	held, err := madeOf(path, snapshot.Internal()[string(util.MappingInternalKey)])
	if err != nil {
		return err
	}
	for _, seg := range snapshot.Segments() {
		live := seg.DocNumbersLive().Iterator()
		for live.HasNext() {
			if err := ctx.Err(); err != nil {
				return err
			}
			name, err := seg.DocID(uint64(live.Next()))
			if err != nil {
				return err
			}
			held += weigh(name)
		}
	}
	if held != says.held || !says.follows(acknowledged) {
		return errState
	}
	return nil
}

// stateAfter is the state that follows on a write: without the documents of gone,
// with those of come. A document that comes may also be there already.
func stateAfter(v *view, gone, come []string) (state, error) {
	s, err := stateOf(v.snapshot)
	if err != nil {
		return s, err
	}
	s.writes++
	replaced := make(map[string]bool, len(gone))
	for _, name := range gone {
		replaced[name] = true
	}
	for i := range v.segments {
		found, err := v.segments[i].DocNumbers(come)
		if err != nil {
			return s, err
		}
		for it := found.Iterator(); it.HasNext(); {
			name, err := v.segments[i].DocID(uint64(it.Next()))
			if err != nil {
				return s, err
			}
			replaced[string(name)] = true
		}
	}
	for name := range replaced {
		s.held -= weigh(name)
	}
	for _, name := range come {
		s.held += weigh(name)
	}
	return s, nil
}

// foundState gives an index that nobody has open its first state. names is the sum
// over its documents.
func foundState(path string, names uint64) error {
	s := newState()
	err := changeNewest(filepath.Join(path, "store", "root.bolt"), func(root *bolt.Bucket) error {
		internal := root.Bucket(util.BoltInternalKey)
		if internal == nil {
			return errNoState
		}
		var err error
		if s.held, err = madeOf(path, internal.Get(util.MappingInternalKey)); err != nil {
			return err
		}
		s.held += names
		return internal.Put(stateKey, s.encode())
	})
	if err != nil {
		return err
	}
	return replaceFile(filepath.Join(path, acknowledgedFile), s.encode())
}
