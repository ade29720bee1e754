package checks

import (
	"strconv"

	"nianbao/forms"
	"nianbao/internal/catalogue"
)

// RuleReadingsDiffer is broken where two readings of one page, by programs that
// know nothing of each other, do not print the same in a cell.
const RuleReadingsDiffer Rule = "readings_differ"

// absent stands for a cell that one of the readings does not have.
const absent = "∅"

// CompareReadings gives a finding for each cell that the two readings do not
// agree on, in the order of the first; cells that only the second has come
// last. Left is the first reading's number and Right the second's; Raw holds
// what both print.
func CompareReadings(first, second []forms.Fact) []Finding {
	other := make(map[string]forms.Fact, len(second))
	for _, f := range second {
		other[f.Key()] = f
	}
	var out []Finding
	for _, f := range first {
		g, ok := other[f.Key()]
		delete(other, f.Key())
		switch {
		case !ok:
			out = append(out, differing(f, f.Value, nil, strconv.Quote(f.Raw), absent))
		case !agree(f, g):
			out = append(out, differing(f, f.Value, g.Value, strconv.Quote(f.Raw), strconv.Quote(g.Raw)))
		}
	}
	for _, g := range second {
		if _, left := other[g.Key()]; left {
			out = append(out, differing(g, nil, g.Value, absent, strconv.Quote(g.Raw)))
		}
	}
	return out
}

// agree reports whether two readings of a cell say the same: the same number,
// or no number and the same kind of print.
func agree(f, g forms.Fact) bool {
	switch {
	case f.Value != nil && g.Value != nil:
		return f.Value.Equal(*g.Value)
	case f.Value != nil || g.Value != nil || f.Kind != g.Kind:
		return false
	}
	return f.Kind != forms.KindText || f.Raw == g.Raw
}

func differing(at forms.Fact, left, right *forms.Number, print, again string) Finding {
	f := Finding{
		Rule: RuleReadingsDiffer, Severity: Warning, Class: ClassUndecided,
		Table: at.Table, Row: at.Row, Col: at.Col,
		Left: left, Right: right, Raw: print + " ≠ " + again, Facts: []string{at.Key()},
	}
	if left != nil && right != nil {
		delta := left.Sub(*right)
		f.Delta = &delta
	}
	f.Message = f.Say(catalogue.Chinese)
	f.ID = fingerprint(f)
	return f
}
