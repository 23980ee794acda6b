package label

import (
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// hanTitle is the form of address behind a name in Chinese.
var hanTitle = regexp.MustCompile(`^([\p{Han}·-]{1,20}?)(先生|女士|夫人|小姐|大使|部长|議員|议员|委員|委员|总统|首相|国王|女王|亲王|王储)$`)

// hanOffice is an office in Chinese or Japanese that labels whoever holds it, and
// hanChair one that presides.
var (
	hanOffice = regexp.MustCompile(`^\p{Han}{0,16}` + grammar.Lists.Any("han-office") + `$`)
	HanChair  = regexp.MustCompile(`^(?:代理|署理|副|第[一二三]副|全委會|全體委員會)?(?:主席|議長|议长|委員長|委员长|會長|会长|主持人)$`)
)

// hanAbroad is a name from abroad, whose parts a dot divides.
var hanAbroad = regexp.MustCompile(`^[\p{Han}-]{1,12}(?:·[\p{Han}-]{1,12}){1,4}$`)

// hanMember is a member or an officer whose office stands between the surname and
// the given name, as the records of Taiwan print it: "林委員小雨".
var hanMember = regexp.MustCompile(`^(\p{Han}{1,2}?)(` + grammar.Lists.Any("han-between") + `)([^會\P{Han}]\p{Han}?)$`)

// hanSays ends words that tell of what somebody said.
var hanSays = regexp.MustCompile(grammar.Lists.Any("han-says") + `$`)

// han parses a label in Chinese characters, which have no capitals.
func (l *Label) han(bare string) bool {
	if bare == "" || bare[0] < utf8.RuneSelf {
		return false
	}
	switch m := hanTitle.FindStringSubmatch(bare); {
	case HanChair.MatchString(bare):
		l.Speaker.Name, l.Speaker.Presiding = bare, true
	case hanOffice.MatchString(bare):
		l.Speaker.Name, l.Speaker.Role = bare, bare
	case m != nil:
		l.Speaker.Name, l.Speaker.Honorific = m[1], m[2]
	case hanAbroad.MatchString(bare):
		l.Speaker.Name = bare
	default:
		name, office := splitHan(bare)
		if name == "" {
			return false
		}
		l.Speaker.Name, l.Speaker.Role = name, office
	}
	return true
}

// splitHan divides a name from the office within it.
func splitHan(text string) (name, office string) {
	m := hanMember.FindStringSubmatch(text)
	if m == nil || hanSays.MatchString(text) {
		return "", ""
	}
	return m[1] + m[3], m[2]
}

// byHanHolder reads who presides in the parentheses behind the chair, perhaps for another:
// "主席（林委員小雨代）".
func (l *Label) byHanHolder(g string) bool {
	name, _ := splitHan(strings.TrimSuffix(g, "代"))
	if name == "" || !l.Speaker.Presiding {
		return false
	}
	l.holder(grammar.Person{Name: name})
	return true
}

// circled is the label of the records of the Diet, behind a circle and before a
// space: "○議長（山田太郎君）　…", "○山田太郎君　…". Those of councils may have no circle,
// where an office or the number of a seat stands before the name.
var (
	circled = regexp.MustCompile(`^[○◯〇◎◆◇●]((?:\p{Han}|\p{Hiragana}|\p{Katakana}|[ー々・0-9０-９Ａ-Ｚａ-ｚ])+?)(?:(君|さん)|（((?:\p{Han}|\p{Hiragana}|\p{Katakana}|[ー々・])+?)(君|さん)?）)(?:[ \x{3000}]|$)`)
	seated  = regexp.MustCompile(`^(?:[\p{Han}・]{0,16}(?:議長|委員長|[市区町村局部課室次所館院]長|教育長|知事|副?管理者|監査委員|事務局長|主幹|参事|委員|議員)|第?[0-9０-９一二三四五六七八九十]{1,3}番)（[^（）]{2,12}）(?:[ \x{3000}]|$)`)
)

// HanAgenda heads the matters of a sitting in Taiwan, which a clerk reads out.
var HanAgenda = regexp.MustCompile(`^(?:報[ \x{3000}]*告[ \x{3000}]*事[ \x{3000}]*項|討[ \x{3000}]*論[ \x{3000}]*事[ \x{3000}]*項|質[ \x{3000}]*詢[ \x{3000}]*事[ \x{3000}]*項|臨[ \x{3000}]*時[ \x{3000}]*提[ \x{3000}]*案|繼續報告|繼續討論)。?$`)

// HanPart heads a part of a meeting.
var HanPart = regexp.MustCompile(grammar.Lists.Any("han-part") + `$`)

// pressed is the label of the press conferences of ministers in Japan, in parentheses or
// before one: "（記 者）", "大臣）". Within both, the speech may follow at once and whom one
// works for stand before the name: "【NHK 灯台記者】".
var pressed = regexp.MustCompile(`^(?:[（(]?((?:\p{Han}[ \x{3000}]?){0,8}(?:記[ \x{3000}]?者|大[ \x{3000}]?臣|総[ \x{3000}]?理|長[ \x{3000}]?官|知[ \x{3000}]?事|[市区町村会座][ \x{3000}]?長|報[ \x{3000}]?道[ \x{3000}]?官|司[ \x{3000}]?会|事[ \x{3000}]?務[ \x{3000}]?局))[）)](?:[ \x{3000}]|$)|` +
	`[（(【［]((?:[\pL・ー]{1,12}[ \x{3000}]?){0,3}?(?:記者|大臣|総理|長官|知事|[市区町村会座]長|報道官|司会|事務局|議員|委員|氏|さん|問|答))[）)】］])`)

func pressedLabel(limit string) Label {
	m := pressed.FindStringSubmatchIndex(limit)
	if m == nil {
		return Label{}
	}
	from, to := m[2], m[3]
	if from < 0 {
		from, to = m[4], m[5]
	}
	if rest := limit[m[1]:]; strings.Contains(rest, "（") && !strings.Contains(rest, "。") {
		return Label{} // those who are there: "（座長）山田太郎　（委員）海野花子"
	}
	l := Label{Style: Formal, End: m[1], Alone: m[1] == len(limit)}
	l.Speaker.AsPrinted = limit[from:to]
	l.Speaker.Name = strings.NewReplacer(" ", "", "\u3000", "").Replace(l.Speaker.AsPrinted)
	l.Speaker.Role = l.Speaker.Name
	return l
}

// sitting is the label of the committees of the Diet, where the office stands behind the
// surname: "○山田委員　…", "○海野国務大臣　…", "○浜（一）委員　…".
var sitting = regexp.MustCompile(`^[○◯〇◎◆◇●](((?:\p{Han}|\p{Hiragana}|\p{Katakana}|[ー々・]){1,8}?(?:（\p{Han}{1,3}）)?)(` + grammar.Lists.Any("han-sitting") + `))(?:[ \x{3000}]|$)`)

// sittingLabel parses it.
func sittingLabel(text, limit string) Label {
	m := sitting.FindStringSubmatchIndex(limit)
	if m == nil {
		return Label{}
	}
	l := Label{Style: Formal, End: m[1], Alone: m[1] == len(text)}
	l.Speaker = corpus.Speaker{AsPrinted: limit[m[2]:m[3]], Name: limit[m[4]:m[5]], Role: limit[m[6]:m[7]]}
	l.Speaker.Presiding = HanChair.MatchString(strings.TrimSuffix(l.Speaker.Role, "代理"))
	return l
}

func circledLabel(text, limit string) Label {
	if l := sittingLabel(text, limit); l.Style != None {
		return l
	}
	m := circled.FindStringSubmatchIndex(limit)
	if m == nil && seated.MatchString(limit) {
		l := circledLabel("○"+text, "○"+limit)
		l.End -= len("○")
		return l
	}
	if m == nil {
		return Label{}
	}
	group := func(i int) string {
		if m[i] < 0 {
			return ""
		}
		return limit[m[i]:m[i+1]]
	}
	l := Label{Style: Formal, End: m[1], Alone: m[1] == len(text)}
	l.Speaker = corpus.Speaker{AsPrinted: strings.TrimRight(limit[m[2]:m[1]], " \u3000"), Name: group(2), Honorific: group(4)}
	if holder := group(6); holder != "" {
		l.Speaker.Role, l.Speaker.Name, l.Speaker.Honorific = l.Speaker.Name, holder, group(8)
		l.Speaker.Presiding = HanChair.MatchString(l.Speaker.Role)
	}
	return l
}
