"""Cues of speech: verbs and nouns of saying, "according to", a headline's colon, each with the head of its source if there is one."""

from __future__ import annotations

from dataclasses import dataclass

from pactscan.find.quotes.kinds import can_speak
from pactscan.find.quotes.reading import Reading
from pactscan.lexicon.speech import person_nouns, silent_particles, speech_nouns, speech_verbs
from pactscan.marks.parse import Parse

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "DT", "CD", "WDT", "EX", "JJ", "JJS"})
OBJECTS = frozenset({"dobj", "attr", "oprd", "npadvmod"})
CLOSERS = "\"”'’,"
COLON_WITHIN = 7
"""Tokens within which the colon of a headline with a speaker stands."""
NAMING = frozenset({"call", "dub", "label", "nickname", "term"})
"""Verbs that tell the name of a thing, behind it: a computer called Sparc."""
QUOTING = frozenset({"quote", "cite"})
"""Verbs whose object speaks: quoted him as saying."""
CLIMB = 4
"""How many clauses up a subject is looked for."""


@dataclass(frozen=True, slots=True)
class Cue:
    """The token `at` introduces speech; `source` is the head token of who speaks, -1 where the parse shows none."""

    at: int
    base: str
    kind: str
    """Class of the verb, or ``according``."""
    source: int
    passive: bool = False


def cues(reading: Reading) -> list[Cue]:
    """Cues outside quotation marks, in order."""
    parse, verbs = reading.parse, speech_verbs()
    found = []
    for i, word in enumerate(parse.lower):
        if reading.inside[i] >= 0:
            continue
        if word in verbs and _is_verb(parse, i) and not _is_silent(parse, i, verbs[word][0]):
            found.append(_verb_cue(reading, i, *verbs[word]))
        elif word == "according" and i + 1 < len(parse.lower) and parse.lower[i + 1] == "to":
            found.append(Cue(i, "according", "according", _object_of(parse, i + 1)))
        elif word in speech_nouns() and _has_clause(parse, i):
            found.append(Cue(i, "", "state", _owner_of(parse, i)))
        elif word == ":" and (speaker := _before_colon(parse, i)) >= 0:
            found.append(Cue(i, "", "say", speaker))
    return found


def _has_clause(parse: Parse, i: int) -> bool:
    """Whether a noun is followed by the clause that it announces: ``his claim that …``."""
    return any(c > i and parse.dep[c] in ("acl", "ccomp") and parse.lower[parse.left[c]] == "that" for c in parse.children[i])


def _owner_of(parse: Parse, i: int) -> int:
    """Whose claim it is: the possessor, else the object of "by", "from" or "of", else the subject of the verb it is made with."""
    own = next((c for c in parse.children[i] if parse.dep[c] == "poss"), -1)
    if own >= 0:
        return own
    for c in parse.children[i]:
        if parse.dep[c] == "prep" and parse.lower[c] in ("by", "from", "of"):
            return _object_of(parse, c)
    verb = parse.head[i]
    if parse.dep[i] == "dobj":
        return next((c for c in parse.children[verb] if parse.dep[c] == "nsubj"), -1)
    return -1


def _before_colon(parse: Parse, i: int) -> int:
    """Last token of the name that a headline opens with before its colon: ``Okoye: Harbour will open in May``; -1 otherwise."""
    if parse.paragraph[i] != 0 or not 0 < i <= COLON_WITHIN or parse.entity[i - 1] < 0:
        return -1
    label = parse.entities[parse.entity[i - 1]][2]
    return i - 1 if label in ("PERSON", "ORG", "GPE", "NORP") and all(t[:2] in ("NN", "PO", "JJ", "DT") for t in parse.tag[:i]) else -1


def _is_verb(parse: Parse, i: int) -> bool:
    return parse.tag[i][:2] == "VB" and parse.dep[i] not in ("amod", "compound", "aux")


