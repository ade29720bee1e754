package export

import (
	"strings"

	"nianbao/checks"
	"nianbao/forms"
)

var findingWidths = []float64{7, 13, 17, 27, 13, 10, 10, 9, 10, 48, 15, 12}

// findingList writes the findings, coloured by severity, and under them the
// rules that could not be assessed.
func (b *book) findingList() {
	b.columns(sheetFindings, findingWidths)
	b.header(sheetFindings, 1, findingHead)
	row := 2
	for _, f := range b.r.Findings {
		b.finding(row, f)
		row++
	}
	if row == 2 {
		b.span(row, wordNoFindings, lookCell)
		row++
	}
	b.filter(sheetFindings, cell{len(findingHead), row - 1})
	row = b.unassessed(row + 1)
	b.freeze(sheetFindings, 1)
	b.printed(sheetFindings, true, 1, cell{len(findingWidths), row - 1})
}

// span writes a text over the whole row.
func (b *book) span(row int, text string, l look) {
	at := spot{sheetFindings, cell{1, row}}
	b.merge(at, cell{len(findingWidths), row}, l)
	b.text(at, text, l)
	b.height(sheetFindings, row, 22)
}

func (b *book) finding(row int, f checks.Finding) {
	at := func(col int) spot { return spot{sheetFindings, cell{col, row}} }
	fill := fillOf(f.Severity)
	b.text(at(1), severityWord[f.Severity], lookValue.filled(fill))
	b.text(at(2), nameOf(string(f.Rule)), lookCell.filled(fill))
	table, line, column := b.words(f.Table, f.Row, f.Col)
	for i, s := range []string{table, line, column} {
		b.text(at(3+i), s, lookCell)
	}
	for i, n := range []*forms.Number{f.Left, f.Right, f.Delta} {
		b.number(at(6+i), n, lookCell.aligned("right"))
	}
	b.text(at(9), classWord[f.Class], lookValue)
	b.text(at(10), f.Message, lookCell)
	b.jump(at(11), f.Table, f.Row, f.Col)
	b.text(at(12), f.ID, lookCell)
	b.height(sheetFindings, row, max(height(f.Message, findingWidths[9]), height(line, findingWidths[3]), height(f.ID, findingWidths[11])))
}

// unassessed writes the rules that could not be assessed.
func (b *book) unassessed(row int) int {
	b.span(row, wordUnassessed, lookGroup)
	row++
	if len(b.r.Unassessed) == 0 {
		b.span(row, wordNoneLeftOut, lookCell)
		return row + 1
	}
	at := func(col int) spot { return spot{sheetFindings, cell{col, row}} }
	b.header(sheetFindings, row, unassessedHead)
	b.merge(at(6), cell{10, row}, lookHead)
	b.text(at(11), labelPlace, lookHead)
	row++
	for _, u := range b.r.Unassessed {
		b.text(at(1), "", lookValue)
		b.text(at(2), nameOf(string(u.Rule)), lookCell)
		table, line, column := b.words(u.Table, u.Row, u.Col)
		for i, s := range []string{table, line, column} {
			b.text(at(3+i), s, lookCell)
		}
		missing := b.missingTerms(u)
		b.merge(at(6), cell{10, row}, lookCell)
		b.text(at(6), missing, lookCell)
		b.jump(at(11), u.Table, u.Row, u.Col)
		b.height(sheetFindings, row, max(height(missing, sum(findingWidths[5:10])), height(line, findingWidths[3])))
		row++
	}
	return row
}

// missingTerms names the cells that lack a number, by what sets them apart
// from the cell of the rule: their row, or in its own row their column.
func (b *book) missingTerms(u checks.Unassessed) string {
	var out []string
	for _, key := range u.Missing {
		table, rest, _ := strings.Cut(key, "/")
		row, col, _ := strings.Cut(rest, "/")
		_, line, column := b.words(table, row, col)
		switch {
		case row == u.Row:
			out = append(out, column)
		case col == u.Col:
			out = append(out, line)
		default:
			out = append(out, line+"·"+column)
		}
	}
	return strings.Join(out, wordAnd)
}

// jump links a cell to the place on the form that a finding is about.
func (b *book) jump(s spot, table, row, col string) {
	b.text(s, "", lookLink)
	if target, ok := b.find(table, row, col); ok {
		b.text(s, target.sheet+"!"+target.cell.name(), lookLink)
		b.linkTo(s, target)
	}
}

// words gives the form's own words for a table, a row and a column, or the ids
// for what is not on a sheet of the form.
func (b *book) words(table, row, col string) (string, string, string) {
	for _, s := range b.plan {
		for _, t := range s.tables {
			if t.ID == table {
				line, column := wordsOf(t.Table, row, col)
				return s.nameOfTable(t.Table), line, column
			}
		}
	}
	return table, row, col
}

// wordsOf gives the labels of a row and a column. Where rows have no labels
// the outer labels of their columns name them.
func wordsOf(t forms.Table, row, col string) (line, column string) {
	line, column = row, col
	for _, r := range t.Rows {
		if r.ID == row {
			line = r.Label()
		}
	}
	for _, c := range t.Columns {
		if c.ID == col && (c.Row == "" || c.Row == row) {
			column = c.Label()
		}
		if c.Row != "" && c.Row == row {
			line = strings.Join(c.Path[:len(c.Path)-1], "·")
		}
	}
	return line, column
}
