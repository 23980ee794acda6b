package bleve

// What tests look at from outside.
var (
	CheckRoot = checkRoot
	CopyRoot  = copyRoot
)
