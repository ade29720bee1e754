package forms

import (
	"regexp"
	"slices"
	"strings"

	"nianbao/internal/cjk"
	"nianbao/tables"
)

// read turns the rows of one table into facts of its edition.
func (b *binder) read(out *Binding, t found, e Edition) {
	form, _ := e.Table(t.id)
	for k := range t.layout {
		t.layout[k].pairs, _ = pairColumns(t.layout[k].printed, form.Columns)
	}
	bound := Bound{ID: t.id, Edition: e.ID, Grid: b.slice(t)}
	facts, undecided, seen := b.readRows(out, t, form)
	if b.piled(t) && (b.orphans(t) || form.contradicted(facts)) {
		facts, undecided = nil, t.data
	}
	for _, i := range undecided {
		out.Undecided = append(out.Undecided, b.loose(t.id, t.ids[slices.Index(t.data, i)], i))
	}
	for _, r := range form.Rows {
		if seen[r.ID] {
			bound.Found = append(bound.Found, r.ID)
		} else {
			bound.Missing = append(bound.Missing, r.ID)
		}
	}
	rankFacts(facts, form)
	out.Facts = append(out.Facts, facts...)
	out.Tables = append(out.Tables, bound)
	b.leftOver(out, t)
	b.claim(t)
}

// readRows gives the facts of the rows that the form has, the rows whose values
// cannot be told apart, and the ids of both.
func (b *binder) readRows(out *Binding, t found, form Table) (facts []Fact, undecided []int, seen map[string]bool) {
	seen = map[string]bool{}
	for k, i := range t.data {
		line, ok := formRow(form, t.ids[k])
		if !ok || seen[line.ID] {
			out.Unknown = append(out.Unknown, b.loose(t.id, "", i))
			continue
		}
		seen[line.ID] = true
		got, ok := b.readRow(t, form, line, i)
		if !ok {
			undecided = append(undecided, i)
		}
		facts = append(facts, got...)
	}
	return facts, undecided, seen
}

// formRow finds a row of the form; a table without row labels has one, unnamed.
func formRow(form Table, id string) (Line, bool) {
	if len(form.Rows) == 0 {
		return Line{}, id == ""
	}
	i := slices.IndexFunc(form.Rows, func(l Line) bool { return l.ID == id })
	if i < 0 {
		return Line{}, false
	}
	return form.Rows[i], true
}

// readRow gives the facts of one row. ok is false where a printed value could
// not be given a column with certainty; such a row gives no fact at all.
func (b *binder) readRow(t found, form Table, line Line, i int) ([]Fact, bool) {
	r := b.rows[i]
	var cells []*cell
	var texts []string
	ok := false
	if r.grid >= 0 {
		cells, texts, ok = b.gridValues(t.layoutOf(r.grid), form, r)
	} else {
		cells, ok = b.flowValues(t, form, i)
		ok = ok && (!b.piled(t) || b.regular(t, form) || form.bornOut(cells))
	}
	if !ok {
		return nil, false
	}
	name := printedLabel(r, line)
	var facts []Fact
	for k, c := range cells {
		if c == nil {
			continue
		}
		col := form.Columns[k]
		heading := col.Label()
		if texts != nil && texts[k] != "" {
			heading = texts[k]
		}
		facts = append(facts, newFact(form, line, col, c, name, heading))
	}
	return facts, true
}

// gridValues gives, for each column of the form, the cell of the row and the
// printed heading; nil where the table has no such column.
func (b *binder) gridValues(l layout, form Table, r row) (cells []*cell, texts []string, ok bool) {
	values := valueCells(r, l.start)
	if len(l.printed) == 0 {
		cells, ok = countOut(values, form)
		return cells, nil, ok
	}
	placed, ok := place(values, l.printed)
	if !ok {
		return nil, nil, false
	}
	cells, texts = make([]*cell, len(form.Columns)), make([]string, len(form.Columns))
	for k, j := range l.pairs {
		if j >= 0 {
			cells[j], texts[j] = placed[k], l.printed[k].text
		}
	}
	return cells, texts, true
}

// valueCells gives the cells of a row from the first value column on. A cell
// that reaches down from a row above was read there.
func valueCells(r row, start int) []*cell {
	var out []*cell
	for _, c := range r.cells {
		if c.from >= start && c.Row == r.index {
			out = append(out, c)
		}
	}
	return out
}

// flowValues gives the values of a row of a text flow: what follows its last
// words. Where blanks are lost in a row laid out with blanks, the places of the
// values tell their columns.
func (b *binder) flowValues(t found, form Table, i int) ([]*cell, bool) {
	values := trailing(b.rows[i])
	if cells, ok := countOut(values, form); ok {
		return cells, true
	}
	if !b.rows[i].spaced {
		return nil, false
	}
	return b.byPlace(t, form, i, values)
}

func trailing(r row) []*cell {
	start := 0
	for k, c := range r.cells {
		if !c.isValue {
			start = k + 1
		}
	}
	return r.cells[start:]
}

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

// printedLabel is the label of a row as printed: of its label cells, one after
// the other, the run that is most like the form's label; else the last.
func printedLabel(r row, line Line) string {
	if line.ID == "" {
		return ""
	}
	cells := r.labels()
	if r.around != nil {
		cells = r.around
	}
	best, text := 0.0, line.Label()
	names := line.wordings()
	for i := range cells {
		joined := ""
		for j := i; j < len(cells); j++ {
			joined += cells[j].Text
			for _, n := range names {
				if a := alike(newLabel(joined), n); a > best {
					best, text = a, joined
				}
			}
		}
	}
	return text
}

// inBrackets finds the unit in a printed heading: （单位：万元）, (元).
var inBrackets = regexp.MustCompile(`\((?:单位:?)?(亿元|万元|元|件|项|个|条)\)`)

func newFact(form Table, line, col Line, c *cell, name, heading string) Fact {
	f := Fact{
		Table: form.ID, Row: line.ID, Col: col.ID, Value: c.number, Raw: c.Text, Unit: form.unit(col),
		Kind: c.kind, Label: []string{name, heading}, Page: c.Page, Box: c.Box, Line: c.Line,
	}
	if col.Row != "" {
		f.Row = col.Row
		f.Label[0] = col.Path[len(col.Path)-2]
	}
	if m := inBrackets.FindStringSubmatch(cjk.Fold(heading)); m != nil {
		f.Unit = m[1]
	}
	if c.unit != "" {
		f.Unit = c.unit
	}
	return f
}

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
		if len(t.data) > 0 && i == t.data[0] && len(lines) > 1 {
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
