package page

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
)

// MarshalJSON writes the box as [x0, y0, x1, y1], to a hundredth of a point.
func (b Box) MarshalJSON() ([]byte, error) {
	out := []byte{'['}
	for i, v := range [...]float64{b.X0, b.Y0, b.X1, b.Y1} {
		if i > 0 {
			out = append(out, ',')
		}
		r := math.Round(v*100) / 100
		if r == 0 {
			r = 0 // no negative zero
		}
		out = strconv.AppendFloat(out, r, 'f', -1, 64)
	}
	return append(out, ']'), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (b *Box) UnmarshalJSON(data []byte) error {
	var v []float64
	if err := json.Unmarshal(data, &v); err != nil {
		return err
	}
	if len(v) != 4 {
		return fmt.Errorf("a box has four numbers, this one has %d", len(v))
	}
	*b = Box{v[0], v[1], v[2], v[3]}
	return nil
}
