package checks

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"nianbao/forms"
	"nianbao/internal/cjk"
)

// wording is a pattern ready for use.
type wording struct {
	pattern
	re *regexp.Regexp
}

var wordings = compile()

func compile() []wording {
	var pairs []string
	for short, long := range shorthand {
		pairs = append(pairs, short, long)
	}
	expand := strings.NewReplacer(pairs...)
	out := make([]wording, len(patterns))
	for i, p := range patterns {
		out[i] = wording{p, regexp.MustCompile(`(?:` + expand.Replace(p.text) + `)$`)}
	}
	return out
}

type topicWord struct {
	is    topic
	words *regexp.Regexp
	after []topic
}

var topicWords = func() []topicWord {
	var out []topicWord
	for _, t := range topics {
		out = append(out, topicWord{t.is, regexp.MustCompile(t.words), t.after})
	}
	return out
}()

var (
	elsewhereWords  = regexp.MustCompile(elsewhere)
	yearlessWords   = regexp.MustCompile(yearless)
	yearWords       = regexp.MustCompile(`(` + thisYear + `)|(` + otherYear + `)|([0-9]{4})年`)
	carriedIncluded = regexp.MustCompile(`^(?:其中)?(?:含|包括|包含).*(?:结转|上一?年)|^其中.*上一?年|^(?:其中)?(?:本年度?|今年|当年)?新收`)
	thousands       = regexp.MustCompile(`[0-9]{1,3}(?:,[0-9]{3})+`)
	// denied ends what stands before a count of things that were not done, or are still to be.
	denied   = regexp.MustCompile(`(?:未|不|没|拟|应|待).{0,3}$`)
	ownWords = regexp.MustCompile(`[我本全][省市州县区旗镇乡局委厅办处院](?:各级)?(?:政府)?`)
	// bodyWords find an office that receives, answers or decides.
	bodyWords = regexp.MustCompile(`(?:年度?|[一二三四五六七八九十]是)?(\p{Han}{0,8}?(?:局|委|厅|镇|乡|街道|办事处|政府|办公室|中心|支队|大队|学校|医院))` +
		`(?:共|全年|一共|累计|总计|新)*(?:收到|接到|受理|办结|答复|作出|做出|制发|制定|结转)`)
	listed = regexp.MustCompile(`([0-9零〇一二两三四五六七八九十百千万亿](?:件次|件|宗|份|起|例|条|元))、`)
)

// sentences splits a paragraph after full stops.
func sentences(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("。！？!?", r) })
}

// clause is a stretch of a sentence without inner punctuation, folded.
type clause struct {
	text      string
	semicolon bool // a semicolon follows
}

// clausesOf splits a sentence. A list of counts is parted at its 、 too.
func clausesOf(sentence string) []clause {
	s := thousands.ReplaceAllStringFunc(cjk.Fold(sentence), func(n string) string { return strings.ReplaceAll(n, ",", "") })
	s = listed.ReplaceAllString(s, "$1,")
	var out []clause
	start := 0
	for i, r := range s + ";" {
		if !strings.ContainsRune(",;:()[]【】", r) {
			continue
		}
		if text := s[start:i]; text != "" {
			out = append(out, clause{text, r == ';'})
		} else if r == ';' && len(out) > 0 {
			out[len(out)-1].semicolon = true
		}
		start = i + len(string(r))
	}
	return out
}

// otherYear reports whether the counts of a clause are of another year than the
// report's; before is what held until then.
func (r *reader) otherYear(clause string, before bool) bool {
	rest := yearlessWords.ReplaceAllString(clause, "")
	for _, m := range yearWords.FindAllStringSubmatch(rest, -1) {
		before = m[2] != "" || m[3] != "" && m[3] != strconv.Itoa(r.year)
	}
	return before
}

// otherBody reports whether a clause speaks of an office that is not the
// report's own. The end of a name is enough: 县政府 for 云溪县人民政府.
func (r *reader) otherBody(clause string) bool {
	m := bodyWords.FindStringSubmatch(ownWords.ReplaceAllString(clause, ""))
	if m == nil {
		return false
	}
	const enough = 4
	name := []rune(plain(m[1]))
	return !strings.Contains(r.agency, string(name[max(0, len(name)-enough):]))
}

// plain is the name of an office as prose shortens it.
func plain(name string) string { return strings.ReplaceAll(cjk.Fold(name), "人民政府", "政府") }

// count reads the number of a matched clause in the unit of the cell.
func (w wording) count(clause string, at []int, unit string) (value, grain forms.Number, ok bool) {
	if w.zero {
		return value, grain, true
	}
	text, shift := "", 0
	for i, name := range w.re.SubexpNames() {
		switch {
		case at[2*i] < 0:
		case name == "n":
			text = clause[at[2*i]:at[2*i+1]]
		case name == "yuan" && unit == "万元":
			shift = -4
		}
	}
	return number(text, shift)
}

// bigUnits are the units that follow digits, as powers of ten.
var bigUnits = map[string]int{"万": 4, "亿": 8}

// number reads a count in digits (30524, 1.2万) or in Chinese numerals, times
// ten to the power of shift. grain is the last decimal of a count in 万 or 亿.
func number(text string, shift int) (value, grain forms.Number, ok bool) {
	if n, err := forms.ParseNumber(text); err == nil {
		return scaled(n.String(), shift), grain, true
	}
	for unit, power := range bigUnits {
		digits, found := strings.CutSuffix(text, unit)
		if n, err := forms.ParseNumber(digits); found && err == nil {
			return scaled(digits, power+shift), scaled("1", power+shift-n.Decimals()), true
		}
	}
	n, ok := cjk.Int(text)
	return scaled(strconv.Itoa(n), shift), grain, ok
}

// scaled gives digits times a power of ten.
func scaled(digits string, power int) forms.Number {
	n, _ := forms.ParseNumber(fmt.Sprintf("%se%d", digits, power))
	return n
}
