package pdf

import (
	"math"

	"nianbao/page"
)

// path is the current path, in page coordinates: points are transformed as
// they come, as the standard wants it.
type path struct {
	points []vertex
	parts  []part
	clip   bool // W was seen: the path becomes a clip once it is painted
}

type vertex struct {
	x, y   float64
	curved bool // reached by a curve
}

// part is a subpath: points[lo:hi].
type part struct {
	lo, hi int
	closed bool
	curved bool
}

func (p *path) reset() { p.points, p.parts, p.clip = p.points[:0], p.parts[:0], false }

func (p *path) move(x, y float64) {
	n := len(p.points)
	p.points = append(p.points, vertex{x: x, y: y})
	p.parts = append(p.parts, part{lo: n, hi: n + 1})
}

func (p *path) lineTo(x, y float64) { p.add(vertex{x: x, y: y}) }

func (p *path) add(v vertex) {
	if len(p.parts) == 0 {
		p.move(v.x, v.y)
		return
	}
	last := &p.parts[len(p.parts)-1]
	if last.closed { // drawing goes on from where the closed subpath began
		p.move(p.points[last.lo].x, p.points[last.lo].y)
		last = &p.parts[len(p.parts)-1]
	}
	p.points = append(p.points, v)
	last.hi = len(p.points)
	last.curved = last.curved || v.curved
}

func (p *path) close() {
	if n := len(p.parts); n > 0 {
		p.parts[n-1].closed = true
	}
}

// bound is the box of a subpath.
func (p *path) bound(s part) page.Box {
	b := nowhere
	for _, v := range p.points[s.lo:s.hi] {
		b = page.Box{X0: min(b.X0, v.x), Y0: min(b.Y0, v.y), X1: max(b.X1, v.x), Y1: max(b.Y1, v.y)}
	}
	return b
}

// rectangular reports whether a subpath is an upright rectangle.
func (p *path) rectangular(s part) bool {
	v := p.points[s.lo:s.hi]
	if n := len(v); n == 5 && near(v[0].x, v[4].x) && near(v[0].y, v[4].y) {
		v = v[:4]
	}
	if len(v) != 4 || s.curved {
		return false
	}
	across := near(v[0].y, v[1].y) && near(v[1].x, v[2].x) && near(v[2].y, v[3].y) && near(v[3].x, v[0].x)
	down := near(v[0].x, v[1].x) && near(v[1].y, v[2].y) && near(v[2].x, v[3].x) && near(v[3].y, v[0].y)
	return across || down
}

// distinct reports whether a subpath shares no area with the others of its
// path, which may cut holes into it.
func (p *path) distinct(i int) bool {
	if len(p.parts) > maxParts {
		return false
	}
	b := p.bound(p.parts[i])
	for k, other := range p.parts {
		if c, ok := intersect(b, p.bound(other)); k != i && ok && c.Width() > level && c.Height() > level {
			return false
		}
	}
	return true
}

// maxParts is how many subpaths are compared with one another.
const maxParts = 64

// level is how far apart, in points, two coordinates may be and still count as
// one: writers round to a hundredth or so.
const level = 0.05

func near(a, b float64) bool { return math.Abs(a-b) <= level }

// point is a pair of operands in page coordinates, the i'th pair from the end.
func (in *interpreter) point(i int) (float64, float64) {
	return in.gs.ctm.apply(in.num(2*i+1), in.num(2*i))
}

// curve notes the end and the bound of a curve; its control points stand for
// its extent.
func (in *interpreter) curve() {
	for i := len(in.operands)/2 - 1; i >= 0; i-- {
		x, y := in.point(i)
		in.path.add(vertex{x: x, y: y, curved: true})
	}
}

func (in *interpreter) rectangle() {
	x, y, w, h := in.num(3), in.num(2), in.num(1), in.num(0)
	m := in.gs.ctm
	in.path.move(m.apply(x, y))
	in.path.lineTo(m.apply(x+w, y))
	in.path.lineTo(m.apply(x+w, y+h))
	in.path.lineTo(m.apply(x, y+h))
	in.path.close()
}

// paintOp makes a path painting operator: fill, stroke, close first.
func paintOp(fill, stroke, closes bool) func(*interpreter) error {
	return func(in *interpreter) error {
		if closes {
			in.path.close()
		}
		if fill && in.gs.fill.alpha > transparent && in.hidden == 0 {
			in.fillPath()
		}
		if stroke && in.gs.stroke.alpha > transparent && in.hidden == 0 {
			in.strokePath()
		}
		if in.path.clip {
			in.clipPath()
		}
		in.path.reset()
		return in.crowded()
	}
}

// clipPath narrows the clip to the bound of the path.
func (in *interpreter) clipPath() {
	bound := nowhere
	for _, s := range in.path.parts {
		b := in.path.bound(s)
		bound = page.Box{X0: min(bound.X0, b.X0), Y0: min(bound.Y0, b.Y0), X1: max(bound.X1, b.X1), Y1: max(bound.Y1, b.Y1)}
	}
	in.gs.ragged = in.gs.ragged || len(in.path.parts) != 1 || !in.path.rectangular(in.path.parts[0])
	var ok bool
	if in.gs.clip, ok = intersect(in.gs.clip, bound); !ok {
		in.gs.clip = nowhere
	}
}

// crowded stops a page that would fill the memory with marks.
func (in *interpreter) crowded() error {
	if len(in.out.Rules)+len(in.out.Fills)+len(in.out.Images) > maxMarks {
		return &page.Fault{Code: page.FaultTooLarge, Detail: "marks on one page"}
	}
	return nil
}
