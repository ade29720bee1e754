package forms

import "strings"

// align finds the steps of the script that the printed rows are, in order. What
// it leaves over is a row that the form does not have, or a step that the
// document lost. The result gives for each row its step, or -1.
func align(rows []row, s script) []int {
	readings := make([]*reading, len(rows))
	for i := range rows {
		readings[i] = newReading(rows[i])
		readings[i].widen(s)
	}
	pairs, _ := pairInOrder(len(rows), len(s), func(i, j int) float64 {
		if j > 0 && s[j].kind == stepHeader && s[j-1].kind == stepHeader {
			return readings[i].headerFit // the steps of one header are all alike
		}
		fit := s[j].fit(readings[i])
		if s[j].kind == stepHeader {
			readings[i].headerFit = fit
		}
		return fit
	})
	return pairs
}

// pairInOrder pairs the items of two sequences of n and m, increasing in both,
// so that the weights of the pairs add up to the most; a weight of 0 forbids a
// pair. It gives for each of the n its partner, or -1, and the sum. weight is
// asked once for each pair, along the second sequence first.
//
// It is the alignment of two sequences by dynamic programming (Needleman and
// Wunsch 1970) with gaps that cost nothing.
func pairInOrder(n, m int, weight func(i, j int) float64) (pairs []int, sum float64) {
	best := make([]float64, (n+1)*(m+1))
	at := func(i, j int) int { return i*(m+1) + j }
	for i := 1; i <= n; i++ {
		for j := 1; j <= m; j++ {
			best[at(i, j)] = max(best[at(i-1, j)], best[at(i, j-1)])
			if w := weight(i-1, j-1); w > 0 {
				best[at(i, j)] = max(best[at(i, j)], best[at(i-1, j-1)]+w)
			}
		}
	}
	pairs = make([]int, n)
	for i := range pairs {
		pairs[i] = -1
	}
	for i, j := n, m; i > 0 && j > 0; {
		switch b := best[at(i, j)]; {
		case b == best[at(i-1, j)]:
			i--
		case b == best[at(i, j-1)]:
			j--
		default:
			pairs[i-1] = j - 1
			i, j = i-1, j-1
		}
	}
	return pairs, best[at(n, m)]
}

// reading is a row with its words, and what they give read together: a label
// may be cut in several cells.
type reading struct {
	row
	words     []*cell
	numbers   int
	pieces    [][]label // pieces[i][n] reads the words i to i+n together
	ends      [][]label // for a row of lines of one cell each: those that end it
	wide      [][]label // the same for the words of the lines around the row
	below     [][]label // the same for those of the lines below alone
	headerFit float64   // to the header that it was last compared with
}

// wordPieces is the most cells that one label is cut in: two group labels and
// a label in two pieces, or a header of eight letters two a line.
const wordPieces = 4

func newReading(r row) *reading {
	out := &reading{row: r, words: r.labels(), numbers: r.numbers()}
	out.pieces = piece(out.words)
	if len(r.lines) > 1 {
		out.ends = ends(out.pieces)
	}
	return out
}

// ends keeps the pieces that end with the last word: in a flow of one cell a
// line the label of numbers is what comes right before them.
func ends(pieces [][]label) [][]label {
	out := make([][]label, 0, wordPieces)
	for i := max(0, len(pieces)-wordPieces); i < len(pieces); i++ {
		out = append(out, pieces[i][len(pieces[i])-1:])
	}
	return out
}

func piece(words []*cell) [][]label {
	out := make([][]label, len(words))
	for i, c := range words {
		text := c.Text
		out[i] = []label{c.label}
		for n := 1; n < wordPieces && i+n < len(words); n++ {
			text += words[i+n].Text
			out[i] = append(out[i], newLabel(text))
		}
	}
	return out
}

// widen lets the row be read with the words around it, unless its own words are
// surely a label of the script.
func (r *reading) widen(s script) {
	if len(r.around) == 0 {
		return
	}
	for i := range s {
		if s[i].kind != stepData {
			continue
		}
		for _, n := range s[i].names {
			if r.likest(n) >= sureAlike {
				return
			}
		}
	}
	all := piece(r.around)
	r.wide, r.below = all[:len(all)-r.under], all[len(all)-r.under:]
}

