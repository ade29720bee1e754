package page

import "math"

// Box is an upright rectangle in points, top left origin: X0 <= X1, Y0 <= Y1.
type Box struct{ X0, Y0, X1, Y1 float64 }

// Empty reports whether the box has no extent in both directions.
func (b Box) Empty() bool { return b.X1 <= b.X0 && b.Y1 <= b.Y0 }

// Width of the box in points.
func (b Box) Width() float64 { return b.X1 - b.X0 }

// Height of the box in points.
func (b Box) Height() float64 { return b.Y1 - b.Y0 }

// CentreX is the horizontal middle of the box.
func (b Box) CentreX() float64 { return (b.X0 + b.X1) / 2 }

// CentreY is the vertical middle of the box.
func (b Box) CentreY() float64 { return (b.Y0 + b.Y1) / 2 }

// Union is the smallest box that holds both; an empty box adds nothing.
func (b Box) Union(c Box) Box {
	if b == (Box{}) {
		return c
	}
	if c == (Box{}) {
		return b
	}
	return Box{math.Min(b.X0, c.X0), math.Min(b.Y0, c.Y0), math.Max(b.X1, c.X1), math.Max(b.Y1, c.Y1)}
}

// Contains reports whether the point lies in the box, edges included.
func (b Box) Contains(x, y float64) bool {
	return x >= b.X0 && x <= b.X1 && y >= b.Y0 && y <= b.Y1
}

// Overlaps reports whether the two boxes share any area or edge.
func (b Box) Overlaps(c Box) bool {
	return b.X0 <= c.X1 && c.X0 <= b.X1 && b.Y0 <= c.Y1 && c.Y0 <= b.Y1
}

// Grow returns the box made larger by d points on every side.
func (b Box) Grow(d float64) Box { return Box{b.X0 - d, b.Y0 - d, b.X1 + d, b.Y1 + d} }