def _is_silent(parse: Parse, i: int, base: str) -> bool:
    """Whether a verb of speech is none here: ``called off``, ``Asked whether she would go,`` of the one asked, ``That said,``."""
    particles = silent_particles().get(base, frozenset())
    if any(c == i + 1 and parse.lower[c] in particles and parse.dep[c] in ("prt", "prep", "advmod") for c in parse.children[i]):
        return True
    if parse.tag[i] == "VBN" and parse.dep[i] == "acl" and base in NAMING:
        return not any(parse.dep[c] == "agent" for c in parse.children[i])
    if base in QUOTING and any(
        parse.lower[c] == "as" and any(_quoted_as_saying(parse, d) >= 0 for d in parse.children[c]) for c in parse.children[i]
    ):
        return True
    if base in ("ask", "tell") and _is_put_to(parse, i):
        return True
    return (
        base == "say"
        and i > 0
        and parse.lower[i - 1] in ("that", "having")
        and _opens_sentence(parse, i - 1)
        and parse.lower[i + 1 : i + 2] == [","]
    )


def _is_put_to(parse: Parse, i: int) -> bool:
    """Whether "asked" or "told" is said of the one who hears it: ``Moe, asked whether …``, ``Told that …, Moe laughed``."""
    if parse.tag[i] not in ("VBN", "VBD") or any(parse.dep[c] in ("aux", "auxpass", "nsubj", "nsubjpass") for c in parse.children[i]):
        return False
    return parse.dep[i] in ("advcl", "acl", "amod") or _opens_sentence(parse, i)


def _opens_sentence(parse: Parse, i: int) -> bool:
    return parse.sentences[parse.sentence[i]][0] == i


def _verb_cue(reading: Reading, i: int, base: str, kind: str) -> Cue:
    parse = reading.parse
    passive = any(parse.dep[c] in ("auxpass", "nsubjpass") for c in parse.children[i])
    if passive and base not in ("quote", "cite", "hear"):
        return Cue(i, base, kind, _agent_of(parse, i), passive=True)
    return Cue(i, base, kind, subject_of(reading, i))


def subject_of(reading: Reading, i: int, climb: int = CLIMB) -> int:
    """Head of the subject of the verb `i`, its own or that of the clause it hangs on; -1 when there is none."""
    parse = reading.parse
    aside = _named_aside(parse, i)
    if aside >= 0:
        return aside
    own = [c for c in parse.children[i] if parse.dep[c] in SUBJECTS and reading.inside[c] < 0 and _may_speak(parse, c)]
    if own:
        return _meant_by(reading, own[0]) if parse.dep[i] == "relcl" else own[-1]
    inverted = _inverted_subject(reading, i)
    if inverted >= 0:
        return inverted
    quoted = _quoted_as_saying(parse, i)
    if quoted >= 0:
        return quoted
    head = parse.head[i]
    if head == i or climb == 0:
        return -1
    if parse.dep[i] == "acl" and parse.tag[head] in NOMINAL:
        return head
    if parse.dep[i] in ("advcl", "conj"):
        return _who_goes_on(reading, i, climb - 1)
    if parse.dep[i] in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "auxpass", "parataxis", "acl"):
        return subject_of(reading, head, climb - 1)
    return -1


def _meant_by(reading: Reading, relative: int) -> int:
    """The common noun that "who" or "which" stands for, as it names the speaker; the pronoun itself where a name stands before it."""
    parse = reading.parse
    if parse.tag[relative] not in ("WP", "WDT"):
        return relative
    verb = parse.head[relative]
    noun = parse.head[verb] if parse.dep[verb] == "relcl" else -1
    if parse.lower[relative] == "who" and noun >= 0 and parse.lower[noun] not in person_nouns() and parse.dep[noun] == "pobj":
        above = parse.head[parse.head[noun]]
        noun = above if parse.lower[above] in person_nouns() else noun
    return noun if 0 <= noun < relative and parse.tag[noun] in ("NN", "NNS") and reading.inside[noun] < 0 else relative


