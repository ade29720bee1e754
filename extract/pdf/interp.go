package pdf

import (
	"context"
	"errors"

	"nianbao/page"
)

// interpreter draws one page: it runs its content streams and notes the marks.
type interpreter struct {
	ctx  context.Context
	file *file
	leaf leaf
	out  *page.Page
	area page.Box // the page itself

	gs      state
	stack   []state
	over    int // q operators past maxStates
	path    path
	tm      matrix // text matrix
	line    matrix // text line matrix
	inked   []inking
	images  []int // of each image: how many fills came before it
	dots    dotted
	covers  []cover
	tally   [buckets]int // fills by luminance, the first counted ones
	counted int

	resources *object
	fontNames map[fontName]*font
	forms     []*object // being drawn, outermost first
	marked    []bool    // of each open marked-content section: hidden
	hidden    int       // how many of them are
	operators int

	operands []operand
	items    []operand // elements of the arrays among the operands
}

// operand is one value before an operator.
type operand struct {
	kind   token
	num    float64
	text   []byte
	lo, hi int // of an array: its elements in items
}

type fontName struct {
	resources *object
	name      string
}

func newInterpreter(ctx context.Context, f *file, l leaf, out *page.Page) *interpreter {
	area := page.Box{X1: l.width, Y1: l.height}
	return &interpreter{
		ctx: ctx, file: f, leaf: l, out: out, area: area,
		gs: newState(l.base, area), tm: identity, line: identity,
		resources: l.resources, fontNames: map[fontName]*font{},
	}
}

// page draws the contents and then the annotations.
func (in *interpreter) page() error {
	content, err := in.file.contents(in.leaf.dict)
	if err != nil {
		return err
	}
	if err := in.run(content); err != nil {
		return err
	}
	return in.annotations()
}

// contents joins the content streams of a page: together they are one stream,
// and a token never goes over the border between two.
func (f *file) contents(dict *object) ([]byte, error) {
	c := dict.key("Contents")
	if c == nil {
		if dict.has("Contents") {
			return nil, &page.Fault{Code: page.FaultDamaged, Detail: "content is missing"}
		}
		return nil, nil
	}
	if c.is(kindStream) {
		return f.content(c)
	}
	var all []byte
	for i := range c.len() {
		part := c.at(i)
		if part == nil {
			return nil, &page.Fault{Code: page.FaultDamaged, Detail: "content is missing"}
		}
		data, err := f.content(part)
		if err != nil {
			return nil, err
		}
		if int64(len(all)+len(data)) > f.lim.Stream {
			return nil, &page.Fault{Code: page.FaultTooLarge, Detail: "content of one page"}
		}
		all = append(append(all, data...), '\n')
	}
	return all, nil
}

// content decodes a stream of operators.
func (f *file) content(o *object) ([]byte, error) {
	data, err := f.decode(o)
	return data, contentFault(err)
}

// contentFault refuses content that is cut short or was changed: it would
// silently lack text, or show other numbers.
func contentFault(err error) error {
	if errors.Is(err, errCutShort) || errors.Is(err, errPicture) || errors.Is(err, errChecksum) {
		return &page.Fault{Code: page.FaultDamaged, Detail: "content", Err: err}
	}
	return err
}

// checkEvery is how many operators or glyphs go between two looks at the clock.
const checkEvery = 4096

// run interprets content with the resources that are set.
func (in *interpreter) run(content []byte) error {
	l := &lexer{data: content}
	for {
		l.reset()
		in.operands, in.items = in.operands[:0], in.items[:0]
		name, more := in.collect(l)
		if !more {
			return nil
		}
		if in.operators++; in.operators%checkEvery == 0 {
			if err := in.ctx.Err(); err != nil {
				return err
			}
			if in.operators > in.file.lim.Operators {
				return &page.Fault{Code: page.FaultTooLarge, Detail: "operators of one page"}
			}
		}
		if len(name) == 2 && name[0] == 'B' && name[1] == 'I' {
			in.inlineImage(l)
			continue
		}
		if operator := operators[string(name)]; operator != nil {
			if err := operator(in); err != nil {
				return err
			}
		}
	}
}

// collect reads operands up to the next operator.
func (in *interpreter) collect(l *lexer) (name []byte, more bool) {
	for {
		t := l.next()
		switch t {
		case tokEOF:
			return nil, false
		case tokWord:
			return l.text, true
		case tokArrayOpen:
			in.array(l)
			continue
		case tokDictOpen:
			skipDict(l)
		case tokArrayClose, tokDictClose:
			continue
		}
		if len(in.operands) < maxOperands {
			in.operands = append(in.operands, operand{kind: t, num: l.num, text: l.text})
		}
	}
}

// array reads the elements of an array; arrays within it are flattened.
func (in *interpreter) array(l *lexer) {
	lo := len(in.items)
	for depth := 1; depth > 0; {
		switch t := l.next(); t {
		case tokEOF:
			depth = 0
		case tokArrayOpen:
			depth++
		case tokArrayClose:
			depth--
		case tokNumber, tokString, tokName:
			in.items = append(in.items, operand{kind: t, num: l.num, text: l.text})
		}
	}
	in.operands = append(in.operands, operand{kind: tokArrayOpen, lo: lo, hi: len(in.items)})
}

func skipDict(l *lexer) {
	for depth := 1; depth > 0; {
		switch l.next() {
		case tokEOF:
			return
		case tokDictOpen:
			depth++
		case tokDictClose:
			depth--
		}
	}
}

// num is the i'th operand counted from the operator backwards: 0 is the last.
// Counting backwards is what makes surplus operands harmless.
func (in *interpreter) num(i int) float64 {
	if k := len(in.operands) - 1 - i; k >= 0 && in.operands[k].kind == tokNumber {
		return in.operands[k].num
	}
	return 0
}

// last is the last operand.
func (in *interpreter) last() operand {
	if n := len(in.operands); n > 0 {
		return in.operands[n-1]
	}
	return operand{}
}

// numbers are the operands that are numbers.
func (in *interpreter) numbers(buf []float64) []float64 {
	for _, o := range in.operands {
		if o.kind == tokNumber {
			buf = append(buf, o.num)
		}
	}
	return buf
}
