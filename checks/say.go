package checks

import (
	"strconv"

	"nianbao/forms"
	"nianbao/internal/catalogue"
)

// Say gives the finding as a sentence that a clerk understands.
func (f Finding) Say(s catalogue.Speaker) string {
	key := "finding." + string(f.Rule)
	if f.AssumedZero {
		return s.Say(key, f.words(s)...) + s.Say("finding.assumed_zero")
	}
	return s.Say(key, f.words(s)...)
}

// words gives the arguments of the rule's sentence: table, row and column by
// name, the two sides and their difference, the section, what was printed, the
// slip that a wrong cell looks like, and the number of cells that take part.
func (f Finding) words(s catalogue.Speaker) []string {
	number := func(n *forms.Number) string {
		if n == nil {
			return s.Say("finding.nothing")
		}
		return n.String()
	}
	section := ""
	if f.Section != "" {
		section = s.Say("section." + f.Section)
	}
	return []string{
		f.table(s), forms.RowLabel(f.Table, f.Row), forms.ColumnLabel(f.Table, f.Col),
		number(f.Left), number(f.Right), number(f.Delta), section, f.Raw, f.slip(s), strconv.Itoa(len(f.Facts)),
	}
}

// slip says what the printed value of a wrong cell looks like.
func (f Finding) slip(s catalogue.Speaker) string {
	if f.Left == nil || f.Right == nil {
		return ""
	}
	if i := slipOf(f.Left.String(), f.Right.String()); i < len(slips) {
		return s.Say("slip." + slips[i].name)
	}
	return ""
}

func (f Finding) table(s catalogue.Speaker) string {
	if f.Table == "" {
		return ""
	}
	return s.Say("table." + f.Table)
}
