"""The agreements: a table that can be sorted and filtered, and of each everything that is known, from whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pactscan.askmodel import (
    AgreementAnswer,
    Conflict,
    ConflictSide,
    DateFact,
    NameFact,
    PartyFact,
    Passage,
    PlaceFact,
    SignatoryFact,
    StatusFact,
    Timeline,
    TimelineRow,
)
from pactscan.render.page.layers import spaced
from pactscan.render.page.markup import Html, element, join
from pactscan.render.page.records import facts
from pactscan.render.page.status import status_badge
from pactscan.report.parts import fold, none, part
from pactscan.report.places import Places
from pactscan.report.words import command, counted, left_out, name_of, parties, stories

Fact = NameFact | PartyFact | DateFact | SignatoryFact | PlaceFact
"""What articles tell, with how many stories do, and words."""

OPEN = 20
"""Agreements up to which all records stand open."""
SIDES = 3
"""Passages shown of each side of a contradiction."""
SOURCES = 10
"""Articles listed of each agreement."""
COLUMNS = ("Agreement", "Status", "Date", "Parties", "Form", "Stories", "Conflicts")


def anchor(identity: str) -> str:
    """Id of an agreement's record in the page."""
    return f"agreement-{identity}"


def record(identity: str, name: str, known: frozenset[str]) -> Html:
    """The agreement's name, linked to its record where the page has one."""
    return element("a", name, href=f"#{anchor(identity)}") if identity in known else element("span", name)


def table(timeline: Timeline, places: Places, known: frozenset[str]) -> Html:
    """One row each, newest first. Sorting and filtering are for the script; without it the table is as it is."""
    if not timeline.rows:
        return part("agreements", "Agreements", none("none found"))
    head = element("tr", *(element("th", name, scope="col", role="columnheader") for name in COLUMNS), role="row")
    rows = [_row(row, places, known) for row in timeline.rows]
    body = [element("thead", head, role="rowgroup"), element("tbody", *rows, role="rowgroup")]
    listed = element("table", *body, class_="agreements", role="table", aria_labelledby="agreements-heading")
    cut = left_out(len(rows), timeline.total, "the newest", command("pactscan ask STORE timeline"), " has all.")
    return part("agreements", "Agreements", element("div", class_="tools", hidden=True), listed, cut, total=timeline.total)


def _row(row: TimelineRow, places: Places, known: frozenset[str]) -> Html:
    values = [
        join([status_badge(row.status), " ", places.link(row.passage, "words")]),
        _date(row),
        parties(row),
        spaced(row.form),
        f"{row.stories:,}",
        element("strong", f"{row.conflicts:,}", class_="conflict") if row.conflicts else "–",
    ]
    first = element("th", record(row.id, row.name, known), scope="row", role="rowheader")
    rest = [element("td", value, role="cell", data_label=name) for name, value in zip(COLUMNS[1:], values, strict=True)]
    return element("tr", first, *rest, role="row")


def _date(row: TimelineRow) -> Html:
    value, kind = (row.date, row.date_kind) if row.date else (row.reported, "reported")
    if value is None:
        return element("span", "not stated", class_="aside")
    return join([element("time", value), element("span", f" {spaced(kind or '')}", class_="aside")])


def details(answers: tuple[AgreementAnswer, ...], total: int, places: Places) -> Html:
    """The records, newest first."""
    shown = [_details(answer, places, opened=len(answers) <= OPEN) for answer in answers]
    how = command("pactscan ask STORE agreement NAME"), " tells of the others."
    return part("details", "Each agreement, and who says what of it", *shown, left_out(len(answers), total, "the newest", *how))


def _details(answer: AgreementAnswer, places: Places, *, opened: bool) -> Html:
    row = answer.summary
    beside = status_badge(row.status), " ", element("span", stories(row.stories), class_="aside")
    inner = facts(_known(answer, places)), _conflicts(answer.conflicts, places)
    return fold(anchor(row.id), row.name, beside, *inner, opened=opened)


