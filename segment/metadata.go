package segment

import (
	"regexp"
	"strings"

	"nianbao/internal/cjk"
)

// Describe reads the particulars of a report from its outline: the title, the
// agency and the year from the head of the report, the rest from wherever the
// report says it.
func Describe(o Outline) Metadata {
	head := make([]string, len(o.Preface))
	for i, p := range o.Preface {
		head[i] = p.Text
	}
	paragraphs := append(head, allText(o.Sections, nil)...)
	var m Metadata
	t := findTitle(head)
	m.Title = t.text
	m.Period = findPeriod(paragraphs, t.year)
	m.CompiledBy = firstMatch(compilers, paragraphs)
	m.Agency = t.agency
	if m.Agency == "" {
		m.Agency = otherAgency(paragraphs, m.CompiledBy)
	}
	if m.Year = t.year; m.Year == 0 {
		m.Year = otherYear(paragraphs, m.Period)
	}
	m.Address = firstMatch(addresses, paragraphs)
	m.Postcode = digitsOnly(firstMatch(postcodes, paragraphs))
	m.Phone = telephone(firstMatch(phones, paragraphs))
	m.Email = strings.Join(strings.Fields(cjk.Fold(firstMatch(emails, paragraphs))), "")
	m.Citations = citations(paragraphs)
	return m
}

// allText gives the paragraphs of all sections in their order.
func allText(sections []Section, out []string) []string {
	for _, s := range sections {
		if s.Text != "" {
			out = append(out, strings.Split(s.Text, "\n")...)
		}
		out = allText(s.Sections, out)
	}
	return out
}

// firstMatch gives the first group of the first pattern that matches; patterns
// stand in the order of their reliability.
func firstMatch(patterns []*regexp.Regexp, paragraphs []string) string {
	for _, re := range patterns {
		for _, p := range paragraphs {
			if m := re.FindStringSubmatch(p); m != nil {
				return strings.TrimSpace(m[1])
			}
		}
	}
	return ""
}

func compile(patterns ...string) []*regexp.Regexp {
	out := make([]*regexp.Regexp, len(patterns))
	for i, p := range patterns {
		out[i] = regexp.MustCompile(p)
	}
	return out
}
