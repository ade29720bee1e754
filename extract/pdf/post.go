package pdf

import (
	"encoding/binary"
	"fmt"
	"strings"
)

// The first names of every post table of format 2 are those of the Macintosh,
// which are not in the table itself: of these, ASCII stands in its own order.
const (
	macNames  = 258
	macSpace  = 3
	macTilde  = macSpace + '~' - ' '
	postIndex = 34 // where the index of names begins
)

// parseNames reads the glyph names of a post table of format 2.
func (p *program) parseNames(table []byte) {
	if len(table) < postIndex || binary.BigEndian.Uint32(table) != 0x20000 {
		return
	}
	count := min(int(binary.BigEndian.Uint16(table[postIndex-2:])), (len(table)-postIndex)/2)
	var names []string
	for rest := table[postIndex+2*count:]; len(rest) > 0 && len(rest) > int(rest[0]); rest = rest[1+int(rest[0]):] {
		names = append(names, string(rest[1:1+int(rest[0])]))
	}
	for gid := range count {
		switch i := int(binary.BigEndian.Uint16(table[postIndex+2*gid:])); {
		case i >= macSpace && i <= macTilde:
			p.names[uint16(gid)] = fmt.Sprintf("uni%04X", ' '+i-macSpace)
		case i >= macNames && i-macNames < len(names) && !strings.HasPrefix(names[i-macNames], "."):
			p.names[uint16(gid)] = names[i-macNames]
		}
	}
}
