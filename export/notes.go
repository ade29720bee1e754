package export

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/checks"
)

// mark is what the findings say of a cell, a row label or a table.
type mark struct {
	fill     string
	messages []string
}

// marksOf gives the marks by key: of a cell table/row/col, of a row table/row,
// of a table its id. A finding marks what it is about, and an error also every
// cell that takes part in it.
func marksOf(findings []checks.Finding) map[string]mark {
	marks := map[string]mark{}
	add := func(key, fill, message string) {
		m := marks[key]
		if rank(fill) > rank(m.fill) {
			m.fill = fill
		}
		if !slices.Contains(m.messages, message) {
			m.messages = append(m.messages, message)
		}
		marks[key] = m
	}
	for _, f := range findings {
		if f.Table == "" {
			continue
		}
		own := keyOf(f)
		add(own, fillOf(f.Severity), message(f))
		if f.Severity != checks.Error {
			continue
		}
		for _, key := range f.Facts {
			if key != own {
				add(key, colourTouch, message(f))
			}
		}
	}
	return marks
}

// keyOf is the narrowest thing that a finding is about.
func keyOf(f checks.Finding) string {
	key := f.Table
	for _, part := range []string{f.Row, f.Col} {
		if part == "" {
			break
		}
		key += "/" + part
	}
	return key
}

func message(f checks.Finding) string {
	return fmt.Sprintf(patternMessage, severityWord[f.Severity], f.Message)
}

// fillOf is the colour of a severity.
func fillOf(s checks.Severity) string {
	switch s {
	case checks.Error:
		return colourError
	case checks.Warning:
		return colourOdd
	default:
		return colourNotice
	}
}

// rank orders the colours of marks: the gravest shows.
func rank(fill string) int {
	return slices.Index([]string{"", colourNotice, colourTouch, colourOdd, colourError}, fill)
}

// note is the comment of one cell.
type note struct {
	at    spot
	texts []string
}

// note adds texts to the comment of a cell.
func (b *book) note(s spot, texts ...string) {
	if len(texts) == 0 {
		return
	}
	i := slices.IndexFunc(b.notes, func(n *note) bool { return n.at == s })
	if i < 0 {
		i = len(b.notes)
		b.notes = append(b.notes, &note{at: s})
	}
	b.notes[i].texts = append(b.notes[i].texts, texts...)
}

// comments writes the notes. A note is as tall as its text needs, up to a
// height that still fits on a screen.
func (b *book) comments() {
	const width, chars, line, most = 300, 44, 17, 480 // pixels, but chars
	for _, n := range b.notes {
		text := printable(strings.Join(n.texts, "\n"))
		b.try(b.f.AddComment(n.at.sheet, excelize.Comment{
			Cell: n.at.cell.name(), Author: author, Width: width,
			Height:    uint(min(most, line*lines(text, chars)+12)),
			Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Family: faceText, Size: 9}}},
		}))
	}
}
