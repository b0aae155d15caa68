"""Who speaks each spoken stretch: the ranker, read in the order of the text because speakers go on speaking."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pactscan.find.quotes.candidates import Candidate
from pactscan.find.quotes.cues import Cue
from pactscan.find.quotes.reading import Reading
from pactscan.find.quotes.speakers import NAMES, Frame, rows
from pactscan.lexicon.speech_weights import LinearModel

SAME, SINCE, SENTENCE, TREE, SURFACE = (NAMES.index(name) for name in ("same", "since", "sentence", "tree", "surface"))


LABELLED = 0.97
"""How sure a transcript's label is."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """The head token of the mention that speaks (-1: nobody in the text), its cue (-1: none near) and the probability."""

    head: int
    cue: int
    certainty: float
    link: int
    """How it is linked to the stretch: 0 not, 1 by the parse, 2 by standing right beside it, 3 in the sentence, 4 by a cue elsewhere."""
    sentence: int
    """Sentences away: 0, 1, 2, 3 for more."""


def rank_speakers(
    reading: Reading, found: list[Cue], people: list[Candidate], frames: list[Frame], spoken: list[bool], model: LinearModel
) -> list[Speaker]:
    """The most likely speaker of each stretch, whether or not it is speech; only those that seem to be tell who goes on speaking."""
    result: list[Speaker] = []
    previous: tuple[int, int] | None = None
    for s, frame in enumerate(frames):
        who, table = rows(reading, found, people, s, frame)
        follow(reading, people, who, table, frame, previous)
        scores = model.scores(np.asarray(table))
        best = int(scores.argmax())
        certainty = float(1 / np.exp(scores - scores[best]).sum())
        head = people[who[best]].head if who[best] >= 0 else -1
        row = table[best]
        result.append(Speaker(head, _near_cue(people, who[best], row), certainty, _link(row), min(3, row[SENTENCE])))
        if label := reading.label(s):
            head = label[0]
            result[-1] = Speaker(head, -1, LABELLED, 1, 0)
        if spoken[s]:
            previous = (head, s) if head >= 0 else None
    return result


def follow(
    reading: Reading, people: list[Candidate], who: list[int], table: list[list[int]], frame: Frame, previous: tuple[int, int] | None
) -> None:
    """Fill in how each candidate stands to the speaker of the stretch before: its head token and the stretch."""
    if previous is None:
        return
    parse = reading.parse
    head, s = previous
    gap = min(2, frame.paragraph - parse.paragraph[reading.first[s]])
    for w, row in zip(who, table, strict=True):
        row[SINCE] = gap + 1
        if w >= 0:
            row[SAME] = 1 if people[w].head == head else 2 if parse.lower[people[w].head] == parse.lower[head] else 0


def _near_cue(people: list[Candidate], who: int, row: list[int]) -> int:
    """The cue of the chosen candidate, where it stands by this stretch and not by another one."""
    if who < 0:
        return -1
    tree, surface = row[TREE], row[SURFACE]
    return people[who].cue if tree in (1, 2, 3) or surface in (1, 2, 3, 4, 5) else -1


def _link(row: list[int]) -> int:
    if row[TREE] in (1, 2, 3):
        return 1
    return 2 if row[SURFACE] in (1, 3) else 3 if row[SURFACE] in (2, 4, 5) else 4 if row[SURFACE] else 0
