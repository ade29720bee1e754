package forms

import (
	"cmp"
	"slices"

	"nianbao/page"
	"nianbao/tables"
)

// Binding is what was found of the statutory tables in one report.
type Binding struct {
	Tables []Bound
	Facts  []Fact // in the form's order
	// Unknown holds printed rows, within a statutory table, that the form does
	// not have. Undecided holds rows whose values cannot be told apart with
	// certainty: nothing of them is a fact.
	Unknown, Undecided []Loose
	// Grids holds the indices of the grids in which a table was found.
	Grids []int
	// Claimed tells for each line of a text flow whether a table took it.
	Claimed []bool
}

// Bound is one statutory table as found.
type Bound struct {
	ID      string
	Edition string
	Grid    tables.Grid
	Found   []string // ids of the rows that are printed, in the form's order
	Missing []string // ids of the rows of the edition that are not
}

// Loose is a printed row that no key could be given to.
type Loose struct {
	Table string
	Row   string // id of the row, where its label is known
	Text  string // as printed, cells parted by |
	Page  int
	Box   *page.Box
	Line  int
}

// Form gives the edition that the tables follow: one id where all agree, mixed
// where they do not, and "" where there is no table.
func (b Binding) Form() string {
	form := ""
	for _, t := range b.Tables {
		switch {
		case form == "":
			form = t.Edition
		case form != t.Edition:
			return Mixed
		}
	}
	return form
}

// Mixed is the form of a report whose tables follow several editions.
const Mixed = "mixed"

// BindGrids binds the tables of a report with pages. year is the report's, or
// 0; it decides only where the tables themselves leave the edition open.
func BindGrids(grids []tables.Grid, year int) Binding {
	b := binder{rows: gridRows(grids), grids: grids, year: year}
	return b.bind()
}

// BindText binds the tables of a plain text.
func BindText(lines []page.Line, year int) Binding {
	b := binder{rows: flowRows(lines), year: year}
	out := b.bind()
	out.Claimed = make([]bool, len(lines))
	for _, i := range b.claimed {
		out.Claimed[i] = true
	}
	return out
}

// binder carries one binding through its steps.
type binder struct {
	script  script
	rows    []row
	steps   []int // for each row its step of the script, or -1
	grids   []tables.Grid
	year    int
	claimed []int
	taken   map[int]bool // rows that were read as a piece of the row beside them
}

// found is one statutory table in the printed rows: the places, in binder.rows,
// of its band, of its header and of its data, with the row ids of the data.
type found struct {
	id     string
	header []int
	data   []int
	ids    []string
	start  int // first row that belongs to the table: band or header
	end    int // after its last row
	layout []layout
}

func (b *binder) bind() Binding {
	b.script, b.taken = wholeScript(), map[int]bool{}
	b.steps = align(b.rows, b.script)
	tables := b.locate()
	editions := b.chooseEditions(tables)
	var out Binding
	for i, t := range tables {
		b.read(&out, t, editions[i])
		for j := t.start; j < t.end; j++ {
			if n := b.rows[j].grid; n >= 0 && !slices.Contains(out.Grids, n) {
				out.Grids = append(out.Grids, n)
			}
		}
	}
	return out
}

// locate gathers the aligned rows by table.
func (b *binder) locate() []found {
	var out []found
	previous := 0 // after the last row of the table before
	for i, k := range b.steps {
		if k < 0 {
			continue
		}
		step := b.script[k]
		if len(out) == 0 || out[len(out)-1].id != step.table {
			out = append(out, found{id: step.table, start: i})
		}
		t := &out[len(out)-1]
		t.end = i + 1
		switch step.kind {
		case stepData:
			if len(t.data) == 0 {
				t.header = b.headerAbove(i, previous, t.header)
			}
			t.data = append(t.data, i)
			t.ids = append(t.ids, step.row)
		case stepHeader:
			t.header = append(t.header, i)
		}
		if len(t.header) > 0 {
			t.start = min(t.start, t.header[0])
		}
		previous = i + 1
	}
	for i := range out {
		out[i].layout = b.layouts(out[i])
	}
	return out
}

// headerAbove gives the rows of a table's header: those recognised, and the
// rows of words that stand between them, or between a band and the data.
func (b *binder) headerAbove(first, floor int, known []int) []int {
	from := first
	for i := first - 1; i >= 0 && b.rows[i].grid == b.rows[first].grid; i-- {
		band := b.steps[i] >= 0 && b.script[b.steps[i]].kind == stepBand
		if band || i < floor && (len(known) == 0 || i < known[0]) || b.rows[i].numbers() > 0 {
			break
		}
		if b.rows[i].grid < 0 && !slices.Contains(known, i) {
			continue // in a text flow only what was recognised is header
		}
		from = i
	}
	var out []int
	for i := from; i < first; i++ {
		if b.rows[i].grid >= 0 || slices.Contains(known, i) {
			out = append(out, i)
		}
	}
	return out
}

// layout is how the values of a table stand in one grid.
type layout struct {
	grid    int
	start   int // first column of values
	printed []column
	pairs   []int // for each printed column the form's, or -1
}

// layouts reads the columns of a table in each grid that it stands in.
func (b *binder) layouts(t found) []layout {
	var out []layout
	for n := 0; n < len(t.data); {
		grid := b.rows[t.data[n]].grid
		var data, header []row
		for ; n < len(t.data) && b.rows[t.data[n]].grid == grid; n++ {
			data = append(data, b.rows[t.data[n]])
		}
		if grid < 0 {
			continue
		}
		for _, i := range t.header {
			if b.rows[i].grid == grid {
				header = append(header, b.rows[i])
			}
		}
		start := labelEnd(data)
		out = append(out, layout{grid: grid, start: start, printed: columnsOf(header, start, b.grids[grid].Cols)})
	}
	return out
}

func (t found) layoutOf(grid int) layout {
	for _, l := range t.layout {
		if l.grid == grid {
			return l
		}
	}
	return layout{grid: grid}
}

// headerWords gives the words over and before the data of a table in a text
// flow, where columns are told by their words alone.
func (b *binder) headerWords(t found) []label {
	var out []label
	for _, i := range t.header {
		for _, c := range b.rows[i].labels() {
			out = append(out, c.label)
		}
	}
	if len(t.data) > 0 {
		for _, c := range b.rows[t.data[0]].labels() {
			out = append(out, c.label)
		}
	}
	return out
}

// rankFacts orders facts as the form does.
func rankFacts(facts []Fact, t Table) {
	order := map[[2]string]int{}
	for i, c := range t.Cells() {
		order[c] = i
	}
	slices.SortStableFunc(facts, func(x, y Fact) int {
		return cmp.Compare(order[[2]string{x.Row, x.Col}], order[[2]string{y.Row, y.Col}])
	})
}
