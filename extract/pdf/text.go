package pdf

import (
	"math"
	"unicode"

	"nianbao/page"
)

func (in *interpreter) setFont() {
	in.gs.size = in.num(0)
	if len(in.operands) < 2 || in.operands[len(in.operands)-2].kind != tokName {
		return
	}
	at := in.operands[len(in.operands)-2].text
	key := fontName{in.resources, string(at)}
	f, ok := in.fontNames[key]
	if !ok {
		f = in.file.font(in.findFont(key.name))
		in.fontNames[key] = f
	}
	in.gs.font = f
}

// findFont looks for a font by name. Forms often rely on the fonts of the page,
// and fields on those of the whole form, though the standard forbids it.
func (in *interpreter) findFont(name string) *object {
	for _, resources := range [...]*object{
		in.resources, in.leaf.resources, in.file.trailer.key("Root").key("AcroForm").key("DR"),
	} {
		if font := resources.key("Font").key(name); font != nil {
			return font
		}
	}
	return nil
}

func (in *interpreter) moveLine(x, y float64) {
	in.line = matrix{1, 0, 0, 1, x, y}.then(in.line)
	in.tm = in.line
}

func (in *interpreter) nextLine() { in.moveLine(0, -in.gs.leading) }

func (in *interpreter) showString() error { return in.show(in.last().text) }

func (in *interpreter) showOnNextLine() error {
	in.nextLine()
	return in.showString()
}

func (in *interpreter) showSpaced() error {
	in.gs.wordSpace, in.gs.charSpace = in.num(2), in.num(1)
	return in.showOnNextLine()
}

// showArray shows the strings of TJ; numbers between them move the pen back,
// in thousandths of an em.
func (in *interpreter) showArray() error {
	last := in.last()
	for _, item := range in.items[last.lo:last.hi] {
		switch item.kind {
		case tokString:
			if err := in.show(item.text); err != nil {
				return err
			}
		case tokNumber:
			by := -item.num / 1000 * in.gs.size
			if in.gs.font != nil && in.gs.font.vertical {
				in.advance(0, by)
			} else {
				in.advance(by*in.gs.stretch, 0)
			}
		}
	}
	return nil
}

// advance moves the pen in text space.
func (in *interpreter) advance(tx, ty float64) {
	in.tm.e += tx*in.tm.a + ty*in.tm.c
	in.tm.f += tx*in.tm.b + ty*in.tm.d
}

// vector is a direction on the page.
type vector struct{ x, y float64 }

// brush is what all glyphs of one string share.
type brush struct {
	along vector // one em of advance, on the page
	up    vector // one em above the baseline, at a right angle to it
	proto page.Glyph
	ink   inking
}

// newBrush measures the em. A slanted text matrix (false italics) leans the
// glyphs, not their boxes; the em is measured across the baseline.
func (in *interpreter) newBrush() brush {
	gs := &in.gs
	m := in.tm.then(gs.ctm)
	b := brush{along: vector{m.a * gs.size * gs.stretch, m.b * gs.size * gs.stretch}}
	up := vector{m.c * gs.size, m.d * gs.size}
	length := math.Hypot(b.along.x, b.along.y)
	if length > 0 {
		cross := (b.along.x*up.y - b.along.y*up.x) / length
		up = vector{-b.along.y / length * cross, b.along.x / length * cross}
	}
	b.up = up
	em := math.Hypot(up.x, up.y)
	angle := math.Round(math.Atan2(b.along.y, b.along.x) * 180 / math.Pi)
	if gs.size < 0 && cross(b.along, up) < 0 { // a negative size draws upright glyphs backwards
		angle = math.Round(math.Atan2(-b.along.y, -b.along.x) * 180 / math.Pi)
	}
	if angle == -180 {
		angle = 180
	}
	b.proto = page.Glyph{
		Size: em * gs.font.em, Font: gs.font.name, Bold: gs.font.bold || gs.mode == 2, Vertical: gs.font.vertical,
		Angle: int16(angle),
	}
	b.ink = in.inking()
	return b
}

func cross(a, b vector) float64 { return a.x*b.y - a.y*b.x }

// show draws one string.
func (in *interpreter) show(text []byte) error {
	gs := &in.gs
	f := gs.font
	if f == nil || len(text) == 0 {
		return nil
	}
	if len(in.out.Glyphs)+len(text) > maxGlyphs {
		return &page.Fault{Code: page.FaultTooLarge, Detail: "glyphs on one page"}
	}
	if in.operators += len(text) / 64; in.operators > in.file.lim.Operators {
		return &page.Fault{Code: page.FaultTooLarge, Detail: "operators of one page"}
	}
	b := in.newBrush()
	paired := f.simple != nil && f.simple.paired(text)
	for len(text) > 0 {
		g, n := f.next(text)
		spacing := gs.charSpace
		if paired && text[0] >= 0x80 {
			g, n = f.simple.pair(text[0], text[1]), 2
			spacing *= 2
		}
		text = text[n:]
		in.place(&b, g)
		if g.space {
			spacing += gs.wordSpace
		}
		if f.vertical {
			in.advance(0, g.down*gs.size+spacing)
		} else {
			in.advance((g.width*gs.size+spacing)*gs.stretch, 0)
		}
	}
	return nil
}

// place notes one glyph at the pen.
func (in *interpreter) place(b *brush, g *glyph) {
	if g.text == "" {
		return
	}
	gs := &in.gs
	f := gs.font
	x, y := gs.ctm.apply(in.tm.e+gs.rise*in.tm.c, in.tm.f+gs.rise*in.tm.d)
	out := b.proto
	out.Text = g.text
	out.X, out.Y = x, y
	left, right, low, high := 0.0, g.width, f.descent, f.ascent
	if f.vertical {
		left, right = -g.vx, g.width-g.vx
		low, high = min(0, g.down), max(0, g.down)
	}
	x0, y0 := x+left*b.along.x+low*b.up.x, y+left*b.along.y+low*b.up.y
	x1, y1 := x+right*b.along.x+high*b.up.x, y+right*b.along.y+high*b.up.y
	x2, y2 := x+left*b.along.x+high*b.up.x, y+left*b.along.y+high*b.up.y
	x3, y3 := x+right*b.along.x+low*b.up.x, y+right*b.along.y+low*b.up.y
	out.Box = page.Box{
		X0: min(x0, x1, x2, x3), Y0: min(y0, y1, y2, y3),
		X1: max(x0, x1, x2, x3), Y1: max(y0, y1, y2, y3),
	}
	if !finite(out.Box) {
		return
	}
	out.Ink = in.inkOf(&b.ink, out.Box, g.blank)
	in.out.Glyphs = append(in.out.Glyphs, out)
	in.inked = append(in.inked, b.ink)
}

func finite(b page.Box) bool {
	const far = 1e7 // points: no page is wider than a few thousand
	return b.X0 > -far && b.X1 < far && b.Y0 > -far && b.Y1 < far
}

// blank reports whether a text shows no ink.
func blank(text string) bool {
	for _, r := range text {
		if !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}
