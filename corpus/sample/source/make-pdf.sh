#!/bin/sh
# Makes the PDFs of the sample reports anew from their sources:
#
#   declaration-groupe-africain.html   -> ../reports/declaration-groupe-africain.pdf
#   ../reports/briefing-rcp-2018.md    -> briefing-rcp-2018.pdf
#                                         briefing-rcp-2018-two-column.pdf
#
# The last two stay here, out of ../reports, because the same report is indexed
# from its Markdown; it is for trying how one report reads in another form:
#
#   briefsearch inspect corpus/sample/source/briefing-rcp-2018.pdf
#
# Wants Go, and Chromium on the PATH (CHROMIUM names another program). Chromium
# writes the time into a PDF, so commit a PDF only when its source has changed.
set -eu
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# print SOURCE.html TARGET.pdf
print() {
	"${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu \
		--user-data-dir="$work/profile" --no-pdf-header-footer \
		--print-to-pdf="$work/out.pdf" "file://$1" 2>"$work/log" || {
		cat "$work/log" >&2
		return 1
	}
	mv "$work/out.pdf" "$2"
	echo "made $2"
}

print "$PWD/declaration-groupe-africain.html" ../reports/declaration-groupe-africain.pdf

# briefing STYLE.css TARGET.pdf
briefing() {
	go run page.go 'What regional consultative processes bring to the Global Compact' "$1" \
		<../reports/briefing-rcp-2018.md >"$work/briefing.html"
	print "$work/briefing.html" "$2"
}

briefing briefing.css briefing-rcp-2018.pdf
briefing two-column.css briefing-rcp-2018-two-column.pdf
