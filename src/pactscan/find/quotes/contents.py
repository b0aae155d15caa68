"""What a cue may introduce: spans of tokens around it, with the columns by which a linear model keeps some and drops the rest."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from pactscan.find.quotes.candidates import KINDS, candidate_kind
from pactscan.find.quotes.cues import Cue
from pactscan.find.quotes.reading import Reading
from pactscan.lexicon.speech import CUE_KINDS, content_openers, verb_number, verbs_before_infinitive
from pactscan.marks.parse import Parse

FORMS = (
    "ccomp", "xcomp", "dobj", "oprd", "prep", "advcl", "child", "before", "clause before", "head", "rest",
    "according after", "according before", "according clause", "remainder", "prep object", "phrase",
)  # fmt: skip
"""How a content hangs on its cue."""
CUE_DEPS = ("ROOT", "conj", "advcl", "relcl", "ccomp", "xcomp", "acl", "pcomp", "parataxis", "other")
CUE_TAGS = ("VBD", "VBZ", "VBP", "VB", "VBN", "VBG")
OTHER_CHILDREN = ("acl", "attr", "dative", "npadvmod", "pobj", "parataxis", "acomp")
CHILDREN = {dep: form for form, dep in enumerate(FORMS[:6])} | dict.fromkeys(OTHER_CHILDREN, FORMS.index("child"))

NAMING = frozenset({"call", "praise", "criticise"})
"""Kinds of cue whose passive says what something is called, and by nobody."""

COLUMNS = (
    ("form", len(FORMS)), ("end", 8), ("cue", len(CUE_KINDS) + 1), ("verb", 400), ("tag", len(CUE_TAGS) + 1), ("cue_dep", len(CUE_DEPS)),
    ("source", len(KINDS) + 1), ("mood", 6), ("opener", 14), ("root", 8), ("length", 8), ("marks", 6), ("gap", 6), ("stop", 5),
    ("inner_cue", 2), ("headline", 2), ("clause", 3), ("comma", 3), ("siblings", 4), ("subject_inside", 2), ("aside", 4),
)  # fmt: skip
TEMPLATES = """form*end form*cue form*tag form*cue_dep form*source form*mood form*opener form*root form*length form*marks form*gap
 form*stop*end form*inner_cue form*headline form*clause*end form*comma form*siblings*end verb*clause cue*opener cue*root cue*source
 cue*clause cue*marks*end marks*end*form length*marks end*stop*comma source*tag tag*mood cue_dep*mood opener*root form*subject_inside
 form*aside*end aside*stop aside*length"""


@dataclass(frozen=True, slots=True)
class Content:
    """Tokens `first` to `last` (inclusive) may be what cue number `cue` introduces."""

    first: int
    last: int
    cue: int
    row: tuple[int, ...]


def contents(reading: Reading, found: list[Cue], spoken: list[bool]) -> list[Content]:
    """All spans that any cue may introduce; `spoken` tells for each stretch between marks whether it is taken as speech."""
    cue_tokens = {cue.at for cue in found}
    result = []
    for c, cue in enumerate(found):
        if cue.passive and cue.source < 0 and cue.kind in NAMING:
            continue
        spans = _according_spans(reading, cue) if cue.kind == "according" else _verb_spans(reading, cue)
        seen = set()
        for first, last, form, end in spans:
            bounds = _fitted(reading, first, last, cue)
            if bounds is None or (*bounds, form) in seen:
                continue
            seen.add((*bounds, form))
            result.append(Content(*bounds, c, _row(reading, cue, *bounds, form, end, spoken, cue_tokens)))
    return result + _phrases(reading, spoken, cue_tokens)


def _phrases(reading: Reading, spoken: list[bool], cue_tokens: set[int]) -> list[Content]:
    """The phrases around short spoken stretches: ``a "very decent man"``."""
    parse = reading.parse
    result = []
    for s, said in enumerate(spoken):
        first, last = reading.first[s], reading.last[s]
        if not said or last - first > 8:
            continue
        root = next((t for t in range(first, last + 1) if not first <= parse.head[t] <= last), -1)
        above = root if root < 0 or parse.tag[root][:2] in ("NN", "VB") else parse.head[root]
        if above < 0 or parse.left[above] < _sentence(parse, first)[0]:
            continue
        around = Cue(parse.head[above], "", "", -1)
        spans = {(parse.left[above], last, 0), (parse.left[above], parse.right[above], 1)}
        for a, b, end in sorted(spans):
            bounds = _fitted(reading, a, max(b, last), around)
            if bounds and bounds != (first, last) and bounds[0] <= first:
                result.append(Content(*bounds, -1, _row(reading, around, *bounds, PHRASE, end, spoken, cue_tokens)))
    return result


def _sentence(parse: Parse, i: int) -> tuple[int, int]:
    first, stop = parse.sentences[parse.sentence[i]]
    return first, stop - 1


def _verb_spans(reading: Reading, cue: Cue) -> list[tuple[int, int, int, int]]:
    """(first, last, form, end) of spans after and before a verb of saying."""
    parse, i = reading.parse, cue.at
    first, last = _sentence(parse, i)
    spans = []
    reach = _reach(parse, i)
    for c in parse.children[i]:
        form = CHILDREN.get(parse.dep[c])
        if form is None or c == cue.source:
            continue
        if c > i:
            spans += _after_cue(parse, c, form, reach, last)
        elif form == 0:
            spans += _before(parse, cue, parse.left[c], first)
    head = parse.head[i]
    if head != i and parse.dep[i] in ("parataxis", "ccomp", "dep", "advcl", "conj"):
        spans += _before(parse, cue, parse.left[head] if head < i else first, first, form=9)
    spans += _leading(reading, cue, first)
    spans += _remainder(reading, cue, last)
    if reach < parse.right[i]:
        spans += [(first, reach, form, 3) for first, _, form, _ in _remainder(reading, cue, last) if first <= reach]
    return spans


def _after_cue(parse: Parse, c: int, form: int, reach: int, last: int) -> list[tuple[int, int, int, int]]:
    """Spans from the child `c` of a cue on: its subtree, to the end of the cue's, to the end of the sentence, or cut short."""
    start = parse.left[c]
    spans = [(start, parse.right[c], form, 0), (start, reach, form, 1), (start, last, form, 2)]
    spans += [(start, cut, form, end) for end, cut in _cuts(parse, c) if cut > c]
    if parse.dep[c] == "prep":
        spans += [(parse.left[g], parse.right[g], PREP_OBJECT, 0) for g in parse.children[c] if g > c and parse.dep[g] in ("pobj", "pcomp")]
        spans.append((c + 1, reach, PREP_OBJECT, 1))
    later = max(_after_time(parse, start, c), _after_hearer(parse, start, c), _conjunction(parse, start, c))
    return spans + ([(later, parse.right[c], form, 5)] if later > start else [])


