"""Spans of tokens that the parse lets a cue introduce: after it, before it, on both sides, whole and cut short."""

from __future__ import annotations

from pactscan.find.quotes.cues import Cue, is_time
from pactscan.find.quotes.reading import Reading
from pactscan.lexicon.speech import speech_verbs
from pactscan.marks.parse import Parse

FORMS = (
    "ccomp", "xcomp", "dobj", "oprd", "prep", "advcl", "child", "before", "clause before", "head", "rest",
    "according after", "according before", "according clause", "remainder", "prep object", "phrase",
)  # fmt: skip
"""How a content hangs on its cue."""
OTHER_CHILDREN = ("acl", "attr", "dative", "npadvmod", "pobj", "parataxis", "acomp")
CHILDREN = {dep: form for form, dep in enumerate(FORMS[:6])} | dict.fromkeys(OTHER_CHILDREN, FORMS.index("child"))
PREP_OBJECT, PHRASE, BEFORE = FORMS.index("prep object"), FORMS.index("phrase"), FORMS.index("before")

CLAUSE_BEGINS = frozenset({"DT", "PRP", "PRP$", "EX", "NNP", "NNPS", "NNS"})
LOOK = 60
"""Tokens within which a paper's name or a semicolon is looked for, so that an endless sentence does not take for ever."""
REPORTING = frozenset({"report", "say", "write", "tell", "state"})
"""Kinds of cue with which a paper is named for what another speaker says."""

Span = tuple[int, int, int, int]
"""First token, last token, number of the form, and how its end was found (see `ENDS`)."""
ENDS = ("own", "clause", "sentence", "second verb", "comma", "later start", "adverbial clause", "preposition")


def sentence_at(parse: Parse, i: int) -> tuple[int, int]:
    """First and last token of the sentence that holds token `i`."""
    first, stop = parse.sentences[parse.sentence[i]]
    return first, stop - 1


def verb_spans(reading: Reading, cue: Cue) -> list[Span]:
    """(first, last, form, end) of spans after and before a verb of saying."""
    parse, i = reading.parse, cue.at
    first, last = sentence_at(parse, i)
    last = min(last, _before_own_cue(parse, cue), _before_report(parse, cue, last))
    spans = []
    reach = _reach(parse, i)
    for c in parse.children[i]:
        form = CHILDREN.get(parse.dep[c])
        if form is None or c == cue.source or (parse.dep[c] == "npadvmod" and is_time(parse, c)):
            continue
        if c > i:
            spans += [(a, min(b, last), form, end) for a, b, form, end in _after_cue(parse, c, form, reach, last)]
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


def _after_cue(parse: Parse, c: int, form: int, reach: int, last: int) -> list[Span]:
    """Spans from the child `c` of a cue on: its subtree, to the end of the cue's, to the end of the sentence, or cut short."""
    start = parse.left[c]
    spans = [(start, parse.right[c], form, 0), (start, reach, form, 1), (start, last, form, 2)]
    spans += [(start, cut, form, end) for end, cut in _cuts(parse, c) if cut > c]
    if parse.dep[c] == "prep":
        spans += [(parse.left[g], parse.right[g], PREP_OBJECT, 0) for g in parse.children[c] if g > c and parse.dep[g] in ("pobj", "pcomp")]
        spans.append((c + 1, reach, PREP_OBJECT, 1))
    if (that := _conjunction(parse, start, c)) > start:
        spans = [(max(a, that), b, form, end) for a, b, form, end in spans if b > that]
        start = that
    later = max(_after_time(parse, start, c), _after_hearer(parse, start, c))
    return spans + ([(later, parse.right[c], form, 5)] if later > start else [])


def _before_own_cue(parse: Parse, cue: Cue) -> int:
    """Last token that a cue may introduce where its clause hangs on a verb after it.

    ``The minister said it had failed, Radio Norte reported.`` ``After saying that he would not, he did.``
    """
    head = parse.head[cue.at]
    if head < cue.at or parse.dep[cue.at] not in ("ccomp", "pcomp", "advcl"):
        return len(parse.tag)
    if parse.dep[cue.at] == "ccomp":
        return min([head, *(parse.left[c] for c in parse.children[head] if parse.dep[c] in ("nsubj", "nsubjpass") and c > cue.at)]) - 1
    return parse.right[cue.at]


