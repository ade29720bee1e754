package forms

import (
	"slices"
	"sync"
)

// script is the order in which the rows of all editions follow one another in
// a report: what the printed rows are aligned with.
type script []step

// step is one line of the script.
type step struct {
	kind  stepKind
	table string
	row   string  // id, for data rows
	names []label // wordings of the band or the row's own label; for a header, of its columns
	group label   // label of the group that a data row stands in
	cells int     // of a data row: how many values it has
}

type stepKind uint8

const (
	stepBand stepKind = iota
	stepHeader
	stepData
)

// wholeScript is the script of every edition there is.
var wholeScript = sync.OnceValue(func() script { return newScript(Editions()) })

// headerDepth is how many printed rows a header may take: the deepest form has
// three, and a stray line may cut one of them in two.
const headerDepth = 4

// newScript merges the tables of all editions. Rows that only some editions
// have stand after the row that they follow there.
func newScript(editions []Edition) script {
	var order []string
	merged := map[string]*Table{}
	for _, e := range editions {
		for _, t := range e.Tables {
			if m, ok := merged[t.ID]; ok {
				m.Columns = merge(m.Columns, t.Columns)
				m.Rows = merge(m.Rows, t.Rows)
				continue
			}
			order = append(order, t.ID)
			m := t
			m.Columns, m.Rows = slices.Clone(t.Columns), slices.Clone(t.Rows)
			merged[t.ID] = &m
		}
	}
	var s script
	for _, id := range order {
		s = append(s, steps(*merged[id])...)
	}
	return s
}

// merge adds to a the lines of b that it lacks, each after its predecessor,
// and the wordings of the lines that both have.
func merge(a, b []Line) []Line {
	at := 0
	for _, l := range b {
		i := slices.IndexFunc(a, func(x Line) bool { return x.ID == l.ID && x.Row == l.Row })
		if i < 0 {
			a = slices.Insert(a, at, l)
			at++
			continue
		}
		a[i].Also = slices.Concat(a[i].Also, []string{l.Label()}, l.Also)
		at = i + 1
	}
	return a
}

func steps(t Table) script {
	var s script
	if t.Band != "" {
		s = append(s, step{kind: stepBand, table: t.ID, names: []label{newLabel(t.Band)}})
	}
	header := step{kind: stepHeader, table: t.ID}
	if t.Corner != "" {
		header.names = append(header.names, newLabel(t.Corner))
	}
	for _, c := range t.Columns {
		for _, p := range slices.Concat(c.Path, c.Also) {
			header.names = append(header.names, newLabel(p))
		}
	}
	for range headerDepth {
		s = append(s, header)
	}
	if len(t.Rows) == 0 {
		s = append(s, step{kind: stepData, table: t.ID, names: header.names, cells: len(t.Columns)})
	}
	for _, r := range t.Rows {
		s = append(s, step{kind: stepData, table: t.ID, row: r.ID, names: r.wordings(), group: r.group(), cells: len(t.Columns)})
	}
	return s
}

// wordings gives every way in which the line's own label is known to be printed.
func (l Line) wordings() []label {
	out := []label{formLabel(l.Label())}
	for _, a := range l.Also {
		out = append(out, formLabel(a))
	}
	return out
}

func (l Line) group() label {
	if len(l.Path) < 2 {
		return label{}
	}
	return formLabel(l.Path[len(l.Path)-2])
}

// formLabel is newLabel for the texts of the forms, each made ready once.
func formLabel(s string) label {
	if l, ok := formLabels.Load(s); ok {
		return l.(label)
	}
	l := newLabel(s)
	formLabels.Store(s, l)
	return l
}

var formLabels sync.Map // string → label
