package checks

import (
	"maps"
	"slices"
	"strings"

	"nianbao/forms"
)

// net holds sums of a table and the cells that they run through.
type net struct {
	sums  []tally
	off   []forms.Number // by how much each sum fails, as the search goes on
	keys  []string       // the cells, in the order of the sums
	links map[string][]link
	value func(string) forms.Number
}

// link says that a cell is a term of a sum, and on which side.
type link struct {
	sum   int
	right bool
}

// net weaves the sums that tell something about single cells.
func (c *checker) net(sums []tally) *net {
	n := &net{links: map[string][]link{}, value: c.value}
	for _, t := range sums {
		if !slices.ContainsFunc(t.keys(), func(key string) bool { return c.owed[key] }) {
			n.add(t)
		}
	}
	return n
}

func (t tally) keys() []string { return slices.Concat(t.left.keys, t.right.keys) }

func (n *net) add(t tally) {
	i := len(n.sums)
	n.sums = append(n.sums, t)
	n.off = append(n.off, t.off())
	for j, key := range t.keys() {
		if n.links[key] == nil {
			n.keys = append(n.keys, key)
		}
		n.links[key] = append(n.links[key], link{i, j >= len(t.left.keys)})
	}
}

// parts splits a net into those that share no cell, and gives the ones with a
// broken sum.
func (n *net) parts() []*net {
	group := make([]int, len(n.sums))
	for i := range group {
		group[i] = i
	}
	for _, links := range n.links {
		for _, l := range links[1:] {
			from, to := group[l.sum], group[links[0].sum]
			for i := range group {
				if group[i] == from {
					group[i] = to
				}
			}
		}
	}
	byGroup := map[int]*net{}
	var out []*net
	for i, t := range n.sums {
		part := byGroup[group[i]]
		if part == nil {
			part = &net{links: map[string][]link{}, value: n.value}
			byGroup[group[i]] = part
			out = append(out, part)
		}
		part.add(t)
	}
	return slices.DeleteFunc(out, func(p *net) bool { return len(p.brokenSums()) == 0 })
}

// brokenSums gives the indices of the sums that fail.
func (n *net) brokenSums() []int {
	var out []int
	for i, off := range n.off {
		if !off.IsZero() {
			out = append(out, i)
		}
	}
	return out
}

// breaches gives the cells at which the failing sums are reported.
func (n *net) breaches() []string {
	var out []string
	for _, i := range n.brokenSums() {
		t := n.sums[i]
		out = append(out, t.table+"/"+t.at[0]+"/"+t.at[1])
	}
	return out
}

// cure gives the change of a cell that makes one of its sums hold. A count is
// never negative: ok is false where the cell would become so.
func (n *net) cure(key string, l link) (s suspect, ok bool) {
	by := n.off[l.sum]
	if !l.right {
		by = forms.Number{}.Sub(by)
	}
	return suspect{key, by}, n.value(key).Add(by).Cmp(forms.Number{}) >= 0
}

// apply changes a cell, or takes the change back.
func (n *net) apply(s suspect, back bool) {
	for _, l := range n.links[s.key] {
		if l.right != back {
			n.off[l.sum] = n.off[l.sum].Sub(s.by)
		} else {
			n.off[l.sum] = n.off[l.sum].Add(s.by)
		}
	}
}

// peel changes the cells that several sums agree on, each of them failing by
// the same amount, and no other such cell shares a sum with. It leaves the net
// with what they do not explain.
func (n *net) peel() []suspect {
	var sure []suspect
	takers := map[int]int{} // sum → how many such cells run through it
	for _, key := range n.keys {
		if s, ok := n.perfect(key); ok {
			sure = append(sure, s)
			for _, l := range n.links[key] {
				takers[l.sum]++
			}
		}
	}
	sure = slices.DeleteFunc(sure, func(s suspect) bool {
		return slices.ContainsFunc(n.links[s.key], func(l link) bool { return takers[l.sum] > 1 })
	})
	for _, s := range sure {
		n.apply(s, false)
	}
	return sure
}

// perfect reports whether one change of the cell makes all of its sums hold,
// two or more, all of which fail.
func (n *net) perfect(key string) (suspect, bool) {
	links := n.links[key]
	first, ok := n.cure(key, links[0])
	if !ok || len(links) < 2 || first.by.IsZero() {
		return first, false
	}
	for _, l := range links[1:] {
		if s, _ := n.cure(key, l); !s.by.Equal(first.by) {
			return first, false
		}
	}
	return first, true
}

// explain gives every smallest set of cells whose change makes all sums hold:
// one empty set where they do, none where it would take more than mostCells.
func (n *net) explain() [][]suspect {
	for size := n.least(); size <= mostCells; size++ {
		found := map[string][]suspect{}
		n.search(size, nil, found)
		if len(found) > 0 {
			var out [][]suspect
			for _, name := range slices.Sorted(maps.Keys(found)) {
				out = append(out, found[name])
			}
			return out
		}
	}
	return nil
}

// search tries every cell of every broken sum, changed so that this sum holds.
// In a smallest set of up to three cells one always has a sum to itself, and so
// have those that are left when it is taken out: the search misses none.
func (n *net) search(size int, chosen []suspect, found map[string][]suspect) {
	if n.least() > size {
		return
	}
	if size == 0 {
		found[nameOf(chosen)] = slices.Clone(chosen)
		return
	}
	for _, key := range n.keys {
		if slices.ContainsFunc(chosen, func(s suspect) bool { return s.key == key }) {
			continue
		}
		for _, l := range n.links[key] {
			if n.off[l.sum].IsZero() {
				continue
			}
			if s, ok := n.cure(key, l); ok {
				n.apply(s, false)
				n.search(size-1, append(chosen, s), found)
				n.apply(s, true)
			}
		}
	}
}

// least is a number of cells below which the broken sums cannot be explained:
// no cell lies in two sums of one rule.
func (n *net) least() int {
	count := map[Rule]int{}
	most := 0
	for _, i := range n.brokenSums() {
		rule := n.sums[i].rule
		count[rule]++
		most = max(most, count[rule])
	}
	return most
}

// nameOf names a set of suspects, whatever their order.
func nameOf(set []suspect) string {
	var names []string
	for _, s := range set {
		names = append(names, s.key+"+"+s.by.String())
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}
