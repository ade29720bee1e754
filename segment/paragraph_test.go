package segment

import (
	"slices"
	"strings"
	"testing"
)

func TestPlainParagraphs(t *testing.T) {
	long := "我局认真贯彻落实条例的各项规定，切实推进政府信息公开，"
	for name, c := range map[string]struct {
		in   string
		want []string
	}{
		"cut within a sentence by a blank line": {
			"做到：一是不断宣传政府信息公开的重要意义。提高全局工作人员对推行政\n\n府信息公开的认识，坚持创新。\n\n二是不断规范。",
			[]string{"做到：一是不断宣传政府信息公开的重要意义。提高全局工作人员对推行政府信息公开的认识，坚持创新。", "二是不断规范。"},
		},
		"wrapped with indents": {
			"　　" + long + "力度\n不断加大，效果明显，公开数量逐年增长，群众更加满意，工\n作再上台阶。\n　　" + long + "各项\n工作顺利完成。",
			[]string{long + "力度不断加大，效果明显，公开数量逐年增长，群众更加满意，工作再上台阶。", long + "各项工作顺利完成。"},
		},
		"not wrapped": {
			long + "力度不断加大。\n群众满意。\n" + long + "数量增长。",
			[]string{long + "力度不断加大。", "群众满意。", long + "数量增长。"},
		},
		"white space within words": {
			"2020 年度政府信息公开 工作年度报告",
			[]string{"2020年度政府信息公开工作年度报告"},
		},
	} {
		if got := texts(Parse(textLines(c.in), nil).Preface); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
	}
}

// full is a line of text that fills the column of a sheet.
var full = strings.Repeat("公开", 13) + "信"

func TestBoxParagraphs(t *testing.T) {
	indent := full[:len(full)-6]
	for name, c := range map[string]struct {
		set  func(s *sheet)
		want []string
	}{
		"indents": {
			func(s *sheet) {
				s.first(indent).next(full).next("息完。").first("又一段。").first(indent).next("尾。")
			},
			[]string{indent + full + "息完。", "又一段。", indent + "尾。"},
		},
		"over a page": {
			func(s *sheet) {
				s.first(indent).next(full).turn("- 1 -").next("接上页。").first("新段。").turn("- 2 -").first("再一段。")
			},
			[]string{indent + full + "接上页。", "新段。", "再一段。"},
		},
		"flush left with space between": {
			func(s *sheet) {
				s.next(full).next(full[:len(full)-3] + "。")
				s.y += 20
				s.next(full).next("完。")
				s.y += 20
				s.next(full).next(full).next("完。")
			},
			[]string{full + full[:len(full)-3] + "。", full + "完。", full + full + "完。"},
		},
		"change of size": {
			func(s *sheet) { s.at(80, 20, "小标题").next(full).next("完。") },
			[]string{"小标题", full + "完。"},
		},
		"centred title over its text": {
			func(s *sheet) { s.at(200, 16, "某市人民政府").first(indent).next(full).next("完。") },
			[]string{"某市人民政府", indent + full + "完。"},
		},
	} {
		var s sheet
		c.set(&s)
		if got := texts(Parse(s.lines, a4(s.page)).Preface); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
	}
}

func TestWrappedHeading(t *testing.T) {
	var s sheet
	s.first("四、因政府信息公开工作被申请行政复议、提起行政诉").next("讼情况").first("未发生行政复议、行政诉讼，情况良好，工作平稳有").next(full).next("序。")
	got := shape(Parse(s.lines, a4(1)).Sections)
	want := []string{"-四、|因政府信息公开工作被申请行政复议、提起行政诉讼情况|未发生行政复议、行政诉讼，情况良好，工作平稳有" + full + "序。"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestGlue(t *testing.T) {
	for _, c := range [][3]string{{"公开", "信息", ""}, {"202", "4年", ""}, {"open", "data", " "}, {"a@163.", "com", ""}, {"政务APP", "上线", ""}} {
		if got := glue(c[0], c[1]); got != c[2] {
			t.Errorf("glue(%q, %q) = %q", c[0], c[1], got)
		}
	}
}
