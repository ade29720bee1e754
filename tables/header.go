package tables

import (
	"cmp"
	"math"
	"slices"
)

// title is a block of a header and the columns and rows that it heads, both
// ends included.
type title struct {
	block
	from, to int
	r0, r1   int
	level    int
	placed   bool
}

// header gives the blocks of a header their columns and rows, and says how many
// rows it has. Blocks at one height are a level. From the lowest level up, the
// blocks of a level share out the columns that have headers below, so that each
// stands in the middle of its own.
func header(blocks []block, cols []band, em float64) ([]title, int) {
	h := heading{titles: make([]title, len(blocks)), cols: cols, em: em}
	for i, b := range blocks {
		h.titles[i] = title{block: b}
		h.titles[i].from, h.titles[i].to = touched(b.across(), cols, em)
	}
	slices.SortStableFunc(h.titles, func(a, b title) int { return cmp.Compare(a.box.CentreY(), b.box.CentreY()) })
	h.heights = markLevels(h.titles)
	for k := len(h.heights) - 1; k >= 0; k-- {
		h.shareOut(k)
	}
	return h.titles, setRows(h.titles)
}

// heading is a header while its titles are given their columns.
type heading struct {
	titles  []title
	heights []float64 // of the levels
	cols    []band
	em      float64
}

// markLevels numbers the heights at which blocks stand, from above, and gives
// the middle of each.
func markLevels(titles []title) []float64 {
	var heights []float64
	for i := range titles {
		if i == 0 || !sameHeight(titles[i-1].block, titles[i].block) {
			heights = append(heights, titles[i].box.CentreY())
		}
		titles[i].level = len(heights) - 1
	}
	return heights
}

// straddles reports whether a title stands in the middle of the levels above
// and below its own, and over or under none of their titles: it reaches over
// the rows of both.
func straddles(titles []title, t title, heights []float64, em float64) bool {
	if t.level == 0 || t.level == len(heights)-1 {
		return false
	}
	a, b := heights[t.level-1], heights[t.level+1]
	if b-a > straddleReach*em || math.Abs((a+b)/2-heights[t.level]) > spreadOff*em {
		return false
	}
	return !slices.ContainsFunc(titles, func(u title) bool {
		return (u.level == t.level-1 || u.level == t.level+1) && u.across().overlap(t.across()) > 0
	})
}

// straddleReach is how far apart, in em, the two levels may be: two rows.
const straddleReach = 3.0

// levelShare is how much of the lower of two blocks must stand beside the
// other for both to be at one height.
const levelShare = 0.6

func sameHeight(a, b block) bool {
	return math.Min(a.box.Y1, b.box.Y1)-math.Max(a.box.Y0, b.box.Y0) >= levelShare*math.Min(a.box.Height(), b.box.Height())
}

// shareOut spreads the titles of a level, and of those beside it that straddle
// it, over the columns below them.
func (h *heading) shareOut(level int) {
	free, taken := make([]bool, len(h.cols)), make([]bool, len(h.cols)) // has a header below; has one beside
	var mine []*title
	for i := range h.titles {
		t := &h.titles[i]
		near := t.level == level-1 || t.level == level+1
		beside := t.level == level || near && straddles(h.titles, *t, h.heights, h.em)
		if beside && !t.placed {
			mine, t.placed = append(mine, t), true
			continue
		}
		for c := t.from; c <= t.to && (beside || t.level > level); c++ {
			taken[c] = taken[c] || beside
			free[c] = t.level > level
		}
	}
	for c := range free {
		free[c] = free[c] && !taken[c]
	}
	slices.SortFunc(mine, func(a, b *title) int { return byPlace(a.across(), b.across()) })
	spread(mine, free, h.cols, h.em)
}

// bareColumn is what a column left without a title costs, against an em by
// which a title stands off the middle of its columns.
const bareColumn = 0.3

// spread finds the columns of titles that stand side by side: each keeps those
// that it touches and may take free ones at both sides; the sum of distances
// from the middles, and of free columns left over, is least.
func spread(mine []*title, free []bool, cols []band, em float64) {
	n := len(cols)
	type best struct {
		cost     float64
		from, to int
	}
	// table[i][c] is the best for the first i titles within the first c columns.
	table := make([][]best, len(mine)+1)
	for i := range table {
		table[i] = make([]best, n+1)
		for c := range table[i] {
			table[i][c].cost = math.Inf(1)
		}
	}
	table[0][0].cost = 0
	for i := 0; i <= len(mine); i++ {
		for c := 1; c <= n; c++ {
			bare := 0.0
			if free[c-1] {
				bare = bareColumn
			}
			table[i][c] = best{table[i][c-1].cost + bare, -1, -1}
			if i == 0 {
				continue
			}
			t := mine[i-1]
			for from := c - 1; from >= 0 && c > t.to; from-- {
				if own := from >= t.from && from <= t.to; !own && !free[from] {
					break
				}
				if c-1 > t.to && !allFree(free, t.to+1, c) || from > t.from {
					continue
				}
				off := offMiddle(cols[from], cols[c-1], t.across().middle()) / em
				if cost := table[i-1][from].cost + off; cost < table[i][c].cost {
					table[i][c] = best{cost, from, c - 1}
				}
			}
		}
	}
	for i, c := len(mine), n; i > 0 && c > 0; {
		b := table[i][c]
		if math.IsInf(b.cost, 1) {
			return
		}
		if b.from < 0 {
			c--
			continue
		}
		mine[i-1].from, mine[i-1].to = b.from, b.to
		i, c = i-1, b.from
	}
}

func allFree(free []bool, from, to int) bool { return !slices.Contains(free[from:to], false) }

// setRows gives the titles their rows: a level begins below all that stands
// over any of its titles; each title reaches down to what stands below it.
func setRows(titles []title) int {
	rows := 0
	for i := 0; i < len(titles); {
		j, top := i, 0
		for ; j < len(titles) && titles[j].level == titles[i].level; j++ {
			for k := range i {
				if over(titles[k], titles[j]) {
					top = max(top, titles[k].r0+1)
				}
			}
		}
		for k := i; k < j; k++ {
			titles[k].r0 = top
		}
		rows, i = max(rows, top+1), j
	}
	for i := range titles {
		titles[i].r1 = rows - 1
		for j := i + 1; j < len(titles); j++ {
			if over(titles[i], titles[j]) {
				titles[i].r1 = min(titles[i].r1, titles[j].r0-1)
			}
		}
	}
	return rows
}

// over reports whether a stands over b in some column of it.
func over(a, b title) bool {
	return a.level < b.level && a.from <= b.to && b.from <= a.to
}
