package forms

import "nianbao/tables"

// cell is one printed cell of a row, made ready for binding.
type cell struct {
	tables.Cell
	label
	value
	isValue  bool // a number, a sign for none, or blank
	from, to int  // columns of the grid, or of type in a spaced flow; else both 0
}

func newCell(c tables.Cell) cell {
	v, ok := parseValue(c.Text)
	out := cell{Cell: c, value: v, isValue: ok, from: c.Col, to: c.Col + c.ColSpan}
	if !ok {
		out.label = newLabel(c.Text)
	}
	return out
}

func (c *cell) blank() bool { return c.isValue && c.kind == KindBlank }

// row is one printed row: of a grid, with the cells that reach into it from
// above, or of a text flow.
type row struct {
	cells []*cell
	grid  int // index of the grid, or -1 for a text flow
	index int // row of the grid
	lines []int
	// spaced is set for a row of a text flow whose cells are parted by blanks,
	// as they lie on the page: from and to of its cells count columns of type.
	spaced bool
	// around holds the words of the row and of the lines beside it that have no
	// numbers, from above to below; the last under of them are those below.
	around []*cell
	under  int
}

// gridRows reads the rows of grids.
func gridRows(grids []tables.Grid) []row {
	var out []row
	for n, g := range grids {
		rows := make([]row, g.Rows)
		for i := range rows {
			rows[i].grid, rows[i].index = n, i
		}
		for _, c := range g.Cells {
			ready := newCell(c)
			for r := c.Row; r < c.Row+c.RowSpan; r++ {
				rows[r].cells = append(rows[r].cells, &ready)
			}
		}
		for i := range rows {
			sortByColumn(rows[i].cells)
		}
		out = append(out, rows...)
	}
	return out
}

func sortByColumn(cells []*cell) {
	for i := 1; i < len(cells); i++ { // nearly sorted already
		for j := i; j > 0 && cells[j].from < cells[j-1].from; j-- {
			cells[j], cells[j-1] = cells[j-1], cells[j]
		}
	}
}

// labels gives the cells of a row that hold words, in order.
func (r row) labels() []*cell {
	var out []*cell
	for _, c := range r.cells {
		if !c.isValue {
			out = append(out, c)
		}
	}
	return out
}

// numbers counts the cells that hold a number or a sign for none.
func (r row) numbers() int {
	n := 0
	for _, c := range r.cells {
		if c.isValue && !c.blank() {
			n++
		}
	}
	return n
}
