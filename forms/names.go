package forms

import "slices"

// RowLabel gives the statutory label of a row, of the newest edition that has
// it; the id where none has.
func RowLabel(table, row string) string {
	return lookUp(table, row, func(t Table) []Line {
		if len(t.Rows) > 0 {
			return t.Rows
		}
		var rows []Line
		for _, c := range t.Columns {
			rows = append(rows, Line{ID: c.Row, Path: c.Path[:len(c.Path)-1]})
		}
		return rows
	})
}

// ColumnLabel gives the statutory label of a column, as RowLabel does.
func ColumnLabel(table, col string) string {
	return lookUp(table, col, func(t Table) []Line { return t.Columns })
}

func lookUp(table, id string, lines func(Table) []Line) string {
	for _, e := range slices.Backward(Editions()) {
		t, ok := e.Table(table)
		if !ok {
			continue
		}
		for _, l := range lines(t) {
			if l.ID == id {
				return l.Label()
			}
		}
	}
	return id
}
