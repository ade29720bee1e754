package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nianbao/checks"
	"nianbao/forms"
	"nianbao/page"
	"nianbao/report"
)

// The columns of the overview: a label, then what belongs to it.
var overviewWidths = []float64{24, 10, 10, 16, 9, 9, 12, 9, 12, 10}

// overview writes the first sheet: whose report it is, from which file, what
// was found of the form, what is missing and what does not add up.
func (b *book) overview() {
	b.columns(sheetOverview, overviewWidths)
	width := len(overviewWidths)
	at := spot{sheetOverview, cell{1, 1}}
	title := b.r.Metadata.Title
	if title == "" {
		title = wordTitle
	}
	look := lookTitle
	look.wrap = true
	b.merge(at, cell{width, 1}, look)
	b.text(at, title, look)
	b.height(sheetOverview, 1, max(34, 1.6*height(title, sum(overviewWidths)/1.6)))
	row := b.pairs(2, wordReport, b.particulars())
	row = b.pairs(row, wordSource, b.source())
	row = b.tableList(row)
	row = b.missing(row)
	row = b.counts(row)
	row = b.sheetLinks(row)
	b.printed(sheetOverview, false, 0, cell{width, row - 1})
}

type pair struct{ label, value string }

// particulars are the report's metadata.
func (b *book) particulars() []pair {
	m := b.r.Metadata
	period := ""
	if m.Period != nil {
		period = fmt.Sprintf(patternPeriod, m.Period.From, m.Period.To)
	}
	var citations []string
	for _, c := range m.Citations {
		s := fmt.Sprintf(patternCitation, strings.Trim(c.Title, "《》"))
		if c.Number != "" {
			s += fmt.Sprintf(patternNumber, c.Number)
		}
		citations = append(citations, s)
	}
	return []pair{
		{labelTitle, m.Title}, {labelAgency, m.Agency}, {wordYear, yearOf(m.Year)}, {labelPeriod, period},
		{labelCompiledBy, m.CompiledBy}, {labelAddress, m.Address}, {labelPostcode, m.Postcode}, {labelPhone, m.Phone}, {labelEmail, m.Email},
		{labelCitations, strings.Join(citations, "\n")},
	}
}

// source says which file was read, and how well.
func (b *book) source() []pair {
	s := b.r.Source
	return []pair{
		{labelFile, s.Name}, {labelHash, s.SHA256}, {labelSize, fmt.Sprintf(patternBytes, s.Bytes)},
		{labelPages, b.pageSummary()}, {wordEdition, b.formName()},
	}
}

// pageSummary counts the pages and names those that are not plain text.
func (b *book) pageSummary() string {
	if b.r.Source.Pages == 0 {
		return wordNoPages
	}
	out := fmt.Sprintf(patternPages, b.r.Source.Pages)
	odd := map[page.Verdict][]string{}
	for _, p := range b.r.Pages {
		odd[p.Verdict] = append(odd[p.Verdict], strconv.Itoa(p.Page))
	}
	for _, v := range []page.Verdict{page.VerdictImage, page.VerdictMixed, page.VerdictGarbled, page.VerdictEmpty} {
		if len(odd[v]) > 0 {
			out += fmt.Sprintf(patternVerdict, verdictWord[v], strings.Join(odd[v], wordAnd))
		}
	}
	return out
}

func (b *book) formName() string {
	if b.r.Form == nil {
		return wordNoForm
	}
	if e, ok := forms.EditionByID(*b.r.Form); ok {
		return editionName(e)
	}
	if *b.r.Form == "mixed" {
		return wordMixed
	}
	return fmt.Sprintf(patternOther, *b.r.Form)
}

// group heads a part of the overview.
func (b *book) group(row int, title string) int {
	at := spot{sheetOverview, cell{1, row}}
	b.merge(at, cell{len(overviewWidths), row}, lookGroup)
	b.text(at, title, lookGroup)
	b.height(sheetOverview, row, 22)
	return row + 1
}

// pairs writes labels and values under a group title; what the report does
// not print says so.
func (b *book) pairs(row int, title string, ps []pair) int {
	row = b.group(row, title)
	for _, p := range ps {
		value, look := p.value, lookCell
		if value == "" {
			value, look.colour = wordNotPrinted, inkQuiet
		}
		b.wide(row, p.label, value, look)
		row++
	}
	return row + 1
}

