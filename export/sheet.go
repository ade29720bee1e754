package export

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// columns sets the widths of the first columns, in characters.
func (b *book) columns(sheet string, widths []float64) {
	for i, w := range widths {
		b.width(sheet, i+1, w)
	}
}

func (b *book) width(sheet string, col int, chars float64) {
	name, err := excelize.ColumnNumberToName(col)
	b.try(err)
	b.try(b.f.SetColWidth(sheet, name, name, chars))
}

// tallest is the greatest height of a row, in points.
const tallest = 409

func (b *book) height(sheet string, row int, points float64) {
	b.try(b.f.SetRowHeight(sheet, row, min(points, tallest)))
}

// freeze keeps the rows down to this one in sight.
func (b *book) freeze(sheet string, row int) {
	b.try(b.f.SetPanes(sheet, &excelize.Panes{
		Freeze: true, YSplit: row, TopLeftCell: cell{1, row + 1}.name(), ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{Pane: "bottomLeft", ActiveCell: cell{1, row + 1}.name(), SQRef: cell{1, row + 1}.name()}},
	}))
}

// printed sets a sheet up for A4, one page wide, with the head rows on every
// page and nothing beyond the last cell.
func (b *book) printed(sheet string, landscape bool, head int, last cell) {
	const a4 = 9
	orientation := "portrait"
	if landscape {
		orientation = "landscape"
	}
	b.try(b.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{
		Size: new(a4), Orientation: &orientation, FitToWidth: new(1), FitToHeight: new(0),
	}))
	b.try(b.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: new(true)}))
	b.try(b.f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{
		Left: new(0.5), Right: new(0.5), Top: new(0.6), Bottom: new(0.7), Header: new(0.3), Footer: new(0.35),
		Horizontally: new(true),
	}))
	b.try(b.f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&C" + wordPageFooter}))
	b.try(b.f.SetSheetView(sheet, 0, &excelize.ViewOptions{ShowGridLines: new(false)}))
	b.try(b.f.SetSheetDimension(sheet, "A1:"+last.name()))
	b.name(sheet, "_xlnm.Print_Area", "$A$1:"+absolute(last))
	if head > 0 {
		b.name(sheet, "_xlnm.Print_Titles", fmt.Sprintf("$1:$%d", head))
	}
}

func (b *book) name(sheet, name, ref string) {
	b.try(b.f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: "'" + sheet + "'!" + ref, Scope: sheet}))
}

func absolute(c cell) string {
	name, err := excelize.CoordinatesToCellName(c.col, c.row, true)
	if err != nil {
		panic(err) // as in cell.name
	}
	return name
}

// header writes the header row of a list.
func (b *book) header(sheet string, row int, words []string) {
	for i, w := range words {
		b.text(spot{sheet, cell{i + 1, row}}, w, lookHead)
	}
	b.height(sheet, row, 21)
}

// textWidth is the width of a text in characters: a Han character and its
// punctuation are two wide.
func textWidth(s string) int {
	w := 0
	for _, r := range s {
		w++
		if r >= 0x2000 {
			w++
		}
	}
	return w
}

// lines is how many lines a text takes in a cell of that width.
func lines(s string, chars float64) int {
	n := 0
	for p := range strings.SplitSeq(s, "\n") {
		n += max(1, ceilDiv(textWidth(p), max(2, int(chars)-1)))
	}
	return n
}

// height is how tall a row must be for a text in a cell of that width, in
// points.
func height(s string, chars float64) float64 { return 14.5*float64(lines(s, chars)) + 6 }

func ceilDiv(a, b int) int { return (a + b - 1) / b }

func sum(vs []float64) (total float64) {
	for _, v := range vs {
		total += v
	}
	return total
}
