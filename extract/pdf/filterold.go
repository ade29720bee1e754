package pdf

import "errors"

var errBadCode = errors.New("code out of range")

// unASCII85 reads base 85, leniently about white space and the end mark.
func unASCII85(data []byte, _ int64) ([]byte, error) {
	out := make([]byte, 0, len(data)*4/5+4)
	var group uint32
	count := 0
	for _, c := range data {
		switch {
		case c == '~':
			return tail85(out, group, count), nil
		case c == 'z' && count == 0:
			out = append(out, 0, 0, 0, 0)
		case c >= '!' && c <= 'u':
			group = group*85 + uint32(c-'!')
			if count++; count == 5 {
				out = append(out, byte(group>>24), byte(group>>16), byte(group>>8), byte(group))
				group, count = 0, 0
			}
		}
	}
	return tail85(out, group, count), nil
}

func tail85(out []byte, group uint32, count int) []byte {
	if count < 2 {
		return out
	}
	for i := count; i < 5; i++ {
		group = group*85 + 84
	}
	for i := range count - 1 {
		out = append(out, byte(group>>(24-8*i)))
	}
	return out
}

// unASCIIHex reads hexadecimal digits up to the end mark.
func unASCIIHex(data []byte, _ int64) ([]byte, error) {
	l := lexer{data: data, arena: make([]byte, 0, len(data)/2+1)}
	l.hex()
	return l.text, nil
}

// unRunLength reads runs of bytes.
func unRunLength(data []byte, limit int64) ([]byte, error) {
	var out []byte
	for i := 0; i < len(data) && data[i] != 128 && int64(len(out)) <= limit; {
		n := int(data[i])
		i++
		if n < 128 {
			end := min(i+n+1, len(data))
			out = append(out, data[i:end]...)
			i = end
			continue
		}
		if i < len(data) {
			for range 257 - n {
				out = append(out, data[i])
			}
			i++
		}
	}
	return out, nil
}

func unLZW(data []byte, limit int64) ([]byte, error)     { return lzw(data, limit, 1) }
func unLZWLate(data []byte, limit int64) ([]byte, error) { return lzw(data, limit, 0) }

// lzw reads the LZW of PDF and TIFF: codes of 9 to 12 bits, most significant
// bit first, the width growing one code early.
func lzw(data []byte, limit int64, early int) ([]byte, error) {
	const clearCode, endCode, most = 256, 257, 4096
	var prefix [most]uint16
	var suffix [most]byte
	var length [most]int
	for i := range 256 {
		suffix[i], length[i] = byte(i), 1
	}
	var out []byte
	var bits uint32
	width, have, next, previous := 9, 0, endCode+1, -1
	for _, b := range data {
		bits, have = bits<<8|uint32(b), have+8
		if have < width {
			continue
		}
		have -= width
		code := int(bits >> have & (1<<width - 1))
		switch {
		case code == endCode || int64(len(out)) > limit:
			return out, nil
		case code == clearCode:
			width, next, previous = 9, endCode+1, -1
			continue
		case code > next || code == next && previous < 0:
			return out, errBadCode
		}
		start := len(out)
		n := 0
		from := code
		if code == next { // the one code that may name itself
			from, n = previous, 1
		}
		n += length[from]
		out = append(out, make([]byte, n)...)
		i := start + length[from] - 1
		for c := from; i >= start; i-- {
			out[i] = suffix[c]
			c = int(prefix[c])
		}
		if code == next {
			out[start+n-1] = out[start]
		}
		if previous >= 0 && next < most {
			prefix[next], suffix[next], length[next] = uint16(previous), out[start], length[previous]+1
			next++
		}
		previous = code
		if next+early >= 1<<width && width < 12 {
			width++
		}
	}
	return out, nil
}
