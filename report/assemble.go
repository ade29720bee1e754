package report

import (
	"slices"
	"strconv"

	"nianbao/checks"
	"nianbao/forms"
	"nianbao/page"
	"nianbao/segment"
	"nianbao/tables"
)

// Assemble puts the report of a document together. A document that is not an
// annual report on government-information disclosure is a *page.Fault.
func Assemble(doc *page.Document) (*Report, error) {
	var read reading
	if len(doc.Pages) > 0 {
		read = readPages(doc)
	} else {
		read = readText(doc)
	}
	if fault := notReport(doc, read); fault != nil {
		return nil, fault
	}
	r := &Report{
		Schema:   Schema,
		Source:   sourceOf(doc.Source),
		Metadata: read.metadata,
		Sections: read.outline.Sections,
		Facts:    read.binding.Facts,
		Tables:   bound(read),
	}
	if form := read.binding.Form(); form != "" {
		r.Form = &form
	}
	for _, p := range doc.Pages {
		r.Pages = append(r.Pages, Page{Page: p.Number, Verdict: p.Verdict, Reader: p.Reader})
	}
	checked := checks.Run(checks.Input{
		Binding: read.binding, Year: read.metadata.Year, Agency: read.metadata.Agency, Sections: read.outline.Sections,
	})
	r.Findings, r.Unassessed = checked.Findings, checked.Unassessed
	for i := range r.Facts {
		if n, ok := checked.Suggestions[r.Facts[i].Key()]; ok {
			r.Facts[i].Suggestion = &n
		}
	}
	return r, nil
}

// reading is what the stages make of a document.
type reading struct {
	outline  segment.Outline
	metadata segment.Metadata
	binding  forms.Binding
	other    []tables.Grid // tables that are none of the form's
}

// readPages reads a document of pages: tables first, then what stands around them.
func readPages(doc *page.Document) reading {
	sheets := make([]tables.Sheet, len(doc.Pages))
	sizes := make([]segment.Size, len(doc.Pages))
	var lines []page.Line
	for i := range doc.Pages {
		p := &doc.Pages[i]
		grids := tables.Find(p)
		own := page.Lines(tables.Outside(p, grids), p.Number)
		markGaps(own, grids)
		sheets[i] = tables.Sheet{Number: p.Number, Grids: grids}
		sizes[i] = segment.Size{Page: p.Number, Width: p.Width, Height: p.Height}
		lines = append(lines, own...)
	}
	body := segment.Body(lines, sizes)
	for i := range sheets {
		sheets[i].Lines = onPage(body, sheets[i].Number)
	}
	var read reading
	read.outline = segment.Parse(lines, sizes)
	read.metadata = segment.Describe(read.outline)
	grids := tables.Stitch(sheets)
	read.binding = forms.BindGrids(grids, read.metadata.Year)
	read.other = unbound(grids, read.binding)
	return read
}

// markGaps sets Gap on the first line after each table of the page.
func markGaps(lines []page.Line, grids []tables.Grid) {
	for _, g := range grids {
		foot := g.Parts[0].Box.Y1
		i := slices.IndexFunc(lines, func(l page.Line) bool { return l.Box.CentreY() > foot })
		if i >= 0 {
			lines[i].Gap = true
		}
	}
}

func onPage(lines []page.Line, number int) []page.Line {
	var out []page.Line
	for _, l := range lines {
		if l.Page == number {
			out = append(out, l)
		}
	}
	return out
}

// readText reads a plain text: the tables take their lines, the rest is prose.
// The year decides between editions only where the tables do not, so the text
// is described twice: before, and without its tables.
func readText(doc *page.Document) reading {
	year := segment.Describe(segment.Parse(doc.Lines, nil)).Year
	binding := forms.BindText(doc.Lines, year)
	var rest []page.Line
	gap := false
	for i, l := range doc.Lines {
		if binding.Claimed[i] {
			gap = true
			continue
		}
		l.Gap = l.Gap || gap
		gap = false
		rest = append(rest, l)
	}
	outline := segment.Parse(rest, nil)
	return reading{outline: outline, metadata: segment.Describe(outline), binding: binding}
}

// unbound gives the tables of which nothing was bound.
func unbound(grids []tables.Grid, b forms.Binding) []tables.Grid {
	var out []tables.Grid
	for i, g := range grids {
		if !slices.Contains(b.Grids, i) {
			out = append(out, g)
		}
	}
	return out
}

// bound gives the tables of the report: the form's, then any others.
func bound(read reading) []Table {
	var out []Table
	for _, b := range read.binding.Tables {
		edition, _ := forms.EditionByID(b.Edition)
		form, _ := edition.Table(b.ID)
		out = append(out, Table{
			ID: b.ID, Edition: b.Edition, Section: labelOf(read.outline.Sections, segment.Key(form.Section)),
			Parts: b.Grid.Parts, Grid: b.Grid,
		})
	}
	for _, g := range read.other {
		out = append(out, Table{Parts: g.Parts, Grid: g})
	}
	return out
}

func labelOf(sections []segment.Section, key segment.Key) string {
	for _, s := range sections {
		if s.Key == key {
			return s.Label
		}
	}
	return ""
}

func sectionKeys(sections []segment.Section) []segment.Key {
	var keys []segment.Key
	for _, s := range sections {
		if s.Key != "" {
			keys = append(keys, s.Key)
		}
	}
	return keys
}

func sourceOf(s page.Source) Source {
	return Source{s.Name, s.SHA256, s.Bytes, string(s.Kind), s.Pages, s.Reader}
}

// notReport refuses a document that has neither a table of the form nor its
// title or sections, and says what it has instead.
func notReport(doc *page.Document, read reading) *page.Fault {
	keys := sectionKeys(read.outline.Sections)
	titled := read.metadata.Title != "" && read.metadata.Year > 0
	if len(read.binding.Facts) > 0 || titled && len(keys) > 0 || telling(keys) >= 2 {
		return nil
	}
	say := func(key string, args ...string) *page.Fault {
		return &page.Fault{Code: page.FaultNotReport, Detail: key, Args: args}
	}
	switch first := firstText(doc); {
	case titled:
		return say("found.title", read.metadata.Title)
	case len(keys) > 0:
		return say("found.sections", strconv.Itoa(len(keys)))
	case first != "":
		return say("found.text", first)
	}
	return say("found.nothing")
}

// telling counts the sections that only such a report has; every budget and
// plan has an overview and other matters too.
func telling(keys []segment.Key) int {
	n := 0
	for _, k := range []segment.Key{segment.KeyDisclosure, segment.KeyRequests, segment.KeyReview} {
		if slices.Contains(keys, k) {
			n++
		}
	}
	return n
}

// firstText gives the beginning of a document, for a message.
func firstText(doc *page.Document) string {
	lines := doc.Lines
	for i := 0; i < len(doc.Pages) && len(lines) == 0; i++ {
		lines = page.Lines(doc.Pages[i].Glyphs, doc.Pages[i].Number)
	}
	const enough = 30
	for _, l := range lines {
		if runes := []rune(l.Text); len(runes) > 0 {
			return string(runes[:min(len(runes), enough)])
		}
	}
	return ""
}
