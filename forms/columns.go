package forms

import "slices"

// column is one printed column of values: the header's lowest cell over it and
// the columns of the grid that it spans.
type column struct {
	from, to int
	path     []label // words of the header over it, outermost first
	text     string  // of its lowest cell
}

// labelEnd is the first column of the grid that holds values: the column after
// which most of the labels of the rows end.
func labelEnd(rows []row) int {
	votes := map[int]int{}
	for _, r := range rows {
		if end := ownLabelEnd(r); end > 0 {
			votes[end]++
		}
	}
	best := 0
	for end, n := range votes {
		if n > votes[best] || n == votes[best] && end > best {
			best = end
		}
	}
	return best
}

// ownLabelEnd is where the last label of a row ends, before its first number.
func ownLabelEnd(r row) int {
	end := 0
	for _, c := range r.cells {
		if !c.isValue {
			end = c.to
		} else if !c.blank() {
			break
		}
	}
	return end
}

// columnsOf reads the header rows of a grid from the first value column on.
func columnsOf(header []row, start, cols int) []column {
	var out []column
	var last *cell
	for c := start; c < cols; c++ {
		var lowest *cell
		var path []label
		for _, r := range header {
			k := slices.IndexFunc(r.cells, func(x *cell) bool { return x.from <= c && c < x.to })
			if k < 0 || r.cells[k].isValue || r.cells[k].from < start || r.cells[k] == lowest {
				continue
			}
			lowest = r.cells[k]
			path = append(path, lowest.label)
		}
		switch {
		case lowest == nil:
		case lowest == last:
			out[len(out)-1].to = c + 1
		default:
			out = append(out, column{c, c + 1, path, lowest.Text})
		}
		last = lowest
	}
	return out
}

// pairColumns finds the form's columns that the printed ones are: for each
// printed column the index of the form's, or -1. Where both are as many and
// most are alike in their order, a damaged label between them is theirs too.
func pairColumns(printed []column, form []Line) ([]int, float64) {
	n, m := len(printed), len(form)
	sim := make([][]float64, n)
	diagonal := 0.0
	for i := range printed {
		sim[i] = make([]float64, m)
		for j := range form {
			sim[i][j] = pathAlike(printed[i].path, form[j])
		}
		if n == m {
			diagonal += sim[i][i]
		}
	}
	out, sum := pairInOrder(n, m, func(i, j int) float64 {
		if sim[i][j] < leastAlike {
			return 0
		}
		return sim[i][j]
	})
	if n == m && n > 0 && diagonal/float64(n) >= leastAlike {
		for i := range out {
			out[i] = i
		}
		sum = diagonal
	}
	return out, sum / float64(max(n, m, 1))
}

// groupShare is how much of a column's similarity comes from the group that it
// stands under; the rest comes from its own label.
const groupShare = 0.2

// pathAlike compares the words over a printed column with a form's column.
func pathAlike(path []label, form Line) float64 {
	if len(path) == 0 {
		return 0
	}
	own := 0.0
	for _, w := range form.wordings() {
		own = max(own, alike(path[len(path)-1], w))
	}
	group := form.group()
	if len(group.body) == 0 || len(path) < 2 {
		return own
	}
	above := 0.0
	for _, p := range path[:len(path)-1] {
		above = max(above, alike(p, group))
	}
	return own * (1 - groupShare + groupShare*above)
}

// place hands the value cells of a grid row to the printed columns. By order
// where they are as many; else each to the column that it lies under, when
// that is one and no other cell claims it. A nil stands for a column that got
// no cell. ok is false where a printed value found no certain place.
func place(values []*cell, printed []column) (out []*cell, ok bool) {
	if len(values) == len(printed) {
		return values, true
	}
	out, ok = make([]*cell, len(printed)), true
	for _, c := range values {
		k := under(c, printed)
		switch {
		case c.blank() && (k < 0 || out[k] != nil):
		case k < 0:
			ok = false
		case out[k] != nil && !out[k].blank():
			ok = false
		default:
			out[k] = c
		}
	}
	return out, ok
}

// under is the column below which the whole of the cell lies, or -1.
func under(c *cell, printed []column) int {
	found := -1
	for k, p := range printed {
		if c.from < p.to && p.from < c.to {
			if found >= 0 {
				return -1
			}
			found = k
		}
	}
	return found
}