def _before_report(parse: Parse, cue: Cue, last: int) -> int:
    """Last token before a paper that is named at the end of the sentence: ``said the talks had failed, Radio Norte reported``."""
    verbs = speech_verbs()
    for t in range(last, max(cue.at + 2, last - LOOK), -1):
        if parse.tag[t][:2] == "VB":
            subject = next((c for c in parse.children[t] if parse.dep[c] == "nsubj" and c < t), -1)
            told = verbs.get(parse.lower[t], ("", ""))[1] in REPORTING and not any(
                c > t and parse.dep[c] == "ccomp" for c in parse.children[t]
            )
            ends = told and subject == t - 1 and parse.lower[parse.left[subject] - 1] == "," and parse.left[subject] - 1 > cue.at + 1
            return parse.left[subject] - 2 if ends else last
    return last


def _cuts(parse: Parse, c: int) -> list[tuple[int, int]]:
    """(kind of end, last token) of shorter readings of a clause."""
    tail = max((d for d in parse.children[c] if d > c and parse.dep[d] in ("advcl", "prep", "npadvmod", "appos")), default=-1)
    cut = _trimmed_back(parse, parse.left[tail] - 1) if tail > 0 and parse.right[tail] == parse.right[c] else -1
    kind = 6 if tail > 0 and parse.dep[tail] == "advcl" else 7
    return [(3, _before_second_verb(parse, c)), (4, _before_last_comma(parse, c)), (kind, cut)]


def _trimmed_back(parse: Parse, last: int) -> int:
    """The token before a comma."""
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


def _reach(parse: Parse, i: int) -> int:
    """Last token of a verb's own clause: what follows "and warned of …" is no content of "denounced"."""
    second = next((d for d in parse.children[i] if parse.dep[d] == "conj" and d > i), -1)
    if second < 0:
        return parse.right[i]
    return min([e for e in parse.children[i] if parse.dep[e] == "cc" and i < e < second] or [parse.left[second]]) - 1


def _before(parse: Parse, cue: Cue, start: int, sentence_start: int, form: int = 8) -> list[Span]:
    """Content that stands before its cue ends where the source or the cue begins."""
    stop = min([cue.at, *([parse.left[cue.source]] if 0 <= cue.source < cue.at else [])]) - 1
    stop = min(stop, cue.at - 1)
    return [(start, stop, form, 0), (sentence_start, stop, form, 2)] if stop >= start else []


def _leading(reading: Reading, cue: Cue, first: int) -> list[Span]:
    """What stands before a cue at the end of its sentence, from the sentence's or the paragraph's start."""
    parse = reading.parse
    stop = min(cue.at, parse.left[cue.source] if 0 <= cue.source < cue.at else cue.at) - 1
    if stop <= first or parse.tag[stop] not in (",", "''"):
        return []
    first = _after_semicolon(reading, first, stop)
    spans = [(first, stop, BEFORE, 0)]
    start = first
    while start > 0 and parse.paragraph[start - 1] == parse.paragraph[first] and first - start < 200:
        start -= 1
    return [*spans, (start, stop, BEFORE, 5)] if start < first else spans


def _after_semicolon(reading: Reading, first: int, stop: int) -> int:
    """First token after a semicolon before a quotation: ``Rey saw it first; "red, then nothing", he recalled``."""
    parse, inside = reading.parse, reading.inside
    for t in range(stop - 1, max(first, stop - LOOK), -1):
        if parse.lower[t] == ";" and inside[t] < 0 and inside[min(t + 2, stop)] >= 0:
            return t + 1
    return first


def _remainder(reading: Reading, cue: Cue, last: int) -> list[Span]:
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


def after_circumstance(parse: Parse, after: int, last: int) -> int:
    """Where what is said begins, past words that tell when and where: ``said in May at the fair *that* …``, ``said on Monday *the* …``."""
    day = _after_day(parse, after, last)
    if day > after:
        return day
    for t in range(after, min(after + 12, last)):
        if parse.lower[t] == "that" and parse.dep[t] == "mark":
            return t
        if parse.tag[t][:2] in ("VB", "MD", "PR") or parse.lower[t] in (",", "``", "''", ":"):
            return after
    return after


def _after_day(parse: Parse, after: int, last: int) -> int:
    """First token after a day right behind a verb, if a clause begins there."""
    if not 0 < after < last:
        return after
    at = after + (parse.lower[after] == "on")
    if at >= last or parse.tag[after - 1][:2] != "VB" or parse.entity[at] < 0:
        return after
    begin, stop, label = parse.entities[parse.entity[at]]
    return stop if label == "DATE" and begin == at and stop < last and parse.tag[stop] in CLAUSE_BEGINS else after


def according_spans(reading: Reading, cue: Cue) -> list[Span]:
    """Spans before and after "according to" and its source."""
    parse, i = reading.parse, cue.at
    first, last = sentence_at(parse, i)
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
