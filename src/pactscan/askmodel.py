"""Questions to a store and their answers: plain frozen data, standard library only. Field names are those of the JSON.

Counts are of stories: near-duplicates (wire copy, updated copies) are one story, however many outlets print it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pactscan.model import AgreementForm, AgreementStatus


@dataclass(frozen=True, slots=True)
class Filters:
    """What a question is restricted to; every empty field is no restriction."""

    parties: tuple[str, ...] = ()
    """Each as the user wrote it: ISO code, country's name, demonym, or the name or acronym of a body. All of them must be party."""
    forms: tuple[AgreementForm, ...] = ()
    """Any of them."""
    statuses: tuple[AgreementStatus, ...] = ()
    """Any of them, as the latest status."""
    since: str | None = None
    """First day, ``YYYY-MM-DD``. Of an agreement, its date counts, and where none is told, the day its status was first reported."""
    until: str | None = None
    """Last day, ``YYYY-MM-DD``."""


EVERYTHING = Filters()
"""No restriction."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article that a value came from: ``text[start:end] == words`` in code points of the article's text."""

    article: str
    """The article's key in the store (column ``articles.key``)."""
    source: str
    """The article's path as the report names it."""
    outlet: str | None
    title: str | None
    published: str | None
    """``YYYY-MM-DD``."""
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class PartyName:
    """A party: `code` is an ISO 3166-1 code or one of EU, NATO, UN, ASEAN; any other body has its name alone."""

    code: str | None
    name: str

    @property
    def label(self) -> str:
        """The code, else the name."""
        return self.code or self.name


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One agreement, joined over all articles."""

    id: str
    """Made of its name and its first day; as long as the store's articles stay, so does the id."""
    name: str
    form: AgreementForm
    domain: str | None
    status: AgreementStatus
    """The latest that an article asserts; of two on one day, the further one."""
    date: str | None
    """``YYYY[-MM[-DD]]`` on which the status began; None when no article tells. Of what is merely referenced, any date that is told."""
    date_kind: str | None
    """What `date` dates: signed, agreed, in_force, ratified, withdrawn, talks, named."""
    status_reported: str | None
    """First day on which a dated article gives it that status: it began then or before."""
    reported: str | None
    """First day on which a dated article speaks of it."""
    parties: tuple[PartyName, ...]
    stories: int
    articles: int
    conflicts: int
    passage: Passage
    """The words that give the status."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Agreements by `date`, or where that is unknown by `status_reported`; those with neither come last."""

    question: ClassVar[str] = "timeline"
    rows: tuple[TimelineRow, ...]
    total: int
    """How many there are in all, also where a limit left some out."""


@dataclass(frozen=True, slots=True)
class NameFact:
    """A name that articles use."""

    name: str
    stories: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class StatusFact:
    """What one article says of the status; in order of publication, articles without a day last, copies of one story left out."""

    status: AgreementStatus
    date: str | None
    """When that happened, ``YYYY[-MM[-DD]]``, as this article tells it."""
    published: str | None
    passage: Passage
    copies: int
    """Articles of its story that say the same, itself among them."""


@dataclass(frozen=True, slots=True)
class PartyFact:
    """A party that articles name."""

    code: str | None
    name: str
    status: AgreementStatus | None
    """What this party alone did (withdrew, ratified), by the latest article that tells it."""
    stories: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class DateFact:
    """A date that articles give."""

    kind: str
    value: str
    stories: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class SignatoryFact:
    """Who signed; an office whose holder no article names keeps ``name=None``."""

    name: str | None
    role: str | None
    country: str | None
    stories: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """Where it was signed or agreed."""

    name: str
    stories: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of the values that contradict each other, and who gives it."""

    value: str
    stories: int
    passages: tuple[Passage, ...]
    """One of each story, first published first."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Articles that contradict each other on one agreement."""

    id: str
    """Of the agreement."""
    name: str
    field: str
    """``date signed``, ``date in_force`` …, ``status`` or ``parties``."""
    sides: tuple[ConflictSide, ...]
    """Most stories first."""


