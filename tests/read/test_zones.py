from pathlib import Path

import pytest

from pactscan.model import ZoneKind
from pactscan.read.zones import dateline_at, zones_of
from tests.drawing import draw, unmark

CASES = (Path(__file__).parents[1] / "data" / "zones.txt").read_text(encoding="utf-8").split("\n", 1)[1].split("====\n")


@pytest.mark.parametrize(("name", "drawn"), [case.split("\n", 1) for case in CASES], ids=[case.split("\n", 1)[0] for case in CASES])
def test_zones_drawn_in_articles(name: str, drawn: str) -> None:
    text, expected = unmark(drawn)
    assert draw(text, [(z.start, z.end, z.kind) for z in zones_of(text)]) == draw(text, expected)


def test_an_archive_s_marks_stand_before_the_story() -> None:
    text = "LA PAZ, 9 JUN 90 (RADIO ILLIMANI)\n\n[REPORT] [JORGE RIVAS] [TEXT] THE MINISTER SIGNED THE ACCORD."
    zones = [(z.kind, text[z.start : z.end].strip()) for z in zones_of(text)]
    assert zones == [
        ("dateline", "LA PAZ, 9 JUN 90 (RADIO ILLIMANI)"),
        ("header", "[REPORT]"),
        ("byline", "[JORGE RIVAS]"),
        ("header", "[TEXT]"),
    ]


def test_a_credit_in_square_brackets() -> None:
    text = "Oman and Austria have signed a deal.\n\nWorkers paint the new gate. [Tomas Vrba/Al Jazeera]"
    assert [(z.kind, text[z.start : z.end]) for z in zones_of(text)] == [
        ("caption", "Workers paint the new gate."),
        ("credit", "[Tomas Vrba/Al Jazeera]"),
    ]


def test_the_stated_title_is_the_title_even_when_it_is_a_sentence() -> None:
    text = "The ministers have signed the pact.\n\nThe ministers have signed the pact, and it was raining."
    assert zones_of(text) == ()
    (zone,) = zones_of(text, "The ministers have signed the pact.")
    assert (zone.kind, zone.start, zone.end) == (ZoneKind.TITLE, 0, 35)


DATELINES = {
    "TOKYO, June 8 (Kyodo) -- The": (True, 6, 8, None),
    "TOKYO, June 8, 2021 (Kyodo) -- The": (True, 6, 8, 2021),
    "LIVONIA, Mich., March 19 - Workers": (False, 3, 19, None),
    "ST. JOHN'S, Newfoundland, Sept. 2 (CP) — The": (True, 9, 2, None),
    "UNITED NATIONS, Monday, Jan 4 (IPS) - The": (True, 1, 4, None),
    "SAN JOSÉ, 3 May 2018 – Costa Rica": (False, 5, 3, 2018),
    "BERLIN/PARIS, Oct 9 (Reuters) - The": (True, 10, 9, None),
    "Nairobi, 11 August 2020 (KNA) - The": (True, 8, 11, 2020),
    "(Reuters) - The": (True, None, None, None),
    "PORT-AU-PRINCE, Haiti (AP) — The": (True, None, None, None),
    "WASHINGTON — The": (False, None, None, None),
    "Aug 27 (Reuters) - The": (True, 8, 27, None),
    "(CNN) The": (True, None, None, None),
    "Washington (CNN) The": (True, None, None, None),
    "OTTAWA (CP) “We": (True, None, None, None),
    "Nicosia, Cyprus – The": (False, None, None, None),
}


@pytest.mark.parametrize(("text", "expected"), DATELINES.items())
def test_datelines_with_day_and_agency(text: str, expected: tuple[bool, int | None, int | None, int | None]) -> None:
    agency, month, day, year = expected
    found = dateline_at(text, 0, len(text))
    assert found is not None
    assert found.agency == agency
    assert (found.day and (found.day.month, found.day.day, found.day.year)) == ((month, day, year) if day else None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "The",
        "U.S. officials said",
        "NEW YORK is",
        "NEW YORK - based bankers",
        "IBM (NYSE: IBM) said",
        "Smith (AP) said",
        "Smith (AP) The",
        "Associated Press (AP) Chief Ana Reyes said",
        "(Later) The",
        "Aug 27 (Later) - The",
        "Nicosia, Malta – The",
        "Nicosia – which",
        "(Some say) - but",
        "TOKYO, June 31 (Kyodo) -- The",
        "EU-US talks - the third",
        "WATCH — The moment",
        "May 3 - The",
        "The Hague (which is in the Netherlands) - is",
        "He was in PARIS - no",
        "JAPAN'S PLAN, which was - oddly - new",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_at(text, 0, len(text)) is None


@pytest.mark.parametrize(
    "attack",
    [
        "A" * 50_000,
        "A " * 30_000,
        "A. " * 30_000,
        "(" * 50_000,
        "By " * 20_000,
        "Photo / A" * 9_000,
        "A, " * 30_000,
        "- " * 30_000,
        "A/" * 30_000,
        "date: " * 10_000,
        "[A] " * 20_000,
    ],
)
def test_zones_take_linear_time(attack: str) -> None:
    import time

    def seconds(text: str) -> float:
        begin = time.perf_counter()
        zones_of(text)
        return time.perf_counter() - begin

    seconds("warm up")
    assert seconds(f"Head\n\n{attack}\n\n{attack}") < 1.0
