package tables

import "slices"

// labelColumns is how many columns of labels, left of those of values, may be
// divided otherwise in another part of a table.
const labelColumns = 3

// commonColumns gives the columns of two parts of a table without drawn sides.
// From the right, the columns of values must stand one below the other; of the
// columns of labels the finer division is taken, which the other must fit.
func commonColumns(a, b []band) ([]band, bool) {
	k := 0
	for k < min(len(a), len(b)) && a[len(a)-1-k].overlap(b[len(b)-1-k]) > 0 {
		k++
	}
	for {
		if left := max(len(a), len(b)) - k; k < 2 || left > labelColumns {
			return nil, false
		}
		fine, other := a, b
		if len(b) > len(a) {
			fine, other = b, a
		}
		cols := slices.Clone(fine)
		for i := 1; i <= k; i++ {
			c := other[len(other)-i]
			own := &cols[len(cols)-i]
			*own = band{min(own.lo, c.lo), max(own.hi, c.hi)}
		}
		if ordered(cols) && fits(fine, cols) && fits(other, cols) {
			return cols, true
		}
		k--
	}
}

func ordered(cols []band) bool {
	for i := 1; i < len(cols); i++ {
		if cols[i].lo < cols[i-1].hi {
			return false
		}
	}
	return true
}

// fits reports whether each of the columns stands in columns of its own among
// the common ones.
func fits(part, cols []band) bool {
	last := -1
	for _, c := range part {
		from, to := touched(c, cols, 0)
		if from <= last || c.overlap(cols[from]) <= 0 {
			return false
		}
		last = to
	}
	return true
}

// onto gives the table on the common columns; places that open up are blank.
func (g Grid) onto(cols []band) Grid {
	out := Grid{Rows: g.Rows, Cols: len(cols), Parts: g.Parts, xs: between(cols), flows: cols}
	taken := matrix(out.Rows, out.Cols)
	for _, c := range g.Cells {
		from, _ := touched(g.flows[c.Col], cols, 0)
		_, to := touched(g.flows[c.Col+c.ColSpan-1], cols, 0)
		c.Col, c.ColSpan = from, to-from+1
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := from; k <= to; k++ {
				taken[r][k] = true
			}
		}
		out.Cells = append(out.Cells, c)
	}
	for r := range out.Rows {
		for c := range out.Cols {
			if !taken[r][c] {
				out.Cells = append(out.Cells, Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1})
			}
		}
	}
	sortCells(out.Cells)
	return out
}
