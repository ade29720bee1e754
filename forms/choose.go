package forms

// Weights of what tells an edition from another.
const (
	columnsWeight = 2.0 // the words of the header
	rowsWeight    = 1.0 // the rows that only one edition has
	certain       = 0.05
)

// chooseEditions decides each table's edition by its own header and rows.
// Tables that look the same in several editions follow the other tables of the
// report, and where none decides, the year.
func (b *binder) chooseEditions(tables []found) []Edition {
	out := make([]Edition, len(tables))
	open := make([][]Edition, len(tables))
	votes := map[string]int{}
	for i, t := range tables {
		open[i] = b.candidates(t)
		if len(open[i]) == 1 {
			votes[open[i][0].ID]++
		}
	}
	for i := range tables {
		out[i] = open[i][0]
		for _, e := range open[i][1:] {
			if b.prefer(e, out[i], votes) {
				out[i] = e
			}
		}
	}
	return out
}

// prefer reports whether the edition e is likelier than f for a table that
// fits both: more tables of the report follow it, or else it is the newest
// that the report's year allows.
func (b *binder) prefer(e, f Edition, votes map[string]int) bool {
	if votes[e.ID] != votes[f.ID] {
		return votes[e.ID] > votes[f.ID]
	}
	if b.year == 0 {
		return e.From > f.From
	}
	inUse := func(x Edition) bool { return x.From <= b.year }
	if inUse(e) != inUse(f) {
		return inUse(e)
	}
	return e.From > f.From
}

// candidates gives the editions that fit a table best, oldest first.
func (b *binder) candidates(t found) []Edition {
	var best []Edition
	top := -1.0
	for _, e := range Editions() {
		form, ok := e.Table(t.id)
		if !ok {
			continue
		}
		switch score := b.score(t, form); {
		case score > top+certain:
			top, best = score, []Edition{e}
		case score >= top-certain:
			top, best = max(top, score), append(best, e)
		}
	}
	return best
}

// score is how well a printed table fits an edition's.
func (b *binder) score(t found, form Table) float64 {
	return columnsWeight*b.columnScore(t, form) + rowsWeight*rowScore(t, form)
}

func (b *binder) columnScore(t found, form Table) float64 {
	for _, l := range t.layout {
		if len(l.printed) > 0 {
			_, score := pairColumns(l.printed, form.Columns)
			return score
		}
	}
	words := b.headerWords(t)
	if len(words) == 0 || len(form.Columns) == 0 {
		return 0
	}
	sum := 0.0
	for _, c := range form.Columns {
		best := 0.0
		for _, n := range c.wordings() {
			for _, w := range words {
				best = max(best, alike(w, n))
			}
		}
		if best >= leastAlike {
			sum += best
		}
	}
	return sum / float64(len(form.Columns))
}

// rowScore is the share of printed rows that the form has, less the share of
// the form's rows that are not printed.
func rowScore(t found, form Table) float64 {
	if len(form.Rows) == 0 || len(t.ids) == 0 {
		return 0
	}
	has := map[string]bool{}
	for _, r := range form.Rows {
		has[r.ID] = true
	}
	known := 0
	for _, id := range t.ids {
		if has[id] {
			known++
		}
	}
	return float64(known)/float64(len(t.ids)) + float64(known)/float64(len(form.Rows)) - 1
}
