// Package forms holds the statutory forms as data and binds what a report
// prints to them: every printed number under the one key that the form gives.
//
// Goal: the right key or none; damaged labels, lost rows and extra rows fall
// out as matched, missing and unknown.
// Non-goal: arithmetic (package checks) and geometry (package tables).
package forms
