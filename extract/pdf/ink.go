package pdf

import (
	"math"
	"slices"

	"nianbao/page"
)

// inking is how a glyph was painted, for the questions that only the finished
// page can answer.
type inking struct {
	gray   float64 // luminance as seen on white
	hidden bool
	unsure bool // painted with a pattern
}

// inking works out how text is painted now: filled, stroked, both or not at all.
func (in *interpreter) inking() inking {
	p := in.gs.fill
	if in.gs.mode == 1 || in.gs.mode == 5 {
		p = in.gs.stroke
	}
	return inking{
		gray:   p.seen(),
		hidden: in.hidden > 0 || in.gs.mode == 3 || in.gs.mode == 7 || p.alpha <= transparent,
		unsure: p.unsure,
	}
}

// inkOf tells whether a glyph drawn now is seen, as far as it depends on what
// was drawn before it.
func (in *interpreter) inkOf(k *inking, box page.Box, blank bool) page.Ink {
	x, y := box.CentreX(), box.CentreY()
	switch {
	case k.hidden:
		return page.InkInvisible
	case !in.gs.clip.Contains(x, y):
		return page.InkOutside
	case !blank && !k.unsure && in.sameAsBelow(k.gray, x, y):
		return page.InkPageColour
	}
	return page.InkVisible
}

// contrast is the least difference of luminance that makes a glyph readable.
const contrast = 0.06

// sameAsBelow reports whether the ground at a point has the luminance given.
// Most text is dark and no fill is, so that the search is seldom made.
func (in *interpreter) sameAsBelow(gray, x, y float64) bool {
	if gray < 1-contrast && in.darkFills(gray) == 0 {
		return false
	}
	fills := in.out.Fills
	below, ground := -1, 1.0
	for i := len(fills) - 1; i >= 0; i-- {
		if fills[i].Box.Contains(x, y) {
			below, ground = i, fills[i].Gray
			break
		}
	}
	for i, img := range in.out.Images {
		if in.images[i] > below && img.Box.Contains(x, y) {
			return false // over a picture, whose colours are not known
		}
	}
	return math.Abs(gray-ground) < contrast
}

// darkFills counts the fills so far whose luminance is near the one given. The
// counts are kept by luminance and extended as fills are added.
func (in *interpreter) darkFills(gray float64) int {
	for ; in.counted < len(in.out.Fills); in.counted++ {
		in.tally[bucket(in.out.Fills[in.counted].Gray)]++
	}
	b := bucket(gray)
	n := 0
	for i := max(0, b-1); i <= min(len(in.tally)-1, b+1); i++ {
		n += in.tally[i]
	}
	return n
}

// buckets of luminance, each as wide as the contrast.
const buckets = 18

func bucket(gray float64) int { return int(unit(gray) / contrast) }

// finish settles what depends on the whole page: covered and repeated glyphs,
// watermarks and the verdict. Covered glyphs come first: of two prints at one
// place, the one that shows is kept.
func (in *interpreter) finish() {
	in.markCovered()
	markDuplicates(in.out.Glyphs)
	in.markWatermarks()
	in.out.Verdict = verdict(in.out)
}

// sameSpot is how close, in ems, two prints of one character must be for the
// second to be there for boldness. The narrowest printed character, an i or an
// l, advances by 0.2.
const sameSpot = 0.08

// spot is a cell of the grid in which repeated glyphs are looked for.
type spot struct {
	text   string
	size   int32 // in tenths of a point
	column int32
	row    int32
}

// markDuplicates finds glyphs printed again at the same place.
func markDuplicates(glyphs []page.Glyph) {
	seen := make(map[spot]int32, len(glyphs))
	for i := range glyphs {
		g := &glyphs[i]
		if g.Ink != page.InkVisible || blank(g.Text) {
			continue
		}
		cell := 2 * sameSpot * max(g.Size, 0.1)
		cx, cy := g.X/cell, g.Y/cell
		key := spot{text: g.Text, size: int32(math.Round(g.Size * 10)), column: int32(math.Floor(cx)), row: int32(math.Floor(cy))}
		if printedBefore(seen, glyphs, g, key, cx, cy) {
			g.Ink = page.InkDuplicate
			continue
		}
		seen[key] = int32(i)
	}
}

// printedBefore looks in the glyph's cell and the neighbours that its reach
// touches: a cell is two reaches wide, so that these are four.
func printedBefore(seen map[spot]int32, glyphs []page.Glyph, g *page.Glyph, key spot, cx, cy float64) bool {
	side := func(v float64) int32 {
		if v-math.Floor(v) < 0.5 {
			return -1
		}
		return 1
	}
	dx, dy := side(cx), side(cy)
	reach := sameSpot * g.Size
	for _, step := range [...][2]int32{{0, 0}, {dx, 0}, {0, dy}, {dx, dy}} {
		at := key
		at.column += step[0]
		at.row += step[1]
		j, ok := seen[at]
		if !ok {
			continue
		}
		o := &glyphs[j]
		if math.Abs(o.X-g.X) <= reach && math.Abs(o.Y-g.Y) <= reach && o.Angle == g.Angle {
			return true
		}
	}
	return false
}

const (
	// large is how many times the page's usual size a watermark has at least.
	large = 1.8
	// pale is the luminance above which large text is a watermark.
	pale = 0.7
	// tilted is how far, in degrees, a baseline must be from level and upright
	// to be slanted on purpose: crooked scans stay below.
	tilted = 8
)

// markWatermarks finds text across the page that is no part of it: slanted, or
// large and pale.
func (in *interpreter) markWatermarks() {
	usual := usualSize(in.out.Glyphs)
	for i := range in.out.Glyphs {
		g := &in.out.Glyphs[i]
		if g.Ink != page.InkVisible {
			continue
		}
		turn := (int(g.Angle)%90 + 90) % 90
		slanted := turn >= tilted && turn <= 90-tilted
		big := g.Size >= large*usual
		ispale := in.inked[i].gray > pale
		if slanted && (big || ispale) || big && ispale && in.onPaper(g) {
			g.Ink = page.InkWatermark
		}
	}
}

// onPaper reports whether a pale glyph stands on white: on a dark fill it is a
// heading in reverse.
func (in *interpreter) onPaper(g *page.Glyph) bool {
	x, y := g.Box.CentreX(), g.Box.CentreY()
	for i := len(in.out.Fills) - 1; i >= 0; i-- {
		if f := &in.out.Fills[i]; f.Box.Contains(x, y) {
			return f.Gray > pale
		}
	}
	return true
}

// usualSize is the median size of the visible level glyphs.
func usualSize(glyphs []page.Glyph) float64 {
	sizes := make([]float64, 0, len(glyphs))
	for i := range glyphs {
		if g := &glyphs[i]; g.Ink == page.InkVisible && g.Angle%90 == 0 {
			sizes = append(sizes, g.Size)
		}
	}
	if len(sizes) == 0 {
		return 0
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}