def _cuts(parse: Parse, c: int) -> list[tuple[int, int]]:
    """(kind of end, last token) of shorter readings of a clause."""
    tail = max((d for d in parse.children[c] if d > c and parse.dep[d] in ("advcl", "prep", "npadvmod", "appos")), default=-1)
    cut = _trimmed_back(parse, parse.left[tail] - 1) if tail > 0 and parse.right[tail] == parse.right[c] else -1
    kind = 6 if tail > 0 and parse.dep[tail] == "advcl" else 7
    return [(3, _before_second_verb(parse, c)), (4, _before_last_comma(parse, c)), (kind, cut)]


def _trimmed_back(parse: Parse, last: int) -> int:
    return last - 1 if last > 0 and parse.tag[last] == "," else last


def _conjunction(parse: Parse, start: int, c: int) -> int:
    """The "that" of a clause, where the parser put words of the cue before it: acknowledged *for the first time Friday* that."""
    return next((d for d in parse.children[c] if parse.dep[d] == "mark" and parse.lower[d] == "that" and d > start), start)


def _before_second_verb(parse: Parse, c: int) -> int:
    """Where a clause ends if "and called on …" at its end is said of the speaker, not by the speaker; -1 when it has no such end."""
    for d in parse.children[c]:
        if parse.dep[d] == "conj" and d > c and not any(parse.dep[e] in ("nsubj", "nsubjpass") for e in parse.children[d]):
            return min([e for e in parse.children[c] if parse.dep[e] == "cc" and c < e < d] or [parse.left[d]]) - 1
    return -1


def _before_last_comma(parse: Parse, c: int) -> int:
    """Where a clause ends without what follows its last comma; -1 when it has none."""
    for t in range(parse.right[c], c, -1):
        if parse.tag[t] == ",":
            return t - 1
    return -1


def _after_time(parse: Parse, start: int, c: int) -> int:
    """First token after a time at the start of a clause: told reporters *last week* the plan had failed."""
    entity = parse.entity[start]
    if entity >= 0 and parse.entities[entity][2] in ("DATE", "TIME"):
        stop = parse.entities[entity][1]
        return stop if stop <= c else start
    return start


def _after_hearer(parse: Parse, start: int, c: int) -> int:
    """First token after a hearer that the parser took for a part of the clause: told *reporters* the bridge was safe."""
    if start + 1 > c or parse.tag[start] not in ("NNS", "PRP", "NNP", "NNPS") or start == 0 or parse.tag[start - 1][:2] != "VB":
        return start
    return start + 1 if parse.tag[start + 1] in ("DT", "PRP", "PRP$", "EX", "NNP") or parse.lower[start + 1] == "that" else start


