package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// program is the real program, run in a process of its own. The test binary is it
// under the program's name.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "briefsearch")
	if err := os.WriteFile(name, content, 0o700); err != nil {
		t.Fatal(err)
	}
	// The test's own context ends before its cleanup, in which the program stops.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(t.Context()), time.Minute)
	t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), underRace...)
	return cmd
}

// indexed indexes files into a new index.
func indexed(t *testing.T, index string, paths ...string) {
	t.Helper()
	if out, err := program(t, append([]string{"index", "--index", index}, paths...)...).CombinedOutput(); err != nil {
		t.Fatalf("index: %v\n%s", err, out)
	}
}

// served indexes files and serves them; it returns the address.
func served(t *testing.T, paths ...string) string {
	t.Helper()
	index := filepath.Join(t.TempDir(), "index")
	indexed(t, index, paths...)
	return serving(t, index)
}

// serving serves an index; it returns the address.
func serving(t *testing.T, index string) string {
	t.Helper()
	cmd := program(t, "serve", "--index", index, "--addr", "127.0.0.1:0")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("serve said nothing: %v", err)
	}
	t.Cleanup(func() {
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Errorf("interrupt: %v", err)
		}
		if err := cmd.Wait(); err != nil {
			t.Errorf("serve did not stop well: %v\n%s", err, said.Bytes())
		}
	})
	address := regexp.MustCompile(`http://[^/]+`).FindString(line)
	if address == "" {
		t.Fatalf("no address in %q", line)
	}
	return address
}

func get(t *testing.T, address string) (int, http.Header, []byte) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, res.Header, body
}

// names are the speakers that a search finds, sorted.
func names(t *testing.T, address, search string) []string {
	t.Helper()
	status, _, body := get(t, address+"/api/v1/search?size=100&"+search)
	var answer struct {
		Total int
		Hits  []struct{ Speaker struct{ Name string } }
	}
	if err := json.Unmarshal(body, &answer); status != http.StatusOK || err != nil {
		t.Fatalf("%s: status %d, %v\n%s", search, status, err, body)
	}
	if answer.Total != len(answer.Hits) {
		t.Errorf("%s: total %d, %d hits", search, answer.Total, len(answer.Hits))
	}
	found := []string{}
	for _, h := range answer.Hits {
		found = append(found, h.Speaker.Name)
	}
	slices.Sort(found)
	return found
}

type searchCase struct {
	query string
	want  []string
}

func searches(t *testing.T, address string, cases []searchCase) {
	t.Helper()
	for _, tc := range cases {
		if diff := cmp.Diff(tc.want, names(t, address, tc.query)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tc.query, diff)
		}
	}
}

// TestServeSamples asks what the README tells a newcomer to try.
func TestServeSamples(t *testing.T) {
	address := served(t, filepath.FromSlash("../../corpus/sample/reports"))
	searches(t, address, []searchCase{
		{"q=" + url.QueryEscape(`"Silk Routes"`), []string{"Selin Karaduman", "Teodora Lindqvist-Amadi"}},
		{"rcp=ABU-DHABI", []string{"Dilhani Weerakoon-Perera", "Villaflor-Reyes"}},
		{"country=Fiji", []string{"Tuilovoni"}},
		{"country=GE&country_role=mentioned", []string{"Beridzeli", "Desrosiers-Lamontagne"}},
		{"rcp=BALI&theme=smuggling", []string{"Bagus Wiratmadja"}},
		{"speaker=Okwuosa", []string{"Okwuosa"}},
		{"q=remesas", []string{
			"Dilhani Weerakoon-Perera", "Joaquín Etcheverría Salles", "Milagros Otárola Benítez", "Okwuosa", "Ramatoulaye Sarr-Diédhiou",
		}},
	})
	sections(t, address)
	everything := names(t, address, "")
	for _, q := range []string{"q=RCM", "q=" + url.QueryEscape(`"Puebla Process"`), "q=" + url.QueryEscape(`"Regional Conference on Migration"`)} {
		if diff := cmp.Diff(names(t, address, "rcp=RCM"), names(t, address, q)); diff != "" {
			t.Errorf("rcp=RCM and %s (-rcp +q)\n%s", q, diff)
		}
	}
	if len(everything) < 30 {
		t.Errorf("everything is %d interventions", len(everything))
	}
	badInput(t, address)
}

