// Package catalogue holds every sentence that nianbao says to a user, in
// Chinese and in English, under one key each.
//
// Goal: one place to read, correct and translate them. Non-goal: the words of
// the statutory forms; those are data of package forms.
package catalogue

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// Speaker says things in one language.
type Speaker struct{ printer *message.Printer }

// Chinese is the language of the reports, and of what is written into files.
var Chinese = In(language.Chinese)

// In gives the speaker of a language; any but Chinese is English.
func In(tag language.Tag) Speaker {
	return Speaker{message.NewPrinter(tag, message.Catalog(texts))}
}

// ForLocale gives the speaker for the first POSIX locale name that is set:
// zh_CN.UTF-8, en_GB, C.
func ForLocale(names ...string) Speaker {
	for _, name := range names {
		if name == "" {
			continue
		}
		if strings.HasPrefix(strings.ToLower(name), "zh") {
			return Chinese
		}
		break
	}
	return In(language.English)
}

// Say gives the sentence of a key with its arguments put in. Arguments are
// strings: numbers keep the form that they were printed in. A key that does not
// exist is said as itself, which a test rules out.
func (s Speaker) Say(key string, args ...string) string {
	values := make([]any, len(args))
	for i, a := range args {
		values[i] = a
	}
	return s.printer.Sprintf(message.Key(key, key), values...)
}

// Has reports whether the catalogue has the key.
func Has(key string) bool {
	_, ok := sentences[key]
	return ok
}

var texts = build()

func build() *catalog.Builder {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	for key, s := range sentences {
		must(b.SetString(language.Chinese, key, s.zh))
		must(b.SetString(language.English, key, s.en))
	}
	return b
}

func must(err error) {
	if err != nil {
		panic("catalogue: " + err.Error()) // a broken build, found by any test
	}
}
