package export

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"nianbao/forms"
	"nianbao/report"
	"nianbao/segment"
)

func encode(t *testing.T, r *report.Report) string {
	t.Helper()
	var out bytes.Buffer
	if err := JSON(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// What JSON writes is what the published schema describes, be the report rich
// or empty.
func TestJSONHoldsToSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(report.SchemaJSON()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("report.json", doc); err != nil {
		t.Fatal(err)
	}
	schema := c.MustCompile("report.json")
	empty := &report.Report{Schema: report.Schema, Source: report.Source{SHA256: strings.Repeat("0", 64), Kind: "text"}}
	nils := &report.Report{Schema: report.Schema, Source: empty.Source,
		Sections:   []segment.Section{{Level: 1, Sections: []segment.Section{{Level: 2}}}},
		Tables:     []report.Table{{}},
		Facts:      []forms.Fact{{Table: "requests", Row: "received", Col: "total", Kind: forms.KindBlank}},
		Unassessed: rich(t).Unassessed}
	nils.Unassessed[0].Missing = nil
	for name, r := range map[string]*report.Report{
		"empty": empty, "nils": nils, "rich": rich(t), "mixed": mixed(), "2019": sample("2019", allOf("2019")),
	} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(encode(t, r)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestJSONShape(t *testing.T) {
	r := rich(t)
	r.Metadata.Title = "<甲&乙>"
	out := encode(t, r)
	for _, want := range []string{`"title": "<甲&乙>"`, `"value": 59237.2449`, `"sections": []`, "{\n  \"schema\": \"nianbao/report/v1\",\n  \"source\""} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s", want)
		}
	}
	if !strings.HasSuffix(out, "}\n") {
		t.Error("no newline at the end")
	}
	if r.Sections[1].Sections != nil {
		t.Error("the report itself was changed")
	}
}

func TestReadJSON(t *testing.T) {
	first := encode(t, rich(t))
	r, err := ReadJSON(strings.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	if again := encode(t, r); again != first {
		t.Error("reading and writing changed the report")
	}
}

func TestReadJSONRefuses(t *testing.T) {
	good := encode(t, mixed())
	for _, c := range []struct{ name, text, want string }{
		{"another schema", strings.Replace(good, "report/v1", "report/v2", 1), `is of schema "nianbao/report/v2"`},
		{"no schema", `{}`, `no "schema" key`},
		{"a list", `[]`, "not a report"},
		{"no JSON", "年报", "not JSON"},
		{"cut off", good[:len(good)/2], "not JSON"},
		{"text after it", good + "{}", "not JSON"},
		{"nothing", "", "not JSON"},
		{"a wrong type", strings.Replace(good, `"bytes": 412842`, `"bytes": "x"`, 1), "not a report"},
	} {
		_, err := ReadJSON(strings.NewReader(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}
