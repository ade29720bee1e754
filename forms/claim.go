package forms

import (
	"slices"
	"strings"

	"nianbao/tables"
)

// leftOver reports the rows with words and numbers that stand within a table
// and fit nothing of it.
func (b *binder) leftOver(out *Binding, t found) {
	if len(t.data) == 0 {
		return
	}
	for i := t.data[0]; i < t.end; i++ {
		r := b.rows[i]
		if !slices.Contains(t.data, i) && !slices.Contains(t.header, i) && !b.taken[i] && r.numbers() > 0 && len(r.labels()) > 0 {
			out.Unknown = append(out.Unknown, b.loose(t.id, "", i))
		}
	}
}

func (b *binder) loose(table, id string, i int) Loose {
	r := b.rows[i]
	l := Loose{Table: table, Row: id, Text: joined(r)}
	for _, c := range r.cells {
		if strings.TrimSpace(c.Text) != "" {
			l.Page, l.Box, l.Line = c.Page, c.Box, c.Line
			break
		}
	}
	return l
}

// slice gives the rows of a table as a grid of their own.
func (b *binder) slice(t found) tables.Grid {
	if b.rows[t.start].grid < 0 {
		return b.flowGrid(t)
	}
	var out tables.Grid
	for i := t.start; i < t.end; {
		n, from := b.rows[i].grid, b.rows[i].index
		for i < t.end && b.rows[i].grid == n {
			i++
		}
		part := b.grids[n].Slice(from, b.rows[i-1].index+1)
		if out.Rows == 0 {
			out = part
		} else {
			out = tables.Join(out, part)
		}
	}
	return out
}

// flowGrid lays the rows of a text flow out as a grid: one row each.
func (b *binder) flowGrid(t found) tables.Grid {
	var g tables.Grid
	for i := t.start; i < t.end; i++ {
		r := b.rows[i]
		if !slices.Contains(t.data, i) && !slices.Contains(t.header, i) && r.numbers() == 0 {
			continue
		}
		for k, c := range r.cells {
			out := c.Cell
			out.Row, out.Col = g.Rows, k
			g.Cells = append(g.Cells, out)
		}
		g.Cols = max(g.Cols, len(r.cells))
		g.Rows++
	}
	return g
}

// claim marks the lines of a text flow that the table took. Of its first row,
// where that was put together from lines of one cell each, the lines before the
// first word of the table are not its own: a heading may stand there. Of a table
// laid out with blanks, every line down to its last row is its own.
func (b *binder) claim(t found) {
	spaced := slices.ContainsFunc(t.data, func(i int) bool { return b.rows[i].spaced })
	for i := t.start; i < t.end; i++ {
		r := b.rows[i]
		if r.grid >= 0 {
			return
		}
		data, header := slices.Contains(t.data, i), slices.Contains(t.header, i)
		if !data && !header && i != t.start && r.numbers() == 0 && !spaced {
			continue
		}
		lines := r.lines
		if len(lines) > 1 && (i == t.start || data && i == t.data[0]) {
			lines = lines[b.firstWord(t.id, r):]
		}
		b.claimed = append(b.claimed, lines...)
	}
}

// firstWord is the index of the first cell of a row that is a word of the
// table: of its band, its header or its labels, in any edition.
func (b *binder) firstWord(table string, r row) int {
	for k, c := range r.cells {
		if c.isValue {
			return k
		}
		for _, s := range b.script {
			if s.table != table {
				continue
			}
			if alike(c.label, s.group) >= leastAlike || slices.ContainsFunc(s.names, func(n label) bool { return alike(c.label, n) >= leastAlike }) {
				return k
			}
		}
	}
	return 0
}
