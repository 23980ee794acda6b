package segment_test

import (
	"testing"

	"briefsearch/indexer/read"
	"briefsearch/indexer/segment"
)

// labels are the forms in which records name who speaks.
var labels = []struct{ text, want string }{
	{"Le Président (parle en anglais) : Je donne la parole au représentant.", "|Le Président||||presiding"},
	{"M. Dupontel (France) : Nous saluons ce rapport.", "M.|Dupontel|||FR"},
	{"Mme Zerbouni (Algérie) (parle en arabe) : Nous remercions le Président.", "Mme|Zerbouni|||DZ"},
	{"El Sr. Garrido (México): Agradecemos la convocatoria.", "Sr.|Garrido|||MX"},
	{"El Presidente (habla en inglés): Doy ahora la palabra.", "|El Presidente||||presiding"},
	{"La Sra. Pérez Roldán (Chile): Mi delegación apoya el texto.", "Sra.|Pérez Roldán|||CL"},
	{"Г-н Иваненко (Российская Федерация): Мы благодарим за созыв.", "Г-н|Иваненко|||RU"},
	{"Председатель (говорит по-английски): Я предоставляю слово.", "|Председатель||||presiding"},
	{"السيد العلمي (المغرب): أشكركم على عقد هذه الجلسة.", "السيد|العلمي|||MA"},
	{"王先生（中国）：我们感谢主席召开本次会议。", "先生|王|||CN"},
	{"主席（以英语发言）：我现在请日本代表发言。", "|主席||||presiding"},
	{"Mr. SMITHERS (United States of America): My delegation speaks.", "Mr.|Smithers|||US"},
	{"The ACTING PRESIDENT (interpretation from Spanish): We vote.", "|The Acting President||||presiding"},
	{"Mr. Ontiveros (Bolivia (Plurinational State of)): We thank you.", "Mr.|Ontiveros|||BO"},
	{"Mr. Keshavarz (Islamic Republic of Iran): We thank you.", "Mr.|Keshavarz|||IR"},
	{"Ms. Tanner (European Union): The Union aligns itself.", "Ms.|Tanner||European Union|"},
	{"Ms. Weaver (Nepal), Rapporteur of the Special Committee (Fourth Committee) (spoke in French): I present the report.", "Ms.|Weaver|Rapporteur|Special Committee|NP"},
	{"El Secretario General (habla en inglés): Doy las gracias.", "|El Secretario General|Secretario General||"},
	{"Le Secrétaire général (parle en anglais) : Je vous remercie.", "|Le Secrétaire général|Secrétaire général||"},
	{"Генеральный секретарь (говорит по-английски): Я благодарю.", "|Генеральный секретарь|Генеральный секретарь||"},
	{"La Presidenta interina (habla en inglés): Doy ahora la palabra.", "|La Presidenta interina||||presiding"},
	{"Sra. Tejedor (Perú), Relatora de la Tercera Comisión (habla en inglés): Presento el informe.", "Sra.|Tejedor|Relatora|Tercera Comisión|PE"},
	{"El Sr. ARROYO Y VEGA (Cuba): Seré breve.", "Sr.|Arroyo y Vega|||CU"},
	{"El Sr. ST. AIMEE (Palestina) (habla en inglés): Seré breve.", "Sr.|St. Aimee|||PS"},
	{"Mr. BROOK JR. (Peru): I shall be brief.", "Mr.|Brook Jr.|||PE"},
	{"Mr. ’Akau’ola (Tonga): I shall be brief.", "Mr.|Akau’ola|||TO"},
	{"Mr. Brook (USA): I shall be brief.", "Mr.|Brook|||US"},
	{"Г-н БРУК (США): Я буду краток.", "Г-н|Брук|||US"},
	{"Mr. Brook (ANC): I shall be brief.", "Mr.|Brook||ANC|"},
	{"السيد كيم وون - سو (قطر) (تكلم بالإنكليزية): سأوجز.", "السيد|كيم وون-سو|||QA"},
	{"Siân ap Rhys (Mid Lakes) (Lamp): I shall be brief.", "|Siân ap Rhys||Lamp|"},
	{"Mr. Sen Gupta (India): I shall be brief.", "Mr.|Sen Gupta|||IN"},
	{"El Sr. ARROYO DE VEGA (Cuba): Seré breve.", "Sr.|Arroyo de Vega|||CU"},
	{"Г-жа Ткач де ла Вега (Перу), Докладчик Третьего комитета (говорит по-испански): Я представляю доклад.", "Г-жа|Ткач де ла Вега|Докладчик Третьего комитета||PE"},
	{"秘书长（以英语发言）：我感谢主席。", "|秘书长|秘书长||"},
	{"الأمين العام (تكلم بالإنكليزية): أشكر الرئيس.", "|الأمين العام|الأمين العام||"},
	{"EL R. PRESIDENTE ARROYO COSTA: Señores representantes.", "|Arroyo Costa|Presidente||"},
	{"SRA. MINISTRA ROCA: Gracias.", "|Roca|Ministra||"},
	{"La senadora secretaria Ada Roca Far: Hay quórum.", "|Ada Roca Far|secretaria||"},
	{"La señora SECRETARIA DE LA MESA DE EDAD (Roca i Far): Artículo primero.", "|Roca i Far|Secretaria de la Mesa de Edad||"},
	{"SEÑOR PRESIDENTE DE LA ASAMBLEA DE LA ISLA (don Luis Ancla).- Buenas tardes.", "Don|Luis Ancla|Presidente de la Asamblea de la Isla||"},
	{"PADRE ARENA: Oremos.", "Padre|Arena|||"},
	{"Sra. Boya.-Yo no lo dejo.", "Sra.|Boya|||"},
	{"Ms Ada RIVE Switzerland, ABC, Rapporteur 11:30:07 Thank you.", "Ms|Ada Rive|Rapporteur|ABC|CH"},
	{"El secretari general (Xavier Roca i Far): Bon dia.", "|Xavier Roca i Far|secretari general||"},
	{"Mgr Lenoir (Saint-Siège) : Nous remercions le Président.", "Mgr|Lenoir|||VA"},
	{"Archbishop Sawyer (Holy See): We thank you.", "Archbishop|Sawyer|||VA"},
	{"U Thaung Brook (Myanmar): We thank you.", "|U Thaung Brook|||MM"},
	{"The Secretary-General (spoke in French): I thank you.", "|The Secretary-General|Secretary-General||"},
	{"Secretary-General Brook: I thank you.", "|Brook|Secretary-General||"},
	{"Mr Speaker: Order. We come to the statement.", "|Mr Speaker||||presiding"},
	{"The Prime Minister (Jane Roebuck): I am grateful.", "|Jane Roebuck|Prime Minister||"},
	{"Sir John Carpenter (Anytown South) (Con): I thank my friend.", "Sir|John Carpenter||Con|"},
	{"Mr. Paul Fletcher (Anytown—Riverside, CPC): I rise today.", "Mr.|Paul Fletcher||CPC|"},
	{"Mr COOPER (Anytown—Minister for Defence) (14:02): I move.", "Mr|Cooper|Minister for Defence||"},
	{"Hon ADA BROOK (Leader of the House) on behalf of the Minister for Lamps: They burn.", "Hon|Ada Brook|Leader|House|"},
	{"Ada Brook, Member of the Commission. − The lamps burn.", "|Ada Brook|Member|Commission|"},
	{"Ada Brook: (03:04) Good morning, everyone.", "|Ada Brook|||"},
	{"The SPEAKER (10:01): I call the honourable member.", "|The Speaker||||presiding"},
	{"Deputy Nora Fuller: I thank the Minister.", "Deputy|Nora Fuller|||"},
	{"An Ceann Comhairle: We move to the next question.", "|An Ceann Comhairle||||presiding"},
	{"Minister for Finance (Deputy Jack Turner): I propose both.", "Deputy|Jack Turner|Minister for Finance||"},
	{"SHRI RAVI MASON: Sir, I rise to speak.", "Shri|Ravi Mason|||"},
	{"HON. SPEAKER: The House will resume.", "|Hon. Speaker||||presiding"},
	{"Hon JANE WEAVER (Minister of Health): I raise a point.", "Hon|Jane Weaver|Minister of Health||"},
	{"The MINISTER OF FINANCE: We table the budget.", "|The Minister of Finance|Minister of Finance||"},
	{"The Temporary Speaker (Hon. Miller): Proceed.", "Hon.|Miller|Temporary Speaker|||presiding"},
	{"Sen. Baker: Thank you, Sir.", "Sen.|Baker|||"},
	{"President. – The next item is the debate.", "|President||||presiding"},
	{"Jean Tisserand (Verts/ALE). – Madam President, we agree.", "|Jean Tisserand||Verts/ALE|"},
	{"Anna Weber, on behalf of the PPE Group. – Madam President.", "|Anna Weber||||for PPE Group"},
	{"Mr. BROOK (Kenya), speaking on behalf of the Group of 21: We thank the Chair.", "Mr.|Brook|||KE|for Group of 21"},
	{"Der Präsident. – Das Wort hat der Abgeordnete.", "|Der Präsident||||presiding"},
	{"Vizepräsident Jan Schneider: Vielen Dank.", "|Jan Schneider|Vizepräsident|||presiding"},
	{"Dr. Ute Fischer (CDU/CSU): Sehr geehrte Damen und Herren!", "Dr.|Ute Fischer||CDU/CSU|"},
	{"Mr. CHANDLER. Mr. Speaker, I yield myself such time.", "Mr.|Chandler|||"},
	{"Ms. WRIGHT of California. Mr. Speaker, I rise in support.", "Ms.|Wright|||"},
	{"The SPEAKER pro tempore. The gentleman is recognized.", "|The Speaker pro tempore||||presiding"},
	{"M. le président. La parole est à Mme Charron.", "|M. le président||||presiding"},
	{"Mme Odile Charron. Monsieur le ministre, je vous remercie.", "Mme|Odile Charron|||"},
	{"M. Guy Meunier, ministre de l’intérieur. Vous avez raison.", "M.|Guy Meunier|ministre de l’intérieur||"},
	{"El señor PRESIDENTE: Tiene la palabra la diputada.", "|El señor Presidente||||presiding"},
	{"La señora HERRERO GARCÍA: Gracias.", "Señora|Herrero García|||"},
	{"El señor MINISTRO DE HACIENDA (Zapatero Gil): Comparezco.", "|Zapatero Gil|Ministro de Hacienda||"},
	{"O Sr. Presidente: — Tem a palavra o Sr. Deputado.", "|O Sr. Presidente||||presiding"},
	{"O Sr. João Ferreira (PSD): — Agradeço.", "Sr.|João Ferreira||PSD|"},
	{"A Sr.ª Rita Sapateiro (PS): — Concordo.", "Sr.ª|Rita Sapateiro||PS|"},
	{"Mr. BROOK (Upper Volta) (interpretation from French): We agree.", "Mr.|Brook|||BF"},
	{"Mr. BROOK (Union of Soviet Socialist Republics) (translated from Russian): No.", "Mr.|Brook|||RU"},
	{"Mr. BROOK (Yugoslavia): We agree.", "Mr.|Brook|||YU"},
	{"M. BROOK (Dahomey) [traduit de l'anglais]: Le vote est clos.", "M.|Brook|||BJ"},
	{"Mr. van BROOK (Cape Verde) (spoke in Portuguese; English text provided by the delegation): Yes.", "Mr.|van Brook|||CV"},
	{"The Senate President: The ayes have it.", "|The Senate President||||presiding"},
	{"The LEADER OF THE OPPOSITION (DA): We differ.", "|The Leader of the Opposition|Leader of the Opposition|DA|"},
	{"La Secretaria diputada Luisa Arroyo Vega: Se informa.", "Diputada|Luisa Arroyo Vega|Secretaria||"},
	{"El Presidente diputado Juan Arroyo (a las 11:24 horas): Se abre.", "Diputado|Juan Arroyo|Presidente|||presiding"},
	{"La señora ARROYO, doña Maya (Presidenta).- Se abre la sesión.", "Señora|Maya Arroyo|Presidenta|||presiding"},
	{"Timbalan Perdana Menteri [Dato' Wan Rosli binti Omar]: Terima kasih.", "Dato'|Wan Rosli binti Omar|Timbalan Perdana Menteri||"},
	{"The Most Hon. ANDREW BROOK: I give way.", "Most Hon.|Andrew Brook|||"},
	{"The Chairman. The committee will come to order.", "|The Chairman||||presiding"},
	{"[00:01:20] Jane Roebuck: I was there.", "|Jane Roebuck|||"},
	{"Jane Roebuck 00:41", "|Jane Roebuck|||"},
	{"MR.BROOK: I have not misled the House.", "Mr.|Brook|||"},
	{"O SR. PRESIDENTE (Ana Brook. PT - SP) - Declaro aberta.", "|Ana Brook|Presidente|||presiding"},
	{"El señor CATEDRÁTICO DE DERECHO CIVIL (Arroyo Gil): Respondo.", "|Arroyo Gil|Catedrático de Derecho Civil||"},
	{"Mme la présidente Odile Charron. Nous accueillons le ministre.", "Mme|Odile Charron|présidente|||presiding"},
	{"Mr. KING of Iowa. I yield.", "Mr.|King|||"},
	{"Mdm Speaker: Mr Brook.", "|Mdm Speaker||||presiding"},
	{"Ms. Brook (the former Yugoslav Republic of Macedonia): Yes.", "Ms.|Brook|||MK"},
	{"[02:50] Lisa: What did I miss?", "|Lisa|||"},
	{"Roe, Jane 0:14", "|Jane Roe|||"},
	{"M. Guy Meunier. … un texte portant une ligne claire.", "M.|Guy Meunier|||"},
	{"-LA C. SECRETARIA SENADORA ROSA ARROYO: Presidente, tenemos quórum.", "Senadora|Rosa Arroyo|Secretaria||"},
	{"SEC. BROOK: We are watching it.", "Sec.|Brook|||"},
	{"Mr. BROOK (ex-República Yugoslava de Macedonia): Sí.", "Mr.|Brook|||MK"},
	{"SARTORI (PD). Signor Presidente, intervengo.", "|Sartori||PD|"},
	{"Mr, Brook: I have not misled the House.", "Mr.|Brook|||"},
	{"Deputy M. Brook of St. Kavie of the Minister for Roads regarding lamps:", "Deputy|M. Brook|||"},
	{"12. Mr. BROOK (East Orla): to the Minister for Roads: When will they burn?", "Mr.|Brook|||"},
	{"8.1.1 Connétable J.E. Brook of St. Kavie (Chairman, Roads Panel):", "Connétable|J.E. Brook|Chairman, Roads Panel||"},
	{"The Deputy Bailiff: The Assembly will rise.", "|The Deputy Bailiff||||presiding"},
	{"H.M. Solicitor General: The law allows it.", "|H.M. Solicitor General|H.M. Solicitor General||"},
	{"Ms BROOK question to PREMIER, Mr VEGA", "Ms|Brook|||"},
	{"Ms BROOK question to PREMIER, Mr VEGA [10.04 a.m.] Did you know?", "Ms|Brook|||"},
	{"10 Chief Minister (Hon. F R Brook): Mr Speaker, the lamps burn.", "Hon.|F R Brook|Chief Minister||"},
	{"[10.04 a.m.] Mr BROOK (Kavie - Premier) - Madam Speaker, I advise the House.", "Mr|Brook|Premier||"},
	{"Hon. Don Brook (Leader of the Government in the House, Lib.):", "Hon.|Don Brook|Leader of the Government in the House|Lib.|"},
	{"Mr Ada Brook (NDC - Wa West): I thank you.", "Mr|Ada Brook||NDC|"},
	{"MR BROOK: I thank you.", "Mr|Brook|||"},
	{"Mr SPEAKER - Order! I call the member.", "|Mr Speaker||||presiding"},
	{"Mr ADA BROOK (Kavie -Minister for Roads) — Mr Acting Speaker, I rise.", "Mr|Ada Brook|Minister for Roads||"},
	{"De voorzitter:", "|De voorzitter||||presiding"},
	{"De heer Van den Brook (CDA):", "De heer|Van den Brook||CDA|"},
	{"BAŞKAN – Teşekkür ederim.", "|Başkan||||presiding"},
	{"AYLİN DEMİR (İzmir) – Sayın Başkan, buradayım.", "|Aylin Demir|||"},
	{"Puhemies Ada Brook: Seuraava puheenvuoro.", "|Ada Brook|Puhemies|||presiding"},
	{"Wicemarszałek Ada Brook: Dziękuję.", "|Ada Brook|Wicemarszałek|||presiding"},
	{"MR. A.B.BROOK: On a point of order.", "Mr.|A.B. Brook|||"},
	{"MR. BROOK On a point of order, Mr. Speaker.", "Mr.|Brook|||"},
	{"The Assistant Minister for Roads (Mr. Brook)Mr. Speaker, Sir, I beg to reply.", "Mr.|Brook|Assistant Minister for Roads||"},
	{"THE MINISTER FOR ROADS, LAMPS AND OIL (Mr. Brook) Thank you, Mr. Speaker, Sir, for the time.", "Mr.|Brook|Minister for Roads, Lamps and Oil||"},
	{"ACTING PRESIDENT BROOK: Senator Hill.", "|Brook|Acting President||"},
	{"The PRESIDENT OF GHANA: Hon Speaker, I thank you.", "|The President of Ghana|President of Ghana||GH"},
	{"THE ASSISTANT MINISTER FOR ROADS (Mr.- Brook) : I beg to reply.", "Mr.|Brook|Assistant Minister for Roads||"},
	{"SERGEANT-AT-ARMS:", "|Sergeant-At-Arms|Sergeant-At-Arms||"},
	{"Mr Ada K. Brook 11:05 a.m.", "Mr|Ada K. Brook|||"},
	{"Mr First Deputy Speaker 11:05 a.m.", "|Mr First Deputy Speaker||||presiding"},
	{"THE MINISTER OF SHIPPING (SHRI RAVI MASON) replying to the debate, said: I thank all.", "Shri|Ravi Mason|Minister of Shipping||"},
	{"Mr..Brook: I have not misled the House.", "Mr.|Brook|||"},
	{"Mr. _Brook*: I have not misled the House.", "Mr.|Brook|||"},
	{"Mr. Brook:Ndiyo, nimesikia.", "Mr.|Brook|||"},
	{"Mr. Brook; Mr. Deputy Speaker, Sir, I have not.", "Mr.|Brook|||"},
	{"Mr Ada Kofi Brook Madam Speaker, I rise to support it.", "Mr|Ada Kofi Brook|||"},
	{"Mr Ofori~Brook: I have not.", "Mr|Ofori-Brook|||"},
	{"Dr. A.B- Brook: I have not.", "Dr.|A.B. Brook|||"},
	{"Chairman of the Committee (Mr Ada K. Brook: We have not met.", "Mr|Ada K. Brook|Chairman of the Committee||"},
	{"Minority Leader Mr (Ada Kofi Brook): We have not met.", "Mr|Ada Kofi Brook|Minority Leader||"},
	{"Mr. Ada Brook (Leeds, BQ) moved:", "Mr.|Ada Brook||BQ|"},
	{"The Parliamentary Under-Secretary of State for Roads (Ada Brook): We build.", "|Ada Brook|Parliamentary Under-Secretary of State for Roads||"},
	{"Menteri Sumber Manusia [Dato' Wan Rosli bin Omar]:", "Dato'|Wan Rosli bin Omar|Menteri Sumber Manusia||"},
	{"Tuan Ir. Wan Rosli: Terima kasih.", "Tuan Ir.|Wan Rosli|||"},
	{"Clerk: The ayes are nine.", "|Clerk|Clerk||"},
	{"趙文海議員：主席，有居民向本人表示。", "議員|趙文海|||"},
	{"運輸及房屋局局長：主席，答覆如下。", "|運輸及房屋局局長|運輸及房屋局局長||"},
	{"○国務大臣（北山次郎君）　お答えいたします。", "君|北山次郎|国務大臣||"},
	{"○議長（大川一郎君）　開きます。", "君|大川一郎|議長|||presiding"},
}

