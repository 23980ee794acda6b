// Package opening finds whom a sentence tells to speak: at its beginning ("Ms. Brook,
// Director of …, said"), behind an introductory clause, behind what was said, or several
// within a paragraph.
//
// In: a sentence or a paragraph in prose. Out: an Opening, or Turns, with their speakers.
// The layouts that tell who spoke are next (narrative, numbered, bulletin); package label
// is for records that print it.
package opening
