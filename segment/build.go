package segment

import "strings"

// build makes the outline of whole paragraphs: it tells headings from text and
// nests the sections.
func build(ps []Paragraph) Outline {
	headings := find(ps)
	base := ranks
	for _, h := range headings {
		if h != nil {
			base = min(base, h.rank)
		}
	}
	var o Outline
	var t tree
	for i, p := range ps {
		switch h := headings[i]; {
		case h != nil:
			t.open(*h, p, int(h.rank-base)+1)
		case len(t.path) == 0:
			o.Preface = append(o.Preface, p)
		default:
			t.add(p.Text)
		}
	}
	t.closeTo(0)
	o.Sections = t.sections
	assignKeys(o.Sections)
	return o
}

// find gives the heading of each paragraph that has one.
func find(ps []Paragraph) []*heading {
	out := make([]*heading, len(ps))
	var seq sequence
	numbered := map[Key]bool{}
	smallest := 0.9 * textSize(ps)
	for i := range ps {
		var next *Paragraph
		if i+1 < len(ps) {
			next = &ps[i+1]
		}
		h, ok := headingOf(ps[i], next)
		ok = ok && ps[i].Size >= smallest
		if h.label == "" {
			continue
		}
		if seq.accept(h, ok) && ok {
			out[i] = &h
			if h.rank == rankHan {
				key, _ := keyOf(h.title, "")
				numbered[key] = true
			}
		}
	}
	for i := range ps {
		if h, key, ok := unnumbered(ps[i].Text); ok && ps[i].Size >= smallest && out[i] == nil && !numbered[key] {
			out[i] = &h
			numbered[key] = true
		}
	}
	return out
}

// textSize is the size of type of most sentences: no heading is set smaller.
func textSize(ps []Paragraph) float64 {
	runes := map[float64]int{}
	best := 0.0
	for _, p := range ps {
		if ended(p.Text) {
			runes[p.Size] += len(p.Text)
		}
	}
	for size, n := range runes {
		if n > runes[best] || n == runes[best] && size > best {
			best = size
		}
	}
	return best
}

// sequence holds the last number of each scheme: a numbering counts only where
// it goes on from the one before. Numbers may be missing, as pages are.
type sequence struct {
	last   [ranks]int // under the present parent; 0 for none yet
	before [ranks]int // under any parent
}

// lost is how many numbers in a row may be missing.
const lost = 3

// accept reports whether h stands in sequence, and takes note of it. Items of
// lists take part in the sequence too, but do not begin a new parent.
func (s *sequence) accept(h heading, isHeading bool) bool {
	last, n := s.last[h.rank], h.number
	switch {
	case n == 1, h.sure && isHeading:
	case last > 0 && n > last && n <= last+lost:
	case last == 0 && (n == 2 || n == s.before[h.rank]+1):
	case last == 0 && h.rank <= rankHan && n <= lost:
	default:
		return false
	}
	s.last[h.rank], s.before[h.rank] = n, n
	if isHeading {
		for r := h.rank + 1; r < ranks; r++ {
			s.last[r] = 0
		}
	}
	return true
}

// tree nests sections while they are read.
type tree struct {
	sections []Section
	path     []node // open sections, outermost first
}

// node is a section that is not closed yet.
type node struct {
	Section
	paragraphs []string
}

// open begins a section, after closing those that it does not stand in.
func (t *tree) open(h heading, p Paragraph, level int) {
	depth := 0
	for depth < len(t.path) && t.path[depth].Level < level {
		depth++
	}
	t.closeTo(depth)
	t.path = append(t.path, node{Section: Section{
		Level: level, Label: h.label, Title: h.title, Page: p.Page, Line: p.Line, Sections: []Section{},
	}})
	if h.text != "" {
		t.add(h.text)
	}
}

// closeTo closes the open sections but for the outermost depth of them.
func (t *tree) closeTo(depth int) {
	for n := len(t.path) - 1; n >= depth; n-- {
		done := t.path[n].Section
		done.Text = strings.Join(t.path[n].paragraphs, "\n")
		siblings := &t.sections
		if n > 0 {
			siblings = &t.path[n-1].Sections
		}
		*siblings = append(*siblings, done)
		t.path = t.path[:n]
	}
}

// add gives a paragraph to the innermost open section.
func (t *tree) add(text string) {
	n := &t.path[len(t.path)-1]
	n.paragraphs = append(n.paragraphs, text)
}

// assignKeys tells the statutory sections among those of the first level.
func assignKeys(sections []Section) {
	due := 0
	for i := range sections {
		if sections[i].Level != 1 {
			continue
		}
		next := Key("")
		if due < len(Keys()) {
			next = Keys()[due]
		}
		key, _ := keyOf(sections[i].Title, next)
		sections[i].Key = key
		for k, want := range Keys() {
			if want == key {
				due = k + 1
			}
		}
	}
}
