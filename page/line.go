package page

import (
	"math"
	"slices"
	"strings"

	"nianbao/internal/cjk"
)

// Line is one line of text: a run of glyphs on one baseline, or a line of a
// plain-text file.
type Line struct {
	// Text is the line as printed. White space that stands for a gap on the
	// page is one space; plain-text lines keep theirs, tabs included.
	Text   string
	Page   int     // from 1; 0 in plain text without form feeds
	Number int     // line number from 1 in a plain-text file, else 0
	Box    Box     // zero in plain text
	Size   float64 // the em of most of its glyphs; 0 in plain text
	Font   string
	Bold   bool
	// Gap is set where something other than a line of text stands between
	// this line and the one before it: a table, or a blank line of plain text.
	Gap bool
}

// Lines groups the visible upright glyphs into lines, top to bottom and left
// to right. It sorts a copy: cost is n·log n in the glyphs.
func Lines(glyphs []Glyph, number int) []Line {
	visible := make([]*Glyph, 0, len(glyphs))
	for i := range glyphs {
		if g := &glyphs[i]; g.Ink == InkVisible && g.Angle == 0 {
			visible = append(visible, g)
		}
	}
	rows := baselines(visible)
	lines := make([]Line, 0, len(rows))
	for _, row := range rows {
		if l := lineOf(row); strings.TrimSpace(l.Text) != "" {
			l.Page = number
			lines = append(lines, l)
		}
	}
	return lines
}

// baselines sweeps the glyphs by the middle of their boxes and starts a new
// row where a glyph's middle lies below the reach of the row so far. Small
// marks (superscripts, full stops of another font) stay with their row.
func baselines(glyphs []*Glyph) [][]*Glyph {
	slices.SortStableFunc(glyphs, func(a, b *Glyph) int { return compare(a.Box.CentreY(), b.Box.CentreY()) })
	var rows [][]*Glyph
	var row []*Glyph
	var middle, size float64 // of the row's first glyph with ink, and its largest em
	for _, g := range glyphs {
		c := g.Box.CentreY()
		if len(row) > 0 && c-middle > 0.45*math.Max(size, g.Size) {
			rows = append(rows, row)
			row = nil
		}
		if len(row) == 0 {
			middle, size = c, g.Size
		}
		size = math.Max(size, g.Size)
		middle += (c - middle) / float64(len(row)+1)
		row = append(row, g)
	}
	if len(row) > 0 {
		rows = append(rows, row)
	}
	for _, r := range rows {
		slices.SortStableFunc(r, func(a, b *Glyph) int { return compare(a.Box.X0, b.Box.X0) })
	}
	return rows
}

// lineOf joins the glyphs of one row, with a space where the gap between two
// of them is wider than a quarter of an em.
func lineOf(row []*Glyph) Line {
	var l Line
	var text strings.Builder
	var right float64
	sizes := map[float64]int{}
	for i, g := range row {
		blank := strings.TrimSpace(g.Text) == ""
		if i > 0 && !blank && g.Box.X0-right > 0.25*g.Size && !strings.HasSuffix(text.String(), " ") {
			text.WriteByte(' ')
		}
		if blank {
			if i > 0 && text.Len() > 0 && !strings.HasSuffix(text.String(), " ") {
				text.WriteByte(' ')
			}
		} else {
			text.WriteString(g.Text)
			l.Box = l.Box.Union(g.Box)
			sizes[math.Round(g.Size*10)/10]++
		}
		right = math.Max(right, g.Box.X1)
	}
	l.Text = strings.TrimRight(text.String(), " ")
	l.Size = commonest(sizes)
	bold := 0
	for _, g := range row {
		if g.Bold {
			bold++
		}
		if l.Font == "" && math.Abs(g.Size-l.Size) < 0.1 && cjk.HasHan(g.Text) {
			l.Font = g.Font
		}
	}
	l.Bold = 2*bold > len(row)
	return l
}

func commonest(sizes map[float64]int) float64 {
	best, count := 0.0, 0
	for s, n := range sizes {
		if n > count || n == count && s > best {
			best, count = s, n
		}
	}
	return best
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
