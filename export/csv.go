package export

import (
	"encoding/csv"
	"io"
	"math"
	"strconv"
	"strings"

	"nianbao/forms"
	"nianbao/report"
)

// csvHeader names the columns of CSV. The places x0 to y1 are points from the
// top left of the page.
var csvHeader = []string{"table", "row", "col", "value", "raw", "unit", "kind", "row_label", "col_label",
	"page", "x0", "y0", "x1", "y1", "line"}

// CSV writes the facts one a line, under a header line. With bom set it starts
// with a byte order mark, without which Excel in Chinese takes UTF-8 for GBK.
//
// A text that a spreadsheet would run as a formula gets an apostrophe in front
// of it, as OWASP advises; the exact text is in the JSON. Numbers never get
// one, nor does a lone dash, which is a common mark for an empty cell.
func CSV(w io.Writer, r *report.Report, bom bool) error {
	if bom {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	if err := out.Write(csvHeader); err != nil {
		return err
	}
	for _, f := range r.Facts {
		if err := out.Write(csvRecord(f)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func csvRecord(f forms.Fact) []string {
	rowLabel, colLabel := labels(f)
	record := []string{guard(f.Table), guard(f.Row), guard(f.Col), numberText(f.Value), guard(f.Raw), guard(f.Unit),
		string(f.Kind), guard(rowLabel), guard(colLabel), positive(f.Page), "", "", "", "", positive(f.Line)}
	if f.Box != nil {
		for i, v := range [...]float64{f.Box.X0, f.Box.Y0, f.Box.X1, f.Box.Y1} {
			record[10+i] = shortest(v)
		}
	}
	return record
}

// guard keeps a text from being taken for a formula.
func guard(s string) string {
	if len(s) < 2 || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	if _, err := forms.ParseNumber(s); err == nil {
		return s
	}
	return "'" + s
}

// labels gives the printed row label and column label of a fact.
func labels(f forms.Fact) (row, col string) {
	if len(f.Label) > 0 {
		row = f.Label[0]
	}
	if len(f.Label) > 1 {
		col = f.Label[1]
	}
	return row, col
}

func numberText(n *forms.Number) string {
	if n == nil {
		return ""
	}
	return n.String()
}

// positive writes a page or line number; 0 stands for none.
func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// shortest writes a length to a hundredth of a point, as page.Box does in JSON.
func shortest(v float64) string {
	r := math.Round(v*100) / 100
	if r == 0 {
		r = 0 // no negative zero
	}
	return strconv.FormatFloat(r, 'f', -1, 64)
}
