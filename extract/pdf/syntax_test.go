package pdf

import (
	"bytes"
	"encoding/ascii85"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// tokens writes down what a lexer finds.
func tokens(data string) string {
	l := &lexer{data: []byte(data)}
	var out []string
	for {
		switch l.next() {
		case tokEOF:
			return strings.Join(out, " ")
		case tokNumber:
			out = append(out, fmt.Sprint(l.num))
		case tokName:
			out = append(out, "/"+string(l.text))
		case tokString:
			out = append(out, fmt.Sprintf("%q", l.text))
		case tokWord:
			out = append(out, string(l.text))
		case tokArrayOpen:
			out = append(out, "[")
		case tokArrayClose:
			out = append(out, "]")
		case tokDictOpen:
			out = append(out, "<<")
		case tokDictClose:
			out = append(out, ">>")
		}
	}
}

func TestLexer(t *testing.T) {
	for in, want := range map[string]string{
		"1 -2 +3 .5 -.25 4. 00012":      "1 -2 3 0.5 -0.25 4 12",
		"--5 1.2.3 12-3 - . 0.1":        "-5 1.2 12 0 0 0.1",
		"123456789012345678901234":      "1.2345678901234568e+17",
		"1 0 0 1 0 842cm":               "1 0 0 1 0 842 cm",
		"/Name/A#42C /#zz /":            "/Name /ABC /#zz /",
		"(a(b)c) (\\(\\101\\n\\\nx\\q)": `"a(b)c" "(A\nxq"`,
		"(a\r\nb) (\\18)":               `"a\nb" "\x018"`,
		"<48 65 6C6> <>":                `"Hel` + "`" + `" ""`,
		"[(a)-3<62>]TJ":                 `[ "a" -3 "b" ] TJ`,
		"<</A[1]/B true>>":              "<< /A [ 1 ] /B true >>",
		"% note\rq%x\nQ":                "q Q",
		"T* f* ' \" BT":                 "T* f* ' \" BT",
		"(never closed":                 `"never closed"`,
		") > } x":                       "} x",
		"":                              "",
	} {
		if got := tokens(in); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestParserBounds(t *testing.T) {
	for _, open := range []string{"[", "<</A", "<</A["} {
		p := parser{lexer: lexer{data: []byte(strings.Repeat(open, 100000))}, file: &file{}}
		p.object() // must not exhaust the stack
	}
	p := parser{lexer: lexer{data: []byte("<< /A 1 /B [2 0 R 3 4 /C] /D << /E (x) /F >> endobj")}, file: &file{}}
	o := p.object()
	if o.key("A").int() != 1 || o.dict["B"].list[0].kind != kindReference || o.key("B").len() != 4 || o.key("D").key("E").bytes() != "x" {
		t.Errorf("object %+v", o)
	}
}

func TestReferenceLoops(t *testing.T) {
	f, err := open([]byte("%PDF-1.4\n1 0 obj << /Root 2 0 R >> endobj 2 0 obj 3 0 R endobj 3 0 obj 2 0 R endobj 4 0 obj << /Length 4 0 R >> stream\nabc\nendstream endobj"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if o := f.load(2, 0); o.get() != nil {
		t.Errorf("loop resolves to %+v", o.get())
	}
	if data, _ := f.decode(f.load(4, 0)); string(data) != "abc" {
		t.Errorf("stream %q", data)
	}
}

func TestFilters(t *testing.T) {
	plain := "the quick brown fox, the quick brown fox"
	for name, c := range map[string]struct{ filter, parms, data string }{
		"flate":      {"/FlateDecode", "", compress(plain)},
		"hex":        {"/ASCIIHexDecode", "", fmt.Sprintf("%x>", plain)},
		"ascii85":    {"/ASCII85Decode", "", pack85(plain)},
		"run length": {"/RunLengthDecode", "", "\x27" + plain + "\x80"},
		"chain":      {"[/AHx /Fl]", "", fmt.Sprintf("%x", compress(plain))},
		"png up":     {"/FlateDecode", "/DecodeParms << /Predictor 12 /Columns 8 >>", compress("\x00the quic\x02" + delta("the quic", "k brown ") + "\x01" + left("fox, the") + "\x00 quick b\x00rown fox")},
		"tiff":       {"/FlateDecode", "/DecodeParms << /Predictor 2 /Columns 40 >>", compress(left(plain))},
		"lzw":        {"/LZWDecode", "", packLZW(plain)},
	} {
		f, err := open([]byte("%PDF-1.4\n1 0 obj "+stream("/Filter "+c.filter+" "+c.parms, c.data)+" endobj"), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := f.decode(f.load(1, 0))
		if err != nil || !strings.HasPrefix(plain, strings.TrimRight(string(got), "\x00")) || len(got) < 35 {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func pack85(s string) string {
	var b strings.Builder
	w := ascii85.NewEncoder(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String() + "~>"
}

func delta(above, line string) string {
	out := []byte(line)
	for i := range out {
		out[i] -= above[i]
	}
	return string(out)
}

func left(line string) string {
	out := []byte(line)
	for i := len(out) - 1; i > 0; i-- {
		out[i] -= out[i-1]
	}
	return string(out)
}

// packLZW writes LZW data that never leave codes of nine bits.
func packLZW(s string) string {
	var b bytes.Buffer
	bits, have := 0, 0
	put := func(code int) {
		bits, have = bits<<9|code, have+9
		for ; have >= 8; have -= 8 {
			b.WriteByte(byte(bits >> (have - 8)))
		}
		bits &= 1<<have - 1
	}
	table := map[string]int{}
	word := ""
	code := func(w string) int {
		if len(w) == 1 {
			return int(w[0])
		}
		return table[w]
	}
	put(256)
	for _, c := range []byte(s) {
		if _, ok := table[word+string(rune(c))]; ok || word == "" {
			word += string(rune(c))
			continue
		}
		put(code(word))
		table[word+string(rune(c))] = 258 + len(table)
		word = string(rune(c))
	}
	put(code(word))
	put(257)
	put(0)
	return b.String()
}

func FuzzLexer(f *testing.F) {
	f.Add([]byte("q 1 0 0 -1 0 842 cm [(a)-3<62>]TJ BI /W 1 ID x EI (\\101) <</A/B>> BDC"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := &lexer{data: data}
		for last := -1; l.next() != tokEOF; {
			if l.pos <= last {
				t.Fatalf("stuck at %d", l.pos)
			}
			last = l.pos
		}
		p := parser{lexer: lexer{data: data}, file: &file{}}
		p.object()
		if at := afterImage(data, min(1, len(data))); at > len(data) {
			t.Fatal("past the end")
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add(onePage(hello, "", ""))
	f.Add(onePage("q 10 10 100 50 re W n 1 g 0 0 5 5 re f Q /X1 Do", "/XObject << /X1 6 0 R >>", "/Rotate 90", stream("/Subtype /Form /Filter /FlateDecode", compress(hello))))
	f.Add(onePage("BT /F2 9 Tf <00010002> Tj ET", "", "", "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /UniGB-UCS2-V /DescendantFonts [<< /W [1 [500] 2 3 400] /W2 [1 [-1000 500 880]] >>] /ToUnicode 7 0 R >>", stream("", toUnicode)))
	f.Add([]byte("%PDF-1.5\n6 0 obj " + stream("/Type /ObjStm /N 1 /First 4", "1 0 << /Type /Catalog >>") + " endobj trailer << /Root 1 0 R /Encrypt << /Filter /Standard /V 4 /R 6 /U (x) >> >>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read(t.Context(), data, Limits{Operators: 20000, Stream: 1 << 20, Inflated: 1 << 22, Pages: 50})
		if (doc == nil) == (err == nil) {
			t.Fatal("neither a document nor an error")
		}
		var bug runtime.Error
		if errors.As(err, &bug) {
			t.Fatal(bug)
		}
	})
}
