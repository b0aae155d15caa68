"""Reports made by hand and by chance, for what compares them."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from hypothesis import strategies as st

from pactscan.diffmodel import DiffItem, FieldChange, ReportDiff, Verdict, WordChange
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
    Country,
    CountryMention,
    Date,
    DateType,
    Mention,
    MentionForm,
    ModelInfo,
    Party,
    Quote,
    QuoteKind,
    Report,
    Signatory,
    Tool,
    Via,
)

TOOL = Tool("pactscan", "0.1.0", ModelInfo("en_core_web_sm", "3.8.0", "0" * 64), "numpy")


def report(text: str = "", *, published: str | None = None, outlet: str | None = None, with_text: bool = True, **nouns: Any) -> Report:
    """A report of `text` with the nouns given."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    words = len(text.split())
    info = ArticleInfo("a", "a.txt", outlet, "en", None, published, None, digest, "utf-8", len(text), words, text if with_text else None)
    return Report(TOOL, info, **{name: tuple(things) for name, things in nouns.items()})


def at(words: str, text: str = "", start: int = 0) -> Mention:
    """The mention of `words` in `text`, or at `start` of a text that is not at hand."""
    if words and words in text:
        start = text.index(words, start)
    return Mention(start, start + len(words), words)


def person(name: str, role: str | None = None, country: str | None = None, start: int = 0) -> Actor:
    slug = re.sub(r"\W+", "-", name.lower())
    return Actor(f"actor-{slug}", name, ActorKind.PERSON, role, country, mentions=(at(name, start=start),))


def body(name: str, *aliases: str, kind: ActorKind = ActorKind.ORGANISATION) -> Actor:
    return Actor(f"actor-{name.lower()}", name, kind, aliases=aliases, mentions=(at(name),))


def quote(text: str, speaker: Actor | str | None = None, kind: QuoteKind = QuoteKind.DIRECT, start: int = 0) -> Quote:
    """A quote by an actor, by a source that no actor is behind, or by nobody."""
    actor = speaker if isinstance(speaker, Actor) else None
    source = at(speaker.name if isinstance(speaker, Actor) else speaker) if speaker is not None else None
    return Quote(
        f"quote-{start}",
        kind,
        text,
        (at(text, start=start),),
        source=source,
        speaker=actor.id if actor else None,
        speaker_name=actor.name if actor else None,
    )


def country(code: str, name: str = "", start: int = 0) -> Country:
    mention = at(name or code, start=start)
    return Country(
        code, code + "X", name or code, focus=False, mentions=(CountryMention(mention.start, mention.end, mention.text, Via.NAME),)
    )


def date(value: str | None, words: str = "", text: str = "", **more: object) -> Date:
    """A date of that value; a day or month spans its days."""
    first, last = _span(value or "")
    return Date(DateType.DATE, value, at(words or value or "then", text), earliest=first, latest=last, **more)  # type: ignore[arg-type]


def _span(value: str) -> tuple[str | None, str | None]:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value, value
    if re.fullmatch(r"\d{4}-\d\d", value):
        return f"{value}-01", f"{value}-28"
    return (f"{value}-01-01", f"{value}-12-31") if re.fullmatch(r"\d{4}", value) else (None, None)


def pact(name: str, status: str = "signed", parties: str = "", **more: object) -> Agreement:
    """An agreement by its name, with the codes of its parties."""
    mention = at(name)
    fields: dict[str, object] = {
        "form": AgreementForm.TREATY,
        "evidence": mention,
        "mentions": (AgreementMention(mention.start, mention.end, mention.text, MentionForm.NAME),),
        "parties": tuple(Party(code, code, at(code)) for code in parties.split()),
        **more,
    }
    return Agreement(f"agreement-{name}", name, status=AgreementStatus(status), **fields)  # type: ignore[arg-type]


def dated(kind: str, value: str | None) -> AgreementDate:
    return AgreementDate(AgreementDateKind(kind), value, at(value or "then"))


# --- what a diff looks like from the other side ------------------------------------------------------------------------

_OTHER = {Verdict.ONLY_LEFT: Verdict.ONLY_RIGHT, Verdict.ONLY_RIGHT: Verdict.ONLY_LEFT}
_NOTES = {"raised": "lowered", "lowered": "raised"}


