package describe_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
)

func TestReport(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want corpus.Report
	}{
		"a briefing of a series": {
			"# BRIEFING REPORT\n\n## IOM/UNHCR COASTAL MOBILITY SERIES:\n\n[^1] Paid for by a donor.\n\n## WHAT THE TIDE BRINGS\n\n3 May 2011, Palais Wilson, Geneva\n\n### BACKGROUND\n\n" + running,
			corpus.Report{
				Title: "What the Tide Brings", Series: "IOM/UNHCR Coastal Mobility Series", Kind: "briefing report", Date: "2011-05-03",
				Place: "Palais Wilson, Geneva", Organisers: []string{"IOM", "UNHCR"}, Language: "en",
			},
		},
		"a briefing in narrow columns": {
			"# BRIEFING REPORT\n\n## IOM/UNHCR COASTAL MOBI\\\nLITY SERIES:\n\n## WHAT THE TIDE BR\\\nINGS\n\n3 May 2011, Palais Wilson,\nGeneva\n\n### BACKGROUND\n\n" + running,
			corpus.Report{
				Title: "What the Tide Brings", Series: "IOM/UNHCR Coastal Mobility Series", Kind: "briefing report", Date: "2011-05-03",
				Place: "Palais Wilson, Geneva", Organisers: []string{"IOM", "UNHCR"}, Language: "en",
			},
		},
		"series and title in one heading": {
			"# Workshop report\n\n## Harbour Dialogue Series: Who keeps the lamp\n\nOrganised by the Lighthouse Board (LHB) and the Pilots' Union (PU)\n\n14-16 March 2017, Valparaíso\n\n# Introduction\n\n" + running,
			corpus.Report{
				Title: "Who keeps the lamp", Series: "Harbour Dialogue Series", Kind: "briefing report", Date: "2017-03-14",
				Place: "Valparaíso", Organisers: []string{"LHB", "PU"}, Language: "en",
			},
		},
		"a workshop that its first paragraph dates": {
			"# Ferries without timetables\n\n# Introduction\n\nOn 7 July 2014 the Institute of Tides (IOT), with the Board of Bays (BOB), hosted a workshop that was held in Lisbon, Portugal. " + running,
			corpus.Report{Title: "Ferries without timetables", Kind: "report", Date: "2014-07-07", Place: "Lisbon, Portugal", Organisers: []string{"IOT", "BOB"}, Language: "en"},
		},
		"a French meeting": {
			"# Rapport de la réunion\n\n# Les marées et les ports\n\nOrganisée par la Ligue des phares (LDP)\n\nDakar, le 1er mars 2014\n\n# Contexte\n\n" + enFrançais,
			corpus.Report{Title: "Les marées et les ports", Kind: "briefing report", Date: "2014-03-01", Place: "Dakar", Organisers: []string{"LDP"}, Language: "fr"},
		},
		"a bulletin": {
			"# HARBOUR CONFERENCE HIGHLIGHTS: TUESDAY, 5 JUNE 2012\n\nThe Harbour Conference met in Bonn, Germany. " + running,
			corpus.Report{Title: "Harbour Conference Highlights", Kind: "bulletin", Date: "2012-06-05", Place: "Bonn, Germany", Organisers: []string{}, Language: "en"},
		},
		"a transcript": {
			"# Tide Council | Morning hearing (Feb 3, 2021)\n\nTC | Ana Boye | Chair\n\nGood morning.\n\nTC | Bo Lindh | Pilot\n\n" + running,
			corpus.Report{Title: "Tide Council | Morning hearing", Kind: "transcript", Date: "2021-02-03", Organisers: []string{}, Language: "en"},
		},
		"a parliament's page": {
			"Debates of 12 Jun 2015\n\nMR FIRST DEPUTY SPEAKER\n\nPRAYERS 11:05 a.m.\n\nMr First Deputy Speaker: Hon Members, the roads. " + running,
			corpus.Report{Title: "Debates", Kind: "verbatim record", Date: "2015-06-12", Organisers: []string{}, Language: "en"},
		},
		"a province's page": {
			"May 9, 2001 HOUSE OF ASSEMBLY PROCEEDINGS Vol. XLIV No. 31\n\nThe House met at 1:30 p.m.\n\nMR. SPEAKER (Brook): Order, please! " + running,
			corpus.Report{Title: "House of Assembly Proceedings", Kind: "verbatim record", Date: "2001-05-09", Organisers: []string{}, Language: "en"},
		},
		"a sitting in Portuguese": {
			"I Série - Número 16 Terça-feira, 23 de Novembro de 1982\n\nII LEGISLATURA 3.ª SESSÃO LEGISLATIVA (1982-1983)\n\nREUNIÃO PLENÁRIA DE 22 DE NOVEMBRO DE 1982\n\nO Sr. Presidente: - Srs. Deputados, está aberta a sessão.",
			corpus.Report{Title: "Reunião Plenária", Kind: "report", Date: "1982-11-22", Organisers: []string{}, Language: "pt"},
		},
		"a sitting in Brazil, whose day follows a preposition": {
			"2ª SESSÃO LEGISLATIVA ORDINÁRIA\n\nEm 11 de agosto de 2031\n\n87ª SESSÃO\n\nO SR. PRESIDENTE (Ada Faro) – Há número regimental. Declaro aberta a sessão dos faróis.",
			corpus.Report{Title: "2ª Sessão Legislativa Ordinária", Kind: "report", Date: "2031-08-11", Organisers: []string{}, Language: "pt"},
		},
		"where a house met": {
			"Wednesday, 5 July 2031\n\nParliament met at 2.45 p.m. in Lamp House, Harborne.\n\n(The Deputy Speaker, Ms Ada Brook, in the Chair.)\n\nTHE DEPUTY SPEAKER: Order. " + running,
			corpus.Report{Kind: "verbatim record", Date: "2031-07-05", Place: "Lamp House, Harborne", Organisers: []string{}, Language: "en"},
		},
		"a floor, which is no place": {
			"Transcript of the Clerk\n\nFloor Debate March 7, 2031\n\nMr. Speaker: Good morning. " + running,
			corpus.Report{Title: "Transcript of the Clerk", Kind: "transcript", Date: "2031-03-07", Organisers: []string{}, Language: "en"},
		},
		"a record from the middle of a sitting": {
			"SHRI ADA BROOK: Sir, I lay on the Table\n\nThe House met again on 4 July 2031.\n\n" + running,
			corpus.Report{Kind: "report", Date: "2031-07-04", Organisers: []string{}, Language: "en"},
		},
		"the summary of a chair": {
			"Chair’s Summary: Lamps of the Northern Region\n\nACCRA, 3 May 2031\n\n" + running,
			corpus.Report{Title: "Chair’s Summary: Lamps of the Northern Region", Kind: "report", Date: "2031-05-03", Place: "ACCRA", Organisers: []string{}, Language: "en"},
		},
		"a title that leads nowhere": {
			"Return to Atlantis\n\nBriefing Report 2031\n\n" + running,
			corpus.Report{Title: "Return to Atlantis", Kind: "briefing report", Organisers: []string{}, Language: "en"},
		},
		"ministers who met": {
			"Ministers met in Lima to light lamps\n\n3 May 2031\n\n" + running,
			corpus.Report{Title: "Ministers met in Lima to light lamps", Kind: "report", Date: "2031-05-03", Place: "Lima", Organisers: []string{}, Language: "en"},
		},
		"an opening formula": {
			"La seduta è aperta.\n\nIl Presidente: Buongiorno. " + running,
			corpus.Report{Kind: "report", Organisers: []string{}, Language: "en"},
		},
		"what leads through a site": {
			"Assemblée des phares - Retour à l'accueil\n\nPour plus de renseignements\n\nLes marées et les ports\n\nLe 7 mai 2031\n\n" + enFrançais,
			corpus.Report{Title: "Les marées et les ports", Kind: "report", Date: "2031-05-07", Organisers: []string{}, Language: "fr"},
		},
		"the days of a session and of a law": {
			"Demande en application de l’ordonnance 58-1100 du 17 novembre 1958 sur les phares\n\n42-1 (27 novembre 2018 - )\n\nJeudi 19 juillet 2031\n\n" + enFrançais,
			corpus.Report{Title: "Demande en application de l’ordonnance 58-1100 du 17 novembre 1958 sur les phares", Kind: "report", Date: "2031-07-19", Organisers: []string{}, Language: "fr"},
		},
		"a sitting in a session of a year, on a page for download": {
			"Harbour Council\n\nTotal Page:16\n\nVersion finale\n\n32e session\n\n(23 mars 2030 au 20 juin 2031)\n\nLe mardi 29 mars 2031\n\nMr. Speaker: Order. " + running,
			corpus.Report{Title: "Harbour Council", Series: "Harbour Council, 32e session", Kind: "verbatim record", Date: "2031-03-29", Organisers: []string{}, Language: "en"},
		},
		"a day beside that of publishing, and no place": {
			"Засідання N12\n\nОпубліковано 01. 04. 2031\n\nFri 4th April 2031\n\nMr. Speaker: Order. " + running,
			corpus.Report{Title: "Засідання N12", Kind: "verbatim record", Date: "2031-04-04", Organisers: []string{}, Language: "en"},
		},
		"a running head with its page": {
			"Official Report 1\n\nHarbour Council of the North\n\nThursday, 12 June 2031\n\nMr. Speaker: Order. " + running,
			corpus.Report{Title: "Harbour Council of the North", Kind: "verbatim record", Date: "2031-06-12", Organisers: []string{}, Language: "en"},
		},
		"an afternoon": {
			"Leave of Absence 9 Mar 2011\n\nAFTERNOON SITTING: 3.04 p.m.\n\nThe Speaker, Sir Ada Brook, took the Chair at 3.04 p.m.\n\nMr Speaker: Order. " + running,
			corpus.Report{Kind: "verbatim record", Date: "2011-03-09", Organisers: []string{}, Language: "en"},
		},
		"a page of a web site": {
			"Skip to content\n\nHome > Sittings > Calendar\n\nStortinget - Møte onsdag den 6. november 2013\n\nPresident: Ada Bekk\n\nReferatet. " + running,
			corpus.Report{Title: "Stortinget - Møte", Kind: "report", Date: "2013-11-06", Organisers: []string{}, Language: "en"},
		},
		"a stretch from the middle": {
			"and so the lamps were never lit on that quay either.\n\nMr. Bekk\n\nThe pilots have been with us for many years.\n\n" + running,
			corpus.Report{Kind: "report", Organisers: []string{}, Language: "en"},
		},
		"a title in capitals over three lines": {
			"# FOURTH MINISTERIAL CONFERENCE OF THE HARBOUR PROCESS ON\n\n# LAMPS, BUOYS AND\n\n# RELATED SIGNALS\n\nLisbon, Portugal, 23 March 2031\n\n" + running,
			corpus.Report{Title: "Fourth Ministerial Conference of the Harbour Process on Lamps, Buoys and Related Signals", Kind: "report", Date: "2031-03-23", Place: "Lisbon, Portugal", Organisers: []string{}, Language: "en"},
		},
		"a report below the name of who met": {
			"HDS\n\nHarbour Dialogue of the South\n\nReport and Recommendations of the HDS Conference on:\n\nLamps and Their Keepers in the Region\n\nMaputo, Mozambique | 10 – 11 July 2031\n\n" + running,
			corpus.Report{Title: "Report and Recommendations of the HDS Conference on: Lamps and Their Keepers in the Region", Kind: "report", Date: "2031-07-10", Place: "Maputo, Mozambique", Organisers: []string{}, Language: "en"},
		},
		"a regional workshop in French": {
			"Rapport de l'atelier régional\n\nLes phares et le sable\n\nNiamey, du 3 au 5 mai 2031\n\nContexte\n\n" + enFrançais,
			corpus.Report{Title: "Les phares et le sable", Kind: "briefing report", Date: "2031-05-03", Place: "Niamey", Organisers: []string{}, Language: "fr"},
		},
		"news that a place alone opens": {
			"Accra – Experts of the Tide Board met this week (12 to 14 September 2031) at the port. " + running,
			corpus.Report{Kind: "report", Date: "2031-09-12", Place: "Accra", Organisers: []string{}, Language: "en"},
		},
		"a place where another meeting was held": {
			"The Tide Board Debates the Declaration\n\n23 March 2031\n\nThe Tide Board debated the declaration of the conference that was held in Vienna in June 1993. " + running,
			corpus.Report{Title: "The Tide Board Debates the Declaration", Kind: "report", Date: "2031-03-23", Organisers: []string{}, Language: "en"},
		},
		"a report of a session below the date of its issue": {
			"Tide Council\n\nC/114/42\n\nOriginal: English\n30 November 2031\n\nDRAFT REPORT ON THE 114TH SESSION OF THE COUNCIL\n\nGeneva, 24–26 November 2031\n\n" + running,
			corpus.Report{Title: "Draft Report on the 114th Session of the Council", Symbol: "C/114/42", Kind: "report", Date: "2031-11-24", Place: "Geneva", Organisers: []string{}, Language: "en"},
		},
		"a paper that only an organ's name is above": {
			"Naciones Unidas\n\nA/57/551\n\nAsamblea General\n\nLos faros y sus guardianes\n\n" + enEspañol,
			corpus.Report{Title: "Los faros y sus guardianes", Symbol: "A/57/551", Kind: "report", Organisers: []string{}, Language: "es"},
		},
		"a series before its title, and a room with a number": {
			"BRIEFING REPORT\n\nTide-Harbour Briefing Series: Mixed Lamps at Sea\n\n14 November 2031, Conference Room 6, United Nations Headquarters, New York\n\nBackground\n\n" + running,
			corpus.Report{Title: "Mixed Lamps at Sea", Series: "Tide-Harbour Briefing Series", Kind: "briefing report", Date: "2031-11-14", Place: "Conference Room 6, United Nations Headquarters, New York", Organisers: []string{}, Language: "en"},
		},
		"a sentence on where it was": {
			"Technical Meeting on the Harbour Plan\n\nRecord of the meeting\n\n1. The meeting was held in Gaborone, Botswana, from 11 to 13 June 2031.\n\n" + running,
			corpus.Report{Title: "Technical Meeting on the Harbour Plan", Kind: "report", Date: "2031-06-11", Place: "Gaborone, Botswana", Organisers: []string{}, Language: "en"},
		},
		"a city and its State above the days": {
			"Agenda Item: 6\n\nReport of the Workshop on Lamp Mobility\n\nHarbour Working Group Meeting\nHarborne, Japan\n25-28 February 2031\n\n" + running,
			corpus.Report{Title: "Report of the Workshop on Lamp Mobility", Kind: "briefing report", Date: "2031-02-25", Place: "Harborne, Japan", Organisers: []string{}, Language: "en"},
		},
		"a day of delivery, which is no place": {
			"The Lamps of the Northern Quay\n\nDelivered on 16 March 2031\n\n" + running,
			corpus.Report{Title: "The Lamps of the Northern Quay", Kind: "report", Date: "2031-03-16", Organisers: []string{}, Language: "en"},
		},
		"a process that is called after a city": {
			"‘Khartoum Process’ meeting agrees on lamps\n\n5 May 2031\n\nEgypt - The first meeting was held last week in Port Lamp, Egypt. " + running,
			corpus.Report{Title: "‘Khartoum Process’ meeting agrees on lamps", Kind: "report", Date: "2031-05-05", Place: "Port Lamp, Egypt", Organisers: []string{}, Language: "en"},
		},
		"who wrote a report of a meeting, and a place above the days": {
			"# COMMISSION DE LA LIGUE DES PHARES\n\n# RÉUNION DES EXPERTS DU DIALOGUE DES PHARES\n\nRAPPORT FINAL\n\nAccra\n12-14 septembre 2031\n\nRapporteur : Mme Brook (Mexico)\n\n" + enFrançais,
			corpus.Report{Title: "Réunion des Experts du Dialogue des Phares", Kind: "report", Date: "2031-09-12", Place: "Accra", Organisers: []string{}, Language: "fr"},
		},
		"who holds a seminar, named before the verb": {
			"# Harbour briefing\n\n5 May 2031, Port Lamp, Egypt — The LAMPS Northern Office, together with the Pilots Fund (PIFU), held its annual seminar. " + running,
			corpus.Report{Title: "Harbour briefing", Kind: "report", Date: "2031-05-05", Place: "Port Lamp, Egypt", Organisers: []string{"LAMPS", "PIFU"}, Language: "en"},
		},
		"a body that meets by its rules is no organiser": {
			"# Harbour council\n\nThe Council of Pilots (COPI) held its fifth regular session. " + running,
			corpus.Report{Title: "Harbour council", Kind: "report", Organisers: []string{}, Language: "en"},
		},
		"an officer who convenes is no organiser": {
			"# Harbour highlights\n\nAt a briefing convened by the Harbour Chair Ada Brook, the pilots met. " + running,
			corpus.Report{Title: "Harbour highlights", Kind: "bulletin", Organisers: []string{}, Language: "en"},
		},
		"a paper that says nothing": {
			running,
			corpus.Report{Kind: "report", Organisers: []string{}, Language: "en"},
		},
		"no text": {"", corpus.Report{Kind: "report", Organisers: []string{}}},
	} {
		t.Run(name, func(t *testing.T) { compare(t, c.text, c.want) })
	}
}

