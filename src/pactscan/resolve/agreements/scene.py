"""What the resolvers of agreements look things up in: the article, its parse, its countries, actors and dates, by place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from pactscan.lexicon.organisations import known_bodies
from pactscan.model import ActorKind

if TYPE_CHECKING:
    from pactscan.marks import MarkedArticle
    from pactscan.marks.countries import CountryMark
    from pactscan.marks.parse import Parse
    from pactscan.model import Actor, Date, Mention
    from pactscan.resolve.cast import Cast


PIECE = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?")


PAIR, LEAST_MENTIONS = 2, 2
LISTED = re.compile(r"\s*,?\s*(?:and\s+|&\s+)?(?:the\s+)?")
NEAR_VERB = re.compile(r"(?:\s*[-–—,])?(?:\s+(?:have|has|had|formally|today|jointly|also|then|finally|[A-Z][a-z]+day))*\s+")


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
        self.inside: set[int] = set()
        """Tokens inside marks of agreements, set once these are joined."""
        self.nested: list[tuple[int, int]] = []
        """Stretches of marks that lie in other marks."""
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

    @cached_property
    def _weight(self) -> dict[str, int]:
        """Mentions of each state, those of its people included, most first."""
        counts: dict[str, int] = {}
        for m in self._countries:
            counts[m.code] = counts.get(m.code, 0) + 1
        for _, _, n in self._names:
            code = self.cast.actors[n].country
            if code in counts and self.cast.actors[n].kind is ActorKind.PERSON:
                counts[code] += 1
        return dict(sorted(counts.items(), key=lambda item: -item[1]))

    @cached_property
    def main_pair(self) -> tuple[str, ...]:
        """The two states that the text speaks of most, when no third comes near them; else empty."""
        ranked = list(self._weight)
        if len(ranked) < PAIR or self._weight[ranked[1]] < LEAST_MENTIONS:
            return ()
        third = self._weight[ranked[PAIR]] if len(ranked) > PAIR else 0
        return tuple(ranked[:PAIR]) if third * 2 <= self._weight[ranked[1]] else ()

    @cached_property
    def voice(self) -> str | None:
        """The state that says "we" outside quotations: the one that the text speaks of most, by far."""
        ranked = list(self._weight.items())
        if not ranked or ranked[0][1] < LEAST_MENTIONS:
            return None
        return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1] else None

    def states_before(self, verb: int) -> list[tuple[CountryMark, Mention]]:
        """States listed with commas and "and" right up to the verb."""
        first = self.p.sentences[self.p.sentence[verb]][0]
        row: list[CountryMark] = []
        edge = self.p.start[verb]
        for c in reversed(self.countries_in(self.p.start[first], edge)):
            between = self.text[c.end : edge]
            if not (LISTED if row else NEAR_VERB).fullmatch(between):
                break
            row.append(c)
            edge = c.start
        return [(c, self.marked.mention(c.start, c.end)) for c in reversed(row)]

    def nearest_mention(self, code: str, at: int) -> Mention:
        """The mention of a country nearest to a code point."""
        best = min((m for m in self._countries if m.code == code), key=lambda m: (abs(m.start - at), m.start))
        return self.marked.mention(best.start, best.end)

    def dates_in(self, start: int, end: int) -> list[Date]:
        """Dates that begin in ``start:end``."""
        return self._dates[bisect_left(self._date_starts, start) : bisect_left(self._date_starts, end)]

    def names_in(self, start: int, end: int) -> list[tuple[Actor, Mention]]:
        """Actors named in ``start:end``, with the mention there."""
        rows = self._names[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)]
        return [(self.cast.actors[n], self.marked.mention(s, e)) for s, e, n in rows]

    def bodies_in(self, start: int, end: int) -> frozenset[str]:
        """Lower-case names of armed groups and organisations in ``start:end``, hyphenated pairs (``US-Taliban``) cut."""
        pieces = PIECE.findall(self.text[start:end])
        return frozenset(w.lower() for w in pieces if w in known_bodies() and known_bodies()[w].kind is not ActorKind.GOVERNMENT)

    def mention(self, first: int, last: int) -> Mention:
        """The mention that tokens ``first..last`` cover."""
        return self.marked.mention(self.p.start[first], self.p.end[last])

    def reach(self, first: int, last: int) -> tuple[int, int]:
        """Code points of tokens ``first..last``."""
        return self.p.start[first], self.p.end[last]

    def series_before(self, verb: int) -> list[tuple[Actor, Mention]]:
        """People named one after another, joined by "and" or commas, up to the verb: its subjects, however the parse cuts them."""
        first = self.p.sentences[self.p.sentence[verb]][0]
        rows = [(a, m) for a, m in self.names_in(*self.reach(first, verb)) if a.kind is ActorKind.PERSON]
        if not rows:
            return []
        series = [rows[-1]]
        for row in reversed(rows[:-1]):
            if not self._joined(row[1], series[-1][1]):
                break
            series.append(row)
        return series[::-1] if self.quiet(series[0][1].end, self.p.start[verb]) else []

    def _joined(self, left: Mention, right: Mention) -> bool:
        between = self.text[left.end : right.start]
        return (" and " in between or "," in between or " & " in between) and self.quiet(left.end, right.start)

    def quiet(self, start: int, end: int) -> bool:
        """No verb between two code points, offices aside."""
        offices = [(r.start, r.end) for r in self.cast.role_mentions if start <= r.start < end]
        for i in range(self.token(start), self.token(end - 1) + 1):
            at = self.p.start[i]
            if (
                start <= at < end
                and self.p.tag[i].startswith("VB")
                and self.p.dep[i] not in ("aux", "auxpass", "amod")
                and not any(s <= at < e for s, e in offices)
            ):
                return False
        return True
