"""Quote or not: the columns that tell speech between marks from titles, nicknames and scare quotes."""

from __future__ import annotations

from pactscan.find.quotes.cues import Cue
from pactscan.find.quotes.reading import Reading
from pactscan.find.quotes.speakers import Frame
from pactscan.find.quotes.turns import Speaker
from pactscan.lexicon.speech import CUE_KINDS, words_before_mark, words_of_speakers
from pactscan.marks.parse import Parse

TAGS = (
    "",
    "DT",
    "IN",
    "VB",
    "NN",
    "NNP",
    "JJ",
    "PRP$",
    "PRP",
    "TO",
    "CC",
    "RB",
    "POS",
    "MD",
    "CD",
    "W",
    "UH",
    ",",
    ".",
    ":",
    "``",
    "other",
)
DEPS = (
    "ROOT",
    "ccomp",
    "dobj",
    "pobj",
    "amod",
    "compound",
    "appos",
    "attr",
    "oprd",
    "nsubj",
    "xcomp",
    "conj",
    "advcl",
    "relcl",
    "acl",
    "dep",
    "other",
)
LABELS = ("", "WORK_OF_ART", "ORG", "PERSON", "NORP", "GPE", "LAW", "EVENT", "PRODUCT", "other")
CUE_CLASSES = len(CUE_KINDS) + 2
"""No cue, each kind, and passives that name nobody ("has been touted as")."""

COLUMNS = (
    ("words", 11), ("mark_before", 6), ("end_inside", 5), ("after", 5), ("opens_paragraph", 2), ("closes_paragraph", 2),
    ("tag_before", len(TAGS)), ("word_before", 40), ("cue_before", CUE_CLASSES), ("first_tag", len(TAGS)),
    ("last_tag", len(TAGS)), ("tag_after", len(TAGS)), ("clause", 3), ("person", 2), ("capital", 3), ("case", 4), ("tree", 5),
    ("tree_cue", CUE_CLASSES), ("cue_after", CUE_CLASSES), ("sentence_cue", 4), ("label", len(LABELS)), ("single", 2),
    ("closed", 3), ("zone", 3), ("dep", len(DEPS)), ("company", 4), ("near", 3), ("seen", 2), ("habit", 4), ("size", 4),
)  # fmt: skip
TEMPLATES = """size words words*clause words*capital size*mark_before size*end_inside size*after*end_inside
 opens_paragraph*closes_paragraph*size size*tag_before size*word_before size*cue_before size*first_tag size*last_tag size*tag_after
 clause*person*size capital*case*size tree*size tree*tree_cue size*tree_cue size*cue_after sentence_cue*size label*size
 single*size*zone closed*size zone*size dep*size dep*tree company*size near*size near*company seen*size habit*size case*label
 tag_before*dep tag_before*case cue_after*end_inside cue_before*mark_before case*zone tag_after*end_inside first_tag*capital
 sentence_cue*tag_before tree*tag_before word_before*case"""


SPEAKER_COLUMNS = (*COLUMNS, ("certainty", 5), ("link", 5), ("distance", 4))
SPEAKER_TEMPLATES = (
    TEMPLATES
    + """ certainty*size link*size distance*size certainty*link link*distance certainty*opens_paragraph
 link*end_inside link*mark_before link*case certainty*tag_before certainty*words"""
)
"""What the second look adds: how sure and how near the most likely speaker is."""


def with_speakers(rows: list[list[int]], speakers: list[Speaker]) -> list[list[int]]:
    """The rows of `columns`, each with what is known of its most likely speaker."""
    return [[*row, _certainty(speaker), speaker.link, speaker.sentence] for row, speaker in zip(rows, speakers, strict=True)]


def _certainty(speaker: Speaker) -> int:
    """0 nobody, then by probability."""
    return (
        0 if speaker.head < 0 else 1 if speaker.certainty < 0.5 else 2 if speaker.certainty < 0.8 else 3 if speaker.certainty < 0.95 else 4
    )


def columns(reading: Reading, found: list[Cue], frames: list[Frame]) -> list[list[int]]:
    """One row for each stretch."""
    cue_at = {cue.at: cue for cue in found}
    cue_sentences: dict[int, int] = {}
    for cue in found:
        n = cue_sentences.get(reading.parse.sentence[cue.at], 0)
        cue_sentences[reading.parse.sentence[cue.at]] = max(n, 1 if cue.source < 0 else 2 if cue.kind == "believe" else 3)
    sizes = [reading.last[s] - reading.first[s] + 1 for s in range(len(frames))]
    habit = _habit(sizes)
    seen: set[str] = set()
    rows = []
    for s, frame in enumerate(frames):
        rows.append(_row(reading, cue_at, cue_sentences, frame, s, sizes, habit, seen))
        seen.add(reading.text[reading.stretches[s].start : reading.stretches[s].end].strip(".,").lower())
    return rows


def is_called_so(row: list[int]) -> bool:
    """Whether a row's stretch hangs on a passive that names nobody: ``was called the "Blue Heron"``."""
    return row[TREE_CUE] == CUE_CLASSES - 1 and row[0] <= 6


TREE_CUE = [name for name, _ in COLUMNS].index("tree_cue")


def _habit(sizes: list[int]) -> int:
    """How much of what stands between marks in this article is long."""
    share = sum(n > 6 for n in sizes) / max(1, len(sizes))
    return 0 if share < 0.2 else 1 if share < 0.5 else 2 if share < 0.8 else 3


