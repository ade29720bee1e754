package tables

import (
	"slices"

	"nianbao/page"
)

// netCell is a cell on a net of edges, with its text.
type netCell struct {
	place
	glyphs []page.Glyph
}

// wideOpen is room, in points, beyond the print of a cell without sides: no
// number is broken over its lines for want of room.
const wideOpen = 1000.0

// undrawn gives a table whose cells, or some of them, have no drawn sides;
// places that no cell covers become blank cells.
func undrawn(p *page.Page, xs, ys []float64, cells []netCell) Grid {
	g := Grid{Rows: len(ys) - 1, Cols: len(xs) - 1, xs: xs}
	taken := matrix(g.Rows, g.Cols)
	add := func(c netCell) {
		box := page.Box{X0: xs[c.c0], Y0: ys[c.r0], X1: xs[c.c1], Y1: ys[c.r1]}
		for r := c.r0; r < c.r1; r++ {
			for k := c.c0; k < c.c1; k++ {
				taken[r][k] = true
			}
		}
		g.Cells = append(g.Cells, Cell{Row: c.r0, Col: c.c0, RowSpan: c.r1 - c.r0, ColSpan: c.c1 - c.c0,
			Text: cellText(c.glyphs, box.Grow(wideOpen)), Page: p.Number, Box: &box})
	}
	for _, c := range cells {
		add(c)
	}
	for r := range g.Rows {
		for c := range g.Cols {
			if !taken[r][c] {
				add(netCell{place: place{r, c, r + 1, c + 1}})
			}
		}
	}
	sortCells(g.Cells)
	g.Parts = []Part{{p.Number, page.Box{X0: xs[0], Y0: ys[0], X1: xs[g.Cols], Y1: ys[g.Rows]}}}
	return g
}

// believed is the share of runs alone in their cells from which drawn cells are
// taken as they are.
const believed = 0.75

// explain gives the table of a lattice. Where the drawn cells hold rows or
// columns of text that have no rules between them, those are found by their
// text; of the two readings the one is taken that leaves more runs alone in
// their cells.
func (l *lattice) explain(p *page.Page, near float64) Grid {
	drawn := l.grid(p, near)
	places := l.cells(near)
	cells := make([]netCell, len(places))
	total, single := 0, 0
	complex := make([]bool, len(places))
	for i, glyphs := range l.texts(p.Glyphs, places) {
		cells[i] = netCell{places[i], glyphs}
		n, of := countAlone(runsOf(glyphs))
		total, single = total+of, single+n
		complex[i] = n < of
	}
	if share(single, total) >= believed {
		return drawn
	}
	from, to := l.loose(places, complex)
	if g, alone, ok := l.complete(p, cells, from, to); ok && alone > share(single, total) {
		return g
	}
	return drawn
}

func runsOf(glyphs []page.Glyph) []run {
	var runs []run
	for _, l := range textLines(glyphs) {
		runs = append(runs, l.runs...)
	}
	return runs
}

// countAlone counts the runs of a cell, and those of them that are alone on
// their line and no values under others.
func countAlone(runs []run) (alone, of int) {
	values := 0
	for _, r := range runs {
		if value(r.text) {
			values++
		}
	}
	for i := range runs {
		if !beside(runs, i) && (values < stacked || !value(runs[i].text)) {
			alone++
		}
	}
	return alone, len(runs)
}

// stacked is how many values one below the other in a cell are rows.
const stacked = 3

// cut reports whether the lattice's lines run through its text, as those of a
// chart do: more than a few of its runs have neighbouring letters in two cells.
func (l *lattice) cut(p *page.Page, near float64) bool {
	places := l.cells(near)
	var glyphs []page.Glyph
	for _, text := range l.texts(p.Glyphs, places) {
		glyphs = append(glyphs, text...)
	}
	runs := runsOf(glyphs)
	cuts := 0
	for _, r := range runs {
		if l.cutsRun(r, places) {
			cuts++
		}
	}
	return cuts > 1 && share(cuts, len(runs)) > cutShare
}

// cutShare is the share of runs that may be cut: labels too long for their
// cells run over the side now and then.
const cutShare = 0.15

