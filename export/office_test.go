package export

import (
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"nianbao/report"
)

// TestOffice asks LibreOffice, which shares no code with us, to open workbooks
// and to compute them anew.
func TestOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("skipped: no soffice on PATH, so no second program has opened a workbook and computed its formulas")
	}
	changed, before := changedWorkbook(t)
	books := map[string][]byte{
		"old": workbook(t, sample("2019", allOf("2019"))), "new": workbook(t, sample("2021", allOf("2021"))),
		"rich": workbook(t, rich(t)), "changed": changed, "hostile": workbook(t, hostileReport(hostile[0])),
		"empty": workbook(t, &report.Report{}),
	}
	sheets := compute(t, office, books)
	t.Run("sums that hold", func(t *testing.T) { sumsHold(t, books, sheets) })
	t.Run("a number changed by hand", func(t *testing.T) {
		var broken []string
		for _, c := range checkCells(t, open(t, changed), "依申请公开") {
			if got := at(t, sheets["changed-依申请公开"], c); got != "0" {
				broken = append(broken, c+" "+got)
			}
		}
		// E8 is granted, business: one more breaks the results of its column and the total of its row.
		if strings.Join(broken, ", ") != "L8 -1, E33 -1" {
			t.Errorf("E8 was %s and is one more; broken: %v", before, broken)
		}
	})
	t.Run("a printed break", func(t *testing.T) {
		for c, want := range map[string]string{"L6": "-1", "L7": "0", "J32": "-1", "D32": "0"} {
			if got := at(t, sheets["rich-依申请公开"], c); got != want {
				t.Errorf("%s is %q, want %q", c, got, want)
			}
		}
		f := open(t, books["rich"])
		for _, c := range checkCells(t, f, "依申请公开") {
			stored, _ := f.GetCellValue("依申请公开", c, excelize.Options{RawCellValue: true})
			if got := at(t, sheets["rich-依申请公开"], c); got != stored {
				t.Errorf("%s is %q, the file says %q", c, got, stored)
			}
		}
	})
	t.Run("texts that look like formulas", func(t *testing.T) {
		for sheet, c := range hostileCells {
			if got := at(t, sheets["hostile-"+sheet], c); got != hostile[0] {
				t.Errorf("%s %s shows %q for %q", sheet, c, got, hostile[0])
			}
		}
	})
	t.Run("an empty report", func(t *testing.T) {
		if got := at(t, sheets["empty-概览"], "A1"); got != wordTitle {
			t.Errorf("its title is %q", got)
		}
	})
}

// sumsHold looks at the check formulas of reports whose sums hold: all are 0,
// and there is one for each column and each row that the form adds up.
func sumsHold(t *testing.T, books map[string][]byte, sheets map[string][][]string) {
	for name, rows := range map[string]int{"old": 23, "new": 25} {
		for sheet, want := range map[string]int{"依申请公开": 2*7 + rows, "复议诉讼": 3} {
			cells := checkCells(t, open(t, books[name]), sheet)
			if len(cells) != want {
				t.Errorf("%s %s: %d check formulas, want %d", name, sheet, len(cells), want)
			}
			for _, c := range cells {
				if got := at(t, sheets[name+"-"+sheet], c); got != "0" {
					t.Errorf("%s %s %s is %q", name, sheet, c, got)
				}
			}
		}
	}
}

// changedWorkbook is a finished workbook in which somebody makes one number
// of the requests table, E8, greater by one.
func changedWorkbook(t *testing.T) (data []byte, before string) {
	t.Helper()
	r := sample("2021", allOf("2021"))
	f := open(t, workbook(t, r))
	n := fact(r, "requests/granted/business").Value
	if err := f.SetCellDefault("依申请公开", "E8", n.Add(*num("1")).String()); err != nil {
		t.Fatal(err)
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes(), n.String()
}

// compute gives the rows of every sheet, under "workbook-sheet", with numbers
// as computed and not as shown.
func compute(t *testing.T, office string, books map[string][]byte) map[string][][]string {
	t.Helper()
	dir := t.TempDir()
	// The last figure of the filter's options asks for every sheet in a file of its own.
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless",
		"--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "--outdir", dir}
	for name, data := range books {
		file := filepath.Join(dir, name+".xlsx")
		f := open(t, data)
		if err := f.UpdateLinkedValue(); err != nil { // takes the results out of the file
			t.Fatal(err)
		}
		if err := f.SaveAs(file); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	cmd := exec.CommandContext(t.Context(), office, args...)
	cmd.WaitDelay = time.Minute
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	sheets := map[string][][]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(strings.NewReader(string(data)))
		r.FieldsPerRecord = -1
		if sheets[strings.TrimSuffix(filepath.Base(file), ".csv")], err = r.ReadAll(); err != nil {
			t.Fatal(err)
		}
	}
	return sheets
}

// at gives a cell of computed rows. A row of a CSV file is a row of the sheet.
func at(t *testing.T, rows [][]string, name string) string {
	t.Helper()
	x, y, err := excelize.CellNameToCoordinates(name)
	if err != nil {
		t.Fatal(err)
	}
	if y > len(rows) || x > len(rows[y-1]) {
		return "(no such cell)"
	}
	return rows[y-1][x-1]
}

// checkCells lists the check formulas of a sheet, row by row.
func checkCells(t *testing.T, f *excelize.File, sheet string) []string {
	t.Helper()
	merged, err := f.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	covered := func(c cell) bool {
		return slices.ContainsFunc(merged, func(m excelize.MergeCell) bool {
			return slices.Contains(cellsOf(m)[1:], c)
		})
	}
	var names []string
	for y := 1; y <= 40; y++ {
		for x := 1; x <= 16; x++ {
			c := cell{x, y}
			if formula, _ := f.GetCellFormula(sheet, c.name()); formula != "" && !covered(c) {
				names = append(names, c.name())
			}
		}
	}
	return names
}
