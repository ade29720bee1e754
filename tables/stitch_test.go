package tables

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nianbao/page"
)

// sheet makes the sheet of one drawn page.
func sheet(number int, drawing string) Sheet {
	p := sketch(drawing)
	p.Number = number
	grids := Find(p)
	return Sheet{Number: number, Grids: grids, Lines: page.Lines(Outside(p, grids), number)}
}

func TestStitchJoinsALabelThatTheBreakCut(t *testing.T) {
	got := Stitch([]Sheet{
		sheet(1, `
+----------+----+---+
| （三）   | 1.x| 7 |
+----------+----+---+
| （四）无 | 1.y| 8 |
+----------+----+---+`),
		sheet(2, `
+----------+----+---+
| 法提供   | 2.z| 9 |
+          +----+---+
|          | 3.w| 0 |
+----------+----+---+`),
	})
	if len(got) != 1 {
		t.Fatalf("%d tables, want 1", len(got))
	}
	wantShape(t, got[0], "0,0=（三）", "0,1=1.x", "0,2=7",
		"1,0+3×1=（四）无法提供", "1,1=1.y", "1,2=8", "2,1=2.z", "2,2=9", "3,1=3.w", "3,2=0")
	if len(got[0].Parts) != 2 || got[0].Parts[0].Page != 1 || got[0].Parts[1].Page != 2 {
		t.Errorf("parts %+v, want one on each page", got[0].Parts)
	}
}

func TestStitchJoinsARowThatTheBreakCut(t *testing.T) {
	got := Stitch([]Sheet{
		sheet(1, `
+------+---+
| 1.甲 | 3 |
+------+---+
| 2.乙 | 4 |
+------+---+`),
		sheet(2, `
+------+---+
| 丙丁 |   |
+------+---+
| 3.戊 | 5 |
+------+---+`),
	})
	wantShape(t, got[0], "0,0=1.甲", "0,1=3", "1,0=2.乙丙丁", "1,1=4", "2,0=3.戊", "2,1=5")
}

func TestStitchKeepsApart(t *testing.T) {
	table := `
+---+---+
| 甲| 1 |
+---+---+`
	wider := `
+---+------+
| 乙| 2    |
+---+------+`
	for name, c := range map[string]struct {
		sheets []Sheet
		want   int
	}{
		"text below":         {[]Sheet{sheet(1, table+"\n 注"), sheet(2, table)}, 2},
		"text above":         {[]Sheet{sheet(1, table), sheet(2, " 注\n"+strings.TrimPrefix(table, "\n"))}, 2},
		"other sides":        {[]Sheet{sheet(1, table), sheet(2, wider)}, 2},
		"a page in between":  {[]Sheet{sheet(1, table), sheet(2, " 甲"), sheet(3, table)}, 2},
		"nothing in between": {[]Sheet{sheet(1, table), sheet(2, table)}, 1},
	} {
		if got := Stitch(c.sheets); len(got) != c.want {
			t.Errorf("%s: %d tables, want %d", name, len(got), c.want)
		}
	}
}

// Parts may have different columns: a band of one part spans what another
// divides.
func TestJoinUnitesColumns(t *testing.T) {
	got := Stitch([]Sheet{
		sheet(1, `
+---+---+---+
| 甲| 乙| 丙|
+---+---+---+`),
		sheet(2, `
+---+-------+
| 丁| 1     |
+---+-------+`),
	})
	wantShape(t, got[0], "0,0=甲", "0,1=乙", "0,2=丙", "1,0=丁", "1,1+1×2=1")
}

func TestJoinDropsARepeatedHeader(t *testing.T) {
	got := Stitch([]Sheet{
		sheet(1, `
+----+-----+
| 项 | 数量|
+----+-----+
| 甲 | 1   |
+----+-----+`),
		sheet(2, `
+----+-----+
| 项 | 数量|
+----+-----+
| 乙 | 2   |
+----+-----+`),
	})
	wantShape(t, got[0], "0,0=项", "0,1=数量", "1,0=甲", "1,1=1", "2,0=乙", "2,1=2")
}

// Whatever is joined, no text is lost and none is added.
func TestJoinKeepsEveryText(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	random := func() Grid {
		rows, cols := 1+r.IntN(4), 2+r.IntN(4)
		g := Grid{Rows: rows, Cols: cols, Parts: []Part{{Page: 1}}}
		for c := 0; c <= cols; c++ {
			g.xs = append(g.xs, float64(c*60/cols))
		}
		for i := range rows {
			for j := range cols {
				text := []string{"", "1.甲", "乙", "12", "（三）丙"}[r.IntN(5)]
				if i+j == 0 {
					text = fmt.Sprint(r.IntN(1000)) // no header that could be repeated
				}
				g.Cells = append(g.Cells, Cell{Row: i, Col: j, RowSpan: 1, ColSpan: 1, Text: text})
			}
		}
		return g
	}
	letters := func(grids ...Grid) string {
		var all []rune
		for _, g := range grids {
			for _, c := range g.Cells {
				all = append(all, []rune(c.Text)...)
			}
		}
		slices.Sort(all)
		return string(all)
	}
	for range 2000 {
		a, b := random(), random()
		before := letters(a, b)
		if after := letters(Join(a, b)); after != before {
			t.Fatalf("joined text %q, parts had %q", after, before)
		}
	}
}
