package segment

import (
	"strings"

	"briefsearch/corpus"
)

// chairsAbroad are the words for whoever presides, in the languages of parliaments that
// the expressions for chairs have not: Icelandic, Hungarian, Romanian, the Baltic
// languages, Albanian, Maltese, Greek, those of the Caucasus and of Central Asia,
// Hebrew, Persian, Urdu, those of India and of South-East Asia, Korean, Somali.
var chairsAbroad = wordSet(`
	forseti varaforseti elnök alelnök elnökasszony ülésvezető levezető-elnök házelnök
	preşedintele președintele preşedinte președinte vicepreședintele vicepreședinte
	esimees aseesimees juhataja eesistuja priekšsēdētājs priekšsēdētāja vadītājs vadītāja
	pirmininkas pirmininkė pirmininkaujantis kryetari kryetarja kryetare kryesuesi kryesuesja nënkryetari
	speaker is-speaker iċ-chairman president presidenta presidentea lehendakaria llywydd
	πρόεδρος αντιπρόεδρος προεδρεύων προεδρεύουσα πρόεδροσ
	predsedava predsedavajući predsedavajuća predsjedavajući predsjedavajuća potpredsednik potpredsednica potpredsjednik potpredsjednica podpredsednik podpredsednica
	predsedateľ podpredseda podpredsedníčka místopředseda místopředsedkyně
	председавајући председавајућа потпредседник претседател потпретседател претседавач головуючий головуюча голова
	vorsitzende vorsitzender предс primátor primátorka старшыня төраға төрага спікер спикер председательствующий председательствующая дарга
	თავმჯდომარე სპიკერი նախագահ նախագահող sədr spiker rais raislik ýolbaşçy
	רئيس رئیس رییس ریاست رئيسة الرئيس الرئيسة المقرر היו"ר היו״ר יו"ר יו״ר היושב-ראש
	اسپیکر سپیکر چیئرمین چیئرپرسن अध्यक्ष सभापति उपाध्यक्ष उपसभापति सभामुख স্পীকার স্পিকার সভাপতি
	சபாநாயகர் தலைவர் සභාපති කථානායක ประธาน ປະທານ ប្រធាន chủ-tịch
	의장 부의장 위원장 부위원장 위원장대리 의장대리 사회자 議長 副議長 委員長 副委員長 主席 副主席
	marszałek wicemarszałek przewodniczący przewodnicząca předseda předsedkyně předsedající predseda predsedajúci predsedajúca
	başkan başkanım talman formand puhemies председател voorzitter präsident präsidentin
	guddoomiye guddoomiyaha afhayeenka mwenyekiti spika ketua pimpinan moderator tagapangulo ispiker pangulo
	moderatorius moderaattori moderátor moderátorka prowadzący prowadząca ведущий ведущая модератор`)

// honoured are other words with which a speech begins that addresses the chair.
var honoured = wordSet(`speaker chairman chair chairperson president presidente presidenta président présidente marszałku przewodnicząco
	předsedo předsedající předsedajúci προέδρε председателю председатель голово prezidentes prezidenti esimehe puhemies talman`)

// membersAbroad are words that stand before the names of members and ministers in
// those languages, as their offices or forms of address.
var membersAbroad = wordSet(`
	abgeordneter abgeordnete bundeskanzler bundeskanzlerin vizekanzler vizekanzlerin bundesminister bundesministerin staatssekretär staatssekretärin bundesrat bundesrätin landesrat landesrätin
	on onor onorevole sen dep deputado deputada vereador vereadora ministro ministra senatore senatrice relatore
	pan pani pán paní poseł posłanka senator minister ministr ministryně ministerka poslanec poslankyně poslankyňa
	képviselő miniszter államtitkár dr úr milletvekili bakan sayın vekil deputet millət
	deputat deputatul deputata senatorul ministrul ministra domnul doamna
	poslanik poslanica narodni zastupnik zastupnica vijećnik odbornik ministar ministrica poslanka
	народний депутат депутат депутатка міністр сенатор народен представител министър пратеник пратеничка посланик посланица министар член
	þingmaður ráðherra hæstv ledamot ledamoten statsrådet minister ministeri kansanedustaja edustaja riigikogu minister liige
	deputāts deputāte ministrs ministre seimo narys narė ministras ministrė deputeti deputetja ministri ministrja zoti zonja
	βουλευτής υπουργός υφυπουργός κύριος κυρία ბატონი ქალბატონი დეპუტატი մինիստր պատգամավոր պարոն տիկին
	النائب النائبة العضو الوزير الوزيرة الأستاذ الاستاذ الشيخ المستشار السيناتور آقای خانم نماینده وزیر سینیٹر جناب محترمہ
	חבר חברת ח"כ השר השרה מר גב' ד"ר श्री श्रीमती डॉ सुश्री माननीय श्रीमान् শ্রী মাননীয় ජනාබ ගරු
	bapak ibu sdr saudara anggota fraksi yb yab yang berhormat datuk tuan puan ông bà đại ông
	mheshimiwa mhe waziri mudane xildhibaan ato w/ro kagawad konsehal councilor cllr alderman alderwoman supervisor trustee adv advocate attorney prosecutor witness registrar accused operator interviewer interviewee host`)

// inOffice says whether an opening has the word for a chair, at its beginning or its
// end, and whether it has one for a member or a minister, in its parentheses too.
func inOffice(o *formOpening) (chairs, sits bool) {
	first, rest, _ := strings.Cut(stripArticle(o.bare), " ")
	chairs = chairsAbroad[folded(first)] || rest != "" && !strings.Contains(rest, " ") && chairsAbroad[folded(rest)] ||
		isChair(o.bare) || hanChair.MatchString(o.bare) || chairBefore.MatchString(o.bare)
	sits = membersAbroad[folded(first)]
	for _, p := range o.pairs {
		sits = sits || startsRole(p) || holdsOffice(p) || !isNamed(o.words) && isNamed(strings.Fields(p))
	}
	return chairs, sits
}

// holdsOffice says whether parentheses have the word for an office.
func holdsOffice(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if _, word, ok := strings.Cut(w, "."); ok && word != "" {
			w = word // "8.Saeimas"
		}
		if chairsAbroad[folded(w)] || membersAbroad[folded(w)] {
			return true
		}
	}
	return false
}

// holdsChair says whether a line below a name has the word for a chair.
func holdsChair(text string) bool {
	for w := range strings.FieldsSeq(corpus.Head(text, formLimit)) {
		if chairsAbroad[folded(w)] {
			return true
		}
	}
	return false
}
