package pdf

import (
	"slices"
	"sort"
	"unicode/utf16"
)

// cmap maps the codes of a string to CIDs (an /Encoding) or to text (a
// /ToUnicode); one parser reads both.
type cmap struct {
	spaces   []codespace
	cids     []cidRange        // sorted by lo
	texts    map[uint32]string // bfchar, and bfrange with an array
	runs     []textRange       // bfrange, sorted by lo
	vertical bool
	ucs2     bool // codes are UTF-16 themselves
	base     *cmap
	known    *charset // usecmap of a predefined one
}

type codespace struct {
	bytes  int
	lo, hi uint32
}

type cidRange struct{ lo, hi, cid uint32 }

type textRange struct {
	lo, hi uint32
	text   []rune // of lo; its last rune counts up
}

// maxCMapEntries bounds the ranges of one CMap: two for each code there can be.
const maxCMapEntries = 1 << 17

// cmap reads an embedded CMap and those that it builds on.
func (f *file) cmap(o *object, depth int) *cmap {
	data, _ := f.decode(o)
	c := parseCMap(data)
	if o.key("WMode").int() == 1 {
		c.vertical = true
	}
	use := o.key("UseCMap")
	switch {
	case use.is(kindStream) && depth < 4:
		c.base = f.cmap(use, depth+1)
	case use.name() != "":
		c.known = charsetOf(use.name())
	}
	return c
}

// parseCMap reads the PostScript of a CMap; what it does not know it skips.
func parseCMap(data []byte) *cmap {
	c := &cmap{texts: map[uint32]string{}}
	l := &lexer{data: data}
	var name string // the last name seen, for usecmap and WMode
	for {
		l.reset()
		switch l.next() {
		case tokEOF:
			c.sort()
			return c
		case tokName:
			name = string(l.text)
		case tokNumber:
			if name == "WMode" {
				c.vertical = l.num == 1
				name = ""
			}
		case tokWord:
			switch string(l.text) {
			case "usecmap":
				c.known = charsetOf(name)
			case "begincodespacerange":
				c.codespaces(l)
			case "begincidrange":
				c.cidRanges(l, true)
			case "begincidchar":
				c.cidRanges(l, false)
			case "beginbfchar":
				c.bfChars(l)
			case "beginbfrange":
				c.bfRanges(l)
			}
		}
	}
}

func (c *cmap) sort() {
	sort.SliceStable(c.cids, func(i, j int) bool { return c.cids[i].lo < c.cids[j].lo })
	sort.SliceStable(c.runs, func(i, j int) bool { return c.runs[i].lo < c.runs[j].lo })
}

func codeOf(b []byte) uint32 {
	var v uint32
	for _, x := range b {
		v = v<<8 | uint32(x)
	}
	return v
}

// code reads a hexadecimal code; ok is false at the end of the section.
func code(l *lexer) (v uint32, n int, ok bool) {
	for {
		switch l.next() {
		case tokString:
			return codeOf(l.text), len(l.text), true
		case tokNumber: // some writers give plain numbers
			return uint32(clampInt(l.num)), 2, true
		case tokWord, tokEOF:
			return 0, 0, false
		}
	}
}

func (c *cmap) codespaces(l *lexer) {
	for len(c.spaces) < 256 {
		lo, n, ok := code(l)
		hi, _, ok2 := code(l)
		if !ok || !ok2 {
			return
		}
		if n >= 1 && n <= 4 {
			c.spaces = append(c.spaces, codespace{n, lo, hi})
		}
	}
}

func (c *cmap) cidRanges(l *lexer, ranges bool) {
	for len(c.cids) < maxCMapEntries {
		l.reset()
		lo, _, ok := code(l)
		hi := lo
		if ranges && ok {
			hi, _, ok = code(l)
		}
		if !ok || l.next() != tokNumber {
			return
		}
		c.cids = append(c.cids, cidRange{lo, hi, uint32(clampInt(l.num))})
	}
}

