package forms

import (
	"strings"
	"testing"

	"nianbao/page"
)

func linesOf(text string) []page.Line {
	var out []page.Line
	for i, l := range strings.Split(strings.Trim(text, "\n"), "\n") {
		if strings.TrimSpace(l) != "" {
			out = append(out, page.Line{Text: l, Number: i + 1})
		}
	}
	return out
}

// values gives the values of a row as the columns of the form have them; _ is a
// column without a fact or a number.
func values(b Binding, table, row string) string {
	e, _ := EditionByID("2021")
	form, _ := e.Table(table)
	var out []string
	for _, c := range form.Columns {
		v := "_"
		for _, f := range b.Facts {
			if f.Table == table && f.Row == row && f.Col == c.ID && f.Value != nil {
				v = f.Value.String()
			}
		}
		out = append(out, v)
	}
	return strings.Join(out, " ")
}

func TestBindTextFlows(t *testing.T) {
	for _, c := range []struct {
		name, text string
		rows       map[string]string
	}{
		{"markdown", `
| （七）总计 | （七）总计 | 1 | 2 | 0 | 0 | 0 | 0 | 3 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 四、结转下年度<br>继续办理 |  | 5 |  | 0 | 0 | 0 | 1 | 6 |`,
			map[string]string{"results_total": "1 2 0 0 0 0 3", "carried_out": "5 _ 0 0 0 1 6"}},
		{"bars between cells", `
（七）总计 | 1 | 2 | 0 | 0 | 0 | 0 | 3`,
			map[string]string{"results_total": "1 2 0 0 0 0 3"}},
		{"one cell a line", `
（七）总计
1
2
0
0
0
0
3
四、结转下年度继续办理
4
0
0
0
0
0
4`, map[string]string{"results_total": "1 2 0 0 0 0 3", "carried_out": "4 0 0 0 0 0 4"}},
		{"a label wrapped around its numbers", `
（七）总计                   11      2     0     0     0     0    13
 2、其他法律行政法规禁止
                             31      4     0     0     0     0    35
 公开
 3、危及“三安全一稳定”      7      0     0     0     0     0     7`,
			map[string]string{"denied.law_forbids": "31 4 0 0 0 0 35", "denied.security_stability": "7 0 0 0 0 0 7"}},
		{"blanks told by their place", `
 1.属于国家秘密              11      2     3     4     5     6    31
 2.其他法律行政法规禁止公开   7            1                       8
 3.危及“三安全一稳定”      12      0     0     0     0     0    12`,
			map[string]string{"denied.law_forbids": "7 _ 1 _ _ _ 8"}},
		{"a row on two lines", `
 1.属于国家秘密              11      2     3     4     5     6    31
 2.其他法律行政法规禁止公开   7
 禁止                                 0     1     0     0     0     8
 3.危及“三安全一稳定”      12      0     0     0     0     0    12`,
			map[string]string{"denied.law_forbids": "7 0 1 0 0 0 8"}},
		{"signs for none one blank apart", `
 1.属于国家秘密 无 7 无 无 无 无 7
 四、结转下年度继续办理 - - - - - - -`,
			map[string]string{"denied.state_secret": "_ 7 _ _ _ _ 7"}},
		{"a label that a page break cut", `
 1.申请人无正当理由逾期不     8      0     0     0     2     0    10`,
			map[string]string{"other.no_correction": "8 0 0 0 2 0 10"}},
	} {
		b := BindText(linesOf(c.text), 2021)
		for row, want := range c.rows {
			if got := values(b, "requests", row); got != want {
				t.Errorf("%s: %s is %q, want %q; undecided %+v", c.name, row, got, want, b.Undecided)
			}
		}
	}
}

// Where blanks are lost in a flow of one cell a line, numbers slide under the
// wrong label; such rows are reported and none of them is a fact.
func TestBindTextDoubtsPiledNumbers(t *testing.T) {
	for name, text := range map[string]string{
		"a row lost its blanks": `
（七）总计
3
3
四、结转下年度继续办理
4
1
0
0
0
0
9`,
		"numbers stand before their labels": `
60
5
0
1
2
1
69
一、本年新收政府信息公开申请数量
2
0
0
1
1
0
4
二、上年结转政府信息公开申请数量
62
5
0
2
3
1
73
（七）总计
四、结转下年度继续办理`,
	} {
		if b := BindText(linesOf(text), 2021); len(b.Facts) > 0 || len(b.Undecided) == 0 {
			t.Errorf("%s: facts %+v, undecided %+v", name, b.Facts, b.Undecided)
		}
	}
}

// Prose around a table is not claimed by it.
func TestBindTextClaims(t *testing.T) {
	lines := linesOf(`
三、收到和处理政府信息公开申请情况
本年度的申请情况见下表。
                 自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计
 1.属于国家秘密              11      2     3     4     5     6    31
 2.其他法律行政法规禁止公开   7      0     1     0     0     0     8
 四、结转下年度继续办理      12      0     0     0     0     0    12
注：表中数量按登记日期统计。
四、政府信息公开行政复议、行政诉讼情况`)
	b := BindText(lines, 2021)
	for i, want := range []bool{false, false, true, true, true, true, false, false} {
		if b.Claimed[i] != want {
			t.Errorf("line %d %q: claimed %v, want %v", i+1, lines[i].Text, b.Claimed[i], want)
		}
	}
}

// A heading right above a table, with no blank line between, stays prose.
func TestBindTextLeavesTheHeading(t *testing.T) {
	b := BindText(linesOf("二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t2\t3"), 2021)
	if b.Claimed[0] || !b.Claimed[1] || !b.Claimed[2] || !b.Claimed[3] {
		t.Errorf("claimed %v, want all but the heading", b.Claimed)
	}
}
