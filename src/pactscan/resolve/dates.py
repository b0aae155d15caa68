"""Values of time expressions."""

from __future__ import annotations

from pactscan.marks import MarkedArticle
from pactscan.marks.dates import DateMark
from pactscan.model import Date


def resolve_dates(marked: MarkedArticle, marks: tuple[DateMark, ...]) -> tuple[Date, ...]:
    """TIMEX3 type and value of each mark, against the article's publication date."""
    return ()
