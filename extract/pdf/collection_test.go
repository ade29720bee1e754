package pdf

import (
	"os"
	"path/filepath"
	"testing"
)

func TestCollections(t *testing.T) {
	for name, want := range map[string]map[uint32]string{
		"GB1":    {1: " ", 17: "0", 96: "　", 814: "!", 829: "0", 4559: "中", 30283: "꓆"},
		"CNS1":   {1: " ", 17: "0", 595: "一"},
		"Japan1": {1: " ", 17: "0", 1200: "一"},
		"Korea1": {1: " ", 17: "0", 1086: "가"},
	} {
		c := collections[name]()
		for cid, text := range want {
			if got := c.text(cid); got != text {
				t.Errorf("%s %d: %q, want %q", name, cid, got, text)
			}
		}
	}
	if got := collections["GB1"]().text(1 << 31); got != "" {
		t.Errorf("past the end: %q", got)
	}
}

func TestCollectionGivesText(t *testing.T) {
	info := "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"
	p := type0(t, "<11CF0331> Tj", "Identity-H", info)
	if got := shown(p, 0); got != "中$" {
		t.Errorf("got %q", got)
	}
	p = type0(t, "<0099> Tj", "Identity-H", "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >>")
	if got := shown(p, 0); got != lost {
		t.Errorf("Identity: got %q", got)
	}
}

// Widths of fonts with a predefined CMap are those of the CIDs, be the
// characters half as wide as Han or not.
func TestPredefinedWidths(t *testing.T) {
	for encoding, advance := range map[string]float64{"GBK-EUC-H": 5, "GBKp-EUC-H": 6, "UniGB-UCS2-H": 6} {
		code := "<31D6D0>"
		if encoding == "UniGB-UCS2-H" {
			code = "<00314E2D>"
		}
		p := type0(t, code+" Tj", encoding, "/DW 900 /W [1 95 600 814 [500] 815 939 500 4559 [800]]")
		if len(p.Glyphs) != 2 || !close2(p.Glyphs[0].Box.Width(), advance) || !close2(p.Glyphs[1].Box.Width(), 8) {
			t.Errorf("%s: %+v", encoding, p.Glyphs)
		}
	}
}

// popplerData is where Debian's package poppler-data has Adobe's CMaps.
const popplerData = "/usr/share/poppler/cMap"

// The predefined CMaps are read by way of Unicode. Adobe's own say the same CID
// for nearly every code: what differs are variants of one character, and rows
// that the national standard leaves empty.
func TestPredefinedAgainstAdobe(t *testing.T) {
	if _, err := os.Stat(popplerData); err != nil {
		t.Skip("poppler-data is not installed")
	}
	for name, l := range latins() {
		data, err := os.ReadFile(filepath.Join(popplerData, "Adobe-"+l.collection, name+"-H"))
		if err != nil {
			t.Fatal(err)
		}
		adobe, ours := parseCMap(data), charsetOf(name+"-H")
		if use := adobe.known; use != nil {
			continue // one that changes another, which is tested itself
		}
		total, cids, texts := 0, 0, 0
		for _, r := range adobe.cids {
			for code := r.lo; code <= r.hi; code++ {
				raw := codeBytes(adobe, code)
				if ours.split(raw) != len(raw) {
					t.Fatalf("%s: code %x is split", name, raw)
				}
				text := ours.text(raw)
				total++
				if l.cid(text) == r.cid+code-r.lo {
					cids++
				}
				if collections[l.collection]().text(r.cid+code-r.lo) == text {
					texts++
				}
			}
		}
		t.Logf("%s: %d codes, %.4f CIDs and %.4f texts agree", name, total, float64(cids)/float64(total), float64(texts)/float64(total))
		if l.collection == "GB1" && float64(cids) < 0.975*float64(total) {
			t.Errorf("%s: %d of %d CIDs", name, cids, total)
		}
	}
}

// codeBytes writes a code in the length that its codespace has.
func codeBytes(c *cmap, code uint32) []byte {
	for n := 1; n <= 4; n++ {
		raw := make([]byte, n)
		for i := range raw {
			raw[i] = byte(code >> (8 * (n - 1 - i)))
		}
		for _, s := range c.spaces {
			if s.bytes == n && code>>(8*min(n, 3)) == 0 && s.holds(raw) {
				return raw
			}
		}
	}
	return []byte{byte(code >> 24), byte(code >> 16), byte(code >> 8), byte(code)}
}
