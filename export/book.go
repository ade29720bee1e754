package export

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"nianbao/forms"
	"nianbao/report"
)

// book is a workbook being written. Its methods do nothing after the first
// error, which finish returns; so the code that lays sheets out reads as a
// list of what is on them.
type book struct {
	f       *excelize.File
	r       *report.Report
	plan    []formSheet
	facts   map[string]*forms.Fact
	marks   map[string]mark
	styles  map[look]int
	places  map[string]spot // by fact key, table/row and table
	notes   []*note
	formats *checkFormats
	err     error
}

// spot is a cell of a sheet.
type spot struct {
	sheet string
	cell  cell
}

// link is the spot as the target of a hyperlink within the workbook.
func (s spot) link() string { return "'" + s.sheet + "'!" + s.cell.name() }

func (c cell) name() string {
	n, err := excelize.CoordinatesToCellName(c.col, c.row)
	if err != nil {
		panic(err) // the sheets are laid out far from the limits of a spreadsheet
	}
	return n
}

func (b *book) try(err error) {
	if b.err == nil {
		b.err = err
	}
}

// text writes a text as a text, whatever it looks like, and drops what XML
// cannot hold. A text that would turn into a formula when somebody edits the
// cell gets the text format, which keeps it a text.
func (b *book) text(s spot, v string, l look) {
	v = printable(v)
	if v != "" && strings.ContainsRune("=+-@", rune(v[0])) {
		l.number = "@"
	}
	b.style(s, s.cell, l)
	if v != "" {
		b.try(b.f.SetCellStr(s.sheet, s.cell.name(), v))
	}
}

// number writes a number with the decimals that it was printed with; nil
// leaves the cell empty. A number that a spreadsheet cannot hold exactly is
// written as a text with a note.
func (b *book) number(s spot, n *forms.Number, l look) {
	if n == nil {
		b.style(s, s.cell, l)
		return
	}
	if significant(n.String()) > exactDigits {
		l.number = "@"
		b.text(s, n.String(), l)
		b.note(s, wordTooLong)
		return
	}
	l.number = "0"
	if d := n.Decimals(); d > 0 {
		l.number = "0." + strings.Repeat("0", d)
	}
	b.style(s, s.cell, l)
	b.try(b.f.SetCellDefault(s.sheet, s.cell.name(), n.String()))
}

// integer writes a count.
func (b *book) integer(s spot, n int, l look) {
	v := forms.Int(int64(n))
	b.number(s, &v, l)
}

// formula writes a formula and the value that it has now, for programs that
// show a workbook without computing it.
func (b *book) formula(s spot, formula string, value forms.Number, l look) {
	b.style(s, s.cell, l)
	b.try(b.f.SetCellDefault(s.sheet, s.cell.name(), value.String()))
	b.try(b.f.SetCellFormula(s.sheet, s.cell.name(), formula))
}

// merge makes one cell of the area from s to a cell and draws it in one look.
func (b *book) merge(s spot, to cell, l look) {
	b.style(s, to, l)
	if s.cell != to {
		b.try(b.f.MergeCell(s.sheet, s.cell.name(), to.name()))
	}
}

// linkTo makes the cell jump to a place of the workbook.
func (b *book) linkTo(s, target spot) {
	b.try(b.f.SetCellHyperLink(s.sheet, s.cell.name(), target.link(), "Location"))
}

// find gives the spot of the cell, or of the row, or of the table, whichever
// is the narrowest that stands on a sheet.
func (b *book) find(table, row, col string) (spot, bool) {
	for _, key := range []string{table + "/" + row + "/" + col, table + "/" + row, table} {
		if s, ok := b.places[key]; ok {
			return s, true
		}
	}
	return spot{}, false
}

// exactDigits is how many significant digits a spreadsheet keeps of a number.
const exactDigits = 15

// significant counts the significant digits of a plain decimal.
func significant(s string) int {
	digits := strings.ReplaceAll(strings.TrimLeft(s, "+-"), ".", "")
	return len(strings.Trim(digits, "0"))
}

// printable drops the characters that XML 1.0 cannot hold.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == utf8.RuneError, r == 0xFFFE, r == 0xFFFF:
			return -1
		case r < ' ' && r != '\t' && r != '\n':
			return -1
		}
		return r
	}, s)
}
