package export

import (
	"slices"

	"nianbao/forms"
	"nianbao/report"
)

// formSheet is one sheet of the form: the tables of one section.
type formSheet struct {
	name, title string
	section     string // key
	tables      []formTable
}

// formTable is a statutory table with the edition that it is laid out by.
type formTable struct {
	forms.Table
	edition forms.Edition
}

// planForms decides which statutory tables the workbook shows, on which sheet
// and in which edition: what the report was found to use, table by table; then
// what its section uses; then the report's form; then the newest form.
func planForms(r *report.Report) []formSheet {
	own := map[string]forms.Edition{}     // by table id
	section := map[string]forms.Edition{} // by section key: that of its first table
	var found []formTable
	for _, t := range r.Tables {
		e, ok := forms.EditionByID(t.Edition)
		ft, has := e.Table(t.ID)
		if _, seen := own[t.ID]; !ok || !has || seen {
			continue
		}
		own[t.ID] = e
		found = append(found, formTable{ft, e})
		if _, seen := section[ft.Section]; !seen {
			section[ft.Section] = e
		}
	}
	var sheets []formSheet
	add := func(t formTable) {
		i := slices.IndexFunc(sheets, func(s formSheet) bool { return s.section == t.Section })
		if i < 0 {
			i = len(sheets)
			sheets = append(sheets, newFormSheet(t.Section))
		}
		if !slices.ContainsFunc(sheets[i].tables, func(o formTable) bool { return o.ID == t.ID }) {
			sheets[i].tables = append(sheets[i].tables, t)
		}
	}
	for _, key := range sectionsOf(baseEdition(r, found), found) {
		e, ok := section[key]
		if !ok {
			e = baseEdition(r, found)
		}
		for _, t := range e.Tables {
			if t.Section != key {
				continue
			}
			if o, ok := own[t.ID]; ok {
				t, _ = o.Table(t.ID)
				add(formTable{t, o})
				continue
			}
			add(formTable{t, e})
		}
	}
	for _, t := range found {
		add(t)
	}
	return sheets
}

// baseEdition is the edition of the tables that the report does not have.
func baseEdition(r *report.Report, found []formTable) forms.Edition {
	if r.Form != nil {
		if e, ok := forms.EditionByID(*r.Form); ok {
			return e
		}
	}
	if len(found) > 0 {
		return found[0].edition
	}
	all := forms.Editions()
	return all[len(all)-1]
}

// sectionsOf lists the sections of an edition, then those of other tables.
func sectionsOf(e forms.Edition, found []formTable) []string {
	var keys []string
	for _, t := range e.Tables {
		keys = append(keys, t.Section)
	}
	for _, t := range found {
		keys = append(keys, t.Section)
	}
	var once []string
	for _, k := range keys {
		if !slices.Contains(once, k) {
			once = append(once, k)
		}
	}
	return once
}

func newFormSheet(section string) formSheet {
	words, ok := formSheets[section]
	if !ok {
		words = otherForm
	}
	return formSheet{name: words.name, title: words.title, section: section}
}

// nameOfTable is what the workbook calls a table: its band, or its sheet.
func (s formSheet) nameOfTable(t forms.Table) string {
	if t.Band != "" {
		return t.Band
	}
	return s.name
}
