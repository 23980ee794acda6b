package read

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gabriel-vasile/mimetype"
	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"

	"briefsearch/corpus"
	"briefsearch/indexer/read/block"
)

// XML reads records of debates that are published as data: Akoma Ntoso, TEI (ParlaMint),
// and the formats of several parliaments. Who speaks stands before what is said, in
// bold and with a colon, as such records are printed. XML in which nothing speaks and no
// paragraph is known is not read.
func XML() Reader { return debate{} }

type debate struct{}

func (debate) Name() string { return "xml" }

// firstElement is the name of the first element of a file, behind what declares it.
var firstElement = regexp.MustCompile(`^\s*(?:<[?!][^>]*>\s*)*<(?:[\w.-]+:)?([\w.-]+)[\s>]`)

// Sniff takes XML that has no type of its own (a picture, a feed), and old SGML by its root.
func (debate) Sniff(f File) bool {
	head := bytes.TrimPrefix(f.Content[:min(len(f.Content), sniffed)], []byte("\ufeff"))
	root := firstElement.FindSubmatch(head)
	return root != nil && (mimetype.Detect(head).Is("text/xml") || debateRoots[strings.ToLower(string(root[1]))])
}

func (debate) Read(ctx context.Context, f File, lim Limits) (*Document, error) {
	lim = lim.orDefault()
	data, err := inUTF8(f.Content, 4*lim.Text)
	if err != nil {
		return nil, corrupt(f, err)
	}
	// The tokenizer of web pages takes what is not well formed, and has no depth to exhaust.
	w := &debateWriter{doc: &Document{Pages: 1, Meta: make(map[string]string)}, z: html.NewTokenizer(bytes.NewReader(data)), people: make(map[string]string)}
	w.z.AllowCDATA(true)
	if err := eachTag(ctx, w.z, w.next); err != nil {
		return nil, corrupt(f, fmt.Errorf("xml: %w", err))
	}
	w.flush()
	if !w.known {
		return nil, fault(corpus.Unsupported, f, "Save it as PDF, Word (.docx), HTML or plain text and add that file.", errors.New("it is XML, but no record of debates in a form that is known"))
	}
	return w.doc, nil
}

// What elements are, by their names in small letters, without what stands before a colon.
var (
	debateRoots = setOf("akomantoso tei teicorpus publicwhip hansard chapter debates")
	// speeches are what one person says; attributes may name the person.
	speeches = setOf("speech question answer u sp speaker speaking intervention rede")
	// names hold the name of who speaks, and nothing of what is said.
	names = setOf("from personspeaking nom qualite talare")
	// titles are headings.
	titles = setOf("plenarprotokoll-nummer sitzungstitel chapter title orderofbusinesstitle oral-heading documentname heading subheading head doctitle major-heading minor-heading subjectofbusinesstitle catchline themetitle titre titrestruct intitule")
	// asides tell what happened: an applause, a vote.
	asides = setOf("scene narrative desc kommentar note remark")
	// paragraphs hold text.
	paragraphs = setOf("p seg para paratext texte hs_para l ab proceduraltext anforandetext line")
	// containers hold any of these.
	containers = setOf("herausgeber veranstaltungsdaten div debatesection section debatebody body text speechgroup point paragraphe contenu content preface item tr li block list table")
	// unsaid hold what is data and no text of the record.
	unsaid = setOf("session.header page.no name.id time.stamp electorate party in.gov first.speech type uid seanceref sessionref startpagenumber meta teiheader metadonnees extractedinformation extracteditem redner rednerliste inhaltsverzeichnis authorialnote id script style timestamp floorlanguage")
	// lineEnds part words and no more.
	lineEnds = setOf("br lb eol td th")
	// styles are what programs that set type call headings and paragraphs, within longer names:
	// "Hansard-Level-2-Heading", "Body_Text_Indent".
	styles = map[string]string{"heading": "heading", "body": "p", "paragraph": "p", "para": "p"}
)

