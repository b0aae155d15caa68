"""The state a person acts for, when no word beside the name tells: by the office, its institution, or the text around."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from pactscan.lexicon.actors import words_in
from pactscan.lexicon.countries import code_of, code_of_seat
from pactscan.lexicon.state_offices import has_office, home_words
from pactscan.marks import MarkedArticle
from pactscan.marks.countries import CountryMark
from pactscan.marks.names import NameMark
from pactscan.model import ActorKind, ZoneKind
from pactscan.resolve.cast.cluster import Cluster
from pactscan.resolve.cast.offices import american_office, body_state, is_state_office, listed, of_many_states, plain, without_adjectives

NEAR = 40.0
"""Code points over which a state in the same sentence loses half its weight."""

SHARE, HOME, KNOWN = 2.0, 1.2, 1.8
"""Weights of a state's share of the article's mentions, of its being the home of the press, and more for a surname alone."""

SURER = 1.0
"""More weight of the home state where an office of its press, too, tells it."""

DATELINE = 0.4
"""Weight of the state from whose capital the article is datelined."""

BESIDE = 30
"""Code points around an office within which a state is the state of that office."""

CLOSE, DOMINANT = 0.3, 0.6
"""What a surname after a bare office needs where the press shows no home: a state in its sentence, or this share of the article."""

MARGIN = 0.2
"""How far the best state must be ahead of the next."""

ENOUGH = 0.8
"""Weight below which no state is given, unless it is twice that of any other and not as little as `LITTLE`."""

LEADER, OWN_LEADER = "leader", "head of the administration"
"""Offices of those whose government, and whose administration, the article speaks of."""

SURE, RIVAL = 2.5, 0.6
"""Weight at which the home state is given to a second bearer of a sole office, if no other has more than the second: news names
past presidents too."""

LITTLE = 0.25

_LED = re.compile(
    r"(?:['’]s)? (?:\w{3,12} )?(?:(administration)|presidency|regime|government|presidential (?:palaces?|guard|decrees?|office))\b"
)
_LEADING = re.compile(r"\b(?:(administration)|presidency|regime|government) of (?:President )?$")

_COUNTERPART = re.compile(
    r"(?:['’]s)? (?:[\w-]{2,14} ){0,2}(?:counterparts?|colleagues?|opposite numbers?|hosts?|guests?|predecessors?|successors?)\b"
)
"""After a state that is the other person's, not that of the one who is named first."""

_PLACE = re.compile(r"\b(?:in|to|from|at|near|through|via|into) (?:the )?$")
"""Before a state that is only a place there."""

_HOME = re.compile(r"\b[A-Z][A-Za-z]*(?: (?:[A-Z][A-Za-z]*|10))?\b")


