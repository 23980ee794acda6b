package bleve

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2/util"
	bolt "go.etcd.io/bbolt"
)

// Bleve keeps in its root, which is a Bolt file, what segments the index has and
// which of their documents are deleted, for the newest state and some older ones.

var errNoState = errors.New("root.bolt names no state of the index")

// newest is the newest state of a root.
func newest(tx *bolt.Tx) (*bolt.Bucket, error) {
	states := tx.Bucket(util.BoltSnapshotsBucket)
	if states == nil {
		return nil, errNoState
	}
	last, _ := states.Cursor().Last()
	if last == nil {
		return nil, errNoState
	}
	state := states.Bucket(last)
	if state == nil {
		return nil, errNoState
	}
	return state, nil
}

// idle is an error when a writer has the root open.
func idle(root string) error {
	db, err := bolt.Open(root, 0o600, &bolt.Options{ReadOnly: true, Timeout: lockWait})
	if err != nil {
		return err
	}
	return db.Close()
}

// segmentsOf lists the files of the newest state of a root.
func segmentsOf(root string) (segments []string, err error) {
	db, err := bolt.Open(root, 0o600, &bolt.Options{ReadOnly: true, Timeout: lockWait})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	err = db.View(func(tx *bolt.Tx) error {
		state, err := newest(tx)
		if err != nil {
			return err
		}
		return state.ForEachBucket(func(k []byte) error {
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
	})
	return segments, err
}

// changeNewest changes the newest state of a root that nobody has open.
func changeNewest(root string, change func(*bolt.Bucket) error) error {
	db, err := bolt.Open(root, 0o600, &bolt.Options{Timeout: lockWait})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error {
		b, err := newest(tx)
		if err != nil {
			return err
		}
		return change(b)
	})
	return errors.Join(err, db.Close())
}

// cleanRoot copies what a root says into a new one. What nobody reads of the old
// one may be wrong when its process was killed, such as which of its pages are
// free, and would do its harm at the next write.
func cleanRoot(root string) error {
	clean := root + ".clean"
	if err := os.Remove(clean); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := copyRoot(root, clean); err != nil {
		return errors.Join(err, os.Remove(clean))
	}
	if err := os.Rename(clean, root); err != nil {
		return err
	}
	return syncDir(filepath.Dir(root))
}

func copyRoot(from, to string) (err error) {
	src, err := bolt.Open(from, 0o600, &bolt.Options{ReadOnly: true, Timeout: lockWait})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, src.Close()) }()
	dst, err := bolt.Open(to, 0o600, &bolt.Options{Timeout: lockWait, NoSync: true})
	if err != nil {
		return err
	}
	return errors.Join(bolt.Compact(dst, src, 0), dst.Sync(), dst.Close())
}

// checkRoot looks at the bytes of a root before Bolt does, which trusts them: a
// wrong number there makes it read what is not mapped, or go round for ever, and
// that ends the process. When checkRoot is content, every page that can be reached
// is in its place, is reached once, and has its keys in it and in order.
func checkRoot(root []byte) error {
	var c rootCheck
	for at := range 2 { // two heads take turns; the one with the greater number holds
		h, err := headOfRoot(root, at)
		if err != nil {
			return err
		}
		if at == 0 || h.number > c.head.number {
			c.head = h
		}
	}
	c.bytes, c.seen = root, make(map[uint64]bool)
	return c.page(c.head.first)
}

// Sizes and marks of Bolt's format, version 2. Its numbers are as the machine
// writes them.
const (
	pageHead    = 16 // id 8, flags 2, count 2, overflow 4
	pageElement = 16 // of a branch: offset 4, key 4, id 8; of a leaf: flags 4, offset 4, key 4, value 4
	bucketHead  = 16 // page 8, sequence 8; with page 0 the page itself stands behind it
	metaSummed  = 56 // bytes before the checksum

	branchPage, leafPage, metaPage = 1, 2, 4
	bucketLeaf                     = 1
	boltMagic, boltVersion         = 0xED0CDAED, 2
)

var (
	order       = binary.NativeEndian
	errRootPage = errors.New("root.bolt is damaged")
)

type rootHead struct {
	pageSize, first, pages, number uint64
}

