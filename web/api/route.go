package api

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
)

// Route is an address that programs ask. The router, the check of what a request
// asks for and the description of the API are all made from it, so that none of
// them can say what the others do not.
type Route struct {
	Path    string    // from the root of the server; ":name" stands for a value
	Name    string    // of the operation, in the description
	Group   string    // under which it is described: one of Groups
	Summary string    // a line
	About   string    // more, or ""
	Params  []Param   // of the path first, then of the query
	Answers []Content // one of them comes with 200; the first if nobody asks for another
	Tagged  bool      // answers carry an ETag, and a client that holds one is told so
	Example string    // what a person may ask, below the root; "{id}" is to be filled in

	// answer is nil when another package answers, which a test holds to the route.
	answer func(*handler, *gin.Context, url.Values)
}

// Content is a form in which an answer comes.
type Content struct {
	Type string // media type, without its parameters
	Of   any    // a value of the type that is written as JSON; nil is a text or a file
}

// Param is a parameter of a route.
type Param struct {
	Name    string
	About   string
	Example string
	InPath  bool
	Many    bool     // may be given MaxValues times
	Values  []string // all that it may be; nil is anything
	Form    *Form    // that a value has, blanks around it apart; nil is any
	Default string   // stands for it when it is not given; "" is none
	Length  int      // code points at most; 0 is MaxValue
	Number  bool     // from Min to Max
	Min     int
	Max     int
}

// MaxLength is how many code points a value has at most.
func (p *Param) MaxLength() int {
	if p.Length == 0 {
		return MaxValue
	}
	return p.Length
}

// Template is a path in the form of OpenAPI: "/reports/{id}".
func Template(path string) string {
	segments := strings.Split(path, "/")
	for i, s := range segments {
		if name, ok := strings.CutPrefix(s, ":"); ok {
			segments[i] = "{" + name + "}"
		}
	}
	return strings.Join(segments, "/")
}

// register adds the routes that this package answers.
func (h *handler) register(r gin.IRouter, routes []Route) {
	for i := range routes {
		route := &routes[i]
		if route.answer == nil {
			continue
		}
		handle := func(c *gin.Context) {
			values, err := route.read(c.Request)
			if err != nil {
				fail(c, err)
				return
			}
			if route.Tagged && h.unchanged(c, route) {
				return
			}
			route.answer(h, c, values)
		}
		r.GET(route.Path, handle)
		r.HEAD(route.Path, handle)
		r.OPTIONS(route.Path, preflight)
	}
}

// read reads the parameters of a request.
func (r *Route) read(req *http.Request) (url.Values, error) {
	values, err := ParseQuery(req.URL.RawQuery)
	if err != nil {
		return nil, err
	}
	return check(values, r.Params)
}

// check holds parameters to what a route takes, and fills in what it takes for
// granted. A blank value is what an empty box of a form sends: it is none.
func check(values url.Values, params []Param) (url.Values, error) {
	out := make(url.Values, len(values))
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names) // so that the same request always gets the same answer
	for _, name := range names {
		p, ok := find(params, name)
		if !ok {
			return nil, unknownParameter(name, params)
		}
		given, err := p.check(values[name])
		if err != nil {
			return nil, err
		}
		out[name] = given
	}
	for i := range params {
		if p := &params[i]; p.Default != "" && out.Get(p.Name) == "" {
			out.Set(p.Name, p.Default)
		}
	}
	return out, nil
}

func find(params []Param, name string) (*Param, bool) {
	i := slices.IndexFunc(params, func(p Param) bool { return p.Name == name && !p.InPath })
	if i < 0 {
		return nil, false
	}
	return &params[i], true
}

// check holds the values of a parameter to their number and form, and takes off
// the blanks around those that have one.
func (p *Param) check(values []string) ([]string, error) {
	switch n := len(values); {
	case !p.Many && n > 1:
		return nil, invalid(p.Name, fmt.Errorf("it is given %d times", n), "Give it once.")
	case n > MaxValues:
		return nil, invalid(p.Name, fmt.Errorf("it has %d values", n), fmt.Sprintf("At most %d values are taken.", MaxValues))
	}
	free := p.Values == nil && p.Form == nil && !p.Number
	out := make([]string, len(values))
	for i, value := range values {
		if err := checkText(p.Name, value, p.MaxLength()); err != nil {
			return nil, err
		}
		if !free {
			value = strings.TrimSpace(value)
		}
		out[i] = value
		if value == "" {
			continue
		}
		if err := p.checkForm(value); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Form is how a kind of value is written.
type Form struct {
	Name    string // "a year"
	Pattern *regexp.Regexp
}

func (p *Param) checkForm(value string) error {
	switch {
	case p.Values != nil && !slices.Contains(p.Values, value):
		return invalid(p.Name, fmt.Errorf("it cannot be %q", value), "Use "+alternatives(p.Values)+".")
	case p.Form != nil && !p.Form.Pattern.MatchString(value):
		return invalid(p.Name, fmt.Errorf("%q is not %s", value, p.Form.Name), "Write for instance "+p.Example+".")
	case p.Number && !p.inRange(value):
		return invalid(p.Name, fmt.Errorf("%q is not a number from %d to %d", value, p.Min, p.Max), "Choose a number in this range.")
	}
	return nil
}

func (p *Param) inRange(value string) bool {
	n, err := strconv.Atoi(value)
	return err == nil && p.Min <= n && n <= p.Max
}

// alternatives is "a, b or c".
func alternatives(values []string) string {
	last := len(values) - 1
	if last < 1 {
		return strings.Join(values, "")
	}
	return strings.Join(values[:last], ", ") + " or " + values[last]
}

// sizeOf is how much is wanted, of a route that takes a size.
func sizeOf(values url.Values) int {
	n, err := strconv.Atoi(values.Get("size"))
	if err != nil {
		return 0 // it was checked: the route takes none
	}
	return n
}

// unknownParameter is the fault of a request that asks for what a route does not
// take. Facets are named once in its hint, not with their minus.
func unknownParameter(name string, params []Param) error {
	var known []string
	excludes := false
	for i := range params {
		switch p := &params[i]; {
		case p.InPath:
		case strings.HasPrefix(p.Name, "-"):
			excludes = true
		default:
			known = append(known, p.Name)
		}
	}
	hint := "The parameters are " + strings.Join(known, ", ") + "."
	switch near := nearest(strings.ToLower(strings.TrimPrefix(name, "-")), slices.Values(known)); {
	case near != "":
		hint = fmt.Sprintf("Did you mean %q?", near)
	case len(known) == 0:
		hint = "This address takes no parameters."
	case excludes:
		hint = strings.TrimSuffix(hint, ".") + ", and each facet with a minus to exclude."
	}
	name = strings.ToValidUTF8(name, "\uFFFD")
	return invalid(name, errors.New("there is no such parameter"), hint)
}
