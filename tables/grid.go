// Package tables finds tables on pages: from drawn rules to cells with row and
// column spans, the text of each cell in reading order, and the parts of one
// table on following pages joined.
//
// Goal: the grid that the page shows, with the place of every cell.
// Non-goal: what a cell means; that is the business of package forms.
package tables

import (
	"cmp"
	"slices"

	"nianbao/page"
)

// Grid is one table: cells on a lattice of rows and columns, numbered from 0.
// Cells are ordered by row, then column; each lattice place is covered by at
// most one cell.
type Grid struct {
	Rows  int    `json:"rows"`
	Cols  int    `json:"cols"`
	Cells []Cell `json:"cells"`
	// Parts holds one region for each page that the table stands on, in order.
	Parts []Part `json:"-"`
	// xs are the places of the columns' edges in points, for joining parts.
	xs []float64
	// flows are the columns' print where the table has no drawn sides.
	flows []band
}

// Part is the region of a table on one page.
type Part struct {
	Page int      `json:"page,omitempty"`
	Box  page.Box `json:"box"`
}

// Cell is one cell of a grid.
type Cell struct {
	Row     int       `json:"row"`
	Col     int       `json:"col"`
	RowSpan int       `json:"rowspan"`
	ColSpan int       `json:"colspan"`
	Text    string    `json:"text"`
	Page    int       `json:"page,omitempty"`
	Box     *page.Box `json:"box,omitempty"`
	Line    int       `json:"line,omitempty"` // of a plain-text file
}

// Covers reports whether the cell covers the lattice place.
func (c Cell) Covers(row, col int) bool {
	return row >= c.Row && row < c.Row+c.RowSpan && col >= c.Col && col < c.Col+c.ColSpan
}

// Slice gives the rows from (inclusive) to (exclusive) as a grid of their own;
// cells that reach over the cut are shortened. The receiver is not changed.
func (g Grid) Slice(from, to int) Grid {
	s := Grid{Rows: to - from, Cols: g.Cols}
	for _, c := range g.Cells {
		top, bottom := max(c.Row, from), min(c.Row+c.RowSpan, to)
		if top >= bottom {
			continue
		}
		c.Row, c.RowSpan = top-from, bottom-top
		s.Cells = append(s.Cells, c)
		s.addPart(c)
	}
	sortCells(s.Cells)
	return s
}

// addPart widens the part of the cell's page to hold the cell.
func (g *Grid) addPart(c Cell) {
	if c.Box == nil {
		return
	}
	for i := range g.Parts {
		if g.Parts[i].Page == c.Page {
			g.Parts[i].Box = g.Parts[i].Box.Union(*c.Box)
			return
		}
	}
	g.Parts = append(g.Parts, Part{c.Page, *c.Box})
	slices.SortFunc(g.Parts, func(a, b Part) int { return cmp.Compare(a.Page, b.Page) })
}

func sortCells(cells []Cell) {
	slices.SortFunc(cells, func(a, b Cell) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col))
	})
}
