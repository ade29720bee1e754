package checks

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// spoil gives another value for a cell, in one of the ways that happen.
func spoil(rng *rand.Rand, s sample, key string) string {
	for {
		wrong := slipInto(rng, s, key)
		if n, err := strconv.Atoi(wrong); err == nil && n >= 0 && strconv.Itoa(n) != s[key] {
			return strconv.Itoa(n)
		}
	}
}

func slipInto(rng *rand.Rand, s sample, key string) string {
	old := s[key]
	i := rng.IntN(len(old))
	switch rng.IntN(6) {
	case 0:
		return old[:i] + old[i+1:]
	case 1:
		return old[:i] + strconv.Itoa(rng.IntN(10)) + old[i:]
	case 2:
		return old[:i] + strconv.Itoa(rng.IntN(10)) + old[i+1:]
	case 3:
		if i+1 < len(old) {
			return old[:i] + old[i+1:i+2] + old[i:i+1] + old[i+2:]
		}
	case 4:
		row, _ := place(key)
		return s["requests/"+row+"/"+personCols[rng.IntN(len(personCols))]]
	}
	return strconv.Itoa(rng.IntN(50000))
}

func anyCell(rng *rand.Rand) string {
	cells := formTable("2021", "requests").Cells()
	c := cells[rng.IntN(len(cells))]
	return "requests/" + c[0] + "/" + c[1]
}

func TestConsistentTablesGiveNoFinding(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 1))
	for range 150 {
		s := consistent(rng)
		blank := sample{}
		for key, value := range s {
			if value == "0" && !strings.Contains(key, "total") && rng.IntN(2) == 0 {
				blank[key] = ""
			}
		}
		for _, tables := range []sample{s, s.with(blank)} {
			got := Run(Input{Binding: tables.binding()})
			if found := arithmetic(got.Findings); len(found) > 0 || len(got.Suggestions) > 0 {
				t.Fatalf("findings %v, suggestions %v", brief(found), got.Suggestions)
			}
		}
	}
}

func TestOneChangedCellIsNamed(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(2, 2))
	const runs = 1000
	named := 0
	for range runs {
		s := consistent(rng)
		key := anyCell(rng)
		got := Run(Input{Binding: s.with(sample{key: spoil(rng, s, key)}).binding()})
		wrong(t, s, got)
		first := arithmetic(got.Findings)[0]
		if _, ok := got.Suggestions[key]; ok && first.Rule == RuleCell && "requests/"+first.Row+"/"+first.Col == key {
			named++
		}
	}
	if named*1000 < runs*999 {
		t.Errorf("named %d of %d", named, runs)
	}
}

// wrong fails on a suggestion that is not the true value.
func wrong(t *testing.T, truth sample, got Result) {
	t.Helper()
	for key, n := range got.Suggestions {
		if n.String() != truth[key] {
			t.Errorf("%s: suggested %s, should be %s", key, n, truth[key])
		}
	}
}

func TestTwoChangedCellsAreNamed(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 3))
	const runs = 500
	named := 0
	for range runs {
		s := consistent(rng)
		a, b := anyCell(rng), anyCell(rng)
		for {
			ra, ca := place(a)
			if rb, cb := place(b); ra != rb && ca != cb {
				break
			}
			b = anyCell(rng)
		}
		got := Run(Input{Binding: s.with(sample{a: spoil(rng, s, a), b: spoil(rng, s, b)}).binding()})
		wrong(t, s, got)
		if len(got.Suggestions) == 2 {
			named++
		}
	}
	if named*100 < runs*95 {
		t.Errorf("named both in %d of %d", named, runs)
	}
}

// Where rules are missing, a fault may stay open, but what is named is right.
func TestIncompleteTablesAreNeverMisjudged(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(4, 4))
	holes := []func(sample){
		func(s sample) { // a row that the report does not have
			row := resultRows(formTable("2021", "requests"))[rng.IntN(21)]
			for _, col := range append([]string{"total"}, personCols...) {
				s["requests/"+row+"/"+col] = "absent"
			}
		},
		func(s sample) { // totals of result rows left blank
			for _, row := range resultRows(formTable("2021", "requests")) {
				s["requests/"+row+"/total"] = ""
			}
		},
		func(s sample) { // zeros left blank
			for key, value := range s {
				if value == "0" {
					s[key] = ""
				}
			}
		},
		func(s sample) { s["requests/results_total/"+personCols[rng.IntN(6)]] = "不详" },
	}
	for i := range 500 {
		s := consistent(rng)
		holed := s.with(nil)
		holes[i%len(holes)](holed)
		key := anyCell(rng)
		if holed[key] != s[key] {
			continue
		}
		got := Run(Input{Binding: holed.with(sample{key: spoil(rng, s, key)}).binding()})
		wrong(t, s, got)
	}
}

