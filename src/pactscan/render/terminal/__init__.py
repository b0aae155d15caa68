"""A report as a page for a person at a terminal: what was signed, by whom, when, who said what, and where it stands.

Unknown is said, not left blank. Nothing of a quote is cut off. Sections that were not asked for (``--only``) are left out.
"""

from __future__ import annotations

from pactscan.model import NOUNS, Report
from pactscan.render.escape import flowing
from pactscan.render.layout import WIDEST, ColorSystem, Page
from pactscan.render.places import Places
from pactscan.render.terminal.actors import add_bodies, add_people
from pactscan.render.terminal.agreements import add_agreements
from pactscan.render.terminal.dates import add_dates
from pactscan.render.terminal.header import add_countries, add_header
from pactscan.render.terminal.quotes import add_quotes

__all__ = ["WIDEST", "report"]

DEFAULT_WIDTH = 80


def report(report: Report, *, width: int = DEFAULT_WIDTH, color: ColorSystem | None = None) -> str:
    """The page of `report`, every line at most `width` cells wide; with colour codes only where `color` is given."""
    page, places, asked = Page(width), Places(report.article.text), _asked(report)
    add_header(page, report)
    if "countries" in asked:
        add_countries(page, report.countries)
    if "agreements" in asked:
        add_agreements(page, report.agreements, places)
    if "quotes" in asked:
        add_quotes(page, report, places)
    if "actors" in asked:
        add_people(page, report.actors, places)
        add_bodies(page, report.actors, places)
    if "dates" in asked:
        add_dates(page, report.dates, places)
    _add_notes(page, report.notes)
    return page.printed(color)


def _asked(report: Report) -> set[str]:
    if report.article.language != "en" or not report.article.words:
        return set()
    only = dict(report.tool.options).get("only")
    return set(only.split(",") if only else NOUNS)


def _add_notes(page: Page, notes: tuple[str, ...]) -> None:
    if notes:
        page.heading("NOTES")
    for note in notes:
        page.hang("  -", flowing(note), indent=4)
