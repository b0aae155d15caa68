"""The lists beside the text: agreements, quotes, people, bodies, countries, dates, each value with links to its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pactscan.model import Actor, ActorKind, Agreement, AgreementStatus, Country, Date, Party, Quote, Report, Signatory
from pactscan.render.page.kinds import LETTERS, Kind
from pactscan.render.page.layers import HOW_REFERRED, KINDS_OF_ACTORS, spaced, speaker_of
from pactscan.render.page.links import Links
from pactscan.render.page.markup import Html, element, join
from pactscan.render.page.status import confidence, status_badge
from pactscan.render.standing import missing


def section(links: Links, name: str, title: str, kind: Kind | None, rows: list[Html], *, counted: str | None = None) -> Html:
    """A section of the lists, with its letter; says so when there is nothing in it."""
    letter = element("span", LETTERS[kind], class_=f"letter {kind}", aria_hidden="true") if kind else None
    count = element("span", counted or str(len(rows)), class_="count") if rows else None
    heading = element("h2", letter, title, " ", count, id=f"{links.prefix}{name}-heading")
    content = element("ol", *rows, class_="records") if rows else element("p", "none found", class_="none")
    label = links.labelled(f"{links.prefix}{name}-heading")
    return element("section", heading, content, id=f"{links.prefix}{name}", aria_labelledby=label)


def facts(pairs: Iterable[tuple[str, Html | None]]) -> Html:
    """Labels and values; a value of None is left out."""
    return element("dl", *(element("div", element("dt", label), element("dd", value)) for label, value in pairs if value is not None))


# --- agreements ---------------------------------------------------------------------------------------------------------


def agreements(report: Report, links: Links) -> Html:
    """The agreements, each as a card."""
    cards = [_agreement(agreement, number, links) for number, agreement in enumerate(report.agreements, 1)]
    return section(links, "agreements", "Agreements", Kind.AGREEMENT, cards)


def _agreement(agreement: Agreement, number: int, links: Links) -> Html:
    head = element("h3", links.name(agreement.mentions[0], agreement.name) if agreement.mentions else agreement.name)
    state = element("p", status_badge(agreement.status), " ", confidence(agreement.confidence), class_="state")
    listed = facts(_facts_of_agreement(agreement, links))
    return element("li", head, state, listed, class_="record card", id=f"{links.prefix}agreement-{number}")


def _facts_of_agreement(agreement: Agreement, links: Links) -> Iterator[tuple[str, Html | None]]:
    if agreement.status is not AgreementStatus.REFERENCED:
        yield "evidence", links.words(agreement.evidence)
    yield "parties", _listed(_party(party, links) for party in agreement.parties)
    yield "signed by", _listed((_signatory(signatory, links) for signatory in agreement.signatories), "; ")
    for date in agreement.dates:
        value = element("time", date.value) if date.value else element("em", "not resolved")
        reason = f": {date.reason}" if date.reason else ""
        yield spaced(date.kind), join([value, f"{reason} ", links.words(date.mention)])
    yield "place", links.name(agreement.place, agreement.place.text) if agreement.place else None
    yield "form", join([spaced(", ".join(word for word in (agreement.form, agreement.domain) if word))])
    yield "also called", _listed((element("span", alias) for alias in agreement.aliases), "; ")
    untold = missing(agreement)
    yield "not stated", element("em", ", ".join(untold)) if untold else None
    yield "mentions", links.places(agreement.mentions)


def _listed(items: Iterable[Html], between: str = ", ") -> Html | None:
    listed = list(items)
    return join(listed, between) if listed else None


def _party(party: Party, links: Links) -> Html:
    code = element("abbr", party.code) if party.code and party.code != party.name else None
    did = f" ({spaced(party.status)})" if party.status else None
    return join([links.name(party.mention, party.name), " " if code else None, code, did])


def _signatory(signatory: Signatory, links: Links) -> Html:
    office = ", ".join(part for part in (signatory.role, signatory.country) if part)
    name = signatory.name or "not named"
    return join([links.name(signatory.mention, name) if signatory.mention else name, f" ({office})" if office else None])


# --- quotes -------------------------------------------------------------------------------------------------------------


def quotes(report: Report, links: Links) -> Html:
    """Who said what, in the order of the text, speaker by speaker."""
    offices = {actor.name: _office(actor) for actor in report.actors}
    speakers: dict[str, list[tuple[int, Quote]]] = {}
    for number, quote in enumerate(report.quotes, 1):
        speakers.setdefault(speaker_of(quote), []).append((number, quote))
    rows = [_speaker(speaker, offices.get(speaker, ""), said, links) for speaker, said in speakers.items()]
    return section(links, "quotes", "Who said what", Kind.QUOTE, rows, counted=str(len(report.quotes)))


def _speaker(speaker: str, office: str, said: list[tuple[int, Quote]], links: Links) -> Html:
    head = element("h3", speaker, element("span", office, class_="office") if office else None)
    return element("li", head, element("ul", *(_quote(quote, number, links) for number, quote in said)), class_="speaker")


def _quote(quote: Quote, number: int, links: Links) -> Html:
    marks = quote.kind == "direct"
    words = join((element("q" if marks else "span", span.text) for span in quote.spans), " … ")
    told = [f"{quote.kind}, ", f"“{quote.manner}”, " if quote.manner else "", confidence(quote.confidence), " ", links.places(quote.spans)]
    return element(
        "li", element("p", words, class_="said"), element("p", *told, class_="aside"), class_="record", id=f"{links.prefix}quote-{number}"
    )


# --- actors, countries, dates -------------------------------------------------------------------------------------------


def people(report: Report, links: Links) -> Html:
    """People with office and country."""
    return section(links, "people", "People", Kind.PERSON, _actors(report, links, person=True))


def bodies(report: Report, links: Links) -> Html:
    """Organisations, government bodies and groups."""
    return section(links, "bodies", "Organisations", Kind.BODY, _actors(report, links, person=False))


def _actors(report: Report, links: Links, *, person: bool) -> list[Html]:
    numbered = enumerate(report.actors, 1)
    return [_actor(actor, number, links) for number, actor in numbered if (actor.kind is ActorKind.PERSON) is person]


def _actor(actor: Actor, number: int, links: Links) -> Html:
    office = _office(actor) or ("office not stated" if actor.kind is ActorKind.PERSON else "")
    told = element("span", office, class_="office") if office else None
    aliases = element("span", f"also {'; '.join(actor.aliases)}", class_="aside") if actor.aliases else None
    return _row(f"{links.prefix}actor-{number}", [element("b", actor.name), told], [aliases, links.places(actor.mentions)])


def _office(actor: Actor) -> str:
    kind = "" if actor.kind in (ActorKind.PERSON, ActorKind.ORGANISATION) else KINDS_OF_ACTORS[actor.kind].lower()
    return ", ".join(part for part in (kind, actor.role, actor.country) if part)


def countries(report: Report, links: Links) -> Html:
    """The countries, those that the article is about first."""
    numbered = sorted(enumerate(report.countries, 1), key=lambda pair: not pair[1].focus)
    return section(links, "countries", "Countries", Kind.COUNTRY, [_country(country, number, links) for number, country in numbered])


def _country(country: Country, number: int, links: Links) -> Html:
    about = element("span", "about it", class_="about") if country.focus else None
    ways = sorted({HOW_REFERRED[mention.via] for mention in country.mentions})
    name = join([element("b", country.name), " ", element("abbr", country.code)])
    told = element("span", f"named {', '.join(ways)}", class_="aside")
    return _row(f"{links.prefix}country-{number}", [name, about], [told, links.places(country.mentions)])


def dates(report: Report, links: Links) -> Html:
    """All dates in the order of the text."""
    return section(links, "dates", "Dates", Kind.DATE, [_date(date, number, links) for number, date in enumerate(report.dates, 1)])


def _date(date: Date, number: int, links: Links) -> Html:
    value = element("b", element("time", date.value)) if date.value else element("em", "not resolved")
    end = join(["to ", links.words(date.range_end)]) if date.range_end else None
    beside = [date.mod.lower() if date.mod else "", "in a name" if date.role == "name" else "", date.reason or ""]
    told = element("span", "; ".join(filter(None, map(spaced, beside))), class_="aside") if any(beside) else None
    return _row(f"{links.prefix}date-{number}", [value, links.words(date.mention), end, links.place(date.mention)], [told])


def notes(report: Report, links: Links) -> Html | None:
    """What could not be decided, and why."""
    if not report.notes:
        return None
    return section(links, "notes", "Notes", None, [element("li", note) for note in report.notes])


def _row(identity: str, first: list[Html | None], more: list[Html | None]) -> Html:
    """A record on one line, and what else is known of it on the next."""
    below = element("span", _spaced(more), class_="more") if any(more) else None
    return element("li", _spaced(first), below, class_="record", id=identity)


def _spaced(parts: list[Html | None]) -> Html:
    return join((part for part in parts if part is not None), " ")
