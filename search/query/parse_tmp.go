package query

// Parse is a stand-in until the vocabulary compiles.
func Parse(s string, _ any, o Options) (Node, []Notice) { return parse(s, nil, o) }
