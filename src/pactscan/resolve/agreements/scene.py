"""What the resolvers of agreements look things up in: the article, its parse, its countries, actors and dates, by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pactscan.marks import MarkedArticle
    from pactscan.marks.countries import CountryMark
    from pactscan.marks.parse import Parse
    from pactscan.model import Actor, Date, Mention
    from pactscan.resolve.cast import Cast


class Scene:
    """One article, indexed."""

    def __init__(self, marked: MarkedArticle, cast: Cast, countries: tuple[CountryMark, ...], dates: tuple[Date, ...]) -> None:
        self.marked, self.cast = marked, cast
        self.text = marked.article.text
        self.p: Parse = marked.parse
        self._countries = sorted(countries, key=lambda m: m.start)
        self._country_starts = [m.start for m in self._countries]
        self._dates = sorted(dates, key=lambda d: d.mention.start)
        self._date_starts = [d.mention.start for d in self._dates]
        names = sorted((m.start, m.end, n) for n, a in enumerate(cast.actors) for m in a.mentions)
        self._names = names
        self._name_starts = [n[0] for n in names]

    def token(self, at: int) -> int:
        """Index of the token at a code point."""
        return max(0, bisect_right(self.p.start, at) - 1)

    def paragraph(self, at: int) -> int:
        """Index of the paragraph at a code point."""
        return self.marked.paragraph_of(at)

    def countries_in(self, start: int, end: int) -> list[CountryMark]:
        """Country marks that begin in ``start:end``."""
        return self._countries[bisect_left(self._country_starts, start) : bisect_left(self._country_starts, end)]

    def dates_in(self, start: int, end: int) -> list[Date]:
        """Dates that begin in ``start:end``."""
        return self._dates[bisect_left(self._date_starts, start) : bisect_left(self._date_starts, end)]

    def names_in(self, start: int, end: int) -> list[tuple[Actor, Mention]]:
        """Actors named in ``start:end``, with the mention there."""
        rows = self._names[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)]
        return [(self.cast.actors[n], self.marked.mention(s, e)) for s, e, n in rows]

    def mention(self, first: int, last: int) -> Mention:
        """The mention that tokens ``first..last`` cover."""
        return self.marked.mention(self.p.start[first], self.p.end[last])

    def reach(self, first: int, last: int) -> tuple[int, int]:
        """Code points of tokens ``first..last``."""
        return self.p.start[first], self.p.end[last]
