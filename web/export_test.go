package web

// NewRouter gives tests the routes that New serves.
var NewRouter = newRouter
