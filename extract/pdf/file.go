package pdf

import (
	"bytes"

	"nianbao/page"
)

// file is one PDF file: its bytes, where its objects are, and the objects read
// so far. Each object is read once and each shared stream decoded once.
type file struct {
	data    []byte // from "%PDF-" on: offsets in the file count from there
	lim     Limits
	index   *index
	trailer *object
	crypt   *crypt // nil for a file in the clear

	objects  map[int]*object
	streams  map[*object]decoded
	kept     int // bytes in streams
	inflated int64
	fonts    map[*object]*font
	hidden   map[*object]bool // optional content groups that are switched off
}

// open finds the objects of a file and its trailer.
func open(data []byte, lim Limits) (*file, error) {
	if i := bytes.Index(data[:min(len(data), headerReach)], []byte("%PDF-")); i > 0 {
		data = data[i:]
	}
	f := &file{
		data: data, lim: lim.withDefaults(),
		objects: map[int]*object{}, streams: map[*object]decoded{}, fonts: map[*object]*font{},
	}
	if err := f.scan(); err != nil {
		return nil, err
	}
	f.hidden = hiddenGroups(f.trailer.key("Root").key("OCProperties"))
	return f, nil
}

// headerReach is how far into a file the header may begin. Readers look within
// the first kilobyte; some servers put a longer page of text before it.
const headerReach = 64 << 10

// load reads an indirect object. A loop of objects that need one another to be
// read ends in null.
func (f *file) load(id, gen int) *object {
	if o, ok := f.objects[id]; ok {
		return o
	}
	f.objects[id] = nil
	o := f.read(id)
	f.objects[id] = o
	return o
}

func (f *file) read(id int) *object {
	at, ok := f.index.places[id]
	if !ok {
		return nil
	}
	if at.container != 0 {
		return f.readPacked(at)
	}
	p := parser{lexer: lexer{data: f.data, pos: at.offset}, file: f}
	o := p.indirect(id)
	if f.crypt != nil {
		f.crypt.strings(o, id, at.gen)
	}
	return o
}

// readPacked reads an object out of an object stream.
func (f *file) readPacked(at place) *object {
	container := f.load(at.container, 0)
	if container == nil || container.kind != kindStream {
		return nil
	}
	body, _ := f.shared(container) // what is lost is found missing where it is needed
	if at.offset >= len(body) {
		return nil
	}
	p := parser{lexer: lexer{data: body, pos: at.offset}, file: f}
	return p.object()
}

// decoded is a stream after its filters, with what was wrong with it.
type decoded struct {
	data []byte
	err  error
}

// shared decodes a stream that is used more than once, and keeps it.
func (f *file) shared(o *object) ([]byte, error) {
	if o = o.get(); o == nil {
		return nil, nil
	}
	if d, ok := f.streams[o]; ok {
		return d.data, d.err
	}
	data, err := f.decode(o)
	f.streams[o] = decoded{data, err}
	f.kept += len(data)
	return data, err
}

// What is kept from page to page: the streams and fonts that pages share are
// few, and one that was dropped is read again when it is next met.
const (
	keptStreams = 32 << 20 // bytes after decoding
	keptFonts   = 256
)

// forget drops what was kept for other pages where it has become much.
func (f *file) forget() {
	if f.kept > keptStreams {
		clear(f.streams)
		f.kept = 0
	}
	if len(f.fonts) > keptFonts {
		clear(f.fonts)
	}
}

// decode gives a stream's data after all its filters. What could be read of
// damaged data comes with errCutShort or errChecksum.
func (f *file) decode(o *object) ([]byte, error) {
	o = o.get()
	if o == nil || o.kind != kindStream {
		return nil, nil
	}
	raw, whole := f.raw(o)
	if f.crypt != nil {
		raw = f.crypt.stream(o, raw)
	}
	data, err := decodeFilters(raw, filtersOf(o), f.lim.Stream)
	f.inflated += int64(len(data))
	if f.inflated > f.lim.Inflated {
		return nil, &page.Fault{Code: page.FaultTooLarge, Detail: "inflated bytes of all streams"}
	}
	if err == nil && !whole {
		err = errCutShort
	}
	return data, err
}

// raw gives a stream's bytes as they are in the file. /Length is believed only
// where endstream follows; the second result is false where none does at all.
func (f *file) raw(o *object) ([]byte, bool) {
	rest := f.data[min(o.offset, len(f.data)):]
	n := o.key("Length").int()
	if o.key("Length").is(kindNumber) && n >= 0 && n <= len(rest) {
		p := parser{lexer: lexer{data: rest, pos: n}}
		p.skipSpace()
		if bytes.HasPrefix(rest[p.pos:], []byte("endstream")) || bytes.HasPrefix(rest[p.pos:], []byte("endobj")) {
			return rest[:n], true
		}
	}
	end := bytes.Index(rest, []byte("endstream"))
	if end < 0 {
		if end = bytes.Index(rest, []byte("endobj")); end < 0 {
			return rest, false
		}
	}
	body := rest[:end]
	body = bytes.TrimSuffix(body, []byte("\n"))
	return bytes.TrimSuffix(body, []byte("\r")), true
}
