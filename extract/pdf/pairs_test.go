package pdf

import (
	"encoding/binary"
	"strings"
	"testing"

	"nianbao/page"
)

func TestChineseInLatinFont(t *testing.T) {
	widths := strings.Repeat("500 ", 256)
	for _, c := range []struct{ name, font, show, want string }{
		{"GBK", "SimSun", "(2021\xc4\xea\xb6\xc8) Tj", "2021年度"},
		{"one pair after two", "SimSun", "(\xc4\xea\xb6\xc8) Tj (\xc4\xea) Tj", "年度年"},
		{"one pair alone", "SimSun", "(\xc4\xea) Tj", "Äê"},
		{"accents", "Garamond", "(na\xefve \xc4\xea\xb6\xc8) Tj", "naïve Äê¶È"},
		{"a Latin font", "Arial", "(\xc4\xea\xb6\xc8) Tj", "Äê¶È"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := mustRead(t, onePage("BT /F2 10 Tf 20 50 Td "+c.show+" ET", "", "",
				"<< /Type /Font /Subtype /TrueType /BaseFont /"+c.font+" /Encoding /WinAnsiEncoding /FirstChar 0 /Widths ["+widths+"] >>"))
			if got := shown(p, page.InkVisible); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if last := p.Glyphs[len(p.Glyphs)-1]; c.name == "GBK" && (!close2(last.X, 50) || !close2(last.Box.Width(), 10)) {
				t.Errorf("the last character is at %v, %v wide", last.X, last.Box.Width())
			}
		})
	}
}

// postTable writes a font file with nothing but a post table that names glyph 1
// "A" by the Macintosh's number and glyph 2 by a name of its own.
func postTable(name string) string {
	post := binary.BigEndian.AppendUint32(nil, 0x20000)
	post = append(post, make([]byte, 28)...)
	for _, v := range []uint16{3, 0, macSpace + 'A' - ' ', macNames} {
		post = binary.BigEndian.AppendUint16(post, v)
	}
	post = append(append(post, byte(len(name))), name...)
	return "\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00post\x00\x00\x00\x00\x00\x00\x00\x1c\x00\x00\x00\x40" + string(post)
}

func TestTextFromGlyphNames(t *testing.T) {
	for name, want := range map[string]string{"uni5E74": "年", "zero": "0", "glyph77": "", ".notdef": ""} {
		p := parseProgram([]byte(postTable(name)))
		if got := p.text(1) + p.text(2); got != "A"+want {
			t.Errorf("%s: %q, want %q", name, got, "A"+want)
		}
	}
}
