"""The nouns of pactscan: an article, and the report that it becomes.

Frozen and plain (standard library only). Field names are those of the JSON; `codec` turns one into the other.
Offsets are half-open and count Unicode code points in the text as decoded.
One file, long as it is: whoever reads the JSON finds all of it in one place, in its order.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

# --- mentions ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the article: ``article.text[start:end] == text``."""

    start: int
    end: int
    text: str


class Via(StrEnum):
    """How a mention refers to its country."""

    NAME = "name"
    ABBREVIATION = "abbreviation"
    DEMONYM = "demonym"
    SEAT = "seat"


@dataclass(frozen=True, slots=True)
class CountryMention(Mention):
    """Words that refer to a country, and how they do."""

    via: Via


class MentionForm(StrEnum):
    """How a mention refers to its agreement."""

    NAME = "name"
    ACRONYM = "acronym"
    DESCRIPTIVE = "descriptive"
    ANAPHOR = "anaphor"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class AgreementMention(Mention):
    """Words that refer to an agreement, and how they do."""

    form: MentionForm


# --- the article ------------------------------------------------------------------------------------------------------


class PublishedFrom(StrEnum):
    """Where the publication date was found; earlier members win."""

    OPTION = "option"
    METADATA = "metadata"
    HEADER = "header"
    DATELINE = "dateline"
    FILENAME = "filename"


class ZoneKind(StrEnum):
    """Parts of an article that are not its story."""

    TITLE = "title"
    HEADER = "header"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the text that is a title, byline, dateline, caption, credit or notice."""

    kind: ZoneKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read: its text, decoded once and never changed, and what is known of it."""

    id: str
    text: str
    source: str = "-"
    title: str | None = None
    published: str | None = None
    """ISO day ``YYYY-MM-DD``; None when the article does not tell."""
    published_from: PublishedFrom | None = None
    outlet: str | None = None
    language: str | None = "en"
    """BCP 47 code; None when undecided. Only ``en`` is analysed."""
    encoding: str = "utf-8"
    zones: tuple[Zone, ...] = ()
    carries_text: bool = False
    """True when offsets only make sense with the text at hand (HTML): the text then always travels with the report."""
    notes: tuple[str, ...] = ()
    """What reading could not decide."""

    @property
    def sha256(self) -> str:
        """Digest of the decoded text as UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def mention(self, start: int, end: int) -> Mention:
        """The mention that covers ``text[start:end]``."""
        return Mention(start, end, self.text[start:end])

    def in_zone(self, at: int, *kinds: ZoneKind) -> bool:
        """Whether the code point at `at` lies in a zone of one of `kinds` (of any kind when none is given)."""
        return any(z.start <= at < z.end and (not kinds or z.kind in kinds) for z in self.zones)


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """What a report says of its article."""

    id: str
    source: str
    outlet: str | None
    language: str | None
    title: str | None
    published: str | None
    published_from: PublishedFrom | None
    sha256: str
    encoding: str
    characters: int
    words: int
    text: str | None = None


# --- actors and countries -----------------------------------------------------------------------------------------------


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    IGO = "igo"
    GOVERNMENT = "government"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or body that the article names, once; `mentions` are names, not pronouns or roles."""

    id: str
    name: str
    kind: ActorKind
    role: str | None = None
    """The office as written, without its own-country adjective."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code of the state acted for."""
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Country:
    """A state that the article refers to, by ISO 3166-1 code."""

    code: str
    alpha3: str
    name: str
    focus: bool
    """Whether the article is about this country, not only mentions it."""
    mentions: tuple[CountryMention, ...] = ()


# --- dates ------------------------------------------------------------------------------------------------------------


class DateType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class DateRole(StrEnum):
    """Whether a date says when something happens, or is part of a name (the 1951 Convention)."""

    EVENT = "event"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Date:
    """A time expression with its TIMEX3 value, never finer than the text."""

    type: DateType
    value: str | None
    mention: Mention
    mod: str | None = None
    """TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER, EQUAL_OR_LESS, EQUAL_OR_MORE, LESS_THAN, MORE_THAN."""
    earliest: str | None = None
    """First day covered, ``YYYY-MM-DD``."""
    latest: str | None = None
    """Last day covered, ``YYYY-MM-DD``."""
    role: DateRole = DateRole.EVENT
    reason: str | None = None
    """Why `value` is None."""
    range_end: Mention | None = None
    """The end of the range that starts here: "June 3 to *5*"; it is a date of its own in the list."""


# --- quotes -----------------------------------------------------------------------------------------------------------


