"""What a name says: the words that set an instrument apart from others of its kind.

``Skerry Patrol Agreement`` → subject {skerry, patrol}, of which {skerry} is proper; ``Canada-Kenya Free Trade Agreement`` →
no subject but the parties and the topic {free, trade}, which every free trade agreement has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pactscan.compare.words import keys_of, word_key
from pactscan.lexicon.agreements import counted, heads, kind_acronyms, modifiers, words
from pactscan.lexicon.case import common_nouns
from pactscan.lexicon.countries import code_of, countries
from pactscan.lexicon.instruments import first_words, is_acronym, match_at
from pactscan.lexicon.wording import function_words
from pactscan.model import AgreementForm

_TOKEN = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?")
_BRACKETED = re.compile(r"\([^()]*\)")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d$")
DEALS = frozenset({"accord", "agreement", "arrangement", "deal", "pact"})
"""Forms that news uses for one another; a treaty, a protocol, a memorandum is called by its own."""
PEACE = frozenset({"ceasefire", "agreement", "accord", "deal", "pact"})


@dataclass(frozen=True, slots=True)
class NameWords:
    """The content of one name."""

    subject: frozenset[str]
    """Keys of the words that name what it is about or where it was made."""
    proper: frozenset[str]
    """Those of them that are names."""
    topic: frozenset[str]
    """Keys of general words beside the head: free, trade, peace."""
    year: str | None
    countries: frozenset[str]
    """Codes of the countries that stand in it."""


@lru_cache(maxsize=65_536)
def name_words(text: str) -> NameWords:
    """Part the words of a name."""
    subject, proper, topic, year = set(), set(), set(), None
    for token in _TOKEN.findall(text):
        key = word_key(token.removesuffix("'s").removesuffix("’s"))
        if _YEAR.match(token):
            year = token
        elif key in function_words() or key in _generic() or key in _country_words() or counted(token.lower()) or token.isdigit():
            continue
        elif key in _general():
            topic.add(key)
        else:
            subject.add(key)
            if token[0].isupper() and key not in common_nouns() and key.removesuffix("s") not in common_nouns():
                proper.add(key)
    return NameWords(frozenset(subject), frozenset(proper), frozenset(topic), year, _countries_in(text))


def _countries_in(text: str) -> frozenset[str]:
    """The longest wordings win: Guinea stands not in Equatorial Guinea."""
    tokens = [token.removesuffix("'s").removesuffix("’s") for token in _TOKEN.findall(text)]
    found: set[str] = set()
    at = 0
    while at < len(tokens):
        codes = [(n, code) for n in range(_LONGEST_COUNTRY, 0, -1) if (code := code_of(" ".join(tokens[at : at + n])))]
        size, code = codes[0] if codes else (1, None)
        found.update({code} if code else ())
        at += size
    return frozenset(found)


_LONGEST_COUNTRY = 4
"""Words."""


@lru_cache(maxsize=65_536)
def full_name(text: str) -> tuple[str, ...]:
    """All content words in order, without the acronym in brackets: equal for spellings of one name."""
    return tuple(key for key in keys_of(_BRACKETED.sub(" ", text)) if key not in function_words())


@cache
def _generic() -> frozenset[str]:
    """Words that only say that it is an instrument."""
    complements = (*words("typed", "after"), *words("typed", "before"), *words("time", "words"), *words("determiners", "indefinite"))
    bare = (word for word, modifier in modifiers().items() if modifier.kind == "bare")
    return frozenset(word_key(part) for word in (*heads(), *complements, *bare) for part in word.split("-") if part)


@cache
def _general() -> frozenset[str]:
    """Words that many instruments of a field have in their names, of hyphened ones (free-trade) each part."""
    return frozenset(word_key(part) for word in modifiers() for part in word.split("-") if part)


@cache
def _country_words() -> frozenset[str]:
    """Every word of the names and demonyms of countries."""
    found: set[str] = set()
    for entry in countries().values():
        for wording in (entry.name, *entry.aliases, *entry.abbreviations, *entry.demonyms, entry.alpha2, entry.alpha3):
            found.update(keys_of(wording))
    return frozenset(found)


@lru_cache(maxsize=65_536)
def known_instrument(text: str) -> str | None:
    """The canonical name of the known instrument that `text` names in full; None for weak aliases and all else."""
    bare = text[4:] if text[:4].lower() == "the " else text
    for alias in first_words().get(re.split(r"[\s\-‐–]", bare, maxsplit=1)[0].lower(), ()):
        found = None if alias.weak else match_at(alias, bare, 0)
        if found and found.end() == len(bare):
            return alias.instrument.name
    return None


def distinctive_acronym(text: str) -> str | None:
    """An acronym that is one instrument's own; None for those of a kind of instrument (MoU, FTA) and other words."""
    bare = text.replace(".", "")
    if not is_acronym(bare) or len(bare) < 4 or bare.upper() in kind_acronyms():
        return None
    return bare.upper()


def forms_fit(left: AgreementForm, right: AgreementForm) -> bool:
    """Whether one instrument may be called by both forms."""
    pair = {left.value, right.value}
    return left is right or AgreementForm.OTHER in (left, right) or pair <= DEALS or pair <= PEACE
