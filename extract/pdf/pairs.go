package pdf

// Old Chinese programs wrote GBK into simple fonts that are not embedded and
// claim a Latin encoding: two codes of one byte are then one character, and the
// system's Chinese font showed it.

// paired reports whether a string is such text: its bytes above ASCII are Chinese
// characters throughout, taken two by two. One pair may be chance in Latin text;
// two in one string are believed, and from then on one.
func (s *simple) paired(text []byte) bool {
	if !s.latin {
		return false
	}
	pairs := 0
	for i := 0; i < len(text); i++ {
		if text[i] < 0x80 {
			continue
		}
		if i+1 >= len(text) || !chinese(text[i], text[i+1]) {
			return false
		}
		pairs++
		i++
	}
	s.chinese = s.chinese || pairs >= 2
	return pairs > 0 && s.chinese
}

// chinese reports whether two bytes are a character of GB 2312: punctuation and
// full-width forms in its first three rows, Han from the sixteenth on.
func chinese(lead, trail byte) bool {
	return trail >= 0xa1 && trail <= 0xfe && (lead >= 0xa1 && lead <= 0xa3 || lead >= 0xb0 && lead <= 0xf7) &&
		told(decodeGBK([]byte{lead, trail})) != ""
}

var decodeGBK = decodeWith(gbk)

// pair gives the character of two codes, as wide as both together.
func (s *simple) pair(lead, trail byte) *glyph {
	key := [2]byte{lead, trail}
	g := s.pairs[key]
	if g == nil {
		g = &glyph{text: decodeGBK(key[:]), width: s.width(lead) + s.width(trail)}
		g.blank = blank(g.text)
		s.pairs[key] = g
	}
	return g
}
