package regexp

import (
	"encoding/binary"
	"regexp/syntax"
	"slices"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// automaton runs the program of an expression over a text. The threads that the
// program has at one place of a text make a state; which state follows on which
// character is found out once, when a text first leads there.
//
// Characters that no instruction tells apart are of one class.
//
// An expression that counts far ("up to 120 characters") would need a state for
// each number. Its automaton does not count so far: it is not exact, and what it
// takes for a match may be none.
type automaton struct {
	expr string
	once sync.Once // makes the following

	prog     *syntax.Prog
	exact    bool       // it finds no match where there is none
	anchored bool       // a match begins where the text does
	bounds   []rune     // the classes: each goes from one of these to the next
	class    [128]uint8 // of characters of ASCII
	classes  int        // of ASCII; the class after them is the end of the text
	start    atomic.Pointer[state]

	mu     sync.Mutex // guards what follows, and the making of states
	states map[string]*state
	met    marks // instructions that a step has followed
	added  marks // instructions that it goes on with behind the character
}

// state is what the program may be doing at one place of a text.
type state struct {
	threads []uint32                       // instructions to go on with, the preferred first
	before  rune                           // a character like the one before the place, -1 at the beginning
	matched bool                           // a match ended before the last character
	next    []atomic.Pointer[state]        // by class of ASCII
	rare    atomic.Pointer[map[int]*state] // by the other classes; replaced, never changed
}

// maxStates is how many states an automaton has at most. One that would grow
// beyond begins anew.
const maxStates = 1000

// endOfText is the character behind the last one, as package syntax has it.
const endOfText = rune(-1)

// matches says whether a text has a match, or, where the automaton is not exact,
// may have one.
func (a *automaton) matches(text string) bool {
	_, ok := a.run(text, true)
	return ok
}

// find says the same, and where the preferred match ends if an exact automaton has
// one that can only begin where the text does; otherwise the end is -1.
func (a *automaton) find(text string) (end int, ok bool) {
	a.once.Do(a.compile)
	if !a.anchored || !a.exact {
		return -1, a.matches(text)
	}
	return a.run(text, false)
}

// run reads a text from its beginning, up to the end of any match, or as far as the
// preferred match may go, and says where that match ended.
func (a *automaton) run(text string, anyMatch bool) (end int, ok bool) {
	a.once.Do(a.compile)
	s := a.start.Load()
	for i := 0; i < len(text); {
		size := 1
		if c := text[i]; c < utf8.RuneSelf {
			s = a.ascii(s, c)
		} else {
			var r rune
			r, size = utf8.DecodeRuneInString(text[i:])
			s = a.other(s, r)
		}
		if s.matched {
			end, ok = i, true
		}
		if ok && anyMatch || len(s.threads) == 0 {
			return end, ok
		}
		i += size
	}
	if a.end(s).matched {
		return len(text), true
	}
	return end, ok
}

func (a *automaton) ascii(s *state, c byte) *state {
	if n := s.next[a.class[c]].Load(); n != nil {
		return n
	}
	return a.follow(s, rune(c), int(a.class[c]))
}

func (a *automaton) end(s *state) *state {
	if n := s.next[a.classes].Load(); n != nil {
		return n
	}
	return a.follow(s, endOfText, a.classes)
}

func (a *automaton) other(s *state, r rune) *state {
	class := a.classOf(r)
	if known := s.rare.Load(); known != nil {
		if n := (*known)[class]; n != nil {
			return n
		}
	}
	return a.followRare(s, r, class)
}

// classOf is the class of a character: the number of bounds up to it.
func (a *automaton) classOf(r rune) int {
	i, found := slices.BinarySearch(a.bounds, r)
	if found {
		i++
	}
	return i
}

// compile makes the program and the classes of its characters.
func (a *automaton) compile() {
	parsed, err := syntax.Parse(a.expr, syntax.Perl)
	if err == nil {
		a.exact = !relax(parsed)
		a.prog, err = syntax.Compile(parsed.Simplify())
	}
	if err != nil {
		panic("regexp: " + err.Error())
	}
	a.anchored = isAnchored(parsed)
	a.bounds = bounds(a.prog)
	for c := range a.class {
		a.class[c] = uint8(a.classOf(rune(c))) //nolint:gosec // at most 128 bounds are of ASCII
	}
	a.classes = int(a.class[len(a.class)-1]) + 1
	a.met, a.added = newMarks(len(a.prog.Inst)), newMarks(len(a.prog.Inst))
	a.begin()
}

// isAnchored says whether every match of an expression begins where the text does, so that
// nothing is looked for behind: "^a|^b" as well as "^(?:a|b)".
func isAnchored(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpBeginText:
		return true
	case syntax.OpCapture, syntax.OpConcat:
		return len(re.Sub) > 0 && isAnchored(re.Sub[0])
	case syntax.OpAlternate:
		return !slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return !isAnchored(sub) })
	default:
		return false
	}
}

// farthest is how far an automaton counts.
const farthest = 16

// relax lets all repetitions of an expression that count farther go on for ever, and
// says whether there are any.
func relax(re *syntax.Regexp) bool {
	relaxed := false
	if re.Op == syntax.OpRepeat && max(re.Min, re.Max) > farthest {
		re.Min, re.Max, relaxed = min(re.Min, farthest), -1, true
	}
	for _, sub := range re.Sub {
		relaxed = relax(sub) || relaxed
	}
	return relaxed
}

