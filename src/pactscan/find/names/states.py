"""Which words of an article name a state."""

from __future__ import annotations

from pactscan.find.names.words import POSSESSIVES, Words
from pactscan.lexicon.actors import words_in
from pactscan.marks.countries import CountryMark
from pactscan.model import Via


class States:
    """Country marks by word."""

    def __init__(self, words: Words, marks: tuple[CountryMark, ...]) -> None:
        self.words = words
        self.stop: dict[int, int] = {}
        """First word of a mark → the one after its last."""
        self._at: dict[int, CountryMark] = {}
        for mark in marks:
            first, last = words.at(mark.start), words.at(max(mark.start, mark.end - 1))
            if self._in_medium(first, last + 1):
                continue
            self.stop.setdefault(first, last + 1)
            for i in range(first, last + 1):
                self._at.setdefault(i, mark)

    def _in_medium(self, first: int, stop: int) -> bool:
        """Whether the words are part of a paper's or broadcaster's name ("the Oman Gazette", "Times of Oman"): nobody's state."""
        words = self.words
        if first > 1 and words.key[first - 1] == "of" and words.text[first - 2] in words_in("media"):
            return True
        k = stop
        while k < min(stop + 3, len(words)) and words.capital(k) and not words.opens[k]:
            if words.text[k] in words_in("media"):
                return True
            k += 1
        return False

    def __contains__(self, i: int) -> bool:
        return i in self._at

    def code(self, i: int) -> str | None:
        """Code of the state that word `i` names."""
        mark = self._at.get(i)
        return mark.code if mark else None

    def named(self, i: int) -> bool:
        """Whether word `i` is of a state's name, not a demonym."""
        return i in self._at and self._at[i].via is Via.NAME

    def owner(self, i: int) -> bool:
        """Whether a state's name or demonym starts at word `i`: what may stand before an office as its own country."""
        war = self.words.key_at(self.stop.get(i, i)) in ("war", "wars")
        return i in self.stop and self._at[i].via is not Via.SEAT and not war

    def covers(self, first: int, stop: int) -> bool:
        """Whether one mark covers all of the words ``[first, stop)``."""
        return self.stop.get(first, -1) >= stop

    def of(self, e: int) -> str | None:
        """The state in "… of Ukraine" that starts at word `e`."""
        words = self.words
        if e + 1 < len(words) and words.key[e] == "of" and not words.opens[e]:
            k = e + 1 + (words.key[e + 1] == "the")
            return self.code(k)
        return None

    def before(self, i: int) -> str | None:
        """The state of a demonym or possessive right before word `i` ("Israel's Netanyahu", "American Bill Gates")."""
        words, k = self.words, i - 1
        if k < 0 or words.opens[i]:
            return None
        if words.text[k] in POSSESSIVES and words.glued(k):
            return self.code(k - 1)
        mark = self._at.get(k)
        return mark.code if mark and mark.via is Via.DEMONYM else None
