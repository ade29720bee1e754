package report_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"nianbao/report"
)

func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(report.SchemaJSON()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("report.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("report.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, s *jsonschema.Schema, text string) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return s.Validate(v)
}

// The smallest report: a text file in which nothing was found.
const bare = `{"schema": "nianbao/report/v1",
"source": {"name": "a.txt", "sha256": "0000000000000000000000000000000000000000000000000000000000000000", "bytes": 0, "kind": "text", "pages": 0, "reader": "text"},
"metadata": {"title": "", "agency": ""}, "form": null,
"sections": [], "tables": [], "facts": [], "findings": [], "unassessed": [], "pages": []}`

// A report with every key in it.
const full = `{"schema": "nianbao/report/v1",
"source": {"name": "a.pdf", "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "bytes": 412842, "kind": "pdf", "pages": 6, "reader": "pdf"},
"metadata": {"title": "年度报告", "agency": "某市人民政府", "year": 2024, "period": {"from": "2024-01-01", "to": "2024-12-31"},
  "compiled_by": "办公室", "address": "路1号", "postcode": "223001", "phone": "0517-1", "email": "a@b.cn",
  "citations": [{"title": "中华人民共和国政府信息公开条例", "number": "国令第711号"}, {"title": "通知"}]},
"form": "mixed",
"sections": [{"level": 1, "label": "一、", "title": "总体情况", "text": "甲\n乙", "page": 1, "key": "overview",
  "sections": [{"level": 2, "label": "（一）", "title": "主动公开", "text": "", "line": 7, "sections": []}]}],
"tables": [{"id": "requests", "edition": "2021", "section": "三、", "parts": [{"page": 4, "box": [52.1, 301, 541.9, 790.2]}],
  "grid": {"rows": 2, "cols": 2, "cells": [{"row": 0, "col": 0, "rowspan": 2, "colspan": 1, "text": "甲", "page": 4, "box": [0, 0, 1, 1]},
    {"row": 0, "col": 1, "rowspan": 1, "colspan": 1, "text": "", "line": 3}]}},
  {"id": "", "edition": "", "section": "", "parts": [], "grid": {"rows": 0, "cols": 0, "cells": []}}],
"facts": [{"table": "requests", "row": "denied.state_secret", "col": "natural_person", "value": 59237.2449, "raw": "59237.2449", "unit": "件",
  "kind": "number", "label": ["1.属于国家秘密", "自然人"], "page": 4, "box": [1, 2, 3, 4], "suggestion": 3},
  {"table": "art20_1", "row": "rules", "col": "issued", "value": null, "raw": "/", "kind": "slash", "label": [], "line": 4, "suggestion": null}],
"findings": [{"rule": "row_total", "severity": "error", "table": "requests", "row": "received", "col": "total", "section": "requests",
  "left": 1, "right": 2.5, "delta": -1.5, "class": "source", "assumed_zero": false, "facts": ["requests/denied.law_forbids/total"],
  "raw": "1", "message": "不等", "id": "abc"}],
"unassessed": [{"rule": "balance", "table": "requests", "row": "received", "col": "total", "missing": ["requests/received/total"]}],
"pages": [{"page": 1, "verdict": "text", "reader": "pdf"}]}`

