package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nianbao/forms"
	"nianbao/report"
)

// tally is what was found of a statutory table.
type tally struct {
	found          bool // the report has the table, be it empty
	rows, formRows int
	cells          int // that the form has
	numbers        int
	blanks         int
	signs          int // dashes, slashes, 无 and other texts
	absent         int // cells that the report does not have
}

// count tallies a table over the cells of its form.
func (b *book) count(t formTable) tally {
	c := tally{found: slices.ContainsFunc(b.r.Tables, func(o report.Table) bool { return o.ID == t.ID })}
	formRows, rows := map[string]bool{}, map[string]bool{}
	for _, ids := range t.Cells() {
		c.cells++
		formRows[ids[0]] = true
		f := b.facts[t.ID+"/"+ids[0]+"/"+ids[1]]
		if f == nil {
			c.absent++
			continue
		}
		rows[ids[0]] = true
		switch {
		case f.Value != nil:
			c.numbers++
		case f.Kind == forms.KindBlank:
			c.blanks++
		default:
			c.signs++
		}
	}
	c.rows, c.formRows = len(rows), len(formRows)
	return c
}

// pages gives the pages that tables stand on: 第 4、5 页.
func (b *book) pages(ids ...string) string {
	var pages []int
	for _, t := range b.r.Tables {
		if !slices.Contains(ids, t.ID) {
			continue
		}
		for _, p := range t.Parts {
			if p.Page > 0 {
				pages = append(pages, p.Page)
			}
		}
	}
	slices.Sort(pages)
	var out []string
	for _, p := range slices.Compact(pages) {
		out = append(out, strconv.Itoa(p))
	}
	if len(out) == 0 {
		return ""
	}
	return fmt.Sprintf(patternOnPages, strings.Join(out, wordAnd))
}
