package describe

import (
	"slices"
	"strings"

	"briefsearch/indexer/regexp"
)

var (
	// joined are acronyms or names joined by slashes before the name of a series.
	joined = regexp.MustCompile(`^([\p{Lu}][\pL\d-]+(?: ?/ ?[\p{Lu}][\pL\d-]+)+)(?:[^\pL]|$)`)
	// leading is the acronym that a series begins with.
	leading = regexp.MustCompile(`^(\p{Lu}{3,12})(?:[^\pL]|$)`)
	// organisedBy comes before the organisers; what follows them ends the list.
	organisedBy = regexp.MustCompile(`(?i)\b(?:(?:co-?)?(?:organi[sz]ed|convened|hosted|co-?sponsored) (?:jointly )?by|organisée? (?:conjointement )?par|(?:co)?organizad[oa] (?:conjuntamente )?por|convocad[oa] por)[: ]+(?:the |l.|la |le |el )?(.{2,300})`)
	// organises is the verb of those who organise, and what they do.
	organises = regexp.MustCompile(`(?i)\b(?:(?:co-?)?(?:organi[sz](?:ed|es)|conven(?:ed|es)|host(?:ed|s))|held|holds|conducted|organisa|a organisé|ont organisé|organizó|organizaron|convocó)(?: (?:jointly|a|an|the|its|their|this|une?|la|le|el|un)\b)([^.]{0,60})`)
	// session is what a body holds by its rules, and organises for nobody.
	session = regexp.MustCompile(`(?i)^(?: \S+){0,3} (?:sessions?|elections?|inquir(?:y|ies)|hearings?)\b`)
	// subject is the acronym with which a sentence begins, behind its place and day.
	subject = regexp.MustCompile(`^(?:[^.]{0,60}[–—:-] ?)?(?:The |La |Le |El |L['’])?(\p{Lu}{3,12}) (?:\p{Lu}?\p{Ll})`)
	// officer is in the name of a person who organises for a body.
	officer   = regexp.MustCompile(`(?i)\b(?:(?:co-)?chair|president|minister|secretary|ambassador|director|dr|mrs?|ms|prof|président|ministre|presidente|ministr[oa]|sra?)\b`)
	acronym   = regexp.MustCompile(`\((\p{Lu}[\p{Lu}\d-]{1,11})\)`)
	listEnd   = regexp.MustCompile(`(?i)(?:[.;:]|\b(?:in|at|on|from|held|with the (?:support|participation)|under|as part|to|which|that|for the purpose)\b)(?: |$)`)
	listJoint = regexp.MustCompile(`(?i) ?(?:,|;|/|&|\band\b|\bet\b|\by\b|\bwith\b|\bin (?:collaboration|cooperation|partnership) with\b) ?`)
)

// organisers are those who held the meeting, by their acronyms where the report
// gives them.
func (c *cover) organisers(kind, series string) []string {
	if m := joined.FindStringSubmatch(series); m != nil {
		return split(m[1])
	}
	if kind == Verbatim || kind == Summary || kind == Statement {
		return []string{} // a body meets by itself
	}
	if names := c.organisersOnCover(); len(names) > 0 {
		return names
	}
	for _, t := range c.body[:min(len(c.body), organiserLeads)] {
		if names := organisersOf(t); len(names) > 0 {
			return names
		}
	}
	if m := leading.FindStringSubmatch(series); m != nil && c.headings.isAcronym(m[1]) {
		return []string{m[1]}
	}
	return []string{}
}

// organiserLeads is how many paragraphs are asked who organised the meeting.
const organiserLeads = 4

// organisersOnCover are the organisers in a heading, joined by slashes, or after
// "organised by".
func (c *cover) organisersOnCover() []string {
	for i := range c.lines {
		l := &c.lines[i]
		if m := joined.FindStringSubmatch(l.text); m != nil && l.role == content && l.level > 0 && slices.ContainsFunc(split(m[1]), InCapitals) {
			return split(m[1])
		}
	}
	for i := 0; i < len(c.lines); {
		text, next := c.rest(i)
		if names := namesAfter(text); len(names) > 0 {
			return names
		}
		i = next
	}
	return nil
}

// split takes names joined by slashes apart.
func split(s string) []string {
	var all []string
	for part := range strings.SplitSeq(s, "/") {
		if p := strings.TrimSpace(part); p != "" && !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}

// organisersOf are the organisers that a paragraph names, before the verb or after
// "organised by".
func organisersOf(text string) []string {
	if names := namesAfter(text); len(names) > 0 {
		return names
	}
	m := organises.FindStringSubmatchIndex(text)
	if m == nil || session.MatchString(text[m[2]:m[3]]) {
		return nil
	}
	before := sentenceBefore(text, m[0])
	var all []string
	for _, a := range append(subject.FindAllStringSubmatch(before, 1), acronym.FindAllStringSubmatch(before, -1)...) {
		if !slices.Contains(all, a[1]) {
			all = append(all, a[1])
		}
	}
	return all
}

// sentenceBefore is what stands between the last full stop and an offset.
func sentenceBefore(text string, end int) string {
	s := text[:end]
	if i := strings.LastIndex(s, ". "); i >= 0 {
		s = s[i+2:]
	}
	return s
}

// namesAfter are the names in a list that "organised by" leads to.
func namesAfter(text string) []string {
	m := organisedBy.FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	list := m[1]
	if end := listEnd.FindStringIndex(list); end != nil {
		list = list[:end[0]]
	}
	var all []string
	if known := acronym.FindAllStringSubmatch(list, -1); len(known) > 0 {
		for _, a := range known {
			all = append(all, a[1])
		}
		return slices.Compact(all)
	}
	for _, name := range listJoint.Split(list, -1) {
		name = strings.TrimPrefix(strings.TrimSpace(name), "the ")
		if name != "" && !officer.MatchString(name) && firstRune(name) != 'a' && strings.ToUpper(name[:1]) == name[:1] && len(strings.Fields(name)) <= 10 && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}
