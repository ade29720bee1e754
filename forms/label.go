package forms

import (
	"slices"
	"strings"
	"unicode"

	"nianbao/internal/cjk"
)

// label is a printed or statutory label made ready for comparison.
type label struct {
	item   string // its enumeration without brackets and points: 一, 3; or ""
	body   []rune // letters and digits after the enumeration
	bare   []rune // body without what stands in brackets; nil where that is the same
	letter [4]uint64
}

// maxLabel is the most runes of a printed text that are compared with a label.
// The longest label of a form has about forty; prose lines may have thousands.
const maxLabel = 96

// newLabel folds and splits a label.
func newLabel(s string) label {
	folded := cjk.Fold(s)
	var l label
	l.item, folded = splitNumber(folded)
	l.body = letters(folded)
	if i := strings.IndexByte(folded, '('); i > 0 {
		l.bare = letters(dropBrackets(folded))
	}
	for _, r := range l.body {
		l.letter[r&3] |= 1 << (uint(r) >> 2 & 63)
	}
	return l
}

// splitNumber takes the enumeration off the front of a folded label: (一), 一、,
// 1., 1、, (1). A label that is nothing else keeps it as its body.
func splitNumber(s string) (number, rest string) {
	t := strings.TrimPrefix(s, "(")
	end := strings.IndexFunc(t, func(r rune) bool {
		return !unicode.IsDigit(r) && !strings.ContainsRune("一二三四五六七八九十", r)
	})
	if end <= 0 || end > 6 {
		return "", s
	}
	r := []rune(t[end:])[0]
	closed := len(t) < len(s)
	if closed != (r == ')') && r != '、' && r != '.' || !strings.ContainsRune("、.)", r) {
		return "", s
	}
	rest = strings.TrimLeft(t[end+len(string(r)):], "、.")
	if rest == "" {
		return "", s
	}
	return t[:end], rest
}

func letters(s string) []rune {
	out := make([]rune, 0, len(s)/3+1)
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, r)
			if len(out) == maxLabel {
				break
			}
		}
	}
	return out
}

// dropBrackets removes (…) and everything after an opening one that is never closed.
func dropBrackets(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth = max(0, depth-1)
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// alike is the similarity of two labels from 0 to 1: the share of letters that
// both have in the same order (twice the longest common subsequence over the
// sum of lengths), less where both are enumerated differently. What one label
// has in brackets may be wanting in the other. Labels of two letters or fewer
// must be equal.
func alike(a, b label) float64 {
	if len(a.body) == 0 || len(b.body) == 0 || !a.mayShare(b) {
		return 0
	}
	best := dice(a.body, b.body)
	if len(a.bare) > 0 {
		best = max(best, dice(a.bare, b.body))
	}
	if len(b.bare) > 0 {
		best = max(best, dice(a.body, b.bare))
	}
	if cut(a.body, b.body) || cut(b.body, a.body) {
		best = max(best, cutAlike)
	}
	if a.item != "" && b.item != "" && a.item != b.item {
		best -= wrongNumber
	}
	return max(0, best)
}

// A label that a page break cut is the beginning of the whole one. cutLeast is
// how many letters of it must be left: the first six tell the form's labels from
// one another. cutAlike is what such a beginning counts.
const (
	cutLeast = 6
	cutAlike = 0.75
)

func cut(part, whole []rune) bool {
	return len(part) >= cutLeast && len(part) < len(whole) && slices.Equal(part, whole[:len(part)])
}

// wrongNumber is what a different enumeration takes from a similarity: real
// reports misnumber lines, so it must not rule out a label that is otherwise right.
const wrongNumber = 0.2

// mayShare is a quick test that two labels have a letter in common.
func (l label) mayShare(m label) bool {
	for i := range l.letter {
		if l.letter[i]&m.letter[i] != 0 {
			return true
		}
	}
	return false
}

func dice(a, b []rune) float64 {
	if min(len(a), len(b)) <= 2 {
		if string(a) == string(b) {
			return 1
		}
		return 0
	}
	if 2*float64(min(len(a), len(b)))/float64(len(a)+len(b)) < leastAlike {
		return 0 // not even if one held the other
	}
	return 2 * float64(common(a, b)) / float64(len(a)+len(b))
}

// leastAlike is the similarity below which two labels are not the same label.
// Losing a third of the letters leaves 0.8; 规章 and 规范性文件 have 0.29.
const leastAlike = 0.6

// common is the length of the longest common subsequence.
func common(a, b []rune) int {
	var row [maxLabel + 1]int
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}
