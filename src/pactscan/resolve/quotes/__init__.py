"""Who said what: attribution marks become quotes, each with the actor behind its source."""

from __future__ import annotations

from pactscan.lexicon.speech_weights import speech_model
from pactscan.marks import MarkedArticle
from pactscan.marks.quotes import AttributionMark
from pactscan.model import Actor, Confidence, Quote, QuoteKind
from pactscan.resolve.cast import Cast
from pactscan.resolve.coreference import actors_behind

JOINED_BY = " … "


def resolve_quotes(marked: MarkedArticle, marks: tuple[AttributionMark, ...], cast: Cast) -> tuple[Quote, ...]:
    """One `Quote` for each attribution, with the actor behind its source."""
    quoted = [span for mark in marks for span in mark.quoted]
    speakers = actors_behind(marked, [mark.source for mark in marks], quoted, [mark.content for mark in marks], cast)
    taken: set[str] = set()
    return tuple(_quote(marked, mark, actor, likely, taken) for mark, (actor, likely) in zip(marks, speakers, strict=True))


def _quote(marked: MarkedArticle, mark: AttributionMark, actor: Actor | None, likely: float, taken: set[str]) -> Quote:
    spans = tuple(marked.mention(*span) for span in mark.content)
    return Quote(
        id=_id(mark, taken),
        kind=kind_of(mark, marked.article.text),
        text=JOINED_BY.join(span.text for span in spans),
        spans=spans,
        cue=marked.mention(*mark.cue) if mark.cue else None,
        source=marked.mention(*mark.source) if mark.source else None,
        speaker=actor.id if actor else None,
        speaker_name=actor.name if actor else None,
        confidence=confidence_of(mark, speech_model("speaker").constants, likely if actor else 1.0),
    )


def _id(mark: AttributionMark, taken: set[str]) -> str:
    """``quote-`` and where it starts; contents that start together are told apart by where they end."""
    start, end = mark.content[0][0], mark.content[-1][1]
    name = f"quote-{start}"
    if name in taken:
        name = f"quote-{start}-{end}"
    while name in taken:
        name += "b"
    taken.add(name)
    return name


def kind_of(mark: AttributionMark, text: str) -> QuoteKind:
    """Direct when every word of the content stands between marks, mixed when some do, indirect when none."""
    if not mark.quoted:
        return QuoteKind.INDIRECT
    for start, end in mark.content:
        at = start
        for a, b in sorted(mark.quoted):
            if b <= at or a >= end:
                continue
            if any(c.isalnum() for c in text[at:a]):
                return QuoteKind.MIXED
            at = max(at, b)
        if any(c.isalnum() for c in text[at:end]):
            return QuoteKind.MIXED
    return QuoteKind.DIRECT


def confidence_of(mark: AttributionMark, least: dict[str, float], likely: float = 1.0) -> Confidence:
    """By the probability that the source says the content; high only where some of it stands between marks (see docs/quotes.md).

    `likely` is the probability that the source means the actor it is given: a pronoun that may be somebody else's is never high.
    """
    if mark.source is None or mark.certainty < least["medium"]:
        return Confidence.LOW
    sure = mark.certainty >= least["high"] and likely >= least["sure_pronoun"]
    return Confidence.HIGH if mark.quoted and sure else Confidence.MEDIUM
