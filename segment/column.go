package segment

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"nianbao/internal/cjk"
	"nianbao/page"
)

// span is a line with its place in the column of text.
type span struct {
	page.Line
	text   string
	indent float64 // from the column's left margin, in ems
	room   float64 // free ems before the column's right margin; +Inf in text that is not wrapped
	loose  bool    // more space above it than between the lines of a paragraph
}

// column is what the lines of a document have in common.
type column struct {
	plain   bool
	measure float64 // of plain text, in ems; +Inf where it is not wrapped
	indents bool    // paragraphs are told by the indent of their first line
}

// extent is where a line begins and ends, in ems of the body type.
type extent struct{ x0, x1 float64 }

const (
	// margin is how far, in ems, lines of one margin may begin apart.
	margin = 0.7
	// ragged is how far, in ems, the ends of full lines may lie apart: a
	// wide rune or a closing mark that no longer fitted.
	ragged = 1.3
	// indented and deep bound the first-line indent: two ems, as a rule.
	indented, deep = 1.1, 5
)

// layOut places the lines in the columns of their pages. Left margins are
// found page by page, for they may alternate; widths for all pages of a width.
func layOut(lines []page.Line, sizes []Size) ([]span, column) {
	em, plain := bodySize(lines)
	spans := make([]span, len(lines))
	extents := make([]extent, len(lines))
	for i, l := range lines {
		spans[i] = span{Line: l, text: cjk.Unify(strings.TrimSpace(l.Text)), loose: l.Gap}
		extents[i] = extent{l.Box.X0 / em, l.Box.X1 / em}
		if plain {
			extents[i] = columns(l.Text)
		}
	}
	widths := map[int]int{}
	for _, s := range sizes {
		widths[s.Page] = int(math.Round(s.Width))
	}
	classes := map[int][]int{}
	for i, l := range lines {
		classes[widths[l.Page]] = append(classes[widths[l.Page]], i)
	}
	c := column{plain: plain, measure: math.Inf(1)}
	for width, class := range classes {
		c.measure = placeClass(spans, extents, class, float64(width)/em)
	}
	spread(spans)
	c.indents = indents(spans)
	return spans, c
}

// bodySize is the size of type of most of the text, 1 for plain text.
func bodySize(lines []page.Line) (em float64, plain bool) {
	runes := map[float64]int{}
	for _, l := range lines {
		if l.Size > 0 {
			runes[l.Size] += len(l.Text)
		}
	}
	best := 0
	for size, n := range runes {
		if n > best || n == best && size > em {
			em, best = size, n
		}
	}
	if em == 0 {
		return 1, true
	}
	return em, false
}

// columns measures a line of plain text: wide runes take one em, others half.
func columns(text string) extent {
	var e extent
	begun := false
	for _, r := range strings.TrimRightFunc(text, unicode.IsSpace) {
		w := runeWidth(r)
		begun = begun || !unicode.IsSpace(r)
		if !begun {
			e.x0 += w
		}
		e.x1 += w
	}
	return e
}

func runeWidth(r rune) float64 {
	switch {
	case r == '\t':
		return 2
	case cjk.IsHan(r) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF || r >= 0x2010 && r <= 0x2027:
		return 1
	}
	return 0.5
}

// fewEnds is the least number of lines that show the right margin of their
// pages. Where there are fewer, the margins of a page are taken to be alike.
const fewEnds = 8

// placeClass places the lines of all pages of one width, in ems, and gives the
// width of their column. The width of the page is 0 for plain text.
func placeClass(spans []span, extents []extent, class []int, width float64) float64 {
	plain := width == 0
	all := make([]float64, len(class))
	pages := map[int][]float64{}
	for k, i := range class {
		all[k] = extents[i].x0
		pages[spans[i].Page] = append(pages[spans[i].Page], extents[i].x0)
	}
	common := leftMargin(all, math.NaN())
	lefts := map[int]float64{}
	for number, xs := range pages {
		lefts[number] = leftMargin(xs, common)
	}
	var ends []float64
	for _, i := range class {
		if !plain || extents[i].x1 > 12 && !ended(spans[i].text) {
			ends = append(ends, extents[i].x1-lefts[spans[i].Page])
		}
	}
	measure := rightMargin(ends)
	switch {
	case plain && !wrapped(ends, measure):
		measure = math.Inf(1)
	case len(ends) < fewEnds:
		measure = max(measure, width-2*leftMargin(all, math.NaN()))
	}
	for _, i := range class {
		spans[i].indent = extents[i].x0 - lefts[spans[i].Page]
		spans[i].room = measure - (extents[i].x1 - lefts[spans[i].Page])
	}
	return measure
}

// leftMargin is the smallest place at which several lines begin. Where a line
// begins at the margin of the other pages, that is the margin here too.
func leftMargin(xs []float64, common float64) float64 {
	slices.Sort(xs)
	least := max(2, len(xs)/8)
	for i, x := range xs {
		if math.Abs(x-common) < margin/2 {
			return x
		}
		if j := i + least - 1; j < len(xs) && xs[j]-x < margin {
			return x
		}
	}
	if !math.IsNaN(common) {
		return common
	}
	return xs[0]
}

// rightMargin is the largest place at which several lines end.
func rightMargin(ends []float64) float64 {
	if len(ends) == 0 {
		return math.Inf(1)
	}
	slices.Sort(ends)
	least := max(2, len(ends)/20)
	for i := len(ends) - 1; i >= 0; i-- {
		if j := i - least + 1; j >= 0 && ends[i]-ends[j] < ragged {
			return ends[i]
		}
	}
	return ends[len(ends)-1]
}

// wrapped reports whether most lines of plain text that end within a sentence
// end near the measure: a hand or a program broke them there. Programs that
// count runes and not widths break lines with digits early.
func wrapped(ends []float64, measure float64) bool {
	near := 0
	for _, e := range ends {
		if e >= 0.8*measure && e <= measure+ragged {
			near++
		}
	}
	return near >= 2 && 5*near >= 3*len(ends)
}

// spread marks the lines with more space above them than is usual.
func spread(spans []span) {
	var leading []float64
	for i := 1; i < len(spans); i++ {
		if d, ok := below(spans[i-1], spans[i]); ok {
			leading = append(leading, d)
		}
	}
	if len(leading) == 0 {
		return
	}
	slices.Sort(leading)
	usual := leading[len(leading)/2]
	for i := 1; i < len(spans); i++ {
		if d, ok := below(spans[i-1], spans[i]); ok && d > 1.4*usual {
			spans[i].loose = true
		}
	}
}

// below is how far b stands under a, in points, where both are on one page.
func below(a, b span) (float64, bool) {
	d := b.Box.CentreY() - a.Box.CentreY()
	return d, a.Page == b.Page && b.Size > 0 && d > 0
}

// indents reports whether new paragraphs after a full stop are indented rather
// than flush.
func indents(spans []span) bool {
	deepened, flush := 0, 0
	for i := 1; i < len(spans); i++ {
		p, l := spans[i-1], spans[i]
		if _, enumerated := scan(l.text); enumerated || !ended(p.text) {
			continue
		}
		switch {
		case l.indent > indented && l.indent < deep:
			deepened++
		case l.indent <= indented && p.room > 4:
			flush++
		}
	}
	return deepened > flush
}
