package segment

import (
	"strings"

	"nianbao/internal/cjk"
)

// clue is a phrase in a title that speaks for a section.
type clue struct {
	phrase string
	key    Key
	weight int
}

// clues tell the statutory sections by their titles and by the rewordings met
// in published reports. Weights add up; the review outweighs the applications
// that its long title names, a wording of the whole title outweighs its parts.
var clues = []clue{
	{"总体情况", KeyOverview, 6}, {"基本情况", KeyOverview, 4}, {"总体", KeyOverview, 2}, {"概述", KeyOverview, 4},
	{"概况", KeyOverview, 4}, {"综述", KeyOverview, 4}, {"工作情况", KeyOverview, 3}, {"工作开展", KeyOverview, 2},
	{"主动公开", KeyDisclosure, 6}, {"公开政府信息的情况", KeyDisclosure, 3},
	{"依申请公开", KeyRequests, 7}, {"公开申请", KeyRequests, 5}, {"申请收到", KeyRequests, 4}, {"收到和处理", KeyRequests, 4},
	{"申请的情况", KeyRequests, 2}, {"申请处理", KeyRequests, 3}, {"申请办理", KeyRequests, 3}, {"受理", KeyRequests, 1},
	{"行政复议", KeyReview, 6}, {"行政诉讼", KeyReview, 6}, {"复议", KeyReview, 2}, {"诉讼", KeyReview, 2},
	{"问题", KeyProblems, 5}, {"不足", KeyProblems, 4}, {"改进", KeyProblems, 3}, {"整改", KeyProblems, 3}, {"困难", KeyProblems, 3},
	{"下一步", KeyProblems, 3}, {"打算", KeyProblems, 2}, {"努力方向", KeyProblems, 3}, {"下步工作", KeyProblems, 3},
	{"其他", KeyOther, 2}, {"其它", KeyOther, 2}, {"需要报告", KeyOther, 4}, {"需要说明", KeyOther, 4}, {"其他事项", KeyOther, 3},
	{"其它事项", KeyOther, 3}, {"报告的事项", KeyOther, 2},
}

const (
	// keyWeight is the least weight that gives a title a key.
	keyWeight = 3
	// sureWeight is the least weight that tells a statutory title without a
	// number from other short lines.
	sureWeight = 5
)

// keyOf finds the statutory section that a title names; next is the one that
// is due in the order of the form and wins a tie. The weight is 0 for no key.
func keyOf(title string, next Key) (Key, int) {
	title = cjk.Fold(title)
	weights := map[Key]int{}
	for _, c := range clues {
		if strings.Contains(title, c.phrase) {
			weights[c.key] += c.weight
		}
	}
	best, most := Key(""), keyWeight-1
	for _, k := range Keys() {
		if w := weights[k]; w > most || w == most && k == next && w >= keyWeight {
			best, most = k, w
		}
	}
	if best == "" {
		return "", 0
	}
	return best, most
}
