package export

import (
	"nianbao/checks"
	"nianbao/forms"
	"nianbao/page"
)

// Every word that the workbook says of its own. The form is Chinese and so is
// the workbook; what a report prints is copied as printed.

// The names of the sheets that every workbook has.
const (
	sheetOverview = "概览"
	sheetText     = "正文"
	sheetFacts    = "事实"
	sheetFindings = "问题"
)

// formSheets names the sheets of the form by the key of the section that their
// tables stand in, and gives the title that the form prints there.
var formSheets = map[string]struct{ name, title string }{
	"disclosure": {"主动公开", "二、主动公开政府信息情况"},
	"requests":   {"依申请公开", "三、收到和处理政府信息公开申请情况"},
	"review":     {"复议诉讼", "四、政府信息公开行政复议、行政诉讼情况"},
}

// otherForm is the sheet of tables of any other section.
var otherForm = struct{ name, title string }{"统计表", "政府信息公开情况统计表"}

const (
	wordTitle        = "政府信息公开工作年度报告"
	wordReport       = "报告"
	wordSource       = "来源文件"
	wordTables       = "法定表格"
	wordMissing      = "缺少的内容"
	wordCounts       = "核对结果"
	wordSheets       = "工作表"
	wordNotPrinted   = "（文件中未见）"
	wordEdition      = "表式"
	wordMixed        = "混用（各表表式不一，见下表）"
	wordNoForm       = "没有找到法定表格"
	wordNothingLacks = "核对没有列出缺少的内容；各表是否齐全见上表"
	wordNoFindings   = "核对没有列出问题。未能评定的规则见下。"
	wordGo           = "查看"
	wordAnd          = "、"
	wordContinued    = "（续）"
	wordCheck        = "勾稽核对"
	wordOriginal     = "原文："
	wordSuggestion   = "按勾稽关系推算应为 "
	wordTooLong      = "超过 15 位有效数字，电子表格不能精确表示，按文本保存，不参与核对公式。"
	wordUnassessed   = "未能评定的规则（有关单元格没有数字，既不算相符，也不算不符）"
	wordNoneLeftOut  = "核对没有列出未能评定的规则。"
	wordOtherTables  = "其他表格（不属于法定表式）"
	wordLackNumber   = "缺项"
	wordPageFooter   = "第 &P 页，共 &N 页"
	wordYear         = "年度"
	wordTick         = "✓"
)

// Patterns of short texts.
const (
	patternYear     = "%d年度"
	patternEdition  = "%s 版（%s）"
	patternOther    = "%s 版"
	patternPeriod   = "%s 至 %s"
	patternCitation = "《%s》"
	patternNumber   = "（%s）"
	patternBytes    = "%d 字节"
	patternPages    = "%d 页"
	patternOnPages  = "第 %s 页"
	patternVerdict  = "；%s：第 %s 页"
	patternTables   = "%d 张"
	patternMessage  = "【%s】%s"
	wordNoPages     = "无分页（纯文本）"
)

// Lines of the legend under each table of the form.
const (
	legendAbsent = "文件中没有此单元格（空白单元格不填底纹，空白不等于 0）"
	legendError  = "涉及错误的单元格，说明见批注"
	legendOdd    = "涉及警告或提示的单元格，说明见批注"
	legendCheck  = "勾稽核对由公式实时计算：✓ 相符；红色数字为差额；“缺项”表示有关单元格缺少数字，按 0 试算，不作结论"
)

// Labels of the overview.
const (
	labelTitle      = "标题"
	labelAgency     = "机关"
	labelPeriod     = "统计期限"
	labelCompiledBy = "编制单位"
	labelAddress    = "地址"
	labelPostcode   = "邮编"
	labelPhone      = "电话"
	labelEmail      = "邮箱"
	labelCitations  = "引用文件"
	labelFile       = "文件名"
	labelHash       = "SHA-256"
	labelSize       = "大小"
	labelPages      = "页数"
	labelUnassessed = "未能评定的规则"
	labelPlace      = "定位"
	aboutText       = "各部分文字，一段一行"
	aboutFacts      = "法定表格的每一个单元格，一格一行"
	aboutFindings   = "核对发现的问题和未能评定的规则"
)

var (
	overviewHead = []string{"表格", "表式", "状态", "行（印出/应有）", "数字", "空白", "符号、文字", "缺少", "所在页", labelPlace}
	countLabels  = []struct {
		severity checks.Severity
		label    string
	}{{checks.Error, "错误"}, {checks.Warning, "警告"}, {checks.Notice, "提示"}}
)

const (
	statusFound   = "已找到"
	statusPartial = "不完整"
	statusMissing = "缺失"
)

// Headers of the list sheets.
var (
	textHead       = []string{"层级", "编号", "标题", "正文", "页"}
	factHead       = []string{"表", "行", "列", "行标签", "列标签", "数值", "原文", "单位", "类型", "推算值", "页", "x0", "y0", "x1", "y1", wordLine, labelPlace}
	findingHead    = []string{"级别", "规则", "表", "行", "列", "印出", "计算", "差额", "归因", "说明", labelPlace, "编号"}
	unassessedHead = []string{"", "规则", "表", "行", "列", "缺少数字的单元格"}
)

// wordLine heads the place column of a plain-text report, which has lines and
// no pages.
const wordLine = "行号"

var severityWord = map[checks.Severity]string{checks.Error: "错误", checks.Warning: "警告", checks.Notice: "提示"}

var classWord = map[checks.Class]string{
	checks.ClassSource: "文件如此", checks.ClassExtraction: "读取有误", checks.ClassUndecided: "未定",
}

var kindWord = map[forms.Kind]string{
	forms.KindNumber: "数字", forms.KindZero: "零", forms.KindBlank: "空白", forms.KindDash: "横线",
	forms.KindSlash: "斜线", forms.KindNone: "无", forms.KindText: "文字",
}

var verdictWord = map[page.Verdict]string{
	page.VerdictText: "文字", page.VerdictImage: "图像", page.VerdictMixed: "图文混合",
	page.VerdictGarbled: "乱码", page.VerdictEmpty: "空白页",
}

// ruleName is a rule's Chinese name and, for arithmetic, what it states.
type ruleName struct{ name, states string }

var ruleNames = map[string]ruleName{
	"balance":         {"收办平衡", "本年新收＋上年结转－办理结果总计－结转下年"},
	"results_total":   {"办理结果合计", "（七）总计－各项办理结果之和"},
	"row_total":       {"申请人合计", "总计－各类申请人之和"},
	"review_total":    {"结果合计", "总计－（结果维持＋结果纠正＋其他结果＋尚未审结）"},
	"sum":             {"分项合计", "总数－各分项之和"},
	"carry":           {"结转衔接", ""},
	"stock":           {"有效件数衔接", ""},
	"narrative":       {"正文与表格不符", ""},
	"readings_differ": {"两次读取不一致", ""},
	"missing_row":     {"缺少行", ""},
	"missing_table":   {"缺少表格", ""},
	"missing_section": {"缺少部分", ""},
	"unknown_row":     {"表外行", ""},
	"undecided":       {"无法确定", ""},
	"not_a_number":    {"不是数字", ""},
	"metadata":        {"报告信息不一致", ""},
	"rollup":          {"上下级汇总不符", ""},
}

// nameOf gives the Chinese name of a rule, or its code where it has none.
func nameOf(rule string) string {
	if n, ok := ruleNames[rule]; ok {
		return n.name
	}
	return rule
}
