package export

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/forms"
	"nianbao/report"
)

// XLSX writes the report as a workbook that an office keeps: an overview, the
// statutory tables laid out as the form prints them, with formulas that check
// their sums, then the text, the facts and the findings as lists.
//
// The sheets and their words are Chinese, as the form is. Nothing that a
// report prints becomes a formula. The same report gives the same bytes.
func XLSX(w io.Writer, r *report.Report) error {
	b := &book{f: excelize.NewFile(), r: r, facts: map[string]*forms.Fact{},
		styles: map[look]int{}, places: map[string]spot{}}
	defer b.f.Close()
	for i := range r.Facts {
		if f := &r.Facts[i]; b.facts[f.Key()] == nil {
			b.facts[f.Key()] = f
		}
	}
	b.marks = marksOf(r.Findings)
	b.plan = planForms(r)
	b.sheets()
	b.properties()
	for _, s := range b.plan {
		b.form(s)
	}
	b.overview()
	b.sections()
	b.factList()
	b.findingList()
	b.comments()
	if b.err != nil {
		return b.err
	}
	b.f.ZipWriter = func(w io.Writer) excelize.ZipWriter { return numericZip{zip.NewWriter(w)} }
	return b.f.Write(w)
}

// sheets makes the sheets in their order, before anything is written: links
// may go to a sheet that comes later.
func (b *book) sheets() {
	b.try(b.f.SetSheetName("Sheet1", sheetOverview))
	names := []string{}
	for _, s := range b.plan {
		names = append(names, s.name)
	}
	for _, name := range append(names, sheetText, sheetFacts, sheetFindings) {
		_, err := b.f.NewSheet(name)
		b.try(err)
	}
}

// properties says what the workbook is. Its times are fixed: a workbook does
// not differ for the day on which it was made.
func (b *book) properties() {
	const made = "2000-01-01T00:00:00Z"
	title := printable(b.r.Metadata.Title)
	if title == "" {
		title = wordTitle
	}
	b.try(b.f.SetDocProps(&excelize.DocProperties{
		Title: title, Creator: author, LastModifiedBy: author, Created: made, Modified: made, Language: "zh-CN",
		Identifier: b.r.Source.SHA256,
	}))
	b.try(b.f.SetAppProps(&excelize.AppProperties{Application: author}))
	b.try(b.f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: new(true)}))
}

// author is who made the workbook and its notes.
const author = "nianbao"

// numericZip writes the parts of a workbook and marks the results of its
// formulas as numbers: the library calls every result a text, and a program
// that shows a workbook without computing it would show "0" for 0.
type numericZip struct{ *zip.Writer }

func (z numericZip) Create(name string) (io.Writer, error) {
	w, err := z.Writer.Create(name)
	if err != nil || !strings.HasPrefix(name, "xl/worksheets/sheet") {
		return w, err
	}
	return numericPart{w}, nil
}

type numericPart struct{ w io.Writer }

// Write takes a whole part at once, as the library gives it.
func (p numericPart) Write(part []byte) (int, error) {
	if _, err := p.w.Write(bytes.ReplaceAll(part, []byte(` t="str"><f>`), []byte(`><f>`))); err != nil {
		return 0, err
	}
	return len(part), nil
}
