package catalogue

// text is what the verb text says.
var text = map[string]sentence{
	"help.text": {`按阅读顺序打印文字：每页之后一个换页符，纯文本照原样转成 UTF-8。
看不见的字（白字、被盖住的字、页外的字、水印）不打印；扫描页背后的识别文字照印。

用法：nianbao text [选项] FILE…

例子：
  nianbao text 报告.pdf
  nianbao text 报告.pdf | grep 总计

选项：
%[1]s
退出状态：0 完成 · 1 失败 · 2 用法错误 · 3 部分文件失败，其余完成
`, `Print the text in reading order: a form feed after each page; plain text as it is, in UTF-8.
Characters that nobody sees (white, covered, off the page, watermarks) are left out;
the recognised text behind a scanned page is printed.

Usage: nianbao text [options] FILE…

Examples:
  nianbao text report.pdf
  nianbao text report.pdf | grep 总计

Options:
%[1]s
Exit status: 0 done · 1 failed · 2 wrong usage · 3 some inputs failed, the rest done
`},
}
