package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// adjourned are the formulas with which the records of parliaments end a sitting.
// Nothing behind them is anybody's words until the next label.
var adjourned = regexp.MustCompile(`(?i)^(?:(?:the )?(?:house(?: of commons| of lords| of representatives)?|d[áa]il|seanad|[lr](?:ok|ajya) sabha|senate|chamber|assembly|national assembly|council|parliament|committee|conference|sitting|meeting|proceedings)(?: then| accordingly)?(?: was| were)? (?:adjourned|rose|closed|ended|stood adjourned|suspended)\b|` +
	`(?:end|fin)\.?$|end of (?:the )?(?:transcript|briefing|press conference|recording)|(?:# ?){2,3}$|adjourned (?:at|until|till|accordingly)|(?:se levant[aó] la sesi[óo]n|` +
	`eran? las? \pL+|siendo las? (?:[^.]|\.\d|\b[ap]\.|\bm\.){2,80}?(?:levant|termin|cierra|conclu|finaliz|suspend|horas\.?$)|eram? \d+ horas?|(?:estavam|encontravam-se) presentes os seguintes|` +
	`presenças e faltas d|(?:faltaram|entraram) (?:à|durante a) (?:sessão|reunião))|\(?(?:la )?séance (?:est )?levée|la réunion s['’](?:achève|est achevée)|` +
	`membres présents ou excusés|(?:présents|excusés|assistai(?:en)?t également à la réunion)\.? ?[-–—] |(?:encerra|levanta|suspende)-se a sess[ãa]o|la seduta (?:termina|` +
	`è tolta|è sospesa)|\(?(?:schlu(?:ss|ß)|ende|beginn|unterbrechung)(?: der sitzung)?[:.]? ?(?:um )?\d|\(?die sitzung (?:ist geschlossen|wird (?:geschlossen|unterbrochen))|` +
	`\(?koniec (?:posiedzenia|obrad|wypowiedzi)|\(?(?:schůze|schôdza|jednání|zasedání|rokovanie) (?:skončil|skončen|ukončen|přerušen|prerušen)|(?:ședința|şedinţa) s-a (?:încheiat|` +
	`terminat|suspendat)|засідання (?:закрит|закінч)|\(?(?:закрито|край на заседанието|заседанието е закрито)|λύεται η συνεδρίαση|ώρα λήξης|sjednica je (?:zaključena|` +
	`prekinuta|završena)|seja je (?:bila )?(?:končana|prekinjena)|(?:kapanma|oturum(?:un)?) saati|mötet (?:avslutades|ajournerades)|møtet hevet|mødet (?:er )?hævet|` +
	`täysistunto lopetet|istunto (?:lopetet|päätty)|az ülés (?:véget|befejez)|rapat ditutup|` +
	`the (?:discussion|public part) (?:covered|of the meeting)|la (?:primera|segunda|tercera) parte (?:\(\pL+\) )?de la sesión (?:termin|concluy|se levant)|ministres? du gouvernement fédéral présent|aanwezig bij de opening van de vergadering|(?:the )?(?:house|committee|council|chamber|senate) (?:having )?(?:divided|proceeded to a (?:division|vote))|` +
	`division (?:no|list|number)\b|заседание (?:закрывается|закрылось|прерывается|объявляется закрытым)|(?:رُ?فعت|عُ?لقت) الجلسة|[上下]午.{1,12}(?:散会|暂停)|(?:a )?(?:party|personal|recorded|roll-call) vote was called|the result of the division)`)

// tally is a line of a printed vote: "AYES", "Noes 60".
var tally = regexp.MustCompile(`^\s*(?i:результаты голосования|проголосовало (?:за|против)|głosowało \d|se emitieron \d|votes? exprimés? ?:)|^(?i:ayes|noes|contents?|not[ -]contents?|tellers?(?: for the (?:ayes|noes))?|yeas|nays|paired|pour|contre|abstentions?|abstencions?|abstained|absent)(?: ?[(–-]?\d+\)?)?$`)

// clock is a time that a record prints in its margin or between two speeches.
var clock = regexp.MustCompile(`^[■\[(]?(?:\d{1,2}[.:h]\d{1,2}(?: ?[apAP]\.? ?[mM]\.?(?: [A-Z]{2,4})?| ?(?:hrs|hours|h|uur|Uhr|pg|ptg|pagi|petang|tgh|mlm)\.?)?|\d{1,2} ?(?:am|pm|noon|midnight)|\d{4}(?: hours)?)[\])]?[.–— -]*$`)

