package segment

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/cjk"
	"nianbao/page"
)

const (
	// edgeZone is the part of a page's height, at its top and at its foot, in
	// which running heads and page numbers stand. Official documents have
	// margins of 37 mm of 297.
	edgeZone = 0.13
	// edgeLines is how many lines at either end of a page of plain text may
	// be a running head or foot.
	edgeLines = 2
	// sameHeight is how far, in points, the places of one running head may
	// differ from page to page.
	sameHeight = 5
	// headLength is the most runes that a running head has.
	headLength = 60
)

// Page numbers, after folding. What is dressed stands for itself; bare numbers
// need a place where page numbers stand.
var (
	dressedNumber = regexp.MustCompile(`(?i)^(?:[-—–―‐~·•]+(?:\d{1,4}|[ivxlc]{1,6})[-—–―‐~·•]+|第(?:\d{1,4}|[一二三四五六七八九十]{1,3})页(?:[,/,(]?共(?:\d{1,4}|[一二三四五六七八九十]{1,3})页\)?)?|p(?:age|g)?\.?\d{1,4}(?:(?:of|/)\d{1,4})?|共\d{1,4}页[,/]?第\d{1,4}页)$`)
	bareNumber    = regexp.MustCompile(`(?i)^(?:\d{1,3}|[ivxlc]{1,6}|\d{1,3}/\d{1,3}|\d{1,3}页)$`)
)

// furniture marks the lines that belong to the pages and not to the report.
func furniture(lines []page.Line, sizes []Size) []bool {
	marked := make([]bool, len(lines))
	f := fixtures{lines: lines, folded: make([]string, len(lines)), edge: make([]float64, len(lines)), marked: marked}
	for i, l := range lines {
		f.folded[i] = foldShort(l.Text)
	}
	f.place(sizes)
	f.pageNumbers()
	f.runningHeads()
	return marked
}

// fixtures finds page furniture.
type fixtures struct {
	lines  []page.Line
	folded []string // the text, folded; "" where it is too long for furniture
	// edge is the distance from the nearer edge of the page: in points,
	// negative from the foot; in lines for plain text. NaN in the body.
	edge   []float64
	marked []bool
}

func foldShort(text string) string {
	if utf8.RuneCountInString(strings.TrimSpace(text)) > 2*headLength {
		return ""
	}
	if s := cjk.Fold(text); utf8.RuneCountInString(s) <= headLength {
		return strings.ReplaceAll(s, " ", "")
	}
	return ""
}

// place finds the distance of each line from the edge of its page.
func (f *fixtures) place(sizes []Size) {
	heights := map[int]float64{}
	for _, s := range sizes {
		heights[s.Page] = s.Height
	}
	for start := 0; start < len(f.lines); {
		end := start + 1
		for end < len(f.lines) && f.lines[end].Page == f.lines[start].Page {
			end++
		}
		for i := start; i < end; i++ {
			f.edge[i] = math.NaN()
			l, height := f.lines[i], heights[f.lines[i].Page]
			switch {
			case l.Page == 0:
			case height == 0 || l.Box == (page.Box{}):
				if i < start+edgeLines {
					f.edge[i] = float64(i - start)
				} else if i >= end-edgeLines {
					f.edge[i] = float64(i - end)
				}
			case l.Box.Y1 < edgeZone*height:
				f.edge[i] = l.Box.Y0
			case l.Box.Y0 > (1-edgeZone)*height:
				f.edge[i] = l.Box.Y1 - height
			}
		}
		start = end
	}
}

// pageNumbers marks page numbers. In plain text without pages a bare number is
// one where blank lines part it from the text and its neighbour exists.
func (f *fixtures) pageNumbers() {
	loose := map[int]int{}
	for i, s := range f.folded {
		switch {
		case s == "":
		case dressedNumber.MatchString(s):
			f.marked[i] = true
		case !bareNumber.MatchString(s):
		case !math.IsNaN(f.edge[i]):
			f.marked[i] = true
		case f.lines[i].Page == 0 && f.lines[i].Gap && (i+1 == len(f.lines) || f.lines[i+1].Gap):
			if n, ok := cjk.Int(s); ok {
				loose[n] = i
			}
		}
	}
	for n, i := range loose {
		_, before := loose[n-1]
		_, after := loose[n+1]
		f.marked[i] = before || after
	}
}

// runningHeads marks texts that stand at one height of several pages. A title
// survives: where every line that says it would go, the first one stays.
func (f *fixtures) runningHeads() {
	groups := map[string][]int{}
	said := map[string]int{}
	for i, s := range f.folded {
		said[s]++
		if s == "" || f.marked[i] || !f.atEdge(i) {
			continue
		}
		key := strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return -1
			}
			return r
		}, s)
		groups[key] = append(groups[key], i)
	}
	for _, group := range groups {
		if !f.repeats(group) {
			continue
		}
		s, marked := f.folded[group[0]], 0
		for _, i := range group {
			f.marked[i] = true
			if f.folded[i] == s {
				marked++
			}
		}
		if titleEnd.MatchString(s) && f.lines[group[0]].Size == 0 && marked == said[s] {
			f.marked[group[0]] = false
		}
	}
}

// atEdge reports whether a running head may stand here: at the edge of a page,
// or in plain text without pages beside a page number.
func (f *fixtures) atEdge(i int) bool {
	if f.lines[i].Page > 0 {
		return !math.IsNaN(f.edge[i])
	}
	return i > 0 && f.marked[i-1] || i+1 < len(f.lines) && f.marked[i+1]
}

// repeats reports whether two of the lines stand at one height on different
// pages.
func (f *fixtures) repeats(group []int) bool {
	if f.lines[group[0]].Page == 0 {
		return len(group) > 1
	}
	sorted := slices.SortedFunc(slices.Values(group), func(a, b int) int { return cmp.Compare(f.edge[a], f.edge[b]) })
	for k := 1; k < len(sorted); k++ {
		a, b := sorted[k-1], sorted[k]
		if f.edge[b]-f.edge[a] <= sameHeight && f.lines[a].Page != f.lines[b].Page && sameSize(f.lines[a].Size, f.lines[b].Size) {
			return true
		}
	}
	return false
}

// sameSize reports whether two sizes of type look the same.
func sameSize(a, b float64) bool { return math.Abs(a-b) <= 0.06*math.Max(a, b) }
