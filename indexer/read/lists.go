package read

import (
	"embed"

	"briefsearch/indexer/words"
)

//go:embed words/*.txt
var wordFiles embed.FS

// lists are the words and forms that lost lines and paragraphs are found by, by name.
var lists = words.Read(wordFiles)
