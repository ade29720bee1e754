// Package segment turns lines of text into what a reader sees in them: whole
// paragraphs, nested sections with their headings, and the particulars of the
// report (who, which year, whom to ask).
//
// Goal: every paragraph whole and under its heading, page furniture left out.
// Non-goal: tables; their lines are taken out before.
package segment

// Section is one numbered part of a report with its own text.
type Section struct {
	Level int    `json:"level"` // 1 for 一、
	Label string `json:"label"` // the numbering as printed: 一、 （一） 1. （1）
	Title string `json:"title"`
	// Text holds the section's own paragraphs, one a line, without those of
	// its subsections.
	Text     string    `json:"text"`
	Page     int       `json:"page,omitempty"`
	Line     int       `json:"line,omitempty"` // of a plain-text file
	Key      Key       `json:"key,omitempty"`
	Sections []Section `json:"sections"`
}

// Key names one of the six statutory sections.
type Key string

// The six sections of 国办公开办函〔2019〕60号 and 〔2021〕30号, in their order.
const (
	KeyOverview   Key = "overview"
	KeyDisclosure Key = "disclosure"
	KeyRequests   Key = "requests"
	KeyReview     Key = "review"
	KeyProblems   Key = "problems"
	KeyOther      Key = "other"
)

// Keys gives the keys of the six sections in their order.
func Keys() []Key {
	return []Key{KeyOverview, KeyDisclosure, KeyRequests, KeyReview, KeyProblems, KeyOther}
}

// Metadata holds the particulars of a report; what it does not print is empty.
type Metadata struct {
	Title      string     `json:"title"`
	Agency     string     `json:"agency"`
	Year       int        `json:"year,omitempty"`
	Period     *Period    `json:"period,omitempty"`
	CompiledBy string     `json:"compiled_by,omitempty"`
	Address    string     `json:"address,omitempty"`
	Postcode   string     `json:"postcode,omitempty"`
	Phone      string     `json:"phone,omitempty"`
	Email      string     `json:"email,omitempty"`
	Citations  []Citation `json:"citations,omitempty"`
}

// Period is the time that the figures cover; dates are ISO 8601 (2024-01-01).
type Period struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Citation is a document that the report names: 《…》 with its number where
// the report gives one (国令第711号).
type Citation struct {
	Title  string `json:"title"`
	Number string `json:"number,omitempty"`
}
