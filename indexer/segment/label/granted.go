package label

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// granting is the line in which the records of Colombia tell who is given the floor: "La
// Presidencia concede el uso de la palabra al honorable Senador Luis Arroyo:".
var granting = regexp.MustCompile(`^(?:(?:Por instrucciones de|Con (?:la venia|el permiso|autorización) de)[^:]{3,120}?,? )?(?:La (?:Presidencia|Mesa Directiva) (?:le )?(?:concede|ofrece|otorga|da|cede) (?:nuevamente )?(?:el )?(?:uso de )?la palabra (?:al|a la|a)|(?:[Rr]ecobra|[Rr]ecupera|[Rr]etoma|[Hh]ace|[Tt]oma|[Ii]nterpela)(?: (?:el |nuevamente )*(?:uso de )?la palabra)? (?:el|la)) ` +
	`((?:honorable|señora?|doctora?|H\. ?|senadora?|representante|ministr[oa]|ciudadan[oa]|secretari[oa]|viceministr[oa])\b[^:]{4,140}):(?:\s|$)`)

// titles are what stands before the name there.
var titles = regexp.MustCompile(`^(?i:(?:honorable|señora?|doctora?|h\.|senadora?|representante|ciudadan[oa]|magistrad[oa]|general) )+`)

// tableSpeaks is the line there above what the chair or the clerk says: "La Presidencia
// interviene para un punto de orden:".
var tableSpeaks = regexp.MustCompile(`^(La (?:Presidencia|Secretaría)) (?:interviene|manifiesta|expresa|indica|señala|aclara|informa|pregunta)\b[^.:]{0,80}:$`)

// granted parses such a line, which is the label of what stands below it.
func granted(limit string, names grammar.Names) Label {
	if m := tableSpeaks.FindStringSubmatch(limit); m != nil {
		l := Label{Style: Formal, End: len(limit), Alone: true}
		l.Speaker = corpus.Speaker{Name: m[1], AsPrinted: m[1], Role: grammar.StripArticle(m[1]), Presiding: strings.HasSuffix(m[1], "Presidencia")}
		return l
	}
	if !strings.Contains(limit, "alabra") && !strings.Contains(limit, "nterpela") {
		return Label{}
	}
	m := granting.FindStringSubmatchIndex(limit)
	if m == nil {
		return Label{}
	}
	l := Label{Style: Formal, End: m[1], Alone: m[1] == len(limit)}
	l.Speaker.AsPrinted = limit[m[2]:m[3]]
	holder := l.Speaker.AsPrinted
	if at := strings.LastIndex(holder, ", "); at > 0 {
		grammar.AffiliationOf(titles.ReplaceAllString(holder[:at], ""), names).Merge(&l.Speaker)
		holder = holder[at+2:]
	}
	p := grammar.NameOf(titles.ReplaceAllString(holder, ""))
	if p.Parts < 2 {
		return Label{}
	}
	l.Speaker.Name = p.Name
	return l
}

// prayed is the line above a prayer or a pledge in the records of American houses: "The Chaplain, the
// Reverend Ada Brook, offered the following prayer:", "Mr. BROOK led the Pledge as follows:".
var prayed = regexp.MustCompile(`^(\p{Lu}[^:]{3,200}?),? (?:offered the (?:following (?:prayer|invocation)|(?:prayer|invocation) as follows)|led the [^:]{3,60} as follows):(?:\s|$)`)

// devotion parses such a line.
func devotion(limit string, _ grammar.Names) Label {
	if !strings.Contains(limit, "offered the ") && !strings.Contains(limit, "led the ") {
		return Label{}
	}
	m := prayed.FindStringSubmatchIndex(limit)
	if m == nil {
		return Label{}
	}
	for part := range strings.SplitSeq(limit[:m[3]], ", ") {
		if p := grammar.NameOf(grammar.StripArticle(part)); p.Parts > 1 || p.Honorific != "" {
			l := Label{Style: Formal, End: m[1], Alone: m[1] == len(limit)}
			l.Speaker = corpus.Speaker{Name: p.Name, Honorific: p.Honorific, AsPrinted: limit[:m[3]]}
			return l
		}
	}
	return Label{}
}
