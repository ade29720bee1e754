package segment

import (
	"strings"

	"nianbao/page"
)

// textLines gives the lines of a plain text as package extract/text does.
func textLines(s string) []page.Line {
	var out []page.Line
	gap, sheet := false, 0
	if strings.Contains(s, "\f") {
		sheet = 1
	}
	for i, l := range strings.Split(s, "\n") {
		for strings.HasPrefix(l, "\f") {
			l, gap = l[1:], true
			sheet++
		}
		if strings.TrimSpace(l) == "" {
			gap = true
			continue
		}
		out = append(out, page.Line{Text: l, Number: i + 1, Gap: gap, Page: sheet})
		gap = false
	}
	return out
}

// A4 is the size of the pages of these tests, in points.
func a4(pages int) []Size {
	var out []Size
	for i := range pages {
		out = append(out, Size{Page: i + 1, Width: 595, Height: 842})
	}
	return out
}

// sheet sets lines of text on pages: 16 points, a column from 80 to 512 with
// room for 27 runes.
type sheet struct {
	page  int
	y     float64
	lines []page.Line
}

func (s *sheet) at(x, size float64, text string) *sheet {
	if s.page == 0 {
		s.page, s.y = 1, 120
	}
	width := 0.0
	for _, r := range text {
		width += runeWidth(r) * size
	}
	s.lines = append(s.lines, page.Line{
		Text: text, Page: s.page, Size: size, Box: page.Box{X0: x, Y0: s.y, X1: x + width, Y1: s.y + size},
	})
	s.y += 28
	return s
}

func (s *sheet) first(text string) *sheet { return s.at(112, 16, text) }
func (s *sheet) next(text string) *sheet  { return s.at(80, 16, text) }

func (s *sheet) turn(foot string) *sheet {
	s.y = 790
	if foot != "" {
		s.at(280, 12, foot)
	}
	s.page, s.y = s.page+1, 120
	return s
}

// shape writes sections on one line each: level, label, title and text.
func shape(sections []Section) []string {
	var out []string
	for _, s := range sections {
		out = append(out, strings.Repeat("-", s.Level)+s.Label+"|"+s.Title+"|"+strings.ReplaceAll(s.Text, "\n", "/"))
		out = append(out, shape(s.Sections)...)
	}
	return out
}

func texts(ps []Paragraph) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Text)
	}
	return out
}
