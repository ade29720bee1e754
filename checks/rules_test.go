package checks

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"nianbao/forms"
	"nianbao/internal/catalogue"
	"nianbao/segment"
)

// codes gives the rules that the package declares.
func codes(t *testing.T) []Rule {
	names, _ := filepath.Glob("*.go")
	var out []Rule
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if id, ok := spec.Type.(*ast.Ident); ok && id.Name == "Rule" {
				code, _ := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
				out = append(out, Rule(code))
			}
			return true
		})
	}
	return out
}

func TestEveryRuleIsInTheCatalogue(t *testing.T) {
	declared := codes(t)
	for _, e := range forms.Editions() {
		for _, table := range e.Tables {
			for _, s := range table.Sums {
				if !slices.Contains(declared, Rule(s.Rule)) {
					t.Errorf("the form %s has an unknown rule %s", e.ID, s.Rule)
				}
			}
		}
	}
	for _, code := range declared {
		if n := len(slices.DeleteFunc(Rules(), func(r RuleInfo) bool { return r.Code != code })); n != 1 {
			t.Errorf("%s is %d times in the catalogue", code, n)
		}
	}
	if len(Rules()) != len(declared) {
		t.Errorf("%d rules in the catalogue, %d declared", len(Rules()), len(declared))
	}
	for _, r := range Rules() {
		if r.Source == "" || !r.Tolerance.IsZero() || r.Severity == "" {
			t.Errorf("%+v lacks something", r)
		}
	}
}

func TestEveryRuleSpeaksBothLanguages(t *testing.T) {
	one, two := forms.Int(33), forms.Int(333)
	delta := one.Sub(two)
	for _, r := range Rules() {
		for _, f := range []Finding{
			{Rule: r.Code},
			{Rule: r.Code, AssumedZero: true, Table: "requests", Row: "received", Col: "total", Section: "review", Left: &one, Right: &two, Delta: &delta, Raw: "原文", Facts: []string{"a"}},
			{Rule: r.Code, Table: "review", Row: "direct_suit", Col: "pending", Right: &two},
		} {
			zh, en := f.Say(catalogue.Chinese), f.Say(catalogue.In(language.English))
			for _, text := range []string{zh, en, r.Meaning(catalogue.Chinese), r.Meaning(catalogue.In(language.English))} {
				if text == "" || strings.Contains(text, "%!") || strings.Contains(text, "rule.") || strings.Contains(text, "finding.") || strings.Contains(text, "slip.") {
					t.Errorf("%s says %q", r.Code, text)
				}
			}
			if zh == en {
				t.Errorf("%s says the same in both languages: %q", r.Code, zh)
			}
		}
	}
	for _, key := range segment.Keys() {
		f := Finding{Rule: RuleMissingSection, Section: string(key)}
		if got := f.Say(catalogue.Chinese); strings.Contains(got, "section.") {
			t.Errorf("no name for the section %s", key)
		}
	}
	for _, s := range slips {
		if !catalogue.Has("slip." + s.name) {
			t.Errorf("no sentence for the slip %s", s.name)
		}
	}
}
