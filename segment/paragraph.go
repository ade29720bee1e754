package segment

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/cjk"
	"nianbao/page"
)

// paragraphs joins lines to whole paragraphs, over pages and over tables.
func paragraphs(lines []page.Line, sizes []Size) []Paragraph {
	spans, c := layOut(lines, sizes)
	var out []Paragraph
	var text strings.Builder
	flush := func() {
		if len(out) > 0 {
			out[len(out)-1].Text = cjk.Squeeze(text.String())
		}
		text.Reset()
	}
	for i, l := range spans {
		if i > 0 && c.continues(text.String(), spans[i-1], l) {
			text.WriteString(glue(spans[i-1].text, l.text))
			text.WriteString(l.text)
			continue
		}
		flush()
		out = append(out, Paragraph{Page: l.Page, Line: l.Number, Size: l.Size, Bold: l.Bold})
		text.WriteString(l.text)
	}
	flush()
	return out
}

const (
	// early is the room, in ems, that a full line never leaves after the
	// next word was found too wide for it.
	early = 2.5
	// uneven is the room, in ems, that programs leave which count runes and
	// not widths when they wrap a line.
	uneven = 6
	// proseLength is the fewest runes of a paragraph that may have been cut
	// within a sentence.
	proseLength = 16
	// longest is how many bytes of a paragraph are looked at to tell what it
	// is: no heading has more, and joining stays linear.
	longest = 400
)

// continues reports whether line l goes on with the paragraph whose text so
// far is soFar and whose last line is p.
func (c column) continues(soFar string, p, l span) bool {
	_, enumerated := scan(l.text)
	switch {
	case !sameSize(p.Size, l.Size):
		return false
	case l.indent > indented || alone(soFar) && (enumerated || l.Gap):
		return false
	case math.IsInf(p.room, 1):
		return !enumerated && cut(soFar, p, l)
	}
	room := p.room - firstWord(l.text)
	stopped := ended(p.text)
	switch {
	case stopped && (enumerated || bullet(l.text) || alone(l.text) || l.loose && !c.plain):
		return false
	case stopped && c.indents:
		return room < 4 || l.indent < -indented
	case stopped:
		return room < 0.8
	case alone(soFar) && (room > c.short() || p.Bold && !l.Bold):
		return false
	case c.plain:
		return !(enumerated && (l.Gap || room > uneven)) && room < 0.45*c.measure
	}
	return room < early
}

// cut reports whether a paragraph of unwrapped text was cut in the middle of a
// sentence by a blank line or the end of a page.
func cut(soFar string, p, l span) bool {
	begin := soFar[:min(len(soFar), longest)]
	prose := utf8.RuneCountInString(begin) >= proseLength && strings.ContainsAny(begin, "，。；,")
	return prose && !ended(p.text) && !alone(soFar) && !bullet(l.text)
}

// Marks that end a sentence, and those that may stand after them.
const (
	stops  = "。！？；：!?;:"
	closes = "”’」』）)】\""
)

// ended reports whether s ends with the end of a sentence.
func ended(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closes+" 　"))
	return strings.ContainsRune(stops, r)
}

// short is the room, in ems, that shows a heading to end where its line ends.
func (c column) short() float64 {
	if c.plain {
		return uneven
	}
	return 1
}

// alone reports whether s may stand alone as it is: a heading, with or without
// a number, or the title of the report.
func alone(s string) bool {
	if len(s) > longest {
		return false
	}
	if headingShape(s) || titleEnd.MatchString(s) && titlePart(s) && readTitle(s).text != "" {
		return true
	}
	_, _, ok := unnumbered(cjk.Squeeze(s))
	return ok
}

// headingShape reports whether s may be a whole heading on its own line: a
// numbering and a short text without any end of a sentence.
func headingShape(s string) bool {
	e, ok := scan(s)
	return ok && e.rest != "" && utf8.RuneCountInString(e.rest) <= titleLength && !strings.ContainsAny(e.rest, "。；！？")
}

// bullets begin paragraphs that are parts of a list and no headings.
var bullets = []string{"一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是", "首先", "其次", "最后",
	"第一，", "第二，", "第三，", "第四，", "第五，", "注：", "备注：", "下一步", "附件"}

func bullet(s string) bool {
	for _, b := range bullets {
		if strings.HasPrefix(s, b) {
			return true
		}
	}
	return false
}

// firstWord is the width in ems of what must stay together at the head of s: a
// wide rune, or a word or number, and the marks that may not begin a line.
func firstWord(s string) float64 {
	width := 0.0
	for i, r := range s {
		alone := runeWidth(r) == 1 || unicode.IsSpace(r)
		closing := strings.ContainsRune(closes+stops+"，、》〉.,%％", r)
		if i > 0 && !closing && (alone || width == 1) {
			break
		}
		width += runeWidth(r)
	}
	return width
}

// glue is what joins two lines: nothing, but a space between two words of
// Latin letters.
func glue(a, b string) string {
	last, _ := utf8.DecodeLastRuneInString(a)
	next, _ := first(b)
	if latin(last) && latin(next) {
		return " "
	}
	return ""
}

func latin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
