"""Find agreements: names, acronyms, descriptions, and words that point back to them.

Head nouns and known instruments trigger the rules; a noun phrase is read around each; evidence is weighed, first alone,
then with what the whole text gives (a text with two clear agreements needs less for its third).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.find.agreements.candidates import Candidates
from pactscan.find.agreements.evidence import Countries
from pactscan.find.agreements.select import select
from pactscan.find.agreements.triggers import head_hits, known_hits

if TYPE_CHECKING:
    from pactscan.marks import MarkedArticle
    from pactscan.marks.agreements import AgreementMark
    from pactscan.marks.countries import CountryMark


def mark_agreements(marked: MarkedArticle, countries: tuple[CountryMark, ...]) -> tuple[AgreementMark, ...]:
    """Mark agreements in the order of the text."""
    text = marked.reading
    heads = head_hits(marked.parse)
    known = known_hits(marked.parse, text)
    if not heads and not known:
        return ()
    candidates = Candidates(marked, text, Countries(countries))
    return select(text, candidates.read(heads, known), frozenset(c.start for c in countries))
