package tables

import (
	"math"
	"slices"
)

// placed is a run in its columns, from..to with both ends included.
type placed struct {
	run
	from, to int
}

// stripe is one row of a table found by its text: the runs of one line or more.
type stripe struct {
	runs   []placed
	lo, hi float64 // of its print, in points
	anchor bool    // holds values
	middle float64 // of its first line
}

func (s *stripe) take(t stripe) {
	s.runs = append(s.runs, t.runs...)
	s.lo, s.hi = math.Min(s.lo, t.lo), math.Max(s.hi, t.hi)
}

func (s stripe) holds(col int) bool {
	return slices.ContainsFunc(s.runs, func(p placed) bool { return p.from <= col && col <= p.to })
}

// stripes gives each line its columns.
func stripes(lines []line, cols []band, em float64) []stripe {
	out := make([]stripe, len(lines))
	for i, l := range lines {
		s := stripe{lo: l.box.Y0, hi: l.box.Y1, middle: l.box.CentreY()}
		for _, r := range l.runs {
			from, to := touched(r.across(), cols, em)
			s.runs = append(s.runs, placed{r, from, to})
		}
		out[i] = s
	}
	return out
}

// valueColumns tells the columns whose print is mostly values.
func valueColumns(lines []stripe, cols int) []bool {
	values, all := make([]int, cols), make([]int, cols)
	for _, s := range lines {
		for _, p := range s.runs {
			if p.from != p.to || len(s.runs) == 1 {
				continue
			}
			all[p.from]++
			if value(p.text) {
				values[p.from]++
			}
		}
	}
	out := make([]bool, cols)
	for c := range out {
		out[c] = 2*values[c] >= all[c] && values[c] > 0
	}
	return out
}

// markAnchors marks the lines that hold a value in a column of values.
func markAnchors(lines []stripe, values []bool) int {
	n := 0
	for i := range lines {
		lines[i].anchor = slices.ContainsFunc(lines[i].runs, func(p placed) bool {
			return p.from == p.to && values[p.from] && value(p.text)
		})
		if lines[i].anchor {
			n++
		}
	}
	return n
}

// rowsOf joins the lines of a table's body to rows. Lines between two rules
// that part every row are one row; elsewhere each line with values begins a
// row. first is the first column of values after the labels.
func rowsOf(lines []stripe, first int, rules []float64) []stripe {
	zones := zonesOf(lines, rules)
	ruled := len(zones) > 2 && everyRow(zones)
	var out []stripe
	for _, z := range zones {
		if ruled {
			out = append(out, merged(z))
			continue
		}
		out = append(out, bodyRows(z, first)...)
	}
	return out
}

// zonesOf parts the lines where a rule runs between them.
func zonesOf(lines []stripe, rules []float64) [][]stripe {
	var out [][]stripe
	from := 0
	for i := 1; i <= len(lines); i++ {
		if i == len(lines) || slices.ContainsFunc(rules, func(y float64) bool {
			return lines[i-1].middle < y && y < lines[i].middle
		}) {
			out = append(out, lines[from:i])
			from = i
		}
	}
	return out
}

// everyRow reports whether rules part the rows, not just the header and the
// foot: no stretch between two of them holds two lines of values.
func everyRow(zones [][]stripe) bool {
	return !slices.ContainsFunc(zones, func(z []stripe) bool { return anchorsIn(z) > 1 })
}

func anchorsIn(z []stripe) int {
	n := 0
	for _, s := range z {
		if s.anchor {
			n++
		}
	}
	return n
}

func merged(z []stripe) stripe {
	s := z[0]
	s.runs = slices.Clone(s.runs)
	for _, t := range z[1:] {
		s.take(t)
	}
	return s
}

// years reports whether all the values of a line are years, as in a header.
func years(s stripe) bool {
	n := 0
	for _, p := range s.runs {
		if !value(p.text) {
			continue
		}
		if len(p.text) != 4 || p.text[:2] != "19" && p.text[:2] != "20" {
			return false
		}
		n++
	}
	return n > 0
}

func em(s stripe) float64 { return s.runs[0].size }

// bodyRows begins a row at each line with values. A line of labels alone goes
// to the nearest row that has no label in its columns; else it is a row itself.
func bodyRows(z []stripe, first int) []stripe {
	var anchors []int
	for i, s := range z {
		if s.anchor {
			anchors = append(anchors, i)
		}
	}
	owner := make([]int, len(z))
	for i := range z {
		owner[i] = i
		if !z[i].anchor {
			owner[i] = ownerOf(z, anchors, i, first)
		}
	}
	return gather(z, owner)
}

// ownerOf is the index of the line whose row the line i belongs to: itself, if
// it prints among the values.
func ownerOf(z []stripe, anchors []int, i, first int) int {
	if slices.ContainsFunc(z[i].runs, func(p placed) bool { return p.to >= first }) {
		return i
	}
	best, distance := i, math.Inf(1)
	k, _ := slices.BinarySearch(anchors, i)
	for _, j := range anchors[max(0, k-1):min(len(anchors), k+1)] {
		d := math.Abs(z[j].middle - z[i].middle)
		if lacks(z[j], z[i]) && d < distance && d < reach*em(z[i]) {
			best, distance = j, d
		}
	}
	return best
}

// reach is how far, in em, the first or last line of a label may lie from the
// values of its row: labels of the forms take up to five lines.
const reach = 3.2

// lacks reports whether the row has nothing where the line has.
func lacks(row, s stripe) bool {
	return !slices.ContainsFunc(s.runs, func(p placed) bool {
		return slices.ContainsFunc(row.runs, func(q placed) bool { return q.from <= p.to && p.from <= q.to })
	})
}

// gather makes the rows, in order, of lines that know their row's line.
func gather(z []stripe, owner []int) []stripe {
	var out []stripe
	index := map[int]int{}
	for i, s := range z {
		k := owner[i]
		if at, ok := index[k]; ok {
			anchor := s.anchor
			out[at].take(s)
			if anchor {
				out[at].anchor, out[at].middle = true, s.middle
			}
			continue
		}
		index[k] = len(out)
		s.runs = slices.Clone(s.runs)
		out = append(out, s)
	}
	return out
}

// wordRows parts lines without any values where the white between two is
// clearly wider than the least.
func wordRows(z []stripe) []stripe {
	least := math.Inf(1)
	for i := 1; i < len(z); i++ {
		least = math.Min(least, z[i].middle-z[i-1].middle)
	}
	var out []stripe
	for i, s := range z {
		if i > 0 && s.middle-z[i-1].middle < pitchShare*least && !startsRow(s) {
			out[len(out)-1].take(s)
			continue
		}
		s.runs = slices.Clone(s.runs)
		out = append(out, s)
	}
	return out
}

// pitchShare is how much wider the step to a new row is than that to the next
// line of the same one.
const pitchShare = 1.3

// startsRow reports whether the line prints in the first column and others.
func startsRow(s stripe) bool { return s.holds(0) && len(s.runs) > 1 }
