package segment

import "nianbao/page"

// Size is the size of one page in points.
type Size struct {
	Page          int // from 1
	Width, Height float64
}

// Outline is a report as its reader sees it, without its tables.
type Outline struct {
	Preface  []Paragraph // title, signature, lead: all that stands before the first section
	Sections []Section
	// Left holds the lines that are no part of the report's text: page
	// numbers, running heads and feet, the table of contents.
	Left []page.Line
}

// Paragraph is one whole paragraph of the preface.
type Paragraph struct {
	Text string
	Page int     // from 1; 0 in plain text without form feeds
	Line int     // of a plain-text file
	Size float64 // the em of its first line in points; 0 in plain text
	Bold bool
}

// Parse finds paragraphs and sections in the lines of a report in reading
// order, without those of its tables. Plain text needs no sizes. Every rune
// but white space comes out once: in the preface, in a label, title or text
// of a section, or in a line left out; only the mark that parts a title from
// the text it runs into is dropped. The cost is n·log n in the lines.
func Parse(lines []page.Line, sizes []Size) Outline {
	body, left := part(lines, furniture(lines, sizes))
	body, contents := part(body, contents(body))
	o := build(paragraphs(body, sizes))
	o.Left = append(left, contents...)
	return o
}

// Body gives the lines without page numbers, running heads and running feet.
func Body(lines []page.Line, sizes []Size) []page.Line {
	body, _ := part(lines, furniture(lines, sizes))
	return body
}

// part divides the lines by their marks. The first line kept after a marked
// one inherits its gap.
func part(lines []page.Line, marked []bool) (kept, taken []page.Line) {
	kept = make([]page.Line, 0, len(lines))
	gap := false
	for i, l := range lines {
		if marked[i] {
			taken = append(taken, l)
			gap = gap || l.Gap
			continue
		}
		l.Gap = l.Gap || gap
		gap = false
		kept = append(kept, l)
	}
	return kept, taken
}
