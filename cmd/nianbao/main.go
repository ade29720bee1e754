// Command nianbao turns published annual reports on government-information
// disclosure (政府信息公开工作年度报告) into data: extract writes the numbers,
// the prose and the findings of a report; check lists the findings alone.
//
// Goal: one command, one clear line for every file that cannot be read, and
// documented exit statuses. Non-goal: work; that is done by the packages.
package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"nianbao/internal/catalogue"
)

// Exit statuses, the same for every verb.
const (
	exitDone     = 0
	exitFailed   = 1
	exitUsage    = 2
	exitSome     = 3 // some inputs failed, the rest is done
	exitFindings = 4 // done, with findings of the severity asked for
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr, os.Getenv))
}

// terminal is where a verb speaks: its output, its messages, and in which
// language.
type terminal struct {
	out, err io.Writer
	say      catalogue.Speaker
}

// verbs are the commands, by name.
var verbs = map[string]func(terminal, []string) int{
	"extract": runExtract,
	"check":   runCheck,
	"text":    runText,
}

func run(args []string, out, errs io.Writer, env func(string) string) int {
	t := terminal{out, errs, speaker(args, env)}
	if len(args) == 0 {
		fmt.Fprint(errs, t.say.Say("help.main"))
		return exitUsage
	}
	switch args[0] {
	case "-h", "--help", "help":
		fmt.Fprint(out, t.say.Say("help.main"))
		return exitDone
	case "version", "--version":
		fmt.Fprintln(out, "nianbao", version())
		return exitDone
	}
	verb, ok := verbs[args[0]]
	if !ok {
		fmt.Fprintln(errs, "nianbao: "+t.say.Say("usage.unknown", args[0], "extract, check, text, version"))
		return exitUsage
	}
	return verb(t, args[1:])
}

// speaker finds the language before flags are parsed, so that messages about
// the flags are in it too.
func speaker(args []string, env func(string) string) catalogue.Speaker {
	for i, a := range args {
		if v, ok := strings.CutPrefix(a, "--lang="); ok {
			return catalogue.ForLocale(v)
		}
		if a == "--lang" && i+1 < len(args) {
			return catalogue.ForLocale(args[i+1])
		}
	}
	return catalogue.ForLocale(env("LC_ALL"), env("LC_MESSAGES"), env("LANG"))
}

// version is the module's version as the Go toolchain stamped it.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "devel"
}
