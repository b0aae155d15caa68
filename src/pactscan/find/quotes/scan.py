"""Quotation marks → stretches between them, paragraph by paragraph, from characters alone.

The state is what stands open: at most one outer stretch and how deep marks nest in it. A mark that can only open
(“, or a straight one after a space and before a word) never closes, so that one stray mark costs one stretch and
not all that follow. Work is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pactscan.lexicon.speech import elisions
from pactscan.marks.quotes import Stretch
from pactscan.paragraphs import Paragraph

DOUBLE = re.compile("[\"“”„‟«»＂]|``|''|‘‘|’’|,,(?=\\w)")
SINGLE = re.compile("['‘’‚‛`]")
OPENS_ONLY = frozenset({"``", "‘‘", ",,", "„", "‟", "«"})
CLOSES_ONLY = frozenset({"»"})
CURLY_CLOSERS = frozenset({"”", "’’"})
SPACE_AFTER = frozenset(" \t\u00a0\u2009\u202f")
OPENING_NEIGHBOURS = frozenset("([{—–-/…\u200b*_")
CLOSING_NEIGHBOURS = frozenset(".,;:!?)]}…—–/*_-\u200b")
WORD = re.compile(r"\w")
LATIN_WORD = re.compile(r"[A-Za-z]+")


def stretches(text: str, paragraphs: Sequence[Paragraph]) -> list[Stretch]:
    """What stands between quotation marks in `text`, in order; nested quotations are part of the outer one."""
    found: list[Stretch] = []
    left_open = False
    openers = [_opens_with_mark(text, p) for p in paragraphs]
    for index, paragraph in enumerate(paragraphs):
        doubles = _doubles(text, paragraph, index, left_open and not openers[index])
        singles = _singles(text, paragraph, index, doubles)
        here = [s for s in _outermost(doubles, singles) if WORD.search(text, s.start, s.end)]
        goes_on = index + 1 < len(paragraphs) and openers[index + 1]
        left_open = bool(here) and here[-1].closed == here[-1].end == paragraph.end
        if left_open:
            here[-1] = replace(here[-1], goes_on=goes_on)
        found += here
    return found


def _outermost(doubles: list[Stretch], singles: list[Stretch]) -> list[Stretch]:
    """The stretches of a paragraph in order, those left out that stand in another one or cross it."""
    kept: list[Stretch] = []
    for stretch in sorted(doubles + singles, key=lambda s: s.opened):
        if not kept or stretch.opened >= kept[-1].closed:
            kept.append(stretch)
        elif kept[-1].single and not stretch.closed <= kept[-1].closed:
            kept[-1] = stretch
    return kept


def _opens_with_mark(text: str, paragraph: Paragraph) -> bool:
    match = DOUBLE.match(text, paragraph.start)
    return match is not None and _can_open(text, match.start(), match.end(), paragraph)


def _doubles(text: str, paragraph: Paragraph, index: int, inherited: bool) -> list[Stretch]:
    """Stretches between double marks; `inherited` when the paragraph before left one open and this one opens with no mark."""
    marks = [m for m in DOUBLE.finditer(text, paragraph.start, paragraph.end) if not _is_inch(text, m.start())]
    found: list[Stretch] = []
    opened: tuple[int, int] | None = None
    depth = 0
    if inherited and marks and _closes_first(text, marks[0], paragraph):
        opened = (paragraph.start, paragraph.start)
    closers_left = sum(_can_close(text, m.start(), m.end(), paragraph) for m in marks)
    for mark in marks:
        at, end = mark.span()
        closes, opens = _can_close(text, at, end, paragraph), _can_open(text, at, end, paragraph)
        closers_left -= closes
        if opened is None:
            if opens:
                opened, depth = (at, end), 0
        elif closes and not (opens and _prefers_open(text, at, mark.group(), opened, text[opened[0] : opened[1]])):
            if depth:
                depth -= 1
            else:
                found.append(Stretch(opened[1], at, opened[0], end, index))
                opened = None
        elif opens and closers_left > depth + 1:
            depth += 1
        elif opens and not closes and closers_left <= depth + 1 and depth == 0 and _reads_as_new(text, opened[1], at):
            found.append(_cut_short(text, opened, at, index))
            opened = (at, end)
    if opened is not None:
        found.append(Stretch(opened[1], paragraph.end, opened[0], paragraph.end, index))
    return found


def _cut_short(text: str, opened: tuple[int, int], at: int, index: int) -> Stretch:
    """A stretch that was never closed before the next one opens: it ends with its sentence."""
    end = at
    while end > opened[1] and text[end - 1].isspace():
        end -= 1
    return Stretch(opened[1], end, opened[0], end, index)


def _reads_as_new(text: str, start: int, at: int) -> bool:
    """Whether the words before a second opening mark end a sentence or a clause, so that the first was left open by mistake."""
    before = text[start:at].rstrip()
    return bool(before) and before[-1] in ".!?,:;—–-"


def _prefers_open(text: str, at: int, mark: str, opened: tuple[int, int], opener: str) -> bool:
    """Of a mark that could open or close while one stands open: only “ tends to open."""
    return mark == "“" and opener != "”" and at > opened[1] and text[at - 1].isspace()


def _closes_first(text: str, mark: re.Match[str], paragraph: Paragraph) -> bool:
    return mark.group() in CURLY_CLOSERS and not _can_open(text, mark.start(), mark.end(), paragraph)


def _is_inch(text: str, at: int) -> bool:
    """A straight mark right after a digit and before no word, without one before it: 6' 2" or 5"."""
    return text[at] == '"' and at >= 3 and text[at - 1].isdigit() and text[at - 2] in "'’′ " and text[at - 3].isdigit()


