package pdf

import (
	"testing"

	"nianbao/page"
)

func TestRules(t *testing.T) {
	for _, c := range []struct {
		name, content string
		rules         []page.Rule
		fills         int
	}{
		{"stroke", "2 w 10 90 m 110 90 l S", []page.Rule{{X0: 10, Y0: 10, X1: 110, Y1: 10, Width: 2}}, 0},
		{"scaled stroke", "0.05 0 0 -0.05 0 100 cm 20 w 200 200 m 200 1000 l S", []page.Rule{{X0: 10, Y0: 10, X1: 10, Y1: 50, Width: 1}}, 0},
		{"dashed", "[3 2] 0 d 10 90 m 110 90 l S", []page.Rule{{X0: 10, Y0: 10, X1: 110, Y1: 10, Width: 1, Dashed: true}}, 0},
		{"empty dash", "[] 0 d 10 90 m 110 90 l S", []page.Rule{{X0: 10, Y0: 10, X1: 110, Y1: 10, Width: 1}}, 0},
		{"white", "1 G 10 90 m 110 90 l S", []page.Rule{{X0: 10, Y0: 10, X1: 110, Y1: 10, Width: 1, Light: true}}, 0},
		{"see-through", "/G1 gs 10 90 m 110 90 l S", nil, 0},
		{"slanted", "10 90 m 110 50 l S", nil, 0},
		{"many segments", "10 90 m 110 90 l 110 50 l S", []page.Rule{{X0: 10, Y0: 10, X1: 110, Y1: 10, Width: 1}, {X0: 110, Y0: 10, X1: 110, Y1: 50, Width: 1}}, 0},
		{"stroked rectangle", "10 10 100 50 re S", []page.Rule{
			{X0: 10, Y0: 90, X1: 110, Y1: 90, Width: 1}, {X0: 110, Y0: 40, X1: 110, Y1: 90, Width: 1},
			{X0: 10, Y0: 40, X1: 110, Y1: 40, Width: 1}, {X0: 10, Y0: 40, X1: 10, Y1: 90, Width: 1}}, 0},
		{"thin filled rectangle", "10 89 100 2 re f", []page.Rule{{X0: 10, Y0: 10, X1: 110, Y1: 10, Width: 2}}, 0},
		{"thin filled path", "10 50 m 11 50 l 11 90 l 10 90 l h f*", []page.Rule{{X0: 10.5, Y0: 10, X1: 10.5, Y1: 50, Width: 1}}, 0},
		{"negative height", "10 91 100 -2 re f", []page.Rule{{X0: 10, Y0: 10, X1: 110, Y1: 10, Width: 2}}, 0},
		{"clipped to a line", "10 89 100 2 re W n 0 0 200 100 re f", []page.Rule{{X0: 10, Y0: 10, X1: 110, Y1: 10, Width: 2}}, 0},
		{"stroke cut by the clip", "20 0 30 100 re W n 10 90 m 110 90 l S", []page.Rule{{X0: 20, Y0: 10, X1: 50, Y1: 10, Width: 1}}, 0},
		{"outside the clip", "20 0 30 20 re W n 10 90 m 110 90 l S", nil, 0},
		{"frame", "10 10 100 50 re 11 11 98 48 re f*", []page.Rule{
			{X0: 10, Y0: 40.5, X1: 110, Y1: 40.5, Width: 1}, {X0: 10, Y0: 89.5, X1: 110, Y1: 89.5, Width: 1},
			{X0: 10.5, Y0: 40, X1: 10.5, Y1: 90, Width: 1}, {X0: 109.5, Y0: 40, X1: 109.5, Y1: 90, Width: 1}}, 0},
		{"dotted down", "10 90 1 1 re 10 87 1 1 re 10 84 1 1 re f", []page.Rule{
			{X0: 10.5, Y0: 9, X1: 10.5, Y1: 10, Width: 1}, {X0: 10.5, Y0: 12, X1: 10.5, Y1: 13, Width: 1}, {X0: 10.5, Y0: 15, X1: 10.5, Y1: 16, Width: 1}}, 0},
		{"clip only", "10 10 100 50 re W n", nil, 0},
		{"white fill", "1 g 10 10 100 50 re f", nil, 1},
		{"curve", "10 10 m 20 30 40 30 50 10 c f", nil, 1},
		{"thick stroke", "20 w 10 50 m 110 50 l S", nil, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := mustRead(t, onePage(c.content, "/ExtGState << /G1 << /CA 0 /ca 0 >> >>", ""))
			if len(p.Rules) != len(c.rules) || len(p.Fills) != c.fills {
				t.Fatalf("rules %+v, fills %+v", p.Rules, p.Fills)
			}
			for i, want := range c.rules {
				got := p.Rules[i]
				if !close2(got.X0, want.X0) || !close2(got.Y0, want.Y0) || !close2(got.X1, want.X1) || !close2(got.Y1, want.Y1) ||
					!close2(got.Width, want.Width) || got.Dashed != want.Dashed || got.Light != want.Light {
					t.Errorf("rule %d: %+v, want %+v", i, got, want)
				}
			}
		})
	}
}

