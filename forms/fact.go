package forms

import (
	"nianbao/page"
)

// Fact is one printed cell of a statutory table.
type Fact struct {
	Table string `json:"table"`
	Row   string `json:"row"`
	Col   string `json:"col"`
	// Value is the number exactly as printed; nil where the cell holds none.
	Value *Number `json:"value"`
	Raw   string  `json:"raw"` // the printed text of the cell
	Unit  string  `json:"unit,omitempty"`
	Kind  Kind    `json:"kind"`
	// Label is the printed row label and the printed column label.
	Label []string  `json:"label"`
	Page  int       `json:"page,omitempty"`
	Box   *page.Box `json:"box,omitempty"`
	Line  int       `json:"line,omitempty"` // of a plain-text file
	// Suggestion is what the arithmetic implies where it contradicts Value.
	Suggestion *Number `json:"suggestion"`
}

// Key is the fact's table, row and column ids: requests/received/total.
func (f Fact) Key() string { return f.Table + "/" + f.Row + "/" + f.Col }

// Kind says what a cell prints.
type Kind string

// The kinds of cell. A blank is not a zero.
const (
	KindNumber Kind = "number"
	KindZero   Kind = "zero"
	KindBlank  Kind = "blank"
	KindDash   Kind = "dash"  // - or —
	KindSlash  Kind = "slash" // /
	KindNone   Kind = "none"  // 无
	KindText   Kind = "text"  // anything else
)