def _row(
    reading: Reading,
    cue_at: dict[int, Cue],
    cue_sentences: dict[int, int],
    frame: Frame,
    s: int,
    sizes: list[int],
    habit: int,
    seen: set[str],
) -> list[int]:
    parse, stretch = reading.parse, reading.stretches[s]
    first, last = reading.first[s], reading.last[s]
    tags = parse.tag[first : last + 1]
    content = reading.text[stretch.start : stretch.end]
    n = sizes[s]
    before = frame.before if not frame.common[4] else -1
    after = frame.after if not frame.common[5] else -1
    tree, tree_cue = _tree(frame, cue_at)
    root = _root(parse, first, last)
    return [
        min(n, 8) if n < 9 else 9 if n < 15 else 10,
        *frame.common[:3], frame.common[4], frame.common[5],
        _tag(parse.tag[before]) if before >= 0 else 0,
        words_before_mark().get(parse.lower[before], 0) if before >= 0 else 0,
        _cue_kind(cue_at, before) or _cue_kind(cue_at, before - 1),
        _tag(tags[0]), _tag(tags[-1]),
        _tag(parse.tag[after]) if after >= 0 else 0,
        _clause(tags),
        int(not words_of_speakers().isdisjoint(parse.lower[first : last + 1][:12])),
        _capital(content),
        _case(content),
        tree, tree_cue,
        _cue_after(cue_at, after, frame, parse),
        cue_sentences.get(parse.sentence[first], 0),
        _index(LABELS, parse.entities[parse.entity[first]][2], len(LABELS) - 1) if parse.entity[first] >= 0 else 0,
        int(stretch.single),
        0 if stretch.closed > stretch.end else 1 + stretch.goes_on,
        0 if frame.paragraph == 0 else 1 if frame.paragraph < 3 else 2,
        _index(DEPS, parse.dep[root], len(DEPS) - 1),
        _company(reading, s, sizes, frame),
        _near(reading, s, sizes),
        int(content.strip(".,").lower() in seen),
        habit,
        0 if n <= 2 else 1 if n <= 4 else 2 if n <= 8 else 3,
    ]  # fmt: skip


def _index(values: tuple[str, ...], value: str, default: int = 0) -> int:
    return values.index(value) if value in values else default


_TAG_CLASS = {tag: i for i, tag in enumerate(TAGS)}


def _tag(tag: str) -> int:
    """Class of a fine tag: verbs, nouns and wh-words are one class each."""
    if tag in _TAG_CLASS:
        return _TAG_CLASS[tag]
    for prefix in ("VB", "NNP", "NN", "JJ", "RB", "W"):
        if tag.startswith(prefix):
            return _TAG_CLASS[prefix]
    return len(TAGS) - 1


def _cue_kind(cue_at: dict[int, Cue], at: int) -> int:
    if at not in cue_at:
        return 0
    cue = cue_at[at]
    return CUE_CLASSES - 1 if cue.passive and cue.source < 0 else CUE_KINDS.index(cue.kind) + 1


def _tree(frame: Frame, cue_at: dict[int, Cue]) -> tuple[int, int]:
    best, kind = 99, 0
    for at, steps in frame.ancestors.items():
        if at in cue_at and steps < best:
            best, kind = steps, _cue_kind(cue_at, at)
    if kind:
        return min(best, 3), kind
    for at in sorted(frame.below):
        if at in cue_at:
            return 4, _cue_kind(cue_at, at)
    return 0, 0


def _root(parse: Parse, first: int, last: int) -> int:
    return next((t for t in range(first, last + 1) if not first <= parse.head[t] <= last or parse.head[t] == t), first)


def _clause(tags: list[str]) -> int:
    """0 no verb, 1 a verb form, 2 a finite one."""
    if any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags):
        return 2
    return int(any(tag[:2] == "VB" for tag in tags))


def _capital(content: str) -> int:
    first = next((c for c in content if c.isalnum()), "")
    return 0 if first.islower() else 1 if first.isupper() else 2


def _case(content: str) -> int:
    """0 no capital after the first word, 1 some, 2 most words (a title), 3 all letters."""
    words = [w for w in content.split() if w[:1].isalpha()]
    if content.isupper():
        return 3
    capitals = sum(w[0].isupper() for w in words[1:])
    return 0 if capitals == 0 else 2 if capitals * 2 >= len(words) - 1 else 1


def _cue_after(cue_at: dict[int, Cue], after: int, frame: Frame, parse: Parse) -> int:
    """Class of a cue that follows within the next words of the paragraph."""
    if after < 0:
        return 0
    for at in range(after, min(after + 5, len(parse.start))):
        if parse.paragraph[at] != frame.paragraph:
            break
        kind = _cue_kind(cue_at, at)
        if kind:
            return kind
    return 0


def _company(reading: Reading, s: int, sizes: list[int], frame: Frame) -> int:
    """Other stretches in the sentence: 0 none, 1 short ones, 2 a long one before, 3 a long one after."""
    result = 0
    sentence = reading.parse.sentence
    for other in (s - 2, s - 1, s + 1, s + 2):
        if 0 <= other < len(sizes) and sentence[reading.first[other]] in (frame.sentence_before, frame.sentence_after):
            result = max(result, 1 if sizes[other] <= 4 else 2 if other < s else 3)
    return result


def _near(reading: Reading, s: int, sizes: list[int]) -> int:
    """Whether the paragraph holds another stretch: 0 none, 1 short ones, 2 a long one."""
    result = 0
    for step in (-1, 1):
        other = s + step
        while 0 <= other < len(sizes) and reading.stretches[other].paragraph == reading.stretches[s].paragraph and abs(other - s) <= 4:
            result = max(result, 1 if sizes[other] <= 4 else 2)
            other += step
    return result
