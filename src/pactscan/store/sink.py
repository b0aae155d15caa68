"""What a batch writes into, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from pactscan.errors import OutputError
from pactscan.model import Failure


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one article: `key` names it in the input, `digest` is the SHA-256 of its bytes there.

    Either `report` (compact JSON, one line, no line end) or `failure` is there; `nouns` counts what the report holds, and
    `carries_text` says that the text belongs to it everywhere, not only in a store.
    """

    key: str
    digest: str
    report: str | None = None
    failure: Failure | None = None
    nouns: int = 0
    carries_text: bool = False


class Kept(NamedTuple):
    """An entry of an earlier run that stands."""

    nouns: int
    failure: Failure | None


class Stories(NamedTuple):
    """How many stories are told by several articles, and how many articles those are."""

    stories: int
    articles: int


class Sink(Protocol):
    """Takes entries in the order of the input. What it holds from an earlier run it can keep instead."""

    def known(self, key: str) -> str | None:
        """The digest under which `key` was written before, by the same tool with the same options; None if it was not."""

    def keep(self, key: str) -> Kept:
        """Let the entry of an earlier run stand, in its turn."""

    def write(self, entry: Entry) -> None:
        """Write an entry, in its turn."""

    def commit(self) -> None:
        """Make everything written so far last."""

    def finish(self) -> Stories | None:
        """The input is at its end: drop what it no longer holds, put the rest in order, close. Counts stories where they are kept."""

    def close(self) -> None:
        """Close without the end of the input being reached; what was committed lasts."""


@contextmanager
def naming(output: Path, *errors: type[Exception]) -> Iterator[None]:
    """Turn an OSError, or one of `errors`, into an OutputError that names the file."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write {output}: {error.strerror or error}; what was written before is good") from error
    except errors as error:
        raise OutputError(f"cannot write {output}: {error}; what was written before is good") from error
