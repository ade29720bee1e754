package pdf

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"nianbao/page"
)

// build writes a PDF file: objects are numbered from 1, and 1 is the catalogue.
func build(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

// stream writes a stream object; extra goes into its dictionary.
func stream(extra, data string) string {
	return fmt.Sprintf("<< /Length %d %s >>\nstream\n%s\nendstream", len(data), extra, data)
}

const helvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"

// onePage writes a file of one page of 200 by 100 points. Objects 1 to 4 are
// the catalogue, the page tree, the page and its content; font F1 is Helvetica
// and more objects are numbered from 6.
func onePage(content, resources, attributes string, more ...string) []byte {
	return build(append([]string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R " + attributes +
			" /Resources << /Font << /F1 5 0 R /F2 6 0 R >> " + resources + " >> >>",
		stream("", content),
		helvetica,
	}, more...)...)
}

// mustRead reads a file of one page.
func mustRead(t *testing.T, data []byte) page.Page {
	t.Helper()
	doc, err := Read(context.Background(), data, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return doc.Pages[0]
}

// shown is the text of the glyphs of one kind of ink.
func shown(p page.Page, ink page.Ink) string {
	var b strings.Builder
	for _, g := range p.Glyphs {
		if g.Ink == ink {
			b.WriteString(g.Text)
		}
	}
	return b.String()
}

func close2(a, b float64) bool { return math.Abs(a-b) < 0.01 }

func wantBox(t *testing.T, what string, got, want page.Box) {
	t.Helper()
	if !close2(got.X0, want.X0) || !close2(got.Y0, want.Y0) || !close2(got.X1, want.X1) || !close2(got.Y1, want.Y1) {
		t.Errorf("%s: box %v, want %v", what, got, want)
	}
}
