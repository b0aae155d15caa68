"""Cues of speech: verbs of saying and "according to", each with the head of its source where the parse has one."""

from __future__ import annotations

from dataclasses import dataclass

from pactscan.find.quotes.reading import Reading
from pactscan.lexicon.speech import speech_verbs
from pactscan.marks.parse import Parse

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "DT", "CD", "WDT", "EX", "JJ", "JJS"})
OBJECTS = frozenset({"dobj", "attr", "oprd", "npadvmod"})
CLOSERS = "\"”'’,"
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
        if word in verbs and _is_verb(parse, i):
            found.append(_verb_cue(reading, i, *verbs[word]))
        elif word == "according" and i + 1 < len(parse.lower) and parse.lower[i + 1] == "to":
            found.append(Cue(i, "according", "according", _object_of(parse, i + 1)))
    return found


def _is_verb(parse: Parse, i: int) -> bool:
    return parse.tag[i][:2] == "VB" and parse.dep[i] not in ("amod", "compound", "aux")


def _verb_cue(reading: Reading, i: int, base: str, kind: str) -> Cue:
    parse = reading.parse
    passive = any(parse.dep[c] in ("auxpass", "nsubjpass") for c in parse.children[i])
    if passive and base not in ("quote", "cite", "hear"):
        return Cue(i, base, kind, _agent_of(parse, i), passive=True)
    return Cue(i, base, kind, subject_of(reading, i))


def subject_of(reading: Reading, i: int, climb: int = CLIMB) -> int:
    """Head of the subject of the verb `i`, its own or that of the clause it hangs on; -1 when there is none."""
    parse = reading.parse
    own = [c for c in parse.children[i] if parse.dep[c] in SUBJECTS and reading.inside[c] < 0 and not is_time(parse, c)]
    if own:
        return own[-1] if parse.dep[i] != "relcl" else own[0]
    inverted = _inverted_subject(reading, i)
    if inverted >= 0:
        return inverted
    head = parse.head[i]
    if head == i or climb == 0:
        return -1
    if parse.dep[i] == "acl" and parse.tag[head] in NOMINAL:
        return head
    if parse.dep[i] in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "auxpass", "parataxis", "acl"):
        return subject_of(reading, head, climb - 1)
    return -1


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
    return next((c for c in parse.children[i] if parse.dep[c] == "pobj"), -1)
