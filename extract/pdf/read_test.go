package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"nianbao/page"
)

const hello = "BT /F1 10 Tf 20 50 Td (Hello 12) Tj ET"

func TestReadText(t *testing.T) {
	p := mustRead(t, onePage(hello, "", ""))
	if got := shown(p, page.InkVisible); got != "Hello 12" {
		t.Errorf("text %q", got)
	}
	if p.Verdict != page.VerdictText || p.Width != 200 || p.Height != 100 || p.Number != 1 {
		t.Errorf("page %+v", p)
	}
	h := p.Glyphs[0]
	if h.X != 20 || h.Y != 50 || h.Size != 10 || h.Font != "Helvetica" {
		t.Errorf("glyph %+v", h)
	}
	wantBox(t, "H", h.Box, page.Box{X0: 20, Y0: 50 - 8.8, X1: 27.22, Y1: 51.2})
}

func TestReadRepairs(t *testing.T) {
	good := onePage(hello, "", "")
	brokenTable := bytes.ReplaceAll(good, []byte("00000 n"), []byte("00001 n"))
	brokenTable = bytes.ReplaceAll(brokenTable, []byte("0000000"), []byte("0000099"))
	cases := map[string][]byte{
		"junk before":        append(bytes.Repeat([]byte("junk\n"), 140), good...),
		"junk after":         append(bytes.Clone(good), bytes.Repeat([]byte{0, 7, 'x'}, 500)...),
		"broken table":       brokenTable,
		"no table":           good[:bytes.Index(good, []byte("xref"))],
		"no catalogue":       bytes.Replace(good[:bytes.Index(good, []byte("xref"))], []byte("/Catalog"), []byte("/Cotalog"), 1),
		"length too short":   bytes.Replace(good, []byte("/Length 38"), []byte("/Length 11"), 1),
		"length too long":    bytes.Replace(good, []byte("/Length 38"), []byte("/Length 9999"), 1),
		"length missing":     bytes.Replace(good, []byte("/Length 38"), []byte("/Langth 38"), 1),
		"version 2.0":        bytes.Replace(good, []byte("%PDF-1.7"), []byte("%PDF-2.0"), 1),
		"no line after head": bytes.Replace(good, []byte("%PDF-1.7\n"), []byte("%PDF-1.7 "), 1),
		"no endobj":          bytes.ReplaceAll(good, []byte("endobj"), nil),
		"huge size":          bytes.Replace(good, []byte("/Size 6"), []byte("/Size 99999999999"), 1),
		"previous is itself": bytes.Replace(good, []byte("/Size 6"), []byte("/Size 6 /Prev 600"), 1),
	}
	for name, data := range cases {
		t.Run(name, func(t *testing.T) {
			if got := shown(mustRead(t, data), page.InkVisible); got != "Hello 12" {
				t.Errorf("text %q", got)
			}
		})
	}
}

func TestReadLastDefinitionWins(t *testing.T) {
	data := onePage(hello, "", "")
	data = append(data, "4 0 obj\n"+stream("", "BT /F1 10 Tf 20 50 Td (new) Tj ET")+"\nendobj\n"...)
	if got := shown(mustRead(t, data), page.InkVisible); got != "new" {
		t.Errorf("text %q", got)
	}
}

func TestReadFaults(t *testing.T) {
	tree := func(kids string) []byte {
		return build("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids ["+kids+"] /Count 1000000 >>")
	}
	short := compress(strings.Repeat(hello+"\n", 50))
	cases := []struct {
		name string
		data []byte
		code page.Code
		page int
	}{
		{"empty", nil, page.FaultDamaged, 0},
		{"not a pdf", []byte("<html>obj 1 0 objx</html>"), page.FaultDamaged, 0},
		{"tree loop", tree("2 0 R"), page.FaultDamaged, 0},
		{"missing page", tree("9 0 R"), page.FaultDamaged, 1},
		{"missing content", bytes.Replace(onePage(hello, "", ""), []byte("/Contents 4"), []byte("/Contents 8"), 1), page.FaultDamaged, 1},
		{"no page tree", build("<< /Type /X >>", "<< /Type /Page /MediaBox [0 0 9 9] >>"), page.FaultDamaged, 0},
		{"cut content", withContent(stream("/Filter /FlateDecode", short[:len(short)/2])), page.FaultDamaged, 1},
		{"changed content", withContent(stream("/Filter /FlateDecode", short[:len(short)-1]+"x")), page.FaultDamaged, 1},
		{"unknown handler", bytes.Replace(onePage(hello, "", ""), []byte("/Root"), []byte("/Encrypt << /Filter /Other >> /Root"), 1), page.FaultEncrypted, 0},
		{"password", bytes.Replace(onePage(hello, "", ""), []byte("/Root"), []byte("/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P -4 >> /Root"), 1), page.FaultEncrypted, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(context.Background(), c.data, Limits{})
			var fault *page.Fault
			if !errors.As(err, &fault) || fault.Code != c.code || fault.Page != c.page {
				t.Errorf("error %v, want %s on page %d", err, c.code, c.page)
			}
		})
	}
}

