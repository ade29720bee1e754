package tables

import "nianbao/page"

// sliver is the width, in em, up to which a bare column or row is the space
// between the two strokes of a double rule.
const sliver = 1.0

// dropSlivers takes the bare columns and rows out of the lattice that are too
// narrow for type of the given size in points.
func (l *lattice) dropSlivers(glyphs []page.Glyph, size, near float64) {
	places := l.cells(near)
	rows, cols := make([]bool, len(l.ys)-1), make([]bool, len(l.xs)-1)
	for i, text := range l.texts(glyphs, places) {
		if len(text) == 0 {
			continue
		}
		q := places[i]
		for r := q.r0; r < q.r1; r++ {
			rows[r] = true
		}
		for c := q.c0; c < q.c1; c++ {
			cols[c] = true
		}
	}
	l.ys, l.xs = closed(l.ys, rows, sliver*size), closed(l.xs, cols, sliver*size)
}

// closed gives the edges without those that end a bare interval up to least
// points wide.
func closed(edges []float64, written []bool, least float64) []float64 {
	out := edges[:1:1]
	for i, e := range edges[1:] {
		if !written[i] && e-edges[i] <= least && i+2 < len(edges) {
			continue
		}
		out = append(out, e)
	}
	return out
}
