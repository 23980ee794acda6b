package grammar

import (
	"strings"

	"briefsearch/indexer/regexp"
)

// Voices are words by which somebody speaks of himself, or to those who hear: I, we,
// my, our, thank you, and forms of address to all, in the languages of the world's
// parliaments. They tell speech from a list, not one language from another.
var Voices = WordSet(`
	i we my our us me ours i'm we're i've we've i'd i'll we'll i’m we’re i’ve we’ve i’d i’ll we’ll thank thanks yes okay
	je nous notre nos j'ai j’ai vous votre vos merci moi oui
	yo nosotros nuestro nuestra nuestros nuestras mi mis nos me quiero quisiera permítanme gracias usted ustedes su señoría señorías sí
	eu nós nosso nossa nossos nossas meu minha me obrigado obrigada vossa senhor senhora senhores
	io noi nostro nostra nostri nostre mio mia grazie signor signora onorevoli colleghi chiedo vorrei voi vostro
	ich wir unser unsere unseren unserem unserer mein meine meinen mich mir uns danke dank sie ihnen herr frau
	ik wij we ons onze mijn mij dank u uw voorzitter
	jag vi vår vårt våra min mitt mina mig oss tack ni herr fru
	jeg vi vår vårt våre vores min mitt mine mig meg os oss tak takk du dere hr fru
	ég við okkar minn mín mitt mér okkur þakka forseti hæstvirtur virðulegi
	minä me minun meidän minulla meillä minua meitä kiitos arvoisa puhemies herra rouva hyvät
	ma mina me meie mul meil minu meid tänan aitäh lugupeetud austatud
	es mēs mans mūsu man mums paldies cienījamie cienījamā cienījamais godātie godājamie lūdzu vārds balsosim
	aš mes mano mūsų man mums ačiū dėkoju gerbiamas gerbiami gerbiamieji kolegos
	ja my mnie mi nas nam nasz nasza nasze mój moja dziękuję proszę panie pani państwo wysoka szanowni
	já mě mi my nás nám náš naše můj moje děkuji prosím vážení vážený pane paní kolegové dámy
	ja my ma mňa nás nám náš naše môj moja ďakujem prosím vážení vážený pán pani
	én mi nekem nekünk engem minket köszönöm tisztelt elnök úr kérem
	ja mi mene meni nas nama naš naša naše moj moja hvala poštovani poštovane gospodine gospođo dame kolege molim
	јас јa ја ми мене мени нас нама наш наша наше мој моја хвала поштовани поштоване господине даме ние нас нам благодарам почитувани
	аз ние мен нас ми ни нашия нашата благодаря уважаеми уважаема господин госпожо колеги
	jaz mi mene nas nam naš naša moj hvala spoštovani spoštovane gospod gospa
	eu noi mie nouă mea meu noastră nostru noștri noastre mulțumesc mulţumesc domnule doamnă stimați stimaţi stimate vă
	unë ne mua na tonë jonë im ime faleminderit zoti zonja kolegë ju
	я мы нам нас мне меня наш наша наше наши моя мой спасибо благодарю уважаемый уважаемые вас вы коллеги
	я ми мені нас нам наш наша наше мій моя дякую шановні шановний пане пані колеги вас ви прошу
	я мы мне нас нам наш дзякуй паважаныя
	εγώ εμείς μου μας εμάς μένα ευχαριστώ κύριε κυρία κύριοι συνάδελφοι σας θέλω θέλετε θέλατε γνωρίζετε πιστεύω νομίζω παρακαλώ
	ben biz benim bizim bana bize beni bizi teşekkür ederim sayın arkadaşlar siz sizin değerli
	mən biz mənim bizim bizə təşəkkür hörmətli sağ siz
	men biz mening bizning rahmat hurmatli мен біз менің біздің рахмет құрметті рақмет бид би миний манай баярлалаа
	saya kami kita aku terima kasih tuan puan yang hormat bapak ibu saudara anda
	ako tayo kami ko natin namin salamat po ginoong akin
	tôi chúng ta tôi kính thưa cảm ơn
	mimi sisi yangu yetu wetu zangu nashukuru asante ahsante naomba nawaomba mheshimiwa waheshimiwa ndugu tunaweza nataka niseme
	anigu waxaan aniga mahadsanid waan ina
	jien aħna grazzi sur tagħna
	jo nosaltres nostre nostra meva meu gràcies senyor senyora nik guk eskerrik
	mé muid mo ár go raibh maith fi ni diolch
	أنا نحن شكرا شكراً إننا اننا إنني نشكر أشكر أود نريد لدي لدينا علينا نطالب أطالب أخي اخواني الإخوة سيدي لنا لي اتمني أتمنى معالي انا
	من ما متشکرم تشکر ممنون بنده عرض میکنم بفرمایید آقایان آقاى سپاس همکاران آقای خانم هستیم کنیم داریم
	میں ہم ہمارے ہماری میرے میری شکریہ جناب آپ
	मैं हम हमारे हमारी हमारा मेरे मेरी मेरा धन्यवाद माननीय महोदय आप हमें मुझे
	म हामी हाम्रो मेरो धन्यवाद माननीय सम्माननीय
	আমি আমরা আমাদের আমার ধন্যবাদ মাননীয় আপনি
	நான் நாங்கள் நாம் எனது எங்கள் நன்றி
	మేము నేను మా మన ధన్యవాదాలు ನಾನು ನಾವು ನಮ್ಮ ಧನ್ಯವಾದ ഞാൻ ഞങ്ങൾ നന്ദി હું અમે અમારા આભાર ਮੈਂ ਅਸੀਂ ਸਾਡੇ ਧੰਨਵਾਦ
	මම අපි අපේ මගේ ස්තූතියි ගරු
	אני אנחנו אנו שלי שלנו לי לנו תודה רבותי אדוני גברתי אתה אתם בבקשה אותי אותנו כבוד
	მე ჩვენ ჩემი ჩვენი გმადლობთ მადლობა ბატონო ქალბატონო თქვენ
	ես մենք իմ մեր շնորհակալություն հարգելի
	እኔ እኛ የእኛ አመሰግናለሁ ክቡር
	저는 저희 우리 우리는 제가 감사합니다 의원님 위원장님 존경하는 여러분 나는`)

