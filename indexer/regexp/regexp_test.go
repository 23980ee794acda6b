package regexp_test

import (
	"fmt"
	std "regexp"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"briefsearch/indexer/regexp"
)

// expressions have all that the grammar's have: anchors, bounds of words, classes,
// letters of other scripts, groups, choices of which one begins as another does,
// repetitions that take as much or as little as they can.
var expressions = []string{
	``, `^`, `$`, `^$`, `a`, `^a`, `a$`, `\ba`, `a\b`, `\Bb`, `^(?:a|ab)(?:c|bcd)?`, `(a+?)(b*)`, `^(a*?)b`, `a*`, `^a{2,3}`, `(?:ab){0,2}$`,
	`(?i)^(?:the )?(?:chair(?:man|woman)?|président[e]?)\b`, `(?i)straße|ſ|k`, `(?i)\b(?:ministry|ministère|министр)\b`, `^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*`,
	`[(\[]([^()\[\]]{3,60}(?:\([^()]*\)[^()\[\]]{0,60})*)[)\]][\d* ]*[;.,:]?$`, `^([^:]{1,20}?)[ \x{a0}]?[:：](?:\s|$|\p{Lo})`, `(?i)[^.]{0,30}?(?:was|were) `,
	`.`, `^.*\n`, `(?s)a.b`, `(?m)^b$`, `\d{1,3}(?:\.\d{1,3}){0,2}[.)]?$`, `[^\pL]|$`, `^(?:|a)b`, `(|a)*`, `(?:^|[ ,])x`, `^(?:\s*[,–—|]\s*|\s+-\s+)`, `主席|代表$`, `\z`, `\Aa\z`,
	`^a|^b`, `^a|b`, `(^a|^(?:ab|x))b*`, `\b^a`, `(?:^|^a)b`, `^a{2,20}b|^x`,
	`[[:^alpha:]]+`, `^[^ab]{17,20}b`, `^(?:.{2,30}? )?x`, `^.{0,20}$`, `(?:[^x]{20,}y|b){1,2}`, `a{20}`, `\x{fffd}`, `^x*(?:y|xy)`, `(?U)^a+b`,
}

var texts = []string{
	"", "a", "b", "ab", "abcd", "aab", "aaab b", "ba b", "x", "a\nb", "b\nb\n", "\n", "The Chairman", "the chair.", "Présidente de", "PRÉSIDENTE", "chairs",
	"STRASSE straße ſ K k", "Ministry of", "le ministère d", "министр", "Ada Brook d’Ivoire", "Éa Brook", "say (Peru, Iran (Islamic Republic of)); ", "[Peru] 1*", "(a)",
	"Mr. X (Peru): said", "X：", "X:一", "it was never so. They were here", "1.2.3)", "12", "1234", ", so", " - so", "–", "主席先生", "的代表", "\xff", "a\xffb", "\xc3", "xxy", "xy", "é", "_a a_",
	strings.Repeat("c", 17) + "b", strings.Repeat("c", 21) + "b", strings.Repeat("a", 19), strings.Repeat("é", 20), strings.Repeat("é", 21), strings.Repeat("z ", 16) + "x",
}

// compare holds the answers of both packages against each other.
func compare(t *testing.T, expr, text string) {
	t.Helper()
	ours, theirs := regexp.MustCompile(expr), std.MustCompile(expr)
	for name, pair := range map[string][2]any{
		"MatchString":                {ours.MatchString(text), theirs.MatchString(text)},
		"FindString":                 {ours.FindString(text), theirs.FindString(text)},
		"FindStringIndex":            {ours.FindStringIndex(text), theirs.FindStringIndex(text)},
		"FindStringSubmatch":         {ours.FindStringSubmatch(text), theirs.FindStringSubmatch(text)},
		"FindStringSubmatchIndex":    {ours.FindStringSubmatchIndex(text), theirs.FindStringSubmatchIndex(text)},
		"FindAllStringIndex":         {ours.FindAllStringIndex(text, -1), theirs.FindAllStringIndex(text, -1)},
		"FindAllStringSubmatch":      {ours.FindAllStringSubmatch(text, -1), theirs.FindAllStringSubmatch(text, -1)},
		"FindAllStringSubmatchIndex": {ours.FindAllStringSubmatchIndex(text, 2), theirs.FindAllStringSubmatchIndex(text, 2)},
		"ReplaceAllString":           {ours.ReplaceAllString(text, "<$0>"), theirs.ReplaceAllString(text, "<$0>")},
		"Split":                      {ours.Split(text, -1), theirs.Split(text, -1)},
	} {
		if diff := cmp.Diff(pair[1], pair[0]); diff != "" {
			t.Errorf("%s of %q in %q (-want +got)\n%s", name, expr, text, diff)
		}
	}
}

func TestAnswersAreTheStandardLibrarys(t *testing.T) {
	for _, expr := range expressions {
		for _, text := range texts {
			compare(t, expr, text)
		}
		compare(t, expr, strings.Join(texts, " "))
	}
}

// TestManyStates leads an automaton through more states than it keeps.
func TestManyStates(t *testing.T) {
	const expr = `(?:a|b|c)[abc]{12}d`
	ours, theirs := regexp.MustCompile(expr), std.MustCompile(expr)
	seed := uint32(1)
	for range 200 {
		var b strings.Builder
		for range 300 {
			seed = seed*1664525 + 1013904223
			b.WriteByte("aaabbbcccdx"[seed>>16%11])
		}
		if text := b.String(); ours.MatchString(text) != theirs.MatchString(text) {
			t.Fatal(text)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	re := regexp.MustCompile(`(?i)\b(?:chair|président|主席)\b|代表`)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for k := range 300 {
				text := fmt.Sprint("word ", k*i, " the Chair ", string(rune(0x4e00+k)))
				if !re.MatchString(text) || re.MatchString(strings.ReplaceAll(text, "Chair", "choir")) {
					t.Error(text)
				}
			}
		})
	}
	wg.Wait()
}

func FuzzRegexp(f *testing.F) {
	for i, expr := range expressions {
		f.Add(expr, texts[i%len(texts)])
	}
	f.Fuzz(func(t *testing.T, expr, text string) {
		if _, err := std.Compile(expr); err != nil || len(expr) > 200 || len(text) > 2000 || !utf8.ValidString(expr) {
			return
		}
		compare(t, expr, text)
	})
}

// BenchmarkMatchString asks for words that a paragraph does not have.
func BenchmarkMatchString(b *testing.B) {
	const expr = `(?i)\b(?:minister|ambassador|president|representative|secretary|counsellor|attach[ée]|consul|delegate)\b`
	text := strings.Repeat("The region has seen remittances grow, and with them the cost of sending money home. ", 20)
	for name, match := range map[string]func(string) bool{"automaton": regexp.MustCompile(expr).MatchString, "standard": std.MustCompile(expr).MatchString} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if match(text) {
					b.Fatal("a match")
				}
			}
		})
	}
}
