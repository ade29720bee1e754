package segment

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"nianbao/internal/cjk"
)

// title is the title of a report and what it says.
type title struct {
	text   string
	agency string
	year   int
}

var (
	// subject is where the name of the report begins in its title.
	subject = regexp.MustCompile(`(?:政府信息公开|政务信息公开|政务公开|信息公开)`)
	// titleEnd is how titles end; the year may follow in brackets.
	titleEnd = regexp.MustCompile(`(?:报告|年报)(?:[（(][^（()）]{1,12}[）)])?$`)
	// titleYear is the year in a title; Chinese digits may be mixed with ○.
	titleYear = regexp.MustCompile(`([0-9０-９]{4}|[〇○零OＯ一二三四五六七八九]{4})\s*年?\s*(?:年度|度)?`)
	// region is what the name of a local agency says about its place.
	region = regexp.MustCompile(`[省市县区州盟旗镇乡村国]|街道|中央|中国|开发区|兵团|师`)
	// placeEnd ends the name of a place or of the agency above.
	placeEnd = regexp.MustCompile(`(?:[省市县区州盟旗镇乡]|街道|政府|委员会)$`)
	// agencyEnd ends the name of an agency.
	agencyEnd = regexp.MustCompile(`(?:政府|局|委|委员会|办|办公室|厅|中心|街道办事处|办事处|管委会|院|署|部|处|站|所|队|大学|学院|学校|公司|集团|会|社|馆|行|银行|兵团|关|台)$`)
)

const (
	// titleLines is over how many lines a title may run.
	titleLines = 4
	// titleLine is the most runes of one of them.
	titleLine = 60
	// headLines is how far down a title may stand in the preface.
	headLines = 60
)

// findTitle finds the title among the paragraphs before the first section. The
// first one that names agency and year wins; else the first.
func findTitle(head []string) title {
	var best title
	for end := range head[:min(len(head), headLines)] {
		if !titleEnd.MatchString(head[end]) || !titlePart(head[end]) {
			continue
		}
		t := titleAt(head, end)
		if t.text == "" {
			continue
		}
		if t.agency != "" && t.year > 0 {
			return t
		}
		if best.text == "" {
			best = t
		}
	}
	return best
}

// titleAt reads the title whose last line is head[end], going up over as many
// lines as its parts need.
func titleAt(head []string, end int) title {
	start := end
	t := readTitle(head[end])
	for ; start > 0 && end-start+1 < titleLines; start-- {
		above := head[start-1]
		named := t.agency != "" && (region.MatchString(t.agency) || !placeEnd.MatchString(above))
		if named || !titlePart(above) || titleEnd.MatchString(above) {
			break
		}
		t = readTitle(joined(head[start-1 : end+1]))
	}
	return t
}

func joined(parts []string) string { return cjk.Squeeze(strings.Join(parts, "")) }

// titlePart reports whether s may be a line of a title.
func titlePart(s string) bool {
	return cjk.HasHan(s) && utf8.RuneCountInString(s) <= titleLine && !strings.HasPrefix(s, "附") &&
		!strings.ContainsAny(s, "，。；：:！？《>") && !signedDate.MatchString(cjk.Squeeze(s)) && !documentNumber.MatchString("("+s+")")
}

// readTitle takes a title apart: what stands before its subject, without the
// year, names the agency. It is zero for a text that is no title of a report.
func readTitle(s string) title {
	at := subject.FindStringIndex(s)
	if at == nil {
		return title{}
	}
	t := title{text: s}
	for _, m := range titleYear.FindAllStringSubmatch(s, -1) {
		if y := number(m[1]); isYear(y) && t.year == 0 {
			t.year = y
		}
	}
	agency := titleYear.ReplaceAllStringFunc(s[:at[0]], func(m string) string {
		if isYear(number(titleYear.FindStringSubmatch(m)[1])) {
			return ""
		}
		return m
	})
	agency = strings.Trim(strings.TrimSpace(agency), "《“\"—-")
	agency = strings.TrimSuffix(strings.TrimPrefix(agency, "关于"), "关于")
	t.agency = strings.TrimSuffix(agency, "年度")
	if strings.HasSuffix(t.agency, "人民") { // 某市人民政府信息公开…: the word serves twice
		t.agency += "政府"
	}
	return t
}

// otherAgency finds the agency of a report whose title does not name it: where
// the report says who submits it, at its signature, or by who compiled it.
func otherAgency(paragraphs []string, compiledBy string) string {
	if s := firstMatch(submitters, paragraphs); s != "" {
		return s
	}
	for i := len(paragraphs) - 1; i > 0; i-- {
		if signedDate.MatchString(paragraphs[i]) {
			if s := paragraphs[i-1]; titlePart(s) && agencyEnd.MatchString(s) {
				return s
			}
		}
	}
	return compiledBy
}
