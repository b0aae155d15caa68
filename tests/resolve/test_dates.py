"""Values of time expressions: against the day of writing, or along a story."""

from __future__ import annotations

import random
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc

from pactscan.find.dates import mark_dates
from pactscan.marks import MarkedArticle
from pactscan.model import Article, Date
from pactscan.resolve.dates import resolve_dates
from pactscan.resolve.dates.holidays import easter, holiday_in
from pactscan.resolve.dates.numbers import number_of, ordinal_of, spoken_year
from pactscan.resolve.dates.points import Point, containing, moved
from tests.conftest import Mark
from tests.drawing import draw
from tests.drawn_dates import drawn_dates

if TYPE_CHECKING:
    from spacy.language import Language


def said(found: Date) -> str:
    name = " name" if found.role == "name" else ""
    return f"{found.type} {found.value or 'null'}{f' {found.mod}' if found.mod else ''}{name}"


def values(article: MarkedArticle) -> list[str | None]:
    return [found.value for found in resolve_dates(article, mark_dates(article))]


def test_values_are_those_drawn(nlp: Language) -> None:
    cases, wrong = drawn_dates(), []
    assert len(cases) >= 150
    for case, doc in zip(cases, nlp.pipe([case.text for case in cases]), strict=True):
        article = MarkedArticle(Article(id="test", text=case.text, published=case.published), doc)
        found = [(d.mention.start, d.mention.end, said(d)) for d in resolve_dates(article, mark_dates(article))]
        if found != case.dates:
            wrong.append((draw(case.text, found), draw(case.text, case.dates)))
    assert wrong == []


def test_what_cannot_be_resolved_says_why(mark: Mark) -> None:
    article = mark("The minister resigned on Tuesday.")
    (found,) = resolve_dates(article, mark_dates(article))
    assert (found.value, found.earliest, found.latest) == (None, None, None)
    assert found.reason is not None
    assert "published" in found.reason


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("It was signed on March 3, 2021.", "2021-03-03", "2021-03-03"),
        ("It was signed in February 2020.", "2020-02-01", "2020-02-29"),
        ("It was signed in 1962.", "1962-01-01", "1962-12-31"),
        ("It was signed last week.", "2023-05-29", "2023-06-04"),
        ("It was signed over the weekend.", "2023-06-03", "2023-06-04"),
        ("It was signed in the fourth quarter of 2022.", "2022-10-01", "2022-12-31"),
        ("It was signed in the winter of 2019.", "2019-12-01", "2020-02-29"),
        ("It was signed in the 1990s.", "1990-01-01", "1999-12-31"),
        ("It was signed in the 17th century.", "1600-01-01", "1699-12-31"),
        ("It was signed in the first half of 2021.", "2021-01-01", "2021-06-30"),
        ("It was signed on Tuesday evening.", "2023-06-06", "2023-06-06"),
    ],
)
def test_a_date_has_a_first_and_a_last_day(mark: Mark, text: str, earliest: str, latest: str) -> None:
    article = mark(text, "2023-06-08")
    (found,) = resolve_dates(article, mark_dates(article))
    assert (found.earliest, found.latest) == (earliest, latest)


def test_a_length_and_a_year_before_christ_have_no_days(mark: Mark) -> None:
    article = mark("The siege of 480 BC lasted six weeks.", "2023-06-08")
    assert [(d.value, d.earliest) for d in resolve_dates(article, mark_dates(article))] == [("BC0480", None), ("P6W", None)]


def test_a_range_knows_its_end(mark: Mark) -> None:
    article = mark("The fair runs from June 13 to 15, the market on June 20 and 22.", "2023-06-08")
    ends = [(d.mention.text, d.range_end.text if d.range_end else None) for d in resolve_dates(article, mark_dates(article))]
    assert ends == [("June 13", "15"), ("15", None), ("June 20", None), ("22", None)]


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("The receipt is of 3/4/2021.", None, [None]),
        ("The receipt is of 3/4/2021.", "DMY", ["2021-04-03"]),
        ("The receipt is of 3/4/2021.", "MDY", ["2021-03-04"]),
        ("The receipts are of 3/4/2021 and 25/4/2021.", None, ["2021-04-03", "2021-04-25"]),
        ("The receipts are of 3/4/2021 and 4/25/2021.", None, ["2021-03-04", "2021-04-25"]),
        ("The receipts are of 3/4/2021, 25/4/2021 and 4/25/2021.", None, [None, "2021-04-25", "2021-04-25"]),
        ("The receipt is of 21.06.08.", "YMD", ["2021-06-08"]),
        ("The receipt is of 31.06.2021.", "DMY", []),
    ],
)
def test_day_and_month_change_places_only_by_evidence(mark: Mark, text: str, order: str | None, expected: list[str | None]) -> None:
    article = mark(text, "2023-06-08")
    found = resolve_dates(article, mark_dates(article), date_order=order)  # type: ignore[arg-type]  # cases are plain strings
    assert [d.value for d in found] == expected


