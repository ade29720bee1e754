package extract

import (
	"bytes"

	"nianbao/extract/text"
	"nianbao/page"
)

// magic lists what files of a kind begin with.
var magic = []struct {
	prefix string
	kind   page.Kind
}{
	{"PK\x03\x04", page.KindZip},
	{"PK\x05\x06", page.KindZip},
	{"\x1f\x8b", page.KindZip},
	{"Rar!", page.KindZip},
	{"7z\xbc\xaf", page.KindZip},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", page.KindOLE},
}

// headReach is how far into a file the header of a PDF is looked for: readers
// commonly accept it within the first kilobyte.
const headReach = 1024

// Kind finds the kind of a file from its content.
func Kind(data []byte) page.Kind {
	head := data[:min(len(data), headReach)]
	for _, m := range magic {
		if bytes.HasPrefix(data, []byte(m.prefix)) {
			return m.kind
		}
	}
	if bytes.Contains(head, []byte("%PDF-")) {
		return page.KindPDF
	}
	start := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"))
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<?xml"} {
		if bytes.HasPrefix(start, []byte(tag)) {
			return page.KindHTML
		}
	}
	if _, err := text.Decode(head[:len(head)&^1]); err != nil && binary(head) {
		return page.KindData
	}
	return page.KindText // or in no known encoding, which the reader locates
}

// binary reports whether more of the head is control characters than a stray one
// in a text could explain.
func binary(head []byte) bool {
	control := 0
	for _, c := range head {
		if c < ' ' && c != 0 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' {
			control++
		}
	}
	return control*10 > len(head)
}
