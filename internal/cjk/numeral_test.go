package cjk

import "testing"

func TestInt(t *testing.T) {
	for in, want := range map[string]int{
		"2024": 2024, "２０２４": 2024, "二〇二四": 2024, "二○二O": 2020, "十": 10, "十二": 12, "二十": 20,
		"二十一": 21, "一百零五": 105, "三千": 3000, "两万三千": 23000, "十万": 100000,
	} {
		if got, ok := Int(in); !ok || got != want {
			t.Errorf("Int(%q) = %d, %v; want %d", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "年", "二〇二四年", "99999999999999999999", "一a"} {
		if got, ok := Int(in); ok {
			t.Errorf("Int(%q) = %d; want none", in, got)
		}
	}
}
