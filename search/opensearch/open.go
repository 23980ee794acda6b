package opensearch

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/words"
)

const opOpen = "open index"

// PasswordVariable is where the password of the cluster stands in the environment,
// unless the address has it.
const PasswordVariable = "BRIEFSEARCH_OPENSEARCH_PASSWORD" // #nosec G101 -- the name of it

const (
	hintAddress = "Write it as https://USER@HOST:9200/NAME: lower case, and ?shards=3&replicas=1 behind it where the index is to be made so."
	hintOld     = "Another version of the program wrote it: give --index another name, index all reports into that and serve it, then delete the old one."
	hintForeign = "An index of that name holds something else: give --index another name."
	hintNone    = "Make it with briefsearch index."
)

// Options are what is known of a cluster besides its address.
type Options struct {
	Password string // of the user in the address, who may have one there as well
	CAFile   string // certificates to trust, in PEM form; "" is those of the machine
	Existing bool   // the index must be there
}

// IsAddress says whether the name of an index is an address of this engine.
func IsAddress(index string) bool {
	return strings.HasPrefix(index, "https://") || strings.HasPrefix(index, "http://")
}

// address is where an index is.
type address struct {
	base, index    string
	user, password string
	shards         int
	replicas       string // as OpenSearch has it when ""
}

// parse reads an address. Its errors do not repeat it: there may be a password in it.
func parse(text, password string) (*address, error) {
	refuse := func(why string) (*address, error) {
		return nil, &corpus.Error{Code: corpus.Invalid, Op: "read address of the index", Err: errors.New(why), Hint: hintAddress}
	}
	u, err := url.Parse(text)
	if err != nil {
		return refuse("it cannot be read")
	}
	cut := strings.LastIndexByte(u.Path, '/')
	if u.Host == "" || cut < 0 || u.Fragment != "" {
		return refuse("it needs a host and the name of an index")
	}
	a := &address{
		base: (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path[:cut]}).String(), index: u.Path[cut+1:],
		user: u.User.Username(), password: password, shards: 1, replicas: u.Query().Get("replicas"),
	}
	if given, ok := u.User.Password(); ok {
		a.password = given
	}
	if a.index == "" || strings.Trim(a.index, "abcdefghijklmnopqrstuvwxyz0123456789-_.") != "" || strings.ContainsRune("-_.", rune(a.index[0])) {
		return refuse("the name of the index must be of small letters, digits and hyphens")
	}
	if shards := u.Query().Get("shards"); shards != "" {
		if a.shards, err = strconv.Atoi(shards); err != nil || a.shards < 1 || a.shards > 1024 {
			return refuse("shards must be a number from 1")
		}
	}
	if a.replicas != "" {
		if n, err := strconv.Atoi(a.replicas); err != nil || n < 0 {
			return refuse("replicas must be a number")
		}
	}
	return a, nil
}

// Open opens the index at an address, and makes it when it is not there. Invalid: the
// address makes no sense. Conflict: something else, or another version, made the index.
// Unavailable: the cluster is not there, or lets nobody in. NotFound: it had to be there.
func Open(ctx context.Context, where string, o Options) (search.Engine, error) {
	to, err := parse(where, o.Password)
	if err != nil {
		return nil, err
	}
	c, err := newClient(to, o)
	if err != nil {
		return nil, err
	}
	e := &Engine{client: c, analysers: words.Analysers()}
	err = e.check(ctx)
	if refusedAs(err, "index_not_found_exception") {
		if o.Existing {
			return nil, &corpus.Error{Code: corpus.NotFound, Op: opOpen, File: c.String(), Err: errMissing, Hint: hintNone}
		}
		if err = e.create(ctx, to); err == nil {
			err = e.check(ctx)
		}
	}
	if err != nil {
		return nil, c.fault(ctx, opOpen, err)
	}
	return e, nil
}

// check sees that the index is one that this program can read.
func (e *Engine) check(ctx context.Context) error {
	var told map[string]struct { // by the name of the index, which may be an alias
		Mappings struct {
			Meta struct{ Briefsearch int } `json:"_meta"`
		}
	}
	if err := e.ask(ctx, http.MethodGet, "/_mapping", nil, &told); err != nil {
		return err
	}
	for _, index := range told {
		switch schema := index.Mappings.Meta.Briefsearch; schema {
		case version:
		case 0:
			return &corpus.Error{Code: corpus.Conflict, Op: opOpen, File: e.String(), Err: errors.New("it is no index of this program"), Hint: hintForeign}
		default:
			err := fmt.Errorf("it has version %d, not %d", schema, version)
			return &corpus.Error{Code: corpus.Conflict, Op: opOpen, File: e.String(), Err: err, Hint: hintOld}
		}
	}
	return nil
}

// version changes with the schema, and with the form that this engine gives it.
const version = search.SchemaVersion*100 + 1

// create makes the index. That somebody else makes it at the same time is no fault.
func (e *Engine) create(ctx context.Context, to *address) error {
	settings := object{
		"number_of_shards":  to.shards,
		"max_result_window": maxWindow + 2*search.MaxSize,
		// A report is seen when all of it is there: whoever writes says when.
		"refresh_interval": "-1",
		"analysis": object{
			"analyzer": object{"terms": object{"type": "custom", "tokenizer": "whitespace", "filter": []string{"gap"}}},
			"filter":   object{"gap": object{"type": "stop", "stopwords": []string{gap}}},
		},
		// Turns are long, so that a word repeated goes on to count for longer.
		"similarity": object{"turns": object{"type": "BM25", "k1": 2.0, "b": 0.75}},
	}
	if to.replicas != "" {
		settings["number_of_replicas"] = to.replicas
	}
	err := e.ask(ctx, http.MethodPut, "", object{"settings": settings, "mappings": e.mapping()}, nil)
	if refusedAs(err, "resource_already_exists_exception") {
		return nil
	}
	if err != nil {
		return err
	}
	return e.stamp(ctx)
}

// mapping is derived from search.Fields. What is given back is stored as it is; the
// rest is made for looking things up, and not stored again.
func (e *Engine) mapping() object {
	exact := object{"type": "keyword", "ignore_above": maxKeyword}
	lookup := object{"type": "keyword", "ignore_above": maxKeyword, "doc_values": false}
	kept := object{"type": "object", "enabled": false}
	properties := object{
		fieldKind: exact, fieldID: exact, fieldAt: object{"type": "integer"}, fieldAnalyser: exact,
		fieldWord: exact, fieldLabel: lookup, fieldTurn: kept, fieldHead: kept, fieldOutline: kept, fieldStamp: lookup,
	}
	for _, f := range keywords() {
		properties[f.Name] = exact
		properties[folded(f.Name)] = lookup
		if ofReports(f.Name) {
			properties[folded(f.Name)] = exact
		}
	}
	for _, a := range e.analysers {
		properties[a.Field] = object{"type": "text", "analyzer": "terms", "similarity": "turns"}
	}
	return object{
		"_meta": object{"briefsearch": version}, "dynamic": false, "properties": properties,
		"_source": object{"includes": []string{fieldTurn, fieldHead, fieldOutline, fieldStamp}},
	}
}

// stamp gives the state of the index a new name, which everybody sees.
func (e *Engine) stamp(ctx context.Context) error {
	doc := object{fieldKind: kindState, fieldStamp: rand.Text()}
	return insist(ctx, func() error { return e.ask(ctx, http.MethodPut, stateDoc+"?refresh=true", doc, nil) })
}
