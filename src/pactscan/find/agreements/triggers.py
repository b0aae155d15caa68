"""Where an agreement may be named: head nouns and known instruments. The rest of the rules runs only from there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactscan.lexicon.agreements import Head, heads
from pactscan.lexicon.instruments import Alias, first_words, match_at

if TYPE_CHECKING:
    from pactscan.marks.parse import Parse

HEAD_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "VBG", "JJ", "CD", "FW", "VB", "VBP"})
FIRST_PIECE = re.compile(r"[-‐–]")


@dataclass(frozen=True, slots=True)
class HeadHit:
    """A head noun at token `i`; `word` is its first token when it is hyphenated (cease-fire)."""

    i: int
    word: int
    head: Head


@dataclass(frozen=True, slots=True)
class KnownHit:
    """``text[start:end]`` is a name or acronym of a known instrument."""

    start: int
    end: int
    alias: Alias


def head_hits(parse: Parse) -> list[HeadHit]:
    """Head nouns, in the order of the text."""
    known = heads()
    hits = []
    for i, word in enumerate(parse.lower):
        head = known.get(word)
        if head is not None:
            if parse.tag[i] in HEAD_TAGS and not _is_verb(parse, i) and not _in_person(parse, i):
                hits.append(HeadHit(i, i, head))
        elif word == "fire" or word == "fires":
            hits.extend(_cease_fire(parse, i, known))
    return hits


def _is_verb(parse: Parse, i: int) -> bool:
    """``will deal with``: a verb; one that follows an article or an adjective is a noun whatever its tag."""
    return parse.tag[i] in ("VB", "VBP") and (i == 0 or parse.tag[i - 1] not in ("DT", "JJ", "NN", "NNS", "NNP", "PRP$", "CD", "POS"))


def _in_person(parse: Parse, i: int) -> bool:
    """Somebody called Deal or Pact."""
    e = parse.entity[i]
    return e >= 0 and parse.entities[e][2] == "PERSON" and parse.entities[e][1] - parse.entities[e][0] > 1


def _cease_fire(parse: Parse, i: int, known: dict[str, Head]) -> list[HeadHit]:
    if i >= 1 and parse.lower[i - 1] == "cease":
        return [HeadHit(i, i - 1, known["cease-fire"])]
    if i >= 2 and parse.lower[i - 2] == "cease" and parse.lower[i - 1] in ("-", "–", "‐"):
        return [HeadHit(i, i - 2, known["cease-" + parse.lower[i]])]
    return []


def known_hits(parse: Parse, text: str) -> list[KnownHit]:
    """Names of known instruments, longest at each place, in the order of the text."""
    index = first_words()
    hits: list[KnownHit] = []
    for i, word in enumerate(parse.lower):
        rows = index.get(word)
        if rows is None and "-" in word:
            rows = index.get(FIRST_PIECE.split(word, maxsplit=1)[0])
        if rows is None or (hits and parse.start[i] < hits[-1].end):
            continue
        hit = _match(rows, text, parse.start[i])
        if hit is not None:
            hits.append(hit)
    return _backed(hits)


def _match(rows: tuple[Alias, ...], text: str, at: int) -> KnownHit | None:
    for alias in rows:
        found = match_at(alias, text, at)
        if found and (text[at].isupper() or not alias.text[0].isupper()):
            return KnownHit(at, found.end(), alias)
    return None


def _backed(hits: list[KnownHit]) -> list[KnownHit]:
    """Without the ambiguous acronyms that no other mention of their instrument backs."""
    sure = {hit.alias.instrument.name for hit in hits if not hit.alias.weak}
    return [hit for hit in hits if not hit.alias.weak or hit.alias.instrument.name in sure]
