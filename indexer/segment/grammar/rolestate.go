package grammar

import (
	"strings"

	"briefsearch/indexer/regexp"
)

// stateOfFirst is the State in the first of two offices: "Minister of Labour of Kenya
// and Chair of" a process.
func stateOfFirst(role string, names Names) string {
	for _, m := range linking.FindAllStringIndex(role, -1) {
		tail := StripArticle(role[m[1]:])
		second := secondOffice.FindStringIndex(tail)
		if second == nil || !stateRole.MatchString(role[:m[0]]) && !directing.MatchString(role[:m[0]]) {
			continue
		}
		if code, ok := names.Country(tail[:second[0]]); ok {
			return code
		}
	}
	return ""
}

// secondOffice begins another office, or the capacity in which one speaks.
var secondOffice = regexp.MustCompile(`,? (?:(?:and|et|y|e) |,? ?(?:as|en (?:su |sa )?(?:calidad|qualité)|in (?:his|her|its) capacity)\b)|, `)

// directing are those who may direct something of a State or of anything else: only
// a State that such an office is "of" is theirs.
var (
	directing = regexp.MustCompile(`(?i)^(?:(?:deputy|assistant|acting|former|national|executive) )*(?:director|directeur|directrice|directora|head|chief|chef|jef[ea]|commissioner|commissaire|comisionad[oa]|coordinator|coordinad[oa]r?|under-?secretary|subsecretari[oa]|d[ée]l[ée]gu[ée]|delegad[oa]|delegate|representative|repr[ée]sentante?)`)
	owning    = regexp.MustCompile(`^ (?:of|de|du|del|des|d['’]) ?`)
)

// stateOfRole is the State in an office of State: "Minister of Labour of Kenya". A
// State that ends the role is taken off it.
func stateOfRole(role, organisation string, names Names) (string, string) {
	if SentFor.MatchString(role) {
		return role, ""
	}
	office := stateRole.MatchString(role)
	if code := stateOfEnvoy(role, names); code != "" {
		return role, code
	}
	if code := StateOfAdjective(role, names); office && code != "" {
		return role, code
	}
	if organisation != "" {
		return role, stateOfFirst(role, names)
	}
	if !office && !directing.MatchString(role) {
		return role, ""
	}
	for _, m := range linking.FindAllStringIndex(role, -1) {
		if !office && !owning.MatchString(role[m[0]:m[1]]) {
			continue // "Director for Asia"
		}
		if code := stateBehind(role, m[1], names); code != "" {
			return strings.TrimSpace(role[:m[0]]), code
		}
	}
	if !office {
		return role, ""
	}
	if found := names.Countries(role); len(found) > 0 {
		return role, found[0]
	}
	return role, ""
}

// SentFor is an envoy of an organisation: "Special Representative for Haiti".
var SentFor = regexp.MustCompile(`(?i)^(?:(?:deputy|principal|acting|joint) )*(?:special|personal) \pL+ (?:of the (?:un |united nations )?secretary-general )?for |^représentante? (?:spéciale?|personnel(?:le)?) (?:du secrétaire général )?pour |^representante (?:especial|personal) (?:del secretario general )?para `)

// StateOfAdjective is the State whose adjective stands before an office: "the Rwandan
// Minister of Labour".
func StateOfAdjective(role string, names Names) string {
	adjective, office, _ := strings.Cut(StripArticle(role), " ")
	if !StartsRole(office) {
		return ""
	}
	if found := names.Countries(adjective); len(found) == 1 {
		return found[0]
	}
	return ""
}

// envoyOf is the envoy of a State in another one: "High Commissioner of Ghana to Kenya".
var envoyOf = regexp.MustCompile(`^` + Lists.Any("envoy") + ` (?:of|del?|de la|du) (.{3,60}) (?:to|in|accredited to|en|ante|au|en|auprès) `)

func stateOfEnvoy(role string, names Names) string {
	m := envoyOf.FindStringSubmatch(role)
	if m == nil {
		return ""
	}
	code, _ := names.Country(StripArticle(m[1]))
	return code
}

// stateBehind is the State that the rest of a role names, unless its first word belongs to the office.
func stateBehind(role string, at int, names Names) string {
	if ofState.MatchString(role[:at] + WordAt(role[at:])) {
		return ""
	}
	code, _ := names.Country(StripArticle(role[at:]))
	return code
}

// ofState ends an office that has the word without the State: "Secretary of State".
var ofState = regexp.MustCompile(`(?i)\b` + Lists.Any("of-state") + `$`)
