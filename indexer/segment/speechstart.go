package segment

import (
	"slices"
	"strings"
	"unicode/utf8"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
)

// Where the cover of a speech ends and the speech begins, and the lines of the cover.

// announced is a paragraph that says at length whose statement follows: "1 May 2022,
// Accra - Statement on behalf of the African Union by Ambassador Ada Brook, …".
var announced = regexp.MustCompile(`(?i)^(?:\d{1,2} \pL+ \d{4}[,.]? (?:\pL[\pL ]{2,30} )?[-–—] ?)?(?:\pL{2,8} ){0,2}(?:statement|explanation of vote|remarks|intervention|address|speech|d[ée]claration|allocution|discours|intervenci[óo]n|declaraci[óo]n|discurso)s? (?:delivered |made |prononcée? |pronunciad[oa] )?(?:on behalf of|by|of|au nom|par|por|en nombre de)\b`)

// startOfSpeech finds the first printed line that addresses the chair, failing
// that the first paragraph of running text. One of the site on which the speech stands comes
// before any title of it, and the chair is addressed behind.
func startOfSpeech(doc *read.Document) speechStart {
	titled := false
	for i := range min(len(doc.Blocks), coverBlocks) {
		b := &doc.Blocks[i]
		below := titled
		titled = titled || title.MatchString(b.Text)
		if isOfCover(b) {
			continue
		}
		if at, ok := addressLine(b); ok || addressesByName(doc.Blocks[i:]) {
			return speechStart{block: i, at: at, salutation: true}
		}
		if isLined(b) || !titled && isOfSite(doc.Blocks[i:]) {
			continue
		}
		if isSpoken(b, i == 0, below) {
			return speechStart{block: i - grammar.Count(i > 0 && isThanks(&doc.Blocks[i-1]))}
		}
	}
	at := slices.IndexFunc(doc.Blocks, func(b read.Block) bool { return matter.IsProse(&b) })
	return speechStart{block: max(0, at)}
}

// isOfCover says whether a block warns readers of a speech, or says at length whose it is: "We will
// light them all: UK statement at the Council of Lamps".
func isOfCover(b *read.Block) bool {
	switch {
	case b.Kind == read.Footnote, isDeliveryNote(b.Text):
		return true
	case announced.MatchString(b.Text):
		return !grammar.InFirstPerson(b.Text)
	}
	return len(b.Text) <= ownedLimit && possessed.MatchString(b.Text) && !grammar.EndsSentence(b.Text)
}

const ownedLimit = 300 // bytes of such a title

// isLongSentence says whether a block is too long for the line of a cover and ends a sentence.
func isLongSentence(b *read.Block) bool {
	return matter.IsProse(b) && grammar.EndsSentence(b.Text) && grammar.LastByte(b.Text) != ":" && grammar.CountWords(b.Text, coverWords/2) == coverWords/2
}

// isOfSite says whether blocks begin with what tells of the site on which a speech stands that begins
// below it.
func isOfSite(blocks []read.Block) bool {
	if len(blocks) < 2 || !matter.IsProse(&blocks[0]) || grammar.InFirstPerson(blocks[0].Text) {
		return false
	}
	at, ok := addressLine(&blocks[1])
	return ok && at == 0 && grammar.CountWords(blocks[1].Text, ownWords+1) <= ownWords
}

// isSpoken says whether a block without a salutation is said: a paragraph too long for a cover, one in
// the first person, one too long for a line behind a title, or an item below the first block.
func isSpoken(b *read.Block, first, titled bool) bool {
	switch {
	case titled && isLongSentence(b):
		return true
	case b.Kind == read.Item && !first:
		return grammar.CountWords(b.Text, ownWords) >= ownWords && (titled || grammar.InFirstPerson(b.Text))
	case !matter.IsProse(b):
		return false
	}
	return grammar.CountWords(b.Text, coverWords+1) > coverWords ||
		b.Kind == read.Paragraph && grammar.CountWords(b.Text, ownWords) >= ownWords && grammar.InFirstPerson(b.Text)
}

// isLined says whether a block is of lines that end where what they say does, as those of a cover
// do, and not where they had no room.
func isLined(b *read.Block) bool {
	full := 0
	for _, l := range b.Lines {
		if l.Box == nil {
			return false
		}
		if l.Full {
			full++
		}
	}
	return len(b.Lines) > 2 && 2*full < len(b.Lines)-1
}

// addressLine is the byte at which the first printed line of a block begins that
// addresses the chair.
func addressLine(b *read.Block) (int, bool) {
	for _, l := range b.Lines {
		if l.Start < len(b.Text) && grammar.Salutes(b.Text[l.Start+len(bulleted.FindString(b.Text[l.Start:])):]) {
			return l.Start, true
		}
	}
	return 0, false
}