func TestFillLuminance(t *testing.T) {
	for content, want := range map[string]float64{
		"0.5 g": 0.5, "1 0 0 rg": 0.3, "0 0 0 0.25 k": 0.75, "/CS1 cs 1 scn": 0.2, "/CS1 cs 0 scn": 1,
		"/CS2 cs 1 sc": 1, "/CS3 cs 0 1 0 sc": 0.59, "/G1 gs 0 g": 0.5, "/Pattern cs /P1 scn": 0.5,
	} {
		p := mustRead(t, onePage(content+" 10 10 100 50 re f", `/ExtGState << /G1 << /ca .5 >> >> /ColorSpace <<
			/CS1 [/Separation /Spot /DeviceGray << /FunctionType 2 /N 1 /C0 [1] /C1 [.2] /Domain [0 1] >>]
			/CS2 [/Indexed /DeviceRGB 1 <000000FFFFFF>] /CS3 [/ICCBased 6 0 R] >>`, "", stream("/N 3", "")))
		if len(p.Fills) != 1 || !close2(p.Fills[0].Gray, want) {
			t.Errorf("%s: %+v, want %v", content, p.Fills, want)
		}
	}
}

func TestInk(t *testing.T) {
	for _, c := range []struct {
		name, content string
		ink           page.Ink
	}{
		{"plain", "BT /F1 10 Tf 20 50 Td (A) Tj ET", page.InkVisible},
		{"mode 3", "BT 3 Tr /F1 10 Tf 20 50 Td (A) Tj ET", page.InkInvisible},
		{"mode 7", "BT 7 Tr /F1 10 Tf 20 50 Td (A) Tj ET", page.InkInvisible},
		{"transparent", "/G1 gs BT /F1 10 Tf 20 50 Td (A) Tj ET", page.InkInvisible},
		{"switched off", "/OC /Off BDC BT /F1 10 Tf 20 50 Td (A) Tj ET EMC", page.InkInvisible},
		{"white on paper", "1 g BT /F1 10 Tf 20 50 Td (A) Tj ET", page.InkPageColour},
		{"white on dark", "0 0 1 rg 0 0 200 100 re f 1 g BT /F1 10 Tf 20 50 Td (A) Tj ET", page.InkVisible},
		{"white on white on dark", "0 g 0 0 200 100 re f 1 g 10 40 50 50 re f BT /F1 10 Tf 20 50 Td (A) Tj ET", page.InkPageColour},
		{"black on black", "0 g 0 0 200 100 re f BT /F1 10 Tf 20 50 Td (A) Tj ET", page.InkPageColour},
		{"white on a picture", "q 200 0 0 100 0 0 cm /I1 Do Q 1 g BT /F1 10 Tf 20 50 Td (A) Tj ET", page.InkVisible},
		{"off the page", "BT /F1 10 Tf 300 50 Td (A) Tj ET", page.InkOutside},
		{"outside the clip", "0 0 10 10 re W n BT /F1 10 Tf 20 50 Td (A) Tj ET", page.InkOutside},
		{"large, slanted", "BT /F1 9 Tf 10 80 Td (small small) Tj ET BT /F1 40 Tf .7 .7 -.7 .7 60 20 Tm (A) Tj ET", page.InkWatermark},
		{"large, pale", "BT /F1 9 Tf 10 80 Td (small small) Tj ET .8 g BT /F1 40 Tf 60 20 Td (A) Tj ET", page.InkWatermark},
		{"large title", "BT /F1 9 Tf 10 80 Td (small small) Tj ET 1 0 0 rg BT /F1 40 Tf 60 20 Td (A) Tj ET", page.InkVisible},
		{"turned label", "BT /F1 9 Tf 10 80 Td (small small) Tj ET BT 0 1 -1 0 60 20 Tm (A) Tj ET", page.InkVisible},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := onePage(c.content, "/ExtGState << /G1 << /ca 0 >> >> /Properties << /Off 7 0 R >> /XObject << /I1 6 0 R >>", "",
				stream("/Subtype /Image /Width 1 /Height 1 /Filter /DCTDecode", "x"), "<< /Type /OCG >>")
			data = append(data, "1 0 obj << /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [7 0 R] /D << /OFF [7 0 R] >> >> >> endobj\n"...)
			p := mustRead(t, data)
			last := p.Glyphs[len(p.Glyphs)-1]
			if last.Text != "A" || last.Ink != c.ink {
				t.Errorf("%q has ink %d, want %d", last.Text, last.Ink, c.ink)
			}
		})
	}
}

