"""People: full names first, then bare names, then surnames that nothing marked; all that mean one person are one cluster."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from dataclasses import replace
from typing import TYPE_CHECKING

from pactscan.lexicon.actors import words_in
from pactscan.lexicon.forenames import forenames, full_forms
from pactscan.lexicon.titles import name_suffixes
from pactscan.marks import MarkedArticle
from pactscan.marks.countries import CountryMark
from pactscan.marks.names import NameMark
from pactscan.model import ActorKind
from pactscan.resolve.cast.cluster import Cluster

if TYPE_CHECKING:
    from spacy.tokens import Token  # the type only

_WORD = re.compile(r"[^\W\d_][\w'’]*(?:[-‐‑][\w'’]+)*\.?")
_ARTICLE = re.compile(r"^(?:al|el|ar|as|ad|an|ul)[-‐‑]")
"""The Arabic article, which papers drop before a surname alone."""

_KIN = "|".join(sorted(words_in("kin")))
_KIN_BEFORE = re.compile(rf"\b(?:{_KIN}),? $")
_KIN_AFTER = re.compile(rf", (?:(?:his|her|their|the|whose) )?(?:{_KIN})\b")
_POSSESSIVE = re.compile(r"['’]s?$")
GENDER = {"mr": "M", "sir": "M", "lord": "M", "mrs": "F", "ms": "F", "miss": "F", "dame": "F", "lady": "F"}
NAMES_OF_THINGS = frozenset({"FAC", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT"})


def people_clusters(marked: MarkedArticle, names: tuple[NameMark, ...], countries: tuple[CountryMark, ...]) -> list[Cluster]:
    """One cluster for each person that the marks of `names` and their surnames in the text speak of."""
    builder = _Builder(marked)
    marks = [m for m in names if m.kind is ActorKind.PERSON]
    words = {m: name_words(marked.reading[m.start : m.end]) for m in marks}
    headline = [m for m in marks if m.headline]
    story = [m for m in marks if not m.headline]
    for mark in sorted((m for m in story if len(words[m]) > 1), key=lambda m: (-len(words[m]), m.start)):
        builder.add_full(mark, words[mark])
    for mark in story:
        if len(words[mark]) == 1:
            builder.add_bare(mark, words[mark][0])
    for mark in headline:
        builder.add_headline(mark, words[mark])
    builder.follow_surnames(names, countries)
    return builder.supported()


def name_words(name: str) -> list[str]:
    """The words of a name folded for comparison; initials, suffixes and quotation marks are left out."""
    words = [w.rstrip(".") for w in _WORD.findall(name)]
    kept = [_ARTICLE.sub("", w.casefold()) for w in words if len(w) > 1 and w.casefold() not in name_suffixes()]
    return kept or [w.casefold() for w in words]


class _Builder:
    def __init__(self, marked: MarkedArticle) -> None:
        self.marked = marked
        self.text = marked.reading
        self.clusters: list[Cluster] = []
        self.starts: list[list[int]] = []
        """Where the mentions of each cluster start, sorted."""
        self.words: list[list[str]] = []
        self.generation: list[str | None] = []
        self.by_word: dict[str, list[int]] = {}

    def add_full(self, mark: NameMark, words: list[str]) -> None:
        """Join a full name to the fuller name that holds its words, or open a cluster."""
        generation = _generation(self.text[mark.start : mark.end])
        for i in self.by_word.get(words[-1], []):
            if same_person(self.words[i], words) and generation == self.generation[i]:
                self._join(i, mark)
                return
        self._open(mark, words)

    def add_bare(self, mark: NameMark, word: str) -> None:
        """Join a single name to the person who bears it as surname, else as any name; else open a cluster."""
        holders = self.by_word.get(word, [])
        surnames = [i for i in holders if self.words[i][-1] == word] or holders
        generation = _generation(self.text[mark.start : mark.end])
        surnames = [i for i in surnames if self.generation[i] == generation] or surnames
        surnames = self._fitting(surnames, mark)
        if surnames:
            self._join(self._latest(surnames, mark.start), mark)
        else:
            self._open(mark, [word])

    def _fitting(self, holders: list[int], mark: NameMark) -> list[int]:
        """Those of `holders` whom the word of address and the office can mean: Mr. Harlan is not Hilda Harlan."""
        gender = GENDER.get(mark.honorific or "")
        if gender:
            holders = [i for i in holders if forenames().get(self.words[i][0]) in (None, "U", gender) or len(self.words[i]) == 1]
        if mark.role:
            holders = [i for i in holders if not self._kin(i)]
            office = self._office(mark.role)
            same = [i for i in holders if any(self._office(role) == office for role, _ in self.clusters[i].roles)]
            return same if office in words_in("thrones") else same or holders
        return holders

    def _kin(self, i: int) -> bool:
        """Whether the full name of a person without office is there as somebody's wife, son and so on."""
        cluster = self.clusters[i]
        if cluster.roles or len(self.words[i]) == 1:
            return False
        return any(
            _KIN_BEFORE.search(self.text, max(0, start - 24), start) or _KIN_AFTER.match(self.text, end) for start, end in cluster.mentions
        )

    def _office(self, role: tuple[int, int]) -> str:
        return self.text[slice(*role)].split()[-1].casefold()

    def add_headline(self, mark: NameMark, words: list[str]) -> None:
        """Join a name in a headline to the person it names; capitals there run on into verbs, so only known words count."""
        for k, match in enumerate(_WORD.finditer(self.text, mark.start, mark.end)):
            word = name_words(match.group())[0]
            holders = [i for i in self.by_word.get(word, []) if self.words[i][-1] == word]
            if holders and k < 4:
                end = match.start() + len(_POSSESSIVE.sub("", match.group()))
                self._join(self._latest(holders, mark.start), replace(mark, end=end))
                return
        if len(words) == 1:
            self.add_bare(mark, words[0])
        elif len(words) < 4:
            self.add_full(mark, words)

    def _latest(self, holders: list[int], at: int) -> int:
        """Of several bearers of a name, the one named last before `at`; else the first to come."""
        if len(holders) == 1:
            return holders[0]
        before = [(bisect_left(self.starts[i], at) - 1, i) for i in holders]
        last = [(self.starts[i][k], -i) for k, i in before if k >= 0]
        return -max(last)[1] if last else min(holders, key=lambda i: self.starts[i][0])

    def _open(self, mark: NameMark, words: list[str]) -> None:
        i = len(self.clusters)
        form = self.text[mark.start : mark.end]
        self.clusters.append(Cluster(" ".join(self.marked.article.text[mark.start : mark.end].split()), ActorKind.PERSON))
        self.words.append(words)
        self.starts.append([])
        self.generation.append(_generation(form))
        for word in dict.fromkeys(words):
            self.by_word.setdefault(word, []).append(i)
        self._join(i, mark)

    def _join(self, i: int, mark: NameMark) -> None:
        cluster = self.clusters[i]
        cluster.mentions.append((mark.start, mark.end))
        insort(self.starts[i], mark.start)
        cluster.weights.append(mark.weight)
        if mark.role:
            cluster.roles.append((mark.role, mark.role_country))
        if mark.second_role:
            cluster.second_roles.append((mark.second_role, mark.role_country))
        if mark.role_country and cluster.country is None:
            cluster.country = mark.role_country
        if mark.honorific:
            cluster.honorifics.add(mark.honorific)

    def follow_surnames(self, names: tuple[NameMark, ...], countries: tuple[CountryMark, ...]) -> None:
        """Add the surnames that the marks leave uncovered."""
        surnames: dict[str, list[int]] = {}
        for i, words in enumerate(self.words):
            if len(words) > 1:
                surnames.setdefault(words[-1], []).append(i)
        if not surnames:
            return
        spans: list[NameMark | CountryMark] = [*names, *countries]
        taken = sorted((m.start, m.end) for m in spans)
        starts = [start for start, _ in taken]
        for match in _WORD.finditer(self.text):
            if not match.group()[0].isupper():
                continue
            word = _POSSESSIVE.sub("", match.group().rstrip("."))
            holders = surnames.get(word.casefold())
            k = bisect_right(starts, match.start()) - 1
            if holders and not (k >= 0 and taken[k][1] > match.start()) and _names(self.marked.token_at(match.start())):
                i = self._latest(holders, match.start())
                self.clusters[i].mentions.append((match.start(), match.start() + len(word)))
                insort(self.starts[i], match.start())

    def supported(self) -> list[Cluster]:
        """The clusters whose sentences speak for a person, mentions in order."""
        for cluster in self.clusters:
            cluster.mentions.sort()
        return [c for c, words in zip(self.clusters, self.words, strict=True) if c.is_supported(full=len(words) > 1)]


def _names(token: Token) -> bool:
    """Whether a capitalised word can be a surname where it stands: no common word, no part of a thing's name."""
    noun = token.pos_ == "PROPN" or token.ent_type_ == "PERSON" or not token.is_sent_start
    return noun and token.ent_type_ not in NAMES_OF_THINGS


def _generation(name: str) -> str | None:
    """Whether a name says junior or senior."""
    last = name.split()[-1].rstrip(".").casefold()
    return "younger" if last in words_in("younger") else "older" if last in words_in("older") else None


def same_person(known: list[str], words: list[str]) -> bool:
    """Whether `words` is a shorter form of the fuller name `known`: same surname, the others among its words in order."""
    if known == words:
        return True
    if known[-1] != words[-1]:
        return False
    rest = iter(known)
    return all(word in rest for word in words) or (len(words) == 2 and _same_given_name(known[0], words[0]))


def _same_given_name(one: str, other: str) -> bool:
    """Whether one given name is short for the other ("Bill", "William")."""
    return other in full_forms(one) or one in full_forms(other)
