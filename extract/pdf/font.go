package pdf

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// font is what is needed of a font: how a string splits into codes, what each
// means, and how far it moves the pen.
type font struct {
	name     string // without its subset tag
	bold     bool
	vertical bool
	ascent   float64 // in ems
	descent  float64 // in ems, negative
	em       float64 // the em over the font size; 1 but for odd Type3 fonts

	simple    *simple // one of the two
	composite *composite
}

// glyph is one code of a font. Its text is made once and shared by every print.
type glyph struct {
	text  string
	width float64 // advance in ems of the font size
	space bool    // the single-byte code 32, which word spacing applies to
	blank bool    // shows no ink

	vx   float64 // vertical writing: from the pen to the left edge
	down float64 // vertical writing: advance, negative is downwards
}

// next takes one code off a string. It never takes nothing.
func (f *font) next(text []byte) (*glyph, int) {
	if f.simple != nil {
		return f.simple.glyph(text[0]), 1
	}
	return f.composite.next(text)
}

// lost is the text of a glyph that the file gives no character for.
const lost = string(utf8.RuneError)

// defaults of a font that says nothing sane about its height: the usual
// proportions of Chinese fonts.
const (
	defaultAscent  = 0.88
	defaultDescent = -0.12
	maxAscent      = 1.2
	minDescent     = -0.6
)

// font reads a font, once.
func (f *file) font(dict *object) *font {
	dict = dict.get()
	if dict == nil {
		return nil
	}
	if known, ok := f.fonts[dict]; ok {
		return known
	}
	out := &font{em: 1, ascent: defaultAscent, descent: defaultDescent}
	f.fonts[dict] = out
	subtype := dict.key("Subtype").name()
	described := dict
	if subtype == "Type0" {
		described = dict.key("DescendantFonts").at(0)
		if described == nil {
			described = dict.key("DescendantFonts") // some writers leave out the array
		}
	}
	descriptor := described.key("FontDescriptor")
	out.describe(described, descriptor)
	to := f.toUnicode(dict.key("ToUnicode"))
	switch subtype {
	case "Type0":
		f.loadComposite(out, dict, described, to)
	case "Type3":
		f.loadType3(out, dict, to)
	default:
		f.loadSimple(out, dict, descriptor, to)
	}
	return out
}

// describe fills what the font descriptor says.
func (f *font) describe(dict, descriptor *object) {
	name := dict.key("BaseFont").name()
	if name == "" {
		name = descriptor.key("FontName").name()
	}
	if name == "" {
		name = dict.key("Name").name()
	}
	f.name = plainName(name)
	const forceBold = 1 << 18
	lower := strings.ToLower(f.name)
	f.bold = strings.Contains(lower, "bold") || strings.Contains(lower, "black") || strings.Contains(lower, "heavy") ||
		descriptor.key("Flags").int()&forceBold != 0 || descriptor.key("FontWeight").float() >= 700
	if a := descriptor.key("Ascent").float() / 1000; a > 0 && a <= maxAscent {
		f.ascent = a
		if d := descriptor.key("Descent").float() / 1000; d != 0 && d >= minDescent && d <= -minDescent {
			f.descent = min(d, -d)
		}
	}
}

// plainName takes the subset tag off a font's name, and reads names that
// Chinese programs wrote in GBK.
func plainName(name string) string {
	if len(name) > 7 && name[6] == '+' && strings.Trim(name[:6], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		name = name[7:]
	}
	if utf8.ValidString(name) {
		return name
	}
	if s, err := simplifiedchinese.GBK.NewDecoder().String(name); err == nil {
		return s
	}
	return strings.ToValidUTF8(name, lost)
}

// toUnicode reads a ToUnicode CMap. Some writers put the name of a predefined
// one: Identity says that codes are UTF-16.
func (f *file) toUnicode(o *object) *cmap {
	if name := o.name(); strings.HasPrefix(name, "Identity") {
		return &cmap{ucs2: true}
	}
	if !o.is(kindStream) {
		return nil
	}
	return f.cmap(o, 0)
}
