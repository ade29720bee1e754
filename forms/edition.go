package forms

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"sync"
)

// Edition is one statutory form: a notice of the State Council's General
// Office and the tables it prescribes. Editions are embedded data; adding one
// means adding a file to data/, not code.
type Edition struct {
	ID     string  `json:"edition"`
	Notice string  `json:"notice"` // the notice that prescribes the form
	From   int     `json:"from"`   // first report year of its use
	Tables []Table `json:"tables"`
}

// Table is one statutory table.
type Table struct {
	ID      string `json:"id"`
	Section string `json:"section"`          // key of the section it stands in
	Band    string `json:"band,omitempty"`   // full-width row above the table
	Corner  string `json:"corner,omitempty"` // text of the header over the row labels
	Unit    string `json:"unit,omitempty"`   // of its numbers, where a column says no other
	Columns []Line `json:"columns"`
	// Rows is empty for a table of one data row without a label; its columns
	// then name the row.
	Rows []Line `json:"rows"`
	Sums []Sum  `json:"sums,omitempty"`
}

// Line is a row or a column of a table.
type Line struct {
	ID   string   `json:"id"`
	Path []string `json:"path"`           // printed labels from the outermost group to its own
	Also []string `json:"also,omitempty"` // other wordings of its own label, seen in real reports
	Row  string   `json:"row,omitempty"`  // of a column: the row id of its cells, where rows have no labels
	Unit string   `json:"unit,omitempty"`
}

// Label is the line's own label, the last of its path.
func (l Line) Label() string { return l.Path[len(l.Path)-1] }

// Sum is one 勾稽关系: the terms on the left add up to the terms on the right,
// in every column (the terms are rows) or in every row (the terms are columns).
type Sum struct {
	Rule  string   `json:"rule"`
	Per   Per      `json:"per"`
	At    string   `json:"at"` // the row or column at which a breach is reported
	Left  []string `json:"left"`
	Right []string `json:"right"`
}

// Per says whether a sum runs down columns or along rows.
type Per string

// The two directions of a sum.
const (
	PerColumn Per = "column"
	PerRow    Per = "row"
)

// Table gives the edition's table of that id.
func (e Edition) Table(id string) (Table, bool) {
	for _, t := range e.Tables {
		if t.ID == id {
			return t, true
		}
	}
	return Table{}, false
}

// Cells gives the row and column ids of every cell that the table has, row by
// row in the form's order.
func (t Table) Cells() [][2]string {
	var cells [][2]string
	if len(t.Rows) == 0 {
		for _, c := range t.Columns {
			cells = append(cells, [2]string{c.Row, c.ID})
		}
		return cells
	}
	for _, r := range t.Rows {
		for _, c := range t.Columns {
			cells = append(cells, [2]string{r.ID, c.ID})
		}
	}
	return cells
}

// unit is the unit of the cells of a column; empty where the form prints none.
func (t Table) unit(c Line) string {
	if c.Unit != "" {
		return c.Unit
	}
	return t.Unit
}

//go:embed data/*.json
var data embed.FS

// Editions gives every known edition, oldest first. The result is shared:
// callers do not change it.
var Editions = sync.OnceValue(func() []Edition {
	all, err := load(data)
	if err != nil {
		panic(fmt.Sprintf("forms: embedded data: %v", err)) // a broken build, found by any test
	}
	return all
})

// load reads the editions of a folder and refuses fields that it does not know.
func load(fsys fs.FS) ([]Edition, error) {
	names, err := fs.Glob(fsys, "data/*.json")
	if err != nil {
		return nil, err
	}
	var all []Edition
	for _, name := range names {
		raw, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		var e Edition
		dec := json.NewDecoder(bytes.NewReader(raw))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&e); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b Edition) int { return a.From - b.From })
	return all, nil
}

// EditionByID gives the edition of that id.
func EditionByID(id string) (Edition, bool) {
	for _, e := range Editions() {
		if e.ID == id {
			return e, true
		}
	}
	return Edition{}, false
}
