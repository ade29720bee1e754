package cjk

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// radicals are the forms of the block CJK Radicals Supplement beside the
// characters that look the same. Unicode gives most of them no decomposition,
// yet printers of PDF files take the one for the other.
const radicals = "⺁厂⺇几⺌小⺎兀⺐尢⺒巳⺓幺⺔彑⺖忄⺗心⺘扌⺙攵⺛旡⺝月⺟母⺠民⺡氵⺢水⺣灬⺤爫⺦丬⺨犭⺩王⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺲罒" +
	"⺶羊⺹耂⺺聿⺼肉⺽臼⺾艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣" +
	"⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"

// reformed are the Kangxi radicals whose decomposition is an older form than
// the one that is printed in China.
const reformed = "⼾户⾭青"

var unified = func() map[rune]rune {
	out := map[rune]rune{}
	for r := rune(0x2F00); r <= 0x2FD5; r++ {
		out[r] = []rune(norm.NFKC.String(string(r)))[0]
	}
	pairs := []rune(radicals + reformed)
	for i := 0; i+1 < len(pairs); i += 2 {
		out[pairs[i]] = pairs[i+1]
	}
	return out
}()

// Unify puts the character for each Kangxi radical and for each radical of the
// supplement: a PDF file whose font shares one glyph between the two may name
// either, and no report means a radical.
func Unify(s string) string {
	isRadical := func(r rune) bool { return r >= 0x2E80 && r <= 0x2FDF }
	if !strings.ContainsFunc(s, isRadical) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if u, ok := unified[r]; ok {
			return u
		}
		return r
	}, s)
}
