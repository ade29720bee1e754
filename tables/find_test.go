package tables

import (
	"math/rand/v2"
	"slices"
	"testing"

	"nianbao/page"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, drawing string
		want          []string
	}{
		{"spans", `
+----+----+----+
| 甲      | 乙 |
+----+----+    +
| 1  | 2  |    |
+----+----+----+`, []string{"0,0+1×2=甲", "0,2+2×1=乙", "1,0=1", "1,1=2"}},
		{"label down the side", `
+---+---+---+
| 三| 1 | 2 |
+   +---+---+
| 本| 3 | 4 |
+---+---+---+`, []string{"0,0+2×1=三本", "0,1=1", "0,2=2", "1,1=3", "1,2=4"}},
		{"no outer sides", `
----+---+----
 甲 | 乙| 丙
----+---+----
 1  | 2 | 3
----+---+----`, []string{"0,0=甲", "0,1=乙", "0,2=丙", "1,0=1", "1,1=2", "1,2=3"}},
		{"a stray rule cuts, and swallows nothing", `
+---+---+---+
| 甲    | 丁|
+---+---+   +
| 乙| 丙| 戊|
+---+---+---+`, []string{"0,0+1×2=甲", "0,2+2×1=丁戊", "1,0=乙", "1,1=丙"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			grids := Find(sketch(c.drawing))
			if len(grids) != 1 {
				t.Fatalf("found %d tables, want 1", len(grids))
			}
			wantShape(t, grids[0], c.want...)
		})
	}
}

func TestFindLeavesOut(t *testing.T) {
	for name, drawing := range map[string]string{
		"a frame around text": `
+-------+
| 甲 乙 |
+-------+`,
		"a line under a heading": `
 甲 乙
 ------`,
		"a grid without text": `
+---+---+
|   |   |
+---+---+`,
	} {
		if grids := Find(sketch(drawing)); len(grids) > 0 {
			t.Errorf("%s: found %v", name, shape(grids[0]))
		}
	}
}

func TestFindBordersDrawnTwiceAndDashed(t *testing.T) {
	p := sketch(`
+---+---+
| 1 | 2 |
+---+---+
| 3 | 4 |
+---+---+`)
	var rules []page.Rule
	for _, r := range p.Rules {
		twin := r
		if r.Horizontal() {
			twin.Y0, twin.Y1 = r.Y0+0.9, r.Y1+0.9
			r.X1 -= 3 // a dash and a gap
		} else {
			twin.X0, twin.X1 = r.X0-0.9, r.X1-0.9
			r.Y1 -= 3
		}
		rules = append(rules, r, twin)
	}
	p.Rules = rules
	grids := Find(p)
	if len(grids) != 1 {
		t.Fatalf("found %d tables, want 1", len(grids))
	}
	wantShape(t, grids[0], "0,0=1", "0,1=2", "1,0=3", "1,1=4")
}

func TestFindIgnoresWhatIsNotSeen(t *testing.T) {
	p := sketch(`
+---+---+
| 1 | 2 |
+---+---+`)
	p.Glyphs[0].Ink = page.InkInvisible
	p.Rules = append(p.Rules, page.Rule{X0: 20, X1: 20, Y0: 0, Y1: 40, Light: true})
	wantShape(t, Find(p)[0], "0,0=", "0,1=2")
}

// A page's marks come in any order; the table does not depend on it.
func TestFindDoesNotDependOnOrder(t *testing.T) {
	drawing := `
+----+----+----+
| 甲      | 乙 |
+----+----+    +
| 12 | 34 |    |
+----+----+----+`
	want := shape(Find(sketch(drawing))[0])
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		p := sketch(drawing)
		r.Shuffle(len(p.Rules), func(i, j int) { p.Rules[i], p.Rules[j] = p.Rules[j], p.Rules[i] })
		r.Shuffle(len(p.Glyphs), func(i, j int) { p.Glyphs[i], p.Glyphs[j] = p.Glyphs[j], p.Glyphs[i] })
		if got := shape(Find(p)[0]); !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

func TestOutside(t *testing.T) {
	p := sketch(`
 前
+---+---+
| 1 | 2 |
+---+---+
 后`)
	var got string
	for _, g := range Outside(p, Find(p)) {
		got += g.Text
	}
	if got != "前后" {
		t.Errorf("outside the table: %q", got)
	}
}

func BenchmarkFind(b *testing.B) {
	p := sketch(`
+----+----+----+----+----+
| 甲      | 乙 | 丙 | 丁 |
+----+----+----+----+----+
| 12 | 34 | 56 | 78 | 90 |
+----+----+----+----+----+
| 12 | 34 | 56 | 78 | 90 |
+----+----+----+----+----+`)
	for b.Loop() {
		Find(p)
	}
}
