"""Report × Report → ReportDiff."""

from __future__ import annotations

from pactscan.compare.actors import actor_items, align_actors
from pactscan.compare.agreements import agreement_items
from pactscan.compare.asked import comparable
from pactscan.compare.countries import country_items
from pactscan.compare.dates import date_items
from pactscan.compare.mode import mode_of
from pactscan.compare.numbers import number_items
from pactscan.compare.order import in_reading_order, ordered
from pactscan.compare.quotes import quote_items
from pactscan.compare.sentences import sentence_items
from pactscan.compare.summary import fact_similarity, summary_of
from pactscan.compare.texts import Text, text_of, text_similarity
from pactscan.compare.trust import trusted
from pactscan.diffmodel import DiffItem, DiffTool, ItemKind, Mode, ReportDiff, Similarity
from pactscan.model import Report
from pactscan.version import __version__


def compare(left: Report, right: Report, mode: Mode | None = None) -> ReportDiff:
    """What `left` and `right` agree on, and where they part; `mode` is found out when it is not given.

    Text is compared where both reports carry it. No order of items in a report matters.
    """
    (left, left_notes), (right, right_notes) = trusted(ordered(left), "left"), trusted(ordered(right), "right")
    left, right, silent = comparable(left, right)
    texts = _both(text_of(left.article), text_of(right.article))
    alike = text_similarity(*texts) if texts else None
    mode = mode or mode_of(left.article, right.article, alike)
    items = _items(left, right, mode, texts)
    summary = summary_of(items)
    return ReportDiff(
        tool=DiffTool("pactscan", __version__, left.tool, right.tool),
        mode=mode,
        left=left.article,
        right=right.article,
        similarity=Similarity(alike, fact_similarity(summary)),
        summary=summary,
        items=items,
        notes=(*left_notes, *right_notes, *silent, *_notes(left, right)),
    )


def _both(left: Text | None, right: Text | None) -> tuple[Text, Text] | None:
    return None if left is None or right is None else (left, right)


def _items(left: Report, right: Report, mode: Mode, texts: tuple[Text, Text] | None) -> tuple[DiffItem, ...]:
    cast = align_actors(left.actors, right.actors)
    found = {
        ItemKind.AGREEMENT: agreement_items(left.agreements, right.agreements, mode),
        ItemKind.ACTOR: actor_items(cast),
        ItemKind.COUNTRY: country_items(left.countries, right.countries),
        ItemKind.DATE: date_items(left.dates, right.dates, *(texts or (text_of(left.article), text_of(right.article)))),
        ItemKind.QUOTE: quote_items(left.quotes, right.quotes, cast),
    }
    if texts:
        found[ItemKind.NUMBER] = number_items(*texts, left.dates, right.dates, mode)
        found[ItemKind.SENTENCE] = sentence_items(*texts) if mode is Mode.UPDATE else []
    return tuple(item for kind in ItemKind for item in in_reading_order(found.get(kind, ())))


def _notes(left: Report, right: Report) -> list[str]:
    notes = []
    missing = [side for side, report in (("left", left), ("right", right)) if report.article.text is None]
    if missing:
        sides = " and ".join(missing)
        notes.append(
            f"{sides}: no text in the report (save it with --with-text); numbers, sentences and the similarity of texts were not compared"
        )
    for side, report in (("left", left), ("right", right)):
        unresolved = sum(date.value is None for date in report.dates)
        if unresolved and report.article.published is None:
            dates = "1 relative date is" if unresolved == 1 else f"{unresolved} relative dates are"
            notes.append(f"{side}: {dates} not resolved, as the day of publication is not known (give --date-{side} with the article)")
    if left.tool != right.tool:
        notes.append("the reports were made by different versions, models or options of pactscan: some differences may come from that")
    return notes
