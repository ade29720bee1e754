package pdf

import (
	"math"

	"nianbao/page"
)

// matrix maps x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{1, 0, 0, 1, 0, 0}

// then is m followed by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// scale is the factor by which lengths grow, on average over directions.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

// upright reports whether level lines stay level or become upright ones.
func (m matrix) upright() bool {
	const slack = 1e-3
	across, down := math.Abs(m.a)+math.Abs(m.d), math.Abs(m.b)+math.Abs(m.c)
	return down <= slack*across || across <= slack*down
}

// box is the bound of a transformed box.
func (m matrix) box(b page.Box) page.Box {
	x0, y0 := m.apply(b.X0, b.Y0)
	x1, y1 := m.apply(b.X1, b.Y0)
	x2, y2 := m.apply(b.X0, b.Y1)
	x3, y3 := m.apply(b.X1, b.Y1)
	return page.Box{
		X0: min(x0, x1, x2, x3), Y0: min(y0, y1, y2, y3),
		X1: max(x0, x1, x2, x3), Y1: max(y0, y1, y2, y3),
	}
}

// boxOf is an array of two opposite corners, in any order.
func boxOf(o *object) (page.Box, bool) {
	if o.len() < 4 {
		return page.Box{}, false
	}
	x0, y0, x1, y1 := o.at(0).float(), o.at(1).float(), o.at(2).float(), o.at(3).float()
	return page.Box{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)}, true
}

// intersect is what two boxes share; ok is false where that is nothing. A line
// has no extent in one direction and still may be shared.
func intersect(a, b page.Box) (page.Box, bool) {
	c := page.Box{X0: max(a.X0, b.X0), Y0: max(a.Y0, b.Y0), X1: min(a.X1, b.X1), Y1: min(a.Y1, b.Y1)}
	return c, c.X0 <= c.X1 && c.Y0 <= c.Y1
}

// nowhere is a clip that lets nothing through.
var nowhere = page.Box{X0: math.Inf(1), Y0: math.Inf(1), X1: math.Inf(-1), Y1: math.Inf(-1)}
