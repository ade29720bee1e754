package checks

import (
	"slices"
	"strings"

	"nianbao/forms"
)

// tally is one sum of the form along one row or column, evaluated.
type tally struct {
	rule        Rule
	table       string
	at          [2]string // row and column at which a breach is reported
	left, right side
}

// off is by how much the left side exceeds the right.
func (t tally) off() forms.Number { return t.left.sum.Sub(t.right.sum) }

func (t tally) assumedZero() bool { return t.left.assumed || t.right.assumed }

// side is one side of a sum.
type side struct {
	sum     forms.Number
	keys    []string
	missing []string // cells that lack, so that the sum cannot be assessed
	assumed bool     // an addend without a number counted as zero
}

// tally evaluates one rule along every row or column of a table. What cannot
// be assessed is listed as such and left out.
func (c *checker) tally(form forms.Table, s forms.Sum) []tally {
	totals := totalsOf(form)
	var out []tally
	for _, line := range lines(form, s.Per) {
		cell := func(term string) string { return form.ID + "/" + line + "/" + term }
		at := [2]string{line, s.At}
		if s.Per == forms.PerColumn {
			cell = func(term string) string { return form.ID + "/" + term + "/" + line }
			at = [2]string{s.At, line}
		}
		left := c.side(s.Left, cell, totals)
		right := c.side(s.Right, cell, totals)
		missing := slices.Concat(left.missing, right.missing)
		if len(missing) > 0 {
			c.unassessed = append(c.unassessed, Unassessed{Rule(s.Rule), form.ID, at[0], at[1], missing})
			c.owe(left, right)
			continue
		}
		out = append(out, tally{rule: Rule(s.Rule), table: form.ID, at: at, left: left, right: right})
	}
	return out
}

// owe marks the totals that a sum lacks, unless its addends are known to be
// nothing: counted as zero in the other direction they would mislead.
func (c *checker) owe(left, right side) {
	if len(right.missing) == 0 && right.sum.IsZero() {
		return
	}
	for _, key := range slices.Concat(left.missing, right.missing) {
		c.owed[key] = true
	}
}

// lines gives the rows or columns along which a sum of that direction runs.
func lines(form forms.Table, per forms.Per) []string {
	var out []string
	for _, cell := range form.Cells() {
		line := cell[0]
		if per == forms.PerColumn {
			line = cell[1]
		}
		if !slices.Contains(out, line) {
			out = append(out, line)
		}
	}
	return out
}

// totalsOf gives the rows and columns that are a total of others: a total that
// prints no number cannot count as zero.
func totalsOf(form forms.Table) map[string]bool {
	totals := map[string]bool{}
	for _, s := range form.Sums {
		if len(s.Left) == 1 {
			totals[s.Left[0]] = true
		}
	}
	return totals
}

func (c *checker) side(terms []string, cell func(string) string, totals map[string]bool) side {
	var s side
	for _, term := range terms {
		key := cell(term)
		f, ok := c.facts[key]
		switch {
		case ok && f.Value != nil:
			s.sum = s.sum.Add(*f.Value)
			s.keys = append(s.keys, key)
		case !ok || totals[term] || f.Kind == forms.KindText:
			s.missing = append(s.missing, key)
		default:
			s.assumed = true
			s.keys = append(s.keys, key)
		}
	}
	return s
}

// broken lists a sum that does not hold.
func (c *checker) broken(t tally) {
	delta := t.off()
	if delta.IsZero() {
		return
	}
	c.add(Finding{
		Rule: t.rule, Table: t.table, Row: t.at[0], Col: t.at[1],
		Left: &t.left.sum, Right: &t.right.sum, Delta: &delta, Class: c.class,
		AssumedZero: t.assumedZero(), Facts: slices.Concat(t.left.keys, t.right.keys),
	})
}

// classOf says whose fault the broken sums of a table are: where rows of it
// could not be read with certainty, that is open.
func classOf(b forms.Binding, table string) Class {
	of := func(l forms.Loose) bool { return l.Table == table }
	if slices.ContainsFunc(b.Unknown, of) || slices.ContainsFunc(b.Undecided, of) {
		return ClassUndecided
	}
	return ClassSource
}

// place splits the key of a fact into row and column.
func place(key string) (row, col string) {
	parts := strings.Split(key, "/")
	return parts[1], parts[2]
}
