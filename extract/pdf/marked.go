package pdf

// hiddenGroups are the optional content groups that are off when the file is
// opened: a reader of the page does not see what belongs to them.
func hiddenGroups(properties *object) map[*object]bool {
	config := properties.key("D")
	off := map[*object]bool{}
	if config.key("BaseState").name() == "OFF" {
		all := properties.key("OCGs")
		for i := range all.len() {
			off[all.at(i)] = true
		}
		on := config.key("ON")
		for i := range on.len() {
			delete(off, on.at(i))
		}
	}
	list := config.key("OFF")
	for i := range list.len() {
		off[list.at(i)] = true
	}
	delete(off, nil)
	return off
}

// beginMarked opens a section of marked content, hidden if its group is off.
func (in *interpreter) beginMarked() {
	hide := false
	if n := len(in.operands); n >= 2 && string(in.operands[n-2].text) == "OC" && len(in.file.hidden) > 0 {
		group := in.resources.key("Properties").key(string(in.operands[n-1].text))
		hide = group != nil && in.file.concealed(group)
	}
	if hide {
		in.hidden++
	}
	in.marked = append(in.marked, hide)
}

// concealed reports whether a group, or every group of a membership, is off.
func (f *file) concealed(group *object) bool {
	members := group.key("OCGs")
	if members == nil {
		return f.hidden[group]
	}
	if members.is(kindDict) {
		return f.hidden[members]
	}
	for i := range members.len() {
		if !f.hidden[members.at(i)] {
			return false
		}
	}
	return members.len() > 0
}

func (in *interpreter) endMarked() {
	n := len(in.marked)
	if n == 0 {
		return
	}
	if in.marked[n-1] {
		in.hidden--
	}
	in.marked = in.marked[:n-1]
}

// Annotation flags of PDF 32000-1, table 165.
const (
	annotHidden = 1 << 1
	annotNoView = 1 << 5
)

// annotations draws what annotations show: form fields, stamps, free text.
func (in *interpreter) annotations() error {
	list := in.leaf.dict.key("Annots")
	for i := range list.len() {
		a := list.at(i)
		if a.key("F").int()&(annotHidden|annotNoView) != 0 || a.key("Subtype").name() == "Popup" || in.file.hidden[a.key("OC")] {
			continue
		}
		look := a.key("AP").key("N")
		if look.is(kindDict) {
			look = look.key(a.key("AS").name())
		}
		rect, ok := boxOf(a.key("Rect"))
		if !ok {
			continue
		}
		in.gs, in.stack, in.hidden = newState(in.leaf.base, in.area), nil, 0
		in.gs.veiled = a.key("Subtype").name() == "Highlight" // viewers multiply it with the page, whatever it says
		if !look.is(kindStream) {
			if err := in.field(a, rect); err != nil {
				return err
			}
			continue
		}
		if err := in.form(look, appearance(look, rect.X0, rect.Y0, rect.Width(), rect.Height())); err != nil {
			return err
		}
	}
	return nil
}

// appearance fits the box of an appearance, as its own matrix turns it, into
// the annotation's rectangle (PDF 32000-1, 12.5.5).
func appearance(look *object, x, y, w, h float64) matrix {
	m := look.key("Matrix").matrix()
	box, _ := boxOf(look.key("BBox"))
	b := m.box(box)
	fit := matrix{1, 0, 0, 1, x - b.X0, y - b.Y0}
	if b.Width() > 0 && b.Height() > 0 {
		sx, sy := w/b.Width(), h/b.Height()
		fit = matrix{sx, 0, 0, sy, x - b.X0*sx, y - b.Y0*sy}
	}
	return m.then(fit)
}