// formula is what a parliament's clerk writes between two speeches, in a line of its
// own: "Question put and agreed to.", "Bill read a Second time."
var formula = regexp.MustCompile(`^(?:(?:Questions?|Motions?|Amendments?|Bills?|Clauses?|Schedules?|Resolutions?|Orders?|Reports?|Papers?|Documents?|Debate|Leave|Votes?|Lords Amendments?|Main Question|Original Question|Title|Preamble|House|Standing Orders?)(?:,? [^.:?!]{0,90}?)?,? (?:put|proposed|agreed(?: to)?|negatived|resolved|read|granted|adjourned|laid|passed|resumed|interrupted|withdrawn|moved|carried|lost|concluded|deferred|adopted|rejected|ordered|made|refused|disagreed to|disposed of)\b[^?!]{0,80}$|` +
	`['‘"“]?The [^.:?!]{3,100}(?: was| were)(?: (?:duly|accordingly|then|therefore))? (?:read|passed|agreed to|referred|considered) (?:and passed|a (?i:first|second|third) time|the (?i:first|second|third) time|in (?:the )?Committee)[^?!]{0,40}$|` +
	`That (?:this|the) (?:bill|motion|question|amendment|house|report)\b[^:?!]{0,80}$|` +
	`(?:Ordered|Moved|On Question|Resolved|Resolved accordingly|Resolved in the affirmative|Agreed to|Sitting suspended|On resuming|Prayers?|Paidir|Royal assent|Assent)(?:[,.—–-].*|)$|` +
	`Mesyuarat (?:ditempohkan|ditangguhkan|disambung|dimulakan)[^?!]{3,90}$|(?:Daartoe|Overeenkomstig [^.]{3,90}) wordt besloten\.|Deze mededeling wordt [^.]{3,60}aangenomen\.|De (?:vergadering|beraadslaging|motie) (?:wordt|is) (?:[^.]|\.\d){9,90}\.|` +
	`(?:L['’](?:amendement|article)|La (?:motion|proposition)|Le sous-amendement)[^.:]{0,80} (?:est|n['’]est pas) (?:pas )?(?:adoptée?|retirée?|rejetée?)|Suspension et reprise|` +
	`(?:[^.:]|\b\pL{1,4}\.){3,120} (?:ocupa|pasa a ocupar|asume) la (?i:presidencia)|(?:[-–—] ?)?(?:Ocupa|Asume) la (?i:presidencia)\b|(?i:se (?:abre|reanuda|suspende|declara abierta) la sesi[óo]n|se reanuda|pausa\.?|la séance est (?:ouverte|suspendue|reprise))[^?!]*$|` +
	`(?:Council|House|Committee|Assembly) (?:went into|then went into|resumed|then resumed|took recess)[^:?!]{0,60}$|(?:Interjections?|Applause|Laughter|Disorder|Crosstalk)\.?$|(?:Aplausos|Risos|Protestos|Vozes|Pausa)\b[^:?!]{0,80}\.$|(?:Entretanto|Neste momento|A partir deste momento|Em seguida), (?:re?assum|assum|ocup|pass|entr)[^:?!]{5,120}\.$|Eram? \d+ horas?\b[^:?!]{0,60}$|` +
	`(?i:il est procédé (?:à un|au) (?:vote|scrutin)|par \d+ voix contre|por \d+ votos (?:a favor )?contra|se procede a (?:votación|una votación)|(?:se efectúa|procédese a) (?:una )?votación|проводится .{0,50}голосование|решение принимается|أجري تصويت|تقرر ذلك|و?اعتمد مشروع القرار|进行了?(?:记录)?表决|就这样决定|le projet de (?:résolution|décision)\b.{0,80} est (?:adopté|rejeté)|queda (?:aprobad|rechazad)o el proyecto|проект (?:резолюции|решения).{0,80}принимается|决议草案.{0,60}获?得?通过)[^?!]*$|` +
	`(?:Argomento|Oggetto|Asunto|Assunto|Objet|Betreff) ?:$|La seduta,? (?:sospesa|è (?:sospesa|ripresa|tolta)|riprende|comincia)\b[^?!:]*$|` +
	`(?:Sul(?:l['’]|la |lo |le |i )?|Svolgimento d|Annunzio d|Missioni|(?:Seguito della d|Si riprende la d|Ripresa della d|D)iscussione d|Votazione |Dichiarazioni? di voto|Inversione dell|Trasferimento |Modifica n|Ordine del giorno d|Per (?:la|una) risposta |In morte |\((?:Esame|Seguito|Discussione|Repliche|Così|Votazione|Ripresa|Dichiarazioni|La Camera|Il Senato) ?)[^,:;?!]{2,110}\.?\)?\.?$|` +
	`(?:(?:Puis|Ensuite|Enfin),? (?:la [Cc]ommission|elle)|La [Cc]ommission|(?:Suivant|Contre|Conformément à) l['’]avis [^.:?!]{5,90}, (?:la commission|elle)) (?:adopte|rejette|examine|nomme|désigne|procède|émet|donne|est saisie|en vient|passe|autorise|maintient|repousse)\b[^?!:]*\.$|` +
	`(?:Angenommen|Adopté|Zustimmung|Adhésion|Genehmigt|Approvato|Adottato|Präsenzliste)(?: ?[–—-] ?(?:Adopté|Angenommen|Adhésion|Zustimmung|Approuvé|Adottato))*\.?$|` +
	`(?:(?:vice-)?présidente?|doyenne? d['’]âge|présidente? d['’]âge)$|` +
	`Palabras d(?:el|e la) (?:honorable|señora?|doctora?|H\.)[^.:]{3,120}[.:]$|` +
	`Written (?:statements?|answers?|explanations?) ?(?:\(|$)|[^:]{3,60} (?:interjecting|interrupting)[-—–. ]*$|[^:]{3,60} rose ?[-—–]+$|rose$|Votes cast:?$|[^:?!]{3,80}[-—–( ](?i:cont(?:d|inued))\.?\)?$|Everybody (?:rose|remained|stood)\b[^:?!]{0,90}$|(?i:one|an?|two) minutes?['’]s? silence (?:was|were) (?:then )?observed\.?$|(?:The|Mr|Mrs|Ms|Dr|Hon|Senator)\b[^:?!]{3,100} in the Chair\.?$|[^:]{3,60} [-—–]+ ?[(\[][^()\[\]]{2,40}[)\]][.–— -]*$|Seconded by [^:?!]{3,100}|(?:The|Mr|Mrs|Ms|Dr|Hon)\b[^:?!]{3,120} (?:rose and )?seconded\.$|There being no (?:other|further) nominations?[^:?!]{3,140}|Referred to the [^:?!]{3,100}\bCommittees?\b[^:?!]{0,80}$|Ayes:? ?\d+[,;.] ?Noes:? ?\d+\.?$|[–—]\p{Lu}[^:]{3,140}$|(?i:in the chair|pr[ée]sidence d|presidenza d|vorsitz|presidencia d[ei]l? )[ :]?.{0,90}$)`)

