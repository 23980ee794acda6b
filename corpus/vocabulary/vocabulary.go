// Package vocabulary is the controlled lists: RCPs with their members over time,
// countries, organisations and themes, each entry with its labels and aliases in
// several languages.
//
// In: the YAML files beside this file, and country names from CLDR (load.go,
// country.go). Out: a Vocabulary that looks entries up by id (Entry), by name
// (Resolve) and in running text (Find). The tagger, the query language and the
// pages all ask the same one, so that "Puebla Process" means RCM everywhere.
package vocabulary

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"briefsearch/corpus"
)

// Entry is one controlled value.
type Entry struct {
	Kind    corpus.Kind
	ID      string            // "RCM", "ID", "IOM", "remittances"
	Labels  map[string]string // by language: en, fr, es, …
	Acronym string            // "RCM", or ""
	// Short is what is shown where there is little room: the acronym, or the
	// everyday name.
	Short   string
	Aliases []Alias // every way of writing it, labels and acronym included

	Group       string // themes: id of the group; RCPs: rcp, irf or global; organisations: their type
	Broader     string // themes: id of the broader theme, or ""
	Country     string // organisations of a State: its ISO code
	Established int    // RCPs: year, or 0
	Ended       int    // RCPs: year, or 0 when it goes on or is not known
	Members     []Membership
	Processes   []string // themes: groups of processes whose names are terms of it
	Beside      []string // themes: ids of those beside whose terms its weak ones count, too
	// Namesakes says of an RCP that other processes are called after the same
	// place: one that is written small ("the Bali process") must be shown to be
	// meant.
	Namesakes bool
}

// Label is the entry's name in a language, and in English when it has none there.
func (e *Entry) Label(lang string) string {
	if l := e.Labels[lang]; l != "" {
		return l
	}
	return e.Labels["en"]
}

// GroupGlobal is the group of global processes, which are never counted as RCPs.
const GroupGlobal = "global"

// GroupOrgan is the group of the councils and committees that meet and decide: records tell
// what they did, and never that they spoke.
const GroupOrgan = "organ"

// groupUN is the group of the bodies of the United Nations, some of which are called after where they are sent.
const groupUN = "un"

// Membership is a State's membership of an RCP. It is background for search and
// pages and never makes a tag.
type Membership struct {
	Country string // ISO 3166-1 alpha-2
	From    int    // year, or 0 when not known
	To      int    // year, or 0 when it goes on or is not known
}

// Alias is one way of writing an entry.
type Alias struct {
	Text     string
	Language string   // "" is any
	also     []string // other languages in which it is written the same
	Via      string   // one of the constants below; Evidence repeats it
	// CaseExact aliases count only as written: "US", "IOM".
	CaseExact bool
	// Spoken aliases are acronyms that people say as a word, and that the press writes as
	// a name: "Unicef".
	Spoken bool
	// Capital aliases count only when they begin with a capital letter:
	// "Polish", "Turkey".
	Capital bool
	// Accented aliases count only with their accents: "apoyó" is no "apoyo".
	Accented bool
	// Bare aliases are other words with the Arabic article: "المالي", of money.
	Bare bool
	// NeedsContext aliases count only when the text around, or elsewhere in
	// the report, shows what is meant; who uses a Match decides.
	NeedsContext bool
	// NativeOnly aliases count only in a text of their Language; who uses a
	// Match decides.
	NativeOnly bool
	// Tongue aliases are the name of a language as well as an adjective of a State:
	// "français"; who uses a Match decides which is meant.
	Tongue bool
	// Weak aliases count only beside what makes them strong: those of a theme beside
	// another alias of that theme, those of an act behind an auxiliary; who uses a
	// Match decides.
	Weak bool
	// Prefix aliases match every word that begins as their last word does.
	Prefix bool
	// Mask aliases stand for no entry: they keep shorter ones from matching
	// inside them ("Mexico City", "drug trafficking"), those of the kind Masks.
	Mask  bool
	Masks corpus.Kind
	// Proper aliases are names made of plain words, which a text, though not a
	// query, writes with a capital letter: "a regional conference on migration"
	// is none; who uses a Match decides.
	Proper bool
}

