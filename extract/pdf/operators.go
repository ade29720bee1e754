package pdf

// operators maps the name of an operator to what it does. Operators that leave
// no trace on glyphs and rules (rendering intents, halftones, flatness …) are
// not in it.
var operators map[string]func(*interpreter) error

// quiet wraps an operator that cannot fail.
func quiet(f func(*interpreter)) func(*interpreter) error {
	return func(in *interpreter) error { f(in); return nil }
}

func init() { // a literal would refer to itself by way of Do
	operators = map[string]func(*interpreter) error{
		"q": quiet((*interpreter).save), "Q": quiet((*interpreter).restore),
		"cm": quiet(func(in *interpreter) { in.gs.ctm = in.operandMatrix().then(in.gs.ctm) }),
		"w":  quiet(func(in *interpreter) { in.gs.lineWidth = in.num(0) }),
		"d":  quiet((*interpreter).dash), "gs": quiet((*interpreter).extState),

		"m": quiet(func(in *interpreter) { in.path.move(in.point(0)) }),
		"l": quiet(func(in *interpreter) { in.path.lineTo(in.point(0)) }),
		"c": quiet((*interpreter).curve), "v": quiet((*interpreter).curve), "y": quiet((*interpreter).curve),
		"h":  quiet(func(in *interpreter) { in.path.close() }),
		"re": quiet((*interpreter).rectangle),
		"S":  paintOp(false, true, false), "s": paintOp(false, true, true),
		"f": paintOp(true, false, false), "F": paintOp(true, false, false), "f*": paintOp(true, false, false),
		"B": paintOp(true, true, false), "B*": paintOp(true, true, false),
		"b": paintOp(true, true, true), "b*": paintOp(true, true, true),
		"n": paintOp(false, false, false),
		"W": quiet(func(in *interpreter) { in.path.clip = true }), "W*": quiet(func(in *interpreter) { in.path.clip = true }),
		"sh": quiet((*interpreter).shading),

		"g": deviceColor(false, "DeviceGray"), "G": deviceColor(true, "DeviceGray"),
		"rg": deviceColor(false, "DeviceRGB"), "RG": deviceColor(true, "DeviceRGB"),
		"k": deviceColor(false, "DeviceCMYK"), "K": deviceColor(true, "DeviceCMYK"),
		"cs":  quiet(func(in *interpreter) { in.setSpace(&in.gs.fill) }),
		"CS":  quiet(func(in *interpreter) { in.setSpace(&in.gs.stroke) }),
		"sc":  quiet(func(in *interpreter) { in.setColor(&in.gs.fill) }),
		"scn": quiet(func(in *interpreter) { in.setColor(&in.gs.fill) }),
		"SC":  quiet(func(in *interpreter) { in.setColor(&in.gs.stroke) }),
		"SCN": quiet(func(in *interpreter) { in.setColor(&in.gs.stroke) }),

		"BT": quiet(func(in *interpreter) { in.tm, in.line = identity, identity }),
		"Tc": quiet(func(in *interpreter) { in.gs.charSpace = in.num(0) }),
		"Tw": quiet(func(in *interpreter) { in.gs.wordSpace = in.num(0) }),
		"Tz": quiet(func(in *interpreter) { in.gs.stretch = in.num(0) / 100 }),
		"TL": quiet(func(in *interpreter) { in.gs.leading = in.num(0) }),
		"Ts": quiet(func(in *interpreter) { in.gs.rise = in.num(0) }),
		"Tr": quiet((*interpreter).setMode),
		"Tf": quiet((*interpreter).setFont),
		"Td": quiet(func(in *interpreter) { in.moveLine(in.num(1), in.num(0)) }),
		"TD": quiet(func(in *interpreter) { in.gs.leading = -in.num(0); in.moveLine(in.num(1), in.num(0)) }),
		"Tm": quiet(func(in *interpreter) { in.tm = in.operandMatrix(); in.line = in.tm }),
		"T*": quiet((*interpreter).nextLine),
		"Tj": (*interpreter).showString, "TJ": (*interpreter).showArray,
		"'": (*interpreter).showOnNextLine, "\"": (*interpreter).showSpaced,

		"Do":  (*interpreter).xobject,
		"BMC": quiet(func(in *interpreter) { in.marked = append(in.marked, false) }),
		"BDC": quiet((*interpreter).beginMarked), "EMC": quiet((*interpreter).endMarked),
	}
}

func (in *interpreter) save() {
	if len(in.stack) >= maxStates {
		in.over++
		return
	}
	in.stack = append(in.stack, in.gs)
}

func (in *interpreter) restore() {
	switch n := len(in.stack); {
	case in.over > 0:
		in.over--
	case n > 0:
		in.gs, in.stack = in.stack[n-1], in.stack[:n-1]
	}
}

func (in *interpreter) operandMatrix() matrix {
	return matrix{in.num(5), in.num(4), in.num(3), in.num(2), in.num(1), in.num(0)}
}

// dash notes whether lines are broken; a pattern of zeros is a solid line.
func (in *interpreter) dash() {
	in.gs.dashed = false
	for _, o := range in.items {
		in.gs.dashed = in.gs.dashed || o.num > 0
	}
}

// extState applies a graphics state dictionary.
func (in *interpreter) extState() {
	dict := in.resources.key("ExtGState").key(string(in.last().text))
	in.gs.fill.alpha = unit(dict.key("ca").number(in.gs.fill.alpha))
	in.gs.stroke.alpha = unit(dict.key("CA").number(in.gs.stroke.alpha))
	in.setBlending(dict)
	in.gs.lineWidth = dict.key("LW").number(in.gs.lineWidth)
	if d := dict.key("D"); d.len() > 0 {
		in.gs.dashed = d.at(0).len() > 0
	}
	if font := dict.key("Font"); font.len() == 2 {
		in.gs.font, in.gs.size = in.file.font(font.at(0)), font.at(1).float()
	}
}

// setBlending notes whether painting is mixed with the ground. Of a list of
// blend modes the first counts.
func (in *interpreter) setBlending(dict *object) {
	mode := dict.key("BM")
	if mode.is(kindArray) {
		mode = mode.at(0)
	}
	if name := mode.name(); name != "" {
		in.gs.blended = name != "Normal" && name != "Compatible"
	}
	if mask := dict.key("SMask"); mask != nil {
		in.gs.masked = mask.is(kindDict)
	}
}

// setMode sets the text rendering mode. From 4 on text is added to the clip.
func (in *interpreter) setMode() {
	in.gs.mode = clampInt(in.num(0))
	in.gs.ragged = in.gs.ragged || in.gs.mode >= 4
}

func deviceColor(stroke bool, space string) func(*interpreter) error {
	cs := deviceSpaces[space]
	return func(in *interpreter) error {
		p := &in.gs.fill
		if stroke {
			p = &in.gs.stroke
		}
		p.space = cs
		in.setColor(p)
		return nil
	}
}

func (in *interpreter) setSpace(p *paint) {
	p.space = in.file.colorSpaceOf(&object{kind: kindName, text: string(in.last().text)}, in.resources, 0)
	p.gray, p.unsure = p.space.initial(), p.space.kind == "Pattern"
}

func (in *interpreter) setColor(p *paint) {
	if in.last().kind == tokName || p.space.kind == "Pattern" {
		p.gray, p.unsure = 0.5, true
		return
	}
	var buf [8]float64
	p.gray, p.unsure = p.space.luminance(in.numbers(buf[:0])), false
}