def _can_open(text: str, at: int, end: int, paragraph: Paragraph) -> bool:
    mark = text[at:end]
    if mark in CLOSES_ONLY or end >= paragraph.end:
        return False
    if mark in OPENS_ONLY:
        return True
    before = text[at - 1] if at > paragraph.start else " "
    if mark == "“":
        return True
    free_before = before.isspace() or before in OPENING_NEIGHBOURS or before in "'‘:=>"
    if mark in CURLY_CLOSERS:
        return free_before and not text[end].isspace() and text[end].isalnum() and before != "…"
    after = text[end]
    return free_before or (not before.isalnum() and not after.isspace() and after.isalnum()) or (before in ".,;!?" and after.isalnum())


def _can_close(text: str, at: int, end: int, paragraph: Paragraph) -> bool:
    mark = text[at:end]
    if mark in OPENS_ONLY or at == paragraph.start:
        return False
    if mark in CURLY_CLOSERS or mark in CLOSES_ONLY:
        return True
    before, after = text[at - 1], text[end] if end < paragraph.end else " "
    free_after = after.isspace() or after in CLOSING_NEIGHBOURS or after in "'’"
    if mark == "“":
        return not before.isspace() and before not in OPENING_NEIGHBOURS and free_after
    return free_after or (not before.isspace() and before not in OPENING_NEIGHBOURS) or mark == "''"


# --- single marks ---------------------------------------------------------------------------------------------------------


def _singles(text: str, paragraph: Paragraph, index: int, doubles: list[Stretch]) -> list[Stretch]:
    """Stretches between single marks that stand outside double ones; apostrophes and elisions are neither."""
    marks = [m.start() for m in SINGLE.finditer(text, paragraph.start, paragraph.end)]
    if not marks:
        return []
    marks = _outside(marks, doubles)
    found: list[Stretch] = []
    position = 0
    while position < len(marks):
        at = marks[position]
        position += 1
        if not _single_opens(text, at, paragraph):
            continue
        stop = _single_close(text, marks, position, paragraph)
        if stop is not None:
            found.append(Stretch(at + 1, marks[stop], at, marks[stop] + 1, index, single=True))
            position = stop + 1
    return found


def _outside(marks: list[int], doubles: list[Stretch]) -> list[int]:
    kept, d = [], 0
    for at in marks:
        while d < len(doubles) and doubles[d].closed <= at:
            d += 1
        if d == len(doubles) or at < doubles[d].opened:
            kept.append(at)
    return kept


def _single_opens(text: str, at: int, paragraph: Paragraph) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if (
        not (before.isspace() or before in OPENING_NEIGHBOURS or before in ":“")
        or after.isspace()
        or not (after.isalnum() or after in "$#@£€[…“")
    ):
        return False
    if text[at] in "’'" and after.isdigit():
        return False
    return not _is_elision(text, at)


def _is_elision(text: str, at: int) -> bool:
    word = LATIN_WORD.match(text, at + 1)
    return text[at] != "‘" and word is not None and word.group().lower() in elisions()


def _single_close(text: str, marks: list[int], position: int, paragraph: Paragraph) -> int | None:
    """Index in `marks` of the one that closes; a plural possessive (workers' rights) closes only when nothing later does."""
    possessive = None
    for i in range(position, min(len(marks), position + 12)):
        at = marks[i]
        if _single_opens(text, at, paragraph) and text[at] != "’":
            break
        if not _single_closes(text, at, paragraph):
            continue
        if not _plural_possessive(text, at, paragraph):
            return i
        possessive = i if possessive is None else possessive
    return possessive


def _single_closes(text: str, at: int, paragraph: Paragraph) -> bool:
    if text[at] in "‘‚‛`":
        return False
    before, after = text[at - 1], text[at + 1] if at + 1 < paragraph.end else " "
    return not before.isspace() and (after.isspace() or after in CLOSING_NEIGHBOURS or after in "\"”'’")


def _plural_possessive(text: str, at: int, paragraph: Paragraph) -> bool:
    rest = text[at + 1 : at + 3]
    return text[at - 1] in "sS" and len(rest) == 2 and rest[0] == " " and rest[1].isalpha() and at + 2 < paragraph.end
