package checks

import (
	"slices"
	"strings"
	"testing"

	"nianbao/forms"
	"nianbao/segment"
)

func prose(text string) []segment.Section {
	return []segment.Section{{Level: 1, Title: "总体情况", Key: segment.KeyOverview, Text: text, Page: 1}}
}

func requestsSection(text string) []segment.Section {
	s := prose("")
	s[0].Sections = []segment.Section{{Level: 2, Title: "依申请公开情况", Text: text, Page: 2}}
	return s
}

// huaian holds the cells of a real report that its prose speaks of.
var huaian = sample{
	"requests/received/total": "3119", "requests/carried_in/total": "34", "requests/results_total/total": "3050",
	"requests/carried_out/total": "103", "requests/granted/total": "1200", "requests/partly_granted/total": "310",
	"review/review/upheld": "72", "review/review/corrected": "64", "review/review/other": "178", "review/review/pending": "37",
	"review/review/total": "351", "review/direct_suit/upheld": "15", "review/direct_suit/corrected": "2",
	"review/direct_suit/other": "5", "review/direct_suit/pending": "4", "review/direct_suit/total": "26",
	"review/suit_after_review/upheld": "10", "review/suit_after_review/corrected": "3", "review/suit_after_review/other": "4",
	"review/suit_after_review/pending": "3", "review/suit_after_review/total": "20",
	"art20_1/rules/issued": "1", "art20_1/rules/repealed": "0", "art20_1/rules/in_force": "12",
	"art20_1/normative_documents/issued": "9", "art20_1/normative_documents/repealed": "4", "art20_1/normative_documents/in_force": "58",
	"art20_5/licensing/decisions": "91438", "art20_6/penalty/decisions": "103", "art20_6/coercion/decisions": "0", "art20_8/fees/amount": "12.5",
}

func huaianInput(sections []segment.Section) Input {
	s := sample{}
	for _, cell := range formTable("2021", "requests").Cells() {
		if strings.HasPrefix(cell[0], "denied.") || strings.HasPrefix(cell[0], "other.") {
			s["requests/"+cell[0]+"/total"] = "2"
		}
	}
	return Input{Binding: s.with(huaian).binding(), Year: 2024, Agency: "淮安市人民政府", Sections: sections}
}

func TestClaimsOfARealReport(t *testing.T) {
	got := Run(huaianInput(requestsSection("定期对政府信息公开申请集中的领域和热点问题进行研判，探索从源头上解决实际问题。2024年，全市共受理政府信息公开申请3119件，答复3050件（含上年度结转申请34件，另有103件顺延到下年度答复），均在法定期限内予以答复。政府信息公开行政复议351件，其中结果维持72件，结果纠正64件，其他结果178件，尚未审结37件；政府信息公开行政诉讼46件，其中结果维持25件，结果纠正5件，其他结果9件，尚未审结7件。")))
	want := []string{
		"received 3119", "results 3050", "carried_in 34", "carried_out 103",
		"review 351", "review_upheld 72", "review_corrected 64", "review_other 178", "review_pending 37",
		"suit 46", "suit_upheld 25", "suit_corrected 5", "suit_other 9", "suit_pending 7",
	}
	var claimed []string
	for _, c := range got.Claims {
		claimed = append(claimed, c.Pattern+" "+c.Value.String())
		if c.Page != 2 || c.Sentence == "" {
			t.Errorf("claim without a place: %+v", c)
		}
	}
	if !slices.Equal(claimed, want) {
		t.Errorf("claims %q", claimed)
	}
	if found := narratives(got); len(found) > 0 {
		t.Errorf("false alarms %v", found)
	}
}

func narratives(r Result) []Finding {
	return slices.DeleteFunc(slices.Clone(r.Findings), func(f Finding) bool { return f.Rule != RuleNarrative })
}

