"""What the language model is given to read: the article's text, with case recovered where it is set in capitals.

Models and rules find names by their capitals; old wires and radio scripts have nothing else. Each paragraph in capitals
is put into lower case, code point for code point, and capitals are given back to what names something: the start of
sentences, states and their people, known bodies, given names and what follows them, and words that English does not know.
Where other paragraphs of the article are in mixed case, theirs is followed.
"""

from __future__ import annotations

import re
from functools import cache

from pactscan.find.vocabulary import is_everyday, is_irregular_verb
from pactscan.lexicon.actors import words_in
from pactscan.lexicon.case import function_words
from pactscan.lexicon.countries import seat_wordings, wordings
from pactscan.lexicon.forenames import is_forename
from pactscan.lexicon.organisations import known_bodies
from pactscan.lexicon.titles import capitalised_words, honorifics, name_particles, name_titles, office_abbreviations, portfolios
from pactscan.model import Article
from pactscan.paragraphs import paragraphs

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Ý]")
_LOWER = re.compile(r"[a-zß-öø-ÿ]")
_SENTENCE_END = re.compile(r"(?:[.!?\]]['\"”’)]*\s+[\"“‘']?|[:,]\s+[\"“‘']|^\s*[\"“‘']?|\[)$")
LEAST_WORDS = 3
"""Words in capitals that a paragraph needs to be taken for set in capitals; fewer may be an acronym."""

LOWER, TITLE, KEEP = 0, 1, 2


def readable(article: Article) -> str:
    """A text of the same length as the article's, code point for code point, for the model to parse."""
    text = article.text
    blocks = [p for p in paragraphs(text) if in_capitals(text[p.start : p.end])]
    if not blocks:
        return text
    mixed = _mixed_case(text)
    pieces, at = [], 0
    for block in blocks:
        pieces += [text[at : block.start], recased(text[block.start : block.end], mixed)]
        at = block.end
    return "".join([*pieces, text[at:]])


def in_capitals(text: str) -> bool:
    """Whether `text` is set in capitals: three words or more and hardly a small letter."""
    if sum(1 for _ in _WORD.finditer(text)) < LEAST_WORDS:
        return False
    small = len(_LOWER.findall(text))
    return small * 20 < sum(ch.isupper() for ch in text)


def recased(text: str, mixed: dict[str, str] | None = None) -> str:
    """`text`, set in capitals, in mixed case; `mixed` maps words in lower case to the form the article has elsewhere."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    cases = _Recaser(text, words, mixed or {}).cases()
    pieces, at = [], 0
    for (start, end), case in zip(words, cases, strict=True):
        pieces += [text[at:start], case if isinstance(case, str) else _cased(text[start:end], case)]
        at = end
    return "".join([*pieces, text[at:]])


def _mixed_case(text: str) -> dict[str, str]:
    """Word in lower case → its form in the article's mixed-case paragraphs, where that is the only one."""
    forms: dict[str, set[str]] = {}
    for block in paragraphs(text):
        piece = text[block.start : block.end]
        if not in_capitals(piece):
            for match in _WORD.finditer(piece):
                forms.setdefault(match.group().lower(), set()).add(match.group())
    return {word: next(iter(found)) for word, found in forms.items() if len(found) == 1 and len(word) == len(next(iter(found)))}


