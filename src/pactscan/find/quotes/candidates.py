"""Who may have spoken: heads of noun phrases and pronouns outside quotation marks, with what can be said of each alone."""

from __future__ import annotations

from dataclasses import dataclass

from pactscan.find.quotes.cues import Cue, is_time
from pactscan.find.quotes.kinds import KINDS, candidate_kind
from pactscan.find.quotes.reading import Reading
from pactscan.marks.parse import Parse

HEADS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP"})
SUBJECT_HEADS = HEADS | {"DT", "CD", "JJ", "JJS", "NNP", "WDT"}
SKIPPED = frozenset({"compound", "amod", "nmod", "npadvmod", "punct", "dep", "nummod", "quantmod", "advmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ROLES = ("cue subject", "according", "agent", "subject", "possessor", "object", "of preposition", "apposition", "root", "conjunct", "other")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that may be a speaker: its head token, and columns of the ranker that no stretch is needed for."""

    head: int
    kind: int
    role: int
    cue: int
    """Index of the cue whose source this is, -1."""
    count: int
    """How often its last word stands in the article outside quotation marks, capitalised."""


def candidates(reading: Reading, found: list[Cue]) -> list[Candidate]:
    """Candidates in the order of the text."""
    parse = reading.parse
    by_source = {cue.source: c for c, cue in reversed(list(enumerate(found))) if cue.source >= 0}
    counts: dict[str, int] = {}
    for i, tag in enumerate(parse.tag):
        if tag in ("NNP", "NNPS") and reading.inside[i] < 0:
            counts[parse.lower[i]] = counts.get(parse.lower[i], 0) + 1
    result = []
    for i, tag in enumerate(parse.tag):
        if reading.inside[i] >= 0 or not _may_speak(parse, i, tag, i in by_source):
            continue
        cue = by_source.get(i, -1)
        result.append(
            Candidate(
                i, KINDS.index(candidate_kind(parse, i)), ROLES.index(_role(parse, i, cue, found)), cue, counts.get(parse.lower[i], 0)
            )
        )
    return result


def _may_speak(parse: Parse, i: int, tag: str, is_source: bool) -> bool:
    if is_source:
        return True
    dep = parse.dep[i]
    if is_time(parse, i):
        return False
    if tag in HEADS:
        if dep in SKIPPED:
            return parse.entity[i] >= 0 and parse.entities[parse.entity[i]][2] == "PERSON" and parse.entities[parse.entity[i]][1] == i + 1
        return True
    return dep in SUBJECTS and tag in SUBJECT_HEADS


def _role(parse: Parse, i: int, cue: int, found: list[Cue]) -> str:
    if cue >= 0:
        if found[cue].kind == "according":
            return "according"
        return "agent" if found[cue].passive else "cue subject"
    dep = parse.dep[i]
    if dep in SUBJECTS:
        return "subject"
    return {"poss": "possessor", "dobj": "object", "pobj": "of preposition", "appos": "apposition", "ROOT": "root", "conj": "conjunct"}.get(
        dep, "other"
    )
