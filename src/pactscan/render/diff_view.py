"""What every form of a diff shows: sections of entries, each with a sign, a word, its fields and the words of both sides.

Texts are those of the articles, not escaped: each form does that for itself, in one place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pactscan.diffmodel import Counts, DiffItem, FieldChange, FieldRelation, ItemKind, Passage, QuoteRelation, ReportDiff, Verdict
from pactscan.model import Actor, Agreement, ArticleInfo, Country, Date, Mention, Quote
from pactscan.render.places import Places

SIGNS = {Verdict.SAME: "=", Verdict.CHANGED: "~", Verdict.ONLY_LEFT: "<", Verdict.ONLY_RIGHT: ">", Verdict.CONFLICT: "!"}
WORDS = {
    Verdict.SAME: "same",
    Verdict.CHANGED: "changed",
    Verdict.ONLY_LEFT: "only left",
    Verdict.ONLY_RIGHT: "only right",
    Verdict.CONFLICT: "CONFLICT",
}
TITLES = {
    ItemKind.AGREEMENT: "Agreements",
    ItemKind.ACTOR: "People and bodies",
    ItemKind.COUNTRY: "Countries",
    ItemKind.DATE: "Dates",
    ItemKind.QUOTE: "Quotes",
    ItemKind.NUMBER: "Numbers",
    ItemKind.SENTENCE: "Sentences",
}
RELATED = {
    QuoteRelation.TRIMMED: "trimmed",
    QuoteRelation.REWORDED: "reworded",
    QuoteRelation.OVERLAP: "overlapping cuts",
    QuoteRelation.REATTRIBUTED: "re-attributed",
    QuoteRelation.PARAPHRASE: "paraphrase candidate",
}
_PAIRED = {Verdict.CHANGED, Verdict.CONFLICT}
PARAPHRASES = "Perhaps the same in other words (not counted)"
RELATIONS = {
    FieldRelation.EQUAL: "",
    FieldRelation.REFINES: "refines",
    FieldRelation.CONFLICTS: "CONFLICT",
    FieldRelation.NOT_COMPARABLE: "not comparable",
}


LONG_RUN = 160
"""Code points of a run that two sentences share, beyond which its middle is left out."""


class Run(NamedTuple):
    """Words of one side; `marked` where the other side has others."""

    text: str
    marked: bool = False


class Column(NamedTuple):
    """What one side says, and where."""

    runs: tuple[Run, ...]
    place: str


class Row(NamedTuple):
    """A field, as each side has it."""

    name: str
    left: str
    right: str
    relation: FieldRelation
    remark: str
    """Relation and note in words; empty when equal."""


class Entry(NamedTuple):
    """One item."""

    verdict: Verdict
    sign: str
    word: str
    title: str
    """Name, speaker or value; empty for numbers and sentences, whose words say it all."""
    rows: tuple[Row, ...]
    left: Column | None
    right: Column | None


class Section(NamedTuple):
    """All items of a kind; paraphrase candidates have a section of their own."""

    title: str
    counts: Counts | None
    entries: tuple[Entry, ...]
    brief: bool = False
    """Whether names say it all, so that those of one verdict can stand in a row."""


def sections(diff: ReportDiff, *, with_same: bool) -> list[Section]:
    """The sections that have something to show."""
    places = Places(diff.left.text), Places(diff.right.text)
    kinds = dict.fromkeys(item.kind for item in diff.items)
    found = [_section(diff, kind, places, with_same=with_same) for kind in ItemKind if kind in kinds]
    maybe = [item for item in diff.items if item.relation is QuoteRelation.PARAPHRASE]
    if maybe:
        found.append(Section(PARAPHRASES, None, tuple(_entry(item, places, with_same=with_same) for item in maybe)))
    return found


def _section(diff: ReportDiff, kind: ItemKind, places: tuple[Places, Places], *, with_same: bool) -> Section:
    items = [item for item in diff.items if item.kind is kind and item.relation is not QuoteRelation.PARAPHRASE]
    shown = [item for item in items if with_same or item.verdict is not Verdict.SAME]
    entries = tuple(_entry(item, places, with_same=with_same) for item in sorted(shown, key=_gravity))
    return Section(TITLES[kind], getattr(diff.summary, kind.value), entries, brief=kind in (ItemKind.COUNTRY, ItemKind.DATE))


def _gravity(item: DiffItem) -> int:
    """Conflicts first, then what changed, then what one side has; within that, the order of the text."""
    return (Verdict.CONFLICT, Verdict.CHANGED, Verdict.ONLY_LEFT, Verdict.ONLY_RIGHT, Verdict.SAME).index(item.verdict)


def counts_in_words(counts: Counts) -> str:
    """``3 same, 1 changed, 1 CONFLICT, 2 only left``; verdicts that nothing has are left out."""
    order = (Verdict.SAME, Verdict.CHANGED, Verdict.CONFLICT, Verdict.ONLY_LEFT, Verdict.ONLY_RIGHT)
    return ", ".join(f"{n} {WORDS[verdict]}" for verdict in order if (n := getattr(counts, verdict.value)))


def side_line(info: ArticleInfo) -> str:
    """Source, outlet and day of a side."""
    source = "standard input" if info.source == "-" else info.source
    return ", ".join(part for part in (source, info.outlet, info.published or "no date") if part)


def figures(diff: ReportDiff) -> str:
    """Mode and similarities in words."""
    text = "not compared" if diff.similarity.text is None else f"{diff.similarity.text:.2f}"
    return f"mode {diff.mode.value}   facts {diff.similarity.facts:.2f}   text {text}"


def _entry(item: DiffItem, places: tuple[Places, Places], *, with_same: bool) -> Entry:
    maybe = item.relation is QuoteRelation.PARAPHRASE
    sign = "?" if maybe else SIGNS[item.verdict]
    return Entry(item.verdict, sign, _word(item), _title(item), tuple(_rows(item, with_same=with_same)), *_columns(item, places))


def _word(item: DiffItem) -> str:
    """Verdict, relation of the words, and likeness."""
    word = WORDS[item.verdict]
    relation = RELATED.get(item.relation) if item.relation else None
    if relation:
        word = f"{word}, {relation}" if item.verdict is Verdict.CONFLICT else relation
    return f"{word} {item.score:.2f}" if item.verdict in _PAIRED and item.score < 1 else word


def _title(item: DiffItem) -> str:
    sides = [side for side in (item.left, item.right) if side is not None]
    if isinstance(sides[0], Passage):
        return ""
    named = _plain_name if item.verdict in _PAIRED else _full_name
    return " / ".join(dict.fromkeys(named(side) for side in sides if not isinstance(side, Passage)))


def _plain_name(side: Agreement | Actor | Country | Date | Quote) -> str:
    """The name alone: what the sides say of it stands below."""
    return side.name if isinstance(side, Actor | Agreement) else _full_name(side)


def _full_name(side: Agreement | Actor | Country | Date | Quote) -> str:
    if isinstance(side, Actor):
        about = ", ".join(part for part in (side.role, side.country) if part)
        return f"{side.name} ({about})" if about else side.name
    if isinstance(side, Country):
        return f"{side.name} {side.code}"
    if isinstance(side, Date):
        return f"{side.mention.text} ({side.value or 'not resolved'})"
    if isinstance(side, Quote):
        return side.speaker_name or (side.source.text if side.source else "speaker not named")
    parties = " ".join(party.code or party.name for party in side.parties)
    return f"{side.name} ({', '.join(part for part in (side.status.value.replace('_', ' '), parties) if part)})"


def _columns(item: DiffItem, places: tuple[Places, Places]) -> tuple[Column | None, Column | None]:
    evidence = (
        item.left is None or item.right is None or any(f.name == "status" and f.relation is not FieldRelation.EQUAL for f in item.fields)
    )
    left = _column(item.left, places[0], [change.left for change in item.wording], evidence=evidence)
    right = _column(item.right, places[1], [change.right for change in item.wording], evidence=evidence)
    return left, right


def _column(side: object, places: Places, marks: Sequence[Mention | None], *, evidence: bool) -> Column | None:
    """What a side says: the words of a quote, number or sentence, and with `evidence` those that give an agreement's status."""
    if isinstance(side, Quote):
        manner = (Run(f"({side.manner}) "),) if side.manner else ()
        return Column((*manner, *_runs(side.text, marks)), places.each(side.spans))
    if isinstance(side, Passage):
        return Column(tuple(map(_elided, _runs(side.text, marks)) if marks else (Run(side.text),)), places.each(side.mentions))
    if isinstance(side, Agreement):
        return Column((Run(side.evidence.text),) if evidence else (), places(side.evidence))
    if isinstance(side, Date):
        return Column((), places(side.mention))
    if isinstance(side, Actor | Country):
        return Column((), places.each(side.mentions))
    return None


