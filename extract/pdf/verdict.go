package pdf

import (
	"unicode"

	"nianbao/page"
)

const (
	// fewGlyphs is what a scanned page may have in text of its own: a page
	// number, a stamp's date.
	fewGlyphs = 12
	// mostOfPage is the share of the page that a scan's picture covers at least.
	mostOfPage = 0.5
	// garbledShare is the share of characters that cannot be told from which a
	// page is garbled. Bullets in private-use characters stay far below.
	garbledShare = 0.1
)

// verdict says what can be read on a page.
func verdict(p *page.Page) page.Verdict {
	glyphs, seen, lost := 0, 0, 0
	for i := range p.Glyphs {
		ink := p.Glyphs[i].Ink
		if ink == page.InkOutside {
			continue
		}
		for _, r := range p.Glyphs[i].Text {
			if unicode.IsSpace(r) {
				continue
			}
			glyphs++
			if ink != page.InkInvisible && ink != page.InkCovered {
				seen++
			}
			if untold(r) {
				lost++
			}
		}
	}
	picture := covered(p) >= mostOfPage
	switch {
	case glyphs == 0 && len(p.Images) > 0 && (picture || len(p.Rules)+len(p.Fills) == 0):
		return page.VerdictImage
	case glyphs == 0 && len(p.Images) == 0:
		return page.VerdictEmpty
	case seen <= fewGlyphs && picture: // recognised text may lie behind the picture
		return page.VerdictImage
	case float64(lost) > garbledShare*float64(glyphs):
		return page.VerdictGarbled
	case picture:
		return page.VerdictMixed
	case glyphs == 0:
		return page.VerdictImage
	}
	return page.VerdictText
}

// untold reports whether a character stands for none.
func untold(r rune) bool {
	return r == unicode.ReplacementChar || unicode.IsControl(r) || unicode.Is(unicode.Co, r) ||
		r >= 0xfdd0 && r <= 0xfdef || r&0xfffe == 0xfffe
}

// covered is the share of the page that its pictures cover, strips added up.
func covered(p *page.Page) float64 {
	if p.Width <= 0 || p.Height <= 0 {
		return 0
	}
	sum := 0.0
	for _, img := range p.Images {
		sum += img.Box.Width() * img.Box.Height()
	}
	return sum / (p.Width * p.Height)
}
