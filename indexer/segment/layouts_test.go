package segment_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/indexer/segment"
)

// outline writes the turns of a report, each with its speaker and first words, and
// the titles of its sections.
func outline(p segment.Parts) []string {
	var out []string
	for _, s := range p.Sections {
		out = append(out, "section "+s.Title)
	}
	last := ""
	for _, in := range p.Interventions {
		if in.Session != nil && in.Session.Title != last {
			last = in.Session.Title
			out = append(out, fmt.Sprintf("session %d %s", in.Session.Number, last))
		}
		words := strings.Fields(in.Text)
		says := " > "
		if in.Listed {
			says = " recommends > "
		}
		out = append(out, voice(in.Speaker)+says+strings.Join(words[:min(4, len(words))], " "))
	}
	return out
}

func TestLayouts(t *testing.T) {
	all := layouts(t)
	for _, tc := range slices.Concat(forms, records) {
		t.Run(tc.name, func(t *testing.T) {
			doc := parse(tc.text)
			layout := segment.Pick(doc, all)
			if layout.Name() != tc.layout {
				t.Errorf("layout is %s, want %s", layout.Name(), tc.layout)
				for _, l := range all {
					t.Logf("%s %.2f", l.Name(), l.Score(doc))
				}
			}
			if d := cmp.Diff(strings.Split(strings.TrimSpace(tc.want), "\n"), outline(layout.Segment(doc))); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// layoutCase is an invented report, and its layout and outline.
type layoutCase struct{ name, layout, text, want string }

// forms are invented reports of each layout, but for the records of meetings.
var forms = []layoutCase{
	{"statement, name before office", "statement", `
# Statement by
H.E. Ms. ADA BROOK-TANNER

Permanent Representative of Norway to the United Nations

at the general debate on mobility

Geneva, 4 May 2017

Check against delivery

Mr. President,

I thank you for giving me the floor so early this morning.

My country has three proposals, and we will table all of them.

Thank you.`, `
H.E. Ms.|Ada Brook-Tanner|Permanent Representative||NO > Mr. President, I thank`},

	{"statement of a delegation", "statement", `
# Statement of the delegation of Norway

5 March 2018

Madam Chair,

We welcome the report and our delegation will study it with care.

I thank you, Madam Chair.`, `
||||NO > Madam Chair, We welcome`},

	{"statement on behalf of a group", "statement", `
# Statement on behalf of the African Group

delivered by Mr. Kofi Brook, Minister Counsellor of the Permanent Mission of Ghana

Mr. Chair,

I have the honour to speak on behalf of the African Group, and we thank the secretariat for its paper.

We shall send our remarks in writing.`, `
Mr.|Kofi Brook|Minister Counsellor|Permanent Mission of Ghana|GH|for African Group > Mr. Chair, I have`},

	{"statement on behalf of those represented at a place", "statement", `
Statement delivered by H.E Samuel Holm, Permanent Representative of Tuvalu on behalf of the Pacific Small Island Developing States

Madam President,

It is my honour to speak on behalf of the Pacific SIDS represented at the United Nations: Fiji, Tonga and my own country, Tuvalu.

We thank you for this meeting.`, `
H.E.|Samuel Holm|Permanent Representative||TV|for Pacific Small Island Developing States > Madam President, It is`},

	{"statement that only joins that of a group", "statement", `
# Statement by Mr. Kofi Brook, Minister Counsellor of the Permanent Mission of Ghana

Mr. Chair,

Ghana aligns itself with the statement made by Kenya on behalf of the African Group, and adds a few words.`, `
Mr.|Kofi Brook|Minister Counsellor|Permanent Mission of Ghana|GH > Mr. Chair, Ghana aligns`},

	{"statement of a State in capitals", "statement", `
NEPAL STATEMENT BY H.E. Amb. THAPA BIKRAM

Mr. President,

I thank you for the two bridges that Nepal has, and we thank those who lent Nepal engineers.`, `
H.E. Amb.|Thapa Bikram|||NP > Mr. President, I thank`},

	{"statement in Spanish, office before name", "statement", `
# Intervención de la Ministra de Trabajo del Ecuador, Lucía Brook Andrade

Ginebra, 3 de junio de 2019

Señor Presidente:

Quiero agradecer a la presidencia por la invitación que nos ha hecho llegar.

Nuestro país ha firmado el convenio y lo aplicamos desde enero.

Muchas gracias.`, `
|Lucía Brook Andrade|Ministra de Trabajo||EC > Señor Presidente: Quiero agradecer`},

	{"statement in Spanish, a date below a full line", "statement", `
# ECUADOR

Intervención del Representante Permanente, Embajador Lucas Brook Andrade
Ginebra, 3 de junio de 2019

Señor Presidente:

Quiero agradecer a la presidencia, y nuestro país ha firmado el convenio que aplicamos.`, `
Embajador|Lucas Brook Andrade|Representante Permanente||EC > Señor Presidente: Quiero agradecer`},

	{"statement in French", "statement", `
# Déclaration de S.E. M. Amadou Brook, Ministre de l’intérieur du Bénin

New York, le 4 octobre 2016

Monsieur le Président,

Nous saluons la qualité du rapport et notre délégation souscrit à ses conclusions.

Je vous remercie.`, `
S.E. M.|Amadou Brook|Ministre de l’intérieur||BJ > Monsieur le Président, Nous`},

	{"statement in Russian", "statement", `
# ВЫСТУПЛЕНИЕ

Министра труда

Республики Беларусь

А.В.Бруковича

Господин Председатель,

Мы благодарим секретариат за подготовку доклада и поддерживаем его выводы.

Благодарю за внимание.`, `
|А.В.Брукович|Министр труда Республики Беларусь||BY > Господин Председатель, Мы благодарим`},

	{"statement whose speech alone tells the State", "statement", `
# Address by the President of the Republic, 7 May 2015

Excellencies,

I bring you the greetings of the people of Fiji, and we are proud of them.

Fiji is an island, and our islands know what it means to leave.

We in Fiji have kept our word, and we ask you to keep yours.`, `
||President of the Republic||FJ > Excellencies, I bring you`},

	{"bulletin in capitals", "bulletin", `
# FUNDS AND FORMS

On the date of the meeting, the G-77/CHINA proposed November and asked for two rooms. JAPAN, supported by AUSTRALIA and CANADA, said this was early. Delegates agreed to return to the item. NORWAY, for the EU, preferred May, while the US opposed any date. BAHAMAS, for AOSIS, with CHINA, stressed oil.

The MARSHALL ISLANDS urged haste. He added that boats were waiting. Supported by FIJI, KENYA called for a list, and, with PERU and the RUSSIAN FEDERATION, said it should be short.

The SBI adopted the text. SBI Chair Ada Brook (Norway) thanked all delegates.

The paper was sent to the printers in Lima, Peru, took two days and was well received by everybody.`, `
section Funds and Forms
session 1 Funds and Forms
|||G-77/CHINA| > On the date of
||||JP|with AUSTRALIA, CANADA > JAPAN, supported by AUSTRALIA
||||NO|for EU > NORWAY, for the EU,
||||US > while the US opposed
||||BS|for AOSIS|with CHINA > BAHAMAS, for AOSIS, with
||||MH > The MARSHALL ISLANDS urged
||||KE|with FIJI, PERU, RUSSIAN FEDERATION > Supported by FIJI, KENYA
|Ada Brook|SBI Chair||NO|presiding > SBI Chair Ada Brook`},

	{"bulletin in title case", "bulletin", `
# Finance

Canada and the US, opposed by Pakistan, said the text should wait. China proposed a shorter one, and Brazil supported this. Belize, for AOSIS, called for a goal.

Tuvalu, with India, supported the goal. Participants considered two charts. Co-Chair Brook proposed a break.

Switzerland, for the Environmental Integrity Group, asked for numbers, with Senegal emphasizing rates. South Africa questioned the numbers.`, `
section Finance
session 1 Finance
||||CA|with US > Canada and the US,
||||CN > China proposed a shorter
||||BR > and Brazil supported this.
||||BZ|for AOSIS > Belize, for AOSIS, called
||||TV|with India > Tuvalu, with India, supported
|Brook|Co-Chair|||presiding > Co-Chair Brook proposed a
||||CH|for Environmental Integrity Group > Switzerland, for the Environmental
||||SN > with Senegal emphasizing rates.
||||ZA > South Africa questioned the`},

	{"narrative with a discussion", "narrative", `
# Seminar on mobility

# Session 1: Data

MR. TOMAS VELDKAMP, Director of the Migration Bureau of Kenya, presented the new register and its costs.

He added that it would be open by the end of the year.

H.E. Dr. Amina Oduya, Permanent Representative of Ghana, thanked Mr. Veldkamp for his clear figures.

Prof. Jean-Luc de la Bruyère (University of Geneva) argued that registers alone make no policy.

Ms. Lena Abrams, of the International Organization for Migration (IOM), said that offices need simple forms.

Responding to questions, Mr. Veldkamp said that the forms would be translated.

# Discussion

In the discussion, the representative of Morocco asked about costs, while the delegate of Kenya replied that they were low. The representative of Norway thanked Professor de la Bruyère.

Participants thanked Ms. Abrams for her frank answers to all questions.

Mexico, speaking on behalf of the Group of Friends, welcomed the register. Chile and Peru supported this view.

The IOM representative explained the training, and the observer of the Holy See recalled the families.

# Conclusions

The meeting agreed to publish the forms and to meet again in the spring.`, `
section Discussion
section Conclusions
session 1 Session 1: Data
Mr.|Tomas Veldkamp|Director|Migration Bureau of Kenya|KE > MR. TOMAS VELDKAMP, Director
H.E. Dr.|Amina Oduya|Permanent Representative||GH > H.E. Dr. Amina Oduya,
Prof.|Jean-Luc de la Bruyère||University of Geneva| > Prof. Jean-Luc de la
Ms.|Lena Abrams||International Organization for Migration| > Ms. Lena Abrams, of
Mr.|Tomas Veldkamp|Director|Migration Bureau of Kenya|KE > Responding to questions, Mr.
session 2 Discussion
||representative||MA > In the discussion, the
||delegate||KE > while the delegate of
||representative||NO > The representative of Norway
||||MX|for Group of Friends > Mexico, speaking on behalf
||||CL|with Peru > Chile and Peru supported
||representative|IOM| > The IOM representative explained
||observer||VA > and the observer of`},

	{"narrative with offices of all kinds", "narrative", `
# Panel 1: Practice

Opening the panel, Ms. Petra Novak, State Secretary of the Ministry of Interior of Slovenia, recalled its purpose.

Ms. Ana-Maria Popescu-Ionescu, Head of Unit, General Inspectorate for Immigration, Romania, described the procedure.

Her talk showed three figures.

Col. James Otieno (Kenya Police Service) focused on training at the airport.

Sra. María de los Ángeles Quesada, Viceministra de Gobernación de Costa Rica, explicó el modelo de su país.

Participants from Kenya and India exchanged views for some time.

According to Mr. Otieno, the school had forty places.`, `
section Panel 1: Practice
session 1 Panel 1: Practice
Ms.|Petra Novak|State Secretary|Ministry of Interior of Slovenia|SI > Opening the panel, Ms.
Ms.|Ana-Maria Popescu-Ionescu|Head of Unit|General Inspectorate for Immigration|RO > Ms. Ana-Maria Popescu-Ionescu, Head
Col.|James Otieno||Kenya Police Service|KE > Col. James Otieno (Kenya
Sra.|María de los Ángeles Quesada|Viceministra de Gobernación||CR > Sra. María de los`},

	{"bulleted minutes", "narrative", `
# Minutes of the third meeting

– Lena Abrams (IOM): said the data were incomplete and asked for two weeks.

– Tomas Veldkamp (Kenya): replied that two weeks were available.

– Chair: closed the item.`, `
|Lena Abrams||IOM| > – Lena Abrams (IOM):
|Tomas Veldkamp|||KE > – Tomas Veldkamp (Kenya):
|Chair||||presiding > – Chair: closed the`},

	{"narrative in French", "narrative", `
# Session I : Données

M. Tomas Veldkamp, Directeur du Bureau des migrations du Kenya, a présenté le registre et son coût.

S.E. M. Pedro Ibarra, Ambassadeur du Mexique, s’est félicité de ces échanges avec les participants.

Le représentant du Maroc a demandé combien coûtait le registre. La déléguée de la Norvège a répondu que le coût était faible.`, `
session 1 Session I : Données
M.|Tomas Veldkamp|Directeur|Bureau des migrations du Kenya|KE > M. Tomas Veldkamp, Directeur
S.E. M.|Pedro Ibarra|Ambassadeur||MX > S.E. M. Pedro Ibarra,
||représentant||MA > Le représentant du Maroc
||déléguée||NO > La déléguée de la`},

	{"transcript", "transcript", `
# Daily briefing

MS. BROOK: Good afternoon. I have one thing at the top.

QUESTION: Can you tell us about the visit?

MS. BROOK: I cannot. We will announce it in time.

QUESTION: And the treaty?

MS. BROOK: It was signed.`, `
Ms.|Brook||| > MS. BROOK: Good afternoon.
|||| > QUESTION: Can you tell
Ms.|Brook||| > MS. BROOK: I cannot.
|||| > QUESTION: And the treaty?
Ms.|Brook||| > MS. BROOK: It was`},

	{"nobody speaks", "prose", `
# Background

The register was begun in 2001 and has grown every year since then, in all regions.

# Outlook

It is hoped that it will go on to grow, and that more offices will use it in future.`, `
section Background
section Outlook`},
}
