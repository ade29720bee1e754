package tables

import (
	"strings"
	"testing"

	"nianbao/page"
)

// sketch draws a page from text, so that a test shows the table that it means:
// one column is 10 points wide, Chinese takes two columns, and one line is 20
// points high. + - | are rules, everything else is printed, at 8 points.
func sketch(drawing string) *page.Page {
	const wide, high, em = 10.0, 20.0, 8.0
	p := &page.Page{Number: 1, Width: 1000, Height: 1000}
	var rows [][]rune
	for line := range strings.SplitSeq(strings.Trim(drawing, "\n"), "\n") {
		rows = append(rows, columnsOfText(line))
	}
	at := func(r, c int) rune {
		if r >= len(rows) || c >= len(rows[r]) {
			return ' '
		}
		return rows[r][c]
	}
	across := func(d rune) bool { return d == '-' || d == '+' }
	down := func(d rune) bool { return d == '|' || d == '+' }
	for r, row := range rows {
		for c, ch := range row {
			x, y := float64(c)*wide, float64(r)*high
			if across(ch) && across(at(r, c+1)) {
				p.Rules = append(p.Rules, page.Rule{X0: x, X1: x + wide, Y0: y, Y1: y, Width: 0.5})
			}
			if down(ch) && down(at(r+1, c)) {
				p.Rules = append(p.Rules, page.Rule{X0: x, X1: x, Y0: y, Y1: y + high, Width: 0.5})
			}
			if !strings.ContainsRune("+-| ", ch) && ch != 0 {
				width := em
				if ch >= 0x2E80 {
					width = 2*wide - 2
				}
				p.Glyphs = append(p.Glyphs, page.Glyph{
					Text: string(ch), Size: em, X: x, Y: y + em/2,
					Box: page.Box{X0: x, Y0: y - em/2, X1: x + width, Y1: y + em/2},
				})
			}
		}
	}
	return p
}

// columnsOfText gives the character in each column; 0 beside a Chinese one.
func columnsOfText(line string) []rune {
	var out []rune
	for _, r := range line {
		out = append(out, r)
		if r >= 0x2E80 {
			out = append(out, 0)
		}
	}
	return out
}

// shape gives the cells of a grid as row,col+rowspan×colspan=text.
func shape(g Grid) []string {
	var out []string
	for _, c := range g.Cells {
		s := string(rune('0'+c.Row)) + "," + string(rune('0'+c.Col))
		if c.RowSpan > 1 || c.ColSpan > 1 {
			s += "+" + string(rune('0'+c.RowSpan)) + "×" + string(rune('0'+c.ColSpan))
		}
		out = append(out, s+"="+c.Text)
	}
	return out
}

func wantShape(t *testing.T, g Grid, want ...string) {
	t.Helper()
	if got := strings.Join(shape(g), " "); got != strings.Join(want, " ") {
		t.Errorf("cells\n got %s\nwant %s", got, strings.Join(want, " "))
	}
}
