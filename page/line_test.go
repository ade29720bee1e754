package page

import (
	"math/rand/v2"
	"testing"
)

// set puts a text on a baseline, in type of the given size; Latin is half as wide.
func set(text string, x, y, size float64) []Glyph {
	var out []Glyph
	for _, r := range text {
		w := size
		if r < 0x80 {
			w = size / 2
		}
		out = append(out, Glyph{Text: string(r), Size: size, X: x, Y: y, Box: Box{x, y - 0.88*size, x + w, y + 0.12*size}})
		x += w
	}
	return out
}

func TestLines(t *testing.T) {
	var glyphs []Glyph
	glyphs = append(glyphs, set("第二行 text here", 50, 140, 16)...)
	glyphs = append(glyphs, set("第一行", 50, 100, 16)...)
	glyphs = append(glyphs, set("远处", 200, 100, 16)...)
	glyphs = append(glyphs, set("①", 98, 96, 8)...) // a superscript stays with its line
	hidden := set("看不见", 50, 180, 16)
	for i := range hidden {
		hidden[i].Ink = InkInvisible
	}
	glyphs = append(glyphs, hidden...)
	want := []string{"第一行① 远处", "第二行 text here"}
	r := rand.New(rand.NewPCG(1, 1))
	for range 20 {
		r.Shuffle(len(glyphs), func(i, j int) { glyphs[i], glyphs[j] = glyphs[j], glyphs[i] })
		lines := Lines(glyphs, 3)
		if len(lines) != len(want) || lines[0].Text != want[0] || lines[1].Text != want[1] {
			t.Fatalf("lines %+v, want %q", lines, want)
		}
		if lines[0].Page != 3 || lines[0].Size != 16 || lines[0].Box.X0 != 50 {
			t.Fatalf("line %+v", lines[0])
		}
	}
}

func TestBoxJSON(t *testing.T) {
	b := Box{1.005, -0.001, 100, 7.126}
	data, err := b.MarshalJSON()
	if err != nil || string(data) != "[1,0,100,7.13]" {
		t.Errorf("%s, %v", data, err)
	}
	var back Box
	if err := back.UnmarshalJSON(data); err != nil || back != (Box{1, 0, 100, 7.13}) {
		t.Errorf("%+v, %v", back, err)
	}
	if back.UnmarshalJSON([]byte("[1,2,3]")) == nil {
		t.Error("three numbers made a box")
	}
}
