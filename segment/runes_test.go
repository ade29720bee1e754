package segment

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"nianbao/internal/cjk"
	"nianbao/page"
)

// ink gives the runes of s that must come out: no white space, and not the
// marks that part a title from the text it runs into.
func ink(s string) []rune {
	var out []rune
	for _, r := range cjk.Unify(s) {
		if !unicode.IsSpace(r) && !strings.ContainsRune("。：:\u200b\ufeff", r) {
			out = append(out, r)
		}
	}
	return out
}

// count tallies runes.
func count(m map[rune]int, s string, by int) {
	for _, r := range ink(s) {
		if m[r] += by; m[r] == 0 {
			delete(m, r)
		}
	}
}

// balance subtracts what came out from what went in: it is empty when nothing
// was lost and nothing doubled.
func balance(lines []page.Line, o Outline) map[rune]int {
	m := map[rune]int{}
	for _, l := range lines {
		count(m, l.Text, 1)
	}
	for _, l := range o.Left {
		count(m, l.Text, -1)
	}
	for _, p := range o.Preface {
		count(m, p.Text, -1)
	}
	var walk func(ss []Section)
	walk = func(ss []Section) {
		for _, s := range ss {
			count(m, s.Label+s.Title+s.Text, -1)
			walk(s.Sections)
		}
	}
	walk(o.Sections)
	return m
}

// TestRunesKept holds the promise of Parse over random reports, set as plain
// text and on pages.
func TestRunesKept(t *testing.T) {
	pieces := []string{"一、总体情况", "二、主动公开", "（一）平台。内容", "（二）", "1.措施", "目录", "- 1 -", "3", "第3页", "某市局2024年政府信息公开工作年度报告",
		"全年公开信息20条，", "比上年增长。", "一是加强领导；", "　　又一段", "", "\f", "总体情况....2", "其他需要报告的事项", "open data", "⽬⼀", "①", "（3）三、", "注：", "《条例》（国令第711号）"}
	for seed := range uint64(400) {
		rng := rand.New(rand.NewPCG(seed, 1))
		var text strings.Builder
		var s sheet
		for range rng.IntN(40) {
			piece := ""
			for range 1 + rng.IntN(3) {
				piece += pieces[rng.IntN(len(pieces))]
			}
			text.WriteString(piece + "\n")
			if set := strings.TrimSpace(piece); set != "" {
				s.at(float64(60+20*rng.IntN(6)), float64(10+2*rng.IntN(4)), set)
			}
			if rng.IntN(6) == 0 {
				s.turn("")
			}
		}
		for _, c := range []struct {
			lines []page.Line
			sizes []Size
		}{{textLines(text.String()), nil}, {s.lines, a4(s.page)}} {
			if m := balance(c.lines, Parse(c.lines, c.sizes)); len(m) > 0 {
				t.Fatalf("seed %d: balance %v of %q", seed, m, text.String())
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("一、总体情况\n\n（一）主动公开情况。全年公开信息。\n\n- 1 -\n\f二、其他\n")
	f.Add("目录\n一、总体情况....2\n1.5万元\n①②\n第一部分 甲\n《a》（国令第1号）")
	f.Fuzz(func(t *testing.T, s string) {
		if !strings.ContainsFunc(s, cjk.IsHan) {
			return
		}
		s = strings.ToValidUTF8(s, "")
		lines := textLines(s)
		o := Parse(lines, nil)
		if m := balance(lines, o); len(m) > 0 {
			t.Fatalf("balance %v of %q", m, s)
		}
		Describe(o)
	})
}

// BenchmarkParse reads a report of some 40 pages.
func BenchmarkParse(b *testing.B) {
	var s sheet
	for range 40 {
		s.first("（一）主动公开情况。" + full[:54])
		for range 22 {
			s.next(full)
		}
		s.turn("- 1 -")
	}
	for b.Loop() {
		Describe(Parse(s.lines, a4(s.page)))
	}
}
