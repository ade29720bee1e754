package tables

import (
	"testing"

	"nianbao/page"
)

// word sets a text at the place, in type of 10 points; digits are half as wide.
func word(text string, x, y float64) []page.Glyph {
	var out []page.Glyph
	for _, r := range text {
		w := 10.0
		if r < 0x80 {
			w = 5
		}
		out = append(out, page.Glyph{Text: string(r), Size: 10, X: x, Y: y, Box: page.Box{X0: x, Y0: y - 8, X1: x + w, Y1: y + 2}})
		x += w
	}
	return out
}

func TestCellText(t *testing.T) {
	join := func(parts ...[]page.Glyph) (all []page.Glyph) {
		for _, p := range parts {
			all = append(all, p...)
		}
		return all
	}
	down := func(text string, x float64) []page.Glyph {
		var out []page.Glyph
		for i, r := range []rune(text) {
			y := 20 + 12*float64(i)
			out = append(out, page.Glyph{Text: string(r), Size: 10, Vertical: true, Box: page.Box{X0: x, Y0: y, X1: x + 10, Y1: y + 10}})
		}
		return out
	}
	turned := func(text string, angle int16) []page.Glyph {
		var out []page.Glyph
		for i, r := range []rune(text) {
			y := 20 + 10*float64(i)
			if angle == 270 {
				y = 80 - 10*float64(i)
			}
			out = append(out, page.Glyph{Text: string(r), Size: 10, Angle: angle, Box: page.Box{X0: 5, Y0: y, X1: 15, Y1: y + 10}})
		}
		return out
	}
	for _, c := range []struct {
		name   string
		glyphs []page.Glyph
		width  float64
		want   string
	}{
		{"wrapped label", join(word("商业企", 0, 10), word("业", 0, 24)), 40, "商业企业"},
		{"blanks inside a word", join(word("自 然 人", 0, 10)), 80, "自然人"},
		{"a number wrapped for want of room", join(word("39857", 6, 10), word("58", 6, 24)), 38, "3985758"},
		{"two numbers one below the other", join(word("3960", 0, 10), word("704", 0, 24)), 80, "3960 704"},
		{"vertical writing", down("三、本年度", 5), 20, "三、本年度"},
		{"two vertical columns read from the right", join(down("果维持", 5), down("结", 30)), 50, "结果维持"},
		{"text that runs down", turned("办理结果", 90), 20, "办理结果"},
		{"text that runs up", turned("办理结果", 270), 20, "办理结果"},
		{"one character a line", join(word("结", 0, 10), word("果", 0, 24), word("维", 0, 38), word("持", 0, 52)), 20, "结果维持"},
	} {
		if got := cellText(c.glyphs, page.Box{X1: c.width, Y1: 100}); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