// begin forgets all states but the one at the beginning of a text.
func (a *automaton) begin() {
	a.states = make(map[string]*state)
	a.start.Store(a.state([]uint32{uint32(a.prog.Start)}, endOfText, false)) //nolint:gosec // an index
}

// wordBounds are where characters begin that a word may, or may not, have (\b), and
// the end of a line.
var wordBounds = []rune{'\n', '\n' + 1, '0', '9' + 1, 'A', 'Z' + 1, '_', '_' + 1, 'a', 'z' + 1}

// bounds are the characters at which an instruction of a program may begin or cease
// to take characters, in order.
func bounds(prog *syntax.Prog) []rune {
	all := slices.Clone(wordBounds)
	for i := range prog.Inst {
		in := &prog.Inst[i]
		switch {
		case in.Op != syntax.InstRune && in.Op != syntax.InstRune1:
		case len(in.Rune) == 1:
			all = append(all, in.Rune[0], in.Rune[0]+1)
			for r := unicode.SimpleFold(in.Rune[0]); r != in.Rune[0]; r = unicode.SimpleFold(r) {
				all = append(all, r, r+1)
			}
		default:
			for k := 0; k+1 < len(in.Rune); k += 2 {
				all = append(all, in.Rune[k], in.Rune[k+1]+1)
			}
		}
	}
	slices.Sort(all)
	return slices.Clip(slices.Compact(all))
}

// follow is the state after a character of ASCII or the end, which it enters.
func (a *automaton) follow(s *state, r rune, class int) *state {
	a.mu.Lock()
	defer a.mu.Unlock()
	n := a.step(s, r)
	s.next[class].Store(n)
	return n
}

// followRare is the state after any other character.
func (a *automaton) followRare(s *state, r rune, class int) *state {
	a.mu.Lock()
	defer a.mu.Unlock()
	n := a.step(s, r)
	grown := map[int]*state{class: n}
	if known := s.rare.Load(); known != nil {
		for c, to := range *known {
			grown[c] = to
		}
	}
	s.rare.Store(&grown)
	return n
}

// step takes all threads of a state over a character.
func (a *automaton) step(s *state, r rune) *state {
	if len(a.states) >= maxStates {
		a.begin()
	}
	a.met.clear()
	a.added.clear()
	t := stepper{automaton: a, flags: syntax.EmptyOpContext(s.before, r), r: r}
	for _, pc := range s.threads {
		if t.thread(pc); t.matched {
			break // what is less preferred than a match does not count
		}
	}
	if !a.anchored && !t.matched && r != endOfText {
		t.add(uint32(a.prog.Start)) //nolint:gosec // an index
	}
	return a.state(t.threads, likeness(r), t.matched)
}

// likeness is the character that stands for all those that \b and ^ take for the
// same.
func likeness(r rune) rune {
	switch {
	case syntax.IsWordChar(r):
		return 'a'
	case r == '\n':
		return r
	}
	return ' '
}

// state is the one state of its kind.
func (a *automaton) state(threads []uint32, before rune, matched bool) *state {
	key := make([]byte, 0, 4*len(threads)+5)
	for _, pc := range threads {
		key = binary.LittleEndian.AppendUint32(key, pc)
	}
	key = binary.LittleEndian.AppendUint32(key, uint32(before)) //nolint:gosec // bits
	if matched {
		key = append(key, 1)
	}
	if s := a.states[string(key)]; s != nil {
		return s
	}
	s := &state{threads: threads, before: before, matched: matched, next: make([]atomic.Pointer[state], a.classes+1)}
	a.states[string(key)] = s
	return s
}

// stepper takes threads over one character.
type stepper struct {
	*automaton
	flags   syntax.EmptyOp // what is true between the character before and r
	r       rune
	threads []uint32
	matched bool
}

// thread follows a thread up to the instructions that take characters, the
// preferred first, until one matches.
func (t *stepper) thread(pc uint32) {
	for !t.matched && t.met.mark(pc) {
		switch in := &t.prog.Inst[pc]; in.Op {
		case syntax.InstFail:
			return
		case syntax.InstMatch:
			t.matched = true
			return
		case syntax.InstAlt, syntax.InstAltMatch:
			t.thread(in.Out)
			pc = in.Arg
		case syntax.InstCapture, syntax.InstNop:
			pc = in.Out
		case syntax.InstEmptyWidth:
			if syntax.EmptyOp(in.Arg)&^t.flags != 0 { //nolint:gosec // that is what Arg holds
				return
			}
			pc = in.Out
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			if takes(in, t.r) {
				t.add(in.Out)
			}
			return
		}
	}
}

func (t *stepper) add(pc uint32) {
	if t.added.mark(pc) {
		t.threads = append(t.threads, pc)
	}
}

// takes says whether an instruction takes a character.
func takes(in *syntax.Inst, r rune) bool {
	switch {
	case r == endOfText:
		return false
	case in.Op == syntax.InstRuneAny:
		return true
	case in.Op == syntax.InstRuneAnyNotNL:
		return r != '\n'
	}
	return in.MatchRune(r)
}

// marks is a set of instructions that is cleared at no cost.
type marks struct {
	last  []int // for each instruction, the round in which it was marked
	round int
}

func newMarks(n int) marks { return marks{last: make([]int, n)} }

func (m *marks) clear() { m.round++ }

// mark adds an instruction, and says whether it is new.
func (m *marks) mark(pc uint32) bool {
	if m.last[pc] == m.round {
		return false
	}
	m.last[pc] = m.round
	return true
}
