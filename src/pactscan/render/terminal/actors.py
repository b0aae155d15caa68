"""People and bodies on the page."""

from __future__ import annotations

from rich.text import Text

from pactscan.model import Actor, ActorKind
from pactscan.render import palette
from pactscan.render.escape import flowing, visible
from pactscan.render.layout import Page, unknown
from pactscan.render.places import Places

NARROWEST = 16
"""Cells at least for the column of names."""

KINDS = {ActorKind.IGO: "international organisation", ActorKind.GOVERNMENT: "government body", ActorKind.GROUP: "group"}


def add_people(page: Page, actors: tuple[Actor, ...], places: Places) -> None:
    """People with office and country."""
    people = [actor for actor in actors if actor.kind is ActorKind.PERSON]
    _add(page, "PEOPLE", people, places)


def add_bodies(page: Page, actors: tuple[Actor, ...], places: Places) -> None:
    """Organisations, government bodies and groups."""
    bodies = [actor for actor in actors if actor.kind is not ActorKind.PERSON]
    _add(page, "ORGANISATIONS", bodies, places)


def _add(page: Page, title: str, actors: list[Actor], places: Places) -> None:
    if not actors:
        page.nothing(title, "none named")
        return
    page.heading(title, str(len(actors)))
    rows = [(Text.assemble("  ", (flowing(actor.name), palette.NAME)), _known(actor, places)) for actor in actors]
    page.columns(rows, narrowest=NARROWEST)


def _known(actor: Actor, places: Places) -> Text:
    text = Text()
    text.append_text(_office(actor) if actor.kind is ActorKind.PERSON else Text(_body(actor)))
    if text.plain:
        text.append("  ")
    text.append(places.each(actor.mentions), palette.ASIDE)
    return text


def office_of(actor: Actor) -> str:
    """``Defence Minister, NO``: what is known of the two."""
    return ", ".join(flowing(part) for part in (actor.role, actor.country) if part)


def _office(actor: Actor) -> Text:
    if actor.role is None:
        return Text.assemble(unknown("office not stated"), f", {visible(actor.country)}" if actor.country else "")
    return Text(office_of(actor))


def _body(actor: Actor) -> str:
    return ", ".join(part for part in (KINDS.get(actor.kind, ""), visible(actor.country or "")) if part)
