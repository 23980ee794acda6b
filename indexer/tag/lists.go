package tag

import (
	"embed"

	"briefsearch/indexer/words"
)

//go:embed words/*.txt
var wordFiles embed.FS

// lists are the words and forms that names are told by, by name.
var lists = words.Read(wordFiles)
