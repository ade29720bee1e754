package pdf

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	peer "github.com/ledongthuc/pdf"

	"nianbao/fixtures"
)

// An object layer of our own needs a second opinion. On files in good order the
// objects that it finds are those of github.com/ledongthuc/pdf: as many pages,
// the same content streams to the byte, the same fonts under the same names.
// (That library cannot take the place of ours: it never returns from a /Prev
// that points at itself, and allocates what /Size claims; neither can be
// stopped from within the process. See ARCHITECTURE.md.)
func TestObjectsAgreeWithPeer(t *testing.T) {
	for _, name := range []string{"yunxi_2021.pdf", "qinglan_2019.pdf", "bailuzhou_2023.pdf", "notice.pdf", "scan.pdf"} {
		data, err := fixtures.Source(name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) { comparePeer(t, data) })
	}
}

func TestSharedObjectsAgreeWithPeer(t *testing.T) {
	for _, name := range caseFiles(t, "real") {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		comparePeer(t, data)
	}
}

func comparePeer(t *testing.T, data []byte) {
	t.Helper()
	theirs, err := peer.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	ours, err := open(data, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	pages, err := ours.pages(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) != theirs.NumPage() {
		t.Fatalf("%d pages, the peer has %d", len(pages), theirs.NumPage())
	}
	for i, leaf := range pages {
		their := theirs.Page(i + 1)
		want, err := io.ReadAll(their.V.Key("Contents").Reader())
		if err != nil {
			t.Fatal(err)
		}
		got, err := ours.decode(leaf.dict.key("Contents"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("page %d: %d bytes of content, the peer has %d", i+1, len(got), len(want))
		}
		for _, font := range their.Fonts() {
			mine := leaf.resources.key("Font").key(font).key("BaseFont").name()
			if theirs := their.Font(font).BaseFont(); mine != theirs {
				t.Errorf("page %d: font %s is %q, the peer has %q", i+1, font, mine, theirs)
			}
		}
	}
}

// BenchmarkRead gives pages per second: everything that a page shows, from the
// bytes of the file.
func BenchmarkRead(b *testing.B) {
	for _, name := range []string{"yunxi_2021.pdf", "qinglan_2019.pdf"} {
		data, err := fixtures.Source(name)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(filepath.Base(name), func(b *testing.B) {
			pages := 0
			for b.Loop() {
				doc, err := Read(context.Background(), data, Limits{})
				if err != nil {
					b.Fatal(err)
				}
				pages += len(doc.Pages)
			}
			b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
		})
	}
}
