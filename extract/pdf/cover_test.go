package pdf

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"nianbao/page"
)

func TestCovered(t *testing.T) {
	const text = " BT /F1 10 Tf 20 50 Td (AB) Tj ET "
	const resources = `/ExtGState << /Half << /ca .5 >> /Multiply << /BM /Multiply >> /Mask << /SMask << /S /Luminosity >> >> >>
		/Pattern << /P1 << /PatternType 1 >> >> /XObject << /Im 6 0 R /Stencil 7 0 R /Soft 8 0 R /Group 9 0 R >>`
	for _, c := range []struct {
		name, content, visible string
	}{
		{"white-out", text + "1 g 10 40 60 30 re f", ""},
		{"black-out", text + "10 40 60 30 re f", ""},
		{"as a path", text + "1 g 10 40 m 70 40 l 70 70 l 10 70 l h f*", ""},
		{"thick stroke", text + "1 G 20 w 10 53 m 70 53 l S", ""},
		{"picture", text + "60 0 0 30 10 40 cm /Im Do", ""},
		{"inline picture", text + "60 0 0 30 10 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI", ""},
		{"strips", text + "1 g 10 40 60 8 re f 10 48 60 6 re f 10 54 60 8 re f", ""},
		{"in a clip", text + "0 40 80 40 re W n 1 g 0 0 200 100 re f", ""},
		{"reprinted", text + "1 g 10 40 60 30 re f 0 g" + text, "AB"},
		{"one of two", text + "1 g 10 40 16.5 30 re f", "B"},

		{"fill before", "1 g 10 40 60 30 re f 0 g" + text, "AB"},
		{"beside", text + "1 g 40 40 60 30 re f", "AB"},
		{"strike-through", text + "10 53 60 2 re f", "AB"},
		{"half of it", text + "1 g 10 40 60 13 re f", "AB"},
		{"see-through", text + "/Half gs 10 40 60 30 re f", "AB"},
		{"multiplied", text + "/Multiply gs 1 1 0 rg 10 40 60 30 re f", "AB"},
		{"masked", text + "/Mask gs 1 g 10 40 60 30 re f", "AB"},
		{"pattern", text + "/Pattern cs /P1 scn 10 40 60 30 re f", "AB"},
		{"frame", text + "0 30 80 50 re 10 40 60 30 re f*", "AB"},
		{"slanted clip", text + "0 0 m 200 100 l 0 100 l h W n 1 g 10 40 60 30 re f", "AB"},
		{"clip of text", text + "BT 7 Tr (A) Tj ET 1 g 10 40 60 30 re f", "AB"},
		{"clip gone again", text + "q 0 0 m 200 100 l 0 100 l h W n Q 1 g 10 40 60 30 re f", ""},
		{"ellipse", text + "10 55 m 10 90 70 90 70 55 c 70 20 10 20 10 55 c f", "AB"},
		{"stencil", text + "60 0 0 30 10 40 cm /Stencil Do", "AB"},
		{"soft mask", text + "60 0 0 30 10 40 cm /Soft Do", "AB"},
		{"translucent group", text + "/Half gs /Group Do", "AB"},
		{"solid group", text + "/Group Do", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := mustRead(t, onePage(c.content, resources, "",
				stream("/Subtype /Image /Width 1 /Height 1", "x"), stream("/Subtype /Image /ImageMask true", "x"),
				stream("/Subtype /Image /SMask 6 0 R", "x"),
				stream("/Subtype /Form /BBox [0 0 200 100] /Group << /S /Transparency >> /Resources << /ExtGState << /One << /ca 1 >> >> >>",
					"/One gs 1 g 10 40 60 30 re f")))
			if got := shown(p, page.InkVisible); got != c.visible {
				t.Errorf("%q is visible, want %q", got, c.visible)
			}
		})
	}
}

// A highlighter's mark is multiplied with the page by every viewer.
func TestHighlightDoesNotCover(t *testing.T) {
	look := stream("/Subtype /Form /BBox [10 40 70 70]", "1 1 0 rg 10 40 60 30 re f")
	for subtype, want := range map[string]string{"Highlight": "A", "Square": ""} {
		p := mustRead(t, onePage("BT /F1 10 Tf 20 50 Td (A) Tj ET", "",
			"/Annots [<< /Subtype /"+subtype+" /Rect [10 40 70 70] /AP << /N 6 0 R >> >>]", look))
		if got := shown(p, page.InkVisible); got != want {
			t.Errorf("%s: %q is visible, want %q", subtype, got, want)
		}
	}
}

// Covers that lie on one another by the hundred thousand cost no more than
// their rows.
func TestCoversCostLittle(t *testing.T) {
	var b strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&b, "BT /F1 1 Tf %d %d Td (%s) Tj ET ", i%5*40, i%90, strings.Repeat("x", 40))
	}
	b.WriteString(strings.Repeat("0 0 200 100 re f ", 200_000))
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	doc, err := Read(ctx, onePage(b.String(), "", ""), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(doc.Pages[0], page.InkVisible); got != "" {
		t.Errorf("%d glyphs are visible", len(got))
	}
}
