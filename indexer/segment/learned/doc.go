// Package learned decides which labels a document bears out, and learns the forms that
// package label does not know from the document itself: how an opening is printed, whether
// it recurs with others between, frames names, is announced, and whether somebody speaks
// behind it.
//
// In: the paragraphs of a document with the labels that may be in them. Out: Heard, which
// answers for each paragraph whose label it has. The layouts verbatim and transcript are
// next.
package learned
