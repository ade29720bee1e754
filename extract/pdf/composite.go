package pdf

import "strings"

// composite is the inside of a Type0 font.
type composite struct {
	encoding *cmap              // an embedded CMap; nil for Identity and predefined ones
	charset  *charset           // a predefined CMap other than Identity
	unicode  *cmap              // ToUnicode
	adobe    func() *collection // that the CIDs are of; nil if unknown
	program  func() *program
	gids     []byte // CIDToGIDMap; nil for identity

	widths   spans
	width    float64 // DW in ems
	down     spans   // W2: three numbers each
	downward float64 // DW2: advance down the page in ems, negative
	vertical bool

	glyphs map[uint64]*glyph // by code, and its length above that
}

// loadComposite reads a Type0 font.
func (f *file) loadComposite(out *font, dict, descendant *object, to *cmap) {
	c := &composite{unicode: to, width: descendant.key("DW").number(1000) / 1000, glyphs: map[uint64]*glyph{}}
	c.adobe = collectionOf(descendant.key("CIDSystemInfo"))
	out.composite = c
	switch e := dict.key("Encoding"); {
	case e.is(kindStream):
		c.encoding = f.cmap(e, 0)
		c.charset = c.encoding.known
		c.vertical = c.encoding.vertical
	default:
		c.charset = charsetOf(e.name())
		c.vertical = strings.HasSuffix(e.name(), "V")
	}
	out.vertical = c.vertical
	c.widths = spansOf(descendant.key("W"), 1)
	c.downward = descendant.key("DW2").at(1).number(-1000) / 1000
	if c.vertical {
		c.down = spansOf(descendant.key("W2"), 3)
	}
	if m := descendant.key("CIDToGIDMap"); m.is(kindStream) {
		c.gids, _ = f.shared(m)
	}
	c.program = f.program(descendant.key("FontDescriptor"))
}

// next takes one code off a string.
func (c *composite) next(text []byte) (*glyph, int) {
	n := 2
	switch {
	case c.encoding != nil && len(c.encoding.spaces) > 0:
		n = c.encoding.split(text)
	case c.charset != nil:
		n = c.charset.split(text)
	case c.encoding != nil:
		n = c.encoding.split(text)
	}
	n = max(1, min(n, len(text)))
	code := codeOf(text[:n])
	key := uint64(n)<<32 | uint64(code)
	g, ok := c.glyphs[key]
	if !ok {
		g = c.glyph(text[:n], code)
		c.glyphs[key] = g
	}
	return g, n
}

// glyph works out one code.
func (c *composite) glyph(raw []byte, code uint32) *glyph {
	cid, text := c.cid(raw, code)
	if s := c.unicode.text(code); s != "" {
		text = s
	}
	if text == "" && c.adobe != nil {
		text = told(c.adobe().text(cid))
	}
	if text == "" {
		text = c.fromProgram(cid)
	}
	if text == "" {
		text = lost
	}
	g := &glyph{text: text, width: c.width, space: len(raw) == 1 && code == ' ', blank: blank(text)}
	if w := c.widths.at(cid); w != nil {
		g.width = w[0] / 1000
	}
	if c.vertical {
		g.vx, g.down = g.width/2, c.downward
		if m := c.down.at(cid); m != nil {
			g.down, g.vx = m[0]/1000, m[1]/1000
		}
	}
	return g
}

// noCID is no CID of any collection.
const noCID = 1<<32 - 1

// cid gives the CID of a code, as far as it can be known, and the text that a
// predefined character set gives.
func (c *composite) cid(raw []byte, code uint32) (uint32, string) {
	if c.encoding != nil {
		if cid, ok := c.encoding.cid(code); ok {
			return cid, ""
		}
	}
	if c.charset == nil {
		if c.encoding != nil {
			return 0, ""
		}
		return code, ""
	}
	text := told(c.charset.text(raw))
	if c.widths.empty() {
		return noCID, text
	}
	return c.charset.latin.cid(text), text
}

// fromProgram asks the embedded font program which character a glyph is for.
func (c *composite) fromProgram(cid uint32) string {
	gid := int(cid)
	if c.gids != nil {
		if 2*gid+1 >= len(c.gids) {
			return ""
		}
		gid = int(c.gids[2*gid])<<8 | int(c.gids[2*gid+1])
	}
	return c.program().text(uint16(gid))
}

// spans are the entries of a W or W2 array.
type spans struct {
	single map[uint32][]float64
	ranges []span
}

type span struct {
	lo, hi uint32
	v      []float64
}

// spansOf reads "c [v …]" and "lo hi v" entries of n numbers each.
func spansOf(o *object, n int) spans {
	s := spans{single: map[uint32][]float64{}}
	for i := 0; i+1 < o.len(); {
		first := uint32(max(0, o.at(i).int()))
		if list := o.at(i + 1); list.is(kindArray) {
			v := list.floats()
			for k := 0; k+n <= len(v); k += n {
				s.single[first+uint32(k/n)] = v[k : k+n]
			}
			i += 2
			continue
		}
		if i+2+n > o.len() {
			break
		}
		r := span{lo: first, hi: uint32(max(0, o.at(i+1).int()))}
		for k := range n {
			r.v = append(r.v, o.at(i+2+k).float())
		}
		s.ranges = append(s.ranges, r)
		i += 2 + n
	}
	return s
}

func (s spans) empty() bool { return len(s.single)+len(s.ranges) == 0 }

func (s spans) at(cid uint32) []float64 {
	if v, ok := s.single[cid]; ok {
		return v
	}
	for i := range s.ranges {
		if r := &s.ranges[i]; cid >= r.lo && cid <= r.hi {
			return r.v
		}
	}
	return nil
}