// addressesByName says whether a speech begins by addressing who presides by name, and goes on to address
// others: "Monsieur Bo EK, Président de la cinquième session," above "Excellences,".
func addressesByName(blocks []read.Block) bool {
	if len(blocks) < 2 || !chairByName.MatchString(blocks[0].Text) {
		return false
	}
	at, ok := addressLine(&blocks[1])
	return ok && at == 0
}

// chairByName is such a line.
var chairByName = regexp.MustCompile(`(?i)^(?:(?:your |son )?excellenc[ye],? )?(?:h\.e\. |s\.e\. )?(?:mr|mrs|ms|m|mme|sr|sra|monsieur|madame|señora?)\.? [^,:]{3,60}, pr[ée]sident[ea]? (?:of|de|du|del) [^,:]{3,90},$`)

// unrolled is a document with the lines of the cover that a paragraph at its beginning was joined of,
// with the speech or alone.
func unrolled(doc *read.Document) *read.Document {
	for i := range min(len(doc.Blocks), joinedBlocks) {
		b := &doc.Blocks[i]
		if _, ok := addressLine(b); ok {
			return doc
		}
		end := describe.SpeechWithin(b.Text)
		if end == 0 && i == 0 && isJoinedCover(doc.Blocks) {
			end = len(b.Text)
		}
		cover := b.Text[:end]
		if end == 0 || grammar.InFirstPerson(cover) || strings.Contains(cover, ". ") && grammar.CountWords(cover, 2*coverWords) == 2*coverWords {
			continue
		}
		out := *doc
		out.Blocks = slices.Concat(doc.Blocks[:i], b.Split(append(describe.CoverLines(cover), end)), doc.Blocks[i+1:])
		return &out
	}
	return doc
}

const joinedBlocks = 5 // within which such a paragraph begins

// isJoinedCover says whether the first block is a cover alone, and the speech begins in the next.
func isJoinedCover(blocks []read.Block) bool {
	if len(blocks) < 2 || len(blocks[0].Text) > coverSize || !title.MatchString(blocks[0].Text) {
		return false
	}
	at, ok := addressLine(&blocks[1])
	return ok && at == 0
}

// coverSize is how many bytes a cover takes that is a paragraph of its own.
const coverSize = 900

// bulleted is a dash or bullet before an address, or the letter that a machine took it for.
var bulleted = regexp.MustCompile(`^(?:[-–—+*•·▪_ ]+|[eo] )`)

// fullLine is how many characters a printed line of a cover has that goes on in the next.
const fullLine = 60

// coverLines are the printed lines above the speech, those that go on in one.
func coverLines(doc *read.Document, start speechStart) []string {
	var lines []string
	for i := 0; i <= start.block && i < len(doc.Blocks); i++ {
		b := &doc.Blocks[i]
		end := len(b.Text)
		if i == start.block {
			end = start.at
		}
		lines = append(lines, linesOf(b, end)...)
	}
	return lines
}

// linesOf are the printed lines of a block up to a byte. One that is long goes on in the
// next, unless that is dated, and so does one that had no room for the rest of a name.
func linesOf(b *read.Block, end int) []string {
	var lines []string
	full := false
	for j, l := range b.Lines {
		to := end
		if j+1 < len(b.Lines) {
			to = min(end, b.Lines[j+1].Start)
		}
		if l.Start >= to {
			continue
		}
		text := strings.TrimSpace(b.Text[l.Start:to])
		if n := len(lines); n > 0 && full && goesOnIn(lines[n-1], text) {
			if b.Text[l.Start-1] == ' ' { // and no word is divided
				lines[n-1] += " "
			}
			lines[n-1] += text
		} else if text != "" {
			lines = append(lines, text)
		}
		full = utf8.RuneCountInString(text) >= fullLine || l.Full && (b.Kind == read.Heading || addresses(text))
	}
	return lines
}

// goesOnIn says whether a full line may go on in the next: that is no date, and begins no office
// but within one.
func goesOnIn(line, next string) bool {
	return !matter.Dated.MatchString(next) && (!grammar.StartsRole(next) || withinOffice(line))
}

// withinOffice says whether an office behind a name is not over at the end of a line: "H.E. Ms. X,
// Ambassador and Permanent" above "Representative of …".
func withinOffice(line string) bool {
	at := strings.LastIndex(line, ", ")
	return at >= 0 && grammar.StartsRole(line[at+2:])
}

// addresses says whether a form of address and a capital letter stand within a line.
func addresses(line string) bool {
	for at := range wordStarts(line) {
		if grammar.HasHonorific(line[at:]) {
			return true
		}
	}
	return false
}