class _Recaser:
    def __init__(self, text: str, words: list[tuple[int, int]], mixed: dict[str, str]) -> None:
        self.text = text
        self.spans = words
        self.lower = [text[start:end].lower().replace("’", "'") for start, end in words]
        self.mixed = mixed
        self.given: list[int | str] = [self._alone(i) for i in range(len(words))]

    def cases(self) -> list[int | str]:
        """For each word its case, or its very form."""
        self._give_known_names()
        self._give_names_after_titles()
        self._give_titles_before_names()
        self._give_sentence_starts()
        return self.given

    def _alone(self, i: int) -> int | str:
        word, (start, end) = self.lower[i], self.spans[i]
        if word in self.mixed:
            return self.mixed[word]
        if self.text[end : end + 1] == "." and end - start == 1:
            return KEEP
        if self._abbreviation(i):
            return TITLE
        bare = word.removesuffix("'s")
        if bare.capitalize() in capitalised_words() and not is_everyday(bare):
            return TITLE
        if word in function_words():
            return LOWER if word != "i" else KEEP
        if word in name_particles() or is_everyday(bare):
            return LOWER
        return TITLE if _VOWEL.search(self.text[start:end]) and len(bare) > 2 else KEEP

    def _give_known_names(self) -> None:
        """States, their people and known bodies, the longest first."""
        for i, word in enumerate(self.lower):
            for name in _known_names().get(word, ()):
                parts = name.lower().split()
                if self.lower[i : i + len(parts)] == parts and self._together(i, len(parts)):
                    self.given[i : i + len(parts)] = name.split()
                    break

    def _together(self, i: int, n: int) -> bool:
        return all(self.text[self.spans[k][1] : self.spans[k + 1][0]].isspace() for k in range(i, i + n - 1))

    def _give_names_after_titles(self) -> None:
        """Two given names in a row, or words after an office: the name goes on to the next everyday word."""
        for i in range(1, len(self.lower)):
            if not self._together(i - 1, 2) and not self._abbreviation(i - 1):
                continue
            before, word = self.lower[i - 1], self.lower[i]
            if word in function_words() or word in portfolios() or self.given[i] != LOWER:
                continue
            titled = before in name_titles() or before in honorifics() or self._abbreviation(i - 1)
            if (titled and is_forename(word) and not _inflected(word)) or (self._named(i - 1) and not _inflected(word)):
                self.given[i] = TITLE

    def _named(self, i: int) -> bool:
        """Whether word `i` is a given name, or the one after a given name."""
        if self.given[i] != TITLE:
            return False
        if is_forename(self.lower[i]) and not is_everyday(self.lower[i]):
            return True
        return i > 0 and self.given[i - 1] == TITLE and is_forename(self.lower[i - 1]) and self._together(i - 1, 2)

    def _abbreviation(self, i: int) -> bool:
        end = self.spans[i][1]
        known = self.lower[i] in honorifics() or self.lower[i] in office_abbreviations()
        return known and self.text[end : end + 2] in (". ", ".\n")

    def _give_titles_before_names(self) -> None:
        """Offices with their portfolios right before a name."""
        for i in range(len(self.lower) - 1, 0, -1):
            if self.given[i] == LOWER or (is_everyday(self.lower[i]) and not is_forename(self.lower[i])):
                continue
            k = i - 1
            if not (self._together(k, 2) or self._abbreviation(k)) or not self._office(k):
                continue
            while (
                k >= 0
                and self.given[k] == LOWER
                and (self._office(k) or self.lower[k] in portfolios() | words_in("office_openers"))
                and (k == i - 1 or self._together(k, 2))
            ):
                self.given[k] = TITLE
                k -= 1

    def _office(self, k: int) -> bool:
        return self.lower[k] in name_titles() or self.lower[k] in honorifics() or self._abbreviation(k)

    def _give_sentence_starts(self) -> None:
        for i, (start, _) in enumerate(self.spans):
            if i and (self._abbreviation(i - 1) or self.given[i - 1] == KEEP):
                continue
            if self.given[i] == LOWER and _SENTENCE_END.search(self.text[max(0, start - 6) : start]):
                self.given[i] = TITLE


@cache
def _known_names() -> dict[str, tuple[str, ...]]:
    """First word in lower case → names in their own case that start with it, longest first; plain words only."""
    names: dict[str, set[str]] = {}
    for name in [*(w.words for w in (*wordings(), *seat_wordings())), *known_bodies()]:
        if name != name.lower() and re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)*", name) and name.lower() not in function_words():
            names.setdefault(name.split()[0].lower(), set()).add(name)
    return {first: tuple(sorted(found, key=lambda name: (-len(name), name))) for first, found in names.items()}


def _inflected(word: str) -> bool:
    """Whether a word looks like a verb in a finite form."""
    if word.endswith(tuple(words_in("hispanic_endings"))):
        return False
    return word.endswith(("ed", "s", "ing")) or is_irregular_verb(word)


def _cased(word: str, case: int) -> str:
    if case == KEEP:
        return word[:-1] + "s" if word.endswith(("'S", "’S")) else word
    small = "".join(_small(ch) for ch in word)
    if case == LOWER:
        return small
    at = 2 if len(word) > 3 and (word[:2] == "MC" or word[1] in "'’") else 0
    head = word[0] + small[1:]
    return head[:at] + word[at] + head[at + 1 :] if at else head


def _small(ch: str) -> str:
    lower = ch.lower()
    return lower if len(lower) == 1 else ch