func TestEveryPatternReadsItsExample(t *testing.T) {
	for _, p := range patterns {
		in := huaianInput(prose(p.example + "。"))
		for i, f := range in.Binding.Facts {
			if f.Value == nil {
				in.Binding.Facts[i].Value = new(forms.Number)
			}
		}
		for _, cell := range formTable("2021", "requests").Cells() {
			if key := "requests/" + cell[0] + "/" + cell[1]; cell[1] == "total" && huaian[key] == "" && !strings.HasPrefix(cell[0], "denied.") && !strings.HasPrefix(cell[0], "other.") {
				in.Binding.Facts = append(in.Binding.Facts, fact(key, "2", "件"))
			}
		}
		found := slices.ContainsFunc(claims(in), func(c Claim) bool { return c.Pattern == p.name })
		if in.Sections = requestsSection(p.example); !found && !slices.ContainsFunc(claims(in), func(c Claim) bool { return c.Pattern == p.name }) {
			t.Errorf("%s does not read %q", p.name, p.example)
		}
	}
}

func TestFalseClaimsAreFound(t *testing.T) {
	for _, c := range []struct{ text, at, left, right string }{
		{"本年度共收到公开申请3046件，办结3050件，结转下一年度103件，均按照规定的期限和格式答复。", "received", "3046", "3119"},
		{"本年度共收到公开申请3119件，办结3051件，结转下一年度103件。", "results_total", "3051", "3050"},
		{"一是本年度共收到公开申请3119件，办结3050件，结转下一年度13件；二是举办培训3期。", "carried_out", "13", "103"},
		{"全年收到政府信息公开申请 3 019 件。", "received", "3019", "3119"},
		{"2024年，市政府收到政府信息公开申请3,219件。", "received", "3219", "3119"},
		{"新收政府信息公开申请三千一百二十件。", "received", "3120", "3119"},
		{"全市共收到政府信息公开申请1.2万件。", "received", "12000", "3119"},
		{"今年收到依申请公开三十一件，均已答复。", "received", "31", "3119"},
		{"全年未收到政府信息公开申请。", "received", "0", "3119"},
		{"全年无依申请公开政府信息。", "received", "0", "3119"},
		{"2024年度无申请公开政府信息情况发生。", "received", "0", "3119"},
		{"收到政府信息公开申请零件。", "received", "0", "3119"},
		{"受理政府信息公开申请3153件（含上年结转35件）。", "carried_in", "35", "34"},
		{"受理政府信息公开申请3150件（含上年结转34件）。", "received", "3150", "3153"},
		{"去年工作有不足，比2023年多收到公开申请12件。2024年收到公开申请2119件。", "received", "2119", "3119"},
		{"办结公开申请3050件，其中予以公开1200件，部分公开301件。", "partly_granted", "301", "310"},
		{"办结公开申请3050件，其中予以公开1200件，不予公开17件。", "denied.state_secret", "17", "16"},
		{"办结公开申请3050件，其他处理7件。", "other.no_correction", "7", "6"},
		{"因信息公开引起的行政复议24件。", "review", "24", "351"},
		{"政府信息公开行政复议351件，其中结果维持27件。", "review", "27", "72"},
		{"政府信息公开行政诉讼45件，其中结果维持25件。", "direct_suit", "45", "46"},
		{"没有因政府信息公开引起的行政复议、行政诉讼。", "review", "0", "351"},
		{"没有因政府信息公开引起的行政诉讼。", "direct_suit", "0", "46"},
		{"新制发行政规范性文件8件，废止4件。", "normative_documents", "8", "9"},
		{"制发规范性文件9件、废止十四件。", "normative_documents", "14", "4"},
		{"现行有效规范性文件五十六件。", "normative_documents", "56", "58"},
		{"全年作出行政许可决定9.4万件。", "licensing", "94000", "91438"},
		{"作出行政处罚决定一百零二件。", "penalty", "102", "103"},
		{"收取行政事业性收费13.5万元。", "fees", "13.5", "12.5"},
		{"收取行政事业性收费135000元。", "fees", "13.5000", "12.5"},
	} {
		t.Run(c.text, func(t *testing.T) {
			found := narratives(Run(huaianInput(prose(c.text))))
			if strings.Contains(c.text, "行政复议、行政诉讼") {
				found = found[:1]
			}
			if len(found) != 1 {
				t.Fatalf("%d findings: %v", len(found), found)
			}
			f := found[0]
			if f.Row != c.at || f.Left.String() != c.left || f.Right.String() != c.right || f.Severity != Warning ||
				f.Raw == "" || !strings.Contains(c.text, f.Raw) || !strings.Contains(f.Message, f.Raw) {
				t.Errorf("%+v, left %s, right %s", f, f.Left, f.Right)
			}
		})
	}
}

