"""One type per name: the marks of an article agree on what a string is, by majority and evidence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from pactscan.lexicon.case import common_nouns
from pactscan.lexicon.countries import is_demonym
from pactscan.lexicon.forenames import is_forename
from pactscan.lexicon.organisations import body_heads, company_suffixes, not_bodies
from pactscan.lexicon.titles import thing_nouns
from pactscan.marks.names import Evidence, NameMark
from pactscan.model import ActorKind
from pactscan.resolve.cast.people import name_words

STRENGTH = {Evidence.TITLE: 3, Evidence.ROLE: 3, Evidence.TABLE: 3, Evidence.PATTERN: 2, Evidence.MODEL: 1}

SUBJECT = 3
"""Weight of a given name and another word that do something: a person, whatever the model says."""


def with_one_type(text: str, names: tuple[NameMark, ...]) -> tuple[NameMark, ...]:
    """The marks, each with the type that its string has in the article."""
    forms = {mark: " ".join(text[mark.start : mark.end].split()) for mark in names}
    votes: dict[str, dict[ActorKind, int]] = defaultdict(lambda: defaultdict(int))
    for mark, form in forms.items():
        votes[form][mark.kind] += STRENGTH[mark.evidence] + (max(0, mark.weight) if mark.kind is ActorKind.PERSON else 0)
    surnames = _surnames(forms)
    companies = {
        form.split()[0] for mark, form in forms.items() if mark.kind is not ActorKind.PERSON and form.split()[-1] in company_suffixes()
    }
    single = {mark: form for mark, form in forms.items() if not _pair(form, surnames)}
    return tuple(_retyped(mark, form, votes[form], surnames, companies) for mark, form in single.items())


def _pair(form: str, surnames: dict[str, bool]) -> bool:
    """Whether a "name" is two people of the article joined by "and"."""
    return " and " in form and all(word in surnames for word in name_words(form.replace(" and ", " ")))


def _surnames(forms: dict[NameMark, str]) -> dict[str, bool]:
    """Surnames of people in the article → whether a full name bears it."""
    found: dict[str, bool] = {}
    for mark, form in forms.items():
        if mark.kind is ActorKind.PERSON:
            words = name_words(form)
            if len(words) > 1 or mark.evidence is Evidence.TITLE:
                found[words[-1]] = found.get(words[-1], False) or len(words) > 1
    return found


def _retyped(mark: NameMark, form: str, votes: dict[ActorKind, int], surnames: dict[str, bool], companies: set[str]) -> NameMark:
    if mark.evidence is not Evidence.MODEL:
        return mark
    words = name_words(form)
    if mark.kind is ActorKind.PERSON:
        body = max((kind for kind in votes if kind is not ActorKind.PERSON), key=lambda kind: votes[kind], default=None)
        surname = len(words) == 1 and surnames.get(words[0], False)
        if body and not surname and votes[body] > votes[ActorKind.PERSON]:
            return replace(mark, kind=body)
        alone = len(words) == 1 and words[0] not in surnames and form in companies
        return replace(mark, kind=ActorKind.ORGANISATION) if alone else mark
    person = votes.get(ActorKind.PERSON, 0) >= votes[mark.kind]
    surname = len(words) == 1 and words[0] in surnames and form not in companies
    full = 1 < len(words) < 5 and words[-1] in surnames and not surnames[words[-1]] and is_forename(words[0])
    named = (
        mark.weight >= SUBJECT
        and len(words) == 2
        and form.split()[0] not in not_bodies()
        and not is_demonym(form.split()[0])
        and not _thing(form.split())
    )
    return replace(mark, kind=ActorKind.PERSON, weight=1) if words and (person or surname or full or named) else mark


def _thing(words: list[str]) -> bool:
    """Whether one of the words is one that names of bodies and things hold."""
    return any(w in body_heads() or w in company_suffixes() or w in thing_nouns() or w.lower() in common_nouns() for w in words)
