package segment_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/indexer/segment"
)

// learned are records in forms that no grammar has, each with who speaks in it. A
// paragraph is a line.
var learned = []struct{ name, text, want string }{
	{"unknown form of address", `Kabb. Brook: Madam, I thank those who lit the lamps.
Kabb. Vega: We have no oil, and I say so.
Kabb. Arroyo: My district has none either.
Kabb. Brook: Then I ask you all to send us yours.`, "Kabb. Brook, Kabb. Vega, Kabb. Arroyo, Kabb. Brook"},
	{"names and chairs on lines of their own", `Mr Speaker
Order. I call the Minister for Lamps to make a statement.
The Minister for Lamps (Ada Brook)
Thank you. We shall buy oil, and we shall burn it.
Jonas Vega (Millbrook)
Will the Minister say how much of it, and who pays?
Ada Brook
Three barrels. Nobody pays, for we have them.
Mr Speaker
The question is as on the Order Paper.
Ada Brook
I have nothing to add to what I said.`, "Mr Speaker, Ada Brook, Jonas Vega, Ada Brook, Mr Speaker, Ada Brook"},
	{"first names", `Present were Ada Brook, Tom Vega and Lea Arroyo.
Ada: Does anyone have something to add?
Tom: I would like to talk about lamps.
Ada: We can do that.
Lea: I have brought mine.
Ada: Then we are done.`, "Ada, Tom, Ada, Lea, Ada"},
	{"initials", `Ada Brook (AB), Tom Vega (TV), Lea Arroyo (LA)
AB: You said that we need oil. Why?
TV: I think it burns well.
AB: We had some.
TV: Yes, but it is gone.
LA: I sold it.`, "AB, TV, AB, TV, LA"},
	{"Hungarian", `Elnök: Köszönöm szépen. Megadom a szót Lámpás Ádám képviselő úrnak.
Lámpás Ádám (LP): Köszönöm, elnök úr. Én a lámpákról beszélek.
Elnök: Olajos Éva képviselő asszony következik.
Olajos Éva (HP): Tisztelt Ház! Nekünk nincs olajunk.
Elnök: Köszönöm.`, "Elnök, Lámpás Ádám, Elnök, Olajos Éva, Elnök"},
	{"Icelandic, on two lines", `Forseti (Anna Lampadóttir):
Hæstvirtur ráðherra tekur til máls.
Jón Olíuson (L):
Frú forseti. Ég þakka fyrir lampana.
Forseti (Anna Lampadóttir):
Ég þakka ráðherra.`, "Anna Lampadóttir, Jón Olíuson, Anna Lampadóttir"},
	{"Estonian, with the time", `10:00 Aseesimees Juta Lamp
Tere hommikust! Ma annan sõna minister Õlile.
10:02 Minister Aivar Õli
Aitäh, lugupeetud aseesimees! Meil on lambid.
10:05 Aseesimees Juta Lamp
Tänan väga!`, "Juta Lamp, Aivar Õli, Juta Lamp"},
	{"Hebrew, names on a line of their own", `היו"ר דנה מנורה
אנחנו פותחים את הישיבה. נושא הישיבה הוא המנורות.
יוסי שמן (סיעת האור)
יש לי הערה, גברתי.
היו"ר דנה מנורה
בבקשה.
יוסי שמן (סיעת האור)
אני מבקש לדבר על השמן.`, "דנה מנורה, יוסי שמן, דנה מנורה, יוסי שמן"},
	{"Georgian", `თავმჯდომარე: ბატონო ნიკა ლამპაძე, თქვენ გაქვთ სიტყვა.
ნიკა ლამპაძე: მადლობა. ჩვენ გვჭირდება ზეთი.
თავმჯდომარე: გმადლობთ. ქალბატონო ანა ზეთაძე.
ანა ზეთაძე: მე მაქვს ზეთი.`, "თავმჯდომარე, ნიკა ლამპაძე, თავმჯდომარე, ანა ზეთაძე"},
	{"Korean", `위원장 김등불: 감사합니다. 이기름 위원님 말씀해 주십시오.
이기름 위원: 존경하는 위원장님, 저는 등불에 대해 말씀드립니다.
위원장 김등불: 우리 위원회는 동의합니다.
이기름 위원: 감사합니다.`, "김등불, 이기름 위원, 김등불, 이기름 위원"},
	{"Latvian, full stops", `Sēdes vadītāja. Vārds deputātam Lampam.
A.Lampa (LP).
Godātais Prezidij! Mums nav eļļas.
Sēdes vadītāja. Paldies. Vārds deputātei Eļļai.
I.Eļļa (EP).
Cienījamie kolēģi! Man ir eļļa.`, "Sēdes vadītāja, A. Lampa, Sēdes vadītāja, I. Eļļa"},
}