// notLabels look like labels and are none.
var notLabels = []string{
	"Mr. President:",
	"Señor Presidente, señoras y señores:",
	"President: Mr. Adjei (Ghana)",
	"The results were as follows: none of them was good.",
	"Three points stand out: cost, time and care.",
	"Members:",
	"Note: this text is a draft.",
	"Question: who pays for it?",
	"NOTE: this text is a draft.",
	"NATO: an alliance.",
	"SPEAKERS: Page Questions",
	"Ms F Brook (ANC);",
	"Lamp Hall New Harbour Date: 4 May 1999",
	"Q Fever is rare.",
	"President: Mr. Adjei . . . . . . . . . (Ghana)",
	"MIGRATION IN THE AMERICAS: CAUSES AND CHOICES",
	"Mr Brook and Madam Speaker, who sat beside him, agreed.",
	"Ada Brook:Notes on roads",
	"PRAYERS 11:05 a.m.",
}

func TestLabels(t *testing.T) {
	record := byName(t, "verbatim")
	for _, tc := range labels {
		parts := record.Segment(paragraphs(tc.text, "So much for that."))
		if len(parts.Interventions) != 1 {
			t.Errorf("%q: %d turns", tc.text, len(parts.Interventions))
			continue
		}
		if got := voice(parts.Interventions[0].Speaker); got != tc.want {
			t.Errorf("%q: got %s, want %s", tc.text, got, tc.want)
		}
	}
	for _, text := range notLabels {
		if parts := record.Segment(paragraphs(text)); len(parts.Interventions) > 0 {
			t.Errorf("%q: %s is no speaker", text, voice(parts.Interventions[0].Speaker))
		}
	}
}

func byName(tb testing.TB, name string) segment.Layout {
	tb.Helper()
	for _, l := range layouts(tb) {
		if l.Name() == name {
			return l
		}
	}
	tb.Fatalf("no layout %s", name)
	return nil
}

func paragraphs(texts ...string) *read.Document {
	doc := &read.Document{Pages: 1}
	for _, t := range texts {
		doc.Blocks = append(doc.Blocks, read.Block{Text: t, Lines: []read.Line{{Page: 1}}})
	}
	return doc
}
