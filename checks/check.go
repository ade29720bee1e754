package checks

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"nianbao/forms"
	"nianbao/internal/catalogue"
	"nianbao/segment"
)

// Input is what is checked: the bound tables, and the report's year (0 where it
// is not known), agency and sections.
type Input struct {
	Binding  forms.Binding
	Year     int
	Agency   string
	Sections []segment.Section
}

// Result is what the checks found.
type Result struct {
	// Findings holds what is broken, missing or odd, in the order of the form;
	// within a table the cells at fault come before the sums that they break.
	Findings   []Finding
	Unassessed []Unassessed
	// Suggestions holds, by the key of the fact, the value that the sums imply
	// for a cell at fault.
	Suggestions map[string]forms.Number
	// Claims holds the counts that the prose states of the tables' cells, those
	// that hold included.
	Claims []Claim
}

// Run evaluates every rule.
func Run(in Input) Result {
	c := checker{facts: map[string]forms.Fact{}, rank: map[string]int{}, owed: map[string]bool{}, suggestions: map[string]forms.Number{}}
	for i, f := range in.Binding.Facts {
		c.facts[f.Key()], c.rank[f.Key()] = f, i
	}
	c.claims = claims(in)
	for _, t := range in.Binding.Tables {
		edition, _ := forms.EditionByID(t.Edition)
		form, _ := edition.Table(t.ID)
		c.class = classOf(in.Binding, t.ID)
		var sums []tally
		for _, s := range form.Sums {
			sums = append(sums, c.tally(form, s)...)
		}
		c.locate(form, sums)
		for _, t := range sums {
			c.broken(t)
		}
	}
	c.narrative()
	c.missing(in)
	c.odd(in.Binding)
	for i := range c.findings {
		f := &c.findings[i]
		f.Message = f.Say(catalogue.Chinese)
		f.ID = fingerprint(*f)
	}
	return Result{c.findings, c.unassessed, c.suggestions, c.claims}
}

// checker carries one run through its rules.
type checker struct {
	facts       map[string]forms.Fact
	rank        map[string]int  // of the facts, in the form's order
	owed        map[string]bool // totals that are not printed though they are not zero
	class       Class           // of a broken sum of the table at hand
	claims      []Claim
	findings    []Finding
	unassessed  []Unassessed
	suggestions map[string]forms.Number
}

// add lists a finding with the severity of its rule.
func (c *checker) add(f Finding) {
	f.Severity = severityOf(f.Rule)
	if f.AssumedZero && f.Severity == Error {
		f.Severity = Warning
	}
	c.findings = append(c.findings, f)
}

// fingerprint names a finding by what it is about, so that it keeps its name
// when the report is read again.
func fingerprint(f Finding) string {
	parts := []string{string(f.Rule), f.Table, f.Row, f.Col, f.Section, f.Raw}
	for _, n := range []*forms.Number{f.Left, f.Right} {
		if n != nil {
			parts = append(parts, n.String())
		}
	}
	h := sha256.Sum256([]byte(strings.Join(parts, "\x1f")))
	return hex.EncodeToString(h[:8])
}
