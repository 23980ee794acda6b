package segment

import "briefsearch/indexer/regexp"

// question labels whoever asks at a press conference, answer who replies, and
// nameless the others who are heard there.
var (
	question = regexp.MustCompile(`(?i)^` + lists.Any("question") + `(?: ?\d{1,2})?$`)
	answer   = regexp.MustCompile(`(?i)^(?:a|answer|response|respuesta|réponse|interviewee|staff|host|operator|interpreter|translator|voice|antwort|risposta|resposta|ответ|(?:ال)?جواب|答)(?: ?\d{1,2})?$`)
	nameless = regexp.MustCompile(`(?i)^` + lists.Any("nameless") + `$`)
)

// diarised is a voice that a machine has told from others: "spk01:".
var diarised = regexp.MustCompile(`^(?:spk|speaker)[ _]?\d{1,3}:`)

// operator connects the callers of a conference by telephone.
var operator = regexp.MustCompile(`(?i)^(?:operator|host|interpreter|translator)$`)