def _known(answer: AgreementAnswer, places: Places) -> Iterator[tuple[str, Html | None]]:
    row = answer.summary
    yield "status", _list(_step(fact, places) for fact in answer.history)
    yield "parties", _list(_party(fact, places) for fact in answer.parties)
    yield "dates", _list(_told(f"{spaced(fact.kind)} {fact.value}", fact, places) for fact in answer.dates)
    yield "signed by", _list(_told(_signatory(fact), fact, places) for fact in answer.signatories)
    yield "place", _list(_told(fact.name, fact, places) for fact in answer.places)
    yield "form", join([", ".join(spaced(word) for word in (row.form, row.domain) if word)])
    yield "also called", _list(_told(fact.name, fact, places) for fact in answer.names if fact.name != row.name)
    yield "not stated", _missing(answer)
    yield "articles", _sources(answer.sources, places)


def _party(fact: PartyFact, places: Places) -> Html:
    name = name_of(fact.code, fact.name)
    code = element("abbr", fact.code) if fact.code and fact.code != name else None
    did = f" ({spaced(fact.status)})" if fact.status else None
    return _told(name, fact, places, join([" " if code else None, code, did]))


def _step(fact: StatusFact, places: Places) -> Html:
    date = element("time", fact.date) if fact.date else None
    copies = element("span", f" ({counted(fact.copies, 'copy', 'copies')})", class_="aside") if fact.copies > 1 else None
    return join([status_badge(fact.status), " ", date, " " if date else None, places.words(fact.passage), copies])


def _told(value: str, fact: Fact, places: Places, beside: Html | None = None) -> Html:
    return join([places.link(fact.passage, value), beside, element("span", f" {stories(fact.stories)}", class_="aside")])


def _signatory(fact: SignatoryFact) -> str:
    office = ", ".join(part for part in (fact.role, fact.country) if part)
    return f"{fact.name or 'not named'}{f' ({office})' if office else ''}"


def _missing(answer: AgreementAnswer) -> Html | None:
    asked = {"parties": answer.parties, "dates": answer.dates, "place": answer.places}
    missing = [label for label, value in asked.items() if not value]
    return element("em", ", ".join(missing)) if missing else None


def _sources(passages: tuple[Passage, ...], places: Places) -> Html | None:
    shown = [join([places.link(p, p.title or p.source), " ", places.origin(p)]) for p in passages[:SOURCES]]
    rest = len(passages) - len(shown)
    return _list([*shown, *([join([f"and {rest} more"])] if rest > 0 else [])])


def _list(items: Iterable[Html]) -> Html | None:
    listed = [element("li", item) for item in items]
    return element("ul", *listed) if listed else None


# --- contradictions -----------------------------------------------------------------------------------------------------


def conflicts(found: tuple[Conflict, ...], total: int, places: Places, known: frozenset[str]) -> Html:
    """All contradictions, newest agreements first."""
    title = "Where articles contradict each other"
    if not found:
        return part("conflicts", title, none("Nowhere."))
    rows = [element("li", element("h3", record(c.id, c.name, known)), _conflict(c, places)) for c in reversed(found)]
    return part("conflicts", title, element("ol", *rows, class_="conflicts"), left_out(len(found), total, "the newest"), total=total)


def _conflicts(found: tuple[Conflict, ...], places: Places) -> Html | None:
    if not found:
        return None
    return element("div", element("h4", "Articles contradict each other"), *(_conflict(each, places) for each in found), class_="conflicts")


def _conflict(conflict: Conflict, places: Places) -> Html:
    return element("dl", *(_side(conflict.field, side, places) for side in conflict.sides), class_="sides")


def _side(field: str, side: ConflictSide, places: Places) -> Html:
    value = element("dt", f"{field}: ", element("b", spaced(side.value)), element("span", f" {stories(side.stories)}", class_="aside"))
    rest = len(side.passages) - SIDES
    more = element("dd", f"and {rest} more", class_="aside") if rest > 0 else None
    return element("div", value, *(element("dd", places.words(passage)) for passage in side.passages[:SIDES]), more)
