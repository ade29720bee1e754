package pdf

import "nianbao/page"

// state is the graphics state: what q saves and Q brings back.
type state struct {
	ctm  matrix // user space to the page as seen
	clip page.Box

	fill, stroke paint
	lineWidth    float64
	dashed       bool

	ragged  bool // the clip is less than its box
	blended bool // colours are mixed with the ground (a blend mode)
	masked  bool // by a soft mask
	veiled  bool // an enclosing group is blended, masked or translucent

	font      *font
	size      float64
	charSpace float64
	wordSpace float64
	stretch   float64 // horizontal scaling, 1 for none
	leading   float64
	rise      float64
	mode      int
}

// paint is a colour as far as it matters here: how light it is.
type paint struct {
	gray   float64 // luminance
	alpha  float64
	space  colorSpace
	unsure bool // a pattern or a shading: its luminance is not known
}

// seen is the luminance on white paper.
func (p paint) seen() float64 { return 1 - p.alpha*(1-p.gray) }

func newState(base matrix, clip page.Box) state {
	black := paint{alpha: 1, space: colorSpace{kind: "DeviceGray", parts: 1}}
	return state{ctm: base, clip: clip, fill: black, stroke: black, lineWidth: 1, stretch: 1}
}

// transparent is the opacity below which a mark cannot be made out.
const transparent = 0.03