type debateWriter struct {
	doc       *Document
	z         *html.Tokenizer
	b         block.Builder
	kind      BlockKind
	skip      int               // nesting of elements that are left out
	header    string            // element of the header that is being read: a title, a name
	person    string            // whom the header tells of
	set       bool              // the header tells where and when it was
	people    map[string]string // names that the header has, by the id that speeches refer to
	naming    int               // nesting of elements that name who speaks
	name      strings.Builder   // that name
	voice     string            // who speaks from here on, not yet written
	talker    bool              // within what tells of who talks
	talked    bool              // the voice is that of a talker, whom the text may name as well
	inside    bool              // within a paragraph
	printed   string            // who speaks in the block that is being written, as it begins
	announced bool              // the printed name stands before the speech
	chairs    bool              // who speaks from here on presides
	aside     string            // the parenthesis that is due before what happened, or closes behind it
	alone     bool              // what happened stands by itself, not within a paragraph
	known     bool              // an element was met that such records have
}

// element is an element that begins: its name and its attributes.
type element struct {
	name  string
	attrs map[string]string
}

// next reads one token; false at the end.
func (w *debateWriter) next() bool {
	switch w.z.Next() {
	case html.ErrorToken:
		return false
	case html.TextToken:
		w.text(html.UnescapeString(string(w.z.Text())))
	case html.StartTagToken:
		w.start(w.element())
	case html.SelfClosingTagToken:
		if e := w.element(); lineEnds[e.name] {
			w.b.Space()
		} else if w.skip > 0 || strings.HasPrefix(e.name, "tlc") {
			w.identify(e)
		}
	case html.EndTagToken:
		name, _ := w.z.TagName()
		w.end(localName(string(name)))
	case html.CommentToken, html.DoctypeToken:
	}
	return true
}

// element is the element that has just begun. No element of XML has raw text, as those of
// the same name have in web pages.
func (w *debateWriter) element() element {
	w.z.NextIsNotRawText()
	name, more := w.z.TagName()
	e := element{name: localName(string(name))}
	for more {
		var key, value []byte
		if key, value, more = w.z.TagAttr(); len(key) > 0 {
			if e.attrs == nil {
				e.attrs = make(map[string]string)
			}
			e.attrs[localName(string(key))] = oneLine(string(value))
		}
	}
	return e
}

// localName is a name without its prefix, and of a longer name the style in it.
func localName(name string) string {
	name = name[strings.LastIndexByte(name, ':')+1:]
	if !strings.ContainsAny(name, "-_") || titles[name] || unsaid[name] || paragraphs[name] {
		return name
	}
	for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '-' || r == '_' }) {
		if style := styles[part]; style != "" {
			return style
		}
	}
	return name
}

func (w *debateWriter) start(e element) {
	if lang := e.attrs["lang"]; w.doc.Language == "" && len(w.doc.Blocks) == 0 {
		w.doc.Language = lang
	}
	switch {
	case unsaid[e.name]:
		w.flush()
		w.skip++
		w.known = w.known || e.name == "teiheader"
	case w.skip > 0, strings.HasPrefix(e.name, "tlc"):
		w.identify(e)
	case e.name == "talker":
		w.flush()
		w.talker, w.talked = true, false
	case e.name == "note" && e.attrs["type"] == "speaker", w.talker && e.name == "name", names[e.name], e.name == "speaker" && len(e.attrs) == 0:
		w.flush()
		w.naming++
		w.name.Reset()
	case speeches[e.name]:
		w.flush()
		w.known = true
		w.speech(e)
	case titles[e.name]:
		w.flush()
		w.known, w.kind = true, Heading
	case asides[e.name]:
		if w.alone = w.b.Len() == 0; !w.alone {
			w.b.Space()
		}
		w.known, w.aside = true, "("
	case paragraphs[e.name]:
		w.flush()
		w.known, w.inside = true, true
	case containers[e.name]:
		w.flush()
	case lineEnds[e.name], !w.inside && w.kind != Heading:
		w.b.Space()
	case e.name == "b", e.name == "strong":
		w.b.Style(true, false)
	}
}

