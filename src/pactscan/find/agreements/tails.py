"""What follows a head noun: how far a capitalised name goes on, and how far the complements of a description reach."""

from __future__ import annotations

from pactscan.find.agreements.phrase_words import HYPHENS, LONGEST_TAIL, QUOTES, PhraseWords
from pactscan.lexicon.agreements import words
from pactscan.lexicon.countries import code_of_seat

LETTING = 7


class Tails(PhraseWords):
    """Reads what stands to the right of head nouns."""

    def name_end(self, i: int, *, bound: bool = True) -> int:
        """Last token of the capitalised tail after token `i` (``of Amity and Cooperation``), or `i`.

        `bound` says whether the parties may be part of the name (``between X and Y``).
        """
        tail = words("tails", "name") if bound else words("tails", "name") - words("tails", "binding")
        end = i
        while end + 1 < len(self.p.lower) and end - i < LONGEST_TAIL and self.same_line(i, end + 1):
            nxt = self._name_step(end, end == i, tail if end == i else words("tails", "name_inside"))
            if nxt == end:
                break
            end = nxt
        return end

    def _name_step(self, end: int, first: bool, linkers: frozenset[str]) -> int:
        j = end + 1
        if self._bracketed_acronym(j):
            return j + 2
        if self._is_year(j) and self.p.lower[end] in words("time", "words") and self.p.lower[end - 1] == "of":
            return j
        if not first and self._name_word(j) and self._in_tail(end):
            return j
        if self._name_list(j):
            return j + 1
        while j < len(self.p.lower) and j - end <= 3 and (self.p.lower[j] in linkers or (j > end + 1 and self.p.lower[j] in ("the", "a"))):
            j += 1
        if j == end + 1 or j >= len(self.p.lower) or not self.same_line(end, j):
            return end
        if self._is_year(j) and self.p.lower[j - 1] == "of":
            return j
        return j if self._name_word(j) and not self._starts_date(j) else end

    def _is_year(self, j: int) -> bool:
        return len(self.p.lower[j]) == 4 and self.p.lower[j].isdigit()

    def _name_list(self, j: int) -> bool:
        """``Treaty of Friendship, Cooperation and …``: a comma inside a name."""
        if j + 3 >= len(self.p.lower) or self.p.lower[j] != "," or not self._name_word(j + 1):
            return False
        return self.p.lower[j + 2] in ("and", ",") and self.capital(j + 3) and "of" in self.p.lower[max(0, j - 6) : j]

    def _in_tail(self, end: int) -> bool:
        return self.capital(end) or self.p.lower[end] in HYPHENS or self.p.lower[end] in ("'s", "’s", "'", "’")

    def _name_word(self, j: int) -> bool:
        if j >= len(self.p.lower):
            return False
        if self.p.lower[j] in HYPHENS or self.p.tag[j] == "POS":
            return self._name_word(j + 1) if j + 1 < len(self.p.lower) and self.p.lower[j + 1] not in HYPHENS else False
        return self.capital(j) and self.p.tag[j] not in ("VBD", "VBZ", "VBP", "MD", "PRP", "DT", "WDT")

    def _starts_date(self, j: int) -> bool:
        return self.p.lower[j] in words("time", "words") and self.p.lower[j - 1] != "of"

    def _bracketed_acronym(self, j: int) -> bool:
        """``Memorandum of Intent (MOI) between the Government …``: the brackets stand inside the name when it goes on after them."""
        if j + 3 >= len(self.p.lower) or self.p.lower[j] != "(" or self.p.lower[j + 2] != ")":
            return False
        after = j + 3
        return (
            self.token(j + 1).isupper()
            and self.p.lower[after] in words("tails", "name")
            and (self.capital(after + 1) or (self.p.lower[after + 1] == "the" and self.capital(after + 2)))
        )

    def description_end(self, i: int, *, named: bool = False) -> int:
        """Last token of the complements after token `i` that say what the instrument is or whom it binds, or `i`.

        One that has a name of its own (the Louvre accords) needs to be told only whom it binds.
        """
        end = i
        if named and self.p.lower[i + 1 : i + 2] != ["with"] and self.p.lower[i + 1 : i + 2] != ["between"]:
            return end
        while end - i < LONGEST_TAIL:
            nxt = self._complement(end, i)
            if nxt <= end:
                break
            end = nxt
        return end

    def _complement(self, end: int, head: int) -> int:
        j = end + 1
        if j + 1 >= len(self.p.lower) or not self.same_line(head, j):
            return end
        if self.p.lower[j] == "to" and self.p.tag[j + 1] == "VB":
            return self._clipped(j, self.p.right[j + 1], head) if self._governed(j + 1, head) else end
        if self.p.lower[j] not in words("tails", "description") or self.p.tag[j] not in ("IN", "TO"):
            return end
        return self._clipped(j, self.p.right[j], head) if self._describes(j, head) else end

    def _governed(self, j: int, head: int) -> bool:
        """Whether the infinitive says what the noun is for; behind a known one it may be of something else (used the pact to …)."""
        if self.p.head[j] == head or (head < self.p.head[j] < j and self.p.dep[j] in ("acl", "relcl")):
            return True
        known = any(self.p.lower[k] == "the" or self.p.dep[k] == "poss" for k in self.p.children[head])
        return not known and self.p.dep[j] in ("acl", "relcl", "advcl", "xcomp")

    def _describes(self, prep: int, head: int) -> bool:
        objects = [c for c in self.p.children[prep] if self.p.dep[c] in ("pobj", "pcomp")]
        if not objects:
            return False
        obj = objects[0]
        if self.p.lower[obj] in words("time", "words") or self._is_date(obj):
            return False
        if self._lasting(prep, obj) or self._where(prep, obj) or self._on_behalf(prep, obj):
            return False
        if self.p.lower[prep] in words("tails", "binding"):
            return self._names_somebody(prep)
        if self.p.lower[prep] in ("in", "under", "within"):
            return (
                self._is_place(obj)
                and self.states(self.p.start[obj])
                and not self._concluded(head)
                and self.p.lower[head] in words("tails", "placed")
            )
        return self.p.lower[obj] not in words("tails", "circumstance")

    def _on_behalf(self, prep: int, obj: int) -> bool:
        """``signed the compact for her country``: for whom, not what."""
        return self.p.lower[prep] == "for" and self.p.lower[obj] in words("tails", "signers") and self._possessed(obj)

    def _possessed(self, noun: int) -> bool:
        return any(self.p.dep[c] == "poss" for c in self.p.children[noun])

    def _lasting(self, prep: int, obj: int) -> bool:
        """``for two more seasons``: how long, not what."""
        span = words("tails", "spans")
        return self.p.lower[prep] == "for" and self.p.lower[obj] in span and any(self.p.tag[c] == "CD" for c in self.p.children[obj])

    def _where(self, prep: int, obj: int) -> bool:
        """``signed the accord on the bridge``: a place, when it hangs on the verb; ``a deal on the return of migrants`` is told what of."""
        if self.p.lower[prep] not in ("on", "over") or not self.p.tag[self.p.head[prep]].startswith("VB"):
            return False
        return self.p.tag[self.p.left[obj]] == "DT" and not any(self.p.lower[c] == "of" for c in self.p.children[obj])

    def _names_somebody(self, prep: int) -> bool:
        """``with Oman``, ``between the two governments``; not ``with immediate effect``."""
        objects = [c for c in self.p.children[prep] if self.p.dep[c] == "pobj"]
        if any(self.p.lower[o] in words("tails", "manner") for o in objects):
            return False
        inside = range(prep + 1, min(self.p.right[prep], prep + LONGEST_TAIL) + 1)
        sides = words("setting", "representing") | words("setting", "collective") | words("setting", "sides")
        return any(self.capital(i) or self.p.lower[i] in sides for i in inside)

    def _concluded(self, head: int) -> bool:
        """Whether the noun is the object of a verb, which then has the place: they signed a truce in Geneva."""
        return self.p.dep[head] in ("dobj", "nsubjpass") or (
            self.p.dep[head] == "pobj" and self.p.lower[head] not in ("ceasefire", "truce", "fire")
        )

    def _is_date(self, i: int) -> bool:
        e = self.p.entity[i]
        return e >= 0 and self.p.entities[e][2] in ("DATE", "TIME")

    def _is_place(self, i: int) -> bool:
        e = self.p.entity[i]
        return e >= 0 and self.p.entities[e][2] in ("GPE", "LOC")

    def _clipped(self, start: int, right: int, head: int) -> int:
        """`right`, or the token before the first clause, second date, or line end in between."""
        stop = min(right, head + LONGEST_TAIL, len(self.p.lower) - 1)
        for t in range(start + 1, stop + 1):
            if self._acronym_in_brackets(t):
                continue
            if (
                not self.same_line(head, t)
                or self.p.lower[t] in ("(", "that")
                or self._lets(t, head)
                or (self._concluded(head) and self._placed(t))
            ):
                return self._trimmed(t - 1, start)
            if t > start + 2 and self._breaks(t):
                return self._trimmed(t - 1, start)
        return self._trimmed(stop, start)

    def _placed(self, t: int) -> bool:
        """``in Havana`` behind what was signed there."""
        if self.p.lower[t] not in ("in", "at") or t + 1 >= len(self.p.lower):
            return False
        return self._is_place(t + 1) or code_of_seat(self.token(t + 1)) is not None

    def _lets(self, t: int, head: int) -> bool:
        """``let the treaty with China lapse``: a verb that the parse may take for a noun."""
        return self.p.lower[t] in words("tails", "lapsing") and bool(
            words("tails", "letting") & set(self.p.lower[max(0, head - LETTING) : head])
        )

    def _acronym_in_brackets(self, t: int) -> bool:
        """Whether `t` is one of the three tokens of ``(ROK)``."""
        for k in (t, t - 1, t - 2):
            if (
                k >= 0
                and k + 2 < len(self.p.lower)
                and self.p.lower[k] == "("
                and self.p.lower[k + 2] == ")"
                and self.token(k + 1).isupper()
            ):
                return True
        return False

    def _breaks(self, t: int) -> bool:
        low, tag, dep = self.p.lower[t], self.p.tag[t], self.p.dep[t]
        if low in ("--", "_", "—", ";", ":", "(", ")", "”", '"', "''", "``", "“") or tag in ("WDT", "WP", "WRB", "WP$", "MD"):
            return True
        if low == "on" and self.p.lower[t + 1 : t + 3] == ["the", "basis"]:
            return True
        if tag in ("VBD", "VBZ", "VBP") or (tag == "VBN" and dep in ("acl", "relcl", "ROOT", "ccomp", "conj")):
            return True
        if low == "," and t + 1 < len(self.p.lower):
            return not (self.capital(t + 1) or (self.p.lower[t + 1] in ("the", "and") and self._list_goes_on(t + 1)))
        return (
            self._time_adjunct(t)
            or (low in ("as", "or", "after", "before", "when", "while", "because", "despite", "since", "by", "but", "at") and tag == "IN")
            or low == "but"
        )

    def _list_goes_on(self, t: int) -> bool:
        return any(self.capital(k) for k in range(t + 1, min(t + 3, len(self.p.lower))))

    def _time_adjunct(self, t: int) -> bool:
        e = self.p.entity[t]
        if e < 0 or self.p.entities[e][2] not in ("DATE", "TIME"):
            return False
        return self.p.dep[t] in ("npadvmod", "tmod") or (
            self.p.lower[t] in words("time", "words") and self.p.tag[t - 1] in ("IN", "NN", "NNP", "NNS", "NNPS")
        )

    def _trimmed(self, end: int, start: int) -> int:
        """`end`, moved left over what cannot end a phrase."""
        while end > start and (
            self.p.tag[end] in ("IN", "CC", ",", "DT", "TO", "HYPH", "RB", "WDT", "PRP", "POS", ".", ":", "_SP", "VBN", "VBD")
            or self.token(end) in QUOTES
        ):
            end -= 1
        return end if end > start else start - 1