func TestLookAlikesAreNoClaims(t *testing.T) {
	for _, text := range []string{
		"全年向上级报送规范性文件备案134件。",
		"全年发布信息2428条，公布政策文件24件。",
		"2022年收到政府信息公开申请30件，办结28件。",
		"去年收到政府信息公开申请30件。",
		"上年度共收到公开申请30件，办结29件。",
		"2024年收到政府信息公开申请数量比上年增加12件。",
		"收到人大建议12件、政协提案8件，全部办结。",
		"收到人大代表建议12件，办结12件，公开申请答复率100%。",
		"11件答复文书在发出前完成合法性审查。",
		"全年发出收费通知8份，实际收取零元。",
		"建议提案答复全文公开20件，公开率为百分之百。",
		"收到政府信息公开申请3119件，其中网上申请60件，信函申请40件。",
		"通过网上平台收到政府信息公开申请60件。",
		"收到自然人申请公开12件。",
		"第一季度收到政府信息公开申请12件。",
		"5月收到政府信息公开申请12件。",
		"市公安局收到政府信息公开申请300件。",
		"其中洪泽区政府收到政府信息公开申请300件。",
		"收到政府信息公开申请3000余件。",
		"收到政府信息公开申请近3000件，约3000件办结。",
		"收到政府信息公开申请0.3万件。",
		"全市共收到政府信息公开申请3100多件。",
		"未答复的公开申请3件。",
		"没有超期未答复的公开申请。",
		"延期答复公开申请30件。",
		"全市行政复议机构办理行政复议案件1200件，办结1100件。",
		"作为行政复议机关受理行政复议申请300件，维持200件，纠正20件。",
		"全年行政诉讼应诉30件。",
		"对规范性文件实行统一登记，入库42件。",
		"清理规范性文件120件，继续有效86件。",
		"健全规章制度12件，印发通知5件。",
		"全年公示行政许可300件、行政处罚12件。",
		"全年办理行政许可事项3万余件。",
		"全年收取政府信息公开信息处理费3940元。",
		"12345热线受理群众诉求3000件，办结2900件。",
		"受理低保申请12件，办结10件。",
		"全年收到申请12件。",
		"公布继续有效目录72件，同步标注失效文件15件。",
		"下一步，力争2025年公开申请办结率达到100%。",
		"对同一类申请较多的惠民惠农补贴信息，及时研究转为主动公开，全年转为主动公开33件。",
		"收到公开申请30件；收到公开申请20件。",
		"主动公开政府信息500件，其中予以公开12件。",
		"不予受理公开申请3件。",
		"结转资金12件。",
		"行政复议被纠正0件。",
		"共受理政府信息公开申请3153件（其中本年新收3119件，上年结转34件）。",
		"共受理政府信息公开申请3119件，其中34件为上年结转。",
		"共受理政府信息公开申请3153件，其中34件为上年结转。",
		"全年作出行政许可决定9.1万件。",
		"起草制定规范性文件5件，合法性审查规范性文件30件。",
		"以市政府名义制定规范性文件3件。",
		"不同意公开的申请3件，尚未办结公开申请7件。",
		"制定规章制度15件，废止3件。",
		"拟于2025年制定规范性文件11件。",
	} {
		if found := narratives(Run(huaianInput(prose(text)))); len(found) > 0 {
			t.Errorf("%q: %v", text, found[0].Message)
		}
	}
}

// Bare words count where the section is about requests.
func TestSectionTellsWhatIsCounted(t *testing.T) {
	text := "全年收到申请3152件，上年转来34件，办结3050件，还有103件转到下一年。"
	found := narratives(Run(huaianInput(requestsSection(text))))
	if len(found) != 1 || found[0].Row != "received" || found[0].Left.String() != "3152" {
		t.Errorf("found %v", found)
	}
}
