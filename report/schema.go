package report

import (
	_ "embed"
	"slices"
)

//go:embed schema.json
var schemaJSON []byte

// SchemaJSON gives the JSON Schema (draft 2020-12) of a report written as
// JSON. The bytes are the caller's.
func SchemaJSON() []byte { return slices.Clone(schemaJSON) }
