package pdf

import (
	"encoding/binary"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// program is what an embedded TrueType or OpenType font says of its glyphs: the
// fallback where the PDF file itself does not say what they mean.
type program struct {
	characters map[uint16]rune   // by glyph id, from a Unicode cmap
	symbols    map[uint32]uint16 // glyph ids by code, from a symbol or Macintosh cmap
	names      map[uint16]string // by glyph id, from a post table
}

// program gives the embedded font program, if there is one with a cmap. It is
// read when it is first asked for: most files say what their glyphs mean, and
// font programs are most of their bytes.
func (f *file) program(descriptor *object) func() *program {
	return sync.OnceValue(func() *program {
		for _, key := range [...]string{"FontFile2", "FontFile3"} {
			if o := descriptor.key(key); o.is(kindStream) {
				data, _ := f.shared(o)
				return parseProgram(data)
			}
		}
		return nil
	})
}

// parseProgram reads the cmap and post tables of an sfnt file; nil if there is
// neither.
func parseProgram(data []byte) *program {
	if len(data) >= 16 && string(data[:4]) == "ttcf" {
		if at := int(binary.BigEndian.Uint32(data[12:])); at > 0 && at < len(data) {
			return parseDirectory(data, at)
		}
	}
	return parseDirectory(data, 0)
}

func parseDirectory(data []byte, at int) *program {
	if at+12 > len(data) {
		return nil
	}
	var p *program
	count := int(binary.BigEndian.Uint16(data[at+4:]))
	for i := range count {
		entry := at + 12 + 16*i
		if entry+16 > len(data) {
			return p
		}
		parse := programTables[string(data[entry:entry+4])]
		start := int(binary.BigEndian.Uint32(data[entry+8:]))
		if parse == nil || start < 0 || start+4 > len(data) {
			continue
		}
		if p == nil {
			p = &program{characters: map[uint16]rune{}, symbols: map[uint32]uint16{}, names: map[uint16]string{}}
		}
		parse(p, data[start:])
	}
	return p
}

// programTables are the tables of a font program that are read, by tag.
var programTables = map[string]func(*program, []byte){"cmap": (*program).parseCharacters, "post": (*program).parseNames}

// parseCharacters reads the subtables of a cmap table.
func (p *program) parseCharacters(table []byte) {
	for i := range min(maxSubtables, int(binary.BigEndian.Uint16(table[2:]))) {
		entry := 4 + 8*i
		if entry+8 > len(table) {
			break
		}
		platform, kind := binary.BigEndian.Uint16(table[entry:]), binary.BigEndian.Uint16(table[entry+2:])
		at := int(binary.BigEndian.Uint32(table[entry+4:]))
		if at < 0 || at+6 > len(table) {
			continue
		}
		if platform == 0 || platform == 3 && (kind == 1 || kind == 10) {
			subtable(table[at:], p.note)
		} else {
			subtable(table[at:], func(code uint32, gid uint16) {
				if _, ok := p.symbols[code]; !ok {
					p.symbols[code] = gid
				}
			})
		}
	}
}

// note notes a glyph's character. Of several, a Chinese one is preferred
// to the radical or the compatibility form that looks the same.
func (p *program) note(code uint32, gid uint16) {
	r := rune(code)
	old, ok := p.characters[gid]
	if !ok || plainness(r) > plainness(old) {
		p.characters[gid] = r
	}
}

func plainness(r rune) int {
	switch {
	case unicode.Is(unicode.Co, r):
		return 0
	case r >= 0x2e80 && r <= 0x2fdf || r >= 0xf900 && r <= 0xfaff || r >= 0x2f800 && r <= 0x2fa1f || r == 0xa0 || r == 0xad:
		return 1
	}
	return 2
}

// maxSubtables is more than any font has: five is many.
const maxSubtables = 16

// subtable calls note for every code of a cmap subtable.
func subtable(t []byte, note func(code uint32, gid uint16)) {
	u16 := func(i int) int {
		if i < 0 || i+2 > len(t) {
			return 0
		}
		return int(binary.BigEndian.Uint16(t[i:]))
	}
	switch u16(0) {
	case 0:
		for c := 0; c < 256 && 6+c < len(t); c++ {
			note(uint32(c), uint16(t[6+c]))
		}
	case 4:
		segments(t, u16, note)
	case 6:
		first := u16(6)
		for i := range u16(8) {
			note(uint32(first+i), uint16(u16(10+2*i)))
		}
	case 12:
		groups(t, note)
	}
}

// maxCodes is more codes than any font maps; segments that overlap are cut off.
const maxCodes = 1 << 17

// segments reads subtable format 4.
func segments(t []byte, u16 func(int) int, note func(uint32, uint16)) {
	n := u16(6) / 2
	left := maxCodes
	for s := range n {
		end, start := u16(14+2*s), u16(16+2*n+2*s)
		delta, at := u16(16+4*n+2*s), 16+6*n+2*s
		offset := u16(at)
		for c := start; c <= end && c < 0xffff && left > 0; c++ {
			left--
			gid := c
			if offset != 0 {
				if gid = u16(at + offset + 2*(c-start)); gid == 0 {
					continue
				}
			}
			if gid = (gid + delta) & 0xffff; gid != 0 {
				note(uint32(c), uint16(gid))
			}
		}
	}
}

// groups reads subtable format 12.
func groups(t []byte, note func(uint32, uint16)) {
	if len(t) < 16 {
		return
	}
	left := maxCodes
	for at := 16; at+12 <= len(t); at += 12 {
		start, end := binary.BigEndian.Uint32(t[at:]), binary.BigEndian.Uint32(t[at+4:])
		gid := binary.BigEndian.Uint32(t[at+8:])
		for c := start; c <= end && c <= unicode.MaxRune && left > 0; c++ {
			note(c, uint16(gid+c-start))
			left--
		}
	}
}

// text is the character of a glyph; "" where the font does not say.
func (p *program) text(gid uint16) string {
	if p == nil {
		return ""
	}
	if r := p.characters[gid]; r != 0 {
		return string(r)
	}
	text, _ := glyphText(p.names[gid])
	return text
}

// simple is the character of a simple font's code, found by the code in the
// font's own cmap, or by a glyph name that holds a glyph number ("g45").
func (p *program) simple(name string, code byte) string {
	if p == nil {
		return ""
	}
	if digits := strings.TrimLeft(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"); digits != "" && digits != name {
		if gid, err := strconv.ParseUint(digits, 10, 16); err == nil {
			return p.text(uint16(gid))
		}
	}
	for _, page := range [...]uint32{0xf000, 0, 0xf100, 0xf200} {
		if gid, ok := p.symbols[page|uint32(code)]; ok {
			return p.text(gid)
		}
	}
	return ""
}
