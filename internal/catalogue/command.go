package catalogue

// command is what the command line says.
var command = map[string]sentence{
	"summary.head":     {"%[1]s  %[2]s  %[3]s 年  表样 %[4]s", "%[1]s  %[2]s  year %[3]s  form %[4]s"},
	"summary.unknown":  {"未知", "unknown"},
	"summary.table":    {"  %[1]s：%[2]s 行 %[3]s 个单元格，%[4]s 个有数字", "  %[1]s: %[2]s rows, %[3]s cells, %[4]s with a number"},
	"summary.sections": {"  章节 %[1]s 个，标题 %[2]s 个", "  %[1]s sections, %[2]s headings"},
	"summary.findings": {"  问题：错误 %[1]s，提醒 %[2]s，说明 %[3]s", "  findings: %[1]s errors, %[2]s warnings, %[3]s notices"},
	"summary.clean":    {"  没有发现问题", "  no findings"},
	"summary.wrote":    {"  已写出 %[1]s", "  wrote %[1]s"},
	"summary.more":     {"  …… 另有 %[1]s 条，见 nianbao check", "  … and %[1]s more; see nianbao check"},

	"check.clean":      {"%[1]s：没有发现问题", "%[1]s: no findings"},
	"check.head":       {"%[1]s：%[2]s 条问题", "%[1]s: %[2]s findings"},
	"check.unassessed": {"  另有 %[1]s 条勾稽关系因缺数无法核对", "  %[1]s sums could not be assessed for want of a number"},
	"check.severity":   {"程度", "severity"},
	"check.rule":       {"规则", "rule"},
	"check.where":      {"位置", "where"},
	"check.what":       {"说明", "what"},
	"check.page":       {"第%[1]s页", "p. %[1]s"},
	"check.line":       {"第%[1]s行", "line %[1]s"},

	"progress":      {"%[1]s/%[2]s %[3]s", "%[1]s/%[2]s %[3]s"},
	"total":         {"共 %[1]s 个文件：完成 %[2]s，失败 %[3]s", "%[1]s files: %[2]s done, %[3]s failed"},
	"usage.unknown": {"未知命令 %[1]s。可用：%[2]s", "unknown command %[1]s. There are: %[2]s"},
	"usage.nofile":  {"没有给出文件。用法：nianbao %[1]s FILE…", "no file given. Usage: nianbao %[1]s FILE…"},
	"usage.format":  {"未知格式 %[1]s。可用：%[2]s", "unknown format %[1]s. There are: %[2]s"},
	"usage.stdout":  {"-o - 只能用于一个格式", "-o - takes a single format"},
	"usage.error":   {"%[1]s\n用 nianbao %[2]s --help 查看用法", "%[1]s\nSee nianbao %[2]s --help"},
	"usage.failon":  {"--fail-on 只能是 error、warning 或 never，不是 %[1]s", "--fail-on is error, warning or never, not %[1]s"},

	"help.main": {`nianbao 把政府信息公开工作年度报告变成数据。

用法：
  nianbao extract FILE…    读报告，写出 JSON 和 Excel
  nianbao check FILE…      只列出问题：勾稽关系、缺失的表格和章节
  nianbao text FILE        打印每页的文字
  nianbao version          版本

例子：
  nianbao extract 报告.pdf
  nianbao check 报告.pdf

各命令的说明：nianbao COMMAND --help
`, `nianbao turns annual reports on government-information disclosure into data.

Usage:
  nianbao extract FILE…    read reports, write JSON and Excel
  nianbao check FILE…      list what does not add up or is missing
  nianbao text FILE        print the text of every page
  nianbao version          print the version

Examples:
  nianbao extract report.pdf
  nianbao check report.pdf

Each command explains itself: nianbao COMMAND --help
`},
	"help.extract": {`读报告（PDF 或纯文本），打印摘要，写出 NAME.json 和 NAME.xlsx。

用法：nianbao extract [选项] FILE…

例子：
  nianbao extract 报告.pdf                 写到当前文件夹
  nianbao extract -o out 2024/*.pdf        写到 out
  nianbao extract -o - 报告.pdf            JSON 打印到标准输出
  nianbao extract --format csv 报告.txt    每个数字一行

选项：
%[1]s
退出状态：0 完成 · 1 失败 · 2 用法错误 · 3 部分文件失败，其余完成 · 4 有错误级别的问题（仅在 --fail-on error 时）
`, `Read reports (PDF or plain text), print a summary, write NAME.json and NAME.xlsx.

Usage: nianbao extract [options] FILE…

Examples:
  nianbao extract report.pdf                 write to the current folder
  nianbao extract -o out 2024/*.pdf          write to out
  nianbao extract -o - report.pdf            print the JSON
  nianbao extract --format csv report.txt    one number a line

Options:
%[1]s
Exit status: 0 done · 1 failed · 2 wrong usage · 3 some inputs failed, the rest done · 4 findings of severity error (only with --fail-on error)
`},
	"help.check": {`列出报告的问题：勾稽关系不平、缺失的行、表格和章节。
FILE 可以是报告，也可以是 extract 写出的 .json。

用法：nianbao check [选项] FILE…

例子：
  nianbao check 报告.pdf
  nianbao check --json out/*.json > 问题.json

选项：
%[1]s
退出状态：0 没有错误级别的问题 · 1 失败 · 2 用法错误 · 3 部分文件失败，其余完成 · 4 有错误级别的问题
`, `List what does not add up, and the rows, tables and sections that are missing.
FILE is a report, or a .json that extract wrote.

Usage: nianbao check [options] FILE…

Examples:
  nianbao check report.pdf
  nianbao check --json out/*.json > findings.json

Options:
%[1]s
Exit status: 0 no finding of severity error · 1 failed · 2 wrong usage · 3 some inputs failed, the rest done · 4 findings of severity error
`},
	"flag.output":  {"写到 `DIR`；- 为标准输出", "write to `DIR`; - is standard output"},
	"flag.format":  {"输出格式，逗号分隔：json,xlsx,csv,jsonl", "formats to write, parted by commas: json,xlsx,csv,jsonl"},
	"flag.bom":     {"CSV 以 BOM 开头，供中文版 Excel 直接打开", "begin CSV with a BOM, for Chinese Excel"},
	"flag.failon":  {"问题达到此级别时以 4 退出：error、warning 或 never", "exit with 4 at findings of this `severity`: error, warning or never"},
	"flag.json":    {"以 JSON 打印", "print JSON"},
	"flag.lang":    {"界面语言：zh 或 en（默认按 locale）", "`language` of messages: zh or en (default by locale)"},
	"flag.quiet":   {"不打印摘要", "print no summary"},
	"flag.timeout": {"每个文件的最长读取时间", "longest time for a file"},
	"flag.help":    {"显示帮助", "show this help"},
}
