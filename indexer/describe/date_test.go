package describe_test

import (
	"testing"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
)

func TestDate(t *testing.T) {
	for text, want := range map[string]corpus.Date{
		"20 June 2006":                              "2006-06-20",
		"June 20, 2006":                             "2006-06-20",
		"20th of June, 2006":                        "2006-06-20",
		"Thursday, 1st September, 2011":             "2011-09-01",
		"20-21 June 2006":                           "2006-06-20",
		"20 and 21 June 2006":                       "2006-06-20",
		"June 20–21, 2006":                          "2006-06-20",
		"22 August - 2 September 1994":              "1994-08-22",
		"Monday, 21 October 2024, 10 a.m.":          "2024-10-21",
		"2018-10-02":                                "2018-10-02",
		"02.10.2018":                                "2018-10-02",
		"02/10/2018":                                "2018-10-02",
		"10/25/2018":                                "2018-10-25",
		"October 2018":                              "2018-10",
		"le 2 octobre 2018":                         "2018-10-02",
		"1er mars 2014":                             "2014-03-01",
		"du 3 au 5 août 2014":                       "2014-08-03",
		"du lundi 4 août au jeudi 7 août 2014":      "2014-08-04",
		"del lunes 4 al jueves 7 de agosto de 2014": "2014-08-04",
		"2 de octubre de 2018":                      "2018-10-02",
		"del 2 al 4 de octubre de 2018":             "2018-10-02",
		"1.º de marzo de 2014":                      "2014-03-01",
		"2 de março de 2014":                        "2014-03-02",
		"20 июня 2006 года":                         "2006-06-20",
		"٢٠ حزيران/يونيه ٢٠٠٦":                      "2006-06-20",
		"20 يونيو 2006":                             "2006-06-20",
		"2006年6月20日":                                "2006-06-20",
		"2006 年 6 月":                                "2006-06",
		"Středa 15. července 1992":                  "1992-07-15",
		"dnia 12 grudnia 2023 r.":                   "2023-12-12",
		"5 listopada 2020 r.":                       "2020-11-05",
		"5. listopada 2020.":                        "2020-10-05",
		"2017. november 5., vasárnap":               "2017-11-05",
		"2005 m. gruodžio 1 d.":                     "2005-12-01",
		"2005. gada 3. novembrī":                    "2005-11-03",
		"tirsdag den 4. marts 2014":                 "2014-03-04",
		"18 Nisan 1998 Cumartesi":                   "1998-04-18",
		"3 Δεκεμβρίου 2017":                         "2017-12-03",
		"3 ΔΕΚΕΜΒΡΙΟΥ 2017":                         "2017-12-03",
		"8 בדצמבר 2015":                             "2015-12-08",
		"15 грудня 2002 року":                       "2002-12-15",
		"21 януари 2005":                            "2005-01-21",
		"28 d’abril de 2010":                        "2010-04-28",
		"2018년 5월 1일":                               "2018-05-01",
		"13 februarie 2008":                         "2008-02-13",
		"22. märts 2018":                            "2018-03-22",
		"15. toukokuuta 2019":                       "2019-05-15",
		"12 Oktober 2010":                           "2010-10-12",
		"平成十一年一月二十七日":                               "1999-01-27",
		"令和元年５月１日":                                  "2019-05-01",
		"中華民國110年3月12日":                             "2021-03-12",
		"ngày 5 tháng 5 năm 2020":                   "2020-05-05",
		"2020 წლის 5 მაისი":                         "2020-05-05",
		"2016. 11. 08":                              "2016-11-08",
		"ve dnech 4. 12. 1998":                      "1998-12-04",
		"12. des. 2019":                             "2019-12-12",
		"Held in the harbour, on 3 February 1999":   "1999-02-03",
		"31 February 2006":                          "2006-02",
		"20 June":                                   "",
		"Room 2006":                                 "",
		"99 June 2006":                              "2006-06",
		"Maymay 2006":                               "",
		"1 2 3 2006":                                "",
		"A/2006/06/20":                              "",
	} {
		if got := describe.Report(parse(text)).Date; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestOpensWithDate(t *testing.T) {
	for text, want := range map[string]bool{
		"May 4, 2031":             true,
		"Monday, 4 May 2031":      true,
		"4 May 2031, at noon":     true,
		"May 2031":                false,
		"As at 31 December 2010":  false,
		"The lamps of 2031-05-04": false,
	} {
		if got := describe.OpensWithDate(text); got != want {
			t.Errorf("%q opens with a date: %v", text, got)
		}
	}
}

func TestDateOfMeeting(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want corpus.Date
	}{
		"not of the imprint":      {"Published by the Harbour Office, 4 May 2001\n\n# Tides\n\n2 April 2001, Brest", "2001-04-02"},
		"of the imprint at least": {"Published by the Harbour Office, 4 May 2001\n\n# Tides", "2001-05-04"},
		"not of distribution":     {"A/52/9\n\nDistr.: General\n\n9 May 1997\n\nHeld at Headquarters, New York, on Friday, 2 May 1997, at 3 p.m.", "1997-05-02"},
		"not of another text":     {"# Tides\n\n# Introduction\n\nThe resolution of 4 May 2001 is well known. The board met on 6 June 2002. " + running, "2002-06-06"},
		"not of the issue":        {"Sábado, 4 de maio de 2019 I Série — Número 82\n\nREUNIÃO PLENÁRIA DE 3 DE MAIO DE 2019\n\nO Farol. " + running, "2019-05-03"},
		"of the cover":            {"# Tides\n\n7 June 2002\n\n# Introduction\n\nThe board met on 6 June 2002. " + running, "2002-06-07"},
	} {
		if got := describe.Report(parse(c.text)).Date; got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestSymbol(t *testing.T) {
	for text, want := range map[string]string{
		"A/79/PV.29":                      "A/79/PV.29",
		"United Nations S/PV.8422":        "S/PV.8422",
		"United Nations A/HRC/11/18*":     "A/HRC/11/18",
		"A/C.3/73/SR.12":                  "A/C.3/73/SR.12",
		"E/CN.4/2006/73/Add.1":            "E/CN.4/2006/73/Add.1",
		"S/PV.8422 (Resumption 1)":        "S/PV.8422 (Resumption 1)",
		"CMW/C/SR.400":                    "CMW/C/SR.400",
		"FCCC/SBI/2015/10":                "FCCC/SBI/2015/10",
		"C/106/48/Rev.1":                  "C/106/48/Rev.1",
		"See A/79/198 on the tide":        "",
		"Report on the tide (A/79/198)":   "",
		"UNITAR/UNFPA/IOM Harbour Series": "",
		"A/B":                             "",
		"1/2":                             "",
	} {
		if got := describe.Report(parse(text)).Symbol; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// Recognition reads the large type of a masthead worst, and takes its emblem for letters; the
// running heads of the record have its symbol in small type.
func TestScannedRecord(t *testing.T) {
	for symbol, c := range map[string]struct{ cover, title, series string }{
		"S/PV.9421":     {"\\) Security Council Provisional\n\nSeventy-ninth year\n\n94214 meeting", "Security Council, 9421st meeting", "Security Council, Seventy-ninth year"},
		"A/79/PV.12":    {"(a \\y General Assembly\n\nWy Seventy-ninth session\n\n12% plenary meeting", "General Assembly, 12th plenary meeting", "General Assembly, Seventy-ninth session"},
		"A/C.3/79/SR.3": {"Gencral Asscmbly", "Third Committee, 3rd meeting", ""},
		"CCPR/C/SR.402": {"Humcn Rights", "Human Rights Committee, 402nd meeting", ""},
	} {
		doc := parse("United Nations\n\n" + c.cover + "\n\nTuesday, 29 October 2024, 3 p.m.\n\nNew York\n\nThe meeting was called to order at 3 p.m.\n\nThe President: " + running)
		doc.OCR, doc.Symbol = true, symbol
		got := describe.Report(doc)
		if got.Title != c.title || got.Series != c.series || got.Symbol != symbol {
			t.Errorf("%s: title %q, series %q, symbol %q", symbol, got.Title, got.Series, got.Symbol)
		}
	}
}

func TestTitle(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"largest heading":      {"## Ligue des phares\n\n# The keeping of lights\n\n## A handbook for pilots", "The keeping of lights"},
		"not an organisation":  {"# Lighthouse Board (LHB)\n\n# The keeping of lights", "The keeping of lights"},
		"report of a workshop": {"# Lighthouse Board\n\n## Report of the workshop on lights\n\n## Brest", "Report of the workshop on lights"},
		"no page furniture":    {"# www.example.org\n\n# Provisional\n\n# 12\n\n# * * *\n\n# A/52/9\n\n# 4 May 2001\n\n# The keeping of lights", "The keeping of lights"},
		"without its date":     {"# Workshop on lights (Brest, 4 May 2001)", "Workshop on lights"},
		"first line":           {"The keeping of lights\n\n" + running, "The keeping of lights"},
		"marks of notes":       {"# The keeping of lights **", "The keeping of lights"},
	} {
		if got := describe.Report(parse(c.text)).Title; got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	doc := parse(running)
	for declared, want := range map[string]string{
		"Lights and their keepers": "Lights and their keepers", "Microsoft Word - lights.doc": "", "lights_v2.docx": "", "untitled": "", "A/52/9": "",
	} {
		doc.Title = declared
		if got := describe.Report(doc).Title; got != want {
			t.Errorf("declared %q: %q, want %q", declared, got, want)
		}
	}
}