func TestRecords(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want corpus.Report
	}{
		"verbatim record": {
			"## United Nations A/52/PV.7\n\n# General Assembly\n\nFifty-second session\n\n7th plenary meeting\n\nMonday, 22 September 1997, 10 a.m.\n\nNew York\n\nOfficial Records\n\nPresident: Mr. Tall\t(Atlantis)\n\nThe meeting was called to order at 10.05 a.m.\n\n### Reports on the tide (A/52/19)\n\n" + running,
			corpus.Report{Title: "General Assembly, 7th plenary meeting", Series: "General Assembly, Fifty-second session", Symbol: "A/52/PV.7", Kind: "verbatim record", Date: "1997-09-22", Place: "New York", Organisers: []string{}, Language: "en"},
		},
		"procès-verbal": {
			"## Nations Unies S/PV.4001\n\n# Conseil de sécurité\n\nCinquante-quatrième année\n\n4001e séance\n\nMardi 11 mai 1999, à 15 heures\n\nNew York\n\n" + enFrançais,
			corpus.Report{Title: "Conseil de sécurité, 4001e séance", Series: "Conseil de sécurité, Cinquante-quatrième année", Symbol: "S/PV.4001", Kind: "verbatim record", Date: "1999-05-11", Place: "New York", Organisers: []string{}, Language: "fr"},
		},
		"acta": {
			"## Naciones Unidas A/60/PV.3\n\n# Asamblea General\n\nSexagésimo período de sesiones\n\n3ª sesión plenaria\n\nMiércoles 14 de septiembre de 2005, 10.00 horas\n\nNueva York\n\n" + enEspañol,
			corpus.Report{Title: "Asamblea General, 3ª sesión plenaria", Series: "Asamblea General, Sexagésimo período de sesiones", Symbol: "A/60/PV.3", Kind: "verbatim record", Date: "2005-09-14", Place: "Nueva York", Organisers: []string{}, Language: "es"},
		},
		"Russian record": {
			"## Организация Объединенных Наций A/60/PV.3\n\n# Генеральная Ассамблея\n\nШестидесятая сессия\n\n3-е пленарное заседание\n\nСреда, 14 сентября 2005 года, 10 ч. 00 м.\n\nНью-Йорк\n\nПриливы и отливы в гавани повторяются каждый день, и смотрители маяков ведут им счёт.",
			corpus.Report{Title: "Генеральная Ассамблея, 3-е пленарное заседание", Series: "Генеральная Ассамблея, Шестидесятая сессия", Symbol: "A/60/PV.3", Kind: "verbatim record", Date: "2005-09-14", Place: "Нью-Йорк", Organisers: []string{}, Language: "ru"},
		},
		"summary record of a treaty body": {
			"## United Nations CMW/C/SR.12\n\n# Convention on the Tides\n\nDistr.: General\n\n9 May 2012\n\nOriginal: English\n\n# Committee on the Tides\n\nSixteenth session\n\n## Summary record of the 12th meeting\n\nHeld at the Palais Wilson, Geneva, on Tuesday, 24 April 2012, at 3 p.m.\n\nChairperson: Mr. Ebb\n\n## Contents\n\n" + running,
			corpus.Report{Title: "Committee on the Tides, 12th meeting", Series: "Committee on the Tides, Sixteenth session", Symbol: "CMW/C/SR.12", Kind: "summary record", Date: "2012-04-24", Place: "Palais Wilson, Geneva", Organisers: []string{}, Language: "en"},
		},
		"report of a working group": {
			"## UNITED\n\n## NATIONS\n\nA\n\n# General Assembly Distr.\n\n### GENERAL\n\nA/HRC/3/9 2 June 2010\n\nOriginal: ENGLISH HUMAN TIDES COUNCIL\nThird session\n\nAgenda item 6\n\n### Report of the Working Group on the Periodic Tide *\n\n### Atlantis *\n\n* Previously issued under the symbol A/HRC/WG.6/3/L.1\n\n### CONTENTS\n\nIntroduction\t1 3\n\n# Introduction\n\nThe Working Group held its second session from 3 to 14 May 2010. The review of Atlantis was held at the 5th meeting, on 6 May 2010. " + running,
			corpus.Report{Title: "Report of the Working Group on the Periodic Tide: Atlantis", Series: "Human Tides Council, Third session", Symbol: "A/HRC/3/9", Kind: "summary record", Date: "2010-05-06", Organisers: []string{}, Language: "en"},
		},
		"report of a working group in Spanish": {
			"## Naciones Unidas A/HRC/3/9\n\n# Asamblea General Distr. general\n\n2 de junio de 2010\n\nOriginal: español\n\n# Consejo de Mareas\n\nTercer período de sesiones\n\nTema 6 de la agenda\n\n## Informe del Grupo de Trabajo sobre el Examen de las Mareas*\n\n## Atlántida\n\nGE.10-12345 (S)\n\n## Índice\n\n# Introducción\n\nEl Grupo de Trabajo celebró su segundo período de sesiones del 3 al 14 de mayo de 2010. El examen de la Atlántida tuvo lugar en la quinta sesión, el 6 de mayo de 2010. " + enEspañol,
			corpus.Report{Title: "Informe del Grupo de Trabajo sobre el Examen de las Mareas: Atlántida", Series: "Consejo de Mareas, Tercer período de sesiones", Symbol: "A/HRC/3/9", Kind: "summary record", Date: "2010-05-06", Organisers: []string{}, Language: "es"},
		},
		"a meeting counted in words, where an address is given": {
			"# General Assembly\n\nFiftieth session\n\nTWO HUNDRED AND SIXTY-SECOND MEETING\n\nSunday, 22 October 1995, 10 a.m.\n\nAddress by Her Excellency Ms. Ada Brook\n\nThe President: I call on Ms. Brook.\n\n" + running,
			corpus.Report{Title: "General Assembly, Two Hundred and Sixty-Second Meeting", Series: "General Assembly, Fiftieth session", Kind: "verbatim record", Date: "1995-10-22", Organisers: []string{}, Language: "en"},
		},
		"a symbol with the day behind it, and where it met": {
			"Distr. GENERAL\n\nCCPR/C/SR.204025 August 2009\n\n# COMITÉ DES MARÉES\n\nSoixante et unième session\n\nCOMPTE RENDU ANALYTIQUE DE LA 20 40 e SÉANCE\n\ntenue au Palais Wilson, à Genève,\n\nle mercredi 17 mai 2000, à 10 heures\n\nPrésident : M. BEKK\n\n" + enFrançais,
			corpus.Report{Title: "Comité des Marées, 2040e séance", Series: "Comité des Marées, Soixante et unième session", Symbol: "CCPR/C/SR.2040", Kind: "summary record", Date: "2000-05-17", Place: "Palais Wilson, à Genève", Organisers: []string{}, Language: "fr"},
		},
		"a masthead in one paragraph with the speech": {
			"14-20001 (S) *1420001* Naciones Unidas A/69/PV.9 A Asamblea General Sexagésimo noveno período de sesiones 9ª sesión plenaria Lunes 22 de septiembre de 2014, a las 10.00 horas Nueva York Documentos oficiales Presidente: Sr. Tal ...................... (Islandia) La presente acta contiene la versión literal de los discursos pronunciados en español y la traducción de los demás. Se abre la sesión a las 10.05 horas. El Presidente (habla en inglés): " + enEspañol + " " + enEspañol + " " + enEspañol,
			corpus.Report{Title: "Asamblea General, 9ª sesión plenaria", Series: "Asamblea General, Sexagésimo noveno período de sesiones", Symbol: "A/69/PV.9", Kind: "verbatim record", Date: "2014-09-22", Place: "Nueva York", Organisers: []string{}, Language: "es"},
		},
		"a masthead in lines that run into each other": {
			"CD/PV.3001\n\nConference on Disarmament English\n\nFinal record of the three thousand four hundred and first plenary meeting Held at the Palais des Nations, Geneva, on Monday, 21 January 2030, at 10.10 a.m. President: Ms. Ada Brook ...... (Iceland)\n\nThe President: " + running,
			corpus.Report{Title: "Conference on Disarmament, three thousand four hundred and first plenary meeting", Symbol: "CD/PV.3001", Kind: "verbatim record", Date: "2030-01-21", Place: "Palais des Nations, Geneva", Organisers: []string{}, Language: "en"},
		},
		"a date over two lines": {
			"Held in the Hall of Lamps at Flushing\n\nMeadow, New York, on Monday, 28 April\n\n1947, at 11 a.m.\n\nTemporary President: Mr. F. VAN DEN BROOK (Belgium).\n\nThe Temporary President: I declare the meeting open. " + running,
			corpus.Report{Kind: "verbatim record", Date: "1947-04-28", Place: "New York", Organisers: []string{}, Language: "en"},
		},
		"a summary record whose first item is a report": {
			"Committee on the Tides\n\nSeventy-seventh session\n\nSummary record of the second part (public)* of the 2049th meeting\n\nHeld at the Palais Wilson, Geneva, on Friday, 27 August 2010, at 10.15 a.m.\n\nChairperson: Mr. Ebb\n\nReport of the Committee to the General Assembly\n\nThe meeting was called to order at 10.15 a.m.\n\n" + running,
			corpus.Report{Title: "Committee on the Tides, 2049th meeting", Series: "Committee on the Tides, Seventy-seventh session", Kind: "summary record", Date: "2010-08-27", Place: "Palais Wilson, Geneva", Organisers: []string{}, Language: "en"},
		},
		"a daily report above the name of its meeting": {
			"Read in: French\n\nDaily report for 27 March 2030\n\nConference on Lamps - March 2030\n\n" + running,
			corpus.Report{Title: "Conference on Lamps, Daily report for 27 March 2030", Kind: "bulletin", Date: "2030-03-27", Organisers: []string{}, Language: "en"},
		},
		"an assembly whose first item is a report": {
			"UNITED NATIONS\n\nGENERAL PLENARY MEETING\n\nASSEMBLY Saturday, 25 October 1952, at 10.30 a.m. SEVENTH SESSION Official Records Headquarters, New York\n\nPresident: Mr. Ebb (Iceland).\n\nReport of the Tides Committee (A/2234)\n\nThe President: I call on Mr. Bo. " + running,
			corpus.Report{Title: "General Plenary Meeting", Kind: "verbatim record", Date: "1952-10-25", Place: "New York", Organisers: []string{}, Language: "en"},
		},
		"a date that runs into a number": {
			"CONSEJO DE MAREAS\n\nOEA/Ser.GCP/ACTA 1994/1412 noviembre 2014\n\nACTA\n\nDE LA SESIÓN ORDINARIA\n\nCELEBRADA\n\nEL 12 DE NOVIEMBRE DE 2014\n\nEl PRESIDENTE: Declaro abierta la sesión. " + enEspañol,
			corpus.Report{Title: "Consejo de Mareas", Kind: "verbatim record", Date: "2014-11-12", Organisers: []string{}, Language: "es"},
		},
		"a record below the date of its issue, with a torn symbol and what is listed above its meeting": {
			"Naciones Unidas A/73/ PV.98\n\n16 de septiembre de 2029\n\nAsamblea General Documentos oficiales\n\nPrograma provisional:\n\n98ª sesión plenaria\n\nDomingo 16 de septiembre de 2029, a las 15.00 horas\n\nNueva York\n\n" + running,
			corpus.Report{Title: "Asamblea General, 98ª sesión plenaria", Symbol: "A/73/PV.98", Kind: "verbatim record", Date: "2029-09-16", Place: "Nueva York", Organisers: []string{}, Language: "en"},
		},
		"the report of a session, approved by a resolution whose date stands first": {
			"MC/2998/Rev.1\n\nOriginal: English 9 December 2034\n\nREPORT ON THE\n\n103RD SESSION OF THE COUNCIL\n\nAt its 105th Session, the Council, by Resolution No. 1289 of 25 November 2034, approved the Report\n\non its 103rd Session without amendment.\n\nGeneva\n\nTuesday, 28 November, to Friday, 1 December 2033\n\nRapporteur: Ms Kate Brook (Ghana)\n\n" + running,
			corpus.Report{Title: "Report on the 103rd Session of the Council", Symbol: "MC/2998/Rev.1", Kind: "report", Date: "2033-11-28", Place: "Geneva", Organisers: []string{}, Language: "en"},
		},
		"a record whose number of the session is torn": {
			"Comité des phares de la côte\n\nQuarante - cin qu ième session\n\nCompte rendu analytique de la 42 e séance\n\nTenue au Palais Wilson, à Genève, le mardi 9 novembre 2032, à 15 heures\n\n" + running,
			corpus.Report{Title: "Comité des phares de la côte, 42e séance", Kind: "summary record", Date: "2032-11-09", Place: "Palais Wilson, à Genève", Organisers: []string{}, Language: "en"},
		},
		"a record of a committee whose name takes two lines": {
			"COMMITTEE ON THE LAMPS OF THE COAST\n\nOF THE GHANAIAN PEOPLE\n\nVERBATIM RECORD OF THE TWO HUNDRED AND SECOND MEETING\n\nHeld at Headquarters, New York,\n\non Tuesday, 20 November 2029, at 10 a.m.\n\n" + running,
			corpus.Report{Title: "Committee on the Lamps of the Coast of the Ghanaian People, Two Hundred and Second Meeting", Kind: "verbatim record", Date: "2029-11-20", Place: "Headquarters, New York", Organisers: []string{}, Language: "en"},
		},
		"a summary record in one paragraph with its masthead": {
			"UNITED A NATIONS General Assembly Distr. GENERAL A/AC.96/SR.979 8 October 2004 Original: ENGLISH EXECUTIVE COMMITTEE OF THE PROGRAMME ON TIDES Fifty-fifth session SUMMARY RECORD OF THE 979th MEETING Held at the Palais des Nations, Geneva, on Monday, 4 October 2004, at 10 a.m. Chairman: Mr. EBB (Iceland) CONTENTS OPENING OF THE SESSION The meeting was called to order at 10.25 a.m. OPENING OF THE SESSION 1. The CHAIRMAN declared open the session. " + running + " " + running + " " + running + " " + running,
			corpus.Report{Title: "Executive Committee of the Programme on Tides, 979th meeting", Series: "Executive Committee of the Programme on Tides, Fifty-fifth session", Symbol: "A/AC.96/SR.979", Kind: "summary record", Date: "2004-10-04", Place: "Palais des Nations, Geneva", Organisers: []string{}, Language: "en"},
		},
		"a review whose masthead was joined into one paragraph": {
			"United Nations A/HRC/59/15 General Assembly Distr.: General 14 December 2024 Original: English Human Tides Council Fifty-ninth session 26 February–5 April 2025 Agenda item 6 Periodic review Report of the Working Group on the Universal Periodic Review* Atlantis * The annex is being circulated without formal editing, in the language of submission only.\n\nIntroduction\n\n1. The review of Atlantis was held at the 13th meeting, on 28 January 2025. " + running,
			corpus.Report{Title: "Report of the Working Group on the Universal Periodic Review: Atlantis", Symbol: "A/HRC/59/15", Kind: "summary record", Date: "2025-01-28", Organisers: []string{}, Language: "en"},
		},
		"a review in a session of several weeks": {
			"Naciones Unidas A/HRC/46/12\n\nConsejo de Mareas\n\n46º período de sesiones\n\n22 de febrero a 19 de marzo de 2021\n\nInforme del Grupo de Trabajo sobre el Examen Periódico Universal*\n\nIntroducción\n\n1. El examen de la Atlántida se llevó a cabo en la octava sesión, el 5 de noviembre de 2020. " + enEspañol,
			corpus.Report{Title: "Informe del Grupo de Trabajo sobre el Examen Periódico Universal: Atlántida", Series: "Consejo de Mareas, 46º período de sesiones", Symbol: "A/HRC/46/12", Kind: "summary record", Date: "2020-11-05", Organisers: []string{}, Language: "es"},
		},
		"a review whose title breaks, and that names its State further on": {
			"## United Nations A/HRC/59/15\n\n# Human Tides Council\n\nFifty-ninth session\n\n## Report of the Working Group on the Universal Periodic\n\nReview*\n\n# Introduction\n\nThe review of Atlantis was held at the 13th meeting, on 28 January 2025. " + running,
			corpus.Report{Title: "Report of the Working Group on the Universal Periodic Review: Atlantis", Series: "Human Tides Council, Fifty-ninth session", Symbol: "A/HRC/59/15", Kind: "summary record", Date: "2025-01-28", Organisers: []string{}, Language: "en"},
		},
		"a record that its kind names": {
			"CORTES DEL MAR\n\nDIARIO DE SESIONES DEL CONGRESO DE LOS FAROS\n\nSesión plenaria núm. 136\n\ncelebrada el miércoles 18 de julio de 2018\n\nLa señora PRESIDENTA: Se abre la sesión. " + enEspañol,
			corpus.Report{Title: "Diario de Sesiones del Congreso de los Faros", Kind: "verbatim record", Date: "2018-07-18", Organisers: []string{}, Language: "es"},
		},
		"a volume above the house": {
			"House of Lamps Debates\n\nVOLUME 148 • NUMBER 025 • 1st SESSION\n\nOFFICIAL REPORT\n\nMonday, February 22, 2016\n\nThe House met at 11 a.m.\n\nMr. Speaker: Order.\n\n" + running,
			corpus.Report{Title: "House of Lamps Debates, Official Report", Kind: "verbatim record", Date: "2016-02-22", Organisers: []string{}, Language: "en"},
		},
		"lines of a masthead that run together": {
			"Naciones Unidas\n\nCMW/C/SR.12\n\nDistr. general\n\n2 de marzo de 2011\n\nComité de las Mareas y de sus Guardianes 13º período de sesiones\n\nActa resumida de la 12ª sesiónCelebrada en el Palais Wilson, Ginebra, el miércoles 24 de noviembre de 2010, a las 15.00 horas\n\nSe declara abierta la sesión a las 15.05 horas.\n\n" + enEspañol,
			corpus.Report{Title: "Comité de las Mareas y de sus Guardianes, 12ª sesión", Series: "Comité de las Mareas y de sus Guardianes, 13º período de sesiones", Symbol: "CMW/C/SR.12", Kind: "summary record", Date: "2010-11-24", Place: "Palais Wilson, Ginebra", Organisers: []string{}, Language: "es"},
		},
		"an organ with the name of the organisation": {
			"United Nations Security Council\n\nSeventy-third year\n\nS/PV.9999\n\n9999th meeting\n\nWednesday, 28 February 2018, 10 a.m.\n\nNew York\n\n" + running,
			corpus.Report{Title: "Security Council, 9999th meeting", Series: "Security Council, Seventy-third year", Symbol: "S/PV.9999", Kind: "verbatim record", Date: "2018-02-28", Place: "New York", Organisers: []string{}, Language: "en"},
		},
		"an office above the title": {
			"Permanent Mission of Iceland\n\n22 April 2016\n\nLighthouse Keepers Meet on Lost Lamps\n\nGeneva 20 April -- The keepers met on the lamps that were lost.\n\n" + running,
			corpus.Report{Title: "Lighthouse Keepers Meet on Lost Lamps", Kind: "report", Date: "2016-04-22", Place: "Geneva", Organisers: []string{}, Language: "en"},
		},
		"an office that is told of in the title": {
			"Ministry of Lamps launches a new strategy\n\n22 April 2016\n\nKeepers Welcome Lost Lamps\n\n" + running,
			corpus.Report{Title: "Ministry of Lamps launches a new strategy", Kind: "report", Date: "2016-04-22", Organisers: []string{}, Language: "en"},
		},
		"a word alone above the title": {
			"Report\n\nRegional Consultation for the Western Coasts\n\n8-9 December 2015\n\nDakar, Senegal\n\n" + running,
			corpus.Report{Title: "Regional Consultation for the Western Coasts", Kind: "report", Date: "2015-12-08", Place: "Dakar, Senegal", Organisers: []string{}, Language: "en"},
		},
		"the report of a session in French": {
			"C/117/31\n\nOriginal : anglais\n19 décembre 2027\n\nCONSEIL\nCent septième session\n\nRAPPORT SUR\nLA CENT SEPTIÈME SESSION DU CONSEIL\n\nGenève\ndu lundi 5 décembre au jeudi 8 décembre 2026\n\n" + enFrançais,
			corpus.Report{Title: "Rapport sur la Cent Septième Session du Conseil", Symbol: "C/117/31", Kind: "report", Date: "2026-12-05", Place: "Genève", Organisers: []string{}, Language: "fr"},
		},
		"a day behind the number of the meeting": {
			"Security Council\n\n20 November 1967\n\n1381st MEETING: 20 NOVEMBER 1967\n\nHeld in New York on Monday, 20 November 1967, at 3.30 p.m.\n\nPresident: Mr. EBB (Iceland).\n\nThe PRESIDENT: I call on Mr. Bo.\n\nMr. BO (Ghana): " + running,
			corpus.Report{Title: "Security Council, 1381st meeting", Kind: "verbatim record", Date: "1967-11-20", Place: "New York", Organisers: []string{}, Language: "en"},
		},
		"a Russian summary record": {
			"Организация Объединенных Наций\n\nCMW/C/SR.302\n\nКомитет по приливам\n\nДвадцать вторая сессия\n\nКраткий отчет о 302-м заседании,\n\nсостоявшемся во вторник, 14 апреля 2015 года, в 15 ч. 00 м.\n\nПриливы и отливы в гавани повторяются каждый день, и смотрители маяков ведут им счёт.",
			corpus.Report{Title: "Комитет по приливам, 302-е заседание", Series: "Комитет по приливам, Двадцать вторая сессия", Symbol: "CMW/C/SR.302", Kind: "summary record", Date: "2015-04-14", Organisers: []string{}, Language: "ru"},
		},
		"a page of a house's debates": {
			"House debates\n\nWednesday, 9 November 2016\n\nBills\n\nAda Brook (Blair, Harbour Party)\n\nI speak in relation to the bill. " + running,
			corpus.Report{Title: "House debates", Kind: "verbatim record", Date: "2016-11-09", Organisers: []string{}, Language: "en"},
		},
		"a newsletter on a house's debates": {
			"House debates in brief\n\nWednesday, 9 November 2016\n\nMembers spoke of oil on Tuesday and of wicks on Friday. " + running,
			corpus.Report{Title: "House debates in brief", Kind: "report", Date: "2016-11-09", Organisers: []string{}, Language: "en"},
		},
		"parliamentary report": {
			"# ISLAND ASSEMBLY\n\n## OFFICIAL REPORT\n\n### Tuesday, 2nd March, 2010\n\nThe House met at 2.30 p.m.\n\n### PRAYERS\n\nMr. Speaker: Order!\n\n" + running,
			corpus.Report{Title: "Island Assembly, Official Report", Kind: "verbatim record", Date: "2010-03-02", Organisers: []string{}, Language: "en"},
		},
	} {
		t.Run(name, func(t *testing.T) { compare(t, c.text, c.want) })
	}
}

