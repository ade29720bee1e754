package segment

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"nianbao/internal/cjk"
)

const (
	// titleLength is the most runes of a title on its own line, runInLength
	// of one that the text runs into, colonLength of one that ends in a colon.
	titleLength, runInLength, colonLength = 45, 40, 20
	// clauseLength is the most runes of a run-in title of several clauses:
	// what is longer is the first sentence of the text.
	clauseLength = 26
)

// heading is what a paragraph says when it is one, or begins with one.
type heading struct {
	enumerator
	title string
	text  string // what the title runs into
	sure  bool   // a statutory title: it needs no place in a sequence
}

// amount tells a sentence with figures from a title.
var amount = regexp.MustCompile(`[0-9０-９]\s*余?(?:件|条|次|个|篇|场|人|项|期|份|万|元|%|％)`)

// cells are the values at the end of a row of a table.
var cells = regexp.MustCompile(`[\d.,/—–-]+(?: [\d.,/—–-]+)+$`)

// rowLabels are rows of the statutory tables that may be taken for headings
// where a table was not recognised as one.
var rowLabels = []string{
	"本年新收政府信息公开申请数量", "上年结转政府信息公开申请数量", "本年度办理结果", "结转下年度继续办理",
	"予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理", "总计",
	"属于国家秘密", "其他法律行政法规禁止公开", "危及“三安全一稳定”", "保护第三方合法权益", "属于三类内部事务信息",
	"属于四类过程性信息", "属于行政执法案卷", "属于行政查询事项", "本机关不掌握相关政府信息", "没有现成信息需要另行制作",
	"补正后申请内容仍不明确", "信访举报投诉类申请", "重复申请", "要求提供公开出版物", "无正当理由大量反复申请",
	"要求行政机关确认或重新出具已获取信息", "申请人无正当理由逾期不补正", "申请人逾期未按收费通知要求缴纳费用",
}

// cutLabel is the least number of runes by which a label that was cut at the
// end of its cell is still known.
const cutLabel = 5

// isRowLabel reports whether a title is a row label, whole or cut.
func isRowLabel(title string) bool {
	title = cjk.Fold(title)
	cut := utf8.RuneCountInString(title) >= cutLabel
	for _, label := range rowLabels {
		if label = cjk.Fold(label); title == label || cut && strings.HasPrefix(label, title) {
			return true
		}
	}
	return false
}

// headingOf reads paragraph p as a numbered heading; next is the paragraph
// after it, nil for none.
func headingOf(p Paragraph, next *Paragraph) (heading, bool) {
	e, ok := scan(p.Text)
	if !ok || e.rest == "" {
		return heading{}, false
	}
	title, text, stop := cutTitle(e.rest)
	h := heading{enumerator: e, title: title, text: text}
	if isRowLabel(title) || title == "" || cells.MatchString(title) || strings.HasPrefix(title, "是") {
		return heading{}, false
	}
	key, weight := keyOf(title, "")
	h.sure = e.rank == rankHan && key != "" && weight >= sureWeight && utf8.RuneCountInString(title) <= runInLength
	length := utf8.RuneCountInString(title)
	switch {
	case stop == "":
		return h, length <= titleLength
	case text == "":
		return h, stop == "：" && length <= colonLength || stop == "。" && introduces(e, length, next)
	case stop == "：":
		return h, length <= colonLength && !strings.ContainsAny(title, "，,")
	}
	clauses := strings.ContainsAny(title, "，,；")
	return h, length <= runInLength && !(clauses && length > clauseLength) && !amount.MatchString(title)
}

// introduces reports whether a numbered sentence that stands alone is the
// heading of what follows, and not an item of a list.
func introduces(e enumerator, length int, next *Paragraph) bool {
	if e.rank <= rankHan {
		return length <= runInLength
	}
	if length > colonLength || next == nil {
		return false
	}
	n, ok := scan(next.Text)
	return !ok || n.rank > e.rank
}

// cutTitle parts a title from the text that it runs into, at the first full
// stop, or at a colon that comes soon. The mark itself is dropped; stop is "。"
// for any end of a sentence, "：" for a colon, "" for a title alone.
func cutTitle(s string) (title, text, stop string) {
	i := strings.IndexAny(s, "。：:！？；")
	if i < 0 {
		return strings.TrimSpace(s), "", ""
	}
	mark, size := first(s[i:])
	stop = "。"
	if mark == '：' || mark == ':' {
		if stop = "："; utf8.RuneCountInString(s[:i]) > colonLength {
			return s, "", "；"
		}
	}
	if mark == '；' || mark == '？' || mark == '！' {
		return s, "", "；"
	}
	return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+size:]), stop
}

// unnumbered reads a text as a statutory title without a number. Such a title
// is short, has no end of a sentence and names its section beyond doubt.
func unnumbered(s string) (heading, Key, bool) {
	if strings.ContainsAny(s, "。：:；，,！？《》.（(") || utf8.RuneCountInString(s) > runInLength ||
		bullet(s) || strings.HasSuffix(s, "报告") || strings.HasSuffix(s, "表") {
		return heading{}, "", false
	}
	if _, ok := scan(s); ok {
		return heading{}, "", false
	}
	key, weight := keyOf(s, "")
	return heading{enumerator: enumerator{rank: rankHan}, title: s, sure: true}, key, weight >= sureWeight || key == KeyOverview
}