// In says whether an alias is of a language, or of any.
func (a *Alias) In(language string) bool {
	return a.Language == "" || a.Language == language || slices.Contains(a.also, language)
}

// Shared says whether an alias is a demonym that means another State first: "Korean"
// of the Democratic People's Republic. A text has matches of both.
func (a *Alias) Shared() bool { return a.NeedsContext && a.Via == ViaDemonym }

// alsoIn makes one alias of two of an entry that are written the same in two languages,
// those of acts to the accent, and says whether it could.
func (a *Alias) alsoIn(b *Alias, e *Entry) bool {
	if a == nil || b == nil || a.Language == "" || b.Language == "" || a.NativeOnly != b.NativeOnly || a.Tongue != b.Tongue || a.Weak != b.Weak || a.Prefix != b.Prefix ||
		a.CaseExact != b.CaseExact || a.CaseExact && a.Text != b.Text || a.Capital != b.Capital || a.NeedsContext != b.NeedsContext || a.Via != b.Via ||
		e.Kind == corpus.Act && !strings.EqualFold(a.Text, b.Text) && !a.Prefix {
		return false
	}
	if !a.In(b.Language) {
		a.also = append(a.also, b.Language)
	}
	return true
}

// What kind of alias it is.
const (
	ViaName    = "name"
	ViaAcronym = "acronym"
	ViaAlias   = "alias"
	ViaDemonym = "demonym"
	ViaTerm    = "term"
)

// Match is one alias found in a text.
type Match struct {
	Entry      *Entry
	Alias      *Alias
	Start, End int // bytes of the text
}

// Vocabulary is all the lists. It does not change and is safe for concurrent use.
type Vocabulary struct {
	entries map[corpus.Kind][]*Entry
	byID    map[corpus.Kind]map[string]*Entry
	byName  map[corpus.Kind]map[string]*Entry
	byPlace map[string]*Entry // processes; nil where several are called after it
	groups  map[string]map[string]string
	matcher *matcher

	fingerprint string
}

// Fingerprint is the same for vocabularies that were loaded from the same lists.
func (v *Vocabulary) Fingerprint() string { return v.fingerprint }

// Default is the embedded vocabulary. It is loaded once.
var Default = sync.OnceValues(func() (*Vocabulary, error) { return Load(embedded) })

// Entry returns the entry with an id, and whether there is one. Ids are compared
// without regard to case.
func (v *Vocabulary) Entry(k corpus.Kind, id string) (*Entry, bool) {
	e, ok := v.byID[k][strings.ToLower(id)]
	return e, ok
}

// Entries yields the entries of a kind in the order of their list.
func (v *Vocabulary) Entries(k corpus.Kind) iter.Seq[*Entry] { return slices.Values(v.entries[k]) }

// Group is the label of a group of themes in a language.
func (v *Vocabulary) Group(id, lang string) string {
	if l := v.groups[id][lang]; l != "" {
		return l
	}
	return v.groups[id]["en"]
}

// Resolve returns the entry of a kind that a whole string names: by id, label or
// alias in any language, without regard to case and accents.
func (v *Vocabulary) Resolve(k corpus.Kind, name string) (*Entry, bool) {
	if e, ok := v.Entry(k, strings.TrimSpace(name)); ok {
		return e, true
	}
	e, ok := v.byName[k][key(name)]
	return e, ok
}

// Place returns the process that is called after a place: the RCM by "Puebla". In a
// text the place alone is no name of it; who asks for the place may mean it.
func (v *Vocabulary) Place(name string) (*Entry, bool) {
	e := v.byPlace[key(name)]
	return e, e != nil
}

// Find returns the aliases in a text, in its order. Words are compared without
// regard to case (unless the alias says so), accents, plural and British or
// American spelling. Of matches that overlap the longest counts, whatever its
// kind, so a name keeps what it contains from being found; the terms of different
// themes may overlap, and hide no State. Find takes time linear in the text.
func (v *Vocabulary) Find(text string) []Match { return v.matcher.find(text) }
