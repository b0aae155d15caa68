"""Days as stamps write them are read by dateparser, on spans that the grammar found."""

from __future__ import annotations

import pytest

from pactscan.find.dates import mark_dates
from pactscan.resolve.dates import resolve_dates
from tests.conftest import Mark


@pytest.mark.parametrize(
    ("stamp", "value"),
    [("08JUN2021", "2021-06-08"), ("14/Dec/2014", "2014-12-14"), ("Dec-14-2014", "2014-12-14"), ("3sep1999", "1999-09-03")],
)
def test_a_stamp_is_the_day_that_it_names(mark: Mark, stamp: str, value: str) -> None:
    marked = mark(f"The crate from Odesa bore the stamp {stamp} on its lid.")
    assert [(d.mention.text, d.value) for d in resolve_dates(marked, mark_dates(marked))] == [(stamp, value)]


@pytest.mark.parametrize("stamp", ["31FEB2021", "Feb-30-2014", "00/Mar/2010"])
def test_a_day_that_no_calendar_has_is_no_date(mark: Mark, stamp: str) -> None:
    marked = mark(f"The crate from Odesa bore the stamp {stamp} on its lid.")
    assert resolve_dates(marked, mark_dates(marked)) == ()


@pytest.mark.parametrize("code", ["Boeing 7MAR2000X", "clause 14/Dec/20145", "the MAY2021-7 rules"])
def test_a_code_is_no_stamp(mark: Mark, code: str) -> None:
    marked = mark(f"Inspectors cited {code} in their letter.")
    assert not [m for m in mark_dates(marked) if m.rule == "stamp"]
