package describe

import (
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// The kinds of report.
const (
	Briefing   = "briefing report"
	Verbatim   = "verbatim record"
	Summary    = "summary record"
	Bulletin   = "bulletin"
	Transcript = "transcript"
	Statement  = "statement"
	// Unknown is the kind of a report that says nothing of it.
	Unknown = "report"
)

// KindOf is the kind of a report that says nothing of it, by the layout in which its
// interventions were found.
func KindOf(layout string) string {
	switch layout {
	case "verbatim":
		return Verbatim
	case "numbered":
		return Summary
	case "bulletin", "transcript", "statement":
		return layout
	}
	return Unknown
}

// kindNames are the words by which reports name their kind, in the order in which
// they are tried: the most particular first.
var kindNames = []struct {
	kind  string
	words *regexp.Regexp
}{
	{Verbatim, regexp.MustCompile(`(?i)\b(?:verbatim (?:record|report)|report of debates|speeches in \pL+ are reported in full|procès-verbal|acta (?:literal|taquigráfica)|hansard|official report|(?:parliamentary|senate|lords|commons) debates|house debates(?:$| ?[-–—:,|(\d])|diario de sesiones|стенографический отч|محضر حرفي)|逐字记录| éireann debate`)},
	{Summary, regexp.MustCompile(`(?i)` + lists.Any("summary-title"))},
	{Briefing, regexp.MustCompile(`(?i)\b` + lists.Any("briefing-title") + `|会议报告|تقرير الاجتماع`)},
	{Bulletin, regexp.MustCompile(`(?i)\b(?:bulletin|boletín|highlights|summary of the .{0,160}\b(?:session|meeting|conference|workshop|forum|summit|dialogue|assembly|negotiations|consultations)|daily (?:report|journal|web coverage))\b|^summary report\b|бюллетень`)},
	{Transcript, regexp.MustCompile(`(?i)\b(?:transcript(?:ion)?|transcripción)\b|стенограмма`)},
	{Statement, statementStart},
}

// statementStart begins the title of what one speaker says.
var statementStart = regexp.MustCompile(`(?i)(?:^\pL[\pL'’ .-]{1,40} statement ?[–—] .*|(?:^|(?:delivery|delivered|prononcé|[.:–—-]) )` + lists.Any("statement-start") + `)`)

// bareKind says whether a line names the kind of the report and nothing else.
func bareKind(text string) bool {
	if len(strings.Fields(text)) > 4 {
		return false
	}
	for _, k := range kindNames {
		if m := k.words.FindString(text); m != "" && k.kind != Statement && k.kind != Summary &&
			strings.Trim(ofKind.ReplaceAllString(strings.Replace(text, m, "", 1), ""), " :.*") == "" {
			return true
		}
	}
	return false
}

// ofKind are words beside the name of a kind that do not say of what the report is.
var ofKind = regexp.MustCompile(`(?i)\b(?:regional|régionale?|nationale?|technique|technical|técnic[oa]|final|annual|international)\b`)

// kind says what kind of report it is: by the symbol, by what the cover calls it,
// by its headings and its first words.
func (c *cover) kind() string {
	switch s := c.symbol(); {
	case strings.Contains(s, "/PV."):
		return Verbatim
	case strings.Contains(s, "/SR."):
		return Summary
	}
	for _, text := range c.names() {
		for _, k := range kindNames {
			if k.words.MatchString(text) && (k.kind != Statement || !c.countsMeeting()) && (k.kind != Summary || !citesPaper.MatchString(text)) {
				return k.kind
			}
		}
	}
	return c.kindOfBody()
}

// citesPaper ends the item of an agenda that names its paper, which is not what the cover is of:
// "Report of the Committee (A/2234)", with the page or dots to it.
var citesPaper = regexp.MustCompile(`\(\p{Lu}{1,6}/[^()]{2,60}\)[.… \d]*$`)

// countsMeeting says whether the cover has the number of a meeting: what was stated there is
// a part of its record.
func (c *cover) countsMeeting() bool {
	return slices.ContainsFunc(c.lines, func(l line) bool { return len(l.dates) == 0 && meetingLine.MatchString(l.text) })
}

// names are the texts that may call the report by its kind: the title of the
// file, the lines of the cover, and its blocks whole.
func (c *cover) names() []string {
	var all []string
	if t := metaTitle(c.doc); t != "" {
		all = append(all, t)
	}
	for i := range c.lines {
		l := &c.lines[i]
		if l.role == furniture || l.role == imprinted {
			continue
		}
		if i == 0 || c.lines[i-1].block != l.block {
			all = append(all, corpus.Head(c.doc.Blocks[l.block].Text, prose))
		}
		all = append(all, l.text)
	}
	return all
}

var (
	bulletinHeading = regexp.MustCompile(`(?i)^(?:in the corridors|things to look for|a brief (?:history|analysis) of|upcoming meetings|on the floor)`)
	chairSpeaks     = regexp.MustCompile(`^(?:The (?i:(?:acting |temporary )?(?:president|chair|speaker))|Mr\.? Speaker|Le (?i:président)|La (?i:présidente)|El (?i:presidente)|La (?i:president[ae])|Председатель|ПРЕДСЕДАТЕЛЬ)\b.{0,60}:`)
	houseSpeaks     = regexp.MustCompile(`^(?i:(?:the|hon|mr|mrs|ms|madame?|mdm)\.? (?:(?:acting|deputy|first|second|temporary) )*speaker)(?: \([^()]{2,40}\))? ?(?:\.[-–—]|[:—–])`)
	interpreted     = regexp.MustCompile(`^(?:\d{1,4}\. )?\p{Lu}[^:()]{2,60}(?:\([^:()]{2,60}\) ?)?` + SpokenIn + ` ?:`)
	barLabel        = regexp.MustCompile(`^[^|]{2,60} \| [^|]{2,80}(?: \| [^|]{2,60})?$`)
)

// kindOfBody is the kind that the beginning of the running text shows.
func (c *cover) kindOfBody() string {
	bars := 0
	for i := range c.doc.Blocks[:min(len(c.doc.Blocks), coverBlocks)] {
		b := &c.doc.Blocks[i]
		switch {
		case b.Kind == read.Heading && bulletinHeading.MatchString(b.Text):
			return Bulletin
		case chairSpeaks.MatchString(b.Text), houseSpeaks.MatchString(b.Text), interpreted.MatchString(b.Text):
			return Verbatim
		case b.Kind == read.Paragraph && salutation.MatchString(b.Text) && i < 12:
			return Statement
		case barLabel.MatchString(b.Text) && !strings.HasPrefix(b.Text, "Link to this"):
			bars++
		}
	}
	if bars > 1 {
		return Transcript
	}
	for _, h := range c.sections {
		if strings.Contains(strings.ToLower(h), "intervention") {
			return Briefing
		}
	}
	if c.countsMeeting() && slices.ContainsFunc(c.lines, func(l line) bool { return organLine.MatchString(l.text) }) {
		return Verbatim
	}
	return Unknown
}

// SpokenIn is the form of the note in a label that tells in which language somebody spoke:
// "(spoke in French)".
var SpokenIn = `\(` + lists.Any("spoken-in") + ` [^:()]{4,80}\)`

// organLine is the name of an organ that has verbatim records, on a line of its own.
var organLine = regexp.MustCompile(`^(?i:` + lists.Any("organ-verbatim") + `)$`)
