package export

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/forms"
	"nianbao/segment"
)

var textWidths = []float64{6, 9, 24, 76, 7}

// longestPiece is how many characters of a paragraph one row holds: what fits
// in the tallest row, well under the 32767 that a cell can keep.
const longestPiece = 850

// sections writes the text of the report, one paragraph a row. A paragraph too
// long for a row goes on in the next, under （续）.
func (b *book) sections() {
	b.columns(sheetText, textWidths)
	head := list(textHead)
	if b.r.Source.Pages == 0 {
		head[4] = wordLine
	}
	b.header(sheetText, 1, head)
	row := b.sectionRows(2, b.r.Sections)
	b.freeze(sheetText, 1)
	b.printed(sheetText, false, 1, cell{len(textWidths), row - 1})
}

func (b *book) sectionRows(row int, sections []segment.Section) int {
	for _, s := range sections {
		label, title := s.Label, s.Title
		place := s.Page + s.Line // a section has one of the two
		for _, p := range paragraphs(s.Text) {
			for i, piece := range pieces(p, longestPiece) {
				if i > 0 {
					label = wordContinued
				}
				b.paragraph(row, s.Level, label, title, piece, place)
				label, title, place = "", "", 0
				row++
			}
		}
		row = b.sectionRows(row, s.Sections)
	}
	return row
}

// paragraph writes one row of the text, set in by its level.
func (b *book) paragraph(row, level int, label, title, text string, place int) {
	at := func(col int) spot { return spot{sheetText, cell{col, row}} }
	look := lookCell
	look.down, look.indent = "top", max(0, level-1)
	heading := look
	if title != "" && level == 1 {
		heading.font = faceTitle
	}
	number := lookValue
	number.down = "top"
	b.integer(at(1), level, number)
	b.text(at(2), label, heading)
	b.text(at(3), title, heading)
	b.text(at(4), text, look)
	if place > 0 {
		b.integer(at(5), place, number)
	} else {
		b.text(at(5), "", number)
	}
	inset := 2 * float64(look.indent)
	b.height(sheetText, row, max(height(text, textWidths[3]-inset), height(title, textWidths[2]-inset)))
}

// paragraphs splits the text of a section; a section without text has one
// empty paragraph, for its heading to stand beside.
func paragraphs(text string) []string {
	return strings.Split(strings.TrimRight(text, "\n"), "\n")
}

// pieces cuts a text into runs of at most so many characters, after the last
// full stop that leaves no piece shorter than half of that.
func pieces(text string, most int) []string {
	rs := []rune(text)
	var out []string
	for len(rs) > most {
		cut := most
		for i := most; i > most/2; i-- {
			if strings.ContainsRune("。；！？", rs[i-1]) {
				cut = i
				break
			}
		}
		out = append(out, string(rs[:cut]))
		rs = rs[cut:]
	}
	return append(out, string(rs))
}

var factWidths = []float64{10, 22, 15, 36, 15, 12, 13, 6, 7, 9, 5, 8, 8, 8, 8, 6, 15}

// factList writes the facts, one a row, for filtering and for programs. Their
// texts are short; one that is not ends at what a cell can hold.
func (b *book) factList() {
	b.columns(sheetFacts, factWidths)
	b.header(sheetFacts, 1, factHead)
	row := 2
	for i := range b.r.Facts {
		row = b.factRows(row, &b.r.Facts[i])
	}
	b.filter(sheetFacts, cell{len(factHead), max(1, row-1)})
	b.freeze(sheetFacts, 1)
	b.printed(sheetFacts, true, 1, cell{len(factWidths), row - 1})
}

// longestCell is how many UTF-16 units a cell holds.
const longestCell = 32767

// factRows writes a fact, and what its text has over one cell in rows of its
// own. It gives the next free row.
func (b *book) factRows(row int, f *forms.Fact) int {
	at := func(col int) spot { return spot{sheetFacts, cell{col, row}} }
	rowLabel, colLabel := labels(*f)
	for i, s := range []string{f.Table, f.Row, f.Col, rowLabel, colLabel} {
		b.text(at(1+i), s, lookCell)
	}
	look := lookCell.aligned("right")
	b.number(at(6), f.Value, look)
	raw := pieces(f.Raw, longestCell/2) // a character may take two units
	b.text(at(7), raw[0], lookValue)
	b.height(sheetFacts, row, max(height(rowLabel, factWidths[3]), height(colLabel, factWidths[4]), height(raw[0], factWidths[6])))
	b.text(at(8), f.Unit, lookValue)
	b.text(at(9), kindWord[f.Kind], lookValue)
	b.number(at(10), f.Suggestion, look)
	b.positive(at(11), f.Page)
	for i, v := range box(f) {
		b.number(at(12+i), v, look)
	}
	b.positive(at(16), f.Line)
	b.text(at(17), "", lookLink)
	if target, ok := b.places[f.Key()]; ok {
		b.text(at(17), target.sheet+"!"+target.cell.name(), lookLink)
		b.linkTo(at(17), target)
	}
	for _, more := range raw[1:] {
		row++
		b.text(at(7), more, lookValue)
		b.height(sheetFacts, row, tallest)
	}
	return row + 1
}

// box gives the four sides of the fact's box to a hundredth of a point.
func box(f *forms.Fact) [4]*forms.Number {
	var sides [4]*forms.Number
	if f.Box == nil {
		return sides
	}
	for i, v := range [...]float64{f.Box.X0, f.Box.Y0, f.Box.X1, f.Box.Y1} {
		if n, err := forms.ParseNumber(shortest(v)); err == nil {
			sides[i] = &n
		}
	}
	return sides
}

// positive writes a page or line number; 0 stands for none.
func (b *book) positive(s spot, n int) {
	if n <= 0 {
		b.text(s, "", lookValue)
		return
	}
	b.integer(s, n, lookValue)
}

// filter puts filter buttons on the header of a list.
func (b *book) filter(sheet string, last cell) {
	b.try(b.f.AutoFilter(sheet, "A1:"+last.name(), []excelize.AutoFilterOptions{}))
}
