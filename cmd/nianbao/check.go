package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/pflag"

	"nianbao/checks"
	"nianbao/forms"
	"nianbao/internal/catalogue"
	"nianbao/report"
)

// checkOptions are the options of check.
type checkOptions struct {
	common
	json bool
}

// AddFlags adds the options to a set.
func (o *checkOptions) AddFlags(f *pflag.FlagSet, say catalogue.Speaker) {
	f.BoolVar(&o.json, "json", false, say.Say("flag.json"))
	o.common.AddFlags(f, say)
}

// checked is what check --json prints of one report.
type checked struct {
	Source     report.Source       `json:"source"`
	Findings   []checks.Finding    `json:"findings"`
	Unassessed []checks.Unassessed `json:"unassessed"`
}

func runCheck(t terminal, args []string) int {
	var o checkOptions
	f := pflag.NewFlagSet("check", pflag.ContinueOnError)
	o.AddFlags(f, t.say)
	if status, done := parse(t, "check", f, &o.common, args); done {
		return status
	}
	failed, found := 0, false
	all := []checked{}
	readAll(t, f.Args(), o.timeout, readEither, func(got outcome) {
		if got.err != nil {
			failed++
			complain(t, got.path, got.err)
			return
		}
		found = found || failsOn(got.report, "error")
		if !o.json {
			list(t, got.report)
			return
		}
		all = append(all, checked{
			got.report.Source, append([]checks.Finding{}, got.report.Findings...), append([]checks.Unassessed{}, got.report.Unassessed...),
		})
	})
	if o.json {
		e := json.NewEncoder(t.out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(all); err != nil {
			fmt.Fprintln(t.err, "nianbao: "+t.say.Say("fault.write", "-", err.Error()))
			return exitFailed
		}
	}
	if s := status(f.NArg(), failed); s != exitDone || !found {
		return s
	}
	return exitFindings
}

// explanationWidth is how many columns of a terminal the sentence of a finding
// takes before it wraps.
const explanationWidth = 72

// list prints the findings of a report as a table.
func list(t terminal, r *report.Report) {
	if len(r.Findings) == 0 {
		fmt.Fprintln(t.out, t.say.Say("check.clean", r.Source.Name))
	} else {
		fmt.Fprintln(t.out, t.say.Say("check.head", r.Source.Name, strconv.Itoa(len(r.Findings))))
		w := table.NewWriter()
		w.SetOutputMirror(t.out)
		w.SetStyle(table.StyleLight)
		w.Style().Format.Header = text.FormatDefault
		w.AppendHeader(table.Row{t.say.Say("check.severity"), t.say.Say("check.rule"), t.say.Say("check.where"), t.say.Say("check.what")})
		w.SetColumnConfigs([]table.ColumnConfig{{Number: 4, WidthMax: explanationWidth, WidthMaxEnforcer: text.WrapHard}})
		for _, f := range r.Findings {
			w.AppendRow(table.Row{t.say.Say("severity." + string(f.Severity)), string(f.Rule), where(t.say, r, f), f.Say(t.say)})
		}
		w.Render()
	}
	if n := len(r.Unassessed); n > 0 {
		fmt.Fprintln(t.out, t.say.Say("check.unassessed", strconv.Itoa(n)))
	}
}

// where gives the ids of the cell that a finding sits at, and its page or line.
func where(say catalogue.Speaker, r *report.Report, f checks.Finding) string {
	var ids []string
	for _, id := range []string{f.Table, f.Row, f.Col, f.Section} {
		if id != "" {
			ids = append(ids, id)
		}
	}
	place := strings.Join(ids, "/")
	fact := factAt(r.Facts, f)
	switch {
	case fact == nil:
	case fact.Page > 0:
		place += " " + say.Say("check.page", strconv.Itoa(fact.Page))
	case fact.Line > 0:
		place += " " + say.Say("check.line", strconv.Itoa(fact.Line))
	}
	return place
}

// factAt is the printed cell that a finding sits at, or nil.
func factAt(facts []forms.Fact, f checks.Finding) *forms.Fact {
	for i := range facts {
		if facts[i].Table == f.Table && facts[i].Row == f.Row && facts[i].Col == f.Col {
			return &facts[i]
		}
	}
	return nil
}