// cutsRun reports whether two letters of the run that touch, or nearly, stand
// in two places.
func (l *lattice) cutsRun(r run, places []place) bool {
	at := func(g page.Glyph) int {
		row, col := slot(l.ys, g.Box.CentreY()), slot(l.xs, g.Box.CentreX())
		return slices.IndexFunc(places, func(q place) bool { return q.r0 <= row && row < q.r1 && q.c0 <= col && col < q.c1 })
	}
	if slot(l.xs, r.box.X0) == slot(l.xs, r.box.X1) {
		return false
	}
	for i := 1; i < len(r.glyphs); i++ {
		a, b := r.glyphs[i-1], r.glyphs[i]
		if b.Box.X0-a.Box.X1 < blankGap/2*b.Size && at(a) != at(b) {
			return true
		}
	}
	return false
}

// loose gives the rows of the net, from and to (excluded), in which cells hold
// more than one; cells that reach in from above or out below are taken in.
func (l *lattice) loose(places []place, complex []bool) (from, to int) {
	from, to = len(l.ys), 0
	for i, q := range places {
		if complex[i] {
			from, to = min(from, q.r0), max(to, q.r1)
		}
	}
	for changed := true; changed; {
		changed = false
		for _, q := range places {
			if q.r0 < to && q.r1 > from && (q.r0 < from || q.r1 > to) {
				from, to, changed = min(from, q.r0), max(to, q.r1), true
			}
		}
	}
	return from, to
}

// complete finds the rows and columns of the net's rows from..to by their text
// and fits the drawn cells of the others to them.
func (l *lattice) complete(p *page.Page, cells []netCell, from, to int) (Grid, float64, bool) {
	var glyphs []page.Glyph
	for _, c := range cells {
		if c.r0 >= from && c.r1 <= to {
			glyphs = append(glyphs, c.glyphs...)
		}
	}
	lines := textLines(glyphs)
	if countWide(lines) < 2 {
		return Grid{}, 0, false
	}
	f := newFlow(lines, l.ys[from+1:to])
	if f == nil || !f.table(to-from+1) {
		return Grid{}, 0, false
	}
	xs, ys := f.edges()
	xs = l.snap(xs, f.cols)
	ys[0], ys[len(ys)-1] = l.ys[from], l.ys[to]
	all := slices.Concat(l.ys[:from], ys, l.ys[to+1:])
	var out []netCell
	for _, c := range f.netCells() {
		c.r0, c.r1 = c.r0+from, c.r1+from
		out = append(out, c)
	}
	shift := len(f.rows) - (to - from)
	for _, c := range cells {
		if c.r0 < to && c.r1 > from {
			continue
		}
		if c.r0 >= to {
			c.r0, c.r1 = c.r0+shift, c.r1+shift
		}
		c.c0, c.c1 = l.under(c.place, f.cols)
		if c.c0 == c.c1 {
			if len(c.glyphs) > 0 {
				return Grid{}, 0, false
			}
			continue
		}
		out = append(out, c)
	}
	alone, total := 0, 0
	for _, c := range out {
		n, of := countAlone(runsOf(c.glyphs))
		alone, total = alone+n, total+of
	}
	return undrawn(p, xs, all, out), share(alone, total), true
}

// under gives the columns whose middles lie within the place of the net.
func (l *lattice) under(q place, cols []band) (from, to int) {
	for _, c := range cols {
		if c.middle() < l.xs[q.c0] {
			from++
		}
		if c.middle() < l.xs[q.c1] {
			to++
		}
	}
	return from, to
}

// snap moves edges between columns to the drawn lines that stand between them,
// and the outer ones to the sides of the lattice.
func (l *lattice) snap(xs []float64, cols []band) []float64 {
	for i := 1; i < len(cols); i++ {
		for _, x := range l.xs {
			if x > cols[i-1].hi && x < cols[i].lo {
				xs[i] = x
			}
		}
	}
	xs[0] = min(l.xs[0], xs[0])
	xs[len(xs)-1] = max(l.xs[len(l.xs)-1], xs[len(xs)-1])
	return xs
}
