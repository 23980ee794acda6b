package read_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// Texts of older programs do not say in what encoding they are.
func TestOlderEncodings(t *testing.T) {
	for said, encodings := range map[string][]encoding.Encoding{
		"La déléguée de la Norvège a demandé où étaient passées les lampes du phare ; personne n’a répondu à sa question.": {charmap.Windows1252, charmap.Macintosh},
		"La delegada preguntó dónde estaban las lámparas; después pidió más días, y nadie le respondió.":                   {charmap.Windows1252, charmap.Macintosh, charmap.CodePage850},
		"The keeper’s lamp — for he had one — was lit at £3 a night.":                                                      {charmap.Windows1252},
		"Председатель открывает заседание и предоставляет слово представителю Норвегии, который говорит о маяках.":         {charmap.Windows1251, charmap.KOI8R, charmap.ISO8859_5},
		"Przewodniczący otworzył posiedzenie i udzielił głosu posłance, która mówiła o światłach na wybrzeżu.":             {charmap.Windows1250, charmap.ISO8859_2},
		"Ο πρόεδρος άνοιξε τη συνεδρίαση και έδωσε τον λόγο στην εκπρόσωπο της Νορβηγίας για τους φάρους.":                 {charmap.Windows1253, charmap.ISO8859_7},
		"افتتح الرئيس الجلسة وأعطى الكلمة لممثلة النرويج التي تحدثت عن المنارات في الشمال.":                                {charmap.Windows1256, charmap.ISO8859_6},
		"היושב ראש פתח את הישיבה ונתן את רשות הדיבור לנציגת נורווגיה, שדיברה על המגדלורים.":                                {charmap.Windows1255},
		"主席宣布会议开始，请挪威代表发言。挪威代表说，北方的灯塔没有油了，请各国帮助。":                                                                          {simplifiedchinese.GB18030},
		"主席宣布會議開始，請挪威代表發言。挪威代表說，北方的燈塔沒有油了，請各國幫助。":                                                                          {traditionalchinese.Big5},
		"議長は開会を宣言し、ノルウェーの代表に発言を求めた。代表は北の灯台に油がないと述べた。":                                                                      {japanese.ShiftJIS, japanese.EUCJP},
		"의장은 회의를 시작하고 노르웨이 대표에게 발언권을 주었다. 대표는 북쪽 등대에 기름이 없다고 말했다.":                                                         {korean.EUCKR},
	} {
		for _, e := range encodings {
			for _, form := range []string{"%s", "<html><body><p>%s</p></body></html>"} {
				content, err := e.NewEncoder().String(strings.Replace(form, "%s", said, 1))
				if err != nil {
					t.Fatal(err)
				}
				if got := readText(t, content).Blocks[0].Text; got != said {
					t.Errorf("%v, %s: %q", e, form, got)
				}
			}
		}
	}
}
