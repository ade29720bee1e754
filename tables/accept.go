package tables

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A table without drawn cells must show that it is one. Prose in two columns,
// lists, contents pages and letterheads also stand in aligned runs; what tells
// a table from them is many short cells, most of them filled, values one below
// the other, and rules across it.
const (
	leastRows     = 3   // rows with two cells or more, where no rules help
	leastFilled   = 0.4 // cells to the places of the net that hold text
	leastValues   = 0.5 // share of the cells right of the labels that hold values
	leastAlone    = 0.9 // share of the runs that stand alone on their line in their cell
	longCell      = 40  // letters; a table's cells are shorter in the mean
	threeLines    = 3   // rules over a table, under its header, and under it
	wordColumns   = 3   // a table of words alone has at least so many columns
	leaderDots    = "..."
	leaderEllipse = "……"
)

// evidence is what speaks for a flow as a table.
type evidence struct {
	rows   int     // with two cells or more
	filled float64 // cells to the places of the net
	values float64 // share of the cells right of the first column
	alone  float64 // share of the runs alone on their line in their cell
	letter float64 // mean letters a cell
}

func (f *flow) evidence() evidence {
	var e evidence
	perRow := make([]int, len(f.rows))
	runs, alone, letters, body, values := 0, 0, 0, 0, 0
	for _, c := range f.cells {
		for r := c.r0; r <= c.r1; r++ {
			perRow[r]++
		}
		text := c.text()
		n, of := countAlone(c.runs)
		alone, runs = alone+n, runs+of
		letters += utf8.RuneCountInString(text)
		if c.from > 0 && c.r0 >= f.head {
			body++
			if value(text) {
				values++
			}
		}
	}
	for _, n := range perRow {
		if n > 1 {
			e.rows++
		}
	}
	e.filled = share(len(f.cells), len(f.rows)*len(f.cols))
	e.values = share(values, body)
	e.alone = share(alone, runs)
	e.letter = share(letters, len(f.cells))
	return e
}

func share(n, of int) float64 { return float64(n) / math.Max(1, float64(of)) }

// besideGap is the gap, in em, from which two runs on a line of one cell are
// two texts and not words far apart.
const besideGap = 1.0

// beside reports whether another run of the cell stands on the line of run i,
// clear of it.
func beside(runs []run, i int) bool {
	r := runs[i]
	left, right := math.Inf(1), math.Inf(1) // the gaps to the nearest at both sides
	for j, s := range runs {
		if j == i || math.Abs(r.box.CentreY()-s.box.CentreY()) >= lineShare*r.size {
			continue
		}
		if gap := -r.across().overlap(s.across()); s.box.X0 < r.box.X0 {
			left = math.Min(left, gap)
		} else {
			right = math.Min(right, gap)
		}
	}
	clear := func(gap float64) bool { return gap > besideGap*r.size && !math.IsInf(gap, 1) }
	return clear(left) || clear(right)
}

// table reports whether the flow is a table; rules is how many lines are drawn
// across all of it.
func (f *flow) table(rules int) bool {
	e := f.evidence()
	rows := leastRows
	if rules >= threeLines {
		rows--
	}
	if e.rows < rows || e.filled < leastFilled || e.alone < leastAlone || e.letter > longCell || f.contents() || f.pairs() {
		return false
	}
	if e.values >= leastValues {
		return true
	}
	return rules > 1 && len(f.cols) >= wordColumns
}

// contents reports whether the rows are a table of contents: leaders of dots,
// or numbered headings with page numbers that never fall.
func (f *flow) contents() bool {
	dots := 0
	for _, c := range f.cells {
		if text := strings.ReplaceAll(c.text(), " ", ""); strings.Contains(text, leaderDots) || strings.Contains(text, leaderEllipse) {
			dots++
		}
	}
	return 3*dots > len(f.rows) || f.paged()
}

// paged reports whether the rows are numbered from the first on and end in
// whole numbers that never fall.
func (f *flow) paged() bool {
	last, numbered, rows := 0, 0, 0
	for _, c := range f.cells {
		text := strings.TrimSpace(c.text())
		switch {
		case c.from == 0:
			if n, err := strconv.Atoi(strings.TrimRight(text, ".．、")); err == nil && n == rows+1 || enumerated(text) {
				numbered++
			}
			rows++
		case c.to == len(f.cols)-1:
			n, err := strconv.Atoi(text)
			if err != nil || n < last || n == 0 {
				return false
			}
			last = n
		case value(text):
			return false
		}
	}
	return rows > 0 && 3*numbered > 2*rows
}

// pairs reports whether the rows are a list of names and what they stand for:
// 联系人：… 电话：…
func (f *flow) pairs() bool {
	marks, firsts := 0, 0
	for _, c := range f.cells {
		if c.from > 0 {
			continue
		}
		firsts++
		text := c.text()
		last, _ := utf8.DecodeLastRuneInString(text)
		first, n := utf8.DecodeRuneInString(text)
		bullet := n == len(text) && !unicode.IsLetter(first) && !unicode.IsDigit(first)
		if last == ':' || last == '：' || bullet {
			marks++
		}
	}
	return 2*marks > firsts
}

// text is the letters of a cell, in no order that a reader would want.
func (c flowCell) text() string {
	var b strings.Builder
	for _, r := range c.runs {
		b.WriteString(r.text)
	}
	return b.String()
}
