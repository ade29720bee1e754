package pdf

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// charset is a predefined CMap, read straight to Unicode: its codes are those
// of a character set that is known without Adobe's tables of CIDs, which are
// asked for widths alone.
type charset struct {
	split    func(text []byte) int
	text     func(code []byte) string
	latin    latin
	vertical bool
}

// legacy are the CMaps of national character sets, by name without -H or -V.
var legacy = map[string]charset{
	"GB-EUC":       national(gbk, 0x81, 0xfe),
	"GBpc-EUC":     national(gbk, 0x81, 0xfc),
	"GBK-EUC":      national(gbk, 0x81, 0xfe),
	"GBKp-EUC":     national(gbk, 0x81, 0xfe),
	"GBK2K":        {split: split18030, text: decodeWith(simplifiedchinese.GB18030)},
	"B5pc":         national(big5, 0x81, 0xfc),
	"ETen-B5":      national(big5, 0x81, 0xfe),
	"ETenms-B5":    national(big5, 0x81, 0xfe),
	"HKscs-B5":     national(big5, 0x81, 0xfe),
	"83pv-RKSJ":    shiftJIS,
	"90ms-RKSJ":    shiftJIS,
	"90msp-RKSJ":   shiftJIS,
	"90pv-RKSJ":    shiftJIS,
	"Add-RKSJ":     shiftJIS,
	"Ext-RKSJ":     shiftJIS,
	"EUC":          national(japanese.EUCJP, 0x8e, 0xfe),
	"H":            {split: two, text: decodeJIS},
	"KSC-EUC":      national(korean.EUCKR, 0x81, 0xfe),
	"KSCms-UHC":    national(korean.EUCKR, 0x81, 0xfe),
	"KSCms-UHC-HW": national(korean.EUCKR, 0x81, 0xfe),
	"KSCpc-EUC":    national(korean.EUCKR, 0x81, 0xfd),
}

var (
	gbk  = simplifiedchinese.GBK
	big5 = traditionalchinese.Big5

	shiftJIS = charset{split: splitShiftJIS, text: decodeWith(japanese.ShiftJIS)}
)

// unicodeForms are the ends of the names of CMaps whose codes are Unicode.
var unicodeForms = map[string]charset{
	"UCS2":    {split: two, text: decodeUTF16},
	"UCS2-HW": {split: two, text: decodeUTF16},
	"UTF16":   {split: splitUTF16, text: decodeUTF16},
	"UTF8":    {split: splitUTF8, text: func(b []byte) string { return string(b) }},
	"UTF32":   {split: func(b []byte) int { return min(4, len(b)) }, text: func(b []byte) string { return string(rune(codeOf(b))) }},
}

// charsetOf finds a predefined CMap; nil for Identity and for unknown names.
func charsetOf(name string) *charset {
	if name == "V" {
		name = "H-V"
	}
	if name == "H" {
		name = "H-H"
	}
	base, vertical := strings.CutSuffix(name, "-V")
	if !vertical {
		base = strings.TrimSuffix(name, "-H")
	}
	c, ok := legacy[base]
	if !ok && strings.HasPrefix(base, "Uni") {
		_, form, _ := strings.Cut(base, "-")
		c, ok = unicodeForms[form]
	}
	if !ok {
		return nil
	}
	c.vertical = vertical
	c.latin = latins()[base]
	return &c
}

// national is a character set of one and two bytes.
func national(e encoding.Encoding, leadLow, leadHigh byte) charset {
	split := func(text []byte) int {
		if c := text[0]; c >= leadLow && c <= leadHigh {
			return min(2, len(text))
		}
		return 1
	}
	return charset{split: split, text: decodeWith(e)}
}

func decodeWith(e encoding.Encoding) func([]byte) string {
	return func(b []byte) string {
		s, err := e.NewDecoder().Bytes(b)
		if err != nil {
			return lost
		}
		return string(s)
	}
}

func decodeUTF16(b []byte) string { return string(utf16Text(b)) }

// decodeJIS reads the seven-bit codes of JIS X 0208.
func decodeJIS(b []byte) string {
	high := make([]byte, len(b))
	for i := range b {
		high[i] = b[i] | 0x80
	}
	return decodeWith(japanese.EUCJP)(high)
}

func two(text []byte) int { return min(2, len(text)) }

func splitUTF16(text []byte) int {
	if len(text) >= 4 && utf16.IsSurrogate(rune(codeOf(text[:2]))) {
		return 4
	}
	return min(2, len(text))
}

func splitUTF8(text []byte) int {
	_, n := utf8.DecodeRune(text)
	return n
}

func split18030(text []byte) int {
	switch {
	case text[0] < 0x81 || text[0] == 0xff:
		return 1
	case len(text) >= 4 && text[1] >= '0' && text[1] <= '9':
		return 4
	}
	return min(2, len(text))
}

func splitShiftJIS(text []byte) int {
	if c := text[0]; c >= 0x81 && c <= 0x9f || c >= 0xe0 && c <= 0xfc {
		return min(2, len(text))
	}
	return 1
}
