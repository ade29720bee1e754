package checks

import (
	"slices"

	"nianbao/forms"
	"nianbao/internal/catalogue"
)

// Rule is the stable code of a rule.
type Rule string

// The rules. The first four are the arithmetic that the form itself prints
// or implies (勾稽关系).
const (
	RuleBalance        Rule = "balance"
	RuleResultsTotal   Rule = "results_total"
	RuleRowTotal       Rule = "row_total"
	RuleReviewTotal    Rule = "review_total"
	RuleCell           Rule = "cell"
	RuleCellCandidate  Rule = "cell_candidate"
	RuleUnexplained    Rule = "unexplained"
	RuleNarrative      Rule = "narrative"
	RuleMissingRow     Rule = "missing_row"
	RuleMissingTable   Rule = "missing_table"
	RuleMissingSection Rule = "missing_section"
	RuleUnknownRow     Rule = "unknown_row"
	RuleUndecided      Rule = "undecided"
	RuleNotANumber     Rule = "not_a_number"
)

// RuleInfo describes one rule of the catalogue.
type RuleInfo struct {
	Code Rule `json:"rule"`
	// Severity is that of a finding of the rule; a sum in which an unfilled
	// cell was counted as zero is a warning at most.
	Severity Severity `json:"severity"`
	// Source names the notices that the rule comes from.
	Source string `json:"source"`
	// Tolerance is the greatest difference that passes.
	Tolerance forms.Number `json:"tolerance"`
}

// Meaning says what the rule asks for.
func (r RuleInfo) Meaning(s catalogue.Speaker) string { return s.Say("rule." + string(r.Code)) }

// The notices that prescribe the forms.
const (
	notices    = "国办公开办函〔2019〕60号、国办公开办函〔2021〕30号"
	ordinance  = "国办公开办函〔2019〕60号、国办公开办函〔2021〕30号；《中华人民共和国政府信息公开条例》第五十条"
	noticesSum = "国办公开办函〔2019〕60号、国办公开办函〔2021〕30号（勾稽关系）"
)

var rules = []RuleInfo{
	{Code: RuleBalance, Severity: Error, Source: noticesSum},
	{Code: RuleResultsTotal, Severity: Error, Source: noticesSum},
	{Code: RuleRowTotal, Severity: Error, Source: noticesSum},
	{Code: RuleReviewTotal, Severity: Error, Source: noticesSum},
	{Code: RuleCell, Severity: Error, Source: noticesSum},
	{Code: RuleCellCandidate, Severity: Notice, Source: noticesSum},
	{Code: RuleUnexplained, Severity: Notice, Source: noticesSum},
	{Code: RuleNarrative, Severity: Warning, Source: notices},
	{Code: RuleMissingRow, Severity: Warning, Source: notices},
	{Code: RuleMissingTable, Severity: Warning, Source: notices},
	{Code: RuleMissingSection, Severity: Warning, Source: ordinance},
	{Code: RuleUnknownRow, Severity: Notice, Source: notices},
	{Code: RuleUndecided, Severity: Warning, Source: notices},
	{Code: RuleNotANumber, Severity: Warning, Source: notices},
	{Code: RuleReadingsDiffer, Severity: Warning, Source: notices},
}

// Rules gives the catalogue of rules, in a fixed order.
func Rules() []RuleInfo { return slices.Clone(rules) }

// severityOf is the severity of a rule's findings.
func severityOf(r Rule) Severity {
	i := slices.IndexFunc(rules, func(info RuleInfo) bool { return info.Code == r })
	return rules[i].Severity
}
