package pdf

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// The Adobe Glyph List without the scripts of South and West Asia: a name and
// its character a line. The names of ITC Zapf Dingbats stand under its own name:
// elsewhere an a49 is the 49th character of a font, or anything.
//
//go:embed data/glyphs.txt
var glyphData string

// The encodings of PDF 32000-1, annex D: a name and its codes a line.
//
//go:embed data/encodings.txt
var encodingData string

// The advances of the standard fonts, in thousandths of an em: a font a line.
//
//go:embed data/widths.txt
var widthData string

var glyphNames = sync.OnceValue(func() map[string]rune {
	names := make(map[string]rune, strings.Count(glyphData, "\n"))
	for line := range strings.Lines(glyphData) {
		name, hex, _ := strings.Cut(strings.TrimSpace(line), " ")
		v, err := strconv.ParseUint(hex, 16, 32)
		if err == nil {
			names[name] = rune(v)
		}
	}
	return names
})

var encodings = sync.OnceValue(func() map[string]*[256]string {
	out := map[string]*[256]string{}
	for line := range strings.Lines(encodingData) {
		fields := strings.Fields(line)
		var names [256]string
		for i := 1; i+1 < len(fields); i += 2 {
			if code, err := strconv.Atoi(fields[i]); err == nil {
				names[code&255] = fields[i+1]
			}
		}
		out[fields[0]] = &names
	}
	return out
})

var allWidths = sync.OnceValue(func() map[string]map[string]float64 {
	out := map[string]map[string]float64{}
	for line := range strings.Lines(widthData) {
		fields := strings.Fields(line)
		widths := map[string]float64{}
		for i := 1; i+1 < len(fields); i += 2 {
			if w, err := strconv.ParseFloat(fields[i+1], 64); err == nil {
				widths[fields[i]] = w / 1000
			}
		}
		out[fields[0]] = widths
	}
	return out
})

// standardWidths are the advances of one of the standard fonts, by glyph name.
func standardWidths(name string) map[string]float64 { return allWidths()[name] }

// standardFont finds the standard font that a name means: its own, or that of
// the usual metric twins. Obliques have the widths of their uprights.
func standardFont(name string) string {
	plain := strings.NewReplacer(",", "", "-", "", " ", "").Replace(strings.ToLower(name))
	family := ""
	for _, f := range [...]struct{ start, family string }{
		{"courier", "Courier"}, {"helvetica", "Helvetica"}, {"arialnarrow", ""}, {"arialunicode", ""}, {"arialblack", ""}, {"arial", "Helvetica"},
		{"times", "Times"}, {"symbol", "Symbol"}, {"zapfdingbats", "ZapfDingbats"},
	} {
		if strings.HasPrefix(plain, f.start) {
			family = f.family
			break
		}
	}
	bold := strings.Contains(plain, "bold")
	italic := strings.Contains(plain, "italic") || strings.Contains(plain, "oblique")
	switch {
	case family == "Helvetica" && bold:
		return "Helvetica-Bold"
	case family != "Times":
		return family
	case bold && italic:
		return "Times-BoldItalic"
	case bold:
		return "Times-Bold"
	case italic:
		return "Times-Italic"
	}
	return "Times-Roman"
}

// glyphText reads the text out of a glyph's name, by the rules of the Adobe
// Glyph List: "A", "a.small", "f_i", "uni4E00", "u20000".
func glyphText(name string) (string, bool) {
	name, _, _ = strings.Cut(name, ".")
	if r, ok := glyphNames()[name]; ok {
		return string(r), true
	}
	if strings.Contains(name, "_") {
		var all strings.Builder
		for part := range strings.SplitSeq(name, "_") {
			text, ok := glyphText(part)
			if !ok || part == "" {
				return "", false
			}
			all.WriteString(text)
		}
		return all.String(), true
	}
	return hexName(name)
}

// hexName reads "uniXXXX…" and "uXXXX" to "uXXXXXX".
func hexName(name string) (string, bool) {
	if digits, ok := strings.CutPrefix(name, "uni"); ok && len(digits) >= 4 && len(digits)%4 == 0 {
		var all []rune
		for i := 0; i < len(digits); i += 4 {
			v, err := strconv.ParseUint(digits[i:i+4], 16, 32)
			if err != nil {
				return "", false
			}
			all = append(all, rune(v))
		}
		return string(all), true
	}
	if digits, ok := strings.CutPrefix(name, "u"); ok && len(digits) >= 4 && len(digits) <= 6 {
		if v, err := strconv.ParseUint(digits, 16, 32); err == nil && utf8.ValidRune(rune(v)) {
			return string(rune(v)), true
		}
	}
	return "", false
}
