package catalogue

// sentence is what is said under one key, in both languages.
type sentence struct{ zh, en string }

// sentences is the catalogue. Arguments are numbered as fmt does: %[1]s. The
// sentences of findings take: table, row, column, left side, right side,
// difference, section, printed text, likely slip, number of cells.
var sentences = merged(findings, rules, names, faults, command, text, reading)

func merged(parts ...map[string]sentence) map[string]sentence {
	all := map[string]sentence{}
	for _, p := range parts {
		for k, s := range p {
			all[k] = s
		}
	}
	return all
}

var findings = map[string]sentence{
	"finding.balance": {
		"%[1]s“%[3]s”列：新收加上年结转为 %[4]s，总计加结转下年度为 %[5]s，相差 %[6]s。",
		"%[1]s, column %[3]s: received plus carried in is %[4]s, results plus carried out is %[5]s, a difference of %[6]s.",
	},
	"finding.results_total": {
		"%[1]s“%[3]s”列：“%[2]s”印为 %[4]s，各项办理结果之和为 %[5]s，相差 %[6]s。",
		"%[1]s, column %[3]s: %[2]s is printed as %[4]s, the results above it add up to %[5]s, a difference of %[6]s.",
	},
	"finding.row_total": {
		"%[1]s“%[2]s”行：“%[3]s”印为 %[4]s，各列之和为 %[5]s，相差 %[6]s。",
		"%[1]s, row %[2]s: %[3]s is printed as %[4]s, the columns add up to %[5]s, a difference of %[6]s.",
	},
	"finding.review_total": {
		"%[1]s“%[2]s”：“%[3]s”印为 %[4]s，四种结果之和为 %[5]s，相差 %[6]s。",
		"%[1]s, %[2]s: %[3]s is printed as %[4]s, the four outcomes add up to %[5]s, a difference of %[6]s.",
	},
	"finding.cell": {
		"%[1]s“%[2]s”行“%[3]s”列印为 %[4]s，按勾稽关系应为 %[5]s%[9]s。",
		"%[1]s, row %[2]s, column %[3]s: printed as %[4]s, the sums ask for %[5]s%[9]s.",
	},
	"finding.cell_candidate": {
		"%[1]s“%[2]s”行“%[3]s”列可能有误：印为 %[4]s，若此格有误则应为 %[5]s%[9]s。可能有误的共 %[10]s 格，仅凭勾稽关系无法确定是哪一格。",
		"%[1]s, row %[2]s, column %[3]s may be wrong: printed as %[4]s, in that case it should be %[5]s%[9]s. It is one of %[10]s cells; the sums alone do not tell which.",
	},
	"finding.unexplained": {
		"%[1]s有 %[10]s 条勾稽关系不平，更正三格以内不能使其全部相平，无法确定哪些格有误。",
		"%[1]s: %[10]s sums do not hold, and no change of up to three cells makes them hold; it cannot be told which cells are wrong.",
	},
	"finding.narrative": {
		"正文所说与%[1]s“%[2]s”行“%[3]s”列不符：正文为 %[4]s，表中为 %[5]s，相差 %[6]s。原文：%[8]s",
		"The prose disagrees with the table (%[1]s, row %[2]s, column %[3]s): it says %[4]s, the table prints %[5]s, a difference of %[6]s. Printed: %[8]s",
	},
	"finding.nothing": {"空白", "nothing"},
	"finding.assumed_zero": {
		"其中有未填数字的单元格，按零计算。",
		" A cell that prints no number was counted as zero.",
	},
	"finding.missing_row": {
		"%[1]s缺少“%[2]s”一行。",
		"%[1]s lacks the row %[2]s.",
	},
	"finding.missing_table": {
		"缺少表格：%[1]s。",
		"The table is missing: %[1]s.",
	},
	"finding.missing_section": {
		"缺少章节：%[7]s。",
		"The section is missing: %[7]s.",
	},
	"finding.unknown_row": {
		"%[1]s中有表样没有的一行，未计入：%[8]s",
		"%[1]s has a row that the form does not have; it was left out: %[8]s",
	},
	"finding.undecided": {
		"%[1]s“%[2]s”行的数字无法确定属于哪一列，未采用。原文：%[8]s",
		"%[1]s, row %[2]s: it cannot be told which columns the numbers belong to; none was taken. Printed: %[8]s",
	},
	"finding.not_a_number": {
		"%[1]s“%[2]s”行“%[3]s”列不是数字：%[8]s",
		"%[1]s, row %[2]s, column %[3]s is not a number: %[8]s",
	},
}

