package forms

import "testing"

func TestAlike(t *testing.T) {
	for _, c := range []struct {
		printed, form string
		same          bool
	}{
		{"2. 其他法律行政止公开", "2.其他法律行政法规禁止公开", true}, // letters lost
		{"不予公 开", "（三）不予公开", true},
		{"1、属于国家秘密", "1.属于国家秘密", true},
		{"１．属于国家秘密", "1.属于国家秘密", true},
		{"(一)予以公开", "（一）予以公开", true},
		{"上一年项目数量（指2019年事项数）", "上一年项目数量", true},
		{"（二）部分公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", true},
		{"危及“三安全一稳 定”", "3.危及“三安全一稳定”", true},
		{"⼀、本年新收政府信息公开申请数量", "一、本年新收政府信息公开申请数量", true}, // a Kangxi radical
		{"现行有效件", "现行有效件数", true},
		{"规章", "规范性文件", false},
		{"其他", "其他结果", false},
		{"总计", "总体情况", false},
		{"行政处罚", "行政强制", false},
		{"行政复议", "行政诉讼", false},
		{"", "规章", false},
	} {
		if got := alike(newLabel(c.printed), newLabel(c.form)); (got >= leastAlike) != c.same {
			t.Errorf("%q and %q: %.2f, want the same label: %v", c.printed, c.form, got, c.same)
		}
	}
}

func TestParseValue(t *testing.T) {
	for _, c := range []struct {
		raw, number string
		kind        Kind
		unit        string
		ok          bool
	}{
		{"3001", "3001", KindNumber, "", true},
		{"0", "0", KindZero, "", true},
		{"96171.6", "96171.6", KindNumber, "", true},
		{"54319.0", "54319.0", KindNumber, "", true},
		{"3,985,758", "3985758", KindNumber, "", true},
		{"3，985，758", "3985758", KindNumber, "", true},
		{"１２", "12", KindNumber, "", true},
		{"+3", "3", KindNumber, "", true},
		{"－417", "-417", KindNumber, "", true},
		{"−9", "-9", KindNumber, "", true},
		{"--253", "-253", KindNumber, "", true},
		{"251000元", "251000", KindNumber, "元", true},
		{"160.5964万元", "160.5964", KindNumber, "万元", true},
		{"22（其中修订 16 件）", "22", KindNumber, "", true},
		{"", "", KindBlank, "", true},
		{" \u3000", "", KindBlank, "", true},
		{"/", "", KindSlash, "", true},
		{"—", "", KindDash, "", true},
		{"-", "", KindDash, "", true},
		{"无", "", KindNone, "", true},
		{"3960 704", "", KindText, "", false}, // two numbers, not one
		{"12,34", "", KindText, "", false},
		{"1.属于国家秘密", "", KindText, "", false},
		{"2022年", "", KindText, "", false},
		{"不适用", "", KindText, "", false},
		{"1/2", "", KindText, "", false},
	} {
		v, ok := parseValue(c.raw)
		number := ""
		if v.number != nil {
			number = v.number.String()
		}
		if ok != c.ok || v.kind != c.kind || number != c.number || v.unit != c.unit {
			t.Errorf("%q: %v %s %q %q, want %v %s %q %q", c.raw, ok, v.kind, number, v.unit, c.ok, c.kind, c.number, c.unit)
		}
	}
}
