package forms

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"nianbao/internal/cjk"
	"nianbao/page"
	"nianbao/tables"
)

// longLabel is the most runes that a line of a text flow may have to be one
// cell: the longest label has about forty, and prose lines are longer.
const longLabel = 64

// flowRows reads rows out of the lines of a plain text. A line with delimiters
// is a row of its own. Where no line has any, lines of one cell each add up:
// labels, then numbers; the next label starts a new row.
func flowRows(lines []page.Line) []row {
	parted := partAll(lines)
	laidOut := slices.ContainsFunc(parted, numbersBeside)
	var out []row
	open := row{grid: -1}
	flush := func() {
		if len(open.cells) > 0 {
			out = append(out, open)
		}
		open = row{grid: -1}
	}
	for i, l := range lines {
		switch {
		case len(parted[i]) > 1:
			flush()
			out = append(out, newFlowRow(l, i, parted[i]))
			continue
		case utf8.RuneCountInString(l.Text) > longLabel:
			flush()
			continue
		}
		c := flowCell(l, field{text: l.Text})
		if c.blank() {
			continue
		}
		if n := len(open.cells); n > 0 && (laidOut || !c.isValue && open.cells[n-1].isValue) {
			flush()
		}
		open.cells = append(open.cells, c)
		open.lines = append(open.lines, i)
	}
	flush()
	lookAround(out)
	return out
}

// field is one cell of a line, and the columns of type that it takes where the
// line is laid out with blanks.
type field struct {
	text     string
	from, to int
}

// partAll parts every line. Programs that lay text out with blanks count a
// Chinese character as two columns of type or as one; the right count is the one
// by which the numbers of neighbouring rows stand below one another.
func partAll(lines []page.Line) [][]field {
	var best [][]field
	least := -1
	for _, han := range [...]int{2, 1} {
		parted := make([][]field, len(lines))
		for i, l := range lines {
			parted[i] = part(l.Text, han)
		}
		if shift := shifts(parted); least < 0 || shift < least {
			best, least = parted, shift
		}
	}
	return best
}

// shifts adds up how far the values of neighbouring rows of as many values are
// from standing below one another, in columns of type.
func shifts(parted [][]field) int {
	sum := 0
	var last []field
	for _, fields := range parted {
		tail := len(fields)
		for tail > 0 && fields[tail-1].to > 0 && valueLike(fields[tail-1].text) {
			tail--
		}
		values := fields[tail:]
		if len(values) < 2 {
			continue
		}
		if len(values) == len(last) {
			for k := range values {
				d := values[k].from + values[k].to - last[k].from - last[k].to
				sum += max(d, -d)
			}
		}
		last = values
	}
	return sum
}

// part parts a line at its delimiters: tabs, the bars of a Markdown table, or
// runs of blanks.
func part(line string, han int) []field {
	switch {
	case strings.ContainsRune(line, '\t'):
		return plain(strings.Split(line, "\t"))
	case strings.ContainsRune(line, '|'):
		return plain(bars(line))
	}
	return blanks(line, han)
}

func plain(texts []string) []field {
	out := make([]field, len(texts))
	for i, t := range texts {
		out[i].text = t
	}
	return out
}

// bars parts a row of a Markdown table; the line under its header is blank.
func bars(line string) []string {
	line = strings.TrimSpace(line)
	if rest, ok := strings.CutPrefix(line, "|"); ok {
		line = strings.TrimSuffix(rest, "|")
	}
	texts := strings.Split(line, "|")
	for i, t := range texts {
		texts[i] = lineBreak.Replace(t)
		if strings.Contains(t, "---") && strings.Trim(t, " -:") == "" {
			texts[i] = ""
		}
	}
	return texts
}

// lineBreak is how Markdown cells break lines.
var lineBreak = strings.NewReplacer("<br>", " ", "<br/>", " ", "<br />", " ")

// blanks parts a line at every run of two or more columns of blanks, and at
// single ones before the numbers that end the line. han is the number of columns
// that a Chinese character takes.
func blanks(line string, han int) []field {
	var words []field
	var gaps []int // before each word
	column, gap := 0, 2
	columns := func(r rune) int {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
			return han
		}
		return 1
	}
	for _, r := range line {
		if unicode.IsSpace(r) {
			gap += columns(r)
			column += columns(r)
			continue
		}
		if gap > 0 {
			words, gaps = append(words, field{from: column}), append(gaps, gap)
			gap = 0
		}
		column += columns(r)
		w := &words[len(words)-1]
		w.text += string(r)
		w.to = column
	}
	tail := len(words)
	for tail > 0 && valueLike(words[tail-1].text) {
		tail--
	}
	if len(words)-tail < 2 {
		tail = len(words) // one number at the end of a line may be prose
	}
	var out []field
	for i, w := range words {
		if n := len(out); n == 0 || gaps[i] >= 2 || i >= tail {
			out = append(out, w)
		} else {
			out[n-1].text += " " + w.text
			out[n-1].to = w.to
		}
	}
	return out
}

func valueLike(s string) bool {
	_, ok := parseValue(s)
	return ok
}

// numbersBeside reports whether the line is a row of a table laid out with
// blanks: a label and a number, or several numbers, side by side.
func numbersBeside(fields []field) bool {
	if len(fields) < 2 || fields[0].to == 0 {
		return false
	}
	return valueLike(fields[len(fields)-1].text)
}

func newFlowRow(l page.Line, line int, fields []field) row {
	r := row{grid: -1, lines: []int{line}, spaced: fields[0].to > 0}
	for k, f := range fields {
		if !r.spaced || valueLike(f.text) {
			c := flowCell(l, f)
			c.Col = k
			r.cells = append(r.cells, c)
			continue
		}
		for _, word := range strings.Fields(f.text) { // labels of two columns may be one blank apart
			c := flowCell(l, field{word, f.from, f.to})
			c.Col = k
			r.cells = append(r.cells, c)
		}
	}
	return r
}

func flowCell(l page.Line, f field) *cell {
	c := newCell(tables.Cell{Text: cjk.Squeeze(f.text), RowSpan: 1, ColSpan: 1, Line: l.Number, Page: l.Page})
	c.from, c.to = f.from, f.to
	return &c
}

// around is how many lines above and below a row of numbers may hold parts of
// its label: the longest label is wrapped in four lines.
const around = 4

// lookAround gives every laid-out row of numbers the words of the lines next to
// it that have no numbers: pieces of its label, or of its neighbours'.
func lookAround(rows []row) {
	words := func(i int) []*cell {
		if i < 0 || i >= len(rows) || rows[i].numbers() > 0 {
			return nil
		}
		return rows[i].labels()
	}
	for i := range rows {
		if !rows[i].spaced || rows[i].numbers() == 0 {
			continue
		}
		var above, below []*cell
		for n := 1; n <= around && words(i-n) != nil; n++ {
			above = append(append([]*cell{}, words(i-n)...), above...)
		}
		for n := 1; n <= around && words(i+n) != nil; n++ {
			below = append(below, words(i+n)...)
		}
		if len(above)+len(below) > 0 {
			rows[i].around = append(append(above, rows[i].labels()...), below...)
			rows[i].under = len(below)
		}
	}
}
