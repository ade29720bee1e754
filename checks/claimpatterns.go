package checks

import "strings"

// topic is what a passage of prose counts.
type topic string

const (
	topicNone       topic = ""
	topicRequests   topic = "requests"
	topicReview     topic = "review"
	topicSuit       topic = "suit"
	topicNormative  topic = "normative_documents"
	topicRules      topic = "rules"
	topicLicensing  topic = "licensing"
	topicPenalty    topic = "penalty"
	topicCoercion   topic = "coercion"
	topicCollecting topic = "fees"
)

// topics tell by their words what the counts after them are of. A review or a
// suit is meant only where it is said, or clear from before, that it is one
// about disclosure.
var topics = []struct {
	is    topic
	words string
	after []topic // the topics or the words 公开 that must come before
}{
	{is: topicRequests, words: `公开申请|依申请公开|申请公开|信息公开的申请|公开的申请`},
	{is: topicReview, words: `复议`, after: []topic{topicRequests, topicReview, topicSuit}},
	{is: topicSuit, words: `诉讼|复议后起诉|直接起诉`, after: []topic{topicRequests, topicReview, topicSuit}},
	{is: topicNormative, words: `规范性文件`},
	{is: topicRules, words: `规章(?:[^制]|$)`},
	{is: topicLicensing, words: `行政许可`},
	{is: topicPenalty, words: `行政处罚`},
	{is: topicCoercion, words: `行政强制`},
	{is: topicCollecting, words: `行政事业性收费`},
}

// elsewhere holds words after which the counts of a passage, up to its next
// semicolon or full stop, are of something else or of a part only.
const elsewhere = `建议|提案|议案|信访|投诉|举报|咨询|热线|工单|留言|来信|来访|邮件|备案|` +
	`网上|网络|在线|平台|信箱|邮箱|信函|邮寄|邮政|当面|现场|窗口|传真|电子|微信|渠道|` +
	`自然人|法人|企业|科研|社会组织|公益组织|律师|公民个人|` +
	`延期|逾期|超期|当场|书面|撤回|撤销|转办|移交|连同|加上|名义|本级|直属|下属|每月|每季|月均|日均|平均|` +
	`合并|口头|重新|电话|(?:^|[^未])审结|应诉|出庭|抽查|评查|整改|培训|起草|合法性审|审[查核]规范`

// Words that say of which year the counts after them are. The year of the
// report itself counts as thisYear, any other as otherYear.
const (
	thisYear  = `本年|今年|全年|年内|当年`
	otherYear = `去年|前年|上一?年|往年|历年|近[一二三四五六七八九十两0-9]+年|[行立展施]以来|[上下]半年|[一二三四1-4]季度|[0-9]{1,2}月`
	// yearless are phrases with a year in them that say nothing of the counts.
	yearless = `(?:比|较|与|同)(?:去年|前年|上一?年度?|[0-9]{4}年)(?:同期|相比)?|` +
		`上一?年度?(?:结转|转来|转入|接转|遗留)|(?:结转|顺延|转)(?:到|至|入)?[0-9]{4}年|下一?年|` +
		`1月1日|12月31日|12月底|1月?(?:-|至|到|—)12月`
)

// shorthand of the patterns.
var shorthand = map[string]string{
	"{N}":    `(?P<n>[0-9]+(?:\.[0-9]+)?[万亿]?|[零〇一二两三四五六七八九十百千万]+)(?:件次|件|宗|份|起|例|条)`,
	"{Y}":    `(?P<n>[0-9]+(?:\.[0-9]+)?[万亿]?|[零〇一二两三四五六七八九十百千万]+)(?P<yuan>元)`,
	"{ask}":  `(?:(?:有效)?(?:(?:政府|政务)?信息(?:依申请)?公开(?:类)?的?申请|依申请公开(?:政府信息)?(?:申请)?(?:件|事项)?|公开(?:政府信息)?的?申请|申请公开(?:政府信息)?)(?:总)?(?:数量?|量)?)`,
	"{who}":  `(?:到|了|过|的|各类|公民|群众|公众|社会公众|市民|当事人|申请人|提交|提出|关于|有关)*`,
	"{is}":   `(?:共计?|总计|合计|计|为|有|是)?`,
	"{next}": `(?:下一?年度?|次年度?|明年|[0-9]{4}年度?)`,
	"{last}": `(?:上一?年度?)(?:结转|转来|转入|接转|遗留)`,
	"{no}":   `(?:(?:未|没有|无)(?:收到|接到|受理|产生|发生|出现|引发|涉及)|没有|无)(?:过|任何)?`,
	"{open}": `(?:因|涉及|有关|关于)?(?:本机关|本单位|我[局委办市县区镇])?(?:政府|政务)?(?:信息)?公开(?:工作|申请|事项|行为)?(?:而|引起|引发|产生|导致|提起|被|申请|的)*`,
	"{end}":  `(?:案件|案|申请)?的?(?:情况|情形|事项|问题|现象)?(?:发生)?`,
}

