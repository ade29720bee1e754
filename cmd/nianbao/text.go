package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/spf13/pflag"

	"nianbao/extract"
	"nianbao/extract/text"
	"nianbao/internal/catalogue"
	"nianbao/page"
)

// textOptions are the options of text.
type textOptions struct{ common }

// AddFlags adds the options to a set.
func (o *textOptions) AddFlags(f *pflag.FlagSet, say catalogue.Speaker) { o.common.AddFlags(f, say) }

func runText(t terminal, args []string) int {
	var o textOptions
	f := pflag.NewFlagSet("text", pflag.ContinueOnError)
	o.AddFlags(f, t.say)
	if status, done := parse(t, "text", f, &o.common, args); done {
		return status
	}
	w := bufio.NewWriter(t.out)
	failed := 0
	for _, path := range f.Args() {
		ctx, cancel := context.WithTimeout(context.Background(), o.timeout)
		err := printText(ctx, w, path)
		cancel()
		if err != nil {
			failed++
			complain(t, path, err)
		}
	}
	if err := w.Flush(); err != nil {
		fmt.Fprintln(t.err, "nianbao: "+t.say.Say("fault.write", "-", err.Error()))
		return exitFailed
	}
	return status(f.NArg(), failed)
}

// printText writes what a file says. A document that is refused for what its
// pages show is written all the same, for a person to see why.
func printText(ctx context.Context, w *bufio.Writer, path string) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &page.Fault{Code: page.FaultDamaged, Detail: fmt.Sprint(p)}
		}
	}()
	data, err := load(path)
	if err != nil {
		return err
	}
	if len(data) > 0 && extract.Kind(data) == page.KindText {
		s, err := text.Decode(data)
		_, fault := w.WriteString(s)
		return errors.Join(err, fault)
	}
	doc, err := extract.Read(ctx, path, data)
	if doc == nil {
		return err
	}
	for i := range doc.Pages {
		for _, line := range readingOrder(shown(&doc.Pages[i])) {
			fmt.Fprintln(w, line.Text)
		}
		fmt.Fprint(w, "\f")
	}
	return err
}

// shown are the glyphs to print of a page: those that are seen, or also those
// that are not on a page of recognised text, which lies unseen on or under the
// picture of a scan.
func shown(p *page.Page) []page.Glyph {
	seen := slices.ContainsFunc(p.Glyphs, func(g page.Glyph) bool { return g.Ink == page.InkVisible })
	if seen && p.Verdict != page.VerdictImage {
		return p.Glyphs
	}
	all := slices.Clone(p.Glyphs)
	for i := range all {
		if ink := all[i].Ink; ink == page.InkInvisible || ink == page.InkCovered {
			all[i].Ink = page.InkVisible
		}
	}
	return all
}

// readingOrder gives the lines of a page: the level ones, and after them those
// that run down the page, up it, or across it at a slant, each as a reader sees
// them who turns the page.
func readingOrder(glyphs []page.Glyph) []page.Line {
	ways := map[int][]page.Glyph{}
	for _, g := range glyphs {
		way := int(g.Angle)
		if g.Vertical {
			way += 90
		}
		if way != 0 {
			g = turned(g, way)
		}
		ways[way] = append(ways[way], g)
	}
	var lines []page.Line
	for _, way := range slices.SortedFunc(maps.Keys(ways), func(a, b int) int { return cmp.Or(cmp.Compare(a*a, b*b), a-b) }) {
		lines = append(lines, page.Lines(ways[way], 0)...)
	}
	return lines
}

// turned is the glyph on a page that is turned back by an angle in degrees.
func turned(g page.Glyph, angle int) page.Glyph {
	sin, cos := math.Sincos(float64(angle) * math.Pi / 180)
	x, y := g.Box.CentreX()*cos+g.Box.CentreY()*sin, g.Box.CentreY()*cos-g.Box.CentreX()*sin
	w := math.Abs(g.Box.Width()*cos) + math.Abs(g.Box.Height()*sin)
	if angle%90 != 0 {
		w = min(w, g.Size)
	}
	g.Box = page.Box{X0: x - w/2, Y0: y - g.Size/2, X1: x + w/2, Y1: y + g.Size/2}
	g.Angle = 0
	return g
}
