package extract

import (
	"context"
	"errors"
	"testing"

	"nianbao/fixtures"
	"nianbao/page"
)

func TestKind(t *testing.T) {
	for data, want := range map[string]page.Kind{
		"%PDF-1.7\n":                           page.KindPDF,
		"some junk first\n%PDF-1.4\n":          page.KindPDF,
		"PK\x03\x04word/document.xml":          page.KindZip,
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":     page.KindOLE,
		"<!DOCTYPE html><html>":                page.KindHTML,
		"\xef\xbb\xbf \n<HTML><head></head>":   page.KindHTML,
		"\x01\x02\x03\x04\x05\x06\x07\x08":     page.KindData,
		"一、总体情况":                               page.KindText,
		"\xff\xfe\x00\x4e\x01\x30\x0a\x00":     page.KindText,
		"2021 annual report on %PDF documents": page.KindText,
	} {
		if got := Kind([]byte(data)); got != want {
			t.Errorf("%q is %s, want %s", data, got, want)
		}
	}
}

func TestReadFixtures(t *testing.T) {
	for name, want := range map[string]page.Code{
		"yunxi_2021.pdf":       "",
		"songtang_2020.txt":    "",
		"zhuyu_2021.txt":       "",
		"notice_with_junk.pdf": "",
		"empty.pdf":            page.FaultEmpty,
		"locked.pdf":           page.FaultEncrypted,
		"scan.pdf":             page.FaultScan,
	} {
		data, err := fixtures.Source(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Read(context.Background(), "folder/"+name, data)
		var fault *page.Fault
		switch {
		case want == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case want == "" && (doc.Source.Name != name || doc.Source.Bytes != int64(len(data)) || len(doc.Source.SHA256) != 64):
			t.Errorf("%s: source %+v", name, doc.Source)
		case want != "" && (!errors.As(err, &fault) || fault.Code != want):
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
}

func TestReadStopsInTime(t *testing.T) {
	data, err := fixtures.Source("yunxi_2021.pdf")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 0)
	defer cancel()
	_, err = Read(ctx, "yunxi_2021.pdf", data)
	var fault *page.Fault
	if !errors.As(err, &fault) || fault.Code != page.FaultTimeout {
		t.Errorf("%v, want %s", err, page.FaultTimeout)
	}
}