// compress is zlib data.
func compress(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String()
}

// withContent is a page whose content stream is given whole.
func withContent(object string) []byte {
	return build("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] >>",
		"<< /Type /Page /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>", object, helvetica)
}

func TestReadLimits(t *testing.T) {
	pages := build("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R] >>", "<< /Type /Page >>", "<< /Type /Page >>")
	many := onePage(strings.Repeat("q Q ", 10000), "", "")
	for name, c := range map[string]struct {
		data []byte
		lim  Limits
	}{
		"pages":     {pages, Limits{Pages: 1}},
		"operators": {many, Limits{Operators: 5000}},
		"stream":    {withContent(stream("/Filter [/FlateDecode /FlateDecode]", compress(compress(strings.Repeat(" ", 1<<20))))), Limits{Stream: 1 << 19}},
		"inflated":  {onePage(strings.Repeat(" ", 5000), "", ""), Limits{Inflated: 4000}},
	} {
		_, err := Read(context.Background(), c.data, c.lim)
		var fault *page.Fault
		if !errors.As(err, &fault) || fault.Code != page.FaultTooLarge {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestReadStopsAtDeadline(t *testing.T) {
	data := onePage(strings.Repeat("q Q ", 1<<20), "", "")
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
	defer cancel()
	_, err := Read(ctx, data, Limits{})
	var fault *page.Fault
	if !errors.As(err, &fault) || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
	ctx2, cancel2 := context.WithCancel(context.Background())
	cancel2()
	if _, err := Read(ctx2, data, Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestReadObjectStream(t *testing.T) {
	members := "2 0 3 47 << /Type /Pages /Kids [3 0 R] /Count 1 >>          << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
	first := strings.Index(members, "<<")
	second := strings.LastIndex(members, "<< /Type /Page ") - first
	members = strings.Replace(members, "3 47", fmt.Sprintf("3 %d", second), 1)
	data := []byte("%PDF-1.5\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n" +
		"4 0 obj " + stream("", hello) + " endobj\n5 0 obj " + helvetica + " endobj\n" +
		"6 0 obj " + stream(fmt.Sprintf("/Type /ObjStm /N 2 /First %d /Filter /FlateDecode", first), compress(members)) + " endobj\n" +
		"7 0 obj " + stream("/Type /XRef /Root 1 0 R /Size 8 /W [1 2 1]", "") + " endobj\n")
	if got := shown(mustRead(t, data), page.InkVisible); got != "Hello 12" {
		t.Errorf("text %q", got)
	}
	loop := bytes.ReplaceAll(data, []byte("/Length "), []byte("/Length 2 0 R /L "))
	if got := shown(mustRead(t, loop), page.InkVisible); got != "Hello 12" {
		t.Errorf("with lengths in the stream itself: text %q", got)
	}
}

func TestPageGeometry(t *testing.T) {
	for _, c := range []struct {
		attributes    string
		width, height float64
		x, y          float64
		angle         int16
	}{
		{"", 200, 100, 20, 50, 0},
		{"/Rotate 90", 100, 200, 50, 20, 90},
		{"/Rotate 180", 200, 100, 180, 50, 180},
		{"/Rotate -90", 100, 200, 50, 180, -90},
		{"/CropBox [10 20 110 90]", 100, 70, 10, 40, 0},
		{"/CropBox [500 500 600 600]", 200, 100, 20, 50, 0},
		{"/UserUnit 2", 400, 200, 40, 100, 0},
	} {
		p := mustRead(t, onePage(hello, "", c.attributes))
		g := p.Glyphs[0]
		if p.Width != c.width || p.Height != c.height || !close2(g.X, c.x) || !close2(g.Y, c.y) || g.Angle != c.angle {
			t.Errorf("%q: %v by %v, glyph at %v %v angle %d", c.attributes, p.Width, p.Height, g.X, g.Y, g.Angle)
		}
	}
}
