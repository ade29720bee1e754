package page

import "fmt"

// Fault is a located reason for which a file or a page cannot be read. Its
// code picks the sentence that a user is shown, in the user's language.
type Fault struct {
	Code   Code
	Page   int      // 0 where the fault is the file's
	Detail string   // what was found, for the sentence: a text, or a key of the catalogue
	Args   []string // of the sentence that Detail names
	Err    error    // what the reader said, if anything
}

// Code names a kind of fault.
type Code string

// The faults that readers report.
const (
	FaultEmpty     Code = "empty"      // no bytes, or only white space
	FaultKind      Code = "kind"       // a kind of file that is not read; Detail names it
	FaultEncoding  Code = "encoding"   // text in no known encoding; Detail says where
	FaultEncrypted Code = "encrypted"  // needs a password
	FaultDamaged   Code = "damaged"    // the file's structure is broken
	FaultScan      Code = "scan"       // pictures of pages, no text
	FaultTimeout   Code = "timeout"    // reading took longer than allowed
	FaultTooLarge  Code = "too_large"  // over a limit; Detail names it
	FaultNotReport Code = "not_report" // readable, but not an annual report; Detail says what was found
	FaultGarbled   Code = "garbled"    // text whose characters cannot be told
	FaultSecond    Code = "second"     // the second reading that was asked for cannot be had; Detail says why
	FaultPicture   Code = "picture"    // no pages that could be drawn; Detail names the kind of file
	FaultNoPage    Code = "no_page"    // the document has no page of that number; Detail is how many it has
)

// Error gives the fault in plain English.
func (f *Fault) Error() string {
	s := string(f.Code)
	if f.Page > 0 {
		s = fmt.Sprintf("page %d: %s", f.Page, s)
	}
	if f.Detail != "" {
		s += ": " + f.Detail
	}
	for _, a := range f.Args {
		s += " " + a
	}
	if f.Err != nil {
		s += ": " + f.Err.Error()
	}
	return s
}

// Unwrap gives the underlying error.
func (f *Fault) Unwrap() error { return f.Err }
