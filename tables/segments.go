package tables

import (
	"cmp"
	"math"
	"slices"

	"nianbao/page"
)

// segment is a horizontal or upright stretch of a drawn line: at is its place
// across its direction (y of a horizontal one, x of an upright one), lo and hi
// its ends along it, all in points.
type segment struct{ at, lo, hi float64 }

// segments sorts the rules of a page by direction. Slanted lines and lines that
// nobody sees on white paper are left out.
func segments(rules []page.Rule) (across, down []segment) {
	for _, r := range rules {
		switch {
		case r.Light:
		case r.Horizontal():
			across = append(across, segment{(r.Y0 + r.Y1) / 2, r.X0, r.X1})
		case r.Upright():
			down = append(down, segment{(r.X0 + r.X1) / 2, r.Y0, r.Y1})
		}
	}
	return across, down
}

// join merges the stretches that lie on one line (within near points of each
// other across it) and touch, or leave a gap of at most gap points: borders
// drawn twice, cell by cell, or dash by dash become one line.
func join(segs []segment, near, gap float64) []segment {
	var out []segment
	for _, line := range clusters(segs, near) {
		slices.SortFunc(line, func(a, b segment) int { return cmp.Compare(a.lo, b.lo) })
		at, run := middle(line), line[0]
		for _, s := range line[1:] {
			if s.lo <= run.hi+gap {
				run.hi = math.Max(run.hi, s.hi)
				continue
			}
			out = append(out, segment{at, run.lo, run.hi})
			run = s
		}
		out = append(out, segment{at, run.lo, run.hi})
	}
	return out
}

// clusters groups segments whose places across lie within near of the group's
// first. The order is by place.
func clusters(segs []segment, near float64) [][]segment {
	sorted := slices.Clone(segs)
	slices.SortFunc(sorted, func(a, b segment) int { return cmp.Compare(a.at, b.at) })
	var out [][]segment
	for i := 0; i < len(sorted); {
		j := i + 1
		for j < len(sorted) && sorted[j].at-sorted[i].at <= near {
			j++
		}
		out = append(out, sorted[i:j])
		i = j
	}
	return out
}

// middle is the place of a group of segments, weighted by their lengths.
func middle(segs []segment) float64 {
	var sum, weight float64
	for _, s := range segs {
		w := s.hi - s.lo + 0.01
		sum += s.at * w
		weight += w
	}
	return sum / weight
}

// connected splits lines into groups that touch one another: one group is one
// drawn table, or several that share a frame.
func connected(across, down []segment, near float64) []lattice {
	slices.SortFunc(down, func(a, b segment) int { return cmp.Compare(a.at, b.at) })
	root := make([]int, len(across)+len(down))
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for i, h := range across {
		from, _ := slices.BinarySearchFunc(down, h.lo-near, func(s segment, x float64) int { return cmp.Compare(s.at, x) })
		for j := from; j < len(down) && down[j].at <= h.hi+near; j++ {
			if v := down[j]; v.lo-near <= h.at && h.at <= v.hi+near {
				root[find(len(across)+j)] = find(i)
			}
		}
	}
	index := map[int]int{}
	var out []lattice
	place := func(i int) *lattice {
		r := find(i)
		if _, ok := index[r]; !ok {
			index[r] = len(out)
			out = append(out, lattice{})
		}
		return &out[index[r]]
	}
	for i, h := range across {
		l := place(i)
		l.across = append(l.across, h)
	}
	for j, v := range down {
		l := place(len(across) + j)
		l.down = append(l.down, v)
	}
	return out
}
