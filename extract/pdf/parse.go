package pdf

// parser builds objects from PDF syntax.
type parser struct {
	lexer
	file  *file
	depth int
}

// object reads one object. A closing bracket or the end of the data gives nil
// and is consumed.
func (p *parser) object() *object {
	p.reset()
	return p.from(p.next())
}

func (p *parser) from(t token) *object {
	switch t {
	case tokNumber:
		return p.numberOrReference()
	case tokName:
		return &object{kind: kindName, text: string(p.text)}
	case tokString:
		return &object{kind: kindString, text: string(p.text)}
	case tokArrayOpen:
		return p.array()
	case tokDictOpen:
		return p.dictionary()
	case tokWord:
		switch string(p.text) {
		case "true":
			return &object{kind: kindBool, num: 1}
		case "false":
			return &object{kind: kindBool}
		}
	}
	return nil
}

// numberOrReference looks two tokens ahead for "12 0 R".
func (p *parser) numberOrReference() *object {
	o := &object{kind: kindNumber, num: p.num}
	if !p.whole || p.num < 0 || p.file == nil {
		return o
	}
	after := p.pos
	if p.next() == tokNumber && p.whole && p.num >= 0 {
		gen := p.num
		if p.next() == tokWord && len(p.text) == 1 && p.text[0] == 'R' {
			return &object{kind: kindReference, source: p.file, id: clampInt(o.num), gen: clampInt(gen)}
		}
	}
	p.pos = after
	return o
}

func (p *parser) array() *object {
	o := &object{kind: kindArray}
	if p.depth++; p.depth > maxNesting {
		return nil
	}
	defer func() { p.depth-- }()
	for {
		p.reset()
		t := p.next()
		if t == tokEOF || t == tokArrayClose || p.lost(t) {
			return o
		}
		o.list = append(o.list, p.from(t))
	}
}

// lost reports whether a word shows that the object was never closed. The word
// is put back for the caller.
func (p *parser) lost(t token) bool {
	if t != tokWord {
		return false
	}
	switch string(p.text) {
	case "endobj", "stream", "endstream", "obj":
		p.pos -= len(p.text)
		return true
	}
	return false
}

func (p *parser) dictionary() *object {
	o := &object{kind: kindDict, dict: map[string]*object{}}
	if p.depth++; p.depth > maxNesting {
		return nil
	}
	defer func() { p.depth-- }()
	for {
		p.reset()
		t := p.next()
		if t == tokEOF || t == tokDictClose || p.lost(t) {
			return o
		}
		if t != tokName {
			continue
		}
		name := string(p.text)
		t = p.next()
		if t == tokDictClose || t == tokEOF || p.lost(t) {
			return o
		}
		if v := p.from(t); v != nil {
			o.dict[name] = v
		}
	}
}

// indirect reads "N G obj …" at the parser's place, with the stream where one
// follows the dictionary. It gives nil where no such definition is found.
func (p *parser) indirect(id int) *object {
	if p.next() != tokNumber || clampInt(p.num) != id || p.next() != tokNumber {
		return nil
	}
	gen := clampInt(p.num)
	if p.next() != tokWord || string(p.text) != "obj" {
		return nil
	}
	o := p.object()
	if o == nil || o.kind != kindDict {
		return o
	}
	if p.next() != tokWord || string(p.text) != "stream" {
		return o
	}
	for p.peek() == ' ' {
		p.pos++
	}
	if p.peek() == '\r' {
		p.pos++
	}
	if p.peek() == '\n' {
		p.pos++
	}
	o.kind, o.source, o.id, o.gen, o.offset = kindStream, p.file, id, gen, p.pos
	return o
}
