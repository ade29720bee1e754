package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/pflag"

	"nianbao/internal/catalogue"
)

// fileTimeout is how long one file may take. The largest real reports take a
// fraction of a second; what takes a hundred times as long never ends.
const fileTimeout = 60 * time.Second

// common are the options that every verb over files has.
type common struct {
	lang    string
	timeout time.Duration
	help    bool
}

// AddFlags adds the options to a set.
func (c *common) AddFlags(f *pflag.FlagSet, say catalogue.Speaker) {
	f.StringVar(&c.lang, "lang", "", say.Say("flag.lang"))
	f.DurationVar(&c.timeout, "timeout", fileTimeout, say.Say("flag.timeout"))
	f.BoolVarP(&c.help, "help", "h", false, say.Say("flag.help"))
}

// parse reads the arguments of a verb. done is set where there is nothing more
// to do, with the exit status.
func parse(t terminal, verb string, f *pflag.FlagSet, c *common, args []string) (status int, done bool) {
	f.SortFlags = false
	f.SetOutput(t.err)
	f.Usage = func() {}
	err := f.Parse(args)
	switch {
	case c.help || errors.Is(err, pflag.ErrHelp):
		fmt.Fprint(t.out, t.say.Say("help."+verb, f.FlagUsages()))
		return exitDone, true
	case err != nil:
		fmt.Fprintln(t.err, "nianbao: "+t.say.Say("usage.error", err.Error(), verb))
		return exitUsage, true
	case f.NArg() == 0:
		fmt.Fprintln(t.err, "nianbao: "+t.say.Say("usage.nofile", verb))
		return exitUsage, true
	}
	return exitDone, false
}
