package tables

import (
	"math"
	"slices"
)

// region is lines that may be one table without drawn cells.
type region struct{ lines []line }

// Where a region of lines ends, in em of its type.
const (
	farLine    = 3.0  // white above a line that parts it from the lines before
	longRun    = 22.0 // a line in one run longer than this is prose
	proseShare = 0.5  // and so is one longer than this share of all the page's print
	headingUp  = 1.2  // a line alone in type so much larger is a heading
	loneLines  = 4    // more lines alone than this, between two of several runs, are not labels
	closeLine  = 1.4  // a lone line this near above or below may be part of the table
)

// regions cuts the lines of a page, or a part of one, into stretches in which
// lines of several runs stand one below the other.
func regions(lines []line) []region {
	width := widthOf(lines)
	var out []region
	var now []line
	flush := func() {
		if r := trim(cutTail(trim(now))); countWide(r) > 1 {
			out = append(out, region{r})
		}
		now = nil
	}
	for _, l := range lines {
		if prose(l, width) {
			flush()
			continue
		}
		if n := len(now); n > 0 && parted(now, l) {
			flush()
		}
		now = append(now, l)
	}
	flush()
	return out
}

func widthOf(lines []line) float64 {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, l := range lines {
		lo, hi = math.Min(lo, l.box.X0), math.Max(hi, l.box.X1)
	}
	return hi - lo
}

// prose reports whether a line is one long run, or so filled that its gaps are
// the spaces of justified text.
func prose(l line, width float64) bool {
	ink, longest := 0.0, 0.0
	for _, r := range l.runs {
		ink += r.box.Width()
		longest = math.Max(longest, r.box.Width())
	}
	size := l.runs[0].size
	if len(l.runs) == 1 {
		return longest > longRun*size || longest > proseShare*width && longest > longRun/2*size
	}
	return longest > 1.5*longRun*size && ink > 0.8*l.box.Width()
}

// parted reports whether the line begins something new after those before it.
func parted(before []line, l line) bool {
	last := before[len(before)-1]
	size := sizeOf(before)
	if l.box.Y0-last.box.Y1 > farLine*size {
		return true
	}
	if len(l.runs) == 1 && l.runs[0].size > headingUp*size {
		return true
	}
	if len(before) == countLone(before) && sizeOf([]line{l})*headingUp < size {
		return true // a heading before its table
	}
	return false
}

// sizeOf is the em of most of the runs' print.
func sizeOf(lines []line) float64 {
	var sizes []float64
	for _, l := range lines {
		for _, r := range l.runs {
			sizes = append(sizes, r.size)
		}
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

func countLone(lines []line) int {
	n := 0
	for _, l := range lines {
		if len(l.runs) == 1 {
			n++
		}
	}
	return n
}

func countWide(lines []line) int { return len(lines) - countLone(lines) }

// trim drops lone lines from both ends: titles, notes and what else stands
// near a table without being part of it. It keeps those that the table's own
// cells call for: see belongs.
func trim(lines []line) []line {
	from, to := 0, len(lines)
	for from < to && len(lines[from].runs) == 1 {
		from++
	}
	for to > from && len(lines[to-1].runs) == 1 {
		to--
	}
	if from == to {
		return nil
	}
	inner := lines[from:to]
	for from > 0 && belongs(lines[from-1], lines[from], inner) {
		from--
	}
	for to < len(lines) && belongs(lines[to], lines[to-1], inner) {
		to++
	}
	return lines[from:to]
}

// cutTail drops the lines below the last with values that are like none above
// it: what follows a table of values is text beside or below it.
func cutTail(lines []line) []line {
	last := -1
	for i, l := range lines {
		if slices.ContainsFunc(l.runs[min(1, len(l.runs)-1):], func(r run) bool { return value(r.text) }) {
			last = i
		}
	}
	if last < 0 {
		return lines
	}
	to := last + 1
	for to < len(lines) && (len(lines[to].runs) == 1 && belongs(lines[to], lines[to-1], lines[:last+1]) || likeOne(lines[to], lines[:last])) {
		to++
	}
	return lines[:to]
}

// likeOne reports whether the runs of a line stand where those of an earlier
// line without values do.
func likeOne(l line, before []line) bool {
	return len(l.runs) > 1 && slices.ContainsFunc(before, func(m line) bool {
		if len(m.runs) != len(l.runs) {
			return false
		}
		for i, r := range l.runs {
			if value(m.runs[i].text) || m.runs[i].across().overlap(r.across()) <= 0 {
				return false
			}
		}
		return true
	})
}

// belongs reports whether a lone line beside the table is part of it: a band
// like one within it, a header centred over several of its columns, or the
// other half of a label whose row stands between the two.
func belongs(l, next line, inner []line) bool {
	size := sizeOf(inner)
	above := l.box.CentreY() < next.box.CentreY()
	gap := math.Max(next.box.Y0-l.box.Y1, l.box.Y0-next.box.Y1)
	if gap > closeLine*size || math.Abs(l.runs[0].size-size) > 0.15*size {
		return false
	}
	at := l.box.CentreX()
	alike := func(m line) bool {
		return len(m.runs) == 1 && m.box.Y0 != l.box.Y0 && math.Abs(m.box.CentreX()-at) < size/2
	}
	if above && slices.ContainsFunc(inner, alike) {
		return true
	}
	cols := columnsOf(inner, size)
	if len(cols) == 0 {
		return false
	}
	if above && len(cols) > 2 && l.box.X0 > cols[0].hi {
		a, b := touched(l.runs[0].across(), cols, size)
		a, b = centred(l.runs[0].across(), cols, a, b, 1, len(cols))
		if b > a && offMiddle(cols[a], cols[b], at) < offMiddle(cols[0], cols[len(cols)-1], at) {
			return true
		}
	}
	return gap < size/2 && halfLabel(l, next, inner, cols)
}

// halfLabel reports whether the row next to a lone line has nothing in the
// line's column, and a line at the row's other side has.
func halfLabel(l, next line, inner []line, cols []band) bool {
	size := sizeOf(inner)
	mine, _ := touched(l.runs[0].across(), cols, size)
	in := func(m line) bool {
		return slices.ContainsFunc(m.runs, func(r run) bool { a, b := touched(r.across(), cols, size); return a <= mine && mine <= b })
	}
	if in(next) {
		return false
	}
	off := next.box.CentreY() - l.box.CentreY()
	return slices.ContainsFunc(inner, func(m line) bool {
		return len(m.runs) == 1 && in(m) && math.Abs(m.box.CentreY()-next.box.CentreY()-off) < 0.4*size
	})
}

// centred widens columns from..to as far as the run stays in their middle, and
// within lo and hi (excluded).
func centred(b band, cols []band, from, to, lo, hi int) (int, int) {
	best, width := [2]int{from, to}, to-from
	for i := from; i >= lo; i-- {
		for j := to; j < hi; j++ {
			off := offMiddle(cols[i], cols[j], b.middle())
			if j-i > width && off < centreShare*(b.hi-b.lo)/2+1 {
				best, width = [2]int{i, j}, j-i
			}
		}
	}
	return best[0], best[1]
}

// centreShare is how far a header's middle may lie from that of its columns,
// as a share of half its own width.
const centreShare = 0.35

// offMiddle is how far x is from the middle of the columns from a to b: of
// their print, or of the places that their print is centred on.
func offMiddle(a, b band, x float64) float64 {
	return math.Min(math.Abs((a.lo+b.hi)/2-x), math.Abs((a.middle()+b.middle())/2-x))
}
