package pdf

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"nianbao/page"
)

// sharedCases are other people's files, kept beside the project.
const sharedCases = "../../../shared/cases"

// caseFiles lists the PDF files of one folder of them.
func caseFiles(t *testing.T, folder string) []string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(sharedCases, folder, "*.pdf"))
	if len(files) == 0 {
		t.Skipf("no files in %s: these cases are not part of the project", filepath.Join(sharedCases, folder))
	}
	return files
}

func readFile(t *testing.T, name string) (*page.Document, error) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return Read(ctx, data, Limits{})
}

func TestSharedReports(t *testing.T) {
	for _, folder := range []string{"dev", "real"} {
		for _, name := range caseFiles(t, folder) {
			doc, err := readFile(t, name)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			for _, p := range doc.Pages {
				if p.Verdict != page.VerdictText && p.Verdict != page.VerdictEmpty {
					t.Errorf("%s page %d: verdict %s", name, p.Number, p.Verdict)
				}
				for _, g := range p.Glyphs {
					if g.Text == lost {
						t.Errorf("%s page %d: a glyph without text at %v %v", name, p.Number, g.X, g.Y)
						break
					}
				}
			}
		}
	}
}

func TestSharedBadFiles(t *testing.T) {
	want := map[string]page.Code{
		"empty.pdf": page.FaultDamaged, "html_named.pdf": page.FaultDamaged, "pagetree_loop.pdf": page.FaultDamaged,
		"truncated60.pdf": page.FaultDamaged, "flate_bomb.pdf": page.FaultTooLarge, "password.pdf": page.FaultEncrypted,
	}
	for _, name := range caseFiles(t, "bad") {
		_, err := readFile(t, name)
		var fault *page.Fault
		errors.As(err, &fault)
		switch code := want[filepath.Base(name)]; {
		case code == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case code != "" && (fault == nil || fault.Code != code):
			t.Errorf("%s: %v, want %s", name, err, code)
		}
	}
}

func TestSharedPDFText(t *testing.T) {
	for _, name := range caseFiles(t, "pdftext") {
		if _, err := readFile(t, name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
