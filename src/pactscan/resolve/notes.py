"""What could not be decided, said in words."""

from __future__ import annotations

from pactscan.model import Agreement, Article, Date, Quote


def notes_on(article: Article, dates: tuple[Date, ...], quotes: tuple[Quote, ...], agreements: tuple[Agreement, ...]) -> tuple[str, ...]:
    """Notes in a fixed order: on reading, on dates, on speakers, on agreements."""
    notes = list(article.notes)
    unresolved = sum(date.value is None for date in dates)
    if unresolved and article.published is None:
        notes.append(f"{_count(unresolved, 'date')} not resolved: the article does not tell when it was published (give --date)")
    nobody = sum(quote.speaker_name is None and quote.source is None for quote in quotes)
    if nobody:
        notes.append(f"{_count(nobody, 'quote')} without a speaker in the text")
    undated = sum(d.value is None for agreement in agreements for d in agreement.dates)
    if undated:
        notes.append(f"{_count(undated, 'agreement date')} stated but not resolved")
    return tuple(notes)


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
