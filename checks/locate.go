package checks

import (
	"slices"

	"nianbao/forms"
)

// The sums of a table cross: in the requests table each cell lies in a row and
// in one or two sums down its column, so that a wrong cell shows in a pattern
// of broken sums. The smallest set of cells whose change makes all sums hold is
// taken for the fault, where there is only one.

const (
	// mostCells is the greatest set of cells that is looked for.
	mostCells = 3
	// mostCandidates is how many cells are listed where the sums leave the
	// fault open.
	mostCandidates = 8
)

// suspect is a cell and what must be added to its value. A cell without a
// number counts as zero.
type suspect struct {
	key string
	by  forms.Number
}

// locate names the cells at fault in a table, or the candidates for it.
func (c *checker) locate(form forms.Table, sums []tally) {
	n := c.net(sums)
	for _, part := range n.parts() {
		sure := part.peel()
		rest := part.explain()
		rest = c.backed(rest)
		certain, open := agreed(rest)
		for _, s := range c.inOrder(slices.Concat(sure, certain)) {
			c.name(s, part)
		}
		c.suggest(form, open, part)
		if len(rest) == 0 {
			first := part.sums[part.brokenSums()[0]]
			c.add(Finding{Rule: RuleUnexplained, Table: form.ID, Class: c.class, AssumedZero: first.assumedZero(), Facts: part.breaches()})
		}
	}
}

// name lists a cell as the fault and keeps the value that it should hold.
func (c *checker) name(s suspect, part *net) {
	f := c.suspicion(RuleCell, s, part)
	f.Facts = []string{s.key}
	c.suggestions[s.key] = *f.Right
	c.add(f)
}

// suggest lists the cells one of which is at fault, the likeliest first.
func (c *checker) suggest(form forms.Table, open [][]suspect, part *net) {
	ranked := c.ranked(form, open)
	var keys []string
	for _, s := range ranked {
		keys = append(keys, s.key)
	}
	for _, s := range ranked[:min(len(ranked), mostCandidates)] {
		f := c.suspicion(RuleCellCandidate, s, part)
		f.Facts = keys
		c.add(f)
	}
}

// suspicion is a finding that speaks of one cell.
func (c *checker) suspicion(rule Rule, s suspect, part *net) Finding {
	fact := c.facts[s.key]
	f := Finding{Rule: rule, Table: fact.Table, Row: fact.Row, Col: fact.Col, Class: c.class, Left: fact.Value}
	right := c.value(s.key).Add(s.by)
	f.Right = &right
	if f.Left != nil {
		delta := f.Left.Sub(right)
		f.Delta = &delta
	}
	for _, l := range part.links[s.key] {
		f.AssumedZero = f.AssumedZero || part.sums[l.sum].assumedZero()
	}
	return f
}

// value is the number of a cell, zero where it prints none.
func (c *checker) value(key string) forms.Number {
	if v := c.facts[key].Value; v != nil {
		return *v
	}
	return forms.Number{}
}

// inOrder sorts suspects as the form does.
func (c *checker) inOrder(list []suspect) []suspect {
	slices.SortStableFunc(list, func(a, b suspect) int { return c.rank[a.key] - c.rank[b.key] })
	return list
}

// backed keeps, where the sums leave several explanations, the only one of
// which the prose states a value.
func (c *checker) backed(sets [][]suspect) [][]suspect {
	if len(sets) < 2 {
		return sets
	}
	var out [][]suspect
	for _, set := range sets {
		if slices.ContainsFunc(set, c.claimed) {
			out = append(out, set)
		}
	}
	if len(out) == 1 {
		return out
	}
	return sets
}

// claimed reports whether the prose states of a cell the value that the sums
// imply.
func (c *checker) claimed(s suspect) bool {
	implied := c.value(s.key).Add(s.by)
	return slices.ContainsFunc(c.claims, func(cl Claim) bool {
		return len(cl.Facts) == 1 && cl.Facts[0] == s.key && cl.Value.Equal(implied)
	})
}

// agreed parts the suspects on which all explanations agree from the rest of
// each explanation.
func agreed(sets [][]suspect) (certain []suspect, open [][]suspect) {
	everywhere := func(s suspect) bool {
		for _, set := range sets {
			if !slices.ContainsFunc(set, func(o suspect) bool { return o.key == s.key && o.by.Equal(s.by) }) {
				return false
			}
		}
		return true
	}
	for i, set := range sets {
		var rest []suspect
		for _, s := range set {
			switch {
			case !everywhere(s):
				rest = append(rest, s)
			case i == 0:
				certain = append(certain, s)
			}
		}
		if len(rest) > 0 {
			open = append(open, rest)
		}
	}
	return certain, open
}
