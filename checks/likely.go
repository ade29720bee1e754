package checks

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/forms"
)

// slip is one way in which a clerk writes a wrong number.
type slip struct {
	name string // key of its sentence
	made func(printed, meant string) bool
}

// slips holds the slips that are likelier than an arbitrary number, the
// likeliest first.
var slips = []slip{
	{"digit_lost", func(printed, meant string) bool { return oneLess(meant, printed) }},
	{"digits_swapped", swapped},
	{"sign", func(printed, meant string) bool { return strings.TrimLeft(printed, "-") == meant && printed != meant }},
	{"digit_added", func(printed, meant string) bool { return oneLess(printed, meant) }},
	{"digit_misread", oneOther},
}

// slipOf gives the likeliest slip that prints one number for another; its index
// is len(slips) where there is none.
func slipOf(printed, meant string) int {
	for i, s := range slips {
		if s.made(printed, meant) {
			return i
		}
	}
	return len(slips)
}

// oneLess reports whether short is long with one digit left out.
func oneLess(long, short string) bool {
	if len(long) != len(short)+1 || len(short) == 0 {
		return false
	}
	for i := range long {
		if long[:i]+long[i+1:] == short {
			return true
		}
	}
	return false
}

// swapped reports whether two neighbouring digits changed places.
func swapped(a, b string) bool {
	i := firstOther(a, b)
	return len(a) == len(b) && i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// oneOther reports whether the numbers differ in one digit. Of two single
// digits that says nothing.
func oneOther(a, b string) bool {
	i := firstOther(a, b)
	return len(a) == len(b) && len(a) > 1 && i < len(a) && a[i+1:] == b[i+1:]
}

func firstOther(a, b string) int {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return i
}

// ranked gives the suspects of several explanations, once each, those of the
// likeliest explanation first.
func (c *checker) ranked(form forms.Table, sets [][]suspect) []suspect {
	grid := [2][]string{lines(form, forms.PerRow), lines(form, forms.PerColumn)}
	weight := func(set []suspect) int {
		sum := 0
		for _, s := range set {
			sum += c.unlikely(s, grid)
		}
		return sum
	}
	slices.SortStableFunc(sets, func(a, b []suspect) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(weight(a), weight(b)), cmp.Compare(c.rank[a[0].key], c.rank[b[0].key]))
	})
	var out []suspect
	for _, set := range sets {
		for _, s := range set {
			if !slices.ContainsFunc(out, func(o suspect) bool { return o.key == s.key }) {
				out = append(out, s)
			}
		}
	}
	return out
}

// unlikely grades a suspect: the index of its slip; the value of the cell beside
// it comes before a misread digit.
func (c *checker) unlikely(s suspect, grid [2][]string) int {
	printed, meant := c.value(s.key), c.value(s.key).Add(s.by)
	grade := 2 * slipOf(printed.String(), meant.String())
	if !meant.IsZero() && c.beside(s.key, meant, grid) {
		return min(grade, 2*len(slips)-3)
	}
	return grade
}

// beside reports whether a cell next to the given one prints a value.
func (c *checker) beside(key string, value forms.Number, grid [2][]string) bool {
	row, col := place(key)
	table, _, _ := strings.Cut(key, "/")
	r, k := slices.Index(grid[0], row), slices.Index(grid[1], col)
	for _, d := range [][2]int{{0, -1}, {0, 1}, {-1, 0}, {1, 0}} {
		i, j := r+d[0], k+d[1]
		if i < 0 || j < 0 || i >= len(grid[0]) || j >= len(grid[1]) {
			continue
		}
		f := c.facts[table+"/"+grid[0][i]+"/"+grid[1][j]]
		if f.Value != nil && f.Value.Equal(value) {
			return true
		}
	}
	return false
}
