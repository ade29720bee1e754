package export

import (
	"slices"
	"strings"
	"testing"

	"nianbao/checks"
	"nianbao/forms"
	"nianbao/page"
	"nianbao/report"
	"nianbao/segment"
	"nianbao/tables"
)

func num(s string) *forms.Number {
	n, err := forms.ParseNumber(s)
	if err != nil {
		panic(err)
	}
	return &n
}

// sample builds a report whose sums hold, of the tables of the edition given
// for each table id.
func sample(form string, editions map[string]string) *report.Report {
	r := &report.Report{
		Schema: report.Schema,
		Source: report.Source{Name: "huaian_2024.pdf", SHA256: strings.Repeat("0123456789abcdef", 4), Bytes: 412842,
			Kind: "pdf", Pages: 6, Reader: "pdf"},
		Metadata: segment.Metadata{
			Title: "淮安市人民政府2024年政府信息公开工作年度报告", Agency: "淮安市人民政府", Year: 2024,
			Period:     &segment.Period{From: "2024-01-01", To: "2024-12-31"},
			CompiledBy: "淮安市人民政府办公室", Address: "淮安市翔宇南道1号", Postcode: "223001", Phone: "0517-83605000",
			Citations: []segment.Citation{{Title: "中华人民共和国政府信息公开条例", Number: "国令第711号"},
				{Title: "中华人民共和国政府信息公开工作年度报告格式", Number: "国办公开办函〔2021〕30号"}},
		},
		Form:     &form,
		Sections: sampleSections(),
		Pages: []report.Page{{Page: 1, Verdict: page.VerdictText}, {Page: 2, Verdict: page.VerdictText},
			{Page: 3, Verdict: page.VerdictText}, {Page: 4, Verdict: page.VerdictText}, {Page: 5, Verdict: page.VerdictText},
			{Page: 6, Verdict: page.VerdictImage}},
	}
	for _, e := range forms.Editions() {
		for _, t := range e.Tables {
			if editions[t.ID] == e.ID {
				addTable(r, e, t)
			}
		}
	}
	return r
}

// allOf gives the one edition to every table.
func allOf(edition string) map[string]string {
	out := map[string]string{}
	e, _ := forms.EditionByID(edition)
	for _, t := range e.Tables {
		out[t.ID] = edition
	}
	return out
}

func addTable(r *report.Report, e forms.Edition, t forms.Table) {
	place := map[string]int{"disclosure": 3, "requests": 4, "review": 5}[t.Section]
	r.Tables = append(r.Tables, report.Table{ID: t.ID, Edition: e.ID, Section: "二、",
		Parts: []tables.Part{{Page: place, Box: page.Box{X0: 52.1, Y0: 301, X1: 541.9, Y1: 790.2}}},
		Grid:  tables.Grid{Rows: 1, Cols: 1, Cells: []tables.Cell{{RowSpan: 1, ColSpan: 1, Text: "甲"}}}})
	for i, ids := range t.Cells() {
		box := page.Box{X0: 100 + float64(i%10)*40, Y0: 200.456 + float64(i/10)*18, X1: 139.5 + float64(i%10)*40, Y1: 218 + float64(i/10)*18}
		row, col := wordsOf(t, ids[0], ids[1])
		r.Facts = append(r.Facts, forms.Fact{Table: t.ID, Row: ids[0], Col: ids[1], Unit: t.Unit, Kind: forms.KindNumber,
			Value: num("0"), Raw: "0", Label: []string{row, col}, Page: place, Box: &box})
	}
	fill(r, t)
}

// fill gives the facts of a table numbers that satisfy its sums.
func fill(r *report.Report, t forms.Table) {
	value := map[[2]string]int64{}
	for i, ids := range t.Cells() {
		value[ids] = int64(i*i*7%23) * int64(i%3)
	}
	set := func(pair func(string) [2]string, s forms.Sum) {
		// the last term on the right takes what the others leave, or where
		// there is one term on the left it takes the sum
		var right int64
		for _, id := range s.Right {
			right += value[pair(id)]
		}
		for _, id := range s.Left[1:] {
			right -= value[pair(id)]
		}
		value[pair(s.Left[0])] = right
	}
	sums := slices.Clone(t.Sums)
	slices.SortFunc(sums, func(a, b forms.Sum) int { return len(a.Left) - len(b.Left) }) // totals first, then the balance
	for range 3 {
		for _, s := range sums {
			if s.Per == forms.PerColumn {
				for _, c := range t.Columns {
					set(func(id string) [2]string { return [2]string{id, c.ID} }, s)
				}
				continue
			}
			for _, ids := range t.Cells() {
				set(func(id string) [2]string { return [2]string{ids[0], id} }, s)
			}
		}
	}
	for ids, v := range value {
		put(r, t.ID+"/"+ids[0]+"/"+ids[1], forms.Int(v).String())
	}
}

// fact gives the fact of a key to change.
func fact(r *report.Report, key string) *forms.Fact {
	for i := range r.Facts {
		if r.Facts[i].Key() == key {
			return &r.Facts[i]
		}
	}
	return nil
}

// put prints a text in a cell.
func put(r *report.Report, key, raw string) {
	f := fact(r, key)
	f.Raw, f.Value = raw, nil
	if n, err := forms.ParseNumber(raw); err == nil {
		f.Value, f.Kind = &n, forms.KindNumber
		if n.IsZero() {
			f.Kind = forms.KindZero
		}
		return
	}
	f.Kind = map[string]forms.Kind{"": forms.KindBlank, "-": forms.KindDash, "/": forms.KindSlash, "无": forms.KindNone}[raw]
	if f.Kind == "" {
		f.Kind = forms.KindText
	}
}

