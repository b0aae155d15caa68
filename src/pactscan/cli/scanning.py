"""From what was read to reports, one by one, counting what failed on the way."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from pactscan.cli.boundary import Finished
from pactscan.cli.talk import say
from pactscan.model import Article, Failure, Report

if TYPE_CHECKING:
    from pactscan.scanner import Scanner

SOME_FAILED = 5
INPUT = 3


class Scanned(NamedTuple):
    """An article and its report."""

    article: Article
    report: Report


@dataclass(slots=True)
class Tally:
    """How a run went."""

    reports: int = 0
    failures: list[int] = field(default_factory=list)
    """Exit code of each."""

    def fail(self, failure: Failure) -> None:
        """Count a failure and say it."""
        self.failures.append(failure.code)
        say(f"pactscan: {failure.source}: {failure.reason}")

    @property
    def exit_code(self) -> int:
        """0 when all went well; 5 when some did; the failures' own code when none did."""
        if not self.failures:
            return 0
        if self.reports:
            return SOME_FAILED
        return self.failures[0] if len(set(self.failures)) == 1 else INPUT

    def close(self) -> None:
        """End the command with `exit_code`, unless all went well."""
        if self.failures:
            raise Finished(self.exit_code)


def scanned(items: Iterable[Article | Failure], tally: Tally, load: Callable[[], Scanner], *, strict: bool = False) -> Iterator[Scanned]:
    """The articles among `items` with their reports, in order; failures go to `tally`. The model is loaded for the first article.

    With `strict` a fault of ours is raised.
    """
    waiting: deque[Article] = deque()
    articles = _articles(items, tally, waiting)
    first = next(articles, None)
    if first is None:
        return
    for outcome in load().outcomes(chain([first], articles), strict=strict):
        article = waiting.popleft()
        if isinstance(outcome, Failure):
            tally.fail(outcome)
            continue
        tally.reports += 1
        yield Scanned(article, outcome)


def _articles(items: Iterable[Article | Failure], tally: Tally, waiting: deque[Article]) -> Iterator[Article]:
    for item in items:
        if isinstance(item, Failure):
            tally.fail(item)
        else:
            waiting.append(item)
            yield item
