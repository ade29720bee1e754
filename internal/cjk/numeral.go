package cjk

import "strings"

// digits maps the digits of Chinese, full-width and ASCII text to their value.
// ○, Ｏ, O and 零 are all met for 〇 in printed years.
var digits = map[rune]int{
	'〇': 0, '○': 0, '零': 0, 'O': 0, 'Ｏ': 0, '◯': 0,
	'一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
}

// tens maps the units of Chinese numerals to their power of ten.
var tens = map[rune]int{'十': 10, '百': 100, '千': 1000, '万': 10000}

// maxNumeral bounds what Int reads, so that sums cannot overflow.
const maxNumeral = 1e9

// digit is the value of one digit in any of its forms.
func digit(r rune) (int, bool) {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), true
	case r >= '０' && r <= '９':
		return int(r - '０'), true
	}
	d, ok := digits[r]
	return d, ok
}

// IsNumeral reports whether r takes part in a whole number: a digit in any of
// its forms, or 十 百 千 万.
func IsNumeral(r rune) bool {
	_, ok := digit(r)
	return ok || tens[r] > 0
}

// Int reads a whole number in ASCII or full-width digits, in Chinese positional
// digits (二〇二四) or in Chinese numerals (二十一, 一百零五).
func Int(s string) (int, bool) {
	if s == "" {
		return 0, false
	}
	if !strings.ContainsFunc(s, func(r rune) bool { return tens[r] > 0 }) {
		return positional(s)
	}
	total, section, last := 0, 0, -1
	for _, r := range s {
		d, isDigit := digit(r)
		unit := tens[r]
		switch {
		case isDigit:
			last = max(last, 0)*10 + d
		case unit == 10000:
			total, section, last = total+(section+max(last, 0))*unit, 0, -1
		case unit > 0:
			if last < 0 {
				last = 1
			}
			section, last = section+last*unit, -1
		default:
			return 0, false
		}
		if total > maxNumeral || section > maxNumeral || last > maxNumeral {
			return 0, false
		}
	}
	return total + section + max(last, 0), true
}

func positional(s string) (int, bool) {
	n := 0
	for _, r := range s {
		d, ok := digit(r)
		if n = n*10 + d; !ok || n > maxNumeral {
			return 0, false
		}
	}
	return n, true
}
