package checks

import (
	"math/rand/v2"
	"slices"
	"testing"

	"nianbao/forms"
	"nianbao/segment"
)

// plainSample is a small table of requests and reviews in which all sums hold.
func plainSample() sample {
	s := sample{}
	for _, id := range []string{"requests", "review"} {
		for _, cell := range formTable("2021", id).Cells() {
			s[id+"/"+cell[0]+"/"+cell[1]] = "0"
		}
	}
	for key, value := range map[string]string{
		"received/natural_person": "40", "received/business": "7", "received/total": "47",
		"carried_in/natural_person": "3", "carried_in/total": "3",
		"granted/natural_person": "30", "granted/business": "6", "granted/total": "36",
		"denied.process/natural_person": "11", "denied.process/total": "11",
		"results_total/natural_person": "41", "results_total/business": "6", "results_total/total": "47",
		"carried_out/natural_person": "2", "carried_out/business": "1", "carried_out/total": "3",
	} {
		s["requests/"+key] = value
	}
	s["review/review/upheld"], s["review/review/total"] = "4", "4"
	return s
}

func TestSums(t *testing.T) {
	for _, c := range []struct {
		name       string
		change     sample
		want       []string
		unassessed []string
		severity   Severity
	}{
		{name: "all hold"},
		{name: "balance", change: sample{"requests/received/business": "8", "requests/received/total": "48"},
			want: []string{"balance received/business", "balance received/total"}, severity: Error},
		{name: "results_total and row_total", change: sample{"requests/granted/business": "5"},
			want: []string{"results_total results_total/business", "row_total granted/total"}, severity: Error},
		{name: "review_total", change: sample{"review/review/total": "14"},
			want: []string{"review_total review/total"}, severity: Error},
		{name: "an unfilled addend counts as zero", change: sample{"requests/granted/business": ""},
			want: []string{"results_total results_total/business", "row_total granted/total"}, severity: Warning},
		{name: "an unfilled addend that is zero", change: sample{"requests/granted/research": ""}},
		{name: "a total that is not filled", change: sample{"requests/granted/total": "", "review/review/total": ""},
			want:       []string{"results_total results_total/total"},
			unassessed: []string{"row_total granted/total", "review_total review/total"}, severity: Warning},
		{name: "an addend that is not there", change: sample{"requests/other.misc/business": "absent"},
			unassessed: []string{"results_total results_total/business", "row_total other.misc/total"}},
		{name: "an addend that is no number", change: sample{"requests/received/business": "七件"},
			unassessed: []string{"balance received/business", "row_total received/total"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Run(Input{Binding: plainSample().with(c.change).binding()})
			var sums []Finding
			for _, f := range arithmetic(got.Findings) {
				if f.Rule == RuleCell || f.Rule == RuleCellCandidate || f.Rule == RuleUnexplained {
					continue
				}
				sums = append(sums, f)
				if f.Severity != c.severity || f.AssumedZero != (c.severity == Warning) || !f.Delta.Equal(f.Left.Sub(*f.Right)) {
					t.Errorf("%+v", f)
				}
			}
			if !slices.Equal(brief(sums), c.want) {
				t.Errorf("findings %q", brief(sums))
			}
			var unassessed []string
			for _, u := range got.Unassessed {
				unassessed = append(unassessed, string(u.Rule)+" "+u.Row+"/"+u.Col)
				if len(u.Missing) != 1 {
					t.Errorf("missing %q", u.Missing)
				}
			}
			if !slices.Equal(unassessed, c.unassessed) {
				t.Errorf("unassessed %q", unassessed)
			}
		})
	}
}

func TestMissingAndOdd(t *testing.T) {
	b := plainSample().binding()
	for i := range b.Tables {
		if b.Tables[i].ID == "requests" {
			b.Tables[i].Missing = []string{"other.fee_unpaid"}
		}
	}
	b.Unknown = []forms.Loose{{Table: "review", Text: "备注 | 3"}}
	b.Undecided = []forms.Loose{{Table: "requests", Row: "granted", Text: "3 | 3"}}
	b.Facts = append(b.Facts, fact("art20_8/fees/amount", "见附件", "万元"))
	got := Run(Input{Binding: b, Sections: []segment.Section{{Key: segment.KeyOverview}, {Key: segment.KeyRequests}, {Key: segment.KeyReview}}})
	want := []string{
		"missing_table art20_1", "missing_table art20_5", "missing_table art20_6", "missing_table art20_8",
		"missing_row requests/other.fee_unpaid", "missing_section disclosure", "missing_section problems", "missing_section other",
		"undecided requests/granted 3 | 3", "unknown_row review 备注 | 3", "not_a_number art20_8/fees/amount 见附件",
	}
	var found []string
	for _, f := range got.Findings {
		name := string(f.Rule) + " " + f.Section + f.Table
		for _, part := range []string{f.Row, f.Col} {
			if part != "" {
				name += "/" + part
			}
		}
		if f.Raw != "" {
			name += " " + f.Raw
		}
		found = append(found, name)
	}
	if !slices.Equal(found, want) {
		t.Errorf("found %q", found)
	}
}

// A table with rows that could not be read with certainty leaves open whose
// fault a broken sum is.
func TestDoubtfulTableIsUndecided(t *testing.T) {
	b := plainSample().with(sample{"requests/granted/business": "5"}).binding()
	b.Undecided = []forms.Loose{{Table: "requests", Row: "other.misc", Text: "3 | 3"}}
	for _, f := range arithmetic(Run(Input{Binding: b}).Findings) {
		if f.Class != ClassUndecided {
			t.Errorf("%s is %s", f.Rule, f.Class)
		}
	}
}

func TestEdition2019Sums(t *testing.T) {
	s := plainSample()
	for _, col := range append([]string{"total"}, personCols...) {
		s["requests/other/"+col] = "0"
	}
	if found := arithmetic(Run(Input{Binding: s.bindingOf("2019")}).Findings); len(found) > 0 {
		t.Errorf("consistent: %q", brief(found))
	}
	s["requests/other/research"] = "2"
	want := []string{"cell other/research", "results_total results_total/research", "row_total other/total"}
	if found := arithmetic(Run(Input{Binding: s.bindingOf("2019")}).Findings); !slices.Equal(brief(found), want) {
		t.Errorf("found %q", brief(found))
	}
}

func TestFingerprints(t *testing.T) {
	s := consistent(rand.New(rand.NewPCG(8, 8))).with(sample{"requests/granted/business": "77777", "review/review/total": "99999"})
	once, again := Run(Input{Binding: s.binding()}), Run(Input{Binding: s.binding()})
	seen := map[string]bool{}
	for i, f := range once.Findings {
		if f.ID != again.Findings[i].ID || seen[f.ID] {
			t.Errorf("%s %s/%s: fingerprint %s is not its own", f.Rule, f.Row, f.Col, f.ID)
		}
		seen[f.ID] = true
	}
	more := Run(Input{Binding: s.with(sample{"requests/received/total": "1"}).binding()})
	last := once.Findings[len(once.Findings)-1]
	if more.Findings[len(more.Findings)-1].ID != last.ID {
		t.Error("a fingerprint changed with another finding")
	}
}
