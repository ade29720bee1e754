package pdf

import (
	"bytes"
	"compress/gzip"
	"embed"
	"io"
	"strconv"
	"strings"
	"sync"
)

//go:generate go run internal/cidgen/main.go internal/cidgen/cmap.go /usr/share/poppler/cMap data

// What the CIDs of Adobe's character collections stand for, a line each from
// CID 0 on, and which CIDs the predefined CMaps give to ASCII. See
// data/README.md for their origin.
//
//go:embed data/adobe-*.txt.gz
var collectionData embed.FS

//go:embed data/latin.txt
var latinData string

// collection is one of Adobe's character collections: GB1, CNS1, Japan1, Korea1.
type collection struct {
	texts []string          // by CID
	cids  map[string]uint32 // the lowest CID of a text
}

var collections = map[string]func() *collection{
	"GB1": loaded("gb1"), "CNS1": loaded("cns1"), "Japan1": loaded("japan1"), "Korea1": loaded("korea1"),
}

// loaded reads a collection when it is first asked for: few files need one.
func loaded(name string) func() *collection {
	return sync.OnceValue(func() *collection {
		c := &collection{cids: map[string]uint32{}}
		data, err := collectionData.ReadFile("data/adobe-" + name + ".txt.gz")
		if err != nil {
			return c
		}
		r, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return c
		}
		text, err := io.ReadAll(r)
		if err != nil {
			return c
		}
		c.texts = strings.Split(string(text), "\n")
		for cid := len(c.texts) - 1; cid >= 0; cid-- {
			c.cids[c.texts[cid]] = uint32(cid)
		}
		return c
	})
}

// collectionOf finds the collection that a CIDFont names; nil for another.
func collectionOf(info *object) func() *collection {
	if info.key("Registry").bytes() != "Adobe" {
		return nil
	}
	return collections[info.key("Ordering").bytes()]
}

// text is what a CID stands for; "" if nothing does.
func (c *collection) text(cid uint32) string {
	if int64(cid) >= int64(len(c.texts)) {
		return ""
	}
	return c.texts[cid]
}

// cid is the first CID of a text, or noCID.
func (c *collection) cid(text string) uint32 {
	if cid, ok := c.cids[text]; ok && text != "" {
		return cid
	}
	return noCID
}

// latin says which CIDs of which collection a predefined CMap gives to the
// space, and to the printable ASCII characters from the exclamation mark on.
type latin struct {
	collection    string
	space, exclam uint32
}

var latins = sync.OnceValue(func() map[string]latin {
	out := map[string]latin{}
	for line := range strings.Lines(latinData) {
		if f := strings.Fields(line); len(f) == 4 {
			space, err := strconv.ParseUint(f[2], 10, 32)
			exclam, err2 := strconv.ParseUint(f[3], 10, 32)
			if err == nil && err2 == nil {
				out[f[0]] = latin{f[1], uint32(space), uint32(exclam)}
			}
		}
	}
	return out
})

// cid is that of a text, by which its width is found.
func (l latin) cid(text string) uint32 {
	switch {
	case text == " ":
		return l.space
	case len(text) == 1 && text[0] > ' ' && text[0] <= '~':
		return l.exclam + uint32(text[0]-'!')
	case collections[l.collection] == nil:
		return noCID
	}
	return collections[l.collection]().cid(text)
}
