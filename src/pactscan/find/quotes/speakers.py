"""The ranker's columns: what relates a candidate speaker to a stretch between marks. Nothing here looks at words of the content."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from pactscan.find.quotes.candidates import ROLES, Candidate
from pactscan.find.quotes.cues import Cue
from pactscan.find.quotes.kinds import KINDS
from pactscan.find.quotes.reading import Reading
from pactscan.lexicon.speech import CUE_KINDS
from pactscan.marks.parse import Parse

NEAREST = 120
"""How many candidates on each side are looked at, so that one endless paragraph does not take for ever."""
BACK, ON = 3, 2
"""How many paragraphs back and on a speaker is looked for."""

COLUMNS = (
    ("side", 2), ("sentence", 6), ("paragraph", 6), ("tokens", 8), ("between", 3), ("kind", len(KINDS)), ("role", len(ROLES)),
    ("cue", len(CUE_KINDS) + 1), ("tree", 5), ("surface", 7), ("rank", 4), ("source_rank", 4), ("mark_before", 6), ("end_inside", 5),
    ("after", 5), ("length", 4), ("opens_paragraph", 2), ("closes_paragraph", 2), ("count", 5), ("linked", 3), ("single", 2),
    ("goes_on", 2), ("same", 3), ("since", 4), ("first_person", 2), ("nobody", 2),
)  # fmt: skip
NAMES = [name for name, _ in COLUMNS]
TEMPLATES = """nobody*linked*length nobody*mark_before nobody*end_inside nobody*opens_paragraph*after
 side*sentence*paragraph side*tokens side*between*sentence kind*role kind*surface cue*surface cue*tree tree*surface
 side*rank*role side*source_rank*linked surface*mark_before surface*end_inside surface*after role*opens_paragraph*paragraph
 role*length tree*length side*end_inside*opens_paragraph*closes_paragraph side*sentence*end_inside role*sentence*side count*kind
 single*role*side goes_on*side*paragraph same*since*linked same*since*opens_paragraph same*surface
 kind*paragraph*side kind*source_rank*side kind*sentence*side linked*tokens*side linked*surface first_person*kind
 linked*rank*role*side linked*source_rank*paragraph*side*opens_paragraph"""


LONG = 2
"""Class of length from which a stretch is no mere phrase: seven words."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the text around a stretch looks like, the same for all its candidates."""

    before: int
    after: int
    sentence_before: int
    sentence_after: int
    paragraph: int
    ancestors: dict[int, int]
    """Token above the stretch in the parse → steps up."""
    below: frozenset[int]
    """Tokens outside the stretch that hang on one inside."""
    common: tuple[int, ...]
    """Columns that all candidates share: marks and words at the edges, length, whether it opens and closes its paragraph."""

    @property
    def is_phrase(self) -> bool:
        """Whether it is short and stands within its paragraph, where titles and scare quotes stand."""
        return self.common[3] < LONG and not self.common[4]


def frame_of(reading: Reading, s: int) -> Frame:
    """The frame of stretch `s`."""
    parse, stretch = reading.parse, reading.stretches[s]
    before, after = reading.before(s), reading.after(s)
    ancestors, below = _above_and_below(reading, s)
    n = len(parse.start)
    here = parse.paragraph[reading.first[s]]
    opens = before < 0 or parse.paragraph[before] != here
    closes = after >= n or parse.paragraph[after] != here
    words = reading.last[s] - reading.first[s] + 1
    common = (
        _mark_before(reading, s),
        _end_inside(reading.text[stretch.start : stretch.end]),
        0 if closes else _after(reading, after),
        0 if words <= 3 else 1 if words <= 6 else 2 if words <= 12 else 3,
        int(opens),
        int(closes),
    )
    return Frame(before, after, parse.sentence[reading.first[s]], parse.sentence[reading.last[s]], here, ancestors, below, common)


def _above_and_below(reading: Reading, s: int) -> tuple[dict[int, int], frozenset[int]]:
    parse = reading.parse
    first, last = reading.first[s], reading.last[s]
    ancestors: dict[int, int] = {}
    below = []
    exits = [t for t in range(first, last + 1) if not first <= parse.head[t] <= last or parse.head[t] == t]
    for t in exits[:6]:
        below += [c for c in parse.children[t] if not first <= c <= last]
        steps, at = 1, parse.head[t]
        while at != t and steps <= 8:
            if at not in ancestors or ancestors[at] > steps:
                ancestors[at] = steps
            if parse.head[at] == at:
                break
            steps, at = steps + 1, parse.head[at]
    return ancestors, frozenset(below)


def _mark_before(reading: Reading, s: int) -> int:
    """What stands before the opening mark: nothing, a comma, a colon, a dash or bracket, a word, or another mark."""
    text, at = reading.text, reading.stretches[s].opened - 1
    while at >= 0 and text[at] in " \t\u00a0":
        at -= 1
    if at < 0 or text[at] in "\r\n":
        return 0
    return 1 if text[at] == "," else 2 if text[at] == ":" else 3 if text[at] in "—–-([" else 4 if text[at].isalnum() else 5


def _end_inside(content: str) -> int:
    """What the stretch ends with: a comma, a full stop, a question or exclamation, another mark, or a word."""
    last = content.rstrip("'’ ")[-1:]
    return {",": 0, ".": 1, "?": 2, "!": 2}.get(last, 4 if last.isalnum() else 3)


