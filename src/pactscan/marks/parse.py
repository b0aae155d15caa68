"""The parse of an article as plain lists: what rules over many tokens read fast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pactscan.paragraphs import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Doc

ENTITY_BEGINS, ENTITY_INSIDE = 3, 1


@dataclass(frozen=True)
class Parse:
    """One entry a token: lower-case form, fine tag, dependency label, index of the head, and so on."""

    lower: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    """Code point at which the token starts."""
    end: list[int]
    sentence: list[int]
    """Index of the sentence."""
    paragraph: list[int]
    entity: list[int]
    """Index into `entities`, -1 outside."""
    sentences: list[tuple[int, int]]
    """First token and the one after the last."""
    entities: list[tuple[int, int, str]]
    """First token, the one after the last, and label."""
    left: list[int]
    """First token of the subtree."""
    right: list[int]
    """Last token of the subtree."""
    children: list[list[int]]


def parse_of(doc: Doc, paragraphs: list[Paragraph]) -> Parse:
    """The parse of `doc`, whose text is cut into `paragraphs`."""
    columns = doc.to_array(["LOWER", "TAG", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE", "IDX", "LENGTH"])
    lower, tag, dep, _, _, _, label, _, _ = (_strings(doc, columns[:, i]) if i in (0, 1, 2, 6) else [] for i in range(9))
    start = columns[:, 7].tolist()
    end = (columns[:, 7] + columns[:, 8]).tolist()
    heads = (columns[:, 3].astype("int64") + range(len(lower))).tolist()
    sentence, sentences = _sentences(columns[:, 4].astype("int64").tolist())
    entity, entities = _entities(columns[:, 5].tolist(), label)
    children, left, right = _subtrees(heads)
    return Parse(
        lower, tag, dep, heads, start, end, sentence, _paragraphs(start, paragraphs), entity, sentences, entities, left, right, children
    )


def _strings(doc: Doc, column: Any) -> list[str]:
    strings = doc.vocab.strings
    known: dict[int, str] = {}
    values = []
    for key in column.tolist():
        value = known.get(key)
        if value is None:
            value = known[key] = strings[key] if key else ""
        values.append(value)
    return values


def _sentences(starts: list[int]) -> tuple[list[int], list[tuple[int, int]]]:
    sentence: list[int] = []
    bounds: list[int] = []
    for i, begins in enumerate(starts):
        if begins == 1 or i == 0:
            bounds.append(i)
        sentence.append(len(bounds) - 1)
    return sentence, [(first, stop) for first, stop in zip(bounds, [*bounds[1:], len(starts)], strict=False)]


def _entities(iob: list[int], label: list[str]) -> tuple[list[int], list[tuple[int, int, str]]]:
    entity: list[int] = []
    entities: list[tuple[int, int, str]] = []
    for i, code in enumerate(iob):
        if code == ENTITY_BEGINS:
            entities.append((i, i + 1, label[i]))
        elif code == ENTITY_INSIDE and entities:
            entities[-1] = (entities[-1][0], i + 1, entities[-1][2])
        entity.append(len(entities) - 1 if code in (ENTITY_BEGINS, ENTITY_INSIDE) else -1)
    return entity, entities


def _paragraphs(start: list[int], paragraphs: list[Paragraph]) -> list[int]:
    result, p = [], 0
    for at in start:
        while p + 1 < len(paragraphs) and paragraphs[p + 1].start <= at:
            p += 1
        result.append(p)
    return result


def _subtrees(heads: list[int]) -> tuple[list[list[int]], list[int], list[int]]:
    """Children, and the bounds of each subtree, in one pass from the leaves up."""
    n = len(heads)
    children: list[list[int]] = [[] for _ in range(n)]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    left, right = list(range(n)), list(range(n))
    for i in _leaves_first(heads, children):
        head = heads[i]
        if head != i:
            left[head] = min(left[head], left[i])
            right[head] = max(right[head], right[i])
    return children, left, right


def _leaves_first(heads: list[int], children: list[list[int]]) -> list[int]:
    order = [i for i, head in enumerate(heads) if head == i]
    for i in order:
        order.extend(children[i])
    order.reverse()
    return order
