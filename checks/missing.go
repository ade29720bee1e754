package checks

import (
	"slices"

	"nianbao/forms"
	"nianbao/segment"
)

// missing lists the tables, rows and sections that the form asks for and the
// report does not have.
func (c *checker) missing(in Input) {
	for _, want := range expected(in.Binding, in.Year) {
		i := slices.IndexFunc(in.Binding.Tables, func(b forms.Bound) bool { return b.ID == want })
		if i < 0 {
			c.add(Finding{Rule: RuleMissingTable, Table: want, Class: ClassSource})
			continue
		}
		for _, row := range in.Binding.Tables[i].Missing {
			c.add(Finding{Rule: RuleMissingRow, Table: want, Row: row, Class: ClassSource})
		}
	}
	for _, key := range segment.Keys() {
		if !slices.ContainsFunc(in.Sections, func(s segment.Section) bool { return s.Key == key }) {
			c.add(Finding{Rule: RuleMissingSection, Section: string(key), Class: ClassSource})
		}
	}
}

// expected gives the ids of the tables that a report must have: in each section
// those of the edition that its printed tables follow; in a section without
// tables those of the edition that most of the report follows.
func expected(b forms.Binding, year int) []string {
	main := mainEdition(b, year)
	var out []string
	for _, e := range forms.Editions() {
		for _, t := range e.Tables {
			of := sectionEdition(b, t.Section)
			if of == "" {
				of = main
			}
			if of == e.ID {
				out = append(out, t.ID)
			}
		}
	}
	return out
}

func sectionEdition(b forms.Binding, section string) string {
	votes := map[string]int{}
	for _, t := range b.Tables {
		if e, ok := forms.EditionByID(t.Edition); ok {
			if form, ok := e.Table(t.ID); ok && form.Section == section {
				votes[t.Edition]++
			}
		}
	}
	return mostVoted(votes)
}

// mainEdition is the edition of most tables, or of the year where there are none.
func mainEdition(b forms.Binding, year int) string {
	votes := map[string]int{}
	for _, t := range b.Tables {
		votes[t.Edition]++
	}
	if id := mostVoted(votes); id != "" {
		return id
	}
	id := ""
	for _, e := range forms.Editions() {
		if id == "" || year == 0 || e.From <= year {
			id = e.ID
		}
	}
	return id
}

// mostVoted is the edition with the most votes, the newest of equals.
func mostVoted(votes map[string]int) string {
	best := ""
	for _, e := range forms.Editions() {
		if n := votes[e.ID]; n > 0 && n >= votes[best] {
			best = e.ID
		}
	}
	return best
}

// odd lists what was printed and not understood.
func (c *checker) odd(b forms.Binding) {
	for _, l := range b.Undecided {
		c.add(Finding{Rule: RuleUndecided, Table: l.Table, Row: l.Row, Raw: l.Text, Class: ClassUndecided})
	}
	for _, l := range b.Unknown {
		c.add(Finding{Rule: RuleUnknownRow, Table: l.Table, Raw: l.Text, Class: ClassSource})
	}
	for _, f := range b.Facts {
		if f.Kind == forms.KindText {
			c.add(Finding{
				Rule: RuleNotANumber, Table: f.Table, Row: f.Row, Col: f.Col, Raw: f.Raw, Class: ClassUndecided, Facts: []string{f.Key()},
			})
		}
	}
}