// aside is an interruption in brackets, with the dots and stars that stand beside
// them: "… (Interruptions)".
var bracketAside = regexp.MustCompile(`^[^\pL\d()\[\]]{0,4}(?:[(\[][^()\[\]]{2,90}[)\]][….* ]*){1,3}$`)

// isClerks says whether a paragraph among numbered ones is procedure and nobody's
// words.
func isClerks(text string) bool {
	return countWords(text, clerksWords+1) <= clerksWords &&
		(procedure.MatchString(text) || withdrew.MatchString(text) || decision.MatchString(text) || isFormula(text) || isTally(text))
}

const clerksWords = 30

// decision tells what became of a part of a text that is before the meeting:
// "Paragraph 7, as amended, was adopted."
var decision = regexp.MustCompile(`(?i)^(?:(?:the |l[ea] |les |l['’]|el |los |las )?(?:draft |proyecto de |projet de )?(?:paragraph|section|chapter|article|annex|part|sub-?paragraph|footnote|title|agenda|report|text|concluding|conclusions|recommendations|proposal|paragraphe|alinéa|chapitre|annexe|partie|projet|titre|rapport|texte|ordre du jour|observations|párrafo|sección|capítulo|artículo|anexo|informe|proyecto|texto)s?\b[^.:?!]{0,120}` +
	` (?:(?:was|were|is|are) (?:adopted|approved|agreed|deleted|retained|rejected)|(?:est|sont|a été|ont été) (?:adopté|approuvé|supprimé|maintenu|rejeté|retiré)e?s?|(?:queda|quedan|fue|fueron) (?:aprobad|adoptad|suprimid|rechazad)[oa]s?)|` +
	`(?:the |l[ea] |les |l['’]|el |los |las )?[^.:?!]{3,80}, (?:as|so|thus) (?:\pL+ )?(?:amended|revised|corrected)[^.:?!]{0,60}, (?:was|were) (?:adopted|approved|rejected)|\pL[^.:?!]{3,80}, ainsi \pL+s?, (?:est|sont) adopt|` +
	`quedan? (?:aprobad|adoptad|suprimid)[oa]s? (?:el|la|los|las) |(?:пункт|раздел|глава|доклад|текст|проект)\PL[^.:?!]{0,120}(?:принима(?:ет|ют)ся|утвержда(?:ет|ют)ся)|` +
	`(?:it|//|/t) was so (?:agreed|decided|ordered)\.?$|il en est ainsi décidé\.?$|así queda acordado\.?$|решение принимается\.?$)`)