// voicesWithin are such words of languages that set no spaces between words.
var voicesWithin = strings.Fields(`我 我们 我們 本席 感谢 感謝 谢谢 多謝 主席 各位 請問 私 我々 ありがとう ございます おります 思います ください ですか 申し上げ いたします ขอบคุณ ผม ดิฉัน เรา ท่าน ครับ ค่ะ ຂ້າພະເຈົ້າ ພວກເຮົາ ខ្ញុំ យើង ကျွန်တော် ကျွန်မ ကျေးဇူး`)

// greekQuestion is a question in Greek, which ends in what is a semicolon elsewhere.
var greekQuestion = regexp.MustCompile(`\p{Greek};(?: |$)`)

// IsVoiced says whether somebody speaks in the words that follow an opening.
func IsVoiced(said string) bool {
	ascii := true
	for w := range strings.FieldsFuncSeq(said, func(r rune) bool { return strings.ContainsRune(" \u00a0,;:.!?()«»“”\"،।؟…-–—", r) }) {
		if Voices[strings.ToLower(w)] && w != "US" || w == "I" {
			return true
		}
		ascii = ascii && isASCII(w)
	}
	if strings.ContainsAny(said, "?؟？") || ascii {
		return strings.ContainsAny(said, "?؟？")
	}
	if greekQuestion.MatchString(said) {
		return true
	}
	for _, w := range voicesWithin {
		if strings.Contains(said, w) {
			return true
		}
	}
	return InFirstPerson(said)
}
