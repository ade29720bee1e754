package segment

import (
	"fmt"
	"regexp"
	"strings"

	"nianbao/internal/cjk"
)

// numeral is a number in a date.
const numeral = `([0-9０-９〇○零一二三四五六七八九十]{1,4})`

var (
	// periodPattern is a span of days; either year may be left out.
	periodPattern = regexp.MustCompile(`(?:` + numeral + `年)?` + numeral + `月` + numeral + `日(?:起|开始)?(?:至|到|[-—–~～－]+)(?:` + numeral + `年)?` + numeral + `月` + numeral + `日`)
	// periodHint tells the span of the figures from others.
	periodHint = regexp.MustCompile(`期限|时限|时间范围|起止|统计|周期|本报告`)
	signedDate = regexp.MustCompile(`^` + numeral + `年` + numeral + `月(?:` + numeral + `日)?$`)
	yearInText = regexp.MustCompile(`^(?:在|自)?([0-9０-９]{4}|[〇○零一二三四五六七八九]{4})年`)
)

// findPeriod reads the time that the figures cover: the span of a sentence that
// speaks of it, else the first span that begins with a year. The year of the
// title stands in where the text leaves it out.
func findPeriod(paragraphs []string, year int) *Period {
	var fallback *Period
	for _, p := range paragraphs {
		end := 0 // of the sentence before
		for _, at := range periodPattern.FindAllStringSubmatchIndex(p, -1) {
			period := readPeriod(p, at, year)
			lead := p[end:at[0]]
			end = at[1]
			switch {
			case period == nil:
			case periodHint.MatchString(lead[strings.LastIndex(lead, "。")+1:]):
				return period
			case fallback == nil && strings.HasSuffix(period.From, "-01-01"):
				fallback = period
			}
		}
	}
	return fallback
}

// readPeriod reads the groups of a match of periodPattern; nil for no dates.
func readPeriod(s string, at []int, year int) *Period {
	var n [7]int
	for g := 1; g < len(n); g++ {
		if at[2*g] >= 0 {
			n[g] = number(s[at[2*g]:at[2*g+1]])
		}
	}
	from := [3]int{or(n[1], year), n[2], n[3]}
	to := [3]int{or(n[4], from[0]), n[5], n[6]}
	if !isDate(from) || !isDate(to) {
		return nil
	}
	return &Period{isoDate(from), isoDate(to)}
}

func number(s string) int {
	n, _ := cjk.Int(s)
	return n
}

func or(n, fallback int) int {
	if n > 0 {
		return n
	}
	return fallback
}

func isDate(d [3]int) bool {
	return isYear(d[0]) && d[1] >= 1 && d[1] <= 12 && d[2] >= 1 && d[2] <= 31
}

// isYear bounds the years of reports: the regulation is in force since 2008.
func isYear(n int) bool { return n >= 2003 && n <= 2099 }

func isoDate(d [3]int) string { return fmt.Sprintf("%04d-%02d-%02d", d[0], d[1], d[2]) }

// otherYear finds the year of a report whose title has none: in its period, in
// the beginning of its text, or as the year before it was signed.
func otherYear(paragraphs []string, period *Period) int {
	if period != nil {
		return number(period.From[:4])
	}
	for _, p := range paragraphs {
		if m := yearInText.FindStringSubmatch(p); m != nil && !signedDate.MatchString(p) && isYear(number(m[1])) {
			return number(m[1])
		}
	}
	for _, p := range paragraphs {
		if m := signedDate.FindStringSubmatch(p); m != nil && isYear(number(m[1])) {
			return number(m[1]) - 1
		}
	}
	return 0
}
