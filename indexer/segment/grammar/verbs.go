package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/regexp"
)

// Saying are the verbs with which minutes report what a person said. They end a
// speaker's role wherever they stand, so words that are nouns as well ("report",
// "call", "focus") are not among them.
var Saying = WordSet(`
	acknowledged added addressed adds advised advocated affirmed agreed agrees aligned announced answered appealed applauded appreciated
	argued articulated asked asks asserted assured attributed began believed briefed brought called cautioned chaired challenged cited
	clarified closed commended commented compared concluded concurred condemned confirmed congratulated considered continued contrasted
	conveyed cautions deplored delivered described describes detailed discussed discusses drew echoed elaborated emphasised emphasized
	emphasises emphasizes encouraged endorsed enquired enumerated examined explained explains explored expressed extended facilitated
	favoured focused focussed formulated gave gives greeted hailed highlighted highlights hoped identified illustrated indicated informed
	inquired insisted inspected introduced reintroduced invited joined kicked lamented lauded led listed made maintained mentioned moderated moved
	noted notes observed offered offers opened opened opposed outlined outlines paid pledged pointed posed praised presented presents
	presided proceeded proposed provided provides queried questioned quoted raised read reaffirmed recalled recognised recognized
	recommended referred reflected regretted reiterated rejected remarked reminded replied reported requested responded restated revealed
	reviewed said says shared shares showed speaks spoke started states stated stressed stresses suggested summarised summarized
	summed supported talked testified thanked thanks told took traced underlined underscored underscores urged urges voiced warned
	welcomed welcomes went wondered wished worried joined put puts sought felt thought withdrew accepted favored favoured preferred objected tabled submitted contended conceded argues believes explained elucidated
	présente présenta souligne souligna indique indiqua explique expliqua rappelle rappela note nota déclare déclara estime estima remercie
	remercia précise précisa affirme affirma insiste insista ajoute ajouta conclut évoque évoqua mentionne mentionna salue salua propose proposa
	demande demanda répond répondit informe informa constate constata recommande recommanda suggère suggéra exprime exprima dit fait ouvre ouvrit
	dejó dejaron presentó destacó señaló explicó indicó subrayó agradeció expresó informó mencionó manifestó afirmó describió habló dijo hizo ofreció dio
	abrió recordó reiteró enfatizó resaltó comentó concluyó propuso preguntó respondió expuso compartió inició agregó añadió sostuvo advirtió
	solicitó planteó reconoció instó declaró puntualizó apuntó aseguró presenta destaca señala explica indica subraya agradece expresa informa
	manifiesta entiende confía deplora precisa recuerda suscribe secunda discrepa coincide respalda comunica cita alude resume aclara anuncia acuerda concluye
	dijeron hicieron dieron pusieron propusieron opusieron expusieron sostuvieron
	refirió refiere pidió pide observó observa recomendó recomienda sugirió sugiere exhortó llamó invitó celebró lamentó valoró aclaró
	detalló defendió analizó abordó moderó clausuró inauguró dirigió coincidió insistió consideró opinó admitió denunció apoyó respaldó
	elogió encomió alentó acogió tomó valora celebra acoge toma felicita
	relató resumió cerró presidió puso trazó ilustró cuestionó saludó felicitó informa menciona recuerda reitera comenta propone pregunta
	responde expone comparte añade agrega sostiene advierte solicita plantea reconoce insta declara
	présenta aborda décrit décrivit raconta plaida plaide regrette regretta félicita félicite appelle appela invite invita
	consulta contesta critica replica reservó opuso opone defendió rechazó rechaza lamenta condenó condena encomia alienta exhorta reafirmó reafirma recalcó recalca resalta anunció anuncia
	dépose déposa appuie soumet lit retire depositó retiró
	prefirió prefiere favoreció objetó acogió dice desea pregunta considera cree opina apoya celebra insiste pidió cuestiona sumó unió
	préconise préconisa préféra préfère relève releva signale signala réclame réclama soutint soutient réaffirme réaffirma encouragea espère
	exhorta déplore déplora condamne condamna appuya préfera annonce annonça dénonce dénonça reconnut craint répondirent souhaite souhaita
	opent sluit vraagt zegt stelt antwoordt vindt meent constateert dankt bedankt wijst merkt benadrukt deelt concludeert herhaalt roept
	apresentou destacou afirmou disse explicou salientou sublinhou agradeceu perguntou respondeu questionou referiu lembrou recordou defendeu
	informou comentou acrescentou reiterou ressaltou enfatizou observou esclareceu propôs sugeriu solicitou criticou lamentou manifestou concordou
	apoiou mencionou expressou indagou reafirmou declarou indicou recomendou felicitou saudou relatou concluiu encerrou abriu pediu assinalou
	frisou deu fez elogiou instou encorajou acolheu tomou notou ofereceu compartilhou descreveu anunciou
	ritiene avverte osserva ricorda dichiara sottolinea chiede risponde interviene esprime condivide segnala illustra concorda rileva evidenzia
	precisa ribadisce auspica rivolge preannuncia fa rammenta domanda ringrazia chiarisce comunica rinuncia raccomanda giudica reputa stigmatizza
	ritira sollecita contesta invita replica accoglie richiama conferma annuncia lamenta rinvia ringraziano chiedono osservano dà
	fragt betont erklärt erläutert bittet berichtet antwortet stellt verweist weist dankt meint hebt begrüßt kritisiert schlägt führt teilt
	äußert merkt ergänzt erkundigt unterstreicht bedauert bestätigt fragte betonte erklärte erläuterte dankte begrüßte
	отметил сказал заявил подчеркнул сообщил представил рассказал приветствовал спросил пояснил разъяснил
	поддержал призвал рекомендовал оценил обратил подтвердил отклонил похвалил признал доложил проинформировал ответил изложил описал
	осветил попросил поинтересовался согласился присоединился высказал дал задал поздравил одобрил возразил добавил привлек остановился выразил
	говорит заявляет отмечает подчеркивает подчёркивает благодарит спрашивает предлагает выражает приветствует напоминает указывает обращает считает
	интересуется сообщает поддерживает призывает просит полагает поясняет отвечает
	выступил поблагодарил предложил напомнил указал`)

