package tables

import (
	"cmp"
	"math"
	"slices"

	"nianbao/page"
)

// flow is a table found by its text: rows of runs over columns.
type flow struct {
	cols  []band
	rows  []band // from the top to the foot of their print
	em    float64
	head  int // rows of the header
	first int // the first column of values after the labels; 0 if there is none
	cells []flowCell
}

// flowCell is a cell of a flow, rows and columns with both ends included.
type flowCell struct {
	r0, r1, from, to int
	runs             []run
}

// newFlow finds columns and rows of lines; rules are the places of lines drawn
// across them, in points.
func newFlow(lines []line, rules []float64) *flow {
	f := &flow{em: sizeOf(lines)}
	if f.cols = columnsOf(lines, f.em); len(f.cols) < 2 {
		return nil
	}
	all := stripes(splitAt(lines, f.cols), f.cols, f.em)
	values := valueColumns(all, len(f.cols))
	markAnchors(all, values)
	first := slices.IndexFunc(all, func(s stripe) bool { return s.anchor && !years(s) })
	f.first = firstValues(values)
	switch white := rowWhite(all); {
	case first < 0:
		f.addRows(wordRows(all))
	case f.first > 0 && white > airy*f.em:
		f.addLabelled(all, first, math.Min(airyShare*white, stackGap*f.em))
	default:
		first = groupTitles(all, first, f.em)
		f.addHeader(stackRuns(all[:first], headStack*f.em))
		f.addRows(rowsOf(all[first:], f.first, rules))
	}
	f.deepenLabels()
	return f
}

// White between lines, in em.
const (
	airy      = 0.45 // rows further apart than this tell where their labels end
	airyShare = 0.6  // of that white: lines closer than this are of one label
	headStack = 0.45 // lines of a header closer than this are of one title
)

// firstValues is the first of the columns of values at the right of the table.
func firstValues(values []bool) int {
	c := len(values)
	for c > 0 && values[c-1] {
		c--
	}
	if c == len(values) {
		return 0
	}
	return c
}

// rowWhite is the white between two rows of values that stand one close below
// the other, in points.
func rowWhite(lines []stripe) float64 {
	least := math.Inf(1)
	last := -2
	for i, s := range lines {
		if !s.anchor {
			continue
		}
		if last == i-1 {
			least = math.Min(least, s.lo-lines[last].hi)
		}
		last = i
	}
	if math.IsInf(least, 1) {
		return 0
	}
	return least
}

// groupTitles moves the beginning of the body up over lines that hold nothing but
// the title of the first group of rows: the labels below it are set in.
func groupTitles(lines []stripe, first int, em float64) int {
	at := first
	for at > 0 && len(lines[at-1].runs) == 1 && lines[at-1].runs[0].to == 0 &&
		len(lines[first].runs) > 0 && lines[first].runs[0].box.X0 > lines[at-1].runs[0].box.X0+overlapShare*em {
		at--
	}
	return at
}

func stackRuns(lines []stripe, gap float64) []block {
	runs := make([][]run, len(lines))
	for i, s := range lines {
		for _, p := range s.runs {
			runs[i] = append(runs[i], p.run)
		}
	}
	return stack(runs, gap)
}

// addHeader puts the titles of a header over the rows to come.
func (f *flow) addHeader(blocks []block) {
	if len(blocks) == 0 {
		return
	}
	titles, rows := header(blocks, f.cols, f.em)
	f.head = rows
	f.rows = make([]band, rows)
	for r := range f.rows {
		f.rows[r] = band{math.Inf(1), math.Inf(-1)}
	}
	for _, t := range titles {
		f.put(flowCell{t.r0, t.r1, t.from, t.to, t.runs})
		if t.r0 == t.r1 {
			f.rows[t.r0].lo, f.rows[t.r0].hi = math.Min(f.rows[t.r0].lo, t.box.Y0), math.Max(f.rows[t.r0].hi, t.box.Y1)
		}
	}
}

// put adds a cell, or its runs to the one that stands in its place.
func (f *flow) put(c flowCell) {
	for i := range f.cells {
		d := &f.cells[i]
		if c.from <= d.to && d.from <= c.to && c.r0 <= d.r1 && d.r0 <= c.r1 {
			d.runs = append(d.runs, c.runs...)
			if d.r0 == c.r0 && d.r1 == c.r1 {
				d.from, d.to = min(d.from, c.from), max(d.to, c.to)
			}
			return
		}
	}
	f.cells = append(f.cells, c)
}

