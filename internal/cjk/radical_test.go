package cjk

import "testing"

func TestUnify(t *testing.T) {
	for in, want := range map[string]string{
		"⼀、⾏政⼈⺠政府": "一、行政人民政府", "⻔⼾⽹站时⻓": "门户网站时长", "１２件": "１２件", "一": "一",
	} {
		if got := Unify(in); got != want {
			t.Errorf("Unify(%q) = %q; want %q", in, got, want)
		}
	}
	if got := Fold("意⻅"); got != "意见" {
		t.Errorf("Fold = %q", got)
	}
}
