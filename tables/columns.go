package tables

import (
	"cmp"
	"math"
	"slices"

	"nianbao/page"
)

// band is a stretch across the page, in points.
type band struct{ lo, hi float64 }

func (b band) overlap(c band) float64 { return math.Min(b.hi, c.hi) - math.Max(b.lo, c.lo) }

func (b band) middle() float64 { return (b.lo + b.hi) / 2 }

func (r run) across() band { return band{r.box.X0, r.box.X1} }

// Shares that tell columns.
const (
	denseShare = 0.6 // lines with this share of the most runs show the columns
	strayShare = 0.1 // of those lines, this share may print between two columns
)

// columnsOf gives the stretches of print that are the columns of the lines,
// left to right: what the lines with most runs have in common, and whatever
// else stands clear of it beside them.
func columnsOf(lines []line, em float64) []band {
	most := 0
	for _, l := range lines {
		most = max(most, len(l.runs))
	}
	if most < 2 {
		return nil
	}
	var dense, rest []band
	n := 0
	for _, l := range lines {
		for _, r := range l.runs {
			if full(l, most) {
				dense = append(dense, r.across())
			} else {
				rest = append(rest, r.across())
			}
		}
		if full(l, most) {
			n++
		}
	}
	cores := printed(dense, int(strayShare*float64(n)), runGap*em)
	extra := clearOf(append(dense, rest...), cores, runGap*em)
	for _, c := range printed(extra, 0, runGap*em) {
		if standsBeside(c, cores, lines) {
			cores = append(cores, c)
			slices.SortFunc(cores, byPlace)
		}
	}
	return cores
}

func byPlace(a, b band) int { return cmp.Compare(a.lo, b.lo) }

func full(l line, most int) bool {
	return float64(len(l.runs)) >= denseShare*float64(most) && len(l.runs) > 1
}

// printed sweeps over the stretches and gives those that more than stray of
// them cover; gaps narrower than gap are closed.
func printed(runs []band, stray int, gap float64) []band {
	type end struct {
		at   float64
		step int
	}
	var ends []end
	for _, b := range runs {
		ends = append(ends, end{b.lo, 1}, end{b.hi, -1})
	}
	slices.SortFunc(ends, func(a, b end) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(b.step, a.step)) })
	var out []band
	depth := 0
	for _, e := range ends {
		before := depth
		depth += e.step
		switch {
		case before <= stray && depth > stray:
			if n := len(out); n > 0 && e.at-out[n-1].hi < gap {
				continue
			}
			out = append(out, band{e.at, e.at})
		case before > stray && depth <= stray:
			out[len(out)-1].hi = e.at
		}
	}
	return out
}

// clearOf gives the stretches that stay clear of all columns by the gap.
func clearOf(runs, cores []band, gap float64) []band {
	var out []band
	for _, b := range runs {
		if !slices.ContainsFunc(cores, func(c band) bool { return b.overlap(c) > -gap/2 }) {
			out = append(out, b)
		}
	}
	return out
}

// standsBeside reports whether c is a column of its own: two lines or more print
// there, or a value does; and some line prints in the columns next to it too, so
// that the text belongs to neither, or c is a column of labels left of all.
func standsBeside(c band, cores []band, lines []line) bool {
	i, _ := slices.BinarySearchFunc(cores, c, byPlace)
	beside, values, count := false, false, 0
	for _, l := range lines {
		here, left, right := false, i == 0, i == len(cores)
		for _, r := range l.runs {
			b := r.across()
			if b.overlap(c) > 0 {
				here = true
				values = values || value(r.text)
			}
			left = left || i > 0 && b.overlap(cores[i-1]) > 0
			right = right || i < len(cores) && b.overlap(cores[i]) > 0
		}
		beside = beside || here && left && right
		if here {
			count++
		}
	}
	return beside && values || count > 1 && (beside || i == 0)
}

// between puts an edge in the white between each two columns, and one at each
// outer end.
func between(cols []band) []float64 {
	xs := []float64{cols[0].lo}
	for i := 1; i < len(cols); i++ {
		xs = append(xs, (cols[i-1].hi+cols[i].lo)/2)
	}
	return append(xs, cols[len(cols)-1].hi)
}

// touched gives the first and last column that a run stands in: those whose
// print it overlaps, or else the nearest.
func touched(b band, cols []band, em float64) (from, to int) {
	from, to = -1, -1
	for i, c := range cols {
		need := math.Min(overlapShare*em, math.Min(c.hi-c.lo, b.hi-b.lo)/2)
		if b.overlap(c) < need || b.overlap(c) <= 0 {
			continue
		}
		if from < 0 {
			from = i
		}
		to = i
	}
	if from >= 0 {
		return from, to
	}
	best := 0
	for i, c := range cols {
		if b.overlap(c) > b.overlap(cols[best]) {
			best = i
		}
	}
	return best, best
}

// overlapShare is how far, in em, a run must reach over a column's print to
// stand in it too.
const overlapShare = 0.5

// splitAt parts a run of Chinese text that reaches over two columns where it
// has a gap between them: Chinese has no spaces within a phrase.
func splitAt(lines []line, cols []band) []line {
	out := make([]line, len(lines))
	for i, l := range lines {
		var runs []run
		for _, r := range l.runs {
			runs = append(runs, splitRun(r, cols)...)
		}
		out[i] = newLine(runs)
	}
	return out
}

func splitRun(r run, cols []band) []run {
	for c := 1; c < len(cols); c++ {
		white := band{cols[c-1].hi, cols[c].lo}
		for i := 2; i < len(r.glyphs)-1; i++ {
			a, b := r.glyphs[i-1], r.glyphs[i]
			gap := band{a.Box.X1, b.Box.X0}
			if gap.hi-gap.lo < blankGap*b.Size || gap.overlap(white) < blankGap*b.Size || spaced(r.glyphs) {
				continue
			}
			if oneHan(a.Text) && oneHan(b.Text) {
				return append([]run{newRun(r.glyphs[:i])}, splitRun(newRun(r.glyphs[i:]), cols)...)
			}
		}
	}
	return []run{r}
}

// spaced reports whether the glyphs are a word set with a gap after each.
func spaced(glyphs []page.Glyph) bool {
	gaps := 0
	for i := 1; i < len(glyphs); i++ {
		if glyphs[i].Box.X0-glyphs[i-1].Box.X1 > blankGap*glyphs[i].Size {
			gaps++
		}
	}
	return 2*gaps > len(glyphs)-1
}