STORY = """\
The harbour war

In 1821 the governor closed the port. In April the merchants sent a petition, which he burned on 3 May.

1822

In February the garrison mutinied. The siege began on 2 March and ended on 9 December. In January a truce was signed.

The treaty of 1648 was read aloud. In March 1823 the port reopened; two days later the governor fled.
"""


def test_a_story_is_told_by_its_own_years(mark: Mark) -> None:
    article = mark(STORY, "2023-06-08")
    found = resolve_dates(article, mark_dates(article), mode="narrative")
    assert [d.value for d in found] == [
        "1821", "1821-04", "1821-05-03", "1822", "1822-02", "1822-03-02", "1822-12-09", "1823-01", "1648", "1823-03", None,
    ]  # fmt: skip


def test_a_story_is_known_by_its_years_and_news_by_its_days(mark: Mark) -> None:
    story = STORY + "It happened in 1824, 1825, 1826, 1827 and 1828."
    news = "The premier resigned on Tuesday. " * 3 + "She was born in 1961. The vote was held in May."
    assert "1821-04" in values(mark(story, "2023-06-08"))
    assert "2023-05" in values(mark(news, "2023-06-08"))


def test_years_before_christ_are_counted_on(mark: Mark) -> None:
    article = mark("The city fell in 480 BC. The following year it was rebuilt; a decade later it burned.")
    assert values(article)[:2] == ["BC0480", "BC0479"]


@pytest.mark.parametrize(
    ("year", "day"), [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2024, date(2024, 3, 31)), (2038, date(2038, 4, 25))]
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("rule", "value"),
    [("11-4W4", "2023-11-23"), ("05-LW1", "2023-05-29"), ("11-1W1+1", "2023-11-07"), ("easter-2", "2023-04-07"), ("12-25", "2023-12-25")],
)
def test_holidays_by_rule(rule: str, value: str) -> None:
    found = holiday_in(2023, rule)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("twenty-four", 24),
        ("a hundred", 100),
        ("two thousand", 2000),
        ("1,500", 1500),
        ("half a", 0.5),
        ("two and a half", 2.5),
        ("oak", None),
    ],
)
def test_numbers_in_words(text: str, number: float | None) -> None:
    assert number_of(text) == number


def test_years_and_ordinals_in_words() -> None:
    assert [spoken_year(t) for t in ("nineteen ninety-six", "twenty twenty", "two thousand and four", "nineteen hundred")] == [
        1996,
        2020,
        2004,
        1900,
    ]
    assert [ordinal_of(t) for t in ("third", "twenty-first", "3rd")] == [3, 21, 3]


def test_moving_by_months_keeps_to_the_calendar() -> None:
    assert moved(date(2023, 3, 31), -1, "M") == date(2023, 2, 28)
    assert moved(date(2024, 2, 29), 1, "Y") == date(2025, 2, 28)
    assert moved(date(1, 1, 1), -1, "Y") is None
    assert containing(date(2024, 12, 30), "W") == Point(2025, code="W01")


PIECES = [
    "May",
    "March",
    "Feb",
    "29",
    "30",
    "31",
    "12",
    "4",
    "96",
    "1990",
    "2012",
    "480",
    "B.C.",
    "A.D.",
    "the",
    "last",
    "next",
    "of",
    "and",
    "to",
    "-",
    ",",
    "(",
    ")",
    "first",
    "quarter",
    "half",
    "year",
    "years",
    "days",
    "century",
    "ago",
    "later",
    "Easter",
    "D-Day",
    "Friday",
    "5:34",
    "25:99",
    "p.m.",
    "3/4/2012",
    "2012-02-30",
    "1990s",
    "'90s",
    "that",
    "same",
    "week",
    "summer",
    "night",
    "two",
    "thousand",
    "99999",
]
"""Words that make sense and nonsense as dates."""


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2013-03-22", None])
@pytest.mark.parametrize("mode", ["news", "narrative"])
def test_no_text_breaks_the_laws(nlp: Language, published: str | None, mode: str) -> None:
    draw_from = random.Random(7)
    for _ in range(60):
        words = [word for _ in range(12) for word in (draw_from.choice(PIECES), " ")]
        doc = Doc(nlp.vocab, words=words, spaces=[False] * len(words), sent_starts=[i == 0 for i in range(len(words))])
        article = MarkedArticle(Article(id="test", text=doc.text, published=published), doc)
        found = resolve_dates(article, mark_dates(article), mode=mode)  # type: ignore[arg-type]  # cases are plain strings
        for date_ in found:
            assert (date_.value is None) == (date_.reason is not None)
            assert (date_.earliest is None) == (date_.latest is None)
            assert (date_.earliest or "") <= (date_.latest or "")
            assert date_.mention.text == date_.mention.text.strip()
        assert all(left.mention.end <= right.mention.start for left, right in pairwise(found))
