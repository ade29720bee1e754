package segment

import (
	"regexp"
	"strings"

	"nianbao/internal/cjk"
	"nianbao/page"
)

var (
	contentsHeads = map[string]bool{"目录": true, "目次": true}
	// leaders are the dots that lead to a page number.
	leaders = regexp.MustCompile(`(?:\.{4,}|…{2,}|[·．‥]{4,}|(?:\. ){3,}|_{4,})\s*\d{1,3}\s*$`)
	// entryEnd is a page number at the end of an entry.
	entryEnd = regexp.MustCompile(`[\s.…·．‥_\-—(（]\s*[0-9０-９]{1,3}[)）]?\s*$`)
	onlyMark = regexp.MustCompile(`^[\s.…·．‥_\-—0-9０-９]+$`)
)

// contents marks the lines of a table of contents: its head with the entries
// under it, and any line with leaders to a page number.
func contents(lines []page.Line) []bool {
	marked := make([]bool, len(lines))
	said := map[string]int{}
	for _, l := range lines {
		said[foldShort(l.Text)]++
	}
	for i := 0; i < len(lines); i++ {
		if strings.ContainsAny(lines[i].Text, ".…·．‥_") && leaders.MatchString(lines[i].Text) {
			marked[i] = true
			continue
		}
		if !contentsHeads[cjk.Fold(lines[i].Text)] {
			continue
		}
		if end, entries := entriesEnd(lines, i+1, said); entries >= 2 {
			for ; i < end; i++ {
				marked[i] = true
			}
			i--
		}
	}
	return marked
}

// entriesEnd gives the end of the entries that begin at start, and their
// number. An entry ends in a page number, or is said again further down: its
// own second saying is the heading and ends the table.
func entriesEnd(lines []page.Line, start int, said map[string]int) (end, entries int) {
	seen := map[string]bool{}
	for end = start; end < len(lines); end++ {
		text := lines[end].Text
		s := foldShort(text)
		numbered := entryEnd.MatchString(text) && cjk.HasHan(text) && s != ""
		repeated := said[s] > 1 && cjk.HasHan(s)
		if s == "" || seen[s] || !numbered && !repeated && !onlyMark.MatchString(text) {
			break
		}
		seen[s] = repeated
		entries++
	}
	return end, entries
}
