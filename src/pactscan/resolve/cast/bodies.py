"""Bodies: an acronym follows its full name, a short name its long one, and "the Foreign Ministry" the one named before."""

from __future__ import annotations

import re

from pactscan.lexicon.countries import code_of, is_demonym
from pactscan.lexicon.organisations import known_bodies, legal_suffixes
from pactscan.marks import MarkedArticle
from pactscan.marks.names import NameMark
from pactscan.model import ActorKind
from pactscan.resolve.cast.cluster import Cluster

SMALL_WORDS = frozenset({"of", "for", "and", "the", "on", "in", "to", "de", "&"})


def body_clusters(marked: MarkedArticle, names: tuple[NameMark, ...]) -> list[Cluster]:
    """One cluster for each body that is marked."""
    builder = _Builder(marked)
    for mark in names:
        if mark.kind is not ActorKind.PERSON:
            builder.add(mark)
    return builder.clusters


class _Builder:
    def __init__(self, marked: MarkedArticle) -> None:
        self.marked = marked
        self.reading = marked.reading
        self.clusters: list[Cluster] = []
        self.by_key: dict[str, int] = {}

    def add(self, mark: NameMark) -> None:
        """Join a mark to the cluster of one of its keys, else open one."""
        form = " ".join(self.reading[mark.start : mark.end].split())
        keys = self._keys(form, mark)
        i = next((self.by_key[key] for key in keys if self._joins(key, mark)), None)
        if i is None:
            i = len(self.clusters)
            self.clusters.append(Cluster(self._written(mark), mark.kind, country=mark.role_country))
        self._join(i, mark, form)
        self.by_key.update(dict.fromkeys((*keys, without_state(form).casefold()), i))
        for key in self._further_keys(form, mark):
            self.by_key.setdefault(key, i)

    def _joins(self, key: str, mark: NameMark) -> bool:
        """Whether the body known by `key` can be meant: one state's ministry is not another's."""
        if key not in self.by_key:
            return False
        known = self.clusters[self.by_key[key]].country
        return mark.role_country is None or known is None or known == mark.role_country

    def _written(self, mark: NameMark) -> str:
        return " ".join(self.marked.article.text[mark.start : mark.end].split())

    def _join(self, i: int, mark: NameMark, form: str) -> None:
        cluster = self.clusters[i]
        cluster.mentions.append((mark.start, mark.end))
        cluster.country = cluster.country or mark.role_country
        acronym = cluster.name.isupper() and not form.isupper() and not self.reading.isupper()
        if acronym or (len(form) > len(cluster.name) and not form.isupper()):
            cluster.name = self._written(mark)

    def _keys(self, form: str, mark: NameMark) -> list[str]:
        """What identifies the body: its name in the tables; else itself, with its state first where it has one."""
        known = known_bodies().get(form.replace("’", "'"))
        if known:
            return [known.name, form.casefold()]
        bare = without_state(form.removeprefix("The ")).casefold()
        if mark.role_country:
            return [f"{mark.role_country} {bare}", form.casefold()]
        return [bare]

    def _further_keys(self, form: str, mark: NameMark) -> list[str]:
        """What may name the body later: the acronym in brackets or of its initials, the name without its suffix or state."""
        keys = [without_suffix(form).casefold()]
        after = re.match(r"\s*\(([A-Z]{2,8})\)", self.reading[mark.end : mark.end + 14])
        if after:
            keys.append(after.group(1).casefold())
        words = form.split()
        if words[-1] in legal_suffixes():
            keys.append(words[0].casefold())
        if len(words) > 2 and words[-2] not in SMALL_WORDS:
            keys.append(" ".join(words[:-1]).casefold())
        initials = "".join(word[0] for word in form.split() if word not in SMALL_WORDS)
        return [*keys, initials.casefold()] if len(initials) > 2 and initials.isupper() else keys


def without_state(form: str) -> str:
    """A body's name without the state before it ("Russian Foreign Ministry" → "Foreign Ministry")."""
    words = form.split()
    for n in (3, 2, 1):
        owner = " ".join(words[:n])
        if n < len(words) and (is_demonym(owner) or code_of(owner.removesuffix("'s").removesuffix("’s"))):
            return " ".join(words[n:])
    return form


def without_suffix(form: str) -> str:
    """A company's name without its legal suffix ("Tarn Steel Corp." → "Tarn Steel")."""
    words = form.split()
    while len(words) > 1 and words[-1] in legal_suffixes():
        words = words[:-1]
    return " ".join(words)
