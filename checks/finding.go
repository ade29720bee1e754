// Package checks holds the arithmetic of the forms against what a report
// prints, and lists what does not add up or is missing.
//
// Goal: every broken rule, at the cell where the form puts it, the cell that is
// at fault where the arithmetic tells which, and every rule that could not be
// assessed with the term it lacks. Nothing is corrected.
// Non-goal: reading. A value is what the page prints.
package checks

import "nianbao/forms"

// Severity grades a finding.
type Severity string

// The severities. Only errors make check exit with status 4.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Notice  Severity = "notice"
)

// Class says whose fault a finding is.
type Class string

// The classes of a finding.
const (
	ClassSource     Class = "source"     // the document prints it so
	ClassExtraction Class = "extraction" // the reading is at fault
	ClassUndecided  Class = "undecided"
)

// Finding is one rule broken, or one thing missing or odd.
type Finding struct {
	Rule     Rule     `json:"rule"`
	Severity Severity `json:"severity"`
	Table    string   `json:"table,omitempty"`
	Row      string   `json:"row,omitempty"`
	Col      string   `json:"col,omitempty"`
	// Section is the key of the section that is missing, for missing_section.
	Section string `json:"section,omitempty"`
	// Left is the printed side of a sum, the printed value of a cell, or the
	// number that the prose claims.
	Left *forms.Number `json:"left,omitempty"`
	// Right is the computed side of a sum, the value that the sums imply for a
	// cell, or the number that the table prints.
	Right *forms.Number `json:"right,omitempty"`
	Delta *forms.Number `json:"delta,omitempty"` // Left − Right
	Class Class         `json:"class"`
	// AssumedZero is set where an addend printed no number and counted as 0.
	AssumedZero bool     `json:"assumed_zero"`
	Facts       []string `json:"facts,omitempty"` // keys of the cells that take part
	Raw         string   `json:"raw,omitempty"`   // what was printed: a thing not understood, a sentence
	Message     string   `json:"message"`
	ID          string   `json:"id"` // the same over runs, for notes on the finding
}

// Unassessed is a rule that could not be evaluated, and the terms that lack.
type Unassessed struct {
	Rule    Rule     `json:"rule"`
	Table   string   `json:"table"`
	Row     string   `json:"row"`
	Col     string   `json:"col"`
	Missing []string `json:"missing"` // keys of the cells without a number
}
