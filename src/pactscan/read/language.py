"""Whether a text is English, by the share of the small words of each language among its words, and by its script."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from pactscan.lexicon.reading import languages_by_script, small_words

NOT_ENGLISH = "not English: no values"
ENOUGH = 20
"""Words below which a text in Latin script is taken for English."""
SAMPLE = 20_000
"""Characters looked at."""
SHARE = 0.06
"""Small words of English among all words below which a text is not taken for English; news has .3 to .5, tables of names .1."""

_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """BCP 47 code of the language of `text`; ``en`` for texts too short to tell, None when it is another, unknown one."""
    sample = text[:SAMPLE]
    words = [w.lower() for w in _WORD.findall(sample)]
    if not words:
        return "en"
    if sum(w[0] < "\u0250" for w in words) * 2 < len(words):
        return _by_script(sample)
    return "en" if len(words) < ENOUGH else _by_small_words(words)


def _by_small_words(words: list[str]) -> str | None:
    counts = Counter(words)
    shares = {code: sum(counts[w] for w in small) / len(words) for code, small in small_words().items()}
    best = max(shares, key=lambda code: (shares[code], code))
    if best == "en" or shares["en"] >= 0.8 * shares[best]:
        return "en" if shares["en"] >= SHARE else None
    return best if shares[best] >= SHARE else None


def _by_script(sample: str) -> str | None:
    counts: dict[str, int] = {}
    for letter in sample:
        if letter.isalpha() and letter > "\u024f":
            script = unicodedata.name(letter, "?").split()[0]
            counts[script] = counts.get(script, 0) + 1
    known = languages_by_script()
    found = [known[s] for s in counts if s in known and counts[s] * 10 >= sum(counts.values())]
    return found[0] if found else None