// addRows adds rows of runs, one cell for the runs of a row that share columns.
func (f *flow) addRows(rows []stripe) {
	for _, s := range rows {
		i := len(f.rows)
		f.rows = append(f.rows, band{s.lo, s.hi})
		runs := slices.Clone(s.runs)
		slices.SortStableFunc(runs, func(a, b placed) int { return cmp.Compare(a.from, b.from) })
		if len(runs) == 1 && runs[0].from > 0 {
			runs[0].from, runs[0].to = centred(runs[0].across(), f.cols, runs[0].from, runs[0].to, 0, len(f.cols))
		}
		n := len(f.cells)
		for _, p := range runs {
			if m := len(f.cells); m > n && p.from <= f.cells[m-1].to {
				last := &f.cells[m-1]
				last.to = max(last.to, p.to)
				last.runs = append(last.runs, p.run)
				continue
			}
			f.cells = append(f.cells, flowCell{i, i, p.from, p.to, []run{p.run}})
		}
	}
}

// addLabelled adds all the lines of a table whose rows stand apart: the labels
// left of the values are put together first, then given to the rows.
func (f *flow) addLabelled(all []stripe, first int, gap float64) {
	var anchors, rest []stripe
	left := make([][]run, len(all))
	var head [][]run
	for i, s := range all {
		var values []placed
		for _, p := range s.runs {
			if p.to < f.first || p.from < f.first && p.box.CentreX() < f.cols[f.first].lo && i >= first && s.anchor {
				left[i] = append(left[i], p.run)
			} else {
				values = append(values, p)
			}
		}
		t := stripe{runs: values, lo: s.lo, hi: s.hi, middle: s.middle, anchor: s.anchor}
		switch {
		case i < first:
			var runs []run
			for _, p := range values {
				runs = append(runs, p.run)
			}
			head = append(head, runs)
		case s.anchor:
			anchors = append(anchors, t)
		case len(values) > 0:
			rest = append(rest, t)
		}
	}
	l := sortLabels(stack(left, gap), anchors, f.em)
	f.relabel(l.columns(f.em))
	titles := append(stack(head, headStack*f.em), l.above...)
	f.addHeader(titles)
	f.addLabelledRows(anchors, rest, l)
}

// relabel puts new columns in the place of those left of the values.
func (f *flow) relabel(cols []band) {
	if len(cols) == 0 {
		cols = f.cols[:f.first]
	}
	f.cols = slices.Concat(cols, f.cols[f.first:])
	f.first = len(cols)
}

// addLabelledRows adds the rows of values with their labels, and the bands and
// titles between them, then the labels of groups.
func (f *flow) addLabelledRows(anchors, rest []stripe, l labels) {
	body := slices.Clone(anchors)
	middle := l.middle(f.em)
	for i := range body {
		body[i].runs = f.placeAll(body[i].runs)
		for _, b := range l.rows[i] {
			own := f.placeBlock(b)
			if from := f.shifted(b, middle); from < own[0].from {
				for k := range own {
					own[k].from = from
				}
			}
			body[i].runs = append(body[i].runs, own...)
		}
	}
	for _, b := range l.others {
		body = append(body, stripe{runs: f.placeBlock(b), lo: b.box.Y0, hi: b.box.Y1, middle: b.box.CentreY()})
	}
	for _, s := range rest {
		s.runs = f.placeAll(s.runs)
		body = append(body, s)
	}
	slices.SortStableFunc(body, func(a, b stripe) int { return cmp.Compare(a.middle, b.middle) })
	top := len(f.rows)
	f.addRows(body)
	for _, g := range l.groups {
		p := f.placeBlock(g)
		r0, r1 := f.rowsBeside(g.box, top)
		f.put(flowCell{r0, r1, p[0].from, p[0].to, g.runs})
	}
}

// shifted gives the first column of a row's label that stands left of the
// middle that the others share: it is centred over columns before its own too.
func (f *flow) shifted(b block, middle float64) int {
	last := f.first - 1
	at := b.box.CentreX()
	if math.IsNaN(middle) || at > middle-centreOff*f.em {
		return last
	}
	best := last
	off := func(c int) float64 { return math.Abs((f.cols[c].lo+f.cols[last].hi)/2 - at) }
	for c := range last {
		if off(c) < off(best) {
			best = c
		}
	}
	return best
}

// rowsBeside gives the rows from top on that stand beside the box, or else the
// nearest.
func (f *flow) rowsBeside(b page.Box, top int) (r0, r1 int) {
	r0, r1 = len(f.rows), -1
	near := top
	for r := top; r < len(f.rows); r++ {
		if f.rows[r].overlap(band{b.Y0, b.Y1}) > 0 {
			r0, r1 = min(r0, r), max(r1, r)
		}
		if math.Abs(f.rows[r].middle()-b.CentreY()) < math.Abs(f.rows[near].middle()-b.CentreY()) {
			near = r
		}
	}
	if r1 < 0 {
		return near, near
	}
	return r0, r1
}