// sureAlike is the similarity from which a row's own words are its label.
const sureAlike = 0.9

// likest is the similarity of the name with the likest of the row's last words,
// alone and read together.
func (r *reading) likest(name label) float64 {
	if r.ends != nil {
		return likest(r.ends, name)
	}
	best := likest(r.pieces[max(0, len(r.pieces)-wordPieces):], name)
	if r.wide == nil {
		return best
	}
	return max(best, aroundWeight*likest(r.wide, name), belowWeight*likest(r.below, name))
}

// A label that stands whole in its row is likelier than one put together from
// the lines around it, and that likelier than one below its numbers.
const (
	aroundWeight = 0.95
	belowWeight  = 0.9
)

func likest(pieces [][]label, name label) float64 {
	best := 0.0
	for _, from := range pieces {
		for _, w := range from {
			best = max(best, alike(w, name))
		}
	}
	return best
}

// fit is how well a row fits a step, 0 where it does not.
func (s *step) fit(r *reading) float64 {
	switch {
	case s.kind == stepBand:
		return s.fitBand(r)
	case s.kind == stepHeader:
		return s.fitHeader(r)
	case s.row == "":
		return s.fitUnlabelled(r)
	}
	return s.fitData(r)
}

// bandAlike is the similarity that a band needs: bands differ from one another
// by a single numeral out of eight letters.
const bandAlike = 0.9

func (s *step) fitBand(r *reading) float64 {
	if r.numbers > 0 {
		return 0
	}
	if best := r.likest(s.names[0]); best >= bandAlike {
		return best
	}
	return 0
}

func (s *step) fitHeader(r *reading) float64 {
	if len(r.words) == 0 || r.numbers > 0 {
		return 0
	}
	return s.share(r)
}

// share is the share of a row's words that are words of the step, 0 where it
// is less than leastAlike.
func (s *step) share(r *reading) float64 {
	var sum float64
	for i := 0; i < len(r.pieces); {
		best, taken := 0.0, 1
		for n, w := range r.pieces[i] {
			for _, name := range s.names {
				if a := alike(w, name); a > best {
					best, taken = a, n+1
				}
			}
		}
		if best >= leastAlike {
			sum += best * float64(taken)
		}
		i += taken
	}
	if share := sum / float64(len(r.pieces)); share >= leastAlike {
		return share
	}
	return 0
}

// Small weights that decide between labels that are alike: a row with numbers
// is likelier data, and a row under the right group is likelier the right row.
const (
	numbersWeight = 0.1
	groupWeight   = 0.1
	wholeWeight   = 0.05 // for a row put together from lines: it has a number for every column
)

func (s *step) fitData(r *reading) float64 {
	if len(r.words) == len(r.cells) {
		return 0 // words alone, with not even a blank for a number, are a header
	}
	best := 0.0
	for _, n := range s.names {
		best = max(best, r.likest(n))
	}
	if best < leastAlike {
		return 0
	}
	if r.numbers > 0 {
		best += numbersWeight
	}
	if r.wide != nil && r.numbers == s.cells {
		best += wholeWeight
	}
	if len(s.group.body) > 0 && likest(r.pieces, s.group) >= leastAlike {
		best += groupWeight
	}
	return best
}

// fitUnlabelled fits a row of nothing but values by their number. In a text
// flow of one cell a line the words of the header come first.
func (s *step) fitUnlabelled(r *reading) float64 {
	if len(r.words) > 0 && (r.grid >= 0 || s.share(r) == 0) {
		return 0
	}
	n := len(r.cells) - len(r.words)
	if r.numbers == 0 && n < s.cells {
		return 0
	}
	short := float64(max(n-s.cells, s.cells-n)) / float64(s.cells)
	share := 1 - short
	if share < leastAlike {
		return 0
	}
	if r.numbers > 0 {
		share += numbersWeight
	}
	return share
}

// joined is the text of a row, for messages.
func joined(r row) string {
	var texts []string
	for _, c := range r.cells {
		if t := strings.TrimSpace(c.Text); t != "" {
			texts = append(texts, t)
		}
	}
	return strings.Join(texts, " | ")
}
