"""Whether two clusters, once their parties are known, are one instrument after all."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pactscan.marks.agreements import Determiner
from pactscan.model import MentionForm
from pactscan.resolve.agreements.clusters import DEAL_FORMS

if TYPE_CHECKING:
    from pactscan.resolve.agreements.cluster import Cluster
    from pactscan.resolve.agreements.records import Draft

CONTEMPLATED = frozenset({"proposed", "negotiating"})
PAIR = 2


def one_instrument(first: Draft, second: Draft) -> bool:
    """Same parties, two or more, that the text itself tells; forms that news uses for one another; nothing that sets them apart."""
    return _same_parties(first, second) and _alike(first, second) and _known_by_then(second) and not _apart(first, second)


def _same_parties(first: Draft, second: Draft) -> bool:
    one, two = ({f.party.code or f.party.name.lower() for f in d.parties} for d in (first, second))
    return one == two and len(one) >= PAIR


def _alike(first: Draft, second: Draft) -> bool:
    forms = {m.form.value for d in (first, second) for m in d.cluster.naming}
    if len(forms) > 1 and not forms <= DEAL_FORMS | {"ceasefire", "treaty"}:
        return False
    domains = [{m.domain for m in d.cluster.naming if m.domain} for d in (first, second)]
    return not (domains[0] and domains[1]) or bool(domains[0] & domains[1])


def _known_by_then(second: Draft) -> bool:
    definite = (Determiner.DEFINITE, Determiner.POSSESSIVE, Determiner.NONE)
    return any(m.determiner in definite or m.how is MentionForm.NAME for m in second.cluster.naming)


def _apart(first: Draft, second: Draft) -> bool:
    a, b = first.cluster, second.cluster
    if (first.standing.status.value in CONTEMPLATED) != (second.standing.status.value in CONTEMPLATED):
        return "referenced" not in (first.standing.status.value, second.standing.status.value)
    if a.instrument and b.instrument and a.instrument != b.instrument:
        return True
    if a.name_cores and b.name_cores and not any(x <= y or y <= x for x in a.name_cores for y in b.name_cores):
        return True
    if a.years and b.years and not a.years & b.years:
        return True
    if a.plural != b.plural:
        return True
    return _inside(a, b) or bool(a.ages and b.ages and not a.ages & b.ages) or any(s.apart for s in b.senses)


def _inside(a: Cluster, b: Cluster) -> bool:
    """Whether a mark of one lies in a mark of the other."""
    spans = sorted((m.start, m.end) for m in (*a.marks, *b.marks))
    return any(right[0] < left[1] for left, right in pairwise(spans))