func TestStatements(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want corpus.Report
	}{
		"English": {
			"Check against delivery\nSTATEMENT BY H.E. MS. ORLA TIDE, MINISTER OF THE SEA\n\n# NEW YORK, 27 SEPTEMBER 2013\n\nMr. President,\n\n" + running,
			corpus.Report{Title: "Statement by H.E. Ms. Orla Tide, Minister of the Sea", Date: "2013-09-27", Place: "New York", Language: "en"},
		},
		"English, of the person": {
			"Minister for Seas\n\nDr Ada Brook's National Statement at the General Debate\n\nNew York, 28 September 2024\n\nExcellencies,\n\n" + running,
			corpus.Report{Title: "Dr Ada Brook's National Statement at the General Debate", Date: "2024-09-28", Place: "New York", Language: "en"},
		},
		"English, a word to a line": {
			"# STATEMENT\n\ndelivered by\n\n## H.E. Mr. Bo Ebb\n\nMinister of Tides\n\nat the General Debate of the 70th session\n\nNew York, 1 October 2015\n\nExcellencies,\n\n" + running,
			corpus.Report{Title: "Statement delivered by H.E. Mr. Bo Ebb Minister of Tides", Date: "2015-10-01", Place: "New York", Language: "en"},
		},
		"French, over several headings": {
			"MISSION PERMANENTE\n\n# DÉBAT GÉNÉRAL DE LA 70ème SESSION\n\n# DÉCLARATION DE\n\n# SON EXCELLENCE MONSIEUR YVES REFLUX\nMINISTRE DES PHARES\n\nA vérifier au prononcé\n\nNew York, le 2 octobre 2015\n\nMonsieur le Président,\n\n" + enFrançais,
			corpus.Report{Title: "Déclaration de Son Excellence Monsieur Yves Reflux Ministre des Phares", Date: "2015-10-02", Place: "New York", Language: "fr"},
		},
		"French, complete in one line": {
			"# Déclaration au nom du Groupe des îles\n\nprononcée par\n\n## Mme Ève Jusant\n\nConseillère à la Mission\nForum des marées\nGenève, le 7 novembre 2016\n\nMonsieur le Président,\n\n" + enFrançais,
			corpus.Report{Title: "Déclaration au nom du Groupe des îles", Date: "2016-11-07", Place: "Genève", Language: "fr"},
		},
		"Spanish": {
			"# ATLÁNTIDA\n\n# DEBATE GENERAL\n\nIntervención del Representante Permanente, Embajador Mar Bajo\nNueva York, 30 de septiembre de 2014.\n\nSeñor Presidente,\n\n" + enEspañol,
			corpus.Report{Title: "Intervención del Representante Permanente, Embajador Mar Bajo", Date: "2014-09-30", Place: "Nueva York", Language: "es"},
		},
		"English, whose place and day stand in parentheses behind a long title": {
			"STATEMENT ON BEHALF OF THE GROUP OF HARBOURS BY H.E. MS. ORLA TIDE, PERMANENT REPRESENTATIVE OF THE CO-OPERATIVE REPUBLIC OF ATLANTIS, CHAIR OF THE GROUP, ON THE REPORT OF THE KEEPER OF THE LAMPS ON THE WORK OF THE LIGHTHOUSES, DURING THE 55TH PLENARY MEETING OF THE 74TH SESSION OF THE TIDE ASSEMBLY AND OF ITS COMMITTEES (New York, 22 January 2020)\n\nMr. President,\n\n" + running,
			corpus.Report{Date: "2020-01-22", Place: "New York", Language: "en"},
		},
		"English, with the day of issue below a symbol": {
			"Permanent Council of the Tides\n\nPC.DEL/512/31\n24 April 2031\n\nENGLISH\n\nSTATEMENT BY MS. ORLA TIDE, PERMANENT REPRESENTATIVE OF ATLANTIS\n\n23 April 2031\n\nMr. Chairperson,\n\n" + running,
			corpus.Report{Title: "Statement by Ms. Orla Tide, Permanent Representative of Atlantis", Symbol: "PC.DEL/512/31", Date: "2031-04-23", Language: "en"},
		},
		"Russian, over several lines": {
			"# ВЫСТУПЛЕНИЕ\n\nМинистра морей\n\nИ.И.Приливова\n\n70-я сессия Ассамблеи\n\nНью-Йорк, 1 октября 2015 года\n\nГосподин Председатель,\n\nПриливы и отливы в гавани повторяются каждый день, и смотрители маяков ведут им счёт.",
			corpus.Report{Title: "Выступление Министра морей И.И.Приливова", Date: "2015-10-01", Place: "Нью-Йорк", Language: "ru"},
		},
		"English, all in one line": {
			"Check Against Delivery ADDRESS BY H.E. ORLA TIDE, PRIME MINISTER OF ATLANTIS NEW YORK, 27 SEPTEMBER 2031 Mr. President, Mr. Secretary-General, Excellencies, I bring greetings from the quay. " + running + " " + running,
			corpus.Report{Title: "Address by H.E. Orla Tide, Prime Minister of Atlantis", Date: "2031-09-27", Place: "New York", Language: "en"},
		},
		"Spanish, all in one line": {
			"1 79 periodo de sesiones de la Asamblea DISCURSO de la Ministra de Mareas de la Atlántida, Ana Faro Vega Nueva York, 25 de septiembre de 2031 Muchas gracias Presidente 1. Saludo a todas las delegaciones. " + enEspañol + " " + enEspañol,
			corpus.Report{Title: "Discurso de la Ministra de Mareas de la Atlántida, Ana Faro Vega", Date: "2031-09-25", Place: "Nueva York", Language: "es"},
		},
		"French, all in one line, its day at the end of the cover": {
			"DÉCLARATION DE SON EXCELLENCE MADAME ANA PHARE, PRÉSIDENTE DE L’ATLANTIDE A vérifier au prononcé Le 26 septembre 2031 MISSION PERMANENTE DE L’ATLANTIDE Monsieur le Président, Mesdames et Messieurs, je vous salue. " + enFrançais + " " + enFrançais,
			corpus.Report{Title: "Déclaration de Son Excellence Madame Ana Phare, Présidente de l’Atlantide", Date: "2031-09-26", Language: "fr"},
		},
		"Arabic, in Persian letters and digits": {
			"كلمة وزیر البحار\n٢٦ أیلول ٢٠١٣\n\nالسيد الرئيس،\n\nالمد والجزر في الميناء يتكرران كل يوم ويحصيهما حراس المنارات في دفاترهم.",
			corpus.Report{Title: "كلمة وزیر البحار", Date: "2013-09-26", Language: "ar"},
		},
	} {
		c.want.Kind, c.want.Organisers = "statement", []string{}
		t.Run(name, func(t *testing.T) { compare(t, c.text, c.want) })
	}
}

