// Package extract takes a published file in: it finds out what kind of file it
// is, picks the reader, and says in one located fault why a file cannot be read.
//
// Goal: every file ends as a document or as a *page.Fault, within its limits.
// Non-goal: meaning.
package extract

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"

	"nianbao/extract/pdf"
	"nianbao/extract/text"
	"nianbao/page"
)

// MaxBytes is the largest file that is read. Published reports with pictures
// on every page stay under a tenth of it.
const MaxBytes = 512 << 20

// Read reads the bytes of a file. name serves to name it; its kind is found
// from its content alone. Errors are *page.Fault.
func Read(ctx context.Context, name string, data []byte) (*page.Document, error) {
	if len(data) == 0 {
		return nil, &page.Fault{Code: page.FaultEmpty}
	}
	kind := Kind(data)
	var doc *page.Document
	var err error
	switch kind {
	case page.KindPDF:
		doc, err = pdf.Read(ctx, data, pdf.Limits{})
	case page.KindText:
		doc, err = text.Read(data)
	default:
		err = &page.Fault{Code: page.FaultKind, Detail: "kind." + string(kind)}
	}
	if errors.Is(err, context.DeadlineExceeded) {
		err = &page.Fault{Code: page.FaultTimeout, Detail: err.Error(), Err: err}
	}
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	doc.Source = page.Source{
		Name: filepath.Base(name), SHA256: hex.EncodeToString(sum[:]), Bytes: int64(len(data)),
		Kind: kind, Pages: len(doc.Pages), Reader: string(kind),
	}
	return doc, legible(doc)
}

// legible refuses a document of pages without text, and one with a page whose
// characters cannot be told: its numbers could not be trusted.
func legible(doc *page.Document) error {
	images, texts := 0, 0
	for _, p := range doc.Pages {
		switch p.Verdict {
		case page.VerdictGarbled:
			return &page.Fault{Code: page.FaultGarbled, Page: p.Number, Detail: sample(p)}
		case page.VerdictImage:
			images++
		case page.VerdictText, page.VerdictMixed:
			texts++
		}
	}
	switch {
	case len(doc.Pages) == 0 || texts > 0:
		return nil
	case images > 0:
		return &page.Fault{Code: page.FaultScan, Detail: fmt.Sprintf("%d/%d", images, len(doc.Pages))}
	default:
		return &page.Fault{Code: page.FaultEmpty}
	}
}

// sample gives the first characters of a page, for a message.
func sample(p page.Page) string {
	var b bytes.Buffer
	for i := 0; i < len(p.Glyphs) && i < 20; i++ {
		b.WriteString(p.Glyphs[i].Text)
	}
	return b.String()
}
