package checks

import (
	"slices"
	"strings"

	"nianbao/forms"
	"nianbao/segment"
)

// Claim is a count that the prose states of cells of the tables.
type Claim struct {
	Pattern  string // name of the wording
	Facts    []string
	Value    forms.Number // in the unit of the cells
	Grain    forms.Number // a rounded count (3.2万) is off by less than this; 0 for an exact one
	Sentence string       // as printed
	Page     int          // of the section's heading
	Line     int          // the same, of a plain-text file
}

// claims finds the counts that the prose states of the tables' cells. Counts of
// other things, of other years and of parts are passed over, and so is whatever
// is not certain to be meant: a false alarm costs more than a slip that stays.
func claims(in Input) []Claim {
	r := reader{year: in.Year, agency: plain(in.Agency), tables: in.Binding.Tables, facts: map[string]forms.Fact{}}
	for _, f := range in.Binding.Facts {
		r.facts[f.Key()] = f
	}
	r.sections(in.Sections, topicNone)
	return r.claims
}

// holds reports whether the cells print what is claimed.
func (c Claim) holds(printed forms.Number) bool {
	return c.Value.Equal(printed) ||
		c.Value.Sub(c.Grain).Cmp(printed) < 0 && printed.Cmp(c.Value.Add(c.Grain)) < 0
}

// sectionTopics tell by a section's key or title what its counts are of.
var sectionTopics = []struct {
	key   segment.Key
	words []string
	is    topic
}{
	{segment.KeyReview, []string{"复议", "诉讼"}, topicReview},
	{segment.KeyRequests, []string{"申请"}, topicRequests},
}

// reader gathers the claims of a report.
type reader struct {
	year   int
	agency string
	facts  map[string]forms.Fact
	tables []forms.Bound
	claims []Claim
}

func (r *reader) sections(list []segment.Section, above topic) {
	for _, s := range list {
		is := above
		for _, t := range sectionTopics {
			named := func(w string) bool { return strings.Contains(s.Title, w) }
			if s.Key == t.key || slices.ContainsFunc(t.words, named) {
				is = t.is
				break
			}
		}
		for text := range strings.SplitSeq(s.Text, "\n") {
			r.paragraph(s, text, is)
		}
		r.sections(s.Sections, is)
	}
}

// state is what is being spoken of at a place in a paragraph.
type state struct {
	about  topic
	other  bool // another year
	astray bool // something else, up to the next semicolon
	part   bool // after 其中
}

func (r *reader) paragraph(s segment.Section, text string, is topic) {
	var st state
	for _, sentence := range sentences(text) {
		st.about, st.astray, st.part = is, false, false
		clauses := clausesOf(sentence)
		for i, c := range clauses {
			r.hear(&st, c.text)
			after := ""
			if i+1 < len(clauses) {
				after = clauses[i+1].text
			}
			for _, claim := range r.read(st, c.text, after) {
				claim.Sentence, claim.Page, claim.Line = strings.TrimSpace(sentence), s.Page, s.Line
				r.claims = append(r.claims, claim)
			}
			if c.semicolon {
				if st.astray {
					st.about = topicNone
				}
				st.astray, st.part = false, false
			}
		}
	}
}

// hear takes in what a clause says of topic, year and scope.
func (r *reader) hear(st *state, clause string) {
	if strings.Contains(clause, "其中") {
		st.part = true
	}
	st.other = r.otherYear(clause, st.other)
	if elsewhereWords.MatchString(clause) || r.otherBody(clause) {
		st.astray = true
	}
	last := -1
	before := st.about
	for _, t := range topicWords {
		at := t.words.FindAllStringIndex(clause, -1)
		if len(at) == 0 || at[len(at)-1][0] < last {
			continue
		}
		open := len(t.after) == 0 || slices.Contains(t.after, before) || strings.Contains(clause[:at[len(at)-1][0]], "公开")
		last = at[len(at)-1][0]
		st.about = topicNone
		if open {
			st.about = t.is
		}
	}
}

