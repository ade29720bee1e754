package forms

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nianbao/page"
	"nianbao/tables"
)

// printed lays a statutory table out as a grid, every cell with a number of
// its own, so that a number under a wrong key is always seen.
type printed struct {
	rows [][]string // label cells, then values
	keys [][]string // the key of each value, row by row
}

func newPrinted(form Table) printed {
	var p printed
	n := 0
	if form.Band != "" {
		p.add([]string{form.Band}, nil)
	}
	header := []string{form.Corner}
	for _, c := range form.Columns {
		header = append(header, c.Label())
	}
	p.add(header, nil)
	for _, r := range form.Rows {
		row, keys := []string{r.Label()}, []string{}
		for _, c := range form.Columns {
			n++
			row = append(row, fmt.Sprint(1000+n))
			keys = append(keys, form.ID+"/"+r.ID+"/"+c.ID)
		}
		p.add(row, keys)
	}
	return p
}

func (p *printed) add(row, keys []string) {
	p.rows = append(p.rows, row)
	p.keys = append(p.keys, keys)
}

// grid gives the table with its cells in their columns; a band is full width.
func (p printed) grid() tables.Grid {
	g := tables.Grid{Rows: len(p.rows)}
	for _, r := range p.rows {
		g.Cols = max(g.Cols, len(r))
	}
	for i, r := range p.rows {
		for j, text := range r {
			c := tables.Cell{Row: i, Col: j, RowSpan: 1, ColSpan: 1, Text: text, Page: 1, Box: &page.Box{X1: 1, Y1: 1}}
			if len(r) == 1 {
				c.ColSpan = g.Cols
			}
			g.Cells = append(g.Cells, c)
		}
	}
	return g
}

// truth maps each printed value to its key.
func (p printed) truth() map[string]string {
	t := map[string]string{}
	for i, keys := range p.keys {
		values := p.rows[i][len(p.rows[i])-len(keys):]
		for k, v := range values {
			t[v] = keys[k]
		}
	}
	return t
}

func wrongKeys(b Binding, truth map[string]string) []string {
	var wrong []string
	for _, f := range b.Facts {
		if f.Value != nil && truth[f.Value.String()] != f.Key() {
			wrong = append(wrong, f.Key()+"="+f.Raw)
		}
	}
	return wrong
}

func TestBindEveryTableOfEveryEdition(t *testing.T) {
	for _, e := range Editions() {
		for _, form := range e.Tables {
			if len(form.Rows) == 0 {
				continue
			}
			p := newPrinted(form)
			b := BindGrids([]tables.Grid{p.grid()}, e.From)
			truth := p.truth()
			if wrong := wrongKeys(b, truth); len(wrong) > 0 || len(b.Facts) != len(truth) {
				t.Errorf("%s %s: %d facts of %d, wrong: %v", e.ID, form.ID, len(b.Facts), len(truth), wrong)
			}
			if len(b.Unknown)+len(b.Undecided) > 0 || len(b.Tables) != 1 || len(b.Tables[0].Missing) > 0 {
				t.Errorf("%s %s: unknown %v, undecided %v, tables %+v", e.ID, form.ID, b.Unknown, b.Undecided, b.Tables)
			}
		}
	}
}

func TestBindReview(t *testing.T) {
	e, _ := EditionByID("2021")
	form, _ := e.Table("review")
	g := tables.Grid{Rows: 4, Cols: 15}
	put := func(row, col, rows, cols int, text string) {
		g.Cells = append(g.Cells, tables.Cell{Row: row, Col: col, RowSpan: rows, ColSpan: cols, Text: text})
	}
	put(0, 0, 1, 5, "行政复议")
	put(0, 5, 1, 10, "行政诉讼")
	put(1, 5, 1, 5, "未经复议直接起诉")
	put(1, 10, 1, 5, "复议后起诉")
	for i, c := range form.Columns {
		top, rows := 1, 2
		if i >= 5 {
			top, rows = 2, 1
		}
		put(top, i, rows, 1, c.Label())
		put(3, i, 1, 1, fmt.Sprint(100+i))
	}
	b := BindGrids([]tables.Grid{g}, 0)
	if len(b.Facts) != 15 {
		t.Fatalf("%d facts, want 15: %+v", len(b.Facts), b)
	}
	for i, f := range b.Facts {
		want := fmt.Sprintf("review/%s/%s", form.Columns[i].Row, form.Columns[i].ID)
		if f.Key() != want || f.Raw != fmt.Sprint(100+i) {
			t.Errorf("fact %d: %s=%s, want %s=%d", i, f.Key(), f.Raw, want, 100+i)
		}
	}
}

