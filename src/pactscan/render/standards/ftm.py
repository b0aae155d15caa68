"""FollowTheMoney entities: the article, its people and bodies with an edge to it, agreements as events, quotes as notes.

Through the library ``followthemoney`` (extra ``ftm``), which checks names, codes and dates.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pactscan.errors import OutputError
from pactscan.model import Actor, ActorKind, Agreement, Quote, Report

SCHEMATA = {ActorKind.PERSON: "Person", ActorKind.GOVERNMENT: "PublicBody"}
STATES = 2
"""Letters of a state's code; longer ones are of bodies."""


class Entities:
    """Makes the entities of reports. OutputError when the library is not installed."""

    def __init__(self) -> None:
        try:
            from followthemoney import model
        except ImportError:
            raise OutputError("--format ftm needs the extra ftm: pip install 'pactscan[ftm]'") from None
        self._model = model

    def of(self, report: Report) -> Iterator[dict[str, Any]]:
        """The entities of one report, the article first."""
        info = report.article
        article = self._make("Article", (info.sha256,), title=info.title, publishedAt=info.published, publisher=info.outlet)
        self._add(article, fileName=info.source, language=info.language)
        self._add(article, country=[country.code for country in report.countries if country.focus])
        yield article.to_dict()
        for actor in report.actors:
            yield from self._actor(article.id, actor)
        for agreement in report.agreements:
            yield self._event(article.id, report, agreement)
        for quote in report.quotes:
            yield self._note(article.id, quote)

    def _actor(self, article: str, actor: Actor) -> Iterator[dict[str, Any]]:
        entity = self._make(SCHEMATA.get(actor.kind, "Organization"), (article, actor.id), name=actor.name, alias=list(actor.aliases))
        self._add(entity, country=actor.country, proof=article)
        if actor.kind is ActorKind.PERSON:
            self._add(entity, position=actor.role)
        yield entity.to_dict()
        yield self._make("Documentation", (article, actor.id, "edge"), entity=entity.id, document=article, role="named in").to_dict()

    def _event(self, article: str, report: Report, a: Agreement) -> dict[str, Any]:
        codes = [party.code for party in a.parties if party.code and len(party.code) == STATES]
        entity = self._make("Event", (article, a.id), name=a.name, alias=list(a.aliases), country=codes)
        signed = [date.value for date in a.dates if date.kind.value == "signed" and date.value]
        others = [party.name for party in a.parties if party.code is None or len(party.code) != STATES]
        told = f"{a.form.value}; status in this article: {a.status.value}" + (f"; other parties: {', '.join(others)}" if others else "")
        self._add(entity, date=signed, location=a.place.text if a.place else None, summary=told, proof=article)
        known = {actor.id for actor in report.actors}
        self._add(entity, involved=[self._id(article, s.actor) for s in a.signatories if s.actor in known])
        return dict(entity.to_dict())

    def _note(self, article: str, quote: Quote) -> dict[str, Any]:
        entity = self._make("Note", (article, quote.id), name=quote.speaker_name or "not named", description=quote.text)
        self._add(entity, proof=article, entity=self._id(article, quote.speaker) if quote.speaker else None)
        return dict(entity.to_dict())

    def _id(self, article: str, actor: str | None) -> str:
        entity = self._model.make_entity("Person")
        entity.make_id(article, actor)
        return str(entity.id)

    def _make(self, schema: str, key: tuple[str, ...], **values: Any) -> Any:
        entity = self._model.make_entity(schema)
        entity.make_id(*key)
        self._add(entity, **values)
        return entity

    @staticmethod
    def _add(entity: Any, /, **values: Any) -> None:
        for name, value in values.items():
            entity.add(name, value, quiet=False)
