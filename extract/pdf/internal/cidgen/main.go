//go:build ignore

// Command cidgen writes the tables of Adobe's character collections that
// package pdf embeds, from Adobe's own CMap resources as Debian's package
// poppler-data installs them.
//
// Goal: for each collection, the text of every CID, a line each, compressed;
// and in one small file, which CIDs each predefined CMap gives to ASCII.
// Non-goal: the other direction and the national character sets, which the
// package works out from these.
package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf16"
)

// collection is one of Adobe's: its CMap of Unicode, and the names, without -H,
// of those predefined CMaps whose ASCII is listed.
type collection struct {
	name, unicode string
	cmaps         []string
}

var collections = []collection{
	{"GB1", "UniGB-UTF16", []string{"GB-EUC", "GBpc-EUC", "GBK-EUC", "GBKp-EUC", "GBK2K", "UniGB-UCS2", "UniGB-UTF8", "UniGB-UTF16", "UniGB-UTF32"}},
	{"CNS1", "UniCNS-UTF16", []string{"B5pc", "ETen-B5", "ETenms-B5", "HKscs-B5", "UniCNS-UCS2", "UniCNS-UTF8", "UniCNS-UTF16", "UniCNS-UTF32"}},
	{"Japan1", "UniJIS-UTF16", []string{"83pv-RKSJ", "90ms-RKSJ", "90msp-RKSJ", "90pv-RKSJ", "Add-RKSJ", "Ext-RKSJ", "EUC",
		"UniJIS-UCS2", "UniJIS-UCS2-HW", "UniJIS-UTF8", "UniJIS-UTF16", "UniJIS-UTF32", "UniJIS2004-UTF8", "UniJIS2004-UTF16", "UniJIS2004-UTF32"}},
	{"Korea1", "UniKS-UTF16", []string{"KSC-EUC", "KSCms-UHC", "KSCms-UHC-HW", "KSCpc-EUC", "UniKS-UCS2", "UniKS-UTF8", "UniKS-UTF16", "UniKS-UTF32"}},
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: cidgen CMAPS DATA")
	}
	if err := generate(os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

func generate(from, to string) error {
	var latin bytes.Buffer
	for _, c := range collections {
		r := resources{filepath.Join(from, "Adobe-"+c.name)}
		text, err := r.texts(c)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, "adobe-"+strings.ToLower(c.name)+".txt.gz"), text, 0o644); err != nil {
			return err
		}
		for _, name := range c.cmaps {
			m, err := r.read(name + "-H")
			if err != nil {
				return err
			}
			fmt.Fprintln(&latin, name, c.name, m.cids[' '], m.cids['!'])
		}
	}
	return os.WriteFile(filepath.Join(to, "latin.txt"), latin.Bytes(), 0o644)
}

// texts gives the text of every CID from 0 on, compressed. Adobe's table of texts
// lacks the later characters and shows some of ASCII by accents that look alike;
// there the CMap of Unicode is followed, by its lowest code for a CID.
func (r resources) texts(c collection) ([]byte, error) {
	m, err := r.read("Adobe-" + c.name + "-UCS2")
	if err != nil {
		return nil, err
	}
	unicode, err := r.read(c.unicode + "-H")
	if err != nil {
		return nil, err
	}
	for _, code := range slices.Sorted(maps.Keys(unicode.cids)) {
		cid := unicode.cids[code]
		if text := m.texts[cid]; text == "" || strings.Contains(text, "\ufffd") || code >= ' ' && code <= '~' {
			m.texts[cid] = character(code)
		}
	}
	var last uint32
	for cid := range m.texts {
		last = max(last, cid)
	}
	lines := make([]string, last+1)
	for cid, text := range m.texts {
		if !strings.ContainsAny(text, "\n\ufffd") {
			lines[cid] = text
		}
	}
	return compress(strings.Join(lines, "\n"))
}

// character is that of a code of UTF-16, of one unit or two.
func character(code uint32) string {
	if code > 0xffff {
		return string(utf16.DecodeRune(rune(code>>16), rune(code&0xffff)))
	}
	return string(rune(code))
}

func compress(s string) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write([]byte(s)); err != nil {
		return nil, err
	}
	err = w.Close()
	return slices.Clip(b.Bytes()), err
}
