package export

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/report"
)

var update = flag.Bool("update", false, "write the golden files anew")

func workbook(t *testing.T, r *report.Report) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := XLSX(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func open(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// The golden files hold every cell of every sheet as text: a change of the
// workbook shows as a readable difference.
func TestXLSXCells(t *testing.T) {
	plainText := sample("2021", allOf("2021"))
	plainText.Source.Kind, plainText.Source.Reader, plainText.Source.Pages, plainText.Pages = "text", "text", 0, nil
	for i := range plainText.Facts {
		f := &plainText.Facts[i]
		f.Page, f.Box, f.Line = 0, nil, 40+i
	}
	for name, r := range map[string]*report.Report{
		"rich": rich(t), "mixed": mixed(), "2019": sample("2019", allOf("2019")), "plain_text": plainText,
		"nothing": {Schema: report.Schema, Source: report.Source{Name: "a.pdf", Kind: "pdf", Pages: 1}},
	} {
		got := dump(t, open(t, workbook(t, r)))
		file := filepath.Join("testdata", name+".cells")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs (-update writes it anew); first at line:\n%s", file, firstDifference(got, string(want)))
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return " got " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is longer"
}

func TestXLSXSameBytes(t *testing.T) {
	first := workbook(t, rich(t))
	for range 5 {
		if !bytes.Equal(first, workbook(t, rich(t))) {
			t.Fatal("the same report gave other bytes")
		}
	}
}

// A check says that it lacks a number before it says anything else.
func TestXLSXCheckColours(t *testing.T) {
	f := open(t, workbook(t, rich(t)))
	rules, err := f.GetConditionalFormats("依申请公开")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"L17": "COUNT(J17,D17:I17)<7", "D32": "COUNT(D6:D7,D29:D30)<4", "J33": "COUNT(J29,J8:J28)<22"} {
		r := rules[name]
		if len(r) != 3 || r[0].Criteria != want || !r[0].StopIfTrue || r[1].Criteria != "not equal to" || r[2].Criteria != "equal to" {
			t.Errorf("%s is coloured by %+v", name, r)
		}
	}
}

// The tables look as the form prints them: what one label stands over is one
// merged cell.
func TestXLSXMergesAsPrinted(t *testing.T) {
	f := open(t, workbook(t, sample("2021", allOf("2021"))))
	for sheet, want := range map[string]map[string]string{
		"主动公开":  {"A3:D3": "第二十条第（一）项", "B8:D8": "本年处理决定数量", "B9:D9": "0"},
		"依申请公开": {"A3:C5": "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "D3:J3": "申请人情况", "D4:D5": "自然人", "E4:I4": "法人或其他组织", "J4:J5": "总计", "A6:C6": "一、本年新收政府信息公开申请数量", "A8:A29": "三、本年度办理结果", "B8:C8": "（一）予以公开", "B10:B17": "（三）不予公开", "B29:C29": "（七）总计", "A30:C30": "四、结转下年度继续办理"},
		"复议诉讼":  {"A3:E3": "行政复议", "F3:O3": "行政诉讼", "F4:J4": "未经复议直接起诉", "K4:O4": "复议后起诉", "A4:A5": "结果维持"},
	} {
		merged := map[string]string{}
		cells, err := f.GetMergeCells(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cells {
			merged[c.GetStartAxis()+":"+c.GetEndAxis()] = c.GetCellValue()
		}
		for ref, text := range want {
			if merged[ref] != text {
				t.Errorf("%s %s holds %q, want %q", sheet, ref, merged[ref], text)
			}
		}
	}
	id, _ := f.GetCellStyle("依申请公开", "A8")
	if s, _ := f.GetStyle(id); s.Alignment.TextRotation != 255 {
		t.Error("三、本年度办理结果 is not set upright")
	}
}

// A spreadsheet refuses a file in which two merged areas overlap.
func TestXLSXMergesApart(t *testing.T) {
	for _, r := range []*report.Report{rich(t), mixed(), sample("2019", allOf("2019")), {}} {
		f := open(t, workbook(t, r))
		for _, sheet := range f.GetSheetList() {
			merged, err := f.GetMergeCells(sheet)
			if err != nil {
				t.Fatal(err)
			}
			taken := map[cell]string{}
			for _, m := range merged {
				for _, c := range cellsOf(m) {
					if by := taken[c]; by != "" {
						t.Errorf("%s: %s and %s overlap", sheet, by, m.GetStartAxis())
					}
					taken[c] = m.GetStartAxis()
				}
			}
		}
	}
}

func TestXLSXValues(t *testing.T) {
	f := open(t, workbook(t, rich(t)))
	for _, c := range []struct {
		cell   string
		kind   excelize.CellType
		value  string
		format string
	}{
		{"B16", excelize.CellTypeUnset, "59237.2449", "0.0000"},
		{"D5", excelize.CellTypeUnset, "10", "0"},
		{"C6", excelize.CellTypeUnset, "22", "0"},
		{"B12", excelize.CellTypeSharedString, "12345678901234567", "@"},
		{"B5", excelize.CellTypeUnset, "", ""},
		{"C5", excelize.CellTypeSharedString, "/", ""},
		{"D6", excelize.CellTypeSharedString, "无", ""},
	} {
		value, _ := f.GetCellValue("主动公开", c.cell, excelize.Options{RawCellValue: true})
		kind, _ := f.GetCellType("主动公开", c.cell)
		id, _ := f.GetCellStyle("主动公开", c.cell)
		s, _ := f.GetStyle(id)
		format := ""
		if s.CustomNumFmt != nil {
			format = *s.CustomNumFmt
		}
		if value != c.value || kind != c.kind || format != c.format {
			t.Errorf("%s: %q of type %d as %q", c.cell, value, kind, format)
		}
	}
}

// What a report prints stays text, whatever it looks like.
func TestXLSXHostileTexts(t *testing.T) {
	for _, text := range hostile {
		f := open(t, workbook(t, hostileReport(text)))
		for sheet, cell := range hostileCells {
			formula, _ := f.GetCellFormula(sheet, cell)
			kind, _ := f.GetCellType(sheet, cell)
			value, _ := f.GetCellValue(sheet, cell)
			if formula != "" || kind != excelize.CellTypeSharedString || value != text {
				t.Errorf("%s %s: %q of type %d, formula %q, want %q", sheet, cell, value, kind, formula, text)
			}
			id, _ := f.GetCellStyle(sheet, cell)
			s, _ := f.GetStyle(id)
			if s.CustomNumFmt == nil || *s.CustomNumFmt != "@" {
				t.Errorf("%s %s: %q turns into a formula when edited", sheet, cell, text)
			}
		}
	}
}

// hostileCells are cells in which hostileReport's text stands.
var hostileCells = map[string]string{"概览": "B3", "正文": "D2", "主动公开": "B5", "事实": "G2", "问题": "J2"}

var hostile = []string{"=1+1", "+cmd|' /C calc'!A0", "@SUM(1)", "-2+3", "=HYPERLINK(\"http://x\",\"y\")"}

// hostileReport prints a text everywhere that a report can.
func hostileReport(text string) *report.Report {
	r := sample("2021", allOf("2021"))
	r.Metadata.Title, r.Metadata.Agency = text, text
	r.Sections[0].Title, r.Sections[0].Text = text, text
	put(r, "art20_1/rules/issued", text)
	r.Findings = []finding{{Rule: "unknown_row", Severity: "warning", Table: text, Row: text, Class: "source", Message: text, ID: text}}
	return r
}

func TestXLSXLongAndBrokenTexts(t *testing.T) {
	r := sample("2021", allOf("2021"))
	long := strings.Repeat("甲乙丙。", 20000)
	r.Sections[0].Text = long
	put(r, "art20_1/rules/issued", strings.Repeat("😀", 40000))
	r.Metadata.Agency = "甲\x00乙\x0b丙\ufffe丁\xff"
	f := open(t, workbook(t, r))
	rows, err := f.GetRows("正文")
	if err != nil {
		t.Fatal(err)
	}
	var text string
	for _, row := range rows[1:] {
		if row[0] != "1" || len(row) < 4 || !strings.HasPrefix(row[3], "甲") {
			break
		}
		text += row[3]
	}
	if text != long {
		t.Errorf("%d of %d bytes of a long paragraph", len(text), len(long))
	}
	if rows, _ = f.GetRows("事实"); len(rows) != 1+len(r.Facts)+2 {
		t.Errorf("%d rows of facts: a long text was not split in three", len(rows))
	}
	if got, _ := f.GetCellValue("概览", "B4"); got != "甲乙丙丁" {
		t.Errorf("agency %q", got)
	}
}
