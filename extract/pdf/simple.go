package pdf

import "strings"

// simple is the inside of a font with codes of one byte.
type simple struct {
	glyphs  [256]*glyph // made as they are met
	names   [256]string // of the glyphs, where known
	unicode *cmap
	program func() *program
	widths  *object
	first   int
	family  string             // the standard font that it is, or ""
	missing float64            // in ems
	metrics map[string]float64 // of a standard font, by name; for a font without widths
	scale   float64            // of the widths
	procs   *object            // of Type3: the glyphs that exist

	latin   bool // nothing but its name or a Latin encoding says what its codes are
	chinese bool // its codes are GBK all the same
	pairs   map[[2]byte]*glyph
}

// loadSimple reads a Type1, MMType1 or TrueType font.
func (f *file) loadSimple(out *font, dict, descriptor *object, to *cmap) {
	standard := standardFont(out.name)
	s := &simple{
		family: standard, names: f.codeNames(dict, descriptor, standard), unicode: to, program: f.program(descriptor),
		widths: dict.key("Widths"), first: dict.key("FirstChar").int(), scale: 0.001,
		missing: descriptor.key("MissingWidth").float() / 1000,
	}
	if standard == "" && to == nil && unnamed(dict, descriptor) {
		s.latin, s.pairs = true, map[[2]byte]*glyph{}
	}
	if s.widths == nil {
		s.metrics = standardWidths(standard)
		if s.metrics == nil {
			s.metrics = standardWidths("Helvetica")
		}
		if s.missing == 0 {
			s.missing = s.metrics["space"]
		}
	}
	out.simple = s
}

// unnamed reports whether a font is not embedded and names no glyph itself.
func unnamed(dict, descriptor *object) bool {
	for _, key := range [...]string{"FontFile", "FontFile2", "FontFile3"} {
		if descriptor.has(key) {
			return false
		}
	}
	return !dict.key("Encoding").has("Differences")
}

// glyph gives one code.
func (s *simple) glyph(code byte) *glyph {
	g := s.glyphs[code]
	if g == nil {
		g = &glyph{text: s.text(code), width: s.width(code), space: code == ' '}
		g.blank = blank(g.text)
		s.glyphs[code] = g
	}
	return g
}

func (s *simple) width(code byte) float64 {
	if i := int(code) - s.first; i >= 0 && i < s.widths.len() {
		return s.widths.at(i).float() * s.scale
	}
	if w, ok := s.metrics[s.names[code]]; ok {
		return w
	}
	return s.missing
}

// text is that of ToUnicode, of the glyph's name, or of the font program. A
// code that stands for no glyph at all has none.
func (s *simple) text(code byte) string {
	if text := s.unicode.text(uint32(code)); text != "" {
		return text
	}
	name := s.names[code]
	if s.procs != nil && !s.procs.has(name) {
		return ""
	}
	if text, ok := glyphText(name); ok {
		return text
	}
	if r, ok := glyphNames()[s.family+"/"+name]; ok {
		return string(r)
	}
	program := s.program()
	if text := program.simple(name, code); text != "" {
		return text
	}
	if name == "" && program == nil && code < ' ' {
		return ""
	}
	return lost
}

// codeNames gives the glyph name of each code.
func (f *file) codeNames(dict, descriptor *object, standard string) [256]string {
	const symbolic = 1 << 2
	encoding := dict.key("Encoding")
	base := encoding.name()
	if base == "" {
		base = encoding.key("BaseEncoding").name()
	}
	var names [256]string
	switch {
	case encodings()[base] != nil:
		names = *encodings()[base]
	case standard == "Symbol" || standard == "ZapfDingbats":
		names = *encodings()[standard]
	case descriptor.key("FontFile").is(kindStream):
		names = f.builtinNames(descriptor.key("FontFile"))
	case dict.key("Subtype").name() == "TrueType" && descriptor.key("Flags").int()&symbolic != 0 && descriptor.key("FontFile2") != nil:
		// The font program maps the codes itself.
	case dict.key("Subtype").name() == "TrueType":
		names = *encodings()["WinAnsiEncoding"]
	default:
		names = *encodings()["StandardEncoding"]
	}
	differences(&names, encoding.key("Differences"))
	return names
}

// differences applies "code name name … code name …".
func differences(names *[256]string, list *object) {
	code := 0
	for i := range list.len() {
		o := list.at(i)
		if o.is(kindNumber) {
			code = o.int()
			continue
		}
		if code >= 0 && code < 256 {
			names[code] = o.name()
		}
		code++
	}
}

// builtinNames reads the encoding in the plain text part of a Type 1 font
// program: "dup 65 /A put" for each code, or the standard one.
func (f *file) builtinNames(o *object) (names [256]string) {
	data, _ := f.decode(o)
	text := string(data[:min(len(data), max(0, lengthOr(o.key("Length1").int(), len(data))))])
	_, list, ok := strings.Cut(text, "/Encoding")
	if !ok || strings.HasPrefix(strings.TrimSpace(list), "StandardEncoding") {
		return *encodings()["StandardEncoding"]
	}
	l := &lexer{data: []byte(list)}
	for {
		l.reset()
		switch l.next() {
		case tokEOF:
			return names
		case tokWord:
			switch string(l.text) {
			case "readonly", "def":
				return names
			case "dup":
				if l.next() == tokNumber && l.num >= 0 && l.num < 256 {
					code := int(l.num)
					if l.next() == tokName {
						names[code] = string(l.text)
					}
				}
			}
		}
	}
}

func lengthOr(n, otherwise int) int {
	if n <= 0 {
		return otherwise
	}
	return n
}

// loadType3 reads a font whose glyphs are little content streams. Its widths
// are in a glyph space of its own.
func (f *file) loadType3(out *font, dict *object, to *cmap) {
	m := dict.key("FontMatrix").matrix()
	s := &simple{
		unicode: to, program: func() *program { return nil },
		widths: dict.key("Widths"), first: dict.key("FirstChar").int(), scale: m.a, procs: dict.key("CharProcs"),
	}
	if base := encodings()[dict.key("Encoding").name()]; base != nil {
		s.names = *base
	}
	differences(&s.names, dict.key("Encoding").key("Differences"))
	out.simple = s
	out.typeThreeHeight(dict, m)
}

// typeThreeHeight measures the em: Type3 fonts made from pictures of letters
// have a font size of one and all of their size in the font matrix.
func (f *font) typeThreeHeight(dict *object, m matrix) {
	box, ok := boxOf(dict.key("FontBBox"))
	if !ok {
		return
	}
	b := m.box(box)
	if h := b.Height(); h > 3 || h > 0 && h < 0.3 {
		f.em = h
		f.ascent, f.descent = b.Y1, b.Y0
	}
}
