package api

// Alive is the answer of a process that runs.
type Alive struct {
	Status  string `json:"status"`  // "ok"
	Version string `json:"version"` // of the program
}

// Ready is the answer of an index that can be asked.
type Ready struct {
	Status        string `json:"status"` // "ready"
	Reports       int    `json:"reports"`
	Interventions int    `json:"interventions"`
}
