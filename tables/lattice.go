package tables

import (
	"math"
	"slices"

	"nianbao/page"
)

// lattice is one group of connected lines, and the net of places that they
// span: xs and ys are the places of its columns' and rows' edges in points.
type lattice struct {
	across, down []segment
	xs, ys       []float64
}

// span snaps the lines to common edges. An outer side that was not drawn (a
// table open to the left and right, or at its foot) is put where the lines
// across it end.
func (l *lattice) span(near float64) {
	l.ys = edges(l.across, l.down, near)
	l.xs = edges(l.down, l.across, near)
}

// edges gives the places of lines, in order, closed by the outer ends of the
// lines that cross them.
func edges(lines, crossing []segment, near float64) []float64 {
	var at []float64
	for _, group := range clusters(lines, near) {
		at = append(at, middle(group))
	}
	if len(crossing) == 0 {
		return at
	}
	lo, hi := reach2(crossing)
	open := math.Max(3*near, minimumCell)
	if len(at) == 0 || at[0]-lo > open {
		at = append([]float64{lo}, at...)
	}
	if hi-at[len(at)-1] > open {
		at = append(at, hi)
	}
	return at
}

// reach2 gives the places that two of the lines reach at each end, or one where
// there is no other: a line that runs out of a frame alone is no part of it.
func reach2(lines []segment) (lo, hi float64) {
	los, his := make([]float64, len(lines)), make([]float64, len(lines))
	for i, s := range lines {
		los[i], his[i] = s.lo, -s.hi
	}
	slices.Sort(los)
	slices.Sort(his)
	k := min(1, len(lines)-1)
	return los[k], -his[k]
}

// minimumCell is the least width or height of a cell in points: half of the
// smallest type that anyone prints.
const minimumCell = 4.0

// table reports whether the lattice can be a table at all: two cells or more
// side by side, or rows that may have columns without rules between them.
func (l *lattice) table() bool {
	return len(l.xs) >= 2 && len(l.ys) >= 2 && (len(l.xs)-1)*(len(l.ys)-1) >= 2
}

// walls tells, for each place of the net, whether a line is drawn on its right
// side and on its foot.
func (l *lattice) walls(near float64) (right, foot [][]bool) {
	rows, cols := len(l.ys)-1, len(l.xs)-1
	right, foot = matrix(rows, cols), matrix(rows, cols)
	for _, v := range l.down {
		if c := nearest(l.xs, v.at, near); c > 0 {
			for r := range rows {
				if covers(v, l.ys[r], l.ys[r+1]) && c <= cols {
					right[r][c-1] = true
				}
			}
		}
	}
	for _, h := range l.across {
		if r := nearest(l.ys, h.at, near); r > 0 {
			for c := range cols {
				if covers(h, l.xs[c], l.xs[c+1]) && r <= rows {
					foot[r-1][c] = true
				}
			}
		}
	}
	return right, foot
}

func matrix(rows, cols int) [][]bool {
	m := make([][]bool, rows)
	for i := range m {
		m[i] = make([]bool, cols)
	}
	return m
}

// covers reports whether the line runs along more than half of the side from
// lo to hi: corners are often left open, and stray ends reach into the next.
func covers(s segment, lo, hi float64) bool {
	return math.Min(s.hi, hi)-math.Max(s.lo, lo) > (hi-lo)/2
}

// nearest is the index of the edge within near of at, or -1.
func nearest(at []float64, x, near float64) int {
	i, _ := slices.BinarySearch(at, x)
	for _, j := range [...]int{i - 1, i} {
		if j >= 0 && j < len(at) && math.Abs(at[j]-x) <= near {
			return j
		}
	}
	return -1
}

// place is a rectangle of the net: rows from r0 to r1 and columns from c0 to
// c1, the ends excluded.
type place struct{ r0, c0, r1, c1 int }

// cells merges the places of the net over sides that are not drawn into
// rectangles, top to bottom and left to right. Each place grows to the right
// while no line stops it, then down while every place below it is free of
// lines in the same way; so a stray line cuts a cell but never swallows one.
func (l *lattice) cells(near float64) []place {
	right, foot := l.walls(near)
	rows, cols := len(l.ys)-1, len(l.xs)-1
	taken := matrix(rows, cols)
	var out []place
	for r := range rows {
		for c := range cols {
			if taken[r][c] {
				continue
			}
			p := place{r, c, r + 1, c + 1}
			for p.c1 < cols && !right[r][p.c1-1] && !taken[r][p.c1] {
				p.c1++
			}
			for p.r1 < rows && open(right, foot, taken, p) {
				p.r1++
			}
			for i := p.r0; i < p.r1; i++ {
				for j := p.c0; j < p.c1; j++ {
					taken[i][j] = true
				}
			}
			out = append(out, p)
		}
	}
	return out
}

// open reports whether the place can take in the row below it: no line over
// it, none within it, and lines or the edge of the table at both its ends.
func open(right, foot, taken [][]bool, p place) bool {
	for c := p.c0; c < p.c1; c++ {
		if foot[p.r1-1][c] || taken[p.r1][c] {
			return false
		}
		if c < p.c1-1 && right[p.r1][c] {
			return false
		}
	}
	return (p.c0 == 0 || right[p.r1][p.c0-1]) && (p.c1 == len(right[p.r1]) || right[p.r1][p.c1-1])
}

// box is the rectangle of a place on the page.
func (l *lattice) box(p place) page.Box {
	return page.Box{X0: l.xs[p.c0], Y0: l.ys[p.r0], X1: l.xs[p.c1], Y1: l.ys[p.r1]}
}

// bound is the rectangle of the whole lattice.
func (l *lattice) bound() page.Box {
	return page.Box{X0: l.xs[0], Y0: l.ys[0], X1: l.xs[len(l.xs)-1], Y1: l.ys[len(l.ys)-1]}
}
