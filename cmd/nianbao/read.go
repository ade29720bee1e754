package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"nianbao/export"
	"nianbao/extract"
	"nianbao/internal/catalogue"
	"nianbao/page"
	"nianbao/report"
)

// outcome is what became of one file.
type outcome struct {
	path   string
	report *report.Report
	err    error
}

// readAll reads files on all processors and hands the outcomes over in the
// order of the files. At most a few outcomes wait at a time, so that memory
// does not grow with their number.
func readAll(t terminal, paths []string, timeout time.Duration, read func(context.Context, string) (*report.Report, error), use func(outcome)) {
	workers := min(runtime.GOMAXPROCS(0), len(paths))
	slots := make([]chan outcome, len(paths))
	for i := range slots {
		slots[i] = make(chan outcome, 1)
	}
	room := make(chan struct{}, 2*workers)
	next := make(chan int)
	go func() {
		for i := range paths {
			room <- struct{}{}
			next <- i
		}
		close(next)
	}()
	for range workers {
		go func() {
			for i := range next {
				slots[i] <- readOne(paths[i], timeout, read)
			}
		}()
	}
	bar := progress(t, len(paths))
	for i := range slots {
		use(<-slots[i])
		<-room
		bar()
	}
}

// readOne reads one file. A panic in a reader is a fault of the file, not of
// the run.
func readOne(path string, timeout time.Duration, read func(context.Context, string) (*report.Report, error)) (out outcome) {
	out.path = path
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	defer func() {
		if p := recover(); p != nil {
			out.err = &page.Fault{Code: page.FaultDamaged, Detail: fmt.Sprint(p)}
		}
	}()
	out.report, out.err = read(ctx, path)
	return out
}

// readReport reads a published report.
func readReport(ctx context.Context, path string) (*report.Report, error) {
	data, err := load(path)
	if err != nil {
		return nil, err
	}
	return assemble(ctx, path, data)
}

func assemble(ctx context.Context, path string, data []byte) (*report.Report, error) {
	doc, err := extract.Read(ctx, path, data)
	if err != nil {
		return nil, err
	}
	return report.Assemble(doc)
}

// readEither reads a published report, or the JSON that extract wrote of one.
func readEither(ctx context.Context, path string) (*report.Report, error) {
	data, err := load(path)
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(bytes.TrimLeft(data, " \r\n\t"), []byte("{")) {
		r, err := export.ReadJSON(bytes.NewReader(data))
		if err != nil {
			return nil, &page.Fault{Code: "schema", Detail: err.Error(), Err: err}
		}
		return r, nil
	}
	return assemble(ctx, path, data)
}

// load reads a file whole, within the limit.
func load(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, extract.MaxBytes+1))
	if err == nil && len(data) > extract.MaxBytes {
		err = &page.Fault{Code: page.FaultTooLarge, Detail: fmt.Sprintf("> %d MiB", extract.MaxBytes>>20)}
	}
	return data, err
}

// complain prints the one line of a file that could not be read.
func complain(t terminal, path string, err error) {
	fmt.Fprintf(t.err, "nianbao: %s: %s\n", path, explain(t.say, err))
}

func explain(say catalogue.Speaker, err error) string {
	var fault *page.Fault
	if !errors.As(err, &fault) {
		var at *os.PathError
		if errors.As(err, &at) {
			err = at.Err
		}
		return say.Say("fault.open", err.Error())
	}
	detail := fault.Detail
	if catalogue.Has(detail) {
		detail = say.Say(detail, fault.Args...)
	}
	number := strconv.Itoa(fault.Page)
	text := say.Say("fault."+string(fault.Code), detail, number)
	if fault.Page > 0 && fault.Code != page.FaultGarbled {
		text = say.Say("fault.page", number, text)
	}
	return strings.ReplaceAll(text, "\n", " ")
}

// progress shows how far a run is, on a terminal and for more than one file.
func progress(t terminal, total int) (step func()) {
	f, ok := t.err.(*os.File)
	if !ok || total < 2 || !term.IsTerminal(int(f.Fd())) {
		return func() {}
	}
	bar := progressbar.NewOptions(total, progressbar.OptionSetWriter(f), progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())
	return func() { _ = bar.Add(1) } // a bar that cannot be drawn is no reason to stop
}

// status is the exit status of a run over files.
func status(total, failed int) int {
	switch failed {
	case 0:
		return exitDone
	case total:
		return exitFailed
	}
	return exitSome
}

// stem is the base name of a file without its extension.
func stem(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}
