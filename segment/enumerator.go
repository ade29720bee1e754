package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/cjk"
)

// rank is the place of a numbering scheme in the order of official documents
// (GB/T 9704): 一、 over （一） over 1. over （1）.
type rank int

const (
	rankPart    rank = iota // 第一部分
	rankHan                 // 一、
	rankParen               // （一）
	rankNumber              // 1.
	rankParened             // （1）
	rankCircled             // ① and 1）
	ranks
)

// enumerator is the numbering at the head of a paragraph.
type enumerator struct {
	rank   rank
	number int    // from 1
	label  string // as printed, without blanks
	rest   string // the text after it
}

// maxNumber is the highest number that is taken for a numbering: larger ones
// are years, amounts and decree numbers.
const maxNumber = 60

// scan reads the numbering at the head of s.
func scan(s string) (enumerator, bool) {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	for _, form := range []func(string) (rank, string, int){scanPart, scanBracket, scanPlain, scanCircled} {
		r, numeral, end := form(s)
		if end == 0 {
			continue
		}
		n, ok := cjk.Int(numeral)
		if !ok || n < 1 || n > maxNumber {
			return enumerator{}, false
		}
		label := strings.Join(strings.Fields(s[:end]), "")
		return enumerator{r, n, label, strings.TrimLeftFunc(s[end:], unicode.IsSpace)}, true
	}
	return enumerator{}, false
}

// scanPart reads 第一部分 and what may follow it: a blank, a colon, 、.
func scanPart(s string) (rank, string, int) {
	body, ok := strings.CutPrefix(s, "第")
	if !ok {
		return 0, "", 0
	}
	numeral, tail := cutNumeral(body)
	tail, ok = strings.CutPrefix(skip(tail), "部分")
	if !ok {
		return 0, "", 0
	}
	if r, size := first(tail); strings.ContainsRune("：:、，", r) {
		tail = tail[size:]
	}
	return rankPart, numeral, len(s) - len(tail)
}

// scanBracket reads （一） and （1）, with either kind of brackets and with
// blanks inside. The first bracket may be missing in front of digits: 1）.
func scanBracket(s string) (rank, string, int) {
	open, size := first(s)
	opened := open == '（' || open == '('
	if !opened {
		size = 0
	}
	numeral, tail := cutNumeral(skip(s[size:]))
	shut, size := first(skip(tail))
	if shut != '）' && shut != ')' {
		return 0, "", 0
	}
	r := rankParen
	switch {
	case !opened:
		r = rankCircled
	case isArabic(numeral):
		r = rankParened
	}
	return r, numeral, len(s) - len(skip(tail)) + size
}

// scanPlain reads 一、 and 1. with the marks that stand for them. A digit after
// the point makes it a decimal number.
func scanPlain(s string) (rank, string, int) {
	numeral, tail := cutNumeral(s)
	mark, size := first(skip(tail))
	end := len(s) - len(skip(tail)) + size
	after, _ := first(s[end:])
	switch {
	case numeral == "" || mark == 0:
		return 0, "", 0
	case !isArabic(numeral) && strings.ContainsRune("、．.，,：:", mark):
		return rankHan, numeral, end
	case isArabic(numeral) && strings.ContainsRune("、．.", mark) && !isArabic(string(after)):
		return rankNumber, numeral, end
	}
	return 0, "", 0
}

// scanCircled reads ① to ⑳.
func scanCircled(s string) (rank, string, int) {
	r, size := first(s)
	if r < '①' || r > '⑳' {
		return 0, "", 0
	}
	return rankCircled, cjk.Fold(string(r)), size
}

// cutNumeral cuts a run of digits, or of Chinese numerals, off the head of s.
func cutNumeral(s string) (numeral, tail string) {
	r, _ := first(s)
	arabic := isArabic(string(r))
	end := strings.IndexFunc(s, func(r rune) bool {
		return !cjk.IsNumeral(r) || isArabic(string(r)) != arabic
	})
	if end < 0 {
		end = len(s)
	}
	return s[:end], s[end:]
}

func isArabic(s string) bool {
	r, _ := first(s)
	return r >= '0' && r <= '9' || r >= '０' && r <= '９'
}

func skip(s string) string { return strings.TrimLeftFunc(s, unicode.IsSpace) }

// first is the first rune of s and its length; zero for no rune.
func first(s string) (rune, int) {
	if s == "" {
		return 0, 0
	}
	return utf8.DecodeRuneInString(s)
}
