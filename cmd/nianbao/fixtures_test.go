package main

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"nianbao/checks"
	"nianbao/export"
	"nianbao/fixtures"
	"nianbao/report"
	"nianbao/segment"
)

// Every fixture, from its bytes to its report, against its truth.
func TestFixtures(t *testing.T) {
	for _, name := range fixtures.Names() {
		t.Run(name, func(t *testing.T) {
			truth, err := fixtures.Load(name)
			if err != nil {
				t.Fatal(err)
			}
			data, err := fixtures.Source(truth.File)
			if err != nil {
				t.Fatal(err)
			}
			r, err := assemble(context.Background(), truth.File, data)
			if err != nil {
				t.Fatal(err)
			}
			wantSame(t, "facts", factsOf(r), truthFacts(truth))
			wantSame(t, "outline", outlineOf(r.Sections), truthOutline(truth))
			wantSame(t, "metadata", metadataOf(r), truthMetadata(truth))
			wantSame(t, "findings", findingsOf(r), truthFindings(truth))
			wantProbes(t, r, truth)
			wantPlaces(t, r)
		})
	}
}

func wantSame(t *testing.T, what string, got, want []string) {
	t.Helper()
	for _, g := range got {
		if !slices.Contains(want, g) {
			t.Errorf("%s: %s is not in the truth", what, g)
		}
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("%s: %s is missing", what, w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s: %d, want %d", what, len(got), len(want))
	}
}

func factsOf(r *report.Report) []string {
	var out []string
	for _, f := range r.Facts {
		value := ""
		if f.Value != nil {
			value = f.Value.String()
		}
		out = append(out, fmt.Sprintf("%s=%s (%s)", f.Key(), value, strings.TrimSpace(f.Raw)))
	}
	return out
}

func truthFacts(truth *fixtures.Truth) []string {
	var out []string
	for _, f := range truth.Facts {
		out = append(out, fmt.Sprintf("%s/%s/%s=%s (%s)", f.Table, f.Row, f.Col, f.Value, f.Raw))
	}
	return out
}

func outlineOf(sections []segment.Section) []string {
	var out []string
	for _, s := range sections {
		out = append(out, fmt.Sprintf("%d %s %s", s.Level, s.Label, s.Title))
		out = append(out, outlineOf(s.Sections)...)
	}
	return out
}

func truthOutline(truth *fixtures.Truth) []string {
	var out []string
	for _, h := range truth.Outline {
		out = append(out, fmt.Sprintf("%d %s %s", h.Level, h.Label, h.Title))
	}
	return out
}

func metadataOf(r *report.Report) []string {
	m := r.Metadata
	period, form := "", ""
	if m.Period != nil {
		period = m.Period.From + "/" + m.Period.To
	}
	if r.Form != nil {
		form = *r.Form
	}
	return []string{
		"title " + m.Title, "agency " + m.Agency, fmt.Sprint("year ", m.Year), "form " + form, "period " + period,
		"compiled by " + m.CompiledBy, "phone " + m.Phone, "email " + m.Email, "address " + m.Address, "postcode " + m.Postcode,
	}
}

func truthMetadata(truth *fixtures.Truth) []string {
	return []string{
		"title " + truth.Title, "agency " + truth.Agency, fmt.Sprint("year ", truth.Year), "form " + truth.Form, "period " + truth.Period,
		"compiled by " + truth.CompiledBy, "phone " + truth.Phone, "email " + truth.Email, "address " + truth.Address, "postcode " + truth.Postcode,
	}
}

// findingsOf gives the broken sums and what is missing.
func findingsOf(r *report.Report) []string {
	var out []string
	for _, f := range r.Findings {
		switch f.Rule {
		case checks.RuleBalance, checks.RuleResultsTotal, checks.RuleRowTotal, checks.RuleReviewTotal:
			out = append(out, fmt.Sprintf("%s %s/%s/%s", f.Rule, f.Table, f.Row, f.Col))
		case checks.RuleMissingRow, checks.RuleMissingTable, checks.RuleMissingSection:
			out = append(out, "missing "+f.Table+"/"+f.Row+"/"+f.Section)
		}
	}
	return out
}

func truthFindings(truth *fixtures.Truth) []string {
	var out []string
	for _, b := range truth.Broken {
		out = append(out, fmt.Sprintf("%s %s/%s/%s", b.Kind, b.Table, b.Row, b.Col))
	}
	for _, m := range truth.Missing {
		out = append(out, "missing "+m.Table+"/"+m.Row+"/"+m.Section)
	}
	return out
}

// wantProbes holds that stretches of prose came out whole under their headings.
func wantProbes(t *testing.T, r *report.Report, truth *fixtures.Truth) {
	t.Helper()
	for _, p := range truth.Probes {
		sections, text := r.Sections, ""
		for _, step := range p.Path {
			i := slices.IndexFunc(sections, func(s segment.Section) bool { return s.Title == step.Title })
			if i < 0 {
				t.Errorf("no section %s on the way to %q", step.Title, p.Text)
				return
			}
			sections, text = sections[i].Sections, sections[i].Text
		}
		if !strings.Contains(text, p.Text) {
			t.Errorf("%q is not whole in its section", p.Text)
		}
	}
}

// wantPlaces holds that every fact says where it was printed.
func wantPlaces(t *testing.T, r *report.Report) {
	t.Helper()
	for _, f := range r.Facts {
		if onPage := f.Page > 0 && f.Box != nil; onPage == (f.Line > 0) {
			t.Errorf("%s: page %d, box %v, line %d", f.Key(), f.Page, f.Box, f.Line)
		}
	}
}

// What is written is what the schema says.
func TestFixturesFollowTheSchema(t *testing.T) {
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(report.SchemaJSON()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("report.json", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("report.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range fixtures.Names() {
		truth, err := fixtures.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		data, err := fixtures.Source(truth.File)
		if err != nil {
			t.Fatal(err)
		}
		r, err := assemble(context.Background(), truth.File, data)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := export.JSON(&out, r); err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(&out)
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
