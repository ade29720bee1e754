// Package page holds the leaf types that every stage of nianbao speaks: what a
// published file shows, page by page, before anybody asks what it means.
//
// Goal: one small, exact vocabulary for marks on a page (glyphs, rules, fills,
// images) and for lines of text, whichever reader made them.
// Non-goal: meaning. Nothing here knows of tables, forms or sections.
//
// Lengths are PDF points (1/72 inch). The origin is the top left corner of the
// page as a reader sees it, after /Rotate and /CropBox; y grows downwards.
package page

// Document is one published file as a reader took it in.
type Document struct {
	Source Source
	Pages  []Page
	// Lines holds the lines of a plain-text file, in order, blank lines
	// included. It is empty for documents that have pages of glyphs.
	Lines []Line
}

// Source says where a document came from.
type Source struct {
	Name   string // base name of the file
	SHA256 string // of the file's bytes, lower-case hex
	Bytes  int64
	Kind   Kind
	Pages  int
	Reader string // the reader that took it in: "pdf" or "text"
}

// Kind is the kind of a file, found from its content, never from its name.
type Kind string

// The kinds that nianbao tells apart.
const (
	KindPDF  Kind = "pdf"
	KindText Kind = "text"
	KindHTML Kind = "html"
	KindZip  Kind = "zip" // Word, Excel and OpenDocument files, and archives
	KindOLE  Kind = "ole" // Word and Excel files of before 2007
	KindData Kind = "data"
)

// Page is one page of a document.
type Page struct {
	Number        int // from 1
	Width, Height float64
	Glyphs        []Glyph
	Rules         []Rule
	Fills         []Fill
	Images        []Image
	Verdict       Verdict
	Reader        string // the reader that took it in: "pdf" or "pdfium"
}

// Verdict says what can be read on a page.
type Verdict string

// The verdicts on a page.
const (
	VerdictText    Verdict = "text"
	VerdictImage   Verdict = "image" // a scan: pictures and no text
	VerdictMixed   Verdict = "mixed" // text beside a picture that covers most of the page
	VerdictGarbled Verdict = "garbled"
	VerdictEmpty   Verdict = "empty"
)

// Glyph is one printed character.
type Glyph struct {
	Text string // its Unicode text, most often one rune; U+FFFD where the file does not say
	// Box runs from the origin to the origin plus the advance, and from the
	// font's ascent to its descent.
	Box  Box
	X, Y float64 // the origin: on the baseline for horizontal writing
	Size float64 // the em, in points, after every transformation
	Font string  // name of the font without its subset tag
	Bold bool
	// Vertical is set for glyphs of a font in vertical writing mode: they
	// advance down the page.
	Vertical bool
	// Angle is the direction of the baseline in degrees clockwise: 0 for
	// upright text, 90 for text that runs down the page.
	Angle int16
	Ink   Ink
}

// Ink says whether a reader of the page sees a glyph. Only InkVisible takes
// part in tables and sections.
type Ink uint8

// The reasons for which a glyph may not be seen.
const (
	InkVisible    Ink = iota
	InkInvisible      // text rendering mode 3 or 7, or wholly transparent
	InkPageColour     // white, or the colour of what lies under it
	InkOutside        // off the page, or outside the clip
	InkDuplicate      // printed again at the same place, for boldness
	InkWatermark      // large, light or slanted, across the page
	InkCovered        // under an opaque fill or picture that was painted later
)

// Rule is a drawn straight line, from a stroke, a thin filled rectangle or an
// edge of a stroked one.
type Rule struct {
	X0, Y0, X1, Y1 float64 // X0 <= X1 and Y0 <= Y1 for horizontal and vertical rules
	Width          float64 // thickness in points; 0 is the thinnest the device draws
	Dashed         bool
	Light          bool // white or nearly so: seen on white paper by nobody
}

// Horizontal reports whether the rule runs across the page.
func (r Rule) Horizontal() bool { return r.Y1-r.Y0 <= levelTolerance && r.X1 > r.X0 }

// Upright reports whether the rule runs down the page.
func (r Rule) Upright() bool { return r.X1-r.X0 <= levelTolerance && r.Y1 > r.Y0 }

// levelTolerance is how far, in points, the two ends of a rule may be from
// level: coordinates in real files are rounded to a tenth of a point or so.
const levelTolerance = 0.6

// Fill is a filled area that is too thick to be a rule, by its bounding box.
type Fill struct {
	Box   Box
	Gray  float64 // luminance of its colour, 0 black to 1 white
	Shape bool    // not a rectangle: Box is only its bound
}

// Image is a picture on the page.
type Image struct {
	Box    Box
	Filter string // of its data: DCTDecode, CCITTFaxDecode …; "" when raw
}
