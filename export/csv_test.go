package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"nianbao/report"
)

func TestCSV(t *testing.T) {
	r := rich(t)
	put(r, "art20_1/rules/issued", "=1+1")
	put(r, "art20_1/rules/repealed", "-")
	put(r, "art20_1/rules/in_force", "-417")
	var out bytes.Buffer
	if err := CSV(&out, r, false); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+len(r.Facts) || strings.Join(rows[0], ",") != strings.Join(csvHeader, ",") {
		t.Fatalf("%d rows, header %v", len(rows), rows[0])
	}
	for i, want := range []string{
		"art20_1|rules|issued||'=1+1|件|text|规章|本年制发件数|3|100|200.46|139.5|218|",
		"art20_1|rules|repealed||-|件|dash|规章|本年废止件数|3|140|200.46|179.5|218|",
		"art20_1|rules|in_force|-417|-417|件|number|规章|现行有效件数|3|180|200.46|219.5|218|",
	} {
		if got := strings.Join(rows[1+i], "|"); got != want {
			t.Errorf("row %d\n got %s\nwant %s", i, got, want)
		}
	}
}

func TestCSVByteOrderMark(t *testing.T) {
	for _, bom := range []bool{true, false} {
		var out bytes.Buffer
		if err := CSV(&out, &report.Report{}, bom); err != nil {
			t.Fatal(err)
		}
		if got := bytes.HasPrefix(out.Bytes(), []byte("\xef\xbb\xbf")); got != bom {
			t.Errorf("bom %v: %q", bom, out.String())
		}
	}
}

func TestGuard(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "-": "-", "—": "—", "/": "/", "-417": "-417", "+3": "+3", "3.50": "3.50", "无": "无",
		"=1+1": "'=1+1", "+cmd|' /C calc'!A0": "'+cmd|' /C calc'!A0", "@SUM(1)": "'@SUM(1)", "-2+3": "'-2+3",
		"--253": "'--253", "\t=1": "'\t=1", "\r=1": "'\r=1",
	} {
		if got := guard(in); got != want {
			t.Errorf("guard(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestJSONL(t *testing.T) {
	r := mixed()
	var out bytes.Buffer
	if err := JSONL(&out, r); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != len(r.Facts) {
		t.Fatalf("%d lines for %d facts", len(lines), len(r.Facts))
	}
	want := `{"source":"huaian_2024.pdf","sha256":"` + r.Source.SHA256 + `","agency":"淮安市人民政府","year":2024,"table":`
	for _, line := range lines {
		if !json.Valid([]byte(line)) || !strings.HasPrefix(line, want) {
			t.Fatalf("%s", line)
		}
	}
}
