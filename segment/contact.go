package segment

import (
	"strings"

	"nianbao/internal/cjk"
)

// says is what may stand between the name of a particular and its value.
const says = `(?:号码)?\s*[：:为是]?\s*`

// The wordings of the particulars, the most reliable first; the group is the
// value. Text is squeezed before, so blanks remain only between Latin runes.
var (
	compilers = compile(
		`本(?:年度|年)?报告(?:是|系)?由([^，。；：《（(]{2,40}?)(?:负责|组织|汇总|统一)?(?:依照|依据|根据|按照|按《|遵照|编制|编写|，|,)`,
		`由([^，。；：《（(]{2,40}?)(?:负责|组织|汇总|统一)?(?:编制|编写)`,
		`(?:^|[，。])([^，。；：《》（()）]{2,40}?)(?:负责|组织|汇总|统一)?(?:编制|编写)了?(?:本报告|本年度报告|《?[^，。；》]{0,30}政府信息公开工作年度报告)`,
	)
	addresses = compile(
		`(?:联系|通讯|通信|办公|单位)地址`+says+`([^，。；、,;（(）)：:\n]{4,60})`,
		`地址`+says+`([^，。；、,;（(）)：:\n]{4,60})`,
	)
	postcodes = compile(`(?:邮政编码|邮政编号|邮编)` + says + `([0-9０-９](?:\s*[0-9０-９]){5})`)
	phones    = compile(
		`(?:联系电话|咨询电话|办公电话|电话号码|联系方式|电话|TEL|Tel|tel)(?:/传真|及传真|（传真）)?` + says + phoneNumber,
	)
	emails = compile(`([0-9A-Za-zＡ-Ｚａ-ｚ０-９_.+\-－．]+\s*[@＠]\s*[0-9A-Za-zＡ-Ｚａ-ｚ０-９\-－]+(?:\s*[.．]\s*[0-9A-Za-zＡ-Ｚａ-ｚ０-９\-]+)+)`)
	// submitters name the agency on a line of its own.
	submitters = compile(`^(?:报送单位|填报单位|编制单位|发布单位|发布机构|公开单位|单位名称|单位|填报机关|编制机关)(?:（盖章）|\(盖章\))?\s*[：:]\s*([^，。；：:\s]{2,40})`)
)

// phoneNumber is a number with or without its area code and an extension.
const phoneNumber = `((?:[（(]?\s*[0-9０-９](?:\s*[0-9０-９]){2,3}\s*[）)]?\s*[-－—–‐―]{0,2}\s*)?[0-9０-９](?:\s*[0-9０-９]){6,10}(?:(?:转|\s*[-－—–]\s*)[0-9０-９]{1,5})?)`

// telephone drops the blanks within a number and writes its dashes as hyphens.
func telephone(s string) string {
	s = cjk.Fold(s)
	s = strings.NewReplacer(" ", "", "—", "-", "–", "-", "‐", "-", "―", "-").Replace(s)
	return strings.ReplaceAll(s, "--", "-")
}

func digitsOnly(s string) string { return strings.ReplaceAll(cjk.Fold(s), " ", "") }
