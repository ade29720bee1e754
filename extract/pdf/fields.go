package pdf

import (
	"fmt"
	"strings"

	"nianbao/page"
)

// field draws the value of a form field that has no appearance of its own, as
// viewers do: in the field's font, on one line in its middle, or line by line
// from its top. Only values in the field font's Latin codes are drawn.
func (in *interpreter) field(a *object, rect page.Box) error {
	form := in.file.trailer.key("Root").key("AcroForm")
	look := ofField(a, "DA")
	if look == nil {
		look = form.key("DA")
	}
	value := ofField(a, "V").bytes()
	kind := ofField(a, "FT").name()
	if kind != "Tx" && kind != "Ch" || value == "" || !latinText(value) || ofField(a, "Ff").int()&fieldPassword != 0 {
		return nil
	}
	outer := in.resources
	in.resources = form.key("DR")
	in.gs.clip = in.gs.ctm.box(rect)
	in.gs.ctm = matrix{1, 0, 0, 1, rect.X0, rect.Y0}.then(in.gs.ctm)
	err := in.run(fieldContent(look.bytes(), value, rect.Height(), ofField(a, "Ff").int()&fieldLines != 0))
	in.resources = outer
	return err
}

// Field flags of PDF 32000-1, table 228.
const (
	fieldLines    = 1 << 12
	fieldPassword = 1 << 13
)

// ofField is an entry of a field, which it may have from the fields above it.
func ofField(a *object, key string) *object {
	for depth := 0; a != nil && depth < maxReferences; depth++ {
		if o := a.key(key); o != nil {
			return o
		}
		a = a.key("Parent")
	}
	return nil
}

// latinText reports whether a text string has no byte order mark, so that its
// bytes are codes of a Latin font.
func latinText(s string) bool {
	return !strings.HasPrefix(s, "\xfe\xff") && !strings.HasPrefix(s, "\xff\xfe") && !strings.HasPrefix(s, "\xef\xbb\xbf")
}

// fieldContent writes the operators that show a value in a box of some height.
func fieldContent(look, value string, height float64, lines bool) []byte {
	font, size := fieldFont(look)
	if size <= 0 {
		size = min(max(0.7*height, 4), 12)
	}
	y := height/2 - 0.3*size
	if lines {
		y = height - 1.2*size
	}
	var b strings.Builder
	fmt.Fprintf(&b, "BT %s /%s %g Tf %g TL 2 %g Td\n", look, font, size, 1.15*size, y)
	for line := range strings.SplitSeq(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(value), "\n") {
		fmt.Fprintf(&b, "<%x> Tj T*\n", line)
	}
	b.WriteString("ET")
	return []byte(b.String())
}

// fieldFont finds the operands of Tf in a field's default appearance.
func fieldFont(look string) (font string, size float64) {
	l := &lexer{data: []byte(look)}
	var name string
	var number float64
	for {
		switch l.next() {
		case tokEOF:
			return font, size
		case tokName:
			name = string(l.text)
		case tokNumber:
			number = l.num
		case tokWord:
			if string(l.text) == "Tf" {
				font, size = name, number
			}
		}
	}
}