PREP_OBJECT, PHRASE, BEFORE = FORMS.index("prep object"), FORMS.index("phrase"), FORMS.index("before")


def _reach(parse: Parse, i: int) -> int:
    """Last token of a verb's own clause: what follows "and warned of …" is no content of "denounced"."""
    second = next((d for d in parse.children[i] if parse.dep[d] == "conj" and d > i), -1)
    if second < 0:
        return parse.right[i]
    return min([e for e in parse.children[i] if parse.dep[e] == "cc" and i < e < second] or [parse.left[second]]) - 1


def _before(parse: Parse, cue: Cue, start: int, sentence_start: int, form: int = 8) -> list[tuple[int, int, int, int]]:
    """Content that stands before its cue ends where the source or the cue begins."""
    stop = min([cue.at, *([parse.left[cue.source]] if 0 <= cue.source < cue.at else [])]) - 1
    stop = min(stop, cue.at - 1)
    return [(start, stop, form, 0), (sentence_start, stop, form, 2)] if stop >= start else []


def _leading(reading: Reading, cue: Cue, first: int) -> list[tuple[int, int, int, int]]:
    """What stands before a cue at the end of its sentence, from the sentence's or the paragraph's start."""
    parse = reading.parse
    stop = min(cue.at, parse.left[cue.source] if 0 <= cue.source < cue.at else cue.at) - 1
    if stop <= first or parse.tag[stop] not in (",", "''"):
        return []
    spans = [(first, stop, BEFORE, 0)]
    start = first
    while start > 0 and parse.paragraph[start - 1] == parse.paragraph[first] and first - start < 200:
        start -= 1
    return [*spans, (start, stop, BEFORE, 5)] if start < first else spans


def _remainder(reading: Reading, cue: Cue, last: int) -> list[tuple[int, int, int, int]]:
    """What follows cue and source to the end of the sentence: after ``, Larsen said,`` or ``he said`` where the parse lost the clause."""
    parse = reading.parse
    after = cue.at + 1
    if cue.source > cue.at:
        after = parse.right[cue.source] + 1
    if any(c > after and parse.dep[c] == "ccomp" and parse.left[c] > after for c in parse.children[cue.at]):
        return []
    spans = [(after, last, FORMS.index("rest"), 2)]
    if after <= last and parse.lower[after] == ",":
        spans.append((after + 1, last, FORMS.index("remainder"), 2))
    return spans


def _according_spans(reading: Reading, cue: Cue) -> list[tuple[int, int, int, int]]:
    parse, i = reading.parse, cue.at
    first, last = _sentence(parse, i)
    stop = parse.right[i]
    spans = []
    if i > first:
        spans.append((first, i - 1, FORMS.index("according before"), 2))
        head = parse.head[i]
        if head < i and parse.left[head] > first:
            spans.append((parse.left[head], i - 1, FORMS.index("according clause"), 0))
    if stop < last:
        spans.append((stop + 1, last, FORMS.index("according after"), 2))
    return spans


def _fitted(reading: Reading, first: int, last: int, cue: Cue) -> tuple[int, int] | None:
    """Bounds without the punctuation around them, widened over stretches they cut; None when nothing or the cue itself is left."""
    parse = reading.parse
    inside = reading.inside
    first = _after_dateline(parse, first, last)
    while first <= last and (parse.tag[first] in PUNCTUATION or parse.lower[first] in ("and", "but")):
        first += 1
    while last >= first and parse.tag[last] in PUNCTUATION:
        last -= 1
    if last < first:
        return None
    if inside[first] >= 0:
        first = min(first, reading.first[inside[first]])
    if inside[last] >= 0:
        last = max(last, reading.last[inside[last]])
    return None if first <= cue.at <= last else (first, last)


def _after_dateline(parse: Parse, first: int, last: int) -> int:
    """First token after the date and dash of a dateline: ``March 2 - The harbour opened``."""
    if parse.entity[first] < 0 or parse.entities[parse.entity[first]][2] != "DATE":
        return first
    stop = parse.entities[parse.entity[first]][1]
    return stop + 1 if stop < last and parse.lower[stop] in ("-", "--", "–", "—") else first


PUNCTUATION = frozenset({",", ".", ":", "``", "''", "-LRB-", "-RRB-", "_SP", "HYPH", "NFP", ""})


def _row(
    reading: Reading, cue: Cue, first: int, last: int, form: int, end: int, spoken: list[bool], cue_tokens: set[int]
) -> tuple[int, ...]:
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
    first, last = _sentence(parse, i)
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
