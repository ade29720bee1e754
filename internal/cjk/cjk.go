// Package cjk knows how Chinese text is written: which runes are Han, how the
// same character may be coded in several ways, where white space means
// nothing, and how numbers are spelled.
//
// Goal: one place for these facts. Non-goal: words and grammar.
package cjk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// IsHan reports whether r is a Han character or 〇.
func IsHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r == '〇' || r == '々' ||
		r >= 0x20000 && r <= 0x323AF || r >= 0xF900 && r <= 0xFAFF || r >= 0x2E80 && r <= 0x2FDF
}

// HasHan reports whether s holds a Han character.
func HasHan(s string) bool { return strings.IndexFunc(s, IsHan) >= 0 }

// wide reports whether r belongs to Chinese setting: Han, or full-width
// punctuation. No word space ever stands beside such a rune.
func wide(r rune) bool {
	return IsHan(r) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF ||
		r == '“' || r == '”' || r == '‘' || r == '’' || r == '…' || r == '—' || r == '·'
}

// Squeeze drops the white space that Chinese setting puts where no word ends:
// beside Han characters and full-width punctuation. Between two runes of other
// scripts one space stays. Line breaks count as white space.
func Squeeze(s string) string {
	if !strings.ContainsFunc(s, unicode.IsSpace) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	last := rune(-1)
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			space = true
			continue
		}
		if space && last >= 0 && !wide(last) && !wide(r) {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// Fold brings the codings of one character together: compatibility forms,
// Kangxi radicals and full-width letters become the plain ones (NFKC), and all
// white space is dropped. It serves comparison only; printed text keeps its own.
func Fold(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i] == ' ' {
			ascii = false
			break
		}
	}
	if ascii {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u00ad' {
			return -1
		}
		return r
	}, norm.NFKC.String(Unify(s)))
}
