package describe

import (
	"embed"

	"briefsearch/indexer/words"
)

//go:embed words/*.txt
var wordFiles embed.FS

// lists are the words and forms that covers are read by, by name.
var lists = words.Read(wordFiles)