def _who_goes_on(reading: Reading, i: int, climb: int) -> int:
    """The subject of a verb without one of its own: that of the verb it is joined to, or of one above, where that one tells of a thing.

    ``Visser said the wall will be paid for, adding …``, ``Norsk Data said the offer was too low, and added …``.
    """
    parse = reading.parse
    verb = parse.head[i]
    if parse.tag[i] == "VBG":
        verb = _above_what_is_said(parse, verb)
    near = subject_of(reading, verb, climb)
    if near < 0 or can_speak(parse, near):
        return near
    above = verb
    for _ in range(CLIMB):
        if parse.head[above] == above:
            return near
        above = parse.head[above]
        if parse.tag[above][:2] == "VB" and (far := subject_of(reading, above, 0)) >= 0 and can_speak(parse, far):
            return far
    return near


def _above_what_is_said(parse: Parse, verb: int) -> int:
    """The verb whose subject goes on to speak: not that of a reported clause ("says the wall will be paid for, *adding* …")."""
    verbs = speech_verbs()
    for _ in range(CLIMB):
        above = parse.head[verb]
        reported = parse.dep[verb] == "ccomp" and above < verb and parse.lower[above] in verbs and parse.lower[verb] not in verbs
        if not reported and not (parse.dep[verb] == "acl" and parse.tag[verb][:2] == "VB") and parse.tag[verb][:2] in ("VB", "MD"):
            break
        verb = above
    return verb


def _named_aside(parse: Parse, i: int) -> int:
    """Last token of a person's name between commas after the verb: ``The poster, *said Kelli Conlin,* is new``; -1 elsewhere."""
    if i == 0 or i + 1 >= len(parse.tag) or parse.lower[i - 1] != "," or parse.tag[i] not in ("VBD", "VBZ") or parse.entity[i + 1] < 0:
        return -1
    begin, stop, label = parse.entities[parse.entity[i + 1]]
    return stop - 1 if label == "PERSON" and begin == i + 1 and stop < len(parse.tag) and parse.lower[stop] == "," else -1


def _quoted_as_saying(parse: Parse, i: int) -> int:
    """Who is quoted, of the verb in ``the paper quoted Novak as saying``; -1 elsewhere."""
    if parse.dep[i] != "pcomp" or parse.lower[parse.head[i]] != "as":
        return -1
    verb = parse.head[parse.head[i]]
    if speech_verbs().get(parse.lower[verb], ("", ""))[0] not in QUOTING:
        return -1
    return next((c for c in parse.children[verb] if parse.dep[c] in ("dobj", "nsubjpass")), -1)


def _may_speak(parse: Parse, i: int) -> bool:
    return not is_time(parse, i) and any(c.isalnum() for c in parse.lower[i])


def is_time(parse: Parse, i: int) -> bool:
    """Whether a token belongs to a date or time, which never speaks: ``said Thursday morning``."""
    return parse.entity[i] >= 0 and parse.entities[parse.entity[i]][2] in ("DATE", "TIME")


def _inverted_subject(reading: Reading, i: int) -> int:
    """The noun right after a verb that follows a quotation: ``," said the aide``, where the parser calls it an object."""
    parse = reading.parse
    if i == 0 or reading.text[parse.end[i - 1] - 1] not in CLOSERS:
        return -1
    for c in parse.children[i]:
        if parse.dep[c] in OBJECTS and parse.left[c] == i + 1 and parse.tag[c] in NOMINAL and not is_time(parse, c):
            return c
    return -1


def _agent_of(parse: Parse, i: int) -> int:
    for c in parse.children[i]:
        if parse.dep[c] == "agent":
            return _object_of(parse, c)
    return -1


def _object_of(parse: Parse, i: int) -> int:
    """Head of what a preposition governs; of a name whose title the parser took for a verb, the name ("to engineer Ruth Berg")."""
    for c in parse.children[i]:
        if parse.dep[c] == "pobj":
            return c
        if parse.dep[c] == "pcomp" and c == i + 1 and parse.tag[c] in ("VB", "NN"):
            return next((d for d in parse.children[c] if parse.dep[d] == "dobj"), -1)
    return -1