// wide writes a label and a value over the rest of the row.
func (b *book) wide(row int, label, value string, look look) {
	b.text(spot{sheetOverview, cell{1, row}}, label, lookCell.filled(colourBand))
	at := spot{sheetOverview, cell{2, row}}
	b.merge(at, cell{len(overviewWidths), row}, look)
	b.text(at, value, look)
	b.height(sheetOverview, row, height(value, sum(overviewWidths[1:])))
}

// tableList says of every statutory table what was found of it.
func (b *book) tableList(row int) int {
	row = b.group(row, wordTables)
	b.header(sheetOverview, row, overviewHead)
	for _, s := range b.plan {
		for _, t := range s.tables {
			row++
			b.tableRow(row, s, t)
		}
	}
	others := slices.DeleteFunc(list(b.r.Tables), func(t report.Table) bool { return t.ID != "" })
	if len(others) > 0 {
		row++
		b.wide(row, wordOtherTables, fmt.Sprintf(patternTables, len(others)), lookCell)
	}
	return row + 2
}

// tableRow is one line of the list of tables.
func (b *book) tableRow(row int, s formSheet, t formTable) {
	c := b.count(t)
	at := func(col int) spot { return spot{sheetOverview, cell{col, row}} }
	status := statusFound
	look := lookValue.filled(colourGood)
	switch {
	case c.cells == c.absent && !c.found:
		status, look = statusMissing, lookValue.filled(colourError)
	case c.absent > 0:
		status, look = statusPartial, lookValue.filled(colourOdd)
	}
	b.text(at(1), s.nameOfTable(t.Table), lookCell)
	b.text(at(2), t.edition.ID, lookValue)
	b.text(at(3), status, look)
	b.text(at(4), fmt.Sprintf("%d / %d", c.rows, c.formRows), lookValue)
	for i, n := range []int{c.numbers, c.blanks, c.signs, c.absent} {
		b.integer(at(5+i), n, lookValue)
	}
	b.text(at(9), b.pages(t.ID), lookValue)
	b.text(at(10), wordGo, lookLink)
	if target, ok := b.places[t.ID]; ok {
		b.linkTo(at(10), target)
	}
	b.height(sheetOverview, row, 20)
}

// missing lists what the report lacks.
func (b *book) missing(row int) int {
	row = b.group(row, wordMissing)
	n := 0
	for _, f := range b.r.Findings {
		if !strings.HasPrefix(string(f.Rule), "missing_") {
			continue
		}
		b.wide(row, nameOf(string(f.Rule)), f.Message, lookCell.filled(fillOf(f.Severity)))
		if target, ok := b.find(f.Table, f.Row, f.Col); ok {
			b.linkTo(spot{sheetOverview, cell{2, row}}, target)
		}
		row++
		n++
	}
	if n == 0 {
		b.wide(row, wordMissing, wordNothingLacks, lookCell)
		row++
	}
	return row + 1
}

// counts says how many findings there are, and how many rules could not be
// assessed: no findings is not the same as all is well.
func (b *book) counts(row int) int {
	row = b.group(row, wordCounts)
	line := func(label string, n int, fill string) {
		look := lookCell
		if n > 0 {
			look.fill = fill
		}
		at := spot{sheetOverview, cell{2, row}}
		b.wide(row, label, "", look)
		b.integer(at, n, look.aligned("left"))
		b.linkTo(at, spot{sheetFindings, cell{1, 1}})
		row++
	}
	for _, c := range countLabels {
		n := len(slices.DeleteFunc(list(b.r.Findings), func(f checks.Finding) bool { return f.Severity != c.severity }))
		line(c.label, n, fillOf(c.severity))
	}
	line(labelUnassessed, len(b.r.Unassessed), colourOdd)
	return row + 1
}

// sheetLinks lists the other sheets.
func (b *book) sheetLinks(row int) int {
	row = b.group(row, wordSheets)
	line := func(name, what string) {
		b.wide(row, name, what, lookCell)
		at := spot{sheetOverview, cell{1, row}}
		look := lookCell.filled(colourBand)
		look.colour = inkLink
		b.style(at, at.cell, look)
		b.linkTo(at, spot{name, cell{1, 1}})
		row++
	}
	for _, s := range b.plan {
		line(s.name, b.heading(s))
	}
	line(sheetText, aboutText)
	line(sheetFacts, aboutFacts)
	line(sheetFindings, aboutFindings)
	return row
}