// speech begins what one person says: whom its attributes name, unless print names him before it.
// What print calls somebody of whom there is only an id is his name in the speeches that it leaves
// without one.
func (w *debateWriter) speech(e element) {
	who := strings.TrimPrefix(e.attrs["who"], "#")
	switch name := w.speaker(e); {
	case w.announced && who != "" && w.people[who] == "":
		w.people[who] = w.voice
	case w.announced:
	case name != "":
		w.voice, w.talked = name, false
	case who != "":
		w.voice, w.talked = nameOfID(who), false
	}
	w.announced, w.chairs = false, e.attrs["ana"] == "#chair"
	w.doc.Voices = w.doc.Voices || who != ""
}

// nameOfID is the name that the id of a person is made of, whose list is another file:
// "BrookAda", "Ada.Brook.1955", "a_brook_19550101".
func nameOfID(id string) string {
	var words []string
	for _, part := range strings.FieldsFunc(id, func(r rune) bool { return r != '-' && r != '\'' && !unicode.IsLetter(r) }) {
		at, before := 0, ' '
		for i, r := range part {
			if unicode.IsUpper(r) && unicode.IsLower(before) && part[at:i] != "Mc" && part[at:i] != "Mac" {
				words, at = append(words, part[at:i]), i
			}
			before = r
		}
		words = append(words, part[at:])
	}
	if len(words) < 2 {
		return id
	}
	for i, word := range words {
		first, n := utf8.DecodeRuneInString(word)
		if words[i] = string(unicode.ToUpper(first)) + word[n:]; n == len(word) {
			words[i] += "."
		}
	}
	return strings.Join(words, " ")
}

// speaker is who speaks, as attributes say: by name, or by what the header calls it.
func (w *debateWriter) speaker(e element) string {
	for _, key := range []string{"speakername", "name", "speaker"} {
		if name := e.attrs[key]; name != "" {
			return name
		}
	}
	for _, key := range []string{"by", "who", "as"} {
		if name := w.people[strings.TrimPrefix(e.attrs[key], "#")]; name != "" {
			return name
		}
	}
	return ""
}

// identify reads an element of the header that tells of a person, or of the record.
func (w *debateWriter) identify(e element) {
	switch e.name {
	case "tlcperson", "tlcrole":
		w.person = ""
		for _, key := range []string{"eid", "id"} {
			if id := e.attrs[key]; id != "" {
				w.people[id] = e.attrs["showas"]
			}
		}
	case "person":
		w.person = e.attrs["id"]
	case "setting":
		w.set = true
	case "frbrdate", "date":
		w.dated(cmp.Or(e.attrs["date"], e.attrs["when"]))
	}
	if w.header = e.name; w.set && e.attrs["type"] == "city" {
		w.header = "city"
	}
	if e.name == "extracteditem" {
		w.header = strings.ToLower(e.attrs["name"]) // "Date", "Volume"
	}
}

// dated takes the first date that the header gives, and that of the sitting.
func (w *debateWriter) dated(day string) {
	key := "date"
	if w.set {
		key = "held"
	}
	if day != "" && w.doc.Meta[key] == "" {
		w.doc.Meta[key] = day
	}
}

// text takes what stands between two tags.
func (w *debateWriter) text(s string) {
	switch {
	case w.skip > 0:
		w.told(oneLine(s))
	case w.naming > 0:
		w.name.WriteString(s)
	case strings.TrimSpace(s) == "":
		w.b.Space()
	default:
		w.b.Page(1)
		w.announce(strings.TrimSpace(s))
		w.b.Text(s)
	}
}

// told takes what the header says in an element: a title, a part of a name.
func (w *debateWriter) told(s string) {
	switch {
	case s == "":
	case w.header == "title" && w.doc.Title == "":
		w.doc.Title, w.kind = s, Heading
		w.b.Text(s)
		w.flush()
	case w.header == "date" || w.header == "dateseancejour":
		w.dated(s)
	case w.header == "city":
		w.doc.Meta["place"] = s
	case w.person != "" && w.header == "surname":
		w.people[w.person] = strings.TrimSpace(w.people[w.person] + " " + s)
	case w.person != "" && (w.header == "forename" || w.header == "persname"):
		w.people[w.person] = strings.TrimSpace(s + " " + w.people[w.person])
	}
}