func TestDuplicates(t *testing.T) {
	for content, want := range map[string]string{
		"(22) Tj 0.3 0 Td (22) Tj":       "22", // false bold
		"(22) Tj 0.3 0.3 Td (22) Tj":     "22",
		"(22) Tj 0 0 Td (33) Tj":         "2233", // another character is no copy
		"(lll) Tj":                       "lll",
		"(2) Tj 2 0 Td (2) Tj":           "22", // a fifth of an em away
		"(2) Tj /F1 20 Tf 0 0 Td (2) Tj": "22", // another size
	} {
		p := mustRead(t, onePage("BT /F1 10 Tf 20 50 Td "+content+" ET", "", ""))
		if got := shown(p, page.InkVisible); got != want {
			t.Errorf("%s: %q, want %q", content, got, want)
		}
	}
}

func TestForms(t *testing.T) {
	content := "q 1 0 0 1 5 5 cm /X1 Do Q BT /F1 10 Tf 20 80 Td (after) Tj ET"
	form := stream("/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Matrix [2 0 0 2 0 0] /Resources << /XObject << /X1 7 0 R >> >>",
		"BT /F1 10 Tf 10 10 Td (in) Tj 500 0 Td (x) Tj ET q q /X1 Do")
	p := mustRead(t, onePage(content, "/XObject << /X1 7 0 R >>", "", helvetica, form))
	if got := shown(p, page.InkVisible); got != "inafter" {
		t.Fatalf("text %q", got)
	}
	if g := p.Glyphs[0]; !close2(g.X, 25) || !close2(g.Y, 75) || !close2(g.Size, 20) {
		t.Errorf("glyph %+v", g)
	}
	if shown(p, page.InkOutside) != "x" {
		t.Error("the form's box does not clip")
	}
}

func TestAnnotations(t *testing.T) {
	look := stream("/Subtype /Form /BBox [0 0 10 10] /Resources << /Font << /F1 5 0 R >> >>", "BT /F1 5 Tf 1 1 Td (on) Tj ET")
	p := mustRead(t, onePage("", "", "/Annots [<< /Subtype /Widget /Rect [100 50 120 70] /AS /Yes /AP << /N << /Yes 6 0 R >> >> >> << /Subtype /FreeText /F 2 /Rect [0 0 9 9] /AP << /N 6 0 R >> >>]", look))
	if got := shown(p, page.InkVisible); got != "on" {
		t.Fatalf("text %q", got)
	}
	if g := p.Glyphs[0]; !close2(g.X, 102) || !close2(g.Y, 48) || !close2(g.Size, 10) {
		t.Errorf("glyph %+v", g)
	}
}

func TestImagesAndVerdicts(t *testing.T) {
	picture := "q 200 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G /F /DCT ID \x00EI\x01 EI \xff\x00\nEI Q "
	p := mustRead(t, onePage(picture, "", ""))
	if len(p.Images) != 1 || p.Images[0].Filter != "DCTDecode" || p.Verdict != page.VerdictImage {
		t.Errorf("images %+v, verdict %s", p.Images, p.Verdict)
	}
	for content, want := range map[string]page.Verdict{
		"": page.VerdictEmpty,
		picture + "BT /F1 9 Tf 5 50 Td (long enough to be a text) Tj ET":          page.VerdictMixed,
		"BT /F2 9 Tf 5 50 Td <0001000200030004> Tj ET":                            page.VerdictGarbled,
		"BT /F1 9 Tf 5 50 Td (a page of text with a mark) Tj /F2 9 Tf <01> Tj ET": page.VerdictText,
	} {
		p := mustRead(t, onePage(content, "", "", "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType0 /BaseFont /X >>] >>"))
		if p.Verdict != want {
			t.Errorf("%q: verdict %s, want %s", content, p.Verdict, want)
		}
	}
}