// sections asks for what nobody said, which no search among interventions finds.
func sections(t *testing.T, address string) {
	t.Helper()
	const words = "q=" + "%22sin+car%C3%A1cter+vinculante%22"
	if found := names(t, address, words); len(found) > 0 {
		t.Errorf("%v said what a section says", found)
	}
	_, _, body := get(t, address+"/api/v1/search?in=sections&"+words)
	var answer struct {
		Total int
		Hits  []struct {
			URL      string
			Section  struct{ Title string }
			Passages []struct{ Text string }
		}
	}
	if err := json.Unmarshal(body, &answer); err != nil || answer.Total != 1 || len(answer.Hits) != 1 {
		t.Fatalf("%v\n%s", err, body)
	}
	hit := answer.Hits[0]
	if hit.Section.Title != "Antecedentes" || !strings.Contains(hit.Passages[0].Text, "sin carácter vinculante") {
		t.Errorf("the section is %+v", hit)
	}
	if _, _, body := get(t, address+"/api/v1/search?in=sections&rcp=QUITO&facets="); !strings.Contains(string(body), `"title":"Declaración final"`) {
		t.Errorf("the section that names a process is not found by it: %s", body)
	}
	page, fragment, _ := strings.Cut(hit.URL, "#")
	if status, _, body := get(t, address+page); status != http.StatusOK || !strings.Contains(string(body), `id="`+fragment+`"`) {
		t.Errorf("%s leads nowhere: %d", hit.URL, status)
	}
	for _, asked := range []string{words, "rcp=QUITO"} {
		if _, _, body := get(t, address+"/?"+asked); !strings.Contains(string(body), "in=sections") {
			t.Errorf("the page of %s does not lead to the other parts of reports", asked)
		}
	}
}

// badInput holds the server to problem documents.
func badInput(t *testing.T, address string) {
	t.Helper()
	for _, tc := range []struct {
		path, parameter string
		status          int
	}{
		{"/api/v1/search?size=many", "size", http.StatusBadRequest},
		{"/api/v1/search?rcp=NOSUCH", "rcp", http.StatusBadRequest},
		{"/api/v1/search?from=yesterday", "from", http.StatusBadRequest},
		{"/api/v1/search?cursor=x", "cursor", http.StatusBadRequest},
		{"/api/v1/search?q=%ff", "q", http.StatusBadRequest},
		{"/api/v1/search?colour=red", "colour", http.StatusBadRequest},
		{"/api/v1/interventions/nothing-here", "", http.StatusNotFound},
		{"/api/v1/nothing", "", http.StatusNotFound},
	} {
		status, header, body := get(t, address+tc.path)
		var problem struct{ Parameter, Title string }
		if err := json.Unmarshal(body, &problem); err != nil {
			t.Errorf("%s: %v\n%s", tc.path, err, body)
			continue
		}
		if status != tc.status || problem.Parameter != tc.parameter || !strings.HasPrefix(header.Get("Content-Type"), "application/problem+json") {
			t.Errorf("%s: status %d, %s, %s", tc.path, status, header.Get("Content-Type"), body)
		}
	}
}

// TestServeWhileIndexing serves an index that is empty at first, and shows what is
// indexed meanwhile.
func TestServeWhileIndexing(t *testing.T) {
	index := filepath.Join(t.TempDir(), "index")
	address := serving(t, index)
	if found := names(t, address, ""); len(found) != 0 {
		t.Errorf("an empty index has %v", found)
	}
	indexed(t, index, filepath.FromSlash("../../corpus/sample/reports/declaracion-dialogo-sur.md"))
	for end := time.Now().Add(20 * time.Second); len(names(t, address, "q=remesas")) == 0; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("what was indexed is not seen")
		}
	}
}

// TestServeSeed asks a real report what it is known to hold.
func TestServeSeed(t *testing.T) {
	seed := filepath.FromSlash("../../../shared/reports/seed/rcp-briefing-2006.txt")
	if _, err := os.Stat(seed); err != nil {
		t.Skip("shared reports not present: the seed report is not searched; TestServeSamples searches the samples")
	}
	address := served(t, seed)
	puebla := []string{"Jose Miguel Guzman", "Luis Monzon", "Monique Ramgoolie", "Vincent Williams"}
	searches(t, address, []searchCase{
		{"q=remittances", []string{"Jose Miguel Guzman", "Juan Alfredo Buffa"}},
		{"rcp=RCM", puebla},
		{"q=RCM", puebla},
		{"q=" + url.QueryEscape(`"Puebla Process"`), puebla},
		{"q=" + url.QueryEscape(`"Regional Conference on Migration"`), puebla},
		{"country=ID", []string{"Andre Siregar"}},
		{"rcp=BALI&rcp=SACM", []string{"Andre Siregar", "Jose Miguel Guzman", "Juan Alfredo Buffa"}},
	})
	badInput(t, address)
}

// TestService holds the unit for systemd to the flags that there are.
func TestService(t *testing.T) {
	unit, err := os.ReadFile("../../deploy/briefsearch.service")
	if err != nil {
		t.Fatal(err)
	}
	lines := regexp.MustCompile(`(?m)briefsearch ((?:serve|index) --.*)$`).FindAllStringSubmatch(string(unit), -1)
	if len(lines) != 2 {
		t.Fatalf("%d command lines, want 2: %q", len(lines), lines)
	}
	for _, line := range lines {
		args := strings.Fields(line[1])
		command, rest, err := newRoot().Find(args)
		if err == nil {
			err = command.ParseFlags(rest)
		}
		if err != nil || command.Name() != args[0] {
			t.Errorf("%s: %v", line[1], err)
		}
	}
}
