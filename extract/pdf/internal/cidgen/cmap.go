//go:build ignore

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"unicode/utf16"
)

// resources is a folder of CMap resources.
type resources struct{ folder string }

// cmap is what a CMap says: CIDs by code, or texts by CID.
type cmap struct {
	cids  map[uint32]uint32
	texts map[uint32]string
}

var (
	sections = regexp.MustCompile(`(?s)begin(cidrange|cidchar|bfrange|bfchar)\s(.*?)end`)
	usecmap  = regexp.MustCompile(`/(\S+)\s+usecmap`)
	entries  = map[string]*regexp.Regexp{
		"cidrange": regexp.MustCompile(`<(\w+)>\s*<(\w+)>\s*(\d+)`),
		"cidchar":  regexp.MustCompile(`<(\w+)>()\s*(\d+)`),
		"bfrange":  regexp.MustCompile(`<(\w+)>\s*<(\w+)>\s*<(\w+)>`),
		"bfchar":   regexp.MustCompile(`<(\w+)>()\s*<(\w+)>`),
	}
)

// read reads a CMap and the one that it builds on. These resources are regular:
// every code is hexadecimal, and no range has a list.
func (r resources) read(name string) (cmap, error) {
	m := cmap{map[uint32]uint32{}, map[uint32]string{}}
	data, err := os.ReadFile(filepath.Join(r.folder, name))
	if err != nil {
		return m, err
	}
	if use := usecmap.FindSubmatch(data); use != nil {
		if m, err = r.read(string(use[1])); err != nil {
			return m, err
		}
	}
	for _, section := range sections.FindAllSubmatch(data, -1) {
		kind := string(section[1])
		for _, e := range entries[kind].FindAllSubmatch(section[2], -1) {
			low, high := number(e[1], 16), number(e[2], 16)
			for code := low; code <= max(low, high); code++ {
				if kind[0] == 'c' {
					m.cids[code] = number(e[3], 10) + code - low
				} else {
					m.texts[code] = text(e[3], code-low)
				}
			}
		}
	}
	return m, nil
}

func number(digits []byte, base int) uint32 {
	v, err := strconv.ParseUint(string(digits), base, 32)
	if err != nil {
		return 0
	}
	return uint32(v)
}

// text reads hexadecimal UTF-16, its last unit counted up by more.
func text(digits []byte, more uint32) string {
	var units []uint16
	for i := 0; i+4 <= len(digits); i += 4 {
		units = append(units, uint16(number(digits[i:i+4], 16)))
	}
	if n := len(units); n > 0 {
		units[n-1] += uint16(more)
	}
	return string(utf16.Decode(units))
}
