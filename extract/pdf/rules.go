package pdf

import (
	"math"

	"nianbao/page"
)

const (
	// thin is the most that a filled rectangle may measure across to be a
	// rule. Table borders are 0.5 to 2.25 pt in Word and WPS, whose next step,
	// 3 pt, is a bar of colour; a line of the smallest print is 5 pt high.
	thin = 2.5
	// thick is the width from which a stroke is an area: the double red line
	// under a document's head is 4 pt, strokes that stand for shading are
	// as high as a line of text.
	thick = 8
	// light is the luminance above which a mark on white paper is not seen.
	light = 0.96
)

// fillPath turns the subpaths into rules and fills.
func (in *interpreter) fillPath() {
	parts := in.path.parts
	for i := 0; i < len(parts); i++ {
		s := parts[i]
		if s.hi-s.lo < 2 {
			continue
		}
		rect := in.path.rectangular(s)
		if rect && i+1 < len(parts) && in.frame(s, parts[i+1]) {
			i++
			continue
		}
		in.fillArea(in.path.bound(s), rect, s.curved)
		if rect && in.opaque(&in.gs.fill) && in.path.distinct(i) {
			in.coverWith(in.path.bound(s))
		}
	}
}

// fillArea notes one filled area: as a rule where it is thin once clipped.
func (in *interpreter) fillArea(b page.Box, rect, curved bool) {
	b, ok := intersect(b, in.gs.clip)
	if !ok {
		return
	}
	gray := in.gs.fill.seen()
	w, h := b.Width(), b.Height()
	switch {
	case min(w, h) >= thin || curved && max(w, h) > thin:
		in.out.Fills = append(in.out.Fills, page.Fill{Box: b, Gray: gray, Shape: !rect})
	case max(w, h) == 0:
	case w >= h*dotAspect:
		in.rule(page.Rule{X0: b.X0, Y0: b.CentreY(), X1: b.X1, Y1: b.CentreY(), Width: h, Light: gray > light})
	case h >= w*dotAspect:
		in.rule(page.Rule{X0: b.CentreX(), Y0: b.Y0, X1: b.CentreX(), Y1: b.Y1, Width: w, Light: gray > light})
	default:
		in.dot(b, gray > light)
	}
}

// dotAspect is how many times longer than wide a small area must be for its
// direction to be told from its shape.
const dotAspect = 1.25

// dotted remembers the last dot: a dotted line is a row of small squares, and
// only the next square tells where it runs.
type dotted struct {
	box  page.Box
	rule int // its place in Rules
	ok   bool
}

func (in *interpreter) dot(b page.Box, light bool) {
	across := page.Rule{X0: b.X0, Y0: b.CentreY(), X1: b.X1, Y1: b.CentreY(), Width: b.Height(), Light: light}
	down := page.Rule{X0: b.CentreX(), Y0: b.Y0, X1: b.CentreX(), Y1: b.Y1, Width: b.Width(), Light: light}
	r := across
	if in.dots.ok && near(in.dots.box.CentreX(), b.CentreX()) && !near(in.dots.box.CentreY(), b.CentreY()) {
		r = down
		last := &in.out.Rules[in.dots.rule]
		c := in.dots.box
		*last = page.Rule{X0: c.CentreX(), Y0: c.Y0, X1: c.CentreX(), Y1: c.Y1, Width: c.Width(), Light: last.Light}
	}
	in.dots = dotted{box: b, rule: len(in.out.Rules), ok: true}
	in.rule(r)
}

func (in *interpreter) rule(r page.Rule) { in.out.Rules = append(in.out.Rules, r) }

// frame notes the four sides of a frame that is drawn as a rectangle with a
// slightly smaller one cut out of it.
func (in *interpreter) frame(outer, inner part) bool {
	if !in.path.rectangular(inner) {
		return false
	}
	o, i := in.path.bound(outer), in.path.bound(inner)
	gaps := [...]float64{i.X0 - o.X0, i.Y0 - o.Y0, o.X1 - i.X1, o.Y1 - i.Y1}
	for _, g := range gaps {
		if g < 0 || g >= thin {
			return false
		}
	}
	if max(gaps[0], gaps[1], gaps[2], gaps[3]) < level || i.Width() < thin || i.Height() < thin {
		return false
	}
	for _, side := range [...]page.Box{
		{X0: o.X0, Y0: o.Y0, X1: o.X1, Y1: i.Y0}, {X0: o.X0, Y0: i.Y1, X1: o.X1, Y1: o.Y1},
		{X0: o.X0, Y0: o.Y0, X1: i.X0, Y1: o.Y1}, {X0: i.X1, Y0: o.Y0, X1: o.X1, Y1: o.Y1},
	} {
		if side.Width() > 0 && side.Height() > 0 {
			in.fillArea(side, true, false)
		}
	}
	return true
}

// strokePath turns the straight level segments of the path into rules.
func (in *interpreter) strokePath() {
	width := math.Abs(in.gs.lineWidth) * in.gs.ctm.scale()
	for _, s := range in.path.parts {
		points := in.path.points[s.lo:s.hi]
		for i := 1; i < len(points); i++ {
			if !points[i].curved {
				in.segment(points[i-1], points[i], width)
			}
		}
		if s.closed && len(points) > 2 {
			in.segment(points[len(points)-1], points[0], width)
		}
	}
}

// segment notes one stroked segment if it is level or upright. What the clip
// leaves of its thickness is its width.
func (in *interpreter) segment(a, b vertex, width float64) {
	dx, dy := math.Abs(a.x-b.x), math.Abs(a.y-b.y)
	across := dy <= slope*dx || dy <= level && dx > level
	if !across && !(dx <= slope*dy || dx <= level && dy > level) || max(dx, dy) <= level {
		return
	}
	box := page.Box{X0: min(a.x, b.x), Y0: min(a.y, b.y), X1: max(a.x, b.x), Y1: max(a.y, b.y)}
	if across {
		y := (a.y + b.y) / 2
		box.Y0, box.Y1 = y-width/2, y+width/2
	} else {
		x := (a.x + b.x) / 2
		box.X0, box.X1 = x-width/2, x+width/2
	}
	box, ok := intersect(box, in.gs.clip)
	if !ok {
		return
	}
	gray := in.gs.stroke.seen()
	r := page.Rule{Dashed: in.gs.dashed, Light: gray > light}
	if across {
		r.X0, r.Y0, r.X1, r.Y1, r.Width = box.X0, box.CentreY(), box.X1, box.CentreY(), box.Height()
	} else {
		r.X0, r.Y0, r.X1, r.Y1, r.Width = box.CentreX(), box.Y0, box.CentreX(), box.Y1, box.Width()
	}
	if r.Width > thick {
		in.out.Fills = append(in.out.Fills, page.Fill{Box: box, Gray: gray})
		if in.opaque(&in.gs.stroke) && !in.gs.dashed {
			in.coverWith(box)
		}
		return
	}
	in.rule(r)
}

// slope is the most that a rule may rise over its length: half a degree.
const slope = 0.009
