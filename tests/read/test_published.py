import csv
from pathlib import Path

import pytest

from pactscan.read.names import day_in_name
from pactscan.read.options import ReadOptions
from pactscan.read.published import iso_day, publication_date
from pactscan.read.records import article_of_record
from pactscan.read.zones import zones_of
from pactscan.read.zones.headers import is_header

DATA = Path(__file__).parents[1] / "data"
STORY = "Two ministers signed the pact in the afternoon, and a third one is expected to follow.\n"


def table(name: str) -> list[list[str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(line for line in file if not line.startswith("#")))[1:]


def published(text: str, **stated: str) -> tuple[str | None, str | None]:
    return publication_date(text, zones_of(text), **stated)


@pytest.mark.parametrize(("name", "day"), table("file_name_days.csv"))
def test_days_in_file_names(name: str, day: str) -> None:
    found = day_in_name(name)
    assert (found.isoformat() if found else "") == day


@pytest.mark.parametrize(("line", "day"), table("header_days.csv"))
def test_days_in_header_lines(line: str, day: str) -> None:
    text = f"Chile and Peru sign pact\n\n{line}\n\n{STORY}"
    assert published(text) == ((day, "header") if day else (None, None))
    if day:
        assert is_header(line)


def test_the_order_of_sources() -> None:
    text = f"Chile and Peru sign pact\n\nPublished: 3 May 2020\n\nLIMA, May 2 (Reuters) - {STORY}"
    stated: dict[str, str] = {"option": "2020-05-05", "metadata": "2020-05-04T01:00:00Z", "name": "2020-05-01_pact"}
    assert published(text, **stated) == ("2020-05-05", "option")
    del stated["option"]
    assert published(text, **stated) == ("2020-05-04", "metadata")
    del stated["metadata"]
    assert published(text, **stated) == ("2020-05-03", "header")
    text = text.replace("Published: 3 May 2020\n\n", "")
    assert published(text, **stated) == ("2020-05-02", "dateline")
    text = text.replace(", May 2", "")
    assert published(text, **stated) == ("2020-05-01", "filename")
    del stated["name"]
    assert published(text, **stated) == (None, None)


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("LIMA, May 2, 2020 (Reuters) -", "2020-05-02"),
        ("LIMA, 2 May 2020 (Reuters) -", "2020-05-02"),
        ("LIMA, 2 MAY 88 (EFE)\n\n", "1988-05-02"),
        ("LIMA, Feb. 29, 2019 (Reuters) -", None),
        ("LIMA, May 2 (Reuters) -", None),
        ("LIMA (Reuters) -", None),
        ("On May 2, 2020 in LIMA (Reuters) -", None),
    ],
)
def test_days_in_datelines(dateline: str, day: str | None) -> None:
    assert published(f"{dateline} {STORY}") == ((day, "dateline") if day else (None, None))


def test_a_dateline_takes_its_year_from_the_name() -> None:
    text = f"LIMA, Dec. 31 (Reuters) - {STORY}"
    assert published(text, name="20210102") == ("2020-12-31", "dateline")
    assert published(text, name="20210602") == ("2021-06-02", "filename")


def test_a_dateline_takes_its_year_from_full_dates_near_it() -> None:
    text = f"LIMA, May 2 (Reuters) - {STORY}"
    assert published(f"{text}It is to take effect on June 1, 2020.") == ("2020-05-02", "dateline")
    assert published(f"{text}The last one was signed on January 5, 1999.") == (None, None)
    assert published(f"{text}Those of April 2, 1999 and April 8, 2020 stand.") == (None, None)


def test_a_dateline_without_a_year_is_told_in_a_note() -> None:
    record = {"text": f"LIMA, May 2 (Reuters) - {STORY}"}
    note = "the dateline states no year: give --date to resolve relative dates"
    assert article_of_record(record, source="x").notes == (note,)
    assert article_of_record(record, source="x", options=ReadOptions(published="2020-05-02")).notes == ()


def test_a_byline_may_hold_the_date() -> None:
    assert published(f"Chile and Peru sign pact\n\nBy Ana Reyes | May 2, 2020\n\n{STORY}") == ("2020-05-02", "header")


def test_dates_of_the_story_are_no_publication_date() -> None:
    assert published(f"{STORY}\n\nThe pact was published on 2 May 2020 and updated on 3 May 2020.") == (None, None)


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2024-05-06", "2024-05-06"),
        ("2024-05-06T23:59:59-11:00", "2024-05-06"),
        ("2024-05-06 00:10:00+14:00", "2024-05-06"),
        (" 2024-05-06 ", "2024-05-06"),
        ("2024-02-30", None),
        ("2024-5-6", None),
        ("20240506", None),
        ("9999-05-06", None),
        ("0001-05-06", None),
        ("2024-05-06x", None),
        ("", None),
        (None, None),
    ],
)
def test_an_offset_does_not_move_the_day(stated: str | None, day: str | None) -> None:
    assert iso_day(stated) == day
