package pdf

// Limits are the caller's bounds on what one file may cost. A zero field means
// the default.
type Limits struct {
	Pages     int   // most pages read; a file with more is refused
	Operators int   // most drawing operators on one page
	Stream    int64 // most bytes that one stream may inflate to
	Inflated  int64 // most bytes that all streams may inflate to
}

// Defaults of Limits. The longest annual report seen has some forty pages of
// ten thousand operators: these bounds stop bombs and never a report.
const (
	defaultPages     = 5000
	defaultOperators = 5_000_000
	defaultStream    = 64 << 20
	defaultInflated  = 512 << 20
)

// Bounds that no real file comes near; past them a file is hostile or broken.
const (
	maxNesting    = 200     // of arrays and dictionaries; bounds the Go stack
	maxReferences = 32      // references to references
	maxTreeDepth  = 64      // of the page tree
	maxFormDepth  = 28      // of Form XObjects drawing one another
	maxStates     = 512     // of q without Q; deeper ones are counted, not kept
	maxGlyphs     = 400_000 // on one page: forty times a page full of small print
	maxMarks      = 400_000 // rules, fills and images on one page
	maxFilters    = 8       // chained on one stream
	maxObjects    = 4 << 20 // in one file; a report has hundreds
	maxOperands   = 4096    // before one operator, arrays flattened
)

func (l Limits) withDefaults() Limits {
	if l.Pages <= 0 {
		l.Pages = defaultPages
	}
	if l.Operators <= 0 {
		l.Operators = defaultOperators
	}
	if l.Stream <= 0 {
		l.Stream = defaultStream
	}
	if l.Inflated <= 0 {
		l.Inflated = defaultInflated
	}
	return l
}
