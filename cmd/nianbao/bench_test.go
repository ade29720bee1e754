package main

import (
	"context"
	"testing"

	"nianbao/fixtures"
)

// BenchmarkExtract gives pages per second over the whole path: from the bytes
// of a file to its sections, tables, facts and findings.
func BenchmarkExtract(b *testing.B) {
	for _, name := range []string{"yunxi_2021.pdf", "qinglan_2019.pdf", "songtang_2020.txt"} {
		data, err := fixtures.Source(name)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			pages := 0
			for b.Loop() {
				r, err := assemble(context.Background(), name, data)
				if err != nil {
					b.Fatal(err)
				}
				pages += max(1, r.Source.Pages)
			}
			b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
		})
	}
}
