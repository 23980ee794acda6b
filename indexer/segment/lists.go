package segment

import (
	"embed"

	"briefsearch/indexer/words"
)

//go:embed words/*.txt
var wordFiles embed.FS

// lists are the words and forms that the layouts know, by name.
var lists = words.Read(wordFiles)
