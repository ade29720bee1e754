package pdf

// token is the kind of what a lexer found.
type token uint8

const (
	tokEOF token = iota
	tokNumber
	tokName
	tokString
	tokWord // an operator or a keyword
	tokArrayOpen
	tokArrayClose
	tokDictOpen
	tokDictClose
)

// lexer splits PDF syntax into tokens. Objects, content streams and CMaps
// share it. It allocates only for strings and names that hold escapes.
type lexer struct {
	data []byte
	pos  int

	num   float64 // of tokNumber
	whole bool    // the number was written without a point
	text  []byte  // of tokName, tokString (decoded) and tokWord
	arena []byte  // decoded text of names and strings, until reset
}

// reset forgets decoded text: earlier values of text are no longer valid.
func (l *lexer) reset() { l.arena = l.arena[:0] }

// Character classes of PDF 32000-1, table 1 and 2.
const (
	regular = iota
	space
	delimiter
)

var class = [256]uint8{
	0: space, '\t': space, '\n': space, '\f': space, '\r': space, ' ': space,
	'(': delimiter, ')': delimiter, '<': delimiter, '>': delimiter, '[': delimiter, ']': delimiter,
	'{': delimiter, '}': delimiter, '/': delimiter, '%': delimiter,
}

// next reads one token.
func (l *lexer) next() token {
	l.skipSpace()
	if l.pos >= len(l.data) {
		return tokEOF
	}
	c := l.data[l.pos]
	switch {
	case c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.':
		return l.number()
	case class[c] == regular:
		return l.word()
	}
	l.pos++
	switch c {
	case '/':
		return l.name()
	case '(':
		return l.literal()
	case '[':
		return tokArrayOpen
	case ']':
		return tokArrayClose
	case '<':
		if l.peek() == '<' {
			l.pos++
			return tokDictOpen
		}
		return l.hex()
	case '>':
		if l.peek() == '>' {
			l.pos++
			return tokDictClose
		}
		return l.next()
	case ')':
		return l.next()
	}
	l.text = l.data[l.pos-1 : l.pos] // a brace
	return tokWord
}

func (l *lexer) peek() byte {
	if l.pos < len(l.data) {
		return l.data[l.pos]
	}
	return 0
}

func (l *lexer) skipSpace() {
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		switch {
		case class[c] == space:
			l.pos++
		case c == '%':
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

func (l *lexer) word() token {
	start := l.pos
	for l.pos < len(l.data) && class[l.data[l.pos]] == regular {
		l.pos++
	}
	l.text = l.data[start:l.pos]
	return tokWord
}

// scale10 turns digits after the point into a divisor. Fifteen digits and a
// power of ten below 1e22 divide to the nearest float64.
var scale10 = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}

// number reads a number and is as lenient as other readers: "--5" is -5,
// "1.2.3" is 1.2, "12-3" is 12, a lone sign or point is 0. Digits past the
// eighteenth say nothing about a place on a page and are left out.
func (l *lexer) number() token {
	mantissa, digits, fraction := 0, 0, 0
	negative, point, ended := false, false, false
scan:
	for ; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		switch {
		case c >= '0' && c <= '9':
			if ended || digits >= len(scale10)-1 {
				continue
			}
			mantissa = mantissa*10 + int(c-'0')
			digits++
			if point {
				fraction++
			}
		case c == '.':
			ended = ended || point
			point = true
		case c == '-' || c == '+':
			negative = negative || c == '-' && digits == 0 && !point
			ended = ended || digits > 0 || point
		default:
			break scan
		}
	}
	l.num = float64(mantissa) / scale10[fraction]
	if negative && mantissa > 0 {
		l.num = -l.num
	}
	l.whole = !point
	return tokNumber
}

func (l *lexer) name() token {
	start := l.pos
	escaped := false
	for l.pos < len(l.data) && class[l.data[l.pos]] == regular {
		escaped = escaped || l.data[l.pos] == '#'
		l.pos++
	}
	l.text = l.data[start:l.pos]
	if escaped {
		l.text = l.unescapeName(l.text)
	}
	return tokName
}

func (l *lexer) unescapeName(raw []byte) []byte {
	start := len(l.arena)
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && unhex[raw[i+1]] >= 0 && unhex[raw[i+2]] >= 0 {
			l.arena = append(l.arena, byte(unhex[raw[i+1]]<<4|unhex[raw[i+2]]))
			i += 2
			continue
		}
		l.arena = append(l.arena, raw[i])
	}
	return l.arena[start:len(l.arena):len(l.arena)]
}

var unhex = func() (t [256]int8) {
	for i := range t {
		switch {
		case i >= '0' && i <= '9':
			t[i] = int8(i - '0')
		case i >= 'a' && i <= 'f':
			t[i] = int8(i - 'a' + 10)
		case i >= 'A' && i <= 'F':
			t[i] = int8(i - 'A' + 10)
		default:
			t[i] = -1
		}
	}
	return
}()

// hex reads a hexadecimal string; other characters in it are skipped.
func (l *lexer) hex() token {
	start := len(l.arena)
	high := int8(-1)
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		v := unhex[c]
		switch {
		case v < 0:
		case high < 0:
			high = v
		default:
			l.arena = append(l.arena, byte(high)<<4|byte(v))
			high = -1
		}
	}
	if high >= 0 {
		l.arena = append(l.arena, byte(high)<<4)
	}
	l.text = l.arena[start:len(l.arena):len(l.arena)]
	return tokString
}

// literal reads a string in parentheses. Plain ones are a slice of the data.
func (l *lexer) literal() token {
	for i := l.pos; i < len(l.data); i++ {
		switch l.data[i] {
		case ')':
			l.text = l.data[l.pos:i:i]
			l.pos = i + 1
			return tokString
		case '(', '\\', '\r':
			return l.escapedLiteral()
		}
	}
	return l.escapedLiteral()
}

var escapes = [256]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

func (l *lexer) escapedLiteral() token {
	start := len(l.arena)
	depth := 1
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.text = l.arena[start:len(l.arena):len(l.arena)]
				return tokString
			}
		case '\r':
			if l.peek() == '\n' {
				l.pos++
			}
			c = '\n'
		case '\\':
			l.escape()
			continue
		}
		l.arena = append(l.arena, c)
	}
	l.text = l.arena[start:len(l.arena):len(l.arena)]
	return tokString
}

// escape reads what follows a backslash in a string.
func (l *lexer) escape() {
	if l.pos >= len(l.data) {
		return
	}
	c := l.data[l.pos]
	l.pos++
	switch {
	case c == '\r':
		if l.peek() == '\n' {
			l.pos++
		}
	case c == '\n':
	case c >= '0' && c <= '7':
		v := int(c - '0')
		for i := 0; i < 2 && l.peek() >= '0' && l.peek() <= '7'; i++ {
			v = v*8 + int(l.peek()-'0')
			l.pos++
		}
		l.arena = append(l.arena, byte(v))
	case escapes[c] != 0:
		l.arena = append(l.arena, escapes[c])
	default:
		l.arena = append(l.arena, c)
	}
}
