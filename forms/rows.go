package forms

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/cjk"
	"nianbao/page"
	"nianbao/tables"
)

// cell is one printed cell of a row, made ready for binding.
type cell struct {
	tables.Cell
	label
	value
	isValue  bool // a number, a sign for none, or blank
	from, to int  // columns of the grid; both 0 where they are not known
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

// longLabel is the most runes that a line of a text flow may have to be one
// cell: the longest label has about forty, and prose lines are longer.
const longLabel = 64

// flowRows reads rows out of the lines of a plain text. A line with tabs is a
// row of its own. Lines of one cell each add up: labels, then numbers; the next
// label starts a new row.
func flowRows(lines []page.Line) []row {
	var out []row
	var open row
	flush := func() {
		if len(open.cells) > 0 {
			out = append(out, open)
		}
		open = row{grid: -1}
	}
	flush()
	for i, l := range lines {
		if strings.ContainsRune(l.Text, '\t') {
			flush()
			out = append(out, row{grid: -1, lines: []int{i}, cells: fields(l)})
			continue
		}
		if utf8.RuneCountInString(l.Text) > longLabel {
			flush()
			continue
		}
		c := flowCell(l, l.Text, 0)
		if c.blank() {
			continue
		}
		if n := len(open.cells); n > 0 && !c.isValue && open.cells[n-1].isValue {
			flush()
		}
		open.cells = append(open.cells, c)
		open.lines = append(open.lines, i)
	}
	flush()
	return out
}

func fields(l page.Line) []*cell {
	var out []*cell
	for i, text := range strings.Split(l.Text, "\t") {
		out = append(out, flowCell(l, text, i))
	}
	return out
}

func flowCell(l page.Line, text string, col int) *cell {
	c := newCell(tables.Cell{Text: cjk.Squeeze(text), Col: col, RowSpan: 1, ColSpan: 1, Line: l.Number, Page: l.Page})
	c.from, c.to = 0, 0
	return &c
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
