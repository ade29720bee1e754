package tables

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/page"
)

// run is a stretch of text on one line with no gap that could part columns.
type run struct {
	box    page.Box
	size   float64 // the em of its first glyph, in points
	text   string
	glyphs []page.Glyph
}

// line is the runs that stand side by side, left to right.
type line struct {
	box  page.Box
	runs []run
}

// Gaps within a line, in em.
const (
	blankGap  = 0.25 // wider than this, a gap is a space
	runGap    = 0.6  // wider than this, a gap may part columns: no space of unjustified text is
	spacedGap = 1.3  // single Chinese characters up to this far apart are one spaced word: 总 计
)

// textLines groups the visible upright glyphs into lines, top to bottom.
func textLines(glyphs []page.Glyph) []line {
	seen := make([]page.Glyph, 0, len(glyphs))
	for i := range glyphs {
		g := &glyphs[i]
		if g.Ink == page.InkVisible && g.Angle == 0 && strings.TrimSpace(g.Text) != "" {
			seen = append(seen, *g)
		}
	}
	slices.SortStableFunc(seen, func(a, b page.Glyph) int { return cmp.Compare(a.Box.CentreY(), b.Box.CentreY()) })
	var out []line
	for i := 0; i < len(seen); {
		j, middle, size := i+1, seen[i].Box.CentreY(), seen[i].Size
		for j < len(seen) && seen[j].Box.CentreY()-middle <= lineShare*math.Max(size, seen[j].Size) {
			size = math.Max(size, seen[j].Size)
			middle += (seen[j].Box.CentreY() - middle) / float64(j-i+1)
			j++
		}
		out = append(out, lineOf(seen[i:j]))
		i = j
	}
	return out
}

// lineShare is how far, in em, the middles of two glyphs of one line may lie
// apart: superscripts stay, the next line of the tightest print does not.
const lineShare = 0.45

func lineOf(glyphs []page.Glyph) line {
	slices.SortStableFunc(glyphs, func(a, b page.Glyph) int { return cmp.Compare(a.Box.X0, b.Box.X0) })
	var runs []run
	for i := range glyphs {
		g := &glyphs[i]
		if n := len(runs); n > 0 {
			last := &runs[n-1]
			if gap := g.Box.X0 - last.box.X1; gap <= runGap*math.Min(g.Size, last.size) {
				last.add(g, gap)
				continue
			}
		}
		runs = append(runs, newRun(glyphs[i:i+1]))
	}
	return newLine(joinSpaced(runs))
}

// newRun makes one run of glyphs, in order.
func newRun(glyphs []page.Glyph) run {
	g := &glyphs[0]
	r := run{box: g.Box, size: g.Size, text: g.Text, glyphs: []page.Glyph{*g}}
	for i := 1; i < len(glyphs); i++ {
		r.add(&glyphs[i], glyphs[i].Box.X0-r.box.X1)
	}
	return r
}

func newLine(runs []run) line {
	l := line{runs: runs}
	for _, r := range runs {
		l.box = l.box.Union(r.box)
	}
	return l
}

func (r *run) add(g *page.Glyph, gap float64) {
	if gap > blankGap*g.Size {
		r.text += " "
	}
	r.text += g.Text
	r.box = r.box.Union(g.Box)
	r.glyphs = append(r.glyphs, *g)
}

// joinSpaced makes one run of single Chinese characters that stand a space or
// two apart, as in 自 然 人.
func joinSpaced(runs []run) []run {
	var out []run
	open := false // whether the last of out is a spaced word that may go on
	for _, r := range runs {
		single := oneHan(r.text)
		if n := len(out); n > 0 && open && single && r.box.X0-out[n-1].box.X1 <= spacedGap*r.size {
			last := &out[n-1]
			last.text += " " + r.text
			last.box = last.box.Union(r.box)
			last.glyphs = slices.Concat(last.glyphs, r.glyphs)
			continue
		}
		out = append(out, r)
		open = single
	}
	return out
}

func oneHan(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && unicode.Is(unicode.Han, r)
}

// value reports whether the text is what a column of values holds: a number
// with its signs and unit, or a mark for none.
func value(s string) bool {
	s = strings.TrimSpace(s)
	digits, letters := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	if digits == 0 {
		return strings.Trim(s, "-–—−./*·… ") == "" || strings.EqualFold(strings.ReplaceAll(s, " ", ""), "n.a.") || strings.EqualFold(s, "n/a")
	}
	return letters <= 1 && digits > letters
}
