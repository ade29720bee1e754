package export

import (
	"encoding/json"
	"io"

	"nianbao/forms"
	"nianbao/report"
)

// factLine is one fact with the report it comes from, so that the lines of
// many reports can be put into one file.
type factLine struct {
	Source string `json:"source"` // base name of the file
	SHA256 string `json:"sha256"`
	Agency string `json:"agency"`
	Year   int    `json:"year,omitempty"`
	forms.Fact
}

// JSONL writes the facts one a line, each an object of its own: the keys of a
// fact after source, sha256, agency and year of the report.
func JSONL(w io.Writer, r *report.Report) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	line := factLine{Source: r.Source.Name, SHA256: r.Source.SHA256, Agency: r.Metadata.Agency, Year: r.Metadata.Year}
	for _, f := range r.Facts {
		f.Label = list(f.Label)
		line.Fact = f
		if err := enc.Encode(line); err != nil {
			return err
		}
	}
	return nil
}