func (c *cmap) bfChars(l *lexer) {
	for len(c.texts) < maxCMapEntries {
		l.reset()
		v, _, ok := code(l)
		if !ok {
			return
		}
		switch l.next() {
		case tokString:
			c.texts[v] = string(utf16Text(l.text))
		case tokName:
			if text, ok := glyphText(string(l.text)); ok {
				c.texts[v] = text
			}
		case tokWord, tokEOF:
			return
		}
	}
}

func (c *cmap) bfRanges(l *lexer) {
	for len(c.runs)+len(c.texts) < maxCMapEntries {
		l.reset()
		lo, _, ok := code(l)
		hi, _, ok2 := code(l)
		if !ok || !ok2 {
			return
		}
		switch l.next() {
		case tokString:
			if text := utf16Text(l.text); len(text) > 0 && hi >= lo {
				c.runs = append(c.runs, textRange{lo, hi, text})
			}
		case tokNumber:
			c.runs = append(c.runs, textRange{lo, hi, []rune{rune(clampInt(l.num))}})
		case tokArrayOpen:
			for v := lo; ; v++ {
				t := l.next()
				if t == tokArrayClose || t == tokEOF {
					break
				}
				if t == tokString && v <= hi && len(c.texts) < maxCMapEntries {
					c.texts[v] = string(utf16Text(l.text))
				}
			}
		case tokWord, tokEOF:
			return
		}
	}
}

// utf16Text reads big-endian UTF-16; a single byte is its own character.
func utf16Text(b []byte) []rune {
	if len(b) == 1 {
		return []rune{rune(b[0])}
	}
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
	}
	return utf16.Decode(units)
}

// overlapping is how many ranges that begin before a code are looked at: loose
// writers let a wide range run into a narrow one.
const overlapping = 8

// text is what a code stands for; "" where the CMap does not say, or says NUL.
func (c *cmap) text(code uint32) string {
	if c == nil {
		return ""
	}
	if c.ucs2 {
		return told(string(rune(code)))
	}
	if s, ok := c.texts[code]; ok {
		return told(s)
	}
	i := sort.Search(len(c.runs), func(i int) bool { return c.runs[i].lo > code })
	for k := i - 1; k >= 0 && k >= i-overlapping; k-- {
		if r := c.runs[k]; code <= r.hi {
			text := slices.Clone(r.text)
			text[len(text)-1] += rune(code - r.lo)
			return told(string(text))
		}
	}
	return c.base.text(code)
}

// told is "" for a text that says nothing.
func told(s string) string {
	for _, r := range s {
		if r != 0 && r != 0xfffd {
			return s
		}
	}
	return ""
}

// cid maps a code to a CID.
func (c *cmap) cid(code uint32) (uint32, bool) {
	i := sort.Search(len(c.cids), func(i int) bool { return c.cids[i].lo > code })
	if i > 0 && code <= c.cids[i-1].hi {
		r := c.cids[i-1]
		return r.cid + code - r.lo, true
	}
	if c.base != nil {
		return c.base.cid(code)
	}
	return 0, false
}

// split takes one code off a string by the codespace ranges. Bytes that fit
// none are taken as a code of the shortest length, as the standard has it.
func (c *cmap) split(text []byte) int {
	if len(c.spaces) == 0 {
		if c.base != nil {
			return c.base.split(text)
		}
		return min(2, len(text))
	}
	shortest := 4
	for _, s := range c.spaces {
		shortest = min(shortest, s.bytes)
		if len(text) >= s.bytes && s.holds(text[:s.bytes]) {
			return s.bytes
		}
	}
	return min(shortest, len(text))
}

// holds compares byte by byte: a codespace is a rectangle, not an interval.
func (s codespace) holds(b []byte) bool {
	for i, x := range b {
		shift := 8 * (s.bytes - 1 - i)
		if x < byte(s.lo>>shift) || x > byte(s.hi>>shift) {
			return false
		}
	}
	return true
}
