package pdf

// colorSpace is what is needed to tell the luminance of a colour.
type colorSpace struct {
	kind  string
	parts int     // components of a colour
	full  float64 // of Separation and DeviceN: luminance at full tint
	table []byte  // of Indexed: the colours, base.parts bytes each
	base  *colorSpace
}

var deviceSpaces = map[string]colorSpace{
	"DeviceGray": {kind: "DeviceGray", parts: 1}, "G": {kind: "DeviceGray", parts: 1}, "CalGray": {kind: "DeviceGray", parts: 1},
	"DeviceRGB": {kind: "DeviceRGB", parts: 3}, "RGB": {kind: "DeviceRGB", parts: 3}, "CalRGB": {kind: "DeviceRGB", parts: 3},
	"DeviceCMYK": {kind: "DeviceCMYK", parts: 4}, "CMYK": {kind: "DeviceCMYK", parts: 4},
	"Lab":     {kind: "Lab", parts: 3},
	"Pattern": {kind: "Pattern"},
}

// colorSpaceOf reads a colour space from its name or array.
func (f *file) colorSpaceOf(o *object, resources *object, depth int) colorSpace {
	if depth > 4 {
		return deviceSpaces["DeviceGray"]
	}
	if name := o.name(); name != "" {
		if cs, ok := deviceSpaces[name]; ok {
			return cs
		}
		if named := resources.key("ColorSpace").key(name); named != nil {
			return f.colorSpaceOf(named, nil, depth+1)
		}
		return deviceSpaces["DeviceGray"]
	}
	switch family := o.at(0).name(); family {
	case "ICCBased":
		switch o.at(1).key("N").int() {
		case 3:
			return deviceSpaces["DeviceRGB"]
		case 4:
			return deviceSpaces["DeviceCMYK"]
		}
		return deviceSpaces["DeviceGray"]
	case "Indexed", "I":
		base := f.colorSpaceOf(o.at(1), resources, depth+1)
		table := []byte(o.at(3).bytes())
		if o.at(3).is(kindStream) {
			table, _ = f.shared(o.at(3))
		}
		return colorSpace{kind: "Indexed", parts: 1, base: &base, table: table}
	case "Separation", "DeviceN":
		parts := 1
		if family == "DeviceN" {
			parts = o.at(1).len()
		}
		alternate := f.colorSpaceOf(o.at(2), resources, depth+1)
		return colorSpace{kind: family, parts: parts, full: fullTint(o.at(3), alternate)}
	default:
		return deviceSpaces[family]
	}
}

// fullTint is the luminance of a spot colour at full strength, where its
// function says so plainly; spot colours are dark otherwise.
func fullTint(function *object, alternate colorSpace) float64 {
	if c1 := function.key("C1"); c1.len() > 0 {
		return alternate.luminance(c1.floats())
	}
	return 0
}

// luminance of a colour, 0 black to 1 white, by the weights of PDF 32000-1,
// 10.3.
func (c colorSpace) luminance(v []float64) float64 {
	if len(v) < max(1, c.parts) && c.kind != "Separation" && c.kind != "DeviceN" {
		return 0
	}
	switch c.kind {
	case "DeviceRGB":
		return unit(0.3*unit(v[0]) + 0.59*unit(v[1]) + 0.11*unit(v[2]))
	case "DeviceCMYK":
		return 1 - unit(0.3*unit(v[0])+0.59*unit(v[1])+0.11*unit(v[2])+unit(v[3]))
	case "Lab":
		return unit(v[0] / 100)
	case "Indexed":
		return c.indexed(clampInt(v[0]))
	case "Separation", "DeviceN":
		tint := 0.0
		for _, t := range v {
			tint = max(tint, unit(t))
		}
		return 1 - tint*(1-c.full)
	}
	return unit(v[0])
}

func (c colorSpace) indexed(i int) float64 {
	n := c.base.parts
	if i < 0 || n == 0 || (i+1)*n > len(c.table) {
		return 0
	}
	v := make([]float64, n)
	for k, b := range c.table[i*n : (i+1)*n] {
		v[k] = float64(b) / 255
	}
	return c.base.luminance(v)
}

// initial is the luminance of the colour that a colour space starts with.
func (c colorSpace) initial() float64 {
	if c.kind == "Separation" || c.kind == "DeviceN" {
		return c.full
	}
	if c.kind == "Indexed" {
		return c.indexed(0)
	}
	return 0
}

func unit(v float64) float64 { return max(0, min(1, v)) }
