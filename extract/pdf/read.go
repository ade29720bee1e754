// Package pdf reads a PDF file into the marks that its pages show: glyphs with
// their exact origins, advances and Unicode text, drawn rules, fills and images.
//
// Goal: what a reader of the page sees, to a tenth of a point, from any file
// that viewers open; and a located fault, never a guess, where a file cannot be
// read. Text that is on the page but cannot be seen is kept and marked as such.
// Non-goal: rendering, writing, forms and signatures; finding words, lines or
// tables; recognising characters in pictures.
package pdf

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"nianbao/page"
)

// Read takes in every page of a PDF file. The document has its Pages filled
// and nothing else. An error is a *page.Fault, or the context's error where the
// caller gave up; a passed deadline is a fault that wraps the context's error.
func Read(ctx context.Context, data []byte, lim Limits) (*page.Document, error) {
	doc := &page.Document{}
	for p, err := range Pages(ctx, data, lim) {
		if err != nil {
			return nil, err
		}
		doc.Pages = append(doc.Pages, *p)
	}
	return doc, nil
}

// Pages gives the pages of a PDF file one after another, and holds none: memory
// does not grow with their number. The first error, as of Read, ends the pages.
func Pages(ctx context.Context, data []byte, lim Limits) iter.Seq2[*page.Page, error] {
	return func(yield func(*page.Page, error) bool) {
		f, leaves, err := openPages(ctx, data, lim)
		if err != nil {
			yield(nil, located(err, 0))
			return
		}
		for i, leaf := range leaves {
			p, err := f.readPage(ctx, leaf, i+1)
			if err != nil {
				yield(nil, located(err, i+1))
				return
			}
			if !yield(p, nil) {
				return
			}
			f.forget()
		}
	}
}

// openPages opens a file and finds its pages.
func openPages(ctx context.Context, data []byte, lim Limits) (f *file, leaves []leaf, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = damaged(0, r)
		}
	}()
	if f, err = open(data, lim); err != nil {
		return nil, nil, err
	}
	leaves, err = f.pages(ctx)
	return f, leaves, err
}

// readPage reads one page; a panic below is a fault of that page.
func (f *file) readPage(ctx context.Context, leaf leaf, number int) (out *page.Page, err error) {
	defer func() {
		if r := recover(); r != nil {
			out, err = nil, damaged(number, r)
		}
	}()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	out = &page.Page{Number: number, Width: leaf.width, Height: leaf.height}
	in := newInterpreter(ctx, f, leaf, out)
	if err := in.page(); err != nil {
		return nil, err
	}
	in.finish()
	return out, nil
}

func damaged(number int, found any) error {
	err, ok := found.(error)
	if !ok {
		err = fmt.Errorf("%v", found)
	}
	return &page.Fault{Code: page.FaultDamaged, Page: number, Err: err}
}

// located names the page of a fault that does not say it, and makes a fault of
// any other error.
func located(err error, number int) error {
	var fault *page.Fault
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, context.DeadlineExceeded):
		return &page.Fault{Code: page.FaultTooLarge, Page: number, Detail: "time", Err: err}
	case errors.As(err, &fault):
		if fault.Page == 0 {
			fault.Page = number
		}
		return fault
	}
	return &page.Fault{Code: page.FaultDamaged, Page: number, Err: err}
}
