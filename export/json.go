package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"nianbao/report"
	"nianbao/segment"
)

// JSON writes the report as one indented object, in the shape of
// report.SchemaJSON: UTF-8, keys in the order of the types, lists never null,
// a newline at the end.
func JSON(w io.Writer, r *report.Report) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(withLists(*r))
}

// ReadJSON reads what JSON writes. It refuses anything that does not call
// itself a report of this schema, and text after the object.
func ReadJSON(r io.Reader) (*report.Report, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var head struct {
		Schema *string `json:"schema"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, explain(err)
	}
	if head.Schema == nil {
		return nil, fmt.Errorf("no report: the JSON has no %q key, wanted %q", "schema", report.Schema)
	}
	if *head.Schema != report.Schema {
		return nil, fmt.Errorf("the JSON is of schema %q, this program reads %q", *head.Schema, report.Schema)
	}
	var rep report.Report
	if err := json.Unmarshal(data, &rep); err != nil {
		return nil, explain(err)
	}
	return &rep, nil
}

// explain says in one line where a JSON text is broken.
func explain(err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("not JSON: %w (at byte %d)", err, syntax.Offset)
	}
	return fmt.Errorf("not a report: %w", err)
}

// withLists returns the report with an empty list wherever it holds a nil one,
// so that readers of the JSON need not tell null from []. The lists of the
// receiver's report are not changed.
func withLists(r report.Report) report.Report {
	r.Sections = sectionsWithLists(r.Sections)
	r.Tables = list(r.Tables)
	for i := range r.Tables {
		t := &r.Tables[i]
		t.Parts = list(t.Parts)
		t.Grid.Cells = list(t.Grid.Cells)
	}
	r.Facts = list(r.Facts)
	for i := range r.Facts {
		r.Facts[i].Label = list(r.Facts[i].Label)
	}
	r.Unassessed = list(r.Unassessed)
	for i := range r.Unassessed {
		r.Unassessed[i].Missing = list(r.Unassessed[i].Missing)
	}
	r.Findings = list(r.Findings)
	r.Pages = list(r.Pages)
	return r
}

func sectionsWithLists(sections []segment.Section) []segment.Section {
	sections = list(sections)
	for i := range sections {
		sections[i].Sections = sectionsWithLists(sections[i].Sections)
	}
	return sections
}

// list gives a copy of s that is never nil.
func list[T any](s []T) []T { return append(make([]T, 0, len(s)), s...) }
