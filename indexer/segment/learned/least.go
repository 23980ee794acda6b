package learned

import (
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// leastPoints is how many points the openings have at least, where others make them no more likely
// than the form does: in company, or where nothing speaks against any and the cover tells what meets.
func (g *group) leastPoints(f *forms, company bool, all float64) float64 {
	last := g.openings[len(g.openings)-1].bare
	switch {
	case company, g.form.by == byColon && f.sitting && g.isSolo() && g.chairs < g.good, f.sitting && g.chairs > 0 && g.good > 1 && g.firm+g.voiced == 2*g.good && 2*g.good > len(g.openings):
		return 2
	case f.sitting && g.good == len(g.openings)-g.fields && g.firm+g.voiced == 2*g.good && surnameFirst.MatchString(last):
		return 3
	}
	return all
}

// isCaselessName says whether an opening before a colon is a name in a script without capitals, where
// nearly all of the others speak for the form.
func (g *group) isCaselessName(i int) bool {
	o, n := &g.openings[i], len(g.openings)
	return g.form.by == byColon && n > FormalEnough && 5*g.good >= 4*n && isNamed(o.words) && grammar.IsCaseless(grammar.FirstRune(o.bare))
}

// surnameFirst is a surname in capitals with the initials behind it, which no title is: "КЛЕН О.В."
var surnameFirst = regexp.MustCompile(`^\p{Lu}[\p{Lu}'’-]+ \p{Lu}\.(?: ?\p{Lu}\.?)?$`)
