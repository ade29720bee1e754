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
// of a character set that is known without Adobe's tables of CIDs.
type charset struct {
	split    func(text []byte) int
	text     func(code []byte) string
	latin    latin
	vertical bool
}

// latin says which CIDs a CMap gives to printable ASCII, so that their widths
// can be looked up: all other characters of these sets are one em wide.
type latin struct{ space, exclam uint32 }

// Latin CIDs of the Adobe character collections.
var (
	proportional = latin{1, 2}         // in all four collections
	halfGB       = latin{7716, 814}    // Adobe-GB1
	halfCNS      = latin{13648, 13649} // Adobe-CNS1
	halfJapan    = latin{231, 232}     // Adobe-Japan1
	halfKorea    = latin{8094, 8095}   // Adobe-Korea1
)

// cid is that of a printable ASCII character.
func (l latin) cid(r rune) uint32 {
	if r == ' ' {
		return l.space
	}
	return l.exclam + uint32(r-'!')
}

// legacy are the CMaps of national character sets, by name without -H or -V.
var legacy = map[string]charset{
	"GB-EUC":       national(gbk, 0x81, 0xfe, halfGB),
	"GBpc-EUC":     national(gbk, 0x81, 0xfc, proportional),
	"GBK-EUC":      national(gbk, 0x81, 0xfe, halfGB),
	"GBKp-EUC":     national(gbk, 0x81, 0xfe, proportional),
	"GBK2K":        {split: split18030, text: decodeWith(simplifiedchinese.GB18030), latin: proportional},
	"B5pc":         national(big5, 0x81, 0xfc, proportional),
	"ETen-B5":      national(big5, 0x81, 0xfe, halfCNS),
	"ETenms-B5":    national(big5, 0x81, 0xfe, proportional),
	"HKscs-B5":     national(big5, 0x81, 0xfe, proportional),
	"83pv-RKSJ":    {split: splitShiftJIS, text: decodeWith(japanese.ShiftJIS), latin: proportional},
	"90ms-RKSJ":    {split: splitShiftJIS, text: decodeWith(japanese.ShiftJIS), latin: halfJapan},
	"90msp-RKSJ":   {split: splitShiftJIS, text: decodeWith(japanese.ShiftJIS), latin: proportional},
	"90pv-RKSJ":    {split: splitShiftJIS, text: decodeWith(japanese.ShiftJIS), latin: proportional},
	"Add-RKSJ":     {split: splitShiftJIS, text: decodeWith(japanese.ShiftJIS), latin: halfJapan},
	"Ext-RKSJ":     {split: splitShiftJIS, text: decodeWith(japanese.ShiftJIS), latin: halfJapan},
	"EUC":          national(japanese.EUCJP, 0x8e, 0xfe, halfJapan),
	"H":            {split: two, text: decodeJIS, latin: halfJapan},
	"KSC-EUC":      national(korean.EUCKR, 0x81, 0xfe, halfKorea),
	"KSCms-UHC":    national(korean.EUCKR, 0x81, 0xfe, proportional),
	"KSCms-UHC-HW": national(korean.EUCKR, 0x81, 0xfe, halfKorea),
	"KSCpc-EUC":    national(korean.EUCKR, 0x81, 0xfd, proportional),
}

var (
	gbk  = simplifiedchinese.GBK
	big5 = traditionalchinese.Big5
)

// unicodeForms are the ends of the names of CMaps whose codes are Unicode.
var unicodeForms = map[string]charset{
	"UCS2":    {split: two, text: decodeUTF16, latin: proportional},
	"UCS2-HW": {split: two, text: decodeUTF16, latin: halfJapan},
	"UTF16":   {split: splitUTF16, text: decodeUTF16, latin: proportional},
	"UTF8":    {split: splitUTF8, text: func(b []byte) string { return string(b) }, latin: proportional},
	"UTF32":   {split: func(b []byte) int { return min(4, len(b)) }, text: func(b []byte) string { return string(rune(codeOf(b))) }, latin: proportional},
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
	return &c
}

// national is a character set of one and two bytes.
func national(e encoding.Encoding, leadLow, leadHigh byte, l latin) charset {
	split := func(text []byte) int {
		if c := text[0]; c >= leadLow && c <= leadHigh {
			return min(2, len(text))
		}
		return 1
	}
	return charset{split: split, text: decodeWith(e), latin: l}
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
