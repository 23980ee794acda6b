package read

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
)

// frontMatterLimit is how many lines a front matter may have.
const frontMatterLimit = 200

var frontMatterKey = regexp.MustCompile(`^[A-Za-z][\w -]*:(\s|$)`)

// cutFrontMatter takes a YAML front matter off the head of a text: lines between
// two of "---", the first of which is a key with a value. A text that merely
// opens with a rule is left as it is.
func cutFrontMatter(text string) (meta map[string]string, rest string) {
	head, ok := strings.CutPrefix(strings.TrimPrefix(text, "\ufeff"), "---\n")
	if !ok {
		return map[string]string{}, text
	}
	var lines []string
	for len(lines) < frontMatterLimit {
		line, after, more := strings.Cut(head, "\n")
		if trimmed := strings.TrimRight(line, " \t"); trimmed == "---" || trimmed == "..." {
			if len(lines) == 0 || !frontMatterKey.MatchString(lines[0]) {
				break
			}
			return parseFrontMatter(lines), after
		}
		if !more {
			break
		}
		lines = append(lines, line)
		head = after
	}
	return map[string]string{}, text
}

// parseFrontMatter reads the lines as YAML, and line by line when they are not
// quite that: a title with a colon in it is often left unquoted.
func parseFrontMatter(lines []string) map[string]string {
	meta := map[string]string{}
	var parsed map[string]any
	if err := yaml.Unmarshal([]byte(strings.Join(lines, "\n")), &parsed); err == nil {
		for k, v := range parsed {
			switch v.(type) {
			case nil, map[string]any, []any:
			default:
				meta[strings.ToLower(k)] = oneLine(fmt.Sprint(v))
			}
		}
		return meta
	}
	for _, line := range lines {
		if !frontMatterKey.MatchString(line) {
			continue
		}
		k, v, _ := strings.Cut(line, ":")
		v = strings.Trim(strings.TrimSpace(v), `"'`)
		if v != "" {
			meta[strings.ToLower(strings.TrimSpace(k))] = oneLine(v)
		}
	}
	return meta
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
