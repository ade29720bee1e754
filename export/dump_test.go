package export

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/checks"
)

type finding = checks.Finding

// dump writes a workbook as text, a sheet after the other: its merged areas,
// then each cell with its value or formula, its number format, its fill, its
// link and its comment.
func dump(t *testing.T, f *excelize.File) string {
	t.Helper()
	var out strings.Builder
	for _, sheet := range f.GetSheetList() {
		fmt.Fprintf(&out, "== %s\n", sheet)
		merged, err := f.GetMergeCells(sheet)
		if err != nil {
			t.Fatal(err)
		}
		var refs []string
		covered := map[string]bool{}
		for _, m := range merged {
			refs = append(refs, m.GetStartAxis()+":"+m.GetEndAxis())
			for _, c := range cellsOf(m)[1:] {
				covered[c.name()] = true
			}
		}
		fmt.Fprintf(&out, "merged %s\n", strings.Join(refs, " "))
		notes := map[string]string{}
		comments, err := f.GetComments(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range comments {
			notes[c.Cell] = c.Paragraph[0].Text
		}
		dumpCells(t, &out, f, sheet, notes, covered)
	}
	return out.String()
}

// cellsOf lists the cells of a merged area, the one with its value first.
func cellsOf(m excelize.MergeCell) []cell {
	x0, y0, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
	x1, y1, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
	var cells []cell
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			cells = append(cells, cell{x, y})
		}
	}
	return cells
}

func dumpCells(t *testing.T, out *strings.Builder, f *excelize.File, sheet string, notes map[string]string, covered map[string]bool) {
	size, err := f.GetSheetDimension(sheet)
	if err != nil {
		t.Fatal(err)
	}
	last := size[strings.LastIndex(size, ":")+1:]
	cols, rows, err := excelize.CellNameToCoordinates(last)
	if err != nil {
		t.Fatal(err)
	}
	for y := 1; y <= rows; y++ {
		for x := 1; x <= cols; x++ {
			name := cell{x, y}.name()
			if covered[name] {
				continue
			}
			if line := dumpCell(t, f, sheet, name, notes[name]); line != "" {
				fmt.Fprintf(out, "%s %s\n", name, line)
			}
		}
	}
}

func dumpCell(t *testing.T, f *excelize.File, sheet, name, note string) string {
	value, err := f.GetCellValue(sheet, name, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	kind, _ := f.GetCellType(sheet, name)
	formula, _ := f.GetCellFormula(sheet, name)
	switch {
	case formula != "":
		parts = append(parts, "="+formula+" → "+value)
	case kind == excelize.CellTypeSharedString:
		parts = append(parts, fmt.Sprintf("%q", value))
	case value != "":
		parts = append(parts, value)
	}
	id, _ := f.GetCellStyle(sheet, name)
	s, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	if s.CustomNumFmt != nil && *s.CustomNumFmt != "0" && formula == "" {
		parts = append(parts, "["+*s.CustomNumFmt+"]")
	}
	if len(s.Fill.Color) > 0 && slices.Contains([]string{colourError, colourTouch, colourOdd, colourNotice, hatchInk}, s.Fill.Color[0]) {
		parts = append(parts, "#"+s.Fill.Color[0])
	}
	if linked, target, _ := f.GetCellHyperLink(sheet, name); linked {
		parts = append(parts, "→ "+target)
	}
	if note != "" {
		parts = append(parts, fmt.Sprintf("note %q", note))
	}
	return strings.Join(parts, " ")
}

var target = regexp.MustCompile(`^'(.+)'!([A-Z]+[0-9]+)$`)

// Every link goes to a cell of a sheet that is there, and a fact's link to the
// cell that holds its value.
func TestXLSXLinks(t *testing.T) {
	r := mixed()
	f := open(t, workbook(t, r))
	seen := 0
	for _, sheet := range f.GetSheetList() {
		cells, err := f.GetHyperLinkCells(sheet, "Location")
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cells {
			_, to, _ := f.GetCellHyperLink(sheet, c)
			m := target.FindStringSubmatch(to)
			if m == nil || !slices.Contains(f.GetSheetList(), m[1]) {
				t.Errorf("%s %s links to %q", sheet, c, to)
				continue
			}
			seen++
			if sheet != sheetFacts {
				continue
			}
			there, _ := f.GetCellValue(m[1], m[2])
			here, _ := f.GetCellValue(sheet, strings.Replace(c, "Q", "G", 1))
			if there != here {
				t.Errorf("fact %s prints %q, its link leads to %q", c, here, there)
			}
		}
	}
	if seen < len(r.Facts) {
		t.Errorf("%d links for %d facts", seen, len(r.Facts))
	}
}