def mirrored(diff: ReportDiff) -> list[str]:
    """The items of the diff of the same reports the other way round, in no order."""
    return sorted(repr(_item(item)) for item in diff.items)


def _item(item: DiffItem) -> DiffItem:
    fields = tuple(FieldChange(f.name, f.right, f.left, f.relation, _NOTES.get(f.note or "", f.note)) for f in item.fields)
    wording = tuple(WordChange(w.right, w.left, w.guard) for w in item.wording)
    verdict = _OTHER.get(item.verdict, item.verdict)
    return DiffItem(item.kind, verdict, item.relation, item.score, item.right, item.left, fields, wording)


# --- reports by chance -------------------------------------------------------------------------------------------------

_NAMES = [
    "Ingrid Solbakken", "Ingrid Solbaken", "Solbakken", "Col. Hatem Bashir", "Hatem Basheer", "Omar Bashir", "I. Solbakken", "Le Duc Thanh",
]  # fmt: skip
_ROLES = [None, "foreign minister", "deputy foreign minister", "prime minister", "senator", "former president"]
_SAID = [
    "We will sign the harbour treaty before winter and nobody will stop us",
    "We may sign the harbor treaty before winter and nobody will stop us",
    "sign the harbour treaty before winter",
    "We will not sign the harbour treaty before winter and nobody will stop us, I promise you that",
    "yes",
    "not one fish",
    "the ministry would publish all 14 pages of the text on Monday",
    "",
    "…",
]
_PACTS = ["Treaty of Tarn", "Tarn Treaty", "harbour treaty", "Aral Sea Water Accord", "ASWA", "ceasefire"]
_VALUES = [None, "2024", "2024-03", "2024-03-12", "2024-03-13", "P3M", "PRESENT_REF"]
_SENTENCES = [
    "The two ministers met in Oslo on Monday.",
    "The two ministers met in Bergen on Tuesday, officials said.",
    "Norway pledged $80 million for 14 patrol boats.",
    "Norway pledged $58 million for 12 patrol boats.",
    "No date was set.",
    "No date was set.",
]

_starts = st.integers(0, 400)
_codes = st.sampled_from(["NO", "CL", "JP", "EU"])
_people = st.builds(person, st.sampled_from(_NAMES), st.sampled_from(_ROLES), st.sampled_from([None, "NO", "CL"]), _starts)
_quotes = st.builds(
    quote,
    st.sampled_from(_SAID),
    st.sampled_from([None, "officials", *map(person, _NAMES)]),
    st.sampled_from([QuoteKind.DIRECT, QuoteKind.INDIRECT]),
    _starts,
)
_signatories = st.builds(Signatory, st.sampled_from([None, *_NAMES]), st.sampled_from(_ROLES), _codes, st.none(), st.none())
_dates = st.builds(date, st.sampled_from(_VALUES), st.sampled_from(["last month", "Monday"]))
_dated = st.builds(dated, st.sampled_from(["signed", "talks"]), st.sampled_from([None, "2024-03", "2024-04-02"]))
_pacts = st.builds(
    pact,
    st.sampled_from(_PACTS),
    st.sampled_from(list(AgreementStatus)),
    st.lists(_codes, max_size=3, unique=True).map(" ".join),
    dates=st.lists(_dated, max_size=2).map(tuple),
    signatories=st.lists(_signatories, max_size=3).map(tuple),
)  # fmt: skip


def _made(text: list[str], published: str | None, with_text: bool, **nouns: Any) -> Report:
    return report(" ".join(text), published=published, with_text=with_text, **nouns)


reports = st.builds(
    _made,
    st.lists(st.sampled_from(_SENTENCES), max_size=5),
    st.sampled_from([None, "2024-03-14", "2024-06-01"]),
    st.booleans(),
    actors=st.lists(_people, max_size=5, unique_by=lambda actor: actor.id),
    countries=st.lists(st.builds(country, _codes), max_size=3, unique_by=lambda c: c.code),
    dates=st.lists(_dates, max_size=4),
    quotes=st.lists(_quotes, max_size=6),
    agreements=st.lists(_pacts, max_size=4),
)
