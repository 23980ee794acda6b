// Package segment finds the sections, sessions and interventions of a report.
//
// In: a read.Document. Out: Parts, every block of the document in exactly one of
// them. Package tag is next. There is one file for each report layout, and what a layout
// needs for itself stands beside it. What they share are packages, each of which knows
// those before it: grammar (how people are named and told to speak), matter (what is
// nobody's words), opening (whom a sentence tells to speak), label (what is printed before
// a speech) and learned (labels that only the document shows).
package segment

import (
	"slices"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/segment/grammar"
)

// Parts is what a report is divided into. Ids and tags are not yet set.
type Parts struct {
	Sections      []corpus.Section
	Interventions []corpus.Intervention
	// Left is what is in neither, piece by piece in the order of the report:
	// its cover, its headings as printed, footnotes, procedure and addresses.
	Left []string
}

// Layout knows one way of laying out a report. A Layout is safe for concurrent
// use and its work is linear in the length of the document.
//
// A layout is added by writing one and adding it to All.
type Layout interface {
	// Name is what inspect prints as "layout".
	Name() string
	// Score is how surely the document has this layout, from 0 to
	// certain. It is cheap.
	Score(doc *read.Document) float64
	// Segment divides the document.
	Segment(doc *read.Document) Parts
}

// bounded is a layout that has to read for its score, and knows before what that is at most.
type bounded interface {
	most(doc *read.Document) float64
}

// All returns the layouts. Where two fit equally the earlier one is picked, so those
// that can be certain come first.
func All(names grammar.Names) []Layout {
	var shared surveys
	return []Layout{verbatim(names, &shared), transcript(names, &shared), numbered{names}, narrative{names: names}, statement{names}, bulletin{names}, prose{}}
}

// certain is the highest score that a layout gives: the paragraphs leave no doubt.
const certain = 0.95

// Pick returns the layout with the highest score, the earlier one among equals. Of
// a long document the layouts see a part, so that the choice costs the same for
// all of them, and when one is certain the others are not asked.
func Pick(doc *read.Document, all []Layout) Layout {
	best, bestScore := all[0], -1.0
	part := sample(doc)
	for _, l := range all {
		if b, ok := l.(bounded); ok && b.most(part) <= bestScore {
			continue
		}
		if s := l.Score(part); s > bestScore {
			best, bestScore = l, s
		}
		if bestScore >= certain {
			break
		}
	}
	return best
}

const (
	sampleText  = 48 << 10 // bytes of text that show how a report is laid out
	sampleCover = 48       // blocks at its beginning that are always among them
	sampleRun   = 16       // blocks in a row, so that turns keep their neighbours
)

// sample is a document's beginning and runs of blocks spread evenly over the rest,
// or the document itself when it is short.
func sample(doc *read.Document) *read.Document {
	size := 0
	for i := range doc.Blocks {
		size += len(doc.Blocks[i].Text)
	}
	every := (size + sampleText - 1) / sampleText
	if every < 2 || len(doc.Blocks) <= sampleCover+sampleRun {
		return doc
	}
	part := *doc
	part.Blocks = slices.Clone(doc.Blocks[:sampleCover])
	for i := sampleCover; i < len(doc.Blocks); i++ {
		if (i-sampleCover)/sampleRun%every == 0 {
			part.Blocks = append(part.Blocks, doc.Blocks[i])
		}
	}
	return &part
}
