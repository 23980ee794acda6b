// Package matter recognises what stands in a report and is nobody's words: headings,
// frames and titles of sessions, notes of the clerk, asides, the matter of pages and of
// publishers.
//
// In: a block or its text, from package read. Out: whether it is such a thing. Packages
// opening and label are next: they find who speaks in the rest.
package matter
