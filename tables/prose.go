package tables

import (
	"slices"
	"unicode"
)

// A column of prose, beside which a table may stand on a page of columns.
const (
	proseLines = 3    // it has so many lines or more
	proseWidth = 12.0 // em: its lines are longer in the mean
	proseFull  = 0.8  // share of its width that its lines fill in the mean
	proseWords = 0.9  // share of its lines that are words
)

// withoutProse takes a column of prose at the left or right out of the lines.
func withoutProse(lines []line) ([]line, bool) {
	em := sizeOf(lines)
	cols := columnsOf(lines, em)
	if len(cols) < 2 {
		return nil, false
	}
	for _, c := range []int{0, len(cols) - 1} {
		if !proseIn(lines, cols[c], em) {
			continue
		}
		var rest []line
		for _, l := range lines {
			runs := slices.DeleteFunc(slices.Clone(l.runs), func(r run) bool { return r.across().overlap(cols[c]) > 0 })
			if len(runs) > 0 {
				rest = append(rest, newLine(runs))
			}
		}
		return rest, len(rest) > 0
	}
	return nil, false
}

// proseIn reports whether the column's lines are long, full and wordy, one
// close below the other.
func proseIn(lines []line, col band, em float64) bool {
	n, words, width := 0, 0, 0.0
	for _, l := range lines {
		for _, r := range l.runs {
			if r.across().overlap(col) <= 0 {
				continue
			}
			n++
			width += r.box.Width()
			if mostlyLetters(r.text) {
				words++
			}
		}
	}
	mean := width / float64(max(n, 1))
	return n >= proseLines && mean > proseWidth*em && mean > proseFull*(col.hi-col.lo) && share(words, n) >= proseWords
}

func mostlyLetters(s string) bool {
	letters, others := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		} else if !unicode.IsSpace(r) {
			others++
		}
	}
	return letters > 2*others
}