// read gives the counts that a clause states of the tables' cells.
func (r *reader) read(st state, clause, after string) []Claim {
	if st.other || st.astray {
		return nil
	}
	var out []Claim
	for _, w := range wordings {
		about := w.about == st.about || w.zero && strings.Contains(clause, "公开")
		if !about || st.part && !w.part {
			continue
		}
		if claim, ok := r.claim(w, clause, after); ok {
			out = append(out, claim)
		}
	}
	return out
}

// claim reads one wording in a clause.
func (r *reader) claim(w wording, clause, after string) (Claim, bool) {
	at := w.re.FindStringSubmatchIndex(clause)
	if at == nil || denied.MatchString(clause[:at[0]]) {
		return Claim{}, false
	}
	keys, ok := r.keys(w.facts)
	if !ok {
		return Claim{}, false
	}
	value, grain, ok := w.count(clause, at, r.facts[keys[0]].Unit)
	claim := Claim{Pattern: w.name, Facts: keys, Value: value, Grain: grain}
	if len(w.including) > 0 && carriedIncluded.MatchString(after) && !claim.holds(r.sum(keys)) {
		more, has := r.keys(w.including)
		claim.Facts, ok = slices.Concat(keys, more), ok && has
	}
	return claim, ok
}

// sum adds up cells that hold numbers.
func (r *reader) sum(keys []string) forms.Number {
	var sum forms.Number
	for _, key := range keys {
		sum = sum.Add(*r.facts[key].Value)
	}
	return sum
}

// keys gives the cells of a report that a pattern's facts name; ok is false
// where the report has not all of them.
func (r *reader) keys(facts []string) (keys []string, ok bool) {
	for _, fact := range facts {
		table, rest, _ := strings.Cut(fact, "/")
		rows, cols, _ := strings.Cut(rest, "/")
		found := r.cells(table, strings.Split(rows, "|"), strings.Split(cols, "|"))
		if len(found) == 0 {
			return nil, false
		}
		keys = append(keys, found...)
	}
	return keys, true
}

// cells gives the keys of a table's cells in some rows, one or a whole group,
// and columns; none where the table lacks one of them.
func (r *reader) cells(table string, rows, cols []string) []string {
	i := slices.IndexFunc(r.tables, func(t forms.Bound) bool { return t.ID == table })
	if i < 0 {
		return nil
	}
	edition, _ := forms.EditionByID(r.tables[i].Edition)
	form, _ := edition.Table(table)
	var keys []string
	for _, cell := range form.Cells() {
		in := slices.ContainsFunc(rows, func(row string) bool {
			group, all := strings.CutSuffix(row, "*")
			return row == cell[0] || all && strings.HasPrefix(cell[0], group)
		})
		if !in || !slices.Contains(cols, cell[1]) {
			continue
		}
		key := table + "/" + cell[0] + "/" + cell[1]
		if f, ok := r.facts[key]; !ok || f.Value == nil {
			return nil
		}
		keys = append(keys, key)
	}
	return keys
}

// narrative lists the claims that the tables contradict. Claims of the same
// cells that differ among themselves are of different things.
func (c *checker) narrative() {
	for i, cl := range c.claims {
		differs := func(o Claim) bool { return slices.Equal(o.Facts, cl.Facts) && !o.Value.Equal(cl.Value) }
		same := func(o Claim) bool { return slices.Equal(o.Facts, cl.Facts) }
		if slices.ContainsFunc(c.claims, differs) || slices.ContainsFunc(c.claims[:i], same) {
			continue
		}
		var printed forms.Number
		for _, key := range cl.Facts {
			printed = printed.Add(c.value(key))
		}
		delta := cl.Value.Sub(printed)
		if cl.holds(printed) {
			continue
		}
		at := c.facts[cl.Facts[0]]
		c.add(Finding{
			Rule: RuleNarrative, Table: at.Table, Row: at.Row, Col: at.Col, Class: ClassSource,
			Left: &cl.Value, Right: &printed, Delta: &delta, Facts: cl.Facts, Raw: cl.Sentence,
		})
	}
}
