package segment

import "testing"

func TestScan(t *testing.T) {
	for _, c := range []struct {
		in     string
		rank   rank
		number int
		label  string
		rest   string
	}{
		{"一、总体情况", rankHan, 1, "一、", "总体情况"},
		{"　十二 、其他", rankHan, 12, "十二、", "其他"},
		{"三．申请情况", rankHan, 3, "三．", "申请情况"},
		{"（一）主动公开", rankParen, 1, "（一）", "主动公开"},
		{"( 二 ) 依申请公开", rankParen, 2, "(二)", "依申请公开"},
		{"1.聚焦重点", rankNumber, 1, "1.", "聚焦重点"},
		{"２．聚焦重点", rankNumber, 2, "２．", "聚焦重点"},
		{"3、领导高度重视", rankNumber, 3, "3、", "领导高度重视"},
		{"（1）对照清单", rankParened, 1, "（1）", "对照清单"},
		{"4）对照清单", rankCircled, 4, "4）", "对照清单"},
		{"②强化", rankCircled, 2, "②", "强化"},
		{"第一部分 概述", rankPart, 1, "第一部分", "概述"},
	} {
		e, ok := scan(c.in)
		if got := (enumerator{c.rank, c.number, c.label, c.rest}); !ok || e != got {
			t.Errorf("scan(%q) = %+v, %v", c.in, e, ok)
		}
	}
	for _, in := range []string{"", "2024年，我局", "1.5万元", "一是加大力度", "第一，加大", "第二十条第（一）项", "（国令第711号）",
		"711.", "一", "（一", "0.", "十", "100、"} {
		if e, ok := scan(in); ok {
			t.Errorf("scan(%q) = %+v; want none", in, e)
		}
	}
}
