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

// Find gives the tables of a page, top to bottom.
func Find(p *page.Page) []Grid {
	size := typeSize(p.Glyphs)
	near, gap := nearShare*size, gapShare*size
	across, down := segments(p.Rules)
	across, down = join(across, near, gap), join(down, near, gap)
	grids, charts := drawn(p, across, down, size, near)
	for _, g := range flowing(p, Outside(p, grids), across) {
		b := g.Parts[0].Box
		if !slices.ContainsFunc(charts, func(c page.Box) bool { return b.Overlaps(c) }) {
			grids = append(grids, g)
		}
	}
	slices.SortStableFunc(grids, func(a, b Grid) int {
		return cmp.Or(cmp.Compare(a.Parts[0].Box.Y0, b.Parts[0].Box.Y0), cmp.Compare(a.Parts[0].Box.X0, b.Parts[0].Box.X0))
	})
	return grids
}

// drawn gives the tables whose cells are drawn, and the places of charts.
func drawn(p *page.Page, across, down []segment, size, near float64) (grids []Grid, charts []page.Box) {
	for _, l := range connected(across, down, near) {
		l.span(near)
		if !l.table() {
			continue
		}
		if l.dropSlivers(p.Glyphs, size, near); !l.table() {
			continue
		}
		switch g := l.explain(p, near); {
		case l.cut(p, near):
			if 2*g.texts() < len(g.Cells) {
				charts = append(charts, l.bound())
			}
		case g.written() && !g.frame():
			grids = append(grids, g)
		}
	}
	return grids, charts
}

// flowing gives the tables among glyphs that stand in no drawn cells.
func flowing(p *page.Page, glyphs []page.Glyph, across []segment) []Grid {
	var grids []Grid
	for _, r := range regions(textLines(glyphs)) {
		grids = append(grids, r.tables(p, across, proseColumns)...)
	}
	return grids
}

// proseColumns is how many columns of prose may stand beside a table.
const proseColumns = 2

// tables gives the table that a region is, or, where a column of prose stands
// beside it, the tables of what is left without that column.
func (r region) tables(p *page.Page, across []segment, columns int) []Grid {
	rules := rulesOver(r.lines, across)
	if len(rules) < threeLines && columns > 0 {
		if rest, ok := withoutProse(r.lines); ok {
			var grids []Grid
			for _, part := range regions(rest) {
				grids = append(grids, part.tables(p, across, columns-1)...)
			}
			return grids
		}
	}
	if f := newFlow(r.lines, rules); f != nil && f.table(len(rules)) {
		return []Grid{f.grid(p)}
	}
	return nil
}

// rulesOver gives the places of the rules that run over or beside the lines,
// across most of their width.
func rulesOver(lines []line, across []segment) []float64 {
	var b page.Box
	for _, l := range lines {
		b = b.Union(l.box)
	}
	size := sizeOf(lines)
	var out []float64
	for _, s := range across {
		if s.at > b.Y0-size && s.at < b.Y1+size && math.Min(s.hi, b.X1)-math.Max(s.lo, b.X0) > b.Width()/2 {
			out = append(out, s.at)
		}
	}
	return out
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

// written reports whether half of the rows, and half of the columns, hold text:
// the lines behind a chart, and the frames of a drawing, are mostly bare.
func (g Grid) written() bool {
	rows, cols := make([]bool, g.Rows), make([]bool, g.Cols)
	for _, c := range g.Cells {
		if strings.TrimSpace(c.Text) == "" {
			continue
		}
		for r := range c.RowSpan {
			rows[c.Row+r] = true
		}
		for k := range c.ColSpan {
			cols[c.Col+k] = true
		}
	}
	return 2*count(rows) >= g.Rows && 2*count(cols) >= g.Cols && count(rows) > 0
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

// frame reports whether the grid is a frame around text: one column, or a cell or
// two with as much text as a page.
func (g Grid) frame() bool {
	letters, cells := 0, 0
	for _, c := range g.Cells {
		if n := len([]rune(c.Text)); n > 0 {
			letters, cells = letters+n, cells+1
		}
	}
	return g.Cols == 1 || letters > framedText*cells
}

// framedText is how many letters in the mean no table's cells hold.
const framedText = 300

func count(marks []bool) int {
	n := 0
	for _, m := range marks {
		if m {
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
