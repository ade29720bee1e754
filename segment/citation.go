package segment

import (
	"regexp"
	"strings"
)

var (
	// cited is a title in book title marks, which may hold another one, with
	// up to two brackets behind it.
	cited = regexp.MustCompile(`《([^《》]+(?:《[^《》]*》[^《》]*)*)》((?:\s*[（(][^（()）]*[）)]){0,2})`)
	// documentNumber is the number of a decree or a document.
	documentNumber = regexp.MustCompile(`[（(]\s*([^（()）]*(?:第\s*[0-9０-９]+\s*号|[〔\[［【（(]\s*[0-9０-９]{4}\s*[〕\]］】]\s*[0-9０-９]+\s*号|[0-9０-９]{4}\s*年第[0-9０-９]+号)[^（()）]*)[）)]`)
	// shortName is a name that the report gives to a document for itself.
	shortName = regexp.MustCompile(`简称[“"]?《([^《》]+)》`)
)

// citations gives the documents that the text names, each once, in the order in
// which they appear first. A short name that the report made up is none.
func citations(paragraphs []string) []Citation {
	short := map[string]bool{}
	for _, p := range paragraphs {
		for _, m := range shortName.FindAllStringSubmatch(p, -1) {
			short[m[1]] = true
		}
	}
	var out []Citation
	at := map[string]int{}
	for _, p := range paragraphs {
		for _, m := range cited.FindAllStringSubmatch(p, -1) {
			number := ""
			if n := documentNumber.FindStringSubmatch(m[2]); n != nil {
				number = strings.TrimSpace(n[1])
			}
			i, known := at[m[1]]
			switch {
			case short[m[1]]:
			case !known:
				at[m[1]] = len(out)
				out = append(out, Citation{Title: m[1], Number: number})
			case out[i].Number == "":
				out[i].Number = number
			}
		}
	}
	return out
}
