// Package text reads plain-text reports: it finds the encoding and gives the
// lines.
//
// Goal: every character as it was meant, or a located refusal. Non-goal: what
// the lines are; tables in text are told apart by package forms.
package text

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	xunicode "golang.org/x/text/encoding/unicode"

	"nianbao/page"
)

// MaxBytes is the largest text that is read: a report is some ten kilobytes, a
// hundred reports in one file would still fit.
const MaxBytes = 4 << 20

// Read decodes a text file. Errors are *page.Fault.
func Read(data []byte) (*page.Document, error) {
	if len(data) > MaxBytes {
		return nil, &page.Fault{Code: page.FaultTooLarge, Detail: fmt.Sprintf("%d bytes of text, at most %d", len(data), MaxBytes)}
	}
	s, err := Decode(data)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(s) == "" {
		return nil, &page.Fault{Code: page.FaultEmpty}
	}
	return &page.Document{Lines: lines(s)}, nil
}

// Decode gives the text of a file in UTF-8 (with or without BOM), UTF-16 (by
// BOM, or where taken so it is plain Chinese) or GB18030, which holds GBK and
// GB 2312.
func Decode(data []byte) (string, error) {
	if e := utf16Of(data); e != nil {
		out, err := e.NewDecoder().Bytes(data)
		if err != nil {
			return "", &page.Fault{Code: page.FaultEncoding, Detail: "UTF-16", Err: err}
		}
		return checked(string(out), "UTF-16")
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if utf8.Valid(data) {
		return checked(string(data), "UTF-8")
	}
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
		at := invalid(data)
		return "", &page.Fault{Code: page.FaultEncoding, Detail: fmt.Sprintf("byte %d (0x%02x) is neither UTF-8 nor GB18030", at, data[at])}
	}
	return checked(string(out), "GB18030")
}

// utf16Of tells UTF-16 by its BOM, or without one by what its units are.
func utf16Of(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return xunicode.UTF16(xunicode.LittleEndian, xunicode.UseBOM)
	case len(data) < 4 || len(data)%2 != 0:
	case plain(data, binary.LittleEndian):
		return xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM)
	case plain(data, binary.BigEndian):
		return xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM)
	}
	return nil
}

// plain reports whether the data, taken as 16-bit units, are Chinese text: Han
// and ASCII almost throughout, with line breaks or spaces between. In other
// encodings the units are scattered over the whole plane.
func plain(data []byte, order binary.ByteOrder) bool {
	const sample = 4096
	known, spaces, units := 0, 0, 0
	for i := 0; i+1 < min(len(data), sample); i += 2 {
		units++
		switch u := order.Uint16(data[i:]); {
		case u == '\n' || u == ' ':
			spaces++
			known++
		case u >= 0x4e00 && u <= 0x9fff, u >= ' ' && u <= '~', u >= 0x3000 && u <= 0x303f, u >= 0xff00 && u <= 0xffef, u == '\r', u == '\t':
			known++
		}
	}
	return spaces > 0 && known*100 >= units*95
}

// checked refuses text with control characters: it is no text.
func checked(s, name string) (string, error) {
	line := 1
	for _, r := range s {
		switch {
		case r == '\n':
			line++
		case unicode.IsControl(r) && !strings.ContainsRune("\t\r\f\v\u0085", r) || r == utf8.RuneError:
			return "", &page.Fault{Code: page.FaultEncoding, Detail: fmt.Sprintf("%s, line %d holds %U", name, line, r)}
		}
	}
	return s, nil
}

func invalid(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return 0
}

// lines splits a text; form feeds part pages. Blank lines are left out and
// leave their mark on the line that follows.
func lines(s string) []page.Line {
	var out []page.Line
	number, sheet, gap := 0, 1, false
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	pages := strings.Contains(s, "\f")
	for text := range strings.SplitSeq(s, "\n") {
		number++
		for strings.HasPrefix(text, "\f") {
			text = text[1:]
			sheet++
			gap = true
		}
		text = strings.ReplaceAll(text, "\f", " ")
		if strings.TrimSpace(text) == "" && !strings.Contains(text, "\t") {
			gap = true
			continue
		}
		l := page.Line{Text: text, Number: number, Gap: gap}
		if pages {
			l.Page = sheet
		}
		out = append(out, l)
		gap = false
	}
	return out
}
