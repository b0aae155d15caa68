"""Which parties a stretch of text names: states, bodies with a code, other bodies, people for their states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pactscan.lexicon.agreements import body_codes, party_words, words
from pactscan.lexicon.organisations import known_bodies, known_bodies_by_first_word, name_of
from pactscan.lexicon.titles import office_nouns
from pactscan.model import Actor, ActorKind, Mention, Party, Via, ZoneKind
from pactscan.resolve.agreements.grammar import Grammar

if TYPE_CHECKING:
    from pactscan.resolve.agreements.scene import Scene

MEMBERS = re.compile(r"\.?[\s-]+(?:member|members)\b")
"""Behind a body: those in it, not it."""
DASH = re.compile(r"(?:, [A-Z][\w. ]{2,24})?\s(?:\([A-Za-z]+\)\s?)?[-–—_]{1,2}\s")
COUNCIL = re.compile(r"(?:U\.?N\.?|United Nations) ")
PAIRED = re.compile(r"(?:(?<=[-–/])|\b)([A-Z]{1,5}-\d{1,3}|[^\W\d_](?:[^\W_]|\.)+)(?=[-–/]|\b)")
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "det", "nummod"})
ENOUGH = 2
"""Parties that make a complement complete."""


class NamedParties:
    """Reads the parties that stretches of one text name."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.p = scene, scene.p
        self.grammar = Grammar(scene.p)

    def named(self, first: int, last: int, *, people: bool = False) -> list[Party]:
        """Parties named in tokens ``first..last``."""
        if last < first:
            return []
        start, end = self.scene.reach(first, last)
        rows: list[tuple[int, Party]] = []
        bodies = [(a, m) for a, m in self.scene.names_in(start, end)]
        covered: list[tuple[int, int]] = []
        for actor, m in bodies:
            party = self._of_actor(actor, m, people=people)
            if party is not None and not self._set_apart(m.start) and not self._lends_name(m.end):
                rows.append((m.start, party))
                covered.append((m.start, m.end))
        for body in self._known_bodies(start, end, covered):
            rows.append((body.mention.start, body))
            covered.append((body.mention.start, body.mention.end))
        for c in self.scene.countries_in(start, end):
            if (
                not any(s <= c.start < e for s, e in covered)
                and not self._only_setting(c.start, c.end)
                and not self._set_apart(c.start)
                and not self.dateline(c.start, c.end)
                and not self._owns_body(c.end, covered)
                and not self._of_others(c.end)
            ):
                m = self.scene.marked.mention(c.start, c.end)
                rows.append((c.start, Party(body_codes().get(m.text.lower(), c.code) if c.via is Via.SEAT else c.code, m.text, m)))
        return [party for _, party in sorted(rows, key=lambda row: row[0])]

    def _of_actor(self, actor: Actor, m: Mention, *, people: bool) -> Party | None:
        if actor.kind is ActorKind.PERSON:
            return Party(actor.country, m.text, m) if people and actor.country else None
        if MEMBERS.match(self.scene.text, m.end) or party_words("judges") & set(m.text.lower().split()):
            return None
        code = body_codes().get(m.text.lower()) or body_codes().get(actor.name.lower()) or ("UN" if COUNCIL.match(m.text) else None)
        if code:
            return Party(code, m.text, m)
        if actor.kind is ActorKind.GOVERNMENT:
            return Party(actor.country, m.text, m) if actor.country else None
        if actor.kind is ActorKind.GROUP or actor.kind is ActorKind.IGO:
            return None if self._paired(m.text) else Party(None, m.text, m)
        return self._of_staff(m)

    @staticmethod
    def _paired(name: str) -> bool:
        """``EU-Mercosur``: two bodies, which are found one by one."""
        return name not in known_bodies() and any(part in known_bodies() for part in re.split(r"[-–/]", name)[:-1])

    def _of_staff(self, m: Mention) -> Party | None:
        """``Group of Seven Finance Ministers``: the known body whose name the name opens with."""
        written = m.text.split()
        for parted in known_bodies_by_first_word().get(written[0], ()):
            name = name_of(parted)
            known, words = known_bodies()[name], name.split()
            if len(words) > 1 and written[: len(words)] == words and known.kind in (ActorKind.GROUP, ActorKind.IGO):
                inner = self.scene.marked.mention(m.start, m.start + len(name))
                return Party(body_codes().get(inner.text.lower()), inner.text, inner) if inner.text == name else None
        return None

    def _only_setting(self, start: int, end: int) -> bool:
        """``in Geneva``, ``Russian-brokered``: a country that is only where, or whose go-between."""
        i = self.scene.token(start)
        if self._lends_name(end) or self._brings_together(i):
            return True
        before = self.p.lower[i - 1] if i else ""
        if before == "from" and i > 1 and self.represents(i - 2):
            return False
        if before == "the" and i > 1:
            before = self.p.lower[i - 2]
        return before in ("in", "at", "near", "inside", "across", "from") and self.p.lower[i + 1 : i + 2] != ["'s"]

    def _lends_name(self, end: int) -> bool:
        """``Russian-brokered``, ``Taliban-run``."""
        after = self.scene.text[end : end + 14].lower()
        return after[:1] in ("-", "–") and after[1:].split(" ")[0].split("-")[0] in party_words("go_between")

    def _brings_together(self, i: int) -> bool:
        """``brokered by Qatar and Egypt``, ``under the mediation of Qatar``."""
        while self.p.dep[i] in ("conj", "compound") and self.p.head[i] != i:
            i = self.p.head[i]
        prep = self.p.head[i]
        above = self.p.lower[self.p.head[prep]]
        if self.p.dep[i] != "pobj":
            return False
        return (self.p.lower[prep] == "by" and above in party_words("mediating")) or (self.p.lower[prep] == "of" and above == "mediation")

    def _set_apart(self, start: int) -> bool:
        """``Peru, but not Chile``, ``all members except Chile and Peru``: named to be left out."""
        at = self.scene.token(start)
        i = at - 1 - (at > 0 and self.p.lower[at - 1] == "the")
        if i <= 0 or self.p.sentence[i] != self.p.sentence[at]:
            return False
        if self.p.lower[i] in party_words("apart") or f"{self.p.lower[i - 1]} {self.p.lower[i]}" in party_words("apart_pairs"):
            return True
        before = self.scene.countries_in(self.p.start[i - 1], start) if self.p.lower[i] in ("and", "or") else []
        return bool(before) and self._set_apart(before[-1].start)

    def _of_others(self, end: int) -> bool:
        """``the Danish shipbuilder``, ``Salvadoran guerrillas``, ``Chad's rebels``: whom the name of a state does not make the state."""
        i = self.scene.token(end - 1)
        noun = self.p.head[i]
        if self.p.dep[i] not in MODIFIERS:
            return False
        return any(self.p.lower[k] in party_words("others") | party_words("mediators") for k in range(i + 1, noun + 1))

    def mediates(self, code: str) -> bool:
        """Whether the text tells a state to bring others together anywhere."""
        marks = [c for c in self.scene.countries_in(0, len(self.scene.text)) if c.code == code]
        return any(self._brings_together(self.scene.token(c.end - 1)) or self._of_mediator(self.scene.token(c.end - 1)) for c in marks)

    def _of_mediator(self, i: int) -> bool:
        """``the Qatari mediator``; ``Qatar brokered``."""
        noun = self.p.head[i]
        if self.p.dep[i] == "nsubj":
            return self.p.lower[noun] in party_words("mediating")
        return self.p.dep[i] in MODIFIERS and any(self.p.lower[k] in party_words("mediators") for k in range(i + 1, noun + 1))

    def _owns_body(self, end: int, covered: list[tuple[int, int]]) -> bool:
        """``Afghanistan's Taliban``: the body is meant, not the state it is in."""
        owner = self.scene.text[end : end + 3]
        return owner in ("'s ", "’s ") and any(start == end + 3 for start, _ in covered)

    def dateline(self, start: int, end: int) -> bool:
        """``Doha, Qatar -``: where the story was filed."""
        return self.scene.marked.article.in_zone(start, ZoneKind.DATELINE) or DASH.match(self.scene.text, end) is not None

    def _known_bodies(self, start: int, end: int, covered: list[tuple[int, int]]) -> list[Party]:
        """Bodies known by one word that the cast has not, inside hyphens too (``US-Taliban``)."""
        out = []
        for m in PAIRED.finditer(self.scene.text, start, end):
            body = known_bodies().get(m[1])
            if body is None or body.kind not in (ActorKind.GROUP, ActorKind.IGO) or any(s <= m.start(1) < e for s, e in covered):
                continue
            if self._lends_name(m.end(1)):
                continue
            if not MEMBERS.match(self.scene.text, m.end(1)) and not COUNCIL.match(self.scene.text, m.start(1)):
                out.append(Party(body_codes().get(m[1].lower()), m[1], self.scene.marked.mention(*m.span(1))))
        return out

    def other_bodies(self, prep: int, last: int, found: list[Party]) -> list[Party]:
        """Names that nothing else knows, right behind ``with`` or ``between``: bound all the same."""
        nouns = [noun for o in self.grammar.children(prep, "pobj") for noun in self.series(o) if noun <= last]
        out = []
        for noun in nouns:
            first = self.first_capital(noun)
            if self.p.lower[noun] in party_words("classes") and not any(self.p.lower[i] in body_codes() for i in range(first, noun)):
                continue
            if first <= noun and self.p.tag[noun] in ("NNP", "NNPS", "NNS") and self.is_body(first, noun):
                m = self._coded(first, noun)
                if not any(x.mention.start < m.end and m.start < x.mention.end for x in found):
                    out.append(Party(body_codes().get(m.text.lower()), m.text, m))
        return out

    def _coded(self, first: int, last: int) -> Mention:
        """The body with a code inside the run (the *EEC* countries), else the whole run."""
        for i in range(first, last + 1):
            if self.p.lower[i] in body_codes():
                return self.scene.mention(i, i)
        of = [c for c in self.p.children[last] if self.p.lower[c] == "of" and c == last + 1]
        return self.scene.mention(first, self.cut(of[0]) if of else last)

    def first_capital(self, noun: int) -> int:
        """First token of the capitalised run that ends at `noun` or one common noun before it; past `noun` when there is none."""
        first = noun
        while first > 0 and self._capital(first - 1) and self._in_name(first - 1, first):
            first -= 1
        return first if self._capital(first) else noun + 1

    def _in_name(self, i: int, first: int) -> bool:
        """Whether a capitalised word belongs to the name that begins behind it."""
        if self.p.dep[i] in ("compound", "amod", "nmod") and self.p.head[i] >= first:
            return True
        return self.p.tag[i] == "NNP" and self.p.entity[i] < 0 and self.p.sentence[i] == self.p.sentence[first]

    def _capital(self, i: int) -> bool:
        return bool(self.scene.marked.reading[self.p.start[i]].isupper())

    def is_body(self, first: int, last: int) -> bool:
        """No person, place, day or sum."""
        e = self.p.entity[last]
        label = self.p.entities[e][2] if e >= 0 else ""
        start, end = self.scene.reach(first, last)
        if self.scene.countries_in(start, end):
            return False
        if last > first and self.p.lower[last] in party_words("bodies"):
            return True
        return label not in ("DATE", "TIME", "GPE", "LOC", "FAC", "MONEY", "NORP", "PERSON", "LAW", "EVENT", "CARDINAL") and not any(
            a.kind is ActorKind.PERSON for a, _ in self.scene.names_in(start, end)
        )

    def series(self, noun: int) -> list[int]:
        """A noun and those joined to it by "and"."""
        parts = [noun]
        for part in parts:
            parts += self.grammar.children(part, "conj")
        return parts

    def cut(self, prep: int) -> int:
        """Last token of a complement, without relative clauses and without what is set beside it (``…, a step that …``)."""
        for i in range(prep + 1, self.p.right[prep] + 1):
            if self.p.dep[i] in ("relcl", "acl", "advcl") and self.p.left[i] > prep + 1:
                return self._before_aside(prep, self.p.left[i] - 1)
        return self.p.right[prep]

    def _before_aside(self, prep: int, last: int) -> int:
        """The end of a complement before ``, a step`` whose clause has been cut."""
        noun = next((i for i in range(prep + 1, last + 1) if self.p.dep[i] == "appos" and self.p.right[i] > last), None)
        if noun is None or self.p.lower[self.p.left[noun]] not in ("a", "an", "something"):
            return last
        return self.p.left[noun] - 1

    def represents(self, noun: int) -> bool:
        """Offices and bodies that act for what they are of: the government of Chile, ministers of three states."""
        word = self.p.lower[noun]
        return word in office_nouns() or word.removesuffix("s") in office_nouns() or word in words("setting", "representing")
