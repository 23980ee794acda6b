package grammar

import (
	"embed"

	"briefsearch/indexer/words"
)

//go:embed words/*.txt
var wordFiles embed.FS

// Lists are the words and forms that the layouts know, by name.
var Lists = words.Read(wordFiles)