func TestSchemaAccepts(t *testing.T) {
	s := compile(t)
	for name, text := range map[string]string{"bare": bare, "full": full} {
		if err := validate(t, s, text); err != nil {
			t.Errorf("%s: %#v", name, err)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	s := compile(t)
	for _, c := range []struct{ name, old, new string }{
		{"another schema", `nianbao/report/v1`, `nianbao/report/v2`},
		{"unknown key", `"form": "mixed"`, `"form": "mixed", "extra": 1`},
		{"no form", `"form": "mixed",`, ``},
		{"unknown form", `"mixed"`, `"2008"`},
		{"form a number", `"mixed"`, `2021`},
		{"short hash", `"sha256": "0123`, `"sha256": "123`},
		{"upper-case hash", `abcdef0123456789abcdef0123456789abcdef0123456789abcdef"`, `ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef"`},
		{"unknown file kind", `"kind": "pdf"`, `"kind": "PDF"`},
		{"negative size", `412842`, `-1`},
		{"unknown particular", `"postcode"`, `"zip"`},
		{"year as text", `"year": 2024`, `"year": "2024"`},
		{"no such date form", `2024-01-01`, `2024年1月1日`},
		{"citation without title", `{"title": "通知"}`, `{"number": "1"}`},
		{"section level 0", `"level": 2`, `"level": 0`},
		{"unknown section key", `"key": "overview"`, `"key": "summary"`},
		{"subsections null", `"line": 7, "sections": []`, `"line": 7, "sections": null`},
		{"page 0", `"page": 1, "key"`, `"page": 0, "key"`},
		{"edition of a table", `"edition": "2021"`, `"edition": "mixed"`},
		{"box of three", `[52.1, 301, 541.9, 790.2]`, `[52.1, 301, 541.9]`},
		{"box of five", `[52.1, 301, 541.9, 790.2]`, `[52.1, 301, 541.9, 790.2, 0]`},
		{"box of texts", `[52.1, 301, 541.9, 790.2]`, `["52.1", 301, 541.9, 790.2]`},
		{"empty span", `"rowspan": 2`, `"rowspan": 0`},
		{"parts null", `"parts": []`, `"parts": null`},
		{"cells null", `"cells": []`, `"cells": null`},
		{"value as text", `"value": 59237.2449`, `"value": "59237.2449"`},
		{"number without value", `"value": 59237.2449`, `"value": null`},
		{"slash with value", `"value": null`, `"value": 0`},
		{"unknown fact kind", `"kind": "slash"`, `"kind": "nil"`},
		{"fact without value", `"value": null, "raw": "/"`, `"raw": "/"`},
		{"fact without suggestion", `"line": 4, "suggestion": null`, `"line": 4`},
		{"labels null", `"label": []`, `"label": null`},
		{"three labels", `["1.属于国家秘密", "自然人"]`, `["1", "2", "3"]`},
		{"row id", `"row": "denied.state_secret"`, `"row": "Denied State"`},
		{"unknown severity", `"severity": "error"`, `"severity": "fatal"`},
		{"unknown class", `"class": "source"`, `"class": "mine"`},
		{"rule with a blank", `"rule": "row_total"`, `"rule": "row total"`},
		{"no message", `"message": "不等"`, `"message": ""`},
		{"delta as text", `"delta": -1.5`, `"delta": "-1.5"`},
		{"left null", `"left": 1`, `"left": null`},
		{"fact key of two parts", `"requests/denied.law_forbids/total"`, `"requests/total"`},
		{"missing null", `"missing": ["requests/received/total"]`, `"missing": null`},
		{"unknown verdict", `"verdict": "text"`, `"verdict": "fine"`},
	} {
		text := strings.Replace(full, c.old, c.new, 1)
		if text == full {
			t.Errorf("%s: the sample has no %s", c.name, c.old)
		}
		if validate(t, s, text) == nil {
			t.Errorf("%s: accepted", c.name)
		}
	}
}

// What the schema accepts, the types read without loss: the two describe one
// shape.
func TestSchemaAgreesWithTypes(t *testing.T) {
	dec := json.NewDecoder(strings.NewReader(full))
	dec.DisallowUnknownFields()
	var r report.Report
	if err := dec.Decode(&r); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var before, after any
	if err := json.Unmarshal([]byte(full), &before); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, &after); err != nil {
		t.Fatal(err)
	}
	a, _ := json.Marshal(before)
	b, _ := json.Marshal(after)
	if !bytes.Equal(a, b) {
		t.Errorf("the types lose or add something:\n%s\n%s", a, b)
	}
}