// headOfRoot reads one of the two heads.
func headOfRoot(root []byte, at int) (rootHead, error) {
	var h rootHead
	size := os.Getpagesize() // of the first head, which tells the size of all
	if at > 0 {
		first, err := headOfRoot(root, 0)
		if err != nil {
			return h, err
		}
		size = int(first.pageSize) // #nosec G115 -- read from 32 bits
	}
	if len(root) < (at+1)*size || size < pageHead+metaSummed+8 {
		return h, errRootPage
	}
	page := root[at*size:]
	meta := page[pageHead : pageHead+metaSummed+8]
	sum := fnv.New64a()
	_, _ = sum.Write(meta[:metaSummed])                                          // a hash takes all
	if order.Uint64(page) != uint64(at) || order.Uint16(page[8:]) != metaPage || // #nosec G115 -- 0 or 1
		order.Uint32(meta) != boltMagic || order.Uint32(meta[4:]) != boltVersion || order.Uint64(meta[metaSummed:]) != sum.Sum64() ||
		order.Uint32(meta[8:]) < pageHead {
		return h, fmt.Errorf("%w: head %d", errRootPage, at)
	}
	return rootHead{
		pageSize: uint64(order.Uint32(meta[8:])), first: order.Uint64(meta[16:]),
		pages: order.Uint64(meta[40:]), number: order.Uint64(meta[48:]),
	}, nil
}

type rootCheck struct {
	head  rootHead
	bytes []byte
	seen  map[uint64]bool
}

// page looks at a page and all below it.
func (c *rootCheck) page(id uint64) error {
	wrong := fmt.Errorf("%w: page %d", errRootPage, id)
	all := min(c.head.pages, uint64(len(c.bytes))/c.head.pageSize)
	if id < 2 || id >= all || c.seen[id] {
		return wrong
	}
	page := c.bytes[id*c.head.pageSize:]
	more := uint64(order.Uint32(page[12:]))
	if order.Uint64(page) != id || id+more >= all {
		return wrong
	}
	for i := id; i <= id+more; i++ {
		if c.seen[i] {
			return wrong
		}
		c.seen[i] = true
	}
	return c.elements(page[:(more+1)*c.head.pageSize], wrong)
}

// elements looks at what a page holds, and all below it.
func (c *rootCheck) elements(page []byte, wrong error) error {
	flags, count := order.Uint16(page[8:]), int(order.Uint16(page[10:]))
	if flags != branchPage && flags != leafPage || pageHead+count*pageElement > len(page) {
		return wrong
	}
	var last []byte
	for i := range count {
		e, ok := elementOf(page, i)
		if !ok || i > 0 && bytes.Compare(last, e.key) >= 0 {
			return wrong
		}
		last = e.key
		var err error
		switch {
		case flags == branchPage:
			err = c.page(e.child)
		case e.bucket:
			err = c.bucket(e.value, wrong)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

type element struct {
	key, value []byte
	child      uint64 // of a branch
	bucket     bool   // of a leaf: the value is a bucket
}

// elementOf is the i-th element of a page, and whether it is inside.
func elementOf(page []byte, i int) (element, bool) {
	at := uint64(pageHead + i*pageElement) // #nosec G115 -- not negative
	b := page[at : at+pageElement]
	var e element
	kind, offset, key, value := uint32(0), order.Uint32(b), order.Uint32(b[4:]), uint32(0)
	if order.Uint16(page[8:]) == branchPage {
		e.child = order.Uint64(b[8:])
	} else {
		kind, offset, key, value = order.Uint32(b), order.Uint32(b[4:]), order.Uint32(b[8:]), order.Uint32(b[12:])
	}
	from := at + uint64(offset)
	middle := from + uint64(key)
	end := middle + uint64(value)
	if kind > bucketLeaf || end > uint64(len(page)) {
		return e, false
	}
	e.key, e.value, e.bucket = page[from:middle], page[middle:end], kind == bucketLeaf
	return e, true
}

func (c *rootCheck) bucket(value []byte, wrong error) error {
	if len(value) < bucketHead {
		return wrong
	}
	if id := order.Uint64(value); id != 0 {
		return c.page(id)
	}
	if len(value) < bucketHead+pageHead {
		return wrong
	}
	return c.elements(value[bucketHead:], wrong)
}
