package tables

import (
	"cmp"
	"math"
	"slices"

	"nianbao/page"
)

// block is the lines of one cell: runs one close below the other.
type block struct {
	runs []run
	box  page.Box
}

func (b block) across() band { return band{b.box.X0, b.box.X1} }

func (b block) last() run { return b.runs[len(b.runs)-1] }

// stack makes blocks of the runs of lines: a run goes on with the block above
// it when the white between them is at most gap points, and neither has
// another beside it that overlaps the other.
func stack(lines [][]run, gap float64) []block {
	var out []block
	var open []int // blocks that may still grow
	for _, runs := range lines {
		above := make([]int, len(runs))
		takers := map[int]int{}
		for i, r := range runs {
			above[i] = -1
			for _, k := range open {
				if !follows(out[k], r, gap) {
					continue
				}
				if above[i] >= 0 {
					above[i] = -2 // two blocks above: it stands under neither
				} else if above[i] == -1 {
					above[i] = k
				}
			}
			if above[i] >= 0 {
				takers[above[i]]++
			}
		}
		shared := false // a block above heads several runs: they are a level of their own
		for _, n := range takers {
			shared = shared || n > 1
		}
		for i, r := range runs {
			if k := above[i]; k >= 0 && !shared {
				out[k].runs = append(out[k].runs, r)
				out[k].box = out[k].box.Union(r.box)
				continue
			}
			open = append(open, len(out))
			out = append(out, block{[]run{r}, r.box})
		}
		if len(runs) > 0 {
			top := runs[0].box.Y0
			open = slices.DeleteFunc(open, func(k int) bool { return out[k].box.Y1 < top-gap-runs[0].size })
		}
	}
	return out
}

func follows(b block, r run, gap float64) bool {
	white := r.box.Y0 - b.box.Y1
	return white <= gap && white > -overlapShare*r.size && r.box.CentreY() > b.last().box.CentreY() &&
		b.across().overlap(r.across()) > 0 && math.Abs(b.last().size-r.size) < 0.15*r.size
}

// labels are the blocks left of the values, sorted by what they stand for.
type labels struct {
	rows   map[int][]block // of single rows, by the row's anchor
	groups []block         // of several rows
	others []block         // of none: bands, titles of groups
	above  []block         // over the first row: header
}

// sortLabels gives each block to the row in whose middle it stands, or on whose
// line it prints. Of several, the rightmost is the row's own; a block on more
// than one row, or beside them, is the label of a group.
func sortLabels(blocks []block, anchors []stripe, em float64) labels {
	l := labels{rows: map[int][]block{}}
	for _, b := range blocks {
		if b.box.CentreY() < anchors[0].lo && b.box.Y1 < anchors[0].middle {
			l.above = append(l.above, b)
			continue
		}
		i := nearestAnchor(anchors, b.box.CentreY())
		switch off := math.Abs(anchors[i].middle - b.box.CentreY()); {
		case off < centreOff*em:
			l.rows[i] = append(l.rows[i], b)
		case off > reach*em && len(b.runs) == 1:
			l.others = append(l.others, b)
		default:
			if on := printedOn(b, anchors, em); len(on) == 1 {
				l.rows[on[0]] = append(l.rows[on[0]], b)
			} else {
				l.groups = append(l.groups, b)
			}
		}
	}
	for i, all := range l.rows {
		slices.SortFunc(all, func(a, b block) int { return cmp.Compare(a.box.X0, b.box.X0) })
		l.groups = append(l.groups, all[:len(all)-1]...)
		l.rows[i] = all[len(all)-1:]
	}
	slices.SortFunc(l.groups, func(a, b block) int {
		return cmp.Or(cmp.Compare(a.box.Y0, b.box.Y0), cmp.Compare(a.box.X0, b.box.X0))
	})
	return l
}

// centreOff is how far, in em, the middle of a label may lie from that of its
// row's values.
const centreOff = 0.45

func nearestAnchor(anchors []stripe, y float64) int {
	best := 0
	for i := range anchors {
		if math.Abs(anchors[i].middle-y) < math.Abs(anchors[best].middle-y) {
			best = i
		}
	}
	return best
}

// printedOn gives the rows on whose line of values the block prints.
func printedOn(b block, anchors []stripe, em float64) []int {
	var out []int
	for i, a := range anchors {
		if slices.ContainsFunc(b.runs, func(r run) bool { return math.Abs(r.box.CentreY()-a.middle) < lineShare*em }) {
			out = append(out, i)
		}
	}
	return out
}

// columns gives the columns that the labels of groups stand in, then that
// of the rows' own labels.
func (l labels) columns(em float64) []band {
	var across []band
	for _, b := range l.groups {
		across = append(across, b.across())
	}
	cols := printed(across, 0, blankGap*em)
	var own []band
	for _, all := range l.rows {
		for _, b := range all {
			c := b.across()
			if !slices.ContainsFunc(cols, func(g band) bool { return c.overlap(g) > 0 }) {
				own = append(own, c)
			}
		}
	}
	if len(own) == 0 {
		for _, all := range l.rows {
			own = append(own, all[0].across())
		}
		return printed(own, 0, math.Inf(1))
	}
	cols = append(cols, printed(own, 0, math.Inf(1))...)
	slices.SortFunc(cols, byPlace)
	return cols
}

// middle is where most of the rows' own labels have their middles, in points;
// not a number if they are not centred.
func (l labels) middle(em float64) float64 {
	var at []float64
	for _, all := range l.rows {
		at = append(at, all[0].box.CentreX())
	}
	if len(at) == 0 {
		return math.NaN()
	}
	slices.Sort(at)
	m := at[len(at)/2]
	near := 0
	for _, x := range at {
		if math.Abs(x-m) < centreOff*em {
			near++
		}
	}
	if 2*near < len(at) {
		return math.NaN()
	}
	return m
}