// withdrew tells where delegations sit.
var withdrew = regexp.MustCompile(`^(?:[^.:;,]|\b\pL{1,4}\.){3,80} (?:was|were) elected [^.:;,]{3,60} by acclamation\.?$|^(?:At|Sur|Por) (?:the |l['’])?invita(?:tion|ción) |^По приглашению |^بناءً? على دعوة |^应\p{Han}{0,6}邀请|^(?:[^.:;]{3,120} )(?:withdrew|se retir(?:e|ent|a|an|aron)|(?:took|take|resumed) (?:a |his |her |their )?(?:places?|seats?)(?: at the [^.]{3,60})?|(?:took|resumed) the Chair|pren(?:d|nent) place [^.]{3,60}|toma(?:n|ron)? asiento [^.]{3,60})\.?$`)

// isOneAside says whether the bracket that opens a text is closed by its last byte
// and not before: "(Applause)", not "(a) … (b)".
func isOneAside(text string) bool {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		}
		if depth == 0 {
			return i == len(text)-1
		}
	}
	return false
}

// formulaWords is the length of the longest line that a clerk's formula takes.
const formulaWords = 24

// clerksPart heads what a parliament's clerk writes: nobody says it.
var clerksPart = regexp.MustCompile(`(?i)^(?:papers?(?: (?:laid|tabled|presented)\b.{0,40})?|documents? (?:laid|tabled)\b.{0,40}|tabled papers|petitions?(?: (?:presented|received))?|roll[- ]call|bills? (?:introduced|presented|brought from .{3,40})|(?:members )?(?:present|absent)|attendance|division(?: list)?|written (?:answers|replies)\b.{0,60}|prayers?)[ .:]*$`)

// sittingDay is the day of a sitting on a line of its own.
var sittingDay = regexp.MustCompile(`(?i)^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?,? (?:of )?\pL{3,9}|\pL{3,9} \d{1,2}(?:st|nd|rd|th)?),? \d{4}\.?$`)

// isFormula says whether a paragraph is a clerk's and no speaker's.
func isFormula(text string) bool {
	if countWords(text, formulaWords+1) > formulaWords {
		return false
	}
	return clock.MatchString(text) || sittingDay.MatchString(text) || bracketAside.MatchString(text) || formula.MatchString(text[len(stageOf.FindString(text)):])
}

// stageOf stands before a formula: "(Consideration of report) Motion agreed to."
var stageOf = regexp.MustCompile(`^\([^()]{5,120}\) `)

// isTally says whether a paragraph begins a printed vote, or ends the sitting.
func isTally(text string) bool {
	return tally.MatchString(text) || countWords(text, formulaWords+1) <= formulaWords && adjourned.MatchString(text)
}

// captionWords is the length of the longest title without a mark of one.
const captionWords = 14

// captions are the blocks of a record that title what follows although nothing in
// the format says so: short lines without an end, after the end of a speech and
// before the next label.
func captions(blocks []read.Block, isLabelled func(b *read.Block) bool) map[*read.Block]bool {
	found := map[*read.Block]bool{}
	ahead := false // a label follows, with nothing but captions and formulas before it
	for i := len(blocks) - 1; i > 0; i-- {
		b := &blocks[i]
		switch {
		case b.Kind == read.Footnote:
		case isLabelled(b):
			ahead = true
		case ahead && (isCaption(b) || isSubtitle(b, &blocks[i-1]) || i+1 < len(blocks) && found[&blocks[i+1]] && isHalfTitle(b) || isNumberedTitle(b, &blocks[i-1])):
			found[b] = true
		case isHeading(b) || isClerks(b.Text) || isPageMatter(b.Text):
		default:
			ahead = false
		}
	}
	open := false // the words before have not ended
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == read.Footnote {
			continue
		}
		if open && !clauseTitle.MatchString(b.Text) {
			delete(found, b)
		}
		open = !found[b] && b.Kind != read.Heading && !endsSpeech(b.Text) && !isClerks(b.Text) && !isOneAside(b.Text) && !isPageMatter(b.Text)
	}
	return found
}

