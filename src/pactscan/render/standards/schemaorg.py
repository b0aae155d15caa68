"""schema.org as JSON-LD: a NewsArticle with the people, bodies and states that it mentions, what they say, and the agreements.

schema.org has no word for a treaty, nor for whom it binds: an agreement is a CreativeWork with its status as
``creativeWorkStatus``, its parties in its ``about``.
"""

from __future__ import annotations

from typing import Any

from pactscan.model import Actor, ActorKind, Agreement, Country, Party, Quote, Report
from pactscan.render.standards.names import name_in, name_of

CONTEXT = "https://schema.org"
TYPES = {ActorKind.PERSON: "Person", ActorKind.GOVERNMENT: "GovernmentOrganization"}
CODED_BODIES = frozenset({"EU", "NATO", "UN", "ASEAN"})
"""Party codes of bodies; all others are of states."""

Thing = dict[str, Any]


def article(report: Report) -> Thing:
    """The report as one NewsArticle."""
    info = report.article
    return {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "@id": name_of(info),
        **_told(
            headline=info.title,
            datePublished=info.published,
            inLanguage=info.language,
            wordCount=info.words,
            publisher={"@type": "Organization", "name": info.outlet} if info.outlet else None,
        ),
        "about": [_country(c) for c in report.countries if c.focus],
        "mentions": [
            *(_country(c) for c in report.countries if not c.focus),
            *(_actor(report, actor) for actor in report.actors),
            *(_agreement(report, a) for a in report.agreements),
        ],
        "hasPart": [_quotation(report, quote) for quote in report.quotes],
    }


def _told(**values: Any) -> Thing:
    return {name: value for name, value in values.items() if value is not None}


def _country(country: Country) -> Thing:
    return {"@type": "Country", "name": country.name, "identifier": country.code}


def _actor(report: Report, actor: Actor) -> Thing:
    role = actor.role if actor.kind is ActorKind.PERSON else None
    return {
        "@type": TYPES.get(actor.kind, "Organization"),
        "@id": name_in(report.article, actor.id),
        "name": actor.name,
        **_told(alternateName=list(actor.aliases) or None, jobTitle=role),
    }


def _agreement(report: Report, a: Agreement) -> Thing:
    return {
        "@type": "CreativeWork",
        "@id": name_in(report.article, a.id),
        "name": a.name,
        "genre": a.form.value,
        "creativeWorkStatus": a.status.value,
        **_told(
            alternateName=list(a.aliases) or None,
            about=[_party(party) for party in a.parties] or None,
            locationCreated={"@type": "Place", "name": a.place.text} if a.place else None,
        ),
    }


def _party(party: Party) -> Thing:
    if party.code is None or party.code in CODED_BODIES:
        return {"@type": "Organization", "name": party.name}
    return {"@type": "Country", "name": party.name, "identifier": party.code}


def _quotation(report: Report, quote: Quote) -> Thing:
    return {"@type": "Quotation", "text": quote.text, **_told(spokenByCharacter=_speaker(report, quote))}


def _speaker(report: Report, quote: Quote) -> Thing | None:
    actor = next((actor for actor in report.actors if actor.id == quote.speaker), None)
    if actor is None:
        return None
    return {"@type": TYPES.get(actor.kind, "Organization"), "@id": name_in(report.article, actor.id), "name": actor.name}
