package checks

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"nianbao/forms"
)

// sample is a report's tables in the making: what each cell prints, by key.
type sample map[string]string

// consistent gives tables of the 2021 form that obey all sums, of a size that
// differs from one to the next.
func consistent(rng *rand.Rand) sample {
	s := sample{}
	n := numbers{}
	size := []int{4, 60, 900, 40000}[rng.IntN(4)]
	requests := formTable("2021", "requests")
	for _, col := range personCols {
		for _, row := range resultRows(requests) {
			if rng.IntN(3) > 0 {
				n.add(rng.IntN(size), "requests", row, col)
			}
		}
		done := n["requests/results_total/"+col]
		out := rng.IntN(size)
		in := rng.IntN(min(size, done+out) + 1)
		n.add(out, "requests", "carried_out", col)
		n.add(in, "requests", "carried_in", col)
		n.add(done+out-in, "requests", "received", col)
	}
	for _, cell := range formTable("2021", "review").Cells() {
		if cell[1] != "total" {
			n.add(rng.IntN(size), "review", cell[0], cell[1])
		}
	}
	for _, id := range []string{"requests", "review"} {
		for _, cell := range formTable("2021", id).Cells() {
			key := id + "/" + cell[0] + "/" + cell[1]
			s[key] = forms.Int(int64(n[key])).String()
		}
	}
	return s
}

// numbers are counts by key; adding one adds it to its totals.
type numbers map[string]int

func (n numbers) add(count int, table, row, col string) {
	rows := []string{row}
	if table == "requests" && slices.Contains(resultRows(formTable("2021", table)), row) {
		rows = append(rows, "results_total")
	}
	for _, r := range rows {
		n[table+"/"+r+"/"+col] += count
		n[table+"/"+r+"/total"] += count
	}
}

var personCols = []string{"natural_person", "business", "research", "public_welfare", "legal_service", "other_org"}

func formTable(edition, id string) forms.Table {
	e, _ := forms.EditionByID(edition)
	t, _ := e.Table(id)
	return t
}

// resultRows gives the rows that results_total adds up.
func resultRows(t forms.Table) []string {
	i := slices.IndexFunc(t.Sums, func(s forms.Sum) bool { return s.Rule == "results_total" })
	return t.Sums[i].Right
}

// with gives the sample with some cells changed; a cell that is set to "absent"
// is not there at all.
func (s sample) with(changes sample) sample {
	out := maps.Clone(s)
	maps.Copy(out, changes)
	return out
}

// binding binds the sample to tables of the 2021 edition.
func (s sample) binding() forms.Binding { return s.bindingOf("2021") }

func (s sample) bindingOf(editionID string) forms.Binding {
	var b forms.Binding
	edition, _ := forms.EditionByID(editionID)
	for _, t := range edition.Tables {
		bound := forms.Bound{ID: t.ID, Edition: edition.ID}
		for _, cell := range t.Cells() {
			key := t.ID + "/" + cell[0] + "/" + cell[1]
			if raw, ok := s[key]; ok && raw != "absent" {
				b.Facts = append(b.Facts, fact(key, raw, t.Unit))
				bound.Found = append(bound.Found, cell[0])
			}
		}
		if len(bound.Found) > 0 {
			b.Tables = append(b.Tables, bound)
		}
	}
	return b
}

func fact(key, raw, unit string) forms.Fact {
	p := strings.Split(key, "/")
	f := forms.Fact{Table: p[0], Row: p[1], Col: p[2], Raw: raw, Unit: unit, Kind: forms.KindNumber}
	n, err := forms.ParseNumber(raw)
	switch {
	case raw == "":
		f.Kind = forms.KindBlank
	case err != nil:
		f.Kind = forms.KindText
	case n.IsZero():
		f.Kind, f.Value = forms.KindZero, &n
	default:
		f.Value = &n
	}
	return f
}

// arithmetic keeps the findings of sums and cells.
func arithmetic(list []Finding) []Finding {
	rules := []Rule{RuleBalance, RuleResultsTotal, RuleRowTotal, RuleReviewTotal, RuleCell, RuleCellCandidate, RuleUnexplained}
	return slices.DeleteFunc(slices.Clone(list), func(f Finding) bool { return !slices.Contains(rules, f.Rule) })
}

// brief names findings: rule row/col.
func brief(list []Finding) []string {
	var out []string
	for _, f := range list {
		out = append(out, string(f.Rule)+" "+f.Row+"/"+f.Col)
	}
	return out
}