// afterComma are verbs that count only when a comma has closed the role, because
// they are nouns, participles or auxiliaries elsewhere.
var afterComma = WordSet(`
	began has had did does was were is are will would could opened calls reports addresses welcomes expressed focuses stresses shares
	serves served reports argues asks believes chairs moderates discusses presents notes states a ont avait est était fut va
	ha han fue es era открыл открыла закрыл закрыла`)

// notVerbs end in -ed and follow a role without being what the person did.
var notVerbs = WordSet(`
	based called entitled named accredited appointed retired assisted accompanied represented located seconded united elected invited
	nominated designated related dedicated attached assigned headed established founded supported responsible funded hosted organised
	organized`)

// Adverbs may stand between the role and the verb.
var Adverbs = WordSet(`also then first further next finally briefly again too both in turn therefore afterwards meanwhile likewise
	también además luego finalmente ensuite également enfin aussi`)

// WordSet is the set of the words of a text.
func WordSet(s string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		set[w] = true
	}
	return set
}

// plurals are the endings of verbs of which several are the subject, and those of one.
var plurals = [...][2]string{
	{"aron", "ó"}, {"ieron", "ió"}, {"eron", "o"}, {"an", "a"}, {"en", "e"}, {"èrent", "a"}, {"ent", "e"}, {"irent", "it"},
}

// living are what persons did elsewhere.
var living = WordSet(`nació murió falleció viajó vivió llegó salió volvió regresó trabajó estudió cayó creció ganó perdió sufrió huyó cruzó emigró entró ingresó migró residió visitó ocurrió
	duró costó empezó terminó pasó quedó resultó cambió aumentó disminuyó subió bajó`)

// russianPast is the past tense of a Russian verb as a man has it, of the form that a
// woman, a State or several have: "отметила", "приветствовало", "согласились".
func russianPast(word string) (string, bool) {
	bare, reflexive := strings.CutSuffix(word, "сь")
	for _, ending := range []string{"ла", "ло", "ли"} {
		if stem, ok := strings.CutSuffix(bare, ending); ok {
			if reflexive {
				return stem + "лся", true
			}
			return stem + "л", true
		}
	}
	return "", false
}

// IsSaying says whether a word is a verb that reports speech, of one or of several.
func IsSaying(word string) bool {
	if Saying[word] || strings.HasSuffix(word, "ó") && utf8.RuneCountInString(word) > 4 && !living[word] {
		return true // hardly a Spanish word that ends so is no verb
	}
	if stem, ok := russianPast(word); ok {
		return Saying[stem]
	}
	for _, p := range plurals {
		if stem, ok := strings.CutSuffix(word, p[0]); ok && len(stem) > 3 && Saying[stem+p[1]] {
			return true
		}
	}
	return false
}

