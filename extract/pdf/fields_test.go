package pdf

import (
	"testing"

	"nianbao/page"
)

func TestFieldsWithoutAppearance(t *testing.T) {
	for field, want := range map[string]string{
		"/FT /Tx /V (12 34)":                      "12 34",
		"/FT /Tx /V (a\\rb) /Ff 4096":             "ab",
		"/FT /Ch /V (choice)":                     "choice",
		"/FT /Tx /V (secret) /Ff 8192":            "",
		"/FT /Tx /V <FEFF5E74>":                   "",
		"/FT /Btn /V /Yes":                        "",
		"/Parent << /FT /Tx /V (from above) >>":   "from above",
		"/FT /Tx /V (hidden) /F 2":                "",
		"/FT /Tx /V (x) /DA (/Helv 0 Tf 1 g 0 g)": "x",
	} {
		data := onePage("", "", "/Annots [<< /Subtype /Widget /Rect [20 30 120 60] "+field+" >>]")
		data = append(data, `1 0 obj << /Type /Catalog /Pages 2 0 R /AcroForm << /DA (/Helv 10 Tf 0 g) /DR << /Font << /Helv 5 0 R >> >> >> >> endobj
`...)
		p := mustRead(t, data)
		if got := shown(p, page.InkVisible); got != want {
			t.Errorf("%s: %q, want %q", field, got, want)
		}
		for _, g := range p.Glyphs {
			if !(page.Box{X0: 20, Y0: 40, X1: 120, Y1: 70}).Contains(g.X, g.Y) {
				t.Errorf("%s: %q at %v %v", field, g.Text, g.X, g.Y)
			}
		}
	}
}
