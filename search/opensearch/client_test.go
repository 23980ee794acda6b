package opensearch_test

import (
	"context"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/opensearch"
)

const secret = "hunter2"

// ours is how an index of this program is told.
var ours = fmt.Sprintf(`{"x":{"mappings":{"_meta":{"briefsearch":%d}}}}`, search.SchemaVersion*100+1)

// answering is a server that gives one answer to everything.
func answering(status int, body string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	})
}

// addressOf is that of an index on a server, with a user and a password.
func addressOf(s *httptest.Server) string {
	return strings.Replace(s.URL, "://", "://ada:"+secret+"@", 1) + "/name"
}

func TestRefusals(t *testing.T) {
	gone := httptest.NewServer(answering(http.StatusOK, ours))
	gone.Close()
	for _, tt := range []struct {
		name   string
		answer http.Handler // nil: nobody answers
		code   corpus.Code
		hint   string // a part of it
	}{
		{"nobody is there", nil, corpus.Unavailable, "the cluster runs"},
		{"a wrong password", answering(http.StatusUnauthorized, ""), corpus.Unavailable, opensearch.PasswordVariable},
		{"no right to it", answering(http.StatusForbidden, `{"error":{"type":"security_exception","reason":"no permissions"}}`), corpus.Unavailable, "USER"},
		{"another schema", answering(http.StatusOK, `{"x":{"mappings":{"_meta":{"briefsearch":1}}}}`), corpus.Conflict, "another name"},
		{"somebody else's", answering(http.StatusOK, `{"x":{"mappings":{}}}`), corpus.Conflict, "another name"},
		{"too busy", answering(http.StatusTooManyRequests, ""), corpus.Unavailable, "try again"},
		{"no JSON", answering(http.StatusOK, "<html>"), corpus.Unavailable, "address"},
		{"no index", answering(http.StatusNotFound, `{"error":{"type":"index_not_found_exception","reason":"no such index [name]"}}`), corpus.NotFound, "briefsearch index"},
	} {
		where := addressOf(gone)
		if tt.answer != nil {
			s := httptest.NewServer(tt.answer)
			t.Cleanup(s.Close)
			where = addressOf(s)
		}
		_, err := opensearch.Open(t.Context(), where, opensearch.Options{Existing: true})
		if corpus.CodeOf(err) != tt.code || !strings.Contains(corpus.HintOf(err), tt.hint) {
			t.Errorf("%s: %v is %q, with the hint %q", tt.name, err, corpus.CodeOf(err), corpus.HintOf(err))
		}
		if err != nil && strings.Contains(err.Error()+corpus.HintOf(err), secret) {
			t.Errorf("%s: the password is in %q", tt.name, err)
		}
	}
}

func TestAddresses(t *testing.T) {
	for _, where := range []string{
		"https://", "https://host", "https://host:9200/", "https://host/Name", "https://host/_all", "https://host/a,b", "https://host/a*",
		"https://ada:" + secret + "@host:badport/name", "https://host/name?shards=0", "https://host/name?shards=many", "https://host/name?replicas=-1",
	} {
		_, err := opensearch.Open(t.Context(), where, opensearch.Options{})
		if corpus.CodeOf(err) != corpus.Invalid || strings.Contains(err.Error(), secret) {
			t.Errorf("%s: %v", where, err)
		}
	}
	for index, want := range map[string]bool{"https://host/name": true, "http://host/name": true, "/var/lib/index": false, "index": false} {
		if opensearch.IsAddress(index) != want {
			t.Errorf("%s is taken for an address: %v", index, !want)
		}
	}
}

// TestSecrets gives the password from the environment, over TLS with an authority of
// the house.
func TestSecrets(t *testing.T) {
	var user, password atomic.Value
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, p, _ := r.BasicAuth()
		user.Store(u)
		password.Store(p)
		_, _ = io.WriteString(w, ours)
	}))
	s.Config.ErrorLog = log.New(io.Discard, "", 0) // of a handshake that is to fail
	s.StartTLS()
	defer s.Close()
	ca := filepath.Join(t.TempDir(), "ca.pem")
	cert := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: s.Certificate().Raw})
	if err := os.WriteFile(ca, cert, 0o600); err != nil {
		t.Fatal(err)
	}
	where := strings.Replace(s.URL, "://", "://ada@", 1) + "/name"
	if _, err := opensearch.Open(t.Context(), where, opensearch.Options{}); corpus.CodeOf(err) != corpus.Unavailable {
		t.Errorf("a certificate of nobody's: %v", err)
	}
	if _, err := opensearch.Open(t.Context(), where, opensearch.Options{Password: secret, CAFile: ca}); err != nil {
		t.Fatal(err)
	}
	if user.Load() != "ada" || password.Load() != secret {
		t.Errorf("%v came with %v", user.Load(), password.Load())
	}
	if _, err := opensearch.Open(t.Context(), where, opensearch.Options{CAFile: ca + "x"}); corpus.CodeOf(err) != corpus.Invalid {
		t.Errorf("no file of certificates: %v", err)
	}
}

// TestBusy has the cluster refuse what is written the first time.
func TestBusy(t *testing.T) {
	defer opensearch.Hurry()()
	var asked atomic.Int64
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case strings.HasSuffix(r.URL.Path, "/_bulk") && asked.Add(1) == 1:
			_, _ = io.WriteString(w, `{"errors":true,"items":[{"index":{"status":429,"error":{"type":"rejected_execution_exception","reason":"full"}}}]}`)
		case strings.HasSuffix(r.URL.Path, "/_bulk") && asked.Load() == 2:
			w.WriteHeader(http.StatusServiceUnavailable)
		case strings.HasSuffix(r.URL.Path, "/_mapping"):
			_, _ = io.WriteString(w, ours)
		default:
			_, _ = io.WriteString(w, "{}")
		}
	}))
	defer s.Close()
	e, err := opensearch.Open(t.Context(), addressOf(s), opensearch.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := &corpus.Report{ID: "r", Interventions: []corpus.Intervention{{ID: "r-1", Text: "some words"}}}
	if err := e.Put(t.Context(), r); err != nil || asked.Load() != 3 {
		t.Errorf("put after %d times: %v", asked.Load(), err)
	}
}

func TestDeadlines(t *testing.T) {
	done := make(chan struct{})
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/_mapping") {
			_, _ = io.WriteString(w, ours)
			return
		}
		<-done
	}))
	defer s.Close()
	defer close(done)
	e, err := opensearch.Open(t.Context(), addressOf(s), opensearch.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := e.Search(ctx, search.Request{}); corpus.CodeOf(err) != corpus.Timeout || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a cluster that does not answer in time: %v", err)
	}
}

// TestOtherHead makes words of a word by two faults that are not at its beginning alone.
func TestOtherHead(t *testing.T) {
	const word = "migration"
	pattern := regexp.MustCompile("^(" + opensearch.OtherHead(word) + ")$")
	n := 0
	faulty := func(w string, each func(string)) {
		for i := range len(w) {
			each(w[:i] + w[i+1:])
			each(w[:i] + "x" + w[i+1:])
			each(w[:i] + "x" + w[i:])
			if i > 0 {
				each(w[:i-1] + w[i:i+1] + w[i-1:i] + w[i+1:])
			}
		}
	}
	faulty(word, func(once string) {
		faulty(once, func(twice string) {
			if twice[0] == word[0] || opensearch.Edits(word, twice) != 2 {
				return
			}
			n++
			if !pattern.MatchString(twice) {
				t.Errorf("%s is not looked at", twice)
			}
		})
	})
	if n < 50 {
		t.Errorf("there are %d words only", n)
	}
}
