package export

import "nianbao/forms"

// span is one label over a run of neighbouring lines (rows or columns of a
// table) and over some levels of the label area.
type span struct {
	from, to    int // lines, to exclusive
	outer, deep int // levels from the outermost, deep exclusive
	text        string
}

// group reports whether the label stands over other labels.
func (s span) group(levels int) bool { return s.deep < levels }

// spans lays out the labels of lines as the form prints them: neighbours under
// one group share its cell, and a line's own label fills the levels that are
// left.
func spans(lines []forms.Line) (all []span, levels int) {
	for _, l := range lines {
		levels = max(levels, len(l.Path))
	}
	var lay func(from, to, depth int)
	lay = func(from, to, depth int) {
		for i := from; i < to; {
			path := lines[i].Path
			if len(path) == depth+1 {
				all = append(all, span{i, i + 1, depth, levels, path[depth]})
				i++
				continue
			}
			j := i + 1
			for j < to && len(lines[j].Path) > depth+1 && lines[j].Path[depth] == path[depth] {
				j++
			}
			all = append(all, span{i, j, depth, depth + 1, path[depth]})
			lay(i, j, depth+1)
			i = j
		}
	}
	lay(0, len(lines), 0)
	return all, levels
}

// layout says where on its sheet each part of a table goes. Rows and columns
// count from 1, as spreadsheets do.
type layout struct {
	table   forms.Table
	edition forms.Edition
	band    int // row of the band above the table; 0 where it has none
	head    int // first row of the column labels
	body    int // first row of values
	after   int // first row under the table
	levels  int // rows of column labels
	labels  int // columns of row labels on the sheet; 0 where rows have none
	values  int // columns of values on the sheet, at least as many as the table's
}

// place lays a table out from row top on a sheet of that many label and value
// columns. A table narrower than its sheet fills it: its last label and its
// last column are the wider for it.
func place(t forms.Table, e forms.Edition, top, labels, values int) layout {
	_, levels := spans(t.Columns)
	l := layout{table: t, edition: e, head: top, levels: levels, labels: labels, values: values}
	if t.Band != "" {
		l.band, l.head = top, top+1
	}
	l.body = l.head + levels
	l.after = l.body + max(1, len(t.Rows))
	return l
}

// column gives the first and the last sheet column of the i-th table column.
func (l layout) column(i int) (first, last int) {
	first = l.labels + 1 + i
	if i == len(l.table.Columns)-1 {
		return first, l.width()
	}
	return first, first
}

// width is the number of the last sheet column of the table.
func (l layout) width() int { return l.labels + l.values }

// row gives the sheet row of a row id; a table without row labels has one row.
func (l layout) row(id string) (int, bool) {
	if len(l.table.Rows) == 0 {
		return l.body, true
	}
	for i, r := range l.table.Rows {
		if r.ID == id {
			return l.body + i, true
		}
	}
	return 0, false
}

// cell is the place of one value on a sheet.
type cell struct{ col, row int }

// area is a run of cells in one row of a sheet.
type area struct{ from, to cell }

// areaOf gives the place of the value of a row and a column.
func (l layout) areaOf(row, col string) (area, bool) {
	y, ok := l.row(row)
	if !ok {
		return area{}, false
	}
	for i, c := range l.table.Columns {
		if c.ID == col && (c.Row == "" || c.Row == row) {
			first, last := l.column(i)
			return area{cell{first, y}, cell{last, y}}, true
		}
	}
	return area{}, false
}

// labelWidths are the widths of one, two and three columns of row labels, in
// characters.
var labelWidths = map[int][]float64{1: {32}, 2: {16, 34}, 3: {5, 12, 31}}

// widths gives the width of each column of a sheet, in characters. Columns of
// values are as wide as the form has room for, or as their longest number.
func widths(labels, values, longest int) []float64 {
	ws := append([]float64{}, labelWidths[labels]...)
	for len(ws) < labels {
		ws = append(ws, 16)
	}
	value := 6.5
	switch {
	case values <= 3:
		value = 20
	case values <= 8:
		value = 8.5
	}
	for range values {
		ws = append(ws, max(value, float64(longest)+2))
	}
	return ws
}