// unlearned have openings that come again or stand before what somebody says, and no
// speaker.
var unlearned = []struct{ name, text string }{
	{"fields", `Name: Ada Brook.
Place: Kavie Hall.
Contact: ada at kavie.
Name: Tom Vega.
Place: Lamp House.
Contact: tom at kavie.
Name: Lea Arroyo.
Place: Oil Street.
Contact: lea at kavie.`},
	{"lead-ins of one speech", `Friends, I am glad to be here.
Lamps: We have built forty lamps, and I lit the first.
Oil: Our oil comes by boat, and we thank the sailors.
Roads: We need the lamps on our roads, and oil for the lamps.
Thank you.`},
	{"minutes", `Discussion: The committee looked at the lamps.
Decision: The lamps are bought.
Action: The clerk writes to the maker.
Discussion: The committee looked at the oil, and at the decision of May.
Decision: The oil waits for action.
Action: None, after a long discussion.`},
	{"glossary", `Lamp Accord: a treaty of 1999 on lamps.
Oil Process: a meeting that is held each year.
Kavie Group: the States that have signed.`},
	{"links", `[lamps]: https://example.org/lamps
The lamps are told of there, and we thank the maker.
[oil]: https://example.org/oil
The oil is told of there.
[lamps]: https://example.org/more
There is more.`},
	{"a drawing", `We drew how the lamps hang together.
+----+ | lamp | oil
It begins on the left.
lamp <-- | oil --> | road
And I see that it ends on the right.
+----+ | road | oil`},
	{"fields in capitals", `RECOMMENDATION:
The harbour should buy lamps.
RESPONSE:
The harbour agrees, and buys forty.
RECOMMENDATION:
The mole should have oil.
RESPONSE:
It has oil.
RECOMMENDATION:
The keepers should sleep.
RESPONSE:
They sleep by day.`},
	{"titles", `Lamps of the North
They burn well. We counted forty of them.
Oil of the South
It is dear. We bought none of it.
Lamps of the North and the South
We compare both.`},
}

func TestLearnedForms(t *testing.T) {
	all := layouts(t)
	for _, tc := range learned {
		t.Run(tc.name, func(t *testing.T) {
			doc := paragraphs(strings.Split(tc.text, "\n")...)
			parts := segment.Pick(doc, all).Segment(doc)
			checkPromise(t, tc.name, doc, parts)
			if diff := cmp.Diff(strings.Split(tc.want, ", "), speakers(parts)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestNoForms(t *testing.T) {
	all := layouts(t)
	for _, tc := range unlearned {
		t.Run(tc.name, func(t *testing.T) {
			doc := paragraphs(strings.Split(tc.text, "\n")...)
			for _, l := range all[:2] {
				if s := l.Score(doc); s > 0 {
					t.Errorf("%s scores %v and finds %v", l.Name(), s, speakers(l.Segment(doc)))
				}
			}
		})
	}
}

// TestFullLines divides a record of which every printed line is known. A line that was full is
// no name on a line of its own, whatever it begins with.
func TestFullLines(t *testing.T) {
	doc := parse(`MR. BROOK: I rise to say this. On a point of order, Mr.
Speaker, Sir, I ask where all the lamps are
that we had in the hills.

MRS. VEGA:

Mr. Speaker, Sir, Dr.
Roe, the Leader of the House and of all its
lamps, has told us so. I thank him.

MR. BROOK: I thank the Member, Mr.
Speaker, Sir. I am glad of her and of all that
she has said to us.

MRS. VEGA:

Sir, as the Deputy Leader of the Lamp
Party and the Chairman of its committee I
have seen all of them.`)
	for i := range doc.Blocks {
		lines := doc.Blocks[i].Lines
		for j := range lines {
			lines[j].Box = &corpus.Box{X: 50, Y: 12 * float64(j), W: 200, H: 10}
		}
		lines[len(lines)-1].Box.W = 60
	}
	parts := segment.Pick(doc, layouts(t)).Segment(doc)
	checkPromise(t, "full lines", doc, parts)
	if diff := cmp.Diff([]string{"Mr. Brook", "Mrs. Vega", "Mr. Brook", "Mrs. Vega"}, speakers(parts)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// FuzzForms divides paragraphs that may be labels in any form: every block must be in
// one part and no turn empty.
func FuzzForms(f *testing.F) {
	for _, tc := range learned {
		f.Add(tc.text)
	}
	for _, tc := range unlearned {
		f.Add(tc.text)
	}
	f.Add("A. – B.\nA. – C!\nA (\nB) –")
	all := layouts(f)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		if len(text) > 5_000 {
			return
		}
		doc := paragraphs(strings.Split(text, "\n")...)
		for _, l := range all[:2] {
			parts := l.Segment(doc)
			checkPromise(t, l.Name(), doc, parts)
		}
	})
}

// speakers are the names in the turns of a report, the form of address before them
// where the grammar has none.
func speakers(p segment.Parts) []string {
	var out []string
	for _, in := range p.Interventions {
		out = append(out, strings.TrimSpace(in.Speaker.Honorific+" "+in.Speaker.Name))
	}
	return out
}
