package pdf

import (
	"bytes"
	"context"
	"encoding/xml"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"nianbao/page"
)

// What two readers of one page may differ by: they round on different ways.
const (
	originSlack  = 0.1  // points
	advanceSlack = 0.01 // of the advance
)

// The second opinion on where glyphs are and how far they advance is MuPDF's.
func TestGlyphsAgreeWithMuPDF(t *testing.T) {
	if _, err := exec.LookPath("mutool"); err != nil {
		t.Skip("mutool is not on PATH: the places of glyphs are not compared with MuPDF's")
	}
	files := []string{"yunxi_2021.pdf", "qinglan_2019.pdf", "bailuzhou_2023.pdf", "notice.pdf"}
	for i, name := range files {
		files[i] = filepath.Join("../../fixtures/sources", name)
	}
	for _, folder := range []string{"dev", "real"} { // other people's files, where there are any
		more, _ := filepath.Glob(filepath.Join(sharedCases, folder, "*.pdf"))
		files = append(files, more...)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) { compareGlyphs(t, name) })
	}
}

func compareGlyphs(t *testing.T, name string) {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	theirs, own := structuredText(t, name), ownFonts(t, data)
	for p, err := range Pages(context.Background(), data, Limits{}) {
		if err != nil {
			t.Fatal(err)
		}
		if p.Number > len(theirs) {
			t.Fatalf("MuPDF has %d pages", len(theirs))
		}
		compared := 0
		for i := range p.Glyphs {
			g := &p.Glyphs[i]
			if g.Ink != page.InkVisible || g.Angle != 0 || g.Vertical || blank(g.Text) {
				continue
			}
			m, ok := nearest(theirs[p.Number-1], g)
			switch w := g.Box.Width(); {
			case !ok:
				t.Errorf("page %d: %q at %.2f %.2f is not where MuPDF has it", p.Number, g.Text, g.X, g.Y)
			case math.Abs(w-m.width) <= advanceSlack*w || math.Abs(w-m.step) <= advanceSlack*w:
				compared++
			case own:
				t.Errorf("page %d: %q at %.2f %.2f advances by %.3f, MuPDF says %.3f and goes on %.3f", p.Number, g.Text, g.X, g.Y, w, m.width, m.step)
			}
		}
		if compared == 0 && p.Verdict == page.VerdictText {
			t.Errorf("page %d: nothing to compare", p.Number)
		}
	}
}

// ownFonts reports whether a file has fonts of its own to draw with.
func ownFonts(t *testing.T, data []byte) bool {
	f, err := open(data, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range f.ids() {
		if o := f.load(id, 0); o.has("FontFile") || o.has("FontFile2") || o.has("FontFile3") {
			return true
		}
	}
	return false
}

// theirGlyph is a character as MuPDF has it, in points from the top left. Its
// width is that of the font that MuPDF draws with, which is another where the
// file has none; there the step to the next character says how far this one
// goes, within a string.
type theirGlyph struct {
	text              string
	x, y, width, step float64
}

// nearest finds the character that a glyph is, by its text and origin.
func nearest(all map[string][]*theirGlyph, g *page.Glyph) (*theirGlyph, bool) {
	for _, m := range all[string([]rune(g.Text)[:1])] {
		if math.Abs(m.x-g.X) <= originSlack && math.Abs(m.y-g.Y) <= originSlack {
			return m, true
		}
	}
	return nil, false
}

// structuredText gives the characters of each page as mutool prints them.
func structuredText(t *testing.T, name string) (pages []map[string][]*theirGlyph) {
	t.Helper()
	out, err := exec.Command("mutool", "draw", "-q", "-F", "stext", "-o", "-", name).Output()
	if err != nil {
		t.Fatalf("mutool: %v", err)
	}
	var last *theirGlyph
	d := xml.NewDecoder(bytes.NewReader(out))
	for {
		token, err := d.Token()
		if token == nil {
			return pages
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case start.Name.Local == "page":
			pages = append(pages, map[string][]*theirGlyph{})
		case start.Name.Local == "char":
			at := map[string]string{}
			for _, a := range start.Attr {
				at[a.Name.Local] = a.Value
			}
			quad := strings.Fields(at["quad"])
			g := &theirGlyph{text: at["c"], x: number(t, at["x"]), y: number(t, at["y"]), width: number(t, quad[2]) - number(t, quad[0])}
			if last != nil {
				last.step = g.x - last.x
			}
			last = g
			pages[len(pages)-1][g.text] = append(pages[len(pages)-1][g.text], g)
		}
	}
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
