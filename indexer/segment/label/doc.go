// Package label parses the words that a record prints before a speech: "Mr. Brook
// (Ghana):", "The President:", "MODERATOR:".
//
// In: the text of a paragraph. Out: a Label, with the speaker, and how sure its form is.
// Package learned is next: it decides which labels a document bears out, and finds those
// whose form is not known here.
package label
