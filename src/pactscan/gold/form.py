"""A report as a form to correct: TOML, one value a line, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pactscan.gold.sheet import NOUNS
from pactscan.model import ActorKind, Agreement, AgreementStatus, Report
from pactscan.render.escape import toml

HEAD = """\
# What pactscan reads in this article. Correct what is wrong, delete what is not there, add what is missing; take out of
# "judged" what you do not want to go through. Then: pactscan eval FORM
# status: {statuses}
"""


def form_of(report: Report, article: str) -> str:
    """The form of a report, for the article at the path `article`, as seen from where the form will lie."""
    info = report.article
    head = [
        _line("article", article),
        _line("sha256", info.sha256),
        _line("published", info.published or ""),
        _line("judged", NOUNS),
        _line("countries", [country.code for country in report.countries]),
        _line("organisations", [actor.name for actor in report.actors if actor.kind is not ActorKind.PERSON]),
    ]
    return HEAD.format(statuses=", ".join(AgreementStatus)) + "".join(head) + "".join(_tables(report))


def _tables(report: Report) -> Iterator[str]:
    for agreement in report.agreements:
        yield _table("agreements", _agreement(agreement))
    for person in (actor for actor in report.actors if actor.kind is ActorKind.PERSON):
        yield _table("people", {"name": person.name, "role": person.role or "", "country": person.country or ""})
    for date in report.dates:
        yield _table("dates", {"words": date.mention.text, "value": date.value or ""})
    for quote in report.quotes:
        yield _table("quotes", {"words": quote.text, "speaker": quote.speaker_name or ""})


def _agreement(a: Agreement) -> dict[str, str | list[str]]:
    return {
        "name": a.name,
        "status": a.status.value,
        "parties": [party.code or party.name for party in a.parties],
        "signed_by": [signatory.name for signatory in a.signatories if signatory.name],
        "dates": [f"{date.kind.value} {date.value}" for date in a.dates if date.value],
        "place": a.place.text if a.place else "",
    }


def _table(name: str, row: dict[str, str | list[str]]) -> str:
    return f"\n[[{name}]]\n" + "".join(_line(key, value) for key, value in row.items())


def _line(key: str, value: str | Iterable[str]) -> str:
    written = toml(value) if isinstance(value, str) else f"[{', '.join(map(toml, value))}]"
    return f"{key} = {written}\n"