class StateResolver:
    """Finds the states of people in one article."""

    def __init__(self, marked: MarkedArticle, names: tuple[NameMark, ...], countries: tuple[CountryMark, ...]) -> None:
        self.text = marked.reading
        self.marked = marked
        self.countries = countries
        self.starts = [c.start for c in countries]
        self.of_others = {k for k, c in enumerate(countries) if _COUNTERPART.match(self.text, c.end)}
        self.mentioned = Counter(c.code for k, c in enumerate(countries) if k not in self.of_others)
        self.mentioned.update(n.role_country for n in names if n.role_country and n.kind is not ActorKind.PERSON)
        self.home = self._home()
        self.dateline = self._dateline()
        self.used: set[int] = set()
        self.sure_home = False
        self.places = {k for k, c in enumerate(countries) if _PLACE.search(self.text, max(0, c.start - 12), c.start)}
        self.bodies = [(n.end, n.role_country) for n in names if n.kind is ActorKind.GOVERNMENT and n.role_country]

    def _home(self) -> str | None:
        """The state that the article speaks of by seat, chamber or party more than any other."""
        table, votes = home_words(), Counter[str]()
        for match in _HOME.finditer(self.text):
            words = match.group()
            code = table.get(words) or table.get(words.split()[0])
            if code:
                votes[code] += 1
        return min(votes, key=lambda code: (-votes[code], code)) if votes else None

    def _dateline(self) -> str | None:
        """The state from whose capital the article is datelined."""
        zone = next((z for z in self.marked.article.zones if z.kind is ZoneKind.DATELINE), None)
        if zone is None:
            return None
        places = [part.strip(" ()-–—_") for part in re.split(r"[,(/]", self.text[zone.start : zone.end])]
        codes = (code_of_seat(place) or code_of(place) for place in (p.title() for p in places) if place)
        return next((code for code in codes if code), None)

    def assign(self, people: list[Cluster]) -> None:
        """Give a state to those whose office is a state's and whose names tell none."""
        self.used = self._used(people)
        cases = [c for c in people if c.country is None and (c.roles or self._leads(c))]
        for c in cases:
            c.country = self._by_body(c) or self._by_title(c)
        by_title = self._home_of_officials(cases)
        self.sure_home = by_title is not None and self.home == by_title
        self.home = self.home or by_title
        held: set[tuple[str, str | None]] = {
            (office, c.country) for c in people for office in self._offices(c) if office in words_in("sole") and c.country
        }
        self._by_context([c for c in cases if c.country is None], held)
        for c in cases:
            c.country = c.country or self._by_superior(c, people)

    def _used(self, people: list[Cluster]) -> set[int]:
        """Country marks (by number) that stand beside a name and say whose state it is: no evidence for other names."""
        used = set(self.of_others)
        for c in people:
            for (start, end), code in c.roles:
                used.update(range(bisect_left(self.starts, start), bisect_left(self.starts, end)))
                if code:
                    near = range(bisect_left(self.starts, start - BESIDE), bisect_left(self.starts, end + BESIDE))
                    used.update(k for k in near if self.countries[k].code == code)
        return used

    def _home_of_officials(self, cases: list[Cluster]) -> str | None:
        """The state of officials whose title alone told it: its own press names no state beside them."""
        votes = Counter(code for c in cases if (code := self._by_title(c)))
        return min(votes, key=lambda code: (-votes[code], code)) if votes else None

    def _offices(self, c: Cluster) -> list[str]:
        return [plain(without_adjectives(" ".join(self.text[a:b].split())).lower().replace("’", "'")) for (a, b), _ in c.roles]

    def _leads(self, c: Cluster) -> str | None:
        """Office of one by whose name an administration, government or regime is called; the first is what the press calls its own."""
        led = (_LED.match(self.text, end) or _LEADING.search(self.text, max(0, start - 24), start) for start, end in c.mentions)
        words = [match.group(1) for match in led if match]
        return None if not words else OWN_LEADER if any(words) else LEADER

    def _former(self, c: Cluster) -> bool:
        past = (self.text[a:b].lower().startswith(("former", "ex-", "then")) or self.text.endswith("late ", 0, a) for (a, b), _ in c.roles)
        return any(past)

    def _speaks_of(self, code: str | None) -> bool:
        return code is not None and (self.mentioned[code] > 0 or self.home == code)

    def _by_body(self, c: Cluster) -> str | None:
        """The state of a body, seat or party in the office, or of the ministry named last where the office only says "Ministry"."""
        for (a, b), _ in c.roles:
            code = body_state(self.text[a:b])
            if self._speaks_of(code):
                return code
            words = self.text[a:b].lower().split()
            if words[0] in words_in("bare_bodies") and words[-1].startswith("spokes"):
                before = [code for end, code in self.bodies if end < a]
                if before:
                    return before[-1]
        return None

    def _by_title(self, c: Cluster) -> str | None:
        """The one state whose press gives the office this title, if the article speaks of that state."""
        if any(american_office(self.text[a:b]) for (a, b), _ in c.roles):
            return "US"
        codes = (listed(office) for office in self._offices(c))
        return next((code for code in codes if self._speaks_of(code)), None)

    def _by_context(self, cases: list[Cluster], held: set[tuple[str, str | None]]) -> None:
        """The state that fits best, clearest case first; no two people hold the same sole office of a state."""
        waiting = {}
        for order, c in enumerate(cases):
            office = next((o for o in self._offices(c) if is_state_office(o)), None)
            if any(of_many_states(self.text[a:b]) for (a, b), _ in c.roles):
                continue
            if not office and not c.roles:
                office = self._leads(c)
            if office:
                waiting[order] = (office, self._scores(c, office))
        while waiting:
            choices = [self._choice(order, office, scores, held, cases[order]) for order, (office, scores) in waiting.items()]
            _, order, code = max(choices, key=lambda choice: (choice[0], -choice[1]))
            office, _ = waiting.pop(order)
            cases[order].country = code
            if code and office in words_in("sole") and not self._former(cases[order]):
                held.add((office, code))

    def _choice(
        self, order: int, office: str, scores: dict[str, float], held: set[tuple[str, str | None]], case: Cluster
    ) -> tuple[float, int, str | None]:
        """How far the best state is ahead of the next, the case, and that state."""
        rival = max((score for code, score in scores.items() if code != self.home), default=0.0)
        sure = [self.home] if self.home and scores.get(self.home, 0.0) > SURE and rival < RIVAL else []
        held = held - {(office, code) for code in sure}
        free = [(-score, code) for code, score in scores.items() if (office, code) not in held or self._former(case)]
        ranked = sorted(free)
        best, runner_up = (-ranked[k][0] if len(ranked) > k else 0.0 for k in (0, 1))
        if best - runner_up < MARGIN:
            return 0.0, order, None
        often = bool(ranked) and self.mentioned[ranked[0][1]] > 2
        if not ranked or (best < ENOUGH and not (often and best > max(LITTLE, 2 * runner_up))):
            return 0.0, order, None
        return best - runner_up, order, ranked[0][1]

    def _scores(self, c: Cluster, office: str) -> dict[str, float]:
        total = sum(self.mentioned.values())
        places = Counter(self.countries[k].code for k in self.places)
        scores = {code: SHARE * (n - 0.75 * places[code]) / total for code, n in self.mentioned.items()} if total else {}
        if self.home and office != LEADER:
            scores[self.home] = scores.get(self.home, 0.0) + HOME + self.sure_home * SURER + (KNOWN if self._known_to_readers(c) else 0.0)
        if self.dateline:
            scores[self.dateline] = scores.get(self.dateline, 0.0) + DATELINE
        near: Counter[str] = Counter()
        for start, end in c.mentions[:3]:
            near.update(dict(self._near(start, end)))
        scores = {code: scores.get(code, 0.0) + near[code] for code in {**scores, **near}}
        if office == LEADER:
            scores = {code: score for code, score in scores.items() if near[code] > CLOSE}
        if self.home is None and self._known_to_readers(c):
            scores = {code: score for code, score in scores.items() if near[code] > CLOSE or score >= DOMINANT * SHARE}
        return {code: score for code, score in scores.items() if has_office(code, office)}

    def _known_to_readers(self, c: Cluster) -> bool:
        """Whether a bare surname follows the first office, or comes first where there is none, as papers name those at home."""
        ends = [end for (_, end), _ in c.roles]
        after = [m for m in c.mentions if any(0 <= m[0] - end < 8 for end in ends)]
        start, end = after[0] if after else c.mentions[0]
        return " " not in self.text[start:end]

    def _near(self, start: int, end: int) -> list[tuple[str, float]]:
        """States in the sentence of a mention, each once, with a weight that falls with the distance."""
        sentence = self.marked.sentence_of(start)
        nearest: dict[str, float] = {}
        for k in range(bisect_left(self.starts, sentence.start_char), bisect_left(self.starts, sentence.end_char)):
            mark = self.countries[k]
            if k in self.used or k in self.places:
                continue
            gap = max(mark.start - end, start - mark.end, 0)
            nearest[mark.code] = max(nearest.get(mark.code, 0.0), NEAR / (NEAR + gap))
        return list(nearest.items())

    def _by_superior(self, c: Cluster, people: list[Cluster]) -> str | None:
        """The state of the person in "Yeltsin's spokesman"."""
        for (a, b), _ in c.roles:
            if not any(word in words_in("servants") for word in self.text[a:b].lower().split()):
                continue
            words = self.text[max(0, a - 40) : b].replace("’", "'")
            for other in people:
                if other is not c and other.country and any(f"{self.text[s:e]}'s " in words for s, e in other.mentions):
                    return other.country
        return None
