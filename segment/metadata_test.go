package segment

import (
	"slices"
	"strings"
	"testing"
)

func describe(text string) Metadata { return Describe(Parse(textLines(text), nil)) }

func TestTitle(t *testing.T) {
	for in, want := range map[string]struct {
		agency string
		year   int
	}{
		"淮安市人民政府\n2024年政府信息公开工作年度报告":                                     {"淮安市人民政府", 2024},
		"银州区应急管理局 2020 年度政府信息公开 工作年度报告":                                  {"银州区应急管理局", 2020},
		"附件：\n\n望海市临河区人民政府2023年度政府信息公开工作\n　　　　　　年度报告":                    {"望海市临河区人民政府", 2023},
		"2015年某县人民政府信息公开工作年度报告":                                          {"某县人民政府", 2015},
		"某县水务局二〇二〇年政府信息公开工作年度报告":                                         {"某县水务局", 2020},
		"某县水务局２０１９年度政府信息公开工作年度报告":                                        {"某县水务局", 2019},
		"2022年某县水务局政府信息公开工作年度报告":                                         {"某县水务局", 2022},
		"某县水务局政府信息公开工作年度报告（2021年）":                                       {"某县水务局", 2021},
		"关于某县水务局2018年政务公开工作情况的报告":                                        {"某县水务局", 2018},
		"某市\n某县水务局\n2022年政府信息公开工作年度报告\n\n某县水务局\n2023年1月\n":               {"某县水务局", 2022},
		"永丰县\n水务局\n2022年政府信息公开工作年度报告":                                    {"永丰县水务局", 2022},
		"2020年政府信息公开工作年度报告\n\n报送单位：某县水务局":                                {"某县水务局", 2020},
		"政府信息公开工作年度报告\n\n一、总体情况\n\n2017年，我局推进公开。\n\n某县水务局\n\n2018年1月20日": {"某县水务局", 2017},
		"政府信息公开工作年度报告\n\n本报告由某县水务局根据条例编制，统计期限自2016年1月1日至12月31日。":         {"某县水务局", 2016},
	} {
		if m := describe(in); m.Agency != want.agency || m.Year != want.year {
			t.Errorf("%q: agency %q, year %d, title %q", in, m.Agency, m.Year, m.Title)
		}
	}
}

func TestPeriod(t *testing.T) {
	for in, want := range map[string]Period{
		"统计期限自2024年1月1日至2024年12月31日。":                          {"2024-01-01", "2024-12-31"},
		"本报告中所列数据的统计期限自 2020 年 1 月 1 日起至 12 月 31 日止。":          {"2020-01-01", "2020-12-31"},
		"报告时限为２０１９年１月１日—２０１９年１２月３１日。":                          {"2019-01-01", "2019-12-31"},
		"数据统计时间：2021年1月1日到2021年12月31日。":                        {"2021-01-01", "2021-12-31"},
		"活动于2021年3月1日至2021年3月5日举行。统计期限自2021年1月1日至2021年12月31日。": {"2021-01-01", "2021-12-31"},
	} {
		if m := describe(in); m.Period == nil || *m.Period != want {
			t.Errorf("%q: %v", in, m.Period)
		}
	}
	for _, in := range []string{"2024年，我局公开信息20条。", "活动于2021年3月1日至3月5日举行。", "自2024年13月1日至2024年12月41日统计。"} {
		if m := describe(in); m.Period != nil {
			t.Errorf("%q: %v", in, *m.Period)
		}
	}
}

func TestContact(t *testing.T) {
	for in, want := range map[string]Metadata{
		"（地址：淮安市翔宇南道1号，邮编：223001，电话：0517-83605210，电子邮箱：hazwgkc@163.com）": {
			Address: "淮安市翔宇南道1号", Postcode: "223001", Phone: "0517-83605210", Email: "hazwgkc@163.com"},
		"如有疑问，请与本单位政策法规科联系，联系电话 0372 -\n7958635 ，邮政编码 609 372 。": {Phone: "0372-7958635", Postcode: "609372"},
		"联系电话０７２９－７７４９７７７，邮政编码５１７９４４。":                           {Phone: "0729-7749777", Postcode: "517944"},
		"通讯地址为某市中山路8号；E-mail：open @ some-city.gov.cn；联系电话：（0372）7958635": {
			Address: "某市中山路8号", Email: "open@some-city.gov.cn", Phone: "(0372)7958635"},
		"咨询电话：010—66001234转801。":  {Phone: "010-66001234转801"},
		"本报告由某县人民政府办公室组织编制。":      {CompiledBy: "某县人民政府办公室"},
		"本年度报告由中共某县委组织部根据《条例》编制。": {CompiledBy: "中共某县委组织部"},
		"根据条例要求，由某县水务局编制本报告。":     {CompiledBy: "某县水务局"},
		"根据有关规定，某县水务局编制了本年度报告。":   {CompiledBy: "某县水务局"},
	} {
		if got := describe(in); !sameContact(got, want) {
			t.Errorf("%q: %+v", in, got)
		}
	}
}

func sameContact(a, b Metadata) bool {
	return a.Address == b.Address && a.Postcode == b.Postcode && a.Phone == b.Phone && a.Email == b.Email && a.CompiledBy == b.CompiledBy
}

func TestCitations(t *testing.T) {
	got := describe(strings.Join([]string{
		"根据《中华人民共和国政府信息公开条例》（国务院令 第 711 号）（以下简称《条例》）以及《某省关于印发〈办法〉的通知》（辽政办明电〔2021〕1 号）编制《公报》。",
		"按照《条例》、《公报》（2021年第3号）和《中华人民共和国政府信息公开条例》（国令第711号）办理。",
	}, "\n\n")).Citations
	want := []Citation{
		{"中华人民共和国政府信息公开条例", "国务院令第711号"},
		{"某省关于印发〈办法〉的通知", "辽政办明电〔2021〕1号"},
		{"公报", "2021年第3号"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