// pattern is one way in which prose states a count of the form. It holds for a
// whole clause from the words matched to the clause's end.
type pattern struct {
	name  string
	about topic
	text  string
	// facts are the cells that add up to the count. * stands for every row of a
	// group; of cells parted by | the one that the form has is meant.
	facts []string
	// including are further cells that the count may take in, where the words
	// after it say that the cases carried over are included.
	including []string
	part      bool // may follow 其中
	zero      bool // the words mean none
	example   string
}

var patterns = []pattern{
	{
		name: "received", about: topicRequests,
		text:  `(?:新收|收到|接到|接收|受理|收){who}(?:{ask}|申请){is}{N}|(?:新收|收到|接到|接收|受理)(?:了)?{N}{who}(?:{ask}|申请)`,
		facts: []string{"requests/received/total"}, including: []string{"requests/carried_in/total"},
		example: "2024年，全市共受理政府信息公开申请3119件",
	},
	{
		name: "received_none", about: topicRequests, zero: true,
		text:  `{no}{who}(?:{ask}|申请){end}`,
		facts: []string{"requests/received/total"}, example: "全年无依申请公开政府信息",
	},
	{
		name: "results", about: topicRequests,
		text:  `(?:办结|答复|办理完毕)(?:了)?(?:{ask}|申请)?{is}{N}`,
		facts: []string{"requests/results_total/total"}, example: "本年度共收到公开申请71件，办结62件",
	},
	{
		name: "carried_in", about: topicRequests, part: true,
		text:  `{last}(?:的)?(?:{ask}|申请)?{is}{N}|(?:有)?{N}(?:申请)?(?:是|为|系)?{last}(?:的)?(?:申请)?`,
		facts: []string{"requests/carried_in/total"}, example: "收到公开申请11件，其中有1件是上年转来的",
	},
	{
		name: "carried_out", about: topicRequests, part: true,
		text:  `(?:结转|顺延|转)(?:到|至|入)?{next}(?:度)?(?:继续)?(?:办理|答复|处理|办结)?(?:的)?(?:{ask}|申请)?{is}{N}|{N}(?:{ask}|申请)?(?:需|将)?(?:结转|顺延|转)(?:到|至|入)?{next}(?:继续)?(?:办理|答复|处理|办结)?`,
		facts: []string{"requests/carried_out/total"}, example: "办结公开申请62件，结转下一年度13件",
	},
	{
		name: "granted", about: topicRequests, part: true,
		text:  `(?:予以公开|同意公开)(?:的)?(?:{ask}|申请)?{is}{N}|{N}(?:予以公开|同意公开)`,
		facts: []string{"requests/granted/total"}, example: "办结公开申请62件，其中予以公开40件",
	},
	{
		name: "partly_granted", about: topicRequests, part: true,
		text:  `部分公开(?:的)?(?:{ask}|申请)?{is}{N}|{N}(?:予以)?部分公开`,
		facts: []string{"requests/partly_granted/total"}, example: "办结公开申请62件，其中部分公开3件",
	},
	{
		name: "denied", about: topicRequests, part: true,
		text:  `不予公开(?:的)?(?:{ask}|申请)?{is}{N}|{N}不予公开`,
		facts: []string{"requests/denied.*/total"}, example: "办结公开申请62件，不予公开9件",
	},
	{
		name: "unavailable", about: topicRequests, part: true,
		text:  `无法提供(?:的)?(?:{ask}|申请)?{is}{N}|{N}无法提供`,
		facts: []string{"requests/unavailable.*/total"}, example: "办结公开申请62件，无法提供7件",
	},
	{
		name: "not_processed", about: topicRequests, part: true,
		text:  `不予处理(?:的)?(?:{ask}|申请)?{is}{N}|{N}不予处理`,
		facts: []string{"requests/not_processed.*/total"}, example: "办结公开申请62件，不予处理2件",
	},
	{
		name: "other_results", about: topicRequests, part: true,
		text:  `其他处理(?:的)?(?:{ask}|申请)?{is}{N}|{N}其他处理`,
		facts: []string{"requests/other|other.*/total"}, example: "办结公开申请62件，其他处理1件",
	},
	{
		name: "review", about: topicReview,
		text:  `行政复议(?:案件|申请)?{is}{N}`,
		facts: []string{"review/review/total"}, example: "政府信息公开行政复议351件",
	},
	{
		name: "review_none", about: topicReview, zero: true,
		text:  `(?:{no}|未){open}(?:行政)?复议(?:(?:、|和|及|与|或|以及)(?:被)?(?:提起)?(?:行政)?诉讼)?{end}`,
		facts: []string{"review/review/total"}, example: "没有因政府信息公开引起的行政复议、行政诉讼",
	},
	{
		name: "suit_none", about: topicSuit, zero: true,
		text:  `(?:{no}|未){open}(?:(?:被)?(?:申请)?(?:行政)?复议(?:、|和|及|与|或|以及))?(?:被)?(?:提起)?(?:行政)?诉讼{end}`,
		facts: []string{"review/direct_suit/total", "review/suit_after_review/total"}, example: "没有因政府信息公开引起的行政诉讼",
	},
	{
		name: "suit", about: topicSuit,
		text:  `行政诉讼(?:案件)?{is}{N}`,
		facts: []string{"review/direct_suit/total", "review/suit_after_review/total"}, example: "政府信息公开行政诉讼46件",
	},
	outcome(topicReview, "upheld", `(?:结果)?维持`, "公开行政复议5件，其中结果维持2件"),
	outcome(topicReview, "corrected", `(?:结果)?(?:被)?纠正`, "公开行政复议5件，其中结果纠正2件"),
	outcome(topicReview, "other", `其他结果`, "公开行政复议5件，其中其他结果2件"),
	outcome(topicReview, "pending", `尚未审结|未审结`, "公开行政复议5件，其中尚未审结2件"),
	outcome(topicSuit, "upheld", `(?:结果)?维持`, "公开行政诉讼5件，其中结果维持2件"),
	outcome(topicSuit, "corrected", `(?:结果)?(?:被)?纠正`, "公开行政诉讼5件，其中结果纠正2件"),
	outcome(topicSuit, "other", `其他结果`, "公开行政诉讼5件，其中其他结果2件"),
	outcome(topicSuit, "pending", `尚未审结|未审结`, "公开行政诉讼5件，其中尚未审结2件"),
	decisions(topicNormative, "issued|made", `(?:制定|制发|印发|出台|新制发)+(?:的)?(?:行政)?规范性文件{is}{N}`, "新制发行政规范性文件9件"),
	decisions(topicNormative, "repealed", `废止(?:的)?(?:(?:行政)?规范性文件)?{is}{N}`, "制发规范性文件9件，废止4件"),
	decisions(topicNormative, "in_force", `现行有效(?:的)?(?:(?:行政)?规范性文件)?{is}{N}`, "现行有效规范性文件20件"),
	decisions(topicRules, "issued|made", `(?:制定|制发|出台)+(?:的)?(?:政府)?规章{is}{N}`, "制定政府规章2件"),
	decisions(topicRules, "repealed", `废止(?:的)?(?:(?:政府)?规章)?{is}{N}`, "制定规章2件，废止1件"),
	decisions(topicRules, "in_force", `现行有效(?:的)?(?:(?:政府)?规章)?{is}{N}`, "现行有效规章12件"),
	decisions(topicLicensing, "decisions", `(?:作出|做出)行政许可(?:处理)?(?:决定)?{is}{N}`, "作出行政许可决定1234件"),
	decisions(topicPenalty, "decisions", `(?:作出|做出)行政处罚(?:处理)?(?:决定)?{is}{N}`, "作出行政处罚决定56件"),
	decisions(topicCoercion, "decisions", `(?:作出|做出)行政强制(?:处理)?(?:决定)?{is}{N}`, "作出行政强制决定7件"),
	decisions(topicCollecting, "amount", `行政事业性收费(?:金额|收入)?{is}{Y}`, "收取行政事业性收费12.5万元"),
}

// suitRows are the rows that an outcome of a review or of a suit adds up.
var suitRows = map[topic][]string{
	topicReview: {"review"},
	topicSuit:   {"direct_suit", "suit_after_review"},
}

// outcome is the pattern of one outcome of reviews or suits.
func outcome(about topic, col, words, example string) pattern {
	p := pattern{name: string(about) + "_" + col, about: about, text: `(?:` + words + `)(?:的)?{is}{N}`, part: true, example: example}
	for _, row := range suitRows[about] {
		p.facts = append(p.facts, "review/"+row+"/"+col)
	}
	return p
}

// decisionTables are the tables of section 二 by what they count.
var decisionTables = map[topic]string{
	topicNormative: "art20_1", topicRules: "art20_1", topicLicensing: "art20_5",
	topicPenalty: "art20_6", topicCoercion: "art20_6", topicCollecting: "art20_8",
}

// decisions is the pattern of one cell of section 二.
func decisions(about topic, col, text, example string) pattern {
	name, _, _ := strings.Cut(string(about)+"_"+col, "|")
	return pattern{
		name: name, about: about, text: text, example: example,
		facts: []string{decisionTables[about] + "/" + string(about) + "/" + col},
	}
}
