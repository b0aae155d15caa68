"""The columns by which a linear model weighs what a cue may introduce. Nothing here looks at words of the content but its first."""

from __future__ import annotations

from bisect import bisect_left

from pactscan.find.quotes.cues import Cue
from pactscan.find.quotes.kinds import KINDS, candidate_kind
from pactscan.find.quotes.reading import Reading
from pactscan.find.quotes.spans import CHILDREN, ENDS, FORMS, sentence_at
from pactscan.lexicon.speech import CUE_KINDS, content_openers, verb_number, verbs_before_infinitive
from pactscan.marks.parse import Parse

CUE_DEPS = ("ROOT", "conj", "advcl", "relcl", "ccomp", "xcomp", "acl", "pcomp", "parataxis", "other")
CUE_TAGS = ("VBD", "VBZ", "VBP", "VB", "VBN", "VBG")
PUNCTUATION = frozenset({",", ".", ":", "``", "''", "-LRB-", "-RRB-", "_SP", "HYPH", "NFP", ""})

COLUMNS = (
    ("form", len(FORMS)), ("end", len(ENDS)), ("cue", len(CUE_KINDS) + 1), ("verb", 400), ("tag", len(CUE_TAGS) + 1),
    ("cue_dep", len(CUE_DEPS)),
    ("source", len(KINDS) + 1), ("mood", 6), ("opener", 14), ("root", 8), ("length", 8), ("marks", 6), ("gap", 6), ("stop", 5),
    ("inner_cue", 2), ("headline", 2), ("clause", 3), ("comma", 3), ("siblings", 4), ("subject_inside", 2), ("aside", 4),
)  # fmt: skip
TEMPLATES = """form*end form*cue form*tag form*cue_dep form*source form*mood form*opener form*root form*length form*marks form*gap
 form*stop*end form*inner_cue form*headline form*clause*end form*comma form*siblings*end verb*clause cue*opener cue*root cue*source
 cue*clause cue*marks*end marks*end*form length*marks end*stop*comma source*tag tag*mood cue_dep*mood opener*root form*subject_inside
 form*aside*end aside*stop aside*length"""


def row_of(
    reading: Reading, cue: Cue, first: int, last: int, form: int, end: int, spoken: list[bool], cue_tokens: set[int]
) -> tuple[int, ...]:
    """The columns of the tokens `first` to `last` as content of `cue`, see `COLUMNS`."""
    parse, i = reading.parse, cue.at
    n = last - first + 1
    source = cue.source
    return (
        form, end, CUE_KINDS.index(cue.kind) if cue.kind else len(CUE_KINDS), verb_number(cue.base),
        CUE_TAGS.index(parse.tag[i]) + 1 if parse.tag[i] in CUE_TAGS else 0,
        CUE_DEPS.index(parse.dep[i]) if parse.dep[i] in CUE_DEPS else len(CUE_DEPS) - 1,
        KINDS.index(candidate_kind(parse, source)) + 1 if source >= 0 else 0,
        _mood(parse, cue), content_openers().get(parse.lower[first], 0), _root(parse, first, last),
        bisect_left((1, 2, 4, 7, 12, 20, 32), n), _marks(reading, first, last, spoken),
        min(5, max(0, first - i - 1 if first > i else i - last - 1)), _stop(reading, last),
        int(any(t in cue_tokens for t in range(first, last + 1))), int(_is_headline(parse, i)),
        _clause(parse, i), _comma(reading, cue, first, last), min(3, sum(c > i and parse.dep[c] in CHILDREN for c in parse.children[i])),
        int(first <= source <= last), _aside(parse, cue),
    )  # fmt: skip


def _is_headline(parse: Parse, i: int) -> bool:
    """Whether a token stands in a short first paragraph of one sentence."""
    first, last = sentence_at(parse, i)
    alone = last + 1 >= len(parse.tag) or parse.paragraph[last + 1] != 0
    return parse.paragraph[i] == 0 and first == 0 and alone and last < 20


def _mood(parse: Parse, cue: Cue) -> int:
    """0 plain, 1 with a modal, 2 denied, 3 an infinitive, 4 passive, 5 an infinitive that tells what happened ("went on to say")."""
    if cue.kind == "according":
        return 0
    if cue.passive:
        return 4
    words = [(parse.dep[c], parse.tag[c]) for c in parse.children[cue.at]]
    if any(dep == "neg" for dep, _ in words):
        return 2
    if any(tag == "MD" for _, tag in words):
        return 1
    if not any(tag == "TO" for _, tag in words):
        return 0
    return 5 if parse.lower[parse.head[cue.at]] in verbs_before_infinitive() else 3


def _root(parse: Parse, first: int, last: int) -> int:
    """Class of the word that the span hangs on."""
    root = next((t for t in range(first, last + 1) if not first <= parse.head[t] <= last or parse.head[t] == t), first)
    tag = parse.tag[root]
    if tag in ("VBD", "VBZ", "VBP", "MD"):
        return 1
    if tag[:2] == "VB":
        children = [parse.tag[c] for c in parse.children[root]]
        return 2 if any(t in ("VBD", "VBZ", "VBP", "MD") for t in children) else 3 if "TO" in children else 4
    return 5 if tag[:2] == "NN" else 6 if tag in ("IN", "TO") else 7 if tag[:2] == "JJ" else 0


def _marks(reading: Reading, first: int, last: int, spoken: list[bool]) -> int:
    """0 no stretch inside, 1 one that is speech, 2 exactly one, 3 begins with one, 4 only stretches that nobody says, 5 ends with one."""
    inside = reading.inside
    held = {inside[t] for t in range(first, last + 1) if inside[t] >= 0}
    if not held:
        return 0
    said = [s for s in held if spoken[s]]
    if not said:
        return 4
    if len(held) == 1 and reading.first[said[0]] == first and reading.last[said[0]] == last:
        return 2
    return 3 if inside[first] in said else 5 if inside[last] in said else 1


def _stop(reading: Reading, last: int) -> int:
    """What follows: 0 the sentence's end, 1 a comma, 2 a conjunction, 3 another mark, 4 a word."""
    parse = reading.parse
    after = last + 1
    if after >= len(parse.tag) or parse.sentence[after] != parse.sentence[last] or parse.tag[after] in (".", "_SP"):
        return 0
    return 1 if parse.tag[after] == "," else 2 if parse.tag[after] == "CC" else 3 if parse.tag[after] in PUNCTUATION else 4


def _clause(parse: Parse, i: int) -> int:
    """Whether the verb has a clause after it (2), before it (1), or none."""
    kids = [c for c in parse.children[i] if parse.dep[c] == "ccomp"]
    return 2 if any(c > i for c in kids) else 1 if kids else 0


def _aside(parse: Parse, cue: Cue) -> int:
    """Commas around cue and source: 1 before them, 2 after them, 3 both, as in ``Now, she said, the roads are open``."""
    if cue.source < 0:
        return 0
    first, last = min(cue.at, parse.left[cue.source]), max(cue.at, parse.right[cue.source] if cue.source > cue.at else cue.at)
    before = first > 0 and parse.tag[first - 1] in (",", "''")
    after = last + 1 < len(parse.tag) and parse.tag[last + 1] == ","
    return before + 2 * after


def _comma(reading: Reading, cue: Cue, first: int, last: int) -> int:
    """1 when a comma, 2 when a colon or another mark parts cue and content."""
    parse = reading.parse
    at = first - 1 if first > cue.at else last + 1
    if not 0 <= at < len(parse.tag):
        return 0
    return 1 if parse.tag[at] == "," else 2 if parse.tag[at] in (":", "``", "''") else 0
