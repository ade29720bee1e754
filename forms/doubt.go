package forms

import "slices"

// A text flow of one cell a line says nothing of where its numbers stood: when a
// blank is lost, or numbers come before their label, later numbers slide under
// the wrong one. Such a table is believed only as far as its own regularity and
// arithmetic bear it out.

// piled reports whether the rows of a table were put together from lines of one
// cell each.
func (b *binder) piled(t found) bool {
	return slices.ContainsFunc(t.data, func(i int) bool { return len(b.rows[i].lines) > 1 })
}

// regular reports whether every row of a piled table has a number for each
// column.
func (b *binder) regular(t found, form Table) bool {
	return !slices.ContainsFunc(t.data, func(i int) bool { return len(trailing(b.rows[i])) != len(form.Columns) })
}

// orphans reports whether numbers without a label of the form stand among the
// rows of a table or right before them: numbers that come before their labels.
func (b *binder) orphans(t found) bool {
	for i := max(0, t.start-1); i < t.end; i++ {
		if b.steps[i] < 0 && b.rows[i].numbers() > 0 {
			return true
		}
	}
	return false
}

// bornOut reports whether the values of a row are confirmed by a sum along it.
func (t Table) bornOut(cells []*cell) bool {
	return !slices.Contains(cells, nil) && t.addsUp(cells)
}

// contradicted reports whether more of the sums down the columns are broken
// than hold: then rows were mistaken for one another.
func (t Table) contradicted(facts []Fact) bool {
	values := map[[2]string]Number{}
	for _, f := range facts {
		if f.Value != nil {
			values[[2]string{f.Row, f.Col}] = *f.Value
		}
	}
	holds, broken := 0, 0
	for _, s := range t.Sums {
		if s.Per != PerColumn {
			continue
		}
		for _, c := range t.Columns {
			total := func(rows []string) (n Number) {
				for _, r := range rows {
					n = n.Add(values[[2]string{r, c.ID}])
				}
				return n
			}
			if total(s.Left).Equal(total(s.Right)) {
				holds++
			} else {
				broken++
			}
		}
	}
	return broken > holds
}
