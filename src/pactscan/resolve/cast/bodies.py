"""Bodies: an acronym follows its full name, a short name its long one."""

from __future__ import annotations

from pactscan.lexicon.organisations import known_bodies
from pactscan.marks import MarkedArticle
from pactscan.marks.names import NameMark
from pactscan.model import ActorKind
from pactscan.resolve.cast.cluster import Cluster


def body_clusters(marked: MarkedArticle, names: tuple[NameMark, ...]) -> list[Cluster]:
    """One cluster for each body that is marked."""
    text = marked.article.text
    clusters: dict[str, Cluster] = {}
    for mark in names:
        if mark.kind is ActorKind.PERSON:
            continue
        form = " ".join(text[mark.start : mark.end].split())
        known = known_bodies().get(form)
        key = known.name if known else form.casefold()
        cluster = clusters.setdefault(key, Cluster(form, mark.kind, country=mark.role_country))
        cluster.mentions.append((mark.start, mark.end))
        if len(form) > len(cluster.name):
            cluster.name = form
    return list(clusters.values())
