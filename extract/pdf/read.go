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

	"nianbao/page"
)

// Read takes in every page of a PDF file. The document has its Pages filled
// and nothing else. An error is a *page.Fault, or the context's error where the
// caller gave up; a passed deadline is a fault that wraps the context's error.
func Read(ctx context.Context, data []byte, lim Limits) (doc *page.Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, damaged(0, r)
		}
	}()
	f, err := open(data, lim)
	if err != nil {
		return nil, err
	}
	leaves, err := f.pages(ctx)
	if err != nil {
		return nil, located(err, 0)
	}
	doc = &page.Document{Pages: make([]page.Page, len(leaves))}
	for i, leaf := range leaves {
		if err := f.readPage(ctx, leaf, i+1, &doc.Pages[i]); err != nil {
			return nil, located(err, i+1)
		}
	}
	return doc, nil
}

// readPage reads one page; a panic below is a fault of that page.
func (f *file) readPage(ctx context.Context, leaf leaf, number int, out *page.Page) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = damaged(number, r)
		}
	}()
	if err := ctx.Err(); err != nil {
		return err
	}
	*out = page.Page{Number: number, Width: leaf.width, Height: leaf.height}
	in := newInterpreter(ctx, f, leaf, out)
	if err := in.page(); err != nil {
		return err
	}
	in.finish()
	return nil
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
