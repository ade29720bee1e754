package forms

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// Number is an exact decimal that keeps its printed decimals: 96171.60 stays
// 96171.60. The zero value is 0.
type Number struct{ d decimal.Decimal }

// ParseNumber reads a plain decimal: digits with an optional sign and point.
func ParseNumber(s string) (Number, error) {
	d, err := decimal.NewFromString(s)
	if err != nil {
		return Number{}, fmt.Errorf("%q is not a decimal number", s)
	}
	return Number{d}, nil
}

// Int makes a Number of an integer.
func Int(n int64) Number { return Number{decimal.NewFromInt(n)} }

// Add gives n + m.
func (n Number) Add(m Number) Number { return Number{n.d.Add(m.d)} }

// Sub gives n − m.
func (n Number) Sub(m Number) Number { return Number{n.d.Sub(m.d)} }

// Equal reports whether the two are the same number, 1.0 and 1 included.
func (n Number) Equal(m Number) bool { return n.d.Equal(m.d) }

// Cmp is -1, 0 or 1 as n is less than, equal to or greater than m.
func (n Number) Cmp(m Number) int { return n.d.Cmp(m.d) }

// IsZero reports whether n is 0.
func (n Number) IsZero() bool { return n.d.IsZero() }

// IsInteger reports whether n has no fraction.
func (n Number) IsInteger() bool { return n.d.IsInteger() }

// Decimals is the number of digits printed after the point.
func (n Number) Decimals() int { return int(max(0, -n.d.Exponent())) }

// Float64 is the nearest binary float, for spreadsheets that know no other.
func (n Number) Float64() float64 { return n.d.InexactFloat64() }

// String gives the plain decimal with the decimals it was printed with.
func (n Number) String() string { return n.d.StringFixed(int32(n.Decimals())) }

// MarshalJSON writes a JSON number, never in exponent form.
func (n Number) MarshalJSON() ([]byte, error) { return []byte(n.String()), nil }

// UnmarshalJSON reads a JSON number and keeps its decimals.
func (n *Number) UnmarshalJSON(data []byte) error {
	v, err := ParseNumber(string(data))
	if err != nil {
		return err
	}
	*n = v
	return nil
}