// placeAll gives runs their columns, once more after columns have changed.
func (f *flow) placeAll(runs []placed) []placed {
	out := make([]placed, len(runs))
	for i, p := range runs {
		from, to := touched(p.across(), f.cols, f.em)
		out[i] = placed{p.run, from, to}
	}
	return out
}

// placeBlock gives all the runs of a block the columns of the whole.
func (f *flow) placeBlock(b block) []placed {
	from, to := touched(b.across(), f.cols, f.em)
	var out []placed
	for _, r := range b.runs {
		out = append(out, placed{r, from, to})
	}
	return out
}

// groupShare is the share of rows from which a column holds a label for each row,
// not for groups of them.
const groupShare = 0.6

// deepenLabels joins, in the columns left of the rows' own labels, the lines
// of a label that heads several rows, and spreads it over the rows that it
// stands in the middle of.
func (f *flow) deepenLabels() {
	for c := 0; c < f.first-1; c++ {
		if rows := len(f.rows) - f.head; float64(len(f.inColumn(c))) > groupShare*float64(rows) {
			continue
		}
		f.joinStack(c)
		f.spreadStack(c)
	}
}

// inColumn gives the body's cells that stand in the column alone, in order.
func (f *flow) inColumn(col int) []int {
	var out []int
	for i, c := range f.cells {
		if c.from == col && c.to == col && c.r0 >= f.head && len(c.runs) > 0 {
			out = append(out, i)
		}
	}
	return out
}

func (c flowCell) bound() page.Box {
	var b page.Box
	for _, p := range c.runs {
		b = b.Union(p.box)
	}
	return b
}

// stackGap is the white, in em, between two lines of one label.
const stackGap = 0.6

func (f *flow) joinStack(col int) {
	held := -1
	for _, i := range f.inColumn(col) {
		c := &f.cells[i]
		if held >= 0 && c.bound().Y0-f.cells[held].bound().Y1 < stackGap*f.em && f.free(col, f.cells[held].r1+1, c.r0-1) {
			f.cells[held].runs = append(f.cells[held].runs, c.runs...)
			f.cells[held].r1 = c.r1
			c.runs = nil
			continue
		}
		held = i
	}
	f.cells = slices.DeleteFunc(f.cells, func(c flowCell) bool { return len(c.runs) == 0 })
}

// free reports whether no cell stands in the column in rows from..to.
func (f *flow) free(col, from, to int) bool {
	return !slices.ContainsFunc(f.cells, func(c flowCell) bool {
		return c.from <= col && col <= c.to && c.r0 <= to && c.r1 >= from
	})
}

// spreadOff is how far, in em, the middle of a group's label may lie from that
// of its rows.
const spreadOff = 0.35

func (f *flow) spreadStack(col int) {
	for _, i := range f.inColumn(col) {
		c := &f.cells[i]
		lo, hi := c.r0, c.r1
		for lo > f.head && f.free(col, lo-1, lo-1) {
			lo--
		}
		for hi < len(f.rows)-1 && f.free(col, hi+1, hi+1) {
			hi++
		}
		middle, width := c.bound().CentreY(), c.r1-c.r0
		for a := c.r0; a >= lo; a-- {
			for b := c.r1; b <= hi; b++ {
				off := math.Abs((f.rows[a].lo+f.rows[b].hi)/2 - middle)
				if b-a > width && off < spreadOff*f.em {
					c.r0, c.r1, width = a, b, b-a
				}
			}
		}
	}
}

// edges gives the places of rows and columns.
func (f *flow) edges() (xs, ys []float64) {
	ys = []float64{f.rows[0].lo}
	for i := 1; i < len(f.rows); i++ {
		ys = append(ys, (f.rows[i-1].hi+f.rows[i].lo)/2)
	}
	return between(f.cols), append(ys, f.rows[len(f.rows)-1].hi)
}

// netCells gives the cells of the flow with their glyphs.
func (f *flow) netCells() []netCell {
	out := make([]netCell, len(f.cells))
	for i, c := range f.cells {
		out[i].place = place{c.r0, c.from, c.r1 + 1, c.to + 1}
		for _, r := range c.runs {
			out[i].glyphs = append(out[i].glyphs, r.glyphs...)
		}
	}
	return out
}

// grid gives the flow as a table.
func (f *flow) grid(p *page.Page) Grid {
	xs, ys := f.edges()
	g := undrawn(p, xs, ys, f.netCells())
	for _, c := range f.cells {
		g.Parts[0].Box = g.Parts[0].Box.Union(c.bound())
	}
	g.flows = f.cols
	return g
}
