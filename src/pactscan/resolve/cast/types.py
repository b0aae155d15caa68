"""One type per name: the marks of an article agree on what a string is, by majority and evidence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from pactscan.lexicon.case import common_nouns
from pactscan.lexicon.countries import is_demonym
from pactscan.lexicon.forenames import is_forename
from pactscan.lexicon.organisations import body_heads, company_suffixes, known_bodies, legal_suffixes, not_bodies
from pactscan.lexicon.titles import name_suffixes, not_surnames, thing_nouns
from pactscan.marks.names import Evidence, NameMark
from pactscan.model import ActorKind
from pactscan.resolve.cast.bodies import without_suffix
from pactscan.resolve.cast.people import name_words

STRENGTH = {Evidence.TITLE: 3, Evidence.ROLE: 3, Evidence.TABLE: 3, Evidence.PATTERN: 2, Evidence.MODEL: 1}

GIVEN = 2
"""Weight of a given name and another word against which nothing speaks: a person, whatever the model says."""


def with_one_type(text: str, names: tuple[NameMark, ...]) -> tuple[NameMark, ...]:
    """The marks, each with the type that its string has in the article."""
    typer = _Typer({mark: " ".join(text[mark.start : mark.end].split()) for mark in names})
    return tuple(typer.retyped(mark, form) for mark, form in typer.forms.items() if not typer.pair(form))


class _Typer:
    def __init__(self, forms: dict[NameMark, str]) -> None:
        self.forms = forms
        self.votes: dict[str, dict[ActorKind, int]] = defaultdict(lambda: defaultdict(int))
        self.surnames: dict[str, bool] = {}
        """Surnames of people in the article → whether a full name bears it."""
        self.companies: set[str] = set()
        """What companies of the article are called without their legal suffix, and by their first word."""
        self.traded: set[str] = set()
        """Names that a company's nouns stand beside, and that no title or office makes a person's."""
        for mark, form in forms.items():
            self._count(mark, form)
        self.traded -= {form for m, form in forms.items() if m.kind is ActorKind.PERSON and m.evidence is not Evidence.MODEL}

    def _count(self, mark: NameMark, form: str) -> None:
        person = mark.kind is ActorKind.PERSON
        self.votes[form][mark.kind] += STRENGTH[mark.evidence] + (max(0, mark.weight) if person else 0)
        words = name_words(form)
        if person and (len(words) > 1 or mark.evidence is Evidence.TITLE):
            self.surnames[words[-1]] = self.surnames.get(words[-1], False) or len(words) > 1
        if not person and form.split()[-1] in company_suffixes():
            self.companies.add(form.split()[0])
        if not person and form.split()[-1] in legal_suffixes():
            self.companies.add(without_suffix(form))
        if mark.kind is ActorKind.ORGANISATION and mark.evidence is Evidence.PATTERN:
            self.traded.add(form)

    def pair(self, form: str) -> bool:
        """Whether a "name" is two people of the article joined by "and"."""
        return " and " in form and all(word in self.surnames for word in name_words(form.replace(" and ", " ")))

    def retyped(self, mark: NameMark, form: str) -> NameMark:
        """The mark with the type of its string; evidence beyond the model's word is never overruled."""
        if mark.evidence is not Evidence.MODEL:
            return mark
        return self._of_person(mark, form) if mark.kind is ActorKind.PERSON else self._of_body(mark, form)

    def _of_person(self, mark: NameMark, form: str) -> NameMark:
        words, votes = name_words(form), self.votes[form]
        if form in self.traded or (form in self.companies and (len(words) > 1 or words[0] not in self.surnames)):
            return replace(mark, kind=ActorKind.ORGANISATION)
        body = max((kind for kind in votes if kind is not ActorKind.PERSON), key=lambda kind: votes[kind], default=None)
        surname = len(words) == 1 and self.surnames.get(words[0], False)
        return replace(mark, kind=body) if body and not surname and votes[body] > votes[ActorKind.PERSON] else mark

    def _of_body(self, mark: NameMark, form: str) -> NameMark:
        words, votes = name_words(form), self.votes[form]
        known = self.surnames.get(words[-1]) if words else None
        if not words or form in self.traded or (form in self.companies and known is None):
            return mark
        person = votes.get(ActorKind.PERSON, 0) >= votes[mark.kind]
        surname = len(words) == 1 and known is not None and form not in self.companies
        full = 1 < len(words) < 5 and known is False and is_forename(words[0])
        if person or surname or full or _full_name(mark, form):
            return replace(mark, kind=ActorKind.PERSON, weight=1)
        return replace(mark, kind=ActorKind.PERSON, weight=0) if mark.kind is ActorKind.ORGANISATION and _given(form) else mark


def _given(form: str) -> bool:
    """Whether the name is a given name alone, which names a body only where a table says so."""
    if not form.istitle() or not is_forename(form.lower()) or form in known_bodies():
        return False
    return form not in body_heads() and form.lower() not in common_nouns()


def _full_name(mark: NameMark, form: str) -> bool:
    """Whether the name is a given name and others, and none is a word that names of bodies and things hold."""
    words = form.split()
    if mark.weight < GIVEN or words[-1] in not_surnames() or words[0] in not_bodies() or is_demonym(words[0]):
        return False
    if len(words) != 2 and not (len(words) == 3 and _between(words)):
        return False
    return not any(w in body_heads() or w in company_suffixes() or w in thing_nouns() or w.lower() in common_nouns() for w in words)


def _between(words: list[str]) -> bool:
    """Whether the second of three words can be a middle name, or the third a "Jr."."""
    initial = len(words[1]) == 2 and words[1][0].isupper() and words[1][1] == "."
    return initial or is_forename(words[1].lower()) or words[2].rstrip(".").lower() in name_suffixes()
