package pdf

import (
	"bytes"
	"slices"

	"nianbao/page"
)

// index says where each object of a file is. It is made by looking through the
// whole file for "N G obj", not from the cross-reference table: a table may be
// wrong, or loop, or claim four thousand million entries, and the search costs
// less than decoding one page. The last definition of an object is the valid
// one, as files are changed by appending to them.
type index struct {
	places map[int]place
}

type place struct {
	offset    int // of "N G obj" in the file, or of the object in its container
	container int // the object stream that holds it, or 0
	gen       int
	since     int // where in the file it was defined, to tell which is last
}

// scan fills the index and finds the trailer.
func (f *file) scan() error {
	f.index = &index{places: map[int]place{}}
	streams := f.scanObjects()
	if len(f.index.places) == 0 {
		return &page.Fault{Code: page.FaultDamaged, Detail: "no objects found"}
	}
	f.findTrailer(streams)
	if e := f.trailer.key("Encrypt"); e != nil {
		c, err := newCrypt(e, f.trailer.key("ID").at(0).bytes())
		if err != nil {
			return err
		}
		f.crypt = c
		clear(f.objects)
	}
	for _, id := range streams.packed {
		f.scanPacked(id)
	}
	if !f.trailer.key("Root").is(kindDict) {
		f.findRoot()
	}
	return nil
}

// special are the streams that say where other objects are.
type special struct {
	packed []int // object streams, in file order
	tables []int // cross-reference streams, in file order
}

// scanObjects finds every "N G obj" outside stream data.
func (f *file) scanObjects() special {
	var found special
	for pos := 0; len(f.index.places) < maxObjects; {
		i := bytes.Index(f.data[pos:], []byte("obj"))
		if i < 0 {
			break
		}
		at := pos + i
		pos = at + 3
		id, gen, start, ok := definition(f.data, at)
		if !ok {
			continue
		}
		f.index.places[id] = place{offset: start, gen: gen, since: start}
		pos = f.pastStream(pos, id, &found)
	}
	return found
}

// definition reads "N G " backwards from the place of "obj".
func definition(data []byte, at int) (id, gen, start int, ok bool) {
	gen, at, ok = numberBefore(data, at)
	if !ok {
		return
	}
	id, at, ok = numberBefore(data, at)
	return id, gen, at, ok && id > 0
}

// numberBefore reads the digits, and white space after them, that end at a place.
func numberBefore(data []byte, end int) (value, start int, ok bool) {
	i := end
	for i > 0 && class[data[i-1]] == space {
		i--
	}
	if i == end && end < len(data) && data[end] != 'o' {
		return 0, 0, false
	}
	last := i
	for i > 0 && data[i-1] >= '0' && data[i-1] <= '9' && last-i < 9 {
		i--
	}
	if i == last {
		return 0, 0, false
	}
	for _, c := range data[i:last] {
		value = value*10 + int(c-'0')
	}
	return value, i, true
}

// pastStream gives the place where the search goes on after an object's head:
// after its stream, if it has one with a plain and true /Length, so that a PDF
// file embedded in this one is not taken for part of it.
func (f *file) pastStream(pos, id int, found *special) int {
	head := f.data[pos:min(len(f.data), pos+maxStreamHead)]
	i := bytes.Index(head, []byte("stream"))
	if end := bytes.Index(head, []byte("endobj")); i < 0 || end >= 0 && end < i {
		return pos
	}
	p := parser{lexer: lexer{data: f.data, pos: f.index.places[id].offset}, file: f}
	o := p.indirect(id)
	if o == nil || o.kind != kindStream {
		return pos
	}
	switch typ := o.dict["Type"]; {
	case typ == nil || typ.kind != kindName:
	case typ.text == "ObjStm":
		found.packed = append(found.packed, id)
	case typ.text == "XRef":
		found.tables = append(found.tables, id)
	}
	length := o.dict["Length"]
	if length == nil || length.kind != kindNumber {
		return o.offset
	}
	end := o.offset + length.int()
	if end < o.offset || end >= len(f.data) || !bytes.HasPrefix(bytes.TrimLeft(f.data[end:min(len(f.data), end+16)], "\r\n \t"), []byte("endstream")) {
		return o.offset
	}
	return end
}

// maxStreamHead is how long a stream's dictionary may be for its stream to be
// stepped over while searching.
const maxStreamHead = 16 << 10

// findTrailer takes the last trailer that names a root, from the trailer
// keyword or from a cross-reference stream.
func (f *file) findTrailer(found special) {
	last := -1
	consider := func(o *object, at int) {
		if at > last && o.has("Root") {
			f.trailer, last = o, at
		}
	}
	for pos := 0; ; {
		i := bytes.Index(f.data[pos:], []byte("trailer"))
		if i < 0 {
			break
		}
		pos += i + len("trailer")
		p := parser{lexer: lexer{data: f.data, pos: pos}, file: f}
		consider(p.object(), pos)
	}
	for _, id := range found.tables {
		consider(f.load(id, 0), f.index.places[id].since)
	}
}

// scanPacked adds the objects of an object stream to the index.
func (f *file) scanPacked(id int) {
	container := f.load(id, 0)
	body, _ := f.shared(container)
	since := f.index.places[id].since
	first, count := container.key("First").int(), container.key("N").int()
	p := lexer{data: body}
	for range min(count, len(body)) {
		if p.next() != tokNumber {
			return
		}
		member := clampInt(p.num)
		if p.next() != tokNumber {
			return
		}
		offset := clampInt(p.num) + first
		if old, ok := f.index.places[member]; ok && old.since > since || member <= 0 || member == id || offset < 0 {
			continue
		}
		f.index.places[member] = place{offset: offset, container: id, since: since}
		delete(f.objects, member)
	}
}

// findRoot makes a trailer for a file that has lost its own: from the catalogue,
// else from the top of the page tree. Pages that no tree lists are not put
// together by guess: nobody could tell that one is missing.
func (f *file) findRoot() {
	dict := func(key string, o *object) *object {
		return &object{kind: kindDict, dict: map[string]*object{key: o}}
	}
	for _, id := range f.ids() {
		o := f.load(id, 0)
		switch o.key("Type").name() {
		case "Catalog":
			f.trailer = dict("Root", o)
		case "Pages":
			if o.key("Parent") == nil && !f.trailer.key("Root").has("Type") {
				f.trailer = dict("Root", dict("Pages", o))
			}
		}
	}
}

// ids lists the objects in the order in which the file holds them.
func (f *file) ids() []int {
	out := make([]int, 0, len(f.index.places))
	for id := range f.index.places {
		out = append(out, id)
	}
	slices.SortFunc(out, func(a, b int) int {
		p, q := f.index.places[a], f.index.places[b]
		if p.since != q.since {
			return p.since - q.since
		}
		return p.offset - q.offset
	})
	return out
}
