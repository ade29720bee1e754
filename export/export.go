// Package export writes a report in the formats that people and programs keep:
// JSON (the exact and whole record), a workbook, CSV and JSON lines of facts.
//
// Goal: the same report gives the same bytes, and no format changes a printed
// number or leaves one out.
// Non-goal: deciding anything. What is odd in a report was found by package
// checks; here it is only shown.
package export
