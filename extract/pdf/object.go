package pdf

// kind is the kind of an object.
type kind uint8

const (
	kindNull kind = iota
	kindBool
	kindNumber
	kindString
	kindName
	kindArray
	kindDict
	kindStream
	kindReference
)

// object is one PDF object. A nil *object is the null object, and every method
// may be called on it: what is not there, or of another kind, reads as zero.
// References are followed on the way, so that callers never see one. An
// indirect object is read once: its address is its identity.
type object struct {
	kind kind
	num  float64 // of a number; 1 for true
	text string  // of a string or name, decoded
	list []*object
	dict map[string]*object

	source *file // of a reference or stream
	id     int   // of a reference or stream: the object's number
	gen    int   // of a reference or stream: its generation
	offset int   // of a stream: where its data start in source.data
	seen   *object
	done   bool // of a reference: seen is its target
}

// get follows references.
func (o *object) get() *object {
	for depth := 0; o != nil && o.kind == kindReference; depth++ {
		if depth > maxReferences {
			return nil
		}
		if !o.done {
			o.seen, o.done = o.source.load(o.id, o.gen), true
		}
		o = o.seen
	}
	return o
}

// is reports whether the object, after references, is of the kind.
func (o *object) is(k kind) bool {
	o = o.get()
	return o != nil && o.kind == k
}

// key is the entry of a dictionary, or of a stream's dictionary.
func (o *object) key(name string) *object {
	if o = o.get(); o == nil {
		return nil
	}
	return o.dict[name].get()
}

// has reports whether a dictionary names a key, be it of a missing object.
func (o *object) has(name string) bool {
	if o = o.get(); o == nil {
		return false
	}
	return o.dict[name] != nil
}

// at is an element of an array.
func (o *object) at(i int) *object {
	if o = o.get(); o == nil || i < 0 || i >= len(o.list) {
		return nil
	}
	return o.list[i].get()
}

// len is the length of an array.
func (o *object) len() int {
	if o = o.get(); o == nil {
		return 0
	}
	return len(o.list)
}

// float is a number.
func (o *object) float() float64 {
	if o = o.get(); o == nil || o.kind != kindNumber {
		return 0
	}
	return o.num
}

// number is a number with a default for anything else.
func (o *object) number(otherwise float64) float64 {
	if o = o.get(); o == nil || o.kind != kindNumber {
		return otherwise
	}
	return o.num
}

// int is a number without its fraction, kept within 32 bits.
func (o *object) int() int { return clampInt(o.float()) }

func clampInt(v float64) int {
	const limit = 1<<31 - 1
	switch {
	case v != v:
		return 0
	case v > limit:
		return limit
	case v < -limit:
		return -limit
	}
	return int(v)
}

// bool is a boolean.
func (o *object) bool() bool {
	o = o.get()
	return o != nil && o.kind == kindBool && o.num != 0
}

// name is a name without its slash.
func (o *object) name() string {
	if o = o.get(); o == nil || o.kind != kindName {
		return ""
	}
	return o.text
}

// bytes are those of a string.
func (o *object) bytes() string {
	if o = o.get(); o == nil || o.kind != kindString {
		return ""
	}
	return o.text
}

// floats are the numbers of an array.
func (o *object) floats() []float64 {
	n := o.len()
	if n == 0 {
		return nil
	}
	out := make([]float64, n)
	for i := range out {
		out[i] = o.at(i).float()
	}
	return out
}

// matrix is an array of six numbers, or the identity.
func (o *object) matrix() matrix {
	if o.len() != 6 {
		return identity
	}
	v := o.floats()
	return matrix{v[0], v[1], v[2], v[3], v[4], v[5]}
}
