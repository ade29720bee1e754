package pdf

import (
	"bytes"
	"slices"

	"nianbao/page"
)

// xobject draws a form or an image by its name.
func (in *interpreter) xobject() error {
	o := in.resources.key("XObject").key(string(in.last().text))
	if in.file.hidden[o.key("OC")] {
		return nil
	}
	switch o.key("Subtype").name() {
	case "Form":
		return in.form(o, o.key("Matrix").matrix())
	case "Image":
		in.image(filterName(o), !o.has("SMask") && !o.has("Mask") && !o.key("ImageMask").bool() && o.key("SMaskInData").int() == 0)
		return in.crowded()
	}
	return nil
}

// form draws a Form XObject. One that is being drawn already is skipped.
func (in *interpreter) form(o *object, m matrix) error {
	if len(in.forms) >= maxFormDepth || slices.Contains(in.forms, o) || !o.is(kindStream) {
		return nil
	}
	content, err := in.file.shared(o)
	if err != nil {
		return contentFault(err)
	}
	outer := *in
	in.forms = append(in.forms, o)
	in.stack, in.over, in.path, in.marked = nil, 0, path{}, nil
	in.operands, in.items = nil, nil
	if o.has("Group") {
		in.gs.veiled = in.gs.veiled || in.gs.blended || in.gs.masked || in.gs.fill.alpha <= 1-transparent
		in.gs.blended, in.gs.masked = false, false
	}
	in.gs.ctm = m.then(in.gs.ctm)
	in.gs.ragged = in.gs.ragged || !in.gs.ctm.upright()
	if box, ok := boxOf(o.key("BBox")); ok {
		if in.gs.clip, ok = intersect(in.gs.clip, in.gs.ctm.box(box)); !ok {
			in.gs.clip = nowhere
		}
	}
	if r := o.key("Resources"); r != nil {
		in.resources = r
	}
	err = in.run(content)
	in.forms = outer.forms
	in.gs, in.stack, in.over, in.path, in.marked, in.hidden = outer.gs, outer.stack, outer.over, outer.path, outer.marked, outer.hidden
	in.operands, in.items = outer.operands, outer.items
	in.tm, in.line, in.resources = outer.tm, outer.line, outer.resources
	return err
}

// image notes a picture, which fills the unit square of user space. A solid one
// has no holes.
func (in *interpreter) image(filter string, solid bool) {
	box, ok := intersect(in.gs.ctm.box(page.Box{X1: 1, Y1: 1}), in.gs.clip)
	if !ok || in.hidden > 0 || in.gs.fill.alpha <= transparent {
		return
	}
	in.out.Images = append(in.out.Images, page.Image{Box: box, Filter: filter})
	in.images = append(in.images, len(in.out.Fills))
	if solid && in.opaque(&in.gs.fill) && in.gs.ctm.upright() {
		in.coverWith(box)
	}
}

// filterName is the last filter of an image: the one that codes its picture.
func filterName(o *object) string {
	if steps := filtersOf(o); len(steps) > 0 {
		return steps[len(steps)-1].name
	}
	return ""
}

// shading paints the clip with a gradient.
func (in *interpreter) shading() {
	b := in.gs.clip
	if in.hidden > 0 || b.X1 <= b.X0 || b.Y1 <= b.Y0 || in.gs.fill.alpha <= transparent {
		return
	}
	in.out.Fills = append(in.out.Fills, page.Fill{Box: b, Gray: 0.5, Shape: true})
}

// shortFilters are the names of filters in inline images.
var shortFilters = map[string]string{
	"AHx": "ASCIIHexDecode", "A85": "ASCII85Decode", "LZW": "LZWDecode", "Fl": "FlateDecode",
	"RL": "RunLengthDecode", "CCF": "CCITTFaxDecode", "DCT": "DCTDecode",
}

// inlineImage steps over BI … ID … EI.
func (in *interpreter) inlineImage(l *lexer) {
	p := parser{lexer: *l}
	dict := &object{kind: kindDict, dict: map[string]*object{}}
	for {
		t := p.next()
		if t == tokEOF {
			l.pos = len(l.data)
			return
		}
		if t == tokWord && string(p.text) == "ID" {
			break
		}
		if t == tokName {
			key := string(p.text)
			dict.dict[key] = p.object()
		}
	}
	l.pos = afterImage(p.data, p.pos+1)
	filter := filterName(dict)
	if long := shortFilters[filter]; long != "" {
		filter = long
	}
	in.image(filter, !dict.key("IM").bool() && !dict.key("ImageMask").bool())
}

// afterImage finds the end of inline image data: an EI between white space
// that is followed by text. Binary data may hold EI by chance.
func afterImage(data []byte, from int) int {
	for pos := from; pos < len(data); {
		i := bytes.Index(data[pos:], []byte("EI"))
		if i < 0 {
			break
		}
		at := pos + i
		pos = at + 2
		if at > from && class[data[at-1]] != space || pos < len(data) && class[data[pos]] != space {
			continue
		}
		if printable(data[pos:min(len(data), pos+12)]) {
			return pos
		}
	}
	return len(data)
}

func printable(data []byte) bool {
	for _, c := range data {
		if c >= 0x7f || c < ' ' && class[c] != space || c == 0 {
			return false
		}
	}
	return true
}