// drop takes the facts out whose keys have the prefix.
func drop(r *report.Report, prefix string) {
	r.Facts = slices.DeleteFunc(r.Facts, func(f forms.Fact) bool { return strings.HasPrefix(f.Key(), prefix) })
	r.Tables = slices.DeleteFunc(r.Tables, func(t report.Table) bool { return t.ID+"/" == prefix })
}

func sampleSections() []segment.Section {
	long := strings.Repeat("全市各级行政机关坚持以公开为常态、不公开为例外，持续推进决策、执行、管理、服务和结果公开。", 30)
	return []segment.Section{
		{Level: 1, Label: "一、", Title: "总体情况", Text: "2024年，全市政府信息公开工作平稳有序。\n各项任务按期完成。", Page: 1, Key: segment.KeyOverview,
			Sections: []segment.Section{
				{Level: 2, Label: "（一）", Title: "主动公开情况", Text: long + "\n第二段。", Page: 1},
				{Level: 2, Label: "（二）", Title: "依申请公开情况", Text: "全年共收到申请3118件。", Page: 2, Sections: []segment.Section{
					{Level: 3, Label: "1.", Title: "办理结果", Text: "予以公开 812 件。", Page: 2}}},
			}},
		{Level: 1, Label: "二、", Title: "主动公开政府信息情况", Page: 3, Key: segment.KeyDisclosure},
		{Level: 1, Label: "三、", Title: "收到和处理政府信息公开申请情况", Page: 4, Key: segment.KeyRequests},
		{Level: 1, Label: "四、", Title: "因政府信息公开工作被申请行政复议、提起行政诉讼情况", Page: 5, Key: segment.KeyReview},
		{Level: 1, Label: "五、", Title: "存在的主要问题及改进情况", Text: "公开质量有待提高。", Page: 6, Key: segment.KeyProblems},
		{Level: 1, Label: "六、", Title: "其他需要报告的事项", Text: "无。", Page: 6, Key: segment.KeyOther},
	}
}

// rich is a 2021 report with one of everything: a broken sum, blanks, dashes,
// decimals, a remark, a lost row and a lost table.
func rich(t *testing.T) *report.Report {
	t.Helper()
	r := sample("2021", allOf("2021"))
	put(r, "art20_1/rules/issued", "")
	put(r, "art20_1/rules/repealed", "/")
	put(r, "art20_1/normative_documents/in_force", "无")
	put(r, "art20_8/fees/amount", "59237.2449")
	remark := fact(r, "art20_1/normative_documents/repealed")
	remark.Raw, remark.Value = "22（其中修订 16 件）", num("22")
	put(r, "art20_6/penalty/decisions", "12345678901234567")
	put(r, "requests/denied.enquiry/research", "")
	drop(r, "requests/not_processed.publications/")
	drop(r, "review/")

	f := fact(r, "requests/received/total")
	right := *f.Value
	wrong := right.Sub(forms.Int(1))
	f.Value, f.Raw, f.Suggestion = &wrong, wrong.String(), &right
	delta := forms.Int(-1)
	keys := []string{"requests/received/total"}
	for _, c := range []string{"natural_person", "business", "research", "public_welfare", "legal_service", "other_org"} {
		keys = append(keys, "requests/received/"+c)
	}
	r.Findings = []checks.Finding{
		{Rule: checks.RuleRowTotal, Severity: checks.Error, Table: "requests", Row: "received", Col: "total",
			Left: &wrong, Right: &right, Delta: &delta, Class: checks.ClassSource, Facts: keys,
			Message: "总计印为 " + wrong.String() + "，各类申请人之和为 " + right.String() + "，相差 -1", ID: "f1a2b3c4"},
		{Rule: checks.RuleMissingRow, Severity: checks.Error, Table: "requests", Row: "not_processed.publications",
			Class: checks.ClassUndecided, Message: "缺少行：3.要求提供公开出版物", ID: "0a0b0c0d"},
		{Rule: checks.RuleMissingTable, Severity: checks.Error, Table: "review", Class: checks.ClassUndecided,
			Message: "缺少表格：行政复议、行政诉讼情况", ID: "11223344"},
		{Rule: checks.RuleNotANumber, Severity: checks.Warning, Table: "art20_1", Row: "normative_documents", Col: "repealed",
			Class: checks.ClassSource, Raw: "22（其中修订 16 件）", Message: "单元格中有文字：22（其中修订 16 件）", ID: "55667788"},
		{Rule: "unknown_row", Severity: checks.Notice, Table: "art20_1", Class: checks.ClassSource, Raw: "其他主动公开文件",
			Message: "表外行：其他主动公开文件", ID: "99aabbcc"},
	}
	r.Unassessed = []checks.Unassessed{
		{Rule: checks.RuleRowTotal, Table: "requests", Row: "denied.enquiry", Col: "total", Missing: []string{"requests/denied.enquiry/research"}},
		{Rule: checks.RuleResultsTotal, Table: "requests", Row: "results_total", Col: "research",
			Missing: []string{"requests/denied.enquiry/research", "requests/not_processed.publications/research"}},
	}
	return r
}

// mixed has 2021 disclosure and review tables beside a 2019 requests table,
// and the 2019 table of procurement.
func mixed() *report.Report {
	editions := allOf("2021")
	editions["requests"] = "2019"
	editions["art20_9"] = "2019"
	r := sample("mixed", editions)
	put(r, "art20_9/procurement/amount", "96171.60")
	return r
}
