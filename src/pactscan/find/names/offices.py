"""Offices beside names: "US Secretary of State X", "X, New Zealand's defence minister", "Presidents X of A and Y of B"."""

from __future__ import annotations

from dataclasses import replace

from pactscan.find.names.office_grammar import MODIFIER, TIES, Office, OfficeGrammar
from pactscan.find.names.words import HYPHENS, POSSESSIVES
from pactscan.lexicon.actors import words_in
from pactscan.lexicon.organisations import known_bodies
from pactscan.lexicon.titles import honorifics, office_nouns, portfolios

CLOSERS = frozenset({",", ".", ")", ";", ":", "-", "--", "—", "–", "_", "”", '"', "''", "'", "’", "?", "!"})
CLAUSES = frozenset({"who", "and", "whose", "that", "as", "when", "which", "but", "or", "where"})


class Offices(OfficeGrammar):
    """Reads offices around a name in one article."""

    # --- before the name --------------------------------------------------------------------------------------------------

    def before(self, i: int) -> Office | None:
        """The office that ends right before word `i`, with or without a comma between."""
        office = self._right_before(i)
        if office and self._opinion(office):
            return None
        if office is None or office.country or office.first < 2 or self.words.text[office.first - 1] != ",":
            return office
        outer = None if self.words.opens[office.first] else self._before_comma(office.first - 1)
        return replace(office, country=outer.country) if outer else office

    def _right_before(self, i: int) -> Office | None:
        words = self.words
        last = self._skip_honorific(i) - 1
        if last < 0 or words.opens[last + 1]:
            return None
        if words.text[last] == ",":
            return self._before_comma(last)
        if words.text[last] == ":" and last > 0:
            return self._listed(last)
        if words.key[last] in words_in("ranked") and last > 0 and (head := self._head_with_complement(last - 1)) is not None:
            return self._office(self._left(head), last, head)
        head = last if self.head(last) and (words.pos[last] != "ADJ" or words.capital(last)) else self._head_with_complement(last)
        return None if head is None else self._office(self._left(head), last + 1, head)

    def _listed(self, colon: int) -> Office | None:
        """The office in a list entry "Head coach: X"."""
        head = colon - 1
        if not self.head(head):
            return None
        first = self._left(head)
        return self._office(first, colon, head) if self.words.opens[first] else None

    def _before_comma(self, comma: int) -> Office | None:
        """The office in "the Russian foreign minister, X": definite, possessive, or at the start of a sentence."""
        words, last = self.words, comma - 1
        if last < 1 or words.opens[comma]:
            return None
        head = last if self.head(last) and words.pos[last] in MODIFIER else self._head_with_complement(last, capitals=False)
        if head is None or self.plural(head):
            return None
        first = self._left(head)
        office = self._office(first, last + 1, head)
        definite = first > 0 and not words.opens[first] and (words.tag[first - 1] in ("DT", "PRP$") or words.text[first - 1] in POSSESSIVES)
        definite = definite or (first > 1 and not words.opens[first] and words.key[first - 1] == "and" and words.text[first - 2] == ",")
        owned = office.first > first or any(words.text[k] in POSSESSIVES for k in range(first, head))
        return office if definite or owned else None

    def _skip_honorific(self, i: int) -> int:
        words = self.words
        while i > 0 and not words.opens[i] and words.key[i - 1] in honorifics() and words.key[i - 1] not in office_nouns():
            i -= 1
        return i

    def _head_with_complement(self, last: int, *, capitals: bool = True) -> int | None:
        """The head of "Secretary of State", "Minister for Foreign Affairs and Trade" that ends at `last`."""
        words, found = self.words, None
        if words.key[last] in TIES or words.tag[last] == "DT":
            return None
        for k in range(last, max(-1, last - 16), -1):
            if k < last and self.head(k) and not self.plural(k) and words.key[k + 1] in ("of", "for", "to", "in", "at"):
                found = k
                if words.opens[k] or words.key_at(k - 1) not in ("of", "for", "and"):
                    break
            elif not (
                words.pos[k] in MODIFIER or words.key[k] in ("of", "for", "and", "&", "the", "in", "to", "at") or words.text[k] in HYPHENS
            ):
                break
            if words.opens[k]:
                break
        if found is None:
            return None
        plain = all(words.key[k] in portfolios() for k in range(found + 2, last + 1))
        return None if capitals and not (words.capital(found) or words.capital(last) or plain) else found

    # --- after the name ---------------------------------------------------------------------------------------------------

    def after(self, e: int) -> Office | None:
        """The office in apposition, or after "is", that starts at word `e`, right after the name."""
        office = self._said_of(e)
        return None if office is None or self._judges(e, office) else office

    def _judges(self, e: int, office: Office) -> bool:
        """Whether what is said of a name is somebody's opinion of the person: no office but an insult or praise."""
        words = self.words
        if words.key[office.head] in words_in("evaluative") or self._opinion(office):
            return True
        if any(words.key[k] == "making" for k in range(office.head, office.stop)):
            return True
        indefinite = any(words.key_at(office.first - n) in ("a", "an") for n in (1, 2, 3))
        stated = words.key[e] == "is" or office.stop - office.first == 1
        return indefinite and stated and words.quoted[e]

    def _opinion(self, office: Office) -> bool:
        """Whether an adjective in the office says what somebody thinks of its bearer ("third-rate journalist")."""
        words, opinions, tails = self.words, words_in("opinions"), words_in("opinion_tails")
        return any(words.key[k] in opinions or (words.key[k] in tails and words.hyphened(k)) for k in range(office.first, office.head))

    def _said_of(self, e: int) -> Office | None:
        words = self.words
        if e + 1 < len(words) and not words.opens[e] and words.key[e] == "is":
            return self._noun_phrase(e + 1)
        if e + 1 >= len(words) or words.opens[e] or words.text[e] not in (",", "(", "-", "--", "—", "–", "_"):
            return None
        k = self._skip_age(e + 1)
        if words.key_at(k) in ("who", "that"):
            return self._relative(k + 1)
        while words.key_at(k) in words_in("nowadays") and not words.opens[k]:
            k += 1
        return self._noun_phrase(k)

    def _skip_age(self, k: int) -> int:
        """The word after ", 58," or ", aged 58,"."""
        n = k + (self.words.key_at(k) in ("aged", "age"))
        if n + 1 < len(self.words) and self.words.text[n].isdigit() and self.words.text[n + 1] == ",":
            return n + 2
        return k

    def _relative(self, k: int) -> Office | None:
        """The office in "who is now …", "who has served as …"."""
        words, limit = self.words, k + 25
        while k < min(limit, len(words)) and not words.opens[k] and words.text[k] != ".":
            if words.key[k] == "as" and words.key[k - 1] in words_in("serves"):
                return self._noun_phrase(k + 1)
            if k < limit - 18 and words.key[k] in ("is", "was", "became", "'s", "’s") and words.pos[k] in ("AUX", "VERB"):
                n = k + 1
                while words.key_at(n) in words_in("nowadays"):
                    n += 1
                return self._noun_phrase(n)
            k += 1
        return None

    def led_body(self, e: int) -> str | None:
        """The state of the body in ", who led the …" right after a name; the words give no office."""
        words = self.words
        if words.key_at(e + 1) != "who" or words.text[e] != ",":
            return None
        for k in range(e + 2, min(e + 5, len(words))):
            if words.key[k] in words_in("leads"):
                stop = self._nouns(k + 1)
                name = " ".join(words.text[k + 1 + (words.tag[k + 1] == "DT") : stop])
                body = known_bodies().get(name)
                return body.country if body else next((code for i in range(k + 1, stop) if (code := self.states.code(i))), None)
        return None

    def _noun_phrase(self, k: int) -> Office | None:
        return self._plain_phrase(k) or self._owned_phrase(k)

    def _owned_phrase(self, k: int) -> Office | None:
        """An office whose owner has a tie in its name ("Bread for the World's executive director")."""
        words = self.words
        for n in range(k + 1, min(k + 9, len(words) - 1)):
            if words.opens[n] or not (
                words.pos[n] in MODIFIER or words.key[n] in ("of", "for", "and", "the") or words.text[n] in POSSESSIVES
            ):
                return None
            if words.text[n] in POSSESSIVES:
                office = self._plain_phrase(n + 1)
                first = k + (words.tag[k] == "DT")
                country = self.states.code(first) if self.states.covers(first, n) else None
                return replace(office, first=first, country=country) if office and words.capital(n - 1) else None
        return None

    def _plain_phrase(self, k: int) -> Office | None:
        words = self.words
        if k < len(words) and words.tag[k] in ("DT", "PRP$") and not words.opens[k]:
            k += 1
        first, head = k, None
        while k < len(words) and k - first < 14 and not (words.opens[k] and k > first):
            if self.head(k) and words.pos[k] in MODIFIER:
                head = k
            elif not (self._modifies(k, min(k + 1, len(words) - 1)) or words.pos[k] == "ADV"):
                break
            k += 1
        if head is None or self.plural(head) or head + 1 < k:
            return None
        stop = self._complements(head + 1, first)
        if stop == head + 1 and not self._closes(stop):
            return None
        return self._office(first, stop, head)

    def _closes(self, k: int) -> bool:
        """Whether a bare office may end before word `k`."""
        words = self.words
        if k >= len(words) or words.opens[k]:
            return True
        return words.text[k] in CLOSERS or words.tag[k] in ("VBG", "VBN") or words.key[k] in CLAUSES
