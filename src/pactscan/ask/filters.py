"""Filters as conditions on the table instruments, under the name `i`."""

from __future__ import annotations

from pactscan.ask.corpus import Corpus, marks
from pactscan.askmodel import Filters
from pactscan.compare.words import keys_of
from pactscan.errors import QuestionError
from pactscan.lexicon.agreements import body_codes
from pactscan.lexicon.countries import code_of, countries
from pactscan.lexicon.organisations import acronyms_of, known_bodies

Condition = tuple[str, list[object]]
"""SQL and its parameters."""


def condition(corpus: Corpus, filters: Filters) -> Condition:
    """What the row of an instrument must fulfil."""
    parts: list[Condition] = [_party(corpus, party) for party in filters.parties]
    if filters.forms:
        parts.append((f"i.form IN ({marks(filters.forms)})", [form.value for form in filters.forms]))
    if filters.statuses:
        parts.append((f"i.status IN ({marks(filters.statuses)})", [status.value for status in filters.statuses]))
    if filters.since:
        parts.append(("i.last_day >= ?", [filters.since]))
    if filters.until:
        parts.append(("i.first_day <= ?", [filters.until]))
    return " AND ".join(["1", *(sql for sql, _ in parts)]), [value for _, values in parts for value in values]


def _party(corpus: Corpus, words: str) -> Condition:
    labels = labels_of(corpus, words)
    among = f"SELECT instrument FROM instrument_parties WHERE shown AND label IN ({marks(labels)})"  # noqa: S608
    return f"i.id IN ({among})", list(labels)


def labels_of(corpus: Corpus, words: str) -> list[str]:
    """The labels (code, or name as written) of the party that a user calls `words`.

    Raises QuestionError when that is no country or body known, nor a party of any agreement.
    """
    code = party_code(words)
    if code is not None:
        return [code]
    wanted = {keys_of(name) for name in _body_names(words)}
    labels = [label for (label,) in corpus.all("SELECT DISTINCT label FROM instrument_parties WHERE code IS NULL ORDER BY label")]
    found = [label for label in labels if keys_of(label) in wanted]
    if not found and words not in known_bodies():
        raise QuestionError(f"no agreement has a party {words!r}; give an ISO code, a country, a demonym, or a body as articles name it")
    return found


def party_code(words: str) -> str | None:
    """The code of a country (code, name, demonym, in any case) or of EU, NATO, UN, ASEAN; None for anything else."""
    words = " ".join(words.split())
    upper = words.upper()
    if upper in countries() or upper in body_codes().values():
        return upper
    alpha3 = next((code for code, entry in countries().items() if entry.alpha3 == upper), None)
    return alpha3 or body_codes().get(words.lower()) or code_of(words) or code_of(words.title()) or code_of(upper)


def _body_names(words: str) -> set[str]:
    """What a body is called, besides `words`."""
    body = known_bodies().get(words) or known_bodies().get(words.upper())
    return {words, *((body.name, *acronyms_of(body.name)) if body else ())}
