"""Other names that a text gives to an agreement: bracketed acronyms, names after "known as"."""

from __future__ import annotations

import re
from dataclasses import replace

from pactscan.lexicon.agreements import words
from pactscan.lexicon.instruments import is_acronym
from pactscan.lexicon.organisations import known_bodies
from pactscan.marks.agreements import AgreementMark, Determiner
from pactscan.model import MentionForm

BRACKET = re.compile(r"\s*\(\s?(?:the |or |also |known as |hereafter )?[\"“'‘]?([A-Z][\w.&-]{1,14})[\"”'’]?\s?\)")
CALLED = re.compile(r"[\"”’']?,?\s+(?:(?:also|better|and|or|which is|is|now|\w+ly)\s+)?(\w+)\s+(?:as\s+)?(?:the\s+)?[\"“‘]?(?=[A-Z])")
AGAIN = re.compile(r"\s(\w+)\s+(?:it\s+)?(?:as\s+)?(?:the\s+)?[\"“‘]?(?=[A-Z])")
"""Further on in the sentence: ``finalised the pact last month, renaming it the Tarn Treaty``."""
NAME = re.compile(r"[A-Z][\w.’'-]*(?:\s+(?:(?:of|on|for|and|the|to|in)\s+){0,2}[A-Z][\w.’'-]*){0,9}")
CLOSED = re.compile(r"[;:?!\n]|\.\s")
INSIDE_BRACKET = re.compile(r"\(([A-Z][\w.&-]{1,14})\)")
FURTHEST = 60
"""Characters between an agreement and the verb that gives it a new name."""


def with_aliases(text: str, marks: list[AgreementMark], others: frozenset[int]) -> list[AgreementMark]:
    """`marks`, with marks for the aliases that the text introduces and for the acronyms that it uses afterwards.

    `others` are code points at which the name of something else starts (a country): no aliases.
    """
    extra: list[AgreementMark] = []
    acronyms: dict[str, AgreementMark] = {}
    by_start = {m.start: m for m in marks}
    for mark in marks:
        if mark.how in (MentionForm.ANAPHOR, MentionForm.HEADLINE):
            continue
        for start, end in _introduced(text, mark):
            if start in others or text[start:end] in known_bodies():
                continue
            known = by_start.get(start)
            if known is not None:
                by_start[start] = replace(known, renames=mark.start)
                continue
            alias = _alias(text, mark, start, end)
            extra.append(alias)
            if alias.how is MentionForm.ACRONYM:
                acronyms.setdefault(text[start:end], alias)
    taken = sorted([*by_start.values(), *extra], key=lambda m: m.start)
    extra += _later(text, acronyms, taken)
    return sorted([*by_start.values(), *extra], key=lambda m: (m.start, -m.end))


def _introduced(text: str, mark: AgreementMark) -> list[tuple[int, int]]:
    """Stretches behind (or in brackets inside) the mark that give it another name."""
    found = [m.span(1) for m in INSIDE_BRACKET.finditer(text, mark.start, mark.end) if is_acronym(m[1])]
    bracket = BRACKET.match(text, mark.end)
    if bracket and is_acronym(bracket[1]):
        found.append(bracket.span(1))
    called = CALLED.match(text, mark.end)
    if called and called[1] in words("naming", "verbs"):
        name = NAME.match(text, called.end())
        if name:
            found.append(name.span())
    return found + _renamed(text, mark)


def _renamed(text: str, mark: AgreementMark) -> list[tuple[int, int]]:
    stop = CLOSED.search(text, mark.end, mark.end + FURTHEST)
    window = AGAIN.finditer(text, mark.end, stop.start() if stop else mark.end + FURTHEST)
    verb = next((m for m in window if m[1] in words("naming", "again")), None)
    name = NAME.match(text, verb.end()) if verb else None
    return [name.span()] if name else []


def _alias(text: str, mark: AgreementMark, start: int, end: int) -> AgreementMark:
    how = MentionForm.ACRONYM if is_acronym(text[start:end]) else MentionForm.NAME
    return AgreementMark(
        start, end, mark.form, how, start, Determiner.NONE, mark.plural, domain=mark.domain, renames=mark.start, strength=mark.strength
    )


def _later(text: str, acronyms: dict[str, AgreementMark], taken: list[AgreementMark]) -> list[AgreementMark]:
    """Later uses of the acronyms that the text introduced."""
    if not acronyms:
        return []
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(a) for a in sorted(acronyms, key=len, reverse=True)) + r")(?!\w)")
    covered = [(m.start, m.end) for m in taken]
    out = []
    for found in pattern.finditer(text):
        first = acronyms[found[0]]
        if found.start() > first.start and not any(s <= found.start() < e for s, e in covered):
            out.append(replace(first, start=found.start(), end=found.end(), head=found.start()))
    return out