def _runs(text: str, marks: Sequence[Mention | None]) -> Iterator[Run]:
    at = 0
    for mark in marks:
        if mark is None:
            continue
        if mark.start > at:
            yield Run(text[at : mark.start])
        yield Run(text[mark.start : mark.end], marked=True)
        at = mark.end
    if at < len(text):
        yield Run(text[at:])


def _elided(run: Run) -> Run:
    """A run that both sentences have, without its middle when it is long."""
    if run.marked or len(run.text) <= LONG_RUN:
        return run
    start, end = run.text[: LONG_RUN // 2].rsplit(" ", 1)[0], run.text[-LONG_RUN // 2 :].split(" ", 1)[-1]
    return Run(f"{start} … {end}")


def _rows(item: DiffItem, *, with_same: bool) -> Iterator[Row]:
    """The fields; equal ones only when all is shown."""
    if item.left is None or item.right is None or item.kind is ItemKind.SENTENCE:
        return
    for field in item.fields:
        if field.relation is FieldRelation.EQUAL and not with_same:
            continue
        yield Row(field.name, _value(field.left), _value(field.right), field.relation, _remark(field))


def _value(value: str | None) -> str:
    return "not stated" if value is None else value


def _remark(field: FieldChange) -> str:
    return ", ".join(part for part in (RELATIONS[field.relation], field.note) if part)
