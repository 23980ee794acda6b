//go:build ignore

// Page turns a report in Markdown, read from standard input, into the HTML page
// that make-pdf.sh prints:
//
//	go run page.go TITLE STYLE.css <REPORT.md >PAGE.html
package main

import (
	"fmt"
	"html"
	"io"
	"os"

	"github.com/yuin/goldmark"
)

const head = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>%s</title>
<style>
%s</style></head>
<body>
`

func main() {
	if err := page(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "page:", err)
		os.Exit(1)
	}
}

func page(args []string, in io.Reader, out io.Writer) error {
	if len(args) != 2 {
		return fmt.Errorf("want a title and a style sheet, got %d arguments", len(args))
	}
	style, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	report, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(out, head, html.EscapeString(args[0]), style); err != nil {
		return err
	}
	if err := goldmark.Convert(report, out); err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, "</body>\n</html>")
	return err
}