// Reports says whether a text begins with a verb that reports speech, adverbs
// allowed before it.
func Reports(text string) bool {
	if m := Reflexive.FindString(text); m != "" {
		word, _ := FirstWord(text[len(m):])
		return participle.MatchString(word)
	}
	if Pronominal.MatchString(text) || TellsByNoun.MatchString(text) {
		return true
	}
	for range 3 {
		word, rest := FirstWord(text)
		switch {
		case IsSaying(word) || IsVerbPhrase(word, rest, true):
			return true
		case Adverbs[word] || Clitics[word] || strings.HasSuffix(word, "ly") || strings.HasSuffix(word, "mente"):
			text = rest
		default:
			return false
		}
	}
	return false
}

// Clitics are pronouns that stand before a verb.
var Clitics = WordSet(`se s lo la le los las les`)

// Reflexive is the auxiliary of a French reflexive verb: "s’est félicité".
var Reflexive = regexp.MustCompile(`^ ?(?:s ?['’] ?est|se sont|s ?['’] ?était) (?:\pL+ment )?`)

// IsVerbPhrase says whether a word that is not surely a verb is one here.
func IsVerbPhrase(word, rest string, closed bool) bool {
	if !closed {
		return isPerfect(word, rest)
	}
	switch {
	case notVerbs[word]:
		return false
	case word == "a" || word == "ont" || word == "ha" || word == "han":
		return isPerfect(word, rest)
	case word == "has" || word == "had" || word == "did":
		return true
	case word == "was" || word == "were" || word == "is" || word == "are":
		return false // thanked, quoted, present: not speaking
	case afterComma[word]:
		return true
	}
	return strings.HasSuffix(word, "ed") && utf8.RuneCountInString(word) > 4
}

var participle = regexp.MustCompile(`^(?:\pL+(?:ée?s?|ie?s?|ue?s?|ise?|ite?|ert|ado|ido)|dicho|hecho|puesto|fait|ouvert|mis)$`)

// TellsByNoun is a French verb that tells with its noun what was said: "a fait état de",
// "a mis l'accent sur", "est revenu sur".
var TellsByNoun = regexp.MustCompile(`^ ?(?:(?:a|ont) (?:\p{Ll}+ment )?` + Lists.Any("tells-with-have") + `|(?:est|sont) (?:revenue?s?|intervenue?s?)|(?:s['’]est|se sont) (?:\p{Ll}+ment )?` + Lists.Any("tells-of-oneself") + `)(?:[ ,;:]|$)`)

// between is what may stand inside a French perfect: "a quant à lui présenté", "a par
// ailleurs indiqué".
var between = regexp.MustCompile(`^ ` + Lists.Any("between"))

// isPerfect recognises the French and Spanish perfect: "a présenté", "ha señalado".
func isPerfect(word, rest string) bool {
	if word != "a" && word != "ont" && word != "ha" && word != "han" {
		return false
	}
	for range 3 {
		var next string
		rest = rest[len(between.FindString(rest)):]
		next, rest = FirstWord(rest)
		if participle.MatchString(next) {
			return true
		}
		if !Adverbs[next] && !strings.HasSuffix(next, "ment") && next != "tout" && next != "été" {
			return false
		}
	}
	return false
}

// SaysInPerfect recognises the perfect of a verb that reports speech: "a proposé".
func SaysInPerfect(word, rest string) bool {
	if !isPerfect(word, rest) {
		return false
	}
	for range 3 {
		var next string
		rest = rest[len(between.FindString(rest)):]
		if next, rest = FirstWord(rest); participle.MatchString(next) {
			return inPerfect(next)
		}
	}
	return false
}

// inPerfect says whether a participle is of a verb that reports speech.
func inPerfect(word string) bool {
	for _, p := range [...][2]string{{"é", "a"}, {"ée", "a"}, {"ado", "ó"}, {"ido", "ió"}, {"u", "it"}} {
		if stem, ok := strings.CutSuffix(word, p[0]); ok && Saying[stem+p[1]] {
			return true
		}
	}
	return word == "dit" || word == "dicho"
}

// FirstWord is the first word of a text, in small letters, and what follows it.
func FirstWord(text string) (string, string) {
	text = strings.TrimLeft(text, " \u00a0")
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !isHyphen(r) })
	if end < 0 {
		end = len(text)
	}
	r, _ := utf8.DecodeRuneInString(text)
	if unicode.IsUpper(r) {
		return "", text[end:]
	}
	return text[:end], text[end:]
}
