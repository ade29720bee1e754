package pdf

import (
	"math"

	"nianbao/page"
)

// cover is an upright rectangle that hides what was painted before it.
type cover struct {
	box    page.Box
	glyphs int // how many glyphs were on the page when it was painted
}

// opaque reports whether what is painted with p hides text: there is some, the
// colour is solid, is not mixed with the ground, and fills the whole of the
// clip's box.
func (in *interpreter) opaque(p *paint) bool {
	gs := &in.gs
	return len(in.out.Glyphs) > 0 && p.alpha > 1-transparent && !p.unsure && !gs.blended && !gs.masked && !gs.veiled && !gs.ragged
}

// coverWith notes an opaque rectangle.
func (in *interpreter) coverWith(box page.Box) {
	if box, ok := intersect(box, in.gs.clip); ok {
		in.covers = append(in.covers, cover{box, len(in.out.Glyphs)})
	}
}

const (
	// fineCell is the side, in points, of the cells in which covers are looked
	// up: a digit of the smallest print is three cells wide.
	fineCell = 1
	// coarseCell serves to find out that no text is near a cover, which is how
	// it is on most pages.
	coarseCell = 8
	// maxCells bounds the memory of a mask; cells of huge pages are larger.
	maxCells = 1 << 20
)

// strokes are points of a glyph's box that lie on or between the strokes of any
// character, as shares of its width and height.
var strokes = [...][2]float64{{0.5, 0.55}, {0.3, 0.35}, {0.7, 0.35}, {0.3, 0.75}, {0.7, 0.75}}

// markCovered finds the glyphs that a later opaque fill or picture hides. A
// glyph of which any part shows is left alone.
func (in *interpreter) markCovered() {
	if len(in.covers) == 0 {
		return
	}
	coarse := newMask(in.area, in.covers, coarseCell, coarseCell)
	var fine *mask
	for i := range in.out.Glyphs {
		g := &in.out.Glyphs[i]
		if g.Ink != page.InkVisible || blank(g.Text) || coarse.at(g.Box.CentreX(), g.Box.CentreY()) <= i {
			continue
		}
		if fine == nil {
			fine = newMask(in.area, in.covers, fineCell, 0)
		}
		if fine.hides(g.Box, i) {
			g.Ink = page.InkCovered
		}
	}
}

// mask is a page in cells, each with the number of glyphs that were on the page
// when the last cover over it was painted.
type mask struct {
	cell       float64
	cols, rows int
	glyphs     []int32
}

// newMask paints the covers, last first: a cell is painted once, so that the
// cost is that of the cells and of the covers' rows, however many covers lie on
// one another. A cell belongs to a cover, grown by grow points on all sides
// together, that holds its middle.
func newMask(area page.Box, covers []cover, cell, grow float64) *mask {
	cell = max(cell, math.Sqrt(area.Width()*area.Height()/maxCells))
	m := &mask{cell: cell, cols: int(area.Width()/cell) + 1, rows: int(area.Height()/cell) + 1}
	m.glyphs = make([]int32, m.cols*m.rows)
	stride := m.cols + 1
	next := make([]int32, stride*m.rows) // of each cell: how many columns on the next unpainted one may be
	for i := len(covers) - 1; i >= 0; i-- {
		b := covers[i].box.Grow(grow / 2)
		left, right := m.span(b.X0, b.X1, m.cols)
		top, bottom := m.span(b.Y0, b.Y1, m.rows)
		for r := top; r < bottom; r++ {
			row := next[r*stride : (r+1)*stride]
			for c := unpainted(row, left); c < right; c = unpainted(row, c) {
				m.glyphs[r*m.cols+c] = int32(covers[i].glyphs)
				row[c] = 1
			}
		}
	}
	return m
}

// span gives the cells whose middles lie between two coordinates.
func (m *mask) span(low, high float64, n int) (first, end int) {
	first = int(max(0, min(float64(n), math.Ceil(low/m.cell-0.5))))
	end = int(max(0, min(float64(n), math.Floor(high/m.cell-0.5)+1)))
	return first, end
}

// unpainted is the first unpainted column from c on. The steps on the way are
// made longer, so that it is shorter the next time.
func unpainted(row []int32, c int) int {
	for row[c] != 0 {
		step := row[c]
		row[c] += row[c+int(step)]
		c += int(step)
	}
	return c
}

// at is the mask at a point of the page.
func (m *mask) at(x, y float64) int {
	c, r := int(x/m.cell), int(y/m.cell)
	if x < 0 || y < 0 || c >= m.cols || r >= m.rows {
		return 0
	}
	return int(m.glyphs[r*m.cols+c])
}

// hides reports whether the strokes of the glyph with the given number lie
// under covers.
func (m *mask) hides(box page.Box, number int) bool {
	for _, s := range strokes {
		if m.at(box.X0+s[0]*box.Width(), box.Y0+s[1]*box.Height()) <= number {
			return false
		}
	}
	return true
}
