package segment_test

// records are invented records of meetings, numbered and verbatim.
var records = []layoutCase{
	{"numbered record", "numbered", `
# Report of the Working Group

# Nepal

# Introduction

1. The Working Group held its session in May. The review of Nepal was held at the second meeting.

# A. Presentation by the State under review

2. The head of the delegation presented the report, which had taken two years to write.

3. A new law had come into force in the spring of the same year.

# B. Interactive dialogue

4. During the dialogue, nine delegations made statements.

5. Ecuador congratulated Nepal on its new law. It asked about the budget.

6. The United Kingdom of Great Britain and Northern Ireland noted the ratification.

7. With regard to schools, Slovenia recommended that fees be ended.

8. Côte d’Ivoire was pleased to see the progress made.

9. Responding to questions, the delegation stated that fees would end.

10. The budget had been doubled for the purpose.

11. Egypt, speaking on behalf of the Group of Arab States, welcomed the report.

12. Algeria, Cuba and Mali made statements as well.

13. While appreciating the steps taken the Czech Republic asked for dates.

# II. Conclusions and/or recommendations

14. The following recommendations enjoy the support of Nepal:

14.1. End school fees in all districts (Slovenia);

14.2. Set a date for it (Czech Republic, Republic of Korea and Mexico).

15. All conclusions reflect the position of the States.`, `
section Introduction
section B. Interactive dialogue
section II. Conclusions and/or recommendations
session 1 A. Presentation by the State under review
||head of the delegation||NP > 2. The head of
session 2 B. Interactive dialogue
||||EC > 5. Ecuador congratulated Nepal
||||GB > 6. The United Kingdom
||||SI > 7. With regard to
||||CI > 8. Côte d’Ivoire was
||delegation||NP > 9. Responding to questions,
||||EG|for Group of Arab States > 11. Egypt, speaking on
||||CZ > 13. While appreciating the
session 3 II. Conclusions and/or recommendations
||||SI recommends > 14.1. End school fees
||||CZ|with Republic of Korea, Mexico recommends > 14.2. Set a date`},

	{"numbered record in French", "numbered", `
# Rapport du Groupe de travail

# Népal

# Introduction

1. Le Groupe de travail a tenu sa session en mai. L’examen du Népal a eu lieu à la deuxième séance.

# A. Exposé de l’État examiné

2. La délégation a présenté le rapport, dont la rédaction avait pris deux ans.

# B. Dialogue et réponses de l’État examiné

3. Au cours du dialogue, huit délégations ont fait des déclarations.

4. L’Équateur a félicité le Népal de sa nouvelle loi.

5. La Suisse s’est félicitée de la ratification.

6. En ce qui concerne les écoles, la Slovénie a recommandé la gratuité.

7. La délégation a répondu que les frais seraient supprimés.

8. Le Royaume-Uni de Grande-Bretagne et d’Irlande du Nord a noté les progrès.

# II. Conclusions et/ou recommandations

9. Les recommandations ci-après recueillent l’appui du Népal:

9.1 Supprimer les frais de scolarité (Slovénie);

9.2 Fixer une date (Suisse, Équateur).`, `
section Introduction
section B. Dialogue et réponses de l’État examiné
section II. Conclusions et/ou recommandations
session 1 A. Exposé de l’État examiné
||délégation||NP > 2. La délégation a
session 2 B. Dialogue et réponses de l’État examiné
||||EC > 4. L’Équateur a félicité
||||CH > 5. La Suisse s’est
||||SI > 6. En ce qui
||délégation||NP > 7. La délégation a
||||GB > 8. Le Royaume-Uni de
session 3 II. Conclusions et/ou recommandations
||||SI recommends > 9.1 Supprimer les frais
||||CH|with Équateur recommends > 9.2 Fixer une date`},

	{"summary record of a committee", "numbered", `
# Agenda item 26: Advancement of women

1. The Chair invited the Committee to begin its debate on the item.

2. Ms. Brook (Norway) said that her delegation had read the report with care.

3. It was the second report of its kind.

4. Mr. Tanaka (Japan), speaking also on behalf of the Group of Friends, said that more was needed.

5. Ms. Okoye (Nigeria) asked for the figures of the year before.

6. The representative of Cuba regretted that no vote had been taken.

7. Mr. Miller (International Labour Organization) said that figures would follow.

8. The Chair thanked all speakers.`, `
session 1 Agenda item 26: Advancement of women
|The Chair||||presiding > 1. The Chair invited
Ms.|Brook|||NO > 2. Ms. Brook (Norway)
Mr.|Tanaka|||JP|for Group of Friends > 4. Mr. Tanaka (Japan),
Ms.|Okoye|||NG > 5. Ms. Okoye (Nigeria)
||representative||CU > 6. The representative of
Mr.|Miller||International Labour Organization| > 7. Mr. Miller (International
|The Chair||||presiding > 8. The Chair thanked`},

	{"verbatim, headings that are no topics", "verbatim", `
# The Council met at 9 a.m.

# ADMINISTRATION OF OATH

## The oath was administered to the following Member:-

## Prof. Ada Brook

Mr. Speaker: Members, please welcome the new keeper of the lamps.

Mr. Vega: Mr. Speaker, I welcome her, and so does my group.

# LAMPS OF THE NORTHERN QUAY

Mr. Vega: I move that the lamps be lit.

# 42

Ms. Roe: I second that, since there is oil.

Abstaining:

# China and Russian Federation

Mr. Speaker: The motion is carried.

# Kl. 13:04

Ms. Roe: I thank all who voted for it.`, `
session 1 Administration of Oath
|Mr. Speaker||||presiding > Mr. Speaker: Members, please
Mr.|Vega||| > Mr. Vega: Mr. Speaker,
session 2 Lamps of the Northern Quay
Mr.|Vega||| > Mr. Vega: I move
Ms.|Roe||| > Ms. Roe: I second
|Mr. Speaker||||presiding > Mr. Speaker: The motion
Ms.|Roe||| > Ms. Roe: I thank`},

	{"verbatim, for whom the speakers say they speak", "verbatim", `
# The meeting was called to order at 3 p.m.

The President: I give the floor to the first speaker.

Mr. Okello (Uganda): I have the honour to speak on behalf of the Group of African States. The lamps are few.

Mr. Vega (Mexico): Mexico aligns itself with the statement to be made on behalf of the Group of 77.

Mrs. Ruiz (Peru): We listened with care to the words of Uganda on behalf of the African Group.

Ms. Holm (Tuvalu): On behalf of the Pacific Islands Forum, I thank the keepers of the lamps.

Mr. Berg (Norway): On behalf of my delegation, I thank them as well.

The President: I thank all who spoke on behalf of the European Union.`, `
|The President||||presiding > The President: I give
Mr.|Okello|||UG|for Group of African States > Mr. Okello (Uganda): I
Mr.|Vega|||MX > Mr. Vega (Mexico): Mexico
Mrs.|Ruiz|||PE > Mrs. Ruiz (Peru): We
Ms.|Holm|||TV|for Pacific Islands Forum > Ms. Holm (Tuvalu): On
Mr.|Berg|||NO > Mr. Berg (Norway): On
|The President||||presiding > The President: I thank`},
}
