package segment

import (
	"slices"
	"strings"
	"testing"
)

func left(o Outline) []string {
	var out []string
	for _, l := range o.Left {
		out = append(out, strings.TrimSpace(l.Text))
	}
	return out
}

func TestPageNumbers(t *testing.T) {
	for _, foot := range []string{"- 3 -", "— 4 —", "-1-", "3", "第3页", "第 3 页 共 9 页", "第3页/共9页", "第三页", "P. 9", "3/9", "iv", "Page 3 of 9", "— １ —", "·3·"} {
		var s sheet
		s.first("正文一段。").turn(foot).first("正文二段。")
		if got := left(Parse(s.lines, a4(2))); !slices.Equal(got, []string{foot}) {
			t.Errorf("%q: left out %q", foot, got)
		}
	}
	var s sheet
	s.first("3").first("共 9 件").turn("").first("2024年")
	if got := left(Parse(s.lines, a4(2))); got != nil {
		t.Errorf("left out %q of the body", got)
	}
}

func TestRunningHeads(t *testing.T) {
	var s sheet
	head := "某市统计局2024年政府信息公开工作年度报告"
	for n := range 3 {
		s.page, s.y = n+1, 40
		s.at(200, 9, head)
		s.y = 120
		if n == 0 {
			s.at(120, 22, head)
		}
		s.first("正文一段，讲述情况。")
	}
	o := Parse(s.lines, a4(3))
	if got := left(o); !slices.Equal(got, []string{head, head, head}) {
		t.Errorf("left out %q", got)
	}
	if m := Describe(o); m.Title != head {
		t.Errorf("title %q", m.Title)
	}
}

func TestPrintedOnceIsNoRunningHead(t *testing.T) {
	var s sheet
	s.page, s.y = 1, 40
	s.at(150, 22, "某市统计局2024年政府信息公开工作年度报告").first("正文。").turn("- 1 -").first("正文。")
	if got := left(Parse(s.lines, a4(2))); !slices.Equal(got, []string{"- 1 -"}) {
		t.Errorf("left out %q", got)
	}
}

func TestPlainFurniture(t *testing.T) {
	head := "某市统计局2024年政府信息公开工作年度报告"
	for name, in := range map[string]string{
		"form feeds":   head + "\n\n一、总体情况\n\n第一段，还没有讲完的一句话一直讲到页尾为止仍\n\n                 - 1 -\n\f" + head + "\n\n然没有讲完。\n\n                 - 2 -\n\f" + head + "\n\n末段。\n",
		"no form feed": head + "\n\n一、总体情况\n\n第一段，还没有讲完的一句话一直讲到页尾为止仍\n\n  - 1 -\n" + head + "\n\n然没有讲完。\n\n  - 2 -\n" + head + "\n\n末段。\n",
	} {
		o := Parse(textLines(in), nil)
		want := []string{"-一、|总体情况|第一段，还没有讲完的一句话一直讲到页尾为止仍然没有讲完。/末段。"}
		if got := shape(o.Sections); !slices.Equal(got, want) {
			t.Errorf("%s: %q; left %q", name, got, left(o))
		}
		if got := Describe(o); got.Title != head {
			t.Errorf("%s: title %q", name, got.Title)
		}
	}
}

func TestContents(t *testing.T) {
	for name, in := range map[string]string{
		"leaders":      "报告\n\n目  录\n一、总体情况.............2\n二、主动公开政府信息情况……………3\n\n一、总体情况\n\n无。\n\n二、主动公开政府信息情况\n\n无。",
		"numbers only": "报告\n\n目录\n一、总体情况   2\n二、主动公开政府信息情况   3\n\n一、总体情况\n\n无。\n\n二、主动公开政府信息情况\n\n无。",
		"titles only":  "报告\n\n目录\n一、总体情况\n二、主动公开政府信息情况\n\n一、总体情况\n\n无。\n\n二、主动公开政府信息情况\n\n无。",
	} {
		o := Parse(textLines(in), nil)
		want := []string{"-一、|总体情况|无。", "-二、|主动公开政府信息情况|无。"}
		if got := shape(o.Sections); !slices.Equal(got, want) || len(o.Left) != 3 {
			t.Errorf("%s: %q; left %q", name, got, left(o))
		}
	}
}
