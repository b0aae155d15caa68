"""Roles that lean on other words of the article: "his Peruvian counterpart Ana Rojas" is what he is."""

from __future__ import annotations

from pactscan.marks import MarkedArticle
from pactscan.resolve.cast.cluster import Cluster

LEANING = "counterpart"
REACH = 300
"""Code points within which a counterpart's office stands before the word."""


def settle_counterparts(marked: MarkedArticle, people: list[Cluster]) -> None:
    """Give counterparts the office named before them; without one they have none."""
    text = marked.reading
    stated = sorted(role for c in people for role, _ in c.roles if not _leans(text, role))
    for c in people:
        settled = []
        for role, country in c.roles:
            if _leans(text, role):
                before = [r for r in stated if r[1] <= role[0] and role[0] - r[1] < REACH]
                if before:
                    settled.append((before[-1], country))
            else:
                settled.append((role, country))
        c.roles = settled


def _leans(text: str, role: tuple[int, int]) -> bool:
    return text[slice(*role)].lower().endswith(LEANING)
