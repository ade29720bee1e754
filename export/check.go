package export

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/forms"
)

// equation is one sum of the form over cells of a sheet: what the left cells
// hold less what the right ones hold.
type equation struct {
	at          spot
	to          cell // it fills the cells from at to here
	left, right []cell
	value       forms.Number // left − right as printed
}

// formula computes left − right. SUM takes texts and empty cells for nothing,
// and the rounding takes out the noise of binary fractions.
func (e equation) formula() string {
	return fmt.Sprintf("ROUND(SUM(%s)-SUM(%s),6)", refs(e.left), refs(e.right))
}

// lacking is true where a term of the equation holds no number.
func (e equation) lacking() string {
	all := append(append([]cell{}, e.left...), e.right...)
	return fmt.Sprintf("COUNT(%s)<%d", refs(all), len(all))
}

// refs lists cells as arguments of a function, runs of neighbours as ranges.
func refs(cells []cell) string {
	var out []string
	for i := 0; i < len(cells); {
		j := i
		for j+1 < len(cells) && cells[j+1].col == cells[i].col && cells[j+1].row == cells[j].row+1 {
			j++
		}
		if j == i {
			for j+1 < len(cells) && cells[j+1].row == cells[i].row && cells[j+1].col == cells[j].col+1 {
				j++
			}
		}
		ref := cells[i].name()
		if j > i {
			ref += ":" + cells[j].name()
		}
		out = append(out, ref)
		i = j + 1
	}
	return strings.Join(out, ",")
}

// checks writes the formulas for the sums of a table: those that run down
// columns in rows from row+1 on, those that run along rows to the right of
// the table. It gives the first row and the last column after them.
func (b *book) checks(sheet string, l layout, row int) (next, right int) {
	next, right = row, l.width()
	for _, s := range l.table.Sums {
		if next == row && (s.Per == forms.PerColumn || len(l.table.Rows) == 0) {
			b.height(sheet, next, 8)
			next++
		}
		switch {
		case s.Per == forms.PerColumn:
			b.checkColumns(sheet, l, s, next)
			next++
		case len(l.table.Rows) > 0:
			right += 2
			b.checkRows(sheet, l, s, right)
		default:
			b.checkGroups(sheet, l, s, next)
			next += 2
		}
	}
	return next, right
}

// checkColumns writes a row of formulas, one under each column.
func (b *book) checkColumns(sheet string, l layout, s forms.Sum, row int) {
	at := spot{sheet, cell{1, row}}
	b.merge(at, cell{l.labels, row}, lookCheckLabel)
	b.text(at, checkTitle(s.Rule), lookCheckLabel)
	b.height(sheet, row, 30)
	for i, c := range l.table.Columns {
		first, last := l.column(i)
		pair := func(id string) [2]string { return [2]string{id, c.ID} }
		b.equation(b.solve(l, s, pair, spot{sheet, cell{first, row}}, cell{last, row}))
	}
}

// checkRows writes a column of formulas, one beside each row.
func (b *book) checkRows(sheet string, l layout, s forms.Sum, col int) {
	b.width(sheet, col-1, 1.5)
	b.width(sheet, col, 13)
	at := spot{sheet, cell{col, l.head}}
	look := lookCheckLabel.aligned("center")
	b.merge(at, cell{col, l.body - 1}, look)
	b.text(at, checkTitle(s.Rule), look)
	for i, r := range l.table.Rows {
		pair := func(id string) [2]string { return [2]string{r.ID, id} }
		place := cell{col, l.body + i}
		b.equation(b.solve(l, s, pair, spot{sheet, place}, place))
	}
}

// checkGroups writes formulas under a table of one row, each under the columns
// whose sum it checks.
func (b *book) checkGroups(sheet string, l layout, s forms.Sum, row int) {
	at := spot{sheet, cell{1, row}}
	b.merge(at, cell{l.width(), row}, lookCheckLabel)
	b.text(at, checkTitle(s.Rule), lookCheckLabel)
	b.height(sheet, row, 30)
	for i := 0; i < len(l.table.Columns); {
		group := l.table.Columns[i].Row
		j := i
		for j+1 < len(l.table.Columns) && l.table.Columns[j+1].Row == group {
			j++
		}
		first, _ := l.column(i)
		_, last := l.column(j)
		pair := func(id string) [2]string { return [2]string{group, id} }
		b.equation(b.solve(l, s, pair, spot{sheet, cell{first, row + 1}}, cell{last, row + 1}))
		i = j + 1
	}
	b.height(sheet, row+1, 21)
}

// solve finds the cells of a sum's terms and what they amount to.
func (b *book) solve(l layout, s forms.Sum, pair func(string) [2]string, at spot, to cell) equation {
	e := equation{at: at, to: to}
	side := func(ids []string) (cells []cell, total forms.Number) {
		for _, id := range ids {
			p := pair(id)
			if place, ok := l.areaOf(p[0], p[1]); ok {
				cells = append(cells, place.from)
			}
			f := b.facts[l.table.ID+"/"+p[0]+"/"+p[1]]
			if f != nil && f.Value != nil && significant(f.Value.String()) <= exactDigits {
				total = total.Add(*f.Value)
			}
		}
		return cells, total
	}
	left, l1 := side(s.Left)
	right, r1 := side(s.Right)
	e.left, e.right, e.value = left, right, l1.Sub(r1)
	return e
}

// equation writes the formula of an equation and colours it: amber where a
// term has no number, else green for 0 and red for a difference.
func (b *book) equation(e equation) {
	if len(e.left) == 0 || len(e.right) == 0 {
		return
	}
	b.merge(e.at, e.to, lookCheck)
	b.formula(e.at, e.formula(), e.value, lookCheck)
	f := b.checkFormats()
	b.try(b.f.SetConditionalFormat(e.at.sheet, e.at.cell.name(), []excelize.ConditionalFormatOptions{
		{Type: "formula", Criteria: e.lacking(), Format: &f.lacking, StopIfTrue: true},
		{Type: "cell", Criteria: "!=", Value: "0", Format: &f.bad},
		{Type: "cell", Criteria: "==", Value: "0", Format: &f.good},
	}))
}

// checkFormats holds the conditional styles of the checks.
type checkFormats struct{ lacking, bad, good int }

// checkFormats makes the styles on first use.
func (b *book) checkFormats() checkFormats {
	if b.formats != nil {
		return *b.formats
	}
	style := func(fill, ink string, number *string) int {
		id, err := b.f.NewConditionalStyle(&excelize.Style{
			Font:         &excelize.Font{Color: ink},
			Fill:         excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}},
			CustomNumFmt: number,
		})
		b.try(err)
		return id
	}
	b.formats = &checkFormats{
		lacking: style(colourOdd, inkOdd, new(numberLacking)),
		bad:     style(colourError, inkBad, nil),
		good:    style(colourGood, inkGood, nil),
	}
	return *b.formats
}

// Number formats of a check: of a difference above, below and at nothing.
const (
	numberCheck   = `+General;-General;"` + wordTick + `"`
	numberLacking = `"` + wordLackNumber + ` "+General;"` + wordLackNumber + ` "-General;"` + wordLackNumber + `"`
)

var (
	lookCheck      = look{font: faceText, size: 10.5, bordered: true, across: "center", number: numberCheck}
	lookCheckLabel = look{font: faceText, size: 9.5, bordered: true, wrap: true, fill: colourBand}
)

// checkTitle heads the formulas of a rule.
func checkTitle(rule string) string {
	title := wordCheck + "：" + nameOf(rule)
	if states := ruleNames[rule].states; states != "" {
		title += "\n" + states
	}
	return title
}
