package tables

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/page"
)

// Sheet is what one page holds: its tables, top to bottom, and its lines of
// text outside of them, page numbers and running heads left out.
type Sheet struct {
	Number int
	Grids  []Grid
	Lines  []page.Line
}

// Stitch joins tables that go on over page breaks. The last table of a page
// goes on in the first of the next when no text stands between the two and
// their columns agree: the outer sides of drawn ones, the print of others. The result is in reading order.
func Stitch(sheets []Sheet) []Grid {
	var out []Grid
	open := false // whether the last of out ended its page
	for i, s := range sheets {
		for j, g := range s.Grids {
			if j == 0 && open && s.Number == sheets[i-1].Number+1 &&
				!textAbove(s.Lines, g) && sameColumns(out[len(out)-1], g) {
				out[len(out)-1] = Join(out[len(out)-1], g)
				continue
			}
			out = append(out, g)
		}
		open = len(s.Grids) > 0 && !textBelow(s.Lines, s.Grids[len(s.Grids)-1])
	}
	return out
}

func textAbove(lines []page.Line, g Grid) bool {
	top := g.Parts[0].Box.Y0
	return slices.ContainsFunc(lines, func(l page.Line) bool { return l.Box.CentreY() < top })
}

func textBelow(lines []page.Line, g Grid) bool {
	foot := g.Parts[len(g.Parts)-1].Box.Y1
	return slices.ContainsFunc(lines, func(l page.Line) bool { return l.Box.CentreY() > foot })
}

// sideTolerance is how far, in points, the outer sides of two parts of a table
// may differ: programs shift a continued table by a border's width or two.
const sideTolerance = 4.0

func sameColumns(a, b Grid) bool {
	if a.flows != nil && b.flows != nil {
		_, ok := commonColumns(a.flows, b.flows)
		return ok
	}
	return a.flows == nil && b.flows == nil && sameSides(a, b)
}

func sameSides(a, b Grid) bool {
	ax, bx := a.xs, b.xs
	return len(ax) > 1 && len(bx) > 1 &&
		math.Abs(ax[0]-bx[0]) <= sideTolerance && math.Abs(ax[len(ax)-1]-bx[len(bx)-1]) <= sideTolerance
}

// Join puts the rows of b under those of a, without the header where b repeats
// that of a. Columns are the union of both parts' columns; cells that the break
// cut in two are made whole.
func Join(a, b Grid) Grid {
	var flows []band
	if a.flows != nil && b.flows != nil {
		if cols, ok := commonColumns(a.flows, b.flows); ok {
			a, b, flows = a.onto(cols), b.onto(cols), cols
		}
	}
	parts := slices.Concat(a.Parts, b.Parts)
	b = b.without(repeated(a, b))
	xs := union(a.xs, b.xs)
	g := Grid{Rows: a.Rows + b.Rows, Cols: max(a.Cols, b.Cols), xs: xs, Parts: parts, flows: flows}
	if len(xs) > 1 {
		g.Cols = len(xs) - 1
	}
	above := recolumn(a, xs)
	below := recolumn(b, xs)
	for i := range below {
		below[i].Row += a.Rows
	}
	above, below = mend(above, below, a.Rows)
	g.Cells = slices.Concat(above, below)
	sortCells(g.Cells)
	return closeGaps(g)
}

// repeated is how many rows at the head of b are the header of a again: the
// same words in the same columns, and no numbers.
func repeated(a, b Grid) int {
	n := 0
	for n < min(a.Rows, b.Rows) {
		x, y := a.head(n), b.head(n)
		if len(x) == 0 || !slices.Equal(x, y) || slices.ContainsFunc(x, func(h words) bool { return numeric(h.text) }) ||
			!slices.ContainsFunc(x, func(h words) bool { return h.text != "" }) {
			break
		}
		n++
	}
	if n == b.Rows {
		return 0 // a table of words alone, not a header
	}
	return n
}

// words is what two rows of words are compared by.
type words struct {
	col, span int
	text      string
}

// head gives the words of the cells that start in a row.
func (g Grid) head(row int) []words {
	var out []words
	for _, c := range g.Cells {
		if c.Row == row {
			out = append(out, words{c.Col, c.ColSpan, strings.TrimSpace(c.Text)})
		}
	}
	return out
}

// without gives the grid without its first n rows.
func (g Grid) without(n int) Grid {
	if n == 0 {
		return g
	}
	out := g.Slice(n, g.Rows)
	out.xs, out.Parts, out.flows = g.xs, g.Parts, g.flows
	return out
}

// union merges the edges of both parts; edges closer than the tolerance are one.
func union(a, b []float64) []float64 {
	all := slices.Concat(a, b)
	slices.Sort(all)
	var out []float64
	for _, x := range all {
		if len(out) == 0 || x-out[len(out)-1] > sideTolerance {
			out = append(out, x)
		}
	}
	return out
}

