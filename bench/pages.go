//go:build ignore

// Command pages reads every page of a PDF file with package extract/pdf, one
// after another, and prints how many there were and the peak of its memory.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"runtime/pprof"
	"syscall"

	"nianbao/extract/pdf"
)

func main() {
	log.SetFlags(0)
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	if len(os.Args) > 2 { // a profile is wanted
		f, err := os.Create(os.Args[2])
		if err != nil {
			log.Fatal(err)
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			log.Fatal(err)
		}
		defer pprof.StopCPUProfile()
	}
	pages, glyphs := 0, 0
	for p, err := range pdf.Pages(context.Background(), data, pdf.Limits{}) {
		if err != nil {
			log.Fatal(err)
		}
		pages++
		glyphs += len(p.Glyphs)
	}
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		log.Fatal(err)
	}
	fmt.Println(pages, "pages", glyphs, "glyphs", use.Maxrss>>10, "MiB at most")
}