def _after(reading: Reading, after: int) -> int:
    """What follows the closing mark: 1 a capital, 2 a verb, 3 a pronoun, 4 anything else (0 is the end of the paragraph)."""
    parse = reading.parse
    tag = parse.tag[after]
    return 3 if tag == "PRP" else 2 if tag[:2] == "VB" else 1 if reading.text[parse.start[after]].isupper() else 4


def rows(reading: Reading, found: list[Cue], people: list[Candidate], s: int, frame: Frame) -> tuple[list[int], list[list[int]]]:
    """The candidates of stretch `s` as indices into `people`, and their columns; the last row, index -1, is nobody."""
    parse, stretch = reading.parse, reading.stretches[s]
    chosen = _window(parse, people, frame.paragraph, reading.first[s])
    ranks = _Ranks()
    before = [p for p in chosen if people[p].head < reading.first[s]]
    after = [p for p in chosen if people[p].head >= reading.first[s]]
    table: dict[int, list[int]] = {}
    for side, group in ((0, reversed(before)), (1, after)):
        ranks.begin()
        for p in group:
            table[p] = _row(reading, found, people[p], s, frame, side, ranks)
    linked = _linked(table)
    tail = [int(stretch.single), int(stretch.goes_on), 0, 0, 0, 0]
    result = []
    for p in chosen:
        row = table[p]
        row += [*frame.common, min(people[p].count, 4), linked, *tail]
        result.append(row)
    nobody = [0, 5, 0, 7, 0, len(KINDS) - 1, len(ROLES) - 1, 0, 0, 0, 0, 0, *frame.common, 0, linked, *tail[:-1], 1]
    return [*chosen, -1], [*result, nobody]


def _window(parse: Parse, people: list[Candidate], paragraph: int, at: int) -> list[int]:
    """Candidates near the token `at`, as indices: all of its paragraph, subjects and persons of those around it, the nearest ones."""
    here = bisect_left(people, at, key=lambda c: c.head)
    lo = max(here - NEAREST, bisect_left(people, paragraph - BACK, key=lambda c: parse.paragraph[c.head]))
    hi = min(here + NEAREST, bisect_left(people, paragraph + ON + 1, key=lambda c: parse.paragraph[c.head]))
    return [
        p for p in range(lo, hi) if parse.paragraph[people[p].head] == paragraph or people[p].role in (0, 1, 2, 3, 8) or people[p].kind == 0
    ]


class _Ranks:
    def begin(self) -> None:
        self.all = self.sources = 0


def _linked(table: dict[int, list[int]]) -> int:
    tree, surface = 8, 9
    if any(row[tree] in (1, 3) or row[surface] in (1, 3) for row in table.values()):
        return 2
    return int(any(row[tree] or row[surface] for row in table.values()))


def _row(reading: Reading, found: list[Cue], who: Candidate, s: int, frame: Frame, side: int, ranks: _Ranks) -> list[int]:
    parse, head = reading.parse, who.head
    sentence = abs(parse.sentence[head] - (frame.sentence_after if side else frame.sentence_before))
    tokens = head - frame.after if side else frame.before - head
    is_source = who.cue >= 0
    tree = surface = cue_kind = 0
    if is_source:
        cue = found[who.cue]
        cue_kind = CUE_KINDS.index(cue.kind) + 1
        tree = _tree(frame, cue.at)
        surface = _surface(frame, cue, side, sentence)
    else:
        tree = 4 if parse.head[head] in frame.ancestors and parse.dep[head] in ("nsubj", "nsubjpass") else 0
    row = [
        side, _bucket(sentence, (0, 1, 2, 3, 5)), parse.paragraph[head] - frame.paragraph + BACK, _bucket(tokens, (0, 1, 3, 6, 12, 20, 40)),
        _between(reading, head, s), who.kind, who.role, cue_kind, tree, surface, min(ranks.all, 3),
        min(ranks.sources, 2) + 1 if is_source else 0,
    ]  # fmt: skip
    ranks.all += 1
    ranks.sources += is_source
    return row


def _bucket(value: int, bounds: tuple[int, ...]) -> int:
    return bisect_left(bounds, value)


def _tree(frame: Frame, cue: int) -> int:
    steps = frame.ancestors.get(cue, 0)
    if steps:
        return 1 if steps == 1 else 2
    return 3 if cue in frame.below else 0


def _surface(frame: Frame, cue: Cue, side: int, sentence: int) -> int:
    """1 right after, 2 after in the sentence, 3 right before, 4 before in the sentence, 5 before at a colon, 6 elsewhere."""
    if side:
        near = max(cue.at, cue.source) - frame.after
        return 1 if near <= 3 else 2 if sentence == 0 else 6
    near = frame.before - max(cue.at, cue.source)
    if near <= 2:
        return 3
    return 4 if sentence == 0 else 5 if frame.common[0] == 2 and sentence <= 1 else 6


def _between(reading: Reading, head: int, s: int) -> int:
    """How many other stretches stand between a candidate and stretch `s`: 0, 1, or 2 for more."""
    at = reading.parse.start[head]
    stretches = reading.stretches
    if at < stretches[s].start:
        first = bisect_left(stretches, at, key=lambda x: x.start)
        return min(2, s - first)
    after = bisect_left(stretches, at, key=lambda x: x.start)
    return min(2, after - s - 1)
