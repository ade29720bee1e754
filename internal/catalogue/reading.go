package catalogue

// reading is what is said of how a file was read: by a second engine, in a
// child process, as a picture.
var reading = map[string]sentence{
	"finding.readings_differ": {
		"%[1]s“%[2]s”行“%[3]s”列：两次读取不一致（%[8]s），请对照原文。",
		"%[1]s, row %[2]s, column %[3]s: the two readings differ (%[8]s). Look at the page.",
	},

	"fault.second": {
		"第二次读取未能进行（%[1]s），数字未经印证。去掉 --second-reading 可按一次读取输出。",
		"no second reading could be had (%[1]s), so that nothing is confirmed. Without --second-reading the file is read once.",
	},
	"second.alone": {"只有一种方式能读出这一页", "only one of the two readers can read this page"},

	"fault.no_page": {"没有这一页：文件共 %[1]s 页。", "there is no such page: the file has %[1]s."},
	"fault.picture": {"这是%[1]s，没有可画的页面。请提供 PDF。", "this is %[1]s, without pages to draw. Give a PDF."},
	"kind.text":     {"纯文本", "plain text"},
	"limit.memory":  {"内存 %[1]s MiB（可用 --memory 调整）", "%[1]s MiB of memory (see --memory)"},
	"fault.child":   {"读取进程启动失败：%[1]s", "the process that reads files cannot be started: %[1]s"},

	"flag.password": {"加密文件的 `PASSWORD`", "`password` of encrypted files"},
	"flag.memory":   {"每个文件的内存上限，`MiB`，至少 %[1]s", "most memory for a file, in `MiB`, at least %[1]s"},
	"flag.second": {
		"用另一个引擎再读一遍，逐项比对，不一致的列为问题",
		"read every page by a second engine too; cells that differ are findings",
	},

	"help.render": {`把一页画成 PNG，可叠加程序看到的内容。

用法：nianbao render [选项] FILE

例子：
  nianbao render --page 3 报告.pdf
  nianbao render --page 3 --overlay rules,cells -o 第3页.png 报告.pdf

叠加层：rules 线（红）、glyphs 文字（蓝；看不见的文字为灰）、cells 单元格（绿）。

选项：
%[1]s
退出状态：0 完成 · 1 失败 · 2 用法错误
`, `Draw a page as PNG, with what the program saw on top.

Usage: nianbao render [options] FILE

Examples:
  nianbao render --page 3 report.pdf
  nianbao render --page 3 --overlay rules,cells -o page3.png report.pdf

Overlays: rules (red), glyphs (blue; grey where unseen), cells of tables (green).

Options:
%[1]s
Exit status: 0 done · 1 failed · 2 wrong usage
`},
	"flag.render.output": {"写到 `FILE`，默认 NAME-N.png；- 为标准输出", "write to `FILE`, by default NAME-N.png; - is standard output"},
	"flag.page":          {"页码，从 1 起", "`number` of the page, from 1"},
	"flag.dpi":           {"每英寸点数，%[1]s 到 %[2]s", "dots an inch, %[1]s to %[2]s"},
	"flag.overlay":       {"叠加层，逗号分隔：rules,glyphs,cells", "what to draw on top, parted by commas: rules,glyphs,cells"},
	"usage.overlay":      {"未知的叠加层 %[1]s。可用：%[2]s", "unknown overlay %[1]s. There are: %[2]s"},
	"usage.dpi":          {"--dpi 在 %[1]s 与 %[2]s 之间", "--dpi lies between %[1]s and %[2]s"},
	"usage.onefile":      {"render 一次只画一个文件", "render draws one file"},
}
