package text

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	xunicode "golang.org/x/text/encoding/unicode"

	"nianbao/page"
)

const sample = "云溪县人民政府2021年报告\n一、总体情况\n新收申请 12 件，答复 11 件。\n"

func TestDecode(t *testing.T) {
	encode := func(e interface{ Bytes([]byte) ([]byte, error) }) []byte {
		out, err := e.Bytes([]byte(sample))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for name, data := range map[string][]byte{
		"UTF-8":              []byte(sample),
		"UTF-8 with BOM":     []byte("\xef\xbb\xbf" + sample),
		"GB18030":            encode(simplifiedchinese.GB18030.NewEncoder()),
		"UTF-16 LE with BOM": encode(xunicode.UTF16(xunicode.LittleEndian, xunicode.UseBOM).NewEncoder()),
		"UTF-16 BE with BOM": encode(xunicode.UTF16(xunicode.BigEndian, xunicode.UseBOM).NewEncoder()),
		"UTF-16 LE":          encode(xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM).NewEncoder()),
		"UTF-16 BE":          encode(xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM).NewEncoder()),
	} {
		if got, err := Decode(data); err != nil || got != sample {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		code page.Code
	}{
		"nothing":              {"", page.FaultEmpty},
		"white space":          {" \r\n\u3000\n", page.FaultEmpty},
		"bytes of no encoding": {"一、总体情况\n\xff\xfe\xfa\xc3(\xe4", page.FaultEncoding},
		"a NUL":                {"一、总体情况\n\x00", page.FaultEncoding},
		"too much":             {strings.Repeat("字", MaxBytes), page.FaultTooLarge},
	} {
		_, err := Read([]byte(c.data))
		var fault *page.Fault
		if !errors.As(err, &fault) || fault.Code != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

func TestLines(t *testing.T) {
	doc, err := Read([]byte("标题\r\n\r\n　　第一段\r\n甲\t1\t\r\n\f第二页\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []page.Line{
		{Text: "标题", Number: 1, Page: 1},
		{Text: "　　第一段", Number: 3, Page: 1, Gap: true},
		{Text: "甲\t1\t", Number: 4, Page: 1},
		{Text: "第二页", Number: 5, Page: 2, Gap: true},
	}
	if len(doc.Lines) != len(want) {
		t.Fatalf("%d lines, want %d: %+v", len(doc.Lines), len(want), doc.Lines)
	}
	for i, w := range want {
		if doc.Lines[i] != w {
			t.Errorf("line %d: %+v, want %+v", i, doc.Lines[i], w)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("\xff\xfea\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read(data)
		if err != nil {
			return
		}
		for _, l := range doc.Lines {
			if !utf8.ValidString(l.Text) || strings.ContainsAny(l.Text, "\n\r") {
				t.Fatalf("line %d: %q", l.Number, l.Text)
			}
		}
	})
}
