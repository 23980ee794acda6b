package ui

// The pages that show who says what, by the name of their template. They share
// the parts of explore.html.
const (
	pageMatrix  = "matrix"
	pageProfile = "profile"
	pageCompare = "compare"
	pageQuality = "quality"
)

var explorePages = []string{pageMatrix, pageProfile, pageCompare, pageQuality}

// exploreRoutes are the addresses of those pages.
func exploreRoutes() map[string]func(*visit) {
	return map[string]func(*visit){
		"/matrix":              (*visit).matrix,
		"/compare":             (*visit).compare,
		"/speakers/*name":      (*visit).speakerProfile,
		"/countries/:code":     (*visit).countryProfile,
		"/rcps/:id":            (*visit).rcpProfile,
		"/reports/:id/quality": (*visit).quality,
	}
}