func TestReviewFaultStaysOpen(t *testing.T) {
	s := consistent(rand.New(rand.NewPCG(5, 5)))
	row := func(values ...string) sample {
		out := sample{}
		for i, col := range []string{"upheld", "corrected", "other", "pending", "total"} {
			out["review/review/"+col] = values[i]
		}
		return out
	}
	for _, c := range []struct {
		name string
		row  sample
		want []string
		say  string // in the message of the first
	}{
		{"any of five", row("11", "13", "15", "17", "99"), []string{
			"cell_candidate review/upheld", "cell_candidate review/corrected", "cell_candidate review/other",
			"cell_candidate review/pending", "cell_candidate review/total", "review_total review/total"}, "共 5 格"},
		{"no count is negative", row("6", "5", "0", "0", "0"), []string{"cell review/total", "review_total review/total"}, "应为 11"},
		{"a lost digit is likelier", row("7", "31", "9", "12", "159"), []string{
			"cell_candidate review/corrected", "cell_candidate review/pending", "cell_candidate review/total",
			"cell_candidate review/upheld", "cell_candidate review/other", "review_total review/total"}, "少一位数字"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := arithmetic(Run(Input{Binding: s.with(c.row).binding()}).Findings)
			if got := brief(found); !slices.Equal(got, c.want) {
				t.Errorf("got %q", got)
			}
			if !strings.Contains(found[0].Message, c.say) {
				t.Errorf("message %q", found[0].Message)
			}
		})
	}
}

func TestManyBrokenSumsAreUnexplained(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 6))
	s := consistent(rng)
	changes := sample{}
	for i, row := range resultRows(formTable("2021", "requests"))[:6] {
		changes[fmt.Sprintf("requests/%s/%s", row, personCols[i])] = add(s["requests/"+row+"/"+personCols[i]], 1)
	}
	got := Run(Input{Binding: s.with(changes).binding()})
	found := arithmetic(got.Findings)
	if found[0].Rule != RuleUnexplained || len(got.Suggestions) > 0 {
		t.Errorf("got %q, suggestions %v", brief(found), got.Suggestions)
	}
}

// add adds to a printed number.
func add(s string, by int) string {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return strconv.Itoa(n + by)
}

// The prose decides where the sums do not.
func TestProseBacksACandidate(t *testing.T) {
	s := consistent(rand.New(rand.NewPCG(7, 7))).with(sample{
		"review/review/upheld": "12", "review/review/corrected": "3", "review/review/other": "40",
		"review/review/pending": "5", "review/review/total": "78",
	})
	got := Run(Input{Binding: s.binding(), Year: 2024, Sections: prose("政府信息公开行政复议78件，其中结果维持30件，结果纠正3件。")})
	if n, ok := got.Suggestions["review/review/upheld"]; !ok || n.String() != "30" || len(got.Suggestions) != 1 {
		t.Errorf("suggestions %v", got.Suggestions)
	}
}

func TestSlipOf(t *testing.T) {
	for _, c := range []struct{ printed, meant, want string }{
		{"33", "333", "digit_lost"}, {"13", "113", "digit_lost"}, {"132", "123", "digits_swapped"}, {"1123", "123", "digit_added"},
		{"-7", "7", "sign"}, {"128", "123", "digit_misread"}, {"3", "8", ""}, {"40", "5", ""}, {"12", "12", ""}, {"1234", "4321", ""},
	} {
		got := ""
		if i := slipOf(c.printed, c.meant); i < len(slips) {
			got = slips[i].name
		}
		if got != c.want {
			t.Errorf("slipOf(%s, %s) = %q, want %q", c.printed, c.meant, got, c.want)
		}
	}
}
