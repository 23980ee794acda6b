package opensearch

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"briefsearch/corpus"
)

// The client is plain net/http: eight kinds of request whose bodies are ours anyway.
// The official one would bring two SDKs of a cloud along to sign requests in it.

const (
	hintReach    = "See that the cluster runs and can be reached from here, and that the address given with --index is right."
	hintPassword = "Give the user in the address, https://USER@HOST:9200/NAME, and the password in the environment as " + PasswordVariable + "."
	hintBusy     = "The cluster has too much to do or lost a part of itself: look at its health, and try again."
	hintGone     = "The index is not there any more: index again, with briefsearch index."
	hintLess     = "Ask for less: fewer words, or longer beginnings of words."
	hintCA       = "Name the file with the certificate of the authority that signed the cluster's, in PEM form."
)

// slowest is how long one request may take when nobody says.
const slowest = 2 * time.Minute

// object is JSON on its way to the cluster.
type object = map[string]any

// client speaks to the index of one name in one cluster.
type client struct {
	http           http.Client
	base           string // of the cluster: scheme, host and what a proxy has before it
	index          string
	user, password string
}

func newClient(to *address, o Options) (*client, error) {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 32
	if o.CAFile != "" {
		pem, err := os.ReadFile(o.CAFile)
		pool := x509.NewCertPool()
		if err == nil && !pool.AppendCertsFromPEM(pem) {
			err = errors.New("it holds no certificate")
		}
		if err != nil {
			return nil, &corpus.Error{Code: corpus.Invalid, Op: "read certificates", File: o.CAFile, Err: err, Hint: hintCA}
		}
		transport.TLSClientConfig = &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}
	}
	return &client{
		http: http.Client{Transport: transport, Timeout: slowest},
		base: to.base, index: to.index, user: to.user, password: to.password,
	}, nil
}

// String is the address as people may see it.
func (c *client) String() string { return c.base + "/" + c.index }

// refusal is an answer of the cluster that is none.
type refusal struct {
	status int
	kind   string // index_not_found_exception
	reason string
}

func (r *refusal) Error() string {
	if r.reason == "" {
		return fmt.Sprintf("the cluster answers %d %s", r.status, http.StatusText(r.status))
	}
	return fmt.Sprintf("the cluster answers %d: %s", r.status, r.reason)
}

// ask sends a request about the index and reads the answer into out, if that is not
// nil. A body is an object, or lines that are JSON each.
func (c *client) ask(ctx context.Context, method, path string, body, out any) error {
	payload, kind, err := encode(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, method, c.base+"/"+c.index+path, bytes.NewReader(payload))
	if err != nil {
		return err
	}
	req.Header.Set("Accept", "application/json")
	req.Header["Idempotency-Key"] = nil // not sent: it tells that the request may be sent again when a connection broke
	if len(payload) > 0 {
		req.Header.Set("Content-Type", kind)
	}
	if c.user != "" {
		req.SetBasicAuth(c.user, c.password)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode >= http.StatusMultipleChoices {
		return readRefusal(resp)
	}
	if out == nil {
		_, err = io.Copy(io.Discard, resp.Body)
		return err
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

func encode(body any) (payload []byte, kind string, err error) {
	switch body := body.(type) {
	case nil:
		return nil, "", nil
	case []byte:
		return body, "application/x-ndjson", nil
	default:
		payload, err = json.Marshal(body)
		return payload, "application/json", err
	}
}

// maxRefusal bounds what is read of an error.
const maxRefusal = 64 << 10

func readRefusal(resp *http.Response) error {
	r := &refusal{status: resp.StatusCode}
	text, err := io.ReadAll(io.LimitReader(resp.Body, maxRefusal))
	if err != nil {
		return r //nolint:nilerr // that it was refused is what matters
	}
	var told struct {
		Error struct {
			Type, Reason string
			RootCause    []struct{ Reason string } `json:"root_cause"`
		}
	}
	if json.Unmarshal(text, &told) == nil {
		r.kind, r.reason = told.Error.Type, told.Error.Reason
		if causes := told.Error.RootCause; len(causes) > 0 && causes[0].Reason != "" {
			r.reason = causes[0].Reason
		}
	}
	return r
}

// fault gives an error its code and its remedy.
func (c *client) fault(ctx context.Context, op string, err error) error {
	var known *corpus.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	fail := func(code corpus.Code, hint string) error {
		return &corpus.Error{Code: code, Op: op, File: c.String(), Err: bare(err), Hint: hint}
	}
	var refused *refusal
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return &corpus.Error{Code: corpus.Timeout, Op: op, Err: context.DeadlineExceeded, Hint: hintLess}
	case ctx.Err() != nil:
		return fmt.Errorf("%s: %w", op, ctx.Err())
	case !errors.As(err, &refused):
		return fail(corpus.Unavailable, hintReach)
	case refused.status == http.StatusUnauthorized, refused.status == http.StatusForbidden:
		return fail(corpus.Unavailable, hintPassword)
	case refused.kind == "index_not_found_exception":
		return fail(corpus.Unavailable, hintGone)
	case refused.busy():
		return fail(corpus.Unavailable, hintBusy)
	default:
		return fail(corpus.Internal, "")
	}
}

func (r *refusal) busy() bool {
	return r.status == http.StatusTooManyRequests || r.status >= http.StatusInternalServerError
}

// bare leaves the address of a failed request aside: the error has it already.
func bare(err error) error {
	var failed *url.Error
	if errors.As(err, &failed) {
		return failed.Err
	}
	return err
}

// refusedAs says whether the cluster refused with one of these types of error.
func refusedAs(err error, kinds ...string) bool {
	var refused *refusal
	return errors.As(err, &refused) && strings.Contains(" "+strings.Join(kinds, " ")+" ", " "+refused.kind+" ")
}

// patience is how long a busy cluster is given before a write is sent again.
var patience = []time.Duration{time.Second, 3 * time.Second, 9 * time.Second}

// insist does what is to be written, and does it again when the cluster is busy.
func insist(ctx context.Context, write func() error) error {
	for _, wait := range patience {
		err := write()
		var refused *refusal
		if !errors.As(err, &refused) || !refused.busy() {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
		}
	}
	return write()
}
