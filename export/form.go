package export

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/forms"
	"nianbao/segment"
)

// form draws one sheet of the form: title, tables, check formulas, legend.
func (b *book) form(s formSheet) {
	labels, values, longest := b.measure(s)
	ws := widths(labels, values, longest)
	b.columns(s.name, ws)
	width := labels + values
	b.merge(spot{s.name, cell{1, 1}}, cell{width, 1}, lookTitle)
	b.text(spot{s.name, cell{1, 1}}, b.heading(s), lookTitle)
	b.merge(spot{s.name, cell{1, 2}}, cell{width, 2}, lookUnder)
	under := b.subtitle(s)
	b.text(spot{s.name, cell{1, 2}}, under, lookUnder)
	b.height(s.name, 1, 28)
	b.height(s.name, 2, 6+height(under, sum(ws)))

	const top = 3
	row, last := top, width
	var laid []layout
	for _, t := range s.tables {
		l := place(t.Table, t.edition, row, labels, values)
		b.table(s.name, l, ws)
		laid = append(laid, l)
		row = l.after
	}
	for _, l := range laid {
		var right int
		row, right = b.checks(s.name, l, row)
		last = max(last, right)
	}
	end := b.legend(s.name, row+1, width, row > laid[len(laid)-1].after)

	head := 2
	if len(laid) == 1 {
		head = laid[0].body - 1
	}
	b.freeze(s.name, head)
	b.printed(s.name, values > 8, head, cell{last, end - 1})
}

// measure gives the columns that the tables of a sheet need, and the length
// of the longest number among their values.
func (b *book) measure(s formSheet) (labels, values, longest int) {
	for _, t := range s.tables {
		_, l := spans(t.Rows)
		labels, values = max(labels, l), max(values, len(t.Columns))
		for _, c := range t.Cells() {
			if f := b.facts[t.ID+"/"+c[0]+"/"+c[1]]; f != nil && f.Value != nil {
				longest = max(longest, len(f.Value.String()))
			}
		}
	}
	return labels, values, longest
}

// heading is the section's own title in the report, or else the form's.
func (b *book) heading(s formSheet) string {
	for _, sec := range b.r.Sections {
		if sec.Key == segment.Key(s.section) && sec.Title != "" {
			return sec.Label + sec.Title
		}
	}
	return s.title
}

// subtitle says whose report it is, by which edition the tables are laid out,
// and where they stand in the file.
func (b *book) subtitle(s formSheet) string {
	m := b.r.Metadata
	var parts, editions []string
	if who := strings.TrimSpace(m.Agency + "　" + yearOf(m.Year)); who != "" {
		parts = append(parts, who)
	}
	for _, t := range s.tables {
		if e := editionName(t.edition); !slices.Contains(editions, e) {
			editions = append(editions, e)
		}
	}
	parts = append(parts, wordEdition+"："+strings.Join(editions, wordAnd))
	parts = append(parts, wordSource+"："+b.r.Source.Name+b.pagesOf(s))
	return strings.Join(parts, "　｜　")
}

func yearOf(year int) string {
	if year == 0 {
		return ""
	}
	return fmt.Sprintf(patternYear, year)
}

func editionName(e forms.Edition) string { return fmt.Sprintf(patternEdition, e.ID, e.Notice) }

// pagesOf gives the pages that the tables of a sheet stand on.
func (b *book) pagesOf(s formSheet) string {
	var ids []string
	for _, t := range s.tables {
		ids = append(ids, t.ID)
	}
	if p := b.pages(ids...); p != "" {
		return "　" + p
	}
	return ""
}

// table draws one table: band, column labels, row labels, values.
func (b *book) table(sheet string, l layout, ws []float64) {
	at := func(col, row int) spot { return spot{sheet, cell{col, row}} }
	t := l.table
	b.places[t.ID] = at(1, l.head)
	if l.band > 0 {
		b.places[t.ID] = at(1, l.band)
		b.label(at(1, l.band), cell{l.width(), l.band}, t.Band, t.ID, lookHead.filled(colourBand))
		b.height(sheet, l.band, 21)
	}
	if l.labels > 0 {
		key := ""
		if l.band == 0 {
			key = t.ID
		}
		b.label(at(1, l.head), cell{l.labels, l.body - 1}, t.Corner, key, lookHead)
	}
	b.columnLabels(sheet, l, ws)
	b.rowLabels(sheet, l, ws)
	for _, ids := range t.Cells() {
		if place, ok := l.areaOf(ids[0], ids[1]); ok {
			b.value(sheet, place, t.ID+"/"+ids[0], ids[1])
		}
	}
}

