package describe

import (
	"strconv"
	"strings"

	"briefsearch/indexer/regexp"
)

// eras are the years before the first of each, as Japan and Taiwan count them.
var eras = map[string]int{"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911}

// eraDate is a date by the year of an era: "平成十一年一月二十七日", "中華民國110年3月12日".
var eraDate = regexp.MustCompile(`(?:中華)?(明治|大正|昭和|平成|令和|民國) ?(元|[0-9０-９]{1,3}|[一二三四五六七八九十百]{1,5}) ?年 ?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2}) ?月 ?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}) ?日`)

// eraDates are the dates in a text that count by eras, in order.
func eraDates(text string) []found {
	if !strings.Contains(text, "年") {
		return nil
	}
	var all []found
	for _, m := range eraDate.FindAllStringSubmatchIndex(text, -1) {
		group := func(i int) string { return text[m[2*i]:m[2*i+1]] }
		y := strconv.Itoa(eras[group(1)] + hanNumber(group(2)))
		if date, ok := calendar(y, strconv.Itoa(hanNumber(group(3))), strconv.Itoa(hanNumber(group(4)))); ok {
			all = append(all, found{date: date, start: m[0], end: m[1], line: -1})
		}
	}
	return all
}

// hanNumber is a number below a thousand, in digits of any width or in Chinese characters.
func hanNumber(s string) int {
	const ones = "一二三四五六七八九"
	sum, last := 0, 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			last = 10*last + int(r-'0')
		case r >= '０' && r <= '９':
			last = 10*last + int(r-'０')
		case r == '元':
			last = 1
		case r == '十':
			sum, last = sum+10*max(last, 1), 0
		case r == '百':
			sum, last = sum+100*max(last, 1), 0
		default:
			last = strings.IndexRune(ones, r)/len("一") + 1
		}
	}
	return sum + last
}
