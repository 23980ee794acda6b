package vocabulary

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml"

	"briefsearch/corpus"
)

//go:embed *.yaml
var embedded embed.FS

// file is the form of rcp.yaml, organisation.yaml, theme.yaml and act.yaml.
type file struct {
	Groups  map[string]map[string]string `yaml:"groups"` // labels by language
	Entries []record                     `yaml:"entries"`
	Masks   []string                     `yaml:"masks"` // phrases in which nothing of the list is meant
}

// record is an entry in a file. Lists of aliases are by language, "any" for all.
type record struct {
	ID          string              `yaml:"id"`
	Group       string              `yaml:"group"`
	Broader     string              `yaml:"broader"`
	Acronym     string              `yaml:"acronym"`
	Short       string              `yaml:"short"` // shown instead of the acronym
	Labels      map[string]string   `yaml:"labels"`
	Aliases     map[string][]string `yaml:"aliases"`
	Context     []string            `yaml:"context"` // aliases that need context
	Terms       map[string][]string `yaml:"terms"`
	Weak        map[string][]string `yaml:"weak"`
	Not         map[string][]string `yaml:"not"`
	Country     string              `yaml:"country"`
	Established int                 `yaml:"established"`
	Ended       int                 `yaml:"ended"`
	Members     []member            `yaml:"members"`
	Namesakes   bool                `yaml:"namesakes"` // other processes are called after the same place
	Processes   []string            `yaml:"processes"` // groups of processes whose names are terms
	Beside      []string            `yaml:"beside"`    // themes beside whose terms the weak ones count, too
}

// member is a country code, or a code with years.
type member struct {
	Country string `yaml:"country"`
	From    int    `yaml:"from"`
	To      int    `yaml:"to"`
}

// UnmarshalYAML reads the short form "PY" as well.
func (m *member) UnmarshalYAML(unmarshal func(any) error) error {
	if err := unmarshal(&m.Country); err == nil {
		return nil
	}
	type plain member
	return unmarshal((*plain)(m))
}

// Load reads the lists in the folders. An entry of a later folder replaces the
// entry of the same id in an earlier one, and its other entries are added. Faults
// name file, line and column.
func Load(folders ...fs.FS) (*Vocabulary, error) {
	l := &loader{
		Vocabulary: &Vocabulary{
			entries: make(map[corpus.Kind][]*Entry), byID: make(map[corpus.Kind]map[string]*Entry),
			byName: make(map[corpus.Kind]map[string]*Entry), groups: make(map[string]map[string]string),
			matcher: newMatcher(),
		},
		hash: sha256.New(),
	}
	for _, k := range corpus.Kinds() {
		l.byID[k], l.byName[k] = make(map[string]*Entry), make(map[string]*Entry)
	}
	for _, folder := range folders {
		for _, k := range corpus.Kinds() {
			if err := l.folder(folder, k); err != nil {
				return nil, err
			}
		}
	}
	l.index()
	l.fingerprint = hex.EncodeToString(l.hash.Sum(nil)[:4])
	return l.Vocabulary, nil
}

// With loads the embedded lists, extended or overridden by those of a folder.
func With(folder fs.FS) (*Vocabulary, error) { return Load(embedded, folder) }

type loader struct {
	*Vocabulary
	masks []*Alias
	hash  hash.Hash // of all files
}

func (l *loader) folder(folder fs.FS, k corpus.Kind) error {
	name := string(k) + ".yaml"
	b, err := fs.ReadFile(folder, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read vocabulary: %w", err)
	}
	l.hash.Write(b)
	if k == corpus.Country {
		return l.countries(name, b)
	}
	var f file
	if err := decode(name, b, &f); err != nil {
		return err
	}
	for id, labels := range f.Groups {
		l.groups[id] = labels
	}
	for _, m := range f.Masks {
		l.mask(m, k)
	}
	for i := range f.Entries {
		r := &f.Entries[i]
		if r.ID == "" || r.Labels["en"] == "" {
			return fault(name, fmt.Errorf("entry %d (%q) has no id or no English label", i+1, r.ID))
		}
		l.put(r.entry(k))
		for _, list := range r.Not {
			for _, phrase := range list {
				l.mask(phrase, k)
			}
		}
	}
	return nil
}

func decode(name string, b []byte, into any) error {
	if err := yaml.UnmarshalWithOptions(b, into, yaml.DisallowUnknownField()); err != nil {
		return fault(name, errors.New(yaml.FormatError(err, false, false)))
	}
	return nil
}

func fault(name string, err error) error {
	return &corpus.Error{
		Code: corpus.Invalid, Op: "read vocabulary", File: name, Err: err,
		Hint: "Correct the file at this place.",
	}
}

// mask keeps entries of a kind from being found inside a phrase.
func (l *loader) mask(phrase string, k corpus.Kind) {
	l.masks = append(l.masks, &Alias{Text: phrase, Mask: true, Masks: k})
}

// put adds an entry, or replaces the one of the same id.
func (l *loader) put(e *Entry) {
	id := strings.ToLower(e.ID)
	if old, ok := l.byID[e.Kind][id]; ok {
		*old = *e
		return
	}
	l.byID[e.Kind][id] = e
	l.entries[e.Kind] = append(l.entries[e.Kind], e)
}

