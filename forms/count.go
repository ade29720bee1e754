package forms

import "slices"

// countOut pairs values with the form's columns by their order alone. Blanks
// too many at either end are padding, and equal neighbours too many are a merged
// cell written out; where several readings are left, the sum along the row
// decides, and where it cannot, nothing does.
func countOut(values []*cell, form Table) ([]*cell, bool) {
	columns := len(form.Columns)
	if len(values) < columns {
		return nil, false
	}
	if allBlank(values) {
		return values[:columns], true
	}
	fits := trimmed(values, columns)
	if len(fits) == 0 {
		fits = distinct(merges(values, columns))
	}
	if len(fits) > 1 {
		fits = slices.DeleteFunc(fits, func(v []*cell) bool { return !form.addsUp(v) })
	}
	if len(fits) != 1 {
		return nil, false
	}
	return fits[0], true
}

// trimmed gives every run of n values outside of which all is blank.
func trimmed(values []*cell, n int) [][]*cell {
	var fits [][]*cell
	for lead := 0; lead+n <= len(values); lead++ {
		if allBlank(values[:lead]) && allBlank(values[lead+n:]) {
			fits = append(fits, values[lead:lead+n])
		}
	}
	return fits
}

// maxMerges bounds the readings that merges goes through.
const maxMerges = 4096

// merges gives every way to read the values as n, each the first of a run of
// equal ones.
func merges(values []*cell, n int) [][]*cell {
	var fits [][]*cell
	var pick func(from int, chosen []*cell)
	pick = func(from int, chosen []*cell) {
		if len(fits) >= maxMerges {
			return
		}
		if len(chosen) == n {
			if from == len(values) {
				fits = append(fits, slices.Clone(chosen))
			}
			return
		}
		for end := from + 1; end <= len(values)-(n-len(chosen)-1); end++ {
			if values[end-1].Text != values[from].Text {
				return
			}
			pick(end, append(chosen, values[from]))
		}
	}
	pick(0, make([]*cell, 0, n))
	return fits
}

// distinct drops the readings that give the same values as one before.
func distinct(fits [][]*cell) [][]*cell {
	var out [][]*cell
	for _, f := range fits {
		same := func(g []*cell) bool {
			return slices.EqualFunc(f, g, func(a, b *cell) bool { return a.Text == b.Text })
		}
		if !slices.ContainsFunc(out, same) {
			out = append(out, f)
		}
	}
	return out
}

func allBlank(cells []*cell) bool {
	return !slices.ContainsFunc(cells, func(c *cell) bool { return !c.blank() })
}

// addsUp reports whether the values of a row satisfy a sum along the row;
// false where the form has none.
func (t Table) addsUp(values []*cell) bool {
	for _, s := range t.Sums {
		if s.Per != PerRow {
			continue
		}
		total := func(ids []string) (n Number) {
			for k, c := range t.Columns {
				if slices.Contains(ids, c.ID) && values[k].number != nil {
					n = n.Add(*values[k].number)
				}
			}
			return n
		}
		return total(s.Left).Equal(total(s.Right))
	}
	return false
}
