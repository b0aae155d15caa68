"""The sentences with dates drawn in `tests/data/dates_*.txt`."""

from pathlib import Path
from typing import NamedTuple

from tests.drawing import unmark

DATA = Path(__file__).parent / "data"


class DrawnDates(NamedTuple):
    """A sentence, its publication date, and (start, end, "TYPE value [mod] [name]") of each time expression in it."""

    published: str | None
    text: str
    dates: list[tuple[int, int, str]]


def lines(name: str) -> list[str]:
    """Lines of a data file that are neither empty nor comments."""
    return [line for line in (DATA / name).read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]


def drawn_dates() -> list[DrawnDates]:
    """The positive cases."""
    rows = (line.split(" | ", 1) for line in lines("dates_positive.txt"))
    return [DrawnDates(None if published == "-" else published, *unmark(drawn)) for published, drawn in rows]
