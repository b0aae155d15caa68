"""Reports made by hand, for what prints them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from pactscan.model import (
    Actor,
    ActorKind,
    Agreement,
    AgreementDate,
    AgreementDateKind,
    AgreementForm,
    AgreementMention,
    AgreementStatus,
    ArticleInfo,
    Confidence,
    Country,
    CountryMention,
    Date,
    DateRole,
    DateType,
    Mention,
    MentionForm,
    ModelInfo,
    Party,
    PublishedFrom,
    Quote,
    QuoteKind,
    Report,
    Signatory,
    Tool,
    Via,
)

TEXT = """Norvik and Sella sign fish pact

Published: 14 March 2024

Chile and Norway have signed a declaration of intent on sea patrols, the Norwegian defence ministry said on Tuesday.

“This is a modest paper with a serious purpose,” Defence Minister Ingrid Solbakken said. \
“We have the aircraft, and our friends have the harbours, and \
what neither of us has \
is the luxury of looking away while others empty the sea.”

A Chilean official said the paper would be published “before the winter”. Talks on it took more than two years.

The two are parties to the 1991 Skerry Treaty, which Norway left last month.
"""

TOOL = Tool("pactscan", "0.1.0", ModelInfo("en_core_web_sm", "3.8.0", "0" * 64), "numpy")


def at(words: str, text: str = TEXT, nth: int = 0) -> Mention:
    """The mention of `words`, the `nth` time that they stand in `text`."""
    start = [m.start() for m in re.finditer(re.escape(words), text)][nth]
    return Mention(start, start + len(words), words)


def about(text: str, **told: object) -> ArticleInfo:
    """What a report says of an article with that text."""
    info = ArticleInfo(
        id="fish",
        source="news/fish.txt",
        outlet=None,
        language="en",
        title=None,
        published=None,
        published_from=None,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        encoding="utf-8",
        characters=len(text),
        words=len(text.split()),
        text=text,
    )
    return replace(info, **told)  # type: ignore[arg-type]


def _country(code: str, alpha3: str, name: str, *words: str) -> Country:
    mentions = tuple(CountryMention(m.start, m.end, m.text, Via.NAME if w == name else Via.DEMONYM) for w in words for m in (at(w),))
    return Country(code, alpha3, name, focus=True, mentions=mentions)


def _declaration() -> Agreement:
    name = at("declaration of intent on sea patrols")
    return Agreement(
        id="agreement-declaration-of-intent-on-sea-patrols",
        name="declaration of intent on sea patrols",
        form=AgreementForm.DECLARATION,
        domain="defence",
        status=AgreementStatus.SIGNED,
        evidence=at("have signed"),
        mentions=(AgreementMention(name.start, name.end, name.text, MentionForm.NAME),),
        parties=(Party("CL", "Chile", at("Chile")), Party("NO", "Norway", at("Norway"))),
        signatories=(
            Signatory("Ingrid Solbakken", "Defence Minister", "NO", "actor-ingrid-solbakken", at("Ingrid Solbakken")),
            Signatory(None, "defence minister", "CL", None, None),
        ),
        dates=(AgreementDate(AgreementDateKind.SIGNED, "2024-03-12", at("on Tuesday")),),
        confidence=Confidence.HIGH,
    )


def _treaty() -> Agreement:
    name = at("1991 Skerry Treaty")
    return Agreement(
        id="agreement-skerry-treaty",
        name="1991 Skerry Treaty",
        form=AgreementForm.TREATY,
        status=AgreementStatus.WITHDRAWN,
        evidence=at("left"),
        mentions=(AgreementMention(name.start, name.end, name.text, MentionForm.NAME),),
        parties=(Party("NO", "Norway", at("Norway", nth=1), AgreementStatus.WITHDRAWN),),
        dates=(
            AgreementDate(AgreementDateKind.NAMED, "1991", at("1991")),
            AgreementDate(AgreementDateKind.WITHDRAWN, None, at("last month"), "no publication date"),
        ),
        aliases=("Skerry Treaty",),
        place=at("Sella"),
        confidence=Confidence.MEDIUM,
    )


def _quotes() -> tuple[Quote, ...]:
    modest = at("This is a modest paper with a serious purpose,")
    aircraft = at(TEXT[TEXT.index("We have the") : TEXT.index("”\n\nA Chilean")])
    return (
        Quote(
            "quote-1",
            QuoteKind.DIRECT,
            f"{modest.text} … {aircraft.text}",
            (modest, aircraft),
            cue=at("said", nth=1),
            source=at("Defence Minister Ingrid Solbakken"),
            speaker="actor-ingrid-solbakken",
            speaker_name="Ingrid Solbakken",
            confidence=Confidence.HIGH,
        ),
        Quote(
            "quote-2",
            QuoteKind.MIXED,
            "the paper would be published “before the winter”",
            (at("the paper would be published “before the winter”"),),
            cue=at("said", nth=2),
            source=at("A Chilean official"),
            confidence=Confidence.MEDIUM,
        ),
        Quote("quote-3", QuoteKind.INDIRECT, "Talks on it took more than two years", (at("Talks on it took more than two years"),)),
    )


def full() -> Report:
    """A report with something of everything, known and unknown."""
    return Report(
        tool=TOOL,
        article=about(
            TEXT,
            title="Norvik and Sella sign fish pact",
            outlet="The Skerry Post",
            published="2024-03-14",
            published_from=PublishedFrom.HEADER,
        ),
        actors=(
            Actor("actor-ingrid-solbakken", "Ingrid Solbakken", ActorKind.PERSON, "Defence Minister", "NO", (), (at("Ingrid Solbakken"),)),
            Actor("actor-norvik", "Norvik", ActorKind.PERSON, None, "CL", (), (at("Norvik"),)),
            Actor("actor-defence-ministry", "defence ministry", ActorKind.GOVERNMENT, None, "NO", (), (at("defence ministry"),)),
        ),
        countries=(
            _country("CL", "CHL", "Chile", "Chile", "Chilean"),
            replace(_country("NO", "NOR", "Norway", "Norway"), focus=False),
        ),
        dates=(
            Date(DateType.DATE, "2024-03-14", at("14 March 2024"), None, "2024-03-14", "2024-03-14"),
            Date(DateType.DATE, "2024-03-12", at("Tuesday"), None, "2024-03-12", "2024-03-12", range_end=at("before the winter")),
            Date(DateType.DURATION, "P2Y", at("more than two years"), "MORE_THAN"),
            Date(DateType.DATE, "1991", at("1991"), None, "1991-01-01", "1991-12-31", DateRole.NAME),
            Date(DateType.DATE, None, at("last month"), reason="no publication date"),
        ),
        quotes=_quotes(),
        agreements=(_declaration(), _treaty()),
        notes=("1 quote without a speaker in the text",),
    )


def empty() -> Report:
    """A report of an article in which nothing was found."""
    return Report(tool=TOOL, article=about("Snow fell.\n"))
