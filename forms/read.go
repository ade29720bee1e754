package forms

import (
	"regexp"
	"slices"

	"nianbao/internal/cjk"
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
