package tables

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"nianbao/page"
)

// Tolerances of drawn lines, in points, as shares of the page's type size:
// what two borders of one cell may differ by is bounded by the type that must
// stand between two of different cells.
const (
	nearShare = 0.18 // lines closer than this are one line
	gapShare  = 0.5  // gaps shorter than this along a line are not gaps
)

// Find gives the ruled tables of a page, top to bottom.
func Find(p *page.Page) []Grid {
	size := typeSize(p.Glyphs)
	near, gap := nearShare*size, gapShare*size
	across, down := segments(p.Rules)
	across, down = join(across, near, gap), join(down, near, gap)
	var grids []Grid
	for _, l := range connected(across, down, near) {
		l.span(near)
		if !l.table() {
			continue
		}
		if g := l.grid(p, near); g.texts() > 0 {
			grids = append(grids, g)
		}
	}
	slices.SortStableFunc(grids, func(a, b Grid) int {
		return cmp.Or(cmp.Compare(a.Parts[0].Box.Y0, b.Parts[0].Box.Y0), cmp.Compare(a.Parts[0].Box.X0, b.Parts[0].Box.X0))
	})
	return grids
}

// typeSize is the median em of the visible glyphs, 10 points where there are none.
func typeSize(glyphs []page.Glyph) float64 {
	sizes := make([]float64, 0, len(glyphs))
	for i := range glyphs {
		if glyphs[i].Ink == page.InkVisible && glyphs[i].Size > 0 {
			sizes = append(sizes, glyphs[i].Size)
		}
	}
	if len(sizes) == 0 {
		return 10
	}
	slices.Sort(sizes)
	return math.Min(math.Max(sizes[len(sizes)/2], 6), 24)
}

// grid gives each place of the lattice its text.
func (l *lattice) grid(p *page.Page, near float64) Grid {
	places := l.cells(near)
	g := Grid{
		Rows: len(l.ys) - 1, Cols: len(l.xs) - 1, xs: l.xs,
		Parts: []Part{{p.Number, l.bound()}},
	}
	texts := l.texts(p.Glyphs, places)
	for i, q := range places {
		box := l.box(q)
		g.Cells = append(g.Cells, Cell{
			Row: q.r0, Col: q.c0, RowSpan: q.r1 - q.r0, ColSpan: q.c1 - q.c0,
			Text: cellText(texts[i], box), Page: p.Number, Box: &box,
		})
	}
	return g
}

// texts hands every visible glyph to the place that holds its centre.
func (l *lattice) texts(glyphs []page.Glyph, places []place) [][]page.Glyph {
	cols := len(l.xs) - 1
	owner := make([]int, (len(l.ys)-1)*cols)
	for i, q := range places {
		for r := q.r0; r < q.r1; r++ {
			for c := q.c0; c < q.c1; c++ {
				owner[r*cols+c] = i
			}
		}
	}
	out := make([][]page.Glyph, len(places))
	bound := l.bound()
	for i := range glyphs {
		g := &glyphs[i]
		x, y := g.Box.CentreX(), g.Box.CentreY()
		if g.Ink != page.InkVisible || !bound.Contains(x, y) {
			continue
		}
		k := owner[slot(l.ys, y)*cols+slot(l.xs, x)]
		out[k] = append(out[k], *g)
	}
	return out
}

// slot is the index of the interval between edges that holds x.
func slot(edges []float64, x float64) int {
	i, _ := slices.BinarySearch(edges, x)
	return min(max(i-1, 0), len(edges)-2)
}

// texts counts the cells that hold text.
func (g Grid) texts() int {
	n := 0
	for _, c := range g.Cells {
		if strings.TrimSpace(c.Text) != "" {
			n++
		}
	}
	return n
}

// Outside gives the glyphs whose centres lie in none of the tables.
func Outside(p *page.Page, grids []Grid) []page.Glyph {
	var boxes []page.Box
	for _, g := range grids {
		for _, part := range g.Parts {
			if part.Page == p.Number {
				boxes = append(boxes, part.Box)
			}
		}
	}
	if len(boxes) == 0 {
		return p.Glyphs
	}
	out := make([]page.Glyph, 0, len(p.Glyphs))
	for i := range p.Glyphs {
		g := p.Glyphs[i]
		if !slices.ContainsFunc(boxes, func(b page.Box) bool { return b.Contains(g.Box.CentreX(), g.Box.CentreY()) }) {
			out = append(out, g)
		}
	}
	return out
}
