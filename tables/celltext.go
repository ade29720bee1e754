package tables

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/cjk"
	"nianbao/page"
)

// cellText gives the text of one cell in reading order: lines top to bottom;
// vertical writing in columns from right to left; turned text as if the page
// were turned upright.
func cellText(glyphs []page.Glyph, box page.Box) string {
	if len(glyphs) == 0 {
		return ""
	}
	if vertical(glyphs) {
		return cjk.Squeeze(columns(glyphs))
	}
	upright, room := turn(glyphs, box)
	var b strings.Builder
	var last page.Line
	for i, l := range page.Lines(upright, 0) {
		if i > 0 && !wrapped(last, l, room) {
			b.WriteByte(' ')
		}
		b.WriteString(strings.TrimSpace(l.Text))
		last = l
	}
	return cjk.Squeeze(b.String())
}

// wrapped reports whether the line b goes on with the number that ends the
// line a, because the cell of that width (in points) had no room for one more
// digit beside it. Two numbers one below the other stay apart.
func wrapped(a, b page.Line, room float64) bool {
	end, _ := utf8.DecodeLastRuneInString(a.Text)
	start, _ := utf8.DecodeRuneInString(strings.TrimSpace(b.Text))
	numeral := func(r rune) bool { return unicode.IsDigit(r) || r == '.' || r == ',' || r == '，' }
	if !numeral(end) || !numeral(start) {
		return false
	}
	digit := a.Box.Width() / float64(max(1, utf8.RuneCountInString(a.Text)))
	return room-a.Box.Width() < 2*cellPadding+digit
}

// cellPadding is the free space at each side of a cell's text in points that
// office programs leave by default: 0.19 cm in Word and WPS.
const cellPadding = 5.4

func vertical(glyphs []page.Glyph) bool {
	n := 0
	for i := range glyphs {
		if glyphs[i].Vertical {
			n++
		}
	}
	return 2*n > len(glyphs)
}

// columns reads vertical writing.
func columns(glyphs []page.Glyph) string {
	sorted := slices.Clone(glyphs)
	slices.SortStableFunc(sorted, func(a, b page.Glyph) int { return cmp.Compare(b.Box.CentreX(), a.Box.CentreX()) })
	var b strings.Builder
	for i := 0; i < len(sorted); {
		j := i + 1
		for j < len(sorted) && sorted[i].Box.CentreX()-sorted[j].Box.CentreX() < sorted[i].Size/2 {
			j++
		}
		column := sorted[i:j]
		slices.SortStableFunc(column, func(a, b page.Glyph) int { return cmp.Compare(a.Box.Y0, b.Box.Y0) })
		for _, g := range column {
			b.WriteString(g.Text)
		}
		i = j
	}
	return b.String()
}

// turn turns the glyphs of a cell whose text runs up or down the page so that
// it runs to the right, and gives the width of the cell along the text. Glyphs
// at other angles than most are kept: they are text of the cell all the same.
func turn(glyphs []page.Glyph, box page.Box) ([]page.Glyph, float64) {
	angles := map[int16]int{}
	for i := range glyphs {
		angles[glyphs[i].Angle]++
	}
	most := int16(0)
	for a, n := range angles {
		if n > angles[most] || n == angles[most] && a < most {
			most = a
		}
	}
	if most == 0 && len(angles) == 1 {
		return glyphs, box.Width()
	}
	out := slices.Clone(glyphs)
	sin, cos := math.Sincos(float64(most) * math.Pi / 180)
	for i := range out {
		out[i].Angle = 0
		out[i].Box = rotate(out[i].Box, sin, cos)
	}
	return out, math.Abs(box.Width()*cos) + math.Abs(box.Height()*sin)
}

// rotate turns a box about the origin against the given angle and gives the
// bound of the result.
func rotate(b page.Box, sin, cos float64) page.Box {
	x, y := b.CentreX()*cos+b.CentreY()*sin, -b.CentreX()*sin+b.CentreY()*cos
	w := math.Abs(b.Width()*cos) + math.Abs(b.Height()*sin)
	h := math.Abs(b.Width()*sin) + math.Abs(b.Height()*cos)
	return page.Box{X0: x - w/2, Y0: y - h/2, X1: x + w/2, Y1: y + h/2}
}
