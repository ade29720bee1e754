package pdf

import (
	"encoding/binary"
	"math"
	"strings"
	"testing"

	"nianbao/page"
)

const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
3 beginbfchar <0001> <5E74> <0002> <00660069> <0003> <D840DC00> endbfchar
3 beginbfrange <0010> <0012> <0041> <0020> <0022> [<4E00> <4E8C> <4E09>] <0030><0031><00410042> endbfrange
endcmap end end`

func TestToUnicode(t *testing.T) {
	c := parseCMap([]byte(toUnicode))
	for code, want := range map[uint32]string{
		1: "年", 2: "fi", 3: "\U00020000", 0x10: "A", 0x12: "C", 0x21: "二", 0x31: "AC", 0x13: "", 0: "",
	} {
		if got := c.text(code); got != want {
			t.Errorf("%#x: %q, want %q", code, got, want)
		}
	}
	wide := parseCMap([]byte("2 beginbfrange <0000> <FFFF> <0000> <0041> <0042> <4E00> endbfrange"))
	if wide.text(0x41) != "一" || wide.text(0x61) != "a" || wide.text(0) != "" {
		t.Error("overlapping ranges")
	}
}

func TestCMapEncoding(t *testing.T) {
	c := parseCMap([]byte(`/WMode 1 def 2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange
		1 begincidrange <20> <7e> 1 endcidrange 1 begincidchar <8140> 700 endcidchar`))
	if !c.vertical || c.split([]byte{0x41, 0x42}) != 1 || c.split([]byte{0x81, 0x50}) != 2 || c.split([]byte{0x81, 0x20}) != 1 {
		t.Error("codespaces")
	}
	if cid, ok := c.cid(0x41); !ok || cid != 34 {
		t.Errorf("cid %d", cid)
	}
	if cid, ok := c.cid(0x8140); !ok || cid != 700 {
		t.Errorf("cid %d", cid)
	}
}

func TestPredefinedCMaps(t *testing.T) {
	for name, in := range map[string]string{
		"UniGB-UCS2-H": "\x5e\x74\x00\x31", "UniGB-UTF16-H": "\x5e\x74\x00\x31", "UniGB-UTF8-H": "年1", "UniCNS-UTF32-V": "\x00\x00\x5e\x74\x00\x00\x00\x31",
		"GBK-EUC-H": "\xc4\xea1", "GB-EUC-V": "\xc4\xea1", "GBpc-EUC-H": "\xc4\xea1", "GBKp-EUC-H": "\xc4\xea1", "GBK2K-V": "\xc4\xea1",
		"ETen-B5-H": "\xa6\x7e1", "90ms-RKSJ-H": "\x94\x4e1", "EUC-H": "\xc7\xaf1", "KSCms-UHC-H": "\xd2\xb41", "H": "\x47\x2f\x23\x31",
	} {
		c := charsetOf(name)
		if c == nil {
			t.Errorf("%s is unknown", name)
			continue
		}
		var got string
		for rest := []byte(in); len(rest) > 0; {
			n := c.split(rest)
			got += c.text(rest[:n])
			rest = rest[n:]
		}
		if want := map[bool]string{true: "年１", false: "年1"}[name == "H"]; got != want {
			t.Errorf("%s: %q", name, got)
		}
		if c.vertical != strings.HasSuffix(name, "-V") {
			t.Errorf("%s: vertical %v", name, c.vertical)
		}
	}
	if charsetOf("Identity-H") != nil || charsetOf("Unknown-H") != nil {
		t.Error("a CMap that is none")
	}
}

// type0 is a page that shows text in a composite font.
func type0(t *testing.T, show, encoding, descendant string, more ...string) page.Page {
	t.Helper()
	font := "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+SimSun /Encoding /" + encoding + " /ToUnicode 7 0 R /DescendantFonts [<< /Subtype /CIDFontType2 /BaseFont /ABCDEF+SimSun " + descendant + " >>] >>"
	return mustRead(t, onePage("BT /F2 10 Tf 50 80 Td "+show+" ET", "", "", append([]string{font, stream("", toUnicode)}, more...)...))
}

func TestCompositeWidths(t *testing.T) {
	p := type0(t, "<000100100011> Tj", "Identity-H", "/DW 900 /W [16 [500] 17 18 250]")
	if got := shown(p, page.InkVisible); got != "年AB" {
		t.Fatalf("text %q", got)
	}
	for i, want := range []float64{50, 59, 64} {
		if g := p.Glyphs[i]; !close2(g.X, want) || g.Font != "SimSun" {
			t.Errorf("glyph %d at %v in %s, want %v", i, g.X, g.Font, want)
		}
	}
	if w := p.Glyphs[2].Box.Width(); !close2(w, 2.5) {
		t.Errorf("width %v", w)
	}
}

func TestVerticalWriting(t *testing.T) {
	p := type0(t, "[<0001> 500 <0020>] TJ", "Identity-V", "/W2 [32 [-500 300 880]]")
	a, b := p.Glyphs[0], p.Glyphs[1]
	if !a.Vertical || a.Angle != 0 {
		t.Errorf("glyph %+v", a)
	}
	wantBox(t, "first", a.Box, page.Box{X0: 45, Y0: 20, X1: 55, Y1: 30})
	wantBox(t, "second", b.Box, page.Box{X0: 47, Y0: 35, X1: 57, Y1: 40})
}

func TestTextState(t *testing.T) {
	for show, want := range map[string][]float64{
		"/F1 10 Tf 2 Tc 3 Tw (A A) Tj":            {10, 18.67, 26.45},
		"/F1 10 Tf 50 Tz 2 Tc (AA) Tj":            {10, 14.335},
		"/F1 10 Tf [(A) -1000 (A)] TJ":            {10, 26.67},
		"/F1 10 Tf 5 TL (A) Tj T* (A) Tj":         {10, 10},
		"/F1 10 Tf 2 1 (A) \" (A) '":              {10, 10},
		"/F1 1 Tf 10 0 0 10 10 10 Tm (AA) Tj":     {10, 16.67},
		"/F1 319 Tf .05 0 0 .05 10 10 Tm (AA) Tj": {10, 20.64},
	} {
		p := mustRead(t, onePage("BT 10 50 Td "+show+" ET", "", ""))
		if len(p.Glyphs) != len(want) {
			t.Fatalf("%s: %d glyphs", show, len(p.Glyphs))
		}
		for i, x := range want {
			if math.Abs(p.Glyphs[i].X-x) > 0.01 {
				t.Errorf("%s: glyph %d at %v, want %v", show, i, p.Glyphs[i].X, x)
			}
		}
	}
}

func TestFalseItalicKeepsItsBox(t *testing.T) {
	p := mustRead(t, onePage("BT /F1 10 Tf 1 0 .3 1 20 50 Tm (A) Tj ET", "", ""))
	g := p.Glyphs[0]
	wantBox(t, "A", g.Box, page.Box{X0: 20, Y0: 41.2, X1: 26.67, Y1: 51.2})
	if !close2(g.Size, 10) || g.Angle != 0 {
		t.Errorf("glyph %+v", g)
	}
}

func TestSimpleFonts(t *testing.T) {
	for name, c := range map[string]struct{ font, show, want string }{
		"differences": {"/Subtype /Type1 /BaseFont /X /FirstChar 65 /Widths [500 500 500 500] /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /uni5E74 /f_i /u20000 /a.small] >>", "(ABCD)", "年fi\U00020000a"},
		"win":         {"/Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding", "<93E994>", "“é”"},
		"mac":         {"/Subtype /TrueType /BaseFont /Arial /Encoding /MacRomanEncoding", "<D28ED3>", "“é”"},
		"standard":    {"/Subtype /Type1 /BaseFont /Times-Roman", "<27AE>", "’ﬁ"},
		"symbol":      {"/Subtype /Type1 /BaseFont /Symbol", "(ab)", "αβ"},
		"dingbats":    {"/Subtype /Type1 /BaseFont /ZapfDingbats", "(4l)", "✔●"},
		"numbered":    {"/Subtype /Type1 /BaseFont /X /Encoding << /Differences [65 /a49] >>", "(A)", "\ufffd"},
		"no meaning":  {"/Subtype /Type1 /BaseFont /X /Encoding << /Differences [65 /g17] >>", "(A)", "\ufffd"},
		"type 3":      {"/Subtype /Type3 /FontMatrix [.002 0 0 .002 0 0] /FontBBox [0 0 500 500] /FirstChar 65 /Widths [250] /CharProcs << /one 5 0 R >> /Encoding << /Differences [65 /one] >>", "(A)", "1"},
	} {
		p := mustRead(t, onePage("BT /F2 10 Tf 20 50 Td "+c.show+" Tj ET", "", "", "<< /Type /Font "+c.font+" >>"))
		if got := shown(p, page.InkVisible); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if name == "type 3" && !close2(p.Glyphs[0].Box.Width(), 5) {
			t.Errorf("type 3 width %v", p.Glyphs[0].Box.Width())
		}
	}
}

func TestStandardWidths(t *testing.T) {
	for name, want := range map[string]float64{
		"Helvetica": 0.556, "Arial,Bold": 0.556, "TimesNewRomanPSMT": 0.5, "Courier-Oblique": 0.6, "Times-BoldItalic": 0.5,
	} {
		metrics := standardWidths(standardFont(name))
		w, ok := metrics["one"]
		if !ok {
			w = metrics["space"]
		}
		if w != want {
			t.Errorf("%s: %v", name, w)
		}
	}
	if standardFont("SimSun") != "" || standardFont("ArialUnicodeMS") != "" {
		t.Error("not a standard font")
	}
}

func TestPlainName(t *testing.T) {
	for in, want := range map[string]string{"ABCDEF+SimSun": "SimSun", "\xcb\xce\xcc\xe5": "宋体", "ABC+X": "ABC+X", "宋体": "宋体"} {
		if got := plainName(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

// trueType writes a font file with nothing but a cmap of format 4 for 年.
func trueType(gid uint16) string {
	sub := []uint16{4, 32, 0, 4, 4, 1, 0, 0x5e74, 0xffff, 0, 0x5e74, 0xffff, gid - 0x5e74, 1, 0, 0}
	var b []byte
	b = append(b, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
	b = append(b, "cmap\x00\x00\x00\x00\x00\x00\x00\x1c\x00\x00\x00\x2c"...)
	b = append(b, 0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12)
	for _, v := range sub {
		b = binary.BigEndian.AppendUint16(b, v)
	}
	return string(b)
}

func TestTextFromFontProgram(t *testing.T) {
	for name, c := range map[string]struct{ descendant, more string }{
		"identity": {"/FontDescriptor << /FontFile2 8 0 R >>", trueType(0x99)},
		"mapped":   {"/CIDToGIDMap 9 0 R /FontDescriptor << /FontFile2 8 0 R >>", trueType(7)},
	} {
		gids := make([]byte, 0x99*2+2)
		gids[0x99*2+1] = 7
		p := type0(t, "<0099> Tj", "Identity-H", c.descendant, stream("", c.more), stream("", string(gids)))
		if got := shown(p, page.InkVisible); got != "年" {
			t.Errorf("%s: %q", name, got)
		}
	}
	p := type0(t, "<0098> Tj", "Identity-H", "/FontDescriptor << /FontFile2 8 0 R >>", stream("", trueType(0x99)))
	if got := shown(p, page.InkVisible); got != lost {
		t.Errorf("a glyph that the font does not name: %q", got)
	}
}

func FuzzCMap(f *testing.F) {
	f.Add([]byte(toUnicode))
	f.Add([]byte(trueType(3)))
	f.Fuzz(func(t *testing.T, data []byte) {
		c := parseCMap(data)
		for _, code := range []uint32{0, 1, 0x41, 0xffff, 1<<32 - 1} {
			c.text(code)
			c.cid(code)
		}
		for rest := data; len(rest) > 0; {
			n := c.split(rest)
			if n < 1 {
				t.Fatal("stuck")
			}
			rest = rest[n:]
		}
		parseProgram(data)
	})
}