// label writes a label over an area, in the colour of what was found there.
func (b *book) label(s spot, to cell, text, key string, l look) {
	if m, ok := b.marks[key]; ok && key != "" {
		l.fill = m.fill
		b.note(s, m.messages...)
	}
	b.merge(s, to, l)
	b.text(s, text, l)
}

func (b *book) columnLabels(sheet string, l layout, ws []float64) {
	all, levels := spans(l.table.Columns)
	need := make([]float64, levels)
	for i, s := range all {
		first, _ := l.column(s.from)
		_, last := l.column(s.to - 1)
		key := ""
		if i == 0 && l.band == 0 && l.labels == 0 {
			key = l.table.ID // nothing else of the table stands before it
		}
		b.label(spot{sheet, cell{first, l.head + s.outer}}, cell{last, l.head + s.deep - 1}, s.text, key, lookHead)
		if s.deep == levels {
			tall := height(s.text, sum(ws[first-1:last]))
			need[levels-1] = max(need[levels-1], tall-21*float64(levels-1-s.outer))
		}
	}
	for i, h := range need {
		b.height(sheet, l.head+i, max(21, h))
	}
}

func (b *book) rowLabels(sheet string, l layout, ws []float64) {
	all, levels := spans(l.table.Rows)
	for i := range max(1, len(l.table.Rows)) {
		b.height(sheet, l.body+i, 21)
	}
	for _, s := range all {
		last := s.deep
		if s.deep == levels {
			last = l.labels
		}
		area, look, key := spot{sheet, cell{s.outer + 1, l.body + s.from}}, lookCell, ""
		switch {
		case !s.group(levels):
			key = l.table.ID + "/" + l.table.Rows[s.from].ID
			b.places[key] = area
			b.height(sheet, area.cell.row, max(21, height(s.text, sum(ws[s.outer:last]))))
		case s.outer == 0 && levels > 2:
			look.upright, look.wrap, look.across = true, false, "center"
		default:
			look.across = "center"
		}
		b.label(area, cell{last, l.body + s.to - 1}, s.text, key, look)
	}
}

// value writes one printed cell; row is the key of its row.
func (b *book) value(sheet string, place area, row, col string) {
	s, key := spot{sheet, place.from}, row+"/"+col
	b.places[key] = s
	if _, ok := b.places[row]; !ok {
		b.places[row] = s // a row without a label
	}
	look := lookValue
	f, m := b.facts[key], b.marks[key]
	switch {
	case m.fill != "":
		look.fill = m.fill
	case f == nil:
		look.fill = hatch
	}
	b.merge(s, place.to, look)
	b.note(s, m.messages...)
	if f == nil {
		return
	}
	if f.Value == nil {
		b.text(s, strings.TrimSpace(f.Raw), look)
	} else {
		b.number(s, f.Value, look)
		if _, err := forms.ParseNumber(strings.TrimSpace(f.Raw)); err != nil && f.Raw != "" {
			b.note(s, wordOriginal+f.Raw)
		}
	}
	if f.Suggestion != nil {
		b.note(s, wordSuggestion+f.Suggestion.String())
	}
}

// legend explains the colours, and the checks where there are any. It gives the
// row after it.
func (b *book) legend(sheet string, row, width int, checked bool) int {
	for _, l := range []struct{ fill, text string }{
		{hatch, legendAbsent}, {colourError, legendError}, {colourOdd, legendOdd},
	} {
		at, text := spot{sheet, cell{1, row}}, spot{sheet, cell{2, row}}
		swatch := lookSmall.filled(l.fill)
		swatch.bordered = true
		b.style(at, at.cell, swatch)
		b.merge(text, cell{width, row}, lookSmall)
		b.text(text, l.text, lookSmall)
		b.height(sheet, row, 15)
		row++
	}
	if checked {
		at := spot{sheet, cell{1, row}}
		b.merge(at, cell{width, row}, lookSmall)
		b.text(at, legendCheck, lookSmall)
		b.height(sheet, row, 30)
		row++
	}
	return row
}
