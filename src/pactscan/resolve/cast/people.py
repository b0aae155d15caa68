"""People: a surname follows its full name."""

from __future__ import annotations

import re
from bisect import bisect_right

from pactscan.lexicon.titles import name_suffixes
from pactscan.marks import MarkedArticle
from pactscan.marks.countries import CountryMark
from pactscan.marks.names import NameMark
from pactscan.model import ActorKind
from pactscan.resolve.cast.cluster import Cluster

_WORD = re.compile(r"[^\W\d_][\w'’]*(?:[-‐‑][\w'’]+)*\.?")


def people_clusters(marked: MarkedArticle, names: tuple[NameMark, ...], countries: tuple[CountryMark, ...]) -> list[Cluster]:
    """One cluster for each person, built from full names first; then bare names; then surnames that nothing marked."""
    marks = [n for n in names if n.kind is ActorKind.PERSON]
    text = marked.article.text
    full = [m for m in marks if len(name_words(text[m.start : m.end])) > 1]
    bare = [m for m in marks if len(name_words(text[m.start : m.end])) == 1]
    builder = _Builder(text)
    for mark in sorted(full, key=lambda m: (-len(name_words(text[m.start : m.end])), m.start)):
        builder.add_full(mark)
    for mark in bare:
        builder.add_bare(mark)
    return builder.finish(names, countries)


def name_words(name: str) -> list[str]:
    """The words of a name folded for comparison; initials, suffixes and quotation marks are left out."""
    words = [w.rstrip(".") for w in _WORD.findall(name)]
    kept = [w.casefold() for w in words if len(w) > 1 and w.casefold() not in name_suffixes()]
    return kept or [w.casefold() for w in words]


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.clusters: list[Cluster] = []
        self.words: list[list[str]] = []
        self.by_word: dict[str, list[int]] = {}

    def add_full(self, mark: NameMark) -> None:
        words = name_words(self.text[mark.start : mark.end])
        for i in self.by_word.get(words[-1], []):
            if _same_person(self.words[i], words):
                return self._join(i, mark)
        self._open(mark, words)
        return None

    def add_bare(self, mark: NameMark) -> None:
        (word,) = name_words(self.text[mark.start : mark.end])
        holders = self.by_word.get(word, [])
        surnames = [i for i in holders if self.words[i][-1] == word] or holders
        if surnames:
            return self._join(self._latest(surnames, mark.start), mark)
        self._open(mark, [word])
        return None

    def _latest(self, holders: list[int], at: int) -> int:
        """Of several bearers of a name, the one named last before `at`; else the first to come."""
        before = [
            (max(s for s, _ in self.clusters[i].mentions if s < at), i)
            for i in holders
            if any(s < at for s, _ in self.clusters[i].mentions)
        ]
        return max(before)[1] if before else min(holders, key=lambda i: min(self.clusters[i].mentions))

    def _open(self, mark: NameMark, words: list[str]) -> None:
        i = len(self.clusters)
        self.clusters.append(Cluster(" ".join(self.text[mark.start : mark.end].split()), ActorKind.PERSON))
        self.words.append(words)
        for word in dict.fromkeys(words):
            self.by_word.setdefault(word, []).append(i)
        self._join(i, mark)

    def _join(self, i: int, mark: NameMark) -> None:
        cluster = self.clusters[i]
        cluster.mentions.append((mark.start, mark.end))
        cluster.weight += mark.weight
        if mark.role:
            cluster.roles.append((mark.role, mark.role_country))
        if mark.role_country and cluster.country is None:
            cluster.country = mark.role_country
        if mark.honorific:
            cluster.honorifics.add(mark.honorific)

    def finish(self, names: tuple[NameMark, ...], countries: tuple[CountryMark, ...]) -> list[Cluster]:
        """Add surnames that no mark covers, and sort."""
        self._follow_surnames(names, countries)
        for cluster in self.clusters:
            cluster.mentions.sort()
        return [c for c in self.clusters if c.weight > 0]

    def _follow_surnames(self, names: tuple[NameMark, ...], countries: tuple[CountryMark, ...]) -> None:
        spans: list[NameMark | CountryMark] = [*names, *countries]
        taken = sorted((m.start, m.end) for m in spans)
        starts = [s for s, _ in taken]
        surnames: dict[str, list[int]] = {}
        for i, words in enumerate(self.words):
            if len(words) > 1:
                surnames.setdefault(words[-1], []).append(i)
        if not surnames:
            return
        for match in _WORD.finditer(self.text):
            word = match.group().rstrip(".’'")
            word = re.sub(r"['’]s$", "", word)
            holders = surnames.get(word.casefold())
            if not holders or not word[0].isupper():
                continue
            k = bisect_right(starts, match.start()) - 1
            if k >= 0 and taken[k][1] > match.start():
                continue
            self.clusters[self._latest(holders, match.start())].mentions.append((match.start(), match.start() + len(word)))


def _same_person(known: list[str], words: list[str]) -> bool:
    """Whether `words` is a shorter form of the fuller name `known`: same surname, the others among its words in order."""
    if known == words:
        return True
    rest = iter(known)
    return known[-1] == words[-1] and all(word in rest for word in words)