// recolumn gives the cells of g on the columns between the given edges.
func recolumn(g Grid, xs []float64) []Cell {
	cells := slices.Clone(g.Cells)
	if len(g.xs) < 2 {
		return cells
	}
	to := make([]int, len(g.xs))
	for i, x := range g.xs {
		to[i] = closest(xs, x)
	}
	for i := range cells {
		c := &cells[i]
		left, right := to[c.Col], to[c.Col+c.ColSpan]
		c.Col, c.ColSpan = left, max(1, right-left)
	}
	return cells
}

func closest(xs []float64, x float64) int {
	best := 0
	for i := range xs {
		if math.Abs(xs[i]-x) < math.Abs(xs[best]-x) {
			best = i
		}
	}
	return best
}

// mend joins the cells of the last row above the break with those of the first
// row below it where the break cut them: a whole row when one of its halves
// holds no numbers, single cells when the lower half plainly goes on with the
// upper one. rows is the number of rows above.
func mend(above, below []Cell, rows int) ([]Cell, []Cell) {
	last := func(c Cell) bool { return c.Row+c.RowSpan == rows }
	first := func(c Cell) bool { return c.Row == rows }
	pairs := map[int]int{} // index below → index above
	for i, b := range below {
		if !first(b) {
			continue
		}
		for j, a := range above {
			if last(a) && a.Col == b.Col && a.ColSpan == b.ColSpan {
				pairs[i] = j
			}
		}
	}
	row := cutRow(above, below, pairs, first)
	gone := map[int]bool{}
	for i, j := range pairs {
		if !row && !goesOn(above, j, below[i]) {
			continue
		}
		a, b := &above[j], below[i]
		a.Text = strings.TrimSpace(a.Text + b.Text)
		a.RowSpan += b.RowSpan
		gone[i] = true
	}
	var rest []Cell
	for i, b := range below {
		if !gone[i] {
			rest = append(rest, b)
		}
	}
	return above, rest
}

// cutRow reports whether the break went through a row: the cells on both sides
// pair off, the numbers stand on one side only with blanks on the other, and
// the lower half begins no item of its own.
func cutRow(above, below []Cell, pairs map[int]int, first func(Cell) bool) bool {
	tops, numbers := 0, [2]int{}
	for i, b := range below {
		if !first(b) {
			continue
		}
		tops++
		j, paired := pairs[i]
		if !paired || enumerated(b.Text) {
			return false
		}
		halves := [2]string{strings.TrimSpace(above[j].Text), strings.TrimSpace(b.Text)}
		for k, half := range halves {
			if numeric(half) {
				numbers[k]++
				if halves[1-k] != "" {
					return false
				}
			}
		}
	}
	return tops > 1 && (numbers[0] > 0) != (numbers[1] > 0)
}

// numeric reports whether the text is a value: it starts with a digit or sign
// and holds no letters.
func numeric(s string) bool {
	digits := false
	for _, r := range s {
		if unicode.IsLetter(r) {
			return false
		}
		digits = digits || unicode.IsDigit(r)
	}
	return digits
}

// goesOn reports whether the cell b, first below a break, goes on with the cell
// above[j], last above it: b is blank below a spanning cell, or b starts
// without the enumeration with which a and the other cells of the column do.
func goesOn(above []Cell, j int, b Cell) bool {
	a := above[j]
	if strings.TrimSpace(b.Text) == "" {
		return b.RowSpan > 1 || a.RowSpan > 1
	}
	if strings.TrimSpace(a.Text) == "" {
		return b.RowSpan > 1 && a.RowSpan > 1
	}
	return enumerated(a.Text) && !enumerated(b.Text) && !numeric(b.Text)
}

// enumerated reports whether the text starts as an item of a list does: （一）,
// 一、, 1. and the like.
func enumerated(s string) bool {
	s = strings.TrimLeft(s, "（( ")
	n := 0
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		if !unicode.IsDigit(r) && !strings.ContainsRune("一二三四五六七八九十", r) {
			return n > 0 && strings.ContainsRune("、.．)）", r)
		}
		n++
		s = s[size:]
	}
	return false
}

// closeGaps drops the rows that no cell starts in: what is left of a cut row
// after its two halves became one.
func closeGaps(g Grid) Grid {
	used := make([]bool, g.Rows)
	for _, c := range g.Cells {
		used[c.Row] = true
	}
	to := make([]int, g.Rows+1)
	for r := range g.Rows {
		to[r+1] = to[r]
		if used[r] {
			to[r+1]++
		}
	}
	for i := range g.Cells {
		c := &g.Cells[i]
		end := to[c.Row+c.RowSpan]
		c.Row = to[c.Row]
		c.RowSpan = end - c.Row
	}
	g.Rows = to[g.Rows]
	return g
}