// entry turns a record into an entry with all its aliases.
func (r *record) entry(k corpus.Kind) *Entry {
	e := &Entry{
		Kind: k, ID: r.ID, Labels: r.Labels, Acronym: r.Acronym, Short: cmp.Or(r.Short, r.Acronym), Group: r.Group, Broader: r.Broader,
		Country: r.Country, Established: r.Established, Ended: r.Ended, Namesakes: r.Namesakes, Processes: r.Processes, Beside: r.Beside,
	}
	for _, m := range r.Members {
		e.Members = append(e.Members, Membership(m))
	}
	needsContext := make(map[string]bool, len(r.Context))
	for _, c := range r.Context {
		needsContext[c] = true
	}
	small := make(map[string]bool) // names that are listed without a capital, and count so
	lists(r.Aliases, func(_, s string) { small[s] = s == strings.ToLower(s) })
	add := func(a Alias) {
		a.CaseExact = a.CaseExact || acronymLike(a.Text)
		a.Spoken = k == corpus.Organisation && len(a.Text) >= spoken && acronymLike(a.Text)
		a.Proper = k == corpus.RCP && r.Group != GroupGlobal && !small[strings.ToLower(a.Text)] && len(words(a.Text)) < unmistakable &&
			strings.IndexFunc(a.Text, unicode.IsUpper) >= 0
		a.NeedsContext, a.Accented = needsContext[a.Text], k == corpus.Act
		a.Text, a.Prefix = strings.TrimSuffix(a.Text, "*"), strings.HasSuffix(a.Text, "*")
		e.Aliases = append(e.Aliases, a)
	}
	if k != corpus.Theme && k != corpus.Act { // their labels are headings, not words that people say
		byLanguage(r.Labels, func(lang, label string) { add(Alias{Text: plainName(label), Language: lang, Via: ViaName}) })
	}
	if r.Acronym != "" {
		add(Alias{Text: r.Acronym, Via: ViaAcronym})
	}
	lists(r.Aliases, func(lang, s string) { add(Alias{Text: s, Language: lang, Via: ViaAlias}) })
	lists(r.Terms, func(lang, s string) { add(Alias{Text: s, Language: lang, Via: ViaTerm}) })
	lists(r.Weak, func(lang, s string) { add(Alias{Text: s, Language: lang, Via: ViaTerm, Weak: true}) })
	return e
}

// spoken is how many letters of an acronym are a word.
const spoken = 5

// acronymLike says whether an alias is written in capitals, so that it must be so
// in the text: "who" and "can" are no organisations.
func acronymLike(s string) bool {
	upper := 0
	for _, r := range s {
		switch {
		case r == ' ':
			return false
		case unicode.IsLower(r) && upper == 0:
			return false
		case unicode.IsUpper(r):
			upper++
		}
	}
	return upper >= 2
}

// unmistakable is how many words of a process's name are no plain phrase, whether written
// with capitals or not: "consultations intergouvernementales sur les migrations, l'asile
// et les réfugiés".
const unmistakable = 8

// languages is the order in which the languages of an entry are read, so that
// loading gives the same every time.
var languages = []string{"any", "en", "fr", "es", "pt", "de", "it", "ar", "ru", "zh"}

func byLanguage(labels map[string]string, add func(lang, s string)) {
	for _, lang := range languages {
		if s := labels[lang]; s != "" {
			add(lang, s)
		}
	}
}

func lists(m map[string][]string, add func(lang, s string)) {
	for _, lang := range languages {
		for _, s := range m[lang] {
			if lang == "any" {
				add("", s)
				continue
			}
			add(lang, s)
		}
	}
}

// index makes the matcher and the names from the entries. Of entries that share a
// name the first of the list has it.
func (l *loader) index() {
	for _, m := range l.masks {
		l.matcher.add(nil, m)
	}
	for _, k := range corpus.Kinds() {
		for _, e := range l.entries[k] {
			for _, label := range e.Labels {
				l.name(k, label, e)
			}
			for i := range e.Aliases {
				a := &e.Aliases[i]
				l.matcher.add(e, a)
				if !a.Weak && !a.Prefix {
					l.name(k, a.Text, e)
				}
			}
		}
	}
	l.placed()
}

// placed finds the processes that are called after a place and no other is: "Puebla
// Process".
func (l *loader) placed() {
	l.byPlace = make(map[string]*Entry)
	for _, e := range l.entries[corpus.RCP] {
		for i := range e.Aliases {
			place, ok := strings.CutSuffix(e.Aliases[i].Text, " Process")
			if !ok || strings.Contains(place, " ") {
				continue
			}
			if other, taken := l.byPlace[key(place)]; taken && other != e {
				l.byPlace[key(place)] = nil
				continue
			}
			l.byPlace[key(place)] = e
		}
	}
}

func (l *loader) name(k corpus.Kind, name string, e *Entry) {
	if n := key(name); n != "" && l.byName[k][n] == nil {
		l.byName[k][n] = e
	}
}