@dataclass(frozen=True, slots=True)
class Conflicts:
    """All contradictions, in the order of the timeline."""

    question: ClassVar[str] = "conflicts"
    rows: tuple[Conflict, ...]
    total: int


@dataclass(frozen=True, slots=True)
class AgreementAnswer:
    """Everything that the articles say of one agreement."""

    question: ClassVar[str] = "agreement"
    summary: TimelineRow
    names: tuple[NameFact, ...]
    """Most used first."""
    history: tuple[StatusFact, ...]
    parties: tuple[PartyFact, ...]
    dates: tuple[DateFact, ...]
    """In order of kind and value."""
    signatories: tuple[SignatoryFact, ...]
    places: tuple[PlaceFact, ...]
    conflicts: tuple[Conflict, ...]
    sources: tuple[Passage, ...]
    """Its first mention in every article, copies among them."""


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One quote. The same words of one speaker are one row, wherever they are printed."""

    speaker: str
    role: str | None
    kind: str
    """``direct``, ``mixed`` or ``indirect``."""
    cue: str | None
    """The words that mark it as said; what is not direct must be read with them (*denied* that …)."""
    text: str
    confidence: str
    stories: int
    passages: tuple[Passage, ...]
    """One of each story, first published first; from the first word of the quote to its last."""


@dataclass(frozen=True, slots=True)
class Said:
    """Quotes, by speaker and day."""

    question: ClassVar[str] = "said"
    speakers: tuple[str, ...]
    """The names that were taken for the one asked for."""
    rows: tuple[SaidRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ActorRow:
    """A person or body of one name, kind and country."""

    name: str
    kind: str
    country: str | None
    roles: tuple[str, ...]
    """As written, most stories first."""
    stories: int
    articles: int
    quotes: int
    """Quotes of which they are the speaker, each story's once."""
    passage: Passage


@dataclass(frozen=True, slots=True)
class Actors:
    """Actors, most stories first."""

    question: ClassVar[str] = "actors"
    rows: tuple[ActorRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country and the stories that are about it."""

    code: str
    name: str
    about: int
    """Stories that are about it."""
    mentioned: int
    """Stories that mention it, those about it among them."""
    agreements: int
    """Agreements that it is party to."""
    passage: Passage


@dataclass(frozen=True, slots=True)
class Countries:
    """Countries, those that most stories are about first."""

    question: ClassVar[str] = "countries"
    rows: tuple[CountryRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Node:
    """A party in the network; `id` is its code or name."""

    id: str
    code: str | None
    name: str
    agreements: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Two parties (ids of nodes, in order) and the agreements that they share."""

    left: str
    right: str
    agreements: tuple[str, ...]
    """Ids, in the order of the timeline."""
    names: tuple[str, ...]
    stories: int
    """Stories of all of these agreements."""
    passage: Passage
    """The words that give the status of the latest of them."""


@dataclass(frozen=True, slots=True)
class Network:
    """Who shares agreements with whom: nodes by id, edges by their nodes."""

    question: ClassVar[str] = "network"
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    total: int
    """How many edges there are in all."""


@dataclass(frozen=True, slots=True)
class SearchRow:
    """An agreement or quote that holds all the words."""

    kind: str
    """``agreement`` or ``quote``."""
    id: str | None
    """Of the agreement."""
    name: str
    """The agreement's name, or who speaks ("" when nobody is named)."""
    text: str
    """What was found: the words of the agreement's name there, or of the quote."""
    stories: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, best first: agreements, then quotes."""

    question: ClassVar[str] = "search"
    rows: tuple[SearchRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class NewRow:
    """An agreement that articles published since a day are the first to tell of, or to give another status."""

    change: str
    """``new`` or ``status``."""
    before: AgreementStatus | None
    """The status before that day."""
    row: TimelineRow


@dataclass(frozen=True, slots=True)
class News:
    """What is new since a day, in the order of the timeline."""

    question: ClassVar[str] = "new"
    since: str
    rows: tuple[NewRow, ...]
    total: int


Answer = Timeline | AgreementAnswer | Said | Actors | Countries | Network | Conflicts | Found | News