class Confidence(StrEnum):
    """A documented class, calibrated on gold: see docs."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class QuoteKind(StrEnum):
    """PARC: direct when every word stands between quotation marks, mixed when some do, indirect when none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Quote:
    """An attribution: the *source* speaks, the *cue* marks it, the *content* is said (PARC)."""

    id: str
    kind: QuoteKind
    text: str
    """The spans, joined with `` … ``."""
    spans: tuple[Mention, ...]
    """Content, outer quotation marks left out."""
    cue: Mention | None = None
    source: Mention | None = None
    speaker: str | None = None
    """Id of the `Actor` behind the source; None when it is nobody that the article names."""
    speaker_name: str | None = None
    confidence: Confidence = Confidence.LOW

    @property
    def manner(self) -> str | None:
        """The cue that the words must be read with (*denied* that …); None of direct speech, whose words say all, and without a cue."""
        return " ".join(self.cue.text.split()) if self.cue and self.kind is not QuoteKind.DIRECT else None


# --- agreements -------------------------------------------------------------------------------------------------------


class AgreementForm(StrEnum):
    """By the head word of its fullest name."""

    TREATY = "treaty"
    CONVENTION = "convention"
    PROTOCOL = "protocol"
    CHARTER = "charter"
    AGREEMENT = "agreement"
    ACCORD = "accord"
    PACT = "pact"
    DEAL = "deal"
    ARRANGEMENT = "arrangement"
    COMPACT = "compact"
    MEMORANDUM = "memorandum"
    LETTER_OF_INTENT = "letter_of_intent"
    DECLARATION = "declaration"
    STATEMENT = "statement"
    COMMUNIQUE = "communique"
    PARTNERSHIP = "partnership"
    ALLIANCE = "alliance"
    FRAMEWORK = "framework"
    STRATEGY = "strategy"
    RESOLUTION = "resolution"
    CEASEFIRE = "ceasefire"
    OTHER = "other"


class AgreementStatus(StrEnum):
    """The latest status that the article asserts as fact (UN Treaty Collection glossary; Vienna Convention 1969)."""

    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    AGREED = "agreed"
    INITIALLED = "initialled"
    SIGNED = "signed"
    RATIFIED = "ratified"
    IN_FORCE = "in_force"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    VIOLATED = "violated"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"
    REJECTED = "rejected"
    REFERENCED = "referenced"


class AgreementDateKind(StrEnum):
    """What an agreement's date dates."""

    SIGNED = "signed"
    AGREED = "agreed"
    IN_FORCE = "in_force"
    RATIFIED = "ratified"
    WITHDRAWN = "withdrawn"
    EXPIRES = "expires"
    TALKS = "talks"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Party:
    """Whom the text makes party: a state, or one of EU, NATO, UN, ASEAN by `code`; any other body by `name` alone."""

    code: str | None
    name: str
    mention: Mention
    status: AgreementStatus | None = None
    """What this party did, where it differs from the record's status."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who the text says signed; an office whose holder the text does not name keeps ``name=None``."""

    name: str | None
    role: str | None
    country: str | None
    actor: str | None
    mention: Mention | None


@dataclass(frozen=True, slots=True)
class AgreementDate:
    """When an agreement was signed, agreed, and so on: ``YYYY[-MM[-DD]]``."""

    kind: AgreementDateKind
    value: str | None
    mention: Mention
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """An instrument or arrangement between political actors, concluded or contemplated."""

    id: str
    name: str
    form: AgreementForm
    status: AgreementStatus
    evidence: Mention
    """The words that give the status; for `referenced`, the name."""
    mentions: tuple[AgreementMention, ...]
    aliases: tuple[str, ...] = ()
    domain: str | None = None
    parties: tuple[Party, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    dates: tuple[AgreementDate, ...] = ()
    place: Mention | None = None
    confidence: Confidence = Confidence.LOW


# --- the report -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """The language model that read the article."""

    name: str
    version: str
    sha256: str
    verified: bool = True
    """False for a pipeline that pactscan does not know by its digest."""


@dataclass(frozen=True, slots=True)
class Tool:
    """What made a report: enough to make it again."""

    name: str
    version: str
    model: ModelInfo
    gemm: str
    """Matrix multiplication behind the model; part of what fixes the result to the last bit."""
    options: tuple[tuple[str, str], ...] = ()
    """Options that change values, as name and value, in order of name."""


NOUNS = ("actors", "countries", "dates", "quotes", "agreements")
"""The nouns of a report, in its order."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one article becomes."""

    tool: Tool
    article: ArticleInfo
    actors: tuple[Actor, ...] = ()
    countries: tuple[Country, ...] = ()
    dates: tuple[Date, ...] = ()
    quotes: tuple[Quote, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that became no report, as a value, so that the others go on."""

    source: str
    reason: str
    """One line: what, where, what to do."""
    code: int = field(default=3)
    """The exit code that this failure asks for."""
