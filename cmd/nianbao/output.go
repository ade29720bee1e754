package main

// The rules of output:
//   - a file appears under its name only when it is whole: it is written under
//     a temporary name beside it and renamed;
//   - the files of one report appear together, or none does;
//   - two inputs of one name in a run never overwrite each other: the second is
//     NAME-2, the third NAME-3;
//   - results go to standard output, everything else to standard error.

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"nianbao/export"
	"nianbao/report"
)

// format writes a report in one of the formats.
type format func(io.Writer, *report.Report) error

// formats are the formats of extract, by the extension of their files.
func formats(bom bool) map[string]format {
	return map[string]format{
		"json":  export.JSON,
		"xlsx":  export.XLSX,
		"csv":   func(w io.Writer, r *report.Report) error { return export.CSV(w, r, bom) },
		"jsonl": export.JSONL,
	}
}

// folder gives out the names of one run's files.
type folder struct {
	dir  string
	used map[string]int
}

// name gives the path, without extension, for the outputs of an input.
func (f *folder) name(input string) string {
	base := stem(input)
	for {
		f.used[base]++
		n := f.used[base]
		if n == 1 {
			return filepath.Join(f.dir, base)
		}
		next := fmt.Sprintf("%s-%d", base, n)
		if f.used[next] == 0 {
			f.used[next] = 1
			return filepath.Join(f.dir, next)
		}
	}
}

// write writes a report in the given formats and gives the paths written.
func write(base string, r *report.Report, names []string, all map[string]format) (paths []string, err error) {
	var temporary []string
	defer func() {
		for _, t := range temporary {
			_ = os.Remove(t) // only what was not renamed is still there
		}
	}()
	for _, n := range names {
		t, err := writeTemporary(filepath.Dir(base), r, all[n])
		if t != "" {
			temporary = append(temporary, t)
		}
		if err != nil {
			return nil, err
		}
	}
	for i, n := range names {
		path := base + "." + n
		if err := os.Rename(temporary[i], path); err != nil {
			return paths, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}

func writeTemporary(dir string, r *report.Report, to format) (name string, err error) {
	f, err := os.CreateTemp(dir, ".nianbao-*")
	if err != nil {
		return "", err
	}
	w := bufio.NewWriter(f)
	err = errors.Join(to(w, r), w.Flush(), f.Chmod(0o644), f.Close())
	return f.Name(), err
}