// The tables of one report may follow different editions.
func TestBindMixedEditions(t *testing.T) {
	old, _ := EditionByID("2019")
	current, _ := EditionByID("2021")
	requests, _ := old.Table("requests")
	disclosure, _ := current.Table("art20_1")
	b := BindGrids([]tables.Grid{newPrinted(disclosure).grid(), newPrinted(requests).grid()}, 2023)
	if b.Form() != Mixed || b.Tables[0].Edition != "2021" || b.Tables[1].Edition != "2019" {
		t.Errorf("form %s of tables %s %s", b.Form(), b.Tables[0].Edition, b.Tables[1].Edition)
	}
}

func TestBindTextPadding(t *testing.T) {
	row := func(line string) Binding {
		return BindText([]page.Line{
			{Text: "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计", Number: 1},
			{Text: line, Number: 2},
		}, 2021)
	}
	for _, c := range []struct {
		line string
		want string // values by column, or "" where the row must stay undecided
	}{
		{"一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21", "1 2 3 4 5 6 21"},
		{"一、本年新收政府信息公开申请数量\t\t\t1\t2\t3\t4\t5\t6\t21", "1 2 3 4 5 6 21"},
		{"一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21\t\t", "1 2 3 4 5 6 21"},
		{"一、本年新收政府信息公开申请数量\t1\t\t3\t\t\t\t4", "1 _ 3 _ _ _ 4"},
		{"一、本年新收政府信息公开申请数量\t\t1\t\t3\t\t\t\t4", "1 _ 3 _ _ _ 4"},
		{"一、本年新收政府信息公开申请数量\t\t\t3\t\t\t\t4\t", ""}, // two fits, and neither adds up
		{"一、本年新收政府信息公开申请数量\t3\t3", ""},
	} {
		b := row(c.line)
		var got []string
		for _, f := range b.Facts {
			v := "_"
			if f.Value != nil {
				v = f.Value.String()
			}
			got = append(got, v)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: %q, want %q", c.line, strings.Join(got, " "), c.want)
		}
		if (c.want == "") != (len(b.Undecided) == 1) {
			t.Errorf("%q: undecided %+v", c.line, b.Undecided)
		}
	}
}

// Whatever is damaged in a good table, no number ends under a wrong key: it is
// bound right, or reported.
func TestBindDamaged(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	e, _ := EditionByID("2021")
	form, _ := e.Table("requests")
	for n := range 500 {
		p := newPrinted(form)
		damage := spoil(r, &p)
		b := BindGrids([]tables.Grid{p.grid()}, 2021)
		if wrong := wrongKeys(b, p.truth()); len(wrong) > 0 {
			t.Fatalf("case %d (%s): %v", n, damage, wrong)
		}
	}
}

// spoil does one damage to a table, of the kinds seen in real reports.
func spoil(r *rand.Rand, p *printed) string {
	i := 2 + r.IntN(len(p.rows)-2)
	switch r.IntN(5) {
	case 0:
		p.rows = slices.Delete(p.rows, i, i+1)
		p.keys = slices.Delete(p.keys, i, i+1)
		return fmt.Sprint("row lost ", i)
	case 1:
		label := []rune(p.rows[i][0])
		k := r.IntN(len(label))
		p.rows[i][0] = string(slices.Delete(label, k, k+1))
		return fmt.Sprint("letter lost ", i, p.rows[i][0])
	case 2:
		p.rows = slices.Insert(p.rows, i, []string{"其他主动公开文件", "1", "2", "3", "4", "5", "6", "7"})
		p.keys = slices.Insert(p.keys, i, nil)
		return fmt.Sprint("row added ", i)
	case 3:
		p.rows[i][0] = strings.Join(strings.Split(p.rows[i][0], ""), " ")
		return fmt.Sprint("label spaced ", i)
	default:
		p.rows = slices.Delete(p.rows, 0, 1)
		p.keys = slices.Delete(p.keys, 0, 1)
		return "header lost"
	}
}

func FuzzBindText(f *testing.F) {
	f.Add("第二十条第（一）项\n信息内容\t本年制发件数\n规章\t1\t2\t3\n")
	f.Add("一、本年新收政府信息公开申请数量\n1\n2\n3\n4\n5\n6\n21\n")
	f.Fuzz(func(t *testing.T, s string) {
		var lines []page.Line
		for i, l := range strings.Split(s, "\n") {
			lines = append(lines, page.Line{Text: l, Number: i + 1})
		}
		b := BindText(lines, 0)
		seen := map[string]bool{}
		for _, fact := range b.Facts {
			if seen[fact.Key()] {
				t.Fatalf("two facts under %s", fact.Key())
			}
			seen[fact.Key()] = true
		}
	})
}