func compare(t *testing.T, text string, want corpus.Report) {
	t.Helper()
	want.Pages = 1
	if d := cmp.Diff(&want, describe.Report(parse(text))); d != "" {
		t.Errorf("report (-want +got):\n%s", d)
	}
}

// The running texts are long enough to be none of the cover, and to tell their
// language.
const (
	running    = "The harbour pilots met the keepers of the lights and asked them how the water had behaved since the last season. They answered that the tide had kept its hours but not its height, and that every third boat had waited longer than its crew could be paid for. Nobody disagreed, although two of them had kept other books, and all of them went back to the quay before the evening."
	enFrançais = "Les pilotes du port ont rencontré les gardiens des phares et leur ont demandé comment la mer s'était comportée depuis la dernière saison. Ceux-ci ont répondu que la marée avait gardé ses heures mais non sa hauteur, et que chaque bateau avait attendu plus longtemps que son équipage ne pouvait être payé. Personne n'a dit le contraire."
	enEspañol  = "Los prácticos del puerto se reunieron con los torreros de los faros y les preguntaron cómo se había portado el agua desde la última temporada. Ellos respondieron que la marea había guardado sus horas pero no su altura, y que cada barco había esperado más tiempo del que se podía pagar a su tripulación. Nadie dijo lo contrario."
)
