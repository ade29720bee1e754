package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// mayImport is the import rule of ARCHITECTURE.md: for each package, the
// packages of the project that it may reach, directly or not.
var mayImport = map[string][]string{
	"nianbao/internal/cjk":       {},
	"nianbao/internal/catalogue": {},
	"nianbao/page":               {"nianbao/internal/cjk"},
	"nianbao/extract/pdf":        {"nianbao/page", "nianbao/internal/cjk"},
	"nianbao/extract/text":       {"nianbao/page", "nianbao/internal/cjk"},
	"nianbao/extract":            {"nianbao/page", "nianbao/extract/pdf", "nianbao/extract/text", "nianbao/internal/cjk"},
	"nianbao/tables":             {"nianbao/page", "nianbao/internal/cjk"},
	"nianbao/segment":            {"nianbao/page", "nianbao/internal/cjk"},
	"nianbao/forms":              {"nianbao/page", "nianbao/tables", "nianbao/internal/cjk"},
	"nianbao/checks":             {"nianbao/page", "nianbao/tables", "nianbao/segment", "nianbao/forms", "nianbao/internal/cjk", "nianbao/internal/catalogue"},
	"nianbao/report":             {"nianbao/page", "nianbao/tables", "nianbao/segment", "nianbao/forms", "nianbao/checks", "nianbao/internal/cjk", "nianbao/internal/catalogue"},
	"nianbao/export":             {"nianbao/page", "nianbao/tables", "nianbao/segment", "nianbao/forms", "nianbao/checks", "nianbao/report", "nianbao/internal/cjk", "nianbao/internal/catalogue"},
}

// onlyIn says which packages may import a library directly.
var onlyIn = map[string][]string{
	"github.com/ledongthuc/pdf":       {"nianbao/extract/pdf"},
	"github.com/xuri/excelize/v2":     {"nianbao/export"},
	"github.com/go-ego/gse":           {"nianbao/segment"},
	"github.com/spf13/pflag":          {"nianbao/cmd/nianbao", "nianbao/fixtures/gen"},
	"github.com/shopspring/decimal":   {"nianbao/forms"},
	"golang.org/x/text/message":       {"nianbao/internal/catalogue"},
	"github.com/jedib0t/go-pretty/v6": {"nianbao/cmd/nianbao"},
}

func TestImportRule(t *testing.T) {
	for pkg, allowed := range mayImport {
		for _, dep := range goList(t, "-deps", pkg) {
			if dep != pkg && strings.HasPrefix(dep, "nianbao/") && !slices.Contains(allowed, dep) {
				t.Errorf("%s reaches %s", pkg, dep)
			}
		}
	}
	for _, line := range goList(t, "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./../../...") {
		words := strings.Fields(line)
		if _, known := mayImport[words[0]]; !known && !strings.HasPrefix(words[0], "nianbao/cmd/") && !strings.HasPrefix(words[0], "nianbao/fixtures") {
			t.Errorf("%s has no place in the import rule", words[0])
		}
		for _, imported := range words[1:] {
			if strings.HasPrefix(imported, "nianbao/cmd/") {
				t.Errorf("%s imports a command", words[0])
			}
			for library, owners := range onlyIn {
				if (imported == library || strings.HasPrefix(imported, library+"/")) && !slices.Contains(owners, words[0]) {
					t.Errorf("%s imports %s, which only %v may", words[0], imported, owners)
				}
			}
		}
	}
}

func goList(t *testing.T, args ...string) []string {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list"}, args...)...).Output()
	if err != nil {
		t.Fatalf("go list %v: %v", args, err)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}
