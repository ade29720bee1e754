package pdf

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"hash/adler32"
	"io"
	"sync"

	"nianbao/page"
)

// filter is one step of a stream's decoding.
type filter struct {
	name  string
	parms *object
}

// filtersOf lists a stream's filters; short names are those of inline images.
func filtersOf(o *object) []filter {
	names, parms := o.key("Filter"), o.key("DecodeParms")
	if names == nil {
		names, parms = o.key("F"), o.key("DP")
	}
	if n := names.name(); n != "" {
		if parms.is(kindArray) {
			parms = parms.at(0)
		}
		return []filter{{n, parms}}
	}
	var out []filter
	for i := range min(names.len(), maxFilters) {
		out = append(out, filter{names.at(i).name(), parms.at(i)})
	}
	return out
}

// errCutShort says that a stream ended before its time; what could be decoded
// is given with it.
var errCutShort = errors.New("stream cut short")

// errChecksum says that data were changed after they were written.
var errChecksum = errors.New("checksum differs")

// errPicture says that what is left is the coded picture of an image.
var errPicture = errors.New("data of a picture")

var decoders = map[string]func(data []byte, limit int64) ([]byte, error){
	"FlateDecode": inflate, "Fl": inflate,
	"LZWDecode": unLZW, "LZW": unLZW,
	"ASCII85Decode": unASCII85, "A85": unASCII85,
	"ASCIIHexDecode": unASCIIHex, "AHx": unASCIIHex,
	"RunLengthDecode": unRunLength, "RL": unRunLength,
	"Crypt": func(data []byte, _ int64) ([]byte, error) { return data, nil },
}

// decodeFilters applies the filters in turn. No step may give more than limit
// bytes.
func decodeFilters(data []byte, filters []filter, limit int64) ([]byte, error) {
	var short error
	for _, step := range filters {
		decode := decoders[step.name]
		if decode == nil {
			return data, errPicture
		}
		if step.parms.key("EarlyChange").number(1) == 0 {
			decode = unLZWLate
		}
		out, err := decode(data, limit)
		if int64(len(out)) > limit {
			return nil, &page.Fault{Code: page.FaultTooLarge, Detail: "inflated bytes of one stream"}
		}
		switch {
		case errors.Is(err, errChecksum):
			short = errChecksum
		case err != nil:
			short = errCutShort
		}
		data = unpredict(out, step.parms)
	}
	return data, short
}

// inflate reads zlib data. Data that do not agree with their checksum are given
// with an error: they may be read, but not believed.
func inflate(data []byte, limit int64) ([]byte, error) {
	if len(data) == 0 {
		return nil, nil
	}
	body := data
	headed := len(data) >= 2 && data[0]&0x0f == 8 && (int(data[0])<<8|int(data[1]))%31 == 0
	if headed {
		body = data[2:]
	}
	rest := bytes.NewReader(body)
	out, err := unflate(rest, len(data)*4, limit)
	if len(out) == 0 && err != nil && len(data) > 2 { // a wrong header, or white space before it
		rest = bytes.NewReader(after(bytes.TrimLeft(data, "\r\n"), 2))
		out, err = unflate(rest, len(data)*4, limit)
	}
	var sum [4]byte
	if _, short := io.ReadFull(rest, sum[:]); err == nil && headed && short == nil &&
		binary.BigEndian.Uint32(sum[:]) != adler32.Checksum(out) {
		err = errChecksum
	}
	return out, err
}

// inflaters are kept for the next stream: one is larger than most contents.
var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

func unflate(r io.Reader, guess int, limit int64) ([]byte, error) {
	inflater := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(inflater)
	if err := inflater.(flate.Resetter).Reset(r, nil); err != nil {
		return nil, err
	}
	return readAll(inflater, guess, limit)
}

// readAll reads to the end, or to one byte past the limit.
func readAll(r io.Reader, guess int, limit int64) ([]byte, error) {
	buf := bytes.NewBuffer(make([]byte, 0, min(int64(guess)+512, limit+1, 1<<22)))
	_, err := io.Copy(buf, io.LimitReader(r, limit+1))
	return buf.Bytes(), err
}

// unpredict undoes the PNG and TIFF predictors of PDF 32000-1, 7.4.4.4.
func unpredict(data []byte, parms *object) []byte {
	predictor := parms.key("Predictor").int()
	if predictor < 2 {
		return data
	}
	colors := clamp(parms.key("Colors").number(1), 1, 32)
	bits := clamp(parms.key("BitsPerComponent").number(8), 1, 16)
	columns := clamp(parms.key("Columns").number(1), 1, 1<<20)
	row := (colors*bits*columns + 7) / 8
	pixel := max(1, colors*bits/8)
	if predictor == 2 {
		if bits == 8 {
			for start := 0; start < len(data); start += row {
				line := data[start:min(start+row, len(data))]
				for i := pixel; i < len(line); i++ {
					line[i] += line[i-pixel]
				}
			}
		}
		return data
	}
	return unPNG(data, row, pixel)
}

func clamp(v float64, low, high int) int { return max(low, min(high, clampInt(v))) }

// unPNG decodes in place: a decoded row never reaches past its coded one.
func unPNG(data []byte, row, pixel int) []byte {
	out := data[:0]
	above := make([]byte, row)
	line := make([]byte, row)
	for len(data) > 1 {
		kind := data[0]
		n := copy(line, data[1:])
		data = data[1+n:]
		clear(line[n:])
		for i := range n {
			var left, up, corner byte
			up = above[i]
			if i >= pixel {
				left, corner = line[i-pixel], above[i-pixel]
			}
			switch kind {
			case 1:
				line[i] += left
			case 2:
				line[i] += up
			case 3:
				line[i] += byte((int(left) + int(up)) / 2)
			case 4:
				line[i] += paeth(left, up, corner)
			}
		}
		out = append(out, line[:n]...)
		above, line = line, above
	}
	return out
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(v int) int {
	if v < 0 {
		return -v
	}
	return v
}

func after(data []byte, n int) []byte { return data[min(n, len(data)):] }
