package forms

import "slices"

// byPlace gives the values of a laid-out row their columns by where they stand:
// under the values of the nearest rows that have all of theirs. Where the row's
// values were put on two lines, those of the line beside it are taken in. ok is
// false where the nearest rows above and below do not agree.
func (b *binder) byPlace(t found, form Table, i int, values []*cell) ([]*cell, bool) {
	full := b.fullRows(t, form, i)
	for _, find := range [...]func(found, Table, int) [][]*cell{b.stacks, b.headings} {
		if len(full) == 0 {
			full = find(t, form, i)
		}
	}
	if len(full) == 0 || len(values) == 0 {
		return nil, false
	}
	if cells, ok := agree(full, values); ok && b.alone(t, i) {
		return cells, true
	}
	for _, j := range [...]int{i - 1, i + 1} {
		if j < 0 || j >= len(b.rows) || slices.Contains(t.data, j) || b.rows[j].numbers() == 0 || !b.rows[j].spaced {
			continue
		}
		both := slices.Concat(values, trailing(b.rows[j]))
		sortByColumn(both)
		if cells, ok := agree(full, both); ok && len(both) == len(form.Columns) {
			b.taken[j] = true
			return cells, true
		}
	}
	return nil, false
}

// alone reports whether the lines beside a row hold no numbers without a row of
// their own, which might be the row's.
func (b *binder) alone(t found, i int) bool {
	for _, j := range [...]int{i - 1, i + 1} {
		if j >= t.start && j < t.end && !slices.Contains(t.data, j) && b.rows[j].numbers() > 0 {
			return false
		}
	}
	return true
}

// fullRows gives the values of the nearest rows above and below that have one
// for every column.
func (b *binder) fullRows(t found, form Table, i int) [][]*cell {
	var out [][]*cell
	at := slices.Index(t.data, i)
	for _, step := range [...]int{-1, 1} {
		for k := at + step; k >= 0 && k < len(t.data); k += step {
			values := trailing(b.rows[t.data[k]])
			if b.rows[t.data[k]].spaced && len(values) == len(form.Columns) {
				out = append(out, values)
				break
			}
		}
	}
	return out
}

// stacks gives one value for every column from where the values of all the rows
// of the table stand that are on the row's page: values that overlap across the
// page are one column. There is none unless there are as many as columns.
func (b *binder) stacks(t found, form Table, i int) [][]*cell {
	var all []*cell
	for _, k := range t.data {
		if b.rows[k].spaced && b.rows[k].cells[0].Page == b.rows[i].cells[0].Page {
			all = append(all, trailing(b.rows[k])...)
		}
	}
	slices.SortStableFunc(all, func(x, y *cell) int { return x.from - y.from })
	var out []*cell
	for _, c := range all {
		if n := len(out); n == 0 || c.from >= out[n-1].to {
			stack := *c
			out = append(out, &stack)
		} else {
			out[n-1].to = max(out[n-1].to, c.to)
		}
	}
	if len(out) != len(form.Columns) {
		return nil
	}
	return [][]*cell{out}
}

// headings gives the words of the header for the columns, where all of them are
// found, in order, on the row's page.
func (b *binder) headings(t found, form Table, i int) [][]*cell {
	if len(t.data) == 0 {
		return nil
	}
	var words []*cell
	for k := t.start; k < t.data[0]; k++ {
		if b.rows[k].spaced && b.rows[k].cells[0].Page == b.rows[i].cells[0].Page {
			words = append(words, b.rows[k].labels()...)
		}
	}
	out := make([]*cell, len(form.Columns))
	for k, col := range form.Columns {
		best := 0.0
		for _, w := range words {
			if a := likest([][]label{col.wordings()}, w.label); a >= leastAlike && a > best {
				best, out[k] = a, w
			}
		}
		if out[k] == nil || k > 0 && out[k].from <= out[k-1].from {
			return nil
		}
	}
	return [][]*cell{out}
}

// agree places values under each of the full rows and reports whether all give
// the same columns.
func agree(full [][]*cell, values []*cell) ([]*cell, bool) {
	var first []*cell
	for _, f := range full {
		placed, ok := beneath(f, values)
		if !ok || first != nil && !slices.Equal(first, placed) {
			return nil, false
		}
		first = placed
	}
	return first, true
}

// beneath places each value under the nearest of a full row's. It must be the
// nearest by far, no other value's, and in order.
func beneath(full, values []*cell) ([]*cell, bool) {
	out := make([]*cell, len(full))
	last := -1
	for _, v := range values {
		best, second := -1, -1
		for k, f := range full {
			switch d := apartBy(v, f); {
			case best < 0 || d < apartBy(v, full[best]):
				best, second = k, best
			case second < 0 || d < apartBy(v, full[second]):
				second = k
			}
		}
		if best <= last || second >= 0 && 2*apartBy(v, full[best]) >= apartBy(v, full[second]) {
			return nil, false
		}
		out[best], last = v, best
	}
	return out, true
}

// apartBy is how far two cells are apart across the page, in half columns of
// type: by their left edges, right edges or middles, whichever are closest, as
// numbers may be set to any of the three.
func apartBy(a, b *cell) int {
	abs := func(n int) int { return max(n, -n) }
	return min(2*abs(a.from-b.from), 2*abs(a.to-b.to), abs(a.from+a.to-b.from-b.to))
}
