package catalogue

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

var argument = regexp.MustCompile(`%\[\d+\]s`)

func TestSentencesAreWholeInBothLanguages(t *testing.T) {
	for key, s := range sentences {
		if strings.TrimSpace(s.zh) == "" || strings.TrimSpace(s.en) == "" {
			t.Errorf("%s lacks a language: %q, %q", key, s.zh, s.en)
		}
		zh, en := argument.FindAllString(s.zh, -1), argument.FindAllString(s.en, -1)
		slices.Sort(zh)
		slices.Sort(en)
		if !slices.Equal(slices.Compact(zh), slices.Compact(en)) {
			t.Errorf("%s takes %v in Chinese and %v in English", key, zh, en)
		}
		for _, speaker := range []Speaker{Chinese, In(language.English)} {
			said := speaker.Say(key, strings.Split("abcdefghijkl", "")...)
			if strings.Contains(strings.ReplaceAll(said, "%!(EXTRA", ""), "%!") {
				t.Errorf("%s says %q", key, said)
			}
		}
	}
}

func TestForLocale(t *testing.T) {
	for locale, want := range map[string]string{"zh_CN.UTF-8": "错误", "zh": "错误", "en_GB.UTF-8": "error", "C": "error", "": "error"} {
		if got := ForLocale("", locale).Say("severity.error"); got != want {
			t.Errorf("%q says %q, want %q", locale, got, want)
		}
	}
}
