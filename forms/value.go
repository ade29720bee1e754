package forms

import (
	"regexp"
	"strings"

	"nianbao/internal/cjk"
)

// value is what a cell prints: a number, or one of the signs for none.
type value struct {
	kind   Kind
	number *Number
	unit   string // printed in the cell itself
}

// Numbers in cells: an optional sign, digits with or without separators of
// thousands, an optional unit, an optional remark in brackets. The text is
// folded before, so full-width digits and signs are plain ones.
var number = regexp.MustCompile(`^([+\-]{0,2})(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(亿元|万元|元|件|条|个|项|次|宗|篇|份|人次|人|部|起)?(\(.*\))?$`)

// apart finds white space between digits: two numbers, or one that nobody can
// tell from two.
var apart = regexp.MustCompile(`\p{Nd}[\s\p{Z}]+\p{Nd}`)

// signs maps what stands for a minus in print to the minus sign.
var signs = strings.NewReplacer("−", "-", "–", "-", "—", "-", "﹣", "-", "‐", "-", "‑", "-", "―", "-", "ー", "-")

// dashes and slashes that stand for "no number".
var noNumber = map[string]Kind{
	"": KindBlank, "-": KindDash, "--": KindDash, "---": KindDash,
	"/": KindSlash, "\\": KindSlash, "//": KindSlash, "无": KindNone,
}

// parseValue reads a cell. ok is false where the text is neither a number nor
// a sign for none: a label, or something not understood.
func parseValue(raw string) (v value, ok bool) {
	if apart.MatchString(raw) {
		return value{kind: KindText}, false
	}
	s := signs.Replace(cjk.Fold(raw))
	if kind, found := noNumber[s]; found {
		return value{kind: kind}, true
	}
	m := number.FindStringSubmatch(s)
	if m == nil {
		return value{kind: KindText}, false
	}
	sign := ""
	if strings.HasPrefix(m[1], "-") {
		sign = "-"
	}
	n, err := ParseNumber(sign + strings.ReplaceAll(m[2], ",", "") + m[3])
	if err != nil {
		return value{kind: KindText}, false
	}
	kind := KindNumber
	if n.IsZero() {
		kind = KindZero
	}
	return value{kind: kind, number: &n, unit: m[4]}, true
}
