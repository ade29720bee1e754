package export

import "github.com/xuri/excelize/v2"

// look is how a cell looks. Equal looks share one style of the workbook.
type look struct {
	font     string
	size     float64
	bold     bool
	colour   string
	fill     string // a colour, or hatch
	bordered bool
	across   string // horizontal alignment
	down     string // vertical alignment, centre where empty
	wrap     bool
	upright  bool // one character under the other
	indent   int
	number   string // number format
}

// Colours, as RRGGBB.
const (
	colourHead   = "DDEBF7"
	colourBand   = "F2F2F2"
	colourError  = "FFC7CE" // the cell that a finding is about
	colourTouch  = "FDE9EB" // another cell that takes part in it
	colourOdd    = "FFEB9C"
	colourNotice = "EAF1DD"
	colourGood   = "C6EFCE"
	inkGood      = "006100"
	inkBad       = "9C0006"
	inkOdd       = "7F6000"
	inkLink      = "0563C1"
	inkQuiet     = "7F7F7F"
	hatch        = "hatch" // a fill for what the document does not have
	hatchInk     = "BFBFBF"
)

// The two typefaces of Chinese official papers that every office machine has.
const (
	faceText  = "宋体"
	faceTitle = "黑体"
)

// The looks that several sheets use.
var (
	lookTitle = look{font: faceTitle, size: 16, across: "center"}
	lookUnder = look{font: faceText, size: 9.5, colour: inkQuiet, across: "center", wrap: true}
	lookGroup = look{font: faceTitle, size: 11.5, fill: colourHead, bordered: true}
	lookHead  = look{font: faceTitle, size: 10.5, fill: colourHead, bordered: true, across: "center", wrap: true}
	lookCell  = look{font: faceText, size: 10.5, bordered: true, wrap: true}
	lookValue = look{font: faceText, size: 10.5, bordered: true, wrap: true, across: "center"}
	lookLink  = look{font: faceText, size: 10.5, bordered: true, across: "center", colour: inkLink}
	lookSmall = look{font: faceText, size: 9.5, wrap: true}
)

// filled is the look with another fill.
func (l look) filled(fill string) look { l.fill = fill; return l }

// aligned is the look with another horizontal alignment.
func (l look) aligned(across string) look { l.across = across; return l }

// style draws the area from the spot to a cell in one look.
func (b *book) style(s spot, to cell, l look) {
	if b.err != nil {
		return
	}
	id, ok := b.styles[l]
	if !ok {
		var err error
		if id, err = b.f.NewStyle(l.style()); err != nil {
			b.err = err
			return
		}
		b.styles[l] = id
	}
	b.try(b.f.SetCellStyle(s.sheet, s.cell.name(), to.name(), id))
}

func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font: &excelize.Font{Family: l.font, Size: l.size, Bold: l.bold, Color: l.colour},
		Alignment: &excelize.Alignment{
			Horizontal: l.across, Vertical: l.down, WrapText: l.wrap, Indent: l.indent,
		},
	}
	if l.down == "" {
		s.Alignment.Vertical = "center"
	}
	if l.indent > 0 && l.across == "" {
		s.Alignment.Horizontal = "left" // an indent counts from a side
	}
	if l.upright {
		s.Alignment.TextRotation = 255 // the code for stacked characters
	}
	switch l.fill {
	case "":
	case hatch:
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 14, Color: []string{hatchInk}} // lightUp
	default:
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.bordered {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Color: "808080", Style: 1})
		}
	}
	if l.number != "" {
		s.CustomNumFmt = &l.number
	}
	return s
}
