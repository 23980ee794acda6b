package describe

import (
	"slices"
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

const (
	// coverBlocks and coverPages bound the cover of a document that has no
	// running text to end it.
	coverBlocks = 40
	coverPages  = 3
	// prose is how long a paragraph is, in bytes, that belongs to the running text.
	prose = 320
	// opening is how many paragraphs of the running text are looked at for what
	// the cover does not say, and paragraph how much of each.
	opening   = 24
	paragraph = 2000
)

// role is what a line of the cover is for.
type role uint8

const (
	content   role = iota // may be a title
	furniture             // of the page or the printer: distribution, job number, rules
	imprinted             // by whom and when the paper was printed
	kindName              // "Briefing report"
	ordinal               // "Eleventh session"
	dated                 // a date, with or without the place
	symbolic              // the document symbol
	credit                // "organised by …"
	presiding             // who presides, who attends, when it began
)

// line is one printed line of the cover.
type line struct {
	text  string
	block int  // index in the document
	level int  // of the heading that it belongs to, 0 when it is none
	glued bool // the line before ends within a word that this one ends
	role  role
	dates []found
}

// cover is what stands above the running text, by printed lines, and the first
// paragraphs of that text.
type cover struct {
	doc      *read.Document
	headings *Headings
	lines    []line
	body     []string // first paragraphs of the running text
	sections []string // first headings of the running text
}

func newCover(doc *read.Document) *cover {
	c := &cover{doc: doc, headings: NewHeadings(doc)}
	end := 0
	for end < len(doc.Blocks) && end < coverBlocks && !endsCover(&doc.Blocks[end]) {
		c.addBlock(end)
		end++
	}
	for i := end; i < len(doc.Blocks) && len(c.body) < opening; i++ {
		b := &doc.Blocks[i]
		if b.Kind == read.Paragraph || b.Kind == read.Item {
			c.body = append(c.body, corpus.Head(b.Text, paragraph))
		}
		if b.Kind == read.Heading {
			c.sections = append(c.sections, b.Text)
		}
	}
	return c
}

// section are the headings that open the running text.
var section = regexp.MustCompile(`(?i)^(?:[ivx\d]+\.? )?(?:` +
	`(?:table of )?contents?|background|introduction|objectives?|overview|executive summary|summary(?: of (?:interventions|discussions?|proceedings))?|` +
	`opening (?:session|remarks)|the meeting|participants|agenda|prayers|foreword|preface|` +
	`table des matières|sommaire|contexte|objectifs?|résumé|avant-propos|` +
	`índice|antecedentes|introducción|objetivos?|resumen|prólogo|` +
	`содержание|введение|общие сведения|مقدمة|المحتويات|خلفية|背景|导言|目录)[:. ]*$`)

// salutation opens what a speaker says.
var salutation = regexp.MustCompile(`(?i)^(?:(?:thank you,? )?(?:mr\.?|madam|mme|monsieur|madame|señora?|sr\.?|sra\.?|господин|госпожа|السيد|سعادة|أصحاب|主席) ?.{0,60}[,،;:!，：]$|` +
	`(?:your )?excellenc(?:y|ies)|distinguished |mesdames|muchas gracias|president,|presidente,|уважаем|ladies and gentlemen)`)

// endsCover says whether a block belongs to the running text.
func endsCover(b *read.Block) bool {
	if b.Page() > coverPages {
		return true
	}
	if b.Kind == read.Footnote || b.Kind == read.Row {
		return false
	}
	if len(b.Text) > 4*prose {
		return true // whatever it is, and however short its lines
	}
	if b.Kind == read.Heading {
		return section.MatchString(b.Text)
	}
	if b.Kind == read.Paragraph && (section.MatchString(b.Text) || salutation.MatchString(b.Text)) {
		return true
	}
	size := utf8.RuneCountInString(b.Text)
	return size > prose && size/len(b.Lines) > 45 && !isNote(b)
}

// isNote says whether a block is about the paper itself, as the notes are that some
// converters put before everything else.
func isNote(b *read.Block) bool {
	return strings.HasPrefix(b.Text, "*") || strings.HasPrefix(b.Marker, "*") || imprintLine.MatchString(b.Text)
}

// addBlock adds the printed lines of a block. Footnotes and rows of a table say
// nothing of the report itself.
func (c *cover) addBlock(i int) {
	b := &c.doc.Blocks[i]
	if b.Kind == read.Footnote || b.Kind == read.Row || strings.HasPrefix(b.Marker, "*") || len(b.Text) > prose && isNote(b) {
		return
	}
	level := 0
	if b.Kind == read.Heading {
		level = max(1, b.Level)
	}
	if whole := (line{text: b.Text, block: i, level: level}); len(b.Lines) > 1 && isDated(&whole) {
		c.lines = append(c.lines, whole)
		return
	}
	for k := range b.Lines {
		start, end := b.Lines[k].Start, len(b.Text)
		if k+1 < len(b.Lines) {
			end = b.Lines[k+1].Start
		}
		text := b.Text[start:end]
		if c.doc.OCR {
			text = strings.TrimRight(text, strayMarks)
		}
		if text = strings.TrimSpace(text); text != "" {
			l := line{text: text, block: i, level: level, dates: dates(text)}
			l.glued = start > 0 && b.Text[start-1] != ' ' && b.Text[start] != ' '
			l.role = c.roleOf(&l)
			c.lines = append(c.lines, l)
		}
	}
}

// strayMarks is what recognition makes of a footnote's mark behind a line.
const strayMarks = " |{}~^°_\\"

// isDated says whether a block of several printed lines is one line on when and
// where that did not fit the column, and makes it so.
func isDated(whole *line) bool {
	if len(whole.text) > prose/2 || symbolOf(whole.text) != "" {
		return false
	}
	whole.dates = dates(whole.text)
	whole.role = dated
	return isDateLine(whole.text, whole.dates, whole.level > 0) && !besideIssue.MatchString(whole.text)
}

// besideIssue are words of a masthead that stand beside a date.
var besideIssue = regexp.MustCompile(`(?i)\boriginal ?:|\bdistr\b|\bsession\b`)

var (
	furnitureLine = regexp.MustCompile(`(?i)^(?:united|nations|united nations|nations unies|naciones unidas|организация объединенных наций|объединенные нации|الأمم المتحدة|联合国|` +
		`texte intégral|(?:[\pL-]+ session,? ?)?(?:\d{1,4}(?:st|nd|rd|th)(?:, | & )?)+ meetings? \((?:am|pm)[^()]*\)|(?:.{2,40} )?last updated?:?.*|dernière mise à jour.*|última actualización.*|circonstance :.*|intervenant\(s\) ?:.*|prononcé le|distr(?:ib(?:uci[oó]n|ution)?)?\b.*|general|générale|limited|restricted|english|french|spanish|arabic|russian|chinese|français|español|` +
		`(?:original|originale?) ?:.*|(?:english|français|español) original ?:.*|provisional|provisoire|official records|documents officiels|documentos oficiales|` +
		`(?:agenda )?item \d.*|points? \d.* (?:de l.)?ordre du jour.*|tema \d+ del programa.*|пункт \d+.*|` +
		`check against delivery|(?:à|a) vérifier (?:au|à l).*|cotejar con.*|seul le prononcé.*|embargo.*|` +
		`ge[.]? ?\d\d-.*|(?:\pL ){3,}\pL|aa\d\dcr\d+|as \(\d{4}\) cr \d+|\((?:first|second|third|fourth) part\)|\d{1,2}[.:]\d\d ?[ap]\.? ?m\.?(?: \pL{2,4})?|.*→.*|home (?:»|>) .*|(?:read|available) (?:this )?in:? ?\pL*|(?:lire|disponible) en ?:? ?\pL*|leer en:? ?\pL*|\d\d-\d{5}.*|page \d+.*|\d+|\pL|[^\pL\d]+|\*\d+\*|.*(?:https?://|www\.|@).*|for participants only|advance (?:unedited )?version|` +
		`[iv]+ s[ée]rie ?[-–—] ?n[úu]mero \d+.*|.{3,100} (?:took|takes) the chair\b.*|(?:morning|afternoon|evening) (?:session|sitting)\b.{0,40}|universal periodic review)\*?$`)
	imprintLine = regexp.MustCompile(`(?i)^(?:imprint|mention de l.éditeur|pie de imprenta|published|publié|publicado|printed|imprimé|impreso|issued|©|copyright|isbn|issn|all rights reserved|` +
		`previously issued|reissued|late submission|the annex|this (?:record|report|publication) )`)
	sessionLine = regexp.MustCompile(`(?i)^\d{4} (?:extra)?ordinary session$|^[ivxlc]+ legislatura\b.*|^(?:(?:resumed )?[\pL-]+(?: [\pL-]+)?|\d+(?:st|nd|rd|th|e|ème|ª|-я)?|la|le) ?(?:special |emergency |extraordinaria? )?(?:session|year|année|año|sessi[oó]n|período (?:extraordinario )?de sesiones|сессия|год|الدورة)[*,]?$|^\d+(?:st|nd|rd|th)(?:(?:,|,? &|,? and|,? to|–) ?\d+(?:st|nd|rd|th))* meetings? \((?:AM|PM|night|resumed)\b[^()]*\)$|^第.{1,6}(?:届会议|年)$`)
	presideLine = regexp.MustCompile(`(?i)^(?:the )?(?:acting )?(?:president|chair(?:man|person|woman)?|co-chairs?|président|presidente|présidente|president[ae]|председатель|members|in the absence|en l.absence|en ausencia|the (?:meeting|house|session|council|assembly) (?:was called|met|resumed)|the clerk (?:read|announced|of)|(?:national )?anthem$|prayers?(?: \d.*)?$|(?:mr|mrs|ms|madame?|hon)\.? (?:(?:first|second|deputy|acting) )*speaker\b.{0,30}$|la séance est|se abre la|\[)`)
	creditLine  = regexp.MustCompile(`(?i)^(?:(?:jointly |co-?)?(?:organi[sz]ed|convened|hosted|sponsored|facilitated|prepared|presented|delivered) (?:jointly )?by\b|organisée? (?:par|conjointement)|(?:co)?organizad[oa] (?:por|conjuntamente)|prononcée? par|pronunciad[oa] por|in (?:collaboration|cooperation|partnership) with|note (?:by|of) the |sous la présidence)`)
)

// roleOf says what a line is for.
func (c *cover) roleOf(l *line) role {
	switch t := l.text; {
	case imprintLine.MatchString(t):
		return imprinted
	case symbolOf(t) != "":
		return symbolic
	case furnitureLine.MatchString(t):
		return furniture
	case creditLine.MatchString(t):
		return credit
	case bareKind(t):
		return kindName
	case sessionLine.MatchString(t):
		return ordinal
	case presideLine.MatchString(t):
		return presiding
	case isDateLine(t, l.dates, l.level > 0):
		return dated
	}
	return content
}

// isDateLine says whether a line gives a date, with a place and a time at most,
// and is not a title that has a date in it.
func isDateLine(text string, in []found, heading bool) bool {
	if len(in) == 0 {
		return false
	}
	rest := without(text, in)
	words := len(strings.Fields(rest))
	if words > 8 || utf8.RuneCountInString(rest) > 70 {
		return false
	}
	return isPlace(rest) && !recordWord.MatchString(rest) || words == 0 || !eventWord.MatchString(rest) && (!heading || words <= 3)
}

// recordWord is in the name of a record, even where a house is, too: "House of
// Assembly Proceedings".
var recordWord = regexp.MustCompile(`(?i)\b(?:proceedings|debates|hansard|official report)\b`)

// IsDate says whether a line is when and where something was, and nothing else.
func IsDate(text string) bool {
	return len(text) <= prose/2 && isDateLine(text, dates(text), true)
}

// HasDate says whether a text has a whole date in it.
func HasDate(text string) bool {
	return slices.ContainsFunc(dates(text), func(f found) bool { return len(f.date) == len("2006-01-02") })
}

// eventWord is in the name of a meeting or a paper, and not in that of a place.
var eventWord = regexp.MustCompile(`(?i)\||\b(?:meeting|workshop|briefing|seminar|conference|session|forum|dialogue|summit|roundtable|consultations?|highlights|summary|report|debates|hansard|proceedings|bulletin|statement|address|remarks|record|\pL*(?:pressekonferenz|sitzung|tagung|vergadering)|press conference|conférence de presse|conferenza stampa|conferencia de prensa|rueda de prensa|` +
	`réunion|atelier|séminaire|conférence|débat|rapport|déclaration|discours|allocution|intervention|compte rendu|` +
	`reunião|sessão|legislatura|reunión|taller|seminario|conferencia|sesión|foro|diálogo|informe|declaración|discurso|intervención|palabras)\b|(?:выступлени|заседани|совещани|сесси)|كلمة|بيان|الدورة|记者会|发布会|会议|讲话|发言`)

// without is a text without its dates, and without what goes with a date.
func without(text string, in []found) string {
	for i := len(in) - 1; i >= 0; i-- {
		text = text[:in[i].start] + " " + text[in[i].end:]
	}
	return strings.Join(strings.Fields(dateWords.ReplaceAllString(text, " ")), " ")
}

// dateWords are the words that go with a date: the day of the week, the time, the
// words that join them.
var dateWords = regexp.MustCompile(`(?i)(?:^|\b)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)\b,?|` +
	`(?:(?:^| |,)(?:at|à|a las) )?\b\d{1,2}(?:[.:h]\d{2})? ?(?:(?:a\.?m|p\.?m)\b\.?|heures?\b|h\b|noon\b)(?: ?\d\d\b)?|\b\d{1,2}[.:h]\d{2}(?: ?[-–] ?\d{1,2}[.:h]\d{2})?|` +
	`\b(?:held|tenue?|celebrad[oa])\b|,? (?:le|el|on) *,|\b(?:on|from|le|les|el|los|du|del|of)(?: *,)?$|^(?:on|from|le|el)\b|(?:понедельник|вторник|сред[аы]|четверг|пятница|суббота|воскресенье|года?)(?:[ ,.]+|$)|г\.|\d+ ч\.(?: \d\d м\.)?`)