// rules say what each rule asks for.
var rules = map[string]sentence{
	"rule.balance":         {"申请情况表每列：本年新收加上年结转，等于办理结果总计加结转下年度。", "Each column of the requests table: received plus carried in equals results plus carried out."},
	"rule.results_total":   {"申请情况表每列：办理结果总计等于各项办理结果之和。", "Each column of the requests table: the total of results equals the sum of the results."},
	"rule.row_total":       {"申请情况表每行：总计等于自然人和各类法人或其他组织之和。", "Each row of the requests table: the total equals the sum of all kinds of applicants."},
	"rule.review_total":    {"复议诉讼表每组：总计等于四种结果之和。", "Each group of the review table: the total equals the sum of the four outcomes."},
	"rule.cell":            {"由不平的勾稽关系推定有误的单元格，并给出应有的数字。", "The cell that the broken sums show to be wrong, with the number that they imply."},
	"rule.cell_candidate":  {"勾稽关系不平，有几个单元格都可能有误，按可能性大小列出。", "The broken sums leave several cells that may be wrong; they are listed, the likeliest first."},
	"rule.unexplained":     {"勾稽关系不平，且更正三格以内不能使其相平。", "The broken sums cannot be explained by up to three wrong cells."},
	"rule.narrative":       {"正文中所说的数字与表格一致。", "Counts stated in the prose agree with the tables."},
	"rule.missing_row":     {"表格含有规定格式的每一行。", "A table has every row of the form."},
	"rule.missing_table":   {"报告含有规定格式的每一张表。", "A report has every table of the form."},
	"rule.missing_section": {"报告含有规定的六个部分。", "A report has the six sections of the form."},
	"rule.unknown_row":     {"表格没有规定格式以外的行。", "A table has no row that the form does not have."},
	"rule.undecided":       {"每个数字属于哪一列能够确定。", "It can be told which column each number belongs to."},
	"rule.not_a_number":    {"数字栏填写数字。", "A cell for a number holds one."},
	"rule.readings_differ": {"两种方式读出的单元格一致。", "Two readings of a cell agree."},

	"slip.digit_lost":     {"（少一位数字）", " (a digit lost)"},
	"slip.digits_swapped": {"（相邻两位数字颠倒）", " (two digits swapped)"},
	"slip.digit_added":    {"（多一位数字）", " (a digit too many)"},
	"slip.sign":           {"（多了负号）", " (a minus sign too many)"},
	"slip.digit_misread":  {"（一位数字不同）", " (one digit differs)"},
}

var names = map[string]sentence{
	"table.art20_1":  {"第二十条第（一）项", "Article 20 (1)"},
	"table.art20_5":  {"第二十条第（五）项", "Article 20 (5)"},
	"table.art20_6":  {"第二十条第（六）项", "Article 20 (6)"},
	"table.art20_8":  {"第二十条第（八）项", "Article 20 (8)"},
	"table.art20_9":  {"第二十条第（九）项", "Article 20 (9)"},
	"table.requests": {"申请情况表", "The requests table"},
	"table.review":   {"复议诉讼表", "The review table"},

	"section.overview":   {"一、总体情况", "1 Overview"},
	"section.disclosure": {"二、主动公开政府信息情况", "2 Proactive disclosure"},
	"section.requests":   {"三、收到和处理政府信息公开申请情况", "3 Requests received and handled"},
	"section.review":     {"四、政府信息公开行政复议、行政诉讼情况", "4 Administrative review and litigation"},
	"section.problems":   {"五、存在的主要问题及改进情况", "5 Problems and improvements"},
	"section.other":      {"六、其他需要报告的事项", "6 Other matters"},

	"severity.error":   {"错误", "error"},
	"severity.warning": {"提醒", "warning"},
	"severity.notice":  {"说明", "notice"},
}

// faults take: what was found, the page.
var faults = map[string]sentence{
	"fault.empty":      {"文件是空的。请检查文件是否下载完整。", "the file is empty. Check that it was downloaded whole."},
	"fault.kind":       {"这是%[1]s，不是 PDF 或纯文本。请提供 PDF 或文本文件。", "this is %[1]s, neither PDF nor plain text. Give the PDF or a text file."},
	"fault.encoding":   {"不是可识别的文本（%[1]s）。请另存为 UTF-8 后再试。", "not text in a known encoding (%[1]s). Save it as UTF-8 and try again."},
	"fault.encrypted":  {"文件有打开密码。请先去掉密码，或另存为不加密的 PDF。", "the file needs a password. Remove it, or save the PDF without encryption."},
	"fault.damaged":    {"文件已损坏（%[1]s），无法完整读取。请重新下载或重新导出。", "the file is damaged (%[1]s) and cannot be read whole. Download or export it again."},
	"fault.scan":       {"这是扫描件：页面是图片，没有文字（%[1]s）。请用文字识别软件处理后再试。", "this is a scan: its pages are pictures without text (%[1]s). Run it through text recognition first."},
	"fault.too_large":  {"超出限制：%[1]s。", "over a limit: %[1]s."},
	"fault.not_report": {"不是政府信息公开工作年度报告：%[1]s。", "not an annual report on government-information disclosure: %[1]s."},
	"fault.garbled":    {"文字编码无法还原，第 %[2]s 页读出来是乱码（%[1]s）。请换用其他版本的文件。", "the characters of page %[2]s cannot be told (%[1]s). Use another version of the file."},
	"fault.timeout":    {"读取超时（%[1]s）。", "reading took too long (%[1]s)."},
	"fault.page":       {"第 %[1]s 页：%[2]s", "page %[1]s: %[2]s"},
	"fault.open":       {"打不开：%[1]s", "cannot be opened: %[1]s"},
	"fault.schema":     {"不是 nianbao 写出的 JSON（%[1]s）。", "not a JSON file written by nianbao (%[1]s)."},
	"fault.write":      {"写不出 %[1]s：%[2]s", "cannot write %[1]s: %[2]s"},

	"kind.html": {"网页", "a web page"},
	"kind.zip":  {"压缩包或 Office 文档", "an archive or an Office document"},
	"kind.ole":  {"旧版 Office 文档", "an old Office document"},
	"kind.data": {"未知的二进制文件", "binary data of an unknown kind"},

	"found.nothing":  {"没有找到标题、章节或表格", "no title, section or table of one was found"},
	"found.title":    {"只找到标题“%[1]s”，没有章节，也没有表格", "only the title %[1]s was found, no section and no table"},
	"found.text":     {"开头是“%[1]s”，没有找到年报的章节或表格", "it begins with %[1]s; no section or table of a report was found"},
	"found.sections": {"只找到 %[1]s 个章节，没有标题，也没有表格", "only %[1]s sections were found, no title and no table"},
}
