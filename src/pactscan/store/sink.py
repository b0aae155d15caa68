"""What a batch writes into, whatever the format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from pactscan.model import Failure


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one article: `key` names it in the input, `digest` is the SHA-256 of its bytes there.

    Either `report` (compact JSON, one line, no line end) or `failure` is there.
    """

    key: str
    digest: str
    report: str | None = None
    failure: Failure | None = None


class Sink(Protocol):
    """Takes entries in the order of the input. What it holds from an earlier run it can keep instead."""

    def known(self, key: str) -> str | None:
        """The digest under which `key` was written before, by the same tool with the same options; None if it was not."""

    def keep(self, key: str) -> Failure | None:
        """Let the entry of an earlier run stand, in its turn; its failure if it was one."""

    def write(self, entry: Entry) -> None:
        """Write an entry, in its turn."""

    def commit(self) -> None:
        """Make everything written so far last."""

    def finish(self) -> None:
        """The input is at its end: drop what it no longer holds, and close."""

    def close(self) -> None:
        """Close without the end of the input being reached; what was committed lasts."""
