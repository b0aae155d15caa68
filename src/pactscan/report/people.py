"""Who said what; who is named; which countries the stories are about."""

from __future__ import annotations

from pactscan.askmodel import ActorRow, Actors, Countries, CountryRow, Said, SaidRow
from pactscan.model import ActorKind
from pactscan.render.page.layers import KINDS_OF_ACTORS
from pactscan.render.page.markup import Html, element
from pactscan.report.parts import cells, fold, none, part, scrolled, table
from pactscan.report.places import Places
from pactscan.report.words import command, counted, left_out, stories

OPEN = 40
"""Speakers up to which all of them stand open."""
COUNTRIES = 40
"""Countries listed."""


def said(answers: tuple[Said, ...], total: int, places: Places) -> Html:
    """Speakers in the order of their stories, each with the latest quotes, latest first."""
    if not answers:
        return part("said", "Who said what", none("none found"))
    shown = [_speaker(number, answer, places, opened=len(answers) <= OPEN) for number, answer in enumerate(answers, 1)]
    cut = left_out(len(answers), total, "those in most stories,", command("pactscan ask STORE said NAME"), " tells of the others.")
    return part("said", "Who said what", *shown, cut, total=total)


def speaker_anchor(number: int) -> str:
    """Id of a speaker's quotes in the page."""
    return f"speaker-{number}"


def _speaker(number: int, answer: Said, places: Places, *, opened: bool) -> Html:
    name = answer.speakers[0]
    role = next((row.role for row in reversed(answer.rows) if row.role), None)
    office = element("span", role, class_="office") if role else None
    beside = office, " ", element("span", f"· {counted(answer.total, 'quote')}", class_="aside")
    rows = element("ul", *(_quote(row, places) for row in reversed(answer.rows)), class_="quotes")
    cut = left_out(len(answer.rows), answer.total, "the latest", command(f'pactscan ask STORE said "{name}"'), " has all.")
    return fold(speaker_anchor(number), name, beside, rows, cut, opened=opened)


def _quote(row: SaidRow, places: Places) -> Html:
    words = element("q" if row.kind == "direct" else "span", row.text, class_="said")
    first = row.passages[0]
    printed = f" {stories(row.stories)}" if row.stories > 1 else None
    manner = f"“{row.cue}”, " if row.cue and row.kind != "direct" else ""
    told = [f"{row.kind}, {manner}confidence {row.confidence} · ", places.link(first, "the words"), " · ", places.origin(first), printed]
    return element("li", element("p", words), element("p", *told, class_="aside"))


def actors(answer: Actors, places: Places) -> Html:
    """People and bodies in most stories."""
    if not answer.rows:
        return part("actors", "People and organisations", none("none named"))
    rows = [_actor(number, row, places) for number, row in enumerate(answer.rows, 1)]
    listed = table(("Name", "What", "Stories", "Quotes"), rows, "plain")
    cut = left_out(len(rows), answer.total, "those in most stories,", command("pactscan ask STORE actors"), " has all.")
    return part("actors", "People and organisations", scrolled(listed, "Table of people and organisations"), cut, total=answer.total)


def actor_anchor(number: int) -> str:
    """Id of an actor's row in the page."""
    return f"actor-{number}"


def _actor(number: int, row: ActorRow, places: Places) -> Html:
    kind = "" if row.kind == ActorKind.PERSON else KINDS_OF_ACTORS[ActorKind(row.kind)].lower()
    what = ", ".join(part for part in (kind, row.roles[0] if row.roles else "", row.country or "") if part)
    name = element("th", places.link(row.passage, row.name), scope="row")
    return element("tr", name, *cells(what, f"{row.stories:,}", f"{row.quotes:,}"), id=actor_anchor(number))


def countries(answer: Countries, places: Places) -> Html:
    """Countries, with a bar of the stories that are about them."""
    if not answer.rows:
        return part("countries", "Countries", none("none named"))
    most = max(row.about for row in answer.rows) or 1
    rows = [_country(row, most, places) for row in answer.rows[:COUNTRIES]]
    listed = table(("Country", "Stories about it", "Mentioned in", "Agreements"), rows, "figures")
    cut = left_out(len(rows), answer.total, "those that most stories are about,", command("pactscan ask STORE countries"), " has all.")
    return part("countries", "Countries", scrolled(listed, "Table of countries"), cut, total=answer.total)


def _country(row: CountryRow, most: int, places: Places) -> Html:
    name = element("th", places.link(row.passage, row.name), " ", element("abbr", row.code), scope="row")
    share = f"{100 * row.about / most:.1f}%"
    bar = element("svg", element("rect", width=share, height="10"), class_="bar", width="100%", height="10", aria_hidden="true")
    about = element("td", element("div", element("span", f"{row.about:,}"), bar), class_="about-cell")
    return element("tr", name, about, *cells(f"{row.mentioned:,}", f"{row.agreements:,}"), id=country_anchor(row.code))


def country_anchor(code: str) -> str:
    """Id of a country's row in the page."""
    return f"country-{code}"
