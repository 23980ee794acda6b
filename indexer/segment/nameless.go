package segment

import "briefsearch/indexer/regexp"

// question labels whoever asks at a press conference, answer who replies, and
// nameless the others who are heard there.
var (
	question = regexp.MustCompile(`(?i)^(?:q|questions?|questioner|reporter|correspondent|journalist|interviewer|(?:the )?press|media|pregunta|periodista|question de la presse|journaliste|(?:zusatz|nach)?frage|zusatz|zuruf|interlocutor[ae]?s?|intervenci[óo]n|domanda|giornalista|pergunta|jornalista|вопрос|журналист|корреспондент|(?:ال)?سؤال|صحفي|\p{Han}{2,12}(?:记者|記者)|问|記者|记者)(?: ?\d{1,2})?$`)
	answer   = regexp.MustCompile(`(?i)^(?:a|answer|response|respuesta|réponse|interviewee|staff|host|operator|interpreter|translator|voice|antwort|risposta|resposta|ответ|(?:ال)?جواب|答)(?: ?\d{1,2})?$`)
	nameless = regexp.MustCompile(`(?i)^(?:participant(?: \d+)?|audience(?: member)?|unidentified(?: \pL+)*|unknown(?: \pL+)?|(?:spk|speaker|voice|voz|voix|voce|stimme|attendee|sprecher(?:in)?|locuteur|intervenante?|orador|hablante|interlocutor|falante|parlante|spreker|talare|taler|puhuja|mluvčí|mówca|govornik|говорящий|спикер|мовець|beszélő|vorbitor|ομιλητής|konuşmacı|(?:ال)?متحدث|발언자|화자|発言者|話者|发言人|說話者|pembicara)[ _]?\d{1,4}|(?:a )?senior \pL+(?: \pL+)? official(?: (?:one|two|three|four|\d))?|(?:fe)?male voice|\[[^\[\]]{3,80}\])$`)
)

// diarised is a voice that a machine has told from others: "spk01:".
var diarised = regexp.MustCompile(`^(?:spk|speaker)[ _]?\d{1,3}:`)

// operator connects the callers of a conference by telephone.
var operator = regexp.MustCompile(`(?i)^(?:operator|host|interpreter|translator)$`)
