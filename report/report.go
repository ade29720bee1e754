// Package report puts a report together from what the stages before it found,
// and gives it its published shape.
//
// Goal: one value that holds everything, with stable bytes for the same input.
// Non-goal: files and formats; that is package export.
package report

import (
	"nianbao/checks"
	"nianbao/forms"
	"nianbao/page"
	"nianbao/segment"
	"nianbao/tables"
)

// Schema names the shape of the JSON that a Report is written as.
const Schema = "nianbao/report/v1"

// Report is everything that was read in one published report.
type Report struct {
	Schema     string              `json:"schema"`
	Source     Source              `json:"source"`
	Metadata   segment.Metadata    `json:"metadata"`
	Form       *string             `json:"form"` // 2014, 2019, 2021 or mixed; null where no table was found
	Sections   []segment.Section   `json:"sections"`
	Tables     []Table             `json:"tables"`
	Facts      []forms.Fact        `json:"facts"`
	Findings   []checks.Finding    `json:"findings"`
	Unassessed []checks.Unassessed `json:"unassessed"`
	Pages      []Page              `json:"pages"`
}

// Source says which file the report was read from.
type Source struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
	Kind   string `json:"kind"`
	Pages  int    `json:"pages"`
	Reader string `json:"reader"`
}

// Table is one table as printed. ID and Edition are empty for a table that is
// none of the form's.
type Table struct {
	ID      string        `json:"id"`
	Edition string        `json:"edition"`
	Section string        `json:"section"` // label of the section it stands in
	Parts   []tables.Part `json:"parts"`
	Grid    tables.Grid   `json:"grid"`
}

// Page tells what could be read on a page.
type Page struct {
	Page    int          `json:"page"`
	Verdict page.Verdict `json:"verdict"`
	Reader  string       `json:"reader,omitempty"`
}