// clauseTitle heads what a committee says of a part of a bill: "Clause 6 — Notes."
var clauseTitle = regexp.MustCompile(`^(?:Clause|Section|Schedule|Article|Regulation|Head|Subhead|Vote) (?:\d+[A-Z]?|[A-Z]|[IVX]+)\b(?: ?[-–—:]+ ?\p{Lu}| of | ordered| agreed| amended|$)[^:;?!]{0,80}$`)

// subtitleWords is the length of the longest line below a title that tells what becomes of
// the matter.
const subtitleWords = 28

// isSubtitle says whether a line stands below a title and is part of it: "Suite de la
// discussion d'un projet de loi dans le texte de la commission".
func isSubtitle(b, above *read.Block) bool {
	return b.Kind == read.Paragraph && unicode.IsUpper(firstRune(b.Text)) && !endsSentence(b.Text) && !strings.HasSuffix(b.Text, ",") &&
		countWords(b.Text, subtitleWords+1) <= subtitleWords && (isCaption(above) || isHeading(above)) && above.Text != b.Text
}

// isHalfTitle says whether a line is the first one of a title: "Review of Roads –".
func isHalfTitle(b *read.Block) bool {
	title := strings.TrimRight(b.Text, " –—-")
	return len(title) < len(b.Text) && isCaption(&read.Block{Text: title}) && hasCapitals(title) || isTitleCased(title) && len(title) < len(b.Text)
}

// isNumberedTitle says whether an item of a list is the title of a matter: another
// title stands above it.
func isNumberedTitle(b, above *read.Block) bool {
	return isNumbered(b) && isHeading(above) && describe.InCapitals(above.Text) && isCaption(&read.Block{Text: b.Text})
}

// shoutedTitle is how many words in capitals are a title even before a full stop.
const shoutedTitle = 4

// dashTitle is a title in capitals behind its number and a dash: "2. — CREDENTIALS."
var dashTitle = regexp.MustCompile(`^[—–] ?\P{Ll}{5,}$`)

// isSworn says whether an item names who takes the oath: "2. Ms Ada Brook".
func isSworn(b *read.Block) bool { return isNumbered(b) && isNameAlone(b.Text) }

func isDashTitle(b *read.Block) bool { return isNumbered(b) && dashTitle.MatchString(b.Text) }

// closingThanks is how speakers end, in a print that has lost the full stop.
var closingThanks = regexp.MustCompile(`(?i)^(?:i )?(?:thank you|many thanks|merci|gracias|muchas gracias|obrigad[oa]|grazie|danke)(?:,? \pL+){0,6}$`)

// isShoutedCaption says whether a block is a title for its capitals: "- LECTURA DEL ACTA."
func isShoutedCaption(b *read.Block) bool {
	if b.Kind == read.Paragraph {
		return len(b.Text) < labelLimit && describe.InCapitals(b.Text) && countWords(b.Text, shoutedTitle) == shoutedTitle
	}
	if b.Kind == read.Item {
		return describe.InCapitals(inBrackets.ReplaceAllString(b.Text, "")) && countWords(b.Text, captionWords) > 1 && countWords(b.Text, shoutedWords+1) <= shoutedWords
	}
	return false
}

// isApplauded says whether a note stands behind the last words of a speech: "Dziękuję.
// (Oklaski)".
func isApplauded(text string) bool {
	if !strings.HasSuffix(text, ")") {
		return false
	}
	bare := strings.TrimRight(endAside.ReplaceAllString(text, ""), " ")
	return len(bare) < len(text) && endsSentence(bare)
}

// inBrackets is what stands in parentheses.
var inBrackets = regexp.MustCompile(`\([^()]*\)`)

// isCaption says whether a block may be a title, by its length and how it is written.
func isCaption(b *read.Block) bool {
	if isSworn(b) || isDashTitle(b) || isShoutedCaption(b) {
		return true
	}
	switch {
	case b.Kind == read.Item && isNumbered(b) && countWords(b.Text, shoutedWords+1) <= shoutedWords: // an item of the agenda
	case b.Kind != read.Paragraph || countWords(b.Text, captionWords+1) > captionWords:
		return false
	}
	if clauseTitle.MatchString(b.Text) {
		return true
	}
	text := strings.TrimSuffix(b.Text, " .")
	if closingThanks.MatchString(b.Text) || isApplauded(text) {
		return false // the last words of a speech
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "*"))
	last, _ := utf8.DecodeLastRuneInString(text)
	return !endsSentence(text) && (unicode.IsUpper(first) || unicode.IsDigit(first) || unicode.Is(unicode.Han, first) && len(text) < labelLimit) && (unicode.IsLetter(last) || unicode.IsDigit(last) || strings.ContainsRune(")’”\"", last))
}