// announce writes what print has before some words: who speaks, before the first words of a
// speech, and a parenthesis before what happened.
func (w *debateWriter) announce(words string) {
	switch {
	case w.aside == "(" && strings.ContainsAny(words[:1], "(["):
		w.aside = "" // it has its own
	case w.aside == "(":
		w.b.Text(w.aside)
		w.aside = ")"
	case w.voice != "" && w.kind != Heading && w.aside == "" && w.talked && namesSpeaker(words, w.voice):
		w.voice = "" // the text has it
	case w.voice != "" && w.kind != Heading && w.aside == "":
		w.b.Style(true, false)
		w.b.Text(w.voice)
		w.printed = string(w.b.Tail())
		w.b.Text(":")
		w.b.Style(false, false)
		w.b.Space()
		w.voice = ""
	}
}

func (w *debateWriter) end(name string) {
	switch {
	case unsaid[name]:
		w.skip = max(w.skip-1, 0)
	case w.skip > 0:
		w.header = ""
	case name == "talker":
		w.talker = false
	case w.naming > 0 && (names[name] || name == "note" || name == "speaker" || name == "name"):
		w.naming--
		w.named(name, oneLine(w.name.String()))
	case w.naming > 0:
		w.name.WriteByte(' ')
	case asides[name]:
		w.happened()
	case speeches[name], titles[name], paragraphs[name], containers[name]:
		w.flush()
	case name == "b", name == "strong":
		w.b.Style(false, false)
	}
}

// shortWord is the end of a label whose full stop is not that of the label: an initial.
var shortWord = regexp.MustCompile(`(?:^|[ .])\pL{1,2}\.$`)

// countedSpeech is the number of a speech and of its matter before who speaks: "01.02 Ada Brook".
var countedSpeech = regexp.MustCompile(`^\d{1,3}\.\d{1,3} `)

// named takes who speaks from the element that names him, or from the one that has his office.
func (w *debateWriter) named(element, said string) {
	said = countedSpeech.ReplaceAllString(said, "")
	if said = strings.TrimRight(said, " :"); !shortWord.MatchString(said) {
		said = strings.TrimRight(said, ".")
	}
	switch {
	case said == "":
	case element == "qualite":
		w.voice += ", " + said
	case w.talker:
		if last, first, listed := strings.Cut(said, ", "); listed { // "Brook, Ada MP"
			said = strings.TrimSuffix(first, " MP") + " " + last
		}
		w.voice, w.talked = said, true
	default:
		w.voice, w.announced = said, element == "note"
	}
}

// namesSpeaker says whether the words that a paragraph begins with are a label for somebody:
// "Ms BROOK" for "Brook, Ada MP".
func namesSpeaker(words, voice string) bool {
	const longest, shortest = 60, 3 // bytes of such words, and of a surname
	return len(words) <= longest && strings.IndexFunc(words, unicode.IsUpper) == 0 && slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(voice), notLetter), func(part string) bool {
		return len(part) >= shortest && slices.Contains(strings.FieldsFunc(strings.ToLower(words), notLetter), part)
	})
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// happened ends what tells what happened.
func (w *debateWriter) happened() {
	if w.aside == ")" {
		w.b.Join()
		w.b.Text(")")
	}
	w.aside = ""
	if w.alone {
		w.flush()
	}
}

// flush ends the block that is being written.
func (w *debateWriter) flush() {
	w.b.Page(1)
	w.b.Style(false, false)
	if out, ok := w.b.Finish(w.kind, 0, ""); ok {
		out.Voice, out.Chairs = norm.NFC.String(w.printed), w.chairs && w.printed != ""
		w.doc.Blocks = append(w.doc.Blocks, out)
	}
	w.kind, w.aside, w.alone, w.printed, w.inside = Paragraph, "", false, "", false
}
