package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"nianbao/checks"
	"nianbao/forms"
	"nianbao/internal/catalogue"
	"nianbao/report"
	"nianbao/segment"
)

// extractOptions are the options of extract.
type extractOptions struct {
	common
	output, format, failOn string
	bom, quiet             bool
}

// AddFlags adds the options to a set.
func (o *extractOptions) AddFlags(f *pflag.FlagSet, say catalogue.Speaker) {
	f.StringVarP(&o.output, "output", "o", ".", say.Say("flag.output"))
	f.StringVar(&o.format, "format", "", say.Say("flag.format"))
	f.BoolVar(&o.bom, "bom", false, say.Say("flag.bom"))
	f.StringVar(&o.failOn, "fail-on", "never", say.Say("flag.failon"))
	f.BoolVarP(&o.quiet, "quiet", "q", false, say.Say("flag.quiet"))
	o.common.AddFlags(f, say)
}

const toStdout = "-"

// names gives the formats asked for: JSON and a workbook, or JSON alone on
// standard output.
func (o *extractOptions) names(say catalogue.Speaker) ([]string, error) {
	asked := o.format
	if asked == "" {
		asked = "json,xlsx"
		if o.output == toStdout {
			asked = "json"
		}
	}
	known := []string{"json", "xlsx", "csv", "jsonl"}
	var names []string
	for _, n := range strings.Split(asked, ",") {
		if !slices.Contains(known, n) {
			return nil, errors.New(say.Say("usage.format", n, strings.Join(known, ", ")))
		}
		if !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	if o.output == toStdout && len(names) > 1 {
		return nil, errors.New(say.Say("usage.stdout"))
	}
	if !slices.Contains([]string{"error", "warning", "never"}, o.failOn) {
		return nil, errors.New(say.Say("usage.failon", o.failOn))
	}
	return names, nil
}

func runExtract(t terminal, args []string) int {
	var o extractOptions
	f := pflag.NewFlagSet("extract", pflag.ContinueOnError)
	o.AddFlags(f, t.say)
	if status, done := parse(t, "extract", f, &o.common, args); done {
		return status
	}
	names, err := o.names(t.say)
	if err != nil {
		fmt.Fprintln(t.err, "nianbao: "+err.Error())
		return exitUsage
	}
	if o.output != toStdout {
		if err := os.MkdirAll(o.output, 0o755); err != nil {
			fmt.Fprintln(t.err, "nianbao: "+t.say.Say("fault.write", o.output, err.Error()))
			return exitFailed
		}
	}
	failed, found := 0, false
	place := folder{o.output, map[string]int{}}
	readAll(t, f.Args(), o.timeout, readReport, func(got outcome) {
		if got.err == nil {
			got.err = o.put(t, &place, got, names)
		}
		if got.err != nil {
			failed++
			complain(t, got.path, got.err)
			return
		}
		found = found || failsOn(got.report, o.failOn)
	})
	if f.NArg() > 1 && !o.quiet {
		fmt.Fprintln(t.err, t.say.Say("total", strconv.Itoa(f.NArg()), strconv.Itoa(f.NArg()-failed), strconv.Itoa(failed)))
	}
	if s := status(f.NArg(), failed); s != exitDone || !found {
		return s
	}
	return exitFindings
}

// put writes one report and prints its summary.
func (o *extractOptions) put(t terminal, place *folder, got outcome, names []string) error {
	all := formats(o.bom)
	if o.output == toStdout {
		w := bufio.NewWriter(t.out)
		return errors.Join(all[names[0]](w, got.report), w.Flush())
	}
	paths, err := write(place.name(got.path), got.report, names, all)
	if err != nil {
		return err
	}
	if !o.quiet {
		summarise(t, got.report, paths)
	}
	return nil
}

// failsOn reports whether the report has a finding of the severity or worse.
func failsOn(r *report.Report, severity string) bool {
	return slices.ContainsFunc(r.Findings, func(f checks.Finding) bool {
		return severity != "never" && (f.Severity == checks.Error || severity == "warning" && f.Severity == checks.Warning)
	})
}

// summarise prints what was read, for a person.
func summarise(t terminal, r *report.Report, paths []string) {
	unknown := t.say.Say("summary.unknown")
	or := func(s string) string {
		if s == "" || s == "0" {
			return unknown
		}
		return s
	}
	form := ""
	if r.Form != nil {
		form = *r.Form
	}
	fmt.Fprintln(t.out, t.say.Say("summary.head", r.Source.Name, or(r.Metadata.Agency), or(strconv.Itoa(r.Metadata.Year)), or(form)))
	for _, table := range r.Tables {
		if table.ID != "" {
			rows, cells, numbers := count(r.Facts, table.ID)
			fmt.Fprintln(t.out, t.say.Say("summary.table", t.say.Say("table."+table.ID), strconv.Itoa(rows), strconv.Itoa(cells), strconv.Itoa(numbers)))
		}
	}
	fmt.Fprintln(t.out, t.say.Say("summary.sections", strconv.Itoa(len(r.Sections)), strconv.Itoa(headings(r.Sections))))
	summariseFindings(t, r)
	for _, p := range paths {
		fmt.Fprintln(t.out, t.say.Say("summary.wrote", p))
	}
}

// shownFindings is how many findings the summary shows; check shows all.
const shownFindings = 5

func summariseFindings(t terminal, r *report.Report) {
	if len(r.Findings) == 0 {
		fmt.Fprintln(t.out, t.say.Say("summary.clean"))
		return
	}
	n := map[checks.Severity]int{}
	for _, f := range r.Findings {
		n[f.Severity]++
	}
	fmt.Fprintln(t.out, t.say.Say("summary.findings", strconv.Itoa(n[checks.Error]), strconv.Itoa(n[checks.Warning]), strconv.Itoa(n[checks.Notice])))
	for i, f := range r.Findings {
		if i == shownFindings {
			fmt.Fprintln(t.out, t.say.Say("summary.more", strconv.Itoa(len(r.Findings)-i)))
			break
		}
		fmt.Fprintln(t.out, "    "+f.Say(t.say))
	}
}

func count(facts []forms.Fact, table string) (rows, cells, numbers int) {
	seen := map[string]bool{}
	for _, f := range facts {
		if f.Table != table {
			continue
		}
		seen[f.Row] = true
		cells++
		if f.Value != nil {
			numbers++
		}
	}
	return len(seen), cells, numbers
}

func headings(sections []segment.Section) int {
	n := 0
	for _, s := range sections {
		n += 1 + headings(s.Sections)
	}
	return n
}
